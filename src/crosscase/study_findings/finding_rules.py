"""The rules of findings: what they are called, what they say, and where they stand."""

from __future__ import annotations

import re

from crosscase.coding.named_things import checked_text, tidy_name
from crosscase.errors import MistakeOfUse
from crosscase.model.finding_nouns import Finding
from crosscase.model.ids import Id
from crosscase.store.reading import list_all
from crosscase.store.session import Reading

__all__ = ["STATUSES", "free_name", "next_number", "words_of_statement"]

STATUSES = ("draft", "agreed", "set aside")

_NAME = re.compile(r"\w[\w.-]{0,39}")
_NUMBERED = re.compile(r"[Ff]([0-9]{1,9})")


def words_of_statement(statement: str) -> bytes:
    """A statement as it is stored; refused when it is empty."""
    words = checked_text(statement).strip()
    if not words:
        raise MistakeOfUse("A finding needs a statement: what it claims.", slug="empty-statement")
    return words.encode("utf-8")


def free_name(reading: Reading, name: str | None, own: Id | None = None) -> str:
    """The name that is wanted, when no other finding bears it; without one the next free number."""
    if name is None:
        return f"F{next_number(reading)}"
    tidy = tidy_name(name, "finding")
    if not _NAME.fullmatch(tidy):
        raise MistakeOfUse(
            f"A finding cannot be called “{tidy}”.",
            slug="bad-name",
            hint="Its name stands in manuscripts: one word of at most 40 letters and digits, "
            "such as F12.",
        )
    others = [
        each
        for each in reading.all(Finding)
        if each.id != own and (each.name or "").casefold() == tidy.casefold()
    ]
    if others:
        raise MistakeOfUse(
            f"There is a finding “{others[0].name}” already.",
            slug="name-taken",
            hint="Give one of them another name: "
            f"crosscase findings change STUDY {others[0].id} --name NAME.",
        )
    return tidy


def next_number(reading: Reading) -> int:
    """The next free number; those of removed findings are not given again.

    A manuscript may still name them.
    """
    known = list_all(reading.file, reading.connection, Finding)
    numbers = (_NUMBERED.fullmatch(each.name or "") for each in known)
    return max((int(number[1]) for number in numbers if number), default=0) + 1
