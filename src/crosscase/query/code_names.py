"""Codes by the names that a question uses, and what lies below them, by entity row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from crosscase.errors import MistakeOfUse, NotFound, nearest_names_hint
from crosscase.model.nouns import Code
from crosscase.store.session import Reading
from crosscase.store.showing import SHOWING_KINDS

__all__ = ["PATH_MARK", "CodeNames", "code_names"]

PATH_MARK = " > "
_MOST_LEVELS = 100


@dataclass(frozen=True)
class CodeNames:
    """Codes in the order of the codebook; one that was merged is read as the one it went into."""

    codes: Mapping[int, Code]
    everything: Mapping[int, Code]
    read_as: Mapping[int, int]
    parents: Mapping[int, int | None]
    children: Mapping[int | None, tuple[int, ...]]

    def walk(self, below: int | None = None) -> list[int]:
        """All codes below one (None: all there are), parents before children."""
        found: list[int] = []
        ahead = list(reversed(self.children.get(below, ())))
        while ahead:
            row = ahead.pop()
            found.append(row)
            ahead += reversed(self.children.get(row, ()))
        return found

    def with_descendants(self, row: int) -> list[int]:
        """A code and all below it."""
        return [row, *self.walk(row)]

    def path(self, row: int) -> tuple[str, ...]:
        """The names from the top down to a code."""
        names: list[str] = []
        at: int | None = row
        while at is not None and len(names) < _MOST_LEVELS:
            names.append(self.everything[at].name or "")
            at = self.parents.get(at)
        return tuple(reversed(names))

    def find(self, wanted: str) -> int:
        """The one code of this name, path (`A > B`) or id; errors list what is near or meant.

        The name of a code that was merged means the code it went into, so that questions
        written before still find what they asked for.
        """
        folded = _folded_path(wanted)
        matches = [row for row in self.codes if self._is_called(row, folded, wanted)]
        if not matches:
            merged = [row for row in self.read_as if self._is_called(row, folded, wanted)]
            targets = {self.read_as[row] for row in merged} & self.codes.keys()
            matches = sorted(targets)
        if not matches:
            names = [code.name or "" for code in self.codes.values()]
            raise NotFound(
                f"There is no code “{wanted}”.",
                slug="code-not-found",
                hint=nearest_names_hint(wanted, names) or "`crosscase codes STUDY` lists them.",
            )
        if len(matches) > 1:
            exact = [row for row in matches if len(self.path(row)) == len(folded)]
            if len(exact) != 1:
                raise MistakeOfUse(
                    f"{len(matches)} codes are called “{wanted}”.",
                    slug="code-ambiguous",
                    hint=self._tell_apart(matches),
                )
            matches = exact
        return matches[0]

    def _is_called(self, row: int, folded: tuple[str, ...], wanted: str) -> bool:
        code = self.everything.get(row)
        if code is None:
            return False
        if code.id == wanted:
            return True
        if _folded(code.name or "") != folded[-1]:
            return False
        path = tuple(_folded(name) for name in self.path(row))
        return path[-len(folded) :] == folded

    def _tell_apart(self, rows: list[int]) -> str:
        paths = [PATH_MARK.join(self.path(row)) for row in rows]
        if len(set(paths)) < len(paths):
            ids = ", ".join(self.codes[row].id for row in rows)
            return f"Rename or merge them; their ids are {ids}."
        listed = ", ".join(f"“{path}”" for path in paths)
        return f"Say which, by its path: {listed}."


def code_names(reading: Reading) -> CodeNames:
    """The codes that show now."""

    def read() -> CodeNames:
        everything = reading.by_row(Code)
        read_as = reading.showing().code_read_as
        rows = {code.id: row for row, code in everything.items()}
        codes = {row: code for row, code in everything.items() if row not in read_as}
        parents: dict[int, int | None] = {}
        for row, code in everything.items():
            above = rows.get(code.place.parent) if code.place and code.place.parent else None
            above = read_as.get(above, above) if above is not None else None
            parents[row] = above if above in codes and above != row else None
        children: dict[int | None, list[int]] = {}
        for row in codes:
            children.setdefault(parents[row], []).append(row)
        ordered = {
            parent: tuple(sorted(found, key=lambda row: _order(codes[row])))
            for parent, found in children.items()
        }
        return CodeNames(codes, everything, read_as, parents, ordered)

    return reading.file.remember("query code names", SHOWING_KINDS, read)


def _order(code: Code) -> tuple[str, str, str]:
    return (code.place.order_key if code.place else "", (code.name or "").casefold(), code.id)


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()


def _folded_path(wanted: str) -> tuple[str, ...]:
    return tuple(_folded(part) for part in wanted.split(PATH_MARK.strip()))
