"""Selections become the places of codings: on words, on areas, on what is said at a time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from crosscase.exchange.carried_places import CarriedPlaces
from crosscase.exchange.refi_codings_here import CodingsHere, Same
from crosscase.exchange.refi_counts import parts_inside, selection_parts, unknown_inside
from crosscase.exchange.refi_places import Spot
from crosscase.exchange.refi_plan import (
    REFI,
    ImportPlan,
    foreign_of,
    kept_record,
    provenance_kept,
    tidy,
)
from crosscase.formats.refi_qda.records import CodingMark, Selection
from crosscase.model.fields import Passage
from crosscase.model.ids import Id
from crosscase.model.nouns import Coding, Memo
from crosscase.model.regions import Region
from crosscase.store.blobs import blob_hash
from crosscase.store.coding_blocks import BASES, VALENCES
from crosscase.store.session import made

__all__ = ["CodingPlan"]

_TITLE_CHARS = 60
_UNKNOWN = "target-unknown"
_NOBODY = "A coding is by somebody whom the file does not name: it came without a coder."


def kept_place(selection: Selection) -> list[int] | None:
    """The numbers of an area or a time as they are written; those of words are worked out anew."""
    if selection.kind == "PlainTextSelection" or selection.place is None:
        return None
    return list(selection.place)


def _kept_times(selection: Selection, passage: Passage) -> dict[str, Any]:
    """How a place on words was said in times, and for which words that holds."""
    if selection.kind == "TranscriptSelection":
        return {"sync": [selection.from_sync, selection.to_sync]}
    if selection.kind in ("AudioSelection", "VideoSelection"):
        return {"at": [passage.start_char, passage.end_char]}
    return {}


def _own_name(name: str | None, words: str) -> str | None:
    """The name of a selection, unless it repeats its words: those change with the source."""
    if name is None:
        return None
    excerpt = " ".join(name.rstrip(". …").split())
    return None if excerpt in " ".join(words.split()) else name


def _says(selection: Selection) -> bool:
    return bool(selection.description or selection.notes)


def _says_or_codes(selection: Selection) -> bool:
    return bool(selection.codings or selection.description)


def _marks(selection: Selection) -> bool:
    """Whether a selection is for anything by itself."""
    return bool(selection.codings) or _says(selection)


def _kept_time(
    selection: Selection, merged: Sequence[tuple[CodingMark, Id]]
) -> dict[str, Any] | None:
    """A stretch of time whose words are coded so already: it is no coding, and goes back.

    ``merged`` are its codings, each with the one that says the same of the same words.
    """
    if selection.kind not in ("AudioSelection", "VideoSelection") or not merged:
        return None
    marks = tuple(replace(mark, notes=(), aside=None) for mark, _ in merged)
    bare = replace(selection, description=None, notes=(), aside=None, codings=marks)
    kept: dict[str, Any] = kept_record(bare)
    return kept | {"merged": [coding for _, coding in merged]}


class CodingPlan:
    """The codings of one import, each place with the same code and coder once."""

    def __init__(self, plan: ImportPlan) -> None:
        self.plan = plan
        reading = plan.reading
        self.carried = CarriedPlaces(reading)
        self._memos = reading.by_id(Memo)
        self._comments = {
            (each.about, self.carried.span(each.about, each.passage), each.text): each.id
            for each in self._memos.values()
            if each.about is not None and each.passage is not None and foreign_of(each)
        }
        self.here = CodingsHere(plan, self.carried)
        self._merged: list[tuple[CodingMark, Id]] = []

    def take(
        self, source: Id, revision: Id, text: str, selection: Selection, spot: Spot | str
    ) -> dict[str, Any] | None:
        """Plan the codings of a selection.

        ``spot`` is where it lies, or why that is not known. Returns what is to be kept of it:
        all when nothing of it came over, what words are coded at cases, and a stretch of time
        whose words are coded so already.
        """
        reason: str | None
        if isinstance(spot, str):
            reason = spot
        elif spot.start >= spot.end:
            reason = "empty-place"
        elif not (_marks(selection) or self.plan.annotations(selection.guid)):
            reason = "nothing-marked"
        elif selection.codings and not self._are_known(selection) and not _says(selection):
            reason = "case-coding" if any(map(self._is_of_case, selection.codings)) else _UNKNOWN
        else:
            reason = None
        if reason is not None or isinstance(spot, str):
            if selection.kind == "PlainTextSelection" and not isinstance(spot, str):
                selection = replace(selection, place=(spot.start, spot.end))
            return self.keep(selection, reason or "place-unknown", spot)
        of_cases = self._keep_of_cases(selection, spot)
        if of_cases is not None:
            others = (each for each in selection.codings if not self._is_of_case(each))
            selection = replace(selection, codings=tuple(others))
        passage = Passage(revision, spot.start, spot.end)
        before, merged = len(self.plan.changes), len(self._merged)
        coded = self._codings(source, passage, selection, spot, text[spot.start : spot.end])
        memo = self._comment(source, passage, selection) if selection.description else None
        if coded is not None or memo is not None:
            self.plan.entities.setdefault(selection.guid, coded or memo or source)
        if not selection.codings and memo is None and selection.aside is not None:
            self.plan.ledger.tell("other", "left", "unknown-element", len(selection.aside.elements))
        self.plan.hang(selection.notes, coded or source, passage)
        if not _marks(selection):
            self.plan.annotate(selection.guid, source, passage)
        if selection.text is not None:
            self.plan.ledger.tell(selection.text.kind, "kept", "not-modelled")
            for kind, count in parts_inside(selection.text).items():
                self.plan.ledger.tell(kind, "kept", "part-of-kept", count)
            self.plan.aside(selection.text.aside)
        is_new = len(self.plan.changes) > before
        self._tell_what_came(selection, spot, is_new, [x for x in (coded, memo) if x is not None])
        return of_cases or _kept_time(selection, self._merged[merged:])

    def _is_of_case(self, mark: CodingMark) -> bool:
        """Whether its code is a case: so NVivo says that words are of a case."""
        return self.plan.names(mark.code) == "case"

    def _keep_of_cases(self, selection: Selection, spot: Spot) -> dict[str, Any] | None:
        """What is kept of a selection for its codings at cases, when the rest of it comes over."""
        marks = tuple(filter(self._is_of_case, selection.codings))
        if not marks:
            return None
        place = selection.place
        if selection.kind == "PlainTextSelection":
            place = (spot.start, spot.end)
        for mark in marks:
            self.plan.ledger.tell("Coding", "kept", "case-coding")
            self.plan.keep_notes_aside(mark.notes)
            self.plan.aside(mark.aside)
        bare = replace(
            selection, place=place, codings=marks, description=None, notes=(), text=None, aside=None
        )
        kept: dict[str, Any] = kept_record(bare)
        return kept

    def _tell_what_came(
        self, selection: Selection, spot: Spot, is_new: bool, found: Sequence[Id]
    ) -> None:
        """Tell what became of a selection: as much as of what stands on its words."""
        kind, tell = selection.kind, self.plan.ledger.tell
        if not found and _says_or_codes(selection):
            tell(kind, "left", "removed")
        elif not is_new and any(each in self.here.held or each in self._memos for each in found):
            tell(kind, "here")
        elif not selection.codings:
            tell(kind, "changed", "as-comment")
        elif spot.reason:
            tell(kind, "changed", spot.reason)
        else:
            tell(kind, "imported")

    def _are_known(self, selection: Selection) -> bool:
        """Whether the code of any of its codings is in the file; it may be removed here."""
        return any(self.plan.names(each.code) == "code" for each in selection.codings)

    def keep(
        self, selection: Selection, reason: str, spot: Spot | str | None = None
    ) -> dict[str, Any]:
        """A selection that does not come over, with all in it, as it is kept with its source."""
        for kind, count in selection_parts(selection).items():
            why = reason if kind == selection.kind else "part-of-kept"
            self.plan.ledger.tell(kind, "kept", why, count)
        self._tell_unknown(selection)
        kept: dict[str, Any] = kept_record(selection)
        # Its numbers may be those of other words: in ours they would mark what nobody marked.
        return kept if isinstance(spot, Spot) else kept | {"unplaced": True}

    def _tell_unknown(self, selection: Selection) -> None:
        for each in (selection, *selection.codings, *([selection.text] if selection.text else [])):
            self.plan.aside(each.aside)

    def _codings(
        self, source: Id, passage: Passage, selection: Selection, spot: Spot, words: str
    ) -> Id | None:
        first: Id | None = None
        for number, mark in enumerate(selection.codings):
            more: dict[str, Any] = {"selection": selection.written or selection.guid}
            if number == 0:
                more["made"] = provenance_kept(selection.provenance)
                more["name"] = _own_name(selection.name, words)
                if selection.text is not None:
                    more["text"] = kept_record(selection.text)
                if selection.kind != "PlainTextSelection":
                    more["place"] = kept_place(selection)
                    more |= _kept_times(selection, passage)
                more |= self.plan.aside(selection.aside)
            id_ = self.mark(source, passage, mark, spot.region, more)
            first = first or id_
        return first

    def mark(
        self,
        source: Id,
        passage: Passage,
        mark: CodingMark,
        region: Region | None,
        more: dict[str, Any],
        reason: str | None = None,
    ) -> Id | None:
        """Plan one coding; None when its code is not in the file."""
        plan = self.plan
        removed = plan.removed.get(mark.code or "")
        code = plan.entities.get(mark.code or "", removed)
        if code is None or plan.names(mark.code) != "code":
            plan.ledger.tell("Coding", "left", _UNKNOWN)
            plan.keep_notes_aside(mark.notes)
            plan.aside(mark.aside)
            return None
        coder = plan.coder(mark.provenance.creator)
        more = more | self._unknown_coder(mark)
        id_ = self.here.id_of(mark, source)
        place = (tuple(passage), None if region is None else tuple(region))
        same = (source, code, coder, *place)
        known, was = self.here.find(id_, same)
        if removed is not None and known is not None and not self.here.shows(known):
            was, known = known, None
        if known is not None:
            self._meet(mark, known, same, more, is_sure=known == id_)
            return known
        why = plan.why_gone(was)
        if why is None and removed is not None:
            why = plan.why_gone(removed) or "removed"
        if why is not None:
            plan.ledger.tell("Coding", "left", why)
            plan.ledger.tell("NoteRef", "left", why, len(mark.notes))
            plan.ledger.tell("other", "left", why, unknown_inside(mark))
            return None
        self.here.remember(same, id_)
        beyond = plan.beyond(mark.guid)
        plan.entities.setdefault(mark.guid, id_)
        plan.hang(mark.notes, id_, passage)
        plan.changes.append(
            made(
                Coding,
                id_,
                fresh=False,
                source=source,
                code=code,
                coder=coder,
                passage=passage,
                region=None if region is None else list(region),
                valence=beyond.one_of("valence", VALENCES),
                basis=beyond.one_of("basis", BASES),
                foreign=plan.foreign(mark, created=mark.provenance.created, **more),
            )
        )
        plan.ledger.tell("Coding", "changed" if reason else "imported", reason)
        return id_

    def _meet(
        self, mark: CodingMark, known: Id, same: Same, more: dict[str, Any], *, is_sure: bool
    ) -> None:
        """A coding that is here, or came a moment ago: what the file says of it now."""
        plan, held = self.plan, self.here.held.get(known)
        plan.entities.setdefault(mark.guid, known)
        plan.hang(mark.notes, known, Passage(*same[3]) if held is None else None)
        foreign = plan.foreign(mark, created=mark.provenance.created, **more)
        if held is None or known in plan.seen:
            by = plan.coder(mark.provenance.creator) or mark.provenance.creator
            own = replace(mark, provenance=replace(mark.provenance, creator=by))
            self._merged.append((own, known))
        if held is None:
            plan.ledger.tell("Coding", "changed", "merged-same")
        elif known in plan.seen:
            plan.ledger.tell("Coding", "here", "merged-same")
        else:
            fields = self.here.said_now(held, same) if is_sure else {}
            plan.meet("Coding", held, foreign, **fields)

    def _unknown_coder(self, mark: CodingMark) -> dict[str, Any]:
        """What is kept of somebody who coded and is no user of the file."""
        creator = mark.provenance.creator
        if creator is None or self.plan.coder(creator) is not None:
            return {}
        self.plan.ledger.find("coder-unknown", _NOBODY)
        return {"creator": creator}

    def _comment(self, source: Id, passage: Passage, selection: Selection) -> Id | None:
        """The memo that a described selection becomes."""
        id_ = self.plan.id_of("memo", selection.guid, source)
        words = selection.description or ""
        data = words.encode("utf-8")
        bare = not selection.codings and self.plan.why_gone(id_) is None
        unknown = self.plan.aside(selection.aside) if bare else {}
        if id_ not in self._memos and self.plan.why_gone(id_) is None:
            span = self.carried.span(source, passage)
            id_ = self._comments.get((source, span, blob_hash(data)), id_)
        if id_ in self._memos:
            self.plan.blobs[blob_hash(data)] = data
            foreign = {REFI: unknown} if unknown else None
            self.plan.meet("", self._memos[id_], foreign, text=blob_hash(data))
            return id_
        if self.plan.why_gone(id_) is not None:
            return None
        self.plan.blobs[blob_hash(data)] = data
        more: dict[str, Any] = {"selection": selection.written or selection.guid, "comment": True}
        if not selection.codings:
            more |= {"made": provenance_kept(selection.provenance), "name": selection.name}
            more |= {"place": kept_place(selection), "text": kept_record(selection.text), **unknown}
        self.plan.changes.append(
            made(
                Memo,
                id_,
                fresh=False,
                title=tidy(words)[:_TITLE_CHARS].strip() or "Comment",
                memo_kind="analytic",
                text=blob_hash(data),
                about=source,
                passage=passage,
                author=self.plan.coder(selection.provenance.creator),
                foreign={"refi_qda": {name: each for name, each in more.items() if each}},
            )
        )
        return id_

    def keep_all(self, selections: Iterable[Selection], reason: str) -> list[dict[str, Any]]:
        """Keep all selections of a text or file that cannot be placed."""
        return [self.keep(each, reason) for each in selections]
