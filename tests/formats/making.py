"""Small files of each format, made in memory for the tests of reading them."""

from __future__ import annotations

import io
import struct
import wave
import zipfile
import zlib
from collections.abc import Callable, Sequence

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def zipped(members: dict[str, bytes | str]) -> bytes:
    """A zip archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def changed_member(data: bytes, member: str, change: Callable[[bytes], bytes]) -> bytes:
    """The same archive with the bytes of one member changed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members: dict[str, bytes | str] = {n: archive.read(n) for n in archive.namelist()}
    content = members[member]
    assert isinstance(content, bytes)
    members[member] = change(content)
    return zipped(members)


def docx(*paragraphs: str, title: str = "") -> bytes:
    """A Word document of plain paragraphs; ``# `` begins a heading."""
    from docx import Document

    document = Document()
    document.core_properties.title = title
    for words in paragraphs:
        if words.startswith("# "):
            document.add_heading(words[2:], 1)
        else:
            document.add_paragraph(words)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def docx_table(rows: Sequence[Sequence[str]]) -> bytes:
    """A Word document with a table between two paragraphs."""
    from docx import Document

    document = Document()
    document.add_paragraph("Before")
    table = document.add_table(len(rows), len(rows[0]))
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, words in zip(row.cells, cells, strict=True):
            cell.text = words
    document.add_paragraph("After")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def docx_body(xml: str) -> bytes:
    """A Word document whose body is the XML given."""
    body = f"<w:body>{xml}</w:body>".encode()
    start = f'<?xml version="1.0" encoding="UTF-8"?><w:document {W}>'.encode()
    return changed_member(docx(), "word/document.xml", lambda _: start + body + b"</w:document>")


def odt(*paragraphs: str) -> bytes:
    """An OpenDocument text; ``# `` begins a heading."""
    from odfdo import Document, Header, Paragraph

    document = Document("text")
    document.body.clear()
    for words in paragraphs:
        heading = words.startswith("# ")
        document.body.append(Header(1, words[2:]) if heading else Paragraph(words))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def odt_body(xml: str) -> bytes:
    """An OpenDocument text whose body is the XML given."""
    ns = "urn:oasis:names:tc:opendocument:xmlns"
    names = " ".join(f'xmlns:{n}="{ns}:{n}:1.0"' for n in ("office", "text", "table"))
    content = (
        f'<office:document-content {names} xmlns:draw="{ns}:drawing:1.0">'
        f"<office:body><office:text>{xml}</office:text></office:body></office:document-content>"
    )
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def rtf(*paragraphs: str) -> bytes:
    """An RTF file; the paragraphs may hold control words."""
    words = "".join(f"\\pard {paragraph}\\par\n" for paragraph in paragraphs)
    head = r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss\fcharset0 Arial;}}"
    return f"{head}\n{words}}}".encode("latin-1")


def _pdf_text(page: str) -> bytes:
    shown = (
        line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        for line in page.split("\n")
    )
    return (
        b"BT /F1 12 Tf 72 720 Td 14 TL "
        + b" ".join(f"({line}) Tj T*".encode("cp1252") for line in shown)
        + b" ET"
    )


def pdf(*pages: str, title: str = "", encrypted: bool = False, turned: bytes = b"") -> bytes:
    """A PDF with a page of text for each string; an empty string is a page without text.

    ``turned`` is what each page says besides: /Rotate, /CropBox.
    """
    count = len(pages)
    kids = " ".join(f"{5 + 2 * n} 0 R" for n in range(count))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< /Title ({title}) >>".encode(),
    ]
    for n, page in enumerate(pages):
        stream = _pdf_text(page) if page else b""
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] %s /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % (turned, 6 + 2 * n)
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    if encrypted:
        objects.append(
            b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >>" % (b"ab" * 32, b"cd" * 32)
        )
    out = b"%PDF-1.4\n"
    offsets: list[int] = []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    trailer = b"/Size %d /Root 1 0 R /Info 4 0 R" % (len(objects) + 1)
    if encrypted:
        trailer += b" /Encrypt %d 0 R /ID [<00> <00>]" % len(objects)
    return (
        out
        + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< %s >>\nstartxref\n%d\n%%%%EOF\n"
        % (
            len(objects) + 1,
            table,
            trailer,
            len(out),
        )
    )


def png(width: int, height: int) -> bytes:
    """A PNG of one colour; a large one only says that it is large."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + content))
        return struct.pack(">I", len(content)) + kind + content + check

    size = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = (b"\0" + b"\x80" * width) * height if width * height <= 1_000_000 else b""
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", size)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def jpeg(width: int, height: int, *, orientation: int = 1, says_where: bool = False) -> bytes:
    """The head and the end of a JPEG, with what a camera says of itself."""
    entries = [struct.pack(">HHIHH", 0x0112, 3, 1, orientation, 0)]
    if says_where:
        entries.append(struct.pack(">HHII", 0x8825, 4, 1, 0))
    exif = b"Exif\0\0MM\0*" + struct.pack(">IH", 8, len(entries)) + b"".join(entries) + bytes(4)
    frame = struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\0"
    return (
        b"\xff\xd8\xff\xe1"
        + struct.pack(">H", len(exif) + 2)
        + exif
        + b"\xff\xc0"
        + struct.pack(">H", len(frame) + 2)
        + frame
        + b"\xff\xda\0\x08\x01\x01\0\0\x3f\0\0\0\xff\xd9"
    )


def gif(width: int, height: int) -> bytes:
    """The head and the end of a GIF."""
    return b"GIF89a" + struct.pack("<HH", width, height) + b"\0\0\0;"


def webp(width: int, height: int, kind: str) -> bytes:
    """The head of a WebP in one of its three forms."""
    match kind:
        case "VP8X":
            sides = ((side - 1).to_bytes(3, "little") for side in (width, height))
            body = bytes(4) + b"".join(sides)
        case "VP8L":
            body = b"\x2f" + struct.pack("<I", (width - 1) | (height - 1) << 14)
        case _:
            body = bytes(3) + b"\x9d\x01\x2a" + struct.pack("<HH", width, height)
    part = kind.encode() + struct.pack("<I", len(body)) + body
    return b"RIFF" + struct.pack("<I", len(part) + 4) + b"WEBP" + part


def mp3(size: int = 100) -> bytes:
    """The first bytes of an MP3."""
    return b"ID3\x04\0\0\0\0\0\0" + bytes(size)


def wav() -> bytes:
    """A tenth of a second of silence, whole."""
    out = io.BytesIO()
    with wave.open(out, "wb") as recording:
        recording.setnchannels(1)
        recording.setsampwidth(2)
        recording.setframerate(8_000)
        recording.writeframes(bytes(1_600))
    return out.getvalue()


def mp4(brand: bytes = b"isom") -> bytes:
    """The first bytes of an MP4."""
    return b"\0\0\0\x18ftyp" + brand + bytes(80)
