"""The short form of the check that every export of quotes passes through."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from crosscase.analysis.disclosure import Quote, risks_of_quotes
from crosscase.errors import Conflict
from crosscase.model.ids import Id
from crosscase.model.nouns import Case
from crosscase.query.intervals import Intervals
from crosscase.query.study_view import study_view
from crosscase.store.session import Reading
from crosscase.store.who_speaks import participants_of_passages
from crosscase.study_protection.disclosure_people import consents_given, known_people
from crosscase.study_protection.disclosure_policy import DisclosurePolicy

__all__ = ["ExportCheck", "checked_export"]

_HOW = "crosscase disclose STUDY lists them with their remedies"


@dataclass(frozen=True, slots=True)
class ExportCheck:
    """How many quotes of an export would let a reader find who spoke, or may not be printed.

    ``is_labelled``  whether any of those quoted has a label that is printed, such as a role
    """

    quotes: int
    at_risk: int
    barred: int
    k: int
    exports: str
    is_labelled: bool

    @property
    def warning(self) -> str | None:
        """What to tell whoever exports; None where nothing speaks against it."""
        told = []
        if self.at_risk:
            told.append(
                f"{self.at_risk:,} of {self.quotes:,} quotes would let a reader find who spoke "
                f"(k < {self.k})"
            )
        if self.barred:
            told.append(f"{self.barred:,} of {self.quotes:,} quotes may not be printed as they are")
        return None if not told else f"{'; '.join(told)}: {_HOW}."

    @property
    def is_refused(self) -> bool:
        """Whether the study's policy refuses the export."""
        return self.exports == "refuse" and bool(self.at_risk or self.barred)

    def require_allowed(self) -> None:
        """Refuse the export where the study's policy says so."""
        if self.is_refused and self.warning is not None:
            raise Conflict(
                f"{self.warning.partition(':')[0]}.",
                slug="quotes-would-tell",
                hint=f"{_HOW}; the study's disclosure policy refuses such exports.",
                details={
                    "quotes": self.quotes,
                    "at_risk": self.at_risk,
                    "barred": self.barred,
                    "k": self.k,
                },
            )


def checked_export(reading: Reading, policy: DisclosurePolicy, places: Intervals) -> ExportCheck:
    """The check of these passages by who speaks in them: as quick for a million as for ten.

    It goes by the labels that the policy prints. What is printed beside single quotes, pseudonyms
    and tables are looked at by the whole check alone.
    """
    view, by_row = study_view(reading), reading.by_row(Case)
    owner, person = participants_of_passages(view.turns, places.source, places.start, places.end)
    quoted = {by_row[row].id: row for row in np.unique(person).tolist()}
    known = known_people(reading, policy, (), if_there=policy.by)
    consents = consents_given(reading, quoted, policy.by)
    quotes = [Quote(id_, id_, known.attribution(id_, policy.by)) for id_ in quoted]
    found: set[Id] = set()
    barred = set(consents.refusing)
    for risk in risks_of_quotes(
        quotes,
        known.people,
        policy.rules(),
        holders={(role, site): people for role, site, people in policy.holders},
        consents=consents.labels,
    ):
        (barred if risk.kind == "no consent" else found).update(risk.quotes)
    closed = [row for row, each in view.sources.items() if each.quotable is False]
    finding = _touched(owner, person, [quoted[each] for each in found], len(places))
    barring = _touched(owner, person, [quoted[each] for each in barred], len(places))
    barring |= np.isin(places.source, closed)
    return ExportCheck(
        len(places),
        int(np.count_nonzero(finding)),
        int(np.count_nonzero(barring)),
        policy.k,
        policy.exports,
        any(each.attribution for each in quotes),
    )


def _touched(
    owner: npt.NDArray[np.int64], person: npt.NDArray[np.int32], wanted: list[int], passages: int
) -> npt.NDArray[np.bool_]:
    """The passages in which one of these people speaks."""
    touched = np.zeros(passages, bool)
    touched[owner[np.isin(person, wanted)]] = True
    return touched
