"""The verbs of co-occurrence: which codes meet, by which unit, and the passages where they do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from crosscase.errors import MistakeOfUse
from crosscase.model.counted import counted as number_of
from crosscase.query.answer_pages import kept_answer, page_after, passages_between
from crosscase.query.condition import Condition
from crosscase.query.counting import counted
from crosscase.query.cross_counts import Longs, Lookup, Pairs, distinct, several
from crosscase.query.dimensions import Dimension, dimension
from crosscase.query.facts import Facts, turn_facts
from crosscase.query.intervals import Intervals
from crosscase.query.matrix_cells import CellPage
from crosscase.query.study_view import StudyView, distinct_places, study_view
from crosscase.store.session import Reading, Session
from crosscase.study_synthesis.code_meetings import meetings_of
from crosscase.study_synthesis.code_pairs import CodePairs, PairGroups
from crosscase.study_synthesis.coded_rows import CodedRows, chosen_codes, coded_rows
from crosscase.study_synthesis.meeting_units import MeetingUnit, meeting_unit
from crosscase.study_synthesis.small_samples import small_sample_warnings

if TYPE_CHECKING:
    from crosscase.report.figures import Figure

__all__ = ["Cooccurrence"]

_NEVER_SAYS = (
    "That codes meet does not say that one leads to the other: only a link that somebody drew does."
)


class Cooccurrence:
    """Which codes meet in a study."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def pairs(
        self,
        unit: str = "overlap",
        *,
        codes: str | Sequence[str] = "codes:all",
        by: str | None = None,
        where: str | None = None,
    ) -> CodePairs:
        """All pairs of codes that meet.

        Args:
            unit: overlap (passages that share text), turn, near:200 (characters), near:2 turns, or
                source. It stands in the result, for other units give other numbers.
            codes: codes (the top ones), codes:all, code:NAME, or some names; a code includes those
                below it, and is no pair with them.
            by: sites, sector, any kind of cases or attribute, or waves: participants by group.
            where: a query; only codings that meet it count, and who speaks under its filters.

        Raises:
            NotFound: there is no such code or dimension, or ``where`` names what is not there.
            MistakeOfUse: the unit, the dimension or ``where`` is not understood.
        """
        asked = codes if isinstance(codes, str) else tuple(codes)
        said = meeting_unit(unit)
        with self._session.reading() as reading:
            return kept_answer(
                reading,
                ("cooccurrence", said, asked, by, where),
                lambda: _pairs(reading, said, asked, by, where),
            )

    def passages(
        self,
        made: CodePairs,
        first: str,
        second: str,
        *,
        after: str | None = None,
        most: int = 100,
    ) -> CellPage:
        """The passages of either code where the two meet, page by page; who says both, who not.

        Raises NotFound for a code that was not asked for, MistakeOfUse where one holds the other.
        """
        begins = page_after(after)
        one, two = made.place(first, second)
        with self._session.reading() as reading:
            rows = made.rows.taken(np.isin(made.rows.code, [one, two]))
            met, people = meetings_of(rows, made.unit).places()
            places = distinct_places(
                rows.view, Intervals(rows.source[met], rows.start[met], rows.end[met])
            )
            lying = rows.codes.lookup.pairs(rows.codings.code)
            told = rows.codings.take(
                distinct(lying.fact[np.isin(lying.member, [one, two])]).astype(np.intp)
            )
            last = min(begins + most, len(places))
            condition = None if made.where is None else Condition(reading, made.where)
            everybody = set(turn_facts(reading, condition).participant.tolist()) - {-1}
            said = set(people.tolist())
            return CellPage(
                value=len(said),
                of=made.of,
                who=rows.names(said),
                did_not=rows.names(everybody - said),
                passages=passages_between(reading, places, told, begins, last),
                total=len(places),
                following=str(last) if last < len(places) else None,
            )

    def figure(self, made: CodePairs) -> Figure:
        """The heat map of the pairs that most participants say."""
        from crosscase.study_synthesis.group_figures import pairs_figure

        with self._session.reading() as reading:
            return pairs_figure(reading, made)


def _pairs(
    reading: Reading,
    unit: MeetingUnit,
    codes: str | Sequence[str],
    by: str | None,
    where: str | None,
) -> CodePairs:
    view = study_view(reading)
    condition = None if where is None else Condition(reading, where)
    side = chosen_codes(reading, codes)
    rows = coded_rows(reading, side, condition)
    meetings = meetings_of(rows, unit)
    counts = meetings.counts()
    people = meetings.participants()
    first, second = np.nonzero(np.triu(counts.both, 1))
    order = np.lexsort((second, first, -counts.both[first, second], -people[first, second]))
    first, second = first[order].astype(np.int64), second[order].astype(np.int64)
    turns = turn_facts(reading, condition)
    everybody = distinct(turns.participant[turns.participant >= 0])
    groups, notes = _groups(reading, rows, unit, by, condition, (first, second))
    noun, lookup, of_cases = _cases(reading, view, turns)
    warnings = small_sample_warnings(
        len(everybody), [] if groups is None else list(zip(groups.labels, groups.of, strict=True))
    )
    return CodePairs(
        title=_title(unit, len(everybody), where),
        unit=unit,
        where=where,
        labels=side.labels,
        members=side.members,
        each=counts.each,
        units=counts.units,
        of=len(everybody),
        case_noun=noun,
        of_cases=of_cases,
        first=first,
        second=second,
        participants=people[first, second],
        cases=None if lookup is None else meetings.cases(lookup)[first, second],
        groups=groups,
        warnings=tuple(warnings),
        notes=(*_notes(unit, counts.units, side), *notes, _NEVER_SAYS),
        rows=rows,
        counts=counts,
    )


def _groups(
    reading: Reading,
    rows: CodedRows,
    unit: MeetingUnit,
    by: str | None,
    condition: Condition | None,
    pairs: tuple[Longs, Longs],
) -> tuple[PairGroups | None, list[str]]:
    """Participants of each pair by group, each group against who was interviewed in it."""
    if by is None:
        return None, []
    side = dimension(reading, by)
    if side.key not in ("case", "source"):
        raise MistakeOfUse(
            f"Participants do not lie in a {side.noun}.",
            slug="not-a-group",
            hint="Say sites, another kind of cases, an attribute of participants, or waves.",
        )
    facts = turn_facts(reading, condition)
    facts = facts.taken(facts.participant >= 0)
    by_source = side.key == "source"
    lying = side.lookup.pairs(facts.source if by_source else facts.participant)
    whole = meetings_of(rows, unit)
    counts, of = [], []
    for member in range(len(side.labels)):
        here = lying.fact[lying.member == member]
        inside = distinct(facts.participant[here])
        of.append(len(inside))
        if by_source:
            own = rows.taken(np.isin(rows.source, distinct(facts.source[here])))
            counts.append(meetings_of(own, unit).participants()[pairs])
        else:
            among = rows.view.by_row(inside.tolist())
            counts.append(whole.participants(among)[pairs])
    held = np.array(counts, np.int64).reshape(len(side.labels), len(pairs[0]))
    return PairGroups(side.noun, side.labels, tuple(of), held), _group_notes(side, lying, facts)


def _group_notes(side: Dimension, lying: Pairs, facts: Facts) -> list[str]:
    double = several(lying, facts.participant)
    notes = []
    if double:
        verb = "is" if double == 1 else "are"
        notes.append(
            f"{number_of(double, 'participant')} {verb} in more than one {side.noun}: "
            "counted in each of them, and once in all."
        )
    inside = distinct(facts.participant[lying.fact])
    outside = len(distinct(facts.participant)) - len(inside)
    if outside:
        verb = "is" if outside == 1 else "are"
        notes.append(f"{number_of(outside, 'participant')} {verb} in no {side.noun}: in no group.")
    return notes if side.note is None else [*notes, side.note]


def _cases(
    reading: Reading, view: StudyView, turns: Facts
) -> tuple[str | None, Lookup | None, int | None]:
    """The cases that are counted (sites, or the only kind), and how many there could be."""
    try:
        what = counted(reading, "cases")
    except MistakeOfUse:
        return None, None, None  # there are none, or several kinds of which none is sites
    cases = view.cases_of_kind(what.case_kind or "")
    number = {row: at for at, row in enumerate(cases)}
    pairs = [(row, number[row]) for row in cases]
    for member, groups in view.groups.items():
        pairs += [(member, number[group]) for group in groups if group in number]
    lookup = Lookup([thing for thing, _ in pairs], [case for _, case in pairs])
    # As in a matrix, a case counts by who speaks and by the sources that lie in it.
    held = [lookup.pairs(each).member for each in (turns.participant, turns.source)]
    return what.noun, lookup, len(distinct(np.concatenate(held)))


def _title(unit: MeetingUnit, of: int, where: str | None) -> str:
    more = "" if where is None else f", where {where}"
    return f"Codes that meet {unit.says} (of {of:,} interviewed){more}"


def _notes(unit: MeetingUnit, units: int, side: Dimension) -> list[str]:
    noun = unit.noun
    of = f"{units:,} coded" if noun == "passage" else f"{units:,} with a coded passage"
    notes = [f"Codes meet {unit.says}. Distinct {noun}s are counted, of {of}."]
    if noun == "passage":
        notes.append(
            "For both codes the passages of that one are counted of which fewer meet the other: "
            "none counts twice."
        )
    if unit.kind == "turn":
        notes.append("Turns of interviewers are left out.")
    return notes if side.note is None else [*notes, side.note]
