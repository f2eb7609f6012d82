"""One element of a REFI-QDA file as it is read: what is taken, what is unusual, what is left."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from crosscase.formats.refi_qda.records import Aside, Oddity, Provenance
from crosscase.model.ids import derived_id

__all__ = ["Node", "Oddities", "canonical_reference", "local_name", "provenance_of"]

_GUID = re.compile(r"\{?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}?", re.IGNORECASE)
_COLOUR = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)
_TRUTHS = {"true": True, "1": True, "false": False, "0": False}
_SAID = {
    "guid-missing": "Something has no GUID; it was told apart by its place.",
    "guid-malformed": "A GUID is not written as one; it was taken as it is.",
    "guid-twice": "Two things of one kind have the same GUID; they were told apart by their order.",
    "guid-in-two-kinds": "Things of different kinds share a GUID.",
    "guid-braced": "A GUID is written in braces.",
    "guid-cases-mixed": "GUIDs are written both in upper and in lower case.",
    "wrong-order": "The parts of an element stand in another order than the standard's.",
    "other-namespace": "Elements are in a namespace that is not the standard's.",
    "number-missing": "A place lacks a number, so it is not known where it is.",
    "truth-missing": "A code does not say whether it may be coded with; it was taken to be so.",
    "colour-unreadable": "A colour is not written as #RRGGBB; it was kept as it is written.",
    "description-as-attribute": "A description stands as an attribute.",
    "member-by-guid": "A member of a set is named by guid in place of targetGUID.",
    "case-unnamed": "A case has no name.",
    "controls-removed": "Control characters that XML does not allow were taken out.",
    "unknown": "There is something that the standard does not name; it was kept aside.",
}


_NAMES_HELD = 1_000
_REFERENCES_HELD = 10_000


@lru_cache(_NAMES_HELD)
def local_name(tag: Any) -> str:
    """The name of an element or attribute without its namespace."""
    text = tag if isinstance(tag, str) else ""
    return text.rpartition("}")[2]


class Oddities:
    """What was unusual in a file, counted; the GUIDs and elements met, and what stood nowhere."""

    def __init__(self, fingerprint: str) -> None:
        self._fingerprint = fingerprint
        self.is_codebook = False
        self._found: Counter[str] = Counter()
        self.elements: Counter[str] = Counter()
        self._first: dict[str, str] = {}
        self._again: dict[str, Counter[str]] = {}
        self._cases: set[str] = set()
        self.strays: list[str] = []

    def tell(self, slug: str) -> None:
        """Count something unusual."""
        self._found[slug] += 1

    def identify(self, kind: str, written: str | None) -> str:
        """The GUID of an element in one spelling; a missing one is made from its place."""
        stripped = "" if written is None else written.strip()
        if not stripped:
            self.tell("guid-missing")
            return derived_id(self._fingerprint, kind, str(self.elements[kind]))
        match = _GUID.fullmatch(stripped)
        if match is None:
            self.tell("guid-malformed")
            guid = stripped.casefold()
        else:
            digits = match[1]
            guid = digits.lower()
            if stripped is not digits and stripped.startswith("{"):
                self.tell("guid-braced")
            if guid != digits:
                self._cases.add("upper" if digits.isupper() else "both")
            elif digits.islower():
                self._cases.add("lower")
        return self._told_apart(kind, guid)

    def _told_apart(self, kind: str, guid: str) -> str:
        first = self._first.get(guid)
        if first is None:
            self._first[guid] = kind
            return guid
        # Nearly every GUID is met once: only those that are met again are counted.
        kinds = self._again.setdefault(guid, Counter({first: 1}))
        if kind not in kinds:
            self.tell("guid-in-two-kinds")
        kinds[kind] += 1
        if kinds[kind] > 1:
            self.tell("guid-twice")
            return derived_id(guid, kind, str(kinds[kind]))
        return guid

    def all(self) -> tuple[Oddity, ...]:
        """The oddities, in one order."""
        if len(self._cases) > 1 or "both" in self._cases:
            self._found["guid-cases-mixed"] = 1
        return tuple(Oddity(slug, _SAID[slug], self._found[slug]) for slug in sorted(self._found))


@lru_cache(_REFERENCES_HELD)
def canonical_reference(written: str | None) -> str | None:
    """A GUID that names another element, in the spelling that identifies it."""
    if written is None or not written.strip():
        return None
    match = _GUID.fullmatch(written.strip())
    return match[1].lower() if match else written.strip().casefold()


@lru_cache(_NAMES_HELD)
def _places(order: tuple[str, ...]) -> dict[str, int]:
    return {name: at for at, name in enumerate(order)}


@lru_cache(_REFERENCES_HELD)
def provenance_of(
    creator: str | None, created: str | None, modifier: str | None, modified: str | None
) -> Provenance:
    """Who made and changed something, and when, of these attributes as they are written."""
    # A selection and its coding mostly say the same: then it is one record.
    return Provenance(
        canonical_reference(creator), created, canonical_reference(modifier), modified
    )


class Node:
    """An element whose attributes and children are taken by name, so that the rest is known."""

    def __init__(self, element: Any, oddities: Oddities, order: tuple[str, ...] = ()) -> None:
        self.kind = local_name(element.tag)
        self._oddities = oddities
        # Where the schema of an instance lies is nothing that it says.
        self._attributes: dict[str, str] = {
            local_name(key): value
            for key, value in element.items()
            if key[0] != "{" or "XMLSchema-instance" not in key
        }
        # Held, so that each child is one object for as long as this node is read.
        self._ordered = list(element)
        self._children: dict[str, list[Any]] = {}
        if self._ordered:
            self._check_order(_places(order))

    def _check_order(self, places: dict[str, int]) -> None:
        last = 0
        wrong = False
        for child in self._ordered:
            name = local_name(child.tag)
            held = self._children.get(name)
            if held is None:
                self._children[name] = [child]
            else:
                held.append(child)
            at = places.get(name, last)
            wrong = wrong or at < last
            last = max(last, at)
        if wrong:
            self._oddities.tell("wrong-order")

    def attribute(self, name: str) -> str | None:
        """An attribute as it is written; None when it is absent."""
        found: str | None = self._attributes.pop(name, None)
        return found

    def guid(self) -> tuple[str, str | None]:
        """The GUID that identifies this element, and how it is written."""
        written = self.attribute("guid")
        return self._oddities.identify(self.kind, written), written

    def reference(self, name: str) -> str | None:
        """An attribute that names another element."""
        return canonical_reference(self.attribute(name))

    def number(self, name: str) -> int | None:
        """A whole number; None when it is missing or none."""
        written = (self.attribute(name) or "").strip()
        try:
            return int(written) if len(written) < 20 else None
        except ValueError:
            return None

    def numbers(self, *names: str) -> tuple[int, ...] | None:
        """Some whole numbers; None (and an oddity) when one is missing."""
        found = [self.number(name) for name in names]
        known = tuple(each for each in found if each is not None)
        if len(known) < len(found):
            self._oddities.tell("number-missing")
            return None
        return known

    def truth(self, name: str) -> bool:
        """A truth value; true (and an oddity) when it is not written as one."""
        written = (self.attribute(name) or "").strip().casefold()
        if written not in _TRUTHS:
            self._oddities.tell("truth-missing")
        return _TRUTHS.get(written, True)

    def colour(self) -> str | None:
        """The colour; one that is written in another way stays among what is kept aside."""
        written = self._attributes.get("color")
        if written is None or _COLOUR.fullmatch(written.strip()):
            return self.attribute("color")
        self._oddities.tell("colour-unreadable")
        return None

    def provenance(self) -> Provenance:
        """Who made and changed it, and when."""
        return provenance_of(
            self.attribute("creatingUser"),
            self.attribute("creationDateTime"),
            self.attribute("modifyingUser"),
            self.attribute("modifiedDateTime"),
        )

    def text(self, name: str) -> str | None:
        """The text of the first child of a name; None when there is none, or it is empty."""
        found = self._children.pop(name, None)
        if found is None:
            return None
        if len(found) > 1:
            self._children[name] = found[1:]
        return "".join(found[0].itertext()) or None

    def description(self) -> str | None:
        """What it says of itself, as an element or (in some files) as an attribute."""
        said = self.text("Description")
        attribute = self.attribute("description")
        if attribute is not None:
            self._oddities.tell("description-as-attribute")
        return said or attribute or None

    def children(self, *names: str) -> Iterator[Any]:
        """The children of these names, in the order in which they stand there."""
        if len(names) == 1:
            return iter(self._children.pop(names[0], ()))
        wanted = {id(each) for name in names for each in self._children.pop(name, ())}
        return (each for each in self._ordered if id(each) in wanted)

    def first(self, name: str) -> list[Any]:
        """The first child of a name (or none); further ones are none that the standard has."""
        found = self._children.pop(name, [])
        if len(found) > 1:
            self._children[name] = found[1:]
        return found[:1]

    def references(self, name: str) -> tuple[str, ...]:
        """What the children of a name point to; each is counted."""
        return tuple([self.target(name, child) for child in self.children(name)])

    def target(self, name: str, child: Any) -> str:
        """What a child points to, counted."""
        self._oddities.elements[name] += 1
        target = child.get("targetGUID")
        if target is None:
            attributes = {local_name(key): value for key, value in child.items()}
            target = attributes.get("targetGUID")
            if target is None and "guid" in attributes:
                if name.startswith("Member") and not self._oddities.is_codebook:
                    self._oddities.tell("member-by-guid")
                target = attributes["guid"]
        return canonical_reference(target) or ""

    def stray(self) -> None:
        """What was not taken from an element that only holds others goes to the project."""
        left = self.rest()
        if left is not None:
            self._oddities.strays += left.elements

    def rest(self) -> Aside | None:
        """What was not taken: it is nothing that the standard names."""
        if not self._children and not self._attributes:
            return None
        from lxml import etree

        elements = tuple(
            etree.tostring(child, encoding="unicode", with_tail=False)
            for children in self._children.values()
            for child in children
        )
        self._oddities.tell("unknown")
        self._oddities.elements["other"] += len(elements)
        return Aside(dict(self._attributes), elements)
