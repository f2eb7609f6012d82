"""The tables that can be exported, each as a frame; names beside ids, so that a row reads."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

from crosscase.cli.things import name_of, names_of_subjects

if TYPE_CHECKING:
    import polars

    from crosscase.study import Study

__all__ = ["TABLES", "TableName"]

TableName = Literal[
    "codings", "quotes", "sources", "turns", "speakers", "codes", "cases", "participants",
    "attributes", "memberships", "memos", "links", "evidence", "sets", "queries", "coders",
    "operations", "settings",
]  # fmt: skip

_QUOTE_COLUMNS = (
    "code_path", "text", "source", "start_char", "end_char", "speaker", "participants", "coder",
    "valence", "basis",
)  # fmt: skip


def _frame(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> polars.DataFrame:
    import polars as pl

    return pl.DataFrame(
        list(rows), schema=list(columns), orient="row", infer_schema_length=None, strict=False
    )


def _settings(work: Study) -> polars.DataFrame:
    """The settings; one that holds several values is told as JSON."""
    rows = (
        (key, value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))
        for key, value in work.settings.all().items()
    )
    return _frame(("setting", "value"), rows)


def _nouns(things: Iterable[Any], columns: Sequence[str]) -> polars.DataFrame:
    return _frame(columns, ([getattr(each, name) for name in columns] for each in things))


def _quotes(work: Study) -> polars.DataFrame:
    return work.codings.frame().sort("code_path", maintain_order=True).select(_QUOTE_COLUMNS)


def _speakers(work: Study) -> polars.DataFrame:
    columns = ("source", "speaker", "participant", "role", "turns", "words")
    return _frame(
        columns,
        (
            (each.source.name, each.label, each.participant and each.participant.name, each.role,
             each.turns, each.words)
            for each in work.speakers.all()
        ),
    )  # fmt: skip


def _codes(work: Study) -> polars.DataFrame:
    tree, counts = work.codes.tree(), work.codes.counts()
    told = (
        "definition", "includes", "excludes", "example", "origin", "citation", "colour", "status"
    )  # fmt: skip
    counted = ("participants", "sources", "passages", "codings")
    return _frame(
        ("id", "code", "code_path", "parent", *told, *counted),
        (
            (code.id, code.name, " > ".join(path), " > ".join(path[:-1]) or None,
             *(getattr(code, name) for name in told),
             *(getattr(counts[code.id], name) for name in counted))
            for _, code in tree.walk()
            for path in (tree.path_of(code.id),)
        ),
    )  # fmt: skip


def _memberships(work: Study) -> polars.DataFrame:
    names = names_of_subjects(work)
    told = ("role", "share", "start_day", "end_day", "counts_as")
    return _frame(
        ("id", "member", "group", *told),
        (
            (each.id, names.get(each.member), names.get(each.group),
             *(getattr(each, name) for name in told))
            for each in work.memberships.all()
        ),
    )  # fmt: skip


def _memos(work: Study) -> polars.DataFrame:
    authors = {each.coder.id: each.coder.name for each in work.coders.all()}
    things = {
        **names_of_subjects(work),
        **{code.id: code.name for code in work.codes.all()},
    }
    return _frame(
        ("id", "title", "memo_kind", "author", "about", "about_id", "text"),
        (
            (each.id, each.title, each.memo_kind, authors.get(each.author or ""),
             things.get(each.about or ""), each.about, work.memos.text(each.id))
            for each in work.memos.all()
        ),
    )  # fmt: skip


def _links(work: Study) -> polars.DataFrame:
    return _frame(
        ("id", "from", "to", "link_type", "directed", "sign", "basis", "note", "mechanism",
         "evidence"),
        (
            (each.link.id, each.start_name, each.end_name, each.link.link_type,
             each.link.directed, each.link.sign, each.link.basis, each.link.note, each.mechanism,
             len(each.evidence))
            for each in work.links.all()
        ),
    )  # fmt: skip


def _evidence(work: Study) -> polars.DataFrame:
    return _frame(
        ("id", "link", "from", "to", "source", "start_char", "end_char", "text", "against"),
        (
            (one.id, each.link.id, each.start_name, each.end_name, one.passage.source_name,
             one.passage.start_char, one.passage.end_char, one.passage.text, one.against)
            for each in work.links.all()
            for one in each.evidence
        ),
    )  # fmt: skip


def _sets(work: Study) -> polars.DataFrame:
    return _frame(
        ("set", "description", "member", "member_id"),
        (
            (each.set.name, each.set.description, name_of(member), member.id)
            for each in work.sets.all()
            for member in work.sets.members(each.set.id)
        ),
    )


def _coders(work: Study) -> polars.DataFrame:
    return _frame(
        ("id", "coder", "codings", "note"),
        ((each.coder.id, each.coder.name, each.codings, each.coder.note)
         for each in work.coders.all()),
    )  # fmt: skip


def _operations(work: Study) -> polars.DataFrame:
    return _frame(
        ("operation", "when", "person", "sentence", "changes", "undone", "merge"),
        (
            (each.operation, _utc(each.wall_ms), each.person, each.sentence, each.changes,
             each.undone, each.merge)
            for each in reversed(work.log())
        ),
    )  # fmt: skip


def _utc(wall_ms: int) -> str:
    moment = datetime.datetime.fromtimestamp(wall_ms / 1000, datetime.UTC)
    return moment.isoformat(timespec="seconds")


TABLES: Mapping[TableName, Callable[[Any], Any]] = {
    "codings": lambda work: work.codings.frame(),
    "quotes": _quotes,
    "sources": lambda work: work.sources.frame(),
    "turns": lambda work: work.sources.turns_frame(),
    "speakers": _speakers,
    "codes": _codes,
    "cases": lambda work: work.attributes.frame(),
    "participants": lambda work: work.participants.frame(),
    "attributes": lambda work: _nouns(
        work.attributes.all(), ("id", "name", "value_type", "description")
    ),
    "memberships": _memberships,
    "memos": _memos,
    "links": _links,
    "evidence": _evidence,
    "sets": _sets,
    "queries": lambda work: _nouns(work.queries.all(), ("id", "name", "expression", "description")),
    "coders": _coders,
    "operations": _operations,
    "settings": _settings,
}
