"""What earlier imports of projects said of things, beside what the study's people say since."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from crosscase.log.canonical import EMPTY_OVER, decode, encode, over_to_bytes
from crosscase.log.folding import fold_entity
from crosscase.log.records import Change, OperationName, Seal
from crosscase.model.fields import DROPPED
from crosscase.model.ids import Id, bytes_of_id, id_of_bytes
from crosscase.model.kinds import KIND_OF_NUMBER
from crosscase.store.changes import changes_of
from crosscase.store.session import Reading

__all__ = ["MadeByImport", "SaidBefore", "imports_of_projects", "made_by_imports", "said_before"]

_SENTENCE = "project.imported"
_LAST_WRITER = b"\xff" * 16


@dataclass(frozen=True)
class SaidBefore:
    """The history of one thing, as a newer import needs it; values are those of the log.

    Where no import said anything of it, its making counts as what was said first; ``others`` are
    the imports of other projects.
    """

    changes: Sequence[Change]
    undone: frozenset[OperationName]
    imports: frozenset[OperationName]
    others: frozenset[OperationName] = frozenset()

    @cached_property
    def _standing(self) -> list[Change]:
        return [
            each
            for each in self.changes
            if each.seal == Seal.OPEN and each.operation not in self.undone
        ]

    @cached_property
    def _said(self) -> list[Change]:
        return [each for each in self._standing if each.operation in self.imports]

    @property
    def is_of_another(self) -> bool:
        """Whether another project brought it, and none of the imports said anything of it."""
        made = self._standing[:1]
        return bool(made) and not self._said and made[0].operation in self.others

    def is_known(self, number: int) -> bool:
        """Whether an import that stands said what this field is, or made the thing without it."""
        return any(number in _values(each) or _makes(each) for each in self._said)

    def base(self, number: int) -> Any:
        """What the newest import said of a field, else what its making did; None for nothing."""
        for change in (*reversed(self._said), *self._standing[:1]):
            values = _values(change)
            if number in values or _makes(change):
                return values.get(number)
        return None

    def was_ever(self, number: int, wire: Any) -> bool:
        """Whether a field has had this value before."""
        return any(_values(change).get(number, _LAST_WRITER) == wire for change in self._standing)

    def over_what(self, rival: Mapping[int, Any]) -> tuple[OperationName, ...] | None:
        """What fields are written over that are to stand beside what the study's people said.

        The newest import over which they stand in conflict; None where there is none.
        """
        for said in reversed(self._said or self._standing[:1]):
            over = (said.operation,)
            if len(self.in_conflict(rival, over)) == len(rival):
                return over
        return None

    def in_conflict(
        self, values: Mapping[int, Any], over: tuple[OperationName, ...]
    ) -> frozenset[int]:
        """Which of these fields would stand in conflict, if they were written over this."""
        last = self.changes[-1]
        trial = Change(
            last.entity, last.at + 1, _LAST_WRITER, 1, last.kind,
            KIND_OF_NUMBER[last.kind].version, encode(dict(sorted(values.items()))), b"", b"",
            over_to_bytes(over),
        )  # fmt: skip
        folded = fold_entity([*self.changes, trial], self.undone).fields
        return frozenset(number for number in values if folded[number].in_conflict)


def _values(change: Change) -> dict[int, Any]:
    found: dict[int, Any] = decode(change.fields or b"")
    return found


def _makes(change: Change) -> bool:
    return change.over == EMPTY_OVER or _values(change).get(DROPPED) is False


def imports_of_projects(reading: Reading) -> dict[int, OperationName]:
    """The operations that brought projects in and are not undone, by their rows."""
    front = encode(_SENTENCE)
    undone = reading.file.undone(reading.connection)
    found = reading.file.driver().execute(
        "SELECT o.row, w.id, o.seq FROM operation o JOIN writer w ON w.row = o.writer "
        "WHERE substr(o.sentence, 2, ?) = ? ORDER BY o.at, w.id",
        (len(front), front),
    )
    named = {row: OperationName(bytes(writer), seq) for row, writer, seq in found}
    return {row: name for row, name in named.items() if name not in undone}


def said_before(
    reading: Reading, ids: Iterable[Id], imports: frozenset[OperationName]
) -> dict[Id, SaidBefore]:
    """What was said of these things; ``imports`` are those of the same project."""
    others = frozenset(imports_of_projects(reading).values()) - imports
    rows = reading.file.rows_of_ids(reading.connection, map(bytes_of_id, ids))
    undone = reading.file.undone(reading.connection)
    changes = changes_of(reading.file, reading.connection, rows.values())
    return {
        id_of_bytes(id_): SaidBefore(changes[row], undone, imports, others)
        for id_, row in rows.items()
        if row in changes
    }


@dataclass(frozen=True, slots=True)
class MadeByImport:
    """What one import said anything of, by the names of kinds."""

    ids: Mapping[str, frozenset[Id]]
    operation: OperationName


def made_by_imports(reading: Reading, kinds: Iterable[str]) -> list[MadeByImport]:
    """What each import of a project said anything of, oldest first."""
    wanted = set(kinds)
    numbers = [number for number, kind in KIND_OF_NUMBER.items() if kind.name in wanted]
    found = []
    for row, name in imports_of_projects(reading).items():
        made: dict[str, set[Id]] = {}
        for id_, number in reading.file.driver().execute(
            "SELECT e.id, c.kind FROM change c JOIN entity e ON e.row = c.entity "
            f"WHERE c.operation = ? AND c.kind IN ({','.join('?' * len(numbers))})",
            (row, *numbers),
        ):
            made.setdefault(KIND_OF_NUMBER[number].name, set()).add(id_of_bytes(id_))
        found.append(MadeByImport({kind: frozenset(ids) for kind, ids in made.items()}, name))
    return found
