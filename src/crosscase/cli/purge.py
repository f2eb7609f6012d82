"""`crosscase purge`: take things, or all of a person, out for ever."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import App, Parameter

from crosscase.cli.asking import confirmed
from crosscase.cli.files import require_free, write_new
from crosscase.cli.opening import opened
from crosscase.cli.options import COMMON, Common, StudyPath, Yes, flag, says
from crosscase.cli.plain_values import plain
from crosscase.cli.rendering import Answer, Screen, counted, warn
from crosscase.cli.things import kind_name, name_of
from crosscase.errors import MistakeOfUse

if TYPE_CHECKING:
    from crosscase.study_protection.person_purge import PurgeReceipt
    from crosscase.study_protection.person_traces import PersonTrace, PersonTraces

app = App(name="purge")
_DOES = {
    "seal": "taken out",
    "clean": "stays, without the words and its past",
    "left": "cannot be cleaned: change it yourself",
}


@app.default
def purge(
    study: StudyPath,
    entities: Annotated[
        list[str] | None,
        Parameter(name="ENTITIES", help="What goes: an id, or KIND:NAME such as source:P01.txt."),
    ] = None,
    /,
    *,
    participant: Annotated[
        str | None, says("All of a person instead: what is theirs, and what holds their words.")
    ] = None,
    also: Annotated[
        list[str] | None,
        says("With --participant: another name or word of theirs; may be repeated."),
    ] = None,
    keep: Annotated[
        list[str] | None, says("With --participant: leave this trace (its id); may be repeated.")
    ] = None,
    shared: Annotated[
        bool, flag("With --participant: take sources of other speakers too out whole.")
    ] = False,
    preview: Annotated[
        bool, flag("With --participant: list the traces, and change nothing.")
    ] = False,
    receipt: Annotated[
        Path | None, says("With --participant: write the receipt to this file (JSON).")
    ] = None,
    reason: Annotated[
        str | None, says("Why, for the record. Names and words of participants do not belong here.")
    ] = None,
    yes: Yes = False,
    common: Common = COMMON,
) -> Answer:
    """Take things out for ever, words and all, from this copy and from all it is merged into.

    crosscase purge ics.crosscase --participant P07 --also "Dr Example" --receipt p07.json

    A source goes with its words and codings, a participant with their values. With --participant
    all that holds their name or their words is found, shown and cleaned too. The history keeps
    that something was purged, by whom and why. To hide things, use `remove` or `withdraw` instead.
    """  # fmt: skip
    options = also or keep or shared or preview or receipt
    _require_one(participant, entities, has_options=bool(options))
    if participant is not None:
        person = _Person(participant, also or [], keep or [], reason)
        return (
            person.preview(study, common)
            if preview
            else person.purge(study, common, receipt, shared=shared, yes=yes)
        )
    return _purge_things(study, entities or [], reason, common, yes=yes)


def _require_one(
    participant: str | None, entities: Sequence[str] | None, *, has_options: bool
) -> None:
    if (participant is None) == (not entities):
        raise MistakeOfUse(
            "Name either things or a participant to be purged.",
            slug="nothing-named",
            hint="Such as `crosscase purge STUDY source:P01.txt`, or "
            "`crosscase purge STUDY --participant P01`.",
        )
    if participant is None and has_options:
        raise MistakeOfUse(
            "--also, --keep, --shared, --preview and --receipt belong to --participant.",
            slug="option-without-participant",
            hint="Give --participant too, or leave them out.",
        )


def _purge_things(
    study: Path, entities: Sequence[str], reason: str | None, common: Common, *, yes: bool
) -> Answer:
    with opened(study, common) as work:
        found = [work.find(each) for each in entities]
        listed = ", ".join(f"{kind_name(each)} “{name_of(each)}”" for each in found)
        _ask(f"{listed}: purged words cannot come back, neither by undo nor by merging.", yes=yes)
        done = work.purge([each.id for each in found], reason)
    _warn_unless(done.is_scrubbed)
    data = {
        "operation": done.operation.id,
        "purged": [each.id for each in found],
        "is_scrubbed": done.is_scrubbed,
    }

    def show(screen: Screen) -> None:
        screen.line(f"Purged {counted(len(found), 'thing')} for ever.")
        screen.line("Merge this copy into every other one, and delete backups that hold them.")

    return Answer(data, show)


class _Person:
    """What was asked for with --participant."""

    def __init__(
        self, participant: str, also: Sequence[str], keep: Sequence[str], reason: str | None
    ) -> None:
        self._participant, self._also, self._keep = participant, also, keep
        self._reason = reason

    def preview(self, study: Path, common: Common) -> Answer:
        """The traces alone."""
        with opened(study, common, reads=True) as work:
            found = work.traces(self._participant, self._also)
        return Answer(found, lambda screen: _show_traces(screen, found))

    def purge(
        self, study: Path, common: Common, file: Path | None, *, shared: bool, yes: bool
    ) -> Answer:
        """Show the traces, ask, purge, and give the receipt."""
        if file is not None:
            require_free(file)
        with opened(study, common) as work:
            found = work.traces(self._participant, self._also)
            chosen = [each for each in found.traces if each.id not in self._keep]
            if not common.as_json:
                _show_traces(Screen(), found)
            if not shared:
                _refuse_shared(chosen)
            _ask(
                f"{counted(len(chosen), 'trace')} of this participant: purged words cannot come "
                "back, neither by undo nor by merging.",
                yes=yes,
            )
            done = work.purge_participant(
                self._participant,
                [each.id for each in chosen],
                strings=self._also,
                reason=self._reason,
                file_name=str(study),
            )
        if file is not None:
            write_new(file, (json.dumps(plain(done), indent=2, ensure_ascii=False) + "\n").encode())
        _warn_unless(done.is_scrubbed)
        return Answer(done, lambda screen: _show_receipt(screen, done, file))


def _refuse_shared(chosen: Sequence[PersonTrace]) -> None:
    """Other people's words go only where somebody says so."""
    held = [each for each in chosen if each.others]
    if held:
        raise MistakeOfUse(
            f"{counted(len(held), 'source')} would go whole in which other participants speak too.",
            slug="shared-sources",
            hint="Give --shared to take out all of it, or leave it with "
            + " ".join(f"--keep {each.id}" for each in held)
            + ".",
        )


def _ask(what: str, *, yes: bool) -> None:
    confirmed(what, yes=yes)
    confirmed("Backups and other people's copies keep them until they merge. Purge now?", yes=yes)


def _warn_unless(is_scrubbed: bool) -> None:
    if not is_scrubbed:
        warn("Another program has the study open; the last traces go when it closes the study.")


def _show_traces(screen: Screen, found: PersonTraces) -> None:
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
    return what.replace("_", " ") + others


def _show_receipt(screen: Screen, done: PurgeReceipt, file: Path | None) -> None:
    screen.line("Purged for ever.")
    screen.pairs(
        [
            ("when", done.purged_at),
            ("by", done.person),
            ("operation", done.operation),
            ("state", done.heads),
            ("file", done.file),
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
    known = [("copied to", done.copies_made), ("merged from", done.copies_merged)]
    for told, copies in known:
        for copy in copies:
            screen.line(f"Not reached: {told} {copy.file_name} on {copy.day}.")
    screen.line(done.not_reached)
    if file is not None:
        screen.line(f"The receipt is in {file}.")


def _listed(counts: Mapping[str, int]) -> str:
    return ", ".join(_of_kind(kind, count) for kind, count in counts.items())


def _of_kind(kind: str, count: int) -> str:
    one = {"case": "participant", "evidence": "evidence_passage"}.get(kind, kind).replace("_", " ")
    return counted(count, one, f"{one[:-1]}ies" if one.endswith("y") else f"{one}s")
