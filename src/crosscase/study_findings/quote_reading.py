"""The quote bank as it is read: each quote with its passage now, its standing and its label."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from crosscase.coding.carried_passages import CurrentPassage, CurrentTexts
from crosscase.model.finding_nouns import Finding, Quote
from crosscase.model.ids import Id
from crosscase.query.study_view import study_view
from crosscase.store.session import Reading
from crosscase.store.source_names import find_named
from crosscase.study_findings.bank_names import folded, name_order
from crosscase.study_findings.quote_labels import labels_of_places
from crosscase.study_findings.quote_matching import QuoteMatch, match_passage
from crosscase.study_protection.disclosure_policy import DisclosurePolicy
from crosscase.study_synthesis.withheld_words import shown_texts

__all__ = ["PrintedWords", "QuoteWithStanding", "find_quote_of_bank", "places_of_quotes",
           "read_quotes", "words_as_said"]  # fmt: skip


@dataclass(frozen=True, slots=True)
class QuoteWithStanding:
    """A quote of the bank.

    ``start_char`` and ``end_char`` are those of its passage now, or of where its words were found
    elsewhere in the source; ``passage`` says whether the passage was kept, touched or lost.
    ``attribution`` is what is to be printed beside it under the study's policy: None where no
    label helps and it must be paraphrased or asked for. ``risks`` says what speaks against
    printing it with the labels of the policy, and ``is_barred`` that somebody did not agree.
    """

    id: Id
    name: str
    words: str
    said: str
    source: Id
    source_name: str
    start_char: int
    end_char: int
    passage: Literal["kept", "touched", "lost"]
    match: QuoteMatch
    attribution: str | None
    risks: tuple[str, ...]
    finding: Id | None = None
    finding_name: str | None = None
    against: bool = False
    note: str | None = None
    shares_name: bool = False
    is_barred: bool = False

    @property
    def place(self) -> tuple[Id, int, int] | None:
        """Where its words stand, as an export is checked for it; None where nowhere."""
        if self.end_char <= self.start_char:
            return None
        return self.source, self.start_char, self.end_char


@dataclass(frozen=True, slots=True)
class PrintedWords:
    """A quote as it is printed: its words, and the label under the study's policy, if any helps."""

    name: str
    words: str
    line: str | None
    quote: QuoteWithStanding


def find_quote_of_bank(reading: Reading, wanted: str) -> Quote:
    """One quote by its name, such as Q12, or its id; two of a name are told, never guessed."""
    return find_named(wanted, reading.all(Quote), "quote")


def places_of_quotes(quotes: Sequence[QuoteWithStanding]) -> list[tuple[Id, int, int]]:
    """Where the words of quotes stand, as disclosure control asks for them."""
    return [each.place for each in quotes if each.place is not None]


def words_as_said(reading: Reading, source: Id, start: int, passage: str) -> str:
    """The words of a passage on one line, without the names of speakers between them."""
    view = study_view(reading)
    turns, here = view.turns, view.turns.of_source(view.rows[source])
    labels = zip(
        (turns.start_char[here] - start).tolist(),
        (turns.speech_start_char[here] - start).tolist(),
        strict=True,
    )
    kept, at = [], 0
    for label, speech in labels:
        if label < len(passage) and speech > max(0, label):
            kept.append(passage[at : max(at, label)])
            at = max(at, speech)
    kept.append(passage[at:])
    return " ".join(" ".join(kept).split())


def read_quotes(
    reading: Reading,
    quotes: Sequence[Quote] | None = None,
    *,
    labelled: bool = True,
    policy: DisclosurePolicy | None = None,
) -> tuple[QuoteWithStanding, ...]:
    """The quotes of the bank (all, or these) in the order of their names.

    Without ``labelled`` nothing is said of labels and risks; ``policy`` is another than the
    study's of that moment.
    """
    everything = reading.all(Quote)
    asked = everything if quotes is None else list(quotes)
    texts = CurrentTexts(reading)
    now = [texts.carry(each.passage) for each in asked]
    blobs = [bytes.fromhex(each) for quote in asked for each in (quote.words, quote.note) if each]
    stored = shown_texts(reading, blobs)
    words = [_words(reading, *both, stored) for both in zip(asked, now, strict=True)]
    matches = match_passage(
        reading,
        [
            (said, at.source, at.start_char, 0 if at.standing == "lost" else at.end_char)
            for said, at in zip(words, now, strict=True)
        ],
    )
    names = Counter(folded(each.name) for each in everything)
    held = zip(asked, now, words, matches, strict=True)
    told = [_told(reading, texts, *each, stored, names) for each in held]
    ordered = sorted(told, key=lambda each: name_order(each.name, each.id))
    if not labelled:
        return tuple(ordered)
    labels = labels_of_places(reading, [each.place for each in ordered], policy)
    return tuple(
        replace(each, attribution=label.line, risks=label.risks, is_barred=label.is_barred)
        for each, label in zip(ordered, labels, strict=True)
    )


def _told(
    reading: Reading,
    texts: CurrentTexts,
    quote: Quote,
    at: CurrentPassage,
    words: str,
    match: QuoteMatch,
    stored: dict[bytes, str],
    names: Counter[str],
) -> QuoteWithStanding:
    """A quote without its label."""
    place = _place(at, match)
    finding = reading.by_id(Finding).get(quote.finding or "")
    return QuoteWithStanding(
        quote.id,
        quote.name or "",
        words,
        texts.words(at.source, *place),
        at.source,
        at.source_name,
        *place,
        at.standing,
        match,
        None,
        (),
        None if finding is None else finding.id,
        None if finding is None else finding.name,
        bool(quote.against),
        stored.get(bytes.fromhex(quote.note)) if quote.note else None,
        names[folded(quote.name)] > 1,
    )


def _words(
    reading: Reading,
    quote: Quote,
    at: CurrentPassage,
    stored: dict[bytes, str],
) -> str:
    """The words to be printed; without any those of the passage as it is now."""
    if quote.words:
        return stored.get(bytes.fromhex(quote.words), "")
    return words_as_said(reading, at.source, at.start_char, at.text)


def _place(at: CurrentPassage, match: QuoteMatch) -> tuple[int, int]:
    """The passage, or where its words stand in the source now."""
    found = match.place
    if found is None:
        return at.start_char, at.end_char
    is_here = found.start_char < at.end_char and at.start_char < found.end_char
    if at.standing != "lost" and is_here:
        return at.start_char, at.end_char
    return found.start_char, found.end_char
