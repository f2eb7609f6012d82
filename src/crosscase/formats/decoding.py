"""Bytes to characters: byte order marks, UTF-8 first, then a guess that says it is one."""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass

from crosscase.errors import MistakeOfUse, UnreadableFile
from crosscase.formats.document import Note
from crosscase.model.counted import counted

__all__ = ["Decoded", "binary_kind", "decode"]

_MARKS = (  # UTF-32 before UTF-16: the mark of the one begins with the mark of the other
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CANDIDATES = [
    *("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258"),
    *("cp932", "euc_jp", "gb18030", "big5", "cp949", "koi8_r", "koi8_u", "cp874", "mac_roman"),
]
_SINGLE_BYTE = frozenset(c for c in _CANDIDATES if c.startswith(("cp125", "koi8", "mac", "cp874")))
_SIGNATURES = (
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\x00", "a picture"),
    (b"MM\x00*", "a picture"),
    (b"ID3", "a sound recording"),
    (b"OggS", "a recording"),
    (b"fLaC", "a sound recording"),
    (b"RIFF", "a recording or picture"),
    (b"\x1aE\xdf\xa3", "a film"),
    (b"SQLite format 3\x00", "a database"),
    (b"\x1f\x8b", "a compressed file"),
    (b"7z\xbc\xaf\x27\x1c", "a compressed file"),
    (b"Rar!", "a compressed file"),
    (b"BZh", "a compressed file"),
    (b"\xfd7zXZ\x00", "a compressed file"),
    (b"\x7fELF", "a program"),
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffe\uffff]")
_CONTROL_BYTES = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_HIGH = re.compile(rb"[\x80-\xff]")
_USUAL = re.compile("[A-Za-z0-9 \n\u3000\u3001\u3002\uff0c]")  # letters, spaces, CJK stops
_SAMPLE_BYTES = 65_536


@dataclass(frozen=True, slots=True)
class Decoded:
    """Characters, the encoding they were in, and a note where that was a guess."""

    text: str
    encoding: str
    notes: tuple[Note, ...] = ()


def binary_kind(data: bytes) -> str | None:
    """What a binary file is, by its first bytes, or None when it may be a text.

    A text may begin with the same letters (“ID3: I think...”), but holds no control bytes.
    """
    if not _CONTROL_BYTES.search(data[:4096]):
        return None
    if data[4:8] == b"ftyp":
        return "a recording or picture"
    return next((kind for mark, kind in _SIGNATURES if data.startswith(mark)), None)


def _binary(name: str, kind: str | None = None) -> UnreadableFile:
    what = f"is {kind}, not a text" if kind else "is not a text, or its encoding is not known"
    return UnreadableFile(
        f"“{name}” {what}.",
        hint="If it is a text, name its encoding, for example cp1252, utf-16-le or shift_jis.",
        slug="binary-file",
    )


def _looks_binary(text: str) -> bool:
    sample = text[:_SAMPLE_BYTES]
    return "\0" in text or len(_CONTROLS.findall(sample)) * 50 > len(sample)


def _as_named(data: bytes, name: str, encoding: str) -> Decoded:
    try:
        text = data.decode(encoding)
    except LookupError as error:
        raise MistakeOfUse(
            f"“{encoding}” is not an encoding.",
            hint="Usual ones are utf-8, cp1252, utf-16, shift_jis, gb18030 and iso-8859-1.",
            slug="unknown-encoding",
        ) from error
    except UnicodeError as error:
        place = f" at byte {error.start}" if isinstance(error, UnicodeDecodeError) else ""
        raise UnreadableFile(
            f"“{name}” is not in {encoding}: it cannot be decoded{place}.",
            hint="Leave the encoding out to have it guessed.",
            slug="wrong-encoding",
        ) from error
    return Decoded(text, codecs.lookup(encoding).name)


def _is_wide_text(text: str) -> bool:
    """Whether decoded UTF-16 or UTF-32 is writing: any even number of bytes can be decoded."""
    sample = text[:1000]
    unassigned = sum(unicodedata.category(character) in ("Cn", "Co") for character in sample)
    return not _looks_binary(text) and unassigned * 50 <= len(sample)


def _wide_without_mark(data: bytes) -> Decoded | None:
    """UTF-16 or UTF-32 without a byte order mark; in the wrong order no spaces come out."""
    best, most = None, 0
    for encoding in ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        sample = text[:_SAMPLE_BYTES]
        usual = len(_USUAL.findall(sample))
        if usual > most and usual * 50 >= len(sample) and _is_wide_text(text):
            best, most = Decoded(text, encoding, (_guessed(encoding),)), usual
    return best


def _guessed(encoding: str) -> Note:
    return Note(
        "encoding-guessed",
        f"The encoding was guessed to be {encoding}: look over accents and quotation marks, "
        "and name the encoding if they are wrong.",
    )


def _refuse_damaged_utf8(data: bytes, name: str) -> None:
    """Refuse a text that is UTF-8 but for a few bytes; any other reading would garble it."""
    text = data.decode("utf-8", errors="replace")
    bad = text.count("\ufffd")
    good = len(re.findall(r"[^\x00-\x7f\ufffd]", text))
    if good <= 5 * bad:
        return
    line = text.count("\n", 0, text.index("\ufffd")) + 1
    raise UnreadableFile(
        f"“{name}” is UTF-8, but damaged in {counted(bad, 'place')}, the first in line {line}.",
        hint="Mend it in a text editor and save it as UTF-8, or name the encoding it is in.",
        slug="damaged-file",
    )


def _telling_lines(data: bytes) -> bytes:
    """The lines with bytes outside ASCII: only they tell one encoding from another."""
    kept: list[bytes] = []
    size = 0
    found = _HIGH.search(data)
    while found is not None and size < _SAMPLE_BYTES:
        at = found.start()
        start = data.rfind(b"\n", max(0, at - 1000), at) + 1 or at
        end = data.find(b"\n", at, at + _SAMPLE_BYTES) + 1 or at + _SAMPLE_BYTES
        kept.append(data[start:end])
        size += end - start
        found = _HIGH.search(data, end)
    return b"".join(kept)


def _guess(data: bytes, name: str) -> Decoded:
    from charset_normalizer import from_bytes

    matches = list(from_bytes(_telling_lines(data), cp_isolation=_CANDIDATES, threshold=0.3))
    ranked = [match.encoding for match in matches]
    if ranked and ranked[0] in _SINGLE_BYTE:
        best = matches[0]
        # The tables of Western and Central Europe share most letters: between equals take
        # the one that is by far the more common.
        equal = [m for m in matches if (m.chaos, m.coherence) == (best.chaos, best.coherence)]
        if any("cp1252" in (m.encoding, *m.could_be_from_charset) for m in equal):
            ranked.insert(0, "cp1252")
    elif not ranked:
        ranked = ["cp1252"]
    for encoding in ranked:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _looks_binary(text):
            return Decoded(text, encoding, (_guessed(encoding),))
    raise _binary(name)


def decode(data: bytes, name: str, encoding: str | None = None) -> Decoded:
    """Turn the bytes of a text into characters.

    Args:
        data: the bytes.
        name: the file's name, for sentences.
        encoding: the encoding when a person knows it; without it, a byte order mark
            decides, then UTF-8, then a guess, which is noted.

    Returns:
        The characters, the encoding used and any note.

    Raises:
        UnreadableFile: it is no text, or cannot be decoded.
        MistakeOfUse: the encoding named does not exist.
    """
    if encoding is not None:
        return _as_named(data, name, encoding)
    kind = binary_kind(data)
    if kind is not None:
        raise _binary(name, kind)
    for mark, marked in _MARKS:
        if data.startswith(mark):
            return _as_named(data, name, marked)
    if b"\0" in data:
        wide = _wide_without_mark(data)
        if wide is None:
            raise _binary(name)
        return wide
    if b"\x1b$" in data:  # ISO-2022-JP, still used in Japanese mail, is all ASCII bytes
        try:
            return Decoded(data.decode("iso2022_jp"), "iso2022_jp", (_guessed("iso2022_jp"),))
        except UnicodeDecodeError:
            pass
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        _refuse_damaged_utf8(data, name)
        return _guess(data, name)
    if _looks_binary(text):
        raise _binary(name)
    return Decoded(text, "utf-8")
