"""Indices of inequality joined to cases as attributes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from crosscase.errors import MistakeOfUse
from crosscase.fieldwork.field_plan import FieldPlan
from crosscase.fieldwork.field_words import tidy
from crosscase.log.records import Draft
from crosscase.model.nouns import Attribute, Case
from crosscase.store.recording import Recorded
from crosscase.store.session import Reading, Session

__all__ = ["Inequality", "JoinedIndices", "LeftUndefined"]


@dataclass(frozen=True, slots=True)
class LeftUndefined:
    """A figure that a case did not get, and why there is none."""

    case: str
    attribute: str
    reason: str


@dataclass(frozen=True, slots=True)
class JoinedIndices:
    """What a join did, or would do.

    ``joined``     the cases that have the figures now, by name
    ``unmatched``  names in the table that no case has
    ``values``     how many values changed
    """

    recorded: Recorded | None
    attributes: tuple[str, ...]
    joined: tuple[str, ...]
    unmatched: tuple[str, ...]
    undefined: tuple[LeftUndefined, ...]
    values: int


class Inequality:
    """The indices of inequality of a study's cases."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def join(
        self,
        found: pl.DataFrame,
        *,
        label: str | None = None,
        case_kind: str | None = None,
        match: str | None = None,
        with_intervals: bool = False,
        dry_run: bool = False,
    ) -> JoinedIndices:
        """Put indices on cases as attributes, as one operation.

        Args:
            found: what ``crosscase.analysis.inequality.indices`` gave, by one column.
            label: what the indices are of: "life expectancy" makes the attribute "life expectancy
                sii"; without it the attribute is called as the index.
            case_kind: the kind of cases that are meant, where names alone are not enough.
            match: the attribute that holds what the table calls a case, such as a code; without
                it cases are found by name.
            with_intervals: add attributes for the ends of the intervals.
            dry_run: say what would come in, and store nothing.

        Returns:
            Which cases got figures, and what was left out. An attribute that is not there is
            added; an undefined figure is not stored, and one that the case had is taken away.

        Raises:
            MistakeOfUse: the frame has not one column of cases; nobody matches; two cases hold
                the same code; an attribute of the name is not a number.
        """
        names = found.columns[: found.columns.index("index")] if "index" in found.columns else []
        if len(names) != 1:
            raise MistakeOfUse(
                f"The figures are by {len(names)} columns, and cases are named by one.",
                slug="not-one-column-of-cases",
                hint="Work the indices out by the column that names the cases.",
            )
        reports: list[JoinedIndices] = []

        def decide(reading: Reading) -> Draft | None:
            plan = FieldPlan(reading, self._session)
            report = _planned(plan, found, names[0], label, case_kind, match, with_intervals)
            reports.append(report)
            return Draft("values.set", {"n": report.values}, plan.changes())

        recorded = None
        if dry_run:
            with self._session.reading() as reading:
                decide(reading)
        else:
            recorded = self._session.record(decide)
        told = reports[-1]
        return JoinedIndices(
            recorded, told.attributes, told.joined, told.unmatched, told.undefined, told.values
        )


def _planned(
    plan: FieldPlan,
    found: pl.DataFrame,
    column: str,
    label: str | None,
    case_kind: str | None,
    match: str | None,
    with_intervals: bool,
) -> JoinedIndices:
    by_code = None if match is None else _cases_by_code(plan, match, case_kind)
    wanted = [str(name) for name in found[column].unique(maintain_order=True).to_list()]
    cases = {
        name: case for name in wanted if (case := _case(plan, name, case_kind, by_code)) is not None
    }
    if not cases:
        raise MistakeOfUse(
            f"None of {len(wanted)} names in “{column}” is a case of this study.",
            slug="nothing-matches",
            hint="Name the attribute that holds these codes, or import the cases first."
            if match is None
            else f"Check what “{match}” holds.",
        )
    _refuse_one_case_twice(cases)
    attributes: dict[str, Attribute] = {}
    undefined: list[LeftUndefined] = []
    values = 0
    for row in found.iter_rows(named=True):
        case = cases.get(str(row[column]))
        if case is None:
            continue
        name = tidy(f"{label or ''} {row['index']}")
        figures = {name: row["value"]}
        if with_intervals:
            figures |= {f"{name} low": row["low"], f"{name} high": row["high"]}
        for attribute_name, figure in figures.items():
            if attribute_name not in attributes:
                attributes[attribute_name] = _attribute(plan, attribute_name)
            values += plan.set_value(case, attributes[attribute_name], figure)
        if row["undefined"]:
            undefined.append(LeftUndefined(case.name or case.id, name, row["undefined"]))
    return JoinedIndices(
        None,
        tuple(attributes),
        tuple(case.name or case.id for case in cases.values()),
        tuple(name for name in wanted if name not in cases),
        tuple(undefined),
        values,
    )


def _case(
    plan: FieldPlan, name: str, case_kind: str | None, by_code: Mapping[str, Case] | None
) -> Case | None:
    if by_code is not None:
        return by_code.get(tidy(name).casefold())
    # Several cases of one name are refused with how to say which.
    return plan.names.find(name, case_kind) if plan.names.named(name, case_kind) else None


def _cases_by_code(plan: FieldPlan, match: str, case_kind: str | None) -> dict[str, Case]:
    attribute = plan.get_attribute(match)
    kinds = None if case_kind is None else plan.checked_kind(case_kind)
    found: dict[str, Case] = {}
    for value in plan.values.all().values():
        case = plan.names.cases.get(value.subject)
        if value.attribute != attribute.id or value.value is None or case is None:
            continue
        if kinds is not None and case.case_kind != kinds:
            continue
        code = tidy(str(value.value.value)).casefold()
        if code in found and found[code].id != case.id:
            raise MistakeOfUse(
                f"“{found[code].name}” and “{case.name}” have the same “{attribute.name}”.",
                slug="code-shared",
                hint="Give each case a code of its own, or say which kind of cases is meant.",
            )
        found[code] = case
    return found


def _refuse_one_case_twice(cases: Mapping[str, Case]) -> None:
    first: dict[str, str] = {}
    for name, case in cases.items():
        if case.id in first:
            raise MistakeOfUse(
                f"“{first[case.id]}” and “{name}” are the same case.",
                slug="case-twice",
                hint="Write it one way in the table, and work the indices out anew.",
            )
        first[case.id] = name


def _attribute(plan: FieldPlan, name: str) -> Attribute:
    held = plan.find_attribute(name)
    if held is None:
        return plan.add_attribute(name, "number")
    if held.value_type != "number":
        raise MistakeOfUse(
            f"The attribute “{held.name}” holds {held.value_type}, not numbers.",
            slug="attribute-of-another-type",
            hint="Give the figures another label.",
        )
    return held
