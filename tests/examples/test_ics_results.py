"""The results section of the example is held by the example study, and fails when it is not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from crosscase.study import Study
from tests.command_runs import Run, run
from tests.examples.test_ics_methods import ROOT, builder

__all__ = ["run"]

RESULTS = ROOT / "examples" / "ics" / "results.md"


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    """The example study, which this test may change."""
    made: Study = builder().build(tmp_path / "ics.crosscase")
    with made:
        yield made


def test_every_claim_number_and_quote_of_the_results_is_supported(study: Study) -> None:
    found = study.manuscripts.check(RESULTS)
    claims = [each for each in found.items if each.kind in ("claim", "value", "number")]
    assert len(claims) >= 25
    assert {each.standing for each in found.items} == {"supported"}
    assert sum(each.kind == "quote" for each in found.items) == 6
    assert not found.failed(strict=True)


def test_a_claim_that_the_coding_contradicts_is_caught(study: Study) -> None:
    """Somebody of a community organisation is coded as speaking of crowding out after all."""
    words = "When they break a promise it's my face that's on it."
    study.codings.add("ics_P11.txt", "Crowding out", quote=words)
    assert study.findings.get("F4").standing == "contradicted"
    found = study.manuscripts.check(RESULTS)
    failing = [(each.finding or each.says, each.standing) for each in found.items if each.fails]
    assert failing == [
        ("F3", "changed"), ("16 of 32 is now 17 of 32", "changed"), ("F4", "contradicted"),
    ]  # fmt: skip
    assert found.failed()
    study.undo()
    assert not study.manuscripts.check(RESULTS).failed()


def test_a_number_that_moved_is_said_and_put_right(study: Study) -> None:
    frame = study.codings.frame(text=False)
    of_one = (frame["code"] == "Data sharing") & (frame["source"] == "ics_P08.txt")
    study.codings.remove(frame.filter(of_one)["coding"])
    fixed = study.manuscripts.fix_numbers(RESULTS)
    assert "Data sharing was raised by 15{{=" in fixed.text
    assert "47%{{=" in fixed.text and fixed.changed == 2


def test_the_command_line_exits_like_a_test_runner(study: Study, run: Run) -> None:
    path = study.path
    study.codes.rename("Trust", "Confidence")
    held = run("check", RESULTS, path)
    assert "Confidence" in held.out
    study.codes.remove("Personal ties")
    assert run("check", RESULTS, path, status=1)
