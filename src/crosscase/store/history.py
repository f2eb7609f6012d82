"""Reading the log as people do: what was done, by whom, and the history of one thing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from crosscase.errors import MistakeOfUse, NotFound
from crosscase.log.canonical import decode, encode
from crosscase.log.records import OperationName
from crosscase.model.ids import Id, bytes_of_id, id_of_bytes, short_id
from crosscase.model.kinds import KINDS
from crosscase.model.sentences import keys_about, render_sentence
from crosscase.store.entity_names import name_in_study
from crosscase.store.session import Reading

__all__ = [
    "OperationEntry",
    "OperationPage",
    "Times",
    "find_operation",
    "ids_in_sentences",
    "list_operations",
    "name_in_study",
    "operation_label",
    "operation_page",
    "times_of",
    "was_ever_said",
]
_MARK = KINDS["operation"].number


@dataclass(frozen=True, slots=True)
class OperationEntry:
    """One operation as the history shows it; ``operation`` names it for undo and as-of."""

    operation: str
    wall_ms: int
    person_id: Id | None
    person: str | None
    sentence: str
    sentence_key: str
    undone: bool
    future: bool
    merge: int | None
    changes: int


@dataclass(frozen=True, slots=True)
class OperationPage:
    """Some operations and where the next begin; ``total`` is None where they are filtered."""

    entries: tuple[OperationEntry, ...]
    following: str | None
    total: int | None


class Times(NamedTuple):
    """When a thing was begun and last changed, by what the clocks said (ms since 1970)."""

    begun_ms: int
    changed_ms: int


class _Line(NamedTuple):
    """One row of the log."""

    row: int
    writer: bytes
    seq: int
    at: int
    wall_ms: int
    person: bytes | None
    sentence: bytes
    receipt: int | None
    future: int

    @property
    def name(self) -> OperationName:
        return OperationName(bytes(self.writer), self.seq)


def operation_label(name: OperationName) -> str:
    """How people name an operation: the end of its writer's id, and its number there."""
    return f"{short_id(id_of_bytes(name.writer))}:{name.seq}"


# CROSS JOIN: SQLite then walks from the newest operation down and stops when it has enough.
_OPERATIONS = (
    "SELECT o.row, w.id, o.seq, o.at, o.wall_ms, o.person, o.sentence, o.receipt, o.future "
    "FROM operation o CROSS JOIN writer w ON w.row = o.writer "
)


def list_operations(
    reading: Reading,
    *,
    most: int | None = None,
    person: Id | None = None,
    since_ms: int | None = None,
    until_ms: int | None = None,
    about: str | None = None,
    rows: Sequence[int] | None = None,
) -> list[OperationEntry]:
    """The operations, newest first.

    Filtered by person, by time (milliseconds since 1970) and by what they are about: code,
    coding, source, case, attribute, memo, link, set, query, coder, study or undo.
    """
    where, values = _filters(person, since_ms, until_ms, about)
    if rows is not None:
        where.append(f"o.row IN ({','.join(str(int(row)) for row in rows)})")
    return _entries(reading, _lines(reading, where, values, most))


def operation_page(
    reading: Reading, most: int, *, after: str | None = None, **filters: Any
) -> OperationPage:
    """Some operations, newest first, beginning after a place that a page before named.

    ``filters`` are those of ``list_operations`` (person, since_ms, until_ms, about).
    """
    named = {"person": None, "since_ms": None, "until_ms": None, "about": None} | filters
    where, values = _filters(**named)
    if after is not None:
        at, writer = _place(after)
        where.append("o.at <= ? AND NOT (o.at = ? AND w.id >= ?)")
        values += [at, at, writer]
    lines = _lines(reading, where, values, most + 1)
    following = None
    if len(lines) > most:
        last = lines[most - 1]
        following = f"{last.at}-{bytes(last.writer).hex()}"
    total = None
    if all(value is None for value in named.values()):
        (total,) = reading.file.driver().execute("SELECT count(*) FROM operation").fetchone()
    return OperationPage(tuple(_entries(reading, lines[:most])), following, total)


def _place(text: str) -> tuple[int, bytes]:
    at, _, writer = text.partition("-")
    try:
        return int(at), bytes.fromhex(writer)
    except ValueError:
        raise MistakeOfUse(
            "This page of the history cannot be found.",
            slug="bad-cursor",
            hint="Begin again with the first page.",
        ) from None


def _filters(
    person: Id | None, since_ms: int | None, until_ms: int | None, about: str | None
) -> tuple[list[str], list[Any]]:
    where: list[str] = ["1 = 1"]
    values: list[Any] = []
    if person is not None:
        where.append("o.person = ?")
        values.append(bytes_of_id(person))
    if since_ms is not None:
        where.append("o.wall_ms >= ?")
        values.append(since_ms)
    if until_ms is not None:
        where.append("o.wall_ms <= ?")
        values.append(until_ms)
    if about is not None:
        # A sentence is stored as a list of its key and its values: the key stands in front.
        keys = [encode(key) for key in keys_about(about)]
        where.append(" OR ".join("substr(o.sentence, 2, ?) = ?" for _ in keys).join("()"))
        values += [each for key in keys for each in (len(key), key)]
    return where, values


def _lines(
    reading: Reading, where: Sequence[str], values: Sequence[Any], most: int | None
) -> list[_Line]:
    query = _OPERATIONS + f"WHERE {' AND '.join(where)} ORDER BY o.at DESC, w.id DESC"
    if most is not None:
        query += f" LIMIT {int(most)}"
    return [_Line(*line) for line in reading.file.driver().execute(query, values)]


def _entries(reading: Reading, lines: Sequence[_Line]) -> list[OperationEntry]:
    """The operations as they are shown; names and counts are read for all of them at once."""
    undone = reading.file.undone(reading.connection)
    counts = _change_counts(reading, [line.row for line in lines])
    told = {line.row: decode(line.sentence) for line in lines}
    targets = _undone_sentences(
        reading, [row for row, (key, _) in told.items() if key in ("undone", "redone")]
    )
    people = [bytes(line.person) for line in lines if line.person is not None]
    named = [*people, *ids_in_sentences(told.values()), *ids_in_sentences(targets.values())]
    name_of = name_in_study(reading, named)
    entries = []
    for line in lines:
        key, given = told[line.row]
        sentence = render_sentence(key, given, name_of)
        if line.row in targets:
            undid = render_sentence(*targets[line.row], name_of)
            sentence = f"{'undid' if key == 'undone' else 'redid'}: {undid}"
        who = None if line.person is None else bytes(line.person)
        entries.append(
            OperationEntry(
                operation_label(line.name),
                line.wall_ms,
                None if who is None else id_of_bytes(who),
                None if who is None else name_of(who),
                sentence,
                key,
                line.name in undone,
                bool(line.future),
                line.receipt,
                counts.get(line.row, 0),
            )
        )
    return entries


def ids_in_sentences(sentences: Iterable[tuple[str, Mapping[str, Any]]]) -> list[bytes]:
    """The ids that these sentences name, so that their names are read all at once."""
    return [value for _, given in sentences for value in given.values() if isinstance(value, bytes)]


def _change_counts(reading: Reading, rows: Sequence[int]) -> dict[int, int]:
    found: dict[int, int] = {}
    for at in range(0, len(rows), 500):
        marks = ",".join(str(int(row)) for row in rows[at : at + 500])
        found.update(
            reading.file.driver()
            .execute(
                f"SELECT operation, count(*) FROM change WHERE operation IN ({marks}) "
                "GROUP BY operation"
            )
            .fetchall()
        )
    return found


def _undone_sentences(
    reading: Reading, rows: Sequence[int]
) -> dict[int, tuple[str, Mapping[str, Any]]]:
    """The sentences of what these undos and redos are about."""
    raw = reading.file.driver()
    found: dict[int, tuple[str, Mapping[str, Any]]] = {}
    for at in range(0, len(rows), 500):
        marks = ",".join(str(int(row)) for row in rows[at : at + 500])
        targets = {
            row: decode(target)
            for row, target in raw.execute(
                "SELECT c.operation, s.target FROM change c "
                "JOIN state_operation s ON s.row = c.entity "
                f"WHERE c.operation IN ({marks}) AND c.kind = {_MARK}"
            )
        }
        for row, (writer, seq) in targets.items():
            line = raw.execute(
                "SELECT o.sentence FROM operation o JOIN writer w ON w.row = o.writer "
                "WHERE w.id = ? AND o.seq = ?",
                (bytes(writer), seq),
            ).fetchone()
            if line is not None:
                found[row] = tuple(decode(line[0]))
    return found


def times_of(reading: Reading, ids: Sequence[Id]) -> dict[Id, Times]:
    """When these things were begun and last changed; unknown ones are left out."""
    rows = reading.file.rows_of_ids(reading.connection, [bytes_of_id(id_) for id_ in ids])
    by_row = {row: id_of_bytes(raw) for raw, row in rows.items()}
    wanted = list(by_row)
    found: dict[Id, Times] = {}
    for at in range(0, len(wanted), 500):
        marks = ",".join(str(int(row)) for row in wanted[at : at + 500])
        for row, first, last in reading.file.driver().execute(
            "SELECT c.entity, min(o.wall_ms), max(o.wall_ms) FROM change c "
            f"JOIN operation o ON o.row = c.operation WHERE c.entity IN ({marks}) "
            "GROUP BY c.entity"
        ):
            found[by_row[row]] = Times(first, last)
    return found


def find_operation(reading: Reading, wanted: str) -> OperationName:
    """The operation that a label (or a full writer id and number) names."""
    writer, _, number = wanted.strip().rpartition(":")
    if not writer or not number.isdigit():
        raise MistakeOfUse(
            f"“{wanted}” names no operation.",
            slug="not-an-operation",
            hint="`crosscase log` lists them, such as 1a2b3c4d:7.",
        )
    digits = writer.replace("-", "").casefold()
    matches = [
        bytes(id_)
        for (id_,) in reading.file.driver().execute(
            "SELECT w.id FROM writer w JOIN operation o ON o.writer = w.row WHERE o.seq = ?",
            (int(number),),
        )
        if bytes(id_).hex().endswith(digits)
    ]
    if len(matches) != 1:
        raise NotFound(
            f"There is no operation “{wanted}”." if not matches else f"“{wanted}” is not unique.",
            slug="operation-not-found",
            hint="`crosscase log` lists them; give more of the writer's id if two are alike.",
        )
    return OperationName(matches[0], int(number))


def was_ever_said(reading: Reading, key: str) -> bool:
    """Whether the history has an operation of this sentence, undone or not."""
    front = encode(key)
    found = reading.file.driver().execute(
        "SELECT 1 FROM operation WHERE substr(sentence, 2, ?) = ? LIMIT 1", (len(front), front)
    )
    return found.fetchone() is not None


def is_mark_or_purge(reading: Reading, operation_row: int) -> bool:
    """Whether an operation is an undo, a redo or a purge, which cannot be undone."""
    kinds = (KINDS["operation"].number, KINDS["purge"].number)
    found = reading.file.driver().execute(
        "SELECT 1 FROM change WHERE operation = ? AND kind IN (?, ?) LIMIT 1",
        (operation_row, *kinds),
    )
    return found.fetchone() is not None


def rows_of_operations(reading: Reading, names: Iterable[OperationName]) -> list[int]:
    """Where operations lie in this file."""
    raw = reading.file.driver()
    rows = []
    for writer, seq in names:
        found = raw.execute(
            "SELECT o.row FROM operation o JOIN writer w ON w.row = o.writer "
            "WHERE w.id = ? AND o.seq = ?",
            (writer, seq),
        ).fetchone()
        if found is not None:
            rows.append(found[0])
    return rows
