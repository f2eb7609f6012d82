"""What a codebook file says: entries, and the tree they form, whichever way it is written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import count

from crosscase.errors import MistakeOfUse

__all__ = [
    "FIELDS",
    "CodebookEntry",
    "Draft",
    "entries_from_drafts",
    "in_tree_order",
    "joined_path",
    "split_path",
]

FIELDS = (
    "definition",
    "includes",
    "excludes",
    "example",
    "origin",
    "citation",
    "colour",
    "status",
)
_DEEPEST = 100
_SEPARATOR = re.compile(r"\s>\s")


def _on_one_line(name: str) -> str:
    return re.sub(r"\s*[\r\n]\s*", " ", name.strip())


@dataclass(frozen=True, slots=True)
class CodebookEntry:
    """One code with its place in the tree.

    Texts are trimmed, their line ends are line feeds, and a blank text is None; a name
    stands on one line.
    """

    path: tuple[str, ...]
    definition: str | None = None
    includes: str | None = None
    excludes: str | None = None
    example: str | None = None
    origin: str | None = None
    citation: str | None = None
    colour: str | None = None
    status: str | None = None

    def __post_init__(self) -> None:
        path = tuple(_on_one_line(name) for name in self.path)
        if not path or not all(path):
            raise MistakeOfUse("A code in a codebook has no name.", slug="nameless-code")
        object.__setattr__(self, "path", path)
        for named in FIELDS:
            text: str | None = getattr(self, named)
            if text is not None:
                text = text.replace("\r\n", "\n").replace("\r", "\n").strip() or None
                object.__setattr__(self, named, text)
            if any("\0" in part for part in (*path, text or "")):
                raise MistakeOfUse(f"The code “{path[-1]}” holds a NUL character.")

    def texts(self) -> dict[str, str]:
        """The fields that say something, in the order of ``FIELDS``."""
        return {named: text for named in FIELDS if (text := getattr(self, named)) is not None}


@dataclass(slots=True)
class Draft:
    """A code as a file states it, before its place in the tree is known.

    ``parent`` is what the file calls the parent; ``inside`` the draft it is nested in.
    """

    line: int
    name: str
    parent: str | None = None
    inside: Draft | None = None
    texts: dict[str, str] = field(default_factory=dict)
    path: tuple[str, ...] | None = None


def joined_path(path: Sequence[str]) -> str:
    """A path as files write it: ``Access > Cost``; marks in names are escaped by ``\\``."""
    return " > ".join(name.replace("\\", "\\\\").replace(">", "\\>") for name in path)


def split_path(written: str) -> tuple[str, ...]:
    """The names in a written path."""
    names: list[str] = []
    at = 0
    for mark in _SEPARATOR.finditer(written):
        names.append(written[at : mark.end() - 3])
        at = mark.end()
    names.append(written[at:])
    return tuple(_on_one_line(re.sub(r"\\([\\>])", r"\1", name)) for name in names)


def _shown(draft: Draft) -> str:
    return f"“{draft.name}” (line {draft.line})"


def _candidates(draft: Draft, by_name: dict[str, list[Draft]]) -> list[Draft]:
    assert draft.parent is not None
    last = split_path(draft.parent)[-1]
    found = by_name.get(last, []) or by_name.get(draft.parent.strip(), [])
    return [other for other in found if other is not draft]


def _place(draft: Draft, by_name: dict[str, list[Draft]], known: set[tuple[str, ...]]) -> bool:
    """Give a draft its path when its parent's is known; tells whether it did."""
    if draft.inside is not None:
        if draft.inside.path is None:
            return False
        draft.path = (*draft.inside.path, draft.name)
        return True
    if draft.parent is None:
        draft.path = (draft.name,)
        return True
    wanted = split_path(draft.parent)
    if wanted in known:
        draft.path = (*wanted, draft.name)
        return True
    candidates = _candidates(draft, by_name)
    if any(other.path is None for other in candidates):
        return False
    whole = (draft.parent.strip(),)
    fitting = {
        other.path
        for other in candidates
        if other.path is not None
        and (other.path[-len(wanted) :] == wanted or other.path[-1:] == whole)
    }
    if len(fitting) > 1:
        listed = "; ".join(f"“{joined_path(path)}”" for path in sorted(fitting))
        raise MistakeOfUse(
            f"The parent “{draft.parent}” of {_shown(draft)} may be one of several: {listed}.",
            hint="Write the parent as its whole path.",
            slug="unclear-parent",
        )
    if not fitting:
        if any(other is draft for other in by_name.get(wanted[-1], [])) and not candidates:
            raise _cycle([draft])
        raise MistakeOfUse(
            f"The parent “{draft.parent}” of {_shown(draft)} is not in the codebook.",
            hint="Add a line for the parent, or mend its name.",
            slug="unknown-parent",
        )
    draft.path = (*fitting.pop(), draft.name)
    return True


def _cycle(drafts: list[Draft]) -> MistakeOfUse:
    listed = ", ".join(_shown(draft) for draft in drafts)
    what = "is its own parent" if len(drafts) == 1 else "are each other's parents"
    return MistakeOfUse(
        f"These codes go round in a circle: {listed} {what}.",
        hint="Let one of them have no parent, or another.",
        slug="circle-of-parents",
    )


def _found_cycle(stuck: list[Draft], by_name: dict[str, list[Draft]]) -> MistakeOfUse:
    trail: list[Draft] = []
    at = stuck[0]
    while all(at is not seen for seen in trail):
        trail.append(at)
        if at.inside is not None:
            at = at.inside
        else:
            at = next(other for other in _candidates(at, by_name) if other.path is None)
    start = next(n for n, seen in enumerate(trail) if seen is at)
    return _cycle(sorted(trail[start:], key=lambda draft: draft.line))


def entries_from_drafts(drafts: Sequence[Draft]) -> tuple[CodebookEntry, ...]:
    """Find each code's place in the tree.

    Args:
        drafts: the codes as a file states them, in its order.

    Returns:
        The entries in tree order.

    Raises:
        MistakeOfUse: a parent is unknown or unclear, codes are each other's parents, or a
            code stands twice; the sentence names the codes and their lines.
    """
    by_name: dict[str, list[Draft]] = {}
    for draft in drafts:
        draft.name = _on_one_line(draft.name)
        by_name.setdefault(draft.name, []).append(draft)
    known: set[tuple[str, ...]] = set()
    waiting = list(drafts)
    for depth in count(1):
        if not waiting:
            break
        if depth > _DEEPEST:
            raise MistakeOfUse(
                f"{_shown(waiting[0])} stands more than {_DEEPEST} levels deep.",
                hint="Check the parents.",
                slug="too-deep",
            )
        still: list[Draft] = []
        for draft in waiting:
            if not _place(draft, by_name, known):
                still.append(draft)
            elif draft.path is not None:
                known.add(draft.path)
        if len(still) == len(waiting):
            raise _found_cycle(still, by_name)
        waiting = still
    first: dict[tuple[str, ...], Draft] = {}
    for draft in drafts:
        assert draft.path is not None
        other = first.setdefault(draft.path, draft)
        if other is not draft:
            raise MistakeOfUse(
                f"The code “{joined_path(draft.path)}” stands twice: in line {other.line} "
                f"and in line {draft.line}.",
                hint="Keep one of them, or give one another name.",
                slug="code-twice",
            )
    return in_tree_order(
        CodebookEntry(draft.path, **draft.texts) for draft in drafts if draft.path is not None
    )


def in_tree_order(entries: Iterable[CodebookEntry]) -> tuple[CodebookEntry, ...]:
    """The entries with each code followed by those below it, siblings in the order given.

    Raises:
        MistakeOfUse: a path stands twice, or the code above one is missing.
    """
    children: dict[tuple[str, ...], list[CodebookEntry]] = {}
    paths: set[tuple[str, ...]] = set()
    for entry in entries:
        if entry.path in paths:
            raise MistakeOfUse(
                f"The code “{joined_path(entry.path)}” stands twice.", slug="code-twice"
            )
        paths.add(entry.path)
        children.setdefault(entry.path[:-1], []).append(entry)
    for above in children:
        if above and above not in paths:
            orphan = children[above][0].path
            raise MistakeOfUse(
                f"The code “{joined_path(above)}”, above “{joined_path(orphan)}”, "
                "is not in the codebook.",
                slug="unknown-parent",
            )
    ordered: list[CodebookEntry] = []
    stack = children.get((), [])[::-1]
    while stack:
        entry = stack.pop()
        ordered.append(entry)
        stack.extend(children.get(entry.path, [])[::-1])
    return tuple(ordered)
