"""Labels behind a quote that are those of other people than who said it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from crosscase.model.ids import Id
from crosscase.report.manuscripts.spoken import QuotedWords
from crosscase.study_manuscripts.checked_items import CheckedItem
from crosscase.study_protection.disclosure_people import KnownPeople

__all__ = ["misattributed_items"]

_BETWEEN = re.compile(r"\s*[,;/–—|]\s*")


def misattributed_items(
    placed: Sequence[tuple[QuotedWords, Id]], known: KnownPeople, by: Sequence[str]
) -> dict[int, CheckedItem]:
    """The quotes whose label behind them is not one of who said them, by where they begin.

    Only values of the labels of the policy are looked at, coarser ones too, and only those of
    which the speaker has another.
    """
    values = _values(known, by)
    made: dict[int, CheckedItem] = {}
    for quote, person in placed:
        right = known.attribution(person, by)
        wrong = [
            written
            for written in _BETWEEN.split(quote.behind)
            if (labels := values.get(_folded(written)))
            and not any(person in known.people.sharing({each: value}) for each, value in labels)
            and any(each in right for each, _ in labels)
        ]
        if not wrong:
            continue
        says = f"“{', '.join(wrong)}” is not who said it, as the transcript has it"
        made[quote.start] = CheckedItem(
            "attribution", quote.start, quote.end, "risk", says, quote.words,
            hint=f"It was said by “{', '.join(right.values())}”.",
        )  # fmt: skip
    return made


def _values(known: KnownPeople, by: Sequence[str]) -> Mapping[str, list[tuple[str, str]]]:
    """Each value that anybody has, folded, with the labels of which it is one."""
    found: dict[str, dict[tuple[str, str], None]] = {}
    for held in known.people.values.values():
        for label in by:
            for value in held.get(label, ()):
                found.setdefault(_folded(value), {})[label, value] = None
    return {value: list(labels) for value, labels in found.items()}


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
