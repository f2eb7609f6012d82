"""Interactions as people read them: the mechanism, and each passage with who speaks in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from crosscase.coding.links import LinkEvidence, with_evidence
from crosscase.model.ids import Id
from crosscase.model.nouns import Link
from crosscase.query.found_passages import FoundPassage, found_passages
from crosscase.query.intervals import Intervals
from crosscase.query.study_view import distinct_places, study_view
from crosscase.store.coding_columns import coding_columns
from crosscase.store.session import Reading

__all__ = ["InteractionPassage", "ToldInteraction", "passages_at", "told_interactions"]

_Place = tuple[Id, int, int]


@dataclass(frozen=True, slots=True)
class InteractionPassage:
    """A passage for or against, with who speaks in it and where."""

    evidence: Id
    against: bool
    standing: Literal["kept", "touched", "lost"]
    passage: FoundPassage | None


@dataclass(frozen=True, slots=True)
class ToldInteraction:
    """An interaction with its words and its passages, in the order of sources and places."""

    link: Link
    start_name: str
    end_name: str
    mechanism: str | None
    passages: tuple[InteractionPassage, ...]


def told_interactions(reading: Reading, links: Sequence[Link]) -> list[ToldInteraction]:
    """These interactions with their passages; each passage is read once."""
    told = with_evidence(reading, links)
    passages = passages_at(reading, [each for link in told for each in link.evidence])
    return [
        ToldInteraction(
            each.link,
            each.start_name,
            each.end_name,
            each.mechanism,
            tuple(
                InteractionPassage(
                    one.id, one.against, one.passage.standing, passages.get(_place(one))
                )
                for one in sorted(each.evidence, key=lambda one: (one.against, _place(one)))
            ),
        )
        for each in told
    ]


def passages_at(reading: Reading, evidence: Sequence[LinkEvidence]) -> dict[_Place, FoundPassage]:
    """What is told of each place of evidence; what is lost has no place."""
    view = study_view(reading)
    standing = [each.passage for each in evidence if each.passage.standing != "lost"]
    places = Intervals.of(
        [view.rows[each.source] for each in standing],
        [each.start_char for each in standing],
        [each.end_char for each in standing],
    )
    columns = coding_columns(reading.file, reading.connection)
    none = columns.take(columns.source < 0)
    found = found_passages(reading, distinct_places(view, places), none)
    return {(each.source_id, each.start_char, each.end_char): each for each in found}


def _place(evidence: LinkEvidence) -> _Place:
    passage = evidence.passage
    return passage.source, passage.start_char, passage.end_char
