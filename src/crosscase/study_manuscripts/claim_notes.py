"""What the claims of an annotated page open: checks, and passages that may be printed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from crosscase.coding.carried_passages import CurrentTexts
from crosscase.errors import CrosscaseError
from crosscase.model.counted import counted
from crosscase.model.ids import Id
from crosscase.query.answers import answer
from crosscase.report.manuscripts.page import ClaimNote, NotePassage
from crosscase.store.session import Reading, Session
from crosscase.study_findings.leaving_words import LeavingWords
from crosscase.study_findings.ledger import FindingWithStanding
from crosscase.study_findings.outcomes import Outcome, worst
from crosscase.study_findings.quote_labels import labels_of_places
from crosscase.study_findings.quote_reading import QuoteWithStanding, read_quotes, words_as_said
from crosscase.study_manuscripts.claim_checks import KnownFindings, told_of
from crosscase.study_synthesis.given_evidence import evidence_of

__all__ = ["NoteMaker", "NotePlaces"]

_MOST_PASSAGES = 12
_MOST_CHARS = 1_200

_Place = tuple[Id, int, int]


@dataclass(frozen=True, slots=True)
class NotePlaces:
    """A note before its passages are read: where they lie, of how many, which are against."""

    note: ClaimNote
    chosen: tuple[_Place, ...]
    of: int
    against: Mapping[_Place, bool]


@dataclass(slots=True)
class NoteMaker:
    """Makes the notes of claims; a passage that no label keeps from telling who spoke is not shown.

    ``warnings`` says how many were left out of the whole page.
    """

    session: Session
    reading: Reading
    known: KnownFindings
    left_out: int = 0
    _texts: CurrentTexts | None = None
    _quotes: tuple[QuoteWithStanding, ...] | None = None
    _leaving: LeavingWords | None = None
    _behind: dict[str, list[_Place]] = field(default_factory=dict)

    @property
    def warnings(self) -> list[str]:
        """What the author has to know of the notes."""
        if not self.left_out:
            return []
        passages = counted(self.left_out, "passage")
        return [f"{passages} behind claims are not shown: they would tell who spoke."]

    def of_finding(self, name: str) -> NotePlaces | None:
        """The note of a finding; None where there is none of this name, or two."""
        found = self.known.named(name)
        if len(found) != 1:
            return None
        finding = found[0]
        outcomes = [each.outcome for each in finding.checks]
        given = self._given(finding)
        places = list(given) + [p for p in self._of_checks(outcomes) if p not in given]
        checks = self._told(outcomes)
        note = ClaimNote(finding.name, finding.statement, finding.standing, checks, ())
        return _placed(note, places, given)

    def of_checks(self, outcomes: Sequence[Outcome]) -> NotePlaces:
        """The note of a claim that has checks of its own."""
        standing = worst(each.standing for each in outcomes)
        note = ClaimNote("", "What was counted", standing, self._told(outcomes), ())
        return _placed(note, self._of_checks(outcomes), {})

    def with_passages(self, notes: Sequence[NotePlaces]) -> list[ClaimNote]:
        """The notes with the words of their passages, all looked at together."""
        places = dict.fromkeys(place for each in notes for place in each.chosen)
        lines = self._lines(list(places)) if places else {}
        words = {place: self._words(place) for place in places if place in lines}
        return [self._with_passages(each, lines, words) for each in notes]

    def _told(self, outcomes: Iterable[Outcome]) -> list[tuple[str, str]]:
        """The checks and what came of them, as they leave: nobody is named or quoted."""
        if self._leaving is None:
            self._leaving = LeavingWords(self.reading)
        leaving = self._leaving
        return [(leaving.check(each.text), leaving.said(told_of(each))) for each in outcomes]

    def _with_passages(
        self, asked: NotePlaces, lines: Mapping[_Place, str], words: Mapping[_Place, str]
    ) -> ClaimNote:
        shown = [
            NotePassage(words[place], lines[place], asked.against.get(place, False))
            for place in asked.chosen
            if place in lines
        ]
        told = [] if asked.chosen else ["No passage stands behind it."]
        if asked.of > len(asked.chosen):
            told.append(f"{len(asked.chosen)} of {counted(asked.of, 'passage')} are listed.")
        hidden = len(asked.chosen) - len(shown)
        if hidden:
            self.left_out += hidden
            told.append(f"{counted(hidden, 'passage')} cannot be shown.")
        return asked.note._replace(passages=shown, told=told)

    def _given(self, finding: FindingWithStanding) -> dict[_Place, bool]:
        """The passages and quotes for and against a finding that people chose."""
        made = {
            (each.passage.source, each.passage.start_char, each.passage.end_char): each.against
            for each in evidence_of(self.reading, (finding.id,))[finding.id]
            if each.passage.standing != "lost"
        }
        if self._quotes is None:
            self._quotes = read_quotes(self.reading)
        for quote in self._quotes:
            if quote.finding == finding.id and quote.place is not None:
                made.setdefault(quote.place, quote.against)
        return made

    def _of_checks(self, outcomes: Iterable[Outcome]) -> list[_Place]:
        """The passages that stand behind the figures of some checks."""
        made: dict[_Place, None] = {}
        for each in outcomes:
            if each.behind is None:
                continue
            if each.behind not in self._behind:
                try:
                    self._behind[each.behind] = answer(self.reading, each.behind).places()
                except CrosscaseError:
                    self._behind[each.behind] = []
            made |= dict.fromkeys(self._behind[each.behind])
        return list(made)

    def _lines(self, places: Sequence[_Place]) -> dict[_Place, str]:
        """What is printed beside each passage; those that must not be printed have no line."""
        labels = labels_of_places(self.reading, places)
        return {
            place: label.line
            for place, label in zip(places, labels, strict=True)
            if label.line is not None
        }

    def _words(self, place: _Place) -> str:
        source, start, end = place
        if self._texts is None:
            self._texts = CurrentTexts(self.reading)
        words = words_as_said(self.reading, source, start, self._texts.words(source, start, end))
        return words if len(words) <= _MOST_CHARS else f"{words[:_MOST_CHARS].rstrip()} …"


def _placed(
    note: ClaimNote, places: Sequence[_Place], against: Mapping[_Place, bool]
) -> NotePlaces:
    wide = _widest(places)
    return NotePlaces(note, tuple(wide[:_MOST_PASSAGES]), len(wide), against)


def _widest(places: Sequence[_Place]) -> list[_Place]:
    """The passages without those that lie within another one, in the same order."""
    held: dict[Id, list[tuple[int, int]]] = {}
    kept: set[_Place] = set()
    for source, start, end in sorted(places, key=lambda each: each[1] - each[2]):
        spans = held.setdefault(source, [])
        if not any(low <= start and end <= high for low, high in spans):
            spans.append((start, end))
            kept.add((source, start, end))
    return [place for place in dict.fromkeys(places) if place in kept]
