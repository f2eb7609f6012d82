"""The quotes of a manuscript: held against the transcripts, and what stands beside them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from crosscase.model.ids import Id
from crosscase.query.answer_pages import kept_answer
from crosscase.report.manuscripts.sentences import plain_sentence
from crosscase.report.manuscripts.spoken import QuotedWords
from crosscase.report.quote_edits import pieces_of_quote, words_of_quote
from crosscase.store.session import Reading
from crosscase.study_findings.quote_labels import labels_there
from crosscase.study_findings.quote_matching import QuoteMatch, match_all
from crosscase.study_manuscripts.checked_items import CheckedItem
from crosscase.study_manuscripts.names_beside import named_items
from crosscase.study_manuscripts.wrong_labels import misattributed_items
from crosscase.study_protection.disclosure import policy_of
from crosscase.study_protection.disclosure_check import Check, checked
from crosscase.study_protection.disclosure_people import known_people
from crosscase.study_protection.disclosure_places import Chosen
from crosscase.study_protection.disclosure_policy import DisclosurePolicy
from crosscase.study_protection.disclosure_report import FINDING

__all__ = ["MatchedQuote", "attribution_items", "match_quotes", "quote_items", "quoted_places"]

_SHOWN_WORDS = 60

MatchedQuote = tuple[QuotedWords, QuoteMatch]


def match_quotes(
    reading: Reading, quotes: Sequence[QuotedWords], in_scope: Callable[[int], bool]
) -> list[MatchedQuote]:
    """The quotes that were said, or ought to have been: those of references are left out.

    Outside of the results, words that stand in no transcript are somebody else's.
    """
    asked = [
        each
        for each in quotes
        if not each.is_cited and words_of_quote(pieces_of_quote(plain_sentence(each.words)))
    ]
    words = tuple(plain_sentence(each.words) for each in asked)
    matches = kept_answer(reading, ("quotes", words), lambda: match_all(reading, words))
    return [
        (quote, match)
        for quote, match in zip(asked, matches, strict=True)
        if match.standing != "absent" or in_scope(quote.start)
    ]


def quote_items(matched: Sequence[MatchedQuote], *, sources: bool = True) -> list[CheckedItem]:
    """What came of each quote; without ``sources`` no transcript is named, as for what leaves."""
    made = []
    for quote, match in matched:
        is_right = match.standing in ("verbatim", "edited")
        hint = None
        if match.standing == "absent":
            hint = "Correct it, or say where it was read: “...” (Smith, 2019)."
        elif match.place is not None and not is_right:
            where = match.place.source_name if sources else "the transcript"
            hint = f"It stands in {where}: “{_shortened(match.said)}”."
        made.append(
            CheckedItem(
                "quote",
                quote.start,
                quote.end,
                "supported" if is_right else "contradicted",
                match.says,
                quote.words,
                hint=hint,
                fails=not is_right,
            )
        )
    return made


def quoted_places(matched: Sequence[MatchedQuote]) -> tuple[tuple[Id, int, int], ...]:
    """The passages that the quotes stand in."""
    return tuple(
        (match.place.source, match.place.start_char, match.place.end_char)
        for _, match in matched
        if match.place is not None
    )


def attribution_items(reading: Reading, matched: Sequence[MatchedQuote]) -> list[CheckedItem]:
    """Where what is written beside a quote names its speaker, or is shared by too few of them.

    One entry for each quote; a name outweighs the rest.
    """
    placed = [
        (quote, match.place, match.participants[0][0])
        for quote, match in matched
        if match.place is not None and match.participants
    ]
    if not placed:
        return []
    policy = policy_of(reading)
    known = known_people(reading, policy, (), if_there=policy.by)
    named = named_items(
        [
            (quote, known.names.get(person, ""),
             tuple(known.attribution(person, policy.by).values()))
            for quote, _, person in placed
        ],
        fails=policy.exports == "refuse",
    )  # fmt: skip
    named = (
        misattributed_items([(quote, person) for quote, _, person in placed], known, policy.by)
        | named
    )
    asked: list[dict[str, Any]] = []
    written: list[QuotedWords] = []
    for quote, place, person in placed:
        beside = quote.around.casefold()
        labels = {
            label: value
            for label, value in known.attribution(person, policy.by).items()
            if value.casefold() in beside
        }
        if labels:
            asked.append(
                {"source": place.source, "start_char": place.start_char,
                 "end_char": place.end_char, "attribution": labels}
            )  # fmt: skip
            written.append(quote)
    if not asked:
        return list(named.values())
    made = _shared_by_few(reading, policy, asked, written)
    return list((made | named).values())


def _shared_by_few(
    reading: Reading,
    policy: DisclosurePolicy,
    asked: Sequence[Mapping[str, Any]],
    written: Sequence[QuotedWords],
) -> dict[int, CheckedItem]:
    """The quotes of which too few people share what is written beside them."""
    by = labels_there(reading, policy)
    check = Check(chosen=Chosen(quotes=tuple(asked)), by=by, words=False)
    report = checked(reading, policy, check)
    numbers = sorted({each.number for each in report.quotes})
    by_number = dict(zip(numbers, written, strict=True))
    made: dict[int, CheckedItem] = {}
    for risk in report.risks:
        if risk.kind not in FINDING:
            continue
        label = ", ".join(risk.attribution.values())
        says = _people_behind(risk.k, label) if risk.kind == "too few share it" else risk.says
        for number in risk.quotes:
            quote = by_number.get(number)
            if quote is not None:
                way = next((each for each in risk.remedies if each.attribution), None)
                hint = (
                    "Attribute it as “" + ", ".join(way.attribution.values()) + "”."
                    if way is not None and way.attribution
                    else "Leave the attribution out, or paraphrase."
                )
                made.setdefault(
                    quote.start,
                    CheckedItem("attribution", quote.start, quote.end, "risk", says,
                                quote.words, hint=hint, fails=policy.exports == "refuse"),
                )  # fmt: skip
    return made


def _people_behind(k: int | None, label: str) -> str:
    who = "one person" if k == 1 else f"{k} people" if k else "nobody"
    return f"{who} behind this attribution ({label})"


def _shortened(words: str) -> str:
    listed = words.split()
    return " ".join(listed[:_SHOWN_WORDS]) + (" …" if len(listed) > _SHOWN_WORDS else "")
