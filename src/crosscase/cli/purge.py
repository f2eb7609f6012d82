"""`crosscase purge`: take things, or all of a person, out for ever."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import App, Parameter

from crosscase import surroundings
from crosscase.cli.asking import confirmed
from crosscase.cli.files import require_free, write_new
from crosscase.cli.opening import opened
from crosscase.cli.options import COMMON, Common, StudyPath, Yes, flag, says
from crosscase.cli.plain_values import plain
from crosscase.cli.purges_shown import show_device_receipt, show_receipt, show_traces
from crosscase.cli.rendering import Answer, Screen, counted, warn
from crosscase.cli.things import kind_name, name_of
from crosscase.errors import MistakeOfUse

if TYPE_CHECKING:
    from crosscase.study_protection.person_traces import PersonTrace

app = App(name="purge")


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
    keep_others: Annotated[
        bool,
        flag(
            "With --participant: cut their turns out of sources of other speakers, keep the rest."
        ),
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
    all that holds their name or their words is found, shown and cleaned too; with --keep-others
    a focus group stays to the others, without this person's turns. The history keeps that
    something was purged, by whom and why. To hide things, use `remove` or `withdraw` instead.
    """  # fmt: skip
    options = also or keep or shared or keep_others or preview or receipt
    _require_one(participant, entities, has_options=bool(options))
    if participant is not None:
        person = _Person(participant, also or [], keep or [], reason, keep_others=keep_others)
        return (
            person.preview(study, common)
            if preview
            else person.purge(study, common, receipt, shared=shared, yes=yes)
        )
    return _purge_things(study, entities or [], reason, common, yes=yes)


@app.command(name="list")
def list_(study: StudyPath, /, *, common: Common = COMMON) -> Answer:
    """List the purges that this file knows of, those that came by a merge too."""
    with opened(study, common, reads=True) as work:
        purges = work.protection.purges()
    rows = [
        (each.purged_at, each.person, each.sentence, each.reason, each.operation)
        for each in purges
    ]  # fmt: skip
    columns = ("when", "by", "what", "reason", "operation")
    return Answer(
        {"purges": purges}, lambda screen: screen.table(columns, rows, empty="No purges.")
    )


@app.command
def receipt(
    study: StudyPath,
    purge: Annotated[
        str | None, says("The purge, as `purge list` names it; otherwise the last.", "PURGE")
    ] = None,
    /,
    *,
    to: Annotated[Path | None, says("Write the receipt to this file too (JSON).")] = None,
    common: Common = COMMON,
) -> Answer:
    """Say what a purge took out of this file, and look whether all of it is gone.

    crosscase purge receipt ics.crosscase --to receipt-of-this-laptop.json

    Each device gives its own, once the purge was merged into its copy. It names the copies that
    this file knows of, and what is left here, if anything is.
    """
    if to is not None:
        require_free(to)
    with opened(study, common, reads=True) as work:
        told = work.protection.receipt(
            purge, file_name=str(study), device=surroundings.device_name()
        )
    _write_receipt(to, told)
    return Answer(told, lambda screen: show_device_receipt(screen, told, to))


@app.command
def clean(study: StudyPath, /, *, common: Common = COMMON) -> Answer:
    """Finish what a purge left to do in this file, after it was broken off or was in the way.

    It writes the file anew, so close the study in other programs first. No more is taken out
    than was purged already.
    """
    with opened(study, common) as work:
        is_clean = work.protection.clean_up_purges()
    said = "The file was written anew; `crosscase purge receipt` says whether anything is left."
    if not is_clean:
        said = "Another program uses the study; close it there, and run this again."
    return Answer({"is_scrubbed": is_clean}, said)


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
            "--also, --keep, --shared, --keep-others, --preview and --receipt belong to "
            "--participant.",
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
        self,
        participant: str,
        also: Sequence[str],
        keep: Sequence[str],
        reason: str | None,
        *,
        keep_others: bool,
    ) -> None:
        self._participant, self._also, self._keep = participant, also, keep
        self._reason, self._keep_others = reason, keep_others

    def preview(self, study: Path, common: Common) -> Answer:
        """The traces alone."""
        with opened(study, common, reads=True) as work:
            found = work.traces(self._participant, self._also, keep_others=self._keep_others)
        return Answer(found, lambda screen: show_traces(screen, found))

    def purge(
        self, study: Path, common: Common, file: Path | None, *, shared: bool, yes: bool
    ) -> Answer:
        """Show the traces, ask, purge, and give the receipt."""
        if file is not None:
            require_free(file)
        with opened(study, common) as work:
            found = work.traces(self._participant, self._also, keep_others=self._keep_others)
            chosen = [each for each in found.traces if each.id not in self._keep]
            if not common.as_json:
                show_traces(Screen(), found)
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
                keep_others=self._keep_others,
                reason=self._reason,
                file_name=str(study),
                device=surroundings.device_name(),
            )
        _write_receipt(file, done)
        _warn_unless(done.is_scrubbed)
        return Answer(done, lambda screen: show_receipt(screen, done, file))


def _write_receipt(file: Path | None, receipt: object) -> None:
    if file is not None:
        write_new(file, (json.dumps(plain(receipt), indent=2, ensure_ascii=False) + "\n").encode())


def _refuse_shared(chosen: Sequence[PersonTrace]) -> None:
    """Other people's words go only where somebody says so."""
    held = [each for each in chosen if each.others and each.action == "seal"]
    if held:
        raise MistakeOfUse(
            f"{counted(len(held), 'source')} would go whole in which others speak too.",
            slug="shared-sources",
            hint="Give --keep-others to cut this person's turns alone, where these are known, or "
            "--shared to take out all of it; or leave it with "
            + " ".join(f"--keep {each.id}" for each in held)
            + ".",
        )


def _ask(what: str, *, yes: bool) -> None:
    confirmed(what, yes=yes)
    confirmed("Backups and other people's copies keep them until they merge. Purge now?", yes=yes)


def _warn_unless(is_scrubbed: bool) -> None:
    if not is_scrubbed:
        warn(
            "Another program has the study open; the last traces go when it closes the study, "
            "or with `crosscase purge clean`."
        )
