"""Texts without the names of people who withdrew and what they quote of them, while they have."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from crosscase.model.plain_values import replaced_in_plain
from crosscase.model.said_runs import QUOTED_WORDS, SaidRuns
from crosscase.store.quarantine import quarantine
from crosscase.store.session import Reading
from crosscase.store.showing import SHOWING_KINDS
from crosscase.store.texts import current_text

__all__ = ["WITHHELD", "withheld_in_plain", "withheld_runs"]

WITHHELD = "[withheld]"


def withheld_runs(reading: Reading) -> SaidRuns | None:
    """Finds six words or more in a row of a withdrawn source; None where nobody withdrew."""
    held = sorted(quarantine(reading.file).sources)
    if not held:
        return None

    def read() -> SaidRuns:
        said = (current_text(reading.file, reading.connection, source) for source in held)
        return SaidRuns([text for text in said if text], tuple, QUOTED_WORDS)

    return reading.file.remember("withheld words", SHOWING_KINDS, read)


def withheld_in_plain(reading: Reading) -> Callable[[Any], Any]:
    """Takes quotes of withdrawn sources, and the names of the people, out of a plain value."""
    people = quarantine(reading.file).participants
    if not people:
        return lambda value: value
    runs = withheld_runs(reading)
    listed = ",".join(str(int(row)) for row in sorted(people))
    found = reading.file.driver().execute(f"SELECT name FROM state_case WHERE row IN ({listed})")
    names = "|".join(re.escape(name) for (name,) in found if name)
    pattern = re.compile(rf"(?<!\w)(?:{names})(?!\w)", re.IGNORECASE) if names else None

    def clean(text: str) -> str:
        if pattern is not None:
            text = pattern.sub(WITHHELD, text)
        # So many words have so many gaps; ids and times have none, and are most of what is kept.
        return text if runs is None or " " not in text else runs.replaced(text, WITHHELD)

    return lambda value: replaced_in_plain(value, clean)
