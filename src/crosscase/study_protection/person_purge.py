"""The purge of a person: what hangs on them goes for ever, what stays is said without them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from crosscase.errors import Conflict, MistakeOfUse, NotFound
from crosscase.fieldwork.withdrawals import find_anyone
from crosscase.log.closure import heads_name
from crosscase.model.ids import Id
from crosscase.store.known_copies import copies_made, copies_merged, rename_copies
from crosscase.store.purge_check import Remainder, remainders
from crosscase.store.purging import Purged, is_purged, purged_by
from crosscase.store.saying_anew import SaidAnew, purge_saying_anew
from crosscase.store.session import Reading, Session
from crosscase.study_protection.device_receipt import (
    OUT_OF_REACH,
    CopyTold,
    counted_kinds,
    moment,
    told_copies,
)
from crosscase.study_protection.person_cleaning import cut_anew, said_anew
from crosscase.study_protection.person_traces import Found, PersonTrace, PersonTraces, find_traces

__all__ = ["PurgeReceipt", "purge_participant", "traces_of"]


_TAKEN_OUT, _STAYING = ("seal",), ("clean", "cut")


@dataclass(frozen=True, slots=True)
class PurgeReceipt:
    """What a purge did on this device. It holds ids and counts, and none of the words.

    ``sealed`` and ``cleaned`` count by kind what was taken out and what stays without the words;
    ``left`` are traces that are still there, because nobody confirmed them or they cannot be
    cleaned. ``is_scrubbed`` is false while another program keeps old pages of the file;
    ``remains`` is what a look into the file found afterwards, with what to do.
    """

    study: Id
    file: str | None
    device: str | None
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
    remains: tuple[Remainder, ...]
    file_names_cleaned: int
    copies_made: tuple[CopyTold, ...]
    copies_merged: tuple[CopyTold, ...]
    not_reached: str = OUT_OF_REACH


def traces_of(
    session: Session,
    participant: str,
    strings: Iterable[str] = (),
    *,
    keep_others: bool = False,
) -> PersonTraces:
    """Where a participant left traces, by link and by their names and these strings."""
    with session.reading() as reading:
        person, _ = _found(reading, participant)
        return find_traces(reading, person, strings, keep_others=keep_others).traces


def purge_participant(
    session: Session,
    participant: str,
    confirmed: Iterable[Id],
    *,
    strings: Iterable[str] = (),
    keep_others: bool = False,
    reason: str | None = None,
    file_name: str | None = None,
    device: str | None = None,
) -> PurgeReceipt:
    """Take a participant out for ever, with the traces that were confirmed by their ids.

    With ``keep_others`` the sources that others share stay to them, without the person's turns.
    """
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
        found = find_traces(reading, person, listed, keep_others=keep_others, only=wanted)
        _require_wordless(reason, found)
        did.searched = found.words.strings
        did.chosen = _chosen(found, wanted, is_gone=is_gone)
        # Without the transcripts nobody can find again what quotes them.
        did.kept = [
            each
            for each in found.traces.traces
            if not each.goes_with and (each.id not in wanted or each.action == "left")
        ]
        changes, blobs = said_anew(reading, found, did.those("clean"))
        cut = cut_anew(reading, found, did.chosen, session.ids)
        did.renamed = rename_copies(reading.connection, found.words.replaced)
        sealed, cleaned = ([each.id for each in did.those(*way)] for way in (_TAKEN_OUT, _STAYING))
        return SaidAnew(
            [*sealed, *cut.entities],
            cleaned,
            (*changes, *cut.changes, *cut.moves),  # a passage that moves has the last word
            blobs | cut.blobs,
            "purged",
            len(sealed) + len(cleaned),
            reason,
        )

    done = purge_saying_anew(session, decide)
    assert done is not None, "what was decided is never nothing"
    lies_in = (file_name, device)
    return _receipt(session, done, did, participant=person, reason=reason, lies_in=lies_in)


@dataclass
class _Did:
    """What a purge decided on, for its receipt."""

    searched: list[str] = field(default_factory=list)
    chosen: list[PersonTrace] = field(default_factory=list)
    kept: list[PersonTrace] = field(default_factory=list)
    renamed: int = 0

    def those(self, *actions: str) -> list[PersonTrace]:
        """The chosen traces with which one of these things is done."""
        return [each for each in self.chosen if each.action in actions]


def _receipt(
    session: Session,
    done: Purged,
    did: _Did,
    *,
    participant: Id,
    reason: str | None,
    lies_in: tuple[str | None, str | None],
) -> PurgeReceipt:
    kept = {each.id for each in did.kept}
    with session.reading() as reading:
        found_again = find_traces(reading, participant, did.searched).traces.traces
        sealed = purged_by(reading.file, reading.connection, done.operation.row)
        return PurgeReceipt(
            study=session.study_id,
            file=lies_in[0],
            device=lies_in[1],
            operation=done.operation.id,
            purged_at=moment(session.now_us()),
            person=session.person_name,
            participant=participant,
            reason=reason,
            heads=heads_name(reading.file.heads(reading.connection)),
            sealed=counted_kinds(sealed.values()),
            sealed_ids=tuple(sorted(sealed)),
            cleaned=counted_kinds(each.kind for each in did.those(*_STAYING)),
            cleaned_ids=tuple(sorted(each.id for each in did.those(*_STAYING))),
            left=(*did.kept, *(each for each in found_again if each.id not in kept)),
            is_scrubbed=done.is_scrubbed,
            remains=tuple(remainders(reading.file, reading.connection)),
            file_names_cleaned=did.renamed,
            copies_made=told_copies(copies_made(reading.connection)),
            copies_merged=told_copies(copies_merged(reading.connection)),
        )


def _found(reading: Reading, participant: str) -> tuple[Id, bool]:
    """The id of a participant, and whether they were purged before: then by their id alone.

    Words of theirs may have come with a merge since, in things that nobody could know of.
    """
    row = reading.row(participant)
    if row is not None and is_purged(reading.file, reading.connection, row):
        return participant, True
    try:
        return find_anyone(reading, participant).id, False
    except NotFound as missing:
        raise NotFound(
            missing.sentence,
            slug=missing.slug,
            hint=missing.hint
            or "Somebody who was purged before is found by the id that the receipt of that names.",
        ) from missing


def _require_wordless(reason: str | None, found: Found) -> None:
    """The reason stays in the history for ever, so it may not be what brings the words back."""
    if reason and (found.words.are_in(reason) or found.words.are_quoted_in(reason)):
        raise MistakeOfUse(
            "The reason holds a name or words of the participant, and would stay for ever; "
            "nothing was purged.",
            slug="words-in-reason",
            hint="Say why without them, such as “asked by e-mail”.",
        )


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
