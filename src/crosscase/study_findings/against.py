"""What speaks against a finding: passages unlike those it stands on, who is silent, counter-cases.

Choosing quotes is choosing what readers see. So the passages on the same matter are looked
through for those most unlike what was quoted; whoever was asked and did not say it is named; and
passages that say the opposite, or that somebody marked as counter-evidence, stand beside.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from crosscase.coding.links import LinkEvidence
from crosscase.model.finding_nouns import Finding, Quote
from crosscase.model.ids import Id
from crosscase.query.code_names import PATH_MARK, code_names
from crosscase.query.condition import Condition
from crosscase.query.expression import CodeTerm, to_text
from crosscase.query.found_passages import FoundPassage, found_passages
from crosscase.query.intervals import Intervals, overlapping
from crosscase.query.study_view import StudyView, distinct_places, study_view
from crosscase.store.coding_columns import CodingColumns, coding_columns
from crosscase.store.session import Reading, Session
from crosscase.study_findings.asked_people import asked_about_codes
from crosscase.study_findings.ledger import find_finding, read_ledger
from crosscase.study_findings.quote_reading import places_of_quotes, read_quotes
from crosscase.study_synthesis.given_evidence import evidence_of
from crosscase.study_synthesis.negative_cases import (
    NegativeCases,
    Stands,
    Statement,
    negative_cases,
    told_once,
    words_at,
)

if TYPE_CHECKING:
    from crosscase.analysis.similarity import TextVectors

__all__ = ["AgainstFinding", "SilentPerson", "UnlikePassage", "against_finding"]

_SILENCE = "Silence is weak evidence; read the passages before calling a case deviant."
_SILENT = ("did not say it", "asked, did not say it")


@dataclass(frozen=True, slots=True)
class UnlikePassage:
    """A passage with how alike it is to those quoted, from -1 to 1."""

    passage: FoundPassage
    similarity: float


@dataclass(frozen=True, slots=True)
class SilentPerson:
    """A participant who did not say it, with the cases they lie in."""

    id: Id
    name: str
    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AgainstFinding:
    """What speaks against a finding.

    ``question`` asks for the passages on its matter, of which there are ``passages``; None where
    nothing says what it is about. ``asked_basis`` says of whom the ``silent`` are some: those who
    were asked (``of`` of them), or all who were interviewed.
    """

    question: str | None
    passages: int
    unlike: tuple[UnlikePassage, ...]
    silent: tuple[SilentPerson, ...]
    of: int
    asked_basis: str
    negative: tuple[FoundPassage, ...]
    negative_total: int
    notes: tuple[str, ...]


def against_finding(
    session: Session, reading: Reading, vectors: TextVectors, finding: str, most: int
) -> AgainstFinding:
    """What speaks against a finding (see ``Findings.against``)."""
    return _Looking(session, reading, vectors, find_finding(reading, finding), most).found()


class _Looking:
    """The steps from a finding to what speaks against it."""

    def __init__(
        self,
        session: Session,
        reading: Reading,
        vectors: TextVectors,
        finding: Finding,
        most: int,
    ) -> None:
        self.session, self.reading, self.vectors = session, reading, vectors
        self.finding, self.most = finding, most
        self.view: StudyView = study_view(reading)
        self.quotes = read_quotes(
            reading,
            [each for each in reading.all(Quote) if each.finding == finding.id],
            labelled=False,
        )
        self.evidence: Sequence[LinkEvidence] = evidence_of(reading, (finding.id,))[finding.id]

    def found(self) -> AgainstFinding:
        """All of it."""
        matter, said = self._questions()
        mine = self._own(against=False)
        if matter is None or said is None:
            note = "Nothing says what the finding is about: give it a domain, or a check on a code."
            own = self._own(against=True)
            told = self._told(own)
            return AgainstFinding(None, 0, (), (), 0, "", told, len(own), (note,))
        unlike, total, notes = self._unlike(Condition(self.reading, matter).answered, mine)
        statement = Statement(query=said)
        cases = negative_cases(self.session, self.reading, None, statement, self.most)
        asked, basis = self._asked(said)
        among = [each for each in cases.people if asked is None or each.id in asked]
        speaking = {person for each in self.quotes for person, _ in each.match.participants}
        silent = tuple(
            self._silent(each)
            for each in among
            if each.standing in _SILENT and each.id not in speaking
        )
        negative, count = self._negative(cases)
        return AgainstFinding(
            matter, total, unlike, silent, len(among), basis, negative, count,
            (*notes, _SILENCE),
        )  # fmt: skip

    # -- what it is about ------------------------------------------------------------------

    def _questions(self) -> tuple[str | None, str | None]:
        """What asks for the passages on its matter, and what for those that say it."""
        told = read_ledger(self.reading, [self.finding])[0]
        behind = list(
            dict.fromkeys(each.outcome.behind for each in told.checks if each.outcome.behind)
        )
        said = " or ".join(f"({each})" for each in behind) if len(behind) > 1 else "".join(behind)
        names = code_names(self.reading)
        row = None if told.domain is None else names.rows.get(told.domain)
        matter = None
        if row is not None and row in names.codes:
            matter = to_text(CodeTerm(PATH_MARK.join(names.path(row))))
        return matter or said or None, said or matter

    def _own(self, *, against: bool) -> Intervals:
        """The passages that are quoted or given for it, or against it."""
        chosen = [each for each in self.quotes if each.against == against]
        held = set(places_of_quotes(chosen)) | {
            (each.passage.source, each.passage.start_char, each.passage.end_char)
            for each in self.evidence
            if each.against == against and each.passage.standing != "lost"
        }
        return distinct_places(
            self.view,
            Intervals.of(
                [self.view.rows[source] for source, _, _ in held],
                [start for _, start, _ in held],
                [end for _, _, end in held],
            ),
        )

    # -- unlike ----------------------------------------------------------------------------

    def _unlike(
        self, places: Intervals, mine: Intervals
    ) -> tuple[tuple[UnlikePassage, ...], int, list[str]]:
        """The passages on the matter that are least like those quoted, in their words."""
        from crosscase.analysis.similarity import similarities

        others = places.taken(~overlapping(places, mine)) if len(mine) else places
        notes = []
        if not len(mine):
            notes.append("Nothing is quoted or given for it yet: most unlike all the others.")
        if not len(others):
            return (), len(places), notes
        vectors = self.vectors.of(words_at(self.reading, others))
        quoted = self.vectors.of(words_at(self.reading, mine)) if len(mine) else vectors
        mean = quoted.mean(axis=0)
        length = float(np.linalg.norm(mean))
        alike = similarities(vectors, mean / length if length else mean)
        ranked = sorted(
            (at for at, each in enumerate(alike) if each is not None),
            key=lambda at: alike[at] or 0.0,
        )
        chosen = told_once(others, ranked, self.most)
        told = self._in_order(others.taken(np.array(chosen, np.int64)))
        pairs = zip(told, chosen, strict=True)
        unlike = tuple(UnlikePassage(each, alike[at] or 0.0) for each, at in pairs)
        return unlike, len(places), notes

    def _in_order(self, places: Intervals) -> list[FoundPassage]:
        """The passages at distinct places, in the order given."""
        told = {
            (self.view.rows[each.source_id], each.start_char, each.end_char): each
            for each in self._told(distinct_places(self.view, places))
        }
        columns = (places.source.tolist(), places.start.tolist(), places.end.tolist())
        return [told[place] for place in zip(*columns, strict=True)]

    def _told(self, places: Intervals) -> tuple[FoundPassage, ...]:
        columns: CodingColumns = coding_columns(self.reading.file, self.reading.connection)
        return tuple(found_passages(self.reading, places, columns))

    # -- people ----------------------------------------------------------------------------

    def _asked(self, said: str) -> tuple[frozenset[Id] | None, str]:
        """Who was asked about the codes of the question, where a topic is linked to them."""
        tree = Condition(self.reading, said).question.tree
        people, topics = asked_about_codes(self.reading, tree)
        if not topics:
            return None, "all who were interviewed: no topic of a guide is linked to its codes"
        return people, f"those asked about {' or '.join(f'“{each}”' for each in topics)}"

    def _silent(self, person: Stands) -> SilentPerson:
        groups = self.view.groups.get(self.view.rows[person.id], frozenset())
        names = sorted(self.view.cases[row].name or "" for row in groups if row in self.view.cases)
        return SilentPerson(person.id, person.name, tuple(names))

    # -- counter-cases ---------------------------------------------------------------------

    def _negative(self, cases: NegativeCases) -> tuple[tuple[FoundPassage, ...], int]:
        """Passages given against it or its codes, and those of the opposite valence."""
        own = self._own(against=True)
        sets = [cases.evidence_against, *([] if cases.opposite is None else [cases.opposite])]
        told = {
            (each.source_id, each.start_char, each.end_char): each
            for each in (*self._told(own), *(one for held in sets for one in held.passages))
        }
        return tuple(told.values()), max(len(told), len(own) + sum(each.total for each in sets))
