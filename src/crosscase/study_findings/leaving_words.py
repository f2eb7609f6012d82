"""Texts as they leave the study: who takes part is not named, nor are the sources."""

from __future__ import annotations

import re

from crosscase.model.nouns import Case, Source
from crosscase.model.said_runs import QUOTED_WORDS
from crosscase.query.study_view import PERSON
from crosscase.store.session import Reading

__all__ = ["LeavingWords", "TellsOfPeople", "is_of_quote", "unquoted"]

_QUOTED = re.compile(r"\"(?:\\.|[^\"\\])*\"|“[^”]*”|„[^“”]*[“”]|«[^»]*»")
_CAPITAL = re.compile(r"\b[^\W\d_a-z][^\W\d_]{2,}\b")
_ORDINARY = re.compile(r"[^\W\d_]+")
_LEFT_OUT = "[left out: it names somebody]"


class TellsOfPeople:
    """Whether a text names a participant or a source of the study.

    With ``parts`` one word of somebody's name is enough, where it is written with a capital. A
    source whose name is one ordinary word, such as “group”, is not looked for.
    """

    def __init__(self, reading: Reading, *, parts: bool = False) -> None:
        people = [each.name or "" for each in reading.all(Case) if each.case_kind == PERSON]
        sources = (each.name or "" for each in reading.all(Source))
        names = {*people, *(name for name in sources if not _ORDINARY.fullmatch(name))}
        words = {part for name in people for part in _CAPITAL.findall(name)} if parts else ()
        self._parts = re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b") if words else None
        told = sorted({" ".join(each.split()) for each in names} - {""}, key=len)
        spaced = "|".join(r"\s+".join(map(re.escape, each.split(" "))) for each in reversed(told))
        self._names = re.compile(rf"(?<!\w)(?:{spaced})(?!\w)", re.IGNORECASE) if told else None

    def are_in(self, text: str) -> bool:
        """Whether one is named there."""
        return any(
            each is not None and each.search(text) is not None
            for each in (self._names, self._parts)
        )

    def without(self, text: str | None) -> str | None:
        """The text, or that it was left out."""
        return _LEFT_OUT if text is not None and self.are_in(text) else text

    def masked(self, text: str) -> str:
        """The text with a mark in place of each whole name; a name that is a number stays."""
        if self._names is None:
            return text
        return self._names.sub(lambda found: found[0] if found[0].isdigit() else "…", text)


class LeavingWords:
    """Checks and what came of them, as they leave the study with a manuscript or a document."""

    def __init__(self, reading: Reading) -> None:
        self._people = TellsOfPeople(reading)

    def check(self, text: str) -> str:
        """A check without names, and without the words that it quotes or searches for."""
        return self._people.masked(unquoted(text, 1 if is_of_quote(text) else QUOTED_WORDS))

    def said(self, text: str) -> str:
        """What came of a check, without names."""
        return self._people.masked(text)


def is_of_quote(check: str) -> bool:
    """Whether a check asks if words were said."""
    return check.lstrip().casefold().startswith("quote")


def unquoted(check: str, least: int = 1) -> str:
    """A check without what stands in quotation marks, where it is at least so many words."""
    return _QUOTED.sub(lambda at: "“…”" if len(at[0].split()) >= least else at[0], check)
