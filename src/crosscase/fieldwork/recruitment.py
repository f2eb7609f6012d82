"""The recruitment table: participants by site and sector, each counted once, with margins."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from crosscase.errors import NotFound, nearest_names_hint
from crosscase.fieldwork.case_names import read_case_names
from crosscase.fieldwork.field_words import PERSON, tidy
from crosscase.model.case_closure import (
    counting_memberships,
    groups_of,
    groups_of_kind,
    kind_key,
)
from crosscase.model.fields import Value
from crosscase.model.ids import Id
from crosscase.model.nouns import Attribute, AttributeValue, Case, Membership
from crosscase.store.session import Reading

if TYPE_CHECKING:
    import polars

__all__ = ["NONE", "SEVERAL", "TOTAL", "cross_counts", "labels_by", "shown_value"]

NONE = "(none)"
SEVERAL = "(several, none counts)"
TOTAL = "total"


def labels_by(reading: Reading, field: str) -> Callable[[Id], str]:
    """What stands for a participant under a case kind (the group that counts) or an attribute.

    A group that a participant lies in by way of others only (a system, through a site) is found
    through those that count. Raises NotFound when no kind or attribute has that name.
    """
    names = read_case_names(reading)
    kind = kind_key(field)
    attributes = {tidy(each.name or "").casefold(): each for each in reading.all(Attribute)}
    if kind in names.kinds and kind != PERSON:
        return _group_labels(reading.all(Membership), dict(names.cases), kind)
    if kind in attributes:
        held = {
            each.subject: shown_value(each.value)
            for each in reading.all(AttributeValue)
            if each.attribute == attributes[kind].id and each.value is not None
        }
        return lambda person: held.get(person, NONE)
    known = [*names.kinds.values(), *(each.name or "" for each in attributes.values())]
    raise NotFound(
        f"There is no kind of cases and no attribute “{tidy(field)}”.",
        slug="field-not-found",
        hint=nearest_names_hint(field, known) or f"There are {', '.join(sorted(known))}.",
    )


def cross_counts(
    people: Iterable[Id],
    rows: tuple[str, Callable[[Id], str]],
    columns: Callable[[Id], str],
) -> polars.DataFrame:
    """How many people there are in each row and column, with totals in the last of both."""
    import polars as pl

    row_name, row_of = rows
    pairs = [(row_of(person), columns(person)) for person in people]
    across = _in_order({column for _, column in pairs})
    counts: dict[str, dict[str, int]] = {}
    for row, column in pairs:
        cells = counts.setdefault(row, dict.fromkeys(across, 0))
        cells[column] += 1
    lines = [(row, [counts[row][column] for column in across]) for row in _in_order(counts)]
    lines.append((TOTAL, [sum(cells[n] for _, cells in lines) for n in range(len(across))]))
    headings = _distinct([row_name, *across, TOTAL])
    series = [pl.Series(headings[0], [row for row, _ in lines], dtype=pl.String)]
    for number, heading in enumerate(headings[1:-1]):
        series.append(pl.Series(heading, [cells[number] for _, cells in lines], dtype=pl.Int64))
    series.append(pl.Series(headings[-1], [sum(cells) for _, cells in lines], dtype=pl.Int64))
    return pl.DataFrame(series)


def shown_value(value: Value) -> str:
    """A value as a heading: yes and no, whole numbers without a point."""
    if isinstance(value.value, bool):
        return "yes" if value.value else "no"
    if isinstance(value.value, float) and value.value.is_integer():
        return str(int(value.value))
    return str(value.value)


def _group_labels(
    memberships: Sequence[Membership], cases: dict[Id, Case], kind: str
) -> Callable[[Id], str]:
    counting = counting_memberships(memberships, cases)

    def counts(each: Membership) -> bool:
        member, group = cases.get(each.member), cases.get(each.group)
        if member is None or group is None or member.case_kind != PERSON:
            return True
        chosen = counting.get((each.member, kind_key(group.case_kind)))
        return chosen is None or chosen.group == each.group

    above = groups_of_kind(groups_of(filter(counts, memberships), cases), cases, kind)

    def label(person: Id) -> str:
        if (person, kind) in counting:
            chosen = counting[person, kind]
            return SEVERAL if chosen is None else cases[chosen.group].name
        groups = above.get(person, ())
        if len(groups) > 1:
            return SEVERAL
        return cases[groups[0]].name if groups else NONE

    return label


def _in_order(labels: Iterable[str]) -> list[str]:
    return sorted(labels, key=lambda label: (label in (NONE, SEVERAL), label.casefold(), label))


def _distinct(headings: Sequence[str]) -> list[str]:
    """The headings, told apart where a sector has the name of the margin or of the rows."""
    taken: list[str] = []
    for heading in (headings[-1], *headings[:-1]):
        while heading in taken:
            heading += " (value)"
        taken.append(heading)
    return taken[1:] + taken[:1]
