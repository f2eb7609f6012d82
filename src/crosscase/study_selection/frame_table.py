"""The table of a frame: candidate cases by id, with typed, sourced and dated characteristics."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from crosscase.errors import MistakeOfUse, UnreadableFile, nearest_names_hint

__all__ = [
    "NUMBER_TYPES",
    "TYPES",
    "CellValue",
    "FrameCharacteristic",
    "FrameTable",
]

NUMBER_TYPES = ("number", "share", "percent", "count", "population")
TYPES = (*NUMBER_TYPES, "text", "ordered", "day", "truth")

CellValue = float | str | bool | None


@dataclass(frozen=True, slots=True)
class FrameCharacteristic:
    """What one column of a frame means, where it comes from and when.

    ``type``    one of ``TYPES``: a share is 0 to 1, a percent 0 to 100, a count zero or more, a
                population above zero; the values of an ordered one are ``levels``, lowest first
    ``column``  what the imported table called it
    ``date``    of when the values are, as the source says it
    ``guessed`` that nobody said its type
    """

    name: str
    type: str
    column: str
    unit: str | None = None
    source: str | None = None
    date: str | None = None
    definition: str | None = None
    levels: tuple[str, ...] = ()
    guessed: bool = False

    @property
    def is_number(self) -> bool:
        """Whether its values are numbers that can be put in order and cut into groups."""
        return self.type in NUMBER_TYPES

    def as_plain(self) -> dict[str, Any]:
        """What the log holds of it."""
        told: dict[str, Any] = {"name": self.name, "type": self.type, "column": self.column}
        for key in ("unit", "source", "date", "definition"):
            if getattr(self, key) is not None:
                told[key] = getattr(self, key)
        if self.levels:
            told["levels"] = list(self.levels)
        if self.guessed:
            told["guessed"] = True
        return told

    @classmethod
    def of_plain(cls, told: Mapping[str, Any]) -> FrameCharacteristic:
        """The same, read back."""
        return cls(**{**told, "levels": tuple(told.get("levels", ()))})


@dataclass(frozen=True, slots=True)
class FrameTable:
    """The cases of a frame in their order, and one value a case of each characteristic.

    ``ids`` differ from each other; ``names`` may be missing or shared.
    """

    ids: tuple[str, ...]
    names: tuple[str | None, ...]
    characteristics: tuple[FrameCharacteristic, ...]
    values: Mapping[str, tuple[CellValue, ...]] = field(default_factory=dict)

    @property
    def labels(self) -> tuple[str, ...]:
        """What each case is called: its name, with the id where two share one, else the id."""
        shared = {name for name, count in Counter(self.names).items() if count > 1}
        shared |= set(self.ids)
        return tuple(
            id_ if not name else f"{name} ({id_})" if name in shared and name != id_ else name
            for id_, name in zip(self.ids, self.names, strict=True)
        )

    def characteristic(self, name: str) -> FrameCharacteristic:
        """A characteristic by its name or the column it came in, case and spacing aside."""
        folded = " ".join(name.split()).casefold()
        for of in ("name", "column"):
            for each in self.characteristics:
                if getattr(each, of).casefold() == folded:
                    return each
        names = [each.name for each in self.characteristics]
        raise MistakeOfUse(
            f"The frame has no characteristic “{name}”.",
            slug="no-such-characteristic",
            hint=nearest_names_hint(name, names) or f"It has {_listed(names)}.",
        )

    def numbers(self, name: str) -> list[float | None]:
        """The values of a characteristic that holds numbers; another one is refused."""
        found = self.characteristic(name)
        if not found.is_number:
            raise MistakeOfUse(
                f"“{found.name}” is {found.type}, not a number.",
                slug="characteristic-not-a-number",
                hint="Groups are made from numbers; a text says by itself which cases are alike.",
            )
        return [None if each is None else float(each) for each in self.values[found.name]]

    def find_case(self, wanted: str) -> str:
        """The id of the one case of this id or name, case and spacing aside."""
        if wanted in self.ids:
            return wanted
        folded = " ".join(wanted.split()).casefold()
        labels = self.labels
        found = [
            id_
            for id_, name, label in zip(self.ids, self.names, labels, strict=True)
            if folded in (id_.casefold(), (name or "").casefold(), label.casefold())
        ]
        if len(found) == 1:
            return found[0]
        if found:
            raise MistakeOfUse(
                f"{len(found)} cases of the frame are called “{wanted}”.",
                slug="frame-case-ambiguous",
                hint=f"Say which by its id: {', '.join(found)}.",
            )
        raise MistakeOfUse(
            f"The frame has no case “{wanted}”.",
            slug="no-such-candidate",
            hint=nearest_names_hint(wanted, [*labels, *self.ids])
            or "Name a case of the frame by its id or name; `frame show` lists them.",
        )

    def to_bytes(self) -> bytes:
        """The cases, values and what these mean: the same bytes for the same table, always."""
        told = {
            "ids": self.ids,
            "names": self.names,
            "characteristics": [each.as_plain() for each in self.characteristics],
            "values": dict(self.values),
        }
        text = json.dumps(
            told, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
        )
        return text.encode()

    @classmethod
    def of_bytes(cls, data: bytes) -> FrameTable:
        """The table again."""
        try:
            told = json.loads(data)
            meant = tuple(FrameCharacteristic.of_plain(each) for each in told["characteristics"])
            values = {each.name: tuple(told["values"][each.name]) for each in meant}
            return cls(tuple(told["ids"]), tuple(told["names"]), meant, values)
        except (ValueError, KeyError, TypeError) as error:
            raise UnreadableFile(
                "The table of a frame cannot be read.",
                slug="frame-damaged",
                hint="Run `crosscase verify`; importing the table again replaces it.",
            ) from error


def _listed(names: Sequence[str]) -> str:
    return ", ".join(f"“{name}”" for name in names)
