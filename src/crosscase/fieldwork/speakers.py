"""The verbs of speakers: who speaks under each label, so that a coding knows who said it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from crosscase.errors import MistakeOfUse
from crosscase.fieldwork.case_names import name_key
from crosscase.fieldwork.field_plan import FieldPlan
from crosscase.fieldwork.field_words import PERSON
from crosscase.fieldwork.speaker_labels import (
    SpeakerRow,
    UnlinkedLabel,
    checked_role,
    find_label,
    read_speakers,
    speaker_id,
    unlinked_labels,
)
from crosscase.fieldwork.speaker_tables import link_rows
from crosscase.fieldwork.table_rows import read_rows
from crosscase.log.records import Draft
from crosscase.model.fields import Passage
from crosscase.model.ids import Id
from crosscase.model.nouns import Case, Speaker
from crosscase.model.speaker_roles import is_interviewer_form
from crosscase.model.table_rows import RefusedRow, raise_if_strict
from crosscase.store.recording import Recorded
from crosscase.store.session import Reading, Session
from crosscase.store.source_names import find_source
from crosscase.store.source_texts import source_text
from crosscase.store.turn_columns import turn_columns

__all__ = ["LinkedSpeakers", "Speakers"]


@dataclass(frozen=True, slots=True)
class LinkedSpeakers:
    """What linking did: labels linked to participants, labels given another role, those left."""

    linked: int
    other_roles: int
    unlinked: tuple[UnlinkedLabel, ...]
    refused: tuple[RefusedRow, ...] = ()


class Speakers:
    """The speakers of all sources, by their labels."""

    def __init__(self, session: Session) -> None:
        self._session = session

    # -- reading ---------------------------------------------------------------------------

    def all(self, source: str | None = None, *, words: bool = True) -> list[SpeakerRow]:
        """All labels with whom they are linked to and how much they speak, by source."""
        with self._session.reading() as reading:
            wanted = None if source is None else find_source(reading, source)
            return read_speakers(reading, words=words, source=wanted)

    def unlinked(self) -> tuple[UnlinkedLabel, ...]:
        """The labels of which it is not said who speaks, those with most turns first."""
        with self._session.reading() as reading:
            return unlinked_labels(read_speakers(reading))

    def exceptions(self, source: str | None = None) -> list[Speaker]:
        """The links that hold at one place only."""
        with self._session.reading() as reading:
            wanted = None if source is None else find_source(reading, source).id
            return [
                each
                for each in reading.all(Speaker)
                if each.passage is not None and wanted in (None, each.source)
            ]

    # -- changing --------------------------------------------------------------------------

    def link(
        self,
        source: str,
        label: str,
        participant: str | None = None,
        *,
        role: str | None = None,
        passage: Sequence[Any] | None = None,
    ) -> Recorded | None:
        """Say who speaks under a label of a source.

        ``role`` is participant, interviewer, observer or other. ``passage`` (start_char and
        end_char) makes an exception at that place, over turns of this label. Neither a
        participant nor a role takes the link away.
        """

        def decide(reading: Reading) -> Draft:
            plan = FieldPlan(reading, self._session)
            at = find_source(reading, source)
            row = find_label(read_speakers(reading), at, label)
            person = None if participant is None else plan.names.find(participant, PERSON)
            place = None if passage is None else _checked_place(reading, row, passage)
            id_ = speaker_id(at.id, row.label, None if place is None else place.start_char)
            if person is None and role is None:
                held = plan.speakers.get(id_)
                if held is not None:
                    plan.speakers.put(replace(held, dropped=True))
            else:
                plan.speakers.put(_speaker(id_, row, person, checked_role(role, person), place))
            return Draft("speakers.linked", {"n": 1}, plan.changes())

        return self._session.record(decide)

    def link_by_name(self) -> LinkedSpeakers:
        """Link the labels that are the name of a participant, in all sources, in one operation.

        The usual forms of the interviewer (Interviewer, INT, I, Moderator, Facilitator, Q) get
        that role. Labels that are linked already, or that two participants are called, are left.
        """
        counts = [0, 0]

        def decide(reading: Reading) -> Draft:
            plan = FieldPlan(reading, self._session)
            people = _people_by_name(plan)
            for row in read_speakers(reading):
                if row.is_settled:
                    continue
                named = people.get(name_key(row.label), [])
                if len(named) == 1:
                    counts[0] += 1
                    self._put(plan, row, named[0], "participant")
                elif not named and is_interviewer_form(row.label):
                    counts[1] += 1
                    self._put(plan, row, None, "interviewer")
            return Draft("speakers.linked", {"n": sum(counts)}, plan.changes())

        self._session.record(decide)
        return LinkedSpeakers(counts[0], counts[1], self.unlinked())

    def link_table(
        self,
        columns: Sequence[str],
        rows: Sequence[Sequence[Any]],
        *,
        lines: Sequence[int] | None = None,
        strict: bool = False,
        dry_run: bool = False,
    ) -> LinkedSpeakers:
        """Link speakers by a table with the columns source, speaker, participant and role.

        Without a source a row speaks of the label in all sources. One operation, which leaves
        out the rows that cannot be taken; ``dry_run`` only says what it would do.
        """
        table = read_rows(columns, rows, lines)
        results: list[LinkedSpeakers] = []

        def decide(reading: Reading) -> Draft:
            plan = FieldPlan(reading, self._session)
            found, refused = link_rows(reading, table)
            raise_if_strict(refused, strict)
            counts = [0, 0]
            for row, person, role in found:
                if self._put(plan, row, person, role):
                    counts[person is None] += 1
            said = {(row.source.id, row.label): (person, role) for row, person, role in found}
            left = unlinked_labels(_as_said(row, said) for row in read_speakers(reading))
            results.append(LinkedSpeakers(counts[0], counts[1], left, tuple(refused)))
            return Draft("speakers.linked", {"n": sum(counts)}, plan.changes())

        if dry_run:
            with self._session.reading() as reading:
                decide(reading)
        else:
            self._session.record(decide)
        return results[0]

    def _put(self, plan: FieldPlan, row: SpeakerRow, person: Case | None, role: str) -> bool:
        """Plan a link; says whether it is another than now."""
        id_ = speaker_id(row.source.id, row.label)
        wanted = _speaker(id_, row, person, role, None)
        if plan.speakers.get(id_) == wanted:
            return False
        plan.speakers.put(wanted)
        return True


def _speaker(
    id_: Id, row: SpeakerRow, person: Case | None, role: str, place: Passage | None
) -> Speaker:
    return Speaker(
        id=id_,
        source=row.source.id,
        label=row.label,
        participant=None if person is None else person.id,
        role=role,
        passage=place,
    )


def _as_said(row: SpeakerRow, said: Mapping[tuple[Id, str], tuple[Case | None, str]]) -> SpeakerRow:
    """A label with what a table says of it."""
    person, role = said.get((row.source.id, row.label), (row.participant, row.role))
    return replace(row, participant=person, role=role)


def _people_by_name(plan: FieldPlan) -> dict[str, list[Case]]:
    people: dict[str, list[Case]] = {}
    for case in plan.names.cases.values():
        if case.case_kind == PERSON:
            people.setdefault(name_key(case.name), []).append(case)
    return people


def _checked_place(reading: Reading, row: SpeakerRow, passage: Sequence[Any]) -> Passage:
    """The passage of an exception: in the current text, over turns of the label only."""
    text = source_text(reading, row.source)
    if len(passage) < 2:
        raise MistakeOfUse("A passage has a start and an end.", slug="passage-without-end")
    *revision, start, end = passage
    if len(revision) > 1 or (revision and revision[0] != text.revision):
        raise MistakeOfUse(
            f"The passage is not one of “{row.source.name}” as it stands.",
            slug="passage-of-other-revision",
            hint="Give start_char and end_char in the current text.",
        )
    if not 0 <= start < end <= text.chars:
        raise MistakeOfUse(
            f"Characters {start} to {end} are not a passage of “{row.source.name}”.",
            slug="passage-outside-text",
            hint=f"It has {text.chars:,} characters.",
        )
    turns = turn_columns(reading.file, reading.connection)
    part = turns.of_source(reading.row(row.source.id) or 0)
    touched = (turns.start_char[part] < end) & (turns.end_char[part] > start)
    labels = {
        None if number < 0 else turns.labels[number].label
        for number in turns.speaker[part][touched].tolist()
    }
    if labels != {row.label}:
        others = ", ".join(f"“{each}”" for each in sorted(filter(None, labels - {row.label})))
        raise MistakeOfUse(
            f"The passage holds more than turns of “{row.label}”."
            if row.label in labels
            else f"“{row.label}” does not speak in that passage.",
            slug="passage-of-other-speaker",
            hint=f"In it speak {others}." if others else "Give a passage inside their turns.",
        )
    return Passage(text.revision, int(start), int(end))
