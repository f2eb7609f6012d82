"""OpenDocument texts."""

from __future__ import annotations

import pytest

from crosscase.errors import UnreadableFile
from crosscase.formats.odt import read_flat_odt, read_odt
from tests.formats.making import changed_member, odt, odt_body, zipped


def test_paragraphs_headings_and_spaces() -> None:
    """A paragraph a line; runs of spaces and tabs are kept; headings are known."""
    document = read_odt(odt("# Access", "two  spaces\tand a tab", "Second"), "a.odt")
    assert document.text == "Access\ntwo  spaces\tand a tab\nSecond"
    assert [(s.start_char, s.end_char, s.level) for s in document.headings] == [(0, 6, 1)]


def test_white_space_in_the_xml_is_collapsed() -> None:
    """Line ends and indents of the XML are no words; a line-break is."""
    document = read_odt(
        odt_body("<text:p>\n  one\n  <text:span>two</text:span><text:line-break/>three </text:p>"),
        "a.odt",
    )
    assert document.text == "one two\nthree"


def test_notes_and_tracked_deletions_are_left_out_with_a_note() -> None:
    """Footnotes, comments and deleted words are not in the text, and that is said."""
    document = read_odt(
        odt_body(
            "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p>"
            "</text:deletion></text:changed-region></text:tracked-changes>"
            "<text:p>kept<text:note><text:note-body><text:p>foot</text:p></text:note-body>"
            "</text:note><office:annotation><text:p>comment</text:p></office:annotation></text:p>"
        ),
        "a.odt",
    )
    assert document.text == "kept"
    assert [note.slug for note in document.notes] == [
        "footnotes-left-out",
        "comments-left-out",
        "deletions-left-out",
    ]


def test_lists_sections_and_text_boxes_keep_their_words() -> None:
    """What stands inside other things is read where it stands."""
    document = read_odt(
        odt_body(
            "<text:section><text:list><text:list-item><text:p>item</text:p></text:list-item>"
            "</text:list></text:section><text:p>with<draw:frame><draw:text-box><text:p>box"
            "</text:p></draw:text-box></draw:frame></text:p>"
        ),
        "a.odt",
    )
    assert document.text == "item\nwith\nbox"


def test_a_table_of_speakers_becomes_labelled_speech() -> None:
    """The same rule as in Word documents."""
    rows = [("Ann", "I think so."), ("Int", "Why is that?"), ("Ann", "It is cheaper.")]
    xml = "".join(
        "<table:table-row>"
        + "".join(f"<table:table-cell><text:p>{c}</text:p></table:table-cell>" for c in row)
        + "</table:table-row>"
        for row in rows
    )
    document = read_odt(odt_body(f"<table:table>{xml}</table:table>"), "a.odt")
    assert [span.speaker for span in document.labelled] == ["Ann", "Int", "Ann"]
    assert document.text.startswith("Ann: I think so.\nInt: Why is that?")


def test_a_flat_file_is_read_alike() -> None:
    """The single-file form gives the same words."""
    ns = "urn:oasis:names:tc:opendocument:xmlns"
    xml = (
        f'<office:document xmlns:office="{ns}:office:1.0" xmlns:text="{ns}:text:1.0">'
        "<office:body><office:text><text:p>flat</text:p></office:text></office:body>"
        "</office:document>"
    )
    assert read_flat_odt(xml.encode(), "a.fodt").text == "flat"


def test_an_encrypted_text_is_refused() -> None:
    """An encrypted text says so, with the way out."""
    data = zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "META-INF/manifest.xml": "<m><encryption-data/></m>",
            "content.xml": b"\x93\x01\x02",
        }
    )
    with pytest.raises(UnreadableFile, match="encrypted"):
        read_odt(data, "a.odt")


def test_entities_are_not_resolved() -> None:
    """A text that declares entities is refused, however small they are."""
    data = changed_member(
        odt_body("<text:p>a</text:p>"),
        "content.xml",
        lambda xml: b"<!DOCTYPE a [<!ENTITY x 'y'>]>" + xml,
    )
    with pytest.raises(UnreadableFile, match="entities"):
        read_odt(data, "a.odt")


def test_xml_that_breaks_off_is_damage() -> None:
    """A text whose XML is not whole is refused."""
    data = changed_member(odt("words"), "content.xml", lambda xml: xml[:-20])
    with pytest.raises(UnreadableFile, match="damaged"):
        read_odt(data, "a.odt")
