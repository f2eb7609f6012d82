"""Memos and links as REFI-QDA has them: notes that are referred to, and links between things."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from crosscase.exchange.refi_memos import title_of_words
from crosscase.exchange.refi_notes import ABOUT_LINK, NOTE_LINK, UNNAMED_LINK
from crosscase.exchange.refi_plan import foreign_of
from crosscase.exchange.refi_written import ExportPlan, known_time, when
from crosscase.formats.refi_qda import records
from crosscase.model.ids import Id, derived_id
from crosscase.model.nouns import Coding, Link, Memo
from crosscase.store.blobs import read_text_blobs
from crosscase.store.reading import find_entities

__all__ = ["NoteExport"]

_USUAL_KIND = "analytic"
_DIRECTIONS = ("Associative", "OneWay", "Bidirectional")


class NoteExport:
    """The memos and links of one export."""

    def __init__(self, plan: ExportPlan) -> None:
        self.plan = plan
        memos = plan.reading.all(Memo)
        self.kept = [each for each in memos if "project" in foreign_of(each)]
        self._comments = [each for each in memos if foreign_of(each).get("comment")]
        aside = {each.id for each in (*self.kept, *self._comments)}
        self.memos = [each for each in memos if each.id not in aside]
        self._links = plan.reading.all(Link)
        self._about: list[records.Link] = []
        self._as_notes: set[Id] = set()
        plan.name(self.memos)
        plan.name(self._links)

    def notes(self, referred: Iterable[Id]) -> tuple[records.TextPart, ...]:
        """The memos, each put to what it hangs on: by a reference where there may be one."""
        plan = self.plan
        texts = self._texts([*self.memos, *self._comments])
        spans = plan.spans_of([*self.memos, *self._comments])
        for comment in self._comments:
            span = spans.get(comment.id)
            if span is not None:
                plan.comment(span, comment, texts.get(comment.id, ""))
        self._hang(spans, set(referred))
        times = plan.times(self.memos)
        lost = sum(each.id not in spans for each in self._comments)
        plan.tell("memo", len(self.memos) + len(self._comments) - lost, 0, lost)
        return tuple(self._note(each, texts, when(times[each.id].begun_ms)) for each in self.memos)

    def _note(self, memo: Memo, texts: Mapping[Id, str], begun: str) -> records.TextPart:
        plan, said = self.plan, foreign_of(memo)
        guid = plan.guid(memo.id) or memo.id
        plan.say(guid, kind=None if memo.memo_kind == _USUAL_KIND else memo.memo_kind)
        plan.keep(guid, "inside", said.get("inside") or ())
        description, words = self._parts(said, texts.get(memo.id) or "")
        title = plan.clean(memo.title)
        is_unnamed = said.get("unnamed") and title == title_of_words(words)
        return records.TextPart(
            kind="Note",
            guid=guid,
            name=None if is_unnamed else title,
            description=description,
            content=words or None,
            provenance=records.Provenance(
                plan.guid(memo.author),
                known_time(said.get("created")) or begun,
                plan.of_file(said.get("modifier")),
                known_time(said.get("modified")),
            ),
        )

    def _parts(self, said: Mapping[str, Any], body: str) -> tuple[str | None, str]:
        """What a note says of itself, and its words, where the memo still begins with that."""
        if said.get("described"):
            return body or None, ""
        description = self.plan.clean(said.get("description") or "")
        begins = f"{description}\n\n"
        if description and body.startswith(begins):
            return description, body.removeprefix(begins)
        return None, body

    def _hang(self, spans: Mapping[Id, Any], referred: set[Id]) -> None:
        """Put notes to what refers to them; what cannot refer to notes is linked to them."""
        plan = self.plan
        hung = [each.ends.end for each in self._links if each.link_type == NOTE_LINK]
        codings = self._codings_among([*hung, *(each.about for each in self.memos)])
        own = {each.id for each in self.memos}
        for link in self._links:
            if link.link_type != NOTE_LINK or link.ends.start not in own:
                continue
            if link.ends.end in referred | codings:
                self._as_notes.add(link.id)
                plan.notes_on.setdefault(link.ends.end, []).append(plan.guid(link.ends.start) or "")
        for memo in self.memos:
            guid = plan.guid(memo.id) or memo.id
            if memo.id in spans:
                plan.notes_at.setdefault(spans[memo.id], []).append(guid)
            elif memo.about in referred or memo.about in codings:
                plan.notes_on.setdefault(memo.about or "", []).append(guid)
            elif (about := plan.guid(memo.about)) is not None:
                own_guid = derived_id(memo.id, ABOUT_LINK)
                self._about.append(
                    records.Link(
                        guid=own_guid,
                        name=ABOUT_LINK,
                        direction="OneWay",
                        origin=guid,
                        target=about,
                    )
                )

    def _texts(self, memos: Sequence[Memo]) -> dict[Id, str]:
        reading = self.plan.reading
        wanted = {each.id: bytes.fromhex(each.text) for each in memos if each.text is not None}
        words = read_text_blobs(reading.file, reading.connection, wanted.values())
        clean = self.plan.clean
        return {id_: clean(words[name]) for id_, name in wanted.items() if name in words}

    def _codings_among(self, ids: Sequence[Id | None]) -> set[Id]:
        reading = self.plan.reading
        wanted = [each for each in ids if each is not None]
        found = find_entities(reading.file, reading.connection, wanted)
        return {id_ for id_, pair in found.items() if isinstance(pair[1], Coding)}

    # -- links -------------------------------------------------------------------------------

    def links(self) -> tuple[records.Link, ...]:
        """The links whose two ends are written, and those that came without their ends."""
        plan, written = self.plan, []
        for each in self._links:
            if each.id in self._as_notes:
                continue
            ends = [plan.guid(end) for end in each.ends]
            if None in ends:
                continue
            said, guid = foreign_of(each), plan.guid(each.id) or each.id
            plan.say(guid, sign=each.sign, note=each.note, basis=each.basis)
            direction = said.get("direction")
            undirected = direction if direction in _DIRECTIONS else "Associative"
            written.append(
                records.Link(
                    guid=guid,
                    name=None
                    if said.get("unnamed") and each.link_type == UNNAMED_LINK
                    else each.link_type,
                    direction="OneWay" if each.directed else undirected,
                    colour=said.get("color"),
                    origin=ends[0],
                    target=ends[1],
                    notes=tuple(plan.notes_on.get(each.id, ())),
                )
            )
        came = len(written) + len(self._as_notes)
        plan.tell("link", came, 0, len(self._links) - came)
        return (*written, *self._about)
