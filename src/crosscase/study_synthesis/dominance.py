"""The verbs of dominance: a cause across domains, and what named analysts judge of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from crosscase.coding.coding_rules import checked
from crosscase.coding.named_things import checked_text
from crosscase.errors import MistakeOfUse
from crosscase.log.records import Draft
from crosscase.model.counted import counted
from crosscase.model.ids import Id
from crosscase.model.nouns import Coder
from crosscase.model.synthesis_nouns import DominanceJudgement
from crosscase.query.code_names import code_names
from crosscase.query.found_passages import FoundPassage, found_passages
from crosscase.query.intervals import Intervals
from crosscase.query.study_view import distinct_places, study_view
from crosscase.store.as_of import state_name
from crosscase.store.blobs import blob_hash, read_text_blobs
from crosscase.store.coding_columns import coding_columns
from crosscase.store.history import times_of
from crosscase.store.recording import Recorded
from crosscase.store.removed_things import find_removed
from crosscase.store.session import Reading, Session, changed, dropped, made
from crosscase.study_synthesis.dominance_statements import Sign
from crosscase.study_synthesis.dominance_table import (
    DominanceTable,
    dominance_table,
    plain_conditions,
)

__all__ = ["VERDICTS", "Dominance", "ToldJudgement"]

VERDICTS = ("dominant", "not dominant", "undecided")


@dataclass(frozen=True, slots=True)
class ToldJudgement:
    """What a named analyst judged of a cause, when, and on which conditions.

    ``conditions`` are as they stood (in the state named by ``heads``); ``changed`` lists those
    that stand otherwise now, None where that cannot be told any more.
    """

    id: Id
    cause: Id
    cause_name: str
    verdict: str
    judge: str
    reason: str | None
    judged_ms: int
    unit: str
    domains: tuple[Id, ...]
    conditions: tuple[Mapping[str, Any], ...]
    heads: str
    changed: tuple[str, ...] | None

    @property
    def when(self) -> str:
        """The conditions as they stood, and whether they stand otherwise now, in words."""
        told = ", ".join(_condition_words(each) for each in self.conditions if each["number"])
        if self.changed is None:
            return f"when it was in {told}; its domains have changed since"
        return f"when it was in {told}" + ("; since changed" if self.changed else "")


def _condition_words(condition: Mapping[str, Any]) -> str:
    number, of = condition["number"], condition["of"]
    if condition["key"] == "counter_evidence":
        return f"{counted(number, 'piece')} of counter-evidence"
    return f"{number:,} of {of:,} {condition['key']}"


class Dominance:
    """Causes across domains. The word “dominant” is only ever a person's judgement."""

    def __init__(self, session: Session) -> None:
        self._session = session

    # -- reading -----------------------------------------------------------------------

    def table(
        self,
        cause: str,
        *,
        domains: Sequence[str] | None = None,
        unit: str = "overlap",
        where: str | None = None,
        cases: str | None = None,
    ) -> DominanceTable:
        """A cause across domains: statements, participants of how many, cases, sectors, signs,
        counter-evidence, and the conditions, each with its number.

        See ``crosscase.study_synthesis.dominance_table.dominance_table``.
        """
        with self._session.reading() as reading:
            return dominance_table(
                reading, cause, domains=domains, unit=unit, where=where, cases=cases
            )

    def passages(
        self,
        table: DominanceTable,
        domain: str | None = None,
        which: Sign | Literal["counter"] | None = None,
    ) -> list[FoundPassage]:
        """The passages behind a number: of a domain, of one sign, or what speaks against."""
        with self._session.reading() as reading:
            names = code_names(reading)
            at = None if domain is None else names.codes[names.find(domain)].id
            places = table.places(at, which)
            columns = list(zip(*places, strict=True)) or [(), (), ()]
            ordered = distinct_places(study_view(reading), Intervals.of(*columns))
            codings = coding_columns(reading.file, reading.connection)
            return list(found_passages(reading, ordered, codings))

    def judgements(self, cause: str | None = None) -> list[ToldJudgement]:
        """What was judged, of one cause or of all, in the order in which it was."""
        with self._session.reading() as reading:
            found = reading.all(DominanceJudgement)
            names = code_names(reading)
            read_as = names.tree.read_as
            if cause is not None:
                wanted = names.codes[names.find(cause)].id
                found = [each for each in found if read_as(each.cause) == wanted]
            return _told(reading, found)

    # -- judging -----------------------------------------------------------------------

    def judge(
        self,
        cause: str,
        verdict: str,
        reason: str | None = None,
        *,
        domains: Sequence[str] | None = None,
        unit: str = "overlap",
    ) -> ToldJudgement:
        """Say whether a cause dominates; the conditions are kept as they stand now.

        A judge has one judgement of a cause: judging again changes it.
        """
        said = checked("verdict", verdict, VERDICTS)
        if said is None:
            raise MistakeOfUse(
                "A judgement needs a verdict.",
                slug="no-verdict",
                hint=f"Say {', '.join(VERDICTS)}.",
            )
        words = checked_text(reason or "").strip().encode()
        id_ = self._session.ids()
        judged: list[Id] = []

        def decide(reading: Reading) -> Draft | None:
            table = dominance_table(reading, cause, domains=domains, unit=unit)
            fields: dict[str, Any] = {
                "verdict": said,
                "reason": blob_hash(words) if words else None,
                "conditions": {
                    "unit": table.unit,
                    "domains": list(table.domains),
                    "shown": plain_conditions(table.conditions),
                },
            }
            blobs = {blob_hash(words): words} if words else {}
            known = _known(reading, table.cause, self._session.person)
            judged.append(id_ if known is None else known.id)
            if known is not None and all(getattr(known, k) == v for k, v in fields.items()):
                return None
            fields["heads"] = state_name(reading.file)
            change = (
                made(
                    DominanceJudgement,
                    id_,
                    cause=table.cause,
                    judge=self._session.person,
                    **fields,
                )
                if known is None
                else changed(DominanceJudgement, known.id, **fields)
            )
            return Draft("dominance.judged", {"cause": table.cause}, (change,), blobs)

        self._session.record(decide)
        return next(each for each in self.judgements() if each.id == judged[0])

    def remove(self, judgement: Id) -> Recorded | None:
        """Take a judgement back, until it is restored or this is undone."""

        def decide(reading: Reading) -> Draft | None:
            found = reading.get(DominanceJudgement, judgement)
            if found.dropped:
                return None
            values = {"cause": found.cause}
            return Draft("dominance.removed", values, (dropped(DominanceJudgement, found.id),))

        return self._session.record(decide)

    def restore(self, judgement: Id) -> Recorded | None:
        """Bring a judgement back."""

        def decide(reading: Reading) -> Draft | None:
            found = find_removed(reading, DominanceJudgement, judgement)
            if found is None:
                return None
            change = dropped(DominanceJudgement, found.id, False)
            return Draft("dominance.restored", {"cause": found.cause}, (change,))

        return self._session.record(decide)


def _known(reading: Reading, cause: Id, judge: Id | None) -> DominanceJudgement | None:
    read_as = code_names(reading).tree.read_as
    return next(
        (
            each
            for each in reading.all(DominanceJudgement)
            if read_as(each.cause) == cause and each.judge == judge
        ),
        None,
    )


def _told(reading: Reading, judgements: Sequence[DominanceJudgement]) -> list[ToldJudgement]:
    names, coders = code_names(reading), reading.by_id(Coder)
    times = times_of(reading, [each.id for each in judgements])
    hashes = {each.id: bytes.fromhex(each.reason) for each in judgements if each.reason}
    words = read_text_blobs(reading.file, reading.connection, hashes.values())
    found = []
    for each in judgements:
        held = each.conditions or {}
        cause = names.tree.codes[names.tree.read_as(each.cause)]
        coder = None if each.judge is None else coders.get(each.judge)
        shown = tuple(held.get("shown", ()))
        found.append(
            ToldJudgement(
                id=each.id,
                cause=cause.id,
                cause_name=cause.name or "",
                verdict=each.verdict or "",
                judge="" if coder is None else coder.name or "",
                reason=words.get(hashes[each.id]) if each.id in hashes else None,
                judged_ms=times[each.id].changed_ms,
                unit=held.get("unit", "overlap"),
                domains=tuple(held.get("domains", ())),
                conditions=shown,
                heads=each.heads or "",
                changed=_changed(reading, cause.id, held),
            )
        )
    return found


def _changed(reading: Reading, cause: Id, held: Mapping[str, Any]) -> tuple[str, ...] | None:
    """The conditions that stand otherwise than when they were judged; None: a domain is gone."""
    tree = code_names(reading).tree
    domains = [tree.read_as(each) for each in held.get("domains", ())]
    if any(each not in tree.codes for each in domains):
        return None
    try:
        now = dominance_table(reading, cause, domains=domains, unit=held.get("unit", "overlap"))
    except MistakeOfUse:  # the domains were moved, or merged with the cause
        return None
    stood = {each["key"]: dict(each) for each in held.get("shown", ())}
    shown = {each["key"]: each for each in plain_conditions(now.conditions)}
    return tuple(key for key, each in shown.items() if stood.get(key) != each)
