"""Words of withdrawn people that stand in what others still use: the example of a code.

A code keeps its name and definition, which are the team's work; the example that was taken from
a withdrawn source, and the passage that the code was first made of, are hidden with that source.
So is the example of an in vivo code that has its name from there, though it may be shortened.
"""

from __future__ import annotations

from sqlalchemy import Connection

from crosscase.store.quarantine import quarantine
from crosscase.store.showing import SHOWING_KINDS
from crosscase.store.study_file import StudyFile
from crosscase.store.texts import current_text

__all__ = ["HIDDEN_OF_A_CODE", "codes_with_hidden_words", "says_withdrawn_words"]

HIDDEN_OF_A_CODE = ("example", "first_incident")
_IN_VIVO = "in vivo"


def says_withdrawn_words(file: StudyFile, connection: Connection, words: str) -> bool:
    """Whether these words stand in the text of a withdrawn source."""
    wanted = _folded(words)
    return bool(wanted) and any(wanted in text for text in _texts(file, connection))


def codes_with_hidden_words(file: StudyFile, connection: Connection) -> frozenset[int]:
    """The codes of which the example and the first passage are a withdrawn person's."""
    if not quarantine(file).sources:
        return frozenset()
    return file.remember("codes with hidden words", SHOWING_KINDS, lambda: _read(file, connection))


def _read(file: StudyFile, connection: Connection) -> frozenset[int]:
    held = quarantine(file)
    found = set()
    for row, revision, example, origin, name in file.driver().execute(
        "SELECT row, first_incident_revision, example, origin, name FROM state_code "
        "WHERE first_incident_revision IS NOT NULL OR example IS NOT NULL OR origin IS NOT NULL"
    ):
        is_in_vivo = revision is None and (origin or "").casefold() == _IN_VIVO
        if (
            revision in held.rows
            or says_withdrawn_words(file, connection, example or "")
            or (is_in_vivo and says_withdrawn_words(file, connection, name or ""))
        ):
            found.add(row)
    return frozenset(found)


def _texts(file: StudyFile, connection: Connection) -> list[str]:
    sources = sorted(quarantine(file).sources)

    def read() -> list[str]:
        texts = (current_text(file, connection, source) for source in sources)
        return [_folded(text) for text in texts if text]

    return file.remember("withdrawn texts", SHOWING_KINDS, read) if sources else []


def _folded(words: str) -> str:
    return " ".join(words.split()).casefold().strip(" \"'“”‘’.,;:…")
