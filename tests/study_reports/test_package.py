"""A replication package holds everything, or, redacted, nothing that tells who took part."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from pathlib import Path

import docx
import pytest

import crosscase
from crosscase.errors import Conflict, UnreadableFile
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
    assert b"everything but the recordings" in held["README.md"]
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


def test_words_of_participants_are_in_no_text_of_a_redacted_package(
    study: Study, tmp_path: Path
) -> None:
    said = "the money crowds out everything else here"
    study.findings.add(f"They told that {said} every day.", checks=[
        f'quote "{said}" is verbatim',
        'quote "the money crowds out nothing else here" is verbatim in source first.txt',
        f'participants(text:"{said}") >= 1',
    ])  # fmt: skip
    study.queries.save("crowding", f'text:"{said}"')
    study.reports.answer("coreq", 28, f"Somebody said {said}.")
    held = _members(study.reports.package(tmp_path / "r.zip", redacted=True).path)
    everything = b"\n".join(held.values()).decode().casefold()
    for told in ("crowds out", "“everything”", "first.txt"):
        assert told not in everything, told
    assert everything.count("[left out: it quotes somebody]") >= 4


def test_reports_of_a_redacted_package_tell_no_small_counts_of_people(
    study: Study, tmp_path: Path
) -> None:
    held = _members(study.reports.package(tmp_path / "r.zip", redacted=True).path)
    told = held["reports/methods.md"].decode()
    for small in ("1 declined", "1 by search", "1 by e-mail", "1 by telephone", "of 1 participant"):
        assert small not in told, small
    assert "How many agreed is not told" in told
    assert "1 by search" in study.reports.methods().to_markdown()


def _docx(text: str) -> bytes:
    made = io.BytesIO()
    paper = docx.Document()
    paper.add_paragraph("Results")
    paper.add_table(1, 1).cell(0, 0).text = text
    paper.save(made)
    return made.getvalue()


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Anna Smith said so.", "names-somebody"),
        ("“The money crowds out everything else here.”", "quotes-somebody"),
    ],
)
@pytest.mark.parametrize("name", ["paper.md", "paper.docx"])
def test_a_paper_that_names_or_quotes_somebody_stops_a_redacted_package(
    study: Study, tmp_path: Path, name: str, text: str, slug: str
) -> None:
    data = text.encode() if name.endswith(".md") else _docx(text)
    with pytest.raises(Conflict) as refused:
        study.reports.package(tmp_path / "r.zip", redacted=True, manuscripts={name: data})
    assert refused.value.slug == slug
    assert not list(tmp_path.glob("r.zip*"))


def test_a_paper_that_tells_nobody_goes_in_and_the_readme_says_how_far_it_was_read(
    study: Study, tmp_path: Path
) -> None:
    papers = {"paper.md": b"Both spoke of money. {{quote Q1}}", "paper.docx": _docx("Both did.")}
    held = _members(
        study.reports.package(tmp_path / "r.zip", redacted=True, manuscripts=papers).path
    )
    assert held["manuscript/paper.md"] == papers["paper.md"]
    assert "The manuscript was looked through" in held["README.md"].decode()
    with pytest.raises(UnreadableFile, match="cannot be looked through"):
        study.reports.package(tmp_path / "s.zip", redacted=True, manuscripts={"p.pdf": b"%PDF"})


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
