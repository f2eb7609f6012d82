"""Finding a quoted passage in a text: exactly, then by its context, never by guessing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crosscase.errors import MistakeOfUse, NotFound

__all__ = ["find_quote", "quote_places"]

_SAME = {
    "'": "['‘’]",
    "‘": "['‘’]",
    "’": "['‘’]",
    '"': '["“”]',
    "“": '["“”]',
    "”": '["“”]',
    "-": "[-‐‑–—]",
    "–": "[-‐‑–—]",
    "—": "[-‐‑–—]",
}
_CONTEXT_CHARS = 400
_LISTED = 50


def quote_places(text: str, quote: str) -> list[tuple[int, int]]:
    """Where the words of a quote stand: exactly, or else but for white space and quote marks.

    Places may overlap: “ha ha” stands twice in “ha ha ha”.
    """
    wanted = quote.strip()
    if not wanted:
        return []
    found: list[tuple[int, int]] = []
    at = text.find(wanted)
    while at >= 0:
        found.append((at, at + len(wanted)))
        at = text.find(wanted, at + 1)
    if found:
        return found
    pattern = re.compile(
        "".join(
            r"\s+" if piece.isspace() else _SAME.get(piece, re.escape(piece))
            for piece in re.findall(r"\s+|\S", wanted)
        )
    )
    match = pattern.search(text)
    while match:
        found.append(match.span())
        match = pattern.search(text, match.start() + 1)
    return found


def find_quote(
    text: str,
    quote: str,
    *,
    prefix: str | None = None,
    suffix: str | None = None,
    where: str = "the source",
) -> tuple[int, int]:
    """The one place of a quote.

    A quote that stands several times is settled by the words before (``prefix``) or after it
    (``suffix``). Errors: NotFound when it does not stand there, MistakeOfUse when several places
    are left.
    """
    if not quote.strip():
        raise MistakeOfUse("The quote is empty.", slug="empty-quote")
    places = quote_places(text, quote)
    if not places:
        raise NotFound(
            f"The quoted words do not stand in {where}.",
            slug="quote-not-found",
            hint="Copy them from the source as they stand there; "
            "a transcript may have been corrected since.",
        )
    if len(places) > 1:
        fitting = [place for place in places if _fits(text, place, prefix, suffix)]
        if (prefix or suffix) and len(fitting) == 1:
            return fitting[0]
        listed = ", ".join(f"{start}-{end}" for start, end in places[:5])
        raise MistakeOfUse(
            f"The quoted words stand {len(places)} times in {where}.",
            slug="quote-ambiguous",
            hint="Quote more of the passage, or give the words before or after it, "
            f"or its offsets: {listed}{'…' if len(places) > 5 else '.'}",
            details={"places": places[:_LISTED]},
        )
    return places[0]


def _fits(text: str, place: Sequence[int], prefix: str | None, suffix: str | None) -> bool:
    before = " ".join(text[max(0, place[0] - _CONTEXT_CHARS) : place[0]].split())
    after = " ".join(text[place[1] : place[1] + _CONTEXT_CHARS].split())
    return (not prefix or before.endswith(" ".join(prefix.split()))) and (
        not suffix or after.startswith(" ".join(suffix.split()))
    )
