"""Names of participants beside their own words: the plainest attribution, and the worst."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from crosscase.report.manuscripts.spoken import QuotedWords
from crosscase.study_manuscripts.checked_items import CheckedItem

__all__ = ["name_beside", "named_items"]

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LEAST_LETTERS = 3


def name_beside(name: str, around: str, labels: Iterable[str] = ()) -> str | None:
    """The name, or the surname, of somebody as it stands in the words beside a quote.

    Args:
        name: of the participant. One with a digit, such as P07, is a label and names nobody.
        around: the words of the paragraph that are not the quote.
        labels: what else is printed of them; a surname among these words is no name.
    """
    if any(sign.isdigit() for sign in name):
        return None
    words = _WORD.findall(name)
    if not words:
        return None
    whole = r"\W+".join(map(re.escape, words))
    found = re.search(rf"(?<!\w){whole}(?!\w)", around, re.IGNORECASE)
    if found is None and len(words) > 1 and len(words[-1]) >= _LEAST_LETTERS:
        printed = {word.casefold() for label in labels for word in _WORD.findall(label)}
        if words[-1].casefold() not in printed:
            found = re.search(rf"(?<!\w){re.escape(words[-1])}(?!\w)", around)
    return None if found is None else " ".join(found[0].split())


def named_items(
    placed: Sequence[tuple[QuotedWords, str, Sequence[str]]], *, fails: bool
) -> dict[int, CheckedItem]:
    """The quotes beside which their speaker is named, by where they begin.

    ``placed`` has each quote with the name of who said it, and the values printed of them.
    """
    made: dict[int, CheckedItem] = {}
    for quote, name, labels in placed:
        if name_beside(name, quote.around, labels) is None:
            continue
        hint = "Take the name out: their label says enough"
        hint += f", such as “{', '.join(labels)}”." if labels else "."
        says = "the name of who said it stands beside it"  # a checked copy names nobody
        made[quote.start] = CheckedItem(
            "attribution", quote.start, quote.end, "risk", says, quote.words,
            hint=hint, fails=fails,
        )  # fmt: skip
    return made
