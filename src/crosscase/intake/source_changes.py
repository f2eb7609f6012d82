"""What storing sources changes: which are new, what they are called, changes and blobs."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from crosscase.errors import MistakeOfUse
from crosscase.intake.staging import StagedSource
from crosscase.log.records import Draft, DraftChange
from crosscase.model.ids import Id
from crosscase.model.nouns import Revision, Source
from crosscase.store.blobs import blob_hash
from crosscase.store.layout_bytes import layout_to_bytes
from crosscase.store.reading import list_withdrawn
from crosscase.store.recording import Recorded
from crosscase.store.session import Reading, Session, changed, made
from crosscase.store.source_names import find_source

__all__ = [
    "checked_day",
    "checked_language",
    "describe_source",
    "fresh_ones",
    "source_changes",
    "sources_by_file_hash",
]

_DESCRIPTIVE = ("name", "language", "date", "note", "quotable")

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_DAY = re.compile(r"(\d{4})(-\d{2}(-\d{2})?)?")


def checked_language(language: str | None) -> str | None:
    """A language tag such as en, en-GB or zh; None stays None."""
    if language is None or not language.strip():
        return None
    if not _LANGUAGE.fullmatch(language.strip()):
        raise MistakeOfUse(
            f"“{language}” is no language tag.",
            slug="not-a-language",
            hint="Say it by its short sign, such as en, en-GB, de or zh.",
        )
    return language.strip()


def checked_day(day: str | None) -> str | None:
    """A day, month or year as 2024-03-01, 2024-03 or 2024; None stays None."""
    if day is None or not day.strip():
        return None
    written = day.strip()
    match = _DAY.fullmatch(written)
    if match is not None:
        try:
            date.fromisoformat(
                written if match[3] else f"{written}-01" if match[2] else f"{written}-01-01"
            )
        except ValueError:
            match = None
    if match is None:
        raise MistakeOfUse(
            f"“{day}” is no day.",
            slug="not-a-day",
            hint="Write year, month and day: 2024-03-01; or 2024-03, or 2024.",
        )
    return written


def sources_by_file_hash(reading: Reading) -> dict[str, str]:
    """The names of the sources that came from files, by the SHA-256 of those files."""
    held = {each.file_hash: each.name for each in reading.all(Source) if each.file_hash}
    # What somebody took back does not come in again under another name.
    withdrawn = list_withdrawn(reading.file, reading.connection, Source)
    return {each.file_hash: "a withdrawn source" for each in withdrawn if each.file_hash} | held


def fresh_ones(
    reading: Reading, staged: Sequence[StagedSource], duplicates: list[tuple[str, str]]
) -> list[tuple[StagedSource, str]]:
    """Those that are not here yet, with a free name each."""
    by_hash = sources_by_file_hash(reading)
    names = {" ".join((each.name or "").split()).casefold() for each in reading.all(Source)}
    fresh = []
    for each in staged:
        if each.file_hash in by_hash:
            duplicates.append((each.name, by_hash[each.file_hash]))
            continue
        by_hash[each.file_hash] = each.name
        name, number = each.name, 1
        while name.casefold() in names:
            number += 1
            name = f"{each.name} ({number})"
        names.add(name.casefold())
        fresh.append((each, name))
    return fresh


def describe_source(session: Session, source: str, fields: Mapping[str, Any]) -> Recorded | None:
    """Change a source's name, language, date, note or whether it may be quoted.

    None clears one (but the name); a source may be quoted unless it says that it may not.
    """
    for name in fields:
        if name not in _DESCRIPTIVE:
            raise MistakeOfUse(
                f"A source has no “{name}”.",
                slug="unknown-field",
                hint=f"It has {', '.join(_DESCRIPTIVE)}.",
            )

    fields = dict(fields)
    if "quotable" in fields:
        fields["quotable"] = False if fields["quotable"] is False else None

    def decide(reading: Reading) -> Draft | None:
        found = find_source(reading, source)
        new = {name: value for name, value in fields.items() if getattr(found, name) != value}
        if "language" in new:
            new["language"] = checked_language(new["language"])
        if "date" in new:
            new["date"] = checked_day(new["date"])
        if "name" in new:
            new["name"] = _free_name(reading, new["name"] or "", found.id)
        if not new:
            return None
        return Draft("source.described", {"source": found.id}, (changed(Source, found.id, **new),))

    return session.record(decide)


def _free_name(reading: Reading, name: str, except_: Id) -> str:
    tidy = " ".join(name.split())
    if not tidy:
        raise MistakeOfUse("A source needs a name.", slug="empty-name")
    for other in reading.all(Source):
        if other.id != except_ and (other.name or "").casefold() == tidy.casefold():
            raise MistakeOfUse(
                f"There is a source “{other.name}” already.",
                slug="name-taken",
                hint="Choose another name.",
            )
    return tidy


def source_changes(
    id_: Id,
    revision: Id,
    staged: StagedSource,
    name: str,
    language: str | None,
    blobs: dict[str, bytes],
) -> list[DraftChange]:
    """The changes and blobs that store one source with its first revision."""
    words, layout = staged.text.encode("utf-8"), layout_to_bytes(staged.layout)
    for data in (words, layout, *((staged.original,) if staged.original is not None else ())):
        blobs[blob_hash(data)] = data
    source = made(
        Source,
        id_,
        name=name,
        format=staged.document.format,
        language=language or staged.document.language,
        file_name=staged.file_name,
        file_hash=staged.file_hash,
        original=None if staged.original is None else blob_hash(staged.original),
        media=None if staged.recording is None else str(staged.recording.media),
    )
    # The log of replacements holds where and what was put in, never what stood there before.
    replaced = [[place.start_char, place.end_char] for place in staged.replaced]
    first = made(
        Revision,
        revision,
        source=id_,
        text=blob_hash(words),
        layout=blob_hash(layout),
        replaced=replaced or None,
    )
    return [source, first]
