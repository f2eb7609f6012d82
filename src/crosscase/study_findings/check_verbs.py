"""The verbs of checks: what is checked of a finding, and which figures somebody accepted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from crosscase.coding.named_things import checked_text
from crosscase.errors import MistakeOfUse
from crosscase.log.closure import heads_name
from crosscase.log.records import Draft, DraftChange
from crosscase.model.finding_nouns import Check
from crosscase.model.ids import Id
from crosscase.report.checks.quantities import SETTING, checked_meanings
from crosscase.store.blobs import blob_hash
from crosscase.store.conflicts import rows_in_conflict
from crosscase.store.recording import Recorded
from crosscase.store.removed_things import find_removed
from crosscase.store.session import Reading, Session, changed, dropped, made
from crosscase.store.settings import change_setting
from crosscase.study_findings.checking import (
    AskedCheck,
    bound_names,
    evaluate_checks,
    keep_verdicts,
    quantity_meanings,
)
from crosscase.study_findings.ledger import find_finding, stored_checks
from crosscase.study_findings.outcomes import Outcome

__all__ = ["CheckVerbs", "new_checks"]


class CheckVerbs:
    """The checks of findings."""

    _session: Session

    def evaluate(self, text: str) -> Outcome:
        """What comes of a check now; nothing is stored."""
        return self.evaluate_all([text])[0]

    def evaluate_all(self, texts: Sequence[str]) -> tuple[Outcome, ...]:
        """What comes of many checks at one moment; nothing is stored."""
        with self._session.reading() as reading:
            found = evaluate_checks(reading, [AskedCheck(text) for text in texts])
        keep_verdicts(self._session)
        return found

    def add_check(self, finding: str, text: str) -> Id:
        """Add a check to a finding and accept today's figures; returns the check's id.

        Raises:
            MistakeOfUse: the check is not understood; the error shows the place.
            NotFound: it names something that the study does not have.
        """
        id_: list[Id] = []

        def decide(reading: Reading) -> Draft:
            found = find_finding(reading, finding)
            changes, blobs = new_checks(self._session, reading, found.id, [text])
            id_.append(changes[0].entity)
            return Draft("check.added", {"finding": found.id}, tuple(changes), blobs)

        self._session.record(decide)
        return id_[-1]

    def change_check(self, check: Id, text: str) -> Recorded | None:
        """Write a check anew; today's figures are accepted."""

        def decide(reading: Reading) -> Draft | None:
            found = reading.get(Check, check)
            words = _words_of_check(text)
            if found.text == blob_hash(words):
                return None
            says = _as_of_now(reading, [text])[0]
            change = changed(Check, check, text=blob_hash(words), **says)
            values = {"finding": found.finding}
            return Draft("check.changed", values, (change,), {blob_hash(words): words})

        return self._session.record(decide)

    def remove_check(self, check: Id) -> Recorded | None:
        """Remove a check from its finding."""

        def decide(reading: Reading) -> Draft | None:
            found = reading.get(Check, check)
            if found.dropped:
                return None
            return Draft("check.removed", {"finding": found.finding}, (dropped(Check, check),))

        return self._session.record(decide)

    def restore_check(self, check: Id) -> Recorded | None:
        """Bring a removed check back with the figures that were accepted."""

        def decide(reading: Reading) -> Draft | None:
            found = find_removed(reading, Check, check)
            if found is None:
                return None
            change = dropped(Check, found.id, False)
            return Draft("check.restored", {"finding": found.finding}, (change,))

        return self._session.record(decide)

    def accept(
        self, finding: str | None = None, checks: Iterable[Id] | None = None
    ) -> Recorded | None:
        """Take today's figures for those of a finding (None: of all findings).

        What was *changed* is then *supported*, where it holds; ``checks`` are some of them only.
        A check that cannot be evaluated keeps its figures. Where two people accepted figures on
        two copies this settles it.
        """
        some = None if checks is None else list(checks)

        def decide(reading: Reading) -> Draft | None:
            found = None if finding is None else find_finding(reading, finding)
            held = [
                each for each in reading.all(Check) if found is None or each.finding == found.id
            ]
            if some is not None:
                _require_known(some, held)
                held = [each for each in held if each.id in some]
            changes = _accepting(reading, held)
            if not changes:
                return None
            if found is None:
                return Draft("findings.accepted", {"n": len(changes)}, changes)
            values = {"n": len(changes), "finding": found.id}
            return Draft("finding.accepted", values, changes)

        return self._session.record(decide)

    def words(self) -> dict[str, str]:
        """The quantity words with what they mean in this study."""
        with self._session.reading() as reading:
            return quantity_meanings(reading)

    def set_words(self, meanings: Mapping[str, str | None]) -> Recorded | None:
        """Say what quantity words mean here, such as {"most": "> 60%"}; None: as usual.

        Raises MistakeOfUse for a word or a meaning that is none.
        """
        return change_setting(self._session, SETTING, lambda own: checked_meanings(meanings, own))


def new_checks(
    session: Session, reading: Reading, finding: Id, texts: Sequence[str]
) -> tuple[list[DraftChange], dict[str, bytes]]:
    """The changes that make checks of a finding with today's figures, and their words."""
    words = [_words_of_check(text) for text in texts]
    changes = [
        made(Check, session.ids(), finding=finding, text=blob_hash(data), **says)
        for data, says in zip(words, _as_of_now(reading, texts), strict=True)
    ]
    return changes, {blob_hash(data): data for data in words}


def _words_of_check(text: str) -> bytes:
    words = checked_text(text).strip()
    if not words:
        raise MistakeOfUse(
            "There is no check.",
            slug="empty-check",
            hint="Write for instance participants(code:trust) >= 3.",
        )
    return words.encode("utf-8")


def _as_of_now(reading: Reading, texts: Sequence[str]) -> list[dict[str, Any]]:
    """What checks keep beside their texts: what their names mean, today's figures, the state."""
    asked = [checked_text(text).strip() for text in texts]
    bound = [bound_names(reading, text) for text in asked]
    heads = heads_name(reading.file.heads(reading.connection))
    outcomes = evaluate_checks(
        reading, [AskedCheck(text, names) for text, names in zip(asked, bound, strict=True)]
    )
    return [
        {
            "bound": dict(names) or None,
            "seen": None if outcome.figures is None else outcome.figures.to_store(),
            "heads": heads,
        }
        for names, outcome in zip(bound, outcomes, strict=True)
    ]


def _accepting(reading: Reading, checks: Sequence[Check]) -> tuple[DraftChange, ...]:
    """The changes of those checks whose figures are others today."""
    held = stored_checks(reading, checks)
    outcomes = evaluate_checks(reading, [each.asked for each in held])
    heads = heads_name(reading.file.heads(reading.connection))
    rival = rows_in_conflict(reading, Check)
    return tuple(
        changed(Check, each.id, seen=outcome.figures.to_store(), heads=heads)
        for each, outcome in zip(held, outcomes, strict=True)
        if outcome.figures is not None
        and (outcome.figures != each.seen or reading.row(each.id) in rival)
    )


def _require_known(wanted: Sequence[Id], checks: Sequence[Check]) -> None:
    known = {each.id for each in checks}
    for each in wanted:
        if each not in known:
            raise MistakeOfUse(
                f"“{each}” is no check of this finding.",
                slug="check-not-found",
                hint="Its checks are told with it: crosscase findings show STUDY FINDING.",
            )
