"""The rules of the quote bank: what quotes are called, and how their words are stored."""

from __future__ import annotations

import re
from typing import Any

from crosscase.coding.named_things import checked_text, tidy_name
from crosscase.errors import MistakeOfUse
from crosscase.model.finding_nouns import Quote
from crosscase.model.ids import Id
from crosscase.store.blobs import blob_hash
from crosscase.store.reading import list_all
from crosscase.store.session import Reading
from crosscase.study_findings.quote_matching import checked_pieces

__all__ = ["free_name", "next_number", "stored_note", "stored_words"]

_NAME = re.compile(r"\w[\w.-]{0,39}")
_NUMBERED = re.compile(r"[Qq]([0-9]{1,9})")


def next_number(reading: Reading) -> int:
    """The next free of Q1, Q2...; numbers of removed quotes are not given again."""
    known = list_all(reading.file, reading.connection, Quote)
    numbers = (_NUMBERED.fullmatch(each.name or "") for each in known)
    return max((int(number[1]) for number in numbers if number), default=0) + 1


def free_name(reading: Reading, name: str | None, own: Id | None = None) -> str:
    """The name that is wanted, when no other quote bears it; without one the next free number."""
    if name is None:
        return f"Q{next_number(reading)}"
    tidy = tidy_name(name, "quote")
    if not _NAME.fullmatch(tidy):
        raise MistakeOfUse(
            f"A quote cannot be called “{tidy}”.",
            slug="bad-name",
            hint="Its name stands in manuscripts: one word of at most 40 letters and digits, "
            "such as Q12.",
        )
    for each in reading.all(Quote):
        if each.id != own and (each.name or "").casefold() == tidy.casefold():
            raise MistakeOfUse(
                f"There is a quote “{each.name}” already.",
                slug="name-taken",
                hint="Give one of them another name: "
                f"crosscase quotes change STUDY {each.id} --name NAME.",
            )
    return tidy


def stored_words(words: str) -> tuple[dict[str, Any], dict[str, bytes]]:
    """The words of a quote as they are stored, and their blob; refused without any word."""
    tidy = checked_text(words).strip()
    checked_pieces(tidy)
    data = tidy.encode("utf-8")
    return {"words": blob_hash(data)}, {blob_hash(data): data}


def stored_note(note: str | None) -> tuple[dict[str, Any], dict[str, bytes]]:
    """The note of a quote as it is stored; an empty one is none."""
    tidy = checked_text(note or "").strip()
    if not tidy:
        return {"note": None}, {}
    data = tidy.encode("utf-8")
    return {"note": blob_hash(data)}, {blob_hash(data): data}
