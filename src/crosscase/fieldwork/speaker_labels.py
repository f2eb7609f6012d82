"""The speaker labels of sources: whom each is linked to, how often and how much they speak."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from crosscase.errors import MistakeOfUse, NotFound, nearest_names_hint
from crosscase.fieldwork.case_names import name_key
from crosscase.model.ids import Id, derived_id
from crosscase.model.nouns import Case, Source
from crosscase.model.speaker_roles import ROLES
from crosscase.model.words import count_words
from crosscase.store.session import Reading
from crosscase.store.texts import current_text
from crosscase.store.turn_columns import TurnColumns, turn_columns

__all__ = [
    "SpeakerRow",
    "UnlinkedLabel",
    "checked_role",
    "find_label",
    "read_speakers",
    "speaker_id",
    "unlinked_labels",
]


@dataclass(frozen=True, slots=True)
class SpeakerRow:
    """One label in one source. ``words`` is None where it was not asked for."""

    source: Source
    label: str
    participant: Case | None
    role: str | None
    turns: int
    words: int | None

    @property
    def is_settled(self) -> bool:
        """Whether it is said who speaks: a participant, or somebody who is none."""
        return self.participant is not None or self.role not in (None, "participant")


@dataclass(frozen=True, slots=True)
class UnlinkedLabel:
    """A label of which it is not said who speaks, over all sources that have it."""

    label: str
    sources: int
    turns: int


def speaker_id(source: Id, label: str, start_char: int | None = None) -> Id:
    """The id of the link of a label in a source, or of an exception that begins at a place."""
    if start_char is None:
        return derived_id(source, "speaker", label)
    return derived_id(source, "speaker", label, str(start_char))


def read_speakers(
    reading: Reading, *, words: bool = False, source: Source | None = None
) -> list[SpeakerRow]:
    """All labels of the sources that show, or of one, by source and first appearance."""
    only = None if source is None else reading.row(source.id)
    turns = turn_columns(reading.file, reading.connection)
    sources, cases = reading.by_row(Source), reading.by_row(Case)
    counts = np.bincount(turns.speaker[turns.speaker >= 0], minlength=len(turns.labels))
    spoken = _words_of_labels(reading, turns, only) if words else None
    found = [
        SpeakerRow(
            sources[each.source],
            each.label,
            None if each.participant is None else cases.get(each.participant),
            each.role,
            int(counts[number]),
            None if spoken is None else spoken[number],
        )
        for number, each in enumerate(turns.labels)
        if each.source in sources and only in (None, each.source)
    ]
    found.sort(key=lambda row: ((row.source.name or "").casefold(), row.source.id))
    return found


def unlinked_labels(rows: Iterable[SpeakerRow]) -> tuple[UnlinkedLabel, ...]:
    """The labels of which it is not said who speaks, those with most turns first."""
    counts: dict[str, list[int]] = {}
    for row in rows:
        if not row.is_settled:
            held = counts.setdefault(row.label, [0, 0])
            held[0] += 1
            held[1] += row.turns
    listed = [UnlinkedLabel(label, sources, turns) for label, (sources, turns) in counts.items()]
    return tuple(sorted(listed, key=lambda each: (-each.turns, each.label.casefold(), each.label)))


def find_label(rows: Sequence[SpeakerRow], source: Source, wanted: str) -> SpeakerRow:
    """The label of a source: as it stands there, or else but for spacing and case."""
    here = [row for row in rows if row.source.id == source.id]
    exact = [row for row in here if row.label == wanted]
    found = exact or [row for row in here if name_key(row.label) == name_key(wanted)]
    if not found:
        labels = [row.label for row in here]
        listed = ", ".join(f"“{label}”" for label in labels[:8])
        raise NotFound(
            f"Nobody speaks as “{wanted}” in “{source.name}”.",
            slug="speaker-not-found",
            hint=nearest_names_hint(wanted, labels)
            or (f"Its speakers are {listed}." if labels else "It has no speaker labels."),
        )
    if len(found) > 1:
        raise MistakeOfUse(
            f"“{source.name}” has {len(found)} labels like “{wanted}”.",
            slug="speaker-ambiguous",
            hint=f"Write it as it stands: {', '.join(f'“{row.label}”' for row in found)}.",
        )
    return found[0]


def checked_role(role: str | None, participant: Case | None) -> str:
    """The role of a speaker; a participant can only speak as participant."""
    folded = (role or "participant").strip().casefold()
    if folded not in ROLES:
        raise MistakeOfUse(
            f"“{role}” is no role of a speaker.",
            slug="unknown-role",
            hint=f"Say {', '.join(ROLES)}.",
        )
    if participant is not None and folded != "participant":
        raise MistakeOfUse(
            f"“{participant.name}” is a participant and cannot be linked as {folded}.",
            slug="participant-in-other-role",
            hint="Leave the participant out, or the role.",
        )
    return folded


def _words_of_labels(reading: Reading, turns: TurnColumns, only: int | None) -> list[int]:
    spoken = [0] * len(turns.labels)
    for source in dict.fromkeys(each.source for each in turns.labels):
        if only not in (None, source):
            continue
        text = current_text(reading.file, reading.connection, source) or ""
        part = turns.of_source(source)
        speeches: dict[int, list[str]] = {}
        for speaker, start, end in zip(
            turns.speaker[part].tolist(),
            turns.speech_start_char[part].tolist(),
            turns.end_char[part].tolist(),
            strict=True,
        ):
            if speaker >= 0:
                speeches.setdefault(speaker, []).append(text[start:end])
        for speaker, pieces in speeches.items():
            spoken[speaker] = count_words("\n".join(pieces))
    return spoken
