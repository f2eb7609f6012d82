"""A cause across domains, and the conditions under which a person may call it dominant."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from crosscase.errors import MistakeOfUse
from crosscase.model.ids import Id
from crosscase.query.code_names import CodeNames, code_names
from crosscase.query.condition import Condition
from crosscase.store.session import Reading
from crosscase.study_synthesis.dominance_statements import (
    SIGNS,
    DomainStatements,
    Sign,
    Statement,
    statements_of,
)
from crosscase.study_synthesis.interaction_counts import (
    Everybody,
    Sides,
    case_side,
    everybody,
    sector_side,
)
from crosscase.study_synthesis.meeting_units import MeetingUnit, meeting_unit
from crosscase.study_synthesis.small_samples import small_sample_warnings

if TYPE_CHECKING:
    import polars

__all__ = ["CONDITIONS", "DomainRow", "DominanceCondition", "DominanceTable", "dominance_table"]

ConditionKey = Literal["domains", "cases", "sectors", "counter_evidence"]
CONDITIONS: tuple[ConditionKey, ...] = ("domains", "cases", "sectors", "counter_evidence")
LEAST_SECTORS = 2
_OPPOSITE: Mapping[Sign, Sign] = {"enabling": "constraining", "constraining": "enabling"}


@dataclass(frozen=True, slots=True)
class DomainRow:
    """What is said of the cause in one domain, or (without an id) in all of them together.

    ``counter`` counts statements of the sign opposite to the leading one, and passages that speak
    against what was asserted. ``cases`` and ``sectors`` are None where the study has none.
    ``interactions`` are asserted ones from the cause into the domain: so many strengthen a factor
    there, so many weaken one (which says nothing of whether that is for the good).
    """

    id: Id | None
    name: str
    statements: int
    participants: int
    of: int
    cases: int | None
    sectors: int | None
    enabling: int
    constraining: int
    mixed: int
    neutral: int
    counter: int
    interactions: int
    strengthening: int
    weakening: int


@dataclass(frozen=True, slots=True)
class DominanceCondition:
    """One condition: whether it holds, and its number of how many.

    ``holds`` and ``number`` are None where the study cannot say, such as without sectors.
    """

    key: ConditionKey
    says: str
    holds: bool | None
    number: int | None
    of: int | None

    @property
    def told(self) -> str:
        """The number, of how many where that is something."""
        if self.number is None:
            return "unknown"
        return f"{self.number:,}" if self.of is None else f"{self.number:,} of {self.of:,}"


class _Reached(NamedTuple):
    """The cases and the sectors that an entity row lies in."""

    cases: Mapping[int, frozenset[int]]
    sectors: Mapping[int, frozenset[int]]


@dataclass(frozen=True, eq=False)
class DominanceTable:
    """A cause across domains; ``leading`` is the more frequent sign, None where there is none."""

    cause: Id
    cause_name: str
    unit: str
    unit_says: str
    where: str | None
    rows: tuple[DomainRow, ...]
    whole: DomainRow
    leading: Sign | None
    conditions: tuple[DominanceCondition, ...]
    notes: tuple[str, ...]
    found: tuple[DomainStatements, ...] = field(repr=False)

    @property
    def title(self) -> str:
        """What is told: of which cause, by which unit, of how many."""
        narrowed = "" if self.where is None else f", where {self.where}"
        return (
            f"“{self.cause_name}” in {len(self.rows):,} domains, {self.unit_says}, of "
            f"{self.whole.of:,} interviewed{narrowed}"
        )

    @property
    def domains(self) -> tuple[Id, ...]:
        """The domains, by their ids."""
        return tuple(each.id for each in self.rows if each.id is not None)

    def frame(self) -> polars.DataFrame:
        """A row for each domain, and one for all of them."""
        import polars as pl

        names = ("name", "statements", "participants", "of", "cases", "sectors", *SIGNS, "counter",
                 "interactions", "strengthening", "weakening")  # fmt: skip
        rows = [[getattr(row, name) for name in names] for row in (*self.rows, self.whole)]
        schema = {("domain" if name == "name" else name): pl.Int64 for name in names}
        return pl.DataFrame(rows, schema=schema | {"domain": pl.String}, orient="row")

    def places(
        self, domain: Id | None = None, which: Sign | Literal["counter"] | None = None
    ) -> list[tuple[int, int, int]]:
        """Where the statements of a domain (or all) lie: of one sign, or those that speak against.

        Raises MistakeOfUse for a domain that is not in the table.
        """
        if domain is not None and domain not in self.domains:
            raise MistakeOfUse(
                "This code is none of the domains here.",
                slug="not-a-domain",
                hint=f"They are {', '.join(each.name for each in self.rows)}.",
            )
        chosen = [
            each
            for each, row in zip(self.found, self.rows, strict=True)
            if domain in (None, row.id)
        ]
        if which == "counter":
            return sorted({each.place for each in counter_of(chosen, self.leading)})
        return sorted(
            each.place for each in together(chosen) if which is None or each.sign == which
        )


def dominance_table(
    reading: Reading,
    cause: str,
    *,
    domains: Sequence[str] | None = None,
    unit: str = "overlap",
    where: str | None = None,
    cases: str | None = None,
) -> DominanceTable:
    """A cause across domains.

    Args:
        reading: the study.
        cause: a code; the codes below it count with it.
        domains: codes (each with those below it); otherwise the top codes that have codes below
            them, without the one in which the cause lies.
        unit: overlap (passages share text) or turn (both are coded in one turn).
        where: a query; only what meets it is counted.
        cases: the kind of cases that is counted; otherwise sites, or the only kind there is.

    Raises:
        MistakeOfUse: a domain is the cause, or lies above or below it; no domain is left.
    """
    names = code_names(reading)
    row = names.find(cause)
    chosen = _domains(names, row, domains)
    met = _unit(unit)
    condition = None if where is None else Condition(reading, where)
    sides = Sides(case_side(reading, cases), sector_side(reading), None)
    of = everybody(reading, condition, sides, frozenset())
    found = statements_of(
        reading, names, row, chosen, by_turn=met.kind == "turn", condition=condition
    )
    reached = _reached(sides, found)
    leading = _leading(together(found))
    rows = [
        _row([each], names.codes[each.domain].id, names.codes[each.domain].name or "", of, sides,
             reached, leading)
        for each in found
    ]  # fmt: skip
    whole = _row(found, None, "All domains", of, sides, reached, leading)
    return DominanceTable(
        cause=names.codes[row].id,
        cause_name=names.codes[row].name or "",
        unit=met.kind,
        unit_says=met.says,
        where=where,
        rows=tuple(rows),
        whole=whole,
        leading=leading,
        conditions=_conditions(rows, whole, of),
        notes=_notes(rows, whole, of, leading),
        found=tuple(found),
    )


def _unit(word: str) -> MeetingUnit:
    """By what cause and domain are said to meet."""
    met = meeting_unit(word)
    if met.kind not in ("overlap", "turn"):
        raise MistakeOfUse(
            f"Statements are not told by “{word}”.",
            slug="unknown-unit",
            hint="Say overlap (passages share text) or turn (both are coded in one turn).",
        )
    return met


def together(found: Iterable[DomainStatements]) -> list[Statement]:
    """The statements of several domains: the same passage once, with all that is said in it."""
    by_place: dict[tuple[int, int, int], Statement] = {}
    for each in (one for domain in found for one in domain.statements):
        known = by_place.get(each.place)
        flags = each.flags | (0 if known is None else known.flags)
        people = each.people | (frozenset() if known is None else known.people)
        by_place[each.place] = Statement(each.place, flags, people)
    return list(by_place.values())


def counter_of(found: Sequence[DomainStatements], leading: Sign | None) -> list[Statement]:
    """What speaks against: statements of the opposite sign, and passages against assertions."""
    against = [each for domain in found for each in domain.against]
    opposite = None if leading is None else _OPPOSITE[leading]
    return [each for each in together(found) if each.sign == opposite] + against


def _domains(names: CodeNames, cause: int, wanted: Sequence[str] | None) -> list[int]:
    own = set(names.with_descendants(cause))
    if wanted is None:
        tops = [row for row in names.below(None) if cause not in names.with_descendants(row)]
        found = [row for row in tops if names.below(row)] or tops
    else:
        found = list(dict.fromkeys(names.find(each) for each in wanted))
        for row in found:
            if row in own or cause in names.with_descendants(row):
                raise MistakeOfUse(
                    f"“{names.codes[row].name}” is the cause itself, or lies above or below it.",
                    slug="domain-of-itself",
                    hint="Name domains beside the cause.",
                )
    if not found:
        raise MistakeOfUse(
            "There is no domain beside this cause.",
            slug="no-domains",
            hint="Name the codes that are to be the domains.",
        )
    return found


def _reached(sides: Sides, found: Sequence[DomainStatements]) -> _Reached:
    rows = {
        row
        for domain in found
        for each in (*domain.statements, *domain.against)
        for row in (each.place[0], *each.people)
    }
    cases, sectors = (
        {} if side is None else side.of_rows(rows) for side in (sides.cases, sides.sectors)
    )
    return _Reached(cases, sectors)


def _row(
    found: Sequence[DomainStatements],
    id_: Id | None,
    name: str,
    of: Everybody,
    sides: Sides,
    reached: _Reached,
    leading: Sign | None,
) -> DomainRow:
    statements = together(found)
    signs = [each.sign for each in statements]
    return DomainRow(
        id=id_,
        name=name,
        statements=len(statements),
        participants=len({person for each in statements for person in each.people}),
        of=of.participants,
        cases=None if sides.cases is None else _reach(statements, reached.cases),
        sectors=None if sides.sectors is None else _reach(statements, reached.sectors),
        enabling=signs.count("enabling"),
        constraining=signs.count("constraining"),
        mixed=signs.count("mixed"),
        neutral=signs.count("neutral"),
        counter=len({each.place for each in counter_of(found, leading)}),
        interactions=sum(sum(each.signs.values()) for each in found),
        strengthening=sum(each.signs.get("+", 0) for each in found),
        weakening=sum(each.signs.get("-", 0) for each in found),
    )


def _reach(statements: Sequence[Statement], lying: Mapping[int, frozenset[int]]) -> int:
    nowhere: frozenset[int] = frozenset()
    return len(
        {
            at
            for each in statements
            for row in (each.place[0], *each.people)
            for at in lying.get(row, nowhere)
        }
    )


def _leading(statements: Sequence[Statement]) -> Sign | None:
    """The more frequent of enabling and constraining; None where neither is."""
    enabling = sum(each.sign == "enabling" for each in statements)
    constraining = sum(each.sign == "constraining" for each in statements)
    if enabling == constraining:
        return None
    return "enabling" if enabling > constraining else "constraining"


def _conditions(
    rows: Sequence[DomainRow], whole: DomainRow, of: Everybody
) -> tuple[DominanceCondition, ...]:
    there = sum(each.statements > 0 for each in rows)
    return (
        DominanceCondition("domains", "in all domains", there == len(rows), there, len(rows)),
        DominanceCondition(
            "cases",
            "in all cases",
            None if whole.cases is None or not of.cases else whole.cases == of.cases,
            whole.cases,
            of.cases,
        ),
        DominanceCondition(
            "sectors",
            f"in at least {LEAST_SECTORS} sectors",
            None if whole.sectors is None else whole.sectors >= LEAST_SECTORS,
            whole.sectors,
            of.sectors,
        ),
        DominanceCondition(
            "counter_evidence", "counter-evidence is listed", whole.counter > 0, whole.counter, None
        ),
    )


def _notes(
    rows: Sequence[DomainRow], whole: DomainRow, of: Everybody, leading: Sign | None
) -> tuple[str, ...]:
    notes = small_sample_warnings(of.participants)
    if whole.statements and whole.neutral == whole.statements:
        notes.append("No statement has a sign: give codings a valence.")
    elif whole.statements and leading is None:
        notes.append("As many statements enable as constrain: neither sign leads.")
    if sum(each.statements for each in rows) > whole.statements:
        notes.append("A passage that lies in several domains counts in each, and once in all.")
    if whole.statements and not whole.counter:
        notes.append("No counter-evidence is listed: look for what speaks against it.")
    return tuple(notes)


def plain_conditions(conditions: Iterable[DominanceCondition]) -> list[dict[str, Any]]:
    """Conditions as they are kept with a judgement."""
    return [
        {"key": each.key, "holds": each.holds, "number": each.number, "of": each.of}
        for each in conditions
    ]
