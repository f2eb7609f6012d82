"""Sources, cases, memos, the history and the study at a glance, read for their documents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from crosscase.coding.code_counts import count_codes
from crosscase.coding.memo_reading import AboutThing, ToldMemo
from crosscase.model.ids import Id
from crosscase.model.nouns import Attribute, AttributeValue, Case, Membership, Study
from crosscase.report.document import Cover
from crosscase.report.notes import MemosDocument, MemoText
from crosscase.report.overview import OverviewDocument
from crosscase.report.tables import (
    CaseRow,
    CasesDocument,
    HistoryDocument,
    HistoryRow,
    SourceRow,
    SourcesDocument,
)
from crosscase.store.code_tree import read_tree
from crosscase.store.history import OperationEntry, list_operations
from crosscase.store.session import Reading
from crosscase.store.source_list import source_lines
from crosscase.store.study_counts import study_counts
from crosscase.study_documents.telling import Telling

__all__ = [
    "cases_document",
    "history_document",
    "memos_document",
    "overview_document",
    "sources_document",
]

_MOST_OPERATIONS = 5_000
_LATEST = 10
_FIGURES = (
    "sources", "words", "participants", "interviewed", "cases", "codes", "codings", "passages",
    "coders", "memos", "links",
)  # fmt: skip


def sources_document(reading: Reading, cover: Cover) -> SourcesDocument:
    """The list of sources."""
    rows = [
        SourceRow(
            line.source.name or "",
            line.source.format,
            line.source.language,
            line.source.date,
            line.words,
            line.turns,
            "; ".join(line.speakers),
            line.codings,
        )
        for line in source_lines(reading).values()
    ]
    return SourcesDocument(cover, rows)


def cases_document(
    reading: Reading, cover: Cover, cases: Sequence[Case], kind: str | None
) -> CasesDocument:
    """These cases with the groups they lie in and their values."""
    groups, values = _groups_by_name(reading), _values_by_name(reading)
    rows = [
        CaseRow(
            case.name or "",
            case.case_kind or "",
            groups.get(case.id, ()),
            case.description,
            values.get(case.id, {}),
        )
        for case in cases
    ]
    return CasesDocument(cover, rows, kind)


def memos_document(
    cover: Cover, memos: Sequence[ToldMemo], telling: Telling, chosen: str | None
) -> MemosDocument:
    """These memos; ``chosen`` says which, where they are not all."""
    texts = [
        MemoText(
            title=each.memo.title or "",
            text=each.text,
            kind=each.memo.memo_kind,
            author=each.author,
            begun=telling.day(each.times.begun_ms),
            changed=telling.day(each.times.changed_ms),
            about=None if each.about is None else _about(each.about),
            passage_source=each.passage and each.passage.source_name,
            passage=each.passage and each.passage.text,
        )
        for each in memos
    ]
    return MemosDocument(cover, texts, chosen)


def history_document(
    cover: Cover, entries: Sequence[OperationEntry], telling: Telling
) -> HistoryDocument:
    """These operations, or the newest of them where they are very many."""
    rows = [_history_row(each, telling) for each in entries[:_MOST_OPERATIONS]]
    return HistoryDocument(cover, rows, len(entries))


def overview_document(reading: Reading, cover: Cover, telling: Telling) -> OverviewDocument:
    """The study at a glance."""
    tree, figures = read_tree(reading), study_counts(reading)
    counts = count_codes(reading, tree)
    return OverviewDocument(
        cover,
        next((each.description for each in reading.all(Study)), None),
        [(name.capitalize(), getattr(figures, name)) for name in _FIGURES],
        [
            (code.name or "", counts[code.id].participants, counts[code.id].passages)
            for depth, code in tree.walk()
            if depth == 0
        ],
        figures.interviewed,
        [_history_row(each, telling) for each in list_operations(reading, most=_LATEST)],
    )


def _groups_by_name(reading: Reading) -> dict[Id, list[str]]:
    cases = reading.by_id(Case)
    groups: dict[Id, list[str]] = {}
    for each in reading.all(Membership):
        if each.group in cases:
            role = f" ({each.role})" if each.role else ""
            groups.setdefault(each.member, []).append(f"{cases[each.group].name}{role}")
    return {member: sorted(names, key=str.casefold) for member, names in groups.items()}


def _values_by_name(reading: Reading) -> Mapping[Id, Mapping[str, str | int | float]]:
    """What each case has, by the name of the attribute, in the order of these names."""
    attributes = reading.by_id(Attribute)
    found: dict[Id, dict[str, str | int | float]] = {}
    held = [
        (attributes[each.attribute].name or "", each.subject, each.value.value)
        for each in reading.all(AttributeValue)
        if each.value is not None and each.attribute in attributes
    ]
    for name, subject, value in sorted(held, key=lambda one: (one[0].casefold(), one[1])):
        if value is not None:
            found.setdefault(subject, {})[name] = _shown(value)
    return found


def _about(thing: AboutThing) -> str:
    return f"the {thing.kind.replace('_', ' ')} {thing.name}"


def _shown(value: str | float | bool) -> str | int | float:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


def _history_row(each: OperationEntry, telling: Telling) -> HistoryRow:
    notes = (
        "undone" if each.undone else "",
        "" if each.merge is None else f"came with merge {each.merge}",
        "by a clock that runs ahead" if each.future else "",
    )
    return HistoryRow(
        each.operation,
        telling.local_time(each.wall_ms),
        each.person,
        each.sentence,
        ", ".join(note for note in notes if note),
    )
