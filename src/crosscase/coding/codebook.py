"""The codebook as a whole: taken in from entries of a file, and given out again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from crosscase.coding.code_surgery import checked_colour, checked_origin
from crosscase.errors import CrosscaseError, MistakeOfUse
from crosscase.formats.codebook_entries import CodebookEntry
from crosscase.log.records import Draft, DraftChange
from crosscase.model.fields import Place
from crosscase.model.ids import Id
from crosscase.model.nouns import Code
from crosscase.store.code_tree import PATH_MARK, CodeTree, order_key_after, read_tree
from crosscase.store.session import Reading, Session, changed, made

__all__ = ["PALETTE", "Codebook", "ImportedCodebook", "free_colours"]

# Colours that people with any kind of colour vision tell apart: Okabe and Ito's seven without
# black (2008), then Paul Tol's muted ones that differ from them.
PALETTE = (
    "#E69F00", "#56B4E9", "#009E73", "#CC79A7", "#0072B2", "#D55E00", "#F0E442",
    "#332288", "#882255", "#999933", "#44AA99", "#AA4499",
)  # fmt: skip
_TEXTS = ("definition", "includes", "excludes", "example", "citation")
_STATUS = {
    **dict.fromkeys(("active", "in use", "open"), None),
    "retired": "retired",
}

FoldedPath = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ImportedCodebook:
    """What an import of a codebook did, in codes; nothing is ever removed by one."""

    made: int
    updated: int
    unchanged: int


class Codebook:
    """The codebook of a study, as one thing."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def entries(self) -> list[CodebookEntry]:
        """Every code as an entry that can be written to a file, in the order of the codebook."""
        with self._session.reading() as reading:
            tree = read_tree(reading)
            return [_entry(tree, code) for _, code in tree.walk()]

    def import_entries(self, entries: Iterable[CodebookEntry]) -> ImportedCodebook:
        """Take in a codebook, as one operation.

        A code that stands at the same path gets what the entry says; what an entry leaves out
        stays as it is. New codes are made in the order of the entries, with the parents that
        they lack, and new codes at the top get a colour. Nothing is removed.
        """
        listed = list(entries)
        result: list[ImportedCodebook] = []

        def decide(reading: Reading) -> Draft | None:
            plan = _Import(self._session, read_tree(reading))
            for entry in listed:
                plan.take(entry)
            result.append(plan.report())
            changes = plan.changes()
            return Draft("codebook.imported", {"n": len(listed)}, changes) if changes else None

        self._session.record(decide)
        return result[0]

    def plan_import(self, entries: Iterable[CodebookEntry]) -> ImportedCodebook:
        """What ``import_entries`` would do; nothing is changed."""
        with self._session.reading() as reading:
            plan = _Import(self._session, read_tree(reading))
            for entry in entries:
                plan.take(entry)
            return plan.report()


def _entry(tree: CodeTree, code: Code) -> CodebookEntry:
    says = {name: getattr(code, name) for name in (*_TEXTS, "origin", "colour", "status")}
    return CodebookEntry(tree.path_of(code.id), **says)


def free_colours(codes: Iterable[Code], count: int) -> list[str]:
    """Colours for new top codes: those of the palette that are used least come first."""
    used = [code.colour for code in codes if code.colour is not None]
    chosen: list[str] = []
    for _ in range(count):
        taken = [*used, *chosen]
        chosen.append(min(PALETTE, key=lambda colour: (taken.count(colour), PALETTE.index(colour))))
    return chosen


def _folded(path: Sequence[str]) -> FoldedPath:
    return tuple(" ".join(name.split()).casefold() for name in path)


class _Import:
    """One import as it is planned: codes by their path, and the changes so far."""

    def __init__(self, session: Session, tree: CodeTree) -> None:
        self._session, self._tree = session, tree
        self._at: dict[FoldedPath, Id] = {}
        self._shared: set[FoldedPath] = set()
        for _, code in tree.walk():
            path = _folded(tree.path_of(code.id))
            if path in self._at:
                self._shared.add(path)
            self._at[path] = code.id
        self._seen: set[FoldedPath] = set()
        self._last_key: dict[Id | None, str | None] = {}
        self._new: dict[Id, dict[str, Any]] = {}
        self._updated: dict[Id, dict[str, Any]] = {}

    def take(self, entry: CodebookEntry) -> None:
        """Plan what one entry asks for."""
        path = _folded(entry.path)
        named = PATH_MARK.join(entry.path)
        if path in self._seen:
            raise MistakeOfUse(
                f"The code “{named}” stands twice in the codebook.",
                slug="code-twice",
                hint="Keep one of them, or give one another name.",
            )
        if path in self._shared:
            raise MistakeOfUse(
                f"Two codes of the study are called “{named}”.",
                slug="code-ambiguous",
                hint="Rename one of them or merge the two, then import again.",
            )
        self._seen.add(path)
        says = _checked(entry, named)
        id_ = self._at.get(path)
        if id_ is None:
            self._new[self._make(entry.path)] |= says
        elif id_ in self._new:  # made before as the parent of another entry
            self._new[id_] |= says
        else:
            code = self._tree.codes[id_]
            new = {name: value for name, value in says.items() if getattr(code, name) != value}
            if new:
                self._updated[id_] = new

    def _make(self, path: Sequence[str]) -> Id:
        """Plan a new code, and the parents that it lacks."""
        above = path[:-1]
        parent = None
        if above:
            parent = self._at.get(_folded(above)) or self._make(above)
        name = self._tree.require_free_name(path[-1], parent)
        if parent not in self._last_key:
            self._last_key[parent] = self._tree.last_order_key(parent)
        key = order_key_after(self._last_key[parent])
        self._last_key[parent] = key
        id_ = self._session.ids()
        self._at[_folded(path)] = id_
        self._new[id_] = {"name": name, "place": Place(parent, key)}
        return id_

    def report(self) -> ImportedCodebook:
        """What the import would do."""
        known = len(self._seen & {path for path, id_ in self._at.items() if id_ not in self._new})
        return ImportedCodebook(len(self._new), len(self._updated), known - len(self._updated))

    def changes(self) -> tuple[DraftChange, ...]:
        """The changes of the import; new top codes without a colour get one."""
        bare = [
            fields
            for fields in self._new.values()
            if fields["place"].parent is None and fields.get("colour") is None
        ]
        coloured = [fields["colour"] for fields in self._new.values() if fields.get("colour")]
        taken = [*self._tree.codes.values(), *(Code(id="", name="", colour=c) for c in coloured)]
        for fields, colour in zip(bare, free_colours(taken, len(bare)), strict=True):
            fields["colour"] = colour
        return (
            *(made(Code, id_, **fields) for id_, fields in self._new.items()),
            *(changed(Code, id_, **fields) for id_, fields in self._updated.items()),
        )


def _checked(entry: CodebookEntry, named: str) -> Mapping[str, Any]:
    """What an entry says, field by field; errors name the code."""
    says: dict[str, Any] = {
        name: text for name in _TEXTS if (text := getattr(entry, name)) is not None
    }
    try:
        origin, colour = checked_origin(entry.origin), checked_colour(entry.colour)
    except CrosscaseError as error:
        raise type(error)(
            f"The code “{named}”: {error.sentence}", hint=error.hint, slug=error.slug
        ) from error
    if origin is not None:
        says["origin"] = origin
    if colour is not None:
        says["colour"] = colour
    if entry.status is not None:
        status = entry.status.strip().casefold()
        if status not in _STATUS:
            raise MistakeOfUse(
                f"The code “{named}”: “{entry.status}” is no status.",
                slug="unknown-status",
                hint="Say active or retired.",
            )
        says["status"] = _STATUS[status]
    return says
