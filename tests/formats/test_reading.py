"""Which format a file is in, and what is refused before any is read."""

from __future__ import annotations

import struct

import pytest

from crosscase.errors import UnreadableFile
from crosscase.formats.reading import FORMATS, read_document
from tests.formats.making import docx, odt, pdf, rtf, zipped

HTML = b"<!DOCTYPE html><html><body><p>words</p></body></html>"
VTT = b"WEBVTT\n\n00:01.000 --> 00:02.000\nwords\n"
SRT = b"1\n00:00:01,000 --> 00:00:02,000\nwords\n"
FILES = {
    "docx": docx("words"),
    "odt": odt("words"),
    "rtf": rtf("words"),
    "pdf": pdf("words"),
    "html": HTML,
    "vtt": VTT,
    "srt": SRT,
}


@pytest.mark.parametrize("slug", FILES)
@pytest.mark.parametrize("ending", [".txt", ".docx", ".pdf", "", ".unknown"])
def test_the_content_decides_the_format(slug: str, ending: str) -> None:
    """Each format is known whatever its file is called; a false name is noted."""
    document = read_document(FILES[slug], f"visit{ending}")
    assert document.format == slug
    assert document.text == "words"
    named = next((f.slug for f in FORMATS.values() if ending in f.endings), slug)
    assert [n.slug for n in document.notes] == ([] if named == slug else ["other-format"])


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("a.md", "markdown"),
        ("a.txt", "text"),
        ("a", "text"),
        ("a.docx", "text"),
        ("a.html", "html"),
    ],
)
def test_the_name_decides_where_the_content_does_not(name: str, slug: str) -> None:
    """Plain words are Markdown or text by their ending."""
    assert read_document(b"# words", name).format == slug


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("data", [b"", b"  \n\t\r\n"])
def test_empty_files_are_refused(name: str, data: bytes) -> None:
    """A file without content is refused, whatever its ending."""
    with pytest.raises(UnreadableFile) as caught:
        read_document(data, f"a{FORMATS[name].endings[0]}")
    assert caught.value.slug == "empty-file"


def test_an_encrypted_or_old_word_document_is_refused() -> None:
    """The container of encrypted and old documents gives the way out."""
    ole = bytes.fromhex("D0CF11E0A1B11AE1") + b"\0" * 500
    with pytest.raises(UnreadableFile, match=r"encrypted or an old \.doc") as caught:
        read_document(ole, "a.docx")
    assert "save it as .docx" in (caught.value.hint or "")
    with pytest.raises(UnreadableFile, match=r"“a\.docx” is encrypted\."):
        read_document(ole + "EncryptedPackage".encode("utf-16-le"), "a.docx")


@pytest.mark.parametrize(
    "data",
    [
        zipped({"project.qde": "<Project/>"}),
        b'<?xml version="1.0"?>\n<Project xmlns="urn:QDA-XML:project:1.0" name="P"/>',
        b'<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes/></CodeBook>',
    ],
)
def test_a_project_of_another_tool_is_no_document_and_the_way_in_is_told(data: bytes) -> None:
    with pytest.raises(UnreadableFile, match="a project of a program") as caught:
        read_document(data, "p.qdpx")
    assert "crosscase import STUDY p.qdpx" in (caught.value.hint or "")


def test_a_text_over_the_limit_is_refused_with_the_limit() -> None:
    """A very large text is refused at once; the sentence and the hint name the limit."""
    with pytest.raises(UnreadableFile, match="100 MB") as caught:
        read_document(b"words " * 17_000_000, "a.txt")
    assert "100 MB" in (caught.value.hint or "")


@pytest.mark.parametrize("member", ["../evil", "/etc/evil", "a/../../evil", "C:\\evil", "..\\evil"])
def test_names_that_lead_out_of_an_archive_are_refused(member: str) -> None:
    """An archive that would write outside itself is not opened."""
    with pytest.raises(UnreadableFile, match="leads out"):
        read_document(zipped({"word/document.xml": "<a/>", member: "x"}), "a.docx")


def test_a_zip_bomb_is_refused() -> None:
    """A member that swells two hundred times is not unpacked."""
    bomb = zipped({"word/document.xml": b"\0" * 20_000_000})
    with pytest.raises(UnreadableFile, match="200 times"):
        read_document(bomb, "a.docx")


def test_an_archive_that_unpacks_to_more_than_1_gb_is_refused() -> None:
    """The sizes that the archive itself states are added up."""
    data = bytearray(zipped({"word/document.xml": "<a/>"}))
    entry = data.index(b"PK\x01\x02")
    data[entry + 24 : entry + 28] = struct.pack("<I", 2_000_000_000)
    with pytest.raises(UnreadableFile, match="1 GB"):
        read_document(bytes(data), "a.docx")


def test_an_archive_that_lies_about_its_sizes_is_damaged() -> None:
    """More words than stated are never unpacked."""
    data = bytearray(zipped({"word/document.xml": b"<a/>" * 5000}))
    entry = data.index(b"PK\x01\x02")
    data[entry + 24 : entry + 28] = struct.pack("<I", 10)
    with pytest.raises(UnreadableFile, match="damaged"):
        read_document(bytes(data), "a.docx")


def test_an_encrypted_archive_is_refused() -> None:
    """The flag of encryption is enough."""
    data = bytearray(zipped({"word/document.xml": "<a/>"}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    data[data.index(b"PK\x03\x04") + 6] |= 1
    with pytest.raises(UnreadableFile, match="encrypted"):
        read_document(bytes(data), "a.docx")


@pytest.mark.parametrize(
    ("members", "words"),
    [
        ({"xl/workbook.xml": "<a/>"}, "spreadsheet"),
        ({"ppt/presentation.xml": "<a/>"}, "presentation"),
        ({"notes.txt": "words"}, "zip archive"),
        (
            {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<a/>"},
            "not a text",
        ),
    ],
)
def test_archives_of_other_kinds_are_named(members: dict[str, bytes | str], words: str) -> None:
    """A spreadsheet, a presentation or a plain archive says what it is."""
    with pytest.raises(UnreadableFile, match=words) as caught:
        read_document(zipped(members), "a.docx")
    assert caught.value.slug == "unsupported-format"


def test_xml_of_an_unknown_kind_is_text_with_a_note() -> None:
    """The marks stay, and a note says that they count as words."""
    document = read_document(b"<?xml version='1.0'?><TEI>words</TEI>", "a.xml")
    assert document.text.endswith("<TEI>words</TEI>")
    assert [note.slug for note in document.notes] == ["marks-kept"]


def test_every_format_has_its_own_endings() -> None:
    """No ending names two formats."""
    endings = [ending for known in FORMATS.values() for ending in known.endings]
    assert len(endings) == len(set(endings))
