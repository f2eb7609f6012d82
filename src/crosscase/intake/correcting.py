"""Correcting a transcript: one revision, every coding carried, what was touched listed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from crosscase.errors import Conflict, MistakeOfUse
from crosscase.log.records import Draft
from crosscase.model.edits import (
    TextEdit,
    apply_edits,
    carry_span,
    edits_between,
)
from crosscase.model.ids import Id, id_of_bytes
from crosscase.model.nouns import Code, Coder, Revision, Source
from crosscase.store.blobs import blob_hash
from crosscase.store.coding_columns import codings_of_source
from crosscase.store.recording import Recorded
from crosscase.store.session import Reading, Session, made
from crosscase.store.source_names import find_source
from crosscase.store.source_texts import source_text
from crosscase.store.texts import revision_nodes, text_of_revision

__all__ = ["ChangedCoding", "Correction", "correct_text", "effects_of_edits", "settle_branches"]


@dataclass(frozen=True, slots=True)
class ChangedCoding:
    """A coding whose words a correction changes or takes away, with its words before and now."""

    id: Id
    code_id: Id
    code: str
    coder: str | None
    text_before: str
    text_now: str


@dataclass(frozen=True, slots=True)
class Correction:
    """What a correction did: its edits, and the codings whose words it changed or took away."""

    source: Id
    operation: Recorded | None
    edits: tuple[TextEdit, ...]
    kept: int
    touched: tuple[ChangedCoding, ...]
    lost: tuple[ChangedCoding, ...]


def correct_text(
    session: Session,
    source: str,
    new_text: str,
    *,
    note: str | None = None,
    revision: Id | None = None,
    dry_run: bool = False,
) -> Correction:
    """Make the words of a source these; nothing is stored when they are the same already."""
    if "\x00" in new_text or any(0xD800 <= ord(char) <= 0xDFFF for char in new_text):
        raise MistakeOfUse("A text cannot hold NUL or lone surrogates.", slug="not-text")
    wanted = new_text.replace("\r\n", "\n").replace("\r", "\n")
    id_ = session.ids()
    outcome: list[Correction] = []

    def decide(reading: Reading) -> Draft | None:
        found = find_source(reading, source)
        text = source_text(reading, found)
        if revision not in (None, text.revision):
            raise _revised_meanwhile(found, text.revision)
        words = text.words()
        edits = edits_between(words, wanted)
        kept, touched, lost = effects_of_edits(reading, found, words, wanted, edits)
        outcome.append(Correction(found.id, None, edits, kept, touched, lost))
        if not edits:
            return None
        return _revision_draft(found, id_, text.revision, edits, note=note)

    if dry_run:
        with session.reading() as reading:
            decide(reading)
        return outcome[-1]
    recorded = session.record(decide)
    return replace(outcome[-1], operation=recorded)


def _revised_meanwhile(source: Source, revision: Id) -> Conflict:
    return Conflict(
        f"Somebody else corrected “{source.name}” in the meantime.",
        slug="revised-meanwhile",
        hint="Keep your words, look at the text as it is now, and correct that.",
        details={"revision": revision},
    )


def _revision_draft(
    source: Source,
    id_: Id,
    parent: Id,
    edits: Sequence[TextEdit],
    *,
    note: str | None = None,
    settles: Sequence[Id] = (),
    sentence: str = "source.corrected",
) -> Draft:
    """One revision: the edits by their lengths, and the inserted words as one blob."""
    words = "".join(edit.inserted for edit in edits).encode("utf-8")
    change = made(
        Revision,
        id_,
        source=source.id,
        parent=parent,
        edits=[list(edit.lengths) for edit in edits],
        text=blob_hash(words),
        note=note,
        settles=tuple(settles) or None,
    )
    return Draft(sentence, {"source": source.id}, (change,), {blob_hash(words): words})


def effects_of_edits(
    reading: Reading, source: Source, before: str, now: str, edits: Sequence[TextEdit]
) -> tuple[int, tuple[ChangedCoding, ...], tuple[ChangedCoding, ...]]:
    """How many codings keep their words, and which are touched or lost."""
    row = reading.row(source.id)
    if row is None or not edits:
        return 0 if row is None else _coded(reading, row), (), ()
    held = codings_of_source(reading.file, reading.connection, row)
    lengths = [edit.lengths for edit in edits]
    # Only a coding over an edit can change; a rectangle stands whatever becomes of the words.
    first = np.searchsorted([edit.end_char for edit in lengths], held.start_char, "right")
    begins = np.array([edit.start_char for edit in lengths] + [len(before) + 1])
    changes = (begins[first] < held.end_char) & (held.region == 0)
    over = held.take(changes)
    grown = [edit.inserted_length - (edit.end_char - edit.start_char) for edit in lengths]
    shifts = np.concatenate(([0], np.cumsum(grown)))[first[changes]].tolist()
    ids = reading.file.ids_of_rows(reading.connection, over.coding.tolist())
    codes, coders = reading.by_row(Code), reading.by_row(Coder)
    touched: list[ChangedCoding] = []
    lost: list[ChangedCoding] = []
    for coding, code, coder, start, end, reached, shift in zip(
        over.coding.tolist(),
        over.code.tolist(),
        over.coder.tolist(),
        over.start_char.tolist(),
        over.end_char.tolist(),
        first[changes].tolist(),
        shifts,
        strict=True,
    ):
        span = carry_span(start, end, lengths[reached:])
        text_now = now[span.start_char + shift : span.end_char + shift]
        changed = ChangedCoding(
            id_of_bytes(ids[coding]),
            codes[code].id,
            codes[code].name,
            coders[coder].name if coder in coders else None,
            before[start:end],
            text_now,
        )
        (lost if span.standing == "lost" else touched).append(changed)
    return len(held) - len(over), tuple(touched), tuple(lost)


def _coded(reading: Reading, source: int) -> int:
    return len(codings_of_source(reading.file, reading.connection, source))


def settle_branches(session: Session, source: str) -> Recorded | None:
    """Take the edits of sibling corrections that do not overlap into the current text.

    Conflict when some do overlap: then a person writes the text that both should have.
    """
    id_ = session.ids()

    def decide(reading: Reading) -> Draft | None:
        found = find_source(reading, source)
        row = reading.row(found.id)
        text = source_text(reading, found)
        current_row = reading.row(text.revision)
        if row is None or current_row is None:
            return None
        from crosscase.log.revisions import branches_in_conflict, path_from_root

        revisions = revision_nodes(reading.file, reading.connection, row)
        nodes = {key: revision.node for key, revision in revisions.items()}
        rivals = branches_in_conflict(nodes, current_row)
        if not rivals:
            return None
        taken: list[TextEdit] = []
        for rival in rivals:
            shared = [
                key
                for key in path_from_root(nodes, rival)
                if key in path_from_root(nodes, current_row)
            ][-1]
            base, _ = text_of_revision(reading.file, reading.connection, revisions, shared)
            theirs, _ = text_of_revision(reading.file, reading.connection, revisions, rival)
            taken += _carried_edits(base, theirs, text.words(), found.name)
        edits = _without_overlap(taken, found.name)
        apply_edits(text.words(), edits)
        ids = reading.file.ids_of_rows(reading.connection, rivals)
        settles = [id_of_bytes(ids[rival]) for rival in rivals]
        return _revision_draft(
            found, id_, text.revision, edits, settles=settles, sentence="source.settled"
        )

    return session.record(decide)


def _carried_edits(base: str, theirs: str, ours: str, name: str) -> list[TextEdit]:
    """Their edits over the base, carried onto our text."""
    own = [edit.lengths for edit in edits_between(base, ours)]
    carried = []
    for edit in edits_between(base, theirs):
        span = carry_span(edit.start_char, max(edit.end_char, edit.start_char), own)
        if edit.end_char > edit.start_char and span.standing != "kept":
            raise _overlap(name)
        if edit.end_char == edit.start_char:
            inside = [e for e in own if e.start_char < edit.start_char < e.end_char]
            if inside:
                raise _overlap(name)
        carried.append(TextEdit(span.start_char, span.end_char, edit.inserted))
    return carried


def _without_overlap(edits: Sequence[TextEdit], name: str) -> tuple[TextEdit, ...]:
    ordered = sorted(dict.fromkeys(edits))
    for one, other in pairwise(ordered):
        if other.start_char < one.end_char or (
            other.start_char == one.start_char and other.end_char == one.end_char
        ):
            raise _overlap(name)
    return tuple(ordered)


def _overlap(name: str) -> Conflict:
    return Conflict(
        f"Two corrections of “{name}” change the same words.",
        slug="corrections-overlap",
        hint="Read both versions, and correct the text to what it should be.",
    )
