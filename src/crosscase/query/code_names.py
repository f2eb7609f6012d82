"""Codes as questions need them: by entity row, with what lies below each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from crosscase.model.ids import Id
from crosscase.model.nouns import Code
from crosscase.store.code_tree import PATH_MARK, CodeTree, read_tree
from crosscase.store.session import Reading
from crosscase.store.showing import SHOWING_KINDS

__all__ = ["PATH_MARK", "CodeNames", "code_names"]


@dataclass(frozen=True)
class CodeNames:
    """The tree of codes with the entity row of each; merged codes are read as their targets."""

    tree: CodeTree
    rows: Mapping[Id, int]
    codes: Mapping[int, Code]
    read_as: Mapping[int, int]

    def below(self, row: int | None) -> list[int]:
        """The codes right below one (None: at the top), in order."""
        above = None if row is None else self.codes[row].id
        return [self.rows[id_] for id_ in self.tree.children_of(above)]

    def walk(self) -> list[int]:
        """All codes, parents before children, in the order of the codebook."""
        return [self.rows[code.id] for _, code in self.tree.walk()]

    def with_descendants(self, row: int) -> list[int]:
        """A code and all below it."""
        return [self.rows[id_] for id_ in self.tree.with_descendants(self.codes[row].id)]

    def path(self, row: int) -> tuple[str, ...]:
        """The names from the top down to a code."""
        return self.tree.path_of(self.codes[row].id)

    def find(self, wanted: str) -> int:
        """The one code of this name, path or id; a merged code's name means where it went."""
        return self.rows[self.tree.find(wanted, follow_merges=True).id]


def code_names(reading: Reading) -> CodeNames:
    """The codes that show now."""

    def read() -> CodeNames:
        tree = read_tree(reading)
        by_row = reading.by_row(Code)
        return CodeNames(
            tree,
            {code.id: row for row, code in by_row.items()},
            {row: code for row, code in by_row.items() if code.id in tree.codes},
            reading.showing().code_read_as,
        )

    return reading.file.remember("query code names", SHOWING_KINDS, read)
