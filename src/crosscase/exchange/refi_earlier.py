"""What earlier imports said of codes and codings: the base from which a newer file is compared."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from crosscase.log.records import OperationName
from crosscase.model.ids import Id
from crosscase.model.nouns import Code, Coding
from crosscase.store.said_by_imports import SaidOfThing, coders_of_imports, said_by_imports
from crosscase.store.session import Reading

__all__ = ["CodeBefore", "EarlierImports"]


@dataclass(frozen=True, slots=True)
class CodeBefore:
    """A code as the imports said it last: whatever it is called and wherever it stands now."""

    id: Id
    name: str | None
    parent: Id | None
    order_key: str
    definition: str | None


class EarlierImports:
    """The imports of projects that stand; some of them may have brought this very project.

    Those cannot have of whose coders none is in this file: two people who work on the same
    interviews are not two states of one project.
    """

    def __init__(self, reading: Reading, coders: Collection[Id]) -> None:
        self._reading = reading
        self._by_operation = coders_of_imports(reading)
        self.akin = frozenset(
            name
            for name, theirs in self._by_operation.items()
            if not theirs or not coders or not theirs.isdisjoint(coders)
        )

    @cached_property
    def codes(self) -> dict[Id, CodeBefore]:
        """The codes as imports of this project said them; removed and merged ones too."""
        return self._codes(self.akin)

    @cached_property
    def codes_of_others(self) -> dict[Id, CodeBefore]:
        """The codes as imports of other projects said them."""
        return self._codes(self._by_operation.keys() - self.akin)

    def _codes(self, imports: Collection[OperationName]) -> dict[Id, CodeBefore]:
        found = said_by_imports(self._reading, Code, imports)
        return {id_: _code(said) for id_, said in found.items()}

    @cached_property
    def codings(self) -> dict[Id, SaidOfThing]:
        """The codings of which more was said than one import did, as imports said them."""
        return said_by_imports(self._reading, Coding, self._by_operation.keys(), only_changed=True)


def _code(code: SaidOfThing) -> CodeBefore:
    name: str | None = None
    for said in code.said:
        if "name" in said:
            foreign = said.get("foreign")
            kept = foreign.get("refi_qda") if isinstance(foreign, dict) else None
            came_as = kept.get("name") if isinstance(kept, dict) else None
            name = str(came_as or said["name"])
    fields = code.fields
    place = fields.get("place")
    return CodeBefore(
        code.id,
        name,
        place.parent if place else None,
        place.order_key if place else "",
        fields.get("definition"),
    )
