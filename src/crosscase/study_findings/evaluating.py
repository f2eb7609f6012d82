"""Evaluating checks one after another, with what several of them need counted once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from crosscase.errors import CrosscaseError, MistakeOfUse
from crosscase.report.checks.parsing import parse_check
from crosscase.report.checks.tree import CheckTree, FigureCheck, JudgedCheck, QuoteCheck
from crosscase.store.session import Reading
from crosscase.store.showing import SHOWING_KINDS
from crosscase.study_findings.check_counts import StudyCounts
from crosscase.study_findings.check_names import CheckNames
from crosscase.study_findings.figure_checks import evaluate_figure
from crosscase.study_findings.other_checks import evaluate_judged, evaluate_quotes
from crosscase.study_findings.outcomes import Problem
from crosscase.study_findings.verdicts import AskedCheck, Evaluated, NotEvaluated, Verdict

__all__ = ["evaluated", "verdict_of"]


def evaluated(
    reading: Reading, checks: Sequence[AskedCheck], meanings: Mapping[str, str]
) -> list[Evaluated]:
    """What is so of each check now; quotes are matched all at once."""
    counts = _counts(reading)
    names = [CheckNames(reading, each.bound) for each in checks]
    found: dict[int, Evaluated] = {}
    quotes: dict[int, QuoteCheck] = {}
    for at, (check, named) in enumerate(zip(checks, names, strict=True)):
        try:
            tree = parse_check(check.text)
            if isinstance(tree, QuoteCheck):
                quotes[at] = tree
            else:
                found[at] = _told(_verdict(reading, counts, tree, named, meanings), named)
        except NotEvaluated as error:
            found[at] = _told(error, named)
        except MistakeOfUse as error:
            found[at] = Evaluated(None, _slip(check.text, error))
    matched = evaluate_quotes(reading, list(quotes.values()), [names[at] for at in quotes])
    for at, verdict in zip(quotes, matched, strict=True):
        found[at] = _told(verdict, names[at])
    return [found[at] for at in range(len(checks))]


def verdict_of(
    reading: Reading, tree: CheckTree, names: CheckNames, meanings: Mapping[str, str]
) -> Verdict:
    """What is so of one check; NotEvaluated where that cannot be said."""
    if isinstance(tree, QuoteCheck):
        found = evaluate_quotes(reading, [tree], [names])[0]
        if isinstance(found, NotEvaluated):
            raise found
        return found
    return _verdict(reading, _counts(reading), tree, names, meanings)


def _counts(reading: Reading) -> StudyCounts:
    """What was counted of the study as it is; kept until something in it changes."""
    kinds = (*SHOWING_KINDS, "coding")
    return reading.file.remember("counts for checks", kinds, lambda: StudyCounts(reading))


def _verdict(
    reading: Reading,
    counts: StudyCounts,
    tree: FigureCheck | JudgedCheck,
    names: CheckNames,
    meanings: Mapping[str, str],
) -> Verdict:
    if isinstance(tree, JudgedCheck):
        return evaluate_judged(reading, tree, names)
    return evaluate_figure(counts, tree, names, meanings)


def _told(verdict: Verdict | NotEvaluated, names: CheckNames) -> Evaluated:
    codes = None if names.uses_all_codings else frozenset(names.codes)
    if isinstance(verdict, NotEvaluated):
        return Evaluated(None, verdict.problem, codes)
    return Evaluated(verdict, _gravest(names.notices), codes)


def _gravest(notices: Sequence[Problem]) -> Problem | None:
    """What is told of a check with several: that it counts another thing now before new names."""
    return min(notices, key=lambda each: each.slug == "name-changed", default=None)


def _slip(text: str, error: CrosscaseError) -> Problem:
    start, end = error.details.get("start_char", 0), error.details.get("end_char", len(text))
    sentence = str(error.details.get("reason", error.sentence))
    assert isinstance(start, int) and isinstance(end, int)
    return Problem(start, end, error.slug, sentence, error.hint)
