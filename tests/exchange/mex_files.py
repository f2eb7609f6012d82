"""Synthetic MAXQDA exchange files: twins of what MAXQDA writes, made for these tests."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tests.exchange.taguette_files import database_bytes

__all__ = ["TEXT", "mex_file"]

TEXT = "The pot was empty. 🙂 Nobody trusted it.\r\nThen the winter came.\r\n"
_CHANGED = ", LastChgUser, LastChgDate"
_TABLES = {
    "sys_Setup": '"Key", Value, Data',
    "sys_Fields": "TopicID, ID, Name, Source, Type, Label",
    "sys_Models": "ID, Name, Data",
    "Textgroups": "ID, Idx, Name",
    "Textsets": "ID, Idx, Name",
    "Textlinks": "ID, Idx, SetID, TextID",
    "Texts": "ID INTEGER PRIMARY KEY, GroupID, Text, Name, Date, MemoID, Author, MediaFileX, "
    f"PlainTextWin, PlainTextMac, V1, V2{_CHANGED}",
    "Texts_PlainTextWin_BLOBS": "ID, Value",
    "Texts_Data_BLOBS": "ID, Value",
    "Codewords": f"ID INTEGER PRIMARY KEY, WordID, Name, Color, Author, Date{_CHANGED}",
    "Wordsets": "ID, Idx, Name",
    "Wordlinks": "ID, Idx, SetID, WordID",
    "Codings": "ID INTEGER PRIMARY KEY, TextID, WordID, Weight, Preview, Text, Author, Date, "
    f"CommentL, SegPos1X, SegPos2X{_CHANGED}",
    "Codings_Text_BLOBS": "ID, Value",
    "Memos": f"ID INTEGER PRIMARY KEY, TextID, WordID, CodingID, Title, Author, Date, Text, "
    f"Preview{_CHANGED}",
    "Memos_Text_BLOBS": "ID, Value",
}
_DAY = "2025-06-01T10:00:00.125"
_LOCKED = b"*ENC*" + bytes(range(32))


def _stored(words: str, kind: str) -> bytes:
    match kind:
        case "locked":
            return _LOCKED
        case "utf-16":
            return words.encode("utf-16-le")
        case "rtf":
            inside = "".join(c if c.isascii() else f"\\u{_signed(c)}?" for c in _units(words))
            return b"{\\rtf1\\ansi " + inside.replace("\r\n", "\\par ").encode() + b"}"
    return words.encode("utf-8-sig")


def _units(words: str) -> list[str]:
    raw = words.encode("utf-16-le")
    return [chr(int.from_bytes(raw[at : at + 2], "little")) for at in range(0, len(raw), 2)]


def _signed(unit: str) -> int:
    return ord(unit) - 65_536 if ord(unit) > 32_767 else ord(unit)


def mex_file(
    *,
    kind: str = "locked",
    base: int = 0,
    without: Iterable[str] = (),
    more: Iterable[tuple[str, tuple[Any, ...]]] = (),
) -> bytes:
    """A file with a document, three codings, memos, sets and variables.

    ``kind``: how words are stored: locked, utf-16, utf-8 or rtf; ``base``: the first character.
    """
    left = set(without)
    tables = {name: columns for name, columns in _TABLES.items() if name not in left}
    rows = [*_codes(), *_words(kind, base), *_sets(), *more]
    return database_bytes(tables, [row for row in rows if row[0] in tables])


def _codes() -> list[tuple[str, tuple[Any, ...]]]:
    return [
        ("sys_Setup", ("APPCreated", "MAXQDA 12  12.3.3  WIN", None)),
        ("sys_Setup", ("DateCreated", "2025-06-01T09:00:00Z", None)),
        ("sys_Models", (1, "New map", b"\x01\x02")),
        ("Codewords", (1, 0, "People", 0xFFE69F00, "ann", _DAY, "ben", _DAY)),
        ("Codewords", (2, 1, "Trust", 0xFF909090, "ann", _DAY, "ann", _DAY)),
        ("Codewords", (3, 0, "Seasons", None, "ann", _DAY, None, None)),
    ]


def _words(kind: str, base: int) -> list[tuple[str, tuple[Any, ...]]]:
    blob = _stored(TEXT, kind)
    rows: list[tuple[str, tuple[Any, ...]]] = [
        ("Texts", (1, 1, "BLOB", "Talk", _DAY, 0, "ann", r"C:\Users\ann7731\tape.mp3", "BLOB",
                   "BLOB", 67, "north", "ann", _DAY)),
        ("Texts_PlainTextWin_BLOBS", (1, blob)),
        ("Texts_Data_BLOBS", (1, b"\x01")),
    ]  # fmt: skip
    for number, (code, words, comment, weight) in enumerate(
        [(2, "Nobody trusted", "So it is", 0), (3, "the winter came", "", 50),
         (1, "Nobody trusted", "", 0)], 1,
    ):  # fmt: skip
        # RTF knows paragraphs and no line ends, so each counts as one.
        start = (TEXT.replace("\r", "") if kind == "rtf" else TEXT).index(words) + base
        rows += [
            ("Codings", (number, 1, code, weight, words[:12], "BLOB", "ann", _DAY, comment, start,
                         start + len(words), "ann", _DAY)),
            ("Codings_Text_BLOBS", (number, _stored(words, kind))),
        ]  # fmt: skip
    for number, target in enumerate([(1, 0, 0), (0, 2, 0), (1, 2, 2), (0, 0, 0)], 1):
        rows += [
            ("Memos", (number, *target, f"Memo {number}", "ben", _DAY, "BLOB", f"Begin {number}",
                       "ben", _DAY)),
            ("Memos_Text_BLOBS", (number, _stored(f"Words of {number}", kind))),
        ]  # fmt: skip
    return rows


def _sets() -> list[tuple[str, tuple[Any, ...]]]:
    return [
        ("sys_Fields", (5, 2001, "Age", "V1", 1, None)),
        ("sys_Fields", (5, 2002, "Region", "V2", 2, "Where")),
        ("Textgroups", (1, 0, "Interviews")),
        ("Textsets", (1, 0, "First round")),
        ("Textlinks", (1, 0, 1, 1)),
        ("Wordsets", (1, 0, "Begin with")),
        ("Wordlinks", (1, 0, 1, 2)),
        ("Wordlinks", (2, 0, 9, 2)),
    ]
