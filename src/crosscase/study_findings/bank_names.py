"""What findings and quotes are called: one word, such as F1 and Q1, as manuscripts name them."""

from __future__ import annotations

import re

from crosscase.coding.named_things import tidy_name
from crosscase.errors import MistakeOfUse
from crosscase.model.finding_nouns import Finding, Quote
from crosscase.model.ids import Id
from crosscase.store.reading import list_all
from crosscase.store.session import Reading

__all__ = ["folded", "free_name", "name_order", "next_number"]

_NAME = re.compile(r"\w[\w.-]{0,39}")
_WORDS = {Finding: "finding", Quote: "quote"}


def free_name(
    reading: Reading, kind: type[Finding | Quote], name: str | None, own: Id | None = None
) -> str:
    """The name that is wanted, when no other bears it; without one the next free number."""
    word = _WORDS[kind]
    letter = word[0].upper()
    if name is None:
        return f"{letter}{next_number(reading, kind)}"
    tidy = tidy_name(name, word)
    if not _NAME.fullmatch(tidy):
        raise MistakeOfUse(
            f"A {word} cannot be called “{tidy}”.",
            slug="bad-name",
            hint="Its name stands in manuscripts: one word of at most 40 letters and digits, "
            f"such as {letter}12.",
        )
    for each in reading.all(kind):
        if each.id != own and folded(each.name) == folded(tidy):
            raise MistakeOfUse(
                f"There is a {word} “{each.name}” already.",
                slug="name-taken",
                hint="Give one of them another name: "
                f"crosscase {word}s change STUDY {each.id} --name NAME.",
            )
    return tidy


def next_number(reading: Reading, kind: type[Finding | Quote]) -> int:
    """The next free of F1, F2...; numbers of removed ones are not given again.

    A manuscript may still name them.
    """
    numbered = re.compile(f"{_WORDS[kind][0]}([0-9]{{1,9}})", re.IGNORECASE)
    known = list_all(reading.file, reading.connection, kind)
    numbers = (numbered.fullmatch(each.name or "") for each in known)
    return max((int(number[1]) for number in numbers if number), default=0) + 1


def name_order(name: str, id_: Id) -> tuple[str, int, str, Id]:
    """By what things are sorted by name: F2 before F10."""
    letters = name.rstrip("0123456789")
    digits = name[len(letters) :]
    return letters.casefold(), int(digits[:18] or 0), name.casefold(), id_


def folded(name: str | None) -> str:
    """A name as names are compared."""
    return " ".join((name or "").split()).casefold()
