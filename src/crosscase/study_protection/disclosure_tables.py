"""Recruitment tables beside quotes: small cells, and what tables tell together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from crosscase.analysis.disclosure import (
    Remedy,
    differences,
    guarded,
    k_beside_table,
)
from crosscase.errors import MistakeOfUse
from crosscase.fieldwork.recruitment import cross_counts, labels_by
from crosscase.model.ids import Id
from crosscase.store.session import Reading
from crosscase.study_protection.disclosure_people import KnownPeople
from crosscase.study_protection.disclosure_policy import DisclosurePolicy
from crosscase.study_protection.disclosure_report import (
    CheckedTable,
    FoundRisk,
    PrintedQuote,
)

__all__ = ["ShownTable", "checked_table", "risks_beside", "risks_of_table", "table_sides"]

Cells = Mapping[tuple[str, str], int | None]
# What is crossed, and the cells: of a table of this output, or of one released before.
ShownTable = tuple[str, str, Cells]


def table_sides(asked: str | Sequence[str]) -> tuple[str, str]:
    """The two labels that a table crosses, as “site,sector” or a pair."""
    sides = asked.split(",") if isinstance(asked, str) else list(asked)
    tidy = [" ".join(each.split()) for each in sides]
    if len(tidy) != 2 or not all(tidy) or tidy[0] == tidy[1]:
        raise MistakeOfUse(
            f"“{asked if isinstance(asked, str) else ','.join(asked)}” is no table.",
            slug="not-a-table",
            hint="Name its rows and its columns: site,sector.",
        )
    return tidy[0], tidy[1]


def checked_table(
    reading: Reading,
    policy: DisclosurePolicy,
    people: Iterable[Id],
    sides: tuple[str, str],
) -> CheckedTable:
    """Participants counted by two labels, with small cells hidden."""
    fields = [policy.field_of(label) for label in sides]
    frame = cross_counts(
        people, (fields[0], labels_by(reading, fields[0])), labels_by(reading, fields[1])
    )
    rows = list(frame.iter_rows())[:-1]
    if not rows:
        raise MistakeOfUse(
            "There are no participants to count.",
            slug="no-participants",
            hint="Link the speakers of the interviews to participants first.",
        )
    counts = tuple(tuple(int(count) for count in row[1:-1]) for row in rows)
    return CheckedTable(
        sides[0],
        sides[1],
        tuple(row[0] for row in rows),
        tuple(frame.columns[1:-1]),
        counts,
        guarded(counts, threshold=policy.k),
    )


def risks_of_table(
    table: CheckedTable, policy: DisclosurePolicy, before: Iterable[ShownTable]
) -> Iterator[FoundRisk]:
    """Small cells, and cells that change by few people from a table released before."""
    told = table.guarded
    if told.small:
        small = [(table.row_labels[row], table.column_labels[column]) for row, column in told.small]
        ways = [Remedy("merge rows")] if told.small_rows or told.small_columns else []
        ways = [*([] if told.margins_tell else [Remedy("hide cells")]), *ways]
        yield FoundRisk(
            "small cells",
            k=min(table.counts[row][column] for row, column in told.small),
            cells=tuple(small),
            about=table.name,
            remedies=(*ways, Remedy("leave out")),
        )
    for rows, columns, cells in before:
        if (rows, columns) == (table.rows, table.columns):
            changes = differences(cells, table.cells(), threshold=policy.k)
            if changes:
                yield FoundRisk(
                    "tables differ",
                    k=min(abs(each.people) for each in changes),
                    cells=tuple(each.cell for each in changes),
                    about=table.name,
                    remedies=(Remedy("merge rows"), Remedy("leave out")),
                )


def risks_beside(
    quotes: Sequence[PrintedQuote],
    known: KnownPeople,
    policy: DisclosurePolicy,
    tables: Iterable[ShownTable],
) -> Iterator[FoundRisk]:
    """Attributions that enough people share, but of which a table beside them counts fewer."""
    groups: dict[tuple[tuple[str, str], ...], list[PrintedQuote]] = {}
    for each in quotes:
        if each.participant is not None:
            groups.setdefault(tuple(each.attribution.items()), []).append(each)
    for table in tables:
        for pairs, printed in groups.items():
            attribution = dict(pairs)
            k = _k_beside(table, attribution)
            if k is not None and k < policy.k <= known.people.k(attribution):
                yield FoundRisk(
                    "too few beside the table",
                    quotes=tuple(dict.fromkeys(each.number for each in printed)),
                    attribution=attribution,
                    k=k,
                    about=f"{table[0]} by {table[1]}",
                    remedies=(*_dropped(table, attribution, known, policy), Remedy("leave out")),
                )


def _k_beside(table: ShownTable, attribution: Mapping[str, str]) -> int | None:
    """What a reader counts; None where the table says nothing of it, or hides a part of it."""
    rows, columns, cells = table
    labels = ({row for row, _ in cells}, {column for _, column in cells})
    told = {
        label: attribution[label]
        for label, known in zip((rows, columns), labels, strict=True)
        if attribution.get(label) in known
    }
    wanted = (told.get(rows), told.get(columns))
    fitting = [
        count
        for cell, count in cells.items()
        if all(want in (None, value) for want, value in zip(wanted, cell, strict=True))
    ]
    if not told or None in fitting:
        return None
    shown: dict[tuple[str, str], int] = {
        cell: count for cell, count in cells.items() if count is not None
    }
    return k_beside_table(shown, told, role=rows, site=columns)


def _dropped(
    table: ShownTable, attribution: Mapping[str, Any], known: KnownPeople, policy: DisclosurePolicy
) -> Iterator[Remedy]:
    if "site" in attribution and "site" in table[:2]:
        left = {label: value for label, value in attribution.items() if label != "site"}
        k = known.people.k(left)
        beside = _k_beside(table, left)
        if min(k, k if beside is None else beside) >= policy.k:
            yield Remedy("drop site", left, k)
