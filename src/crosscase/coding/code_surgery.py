"""The rules of changing the codebook: what a code may say, and how codes move, split, return."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from crosscase.coding.coding_rules import require_usable
from crosscase.errors import MistakeOfUse
from crosscase.log.records import DraftChange
from crosscase.model.fields import Passage, Place
from crosscase.model.ids import Id
from crosscase.model.nouns import Code, Coding
from crosscase.store.code_tree import CodeTree, order_key_after
from crosscase.store.session import Reading, changed, made

__all__ = [
    "ORIGINS",
    "checked_colour",
    "checked_description",
    "checked_origin",
    "new_code",
    "placed",
    "require_mergeable",
    "require_restorable",
    "split_parts",
]

ORIGINS = ("deductive", "inductive", "in vivo")
_DESCRIPTIVE = (
    "definition", "includes", "excludes", "example", "origin", "citation", "colour",
    "first_incident", "codable",
)  # fmt: skip
_COLOUR = re.compile(r"#?(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)


def checked_origin(origin: str | None) -> str | None:
    """Where a code comes from, as it is stored; refused when it is none of the three."""
    if origin is None or not origin.strip():
        return None
    folded = " ".join(re.sub("[-_]", " ", origin).casefold().split())
    if folded not in ORIGINS:
        raise MistakeOfUse(
            f"“{origin}” is no origin of a code.",
            slug="unknown-origin",
            hint=f"Say {', '.join(ORIGINS)}.",
        )
    return folded


def checked_colour(colour: str | None) -> str | None:
    """A colour as ``#RRGGBB``; refused when it is not written in that way."""
    if colour is None or not colour.strip():
        return None
    if not _COLOUR.fullmatch(colour.strip()):
        raise MistakeOfUse(
            f"“{colour}” is no colour.",
            slug="unknown-colour",
            hint="Write it as six hexadecimal digits, such as #E69F00.",
        )
    digits = colour.strip().lstrip("#").upper()
    return "#" + (digits if len(digits) == 6 else "".join(each * 2 for each in digits))


def checked_description(description: Mapping[str, Any]) -> dict[str, Any]:
    """The descriptive fields of a code; unknown fields, origins and colours are refused."""
    fields = dict(description)
    for name in fields:
        if name not in _DESCRIPTIVE:
            raise MistakeOfUse(
                f"A code has no “{name}”.",
                slug="unknown-field",
                hint=f"It has {', '.join(_DESCRIPTIVE)}.",
            )
    if "origin" in fields:
        fields["origin"] = checked_origin(fields["origin"])
    if "colour" in fields:
        fields["colour"] = checked_colour(fields["colour"])
    incident = fields.get("first_incident")
    if incident is not None:
        fields["first_incident"] = Passage(*incident)
    return fields


def new_code(
    tree: CodeTree, id_: Id, name: str, parent: Id | None, description: Mapping[str, Any]
) -> DraftChange:
    """The change that makes a code, last below its parent (None: at the top)."""
    tidy = tree.require_free_name(name, parent)
    place = Place(parent, order_key_after(tree.last_order_key(parent)))
    return made(Code, id_, name=tidy, place=place, **checked_description(description))


def require_mergeable(tree: CodeTree, code: str, into: str) -> tuple[Code, Code]:
    """The two codes of a merge; refused when they are one, or one would stand below itself."""
    one, other = tree.find(code), tree.find(into)
    if one.id == other.id:
        raise MistakeOfUse(
            f"“{one.name}” is the same code.", slug="same-code", hint="Name two codes."
        )
    tree.require_no_cycle(one.id, other.id, "merged into")
    return one, other


def require_restorable(tree: CodeTree, code: Code) -> None:
    """Refuse to bring a code back below one that is removed, or beside one of its name."""
    parent = None if code.place is None else code.place.parent
    if parent is not None:
        parent = tree.read_as(parent)
        if parent not in tree.codes:
            raise MistakeOfUse(
                f"“{code.name}” stands below a code that is removed.",
                slug="stands-on-hidden",
                hint="Restore that one first; what stands below it comes back with it.",
            )
    tree.require_free_name(code.name, parent, code.id)


def placed(
    tree: CodeTree, code: Id, parent: Id | None, before: Id | None
) -> tuple[DraftChange, ...]:
    """The changes that put a code at its place; siblings get new order keys only when needed."""
    if before is None:
        siblings = [id_ for id_ in tree.children_of(parent) if id_ != code]
        if tree.children_of(parent) == (*siblings, code):
            return ()
        last = max(
            (p.order_key for s in siblings if (p := tree.codes[s].place) is not None), default=None
        )
        return (changed(Code, code, place=Place(parent, order_key_after(last))),)
    if before not in tree.children_of(parent):
        raise MistakeOfUse(
            f"“{tree.codes[before].name}” does not stand there.",
            slug="not-a-sibling",
            hint="Name a code right below the same parent.",
        )
    ordered: list[Id] = []
    for sibling in tree.children_of(parent):
        if sibling == before:
            ordered.append(code)
        if sibling != code:
            ordered.append(sibling)
    if tree.children_of(parent) == tuple(ordered):
        return ()
    changes = []
    for number, id_ in enumerate(ordered, 1):
        place = Place(parent, f"a{number * 10:05d}")
        if tree.codes[id_].place != place:
            changes.append(changed(Code, id_, place=place))
    return tuple(changes)


def split_parts(
    reading: Reading,
    tree: CodeTree,
    old: Code,
    parts: Sequence[tuple[str, Sequence[Id]]],
    new_ids: Mapping[str, Id],
) -> tuple[DraftChange, ...]:
    """The changes of a split: new codes, re-coded codings, and the old code retired."""
    _require_parts(old, parts)
    parent = tree.parent_of(old)
    siblings = {
        tree.codes[id_].name.casefold(): tree.codes[id_] for id_ in tree.children_of(parent)
    }
    key = tree.last_order_key(parent)
    of_old = _rows_of_code(reading, old.id)
    changes: list[DraftChange] = []
    targets: list[Id] = []
    for name, codings in parts:
        known = siblings.get(" ".join(name.split()).casefold())
        if known is not None:
            require_usable(known)
            target = known.id
        else:
            target, key = new_ids[name], order_key_after(key)
            tidy = tree.require_free_name(name, parent)
            changes.append(made(Code, target, name=tidy, place=Place(parent, key)))
        targets.append(target)
        for coding in codings:
            if reading.row(reading.get(Coding, coding).code) not in of_old:
                raise MistakeOfUse(
                    f"One of the codings listed for “{name}” is not coded as “{old.name}”.",
                    slug="not-of-this-code",
                )
            changes.append(changed(Coding, coding, code=target))
    changes.append(changed(Code, old.id, status="retired", split_into=tuple(targets)))
    return tuple(changes)


def _rows_of_code(reading: Reading, code: Id) -> set[int | None]:
    """The rows under which a code's codings may be recorded: its own, and those merged into it."""
    row = reading.row(code)
    redirects = reading.showing().code_read_as
    return {row, *(merged for merged, target in redirects.items() if target == row)}


def _require_parts(old: Code, parts: Sequence[tuple[str, Sequence[Id]]]) -> None:
    """Refuse parts that are too few, share a name, or claim one coding twice."""
    if len(parts) < 2:
        raise MistakeOfUse(
            f"“{old.name}” would be split into {len(parts)}.",
            slug="split-into-one",
            hint="Name two parts or more; renaming and moving are verbs of their own.",
        )
    folded = [" ".join(name.split()).casefold() for name, _ in parts]
    if old.name.casefold() in folded:
        raise MistakeOfUse(
            f"A part cannot be called “{old.name}” too: the old code is kept, retired.",
            slug="name-taken",
            hint="Rename the old code first, or choose another name for the part.",
        )
    if len(set(folded)) < len(folded):
        raise MistakeOfUse(f"Two parts of “{old.name}” have the same name.", slug="part-twice")
    listed = [coding for _, codings in parts for coding in codings]
    if len(set(listed)) < len(listed):
        raise MistakeOfUse(
            f"A coding is listed for two parts of “{old.name}”.",
            slug="coding-twice",
            hint="List each coding once; copies can be coded with the second part afterwards.",
        )
