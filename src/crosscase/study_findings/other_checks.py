"""Checks of quotes, and of what was judged in a grid."""

from __future__ import annotations

from collections.abc import Sequence

from crosscase.errors import CrosscaseError
from crosscase.model.finding_nouns import Quote
from crosscase.model.ids import Id
from crosscase.model.nouns import Case
from crosscase.model.synthesis_nouns import Grid
from crosscase.query.study_view import PERSON
from crosscase.report.checks.tree import JudgedCheck, Name, QuoteCheck
from crosscase.store.session import Reading
from crosscase.store.source_names import find_case
from crosscase.study_findings.check_names import CheckNames
from crosscase.study_findings.outcomes import Figures, Problem
from crosscase.study_findings.quote_matching import QuoteMatch, match_all
from crosscase.study_findings.quote_reading import read_quotes
from crosscase.study_findings.verdicts import NotEvaluated, Verdict
from crosscase.study_synthesis.grid_reading import grid_table
from crosscase.study_synthesis.withheld_words import WITHHELD

__all__ = ["evaluate_judged", "evaluate_quotes"]


def evaluate_judged(reading: Reading, check: JudgedCheck, names: CheckNames) -> Verdict:
    """Whether all judgements of a cell of a grid are so; NotEvaluated where there is none."""
    named = names.find(
        "grid", check.grid.name, check.grid.start_char, check.grid.end_char, alone=True
    )
    grid = reading.get(Grid, named.id)
    case: Case | None = None
    at = check.case or check.grid
    try:
        if check.case is not None:
            case = find_case(reading, check.case.name)
        table = grid_table(reading, grid, case, None)
        at = check.row
        row = table.grid.row(check.row.name)
        at = check.column
        column = table.grid.column(check.column.name)
        at = check.status
        status = table.grid.status(check.status.name)
    except CrosscaseError as error:
        raise _at(at, error) from error
    judged = table.by_cell.get((row.key, column.key), ())
    if not judged:
        raise NotEvaluated(
            Problem(
                check.start_char,
                check.end_char,
                "not-judged",
                f"Nobody judged “{row.name}” × “{column.name}” in the grid “{named.name}” yet.",
                "Judge it, or take this check away.",
            )
        )
    alike = sum(each.status == status.key for each in judged)
    holds = alike == len(judged) if check.sign == "=" else alike == 0
    others = sorted({each.status_name for each in judged if each.status != status.key})
    says = f"{alike} of {len(judged)} judged “{status.name}”"
    if others:
        says += f", others {', '.join(f'“{each}”' for each in others)}"
    return Verdict(holds, Figures(alike, len(judged)), says)


def evaluate_quotes(
    reading: Reading, checks: Sequence[QuoteCheck], names: Sequence[CheckNames]
) -> list[Verdict | NotEvaluated]:
    """Whether quotes stand in the transcripts as they are quoted, matched all at once."""
    found: dict[int, Verdict | NotEvaluated] = {}
    in_source: dict[str | None, list[tuple[int, str]]] = {}
    banked: dict[Id, list[int]] = {}
    for at, (check, named) in enumerate(zip(checks, names, strict=True)):
        try:
            if check.quote is not None:
                where = check.quote
                bank = named.find("quote", where.name, where.start_char, where.end_char, alone=True)
                banked.setdefault(bank.id, []).append(at)
            else:
                _require_shown(check)
                source = _named(named, "source", check.source)
                in_source.setdefault(source, []).append((at, check.words or ""))
        except NotEvaluated as error:
            found[at] = error
    for source, quotes in in_source.items():
        for (at, _), match in zip(quotes, _matched(reading, quotes, source), strict=True):
            found[at] = _verdict(checks[at], names[at], match)
    if banked:
        chosen = [reading.get(Quote, id_) for id_ in banked]
        for quote in read_quotes(reading, chosen, labelled=False):
            for at in banked[quote.id]:
                found[at] = _verdict(checks[at], names[at], quote.match)
    return [found[at] for at in range(len(checks))]


def _require_shown(check: QuoteCheck) -> None:
    if WITHHELD in (check.words or ""):
        raise NotEvaluated(
            Problem(
                check.start_char,
                check.end_char,
                "quote-withheld",
                "Its words are those of a participant who withdrew.",
                "Take the quote out of the finding and of the manuscript.",
            )
        )


def _named(names: CheckNames, kind: str, name: Name | None) -> Id | None:
    if name is None:
        return None
    return names.find(kind, name.name, name.start_char, name.end_char, alone=True).id


def _matched(
    reading: Reading, quotes: Sequence[tuple[int, str]], source: Id | None
) -> Sequence[QuoteMatch | CrosscaseError]:
    words = [each for _, each in quotes]
    try:
        return match_all(reading, words, source)
    except CrosscaseError:
        return [_matched_alone(reading, each, source) for each in words]


def _matched_alone(reading: Reading, words: str, source: Id | None) -> QuoteMatch | CrosscaseError:
    """One quote by itself: what is amiss with one says nothing of the others."""
    try:
        return match_all(reading, [words], source)[0]
    except CrosscaseError as error:
        return error


def _verdict(
    check: QuoteCheck, names: CheckNames, match: QuoteMatch | CrosscaseError
) -> Verdict | NotEvaluated:
    if isinstance(match, CrosscaseError):
        return _at(Name("", check.start_char, check.end_char), match)
    holds = match.standing in ("verbatim", "edited")
    where = f"“{match.place.source_name}”" if match.place else ""
    by = check.participant
    if by is not None:
        try:
            wanted = _named(names, PERSON, by)
        except NotEvaluated as error:
            return error
        if match.standing != "absent" and wanted not in {id_ for id_, _ in match.participants}:
            who = ", ".join(name for _, name in match.participants) or "nobody who is known"
            says = f"{match.says}; somebody else says it"
            return Verdict(False, None, says, where=f"{where}, said by {who}, not by {by.name}")
    return Verdict(holds, None, match.says, where=where)


def _at(name: Name, error: CrosscaseError) -> NotEvaluated:
    problem = Problem(name.start_char, name.end_char, error.slug, error.sentence, error.hint)
    return NotEvaluated(problem, type(error))
