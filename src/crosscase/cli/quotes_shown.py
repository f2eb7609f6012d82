"""Quotes on the screen, and as data for programs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from crosscase.cli.rendering import Screen, counted, shortened

if TYPE_CHECKING:
    from crosscase.study_findings.quote_balance import QuoteBalance
    from crosscase.study_findings.quote_matching import QuoteMatch
    from crosscase.study_findings.quote_reading import QuoteWithStanding

__all__ = ["balance_data", "draw_balance", "draw_match", "draw_quotes", "match_data", "quote_data"]

_WORDS = 60


def quote_data(quote: QuoteWithStanding) -> dict[str, Any]:
    """A quote for programs."""
    return {
        "id": quote.id,
        "name": quote.name,
        "words": quote.words,
        "source": quote.source_name,
        "start_char": quote.start_char,
        "end_char": quote.end_char,
        "attribution": quote.attribution,
        "risks": list(quote.risks),
        "finding": quote.finding_name,
        "against": quote.against,
        "note": quote.note,
        **{name: value for name, value in match_data(quote.match).items() if name != "place"},
    }


def match_data(match: QuoteMatch) -> dict[str, Any]:
    """A match for programs."""
    return {
        "standing": match.standing,
        "says": match.says,
        "place": None if match.place is None else match.place._asdict(),
        "said": match.said,
        "differences": [
            {"said": each.said, "written": each.written, "kind": each.kind}
            for each in match.differences
        ],
        "participants": [name for _, name in match.participants],
        "interviewer": match.interviewer,
    }


def draw_quotes(screen: Screen, quotes: Sequence[QuoteWithStanding]) -> None:
    """The bank as a table."""
    rows = [
        (
            f"{each.name}{' (twice)' if each.shares_name else ''}",
            each.match.standing,
            "" if each.finding_name is None else f"{'against ' * each.against}{each.finding_name}",
            "paraphrase" if each.attribution is None else each.attribution,
            shortened(each.words, _WORDS),
        )
        for each in quotes
    ]
    screen.table(("quote", "standing", "finding", "label", "words"), rows, empty="No quotes yet.")


def draw_match(screen: Screen, match: QuoteMatch) -> None:
    """How words stand to what was said."""
    says = match.says
    screen.line(f"{match.standing}: {says}." if says else f"{match.standing}.")
    if match.place is not None:
        place = match.place
        screen.line(f"{place.source_name} {place.start_char}-{place.end_char}: {match.said}")
    for each in match.differences:
        if each.is_marked:
            screen.line(f"  {each.kind}: {each.written or '(nothing)'} for “{each.said}”")
    who = [name for _, name in match.participants] + ["an interviewer"] * match.interviewer
    if who:
        screen.line(f"Said by {', '.join(who)}.")


def draw_balance(screen: Screen, found: QuoteBalance) -> None:
    """Who is quoted, by each kind of case."""
    told = f"{counted(found.quotes, 'quote')}; shares of {counted(found.passages, 'passage')}"
    screen.line(f"{told} ({found.basis}).")
    for side in found.by:
        rows = [
            (
                each.name,
                f"{each.quotes:,} of {each.of_quotes:,}",
                "" if each.expected is None else f"{each.expected:.1f}",
                f"{each.passages:,} of {each.of_passages:,}",
                each.words,
                "" if each.standing == "as expected" else each.standing,
            )
            for each in side.rows
        ]
        columns = (side.kind, "quotes", "expected", "passages", "words", "")
        screen.table(columns, rows, empty=f"Nobody in any {side.kind}.")
    for note in found.notes:
        screen.line(note)


def balance_data(found: QuoteBalance) -> dict[str, Any]:
    """The balance for programs."""
    return {
        "basis": found.basis,
        "quotes": found.quotes,
        "passages": found.passages,
        "unheard": found.unheard,
        "notes": list(found.notes),
        "by": [
            {
                "kind": side.kind,
                "rows": [
                    {
                        "id": each.id,
                        "name": each.name,
                        "quotes": each.quotes,
                        "of_quotes": each.of_quotes,
                        "words": each.words,
                        "passages": each.passages,
                        "of_passages": each.of_passages,
                        "of_share": each.of_share,
                        "expected": each.expected,
                        "standing": each.standing,
                    }
                    for each in side.rows
                ],
            }
            for side in found.by
        ],
    }
