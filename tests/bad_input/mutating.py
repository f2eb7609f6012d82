"""Changing files a little, by what they are made of: bytes, XML, the members of a zip, cells."""

from __future__ import annotations

import io
import random
import re
import sqlite3
import warnings
import zipfile
from collections.abc import Callable, Sequence
from contextlib import closing

__all__ = ["mutated"]

_SQLITE, _ZIP = b"SQLite format 3\0", b"PK\x03\x04"
_BITS = (b"\0", b"\xff", b"<", b">", b"&", b"9" * 30, b"\xed\xa0\x80", b"\xef\xbb\xbf", b"]]>")
_WORDS = (
    "", " ", "-1", "0", "1", "99999999999", "9" * 40, "1e999", "NaN", "true", "\u202e", "🙂",
    "e\u0301" * 20, "x" * 5_000, "../../etc/passwd", "internal://..\\x", "absolute:///C:/x.pdf",
    "relative:///a", "file:///dev/zero", "{0}", "#12", "#GGGGGG", "2024-13-45T99:00:00Z",
    "0001-01-01T00:00:00+99:99", "ABCDEF00-0000-4000-8000-00000000000B", "a > b", "=1+1", "\ufffe",
    "Text", "Integer", "Float", "Date", "DateTime", "Boolean",
)  # fmt: skip
_ENTITIES = (
    b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>',
    b'<!DOCTYPE x SYSTEM "file:///dev/zero">',
    b'<!DOCTYPE x [<!ENTITY % p SYSTEM "http://localhost:1/x">%p;]>',
    b"<!-- a comment -->",
    b"<?crosscase {}?>",
    b"<?crosscase [1, {}]?>",
)
_TAG = re.compile(rb"<(/?)([A-Za-z]\w*)((?:\s[^<>]*?)?)(/?)>", re.DOTALL)
_ATTRIBUTE = re.compile(rb'(\w+)="([^"]*)"')
_MEMBERS = (
    "../x.txt", "/x.txt", "C:/x.txt", "sources\\x.txt", "PROJECT.QDE", "sources/P01.TXT", "a\0b",
    "other.qde", "sources/", "x" * 300, "Sources/p01.txt",
)  # fmt: skip


def mutated(data: bytes, chance: random.Random) -> bytes:
    """The file with one to a few changes."""
    if data.startswith(_ZIP):
        return _zip(data, chance)
    if data.startswith(_SQLITE):
        return chance.choice((_cells, _cells, _bytes))(data, chance)
    return chance.choice((_xml, _xml, _xml, _bytes))(data, chance)


def _bytes(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 5, 40))):
        if not changed:
            break
        at = chance.randrange(len(changed))
        match chance.randrange(7):
            case 0 | 1:
                changed[at] = chance.randrange(256)
            case 2:
                del changed[at : at + chance.randint(1, 60)]
            case 3:
                changed[at:at] = changed[at : at + chance.randint(1, 200)]
            case 4:
                changed[at:at] = chance.choice(_BITS)
            case 5:
                other = chance.randrange(len(changed))
                changed[at : at + 64] = changed[other : other + 64]
            case _ if chance.random() < 0.2:
                del changed[at:]
    return bytes(changed)


def _xml(data: bytes, chance: random.Random) -> bytes:
    for _ in range(chance.choice((1, 1, 2, 4))):
        tags = list(_TAG.finditer(data))
        if not tags:
            return _bytes(data, chance)
        data = chance.choice(_XML_CHANGES)(data, chance.choice(tags), tags, chance)
    return data


_Tags = Sequence["re.Match[bytes]"]


def _other_value(data: bytes, tag: re.Match[bytes], tags: _Tags, chance: random.Random) -> bytes:
    held = list(_ATTRIBUTE.finditer(data, tag.start(), tag.end()))
    if not held:
        return _other_words(data, tag, tags, chance)
    one = chance.choice(held)
    word = chance.choice((*_WORDS, *(_of_another(tags, chance) for _ in range(8))))
    escaped = word.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
    return data[: one.start(2)] + escaped.encode("utf-8", "surrogatepass") + data[one.end(2) :]


def _of_another(tags: _Tags, chance: random.Random) -> str:
    """A value that stands elsewhere: so that things share an identity or name another kind."""
    values = _ATTRIBUTE.findall(chance.choice(tags)[0])
    return chance.choice(values)[1].decode("utf-8", "replace") if values else "x"


def _without_attribute(
    data: bytes, tag: re.Match[bytes], tags: _Tags, chance: random.Random
) -> bytes:
    held = list(_ATTRIBUTE.finditer(data, tag.start(), tag.end()))
    if not held:
        return data
    one = chance.choice(held)
    return data[: one.start()] + data[one.end() :]


def _other_name(data: bytes, tag: re.Match[bytes], tags: _Tags, chance: random.Random) -> bytes:
    """An element of another name, its end tag too, so that it stays well-formed."""
    name = chance.choice(tags)[2]
    end = _end_of(data, tag)
    made = b"<" + tag[1] + name + tag[3] + tag[4] + b">"
    if end is None:
        return data[: tag.start()] + made + data[tag.end() :]
    closing_tag = b"</" + name + b">"
    return (
        data[: tag.start()] + made + data[tag.end() : end.start()] + closing_tag + data[end.end() :]
    )


def _element(data: bytes, tag: re.Match[bytes]) -> tuple[int, int]:
    end = _end_of(data, tag)
    return tag.start(), tag.end() if end is None else end.end()


def _end_of(data: bytes, tag: re.Match[bytes]) -> re.Match[bytes] | None:
    """The end tag of an element, if it has one of its own."""
    if tag[4] or tag[1]:
        return None
    depth = 1
    for each in _TAG.finditer(data, tag.end()):
        if each[2] != tag[2] or each[4]:
            continue
        depth += -1 if each[1] else 1
        if depth == 0:
            return each
    return None


def _without_element(
    data: bytes, tag: re.Match[bytes], tags: _Tags, chance: random.Random
) -> bytes:
    start, end = _element(data, tag)
    return data[:start] + data[end:]


def _element_elsewhere(
    data: bytes, tag: re.Match[bytes], tags: _Tags, chance: random.Random
) -> bytes:
    """A copy of an element (now and then many) before or after any other tag."""
    start, end = _element(data, tag)
    at = chance.choice(tags)
    place = chance.choice((at.start(), at.end()))
    many = chance.choice((1, 1, 1, 2, 30))
    return data[:place] + data[start:end][:5_000] * many + data[place:]


def _nested(data: bytes, tag: re.Match[bytes], tags: _Tags, chance: random.Random) -> bytes:
    """An element inside many of its own kind."""
    start, end = _element(data, tag)
    deep = chance.choice((2, 40, 110, 300))
    opening = b"<" + tag[2] + tag[3].rstrip(b"/") + b">"
    return data[:start] + opening * deep + data[start:end] + b"</%s>" % tag[2] * deep + data[end:]


def _other_words(data: bytes, tag: re.Match[bytes], tags: _Tags, chance: random.Random) -> bytes:
    word = chance.choice((*_WORDS, "\r\n", "&#13;", "&#0;", "&a;", "<![CDATA[x]]>", "\x01"))
    return data[: tag.end()] + word.encode("utf-8", "surrogatepass") + data[tag.end() :]


def _declared(data: bytes, tag: re.Match[bytes], tags: _Tags, chance: random.Random) -> bytes:
    at = chance.choice((tags[0].start(), tag.start(), len(data)))
    return data[:at] + chance.choice(_ENTITIES) + data[at:]


def _other_space(data: bytes, tag: re.Match[bytes], tags: _Tags, chance: random.Random) -> bytes:
    return data.replace(b"urn:QDA-XML:", chance.choice((b"urn:other:", b"", b"urn:QDA-XML:x:")), 1)


def _other_encoding(data: bytes, tag: re.Match[bytes], tags: _Tags, chance: random.Random) -> bytes:
    name = chance.choice(("utf-16", "utf-16-le", "utf-32", "latin-1", "utf-8-sig", "cp037"))
    return data.decode("utf-8", "replace").encode(name, "replace")


_XML_CHANGES: Sequence[
    Callable[[bytes, re.Match[bytes], _Tags, random.Random], bytes]
] = (
    _other_value, _other_value, _other_value, _other_value, _without_attribute, _other_name,
    _without_element, _element_elsewhere, _element_elsewhere, _nested, _other_words, _declared,
    _other_space, _other_encoding,
)  # fmt: skip


def _zip(data: bytes, chance: random.Random) -> bytes:
    if chance.random() < 0.15:
        return _bytes(data, chance)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = [(each.filename, archive.read(each)) for each in archive.infolist()]
    at = chance.randrange(len(members)) if chance.random() < 0.3 else 0
    name, inside = members[at]
    members[at] = (name, (_xml if name.endswith(".qde") else _bytes)(inside, chance))
    match chance.randrange(12):
        case 0:
            members.append((chance.choice(_MEMBERS), chance.choice(members)[1]))
        case 1:
            members[at] = (chance.choice(_MEMBERS), inside)
        case 2:
            del members[chance.randrange(len(members))]
        case 3:
            chance.shuffle(members)
    made = _packed(members, chance)
    return _bytes(made, chance) if chance.random() < 0.03 else made


def _packed(members: Sequence[tuple[str, bytes]], chance: random.Random) -> bytes:
    stream = io.BytesIO()
    how = chance.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2))
    with warnings.catch_warnings(), zipfile.ZipFile(stream, "w", how) as archive:
        warnings.simplefilter("ignore")  # of two members of one name
        for name, data in members:
            member = zipfile.ZipInfo("x")
            member.filename, member.compress_type = name, how
            if chance.random() < 0.01:
                member.external_attr = 0o120777 << 16  # a link
            archive.writestr(member, data)
    made = stream.getvalue()
    if chance.random() < 0.05:
        # A size or flag that lies, in the directory at the end.
        at = made.rfind(b"PK\x01\x02") + chance.choice((8, 10, 20, 24))
        made = made[:at] + bytes([chance.randrange(256)]) + made[at + 1 :]
    return made


def _cells(data: bytes, chance: random.Random) -> bytes:
    """A database with some cells, rows, columns or tables otherwise."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as database:
        database.deserialize(data)
        named = database.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        )
        tables = [f'"{name}"' for (name,) in named.fetchall()]
        for _ in range(chance.choice((1, 1, 2, 4, 8))):
            try:
                _change_table(database, chance.choice(tables), chance)
            except sqlite3.Error:
                continue  # a constraint, or a table that is gone
        return database.serialize()


def _change_table(database: sqlite3.Connection, table: str, chance: random.Random) -> None:
    columns = [f'"{each[1]}"' for each in database.execute(f"PRAGMA table_info({table})")]
    rows = [row for (row,) in database.execute(f"SELECT rowid FROM {table}")]
    row = chance.choice(rows) if rows else 0
    one, other = chance.choice(columns), chance.choice(columns)
    match chance.randrange(20):
        case 0:
            database.execute(f"DELETE FROM {table} WHERE rowid = ?", (row,))
        case 1:
            database.execute(f"DROP TABLE {table}")
        case 2:
            database.execute(f"ALTER TABLE {table} DROP COLUMN {one}")
        case 3:
            database.execute(f"ALTER TABLE {table} RENAME COLUMN {one} TO other")
        case 4:
            database.execute(f"INSERT INTO {table} SELECT * FROM {table}")
        case 5:
            free = ", ".join(each for each in columns if each != one)
            database.execute(f"INSERT INTO {table} ({free}) SELECT {free} FROM {table}")
        case 6 | 7:
            database.execute(f"UPDATE {table} SET {one} = {other} WHERE rowid = ?", (row,))
        case _:
            value = chance.choice((None, b"\xff\0", 2**62, -7, 0.5, 1e300, 1, 2, 3, *_WORDS))
            database.execute(f"UPDATE {table} SET {one} = ? WHERE rowid = ?", (value, row))
