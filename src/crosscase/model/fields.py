"""How a noun says which of its fields are stored, under which number and as what.

A field is the smallest thing that may change alone. Its number, never its name, is written
to the log, so a name may be improved without touching a study.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import Any, NamedTuple

from crosscase.model.ids import Id, bytes_of_id, id_of_bytes

__all__ = [
    "DROPPED",
    "Ends",
    "FieldSpec",
    "FieldType",
    "KindSpec",
    "Passage",
    "Place",
    "Value",
    "stored",
]

DROPPED, FOREIGN = 0, 1


class Passage(NamedTuple):
    """A stretch of a revision: half-open offsets in Unicode code points."""

    revision: Id
    start_char: int
    end_char: int


class Place(NamedTuple):
    """Where a code stands: below which parent (None: at the top) and at which order key."""

    parent: Id | None
    order_key: str


class Ends(NamedTuple):
    """The two things a link joins."""

    start: Id
    end: Id


class Value(NamedTuple):
    """An attribute's value with its type: text, number, day, truth."""

    type: str
    value: Any


class FieldType(Enum):
    """What a field holds; decides its form in the log, in a state table and in Python."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    TRUTH = "truth"
    REFERENCE = "reference"
    REFERENCES = "references"
    BLOB = "blob"
    PASSAGE = "passage"
    PLACE = "place"
    ENDS = "ends"
    VALUE = "value"
    PLAIN = "plain"

    def to_wire(self, value: Any) -> Any:
        """The form that is written to the log (ids and hashes as bytes)."""
        if value is None or self is FieldType.TEXT or self is FieldType.PLAIN:
            return value
        match self:
            case FieldType.REFERENCE:
                return bytes_of_id(value)
            case FieldType.REFERENCES:
                return [bytes_of_id(each) for each in value]
            case FieldType.BLOB:
                return bytes.fromhex(value)
            case FieldType.PASSAGE:
                return [bytes_of_id(value[0]), int(value[1]), int(value[2])]
            case FieldType.PLACE:
                return [None if value[0] is None else bytes_of_id(value[0]), value[1]]
            case FieldType.ENDS:
                return [bytes_of_id(value[0]), bytes_of_id(value[1])]
            case FieldType.VALUE:
                return [value[0], value[1]]
            case FieldType.NUMBER:
                return float(value)
            case _:
                return value

    def from_wire(self, wire: Any) -> Any:
        """The form that Python code holds (ids and hashes as text)."""
        if wire is None or self is FieldType.TEXT or self is FieldType.PLAIN:
            return wire
        match self:
            case FieldType.REFERENCE:
                return id_of_bytes(wire)
            case FieldType.REFERENCES:
                return tuple(id_of_bytes(each) for each in wire)
            case FieldType.BLOB:
                return bytes(wire).hex()
            case FieldType.PASSAGE:
                return Passage(id_of_bytes(wire[0]), wire[1], wire[2])
            case FieldType.PLACE:
                return Place(None if wire[0] is None else id_of_bytes(wire[0]), wire[1])
            case FieldType.ENDS:
                return Ends(id_of_bytes(wire[0]), id_of_bytes(wire[1]))
            case FieldType.VALUE:
                return Value(wire[0], wire[1])
            case _:
                return wire

    def references(self, wire: Any) -> list[bytes]:
        """The entities that a wire value names."""
        if wire is None:
            return []
        match self:
            case FieldType.REFERENCE:
                return [wire]
            case FieldType.REFERENCES | FieldType.ENDS:
                return list(wire)
            case FieldType.PASSAGE:
                return [wire[0]]
            case FieldType.PLACE:
                return [] if wire[0] is None else [wire[0]]
            case _:
                return []


_AS_IT_IS = (FieldType.TEXT, FieldType.PLAIN, FieldType.INTEGER, FieldType.TRUTH)
_REFERRING = (
    FieldType.REFERENCE, FieldType.REFERENCES, FieldType.PASSAGE, FieldType.PLACE, FieldType.ENDS
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One stored field of a kind.

    ``stands_on``: the entity shows only while the one named here shows.
    ``part_of``: a purge of the one named here seals this entity too.
    """

    number: int
    name: str
    type: FieldType
    stands_on: bool = False
    part_of: bool = False


def stored(
    number: int,
    type_: FieldType,
    *,
    stands_on: bool = False,
    part_of: bool = False,
    default: Any = None,
) -> Any:
    """Declare a stored field of a noun."""
    return dataclasses.field(
        default=default,
        metadata={"number": number, "type": type_, "stands_on": stands_on, "part_of": part_of},
    )


@dataclass(frozen=True)
class KindSpec:
    """One kind of entity: its number in the log, its name, its noun and its stored fields."""

    number: int
    name: str
    noun: type[Any]
    version: int = 1

    @cached_property
    def fields(self) -> tuple[FieldSpec, ...]:
        """The stored fields, the two that every entity has first."""
        own = tuple(
            FieldSpec(
                each.metadata["number"],
                each.name,
                each.metadata["type"],
                each.metadata["stands_on"],
                each.metadata["part_of"],
            )
            for each in dataclasses.fields(self.noun)
            if "number" in each.metadata
        )
        shared = (
            FieldSpec(DROPPED, "dropped", FieldType.TRUTH),
            FieldSpec(FOREIGN, "foreign", FieldType.PLAIN),
        )
        return shared + own

    @cached_property
    def by_number(self) -> Mapping[int, FieldSpec]:
        """The fields by their number."""
        return {each.number: each for each in self.fields}

    @cached_property
    def by_name(self) -> Mapping[str, FieldSpec]:
        """The fields by their name."""
        return {each.name: each for each in self.fields}

    @cached_property
    def referring(self) -> tuple[tuple[int, FieldType], ...]:
        """The numbers of the fields that may name other entities, each with its type."""
        return tuple((each.number, each.type) for each in self.fields if each.type in _REFERRING)

    @cached_property
    def wholes(self) -> tuple[FieldSpec, ...]:
        """The fields that name what this is a part of."""
        return tuple(each for each in self.fields if each.part_of)

    @cached_property
    def _by_number(self) -> tuple[tuple[str, int, FieldType, bool], ...]:
        ordered = sorted(self.fields, key=lambda each: each.number)
        return tuple(
            (each.name, each.number, each.type, each.type in _AS_IT_IS) for each in ordered
        )

    def to_wire(self, values: Mapping[str, Any]) -> dict[int, Any]:
        """Named Python values as numbered wire values, in the order of their numbers."""
        wire = {
            number: values[name] if is_as_it_is else type_.to_wire(values[name])
            for name, number, type_, is_as_it_is in self._by_number
            if name in values
        }
        if len(wire) < len(values):
            raise KeyError(*(values.keys() - self.by_name.keys()))
        return wire
