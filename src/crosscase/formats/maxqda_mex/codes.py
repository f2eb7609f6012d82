"""Codes of MAXQDA, and its sets of codes and of documents."""

from __future__ import annotations

from crosscase.formats.foreign_codes import PlacedCode, code_tree
from crosscase.formats.foreign_rows import ForeignRows, aside_of
from crosscase.formats.maxqda_mex.memos import MemoRows
from crosscase.formats.refi_qda.records import Code, MemberSet

__all__ = ["colour_of", "read_codes", "read_sets"]

_ASTRAY = "What it belongs to is not in the file."
_OPAQUE = 0xFF000000


def colour_of(number: int | None) -> str | None:
    """A colour as MAXQDA stores it (alpha, red, green, blue); None for what is no colour."""
    if number is None or not 0 <= number <= 0xFFFFFFFF:
        return None
    return f"#{number & 0xFFFFFF:06X}" if number >= _OPAQUE or number <= 0xFFFFFF else None


def read_codes(rows: ForeignRows, memos: MemoRows) -> tuple[Code, ...]:
    """The codes below one another."""
    placed = {}
    for number, row in rows.numbered("Codewords", rows.take("Codewords"), "ID").items():
        rows.read("Codewords")
        rows.user(row.text("Author"))
        written = row.whole("Color")
        colour = colour_of(written)
        if colour is None and written is not None:
            rows.odd("colour-unreadable")
        guid = rows.guid("Codewords", number, row.text("Date"))
        code = Code(
            guid=rows.know("WordID", number, guid),
            name=row.text("Name"),
            colour=colour,
            notes=memos.on_code(number),
            aside=aside_of(row, "Alias", "Author", "Date"),
        )
        above = row.whole("WordID") or None
        placed["Codewords", number] = PlacedCode(
            code, None if above is None else ("Codewords", above)
        )
    codes, astray = code_tree(placed)
    if astray:
        rows.odd("parent-unknown", astray)
    return codes


def read_sets(rows: ForeignRows) -> tuple[MemberSet, ...]:
    """Sets of codes, sets of documents, and the groups that documents lie in."""
    members: dict[tuple[str, int | None], list[tuple[str, str]]] = {}
    for table, column, kind, owner in (
        ("Wordlinks", "WordID", "MemberCode", "Wordsets"),
        ("Textlinks", "TextID", "MemberSource", "Textsets"),
    ):
        own = {row.whole("ID") for row in rows.database.rows(owner)}
        for row in rows.take(table):
            guid = rows.known(column, row.whole(column))
            if guid is None or row.whole("SetID") not in own:
                rows.keep(table, row, _ASTRAY)
                continue
            rows.read(table)
            members.setdefault((owner, row.whole("SetID")), []).append((kind, guid))
    for row in rows.database.rows("Texts"):
        guid = rows.known("TextID", row.whole("ID"))
        if guid is not None and row.whole("GroupID"):
            key = ("Textgroups", row.whole("GroupID"))
            members.setdefault(key, []).append(("MemberSource", guid))
    found = []
    for table in ("Textgroups", "Textsets", "Wordsets"):
        for number, row in rows.numbered(table, rows.take(table), "ID").items():
            rows.read(table)
            found.append(
                MemberSet(
                    guid=rows.guid(table, number, row.text("Name")),
                    name=row.text("Name"),
                    members=tuple(dict.fromkeys(members.pop((table, number), ()))),
                )
            )
    return tuple(found)
