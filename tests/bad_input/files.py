"""Documents that are not as they should be, made as cheaply as they can be."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.formats.making import docx, docx_body, odt, pdf, rtf, zipped

__all__ = ["BAD_DOCUMENTS", "bomb", "write_bad_document"]

_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
    b'<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0">'
    b"&b;</office:document>"
)


def bomb(member: str, spaces: int = 30_000_000) -> bytes:
    """An archive that is small until it is unpacked."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(member, b" " * spaces)
    return out.getvalue()


def _crowd() -> bytes:
    """An archive of more files than any document has."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", "<a/>")
        for number in range(20_001):
            archive.writestr(f"{number}", b"")
    return out.getvalue()


def _encrypted_zip() -> bytes:
    """A docx whose member says that it is encrypted, locally and in the directory."""
    data = bytearray(zipped({"word/document.xml": "<a/>"}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


# name: (what makes it, the slug it is refused with)
BAD_DOCUMENTS: Mapping[str, tuple[Callable[[], bytes], str]] = {
    "empty.txt": (lambda: b"", "empty-file"),
    "blank.md": (lambda: b" \n\t\n ", "empty-file"),
    "empty.docx": (lambda: b"", "empty-file"),
    "wordless.docx": (lambda: docx_body("<w:p/>"), "empty-file"),
    "cut.docx": (lambda: docx("words " * 100)[:-200], "damaged-file"),
    "cut.odt": (lambda: odt("words")[:500], "damaged-file"),
    "cut.pdf": (lambda: pdf("First page")[:-120], "damaged-file"),
    "cut.rtf": (lambda: rtf("words")[:12], "damaged-file"),
    "locked.docx": (
        lambda: _OLE + bytes(512) + "EncryptedPackage".encode("utf-16-le") + bytes(512),
        "encrypted-file",
    ),
    "locked_inside.docx": (_encrypted_zip, "encrypted-file"),
    "locked.pdf": (lambda: pdf("Secret", encrypted=True), "encrypted-file"),
    "old.doc": (lambda: _OLE + bytes(900), "encrypted-file"),
    "scanned.pdf": (lambda: pdf("", ""), "no-text-layer"),
    "picture.txt": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, "damaged-file"),
    "half_utf8.txt": (
        lambda: ("é" * 200).encode() + b"\xff" + ("ü" * 200).encode(),
        "damaged-file",
    ),
    "bomb.docx": (lambda: bomb("word/document.xml"), "archive-too-large"),
    "bomb.odt": (lambda: bomb("content.xml"), "archive-too-large"),
    "laughs.fodt": (lambda: _LAUGHS, "xml-entities"),
    "crowd.docx": (_crowd, "archive-too-large"),
    "leads_out.docx": (
        lambda: zipped({"word/document.xml": "<a/>", "../../.ssh/keys": "x"}),
        "archive-leads-out",
    ),
    "leads_out_windows.odt": (
        lambda: zipped({"mimetype": "x", "content.xml": "<a/>", "..\\..\\boot.ini": "x"}),
        "archive-leads-out",
    ),
    "sheet.docx": (lambda: zipped({"xl/workbook.xml": "<a/>"}), "unsupported-format"),
}


def write_bad_document(name: str) -> Path:
    """Write one of them into the folder of the test."""
    path = Path(name)
    path.write_bytes(BAD_DOCUMENTS[name][0]())
    return path
