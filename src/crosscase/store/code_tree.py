"""The tree of codes as plain values: paths, order, and what a move or a merge would do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from crosscase.errors import MistakeOfUse, NotFound, nearest_names_hint
from crosscase.log.trees import would_close_a_cycle
from crosscase.model.ids import Id, bytes_of_id
from crosscase.model.nouns import Code
from crosscase.store.session import Reading
from crosscase.store.showing import SHOWING_KINDS

__all__ = ["PATH_MARK", "CodeTree", "order_key_after", "read_tree"]

PATH_MARK = " > "
_MARK = PATH_MARK.strip()


def order_key_after(last: str | None) -> str:
    """An order key after the last sibling's: numbers of a fixed width, so text order is order."""
    if last is None:
        return "a00010"
    stem = last.rstrip("0123456789")
    digits = last[len(stem) :]
    following = f"{int(digits or '0') + 10:0{len(digits)}d}"
    return stem + following if digits and len(following) == len(digits) else last + "5"


@dataclass(frozen=True)
class CodeTree:
    """Codes that show, in the order of the codebook; those merged into others are left out."""

    codes: Mapping[Id, Code]
    everything: Mapping[Id, Code]
    _children: Mapping[Id | None, tuple[Id, ...]] = field(default_factory=dict)
    _merged: Mapping[Id, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, codes: Iterable[Code]) -> CodeTree:
        """The tree of these codes."""
        everything = {code.id: code for code in codes}
        shown = {id_: code for id_, code in everything.items() if code.merged_into is None}
        tree = cls(shown, everything, {})
        children: dict[Id | None, list[Code]] = {}
        for code in shown.values():
            children.setdefault(tree.parent_of(code), []).append(code)
        ordered = {
            parent: tuple(
                code.id
                for code in sorted(
                    found,
                    key=lambda c: (
                        c.place.order_key if c.place else "",
                        (c.name or "").casefold(),
                        c.id,
                    ),
                )
            )
            for parent, found in children.items()
        }
        merged: dict[Id, list[str]] = {}
        for id_, code in everything.items():
            if code.merged_into is not None:
                merged.setdefault(tree.read_as(id_), []).append(code.name or "")
        names = {id_: tuple(sorted(found, key=str.casefold)) for id_, found in merged.items()}
        return cls(shown, everything, ordered, names)

    def read_as(self, id_: Id) -> Id:
        """The code that a merged one is read as."""
        seen = set()
        while id_ in self.everything and id_ not in seen:
            seen.add(id_)
            into = self.everything[id_].merged_into
            if into is None or into not in self.everything:
                break
            id_ = into
        return id_

    def parent_of(self, code: Code) -> Id | None:
        """The parent that shows, or None at the top."""
        if code.place is None or code.place.parent is None:
            return None
        parent = self.read_as(code.place.parent)
        return parent if parent in self.codes and parent != code.id else None

    def children_of(self, parent: Id | None) -> tuple[Id, ...]:
        """The codes right below one, in order."""
        return self._children.get(parent, ())

    def walk(self) -> list[tuple[int, Code]]:
        """All codes with their depth, parents before children."""
        found: list[tuple[int, Code]] = []
        ahead = [(0, id_) for id_ in reversed(self.children_of(None))]
        while ahead:
            depth, id_ = ahead.pop()
            found.append((depth, self.codes[id_]))
            ahead += [(depth + 1, child) for child in reversed(self.children_of(id_))]
        return found

    def with_descendants(self, id_: Id) -> list[Id]:
        """A code and all below it."""
        found, ahead = [], [id_]
        while ahead:
            at = ahead.pop()
            found.append(at)
            ahead += self.children_of(at)
        return found

    def merged_names(self, id_: Id) -> tuple[str, ...]:
        """The names of the codes that were merged into this one, however many steps ago."""
        return self._merged.get(id_, ())

    def path_of(self, id_: Id) -> tuple[str, ...]:
        """The names from the top down to this code."""
        names: list[str] = []
        at: Id | None = id_
        while at is not None and len(names) < 100:
            code = self.codes.get(at) or self.everything[at]
            names.append(code.name or "")
            at = self.parent_of(code)
        return tuple(reversed(names))

    def find(self, wanted: str, *, follow_merges: bool = False) -> Code:
        """The one code of this name, path (`A > B`) or id; errors list what is near or meant.

        A path is as much of the way from the top as tells the code apart; `> A` is the code A at
        the top. With ``follow_merges`` the name of a code that was merged means the one it went
        into, so that questions written before still find what they asked for.
        """
        if self.read_as(wanted) in self.codes:
            return self.codes[self.read_as(wanted)]
        from_top = wanted.strip().startswith(_MARK)
        folded = tuple(_folded(part) for part in wanted.strip().removeprefix(_MARK).split(_MARK))
        matches = [code for code in self.codes.values() if self._is_at(code, folded, from_top)]
        if not matches:
            merged = [
                self.read_as(code.id)
                for code in self.everything.values()
                if code.id not in self.codes and self._is_at(code, folded, from_top)
            ]
            targets = [self.codes[id_] for id_ in dict.fromkeys(merged) if id_ in self.codes]
            if not (follow_merges and targets):
                raise self._not_found(wanted, targets)
            matches = targets
        if len(matches) > 1 and len(folded) > 1:
            matches = [c for c in matches if len(self.path_of(c.id)) == len(folded)] or matches
        if len(matches) > 1:
            raise MistakeOfUse(
                f"{len(matches)} codes are called “{wanted}”.",
                slug="code-ambiguous",
                hint=self._tell_apart(matches),
            )
        return matches[0]

    def _not_found(self, wanted: str, merged_into: Sequence[Code]) -> NotFound:
        names = [code.name or "" for code in self.codes.values()]
        hint = nearest_names_hint(wanted, names) or "`crosscase codes STUDY` lists them."
        if merged_into:
            hint = f"It was merged into “{merged_into[0].name}”."
        return NotFound(f"There is no code “{wanted}”.", slug="code-not-found", hint=hint)

    def _tell_apart(self, codes: Sequence[Code]) -> str:
        """How to name each of these codes: by its path, or by its id where two share a path."""
        paths = [self.path_of(code.id) for code in codes]
        if len(set(paths)) < len(paths):
            return f"Rename or merge them; their ids are {', '.join(code.id for code in codes)}."
        listed = [
            f"“{PATH_MARK.join(path)}”" if len(path) > 1 else f"“{_MARK} {path[0]}”"
            for path in paths
        ]
        return f"Say which, by its path: {', '.join(listed)}."

    def _is_at(self, code: Code, folded: Sequence[str], from_top: bool) -> bool:
        if _folded(code.name or "") != folded[-1]:
            return False
        path = [_folded(name) for name in self.path_of(code.id)]
        return path == list(folded) if from_top else path[-len(folded) :] == list(folded)

    def require_free_name(self, name: str, parent: Id | None, except_: Id | None = None) -> str:
        """The name, tidied; refused when empty, or taken by a sibling."""
        tidy = " ".join(name.split())
        if not tidy:
            raise MistakeOfUse("A code needs a name.", slug="empty-name")
        if ">" in tidy:
            raise MistakeOfUse(
                f"A code's name cannot hold “>” (“{tidy}”): paths are written with it.",
                slug="name-holds-path-mark",
            )
        for id_ in self.children_of(parent):
            sibling = self.codes[id_]
            if id_ != except_ and (sibling.name or "").casefold() == tidy.casefold():
                raise MistakeOfUse(
                    f"There is a code “{sibling.name}” there already.",
                    slug="name-taken",
                    hint="Choose another name, or merge the two (`crosscase codes merge`).",
                )
        return tidy

    def require_no_cycle(self, start: Id, end: Id, what: str) -> None:
        """Refuse an edge (a place or a merge) that would make a code stand below itself."""
        edges: dict[bytes, list[bytes]] = {}
        for code in self.everything.values():
            targets = edges.setdefault(bytes_of_id(code.id), [])
            if code.place is not None and code.place.parent is not None and code.id != start:
                targets.append(bytes_of_id(code.place.parent))
            if code.merged_into is not None:
                targets.append(bytes_of_id(code.merged_into))
        if would_close_a_cycle(edges, bytes_of_id(start), bytes_of_id(end)):
            names = (self.everything[start].name, self.everything[end].name)
            raise MistakeOfUse(
                f"“{names[0]}” cannot be {what} “{names[1]}”: it would stand below itself.",
                slug="code-cycle",
                hint=f"Move “{names[1]}” out from below “{names[0]}” first.",
            )

    def last_order_key(self, parent: Id | None) -> str | None:
        """The greatest order key among the children of a code."""
        keys = [
            place.order_key
            for id_ in self.children_of(parent)
            if (place := self.codes[id_].place) is not None
        ]
        return max(keys, default=None)


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()


def read_tree(reading: Reading) -> CodeTree:
    """The tree of all codes that show."""
    return reading.file.remember("code tree", SHOWING_KINDS, lambda: CodeTree.of(reading.all(Code)))
