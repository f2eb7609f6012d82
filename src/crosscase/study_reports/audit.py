"""The audit trail: what was done to the study, by whom, when, and how the codebook came about."""

from __future__ import annotations

from collections import Counter

from crosscase.model.ids import id_of_bytes
from crosscase.model.sentences import ABOUT
from crosscase.report.document import Cover
from crosscase.report.sections import Section, SectionedDocument
from crosscase.store.history import list_operations
from crosscase.store.storage_sizes import storage_sizes
from crosscase.study_documents.telling import Telling
from crosscase.study_reports.known import Known

__all__ = ["audit_trail"]

_TURNS = (
    "code.merged", "code.split", "code.renamed", "code.moved", "code.described", "code.retired",
    "code.reopened", "code.removed", "framework.added", "codebook.imported",
    "comparison.new_code", "comparison.split", "comparison.redefine",
)  # fmt: skip
_MOST_TURNS = 500


def audit_trail(known: Known, cover: Cover, telling: Telling) -> SectionedDocument:
    """Work by kind and person, the codebook's history, merges and purges.

    The whole log is a table of its own (`crosscase export STUDY log.csv --table operations`).
    """
    return SectionedDocument(
        cover,
        "Audit trail",
        (_by_kind(known, telling), _by_person(known), _codebook(known, telling), _kept(known)),
    )


def _by_kind(known: Known, telling: Telling) -> Section:
    kinds = {key: kind for kind, keys in ABOUT.items() for key in keys}
    rows: dict[str, list[int]] = {}
    for key, told in known.done.items():
        kind = kinds.get(key.partition(".")[0], "other")
        held = rows.setdefault(kind, [0, told.first_ms, told.last_ms])
        held[0] += told.count
        held[1], held[2] = min(held[1], told.first_ms), max(held[2], told.last_ms)
    listed = [
        (kind, count, telling.day(first), telling.day(last))
        for kind, (count, first, last) in sorted(rows.items(), key=lambda each: -each[1][0])
    ]
    total = sum(row[1] for row in listed)
    return Section(
        "What was done",
        (f"{total:,} operations stand; what was undone is not counted, and is kept in the log.",),
        ("about", "operations", "from", "to"),
        listed,
        "Nothing was done yet.",
    )


def _by_person(known: Known) -> Section:
    people: Counter[bytes | None] = Counter()
    for told in known.done.values():
        people.update(told.people)
    names = {id_: each.name for id_, each in known.coders.items()}
    rows = [
        ("nobody in particular" if raw is None else names.get(id_of_bytes(raw), "somebody"), count)
        for raw, count in people.most_common()
    ]
    return Section("Who did it", (), ("person", "operations"), rows, "Nobody is named.")


def _codebook(known: Known, telling: Telling) -> Section:
    entries = [
        each
        for each in list_operations(known.reading, about="code")
        if each.sentence_key in _TURNS and not each.undone
    ]
    rows = [
        (telling.day(each.wall_ms), each.person, each.sentence)
        for each in reversed(entries[:_MOST_TURNS])
    ]
    told = []
    if len(entries) > _MOST_TURNS:
        told.append(f"The last {_MOST_TURNS:,} of {len(entries):,} changes.")
    return Section(
        "How the codebook came about", told, ("day", "person", "change"), rows,
        "No code was merged, split, renamed, moved, described anew or retired.",
    )  # fmt: skip


def _kept(known: Known) -> Section:
    sizes = storage_sizes(known.reading)
    rows = [
        ("copies merged", len(sizes.merges)),
        ("conflicts that stand", known.counts.conflicts),
        ("purges (words taken out for ever)", sizes.purges),
        ("corrections of transcripts", known.times("source.corrected")),
    ]
    return Section("Integrity", (
        "Each operation carries a digest of the one before: `crosscase verify` shows any damage.",
    ), ("what", "how many"), rows)  # fmt: skip
