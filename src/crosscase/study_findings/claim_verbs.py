"""The verbs of claims: sentences of manuscripts, linked to the findings that they tell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from crosscase.coding.coding_rules import resolve_coder
from crosscase.coding.named_things import checked_text, tidy_name
from crosscase.errors import MistakeOfUse
from crosscase.log.records import Draft, DraftChange
from crosscase.model.finding_nouns import Claim, Finding
from crosscase.model.ids import Id
from crosscase.store.blobs import blob_hash
from crosscase.store.recording import Recorded
from crosscase.store.removed_things import find_removed
from crosscase.store.session import Reading, Session, changed, dropped, made
from crosscase.study_findings.ledger import find_finding
from crosscase.study_synthesis.withheld_words import shown_texts

__all__ = ["ClaimAsked", "ClaimVerbs", "LinkedClaim"]


@dataclass(frozen=True, slots=True)
class LinkedClaim:
    """A sentence of a manuscript that tells a finding, as it stood when it was linked."""

    id: Id
    finding: Id
    finding_name: str
    manuscript: str
    sentence: str
    place: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class ClaimAsked:
    """A sentence to be linked to a finding; ``place``: the how-manieth sentence of how many."""

    sentence: str
    finding: str
    place: Mapping[str, int] | None = None


class ClaimVerbs:
    """The links between findings and the sentences of manuscripts."""

    _session: Session

    def claims(
        self, manuscript: str | None = None, finding: str | None = None
    ) -> tuple[LinkedClaim, ...]:
        """The linked sentences, all or those of a manuscript or finding, in their order there."""
        with self._session.reading() as reading:
            wanted = None if finding is None else find_finding(reading, finding).id
            found = [
                each
                for each in reading.all(Claim)
                if (manuscript is None or each.manuscript == manuscript)
                and wanted in (None, each.finding)
            ]
            return _linked(reading, found)

    def link(
        self,
        manuscript: str,
        sentence: str,
        finding: str,
        *,
        place: Mapping[str, int] | None = None,
    ) -> LinkedClaim:
        """Link a sentence of a manuscript to the finding that it tells; once is enough."""
        return self.link_all(manuscript, [ClaimAsked(sentence, finding, place)])[0]

    def link_all(self, manuscript: str, asked: Sequence[ClaimAsked]) -> tuple[LinkedClaim, ...]:
        """Link sentences of a manuscript to findings, as one operation."""
        where = tidy_name(manuscript, "manuscript")
        words = [_words_of_sentence(each.sentence) for each in asked]
        fresh = [self._session.ids() for _ in asked]
        linked: list[Id] = []

        def decide(reading: Reading) -> Draft | None:
            linked.clear()
            author, extra = resolve_coder(self._session, reading, None)
            there = {
                (each.finding, each.sentence, _place(each.place)): each.id
                for each in reading.all(Claim)
                if each.manuscript == where
            }
            changes: list[DraftChange] = []
            finding = ""
            for each, data, id_ in zip(asked, words, fresh, strict=True):
                finding = find_finding(reading, each.finding).id
                key = (finding, blob_hash(data), _place(each.place))
                if key not in there:
                    there[key] = id_
                    changes.append(
                        made(
                            Claim,
                            id_,
                            finding=finding,
                            manuscript=where,
                            sentence=blob_hash(data),
                            place=dict(each.place) if each.place else None,
                            author=author,
                        )
                    )
                linked.append(there[key])
            if not changes:
                return None
            blobs = {blob_hash(data): data for data in words}
            if len(asked) == 1:
                return Draft("claim.linked", {"finding": finding}, (*changes, *extra), blobs)
            return Draft("claims.linked", {"n": len(changes)}, (*changes, *extra), blobs)

        self._session.record(decide)
        with self._session.reading() as reading:
            known = {
                each.id: each
                for each in _linked(reading, [reading.get(Claim, id_) for id_ in set(linked)])
            }
        return tuple(known[id_] for id_ in linked)

    def change_claim(
        self,
        claim: Id,
        *,
        sentence: str | None = None,
        finding: str | None = None,
        place: Mapping[str, int] | None = None,
    ) -> Recorded | None:
        """Say how a linked sentence reads now, where it stands, or what finding it tells."""
        words = None if sentence is None else _words_of_sentence(sentence)

        def decide(reading: Reading) -> Draft | None:
            found = reading.get(Claim, claim)
            says: dict[str, Any] = {}
            if words is not None:
                says["sentence"] = blob_hash(words)
            if finding is not None:
                says["finding"] = find_finding(reading, finding).id
            if place is not None:
                says["place"] = dict(place)
            new = {field: value for field, value in says.items() if getattr(found, field) != value}
            if not new:
                return None
            values = {"finding": new.get("finding", found.finding)}
            blobs = {} if words is None else {blob_hash(words): words}
            return Draft("claim.changed", values, (changed(Claim, claim, **new),), blobs)

        return self._session.record(decide)

    def unlink(self, claim: Id) -> Recorded | None:
        """Take a sentence off its finding."""

        def decide(reading: Reading) -> Draft | None:
            found = reading.get(Claim, claim)
            if found.dropped:
                return None
            return Draft("claim.removed", {"finding": found.finding}, (dropped(Claim, claim),))

        return self._session.record(decide)

    def restore_claim(self, claim: Id) -> Recorded | None:
        """Link a sentence again that was taken off its finding."""

        def decide(reading: Reading) -> Draft | None:
            found = find_removed(reading, Claim, claim)
            if found is None:
                return None
            change = dropped(Claim, found.id, False)
            return Draft("claim.restored", {"finding": found.finding}, (change,))

        return self._session.record(decide)


def _words_of_sentence(sentence: str) -> bytes:
    words = " ".join(checked_text(sentence).split())
    if not words:
        raise MistakeOfUse("There is no sentence to link.", slug="empty-sentence")
    return words.encode("utf-8")


def _place(held: Any) -> tuple[tuple[str, int], ...]:
    return tuple(sorted((held or {}).items()))


def _linked(reading: Reading, claims: Sequence[Claim]) -> tuple[LinkedClaim, ...]:
    words = shown_texts(reading, (bytes.fromhex(each.sentence) for each in claims))
    findings = reading.by_id(Finding)
    told = [
        LinkedClaim(
            each.id,
            each.finding,
            findings[each.finding].name or "" if each.finding in findings else "",
            each.manuscript,
            words.get(bytes.fromhex(each.sentence), ""),
            dict(each.place or {}),
        )
        for each in claims
    ]
    return tuple(
        sorted(told, key=lambda each: (each.manuscript, each.place.get("sentence", 0), each.id))
    )
