"""Every kind of document: its pages, its properties, and words that nobody would choose."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from docx.oxml.ns import qn

from tests.report.making import DOCUMENTS, a_transcript
from tests.report.reading import opened, shown_text

HOSTILE = {
    "control characters": "a\x00b\x01c\x0bd\x0ce\x1bf\x7fg\x9fh\ufffei\uffffj",
    "lone surrogates": "a\ud800b\udfffc",
    "right to left": "שלום עולם",
    "overrides": "abc\u202edef\u2066ghi",
    "tags": "<script>alert(1)</script> & ]]> <w:p/>",
    "a very long line": "x" * 200_000,
    "nothing": "",
    "blanks": " \n\t\u2028\u2029\x85 ",
    "emoji": "🧑🏽‍🔬 𝒜 ﷽",
}
PAPER = {
    "matrix": (420, 297), "cases": (297, 210), "sources": (297, 210), "history": (297, 210),
}  # fmt: skip

kinds = pytest.mark.parametrize("kind", DOCUMENTS)


@kinds
@pytest.mark.parametrize("words", HOSTILE)
def test_no_words_break_a_document(kind: str, words: str) -> None:
    """Whatever stands in a study, each document opens again."""
    opened(DOCUMENTS[kind](HOSTILE[words]))


@kinds
def test_each_part_is_read_by_a_parser_that_forgives_nothing(kind: str) -> None:
    """The XML of every part is well formed, and nothing names this machine or another program."""
    from lxml import etree

    made = DOCUMENTS[kind](HOSTILE["control characters"]).to_bytes()
    with ZipFile(BytesIO(made)) as package:
        for name in package.namelist():
            part = package.read(name)
            etree.fromstring(part)
            assert b"/home/" not in part
            assert b"python-docx" not in part
            assert b"Macintosh" not in part


@kinds
def test_it_says_what_it_is_and_who_exported_it(kind: str) -> None:
    """Title, author and language are properties; the study stands in the head of each page."""
    made = DOCUMENTS[kind]("Trust")
    document = opened(made)
    told = document.core_properties
    assert (told.title, told.subject, told.author) == (made.title, "Trust", "Trust")
    assert told.language == "en-GB"
    assert document.sections[0].header.paragraphs[0].text.startswith("Trust\t")
    assert document.paragraphs[0].text == made.title
    style = document.paragraphs[0].style
    assert style is not None and style.name == "Title"


@kinds
def test_its_pages_are_numbered(kind: str) -> None:
    """The foot has the number of the page and of all pages as fields."""
    foot: Any = opened(DOCUMENTS[kind]("Trust")).sections[0].footer.paragraphs[0]._p
    fields = [each.text.strip() for each in foot.iter(qn("w:instrText"))]
    assert fields == ["PAGE", "NUMPAGES"]


@kinds
def test_its_paper_fits_what_it_shows(kind: str) -> None:
    """Words stand on A4 upright, wide tables on A4 or A3 that lie."""
    section = opened(DOCUMENTS[kind]("Trust")).sections[0]
    assert section.page_width is not None and section.page_height is not None
    size = (round(section.page_width.mm), round(section.page_height.mm))
    assert size == PAPER.get(kind, (210, 297))


@kinds
def test_heads_of_tables_repeat_and_rows_stay_whole(kind: str) -> None:
    """The first row of each table is marked as its head; no row breaks across pages."""
    for table in opened(DOCUMENTS[kind]("Trust")).tables:
        rows: list[Any] = [row._tr for row in table.rows]
        assert rows[0].find(f".//{qn('w:tblHeader')}") is not None
        assert rows[-1].find(f".//{qn('w:tblHeader')}") is None
        assert all(row.find(f".//{qn('w:cantSplit')}") is not None for row in rows)


@pytest.mark.parametrize(
    ("language", "told"),
    [("fr", "fr-FR"), ("pt-BR", "pt-BR"), (None, "en-GB"), ('x"/><w:b', "en-GB"), ("ar", "ar-SA")],
)
def test_a_transcript_is_checked_in_the_language_that_is_spoken(
    language: str | None, told: str
) -> None:
    """The language of the source is that of the document; nonsense is passed over."""
    document = opened(replace(a_transcript((None, "mots")), source_language=language))
    assert document.core_properties.language == told


def test_a_line_that_is_written_from_right_to_left_is_marked_so() -> None:
    """Arabic and Hebrew stand at their own side, with the rest of the page as it was."""
    body: Any = opened(DOCUMENTS["memos"]("שלום")).element.body
    assert any(True for _ in body.iter(qn("w:bidi")))
    assert any(True for _ in body.iter(qn("w:rtl")))
    latin: Any = opened(DOCUMENTS["memos"]("Trust")).element.body
    assert not any(True for _ in latin.iter(qn("w:bidi")))


def test_an_override_ends_with_the_words_that_hold_it() -> None:
    """A direction that somebody's words turn does not turn what follows them."""
    shown = shown_text(opened(DOCUMENTS["passages"](HOSTILE["overrides"])))
    assert "abc\u202edef\u2066ghi\u2069\u202c" in shown
