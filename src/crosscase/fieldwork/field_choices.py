"""The words that records of fieldwork choose from, and how they are read.

Case, hyphens and a few usual spellings make no difference: “Email” is kept as “e-mail”.
"""

from __future__ import annotations

from collections.abc import Sequence

from crosscase.errors import MistakeOfUse, nearest_names_hint
from crosscase.fieldwork.field_words import tidy

__all__ = [
    "ACTIVITY_KINDS",
    "CHANNELS",
    "FOUND_BY",
    "INTERVIEW",
    "MEETING",
    "MODES",
    "OUTCOMES",
    "REQUEST",
    "REQUEST_STANDINGS",
    "SCOPES",
    "chosen",
    "chosen_or_other",
    "several_chosen",
]

CHANNELS = ("e-mail", "telephone", "letter", "in person", "video")
OUTCOMES = (
    "invited", "reminded", "no answer", "agreed", "scheduled", "declined", "bounced",
    "unavailable",
)  # fmt: skip
FOUND_BY = ("search", "snowball", "gatekeeper", "volunteer")
SCOPES = ("interview", "recording", "quoting", "naming role", "naming site", "archiving")
INTERVIEW, MEETING, REQUEST = ACTIVITY_KINDS = ("interview", "meeting", "document request")
MODES = ("video", "telephone", "in person")
REQUEST_STANDINGS = ("asked", "promised", "arrived", "refused", "does not exist")

_USUAL = {
    "email": "e-mail",
    "mail": "e-mail",
    "phone": "telephone",
    "call": "telephone",
    "online": "video",
    "face to face": "in person",
    "quotes": "quoting",
    "quote": "quoting",
    "quotation": "quoting",
    "role attribution": "naming role",
    "site attribution": "naming site",
    "archive": "archiving",
    "request": "document request",
    "no reply": "no answer",
    "no response": "no answer",
}


def chosen(raw: str, what: str, choices: Sequence[str]) -> str:
    """The choice that is meant; MistakeOfUse when it is none of them."""
    found = _find(raw, choices)
    if found is None:
        raise MistakeOfUse(
            f"“{tidy(raw)}” is no {what}.",
            slug=f"unknown-{what.replace(' ', '-')}",
            hint=nearest_names_hint(tidy(raw), choices) or f"Say {', '.join(choices)}.",
        )
    return found


def chosen_or_other(raw: str, choices: Sequence[str]) -> str:
    """The choice that is meant, or the words themselves where it is another."""
    return _find(raw, choices) or tidy(raw)


def several_chosen(raw: str | Sequence[str], what: str, choices: Sequence[str]) -> list[str] | None:
    """Some of the choices, each once and in their own order; None when there are none.

    In one text they are parted by semicolons or commas.
    """
    pieces = raw.replace(",", ";").split(";") if isinstance(raw, str) else raw
    meant = {chosen(piece, what, choices) for piece in pieces if tidy(piece)}
    return [choice for choice in choices if choice in meant] or None


def _find(raw: str, choices: Sequence[str]) -> str | None:
    folded = _folded(raw)
    by_folded = {_folded(choice): choice for choice in choices}
    usual = _USUAL.get(folded)
    return by_folded.get(folded) or (usual if usual in choices else None)


def _folded(raw: str) -> str:
    return tidy(raw.replace("-", " ").replace("_", " ")).casefold()
