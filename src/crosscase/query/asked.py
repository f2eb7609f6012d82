"""Counting of those who were asked, in place of all who were interviewed."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from crosscase.errors import MistakeOfUse
from crosscase.model.counted import counted
from crosscase.model.ids import Id
from crosscase.query.counting import Counted
from crosscase.query.cross_counts import distinct
from crosscase.query.facts import Facts
from crosscase.query.study_view import StudyView

__all__ = ["Asked", "of_label"]


@dataclass(frozen=True, slots=True)
class Asked:
    """The participants (by id) who were asked about a topic.

    With ``or_raised`` also those who raised it unprompted. Of ``unknown`` more who were
    interviewed nobody said what they were asked.
    """

    topic: str
    people: frozenset[Id]
    or_raised: bool = False
    unknown: int = 0

    @property
    def label(self) -> str:
        """How a row or column of such numbers is headed."""
        return "of asked or raised" if self.or_raised else "of asked"

    @property
    def said_of(self) -> str:
        """What is said after their number: “asked about “Money””."""
        return f"asked about “{self.topic}”" + (" or raising it" if self.or_raised else "")

    def require_participants(self, what: Counted) -> None:
        """Refuse to count anything else: it is participants who are asked."""
        if what.unit != "participants":
            raise MistakeOfUse(
                f"{what.plural.capitalize()} cannot be counted of those asked.",
                slug="asked-of-others",
                hint="Count participants, or leave the topic out.",
            )

    def of(self, view: StudyView, facts: Facts) -> Facts:
        """The facts of those who were asked."""
        rows = [view.rows[person] for person in self.people if person in view.rows]
        return facts.taken(np.isin(facts.participant, rows))

    def notes(self, view: StudyView, facts: Facts) -> list[str]:
        """What has to be known of those who were found but not asked, and of the unknown."""
        found = distinct(facts.participant[facts.participant >= 0])
        others = len(found) - len(distinct(self.of(view, facts).participant))
        notes = []
        if others:
            who = counted(others, "participant")
            notes.append(f"Found in {who} besides, not known to be {self.said_of}: not counted.")
        if self.unknown:
            notes.append(
                f"Of {self.unknown:,} interviewed it is not known what they were asked: "
                "nobody went through their sources."
            )
        return notes


def of_label(what: Counted, asked: Asked | None) -> str:
    """How a row or column of denominators is headed."""
    if asked is not None:
        return asked.label
    return "of interviewed" if what.by_speaker else f"of {what.plural}"
