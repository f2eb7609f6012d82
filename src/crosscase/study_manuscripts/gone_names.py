"""Findings and quotes that a manuscript names and the study does not show: what became of them."""

from __future__ import annotations

from typing import NamedTuple

from crosscase.errors import nearest_names_hint
from crosscase.model.finding_nouns import Finding, Quote
from crosscase.store.reading import list_all, list_withdrawn
from crosscase.store.removed_things import what_hides
from crosscase.store.session import Reading
from crosscase.study_findings.bank_names import folded
from crosscase.study_findings.gone_kinds import removal_of

__all__ = ["Gone", "missing_name", "not_in_bank"]


class Gone(NamedTuple):
    """Why a name leads to nothing, as a sentence, and the way out."""

    sentence: str
    hint: str


def not_in_bank(reading: Reading, name: str, found: int) -> Gone:
    """Why no single quote is meant by a name that ``found`` of those that show bear."""
    if not found:
        return missing_name(reading, Quote, name)
    return Gone(f"Two quotes are called {name}.", "`crosscase quotes STUDY` lists them.")


def missing_name(reading: Reading, noun: type[Finding | Quote], name: str) -> Gone:
    """What became of the finding or the quote of a name that none which shows bears."""
    word = "finding" if noun is Finding else "quote"
    wanted = folded(name)
    held = (reading.file, reading.connection)
    if any(folded(each.name) == wanted for each in list_withdrawn(*held, noun)):
        why = "whoever spoke" if noun is Quote else "somebody of whom it tells"
        return Gone(f"{name} is hidden: {why} has withdrawn.", "Take it out of the paper.")
    gone = [each for each in list_all(*held, noun) if folded(each.name) == wanted]
    told = [
        (removal_of(reading, hider), each, hider)
        for each in gone
        if (hider := what_hides(reading, each)) is not None
    ]
    if told:
        removal, last, hider = max(told, key=lambda each: each[0].wall_ms)
        if hider.id == last.id:
            command = f"`crosscase {word}s restore STUDY {last.name}` brings it back."
            return Gone(f"{last.name} was removed{removal.said}.", command)
        above = f" with “{getattr(hider, 'name', '') or ''}”"
        way = f"{removal.way_back}, or take it out of the paper."
        return Gone(f"{last.name} was removed{above}{removal.said}.", way)
    known = sorted({each.name or "" for each in reading.all(noun)} - {""})
    hint = nearest_names_hint(name, known) or f"`crosscase {word}s STUDY` lists them."
    return Gone(f"There is no finding {name}." if word == "finding" else
                f"No quote is called {name}.", hint)  # fmt: skip
