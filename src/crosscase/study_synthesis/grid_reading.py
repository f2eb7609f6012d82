"""Grids as a study holds them: their headings, their judgements, and how raters agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from crosscase.analysis.grid_agreement import Kappa, Weights, weighted_kappa
from crosscase.coding.links import LinkEvidence
from crosscase.errors import MistakeOfUse, NotFound, nearest_names_hint
from crosscase.model.case_closure import kind_key
from crosscase.model.fieldwork_nouns import Activity
from crosscase.model.ids import Id
from crosscase.model.nouns import Case, Coder, Source
from crosscase.model.synthesis_nouns import Grid, Judgement, Wave
from crosscase.query.study_view import study_view
from crosscase.store.session import Reading
from crosscase.store.source_names import find_named
from crosscase.study_synthesis.given_evidence import evidence_of
from crosscase.study_synthesis.grid_files import GridHeading, GridStatus, folded
from crosscase.study_synthesis.withheld_words import shown_texts

__all__ = [
    "NOT_JUDGED",
    "Disagreement",
    "GridAgreement",
    "GridTable",
    "StoredGrid",
    "ToldJudgement",
    "grid_table",
    "kinds_of_sources",
    "stored_grid",
    "wave_of",
]

H = TypeVar("H", GridHeading, GridStatus)

NOT_JUDGED = "not judged"
_KINDS = {"interview": "interview", "meeting": "observation", "request": "document"}


@dataclass(frozen=True)
class StoredGrid:
    """A grid with its headings and statuses read."""

    id: Id
    name: str
    description: str | None
    citation: str | None
    case_kind: str | None
    rows: tuple[GridHeading, ...]
    columns: tuple[GridHeading, ...]
    statuses: tuple[GridStatus, ...]

    @property
    def scale(self) -> tuple[GridStatus, ...]:
        """The statuses that are in order; “no evidence” is not among them."""
        return tuple(each for each in self.statuses if each.on_scale)

    def row(self, wanted: str) -> GridHeading:
        """The row of a name or key."""
        return _heading(self.rows, wanted, "row", self.name)

    def column(self, wanted: str) -> GridHeading:
        """The column of a name or key."""
        return _heading(self.columns, wanted, "column", self.name)

    def status(self, wanted: str) -> GridStatus:
        """The status of a name or key."""
        return _heading(self.statuses, wanted, "status", self.name)

    def status_name(self, key: str | None) -> str:
        """The name of a status; its key where the grid has it no more."""
        return next((each.name for each in self.statuses if each.key == key), key or NOT_JUDGED)


@dataclass(frozen=True, slots=True)
class ToldJudgement:
    """One rater's judgement of one cell, with what speaks for and against it.

    ``kinds`` says of each piece of evidence, by its id, whether it is from an interview, an
    observation or a document.
    """

    id: Id
    row: str
    column: str
    case: Id | None
    case_name: str | None
    wave: Id | None
    rater: Id | None
    rater_name: str | None
    status: str
    status_name: str
    reason: str
    evidence: tuple[LinkEvidence, ...]
    kinds: Mapping[Id, str]

    def counts(self, *, against: bool) -> dict[str, int]:
        """How many passages speak for it (or against it), by the kind of source."""
        kinds = (self.kinds[each.id] for each in self.evidence if each.against == against)
        return dict(sorted(Counter(kinds).items()))


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A cell on which two raters differ."""

    row: str
    column: str
    case: str | None
    one: str
    other: str


@dataclass(frozen=True, slots=True)
class GridAgreement:
    """How two raters agree on a grid.

    ``scale`` is weighted kappa over the cells that both put on the scale; ``all_statuses`` is
    kappa over all statuses, “no evidence” as one of them, each difference counting the same.
    ``only_one`` and ``only_other`` count cells that the other one has not judged.
    """

    one: str
    other: str
    scale: Kappa
    all_statuses: Kappa
    disagreements: tuple[Disagreement, ...]
    only_one: int
    only_other: int


@dataclass(frozen=True)
class GridTable:
    """The judgements of a grid, of one case or of all; ``cases`` are those that it is judged for.

    ``cases`` is empty for a grid that is judged once for the study.
    """

    grid: StoredGrid
    cases: tuple[Case, ...]
    judgements: tuple[ToldJudgement, ...]

    @cached_property
    def by_cell(self) -> Mapping[tuple[str, str], tuple[ToldJudgement, ...]]:
        """The judgements by the keys of their row and column."""
        found: dict[tuple[str, str], list[ToldJudgement]] = {}
        for each in self.judgements:
            found.setdefault((each.row, each.column), []).append(each)
        return {place: tuple(judged) for place, judged in found.items()}

    @property
    def raters(self) -> tuple[str, ...]:
        """Who judged, by name."""
        return tuple(sorted({each.rater_name or "" for each in self.judgements}, key=str.casefold))

    def counts(self, row: str, column: str, rater: str | None = None) -> dict[str, int]:
        """How many cases have each status in a cell, and of how many nobody judged it.

        A case that two raters judge differently counts under each of their statuses. With
        ``rater`` only their judgements count.
        """
        judged = self.by_cell.get((row, column), ())
        if rater is not None:
            judged = tuple(each for each in judged if each.rater_name == rater)
        held = {(each.case, each.status) for each in judged}
        names = {each.key: each.name for each in self.grid.statuses}
        counts = dict.fromkeys(names.values(), 0)
        for _, status in held:
            counts[self.grid.status_name(status)] = counts.get(names.get(status, status), 0) + 1
        whole = len(self.cases) if self.grid.case_kind is not None else 1
        return {**counts, NOT_JUDGED: max(0, whole - len({case for case, _ in held}))}

    def agreement(
        self, one: str | None = None, other: str | None = None, weights: Weights = "linear"
    ) -> GridAgreement:
        """How two raters agree; without names those two who judged.

        Raises:
            MistakeOfUse: there are not two raters, or several could be meant.
        """
        first, second = self._two(one, other)
        mine, theirs = self._of(first), self._of(second)
        both = [place for place in mine if place in theirs]
        statuses = [each.key for each in self.grid.statuses]
        scale = [each.key for each in self.grid.scale]
        on_scale = [p for p in both if mine[p].status in scale and theirs[p].status in scale]
        known = [p for p in both if mine[p].status in statuses and theirs[p].status in statuses]
        return GridAgreement(
            first,
            second,
            weighted_kappa(
                [scale.index(mine[place].status) for place in on_scale],
                [scale.index(theirs[place].status) for place in on_scale],
                len(scale),
                weights,
            ),
            weighted_kappa(
                [statuses.index(mine[place].status) for place in known],
                [statuses.index(theirs[place].status) for place in known],
                len(statuses),
                "equal",
            ),
            tuple(
                Disagreement(
                    self.grid.row(mine[place].row).name,
                    self.grid.column(mine[place].column).name,
                    mine[place].case_name,
                    mine[place].status_name,
                    theirs[place].status_name,
                )
                for place in both
                if mine[place].status != theirs[place].status
            ),
            len(mine) - len(both),
            len(theirs) - len(both),
        )

    def _of(self, rater: str) -> dict[tuple[Any, ...], ToldJudgement]:
        return {
            (each.case, each.wave, each.row, each.column): each
            for each in self.judgements
            if folded(each.rater_name or "") == folded(rater)
            and any(each.row == row.key for row in self.grid.rows)
            and any(each.column == column.key for column in self.grid.columns)
        }

    def _two(self, one: str | None, other: str | None) -> tuple[str, str]:
        known = {folded(each): each for each in self.raters}
        named = [each for each in (one, other) if each is not None]
        for each in named:
            if folded(each) not in known:
                raise NotFound(
                    f"“{each}” has judged nothing in the grid “{self.grid.name}”.",
                    slug="rater-not-found",
                    hint=nearest_names_hint(each, list(self.raters)),
                )
        chosen = [known[folded(each)] for each in named]
        left = [each for each in self.raters if each not in chosen]
        if len(chosen) + len(left) == 2:
            chosen += left
        if len(chosen) != 2 or chosen[0] == chosen[1]:
            who = ", ".join(self.raters) or "nobody"
            raise MistakeOfUse(
                "Agreement is of two raters.",
                slug="two-raters",
                hint=f"So far {who} judged; name two of them.",
            )
        return chosen[0], chosen[1]


def stored_grid(grid: Grid) -> StoredGrid:
    """A grid with its headings and statuses."""
    return StoredGrid(
        grid.id,
        grid.name,
        grid.description,
        grid.citation,
        grid.case_kind,
        _headings(grid.rows),
        _headings(grid.columns),
        tuple(
            GridStatus(str(each["key"]), str(each["name"]), bool(each.get("on_scale", True)))
            for each in grid.statuses or ()
        ),
    )


def grid_table(reading: Reading, grid: Grid, case: Case | None, wave: Id | None) -> GridTable:
    """The judgements of a grid for one case or for all of them, of one wave or of no wave."""
    held = stored_grid(grid)
    kind = None if held.case_kind is None else kind_key(held.case_kind)
    everybody = () if kind is None else tuple(study_view(reading).cases_of_kind(kind).values())
    cases = everybody if case is None else (case,)
    shown = {each.id for each in cases}
    judged = [
        each
        for each in reading.all(Judgement)
        if each.grid == grid.id
        and each.wave == wave
        and (each.case is None if kind is None else each.case in shown)
    ]
    return GridTable(held, cases, tuple(_told(reading, held, judged)))


def kinds_of_sources(reading: Reading) -> dict[Id, str]:
    """Whether each source is an interview, an observation or a document.

    By the activity that it is of; of others, one in which a participant speaks is an interview.
    """
    view = study_view(reading)
    spoken = set(view.turns.source[view.turns.participant >= 0].tolist())
    found = {
        source.id: "interview" if row in spoken else "document"
        for row, source in reading.by_row(Source).items()
    }
    for activity in reading.all(Activity):
        if activity.source in found:
            words = activity.activity_kind.casefold()
            kind = next((kind for word, kind in _KINDS.items() if word in words), None)
            found[activity.source] = kind or found[activity.source]
    return found


def _told(
    reading: Reading, grid: StoredGrid, judged: Sequence[Judgement]
) -> Iterable[ToldJudgement]:
    cases, coders = reading.by_id(Case), reading.by_id(Coder)
    behind = evidence_of(reading, {each.id for each in judged})
    kinds = kinds_of_sources(reading) if any(behind.values()) else {}
    names = {each.id: bytes.fromhex(each.reason) for each in judged if each.reason}
    words = shown_texts(reading, names.values())
    order = {each.key: at for at, each in enumerate(grid.rows)}
    across = {each.key: at for at, each in enumerate(grid.columns)}
    told = [
        ToldJudgement(
            each.id,
            each.grid_row,
            each.grid_column,
            each.case,
            cases[each.case].name if each.case in cases else None,
            each.wave,
            each.rater,
            coders[each.rater].name if each.rater in coders else None,
            each.status or "",
            grid.status_name(each.status),
            words.get(names.get(each.id, b""), ""),
            tuple(behind[each.id]),
            {e.id: kinds.get(e.passage.source, "document") for e in behind[each.id]},
        )
        for each in judged
    ]
    return sorted(
        told,
        key=lambda each: (
            (each.case_name or "").casefold(),
            order.get(each.row, len(order)),
            across.get(each.column, len(across)),
            (each.rater_name or "").casefold(),
            each.id,
        ),
    )


def _headings(held: Any) -> tuple[GridHeading, ...]:
    return tuple(
        GridHeading(str(each["key"]), str(each["name"]), each.get("description"))
        for each in held or ()
    )


def _heading(headings: Sequence[H], wanted: str, what: str, grid: str) -> H:
    found = next((h for h in headings if folded(wanted) in (folded(h.key), folded(h.name))), None)
    if found is None:
        names = [each.name for each in headings]
        raise NotFound(
            f"The grid “{grid}” has no {what} “{wanted}”.",
            slug=f"{what}-not-found",
            hint=nearest_names_hint(wanted, names) or f"It has {', '.join(names)}.",
        )
    return found


def wave_of(reading: Reading, wave: str | None) -> Id | None:
    """The wave of a name or id."""
    return None if wave is None else find_named(wave, reading.all(Wave), "wave").id
