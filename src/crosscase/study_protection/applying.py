"""Carrying out a review: one operation over texts, labels, names and every other field."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from crosscase.errors import Conflict, MistakeOfUse
from crosscase.fieldwork.speaker_labels import speaker_id
from crosscase.intake.correcting import ChangedCoding
from crosscase.intake.replaced_text import replace_in_source
from crosscase.intake.replacements import Replacement, apply_replacements
from crosscase.log.records import Draft, DraftChange
from crosscase.model.edits import TextEdit, apply_edits
from crosscase.model.fields import FieldType, KindSpec, Value
from crosscase.model.ids import Id
from crosscase.model.kinds import KINDS
from crosscase.model.nouns import Case, Noun, Source, Speaker
from crosscase.model.plain_values import replaced_in_plain
from crosscase.store.blobs import blob_hash, read_text_blob
from crosscase.store.reading import find_entities
from crosscase.store.session import Reading, dropped, made
from crosscase.store.source_texts import source_text
from crosscase.study_protection.candidates import Candidate, label_places
from crosscase.study_protection.held_words import LABEL, TEXT
from crosscase.study_protection.vault import LoggedReplacement, Original

__all__ = ["PlannedAnonymising", "as_they_stand", "plan_anonymising"]


@dataclass
class PlannedAnonymising:
    """What a review does to the study, and what the vault is to know of it."""

    changes: list[DraftChange] = field(default_factory=list)
    blobs: dict[str, bytes] = field(default_factory=dict)
    logged: list[LoggedReplacement] = field(default_factory=list)
    originals: list[Original] = field(default_factory=list)
    sources: list[Id] = field(default_factory=list)
    kept: int = 0
    touched: list[ChangedCoding] = field(default_factory=list)
    lost: list[ChangedCoding] = field(default_factory=list)

    def draft(self) -> Draft | None:
        """One operation; None when nothing was accepted."""
        if not self.changes:
            return None
        values = {"n": len(self.sources)}
        return Draft("sources.anonymised", values, tuple(self.changes), self.blobs)


def plan_anonymising(
    reading: Reading,
    accepted: Sequence[Candidate],
    ids: Mapping[Id, Id],
    *,
    person: str | None,
    wall_ms: int,
) -> PlannedAnonymising:
    """What the accepted candidates do; ``ids`` are those of the new revisions, by source.

    Conflict when a place no longer holds the words that were found there.
    """
    plan = PlannedAnonymising()
    found = find_entities(reading.file, reading.connection, {each.entity for each in accepted})
    by_entity: dict[Id, list[Candidate]] = {}
    for each in accepted:
        if each.entity not in found:
            raise _changed_meanwhile(each)
        by_entity.setdefault(each.entity, []).append(each)
    for entity, candidates in by_entity.items():
        kind, noun = found[entity]
        in_text = [each for each in candidates if each.field in (TEXT, LABEL)]
        if isinstance(noun, Source) and in_text:
            _plan_text(reading, plan, noun, in_text, ids[noun.id])
            plan.sources.append(noun.id)
            candidates = [each for each in candidates if each.field not in (TEXT, LABEL)]
        if candidates:
            _plan_fields(reading, plan, kind, noun, candidates)
    _refuse_taken_names(reading, plan)
    revisions = {source: ids[source] for source in plan.sources}
    for each in accepted:
        is_text = each.field in (TEXT, LABEL) and each.kind == "source"
        plan.logged.append(
            LoggedReplacement(
                each.kind, each.entity, each.name, each.field,
                revisions.get(each.entity) if is_text else None, each.start_char, each.end_char,
                each.found, each.replacement, each.sort, person, wall_ms,
            )
        )  # fmt: skip
    return plan


def as_they_stand(reading: Reading, reviewed: Sequence[Candidate]) -> list[Candidate]:
    """The candidates with the words that stand at their places in a source's text.

    A spreadsheet may have written them otherwise, such as a day in its own form; the revision
    that they were found in says that the place is still the same.
    """
    sources = reading.by_id(Source)
    texts: dict[Id, tuple[Id, str]] = {}
    found = []
    for each in reviewed:
        start, end = each.start_char, each.end_char
        if (each.kind, each.field) == ("source", TEXT) and start is not None and end is not None:
            if each.entity not in sources:
                raise _changed_meanwhile(each)
            if each.entity not in texts:
                text = source_text(reading, sources[each.entity])
                texts[each.entity] = (text.revision, text.words())
            revision, words = texts[each.entity]
            if each.revision != revision or not 0 <= start < end <= len(words):
                raise _changed_meanwhile(each)
            each = replace(each, found=words[start:end])
        found.append(each)
    return found


def _changed_meanwhile(candidate: Candidate) -> Conflict:
    return Conflict(
        f"“{candidate.name}” was changed since the review was proposed.",
        slug="changed-since-review",
        hint="Propose again; what is replaced already is not proposed a second time.",
    )


# -- texts -----------------------------------------------------------------------------------------


def _plan_text(
    reading: Reading,
    plan: PlannedAnonymising,
    source: Source,
    candidates: Sequence[Candidate],
    id_: Id,
) -> None:
    text = source_text(reading, source)
    words = text.words()
    labels = {each.found: each.replacement for each in candidates if each.field == LABEL}
    edits = []
    for each in candidates:
        if each.field == LABEL:
            continue
        if each.start_char is None or each.end_char is None:
            raise _changed_meanwhile(each)
        if each.revision != text.revision or words[each.start_char : each.end_char] != each.found:
            raise _changed_meanwhile(each)
        edits.append(TextEdit(each.start_char, each.end_char, each.replacement))
    places = label_places(reading, source.id)
    for label, replacement in labels.items():
        edits += [TextEdit(start, end, replacement) for start, end in places.get(label, ())]
    made_of = replace_in_source(reading, source, id_, edits, labels)
    plan.changes.append(made_of.change)
    plan.blobs |= made_of.blobs
    plan.kept += made_of.kept
    plan.touched += made_of.touched
    plan.lost += made_of.lost
    plan.originals.append(
        Original(source.id, source.name, "text", text.revision, made_of.text_before.encode("utf-8"))
    )
    plan.changes += _speaker_changes(reading, source, labels)


def _speaker_changes(
    reading: Reading, source: Source, labels: Mapping[str, str]
) -> list[DraftChange]:
    """Who speaks is said anew under the new labels: a link's id is made from its label."""
    changes: list[DraftChange] = []
    people: dict[str, Id | None] = {}
    for speaker in reading.all(Speaker):
        if speaker.source != source.id or speaker.label not in labels:
            continue
        label = labels[speaker.label]
        if speaker.passage is None:
            other = people.setdefault(label, speaker.participant)
            if other != speaker.participant:
                raise Conflict(
                    f"Two people in “{source.name}” would both be called “{label}”.",
                    slug="one-label-two-people",
                    hint="Give each their own pseudonym in the review.",
                )
        start = None if speaker.passage is None else speaker.passage.start_char
        changes.append(dropped(Speaker, speaker.id))
        changes.append(
            made(
                Speaker,
                speaker_id(source.id, label, start),
                fresh=False,
                source=source.id,
                label=label,
                participant=speaker.participant,
                role=speaker.role,
                passage=speaker.passage,
            )
        )
    return changes


# -- other fields ----------------------------------------------------------------------------------


def _plan_fields(
    reading: Reading,
    plan: PlannedAnonymising,
    kind: KindSpec,
    noun: Noun,
    candidates: Sequence[Candidate],
) -> None:
    by_field: dict[str, list[Candidate]] = {}
    for each in candidates:
        by_field.setdefault(each.field, []).append(each)
    fields: dict[str, Any] = {}
    for name, listed in by_field.items():
        spec = kind.by_name.get(name)
        value = None if spec is None else getattr(noun, name)
        if spec is None or value is None:
            raise _changed_meanwhile(listed[0])
        if spec.type is FieldType.PLAIN:
            fields[name] = replaced_in_plain(value, _changer(listed))
        elif spec.type is FieldType.VALUE:
            fields[name] = Value(value.type, _edited(str(value.value), listed))
        elif spec.type is FieldType.BLOB:
            words = read_text_blob(reading.file, reading.connection, bytes.fromhex(value))
            data = _edited(words, listed).encode("utf-8")
            fields[name] = blob_hash(data)
            plan.blobs[blob_hash(data)] = data
        else:
            fields[name] = _edited(value, listed)
    plan.changes.append(DraftChange(kind, noun.id, fields))


def _edited(text: str, candidates: Iterable[Candidate]) -> str:
    edits = []
    for each in candidates:
        if each.start_char is None or each.end_char is None:
            raise _changed_meanwhile(each)
        if text[each.start_char : each.end_char] != each.found:
            raise _changed_meanwhile(each)
        edits.append(TextEdit(each.start_char, each.end_char, each.replacement))
    return apply_edits(text, edits)


def _changer(candidates: Iterable[Candidate]) -> Callable[[str], str]:
    rules = [Replacement(each.found, each.replacement) for each in candidates]
    unique = list(dict.fromkeys(rules))
    return lambda text: apply_replacements(text, unique).text


def _refuse_taken_names(reading: Reading, plan: PlannedAnonymising) -> None:
    """Two sources, or two cases of one kind, never get the same name."""
    for noun in (Source, Case):
        spec = KINDS["source" if noun is Source else "case"]
        renamed = {
            each.entity: str(each.fields["name"])
            for each in plan.changes
            if each.kind is spec and "name" in each.fields
        }
        if not renamed:
            continue
        seen: dict[tuple[str, str], Id] = {}
        for held in reading.all(noun):
            name = renamed.get(held.id, getattr(held, "name", None) or "")
            at = (getattr(held, "case_kind", ""), " ".join(name.split()).casefold())
            other = seen.setdefault(at, held.id)
            if other != held.id and (held.id in renamed or other in renamed):
                raise MistakeOfUse(
                    f"Two {spec.name}s would both be called “{name}”.",
                    slug="name-taken",
                    hint="Give each its own pseudonym in the review.",
                )
