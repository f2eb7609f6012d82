"""Codes and categories of RQDA; a code may stand in several categories."""

from __future__ import annotations

from collections.abc import Mapping

from crosscase.formats.foreign_codes import PlacedCode, code_tree
from crosscase.formats.foreign_rows import aside_of, colour_in
from crosscase.formats.foreign_sqlite import Row
from crosscase.formats.refi_qda.records import Code, MemberSet
from crosscase.formats.rqda.rows import RqdaRows
from crosscase.model.ids import Id

__all__ = ["read_codes", "read_file_categories"]


def read_codes(rows: RqdaRows) -> tuple[tuple[Code, ...], list[MemberSet]]:
    """The codebook; a code in more than one category stands in sets for the others."""
    categories = rows.living_numbered("codecat", "catid")
    freecodes = rows.living_numbered("freecode", "id")
    placed = {
        ("codecat", number): PlacedCode(_code(rows, "codecat", number, row), None)
        for number, row in categories.items()
    }
    for number, row in freecodes.items():
        code = _code(rows, "freecode", number, row)
        rows.know("cid", number, code.guid)
        placed["freecode", number] = PlacedCode(code, None)
    others: dict[int, list[tuple[str, Id]]] = {}
    for row in rows.living("treecode"):
        key, above = ("freecode", row.whole("cid") or 0), ("codecat", row.whole("catid") or 0)
        if key not in placed or above not in placed:
            rows.lose("treecode", row)
            continue
        rows.read("treecode")
        if placed[key].above is None:
            placed[key] = PlacedCode(placed[key].code, above)
        elif placed[key].above != above:
            others.setdefault(above[1], []).append(("MemberCode", placed[key].code.guid))
    codes, _ = code_tree(placed)
    return codes, [
        _set_of(rows, "codecat", number, categories[number], members)
        for number, members in others.items()
    ]


def _code(rows: RqdaRows, table: str, number: int, row: Row) -> Code:
    rows.read(table)
    rows.user(row.text("owner"))
    return Code(
        guid=rows.guid(table, number, row.text("owner"), row.text("date")),
        name=row.text("name"),
        codable=table == "freecode",
        colour=colour_in(rows, row),
        description=row.text("memo") or None,
        aside=aside_of(row, "owner", "date", "color"),
    )


def read_file_categories(rows: RqdaRows, sources: Mapping[int, Id]) -> list[MemberSet]:
    """Categories of files are sets of sources."""
    categories = rows.living_numbered("filecat", "catid")
    members: dict[int, list[tuple[str, Id]]] = {number: [] for number in categories}
    for row in rows.living("treefile"):
        source, category = row.whole("fid") or 0, row.whole("catid") or 0
        if source not in sources or category not in members:
            rows.lose("treefile", row)
            continue
        rows.read("treefile")
        members[category].append(("MemberSource", sources[source]))
    rows.read("filecat", len(categories))
    return [
        _set_of(rows, "filecat", number, row, members[number], row.text("memo"))
        for number, row in categories.items()
    ]


def _set_of(
    rows: RqdaRows,
    table: str,
    number: int,
    row: Row,
    members: list[tuple[str, Id]],
    description: str | None = None,
) -> MemberSet:
    return MemberSet(
        guid=rows.guid(table, "set", number, row.text("name")),
        name=row.text("name"),
        description=description or None,
        members=tuple(dict.fromkeys(members)),
    )
