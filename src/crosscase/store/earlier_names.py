"""The names that things of a kind ever had, by the log: for texts that were written before."""

from __future__ import annotations

from collections.abc import Mapping

from crosscase.log.canonical import decode
from crosscase.log.records import Seal
from crosscase.model.ids import Id, id_of_bytes
from crosscase.model.kinds import kind_of
from crosscase.model.nouns import Noun
from crosscase.store.changes import iter_all_changes
from crosscase.store.quarantine import quarantine
from crosscase.store.session import Reading
from crosscase.store.showing import SHOWING_KINDS

__all__ = ["earlier_names"]


def earlier_names(reading: Reading, noun: type[Noun]) -> Mapping[str, tuple[Id, ...]]:
    """The things that ever bore a name (case and spacing aside), removed ones among them.

    What is withdrawn or purged is not told by its name.
    """
    kind = kind_of(noun)

    def read() -> dict[str, tuple[Id, ...]]:
        number = kind.by_name["name"].number
        held = quarantine(reading.file)
        undone = reading.file.undone(reading.connection)
        found: dict[str, dict[Id, None]] = {}
        for row, changes in iter_all_changes(reading.file, reading.connection, [kind.number]):
            if row in held:
                continue
            for change in changes:
                if change.seal != Seal.OPEN or change.operation in undone:
                    continue
                name = decode(change.fields or b"").get(number)
                if name:
                    key = " ".join(str(name).split()).casefold()
                    found.setdefault(key, {})[id_of_bytes(change.entity)] = None
        return {name: tuple(ids) for name, ids in found.items()}

    kinds = (*SHOWING_KINDS, "operation")
    return reading.file.remember(("earlier names", kind.name), kinds, read)
