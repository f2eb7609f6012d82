"""Notes become memos: each hangs on the first thing that refers to it, and is linked to others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from crosscase.exchange.crossing import Outcome
from crosscase.exchange.refi_counts import parts_inside
from crosscase.exchange.refi_notes import NOTE_LINK
from crosscase.exchange.refi_plan import (
    ImportPlan,
    NoteTarget,
    foreign_of,
    kept_record,
    provenance_kept,
    tidy,
)
from crosscase.exchange.refi_texts import told_text
from crosscase.formats.refi_qda import records
from crosscase.formats.refi_qda.offsets import CountedText
from crosscase.model.edits import edits_between
from crosscase.model.fields import Ends
from crosscase.model.ids import Id
from crosscase.model.nouns import Link, Memo
from crosscase.store.blobs import blob_hash, read_text_blobs
from crosscase.store.session import made

__all__ = ["NotePlan", "title_of_words"]

_TITLE_CHARS = 60


@dataclass(frozen=True, slots=True)
class _Said:
    """What a note says: its own words (None: they are missing), and what its memo holds."""

    words: str | None
    title: str
    body: str
    foreign: dict[str, Any]

    @property
    def text(self) -> str:
        """The name of the blob of what the memo holds."""
        return blob_hash(self.body.encode("utf-8"))


class NotePlan:
    """The notes of one import; made first, so that what comes before them can refer to them."""

    def __init__(self, plan: ImportPlan) -> None:
        self.plan = plan
        self._held = plan.reading.by_id(Memo)
        self._linked = {
            tuple(each.ends) for each in plan.reading.all(Link) if each.link_type == NOTE_LINK
        }
        self._said = {
            note.guid: self._read(note)
            for note in plan.project.notes
            if plan.why_gone(plan.id_of("memo", note.guid)) is None
        }
        self._ids = self._found()
        for note in plan.project.notes:
            plan.entities.setdefault(note.guid, self._ids[note.guid])

    def _read(self, note: records.TextPart) -> _Said:
        plan = self.plan
        words = told_text(plan, note)
        text = None if words is None else CountedText(words).text
        body = "\n\n".join(each for each in (note.description, text) if each)
        foreign = plan.foreign(
            note,
            description=note.description if text else None,
            described=True if note.description and not text else None,
            unnamed=None if tidy(note.name) else True,
            richTextPath=note.rich_path,
            inside=kept_record((*note.selections, *note.codings, *note.values)),
            **provenance_kept(note.provenance),
        )
        title = tidy(note.name) or title_of_words(text)
        return _Said(text, title, body, foreign)

    def _found(self) -> dict[str, Id]:
        """The memo of each note: by its GUID, else by its title and words, or its title alone."""
        plan = self.plan
        ids = {note.guid: plan.id_of("memo", note.guid) for note in plan.project.notes}
        free = {id_: memo for id_, memo in self._held.items() if id_ not in ids.values()}
        by_words: dict[tuple[str, str | None], list[Id]] = {}
        by_title: dict[str, list[Id]] = {}
        for id_, memo in free.items():
            by_words.setdefault((memo.title.casefold(), memo.text), []).append(id_)
            if foreign_of(memo).get("guid"):
                by_title.setdefault(memo.title.casefold(), []).append(id_)
        titles = Counter(each.title.casefold() for each in self._said.values())
        words = self._words(each for listed in by_title.values() for each in listed[:1])
        for guid, id_ in ids.items():
            if id_ in self._held or plan.why_gone(id_) is not None:
                continue
            said = self._said[guid]
            title = said.title.casefold()
            same = by_words.get((title, said.text), [])
            if not same and titles[title] == 1 and len(by_title.get(title, ())) == 1:
                [other] = by_title[title]
                same = [other] if _is_newer(words.get(other, ""), said.body) else []
            if same and same[0] in free:
                ids[guid] = same[0]
                del free[same.pop(0)]
        return ids

    def _words(self, ids: Iterable[Id]) -> dict[Id, str]:
        """The words of memos of the study."""
        named = {id_: bytes.fromhex(text) for id_ in ids if (text := self._held[id_].text)}
        reading = self.plan.reading
        words = read_text_blobs(reading.file, reading.connection, named.values())
        return {id_: words[name] for id_, name in named.items() if name in words}

    def take_all(self) -> None:
        """Plan the memos, when it is known what they hang on."""
        plan = self.plan
        for note in plan.project.notes:
            for kind, count in parts_inside(note).items():
                plan.ledger.tell(kind, "kept", "not-modelled", count)
            id_ = self._ids[note.guid]
            if id_ in self._held:
                self._meet(note, self._held[id_])
            elif plan.refuses(id_, "Note"):
                self._tell(plan.notes_on.get(note.guid, ()), "left", plan.why_gone(id_))
                plan.leave_unknown(id_, note.aside)
            else:
                self._new(note, id_)
        for guid, targets in plan.notes_on.items():
            if guid not in self._ids:
                self._tell(targets, "left", "target-unknown")

    def _tell(
        self, targets: Sequence[NoteTarget], outcome: Outcome, reason: str | None = None
    ) -> None:
        for target in targets:
            self.plan.ledger.tell(target.told_as, outcome, reason)

    def _meet(self, note: records.TextPart, held: Memo) -> None:
        """A memo that is here: its words and its title as the file says them now."""
        said = self._said[note.guid]
        fields: dict[str, Any] = {}
        is_sure = held.id == self.plan.id_of("memo", note.guid)
        if said.body:
            self.plan.blobs[said.text] = said.body.encode("utf-8")
            fields["text"] = said.text
        if tidy(note.name):
            fields["title"] = said.title
        self.plan.meet("Note", held, said.foreign, is_sure=is_sure, **fields)
        targets = self.plan.notes_on.get(note.guid, ())
        new = [
            each
            for each in targets
            if each.entity != held.about and (held.id, each.entity) not in self._linked
        ]
        if held.about is not None and held.about not in {each.entity for each in targets}:
            new = []  # people put it to something else, and that stays
        self._tell([each for each in targets if each not in new], "here")
        self._link(note, held.id, new)

    def _new(self, note: records.TextPart, id_: Id) -> None:
        plan, said = self.plan, self._said[note.guid]
        targets = plan.notes_on.get(note.guid, [])
        first = targets[0] if targets else NoteTarget(id_)
        plan.blobs[said.text] = said.body.encode("utf-8")
        plan.changes.append(
            made(
                Memo,
                id_,
                fresh=False,
                title=said.title,
                memo_kind=plan.beyond(note.guid).one_of("kind", plan.rules.memo_kinds)
                or "analytic",
                text=said.text,
                about=first.entity if targets else None,
                passage=first.passage,
                author=plan.coder(note.provenance.creator),
                foreign=said.foreign,
            )
        )
        if said.words is None and not note.description:
            plan.ledger.tell("Note", "changed", "text-missing")
        elif tidy(note.name):
            plan.ledger.tell("Note", "imported")
        else:
            plan.ledger.tell("Note", "changed", "named")
        self._tell(targets[:1], "imported")
        self._link(note, id_, targets[1:])

    def _link(self, note: records.TextPart, id_: Id, targets: Sequence[NoteTarget]) -> None:
        """Join a memo to the further things on which its note hangs."""
        plan = self.plan
        for target in dict.fromkeys(each.entity for each in targets):
            link = plan.id_of("link", note.guid, target)
            if plan.why_gone(link) is not None or (id_, target) in self._linked:
                continue
            ends = Ends(id_, target)
            plan.changes.append(
                made(Link, link, fresh=False, link_type=NOTE_LINK, ends=ends, directed=True)
            )
        self._tell(targets, "changed", "as-link")


def title_of_words(text: str | None) -> str:
    """How the memo of a note without a name is called."""
    return tidy(text)[:_TITLE_CHARS].strip() or "Unnamed note"


def _is_newer(words: str, newer: str) -> bool:
    """Whether at least half of the words of a memo stand in what may be its newer state."""
    gone = sum(each.end_char - each.start_char for each in edits_between(words, newer))
    return 2 * (len(words) - gone) >= max(len(words), len(newer))
