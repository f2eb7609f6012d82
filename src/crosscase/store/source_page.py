"""One source as a page shows it: its words with their turns, and its codings, in columns.

Both are asked for again and again while somebody codes, so nothing here makes an object for each
turn or coding.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from crosscase.errors import NotFound
from crosscase.model.ids import Id, id_of_bytes
from crosscase.model.nouns import Case, Source
from crosscase.store.coding_blocks import BASES, FLAG_TOUCHED, VALENCES
from crosscase.store.coding_columns import CodingColumns, codings_of_source
from crosscase.store.coding_regions import regions_of_codings
from crosscase.store.layout_bytes import places_beside_turns
from crosscase.store.session import Reading
from crosscase.store.texts import current_text
from crosscase.store.turn_columns import TurnColumns, turn_columns

__all__ = [
    "LabelLine",
    "SourceCodings",
    "SourceWords",
    "current_revision_id",
    "source_codings",
    "source_words",
]

Ints = npt.NDArray[np.int32]


class LabelLine(NamedTuple):
    """A speaker label of one source, with whom it is linked to."""

    label: str
    participant: Case | None
    role: str | None
    is_of_interviewer: bool


@dataclass(frozen=True, slots=True)
class SourceWords:
    """The current words of a source; ``label`` is an index into ``labels``, -1 for none."""

    source: Source
    revision: Id
    text: str
    start_char: Ints
    end_char: Ints
    speech_start_char: Ints
    start_ms: Ints
    label: Ints
    labels: tuple[LabelLine, ...]
    headings: list[list[int]]
    furniture: list[list[int]]
    page_starts: list[int]


@dataclass(frozen=True, slots=True)
class SourceCodings:
    """The codings of a source that show, a list a column, by their places.

    ``code`` is an index into ``codes``; ``coder`` one into ``coders``, -1 where nobody is named.
    """

    id: list[Id]
    code: list[int]
    codes: list[Id]
    coder: list[int]
    coders: list[Id]
    start_char: list[int]
    end_char: list[int]
    valence: list[str | None]
    basis: list[str | None]
    touched: list[bool]
    coded_on: list[str]
    region: list[list[float] | None]


def current_revision_id(reading: Reading, source: Source) -> Id | None:
    """The revision that the words of a source are in now; None where it has none."""
    found = (
        reading.file.driver()
        .execute(
            "SELECT e.id FROM source_text t JOIN entity e ON e.row = t.revision WHERE t.source = ?",
            (reading.row(source.id),),
        )
        .fetchone()
    )
    return None if found is None else id_of_bytes(found[0])


def source_words(reading: Reading, source: Source) -> SourceWords:
    """The words of a source with its turns; NotFound when it has none."""
    row, revision = reading.row(source.id), current_revision_id(reading, source)
    if row is None or revision is None:
        raise NotFound(f"“{source.name}” has no text.", slug="no-text")
    turns = turn_columns(reading.file, reading.connection)
    part = turns.of_source(row)
    label, labels = _labels(reading, turns, part, row)
    (layout,) = (
        reading.file.driver()
        .execute("SELECT layout FROM source_text WHERE source = ?", (row,))
        .fetchone()
    )
    headings, furniture, page_starts = (
        ([], [], []) if layout is None else places_beside_turns(layout)
    )
    return SourceWords(
        source=source,
        revision=revision,
        text=current_text(reading.file, reading.connection, row) or "",
        start_char=turns.start_char[part],
        end_char=turns.end_char[part],
        speech_start_char=turns.speech_start_char[part],
        start_ms=turns.start_ms[part],
        label=label,
        labels=labels,
        headings=headings,
        furniture=furniture,
        page_starts=page_starts,
    )


def _labels(
    reading: Reading, turns: TurnColumns, part: slice, source: int
) -> tuple[Ints, tuple[LabelLine, ...]]:
    """The labels of one source, and for each turn which of them it has."""
    speaker = turns.speaker[part]
    named = speaker[speaker >= 0]
    if not len(named):
        return speaker, ()
    # The labels of a source stand side by side.
    first, last = int(named.min()), int(named.max())
    cases = reading.by_row(Case)
    labels = tuple(
        LabelLine(
            each.label,
            None if each.participant is None else cases.get(each.participant),
            each.role,
            each.is_of_interviewer,
        )
        for each in turns.labels[first : last + 1]
    )
    return np.where(speaker < 0, -1, speaker - first), labels


def source_codings(reading: Reading, source: Source) -> SourceCodings:
    """The codings of a source that show."""
    row = reading.row(source.id)
    assert row is not None  # it was found in this study
    held = codings_of_source(reading.file, reading.connection, row)
    codes, code = np.unique(held.code, return_inverse=True)
    coders, coder = np.unique(held.coder[held.coder >= 0], return_inverse=True)
    of_coder = np.full(len(held), -1, np.int64)
    of_coder[held.coder >= 0] = coder
    days = held.day.astype("datetime64[D]")
    return SourceCodings(
        id=_ids(reading, held.coding),
        code=code.tolist(),
        codes=_ids(reading, codes),
        coder=of_coder.tolist(),
        coders=_ids(reading, coders),
        start_char=held.start_char.tolist(),
        end_char=held.end_char.tolist(),
        valence=_words(VALENCES, held.valence),
        basis=_words(BASES, held.basis),
        touched=((held.flags & FLAG_TOUCHED) > 0).tolist(),
        coded_on=np.datetime_as_string(days).tolist(),
        region=_regions(reading, row, held),
    )


def _ids(reading: Reading, rows: Ints) -> list[Id]:
    """The ids of entity rows, in their order, written all at once."""
    if not len(rows):
        return []
    found = reading.file.ids_of_rows(reading.connection, rows.tolist())
    digits = b"".join([found[row] for row in rows.tolist()]).hex().encode()
    bare = np.frombuffer(digits, np.uint8).reshape(-1, 32)
    written = np.full((len(rows), 36), ord("-"), np.uint8)
    for start, end, shift in ((0, 8, 0), (8, 12, 1), (12, 16, 2), (16, 20, 3), (20, 32, 4)):
        written[:, start + shift : end + shift] = bare[:, start:end]
    return written.view("S36").ravel().astype("U36").tolist()


def _words(words: tuple[str | None, ...], numbers: Ints) -> list[str | None]:
    known = np.array([*words, *[None] * (4 - len(words))], object)
    found: list[str | None] = known[numbers].tolist()
    return found


def _regions(reading: Reading, source: int, held: CodingColumns) -> list[list[float] | None]:
    """The rectangles of those codings that have one, in parts of the whole."""
    if not held.region.any():
        return [None] * len(held)
    found = regions_of_codings(reading.file, source)
    regions = (found.get(row) for row in held.coding.tolist())
    return [None if region is None else region.fractions() for region in regions]
