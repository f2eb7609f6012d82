"""A replication package holds everything, or, redacted, nothing that tells who took part."""

from __future__ import annotations

import hashlib
import json
import zipfile
from pathlib import Path

import pytest

import crosscase
from crosscase.errors import Conflict
from crosscase.study import Study


def _members(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_package_holds_the_study_and_all_that_is_told_of_it(study: Study, tmp_path: Path) -> None:
    made = study.reports.package(tmp_path / "p.zip", manuscripts={"paper.md": b"# Results\n"})
    held = _members(made.path)
    assert {"project.qdpx", "codebook.csv", "reports/methods.md", "log/audit.md",
            "manuscript/paper.md", "software.json", "data/coding.csv"} <= set(held)  # fmt: skip
    assert json.loads(held["software.json"])["crosscase"] == crosscase.__version__
    [name] = [each for each in held if each.startswith("study/")]
    (tmp_path / "again.crosscase").write_bytes(held[name])
    with crosscase.open_study(tmp_path / "again.crosscase") as again:
        assert again.verify() == []
        assert again.heads == study.heads


@pytest.mark.parametrize("redacted", [False, True])
def test_the_checksums_are_those_of_the_files(study: Study, tmp_path: Path, redacted: bool) -> None:
    held = _members(study.reports.package(tmp_path / "p.zip", redacted=redacted).path)
    lines = held.pop("CHECKSUMS.sha256").decode().splitlines()
    sums = {name: digest for digest, name in (line.split("  ") for line in lines)}
    assert sums == {name: hashlib.sha256(data).hexdigest() for name, data in held.items()}


def test_a_redacted_package_has_no_words_of_participants_and_no_names(
    study: Study, tmp_path: Path
) -> None:
    study.findings.add('It is "crowding out", as Anna Smith said.')
    held = _members(study.reports.package(tmp_path / "r.zip", redacted=True).path)
    everything = b"\n".join(held.values()).decode().casefold()
    for told in ("anna", "bo long", "first.txt", "crowds out", "trust one another", "ama", "ben",
                 "old colleague", "worked there"):  # fmt: skip
        assert told not in everything.replace("amount", ""), told
    assert "[left out: it names somebody]" in held["data/findings.csv"].decode()
    assert "[left out: it names somebody]" in held["data/queries.csv"].decode()


def test_small_counts_of_people_are_not_told_in_a_redacted_package(
    study: Study, tmp_path: Path
) -> None:
    held = _members(study.reports.package(tmp_path / "r.zip", redacted=True).path)
    assert "money,under 3,under 3" in held["data/participants_by_code_and_site.csv"].decode()
    assert "Participants by site: under 3 North and under 3 South" in (
        held["reports/methods.md"].decode()
    )


def test_an_answer_that_names_somebody_stops_a_redacted_package(
    study: Study, tmp_path: Path
) -> None:
    study.reports.answer("coreq", 28, "Anna Smith read the findings.")
    with pytest.raises(Conflict, match="would name a participant"):
        study.reports.package(tmp_path / "r.zip", redacted=True)
    assert not list(tmp_path.glob("r.zip*"))


def test_a_source_with_an_ordinary_name_stops_nothing(study: Study, tmp_path: Path) -> None:
    study.sources.describe("first.txt", name="group")
    study.reports.package(tmp_path / "r.zip", redacted=True)


def test_the_same_study_gives_the_same_redacted_package(study: Study, tmp_path: Path) -> None:
    first = study.reports.package(tmp_path / "a.zip", redacted=True)
    second = study.reports.package(tmp_path / "b.zip", redacted=True)
    assert first.path.read_bytes() == second.path.read_bytes()


def test_a_package_that_is_there_is_not_replaced_unasked(study: Study, tmp_path: Path) -> None:
    study.reports.package(tmp_path / "p.zip", redacted=True)
    with pytest.raises(Conflict, match="is there already"):
        study.reports.package(tmp_path / "p.zip", redacted=True)
    study.reports.package(tmp_path / "p.zip", redacted=True, replace=True)
