"""The end of anonymising: the originals leave the study for ever and stay in the vault.

Every source that was anonymised gets a fresh first revision with its text and layout as they
are now, all passages move to it, and the revisions before it are purged. Whatever else has said
a vaulted word in the log (a case before it was renamed, a memo, a removed thing) is said anew
without it, and what was said before is sealed.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from crosscase.errors import Conflict
from crosscase.log.records import DraftChange
from crosscase.model.fields import FieldType, KindSpec, Passage, Value
from crosscase.model.ids import Id, id_of_bytes
from crosscase.model.kinds import KINDS
from crosscase.model.nouns import Noun, Revision, Source, Speaker
from crosscase.model.plain_values import replaced_in_plain
from crosscase.store.blobs import blob_hash, find_blob, read_text_blob
from crosscase.store.purging import Purged
from crosscase.store.quarantine import quarantine
from crosscase.store.reading import find_entities, list_all
from crosscase.store.saying_anew import SaidAnew, purge_saying_anew
from crosscase.store.session import Reading, Session, made
from crosscase.store.span_carrying import SpanCarrier
from crosscase.store.texts import current_layout, current_text
from crosscase.study_protection.held_words import (
    WORDS_IN_BLOBS,
    LoggedThing,
    logged_things,
    logged_words,
)
from crosscase.study_protection.replaced_places import replaced_places
from crosscase.study_protection.vault import Original, Vault
from crosscase.study_protection.vault_check import WatchedWords, shown_places

__all__ = ["Finished", "finish"]

_SENTENCE = "sources.originals_purged"
_REVISION_SOURCE = KINDS["revision"].by_name["source"].number
_MOVED = tuple(
    kind for kind in KINDS.values() if any(spec.type is FieldType.PASSAGE for spec in kind.fields)
)


@dataclass(frozen=True, slots=True)
class Finished:
    """What finishing did: the sources that begin anew, things said anew, passages moved along.

    ``lost`` counts passages whose words are gone already; they are listed as conflicts.
    ``purge`` is None when there was nothing left to do. ``recordings`` names the sources beside
    which a recording lies: voices are not anonymised.
    """

    purge: Purged | None
    sources: tuple[str, ...]
    said_anew: int
    moved: int
    lost: int
    recordings: tuple[str, ...]


@dataclass
class _Plan:
    sources: list[Source] = field(default_factory=list)
    entities: list[Id] = field(default_factory=list)
    cleared: dict[Id, None] = field(default_factory=dict)
    changes: list[DraftChange] = field(default_factory=list)
    moves: list[DraftChange] = field(default_factory=list)
    begun: dict[Id, tuple[int, Id]] = field(default_factory=dict)
    blobs: dict[str, bytes] = field(default_factory=dict)
    originals: list[Original] = field(default_factory=list)
    lost: int = 0


def finish(session: Session, vault: Vault) -> Finished:
    """Purge the originals into the vault."""
    with session.reading() as reading:
        plan = _planned(reading, session, vault)
    for original in plan.originals:
        vault.add_original(original)
    vault.save()

    def decide(reading: Reading) -> SaidAnew | None:
        now = _planned(reading, session, vault)
        if not (now.changes or now.entities):
            return None
        changes = (*now.changes, *now.moves)  # a passage that moves has the last word
        return SaidAnew(now.entities, now.cleared, changes, now.blobs, _SENTENCE, len(now.sources))

    purged = purge_saying_anew(session, decide)
    return Finished(
        purged,
        tuple(each.name for each in plan.sources),
        len(plan.cleared),
        len(plan.moves),
        plan.lost,
        tuple(each.name for each in plan.sources if each.media),
    )


def _planned(reading: Reading, session: Session, vault: Vault) -> _Plan:
    if quarantine(reading.file):
        raise Conflict(
            "Somebody's withdrawal stands, and what is set aside for it cannot be anonymised.",
            slug="withdrawal-stands",
            hint="Purge that person, or lift the withdrawal; then finish.",
        )
    watched = WatchedWords(vault)
    left = shown_places(reading, watched)
    if left:
        names = ", ".join(dict.fromkeys(f"“{watched.scrubbed(each.name)}”" for each in left[:8]))
        raise Conflict(
            f"Vaulted words still show at {len(left):,} {'places' if len(left) > 1 else 'place'}, "
            f"in {names}.",
            slug="vaulted-words-left",
            hint="Propose, review and apply once more, then finish; `crosscase anonymise check` "
            "lists the places.",
        )
    plan = _Plan()
    revisions: dict[Id, list[Id]] = {}
    leaking: list[LoggedThing] = []
    begin_anew = {each.entity for each in vault.replacements if each.revision is not None}
    telling: set[Id] = set()
    touched = {each.entity for each in vault.replacements}
    for thing in logged_things(reading):
        if thing.kind == "revision":
            source = _source_of(thing)
            if source is not None:
                revisions.setdefault(source, []).append(thing.entity)
        elif not watched.are_in(logged_words(reading, thing)):
            continue
        if thing.kind != "revision":
            leaking.append(thing)
        elif source is not None and watched.are_in(logged_words(reading, thing)):
            telling.add(source)
    begin_anew |= telling
    shown = reading.by_id(Source)
    for source in sorted(begin_anew & shown.keys()):
        before = revisions.get(source, [])
        if source in telling or not _begins_so(reading, shown[source], before):
            _begin_anew(reading, session, plan, shown[source], before)
    _move_passages(reading, plan)
    for each in list_all(reading.file, reading.connection, Source):
        if each.id in touched and each.original is not None:
            _take_file(reading, plan, each)
    # Of a removed source the words go: they were not anonymised with the others.
    for source in sorted(begin_anew - shown.keys()):
        plan.entities += revisions.get(source, [])
    _say_anew(reading, plan, leaking, watched)
    return plan


def _source_of(thing: LoggedThing) -> Id | None:
    for wire in thing.wires:
        if wire.get(_REVISION_SOURCE) is not None:
            return id_of_bytes(bytes(wire[_REVISION_SOURCE]))
    return None


# -- sources ---------------------------------------------------------------------------------------


def _begins_so(reading: Reading, source: Source, revisions: Sequence[Id]) -> bool:
    """Whether a source begins with the words that it has now, and keeps no file of before."""
    only = reading.by_id(Revision).get(revisions[0]) if len(revisions) == 1 else None
    return only is not None and only.parent is None and not source.original


def _begin_anew(
    reading: Reading, session: Session, plan: _Plan, source: Source, before: Iterable[Id]
) -> None:
    """A fresh first revision, and every passage of the source moved to it."""
    from crosscase.store.layout_bytes import layout_to_bytes

    row = reading.row(source.id)
    if row is None:
        return
    old = list(before)
    text = (current_text(reading.file, reading.connection, row) or "").encode("utf-8")
    layout = layout_to_bytes(current_layout(reading.file, row))
    id_ = session.ids()
    plan.sources.append(source)
    plan.entities += old
    plan.changes.append(
        made(
            Revision,
            id_,
            source=source.id,
            text=blob_hash(text),
            layout=blob_hash(layout),
            replaced=replaced_places(reading, source) or None,
        )
    )
    plan.blobs |= {blob_hash(text): text, blob_hash(layout): layout}
    _keep_first_words(reading, plan, source, old)
    plan.begun |= dict.fromkeys(old, (row, id_))
    for speaker in reading.all(Speaker):
        if speaker.source == source.id:
            # They stand by this purge, whatever is undone of what came before.
            plan.changes.append(_said(KINDS["speaker"], speaker))


def _keep_first_words(
    reading: Reading, plan: _Plan, source: Source, revisions: Iterable[Id]
) -> None:
    nouns = reading.by_id(Revision)
    for id_ in revisions:
        revision = nouns.get(id_)
        if revision is not None and revision.parent is None and revision.text:
            words = read_text_blob(reading.file, reading.connection, bytes.fromhex(revision.text))
            data = words.encode("utf-8")
            plan.originals.append(Original(source.id, source.name, "text", id_, data))


def _move_passages(reading: Reading, plan: _Plan) -> None:
    """Everything that stands on a revision which goes, moved to the one that takes its place."""
    if not plan.begun:
        return
    carrier = SpanCarrier(reading.file, reading.connection)
    rows = {each: reading.row(each) or 0 for each in plan.begun}
    for kind in _MOVED:
        specs = [spec.name for spec in kind.fields if spec.type is FieldType.PASSAGE]
        for noun in list_all(reading.file, reading.connection, kind.noun):
            for name in specs:
                passage: Passage | None = getattr(noun, name)
                if passage is None or passage.revision not in plan.begun:
                    continue
                source, revision = plan.begun[passage.revision]
                row = rows[passage.revision]
                span = carrier.span(source, row, passage.start_char, passage.end_char)
                if span.standing == "lost":
                    plan.lost += 1
                    continue
                moved = Passage(revision, span.start_char, span.end_char)
                plan.moves.append(DraftChange(kind, noun.id, {name: moved}))


def _take_file(reading: Reading, plan: _Plan, source: Source) -> None:
    """The file that a source came from goes into the vault."""
    data = find_blob(reading.file, reading.connection, bytes.fromhex(source.original or ""))
    if data is not None:
        name = source.file_name or source.name
        plan.originals.append(Original(source.id, name, "file", None, data))
    plan.cleared[source.id] = None
    plan.changes.append(_said(KINDS["source"], dataclasses.replace(source, original=None)))


# -- everything else -------------------------------------------------------------------------------


def _say_anew(
    reading: Reading, plan: _Plan, leaking: Iterable[LoggedThing], watched: WatchedWords
) -> None:
    listed = [each for each in leaking if each.entity not in plan.cleared]
    found = find_entities(reading.file, reading.connection, [each.entity for each in listed])
    for thing in listed:
        kind = KINDS[thing.kind]
        noun = found[thing.entity][1] if thing.entity in found else None
        if isinstance(noun, Speaker) and watched.places(noun.label):
            plan.entities.append(noun.id)  # no turn bears its label, from which its id was made
            continue
        plan.cleared[thing.entity] = None
        if noun is None or noun.dropped:
            # What was removed or undone is gone for good: nothing is said of it any more.
            plan.changes.append(DraftChange(kind, thing.entity, {"dropped": True}))
        else:
            plan.changes.append(_said(kind, _scrubbed(reading, plan, kind, noun, watched)))


def _said(kind: KindSpec, noun: Noun) -> DraftChange:
    """Everything that a thing has, said anew; that it stands, too."""
    fields = {
        spec.name: getattr(noun, spec.name)
        for spec in kind.fields
        if getattr(noun, spec.name) is not None
    }
    return DraftChange(kind, noun.id, fields)


def _scrubbed(
    reading: Reading, plan: _Plan, kind: KindSpec, noun: Noun, watched: WatchedWords
) -> Noun:
    """A thing without vaulted words; one that shows has none, one that is hidden may."""
    new: dict[str, object] = {}
    for spec in kind.fields:
        value = getattr(noun, spec.name)
        if value is None:
            continue
        if spec.type is FieldType.TEXT:
            new[spec.name] = watched.scrubbed(value)
        elif spec.type is FieldType.PLAIN:
            new[spec.name] = replaced_in_plain(value, watched.scrubbed)
        elif spec.type is FieldType.VALUE and isinstance(value.value, str):
            new[spec.name] = Value(value.type, watched.scrubbed(value.value))
        elif (kind.name, spec.name) in WORDS_IN_BLOBS:
            words = read_text_blob(reading.file, reading.connection, bytes.fromhex(value))
            data = watched.scrubbed(words).encode("utf-8")
            new[spec.name] = blob_hash(data)
            plan.blobs[blob_hash(data)] = data
    return dataclasses.replace(noun, **new)  # type: ignore[arg-type]
