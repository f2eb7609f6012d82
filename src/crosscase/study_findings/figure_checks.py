"""Whether a figure is what a check says: so much, more than another, most, in every site."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from crosscase.errors import nearest_names_hint
from crosscase.model.counted import counted
from crosscase.query.dimensions import plural_of
from crosscase.report.checks.quantities import bounds_of, compare, holds
from crosscase.report.checks.tree import (
    Against,
    Amount,
    Compared,
    Figure,
    FigureCheck,
    InteractionFigure,
    Measure,
    Name,
    Parts,
    Relation,
    Worded,
    amount_text,
)
from crosscase.study_findings.check_counts import CountedFigure, StudyCounts
from crosscase.study_findings.check_names import CheckNames
from crosscase.study_findings.interaction_checks import count_interaction
from crosscase.study_findings.outcomes import Figures, Part, Problem
from crosscase.study_findings.verdicts import NotEvaluated, Verdict

__all__ = ["evaluate_figure", "share_words"]

_WITHOUT_WHOLE = ("passages", "passage", "count", "codings", "coding", "words")


def evaluate_figure(
    counts: StudyCounts, check: FigureCheck, names: CheckNames, meanings: Mapping[str, str]
) -> Verdict:
    """What is so of a figure.

    Raises NotEvaluated where it cannot be counted, or nothing is there of which to count it.
    """
    checking = _Checking(counts, names, meanings)
    if check.parts is not None:
        return checking.in_parts(check, check.parts)
    return checking.whole(check)


class _Checking:
    """The steps from a figure to its verdict."""

    def __init__(self, counts: StudyCounts, names: CheckNames, meanings: Mapping[str, str]) -> None:
        self.counts, self.names, self.meanings = counts, names, meanings

    def whole(self, check: FigureCheck) -> Verdict:
        figure = self._counted(check.figure)
        _require_whole(check.figure, figure)
        relation = check.relation
        figures = Figures(figure.value, figure.of)
        if isinstance(relation, Against):
            other = self._counted(relation.figure)
            _require_whole(relation.figure, other)
            held = _against(figure.value, figure.of, relation, other.value, other.of)
            says = f"{_said(figure)}, against {_said(other)}"
            figures = Figures(figure.value, figure.of, Figures(other.value, other.of))
            parts = (
                Part(_label(check.figure), figure.value, figure.of),
                Part(_label(relation.figure), other.value, other.of),
            )
            return Verdict(held, figures, says, False, parts, figure.behind)
        if relation is None and isinstance(check.figure, InteractionFigure):
            # That an interaction is there at all is the least that can be said of it.
            return Verdict(figure.value > 0, figures, _said(figure), behind=figure.behind)
        if relation is None:
            return Verdict(None, figures, _said(figure), True, behind=figure.behind)
        held = self._holds(relation, figure.value, figure.of, check.figure)
        is_exact = isinstance(relation, Compared) and relation.sign == "="
        return Verdict(held, figures, _said(figure), is_exact, behind=figure.behind)

    def in_parts(self, check: FigureCheck, where: Parts) -> Verdict:
        figure = self._counted(check.figure, where.noun)
        if not figure.parts:
            raise NotEvaluated(_no_parts(where))
        others: Sequence[Part] = ()
        relation = check.relation
        if isinstance(relation, Against):
            others = self._counted(relation.figure, where.noun).parts
        satisfied = 0
        for at, part in enumerate(figure.parts):
            if part.of == 0:
                raise NotEvaluated(_empty(check.figure, f"in {part.label}"))
            if isinstance(relation, Against):
                held = _against(part.value, part.of, relation, others[at].value, others[at].of)
            elif relation is None:
                held = part.value > 0
            else:
                held = self._holds(relation, part.value, part.of, check.figure)
            satisfied += held
        of = len(figure.parts)
        noun = where.noun.name
        says = f"{satisfied:,} of {_parts_words(of, noun)}"
        if figure.left_out:
            told = ", ".join(figure.left_out[:5]) + (" ..." if len(figure.left_out) > 5 else "")
            says += f" (without data and not counted: {told})"
        how = where.how_many
        is_exact = isinstance(how, Compared) and how.sign == "="
        return Verdict(
            self._holds(how, satisfied, of, check.figure),
            Figures(satisfied, of),
            says,
            is_exact,
            figure.parts,
            figure.behind,
        )

    def _counted(self, figure: Figure, parts: Name | None = None) -> CountedFigure:
        if isinstance(figure, InteractionFigure):
            return count_interaction(self.counts, figure, self.names, parts)
        self._require_question(figure)
        return self.counts.figure(figure, self.names, parts)

    def _require_question(self, figure: Measure) -> None:
        """Of all participants or sites there is one number; of passages it has to be said which."""
        base = figure.base
        if base is None or base.query is not None or base.word.name.casefold() == "asked":
            return
        if base.word.name.casefold() in _WITHOUT_WHOLE:
            what, asked = base.word.name, figure.query.text
            raise NotEvaluated(
                Problem(
                    base.word.start_char,
                    base.word.end_char,
                    "no-denominator",
                    f"It is not said of which {what} the share is told.",
                    f"Write share({asked}, of:{what}(code:*)) for all that are coded.",
                )
            )

    def _holds(
        self, relation: Compared | Worded | Relation, value: int, of: int | None, figure: Figure
    ) -> bool:
        if isinstance(relation, Worded):
            return self._is_worded(relation, value, of, figure)
        assert isinstance(relation, Compared)
        amount = relation.amount
        if amount.is_share:
            if not of:
                raise NotEvaluated(_no_whole(amount, figure))
            return compare(relation.sign, Fraction(value, of), amount.value)
        held = compare(relation.sign, value, amount.value)
        return held and (amount.of is None or amount.of == of)

    def _is_worded(self, said: Worded, value: int, of: int | None, figure: Figure) -> bool:
        bounds = bounds_of(said.word, self.meanings)
        if bounds is None:
            known = ", ".join(self.meanings)
            near = nearest_names_hint(said.word, (*self.meanings, "every"))
            near = f"{near} " if near else ""
            raise NotEvaluated(
                Problem(
                    said.start_char,
                    said.end_char,
                    "unknown-quantity-word",
                    f"“{said.word}” has no meaning in this study.",
                    f"{near}Say one of {known}, or give it a meaning: "
                    f"crosscase findings words STUDY '{said.word}=> 50%'.",
                )
            )
        if not of and any(each.is_share for each in bounds):
            raise NotEvaluated(_no_whole(said, figure))
        return bool(holds(said.word, value, of, self.meanings))


def share_words(value: int, of: int) -> str:
    """A share as people read it; it is rounded here alone, and compared nowhere."""
    if not of:
        return ""
    tenths = (Fraction(value, of) * 1000).__round__()
    return f"{tenths // 10}%" if tenths % 10 == 0 else f"{tenths // 10}.{tenths % 10}%"


def _against(
    value: int, of: int | None, relation: Against, other: int, other_of: int | None
) -> bool:
    one_is_share = _is_share(relation.figure)
    if one_is_share and of and other_of:
        return compare(relation.sign, Fraction(value, of), Fraction(other, other_of))
    return compare(relation.sign, value, other)


def _is_share(figure: Figure) -> bool:
    return not isinstance(figure, InteractionFigure) and figure.base is not None


def _said(figure: CountedFigure) -> str:
    if figure.of is None:
        return f"{figure.value:,} {figure.unit.words(figure.value)}"
    said = f"{figure.value:,} of {figure.of:,} {figure.of_words}"
    return f"{said} ({share_words(figure.value, figure.of)})" if figure.is_share else said


def _label(figure: Figure) -> str:
    if isinstance(figure, InteractionFigure):
        return f"{figure.start.name} -> {figure.end.name}"
    return figure.query.text


def _parts_words(number: int, noun: str) -> str:
    endings = (f"{noun[:-3]}y", noun[:-2], noun[:-1])
    one = next((each for each in endings if plural_of(each).casefold() == noun.casefold()), noun)
    return counted(number, one, plural_of(one))


def _require_whole(figure: Figure, found: CountedFigure) -> None:
    if found.of == 0:
        raise NotEvaluated(_empty(figure, ""))


def _empty(figure: Figure, where: str) -> Problem:
    place = (figure.start_char, figure.end_char)
    if not isinstance(figure, InteractionFigure) and figure.base is not None:
        of = figure.base.word.name + (f"({figure.base.query.text})" if figure.base.query else "")
        sentence = f"A share cannot be told of none: there are no {of} {where}".rstrip()
    else:
        sentence = f"There is nobody and nothing of which it could be counted {where}".rstrip()
    return Problem(
        *place,
        "empty-denominator",
        f"{sentence}.",
        "Look whether speakers are linked to participants, and what the filters leave.",
    )


def _no_parts(where: Parts) -> Problem:
    noun = where.noun
    return Problem(
        noun.start_char,
        noun.end_char,
        "no-parts",
        f"There is no data in any of the {noun.name} of the study.",
        "Say in which cases participants and sources lie.",
    )


def _no_whole(said: Amount | Worded, figure: Figure) -> Problem:
    written = said.word if isinstance(said, Worded) else amount_text(said)
    what = "these" if isinstance(figure, InteractionFigure) else figure.word.name
    asked = "…" if isinstance(figure, InteractionFigure) else figure.query.text
    return Problem(
        said.start_char,
        said.end_char,
        "no-denominator",
        f"“{written}” is a share, and it is not said of how many {what} there are.",
        f"Write share({asked}, of:passages(code:*)), or count participants.",
    )
