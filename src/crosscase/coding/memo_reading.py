"""Memos as people read them: their words, what they hang on, who wrote them and when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from crosscase.coding.carried_passages import CurrentPassage, CurrentTexts
from crosscase.coding.named_things import name_of_thing
from crosscase.model.ids import Id
from crosscase.model.nouns import Code, Coding, Memo, Revision
from crosscase.store.blobs import read_text_blobs
from crosscase.store.code_tree import read_tree
from crosscase.store.history import Times, times_of
from crosscase.store.reading import find_entities
from crosscase.store.session import Reading

__all__ = ["AboutThing", "ToldMemo", "on_source", "told_memos"]


@dataclass(frozen=True, slots=True)
class AboutThing:
    """What a memo is about; a coding goes by its code's name, a merged code by its target's."""

    kind: str
    id: Id
    name: str


@dataclass(frozen=True, slots=True)
class ToldMemo:
    """A memo with its words, the names that go with it, and when it was begun and changed."""

    memo: Memo
    text: str
    author: str | None
    about: AboutThing | None
    passage: CurrentPassage | None
    times: Times


def on_source(reading: Reading, memos: Sequence[Memo], source: Id) -> list[Memo]:
    """Those of the memos that are about a source, a coding in it, or on a passage of it."""
    revisions = {each.id for each in reading.all(Revision) if each.source == source}
    wanted = {memo.about for memo in memos if memo.about is not None} - {source}
    found = find_entities(reading.file, reading.connection, wanted)
    ids = {source} | {
        id_
        for id_, (_, noun) in found.items()
        if isinstance(noun, Coding) and noun.source == source
    }
    return [
        memo
        for memo in memos
        if memo.about in ids or (memo.passage is not None and memo.passage.revision in revisions)
    ]


def told_memos(reading: Reading, memos: Sequence[Memo]) -> list[ToldMemo]:
    """These memos as they are read; what they name is looked up for all of them at once."""
    file, connection = reading.file, reading.connection
    words = read_text_blobs(file, connection, (bytes.fromhex(m.text) for m in memos if m.text))
    times = times_of(reading, [memo.id for memo in memos])
    named = {id_ for memo in memos for id_ in (memo.about, memo.author) if id_ is not None}
    found = find_entities(file, connection, named)
    codes = {n.code for _, n in found.values() if isinstance(n, Coding)}
    found |= find_entities(file, connection, codes)
    tree, texts = read_tree(reading), CurrentTexts(reading)

    def about(id_: Id) -> AboutThing | None:
        if id_ not in found:
            return None
        kind, noun = found[id_]
        if isinstance(noun, Code):
            noun = tree.codes.get(tree.read_as(noun.id), noun)
            return AboutThing(kind.name, noun.id, name_of_thing(noun))
        if isinstance(noun, Coding):
            code = tree.codes.get(tree.read_as(noun.code))
            named = code if code is not None else found[noun.code][1]
            return AboutThing(kind.name, id_, name_of_thing(named))
        return AboutThing(kind.name, id_, name_of_thing(noun))

    return [
        ToldMemo(
            memo,
            words.get(bytes.fromhex(memo.text), "") if memo.text else "",
            name_of_thing(found[memo.author][1]) if memo.author in found else None,
            None if memo.about is None else about(memo.about),
            None if memo.passage is None else texts.carry(memo.passage),
            times[memo.id],
        )
        for memo in memos
    ]
