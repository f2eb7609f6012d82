"""Saturation of a study: how codes came in with the interviews, pooled and for each case."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from crosscase.analysis.saturation import (
    CAVEAT,
    Accumulation,
    OrderBootstrap,
    Richness,
    RunSaturation,
    accumulation,
    chao1,
    chao2,
    first_interviews,
    order_bootstrap,
    run_saturation,
)
from crosscase.errors import MistakeOfUse
from crosscase.model.counted import counted
from crosscase.model.ids import Id
from crosscase.model.nouns import Study
from crosscase.query.code_names import code_names
from crosscase.query.dimensions import Dimension, dimension
from crosscase.report.figures.framing import Caption, Figure
from crosscase.store.as_of import state_name
from crosscase.store.session import Reading, Session
from crosscase.study_synthesis.code_levels import CodeLevel, CodesAtLevel, codes_at_level
from crosscase.study_synthesis.interview_codes import InterviewCodes, InterviewReader
from crosscase.study_synthesis.small_samples import small_sample_warnings

if TYPE_CHECKING:
    import polars

__all__ = [
    "CaseSaturation",
    "CodebookUsed",
    "Interview",
    "NewCode",
    "Saturation",
    "SaturationReport",
]


@dataclass(frozen=True, slots=True)
class NewCode:
    """A code that occurs for the first time, and its first passage there."""

    code_id: Id
    code: str
    source_id: Id
    start_char: int
    end_char: int


@dataclass(frozen=True, slots=True)
class Interview:
    """One interview: its number in the order (from 1), its codes, and those that were new."""

    number: int
    source_id: Id
    source: str
    day: str | None
    participants: tuple[str, ...]
    codes: int
    cumulative: int
    new: tuple[NewCode, ...]


@dataclass(frozen=True, slots=True)
class CaseSaturation:
    """Saturation of one case (None: pooled over all)."""

    case: str | None
    case_id: Id | None
    participants: int
    interviews: tuple[Interview, ...]
    run: RunSaturation
    orders: OrderBootstrap
    accumulation: Accumulation
    chao1: Richness
    chao2: Richness


@dataclass(frozen=True, slots=True)
class CodebookUsed:
    """The codebook in which codes were new: its state, its codes, and how many of them occur.

    ``merged`` and ``split`` codes changed what is one code and what is two.
    """

    state: str
    codes: int
    used: int
    merged: int
    split: int
    note: str


@dataclass(frozen=True, slots=True)
class SaturationReport:
    """All that is told of saturation; warnings are to be shown before any figure."""

    level: CodeLevel
    coder: str | None
    agreed: bool
    where: str | None
    by: str | None
    codebook: CodebookUsed
    warnings: tuple[str, ...]
    pooled: CaseSaturation
    cases: tuple[CaseSaturation, ...]
    notes: tuple[str, ...]
    caveat: str = CAVEAT


@dataclass(frozen=True, slots=True)
class _Rule:
    base: int
    run: int
    threshold: float
    orders: int
    seed: int


class Saturation:
    """When interviews stopped bringing new codes."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def assess(
        self,
        *,
        base: int = 4,
        run: int = 2,
        threshold: float = 0.05,
        orders: int = 10_000,
        seed: int = 1,
        by: str | None = None,
        level: str = "leaf",
        where: str | None = None,
        coder: str | None = None,
        agreed: bool = False,
        order: str | Sequence[str] = "date",
    ) -> SaturationReport:
        """Tell how codes came in with the interviews, pooled and for each case of a kind.

        Args:
            base: how many first interviews make the base.
            run: how many interviews make a run.
            threshold: the share of the base's codes that a run may bring at most.
            orders: in how many random orders the interviews are laid besides.
            seed: of these orders; the same seed tells the same.
            by: a kind of cases, an attribute or waves; each is told by itself.
            level: ``leaf`` counts codes as they were applied, ``top`` the codes above them.
            where: a question that codings and interviews must answer.
            coder: whose coding counts; anybody's when nobody is named.
            agreed: only codes that at least two coders gave the same interview.
            order: ``date``, ``added``, or the names of interviews one after another.
        """
        rule = _Rule(base, run, threshold, orders, seed)
        with self._session.reading() as reading:
            codes = codes_at_level(reading, level)
            side = None if by is None else _side(reading, by)
            reader = InterviewReader(
                reading, codes, where=where, coder=coder, agreed=agreed, order=order
            )
            pooled = _told(reader, codes, reader.of(), rule, None, None)
            held = (
                () if side is None else tuple(reader.of(side, n) for n in range(len(side.labels)))
            )
            cases = () if side is None else tuple(_each(reader, codes, side, held, rule))
            notes = [*reader.notes, side.note if side else None]
            if side is not None:
                notes.append(_in_several(side, held))
            return SaturationReport(
                codes.level,
                coder,
                agreed,
                where,
                None if side is None else side.noun,
                _codebook(reading, codes, pooled),
                tuple(_warnings(pooled, cases)),
                pooled,
                cases,
                tuple(each for each in notes if each),
            )

    def frame(self, told: SaturationReport) -> polars.DataFrame:
        """The interviews of a report, pooled and of each case, with what was new in each."""
        from crosscase.study_synthesis.saturation_tables import saturation_frame

        return saturation_frame(told)

    def figure(self, told: SaturationReport) -> Figure:
        """The curves of a report as a chart: one panel, or one for each case."""
        from crosscase.report.figures.saturation import CodeCurve, saturation_figure

        shown = told.cases or (told.pooled,)
        curves = [
            CodeCurve(
                each.case or "All",
                [interview.cumulative for interview in each.interviews],
                each.accumulation.expected,
                each.accumulation.low,
                each.accumulation.high,
                each.run.interviews,
                each.run.label,
            )
            for each in shown
        ]
        rule = told.pooled.run
        of = (
            f"Of {counted(told.pooled.participants, 'participant')} in "
            f"{counted(len(told.pooled.interviews), 'interview')}; {told.codebook.used:,} of "
            f"{counted(told.codebook.codes, 'code')} used"
        )
        notes = (
            f"A dotted line marks saturation with base {rule.base}, run {rule.run} and "
            f"threshold {rule.threshold:.3g}",
            *told.warnings,
            told.caveat,
        )
        with self._session.reading() as reading:
            study = next((each.title for each in reading.all(Study)), "") or ""
        caption = Caption(of, f"codebook of state {told.codebook.state}", study, notes)
        return saturation_figure(curves, "Distinct codes by interview", caption)


def _side(reading: Reading, by: str) -> Dimension:
    side = dimension(reading, by)
    if side.key not in ("case", "source") or side.noun == "source":
        raise MistakeOfUse(
            f"Saturation cannot be told by {side.noun}.",
            slug="saturation-by",
            hint="Name a kind of cases (sites), an attribute (sector) or waves.",
        )
    return side


def _each(
    reader: InterviewReader,
    codes: CodesAtLevel,
    side: Dimension,
    held: Sequence[InterviewCodes],
    rule: _Rule,
) -> list[CaseSaturation]:
    return [
        _told(reader, codes, found, rule, label, member.id)
        for found, label, member in zip(held, side.labels, side.members, strict=True)
    ]


def _in_several(side: Dimension, held: Sequence[InterviewCodes]) -> str | None:
    """Why the participants of the cases may be more than those of all together."""
    times = Counter(person for found in held for person in frozenset().union(*found.people))
    double = sum(count > 1 for count in times.values())
    if not double:
        return None
    verb = "is" if double == 1 else "are"
    return (
        f"{counted(double, 'participant')} {verb} in more than one {side.noun}: "
        "counted in each of them, and once in all."
    )


def _told(
    reader: InterviewReader,
    codes: CodesAtLevel,
    found: InterviewCodes,
    rule: _Rule,
    case: str | None,
    case_id: Id | None,
) -> CaseSaturation:
    incidence = found.incidence
    first = first_interviews(incidence)
    new = np.bincount(first[first >= 0], minlength=len(found.sources))
    return CaseSaturation(
        case,
        case_id,
        len(frozenset().union(*found.people)),
        _interviews(reader, codes, found, first, new),
        run_saturation(new.tolist(), base=rule.base, run=rule.run, threshold=rule.threshold),
        order_bootstrap(
            incidence,
            base=rule.base,
            run=rule.run,
            threshold=rule.threshold,
            orders=rule.orders,
            seed=rule.seed,
        ),
        accumulation(incidence),
        chao1(found.passages),
        chao2(incidence),
    )


def _interviews(
    reader: InterviewReader,
    codes: CodesAtLevel,
    found: InterviewCodes,
    first: np.ndarray[tuple[int], np.dtype[np.int64]],
    new: np.ndarray[tuple[int], np.dtype[np.int64]],
) -> tuple[Interview, ...]:
    view = reader.view
    said: list[list[NewCode]] = [[] for _ in found.sources]
    for at in np.flatnonzero(first[found.code] == found.interview).tolist():
        interview, code = int(found.interview[at]), int(found.code[at])
        source = view.sources[found.sources[interview]]
        place = (int(found.start_char[at]), int(found.end_char[at]))
        said[interview].append(NewCode(codes.ids[code], codes.names[code], source.id, *place))
    in_each = np.bincount(found.interview, minlength=len(found.sources)).tolist()
    cumulative = np.cumsum(new).tolist()
    told = []
    for at, row in enumerate(found.sources):
        source = view.sources[row]
        people = sorted(view.cases[each].name or "" for each in found.people[at])
        day = reader.days.get(row)
        told.append(
            Interview(
                at + 1,
                source.id,
                source.name or "",
                day,
                tuple(people),
                in_each[at],
                cumulative[at],
                tuple(said[at]),
            )
        )
    return tuple(told)


def _codebook(reading: Reading, codes: CodesAtLevel, pooled: CaseSaturation) -> CodebookUsed:
    tree = code_names(reading).tree
    merged = sum(each.merged_into is not None for each in tree.everything.values())
    split = sum(bool(each.split_into) for each in tree.everything.values())
    state = state_name(reading.file)
    note = (
        "Counted with the codebook of this state for all interviews: splitting a code makes "
        "“new information” that no interview brought, and merging takes some away."
    )
    return CodebookUsed(state, len(codes), pooled.chao1.observed, merged, split, note)


def _warnings(pooled: CaseSaturation, cases: Sequence[CaseSaturation]) -> list[str]:
    groups = [(each.case or "", each.participants) for each in cases]
    warnings = small_sample_warnings(pooled.participants, groups, noun="case")
    if pooled.run.reason and not pooled.run.runs:
        warnings.append(f"Saturation is not defined: {pooled.run.reason}")
    return warnings
