"""The conservative, parsimonious and intermediate solutions of a truth table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

import numpy as np

from crosscase.analysis.qca.calibrated import ANY, CalibratedData, Term, term_text
from crosscase.analysis.qca.calibration import Floats
from crosscase.analysis.qca.fit import SufficientFit, sufficiency, unique_coverages
from crosscase.analysis.qca.implicants import (
    Flags,
    Terms,
    check_size,
    covers,
    prime_implicants,
    terms_table,
)
from crosscase.analysis.qca.minimal_covers import MOST_COVERS, minimal_covers
from crosscase.analysis.qca.truth_table import TruthTable

__all__ = ["SOLUTIONS", "FittedTerm", "Model", "Solution", "SolutionKind", "solve"]

SolutionKind: TypeAlias = Literal["conservative", "intermediate", "parsimonious"]
# Two models at a time make an intermediate one: so many pairs are tried at most, and fewer where
# many terms have to be laid out for each.
_MOST_PAIRS = 25
_MOST_LAID_OUT = 15_000_000
SOLUTIONS: tuple[SolutionKind, ...] = get_args(SolutionKind)


@dataclass(frozen=True, slots=True)
class FittedTerm:
    """One way to the outcome; ``unique_coverage`` is None where there is no other.

    ``cases`` are the places of those with a membership above one half.
    """

    term: Term
    text: str
    fit: SufficientFit
    unique_coverage: float | None
    cases: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Model:
    """Ways to the outcome that between them hold every positive row.

    ``assumptions`` are the remainders that it takes to lead to the outcome.
    """

    terms: tuple[FittedTerm, ...]
    text: str
    fit: SufficientFit
    assumptions: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Solution:
    """All models of one kind; without any, ``reason`` says why.

    ``prime_implicants`` and ``essential`` (of which every model has each) are texts. ``complete``:
    no model is left out; ``proven``: none has fewer terms.
    """

    kind: SolutionKind
    models: tuple[Model, ...]
    prime_implicants: tuple[str, ...]
    essential: tuple[str, ...]
    complete: bool
    proven: bool
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class _Minimised:
    """Covers as terms, before they are fitted."""

    primes: Terms
    essential: tuple[int, ...]
    covers: tuple[tuple[Term, ...], ...]
    complete: bool
    proven: bool


def solve(
    data: CalibratedData,
    table: TruthTable,
    kinds: Sequence[SolutionKind] = SOLUTIONS,
    *,
    most: int = MOST_COVERS,
) -> tuple[Solution, ...]:
    """Minimise the positive rows of a truth table.

    Args:
        data: the calibrated cases of the table.
        table: what `truth_table` gave.
        kinds: conservative uses no remainder; parsimonious any that makes a term shorter;
            intermediate only those that the directional expectations of the conditions speak for
            (Ragin and Sonnett 2005): of each conservative term within a parsimonious one, the
            conditions that stand against what is expected fall away.
        most: how many models of a kind to list.

    Returns:
        One solution for each kind, in this order, each with every model with the fewest terms.
        Which of several is right is no question of the data.

    Raises:
        MistakeOfUse: ``too-many-conditions``.

    Limits: a model with more terms, none of which is superfluous, is not listed.
    """
    check_size(data.levels)
    reason = None
    if not table.positive:
        reason = "No row of the truth table reaches the cuts."
    elif not table.negative:
        reason = "Every row leads to the outcome, so nothing tells the cases apart."
    if reason:
        return tuple(Solution(kind, (), (), (), True, True, reason) for kind in kinds)
    made = _Solving(data, table, most)
    return tuple(made.solution(kind) for kind in kinds)


class _Solving:
    def __init__(self, data: CalibratedData, table: TruthTable, most: int) -> None:
        self.data, self.table, self.most = data, table, most
        self._done: dict[str, _Minimised] = {}
        self._members: dict[Term, Floats] = {}

    def solution(self, kind: SolutionKind) -> Solution:
        found = self._minimised(kind)
        conditions = self.data.conditions
        texts = tuple(term_text(_term(each), conditions) for each in found.primes)
        return Solution(
            kind,
            tuple(self._model(cover) for cover in found.covers),
            texts,
            tuple(texts[at] for at in found.essential),
            found.complete,
            found.proven,
        )

    def _minimised(self, kind: SolutionKind) -> _Minimised:
        if kind not in self._done:
            if kind == "intermediate":
                self._done[kind] = self._intermediate()
            else:
                self._done[kind] = self._minimise(self._allowed(kind))
        return self._done[kind]

    def _allowed(self, kind: SolutionKind) -> Flags:
        if kind == "conservative":
            return terms_table(self.table.positive, self.data.levels)
        return ~terms_table(self.table.negative, self.data.levels)

    def _minimise(self, allowed: Flags) -> _Minimised:
        positive = self.table.positive
        primes = prime_implicants(positive, allowed, self.data.levels)
        found = minimal_covers(covers(primes, positive), self.most)
        terms = [_term(each) for each in primes]
        chosen = tuple(tuple(terms[at] for at in cover) for cover in found.covers)
        return _Minimised(primes, found.essential, chosen, found.complete, found.proven)

    def _intermediate(self) -> _Minimised:
        """Minimise with the easy counterfactuals of each two models, and join what comes out."""
        short, long = self._minimised("parsimonious"), self._minimised("conservative")
        complete = short.complete and long.complete
        terms_each = int(np.prod([levels + 1 for levels in self.data.levels]))
        most = min(self.most, max(1, min(_MOST_PAIRS, _MOST_LAID_OUT // terms_each)))
        seen: dict[bytes, _Minimised] = {}
        for parsimonious in short.covers:
            for conservative in long.covers:
                easy = self._easy(conservative, parsimonious)
                if easy.tobytes() not in seen and len(seen) == most:
                    complete = False
                elif easy.tobytes() not in seen:
                    seen[easy.tobytes()] = self._minimise(easy)
        made = list(seen.values())
        terms = list(dict.fromkeys(_term(term) for each in made for term in each.primes))
        essential = set.intersection(*({_term(e.primes[at]) for at in e.essential} for e in made))
        models = tuple(dict.fromkeys(cover for each in made for cover in each.covers))
        complete = complete and all(each.complete for each in made) and len(models) <= self.most
        return _Minimised(
            np.array(terms, np.int64),
            tuple(at for at, term in enumerate(terms) if term in essential),
            models[: self.most],
            complete,
            short.proven and long.proven and all(each.proven for each in made),
        )

    def _easy(self, conservative: Iterable[Term], parsimonious: Iterable[Term]) -> Flags:
        """The positive rows and the remainders that the expectations speak for."""
        allowed = terms_table(self.table.positive, self.data.levels)
        for long in conservative:
            for short in parsimonious:
                if _within(long, short):
                    allowed[self._area(self._eased(long, short))] = True
        return allowed

    def _eased(self, long: Term, short: Term) -> Term:
        """A conservative term without the parts that stand against what is expected."""
        found = []
        for condition, here, kept in zip(self.data.conditions, long, short, strict=True):
            against = bool(condition.expected) and here not in condition.expected
            found.append(ANY if kept == ANY and against else here)
        return tuple(found)

    @staticmethod
    def _area(term: Term) -> tuple[int | slice, ...]:
        return tuple(slice(None) if level == ANY else level for level in term)

    def _model(self, cover: Sequence[Term]) -> Model:
        for term in cover:
            if term not in self._members:
                self._members[term] = self.data.membership(term)
        members = [self._members[term] for term in cover]
        outcome, conditions = self.data.outcome, self.data.conditions
        terms = tuple(
            FittedTerm(
                term,
                term_text(term, conditions),
                sufficiency(each, outcome),
                unique,
                tuple(np.flatnonzero(each > 0.5).tolist()),
            )
            for term, each, unique in zip(
                cover, members, unique_coverages(members, outcome), strict=True
            )
        )
        whole = np.max(np.stack(members), axis=0)
        held = np.zeros(self.data.levels, bool)
        for term in cover:
            held[self._area(term)] = True
        held &= ~terms_table(self.table.positive, self.data.levels)
        return Model(
            terms,
            " + ".join(each.text for each in terms),
            sufficiency(whole, outcome),
            tuple(_term(each) for each in np.argwhere(held)),
        )


def _term(values: Iterable[int]) -> Term:
    return tuple(int(value) for value in values)


def _within(long: Term, short: Term) -> bool:
    return all(kept in (ANY, here) for here, kept in zip(long, short, strict=True))
