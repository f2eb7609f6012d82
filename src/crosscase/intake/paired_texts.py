"""The turns of an original beside those of its translation."""

from __future__ import annotations

from crosscase.errors import MistakeOfUse
from crosscase.intake.translation_pairs import pair_turns
from crosscase.model.layout import Layout
from crosscase.model.nouns import Source
from crosscase.store.session import Reading
from crosscase.store.texts import current_layout, current_text

__all__ = ["paired_turn_texts"]


def paired_turn_texts(reading: Reading, translation: Source) -> list[tuple[str | None, str | None]]:
    """(original, translation) turn by turn; None where one side has no twin."""
    if translation.translation_of is None:
        raise MistakeOfUse(
            f"“{translation.name}” is not the translation of another source.",
            slug="not-a-translation",
            hint="Pair them first: `crosscase sources pair STUDY TRANSLATION ORIGINAL`.",
        )
    texts: list[tuple[str, Layout]] = []
    for id_ in (translation.translation_of, translation.id):
        row = reading.row(id_)
        words = current_text(reading.file, reading.connection, row) if row is not None else None
        layout = current_layout(reading.file, row) if row is not None else Layout(())
        texts.append((words or "", layout))
    (one, one_layout), (other, other_layout) = texts
    one_turns, other_turns = list(one_layout.turns()), list(other_layout.turns())
    pairs: list[tuple[str | None, str | None]] = []
    for left, right in pair_turns(one_layout, other_layout):
        pairs.append(
            (
                None
                if left is None
                else one[one_turns[left].start_char : one_turns[left].end_char],
                None
                if right is None
                else other[other_turns[right].start_char : other_turns[right].end_char],
            )
        )
    return pairs
