"""A check before publishing, as people are shown it and as programs are given it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from crosscase.cli.plain_values import plain
from crosscase.cli.rendering import Screen, counted, first_of

if TYPE_CHECKING:
    from crosscase.analysis.disclosure import Remedy
    from crosscase.study import Study
    from crosscase.study_protection.disclosure_attribution import AttributedQuote
    from crosscase.study_protection.disclosure_report import (
        CheckedTable,
        DisclosureReport,
        FoundRisk,
        PrintedQuote,
    )

__all__ = ["report_data", "show_lines", "show_report", "texts_of_flags"]

_PLACES, _MANY, _WORDS = 4, 4, 30


def report_data(report: DisclosureReport) -> dict[str, Any]:
    """The check as JSON holds it; quotes are named by their numbers."""
    return {
        "k": report.policy.k,
        "by": list(report.by),
        "quotes": [plain(each) for each in report.quotes],
        "passages": report.passages,
        "at_risk": sorted(report.at_risk),
        "barred": sorted(report.barred),
        "released_before": report.released,
        "risks": [{"says": each.says, **plain(each)} for each in report.risks],
        "past_risks": [{"says": each.says, **plain(each)} for each in report.past],
        "words": [{**plain(each), "bracket": each.bracket} for each in report.words],
        "tables": [plain(each) for each in report.tables],
        "profile": plain(report.profile),
        "notes": list(report.notes),
    }


def show_report(
    screen: Screen,
    work_texts: Mapping[str, str],
    report: DisclosureReport,
    *,
    each_risk: bool = False,
) -> None:
    """The check: what it looked at, the risks with their remedies, tables, words.

    Many risks that are alike are shown as one, unless ``each_risk`` is wanted.
    """
    screen.line(_head(report), "bold")
    quotes: dict[int, PrintedQuote] = {each.number: each for each in report.quotes}
    for alike in _alike(report.risks):
        if each_risk or len(alike) < _MANY:
            for risk in alike:
                _show_risk(screen, risk, quotes)
        else:
            _show_alike(screen, alike, quotes)
    if report.past:
        screen.line()
        screen.line("Released before, and at risk as the study stands now:")
        shown = report.past if each_risk else report.past[:_WORDS]
        for risk in shown:
            screen.line(f"  {risk.says} ({counted(risk.released, 'quote')})")
        _say_left(screen, len(report.past) - len(shown))
    for table in report.tables:
        _show_table(screen, table)
    if report.profile is not None:
        fits = "1 case fits" if report.profile.k == 1 else f"{report.profile.k} cases fit"
        screen.line()
        screen.line(f"{fits} the profile in the frame {report.profile.frame}.")
    _show_words(screen, work_texts, report, quotes)
    if report.notes:
        screen.line()
    for note in report.notes:
        screen.line(note)


def show_lines(screen: Screen, lines: Iterable[AttributedQuote]) -> None:
    """What to print beside each quote."""
    rows = [
        (
            _place(each.quote),
            each.line if each.line is not None else "(paraphrase, or ask consent)",
            each.k,
            each.remedy,
        )
        for each in lines
        if each.quote.participant is not None
    ]
    screen.line()
    screen.table(("quote", "print", "k", "remedy"), rows, empty="There are no quotes.")


def texts_of_flags(work: Study, report: DisclosureReport) -> dict[str, str]:
    """The texts of the sources in which words are pointed at, as far as they are shown."""
    quotes = {each.number: each for each in report.quotes}
    wanted = dict.fromkeys(quotes[flag.quote].source for flag in report.words[:_WORDS])
    return {source: work.sources.text(source) for source in wanted}


def _head(report: DisclosureReport) -> str:
    people = len({each.participant for each in report.quotes if each.participant is not None})
    told = [
        f"{counted(report.passages, 'quote')} of {counted(people, 'participant')}"
        f" by {' and '.join(report.by)}" if report.passages else "",
        counted(len(report.tables), "table") if report.tables else "",
        f"joined with {counted(report.released, 'quote')} released before"
        if report.released else "",
    ]  # fmt: skip
    what = ", ".join(each for each in told if each) or "Nothing to publish"
    if not report.risks:
        return f"{what}: no risk at k = {report.policy.k}."
    if not report.at_risk:
        return f"{what}: {counted(len(report.risks), 'risk')} (k = {report.policy.k})."
    found = counted(len(report.at_risk), "quote")
    return f"{what}: {found} would let a reader find who spoke (k < {report.policy.k})."


def _show_risk(screen: Screen, risk: FoundRisk, quotes: Mapping[int, PrintedQuote]) -> None:
    screen.line()
    screen.line(risk.says)
    if risk.quotes:
        places = [_place(quotes[number]) for number in risk.quotes]
        screen.line(f"  {counted(len(places), 'quote')}: {first_of(places, _PLACES)}")
    if risk.released:
        screen.line(f"  with {counted(risk.released, 'quote')} released before")
    if risk.cells:
        cells = [f"{row} / {column}" for row, column in risk.cells]
        screen.line(f"  {counted(len(cells), 'cell')}: {first_of(cells, _PLACES)}")
    for number, way in enumerate(risk.remedies, 1):
        screen.line(f"  {number}. {_way(way)}")


def _way(way: Remedy) -> str:
    if way.attribution is None:
        return way.kind
    return f"{way.kind}: {', '.join(way.attribution.values()) or 'Participant'} (k = {way.k})"


def _alike(risks: Iterable[FoundRisk]) -> list[list[FoundRisk]]:
    """The risks of one kind that have the same remedies, together; in their order."""
    found: dict[tuple[object, ...], list[FoundRisk]] = {}
    for risk in risks:
        ways = tuple(way.kind for way in risk.remedies)
        found.setdefault((risk.kind, ways), []).append(risk)
    return list(found.values())


def _show_alike(screen: Screen, alike: list[FoundRisk], quotes: Mapping[int, PrintedQuote]) -> None:
    """One block for many: what is common to all, and the first of them."""
    numbers = {number for risk in alike for number in risk.quotes}
    kind = alike[0].kind
    screen.line()
    told = f"{kind[0].upper()}{kind[1:]}: {len(alike):,} alike"
    screen.line(f"{told}, {counted(len(numbers), 'quote')}" if numbers else told)
    for risk in alike[:_PLACES]:
        said = risk.says.removesuffix(".")
        if risk.quotes:
            many, first = counted(len(risk.quotes), "quote"), _place(quotes[risk.quotes[0]])
            said += f", first {first}" if many in said else f": {many}, first {first}"
        screen.line(f"  {said}")
    _say_left(screen, len(alike) - _PLACES)
    for number, ways in enumerate(zip(*(risk.remedies for risk in alike), strict=True), 1):
        told_ways = list(dict.fromkeys(_way(way) for way in ways))
        least = min((way.k for way in ways if way.k is not None), default=None)
        common = told_ways[0] if len(told_ways) == 1 else ways[0].kind
        tail = "" if len(told_ways) == 1 or least is None else f" (k = {least} or more)"
        screen.line(f"  {number}. {common}{tail}")


def _say_left(screen: Screen, left: int) -> None:
    if left > 0:
        screen.line(f"  and {left:,} more (--each shows every one)")


def _show_table(screen: Screen, table: CheckedTable) -> None:
    screen.line()
    screen.line(f"{table.name}, as it may be printed:")
    screen.table(
        (table.rows, *table.column_labels),
        [
            (label, *("hidden" if count is None else count for count in counts))
            for label, counts in zip(table.row_labels, table.guarded.shown, strict=True)
        ],
    )
    if table.guarded.margins_tell:
        screen.line("Its totals tell a small cell even so: merge rows, or leave the totals out.")


def _show_words(
    screen: Screen,
    texts: Mapping[str, str],
    report: DisclosureReport,
    quotes: Mapping[int, PrintedQuote],
) -> None:
    if not report.words:
        return
    screen.line()
    screen.line(f"{counted(len(report.words), 'place')} to look at in the words:")
    for flag in report.words[:_WORDS]:
        quote = quotes[flag.quote]
        at = f"{quote.source_name} {flag.start_char}-{flag.end_char}"
        match flag.kind:
            case "bracket":
                words = texts[quote.source][flag.start_char : flag.end_char]
                screen.line(f"  {at}  “{' '.join(words.split())}”: {flag.bracket}?")
            case "public":
                screen.line(f"  {at}  stands in “{flag.about}”, where a reader can find it")
            case _:
                screen.line(f"  {at}  speaks ill of {flag.about}: ask a second reviewer")
    if len(report.words) > _WORDS:
        screen.line(f"  and {len(report.words) - _WORDS:,} more (--json has all)")


def _place(quote: PrintedQuote) -> str:
    return f"{quote.source_name} {quote.start_char}-{quote.end_char}"
