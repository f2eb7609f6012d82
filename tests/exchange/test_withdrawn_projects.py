"""What a project brought of people who withdraw, or are purged, neither shows nor leaves."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from crosscase.study import Study
from crosscase.testing import make_study
from tests.exchange.making import coding, guid, packed, project
from tests.exchange.qualcoder_making import qualcoder

WORD = "zanzibar"
QUOTE = f"The {WORD} boat sank quickly before our eyes"
TEXT = (
    f"I: How was it?\nMira: {QUOTE} that night.\nTom: I saw nothing of the kind.\n"
    f"Mira: Yes, the {WORD} one.\nTom: No.\nI: Thank you.\n"
)


def refi(group: str = "group", other: str = "other") -> bytes:
    """A focus group, of which one person is quoted wherever a project can quote."""
    at, tom = TEXT.index(QUOTE), TEXT.index("I saw")
    representation = (
        f'<Representation guid="{guid(54)}"><PlainTextContent>{QUOTE}</PlainTextContent>'
        "</Representation>"
    )
    return packed(
        project(
            f'<CodeBook><Codes><Code guid="{guid(11)}" name="Boat" isCodable="true"><Description>'
            f'as in {QUOTE}</Description></Code></Codes></CodeBook><Cases><Case guid="{guid(40)}" '
            f'name="Boats"><Description>{QUOTE}, she said</Description></Case></Cases><Sources>'
            f'<TextSource guid="{guid(50)}" name="{group}" plainTextPath="internal://g.txt">'
            f'<PlainTextSelection guid="{guid(70)}" name="Mine: {QUOTE}!" startPosition="{at}" '
            f'endPosition="{at + len(QUOTE)}">{coding(80, 11, None)}</PlainTextSelection>'
            f'<PlainTextSelection guid="{guid(71)}" startPosition="{tom}" endPosition="{tom + 5}">'
            f"{coding(81, 11, None)}</PlainTextSelection></TextSource>"
            f'<PDFSource guid="{guid(52)}" name="{other}" path="internal://missing.pdf">'
            f'<PDFSelection guid="{guid(53)}" page="0" firstX="1" firstY="1" secondX="2" '
            f'secondY="2">{representation}</PDFSelection></PDFSource></Sources><Notes><Note '
            f'guid="{guid(60)}" name="free"><PlainTextContent>{QUOTE}.</PlainTextContent></Note>'
            f'</Notes><Graphs><Graph guid="{guid(90)}" name="g"><Vertex guid="{guid(92)}" '
            f'name="then {QUOTE}" firstX="1" firstY="1"/></Graph></Graphs>'
            f'<Weather xmlns="urn:other">{QUOTE}</Weather>'
        ),
        {"sources/g.txt": TEXT.encode()},
    )


def other_tool() -> bytes:
    """A project of another tool, with her words in tables that nothing is known of."""
    source: dict[str, object] = {
        "id": 90,
        "name": "group",
        "fulltext": TEXT,
        "memo": f"see: {QUOTE}",
        "owner": "Ama",
    }
    query: dict[str, object] = {"title": "q", "description": f"how {QUOTE}", "ssql": "select 1"}
    return qualcoder(17, [("source", source), ("stored_sql", query)])


@pytest.fixture(params=[refi, other_tool])
def brought(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Study, bytes]:
    """A study into which it came, with the speaker linked to a participant."""
    data = request.param()
    study = make_study(tmp_path)
    assert study.projects.bring_in(data, name="p").is_balanced
    study.participants.add("Mira")
    study.speakers.link("group", "Mira", "Mira")
    return study, data


def told(study: Study) -> list[tuple[str, object]]:
    """The cells of all tables, and the files of the exported project, that hold the word."""
    found: list[tuple[str, object]] = [
        (table.name, cell)
        for table in study.projects.tables()
        for row in table.rows
        for cell in row
        if isinstance(cell, str) and WORD in cell.casefold()
    ]
    archive = zipfile.ZipFile(io.BytesIO(study.projects.write()[0]))
    found += [
        (name, None) for name in archive.namelist() if WORD.encode() in archive.read(name).lower()
    ]
    return found


def test_quotes_of_a_withdrawn_person_leave_in_no_table_and_no_project(
    brought: tuple[Study, bytes],
) -> None:
    study, _ = brought
    assert told(study)
    study.withdrawals.withdraw("Mira")
    assert told(study) == []


def test_what_left_while_somebody_was_withdrawn_overwrites_nothing(
    brought: tuple[Study, bytes],
) -> None:
    study, _ = brought
    before = told(study)
    study.withdrawals.withdraw("Mira")
    data, _ = study.projects.write()
    study.withdrawals.lift("Mira")
    study.projects.bring_in(data, name="p")
    assert [each for each in told(study) if each[0] != "withdrawal"] == before


def test_a_purge_finds_every_word_and_the_file_does_not_bring_them_again(
    brought: tuple[Study, bytes], tmp_path: Path
) -> None:
    study, data = brought
    traces = study.traces("Mira").traces
    study.purge_participant("Mira", [each.id for each in traces], file_name="study.crosscase")
    assert told(study) == []
    report = study.projects.bring_in(data, name="p")
    assert report.is_balanced
    assert told(study) == []
    assert study.verify() == []
    study.close()
    for path in tmp_path.rglob("*"):
        assert not path.is_file() or WORD.encode() not in path.read_bytes().lower(), path.name


def test_a_package_that_can_be_shared_has_no_quote_in_its_codebook(tmp_path: Path) -> None:
    with make_study(tmp_path) as study:
        study.projects.bring_in(refi(group="Group 55", other="Leaflet 77"), name="p")
        study.reports.package(tmp_path / "p.zip", redacted=True)
    archive = zipfile.ZipFile(tmp_path / "p.zip")
    assert all(WORD.encode() not in archive.read(each).lower() for each in archive.namelist())
    assert b"as in [left out: it quotes somebody]" in archive.read("codebook.csv")
