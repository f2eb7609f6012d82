"""The rules of coding: what one coding may say, whose it is, and which ones say the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from crosscase.coding.quotes import find_quote
from crosscase.errors import CrosscaseError, MistakeOfUse
from crosscase.log.canonical import encode
from crosscase.log.records import DraftChange
from crosscase.model.ids import Id, id_of_bytes
from crosscase.model.nouns import Code, Coder
from crosscase.model.regions import Region
from crosscase.store.code_tree import CodeTree
from crosscase.store.coding_blocks import FLAG_HIDDEN, number_of_region, read_blocks
from crosscase.store.session import Reading, Session, coder_id, made
from crosscase.store.source_texts import SourceText

__all__ = [
    "BASES",
    "VALENCES",
    "CodingRow",
    "ImportedCodings",
    "KnownCodings",
    "checked",
    "find_same",
    "find_usable",
    "place_of_passage",
    "require_usable",
    "resolve_coder",
]

VALENCES = ("enabling", "constraining", "mixed")
BASES = ("asserted", "inferred")


@dataclass(frozen=True, slots=True)
class CodingRow:
    """One coding to be imported: where it lies (quote, offsets or region), and what it says."""

    source: str
    code: str
    quote: str | None = None
    start_char: int | None = None
    end_char: int | None = None
    coder: str | None = None
    valence: str | None = None
    basis: str | None = None
    region: Sequence[int] | None = None


@dataclass(frozen=True, slots=True)
class ImportedCodings:
    """What an import of codings did: how many came in, and the rows that did not, with why.

    Rows are counted from 1.
    """

    codings: int
    already_there: int
    refused: tuple[tuple[int, CrosscaseError], ...]


def checked(name: str, value: str | None, allowed: Sequence[str]) -> str | None:
    """A value from a short list, or None; refused otherwise."""
    if value is None or value == "":
        return None
    if value not in allowed:
        raise MistakeOfUse(
            f"“{value}” is no {name}.",
            slug=f"unknown-{name.replace(' ', '-')}",
            hint=f"Say {', '.join(allowed)}.",
        )
    return value


def require_usable(code: Code) -> None:
    """Refuse to code with a code that is retired or only a heading."""
    if code.status == "retired":
        raise MistakeOfUse(
            f"The code “{code.name}” is retired.",
            slug="code-retired",
            hint="Take it back into use with `crosscase codes reopen`, or choose another.",
        )
    if code.codable is False:
        raise MistakeOfUse(
            f"The code “{code.name}” is a heading only.",
            slug="code-not-codable",
            hint="Use one below it.",
        )


def find_usable(tree: CodeTree, wanted: str) -> Code:
    """The code of this name, path or id, if passages may be coded with it."""
    found = tree.find(wanted)
    require_usable(found)
    return found


def resolve_coder(
    session: Session, reading: Reading, coder: str | None
) -> tuple[Id | None, tuple[DraftChange, ...]]:
    """The coder's id, and the change that adds them when they are new.

    A name that a coder bears now comes first; the name that they were added under goes on
    meaning them after they are renamed.
    """
    name = " ".join((coder or "").split())
    if not name:
        return session.person, ()
    coders = reading.by_id(Coder)
    if name in coders:
        return name, ()
    id_ = coder_id(session.study_id, name)
    bearing = [each.id for each in coders.values() if each.name.casefold() == name.casefold()]
    if id_ in bearing or not bearing:
        known = id_ in coders or id_ == session.person
        return id_, () if known else (made(Coder, id_, fresh=False, name=name),)
    if len(bearing) > 1:
        raise MistakeOfUse(
            f"{len(bearing)} coders are called “{name}”.",
            slug="coder-ambiguous",
            hint=f"Say which by its id: {', '.join(bearing)}.",
        )
    return bearing[0], ()


def _read_as(reading: Reading, code_row: int) -> list[int]:
    """A code's row and those of the codes that were merged into it."""
    redirects = reading.showing().code_read_as
    return [code_row, *(row for row, target in redirects.items() if target == code_row)]


def find_same(
    reading: Reading,
    source: Id,
    code: Id,
    coder: Id | None,
    start: int,
    end: int,
    region: Region | None = None,
) -> Id | None:
    """The coding that says the same already, or None; codes are read through merges."""
    import numpy as np

    source_row, code_row = reading.row(source), reading.row(code)
    coder_row = -1 if coder is None else reading.row(coder)
    if source_row is None or code_row is None or coder_row is None:
        return None
    _, lines = read_blocks(reading.file, [source_row])
    same = (
        (lines[:, 3] == start)
        & (lines[:, 4] == end)
        & (lines[:, 2] == coder_row)
        & ((lines[:, 5] & FLAG_HIDDEN) == 0)
        & (lines[:, 8] == _number(region))
        & np.isin(lines[:, 1], _read_as(reading, code_row))
    )
    hits = lines[same, 0].tolist()
    if not hits:
        return None
    return id_of_bytes(reading.file.ids_of_rows(reading.connection, hits)[hits[0]])


def _number(region: Region | None) -> int:
    return number_of_region(None if region is None else encode(list(region)))


class KnownCodings:
    """The codings of some sources, read once, to tell which of many new ones are there already."""

    def __init__(self, reading: Reading, sources: Iterable[Id]) -> None:
        rows = {id_: row for id_ in dict.fromkeys(sources) if (row := reading.row(id_)) is not None}
        self._reading = reading
        self._sources = rows
        self._row_of: dict[Id, int | Id] = {}
        owner, lines = read_blocks(reading.file, sorted(rows.values()))
        standing = (lines[:, 5] & FLAG_HIDDEN) == 0
        read_as = reading.showing().code_read_as
        codes = [read_as.get(row, row) for row in lines[standing, 1].tolist()]
        places = (lines[standing, column].tolist() for column in (2, 3, 4, 8))
        self._keys: set[tuple[int | Id, ...]] = set(
            zip(owner[standing].tolist(), codes, *places, strict=True)
        )

    def add(
        self,
        source: Id,
        code: Id,
        coder: Id | None,
        start: int,
        end: int,
        region: Region | None = None,
    ) -> bool:
        """Note one coding; False when it was known."""
        names = (self._sources[source], self._row(code), self._row(coder))
        key = (*names, start, end, _number(region))
        if key in self._keys:
            return False
        self._keys.add(key)
        return True

    def _row(self, id_: Id | None) -> int | Id:
        """The row of an id; the id itself while it has none."""
        if id_ is None:
            return -1
        if id_ not in self._row_of:
            row = self._reading.row(id_)
            self._row_of[id_] = id_ if row is None else row
        return self._row_of[id_]


def place_of_passage(
    text: SourceText,
    name: str,
    start_char: int | None,
    end_char: int | None,
    quote: str | None = None,
    prefix: str | None = None,
    suffix: str | None = None,
) -> tuple[int, int]:
    """The offsets of a passage that a person means, checked against the text.

    With a quote and offsets, the offsets hold when those words stand there; otherwise the
    quote is looked for.
    """
    if quote is not None:
        words = text.words()
        if start_char is not None and end_char is not None and 0 <= start_char < end_char:
            there = words[start_char:end_char]
            if there and there.split() == quote.split():
                return start_char, start_char + len(there)
        return find_quote(words, quote, prefix=prefix, suffix=suffix, where=f"“{name}”")
    if start_char is None or end_char is None:
        raise MistakeOfUse(
            "A passage needs its offsets (start_char and end_char) or its words (quote).",
            slug="no-passage",
        )
    if not 0 <= start_char < end_char <= text.chars:
        raise MistakeOfUse(
            f"{start_char}-{end_char} is no passage of “{name}”, "
            f"which has {text.chars:,} characters.",
            slug="passage-outside-text",
            hint="Offsets are half-open and count Unicode characters from 0.",
        )
    return start_char, end_char
