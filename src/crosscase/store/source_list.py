"""The sources as a list shows them: how long, how far coded, whose words and from which sites."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from crosscase.log.canonical import decode
from crosscase.model.case_closure import groups_of, kind_key
from crosscase.model.ids import Id
from crosscase.model.nouns import Attribute, AttributeValue, Case, Membership, Source
from crosscase.store.coding_columns import coding_columns
from crosscase.store.session import Reading
from crosscase.store.showing import SHOWING_KINDS
from crosscase.store.source_page import current_revision_id
from crosscase.store.turn_columns import TurnColumns, turn_columns
from crosscase.store.who_speaks import turns_of_passages

__all__ = ["SourceDetail", "SourceLine", "SourceValue", "source_detail", "source_lines"]

Longs = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One source. ``coded_turns`` counts turns that a coding overlaps, of the
    ``turns_to_code``: those with words that are not the interviewer's, and that somebody says
    where speakers are named; ``groups`` are the cases, persons left aside, in which it or one of
    its participants lies."""

    source: Source
    chars: int
    words: int
    turns: int
    speakers: tuple[str, ...]
    codings: int
    coded_turns: int
    turns_to_code: int
    participants: tuple[Case, ...]
    groups: tuple[Case, ...]


class SourceValue(NamedTuple):
    """What a source has for one attribute; a day is ISO text."""

    attribute: Attribute
    value: str | float | bool | None


@dataclass(frozen=True, slots=True)
class SourceDetail:
    """One source with its attribute values and the revision that its words are in now."""

    line: SourceLine
    revision: Id | None
    values: tuple[SourceValue, ...]


def source_detail(reading: Reading, source: Source) -> SourceDetail:
    """One source, whole."""
    attributes = reading.by_id(Attribute)
    values = [
        SourceValue(attributes[each.attribute], each.value.value)
        for each in reading.all(AttributeValue)
        if each.subject == source.id and each.value is not None and each.attribute in attributes
    ]
    values.sort(key=lambda each: ((each.attribute.name or "").casefold(), each.attribute.id))
    return SourceDetail(
        source_lines(reading)[source.id], current_revision_id(reading, source), tuple(values)
    )


def source_lines(reading: Reading) -> Mapping[Id, SourceLine]:
    """All sources that show, by id, in the order in which they came."""
    return reading.file.remember("source lines", (*SHOWING_KINDS, "coding"), lambda: _read(reading))


def _read(reading: Reading) -> dict[Id, SourceLine]:
    raw = reading.file.driver()
    sizes = {
        source: sizes
        for source, *sizes in raw.execute("SELECT source, chars, words, turns FROM source_text")
    }
    labels = {
        source: tuple(decode(names))
        for source, names in raw.execute("SELECT source, labels FROM turn_block")
    }
    codings, coded, to_code = _codings_of_sources(reading)
    people = _people(reading)
    lines = {}
    for row, source in reading.by_row(Source).items():
        chars, words, turns = sizes.get(row, (0, 0, 0))
        participants, groups = people.get(row, ((), ()))
        lines[source.id] = SourceLine(
            source,
            chars,
            words,
            turns,
            labels.get(row, ()),
            codings.get(row, 0),
            coded.get(row, 0),
            to_code.get(row, 0),
            participants,
            groups,
        )
    return lines


def _codings_of_sources(
    reading: Reading,
) -> tuple[dict[int, int], dict[int, int], dict[int, int]]:
    """By source the number of its codings, of its turns that any of them overlaps, and of those
    that could be coded."""
    held = coding_columns(reading.file, reading.connection)
    turns = turn_columns(reading.file, reading.connection)
    first, after = turns_of_passages(turns, held.source, held.start_char, held.end_char)
    steps = np.zeros(len(turns) + 1, np.int64)
    np.add.at(steps, first, 1)
    np.add.at(steps, after, -1)
    is_to_code = (
        (turns.end_char > turns.speech_start_char) & ~_is_interviewer(turns) & ~_is_beside(turns)
    )
    is_coded = (np.cumsum(steps[:-1]) > 0) & is_to_code
    return (
        _counts(held.source),
        _counts(turns.source[is_coded]),
        _counts(turns.source[is_to_code]),
    )


def _is_interviewer(turns: TurnColumns) -> npt.NDArray[np.bool_]:
    flags = np.array([each.is_of_interviewer for each in turns.labels] + [False], bool)
    return flags[turns.speaker]


def _is_beside(turns: TurnColumns) -> npt.NDArray[np.bool_]:
    """What nobody says in a source where others are named, such as a note at its head."""
    is_said = turns.speaker >= 0
    return ~is_said & np.isin(turns.source, np.unique(turns.source[is_said]))


def _counts(sources: npt.NDArray[np.int32]) -> dict[int, int]:
    found, counts = np.unique(sources, return_counts=True)
    return dict(zip(found.tolist(), counts.tolist(), strict=True))


def _people(reading: Reading) -> dict[int, tuple[tuple[Case, ...], tuple[Case, ...]]]:
    """By source its participants and the groups of them and of itself, by their names."""
    turns = turn_columns(reading.file, reading.connection)
    cases_of_rows, cases = reading.by_row(Case), reading.by_id(Case)
    groups = groups_of(reading.all(Membership), cases)
    speaking = turns.participant >= 0
    pairs = np.unique((turns.source[speaking].astype(np.int64) << 32) | turns.participant[speaking])
    spoken: dict[int, list[Case]] = {}
    for pair in pairs.tolist():
        person = cases_of_rows.get(pair & 0xFFFFFFFF)
        if person is not None:
            spoken.setdefault(pair >> 32, []).append(person)
    found = {}
    for row, source in reading.by_row(Source).items():
        participants = spoken.get(row, [])
        around = groups.get(source.id, frozenset()).union(
            *(groups.get(each.id, frozenset()) for each in participants)
        )
        above = [cases[id_] for id_ in around if kind_key(cases[id_].case_kind) != "person"]
        if participants or above:
            found[row] = (_by_name(participants), _by_name(above))
    return found


def _by_name(cases: list[Case]) -> tuple[Case, ...]:
    return tuple(sorted(cases, key=lambda case: ((case.name or "").casefold(), case.id)))
