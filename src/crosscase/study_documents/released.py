"""The quotes of a release, read for their document."""

from __future__ import annotations

from typing import Any

from crosscase.coding.carried_passages import CurrentTexts
from crosscase.model.counted import counted
from crosscase.model.fields import Passage
from crosscase.model.fieldwork_nouns import Release
from crosscase.model.nouns import Case, Revision, Source
from crosscase.report.document import Cover
from crosscase.report.notes import ReleasedDocument
from crosscase.store.session import Reading
from crosscase.store.source_names import find_named

__all__ = ["released_document"]


def released_document(reading: Reading, cover: Cover, release: str) -> ReleasedDocument:
    """What a release holds of quotes, as far as they and those who spoke still show."""
    found = find_named(release, reading.all(Release), "release")
    held: list[dict[str, Any]] = list((found.items or {}).get("quotes", ()))
    sources, people = reading.by_id(Source), reading.by_id(Case)
    revisions = reading.by_id(Revision)
    texts = CurrentTexts(reading)
    quotes = []
    for each in held:
        shows = each["source"] in sources and each["revision"] in revisions
        if shows and all(person in people for person in each["participants"]):
            passage = Passage(each["revision"], each["start_char"], each["end_char"])
            line = ", ".join(each["attribution"].values()) or "Participant"
            quotes.append((texts.carry(passage).text, line))
    gone = len(held) - len(quotes)
    told = (
        counted(len(quotes), "quote"),
        f"{gone} not shown any more" if gone else "",
        found.day or "",
        f"to {found.recipient}" if found.recipient else "",
    )
    said = " · ".join(part for part in told if part)
    return ReleasedDocument(cover, found.name, f"{said}.", quotes)
