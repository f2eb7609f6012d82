"""Word documents."""

from __future__ import annotations

import pytest

from crosscase.errors import UnreadableFile
from crosscase.formats.document import Document
from crosscase.formats.docx import read_docx
from tests.formats.making import changed_member, docx, docx_body, docx_table, zipped


def _speech(document: Document) -> list[tuple[str, str, str]]:
    text = document.text
    return [
        (s.speaker, text[s.start_char : s.end_char], text[s.speech_start_char : s.end_char])
        for s in document.labelled
    ]


def test_paragraphs_are_lines_and_headings_are_known() -> None:
    """A paragraph a line, empty ones kept; headings by their style; the title."""
    document = read_docx(docx("# Access", "First", "", "Second", title="Visit 1"), "a.docx")
    assert document.text == "Access\nFirst\n\nSecond"
    assert [(s.start_char, s.end_char, s.level) for s in document.headings] == [(0, 6, 1)]
    assert document.title == "Visit 1"


def test_a_table_of_speakers_becomes_labelled_speech() -> None:
    """Speakers left, words right: speech with its speaker, an empty label goes on."""
    rows = [("P1:", "Hello there."), ("INT", "And how was it?"), ("", "Really?"), ("P1", "Fine.")]
    document = read_docx(docx_table(rows), "a.docx")
    assert document.text.split("\n") == [
        "Before",
        "P1: Hello there.",
        "INT: And how was it?",
        "Really?",
        "P1: Fine.",
        "After",
    ]
    assert _speech(document) == [
        ("P1", "P1: Hello there.", "Hello there."),
        ("INT", "INT: And how was it?\nReally?", "And how was it?\nReally?"),
        ("P1", "P1: Fine.", "Fine."),
    ]


def test_a_header_that_says_speaker_is_enough() -> None:
    """Even when nobody speaks twice, a header makes the table a transcript."""
    document = read_docx(
        docx_table([("Speaker", "Words"), ("Ann", "Yes."), ("Bo", "No.")]), "a.docx"
    )
    assert [speaker for speaker, _, _ in _speech(document)] == ["Ann", "Bo"]
    assert "Speaker\tWords" in document.text


@pytest.mark.parametrize(
    "rows",
    [
        [("Age", "34 years"), ("Sector", "Health care trust")],
        [("a", "b", "c"), ("a", "e", "f")],
        [("What is it? It is long.", "Yes it is"), ("What is it? It is long.", "No not at all")],
    ],
)
def test_other_tables_are_lines_with_tabs(rows: list[tuple[str, ...]]) -> None:
    """A table that is no transcript keeps its rows as lines."""
    document = read_docx(docx_table(rows), "a.docx")
    assert document.labelled == ()
    assert document.text == "\n".join(["Before", *("\t".join(row) for row in rows), "After"])


def test_tracked_insertions_stay_and_deletions_go() -> None:
    """The words as they would be if every tracked change were accepted, with a note."""
    document = read_docx(
        docx_body(
            "<w:p><w:r><w:t xml:space='preserve'>We </w:t></w:r>"
            "<w:ins w:id='1'><w:r><w:t>never </w:t></w:r></w:ins>"
            "<w:del w:id='2'><w:r><w:delText>always </w:delText></w:r></w:del>"
            "<w:r><w:t>agreed</w:t></w:r></w:p>"
        ),
        "a.docx",
    )
    assert document.text == "We never agreed"
    assert [note.slug for note in document.notes] == ["deletions-left-out"]


def test_a_deleted_paragraph_end_joins_the_paragraphs() -> None:
    """A tracked deletion of a paragraph mark runs the words together."""
    gone = "<w:pPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr>"
    document = read_docx(
        docx_body(
            f"<w:p>{gone}<w:r><w:t>one</w:t></w:r></w:p><w:p><w:r><w:t>two</w:t></w:r></w:p>"
        ),
        "a.docx",
    )
    assert document.text == "onetwo"


def test_everything_a_reader_sees_is_read() -> None:
    """Tabs, breaks, links, content controls, fields and text boxes keep their words."""
    document = read_docx(
        docx_body(
            "<w:sdt><w:sdtContent><w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t>"
            "</w:r><w:hyperlink><w:r><w:t>link</w:t></w:r></w:hyperlink>"
            "<w:r><w:instrText>PAGE</w:instrText></w:r>"
            "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p></w:txbxContent>"
            "</w:pict></w:r></w:p></w:sdtContent></w:sdt>"
        ),
        "a.docx",
    )
    assert document.text == "a\tb\nclink\nbox"


def test_footnotes_and_comments_are_noted() -> None:
    """What is left out is said."""
    document = read_docx(
        docx_body(
            "<w:p><w:r><w:t>a</w:t><w:footnoteReference w:id='1'/></w:r>"
            "<w:r><w:commentReference w:id='1'/></w:r></w:p>"
        ),
        "a.docx",
    )
    assert [note.slug for note in document.notes] == ["footnotes-left-out", "comments-left-out"]


def test_a_nested_table_is_words_of_its_cell() -> None:
    """Tables in tables lose no words and repeat none."""

    def cell(xml: str) -> str:
        return f"<w:tbl><w:tr><w:tc>{xml}</w:tc></w:tr></w:tbl>"

    inner = cell("<w:p><w:r><w:t>in</w:t></w:r></w:p>")
    document = read_docx(docx_body(cell(f"<w:p><w:r><w:t>out</w:t></w:r></w:p>{inner}")), "a.docx")
    assert document.text == "out in"


def test_a_document_without_words_is_refused() -> None:
    """An empty Word document is as good as an empty file."""
    with pytest.raises(UnreadableFile, match="holds no text"):
        read_docx(docx(), "a.docx")


@pytest.mark.parametrize("keep", [0.2, 0.9, 0.99])
def test_a_cut_document_is_refused(keep: float) -> None:
    """A document that was not copied completely says so."""
    data = docx("words " * 500)
    with pytest.raises(UnreadableFile, match="damaged or was cut short"):
        read_docx(data[: int(len(data) * keep)], "a.docx")


def test_entities_are_not_resolved() -> None:
    """XML entities, by which files on the machine could be read, are refused."""
    xml = (
        b'<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
        b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        b"<w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>"
    )
    data = changed_member(docx("a"), "word/document.xml", lambda _: xml)
    with pytest.raises(UnreadableFile, match="entities"):
        read_docx(data, "a.docx")


def test_parts_that_are_missing_are_damage() -> None:
    """An archive with a text but without what holds it together is refused politely."""
    with pytest.raises(UnreadableFile) as caught:
        read_docx(zipped({"word/document.xml": "<a/>"}), "a.docx")
    assert caught.value.slug == "damaged-file"
