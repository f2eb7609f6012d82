"""The purge of a person: what hangs on them goes for ever, what stays is said without them."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from crosscase.errors import Conflict, MistakeOfUse
from crosscase.fieldwork.withdrawals import find_anyone
from crosscase.log.closure import heads_name
from crosscase.model.ids import Id
from crosscase.store.known_copies import KnownCopy, copies_made, copies_merged, rename_copies
from crosscase.store.purging import Purged, is_purged, purged_by
from crosscase.store.saying_anew import SaidAnew, purge_saying_anew
from crosscase.store.session import Reading, Session
from crosscase.study_protection.person_cleaning import said_anew
from crosscase.study_protection.person_traces import Found, PersonTrace, PersonTraces, find_traces

__all__ = ["CopyTold", "PurgeReceipt", "purge_participant", "traces_of"]

_OUT_OF_REACH = (
    "Other copies keep the words until this one is merged into them; backups, prints, exported "
    "files and snapshots of a cloud folder are not reached."
)


@dataclass(frozen=True, slots=True)
class CopyTold:
    """A copy that this file knows of, by its name, with its day; this purge did not reach it."""

    file_name: str
    day: str


@dataclass(frozen=True, slots=True)
class PurgeReceipt:
    """What a purge did on this device. It holds ids and counts, and none of the words.

    ``sealed`` and ``cleaned`` count by kind what was taken out and what stays without the words;
    ``left`` are traces that are still there, because nobody confirmed them or they cannot be
    cleaned. ``is_scrubbed`` is false while another program keeps old pages of the file.
    """

    study: Id
    file: str | None
    operation: str
    purged_at: str
    person: str | None
    participant: Id
    reason: str | None
    heads: str
    sealed: Mapping[str, int]
    sealed_ids: tuple[Id, ...]
    cleaned: Mapping[str, int]
    cleaned_ids: tuple[Id, ...]
    left: tuple[PersonTrace, ...]
    is_scrubbed: bool
    file_names_cleaned: int
    copies_made: tuple[CopyTold, ...]
    copies_merged: tuple[CopyTold, ...]
    not_reached: str = _OUT_OF_REACH


def traces_of(session: Session, participant: str, strings: Iterable[str] = ()) -> PersonTraces:
    """Where a participant left traces, by link and by their names and these strings."""
    with session.reading() as reading:
        return find_traces(reading, _found(reading, participant)[0], strings).traces


def purge_participant(
    session: Session,
    participant: str,
    confirmed: Iterable[Id],
    *,
    strings: Iterable[str] = (),
    reason: str | None = None,
    file_name: str | None = None,
) -> PurgeReceipt:
    """Take a participant out for ever, with the traces that were confirmed by their ids."""
    if session.file.connection.in_transaction():
        raise Conflict(
            "The study is being read or written here at this moment; nothing was purged.",
            slug="purge-in-the-middle",
            hint="Let that end first, then purge.",
        )
    wanted, listed = set(confirmed), tuple(strings)
    with session.reading() as reading:
        person, is_gone = _found(reading, participant)
    did = _Did()

    def decide(reading: Reading) -> SaidAnew:
        found = find_traces(reading, person, listed)
        did.searched = found.words.strings
        did.chosen = _chosen(found, wanted, is_gone=is_gone)
        # Without the transcripts nobody can find again what quotes them.
        did.kept = [
            each
            for each in found.traces.traces
            if not each.goes_with and (each.id not in wanted or each.action == "left")
        ]
        changes, blobs = said_anew(reading, found, did.those("clean"))
        did.renamed = rename_copies(reading.connection, found.words.replaced)
        sealed, cleaned = ([each.id for each in did.those(way)] for way in ("seal", "clean"))
        count = len(sealed) + len(cleaned)
        return SaidAnew(sealed, cleaned, tuple(changes), blobs, "purged", count, reason)

    done = purge_saying_anew(session, decide)
    assert done is not None, "what was decided is never nothing"
    return _receipt(session, done, did, participant=person, reason=reason, file=file_name)


@dataclass
class _Did:
    """What a purge decided on, for its receipt."""

    searched: list[str] = field(default_factory=list)
    chosen: list[PersonTrace] = field(default_factory=list)
    kept: list[PersonTrace] = field(default_factory=list)
    renamed: int = 0

    def those(self, action: str) -> list[PersonTrace]:
        """The chosen traces with which one thing is done."""
        return [each for each in self.chosen if each.action == action]


def _receipt(
    session: Session,
    done: Purged,
    did: _Did,
    *,
    participant: Id,
    reason: str | None,
    file: str | None,
) -> PurgeReceipt:
    kept = {each.id for each in did.kept}
    with session.reading() as reading:
        found_again = find_traces(reading, participant, did.searched).traces.traces
        sealed = purged_by(reading.file, reading.connection, done.operation.row)
        return PurgeReceipt(
            study=session.study_id,
            file=file,
            operation=done.operation.id,
            purged_at=_moment(session.now_us()),
            person=session.person_name,
            participant=participant,
            reason=reason,
            heads=heads_name(reading.file.heads(reading.connection)),
            sealed=_counted(sealed.values()),
            sealed_ids=tuple(sorted(sealed)),
            cleaned=_counted(each.kind for each in did.those("clean")),
            cleaned_ids=tuple(sorted(each.id for each in did.those("clean"))),
            left=(*did.kept, *(each for each in found_again if each.id not in kept)),
            is_scrubbed=done.is_scrubbed,
            file_names_cleaned=did.renamed,
            copies_made=_told(copies_made(reading.connection)),
            copies_merged=_told(copies_merged(reading.connection)),
        )


def _found(reading: Reading, participant: str) -> tuple[Id, bool]:
    """The id of a participant, and whether they were purged before: then by their id alone.

    Words of theirs may have come with a merge since, in things that nobody could know of.
    """
    row = reading.row(participant)
    if row is not None and is_purged(reading.file, reading.connection, row):
        return participant, True
    return find_anyone(reading, participant).id, False


def _chosen(found: Found, wanted: set[Id], *, is_gone: bool) -> list[PersonTrace]:
    """The confirmed traces; what is named here must be there, and the participant among it."""
    known = {each.id: each for each in found.traces.traces}
    if found.traces.participant not in wanted and not is_gone:
        raise MistakeOfUse(
            "The participant is not among what was confirmed.",
            slug="participant-not-confirmed",
            hint="Confirm at least the trace that is the participant; the others one by one.",
        )
    if wanted - known.keys():
        raise Conflict(
            "The traces are not what they were when they were confirmed; nothing was purged.",
            slug="traces-changed",
            hint="Look at them again with the same words, and confirm those.",
        )
    chosen = [each for each in found.traces.traces if each.id in wanted and each.action != "left"]
    if not chosen:
        raise MistakeOfUse(
            "No trace of this participant was found or confirmed; nothing was purged.",
            slug="nothing-named",
            hint="Look for other words of theirs with `--also`.",
        )
    return chosen


def _counted(kinds: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(kinds).items()))


def _moment(us: int) -> str:
    told = datetime.datetime.fromtimestamp(us // 1_000_000, datetime.UTC)
    return told.isoformat().replace("+00:00", "Z")


def _told(copies: Iterable[KnownCopy]) -> tuple[CopyTold, ...]:
    return tuple(CopyTold(each.file_name, _moment(each.wall_ms * 1000)[:10]) for each in copies)
