"""The example study builds from its files and answers what the README shows."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ICS = Path(__file__).parents[2] / "examples" / "ics"


@pytest.fixture(scope="module")
def demo() -> ModuleType:
    """The script that builds the example."""
    spec = importlib.util.spec_from_file_location("ics_build", ICS / "build.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["ics_build"] = module
    spec.loader.exec_module(module)
    return module


def test_the_demo_builds_a_sound_study(
    demo: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """All sources, people, codes and codings come in; what it prints has the matrix and quotes."""
    with demo.build(tmp_path / "ics.crosscase") as study:
        counts = study.counts()
        assert (counts.sources, counts.participants, counts.codes) == (36, 32, 41)
        assert (counts.codings, counts.coders, counts.conflicts) == (697, 3, 0)
        assert study.verify() == []
        demo.show(study)
    shown = capsys.readouterr().out
    assert "Participants (of 32 interviewed) by code and site" in shown
    assert "| Motivation and purpose | 11 | 11 | 9 | 30 |" in shown
    assert shown.count("(ics_P") == 3


def test_the_readme_shows_the_matrix_that_the_demo_prints(demo: ModuleType, tmp_path: Path) -> None:
    """The numbers in the README are the numbers of the study."""
    readme = (ICS.parents[1] / "README.md").read_text(encoding="utf-8")
    with demo.build(tmp_path / "ics.crosscase") as study:
        printed = study.matrix("codes", "sites").to_markdown()
    rows = [line for line in printed.splitlines() if line.startswith("| ") and "All |" not in line]
    for row in rows[1:]:
        if not row.startswith("| All"):
            assert row in readme


def test_the_fieldwork_of_the_example_has_something_to_show(
    demo: ModuleType, tmp_path: Path
) -> None:
    """Everybody came to be coded; a few things are left to do, and they are told."""
    with demo.build(tmp_path / "ics.crosscase") as study:
        board = study.fieldwork.board()
        assert board.counts["coded"] == len(board.people) == 32
        left = [each.slug for each in study.fieldwork.to_do("2024-05-10")]
        assert left == [
            "approval-ends", "no-length", "older-consent", "consent-after-interview",
            "no-length", "not-arrived",
        ]  # fmt: skip
        assert [len(chain.members) for chain in study.fieldwork.referral_chains().chains] == [
            6, 5, 4, 3, 2, 2, 2, 2,
        ]  # fmt: skip
        for request in study.activities.all("document request"):
            said = request.details["mentioned_in"]
            text = study.sources.text(said["source"])
            assert text[said["start_char"] :].startswith(("The letter said", "Fair Tides"))
