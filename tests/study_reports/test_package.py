"""A replication package holds everything, or, redacted, nothing that tells who took part."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import docx
import pytest

import crosscase
from crosscase.errors import Conflict, UnreadableFile
from crosscase.study import Study
from crosscase.testing import make_study


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
    table = held["data/participants_by_code_and_site.csv"].decode()
    assert "money,not told,not told" in table
    methods = held["reports/methods.md"].decode()
    assert "By site it is not told how many are North and South, as some are few." in methods
    assert "Participants by site" not in methods


def _with_people(study: Study, folder: Path, sites: Mapping[str, Sequence[str]]) -> None:
    """People of whom each says what is coded with one code of those given by site."""
    names = {f"{site} {number}": code for site, codes in sites.items()
             for number, code in enumerate(codes, 1)}  # fmt: skip
    for name in names:
        (folder / f"{name}.txt").write_text(
            f"Interviewer: And you?\n{name}: Once upon a time.\nInterviewer: Still?\n{name}: Yes.\n"
        )
    study.sources.add([folder / f"{name}.txt" for name in names])
    for site in sites:
        study.cases.add(site, "site")
    for name, code in names.items():
        study.participants.add(name)
        study.memberships.add(name, name.rpartition(" ")[0])
        study.codings.add(f"{name}.txt", code, quote="Once upon a time")
    study.speakers.link_by_name()


def test_a_lone_small_count_cannot_be_worked_out_from_what_else_the_package_tells(
    tmp_path: Path,
) -> None:
    """Neither from totals of codes and people nor from the code above it."""
    study = make_study(tmp_path, person="Ama")
    study.codes.add("work")
    study.codes.add("pay", parent="work")
    study.codes.add("hours", parent="work")
    _with_people(study, tmp_path, {
        "East": ["pay"] * 4 + ["hours"] * 2, "North": ["pay"] * 5 + ["hours"] * 4,
        "South": ["pay"] * 3 + ["hours"] * 6, "West": ["pay"] * 2,
    })  # fmt: skip
    held = _members(study.reports.package(tmp_path / "r.zip", redacted=True).path)
    lines = held["data/participants_by_code_and_site.csv"].decode().splitlines()
    assert lines == [
        "code,East,North,South,West",
        "work,not told,not told,9,not told",  # 9 with 5 below would leave 4 for hours
        "work > pay,not told,5,3,not told",
        "work > hours,not told,not told,6,not told",
    ]
    methods = held["reports/methods.md"].decode()
    assert "Participants by site: 9 North and 9 South." in methods
    assert "By site it is not told how many are East and West, as some are few." in methods


def test_the_codes_of_one_source_cannot_be_put_together_from_a_redacted_package(
    study: Study, tmp_path: Path
) -> None:
    """By them, or by who coded it, a source could be laid beside the counts of each site."""
    held = _members(study.reports.package(tmp_path / "r.zip", redacted=True).path)
    header, *rows = held["data/codings.csv"].decode().splitlines()
    assert header == '"code","source, numbered anew for each code","words, roughly"' or (
        header == 'code,"source, numbered anew for each code","words, roughly"'
    )
    assert [row.split(",")[:2] for row in rows] == [["money", "1"], ["money", "2"], ["trust", "1"]]


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
    for small in ("1 declined", "1 was found", "1 by e-mail", "1 by telephone", "of 1 participant"):
        assert small not in told, small
    assert "How many agreed is not told" in told
    assert "1 was found by search" in study.reports.methods().to_markdown()


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
