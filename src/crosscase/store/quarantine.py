"""What a withdrawal hides: a person, the sources in which they speak, and all that hangs on these.

Derived, never stored: what arrives later by a merge or by a later speaker link is hidden too, and
lifting the withdrawal brings back exactly what was there. Unlike what was removed, none of it is
named to anybody, and none of it is a conflict.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from crosscase.errors import NotFound
from crosscase.log.canonical import decode
from crosscase.log.folding import fold_entity
from crosscase.model.fields import FieldSpec, FieldType, KindSpec
from crosscase.model.kinds import KIND_OF_NUMBER, KINDS
from crosscase.store.changes import changes_of
from crosscase.store.state_tables import columns_of, state_of
from crosscase.store.study_file import StudyFile

if TYPE_CHECKING:
    from crosscase.store.known_by import KnownBy

__all__ = [
    "Quarantine",
    "beside_withdrawn",
    "is_withdrawn",
    "quarantine",
    "quarantine_of",
    "refuse_withdrawn",
    "tells_of_withdrawn",
    "withdrawn_error",
    "withdrawn_kind",
]

_SOURCE, _CODING = KINDS["source"], KINDS["coding"]
_SPEAKER, _ACTIVITY = KINDS["speaker"], KINDS["activity"]
# The withdrawal itself stays in sight: it can be lifted. Codings are read through their sources.
_NOT_HUNG = ("operation", "purge", "withdrawal", "coding", "activity")
# What is about a thing without standing on it.
_ABOUT = {("memo", "passage"), ("speaker", "participant"), ("source", "translation_of")}
_TYPES = (FieldType.REFERENCE, FieldType.PASSAGE, FieldType.ENDS)
_HUNG: tuple[tuple[KindSpec, tuple[FieldSpec, ...]], ...] = tuple(
    (kind, specs)
    for kind in KINDS.values()
    if kind.name not in _NOT_HUNG
    and (
        specs := tuple(
            spec
            for spec in kind.fields
            if spec.type in _TYPES
            and (spec.stands_on or spec.part_of or (kind.name, spec.name) in _ABOUT)
        )
    )
)
# Whatever of these changes may hide or show something else than before.
_READ = tuple(kind.name for kind in KINDS.values() if kind not in (_CODING, KINDS["operation"]))


@dataclass(frozen=True, slots=True)
class Quarantine:
    """Entity rows that are withdrawn; of codings only those on which something else hangs.

    ``telling`` are those among the rows that were removed or undone and hang on nothing of
    theirs, but tell of them.
    """

    participants: frozenset[int]
    sources: frozenset[int]
    rows: frozenset[int]
    telling: frozenset[int] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.rows)

    def __contains__(self, row: int) -> bool:
        return row in self.rows


_NOTHING = Quarantine(frozenset(), frozenset(), frozenset())


def quarantine(file: StudyFile) -> Quarantine:
    """What is withdrawn now; kept until anything but codings changes.

    In a study as of an earlier time that is what the withdrawals of today hide.
    """
    return file.remember("quarantine", _READ, lambda: _read(file))


def beside_withdrawn(file: StudyFile, column: str) -> str:
    """A condition in SQL: this column names a source that is not withdrawn."""
    return f"{column} NOT IN ({','.join(str(row) for row in sorted(quarantine(file).sources))})"


def is_withdrawn(file: StudyFile, connection: Connection, row: int) -> bool:
    """Whether an entity of any kind is withdrawn, a coding by its source."""
    held = quarantine(file)
    if not held or row in held:
        return row in held
    if file.kinds_of_rows(connection, [row]).get(row) != _CODING.number:
        return False
    return not held.sources.isdisjoint(_sources_of_codings(file, connection, [row]).values())


def refuse_withdrawn(file: StudyFile, connection: Connection, row: int | None) -> None:
    """Say of a withdrawn thing that it is withdrawn, and nothing else of it."""
    if row is not None and is_withdrawn(file, connection, row):
        raise withdrawn_error(file.kinds_of_rows(connection, [row])[row])


def tells_of_withdrawn(
    file: StudyFile, connection: Connection, kind: KindSpec, number: int, value: object
) -> bool:
    """Whether what was said in a field (by its number) names or quotes somebody withdrawn."""
    from crosscase.store.known_by import words_of_field

    held = quarantine(file)
    words = words_of_field(file, connection, kind, number, value) if held else ""
    return bool(words) and _known_by(file, connection, held).are_in(words)


def withdrawn_kind(number: int) -> str:
    """What a withdrawn thing of a kind is called, as nothing else of it is told."""
    kind = KIND_OF_NUMBER.get(number)
    name = "thing" if kind is None else kind.name
    return {"case": "participant"}.get(name, name).replace("_", " ")


def withdrawn_error(kind: int) -> NotFound:
    """What is said instead of a withdrawn thing of a kind."""
    return NotFound(
        f"This {withdrawn_kind(kind)} is withdrawn: a participant took their consent back.",
        slug="withdrawn",
        hint="`crosscase withdraw list STUDY` lists the withdrawals; lifting one shows it again.",
    )


def _read(file: StudyFile) -> Quarantine:
    people, seeds = _withdrawn(file)
    if not seeds:
        return _NOTHING
    with file.read() as connection:
        held = _reached_from(file, connection, people, seeds)
        # What was removed or undone hangs on nothing of theirs, and yet may tell of them.
        telling = _known_by(file, connection, held).told_by(file, connection) - held.rows
        return Quarantine(held.participants, held.sources, held.rows | telling, telling)


def _known_by(file: StudyFile, connection: Connection, held: Quarantine) -> KnownBy:
    """By what the withdrawn are known; kept until one of them or their words change."""
    from crosscase.store.known_by import known_by

    return file.remember(
        "known by",
        ("withdrawal", "case", "membership", "source", "revision", "speaker"),
        lambda: known_by(file, connection, held.participants, held.sources),
    )


def quarantine_of(
    file: StudyFile,
    connection: Connection,
    participant: int,
    apart: Set[int] = frozenset(),
    also: Set[int] = frozenset(),
) -> Quarantine:
    """What the withdrawal of one participant would hide, or hides, by itself.

    Without what is theirs only by the sources ``apart``, which stay, but with what hangs on
    ``also``.
    """
    seeds = {participant}
    if apart:
        seeds |= _reached_from(file, connection, seeds, seeds).sources - apart
    return _reached_from(file, connection, {participant}, seeds | also, apart)


def _reached_from(
    file: StudyFile,
    connection: Connection,
    people: set[int],
    seeds: set[int],
    apart: Set[int] = frozenset(),
) -> Quarantine:
    hung = _hung_on(file, connection)
    rows = _reached(seeds, hung, apart)
    rows |= _activities(file, connection, rows)
    rows = _reached(rows, hung, apart)
    sources = {row for (row,) in file.driver().execute("SELECT row FROM state_source")}
    return Quarantine(frozenset(people), frozenset(rows & sources), frozenset(rows))


def _withdrawn(file: StudyFile) -> tuple[set[int], set[int]]:
    """The participants, and all that is known to be theirs already."""
    if file.withdrawn_since is not None:
        with file.withdrawn_since.read():
            today = quarantine(file.withdrawn_since)
        return set(today.participants), set(today.rows)
    people = {
        row
        for (row,) in file.driver().execute(
            "SELECT participant FROM state_withdrawal "
            "WHERE gone = 0 AND coalesce(dropped, 0) = 0 AND participant IS NOT NULL"
        )
    }
    return people, set(people)


def _reached(seeds: set[int], hung: Mapping[int, list[int]], apart: Set[int]) -> set[int]:
    found, ahead = set(seeds), list(seeds)
    while ahead:
        for row in hung.get(ahead.pop(), ()):
            if row not in found and row not in apart:
                found.add(row)
                ahead.append(row)
    return found


def _hung_on(file: StudyFile, connection: Connection) -> dict[int, list[int]]:
    """For each entity those that are withdrawn with it."""
    hung: dict[int, list[int]] = {}
    for on, row in _pairs(file, connection):
        hung.setdefault(on, []).append(row)
    known = file.kinds_of_rows(connection, hung)
    codings = [row for row, kind in known.items() if kind == _CODING.number]
    for row, source in _sources_of_codings(file, connection, codings).items():
        hung.setdefault(source, []).append(row)
    return hung


def _pairs(file: StudyFile, connection: Connection) -> Iterator[tuple[int, int]]:
    raw = file.driver()
    for kind, specs in _HUNG:
        names = [
            name
            for spec in specs
            for name in columns_of(spec)
            if not name.endswith(("_start_char", "_end_char"))
        ]
        quoted = "".join(f', "{name}"' for name in names)
        for row, *on in raw.execute(f"SELECT row{quoted} FROM {state_of(kind).name}"):
            yield from ((each, row) for each in on if each is not None)
    # A source is theirs who speak in it, or to whom it belongs as a whole; a translation too.
    yield from raw.execute(
        "SELECT participant, source FROM state_speaker WHERE gone = 0 "
        "AND coalesce(dropped, 0) = 0 AND participant IS NOT NULL AND source IS NOT NULL"
    )
    yield from raw.execute(
        'SELECT m."group", m.member FROM state_membership m JOIN state_source s '
        "ON s.row = m.member WHERE m.gone = 0 AND coalesce(m.dropped, 0) = 0 "
        'AND m."group" IS NOT NULL'
    )
    yield from raw.execute(
        "SELECT row, translation_of FROM state_source WHERE translation_of IS NOT NULL"
    )
    yield from _pairs_of_undone(file, connection)


def _pairs_of_undone(file: StudyFile, connection: Connection) -> Iterator[tuple[int, int]]:
    """The same of what was undone: the history still tells of it, and its state is empty."""
    undone = []
    for kind, specs in _HUNG:
        for row, values in _values_of_undone(file, connection, kind, _gone(file, kind)):
            on = {spec.name: spec.type.references(values.get(spec.number)) for spec in specs}
            undone.append((kind, row, on))
    rows = file.rows_of_ids(
        connection, {bytes(id_) for *_, on in undone for ids in on.values() for id_ in ids}
    )
    gone_sources = set(_gone(file, _SOURCE))
    for kind, row, on in undone:
        named = {name: [rows[bytes(id_)] for id_ in ids if bytes(id_) in rows]
                 for name, ids in on.items()}  # fmt: skip
        yield from ((each, row) for each_of in named.values() for each in each_of)
        if kind is _SPEAKER:
            # The link was undone with its source, which it therefore still tells of.
            theirs = gone_sources.intersection(named["source"])
            yield from ((person, each) for person in named["participant"] for each in theirs)


def _gone(file: StudyFile, kind: KindSpec) -> list[int]:
    found = file.driver().execute(f"SELECT row FROM {state_of(kind).name} WHERE gone = 1")
    return [row for (row,) in found]


def _values_of_undone(
    file: StudyFile, connection: Connection, kind: KindSpec, rows: Iterable[int]
) -> Iterator[tuple[int, dict[int, object]]]:
    for row, changes in changes_of(file, connection, rows).items():
        yield row, fold_entity(changes, frozenset()).values()


def _sources_of_codings(
    file: StudyFile, connection: Connection, rows: Iterable[int]
) -> dict[int, int]:
    found = file.looked_up("SELECT row, source FROM state_coding WHERE row", rows)
    undone = [row for row, source in found.items() if source is None]
    number = _CODING.by_name["source"].number
    for row, values in _values_of_undone(file, connection, _CODING, undone):
        ids = _CODING.by_number[number].type.references(values.get(number))
        known = file.rows_of_ids(connection, map(bytes, ids))
        found[row] = next(iter(known.values()), None)
    return {row: source for row, source in found.items() if source is not None}


def _activities(file: StudyFile, connection: Connection, held: set[int]) -> set[int]:
    """The activities in which nobody else took part."""
    lines = [
        (row, source, [bytes(id_) for id_ in decode(people)] if people is not None else [])
        for row, source, people in file.driver().execute(
            "SELECT row, source, participants FROM state_activity WHERE gone = 0"
        )
    ]
    participants, source_number = _ACTIVITY.by_name["participants"], _ACTIVITY.by_name["source"]
    for row, values in _values_of_undone(file, connection, _ACTIVITY, _gone(file, _ACTIVITY)):
        people = participants.type.references(values.get(participants.number))
        sources = source_number.type.references(values.get(source_number.number))
        at = file.rows_of_ids(connection, [bytes(each) for each in sources])
        lines.append((row, next(iter(at.values()), None), [bytes(each) for each in people]))
    rows = file.rows_of_ids(connection, {id_ for *_, ids in lines for id_ in ids})
    theirs = set()
    for row, source, ids in lines:
        if all(rows.get(id_) in held for id_ in ids) and (ids or source in held):
            theirs.add(row)
    return theirs
