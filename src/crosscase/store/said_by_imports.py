"""What the imports of projects said of things, whatever the study's people made of them since."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from crosscase.log.canonical import decode
from crosscase.log.records import OperationName, Seal
from crosscase.model.fields import KindSpec
from crosscase.model.ids import Id, id_of_bytes
from crosscase.model.kinds import KINDS, kind_of
from crosscase.model.nouns import Noun
from crosscase.store.changes import changes_of
from crosscase.store.said_before import imports_of_projects
from crosscase.store.session import Reading

__all__ = ["SaidOfThing", "coders_of_imports", "said_by_imports"]


@dataclass(frozen=True, slots=True)
class SaidOfThing:
    """What imports said of one thing, oldest first: fields by their names."""

    id: Id
    said: Sequence[Mapping[str, Any]]

    @property
    def fields(self) -> dict[str, Any]:
        """The newest word of each field."""
        return {name: value for each in self.said for name, value in each.items()}


def coders_of_imports(reading: Reading) -> dict[OperationName, frozenset[Id]]:
    """The coders of the codings that each import of a project said anything of, oldest first."""
    imports = imports_of_projects(reading)
    found: dict[OperationName, set[int]] = {each: set() for each in imports.values()}
    if not imports:
        return {}
    marks = ",".join("?" * len(imports))
    for operation, coder in reading.file.driver().execute(
        "SELECT DISTINCT c.operation, s.coder FROM change c "
        "JOIN state_coding s ON s.row = c.entity "
        f"WHERE c.kind = ? AND s.coder IS NOT NULL AND c.operation IN ({marks})",
        (KINDS["coding"].number, *imports),
    ):
        found[imports[operation]].add(coder)
    rows = frozenset().union(*found.values())
    ids = reading.file.ids_of_rows(reading.connection, rows)
    return {name: frozenset(id_of_bytes(ids[row]) for row in own) for name, own in found.items()}


def said_by_imports(
    reading: Reading,
    noun: type[Noun],
    imports: Collection[OperationName],
    *,
    only_changed: bool = False,
) -> dict[Id, SaidOfThing]:
    """What these imports said of the things of a kind, the newest word of each field.

    Args:
        reading: the study.
        noun: the kind.
        imports: the imports that are asked.
        only_changed: leave out what nothing else was ever said of: it still is what it was.
    """
    if not imports:
        return {}
    kind = kind_of(noun)
    often = "HAVING count(*) > 1" if only_changed else ""
    rows = reading.file.driver().execute(
        f"SELECT entity FROM change WHERE kind = ? GROUP BY entity {often}", (kind.number,)
    )
    wanted = [row for (row,) in rows]
    found: dict[Id, SaidOfThing] = {}
    for changes in changes_of(reading.file, reading.connection, wanted).values():
        said = [x for x in changes if x.seal == Seal.OPEN and x.operation in imports]
        if not said:
            continue
        id_ = id_of_bytes(said[0].entity)
        found[id_] = SaidOfThing(id_, [_fields(kind, decode(x.fields or b"")) for x in said])
    return found


def _fields(kind: KindSpec, wires: Mapping[int, Any]) -> dict[str, Any]:
    known = ((kind.by_number[number], wire) for number, wire in wires.items()
             if number in kind.by_number)  # fmt: skip
    return {spec.name: spec.type.from_wire(wire) for spec, wire in known}
