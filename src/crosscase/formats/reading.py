"""Reading a document of any known format: what is inside decides, the name comes second."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import PurePath

from crosscase.errors import UnreadableFile
from crosscase.formats.archive import open_archive
from crosscase.formats.document import Document, Note
from crosscase.formats.docx import read_docx
from crosscase.formats.html import read_html
from crosscase.formats.markdown import read_markdown
from crosscase.formats.odt import read_flat_odt, read_odt
from crosscase.formats.pdf import read_pdf
from crosscase.formats.pictures import is_picture, read_picture
from crosscase.formats.rtf import read_rtf
from crosscase.formats.srt import read_srt
from crosscase.formats.text import read_text
from crosscase.formats.vtt import read_vtt

__all__ = ["FORMATS", "Format", "encrypted_or_old", "is_encrypted_or_old", "read_document"]


@dataclass(frozen=True, slots=True)
class Format:
    """A format that documents come in; ``most_bytes`` is the largest file read of it."""

    slug: str
    called: str
    endings: tuple[str, ...]
    most_bytes: int


_PICTURE_ENDINGS = (".png", ".jpg", ".jpeg", ".jpe", ".jfif", ".gif", ".webp")
FORMATS: Mapping[str, Format] = {
    known.slug: known
    for known in (
        Format("text", "plain text", (".txt", ".text", ".asc", ".log"), 100_000_000),
        Format("markdown", "Markdown", (".md", ".markdown", ".mdown"), 100_000_000),
        Format("docx", "a Word document", (".docx", ".docm", ".dotx"), 1_000_000_000),
        Format("odt", "an OpenDocument text", (".odt", ".ott"), 1_000_000_000),
        Format("fodt", "a flat OpenDocument text", (".fodt",), 100_000_000),
        Format("rtf", "Rich Text Format", (".rtf",), 100_000_000),
        Format("pdf", "a PDF", (".pdf",), 1_000_000_000),
        Format("picture", "a picture", _PICTURE_ENDINGS, 100_000_000),
        Format("html", "a web page", (".html", ".htm", ".xhtml"), 20_000_000),
        Format("vtt", "a WebVTT transcript", (".vtt",), 20_000_000),
        Format("srt", "SubRip subtitles", (".srt",), 20_000_000),
    )
}

_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_HEAD_BYTES = 4096
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).){0,1000}-->\s*)*<(?:!doctype\s+html|html)\b",
    re.I | re.S,
)
_HTML_PART = re.compile(
    r"\s*<(?:head|body|div|p|h[1-6]|table|ul|ol|meta|title|span|section)\b", re.I
)
_SRT = re.compile(r"\s*\d+[ \t]*\n[ \t]*\d+:\d{1,2}:\d{1,2}[,.]\d+[ \t]*-->")
_PROJECT = re.compile(r"(?:<[?!][^>]*>\s*)*<(?:[\w.-]+:)?(?:Project|CodeBook)[\s>]")
_KINDS_OF_ZIP = (
    ("xl/", "a spreadsheet", "Import it as a table instead of a document."),
    ("ppt/", "a presentation", "Save it as a PDF and add that."),
)


def is_encrypted_or_old(data: bytes) -> bool:
    """Whether a file is in the container of old .doc and of encrypted Office files."""
    return data.startswith(_OLE[:4])


def _head(data: bytes) -> str:
    """The first characters, enough to tell marked-up formats apart."""
    first = data[:_HEAD_BYTES]
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if first.startswith(mark):
            return first.decode(encoding, errors="replace").replace("\r\n", "\n")
    if b"\0" in first[:64]:
        return first.replace(b"\0", b"").decode("latin-1").replace("\r\n", "\n")
    return first.decode("latin-1").replace("\r\n", "\n").replace("\r", "\n")


def encrypted_or_old(data: bytes, name: str) -> UnreadableFile:
    """Why such a file is not read."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        kind, hint = "is encrypted", "Open it with its password and save it without one."
    elif "WordDocument".encode("utf-16-le") in data:
        kind, hint = "is an old Word document (.doc)", "Open it in Word and save it as .docx."
    else:
        kind = "is encrypted or an old .doc"
        hint = "Open it in Word and save it as .docx, without a password."
    return UnreadableFile(f"“{name}” {kind}.", hint=hint, slug="encrypted-file")


def _project_refusal(name: str) -> UnreadableFile:
    return UnreadableFile(
        f"“{name}” is a project of a program for analysis, not a document.",
        hint=f"Bring it in whole: `crosscase import STUDY {name}`.",
        slug="project-file",
    )


def _zip_format(data: bytes, name: str) -> str:
    with open_archive(data, name) as archive:
        members = archive.namelist()
        if "word/document.xml" in members:
            return "docx"
        if "mimetype" in members and "content.xml" in members:
            kind = archive.read("mimetype")[:200].strip()
            if kind.startswith(b"application/vnd.oasis.opendocument.text"):
                return "odt"
            raise UnreadableFile(
                f"“{name}” is an OpenDocument file, but not a text.",
                hint="For a spreadsheet, save it as .xlsx and import it as a table.",
                slug="unsupported-format",
            )
        if "[Content_Types].xml" in members and b"wordprocessingml" in archive.read(
            "[Content_Types].xml"
        ):
            return "docx"
        if any(member.casefold().endswith(".qde") for member in members):
            raise _project_refusal(name)
    for folder, kind_called, hint in _KINDS_OF_ZIP:
        if any(member.startswith(folder) for member in members):
            raise UnreadableFile(
                f"“{name}” is {kind_called}, not a text.", hint=hint, slug="unsupported-format"
            )
    raise UnreadableFile(
        f"“{name}” is a zip archive, not a document.",
        hint="Unpack it and add the files in it.",
        slug="unsupported-format",
    )


def _named_format(name: str) -> str | None:
    ending = PurePath(name).suffix.casefold()
    return next((f.slug for f in FORMATS.values() if ending in f.endings), None)


def _format_of(data: bytes, name: str) -> str:
    named = _named_format(name)
    if is_encrypted_or_old(data):
        raise encrypted_or_old(data, name)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _zip_format(data, name)
    if data.startswith(b"%PDF-") or (named == "pdf" and b"%PDF-" in data[:1024]):
        return "pdf"
    if is_picture(data):
        return "picture"
    head = _head(data)
    start = head.lstrip()
    if start.startswith("{\\rtf"):
        return "rtf"
    if head.startswith("WEBVTT"):
        return "vtt"
    if _HTML.match(head):
        return "html"
    if start.startswith("<?xml") and "urn:oasis:names:tc:opendocument" in head:
        return "fodt"
    if _SRT.match(head):
        return "srt"
    if _PROJECT.match(start) and "QDA-XML" in head:
        raise _project_refusal(name)
    if named in ("pdf", "docx", "odt", "rtf", "fodt"):
        # These are told by their content alone, and this is none of them.
        return "html" if _HTML_PART.match(head) else "text"
    return named or "text"


def _read_as(slug: str, data: bytes, name: str, encoding: str | None) -> Document:
    known = FORMATS[slug]
    if len(data) > known.most_bytes:
        raise UnreadableFile(
            f"“{name}” has {len(data) / 1e6:,.0f} MB; crosscase reads {known.called} "
            f"of up to {known.most_bytes / 1e6:,.0f} MB.",
            hint=f"Split it into documents of less than {known.most_bytes / 1e6:,.0f} MB.",
            slug="file-too-large",
        )
    match slug:
        case "docx":
            return read_docx(data, name)
        case "odt":
            return read_odt(data, name)
        case "fodt":
            return read_flat_odt(data, name)
        case "rtf":
            return read_rtf(data, name)
        case "pdf":
            return read_pdf(data, name)
        case "picture":
            return read_picture(data, name)
        case "html":
            return read_html(data, name, encoding)
        case "vtt":
            return read_vtt(data, name, encoding)
        case "srt":
            return read_srt(data, name, encoding)
        case "markdown":
            return read_markdown(data, name, encoding)
    return read_text(data, name, encoding)


def read_document(data: bytes, name: str, *, encoding: str | None = None) -> Document:
    """Read a document whose format its content tells, or else its name.

    Args:
        data: the file.
        name: its name; its ending matters only where the content does not decide.
        encoding: the encoding of a text, where a person knows it.

    Returns:
        The words and what the format says about them; a note says so when the name
        promises another format than the one found.

    Raises:
        UnreadableFile: it is empty, damaged, cut short, encrypted, too large, harmful, or
            of a format that is not read.
        MistakeOfUse: the encoding named does not exist.
    """
    if not data or (len(data) < 1_000_000 and not data.strip()):
        raise UnreadableFile(
            f"“{name}” is empty.",
            hint="Check that it was copied or downloaded completely.",
            slug="empty-file",
        )
    slug = _format_of(data, name)
    document = _read_as(slug, data, name, encoding)
    if slug == "text" and document.text.startswith("<?xml"):
        marks = Note(
            "marks-kept", f"“{name}” is XML of a kind not known; its marks count as words."
        )
        document = replace(document, notes=(marks, *document.notes))
    named = _named_format(name)
    if named is None or named == slug or {named, slug} <= {"odt", "fodt"}:
        return document
    note = Note(
        "other-format",
        f"“{name}” is named as {FORMATS[named].called} but holds {FORMATS[slug].called}; "
        "it was read as that.",
    )
    return replace(document, notes=(note, *document.notes))
