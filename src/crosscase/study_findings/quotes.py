"""The verbs of quotes: words chosen to be published, held against the transcripts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from types import EllipsisType
from typing import TYPE_CHECKING, Any

from crosscase.coding.carried_passages import CurrentTexts
from crosscase.coding.coding_rules import place_of_passage, resolve_coder
from crosscase.log.records import Draft
from crosscase.model.fields import Passage
from crosscase.model.finding_nouns import Quote
from crosscase.store.recording import Recorded
from crosscase.store.removed_things import find_removed
from crosscase.store.session import Reading, Session, changed, dropped, made
from crosscase.store.source_names import find_source
from crosscase.store.source_texts import source_text
from crosscase.study_documents.telling import PLAINLY, Telling, cover_of
from crosscase.study_findings.bank_names import free_name
from crosscase.study_findings.ledger import find_finding
from crosscase.study_findings.quote_matching import QuoteMatch, match_all, match_words
from crosscase.study_findings.quote_reading import (
    PrintedWords,
    QuoteWithStanding,
    find_quote_of_bank,
    read_quotes,
    words_as_said,
)
from crosscase.study_findings.quote_rules import stored_note, stored_words

if TYPE_CHECKING:
    from crosscase.report.quotes_document import QuotesDocument
    from crosscase.study_findings.quote_balance import QuoteBalance
    from crosscase.study_findings.quote_leaving import LeavingQuotes
    from crosscase.study_findings.quote_tables import ImportedQuotes
    from crosscase.study_protection.disclosure_policy import DisclosurePolicy

__all__ = ["Quotes"]


class Quotes:
    """The quotes of a study: passages with the words that are to be printed of them."""

    def __init__(self, session: Session) -> None:
        self._session = session

    # -- reading -----------------------------------------------------------------------

    def all(self, finding: str | None = None) -> tuple[QuoteWithStanding, ...]:
        """The quotes in the order of their names (those of a finding), held against the texts."""
        with self._session.reading() as reading:
            if finding is None:
                return read_quotes(reading)
            wanted = find_finding(reading, finding).id
            chosen = [each for each in reading.all(Quote) if each.finding == wanted]
            return read_quotes(reading, chosen)

    def get(self, quote: str) -> QuoteWithStanding:
        """One quote by its name, such as Q12, or its id."""
        with self._session.reading() as reading:
            return read_quotes(reading, [find_quote_of_bank(reading, quote)])[0]

    def printed(self, quotes: Iterable[str]) -> tuple[PrintedWords, ...]:
        """Quotes as they are printed, by their names or ids, in the order asked for.

        What stands beside each is what the study's disclosure policy lets be printed; None where
        no label helps, and the quote has to be paraphrased.
        """
        with self._session.reading() as reading:
            wanted = [find_quote_of_bank(reading, each) for each in quotes]
            known = {each.id: each for each in read_quotes(reading)} if wanted else {}
            return tuple(
                PrintedWords(each.name, each.words, each.attribution, each)
                for each in (known[quote.id] for quote in wanted)
            )

    def check(self, words: str, source: str | None = None) -> QuoteMatch:
        """How any words stand to what was said: verbatim, edited, differing, or absent."""
        with self._session.reading() as reading:
            return match_words(reading, words, source)

    def check_all(self, quotes: Sequence[str]) -> tuple[QuoteMatch, ...]:
        """The same for many at one moment."""
        with self._session.reading() as reading:
            return match_all(reading, quotes)

    def balance(self, *, of: str | None = None, by: Sequence[str] | None = None) -> QuoteBalance:
        """Who is quoted more and less than their share of what was said, and who never.

        Args:
            of: the query whose passages the shares are of; otherwise all coded passages.
            by: kinds of cases and attributes; otherwise those of the disclosure policy, and the
                participants.
        """
        from crosscase.study_findings.quote_balance import quote_balance

        with self._session.reading() as reading:
            return quote_balance(reading, of=of, by=by)

    # -- leaving -----------------------------------------------------------------------

    def leaving(
        self, finding: str | None = None, *, policy: DisclosurePolicy | None = None
    ) -> LeavingQuotes:
        """The quotes (of a finding) as they would leave: labelled, without names, and checked.

        ``policy`` is another than the study's of that moment.
        """
        from crosscase.study_findings.quote_leaving import leaving_quotes

        with self._session.reading() as reading:
            chosen = None
            if finding is not None:
                wanted = find_finding(reading, finding).id
                chosen = [each for each in reading.all(Quote) if each.finding == wanted]
            return leaving_quotes(reading, chosen, policy)

    def document(self, leaving: LeavingQuotes, *, telling: Telling = PLAINLY) -> QuotesDocument:
        """Quotes made ready to leave as a document."""
        with self._session.reading() as reading:
            return leaving.document(
                cover_of(reading, self._session.now_us(), self._session.person_name, telling)
            )

    # -- choosing ----------------------------------------------------------------------

    def choose(
        self,
        source: str,
        *,
        quote: str | None = None,
        start_char: int | None = None,
        end_char: int | None = None,
        prefix: str | None = None,
        suffix: str | None = None,
        words: str | None = None,
        finding: str | None = None,
        against: bool = False,
        name: str | None = None,
        note: str | None = None,
    ) -> QuoteWithStanding:
        """Choose a passage to be quoted, by its words or its offsets.

        Args:
            source: the source, by name or id.
            quote: the words of the passage; with ``prefix`` or ``suffix`` where they stand twice.
            words: the words as they are to be printed, with [...] and brackets; otherwise those
                of the passage.
            finding: the finding that it speaks for, or ``against``.
            name: what it is called in manuscripts; otherwise the next free of Q1, Q2...
            note: anything to remember.
        """
        id_ = self._session.ids()

        def decide(reading: Reading) -> Draft:
            at = find_source(reading, source)
            text = source_text(reading, at)
            start, end = place_of_passage(
                text, at.name, start_char, end_char, quote, prefix, suffix
            )
            said = words
            if said is None:
                said = words_as_said(reading, at.id, start, text.words()[start:end])
            author, extra = resolve_coder(self._session, reading, None)
            fields, blobs = stored_words(said)
            more, notes = stored_note(note)
            new = made(
                Quote,
                id_,
                name=free_name(reading, Quote, name),
                source=at.id,
                passage=Passage(text.revision, start, end),
                finding=None if finding is None else find_finding(reading, finding).id,
                against=against or None,
                author=author,
                **fields,
                **more,
            )
            return Draft("quote.chosen", {"quote": id_}, (new, *extra), {**blobs, **notes})

        self._session.record(decide)
        return self.get(id_)

    def change(
        self,
        quote: str,
        *,
        words: str | EllipsisType | None = ...,
        finding: str | EllipsisType | None = ...,
        against: bool | None = None,
        name: str | None = None,
        note: str | EllipsisType | None = ...,
    ) -> Recorded | None:
        """Change the words to be printed, the name, the note, or what a quote speaks for.

        What is not given stays; ``words=None`` takes those of the passage as it is now, and
        ``finding=None`` takes it off its finding.
        """

        def decide(reading: Reading) -> Draft | None:
            found = find_quote_of_bank(reading, quote)
            says: dict[str, Any] = {}
            blobs: dict[str, bytes] = {}
            for fields, more in (
                ({}, {}) if isinstance(words, EllipsisType) else _words(reading, found, words),
                ({}, {}) if isinstance(note, EllipsisType) else stored_note(note),
            ):
                says |= fields
                blobs |= more
            if name is not None:
                says["name"] = free_name(reading, Quote, name, found.id)
            if not isinstance(finding, EllipsisType):
                says["finding"] = find_finding(reading, finding).id if finding else None
            if against is not None:
                says["against"] = against or None
            new = {field: value for field, value in says.items() if getattr(found, field) != value}
            if not new:
                return None
            change = changed(Quote, found.id, **new)
            return Draft("quote.changed", {"quote": found.id}, (change,), blobs)

        return self._session.record(decide)

    def remove(self, quote: str) -> Recorded | None:
        """Take a quote out of the bank, until it is restored."""

        def decide(reading: Reading) -> Draft:
            found = find_quote_of_bank(reading, quote)
            return Draft("quote.removed", {"quote": found.id}, (dropped(Quote, found.id),))

        return self._session.record(decide)

    def restore(self, quote: str) -> Recorded | None:
        """Bring a removed quote back, by its name or id."""

        def decide(reading: Reading) -> Draft | None:
            found = find_removed(reading, Quote, quote)
            if found is None:
                return None
            free_name(reading, Quote, found.name, found.id)
            change = dropped(Quote, found.id, False)
            return Draft("quote.restored", {"quote": found.id}, (change,))

        return self._session.record(decide)

    def import_table(
        self,
        columns: Sequence[str],
        rows: Sequence[Sequence[Any]],
        *,
        lines: Sequence[int] | None = None,
        strict: bool = False,
        dry_run: bool = False,
    ) -> ImportedQuotes:
        """Choose the quotes of a table's rows, as one operation.

        Columns: words, and if wanted source, start_char and end_char, finding, against, name and
        note. Without offsets the words are looked for, in the source or in all of them. Rows that
        cannot be taken are listed; with ``strict`` the first one stops the import.
        """
        from crosscase.study_findings.quote_tables import import_quote_table

        return import_quote_table(
            self._session, columns, rows, lines=lines, strict=strict, dry_run=dry_run
        )


def _words(
    reading: Reading, quote: Quote, words: str | None
) -> tuple[dict[str, Any], dict[str, bytes]]:
    """The words as they are stored; without any those of the passage now."""
    if words is not None:
        return stored_words(words)
    at = CurrentTexts(reading).carry(quote.passage)
    return stored_words(words_as_said(reading, at.source, at.start_char, at.text))
