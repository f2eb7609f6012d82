"""The current text of a source: folded from its revisions, with its turns, words and index."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from sqlalchemy import Connection

from crosscase.log.canonical import decode, encode, over_from_bytes
from crosscase.log.folding import fold_entity
from crosscase.log.revisions import (
    RevisionNode,
    branches_in_conflict,
    current_revision,
    path_from_root,
)
from crosscase.model.edits import Edit, TextEdit, apply_edits, checked_edits
from crosscase.model.kinds import KINDS
from crosscase.model.layout import Layout
from crosscase.model.words import count_words
from crosscase.store import search_index
from crosscase.store.blobs import find_blob
from crosscase.store.changes import changes_of
from crosscase.store.layout_bytes import (
    carried_layout,
    layout_from_bytes,
    layout_to_bytes,
    whole_text_layout,
)
from crosscase.store.study_file import StudyFile

__all__ = [
    "RevisionRow",
    "current_layout",
    "current_text",
    "recompute_text",
    "revision_nodes",
    "text_of_revision",
    "undone_nodes",
]

_REVISION = KINDS["revision"]
_SOURCE, _PARENT, _EDITS = (
    _REVISION.by_name[name].number for name in ("source", "parent", "edits")
)
_ALONE = (0, b"", 0)


@dataclass(frozen=True, slots=True)
class RevisionRow:
    """One standing revision of a source as the state holds it."""

    row: int
    node: RevisionNode
    text: bytes | None
    layout: bytes | None


def revision_nodes(file: StudyFile, connection: Connection, source: int) -> dict[int, RevisionRow]:
    """The revisions of a source that stand, by their entity row."""
    raw = file.driver()
    found = raw.execute(
        "SELECT row, parent, text, edits, layout, settles FROM state_revision "
        "WHERE source = ? AND gone = 0 AND coalesce(dropped, 0) = 0",
        (source,),
    ).fetchall()
    # Ranks tell siblings apart: a source that was never corrected needs none read from the log.
    ranks = _ranks(file, connection, [row[0] for row in found]) if len(found) > 1 else {}
    settled_ids = {bytes(id_) for row in found if row[5] for id_ in decode(row[5])}
    rows_of_settled = file.rows_of_ids(connection, settled_ids)
    revisions: dict[int, RevisionRow] = {}
    for row, parent, text, edits, layout, settles in found:
        node = RevisionNode(
            row,
            parent,
            ranks[row] if ranks else _ALONE,
            tuple(Edit(*edit) for edit in decode(edits)) if edits else (),
            tuple(
                rows_of_settled[bytes(id_)]
                for id_ in (decode(settles) if settles else ())
                if bytes(id_) in rows_of_settled
            ),
        )
        revisions[row] = RevisionRow(row, node, text, layout)
    return revisions


def undone_nodes(
    file: StudyFile, connection: Connection, source: int, revision: int, standing: Container[int]
) -> dict[int, RevisionNode]:
    """A revision that does not stand (undone), and those above it up to one that does.

    Read from the log, so that codings made on an undone correction find their way back; what
    was purged is not there, and codings on it are lost.
    """
    found: dict[int, RevisionNode] = {}
    at: int | None = revision
    while at is not None and at not in found and at not in standing:
        changes = changes_of(file, connection, [at]).get(at, [])
        if not changes or changes[0].kind != _REVISION.number:
            break
        values = fold_entity(changes, frozenset()).values()
        rows = file.rows_of_ids(
            connection, [bytes(id_) for id_ in (values.get(_SOURCE), values.get(_PARENT)) if id_]
        )
        if rows.get(values.get(_SOURCE, b"")) != source:
            break
        parent = values.get(_PARENT)
        above = None if parent is None else rows.get(bytes(parent))
        edits = tuple(Edit(*edit) for edit in values.get(_EDITS) or ())
        found[at] = RevisionNode(at, above, (0, b"", 0), edits)
        at = above
    return found


def _ranks(
    file: StudyFile, connection: Connection, rows: Sequence[int]
) -> dict[int, tuple[int, bytes, int]]:
    ranks = {}
    for row, changes in changes_of(file, connection, rows).items():
        creations = [c for c in changes if not over_from_bytes(c.over)] or changes
        first = min(creations, key=lambda change: (change.at, change.writer, change.seq))
        ranks[row] = (first.at, first.writer, first.seq)
    return ranks


def text_of_revision(
    file: StudyFile, connection: Connection, revisions: Mapping[int, RevisionRow], row: int
) -> tuple[str, Layout]:
    """The text and the layout of one revision, from the root's text and the edits after it."""
    nodes = {key: revision.node for key, revision in revisions.items()}
    text, layout = "", None
    for step in path_from_root(nodes, row):
        revision = revisions[step]
        words = _words(file, connection, revision.text)
        if revision.node.parent is None:
            text = words
        else:
            edits = _with_words(revision.node.edits, words, len(text))
            text = apply_edits(text, edits)
            if layout is not None:
                layout = carried_layout(layout, [edit.lengths for edit in edits])
        if revision.layout is not None:
            data = find_blob(file, connection, revision.layout)
            layout = layout_from_bytes(data) if data is not None else layout
    if layout is None or (not layout.segments and text.strip()):
        # Also where words were written for what came in without any, such as a recording.
        return text, whole_text_layout(text)
    return text, layout


def _words(file: StudyFile, connection: Connection, name: bytes | None) -> str:
    data = find_blob(file, connection, name) if name is not None else None
    return data.decode("utf-8") if data is not None else ""


def _with_words(edits: Sequence[Edit], words: str, length: int) -> list[TextEdit]:
    """The edits with the inserted words, which lie one after another in the revision's blob."""
    try:
        checked = checked_edits(edits, length)
    except ValueError:
        return []  # a forged or damaged revision changes nothing; verify names it
    placed, at = [], 0
    for edit in checked:
        placed.append(
            TextEdit(edit.start_char, edit.end_char, words[at : at + edit.inserted_length])
        )
        at += edit.inserted_length
    return placed


def current_text(file: StudyFile, connection: Connection, source: int) -> str | None:
    """The words that a source has now; None when none stand."""
    row = (
        file.driver()
        .execute(
            "SELECT t.blob, t.edited_text, b.bytes FROM source_text t "
            "LEFT JOIN blob b ON b.hash = t.blob WHERE t.source = ?",
            (source,),
        )
        .fetchone()
    )
    if row is None:
        return None
    blob, edited_text, words = row
    if edited_text is not None:
        return str(edited_text)
    # A study of another time keeps its words in the file that it was read from.
    return words.decode("utf-8") if words is not None else _words(file, connection, blob)


def recompute_text(
    file: StudyFile, connection: Connection, source: int, *, revised: bool = True
) -> bool:
    """Fold a source's revisions into its current text, turns and index.

    ``revised``: a revision of it was touched; else nothing is done unless its language changed.
    Returns whether codings must be carried anew.
    """
    raw = file.driver()
    before = raw.execute(
        "SELECT revision, language FROM source_text WHERE source = ?", (source,)
    ).fetchone()
    language = _language(raw, source)
    revisions = revision_nodes(file, connection, source)
    nodes = {key: revision.node for key, revision in revisions.items()}
    current = current_revision(nodes)
    if not revised and before is not None and before[0] == current and before[1] == language:
        return False
    if before is not None:
        search_index.remove_source(
            file, connection, source, current_text(file, connection, source) or "", before[1]
        )
        raw.execute("DELETE FROM source_text WHERE source = ?", (source,))
        raw.execute("DELETE FROM turn_block WHERE source = ?", (source,))
    if current is None:
        return revised or before is not None
    text, layout = text_of_revision(file, connection, revisions, current)
    _store_text(file, source, revisions[current], text, layout, language, nodes)
    search_index.add_source(
        file,
        connection,
        source,
        text,
        [(turn.start_char, turn.end_char) for turn in layout.segments],
        language,
    )
    return revised or before is None or before[0] != current


def _language(raw: Any, source: int) -> str | None:
    row = raw.execute("SELECT language FROM state_source WHERE row = ?", (source,)).fetchone()
    return None if row is None else row[0]


def _store_text(
    file: StudyFile,
    source: int,
    revision: RevisionRow,
    text: str,
    layout: Layout,
    language: str | None,
    nodes: Mapping[int, RevisionNode],
) -> None:
    raw = file.driver()
    is_root = revision.node.parent is None
    turns = list(layout.turns())
    labels = list(layout.speakers())
    number = {label: index for index, label in enumerate(labels)}
    rivals = branches_in_conflict(nodes, revision.row)
    raw.execute(
        "INSERT INTO source_text (source, revision, blob, edited_text, layout, chars, words, "
        "turns, rivals, language) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            source,
            revision.row,
            revision.text if is_root else None,
            None if is_root else text,
            layout_to_bytes(layout),
            len(text),
            count_words(text),
            len(turns),
            encode(rivals) if rivals else None,
            language,
        ),
    )
    columns = np.array(
        [
            (
                turn.start_char,
                turn.end_char,
                turn.speech_start_char,
                -1 if turn.speaker is None else number[turn.speaker],
                -1 if turn.start_ms is None else turn.start_ms,
            )
            for turn in turns
        ],
        dtype="<i4",
    )
    raw.execute(
        "INSERT INTO turn_block (source, labels, bytes) VALUES (?, ?, ?)",
        (source, encode(labels), columns.tobytes()),
    )


def current_layout(file: StudyFile, source: int) -> Layout:
    """The layout of a source's current text."""
    row = (
        file.driver()
        .execute("SELECT layout FROM source_text WHERE source = ?", (source,))
        .fetchone()
    )
    return Layout(()) if row is None or row[0] is None else layout_from_bytes(row[0])
