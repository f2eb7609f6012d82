"""Pictures: PNG, JPEG, GIF and WebP, of which only the head is read, never the picture itself.

Nothing is decompressed here, so a small file that would unfold to gigabytes does no harm; its
size is read from its head and bounded.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

from crosscase.errors import UnreadableFile
from crosscase.formats.document import Document, Note
from crosscase.model.regions import PICTURE_TEXT

__all__ = ["PICTURE_TYPES", "Picture", "is_picture", "picture_of", "read_picture"]

PICTURE_TYPES = {"png": "image/png", "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp"}
_MOST_PIXELS = 250_000_000
_PNG = b"\x89PNG\r\n\x1a\n"
_OTHERS = (
    ((b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"), "a TIFF picture"),
    ((b"BM",), "a bitmap (BMP)"),
)
_CONVERT = "Save it as PNG or JPEG and add that: browsers show these."
# Start of frame: what says how large a JPEG is. C4, C8 and CC are tables.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_ORIENTATION, _PLACE = 0x0112, 0x8825


@dataclass(frozen=True, slots=True)
class Picture:
    """What the head of a picture says; the size is as it is shown, turned as the camera asks."""

    format: str
    width: int
    height: int
    says_where: bool = False

    @property
    def type(self) -> str:
        """Its media type."""
        return PICTURE_TYPES[self.format]


def is_picture(data: bytes) -> bool:
    """Whether these bytes begin as a picture of any kind, one that is read or not."""
    return _format_of(data) is not None or _refused(data) is not None


def picture_of(data: bytes, name: str) -> Picture:
    """The format and the size of a picture; UnreadableFile when it is none that can be shown."""
    other = _refused(data)
    if other is not None:
        raise UnreadableFile(
            f"“{name}” is {other}, which browsers do not show.",
            hint=_CONVERT,
            slug="unsupported-picture",
        )
    try:
        found = _head_of(data)
    except (struct.error, IndexError):
        found = None
    if found is None or not _is_whole(data, found.format):
        raise UnreadableFile(
            f"“{name}” is damaged or was cut short: it cannot be read as a picture.",
            hint="Copy or download it again.",
            slug="damaged-file",
        )
    if not 0 < found.width * found.height <= _MOST_PIXELS:
        raise UnreadableFile(
            f"“{name}” says that it has {found.width:,} by {found.height:,} points; crosscase "
            f"takes pictures of up to {_MOST_PIXELS / 1e6:,.0f} million.",
            hint="Make it smaller and add that.",
            slug="picture-too-large",
        )
    return found


def read_picture(data: bytes, name: str) -> Document:
    """Read a picture: one sign stands for it until somebody describes it in words."""
    found = picture_of(data, name)
    notes = (
        (
            Note(
                "picture-says-where",
                f"“{name}” holds the place where it was taken; the study keeps it as it is.",
            ),
        )
        if found.says_where
        else ()
    )
    return Document(PICTURE_TEXT, "picture", notes=notes)


def _format_of(data: bytes) -> str | None:
    if data.startswith(_PNG):
        return "png"
    if data.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if data.startswith((b"GIF87a", b"GIF89a")):
        return "gif"
    return "webp" if data.startswith(b"RIFF") and data[8:12] == b"WEBP" else None


def _refused(data: bytes) -> str | None:
    """What kind of picture this is that browsers do not all show; None for others."""
    for marks, called in _OTHERS:
        if data.startswith(marks) and (marks != (b"BM",) or data[6:10] == bytes(4)):
            return called
    brand = data[8:12] if data[4:8] == b"ftyp" else b""
    if brand in (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1"):
        return "a HEIC picture, as telephones make them"
    return "an AVIF picture" if brand in (b"avif", b"avis") else None


def _head_of(data: bytes) -> Picture | None:
    match _format_of(data):
        case "png" if data[12:16] == b"IHDR":
            return Picture("png", *struct.unpack(">II", data[16:24]))
        case "gif":
            return Picture("gif", *struct.unpack("<HH", data[6:10]))
        case "webp":
            return _webp(data)
        case "jpeg":
            return _jpeg(data)
    return None


def _webp(data: bytes) -> Picture | None:
    kind = data[12:16]
    if kind == b"VP8X":
        width, height = (int.from_bytes(data[at : at + 3], "little") + 1 for at in (24, 27))
        return Picture("webp", width, height)
    if kind == b"VP8L" and data[20] == 0x2F:
        bits = int.from_bytes(data[21:25], "little")
        return Picture("webp", (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
    if kind == b"VP8 " and data[23:26] == b"\x9d\x01\x2a":
        width, height = struct.unpack("<HH", data[26:30])
        return Picture("webp", width & 0x3FFF, height & 0x3FFF)
    return None


def _jpeg(data: bytes) -> Picture | None:
    at, turned, says_where = 2, False, False
    while at + 9 < len(data):
        if data[at] != 0xFF:
            return None
        mark = data[at + 1]
        if mark == 0xFF or 0xD0 <= mark <= 0xD8 or mark == 0x01:
            at += 1 if mark == 0xFF else 2
            continue
        (length,) = struct.unpack(">H", data[at + 2 : at + 4])
        if mark in _FRAMES:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            size = (height, width) if turned else (width, height)
            return Picture("jpeg", *size, says_where)
        if mark == 0xE1 and data[at + 4 : at + 10] == b"Exif\0\0":
            turned, says_where = _exif(data[at + 10 : at + 2 + length])
        at += 2 + max(length, 2)
    return None


def _exif(block: bytes) -> tuple[bool, bool]:
    """Whether the camera was held upright on its side, and whether it says where it was."""
    order = {b"II": "<", b"MM": ">"}.get(block[:2])
    if order is None or len(block) < 10:
        return False, False
    (first,) = struct.unpack(order + "I", block[4:8])
    held = block[first : first + 2]
    count = struct.unpack(order + "H", held)[0] if len(held) == 2 else 0
    turned = says_where = False
    for number in range(min(count, 200)):
        entry = block[first + 2 + 12 * number : first + 14 + 12 * number]
        if len(entry) < 12:
            break
        (tag,) = struct.unpack(order + "H", entry[:2])
        if tag == _ORIENTATION:
            turned = struct.unpack(order + "H", entry[8:10])[0] in (5, 6, 7, 8)
        says_where = says_where or tag == _PLACE
    return turned, says_where


def _is_whole(data: bytes, format_: str) -> bool:
    """Whether the end of the picture is there; what programs add behind it does not matter."""
    match format_:
        case "png":
            return b"IEND" in data[-65_536:]
        case "jpeg":
            return b"\xff\xd9" in data[4:]
        case "gif":
            return b";" in data[-4_096:]
    (size,) = struct.unpack("<I", data[4:8])
    return bool(len(data) >= size + 8 - (size & 1))
