"""Every table of a study: one a kind of the model, with ids and readable names side by side.

A kind that is added to the model has its table here by itself, from the fields that its noun
declares. What is hidden or withdrawn is in no table, and no table names it.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from crosscase.model.fields import FieldSpec, FieldType, KindSpec
from crosscase.model.ids import Id
from crosscase.model.kinds import KINDS
from crosscase.model.nouns import Case, Noun, Source
from crosscase.store.code_tree import PATH_MARK, read_tree
from crosscase.store.history import list_operations
from crosscase.store.known_by import WORD_BLOBS
from crosscase.store.session import Reading
from crosscase.store.texts import current_text
from crosscase.store.turn_columns import turn_columns
from crosscase.store.withheld_words import withheld_in_plain
from crosscase.study_exchange.coding_table import coding_ids, coding_table
from crosscase.study_exchange.table_passages import Passages
from crosscase.study_exchange.told_foreign import as_json, told_foreign
from crosscase.study_synthesis.withheld_words import shown_texts

__all__ = ["Cell", "StudyTable", "study_tables"]

Cell = str | int | float | bool | None

_BETWEEN = "; "
_NAMING = ("name", "title", "label")
_TABLES = frozenset({("frame", "table"), ("selection", "table")})  # blobs of JSON
# Earlier texts of a source may hold what was taken out of it since, so they never leave; the
# words as they are now stand with the source and in its turns.
_NEVER = frozenset({
    ("revision", "text"), ("revision", "layout"), ("revision", "edits"), ("revision", "replaced"),
    ("source", "original"),
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class StudyTable:
    """One table: the name of its kind, its columns, and its rows."""

    name: str
    columns: tuple[str, ...]
    rows: Sequence[Sequence[Cell]]


def study_tables(reading: Reading) -> Iterable[StudyTable]:
    """The tables one after another, in the order of the kinds; the turns come after the sources."""
    tables = _Tables(reading)
    for kind in KINDS.values():
        match kind.name:
            case "coding":
                yield StudyTable(kind.name, *coding_table(reading))
            case "operation":
                yield _operations(reading)
            case _:
                yield tables.of(kind)
        if kind.name == "source":
            yield _turns(reading)


class _Tables:
    """Makes the tables of kinds from the fields that their nouns declare."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._names = _names(reading)
        self._passages = Passages(reading)
        self._clean = withheld_in_plain(reading)
        self._codings: Mapping[Id, str] | None = None

    def of(self, kind: KindSpec) -> StudyTable:
        """The table of one kind."""
        things = self._reading.all(kind.noun)
        columns: dict[str, list[Cell]] = {"id": [each.id for each in things]}
        if kind.name == "code":
            columns["path"] = [self._names.get(each.id) for each in things]
        # What another program said of a thing comes last.
        for spec in sorted(kind.fields, key=lambda each: each.name == "foreign"):
            if spec.name != "dropped" and (kind.name, spec.name) not in _NEVER:
                columns |= self._columns(kind, spec, things)
        if kind.noun is Source:
            file, connection = self._reading.file, self._reading.connection
            rows_of = {each.id: row for row, each in self._reading.by_row(Source).items()}
            columns["text"] = [current_text(file, connection, rows_of[each.id]) for each in things]
        rows = list(zip(*columns.values(), strict=True))
        return StudyTable(kind.name, tuple(columns), rows)

    def _columns(
        self, kind: KindSpec, spec: FieldSpec, things: Sequence[Noun]
    ) -> dict[str, list[Cell]]:
        values = [getattr(each, spec.name) for each in things]
        name = spec.name
        match spec.type:
            case FieldType.REFERENCE:
                return self._reference(name, values)
            case FieldType.REFERENCES:
                return self._references(name, values)
            case FieldType.PASSAGE:
                return self._passages.columns(name, values, named="source" not in kind.by_name)
            case FieldType.PLACE:
                parents = [None if each is None else each.parent for each in values]
                keys = [None if each is None else each.order_key for each in values]
                return {**self._reference(f"{name}_parent", parents), f"{name}_order_key": keys}
            case FieldType.ENDS:
                starts, ends = ([None if each is None else each[at] for each in values]
                                for at in (0, 1))  # fmt: skip
                return self._reference(f"{name}_start", starts) | self._reference(
                    f"{name}_end", ends
                )
            case FieldType.VALUE:
                types = [None if each is None else each.type for each in values]
                held = [None if each is None else _cell(each.value) for each in values]
                return {f"{name}_type": types, name: held}
            case FieldType.BLOB:
                return self._blobs(kind, name, values)
            case _ if name == "foreign":
                return {name: [told_foreign(self._clean(each)) for each in values]}
            case FieldType.TEXT:
                return {name: [self._clean(each) for each in values]}
            case _:
                return {name: [_cell(each) for each in values]}

    def _reference(self, name: str, ids: Sequence[Id | None]) -> dict[str, list[Cell]]:
        """An id and the name beside it; both empty where the thing does not show."""
        shown = [each if each is not None and self._shows(each) else None for each in ids]
        return {
            name: [*shown],
            f"{name}_name": [None if each is None else self._name(each) for each in shown],
        }

    def _references(
        self, name: str, values: Sequence[Sequence[Id] | None]
    ) -> dict[str, list[Cell]]:
        shown = [[id_ for id_ in each or () if self._shows(id_)] for each in values]
        return {
            name: [_BETWEEN.join(each) or None for each in shown],
            f"{name}_names": [
                _BETWEEN.join(self._name(id_) or id_ for id_ in each) or None for each in shown
            ],
        }

    def _blobs(
        self, kind: KindSpec, name: str, hashes: Sequence[str | None]
    ) -> dict[str, list[Cell]]:
        """The words that stand under a hash; a hash alone where it names bytes of another sort."""
        if (kind.name, name) not in WORD_BLOBS | _TABLES:
            return {name: [*hashes]}
        wanted = [bytes.fromhex(each) for each in hashes if each is not None]
        words = shown_texts(self._reading, wanted)
        return {name: [None if each is None else words.get(bytes.fromhex(each)) for each in hashes]}

    def _shows(self, id_: Id) -> bool:
        return id_ in self._names or id_ in self._named_codings()

    def _name(self, id_: Id) -> str | None:
        found = self._names.get(id_)
        return found if id_ in self._names else self._named_codings().get(id_)

    def _named_codings(self) -> Mapping[Id, str]:
        """Codings by the code that they put; read when something else hangs on one."""
        if self._codings is None:
            self._codings = coding_ids(self._reading)
        return self._codings


def _names(reading: Reading) -> dict[Id, str | None]:
    """The name of everything that shows, but for codings; None for what has no name."""
    names: dict[Id, str | None] = {}
    links = []
    for kind in KINDS.values():
        if kind.name in ("coding", "operation"):
            continue
        naming = next((field for field in _NAMING if field in kind.by_name), None)
        for each in reading.all(kind.noun):
            names[each.id] = None if naming is None else getattr(each, naming)
        if kind.name == "link":
            links = reading.all(kind.noun)
    tree = read_tree(reading)
    names |= {code.id: PATH_MARK.join(tree.path_of(code.id)) for _, code in tree.walk()}
    names |= {
        link.id: " and ".join(names.get(end) or end for end in link.ends if end in names)
        for link in links
        if link.ends is not None
    }
    return names


def _turns(reading: Reading) -> StudyTable:
    """What is said, turn by turn."""
    turns = turn_columns(reading.file, reading.connection)
    sources, people = reading.by_row(Source), reading.by_row(Case)
    number = {row: at for at, row in enumerate(sources)}
    order = sorted(range(len(turns)), key=lambda at: (number[int(turns.source[at])], at))
    text, held, rows = "", None, []
    for at in order:
        row, label = int(turns.source[at]), int(turns.speaker[at])
        if row != held:
            held = row
            text = current_text(reading.file, reading.connection, row) or ""
        person = people.get(int(turns.participant[at]))
        begin, end, ms = (int(column[at]) for column in
                          (turns.speech_start_char, turns.end_char, turns.start_ms))  # fmt: skip
        rows.append((
            sources[row].id, sources[row].name, int(turns.number[at]) + 1,
            int(turns.start_char[at]), end, begin,
            None if label < 0 else turns.labels[label].label,
            None if person is None else person.id, None if person is None else person.name,
            ms if ms >= 0 else None, text[begin:end],
        ))  # fmt: skip
    columns = (
        "source", "source_name", "turn", "start_char", "end_char", "speech_start_char", "speaker",
        "participant", "participant_name", "start_ms", "text",
    )  # fmt: skip
    return StudyTable("turn", columns, rows)


def _operations(reading: Reading) -> StudyTable:
    """The history, oldest first."""
    columns = ("operation", "when", "person", "person_name", "sentence", "changes", "undone",
               "merge")  # fmt: skip
    rows = [
        (each.operation, _utc(each.wall_ms), each.person_id, each.person, each.sentence,
         each.changes, each.undone, each.merge)
        for each in reversed(list_operations(reading))
    ]  # fmt: skip
    return StudyTable("operation", columns, rows)


def _utc(wall_ms: int) -> str:
    moment = datetime.datetime.fromtimestamp(wall_ms / 1000, datetime.UTC)
    return moment.isoformat(timespec="seconds")


def _cell(value: Any) -> Cell:
    """A value as a cell: what is made of parts is written as JSON."""
    if value is None or isinstance(value, str | bool | int | float):
        return value
    return as_json(value)
