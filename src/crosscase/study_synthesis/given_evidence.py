"""Passages that stand for or against what somebody wrote or judged: a cell, a judgement."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from crosscase.coding.carried_passages import CurrentTexts, PassageAsked, passage_of
from crosscase.coding.links import LinkEvidence
from crosscase.log.records import DraftChange
from crosscase.model.fields import Passage
from crosscase.model.ids import Id, derived_id
from crosscase.model.nouns import Evidence
from crosscase.store.session import Reading, dropped, made

__all__ = ["evidence_changes", "evidence_of", "evidence_taken"]


def evidence_of(reading: Reading, subjects: Collection[Id]) -> dict[Id, list[LinkEvidence]]:
    """The passages behind each of these things, where they lie now, by source and place."""
    texts = CurrentTexts(reading)
    found: dict[Id, list[LinkEvidence]] = {subject: [] for subject in subjects}
    for each in reading.all(Evidence):
        if each.subject in found:
            carried = texts.carry(each.passage)
            found[each.subject].append(LinkEvidence(each.id, carried, bool(each.against)))
    for behind in found.values():
        behind.sort(key=lambda each: (*_place(each), each.against, each.id))
    return found


def evidence_changes(
    reading: Reading, subject: Id, passages: Iterable[PassageAsked], *, against: bool = False
) -> list[DraftChange]:
    """The changes that put passages behind a thing, leaving out those that are there.

    One by nature: the same passage behind the same thing, on whichever laptop it was put there.
    """
    there = {(_place(each), each.against) for each in evidence_of(reading, (subject,))[subject]}
    changes: dict[Id, DraftChange] = {}
    for asked in passages:
        source, passage = passage_of(reading, asked)
        if ((source, passage.start_char, passage.end_char), against) in there:
            continue
        id_ = _evidence_id(subject, passage, against)
        changes[id_] = made(
            Evidence,
            id_,
            fresh=False,
            subject=subject,
            source=source,
            passage=passage,
            against=against or None,
        )
    return list(changes.values())


def evidence_taken(
    reading: Reading, evidence: Sequence[Id], subject: Id
) -> tuple[DraftChange, ...]:
    """The changes that take passages away from a thing, of those that are there."""
    found = [reading.get(Evidence, each) for each in dict.fromkeys(evidence)]
    return tuple(
        dropped(Evidence, each.id) for each in found if each.subject == subject and not each.dropped
    )


def _evidence_id(subject: Id, passage: Passage, against: bool) -> Id:
    place = (passage.revision, str(passage.start_char), str(passage.end_char))
    return derived_id(subject, "evidence", *place, "against" if against else "for")


def _place(evidence: LinkEvidence) -> tuple[Id, int, int]:
    return evidence.passage.source, evidence.passage.start_char, evidence.passage.end_char
