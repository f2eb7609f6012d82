"""A check before publishing, as people are shown it and as programs are given it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from crosscase.cli.plain_values import plain
from crosscase.cli.rendering import Screen, counted, first_of

if TYPE_CHECKING:
    from crosscase.study import Study
    from crosscase.study_protection.disclosure_attribution import AttributedQuote
    from crosscase.study_protection.disclosure_report import (
        CheckedTable,
        DisclosureReport,
        FoundRisk,
        PrintedQuote,
    )

__all__ = ["report_data", "show_lines", "show_report", "texts_of_flags"]

_PLACES, _WORDS = 4, 30


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


def show_report(screen: Screen, work_texts: Mapping[str, str], report: DisclosureReport) -> None:
    """The check: what it looked at, each risk with its remedies, tables, words."""
    screen.line(_head(report), "bold")
    quotes: dict[int, PrintedQuote] = {each.number: each for each in report.quotes}
    for risk in report.risks:
        _show_risk(screen, risk, quotes)
    if report.past:
        screen.line()
        screen.line("Released before, and at risk as the study stands now:")
        for risk in report.past:
            screen.line(f"  {risk.says} ({counted(risk.released, 'quote')})")
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
        printed = ""
        if way.attribution is not None:
            printed = f": {', '.join(way.attribution.values()) or 'Participant'} (k = {way.k})"
        screen.line(f"  {number}. {way.kind}{printed}")


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
