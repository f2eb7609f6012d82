"""The verbs of memos: notes that researchers write, about anything or about nothing yet."""

from __future__ import annotations

from collections.abc import Sequence
from types import EllipsisType
from typing import TYPE_CHECKING, Any

from crosscase.coding.carried_passages import (
    CurrentPassage,
    CurrentTexts,
    PassageAsked,
    passage_of,
)
from crosscase.coding.coding_rules import checked
from crosscase.coding.memo_reading import ToldMemo, on_source, told_memos
from crosscase.coding.named_things import Thing, checked_text, find_thing, tidy_name
from crosscase.log.records import Draft
from crosscase.model.ids import Id
from crosscase.model.nouns import Code, Memo
from crosscase.store.blobs import blob_hash, read_text_blob
from crosscase.store.code_tree import read_tree
from crosscase.store.recording import Recorded
from crosscase.store.removed_things import find_removed
from crosscase.store.session import Reading, Session, changed, dropped, made
from crosscase.store.source_names import find_coder, find_named, find_source

if TYPE_CHECKING:
    from crosscase.coding.memo_tables import ImportedMemos

__all__ = ["MEMO_KINDS", "Memos", "ToldMemo"]

MEMO_KINDS = ("analytic", "methodological", "reflexive", "summary")


class Memos:
    """All memos of a study."""

    def __init__(self, session: Session) -> None:
        self._session = session

    # -- reading -----------------------------------------------------------------------

    def all(
        self,
        *,
        memo_kind: str | None = None,
        author: str | None = None,
        about: Thing | None = None,
        source: str | None = None,
    ) -> list[Memo]:
        """Memos in the order in which they were begun.

        Of a kind, of an author, about one thing, or about a source or a passage of it.
        """
        wanted_kind = checked("memo kind", memo_kind, MEMO_KINDS)
        with self._session.reading() as reading:
            found = reading.all(Memo)
            if wanted_kind is not None:
                found = [memo for memo in found if memo.memo_kind == wanted_kind]
            if author is not None:
                person = find_coder(reading, author).id
                found = [memo for memo in found if memo.author == person]
            if about is not None:
                ids = _also_merged(reading, find_thing(reading, about).id)
                found = [memo for memo in found if memo.about in ids]
            if source is not None:
                found = on_source(reading, found, find_source(reading, source).id)
            return found

    def told(self, memos: Sequence[Memo]) -> list[ToldMemo]:
        """Memos with their words, what they hang on by name, and when they were written."""
        with self._session.reading() as reading:
            return told_memos(reading, memos)

    def get(self, memo: str) -> Memo:
        """One memo by title or id."""
        with self._session.reading() as reading:
            return find_named(memo, reading.all(Memo), "memo")

    def text(self, memo: str) -> str:
        """The words of a memo."""
        with self._session.reading() as reading:
            found = find_named(memo, reading.all(Memo), "memo")
            if found.text is None:
                return ""
            return read_text_blob(reading.file, reading.connection, bytes.fromhex(found.text))

    def passage(self, memo: str) -> CurrentPassage | None:
        """The passage that a memo hangs on, where it lies now; None when it hangs on none."""
        with self._session.reading() as reading:
            found = find_named(memo, reading.all(Memo), "memo")
            return None if found.passage is None else CurrentTexts(reading).carry(found.passage)

    # -- writing -----------------------------------------------------------------------

    def write(
        self,
        title: str,
        text: str = "",
        *,
        memo_kind: str = "analytic",
        about: Thing | None = None,
        passage: PassageAsked | None = None,
    ) -> Memo:
        """Write a memo, about any entity (an id, or kind and name) or a passage.

        ``passage`` is (source, quote) or (source, start_char, end_char); without ``about`` the
        memo is then about that source.
        """
        id_ = self._session.ids()
        fields = _fields(title=title, memo_kind=memo_kind)
        words = _words(text)

        def decide(reading: Reading) -> Draft:
            target = None if about is None else find_thing(reading, about).id
            place = None
            if passage is not None:
                source, place = passage_of(reading, passage)
                target = target or source
            memo = made(
                Memo,
                id_,
                title=fields["title"],
                memo_kind=fields["memo_kind"],
                text=blob_hash(words),
                about=target,
                passage=place,
                author=self._session.person,
            )
            return Draft("memo.written", {"memo": id_}, (memo,), {blob_hash(words): words})

        self._session.record(decide)
        return self.get(id_)

    def change(
        self,
        memo: str,
        *,
        title: str | None = None,
        text: str | None = None,
        memo_kind: str | None = None,
        about: Thing | EllipsisType | None = ...,
    ) -> Recorded | None:
        """Change the title, the words or the kind of a memo, or what it hangs on.

        What is not given stays. With ``about`` None it hangs on nothing, and on no passage.
        """
        fields: dict[str, Id | None] = {**_fields(title=title, memo_kind=memo_kind)}
        blobs: dict[str, bytes] = {}
        if text is not None:
            words = _words(text)
            fields["text"] = blob_hash(words)
            blobs[blob_hash(words)] = words

        def decide(reading: Reading) -> Draft | None:
            found = find_named(memo, reading.all(Memo), "memo")
            fields.update(_hung(reading, about))
            new = {name: value for name, value in fields.items() if getattr(found, name) != value}
            if not new:
                return None
            return Draft(
                "memo.changed", {"memo": found.id}, (changed(Memo, found.id, **new),), blobs
            )

        return self._session.record(decide)

    def import_table(
        self,
        columns: Sequence[str],
        rows: Sequence[Sequence[Any]],
        *,
        lines: Sequence[int] | None = None,
        strict: bool = False,
        dry_run: bool = False,
    ) -> ImportedMemos:
        """Take memos from the rows of a table, as one operation.

        Columns: title and text, and if wanted memo_kind, about (a name or ``kind:name``), author,
        and a passage as source with quote or start_char and end_char. Rows that cannot be taken
        are listed by their lines; with ``strict`` the first one stops the import.
        """
        from crosscase.coding.memo_tables import import_memo_table

        return import_memo_table(
            self._session,
            columns,
            rows,
            lines=lines,
            strict=strict,
            dry_run=dry_run,
        )

    def remove(self, memo: str) -> Recorded | None:
        """Drop a memo, until it is restored or this is undone."""

        def decide(reading: Reading) -> Draft:
            found = find_named(memo, reading.all(Memo), "memo")
            return Draft("memo.removed", {"memo": found.id}, (dropped(Memo, found.id),))

        return self._session.record(decide)

    def restore(self, memo: str) -> Recorded | None:
        """Bring a dropped memo back, by its id or its title."""

        def decide(reading: Reading) -> Draft | None:
            found = find_removed(reading, Memo, memo)
            if found is None:
                return None
            return Draft("memo.restored", {"memo": found.id}, (dropped(Memo, found.id, False),))

        return self._session.record(decide)


def _also_merged(reading: Reading, id_: Id) -> set[Id]:
    """An entity, and the codes that were merged into it."""
    tree = read_tree(reading)
    return {id_, *(code.id for code in reading.all(Code) if tree.read_as(code.id) == id_)}


def _hung(reading: Reading, about: Thing | EllipsisType | None) -> dict[str, Id | None]:
    if about is None:
        return {"about": None, "passage": None}
    return {} if isinstance(about, EllipsisType) else {"about": find_thing(reading, about).id}


def _fields(*, title: str | None, memo_kind: str | None) -> dict[str, str]:
    fields: dict[str, str] = {}
    if title is not None:
        fields["title"] = tidy_name(title, "memo")
    kind = checked("memo kind", memo_kind, MEMO_KINDS)
    if kind is not None:
        fields["memo_kind"] = kind
    return fields


def _words(text: str) -> bytes:
    return checked_text(text).encode("utf-8")
