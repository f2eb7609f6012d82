"""How `crosscase purge` shows what it found, what it did, and what is left."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from crosscase.cli.rendering import Screen, counted

if TYPE_CHECKING:
    from crosscase.store.purge_check import Remainder
    from crosscase.study_protection.device_receipt import CopyTold, DeviceReceipt
    from crosscase.study_protection.person_purge import PurgeReceipt
    from crosscase.study_protection.person_traces import PersonTrace, PersonTraces

__all__ = ["show_device_receipt", "show_receipt", "show_traces"]

_DOES = {
    "seal": "taken out",
    "cut": "stays, without their turns",
    "clean": "stays, without the words and its past",
    "left": "cannot be cleaned: change it yourself",
}


def show_traces(screen: Screen, found: PersonTraces) -> None:
    """The traces of a person, one a line, and what goes with them."""
    screen.table(
        ("what", "name", "where", "found by", "a purge", "id"),
        [
            (_what(each), "(holds the words)" if each.name is None else each.name,
             ", ".join(each.fields) or "all of it", each.found_by, _DOES[each.action], each.id)
            for each in found.traces
        ],
        empty="No traces.",
    )  # fmt: skip
    if found.parts:
        screen.line(f"With these go {_listed(found.parts)}.")


def _what(trace: PersonTrace) -> str:
    what = {"case": "participant"}.get(trace.kind, trace.kind) if trace.action == "seal" \
        else trace.kind  # fmt: skip
    others = f" (and of {counted(trace.others, 'other')})" if trace.others else ""
    if trace.turns:
        others += f", {counted(trace.turns, 'turn')}"
    return what.replace("_", " ") + others


def show_receipt(screen: Screen, done: PurgeReceipt, file: Path | None) -> None:
    """What the purge of a person did."""
    screen.line("Purged for ever.")
    screen.pairs(
        [
            ("when", done.purged_at),
            ("by", done.person),
            ("participant", done.participant),
            ("operation", done.operation),
            ("state", done.heads),
            ("file", done.file),
            ("device", done.device),
            ("file rewritten", "yes" if done.is_scrubbed else "not yet"),
            ("taken out", _listed(done.sealed)),
            ("said anew without the words", _listed(done.cleaned) or "nothing"),
        ]
    )
    if done.left:
        screen.line()
        screen.line(f"{counted(len(done.left), 'trace')} left:")
        for each in done.left:
            screen.line(f"  {_what(each)} {each.id}: {', '.join(each.fields) or 'all of it'}")
    _show_end(screen, done, file)


def show_device_receipt(screen: Screen, told: DeviceReceipt, file: Path | None) -> None:
    """What a purge took out here, and whether it is gone."""
    screen.line(
        "Gone from this file for ever."
        if told.is_clean
        else "Purged, but something is left in this file."
    )
    screen.pairs(
        [
            ("purged", told.purged_at),
            ("by", told.person),
            ("reason", told.reason),
            ("operation", told.operation),
            ("checked", told.checked_at),
            ("state", told.heads),
            ("file", told.file),
            ("device", told.device),
            ("taken out", _listed(told.sealed) or "nothing"),
            ("said anew without the words", _listed(told.cleaned) or "nothing"),
        ]
    )
    _show_end(screen, told, file)


def _show_end(screen: Screen, told: PurgeReceipt | DeviceReceipt, file: Path | None) -> None:
    _show_remains(screen, told.remains)
    _show_copies(screen, "copied to", told.copies_made)
    _show_copies(screen, "merged from", told.copies_merged)
    screen.line(told.not_reached)
    if file is not None:
        screen.line(f"The receipt is in {file}.")


def _show_remains(screen: Screen, remains: Iterable[Remainder]) -> None:
    for each in remains:
        screen.line(f"Left here: {each.sentence} {each.hint}")


def _show_copies(screen: Screen, told: str, copies: Iterable[CopyTold]) -> None:
    for copy in copies:
        screen.line(f"Not reached: {told} {copy.file_name} on {copy.day}.")


def _listed(counts: Mapping[str, int]) -> str:
    return ", ".join(_of_kind(kind, count) for kind, count in counts.items())


def _of_kind(kind: str, count: int) -> str:
    one = {"case": "participant", "evidence": "evidence_passage"}.get(kind, kind).replace("_", " ")
    return counted(count, one, f"{one[:-1]}ies" if one.endswith("y") else f"{one}s")
