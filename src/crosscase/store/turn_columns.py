"""The turns of all sources that show, in columns, with who speaks in each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
from sqlalchemy import Connection

from crosscase.log.canonical import decode
from crosscase.model.speaker_roles import is_of_interviewer
from crosscase.store.showing import SHOWING_KINDS, showing
from crosscase.store.span_carrying import SpanCarrier
from crosscase.store.study_file import StudyFile

__all__ = ["SpeakerLabel", "TurnColumns", "turn_columns"]

Ints = npt.NDArray[np.int32]
Longs = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class SpeakerLabel:
    """One label in one source: who it is linked to, if anybody."""

    source: int
    label: str
    participant: int | None
    role: str | None

    @property
    def is_of_interviewer(self) -> bool:
        """Whether an interviewer speaks under it."""
        return is_of_interviewer(self.label, self.role, is_linked=self.participant is not None)


@dataclass(frozen=True)
class TurnColumns:
    """Turns by source and place, one array a column.

    ``speaker`` is an index into ``labels`` (-1: no label); ``participant`` is an entity row
    (-1: nobody linked, or not a participant). ``number`` counts turns from 0 in each source.
    """

    source: Ints
    number: Ints
    start_char: Ints
    end_char: Ints
    speech_start_char: Ints
    start_ms: Ints
    speaker: Ints
    participant: Ints
    labels: tuple[SpeakerLabel, ...]

    def __len__(self) -> int:
        return len(self.source)

    @cached_property
    def start_keys(self) -> Longs:
        """Source and start of each turn as one number, in order."""
        return (self.source.astype(np.int64) << 32) + self.start_char

    @cached_property
    def end_keys(self) -> Longs:
        """The same of its end."""
        return (self.source.astype(np.int64) << 32) + self.end_char

    def of_source(self, source: int) -> slice:
        """Where the turns of one source lie."""
        low = int(np.searchsorted(self.source, source, "left"))
        high = int(np.searchsorted(self.source, source, "right"))
        return slice(low, high)


def turn_columns(file: StudyFile, connection: Connection) -> TurnColumns:
    """The turns of every source that shows."""
    return file.remember("turn columns", SHOWING_KINDS, lambda: _read(file, connection))


def _read(file: StudyFile, connection: Connection) -> TurnColumns:
    shown = showing(file, connection)
    links = _links(file, shown.rows)
    whole = _whole_sources(file, shown.rows)
    blocks, owners, numbers, speakers = [], [], [], []
    labels: list[SpeakerLabel] = []
    for source, names, data in file.driver().execute(
        "SELECT source, labels, bytes FROM turn_block ORDER BY source"
    ):
        if source not in shown:
            continue
        block = np.frombuffer(data, "<i4").reshape(-1, 5)
        first = len(labels)
        for name in decode(names):
            person, role = links.get((source, name), (None, None))
            labels.append(SpeakerLabel(source, name, person, role))
        blocks.append(block)
        owners.append(np.full(len(block), source, np.int32))
        numbers.append(np.arange(len(block), dtype=np.int32))
        speakers.append(np.where(block[:, 3] < 0, -1, block[:, 3] + first).astype(np.int32))
    if not blocks:
        none = np.empty(0, np.int32)
        return TurnColumns(none, none, none, none, none, none, none, none, ())
    joined = np.concatenate(blocks)
    owner = np.concatenate(owners)
    speaker = np.concatenate(speakers)
    participant = _participants(file, connection, labels, speaker, owner, joined, whole, shown.rows)
    return TurnColumns(
        owner,
        np.concatenate(numbers),
        joined[:, 0],
        joined[:, 1],
        joined[:, 2],
        joined[:, 4],
        speaker,
        participant,
        tuple(labels),
    )


def _links(
    file: StudyFile, shown: frozenset[int]
) -> dict[tuple[int, str], tuple[int | None, str | None]]:
    """Labels with their participant and role; exceptions at a place are applied later."""
    links: dict[tuple[int, str], tuple[int | None, str | None]] = {}
    for row, source, label, participant, role in file.driver().execute(
        "SELECT row, source, label, participant, role FROM state_speaker "
        "WHERE passage_start_char IS NULL AND gone = 0"
    ):
        if row in shown:
            links[source, label] = (participant if participant in shown else None, role)
    return links


def _whole_sources(file: StudyFile, shown: frozenset[int]) -> dict[int, int]:
    """Sources that belong to one person as a whole: their words are that person's."""
    persons: dict[int, set[int]] = {}
    for row, source, person in file.driver().execute(
        'SELECT m.row, m.member, m."group" FROM state_membership m '
        "JOIN state_source s ON s.row = m.member "
        "JOIN state_case c ON c.row = m.\"group\" AND c.case_kind = 'person'"
    ):
        if row in shown and person in shown:
            persons.setdefault(source, set()).add(person)
    return {source: min(found) for source, found in persons.items() if len(found) == 1}


def _participants(
    file: StudyFile,
    connection: Connection,
    labels: list[SpeakerLabel],
    speaker: Ints,
    source: Ints,
    turns: Ints,
    whole: Mapping[int, int],
    shown: frozenset[int],
) -> Ints:
    of_label = np.array(
        [-1 if each.participant is None else each.participant for each in labels] + [-1], np.int32
    )
    participant = of_label[speaker]
    linked = {each.source for each in labels if each.participant is not None}
    for owner, person in whole.items():
        if owner not in linked:
            mine = (source == owner) & _may_be_the_person(labels, speaker)
            participant[mine] = person
    carrier = SpanCarrier(file, connection)
    for row, owner, label, revision, first, last, person in file.driver().execute(
        "SELECT row, source, label, passage_revision, passage_start_char, passage_end_char, "
        "participant FROM state_speaker WHERE passage_start_char IS NOT NULL AND gone = 0"
    ):
        if row in shown:
            start, end, _ = carrier.span(owner, revision, first, last)
            here = (source == owner) & (turns[:, 0] < end) & (turns[:, 1] > start)
            here &= _has_label(labels, speaker, label)
            participant[here] = person if person in shown else -1
    return participant


def _may_be_the_person(labels: list[SpeakerLabel], speaker: Ints) -> npt.NDArray[np.bool_]:
    """Turns that are not linked to another role, such as the interviewer's or an observer's."""
    flags = np.array([each.role in (None, "participant") for each in labels] + [True], bool)
    return flags[speaker]


def _has_label(labels: list[SpeakerLabel], speaker: Ints, label: str) -> npt.NDArray[np.bool_]:
    flags = np.array([each.label == label for each in labels] + [not label], bool)
    return flags[speaker]
