"""Small studies for the tests of coding: sources with their speakers, made as intake makes them."""

from __future__ import annotations

from crosscase.log.records import Draft
from crosscase.model.edits import edits_between
from crosscase.model.ids import Id
from crosscase.model.layout import Layout, Segment
from crosscase.model.nouns import Case, Revision, Source, Speaker
from crosscase.store.blobs import blob_hash
from crosscase.store.layout_bytes import layout_to_bytes
from crosscase.store.session import Session, made
from crosscase.store.source_names import find_source
from crosscase.store.source_texts import source_text

__all__ = ["BOARD", "INTERVIEW", "add_participant", "add_source", "correct"]

INTERVIEW = (
    "Interviewer: What happened to the fund?\n\n"
    "P01: We lost trust when the money went. The money went in winter.\n\n"
    "P02: I kept my trust, to be fair.\n"
)
BOARD = "In London the ministry moved twice, and the board was told later.\n"


def _turns(text: str) -> Layout:
    """Each paragraph is a turn; what stands before a colon is its speaker."""
    segments: list[Segment] = []
    at = 0
    for paragraph in text.split("\n\n"):
        label, colon, _ = paragraph.partition(": ")
        speech = at + (len(label) + 2 if colon else 0)
        end = at + len(paragraph.rstrip("\n"))
        segments.append(Segment("turn", at, end, speech, label if colon else None))
        at += len(paragraph) + 2
    return Layout(tuple(segments))


def add_source(session: Session, name: str, text: str) -> Id:
    """Add one source with its first revision and its turns; returns its id."""
    source, words, layout = session.ids(), text.encode(), layout_to_bytes(_turns(text))
    revision = made(
        Revision, session.ids(), source=source, text=blob_hash(words), layout=blob_hash(layout)
    )
    draft = Draft(
        "sources.imported",
        {"n": 1},
        (made(Source, source, name=name, language="en"), revision),
        {blob_hash(words): words, blob_hash(layout): layout},
    )
    session.record(lambda _: draft)
    return source


def add_participant(session: Session, name: str, source: Id, label: str) -> Id:
    """Add a participant who speaks under a label in a source; returns their id."""
    person = session.ids()
    draft = Draft(
        "participants.imported",
        {"n": 1},
        (
            made(Case, person, name=name, case_kind="person"),
            made(Speaker, session.ids(), source=source, label=label, participant=person),
        ),
    )
    session.record(lambda _: draft)
    return person


def correct(session: Session, name: str, new_text: str) -> None:
    """Correct the text of a source, as one revision."""
    with session.reading() as reading:
        source = find_source(reading, name)
        text = source_text(reading, source)
        edits = edits_between(text.words(), new_text)
    words = "".join(edit.inserted for edit in edits).encode()
    revision = made(
        Revision,
        session.ids(),
        source=source.id,
        parent=text.revision,
        text=blob_hash(words),
        edits=[list(edit.lengths) for edit in edits],
    )
    draft = Draft("source.corrected", {"source": source.id}, (revision,), {blob_hash(words): words})
    session.record(lambda _: draft)
