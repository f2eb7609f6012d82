"""The verbs of links: typed relations between any two things, with passages as evidence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from crosscase.coding.carried_passages import CurrentPassage, CurrentTexts
from crosscase.coding.coding_rules import BASES, checked, place_of_passage
from crosscase.coding.named_things import (
    Thing,
    checked_text,
    find_thing,
    name_of_thing,
    tidy_name,
)
from crosscase.errors import MistakeOfUse
from crosscase.log.records import Draft
from crosscase.model.fields import Ends, Passage
from crosscase.model.ids import Id
from crosscase.model.nouns import Code, Evidence, Link
from crosscase.store.blobs import blob_hash, read_text_blobs
from crosscase.store.reading import find_entities
from crosscase.store.recording import Recorded
from crosscase.store.removed_things import find_removed
from crosscase.store.session import Reading, Session, changed, dropped, made
from crosscase.store.source_names import find_source
from crosscase.store.source_texts import source_text

if TYPE_CHECKING:
    from crosscase.coding.link_tables import ImportedLinks

__all__ = [
    "SIGNS",
    "LinkEvidence",
    "LinkWithEvidence",
    "Links",
    "checked_says",
    "stored_says",
    "with_evidence",
]

SIGNS = ("+", "-", "mixed")


@dataclass(frozen=True, slots=True)
class LinkEvidence:
    """One passage behind a link, where it lies now; ``against`` when it speaks against it."""

    id: Id
    passage: CurrentPassage
    against: bool


@dataclass(frozen=True, slots=True)
class LinkWithEvidence:
    """A link with the names and kinds of its ends, its evidence, and its mechanism in words."""

    link: Link
    start_name: str
    end_name: str
    evidence: tuple[LinkEvidence, ...]
    start_kind: str = ""
    end_kind: str = ""
    mechanism: str | None = None


class Links:
    """All links of a study."""

    def __init__(self, session: Session) -> None:
        self._session = session

    # -- reading -----------------------------------------------------------------------

    def all(self, *, link_type: str | None = None) -> list[LinkWithEvidence]:
        """All links in the order in which they were made, or those of one type."""
        with self._session.reading() as reading:
            return with_evidence(
                reading,
                [
                    link
                    for link in reading.all(Link)
                    if link_type is None or link.link_type.casefold() == link_type.casefold()
                ],
            )

    def get(self, link: Id) -> LinkWithEvidence:
        """One link by its id."""
        with self._session.reading() as reading:
            return with_evidence(reading, [reading.get(Link, link)])[0]

    # -- linking -----------------------------------------------------------------------

    def add(
        self,
        start: Thing,
        end: Thing,
        link_type: str,
        *,
        directed: bool = True,
        sign: str | None = None,
        note: str | None = None,
        basis: str | None = None,
        mechanism: str | None = None,
    ) -> Link:
        """Link two things.

        Each end is an id, a kind with a name, or a name alone. The same link twice is one link:
        adding it again returns the one that is there.
        """
        id_ = self._session.ids()
        there: list[Id] = []
        says, blobs = stored_says(
            checked_says(
                link_type=link_type,
                directed=directed,
                sign=sign,
                note=note,
                basis=basis,
                mechanism=mechanism,
            )
        )

        def decide(reading: Reading) -> Draft | None:
            one, other = find_thing(reading, start), find_thing(reading, end)
            if one.id == other.id:
                raise MistakeOfUse(
                    f"“{name_of_thing(one)}” cannot be linked with itself.", slug="same-ends"
                )
            ends = Ends(one.id, other.id)
            there.extend(_same_links(reading, ends, says))
            if there:
                return None
            values = {"start": one.id, "end": other.id}
            return Draft("link.added", values, (made(Link, id_, ends=ends, **says),), blobs)

        self._session.record(decide)
        return self.get(there[0] if there else id_).link

    def change(self, link: Id, **says: Any) -> Recorded | None:
        """Change the link_type, directed, sign, note, basis or mechanism of a link; None clears."""
        fields, blobs = stored_says(checked_says(**says))

        def decide(reading: Reading) -> Draft | None:
            found = reading.get(Link, link)
            new = {name: value for name, value in fields.items() if getattr(found, name) != value}
            if not new:
                return None
            return Draft("link.changed", _ends(found), (changed(Link, link, **new),), blobs)

        return self._session.record(decide)

    def remove(self, link: Id) -> Recorded | None:
        """Drop a link; its evidence is hidden with it."""

        def decide(reading: Reading) -> Draft | None:
            found = reading.get(Link, link)
            if found.dropped:
                return None
            return Draft("link.removed", _ends(found), (dropped(Link, link),))

        return self._session.record(decide)

    def restore(self, link: Id) -> Recorded | None:
        """Bring a dropped link back with its evidence, by its id."""

        def decide(reading: Reading) -> Draft | None:
            found = find_removed(reading, Link, link)
            if found is None:
                return None
            return Draft("link.restored", _ends(found), (dropped(Link, found.id, False),))

        return self._session.record(decide)

    def import_table(
        self,
        columns: Sequence[str],
        rows: Sequence[Sequence[Any]],
        *,
        basis: str | None = None,
        lines: Sequence[int] | None = None,
        strict: bool = False,
        dry_run: bool = False,
    ) -> ImportedLinks:
        """Take links with their evidence from the rows of a table, as one operation.

        Columns: from, to and link_type, and if wanted directed, sign, note, mechanism, basis
        (``basis`` is that of rows without one), and evidence as source with quote or start_char
        and end_char.
        Rows that cannot be taken are listed; with ``strict`` the first one stops the import.
        """
        from crosscase.coding.link_tables import import_link_table

        return import_link_table(
            self._session,
            columns,
            rows,
            basis=basis,
            lines=lines,
            strict=strict,
            dry_run=dry_run,
        )

    # -- evidence ----------------------------------------------------------------------

    def add_evidence(
        self,
        link: Id,
        source: str,
        *,
        quote: str | None = None,
        start_char: int | None = None,
        end_char: int | None = None,
        prefix: str | None = None,
        suffix: str | None = None,
        against: bool = False,
    ) -> LinkEvidence:
        """Put a passage behind a link, by its words or its offsets, or against it."""
        id_ = self._session.ids()
        there: list[Id] = []

        def decide(reading: Reading) -> Draft | None:
            found = find_thing(reading, link)
            if not isinstance(found, Link):
                raise MistakeOfUse(f"“{link}” is not a link.", slug="not-a-link")
            at = find_source(reading, source)
            text = source_text(reading, at)
            start, end = place_of_passage(
                text, at.name, start_char, end_char, quote, prefix, suffix
            )
            carried = with_evidence(reading, [found])[0].evidence
            there.extend(
                each.id
                for each in carried
                if (each.passage.source, each.passage.start_char, each.passage.end_char)
                == (at.id, start, end)
                and each.against == against
            )
            if there:
                return None
            passage = Passage(text.revision, start, end)
            evidence = made(
                Evidence,
                id_,
                subject=found.id,
                source=at.id,
                passage=passage,
                against=against or None,
            )
            return Draft("evidence.added", {}, (evidence,))

        self._session.record(decide)
        wanted = there[0] if there else id_
        return next(each for each in self.get(link).evidence if each.id == wanted)

    def remove_evidence(self, evidence: Id) -> Recorded | None:
        """Take a passage away from its link."""

        def decide(reading: Reading) -> Draft | None:
            if reading.get(Evidence, evidence).dropped:
                return None
            return Draft("evidence.removed", {}, (dropped(Evidence, evidence),))

        return self._session.record(decide)


def _ends(link: Link) -> dict[str, Id]:
    return {"start": link.ends.start, "end": link.ends.end}


def checked_says(**says: Any) -> dict[str, Any]:
    """What a link says of itself, field by field; unknown fields and values are refused."""
    fields: dict[str, Any] = {}
    for name, value in says.items():
        match name:
            case "link_type":
                fields[name] = tidy_name(value or "", "type of link")
            case "directed":
                fields[name] = bool(value)
            case "sign":
                fields[name] = checked("sign", value, SIGNS)
            case "basis":
                fields[name] = checked("basis", value, BASES)
            case "note" | "mechanism":
                fields[name] = checked_text(value).strip() or None if value else None
            case _:
                raise MistakeOfUse(
                    f"A link has no “{name}”.",
                    slug="unknown-field",
                    hint="It has link_type, directed, sign, note, basis and mechanism.",
                )
    return fields


def stored_says(says: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, bytes]]:
    """What a link says as it is stored: its mechanism is a text by its hash; and these texts."""
    text = says.get("mechanism")
    if text is None:
        return dict(says), {}
    words = text.encode()
    return {**says, "mechanism": blob_hash(words)}, {blob_hash(words): words}


def _same_links(reading: Reading, ends: Ends, says: dict[str, Any]) -> list[Id]:
    """The links that join the same two things in the same way."""
    wanted = [ends] if says["directed"] else [ends, Ends(ends.end, ends.start)]
    return [
        link.id
        for link in reading.all(Link)
        if link.ends in wanted
        and link.link_type.casefold() == says["link_type"].casefold()
        and bool(link.directed) == says["directed"]
        and link.sign == says["sign"]
    ]


def with_evidence(reading: Reading, links: Sequence[Link]) -> list[LinkWithEvidence]:
    """Links with the names of their ends, and their evidence where it lies now."""
    texts = CurrentTexts(reading)
    by_link: dict[Id, list[LinkEvidence]] = {link.id: [] for link in links}
    for each in reading.all(Evidence):
        if each.subject in by_link:
            passage = texts.carry(each.passage)
            by_link[each.subject].append(LinkEvidence(each.id, passage, bool(each.against)))
    named = _names(reading, {id_ for link in links for id_ in link.ends})
    hashes = {link.id: bytes.fromhex(link.mechanism) for link in links if link.mechanism}
    words = read_text_blobs(reading.file, reading.connection, hashes.values())
    return [
        LinkWithEvidence(
            link,
            named[link.ends.start][1],
            named[link.ends.end][1],
            tuple(by_link[link.id]),
            named[link.ends.start][0],
            named[link.ends.end][0],
            words.get(hashes[link.id]) if link.id in hashes else None,
        )
        for link in links
    ]


def _names(reading: Reading, ends: Iterable[Id]) -> dict[Id, tuple[str, str]]:
    """The kinds and names of ends, looked up all at once; a merged code goes by its target's."""
    codes = reading.by_id(Code)
    read_as = {id_: _read_as(codes, id_) for id_ in ends}
    found = find_entities(reading.file, reading.connection, read_as.values())
    return {
        id_: (found[at][0].name, name_of_thing(found[at][1])) if at in found else ("", id_)
        for id_, at in read_as.items()
    }


def _read_as(codes: Mapping[Id, Code], id_: Id) -> Id:
    """The code that a merged one is read as; anything else as itself."""
    at, seen = id_, {id_}
    while at in codes:
        into = codes[at].merged_into
        if into is None or into not in codes or into in seen:
            break
        seen.add(into)
        at = into
    return at
