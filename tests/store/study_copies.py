"""Copies of one study on disk, what is done in them, and all that a copy says of itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from crosscase.coding.codes import Codes
from crosscase.coding.codings import Codings
from crosscase.log.canonical import decode
from crosscase.log.closure import heads_name
from crosscase.log.records import Draft, OperationName
from crosscase.log.revisions import path_from_root
from crosscase.model.edits import TextEdit, apply_edits
from crosscase.model.ids import Id, derived_id, id_of_bytes
from crosscase.model.kinds import KINDS
from crosscase.model.layout import Layout, Segment
from crosscase.model.nouns import Mark, Revision, Source, Study
from crosscase.store.blobs import blob_hash
from crosscase.store.coding_columns import coding_columns
from crosscase.store.copying import copy_file
from crosscase.store.layout_bytes import layout_to_bytes
from crosscase.store.merging import MergeReceipt, merge_file
from crosscase.store.reading import list_all
from crosscase.store.recording import Recorded
from crosscase.store.session import Session, made
from crosscase.store.state_tables import state_of
from crosscase.store.study_file import StudyFile
from crosscase.store.texts import RevisionRow, current_text, revision_nodes, text_of_revision
from crosscase.testing import TickingClock, counted_randomness

STUDY_ID = derived_id("test study", "copies")
NOON_US = 1_772_452_800_000_000
WORDS = [
    "the",
    "money",
    "went",
    "and",
    "trust",
    "was",
    "lost",
    "😀",
    "between",
    "nurses",
    "who",
    "waited",
    "für",
    "Geld",
    "信頼",
    "here",
]


@dataclass
class Copy:
    """One person's copy of the study."""

    path: Path
    session: Session
    codes: Codes = field(init=False)
    codings: Codings = field(init=False)

    def __post_init__(self) -> None:
        self.codes, self.codings = Codes(self.session), Codings(self.session)

    @property
    def file(self) -> StudyFile:
        return self.session.file

    def record(self, draft: Draft) -> Recorded:
        recorded = self.session.record(lambda _: draft)
        assert recorded is not None
        return recorded

    def merge(self, other: Copy) -> MergeReceipt:
        now = self.session.now_us()
        return merge_file(
            self.file, other.file, now_us=now, wall_ms=now // 1000, file_name=other.path.name
        )

    def copy_to(self, path: Path, person: str, clock: TickingClock | None = None) -> Copy:
        copy_file(self.file, path)
        return open_copy(path, person, clock)

    def close(self) -> None:
        self.file.close()


def open_copy(path: Path, person: str, clock: TickingClock | None = None) -> Copy:
    """Open a study file as a person, with a clock and randomness that are the same every time."""
    file = StudyFile.open(path)
    file.driver().execute("PRAGMA synchronous=OFF")
    now = clock or TickingClock(NOON_US)
    seed = f"{path.name}:{person}"
    return Copy(path, Session(file, person=person, now_us=now, randomness=counted_randomness(seed)))


def begin_study(path: Path, person: str = "Ama", clock: TickingClock | None = None) -> Copy:
    """A new study with its title."""
    StudyFile.create(path, STUDY_ID).close()
    copy = open_copy(path, person, clock)
    study = made(Study, STUDY_ID, fresh=False, title="Copies")
    copy.record(Draft("study.made", {}, (study,)))
    return copy


def add_source(copy: Copy, name: str, text: str, language: str | None = "en") -> tuple[Id, Id]:
    """A source with its first revision and its turns; returns the ids of both."""
    data, layout = text.encode(), layout_to_bytes(layout_of(text))
    source, revision = copy.session.ids(), copy.session.ids()
    changes = (
        made(Source, source, name=name, language=language),
        made(Revision, revision, source=source, text=blob_hash(data), layout=blob_hash(layout)),
    )
    blobs = {blob_hash(data): data, blob_hash(layout): layout}
    copy.record(Draft("sources.imported", {"n": 1}, changes, blobs))
    return source, revision


def layout_of(text: str, every: int = 12) -> Layout:
    """Turns of so many characters, spoken by two people in turn."""
    segments = []
    for number, start in enumerate(range(0, len(text), every)):
        end = min(len(text), start + every)
        speaker = ("A", "B", None)[number % 3]
        segments.append(Segment("turn", start, end, min(start + 2, end), speaker, 100 * number))
    return Layout(tuple(segments), (0,))


def correct_text(
    copy: Copy,
    source: Id,
    edits: Sequence[tuple[int, int, str]],
    *,
    parent: Id | None = None,
    settles: Sequence[Id] = (),
) -> Id:
    """A revision that edits the current text (or a named parent's); returns its id."""
    if parent is None:
        parent = current_revision_id(copy.file, source)
    revision = copy.session.ids()
    words = "".join(inserted for _, _, inserted in edits).encode()
    change = made(
        Revision,
        revision,
        source=source,
        parent=parent,
        text=blob_hash(words),
        edits=[[start, end, len(inserted)] for start, end, inserted in edits],
        settles=tuple(settles) or None,
    )
    draft = Draft("source.corrected", {"source": source}, (change,), {blob_hash(words): words})
    copy.record(draft)
    return revision


def mark(copy: Copy, name: OperationName, undone: bool) -> Recorded:
    """Undo or redo an operation."""
    id_ = derived_id("operation", name.writer.hex(), str(name.seq))
    change = made(Mark, id_, fresh=False, target=[name.writer, name.seq], undone=undone)
    return copy.record(Draft("undone" if undone else "redone", {}, (change,)))


def operation_names(file: StudyFile, *, marks: bool = False) -> list[OperationName]:
    """The operations of a file in the order of their time; marks and purges only if asked for."""
    skipped = () if marks else (KINDS["operation"].number, KINDS["purge"].number)
    rows = file.driver().execute(
        "SELECT w.id, o.seq FROM operation o JOIN writer w ON w.row = o.writer WHERE NOT EXISTS "
        "(SELECT 1 FROM change c WHERE c.operation = o.row AND c.kind IN (?, ?)) "
        "ORDER BY o.at, w.id, o.seq",
        skipped or (-1, -1),
    )
    return [OperationName(bytes(id_), seq) for id_, seq in rows]


def current_revision_id(file: StudyFile, source: Id) -> Id:
    """The revision that shows."""
    return id_of_bytes(
        file.driver()
        .execute(
            "SELECT r.id FROM source_text t JOIN entity s ON s.row = t.source "
            "JOIN entity r ON r.row = t.revision WHERE s.id = ?",
            (bytes.fromhex(source.replace("-", "")),),
        )
        .fetchone()[0]
    )


def text_of(copy: Copy, source: Id) -> str | None:
    """The current words of a source."""
    with copy.session.reading() as reading:
        row = reading.row(source)
        return None if row is None else current_text(reading.file, reading.connection, row)


# -- all that a copy says of itself --------------------------------------------------------------


def state_of_copy(file: StudyFile) -> dict[str, Any]:
    """What a copy shows and keeps, by ids alone, so that copies can be compared."""
    with file.read() as connection:
        ids = {
            row: id_of_bytes(id_)
            for row, id_ in file.driver().execute("SELECT row, id FROM entity")
        }
        nouns = {
            kind.name: {
                each.id: (each, each.foreign) for each in list_all(file, connection, kind.noun)
            }
            for kind in KINDS.values()
        }
        columns = coding_columns(file, connection, lost=True)
        names = ("coding", "source", "code", "own_code", "coder")
        numbers = ("region", "start_char", "end_char", "flags", "day")
        lines = zip(*(getattr(columns, name).tolist() for name in names + numbers), strict=True)
        spans = {
            ids[coding]: (*(ids.get(row) for row in rows), region, start, end, flags, day)
            for coding, *rows, region, start, end, flags, day in lines
        }
        return {
            "nouns": nouns,
            "spans": spans,
            "conflicts": _conflicts(file, ids),
            "texts": _texts(file, connection, ids),
            "tokens": index_tokens_of(file, ids),
            "turns": {
                (ids[source], bytes(labels), bytes(data))
                for source, labels, data in file.driver().execute(
                    "SELECT source, labels, bytes FROM turn_block"
                )
            },
            "blobs": {bytes(n) for (n,) in file.driver().execute("SELECT hash FROM blob")},
        }


def log_of_copy(file: StudyFile) -> dict[str, Any]:
    """The log of a copy: each operation's digest, each change as it is kept, heads and marks."""
    raw = file.driver()
    with file.read() as connection:
        return {
            "heads": heads_name(file.heads(connection)),
            "undone": file.undone(connection),
            "digests": {
                (bytes(id_), seq): bytes(digest)
                for id_, seq, digest in raw.execute(
                    "SELECT w.id, o.seq, o.digest FROM operation o "
                    "JOIN writer w ON w.row = o.writer"
                )
            },
            "changes": {
                (bytes(entity), bytes(id_), seq): tuple(rest)
                for entity, id_, seq, *rest in raw.execute(
                    "SELECT e.id, w.id, o.seq, c.kind, c.fields, c.salt, c.hash, c.over, c.seal "
                    "FROM change c JOIN operation o ON o.row = c.operation "
                    "JOIN writer w ON w.row = o.writer JOIN entity e ON e.row = c.entity"
                )
            },
            "purged": {
                bytes(id_)
                for (id_,) in raw.execute(
                    "SELECT e.id FROM purged p JOIN entity e ON e.row = p.entity"
                )
            },
        }


def _conflicts(file: StudyFile, ids: Mapping[int, Id]) -> dict[Id, int]:
    return {
        ids[row]: mask
        for kind in KINDS.values()
        for row, mask in file.driver().execute(
            f"SELECT row, conflict FROM {state_of(kind).name} WHERE gone = 0 AND conflict <> 0"
        )
    }


def _texts(file: StudyFile, connection: Any, ids: Mapping[int, Id]) -> dict[Id, Any]:
    found = {}
    for source, revision, rivals in file.driver().execute(
        "SELECT source, revision, rivals FROM source_text"
    ):
        rival_ids = sorted(ids[row] for row in decode(rivals)) if rivals else []
        text = current_text(file, connection, source)
        found[ids[source]] = (ids[revision], text, rival_ids)
    return found


def index_tokens_of(file: StudyFile, ids: Mapping[int, Id]) -> set[tuple[Any, ...]]:
    """Every token of the search index, with the source and the place where it stands."""
    raw = file.driver()
    raw.execute(
        "CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab('main', 'search_index', 'instance')"
    )
    try:
        found = raw.execute('SELECT term, doc, col, "offset" FROM temp.vocabulary').fetchall()
    finally:
        raw.execute("DROP TABLE temp.vocabulary")
    return {(term, ids.get(doc >> 21), doc & 0x1FFFFF, col, at) for term, doc, col, at in found}


def assert_sound(file: StudyFile) -> None:
    """No cycle of codes, no span past the end of its text, kept spans hold what was coded."""
    state = state_of_copy(file)
    codes = {id_: each for id_, (each, _) in state["nouns"]["code"].items()}
    above = {
        id_: [p for p in (each.place.parent if each.place else None, each.merged_into) if p]
        for id_, each in codes.items()
    }
    for start in above:
        ahead, seen = list(above[start]), set()
        while ahead:
            at = ahead.pop()
            assert at != start, "a code lies below itself"
            if at not in seen:
                seen.add(at)
                ahead += above.get(at, [])
    for source, *_, start, end, _flags, _day in state["spans"].values():
        length = len(state["texts"][source][1]) if source in state["texts"] else 0
        assert 0 <= start <= end <= length, "a span lies past the end of its text"
    _assert_kept_words(file, state)


def _assert_kept_words(file: StudyFile, state: Mapping[str, Any]) -> None:
    with file.read() as connection:
        for id_, span in state["spans"].items():
            coding, source = state["nouns"]["coding"][id_][0], span[0]
            if span[-2] & 6 or source not in state["texts"]:
                continue  # lost or touched
            if span[-5]:
                continue  # a rectangle stands whatever becomes of the words
            row = file.row_of(connection, source)
            revision = file.row_of(connection, coding.passage.revision)
            assert row is not None and revision is not None
            nodes = revision_nodes(file, connection, row)
            if revision not in nodes or _stands_on_undone(nodes, revision):
                continue  # undone, or made on what is: its text is not kept apart
            then, _ = text_of_revision(file, connection, nodes, revision)
            _, start, end = coding.passage
            assert then[start:end] == state["texts"][source][1][span[-4] : span[-3]]


def _stands_on_undone(nodes: Mapping[int, RevisionRow], revision: int) -> bool:
    """Whether a revision was made on one that no longer stands."""
    first = path_from_root({key: each.node for key, each in nodes.items()}, revision)[0]
    return nodes[first].node.parent is not None


def edited(text: str, edits: Sequence[tuple[int, int, str]]) -> str:
    """A text after edits, worked out apart from the store."""
    return apply_edits(text, [TextEdit(*edit) for edit in edits])
