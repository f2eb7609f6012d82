"""Selections become the places of codings: on words, on areas, on what is said at a time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from crosscase.exchange.carried_places import CarriedPlaces
from crosscase.exchange.refi_counts import parts_inside, selection_parts
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
from crosscase.store.reading import list_all
from crosscase.store.session import made

__all__ = ["CodingPlan"]

_TITLE_CHARS = 60
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
    excerpt = " ".join((name or "").rstrip(". …").split())
    return None if excerpt in " ".join(words.split()) else name


def _says(selection: Selection) -> bool:
    return bool(selection.description or selection.notes)


def _marks(selection: Selection) -> bool:
    """Whether a selection is for anything by itself."""
    return bool(selection.codings) or _says(selection)


class CodingPlan:
    """The codings of one import, each place with the same code and coder once."""

    def __init__(self, plan: ImportPlan) -> None:
        self.plan = plan
        self._codes = {each.guid for each in plan.project.every_code()}
        reading = plan.reading
        self.held = {
            each.id: each
            for each in list_all(reading.file, reading.connection, Coding)
            if not each.dropped
        }
        self.carried = CarriedPlaces(reading)
        self._memos = reading.by_id(Memo)
        self._comments = {
            (each.about, self.carried.span(each.about, each.passage), each.text): each.id
            for each in self._memos.values()
            if each.about is not None and each.passage is not None and foreign_of(each)
        }
        self._said: dict[tuple[Any, ...], Id] = {}
        self._of_source: dict[Id, list[Coding]] = {}
        self._now: dict[Id, dict[tuple[Any, ...], Id]] = {}
        for each in self.held.values():
            region = tuple(each.region) if each.region else None
            self._said[each.source, each.code, each.coder, tuple(each.passage), region] = each.id
            self._of_source.setdefault(each.source, []).append(each)

    def take(
        self, source: Id, revision: Id, text: str, selection: Selection, spot: Spot | str
    ) -> dict[str, Any] | None:
        """Plan the codings of a selection.

        ``spot`` is where it lies, or why that is not known. Returns what is to be kept of it when
        nothing of it came over.
        """
        reason: str | None
        if isinstance(spot, str):
            reason = spot
        elif spot.start >= spot.end:
            reason = "empty-place"
        elif not (_marks(selection) or self.plan.annotations(selection.guid)):
            reason = "nothing-marked"
        elif selection.codings and not self._are_known(selection) and not _says(selection):
            reason = "target-unknown"
        else:
            reason = None
        if reason is not None or isinstance(spot, str):
            if selection.kind == "PlainTextSelection" and not isinstance(spot, str):
                selection = replace(selection, place=(spot.start, spot.end))
            return self.keep(selection, reason or "place-unknown")
        passage = Passage(revision, spot.start, spot.end)
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
        came = "changed" if spot.reason else "imported"
        if not selection.codings:
            self.plan.ledger.tell(selection.kind, "changed", "as-comment")
        elif came == "changed":
            self.plan.ledger.tell(selection.kind, "changed", spot.reason)
        else:
            self.plan.ledger.tell(selection.kind, "imported")
        return None

    def _are_known(self, selection: Selection) -> bool:
        """Whether the code of any of its codings is in the file; it may be removed here."""
        return any(each.code in self._codes for each in selection.codings)

    def keep(self, selection: Selection, reason: str) -> dict[str, Any]:
        """A selection that does not come over, with all in it, as it is kept with its source."""
        for kind, count in selection_parts(selection).items():
            why = reason if kind == selection.kind else "part-of-kept"
            self.plan.ledger.tell(kind, "kept", why, count)
        self._tell_unknown(selection)
        kept: dict[str, Any] = kept_record(selection)
        return kept

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
                more |= {"made": provenance_kept(selection.provenance)}
                more |= {"name": _own_name(selection.name, words)}
                more |= {"text": kept_record(selection.text), "place": kept_place(selection)}
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
        code = plan.entities.get(mark.code or "")
        if code is None:
            plan.ledger.tell("Coding", "left", "target-unknown")
            plan.keep_notes_aside(mark.notes)
            plan.aside(mark.aside)
            return None
        coder = plan.coder(mark.provenance.creator)
        more = more | self._unknown_coder(mark)
        id_ = plan.id_of("coding", mark.guid, source)
        same = (source, code, coder, tuple(passage), None if region is None else tuple(region))
        known = id_ if id_ in self.held else self._said.get(same) or self._at_place_now(same)
        if known is not None:
            held = self.held.get(known)
            plan.entities.setdefault(mark.guid, known)
            plan.hang(mark.notes, known, passage if held is None else None)
            foreign = plan.foreign(mark, created=mark.provenance.created, **more)
            if held is None:
                plan.ledger.tell("Coding", "changed", "merged-same")
            elif known in plan.seen:
                plan.ledger.tell("Coding", "here", "merged-same")
            else:
                fields = self._said_now(held, same) if known == id_ else {}
                plan.meet("Coding", held, foreign, **fields)
            return known
        if plan.refuses(id_, "Coding"):
            plan.ledger.tell("NoteRef", "left", plan.why_gone(id_), len(mark.notes))
            plan.leave_unknown(id_, mark)
            return None
        self._said[same] = id_
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

    def _unknown_coder(self, mark: CodingMark) -> dict[str, Any]:
        """What is kept of somebody who coded and is no user of the file."""
        creator = mark.provenance.creator
        if creator is None or self.plan.coder(creator) is not None:
            return {}
        self.plan.ledger.find("coder-unknown", _NOBODY)
        return {"creator": creator}

    def _at_place_now(self, same: tuple[Any, ...]) -> Id | None:
        """A coding that says the same of these words, though of another state of the text."""
        source, code, coder, passage, region = same
        if not self.carried.is_corrected(source):
            return None
        if source not in self._now:
            self._now[source] = {
                (
                    each.code,
                    each.coder,
                    self.carried.span(source, each.passage),
                    tuple(each.region) if each.region else None,
                ): each.id
                for each in self._of_source.get(source, ())
            }
        span = self.carried.span(source, Passage(*passage))
        return self._now[source].get((code, coder, span, region))

    def _said_now(self, held: Coding, same: tuple[Any, ...]) -> dict[str, Any]:
        """What the file says of a coding that is here: its code, its coder, its place."""
        source, code, coder, place, region = same
        passage = Passage(*place)
        said: dict[str, Any] = {"code": code}
        if self.plan.project.users:  # a tool that names nobody takes nobody away
            said["coder"] = coder
        spans = [self.carried.span(source, each) for each in (held.passage, passage)]
        if held.passage.revision == passage.revision or spans[0] != spans[1]:
            said["passage"] = passage
        if region is not None or held.region:
            said["region"] = None if region is None else list(region)
        return said

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
