"""Conflicts are derived, never stored: where two people's work stands against each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from crosscase.errors import Conflict, MistakeOfUse, NotFound
from crosscase.log.canonical import EMPTY_OVER, decode
from crosscase.log.closure import closure
from crosscase.log.folding import Candidate, FoldedField, fold_entity
from crosscase.log.records import Draft, DraftChange
from crosscase.model.fields import DROPPED, FieldSpec, KindSpec
from crosscase.model.ids import Id, id_of_bytes
from crosscase.model.kinds import KINDS, kind_of
from crosscase.model.nouns import Attribute, Code, Coder, Noun, Source
from crosscase.store.as_of import heads_seen
from crosscase.store.changes import changes_of
from crosscase.store.history import name_in_study, operation_label
from crosscase.store.quarantine import beside_withdrawn, quarantine
from crosscase.store.reading import find_entity, list_all
from crosscase.store.recording import Recorded
from crosscase.store.session import Reading, Session
from crosscase.store.short_values import ShortValues
from crosscase.store.state_tables import state_of

__all__ = ["StudyConflict", "list_conflicts", "rows_in_conflict", "settle_field"]

# Fields that are written with another one, and are settled with it.
_SAID_TOGETHER: Mapping[tuple[str, str], str] = {
    ("cell", "state"): "summary",
    ("cell", "author"): "summary",
    ("cell", "seen"): "summary",
    ("judgement", "reason"): "status",
}
_NEVER_ALONE = {("cell", "seen")}  # nobody could say which one is right


@dataclass(frozen=True, slots=True)
class StudyConflict:
    """One thing for people to settle; ``shown`` is what shows meanwhile.

    The texts say what these values mean: a name for an id, the words for a passage.
    """

    sort: str
    kind: str
    entity: Id
    name: str
    sentence: str
    field: str | None = None
    shown: Any = None
    rivals: tuple[Any, ...] = ()
    shown_text: str | None = None
    rival_texts: tuple[str | None, ...] = ()


def list_conflicts(reading: Reading) -> list[StudyConflict]:
    """Everything that a merge left for people to look at."""
    found = [
        *_field_conflicts(reading),
        *_circles(reading),
        *_text_branches(reading),
        *_hidden_arrivals(reading),
        *_same_names(reading),
        *_split_queues(reading),
        *_on_purged_words(reading),
    ]
    return sorted(found, key=lambda each: (each.sort, each.kind, each.entity))


def rows_in_conflict(reading: Reading, noun: type[Noun]) -> set[int]:
    """The things of a kind (by entity row) of which two people set something differently."""
    found = reading.file.driver().execute(
        f"SELECT row FROM {state_of(kind_of(noun)).name} WHERE conflict <> 0 AND gone = 0"
    )
    return {row for (row,) in found}


def _field_conflicts(reading: Reading) -> Iterator[StudyConflict]:
    name_of, told = name_in_study(reading), ShortValues(reading)
    undone = set(reading.file.undone(reading.connection))
    shown = reading.showing()
    for kind in KINDS.values():
        table = state_of(kind).name
        rows = [
            row
            for (row,) in reading.file.driver().execute(
                f"SELECT row FROM {table} WHERE conflict <> 0 AND gone = 0"
            )
        ]
        if kind.name == "coding":
            held = quarantine(reading.file).sources
            sources = reading.file.looked_up("SELECT row, source FROM state_coding WHERE row", rows)
            rows = [row for row in rows if sources[row] not in held]
        elif kind.name != "operation":
            rows = [row for row in rows if row in shown or row in shown.hidden_by]
        ids = reading.file.ids_of_rows(reading.connection, rows)
        for row, changes in changes_of(reading.file, reading.connection, rows).items():
            fields = fold_entity(changes, undone).fields
            for number, folded in fields.items():
                spec = kind.by_number.get(number)
                if not folded.in_conflict or spec is None:
                    continue
                if _goes_with_another(kind, spec, fields):
                    continue
                values = (folded.value, *(rival.value for rival in folded.rivals))
                if any(told.is_hidden(kind, ids[row], spec, each) for each in values):
                    continue  # a withdrawn person's words: shown and settled when it is lifted
                rivals = [r for r in folded.rivals if r.value != folded.value]
                texts = told.tell_rivals(spec, [folded.value, *(each.value for each in rivals)])
                whose = ", ".join(operation_label(r.operation) for r in rivals)
                yield StudyConflict(
                    "field",
                    kind.name,
                    id_of_bytes(ids[row]),
                    name_of(ids[row]),
                    f"{spec.name.replace('_', ' ')} was set differently ({whose})",
                    spec.name,
                    spec.type.from_wire(folded.value),
                    tuple(spec.type.from_wire(rival.value) for rival in rivals),
                    texts[0],
                    tuple(texts[1:]),
                )


def _circles(reading: Reading) -> Iterator[StudyConflict]:
    name_of = name_in_study(reading)
    for id_, number in reading.file.driver().execute(
        "SELECT e.id, t.field FROM tree_skip t JOIN entity e ON e.row = t.entity"
    ):
        field = KINDS["code"].by_number[number].name.replace("_", " ")
        yield StudyConflict(
            "circle",
            "code",
            id_of_bytes(id_),
            name_of(id_),
            f"its latest {field} would have closed a circle and was left out",
        )


def _text_branches(reading: Reading) -> Iterator[StudyConflict]:
    name_of = name_in_study(reading)
    held = quarantine(reading.file).sources
    for source, id_, rivals in reading.file.driver().execute(
        "SELECT t.source, e.id, t.rivals FROM source_text t JOIN entity e ON e.row = t.source "
        "WHERE t.rivals IS NOT NULL"
    ):
        if source in held:
            continue
        rows = decode(rivals)
        ids = reading.file.ids_of_rows(reading.connection, rows)
        yield StudyConflict(
            "text",
            "source",
            id_of_bytes(id_),
            name_of(id_),
            f"{len(rows)} other correction{'s' if len(rows) != 1 else ''} of its text "
            "stand beside the one that shows",
            rivals=tuple(id_of_bytes(each) for each in ids.values()),
        )


def _hidden_arrivals(reading: Reading) -> Iterator[StudyConflict]:
    """Codings under a removed code, source or coder that whoever removed it had not seen."""
    name_of = name_in_study(reading)
    raw = reading.file.driver()
    undone = set(reading.file.undone(reading.connection))
    seen_by = None
    held, beside = quarantine(reading.file), beside_withdrawn(reading.file, "k.source")
    for kind in ("code", "source", "coder"):
        removed = [
            row
            for (row,) in raw.execute(
                f"SELECT row FROM state_{kind} WHERE dropped = 1 AND gone = 0"
            )
            if row not in held
        ]
        ids = reading.file.ids_of_rows(reading.connection, removed)
        for row, changes in changes_of(reading.file, reading.connection, removed).items():
            drop = fold_entity(changes, undone).fields[DROPPED].winner.operation
            seen_by = seen_by or heads_seen(reading.connection)
            reached = closure([drop], seen_by)
            unseen = sum(
                seq > reached.get(bytes(writer), 0)
                for writer, seq in raw.execute(
                    "SELECT w.id, o.seq FROM state_coding k JOIN change c ON c.entity = k.row "
                    "JOIN operation o ON o.row = c.operation JOIN writer w ON w.row = o.writer "
                    f"WHERE k.{kind} = ? AND k.gone = 0 AND coalesce(k.dropped, 0) = 0 "
                    f"AND c.over = ? AND {beside}",
                    (row, EMPTY_OVER),
                )
            )
            if unseen:
                yield StudyConflict(
                    "hidden",
                    kind,
                    id_of_bytes(ids[row]),
                    name_of(ids[row]),
                    f"{unseen} coding{'s' if unseen != 1 else ''} arrived under it although it was "
                    "removed; restoring it shows them",
                )


def _same_names(reading: Reading) -> Iterator[StudyConflict]:
    nouns: tuple[Any, ...] = (Code, Source, Coder, Attribute)
    for noun in nouns:
        groups: dict[tuple[Any, str], list[Any]] = {}
        for each in reading.all(noun):
            if isinstance(each, Code) and each.merged_into is not None:
                continue
            above = each.place.parent if isinstance(each, Code) and each.place else None
            groups.setdefault((above, (each.name or "").casefold()), []).append(each)
        for (_, _), same in groups.items():
            for other in same[1:]:
                yield StudyConflict(
                    "name",
                    noun.__name__.lower(),
                    other.id,
                    other.name or "",
                    f"another {noun.__name__.lower()} has the same name; rename one, or merge them",
                    rivals=(same[0].id,),
                )


def _split_queues(reading: Reading) -> Iterator[StudyConflict]:
    raw = reading.file.driver()
    beside = beside_withdrawn(reading.file, "source")
    for code in list_all(reading.file, reading.connection, Code):
        if not code.split_into or code.dropped:
            continue
        count = raw.execute(
            "SELECT count(*) FROM state_coding WHERE code = ? AND gone = 0 "
            f"AND coalesce(dropped, 0) = 0 AND {beside}",
            (reading.row(code.id),),
        ).fetchone()[0]
        if count:
            yield StudyConflict(
                "late",
                "code",
                code.id,
                code.name or "",
                f"{count} {'codings still stand' if count != 1 else 'coding still stands'} on it "
                "after its split; "
                "re-code them",
            )


def _on_purged_words(reading: Reading) -> Iterator[StudyConflict]:
    """Codings on a text that was purged, such as one made offline before anonymising ended."""
    name_of = name_in_study(reading)
    for id_, count in reading.file.driver().execute(
        "SELECT e.id, count(*) FROM state_coding k JOIN purged p ON p.entity = k.passage_revision "
        "JOIN entity e ON e.row = k.source JOIN source_text t ON t.source = k.source "
        "WHERE k.gone = 0 AND coalesce(k.dropped, 0) = 0 AND k.region IS NULL "
        f"AND {beside_withdrawn(reading.file, 'k.source')} GROUP BY e.id"
    ):
        yield StudyConflict(
            "purged",
            "source",
            id_of_bytes(id_),
            name_of(id_),
            f"{count} {'codings were' if count != 1 else 'coding was'} made on words of it "
            "that are purged; code the passages as they read now, and remove these",
        )


def settle_field(session: Session, entity: Id, field: str, value: Any) -> Recorded | None:
    """Settle a conflict by an ordinary change that was written over all that stood against it."""

    def decide(reading: Reading) -> Draft:
        found = find_entity(reading.file, reading.connection, entity)
        if found is None:
            raise NotFound(f"There is nothing with the id “{entity}”.", slug="entity-not-found")
        kind, _ = found
        choices = [
            (each.shown, *each.rivals)
            for each in _field_conflicts(reading)
            if each.entity == entity and each.field == field
        ]
        if not choices:
            raise Conflict(
                f"Nothing stands against the {field.replace('_', ' ')} of this {kind.name}.",
                slug="no-conflict",
                hint="`crosscase conflicts` lists what is to be settled.",
            )
        chosen = [each for each in choices[0] if _listed(each) == _listed(value)]
        if not chosen:
            listed = ", ".join(f"“{each}”" for each in choices[0])
            raise MistakeOfUse(
                f"“{value}” is none of the values that stand against each other.",
                slug="not-a-rival",
                hint=f"Choose one of {listed}; another value is an ordinary change.",
            )
        said = {field: chosen[0], **_said_together(reading, kind, entity, field, chosen[0])}
        change = DraftChange(kind, entity, said)
        return Draft("conflict.settled", {"entity": entity}, (change,))

    return session.record(decide)


def _goes_with_another(kind: KindSpec, spec: FieldSpec, fields: Mapping[int, FoldedField]) -> bool:
    """Whether a field is settled with the one that it was written with, or says nothing alone."""
    leading = _SAID_TOGETHER.get((kind.name, spec.name))
    if leading is None:
        return False
    found = fields.get(kind.by_name[leading].number)
    return (kind.name, spec.name) in _NEVER_ALONE or (found is not None and found.in_conflict)


def _said_together(
    reading: Reading, kind: KindSpec, entity: Id, field: str, value: Any
) -> dict[str, Any]:
    """What else was written in the operation that set this value: whose words they are."""
    together = [
        name
        for (of, name), leading in _SAID_TOGETHER.items()
        if (of, leading) == (kind.name, field)
    ]
    row = reading.row(entity)
    if not together or row is None:
        return {}
    (changes,) = changes_of(reading.file, reading.connection, [row]).values()
    fields = fold_entity(changes, set(reading.file.undone(reading.connection))).fields
    spec = kind.by_name[field]
    candidates = _candidates(fields, spec.number)
    by = next((c.operation for c in candidates if spec.type.from_wire(c.value) == value), None)
    said: dict[str, Any] = {}
    for name in together:
        other = kind.by_name[name]
        for each in _candidates(fields, other.number):
            if each.operation == by:
                said[name] = other.type.from_wire(each.value)
    return said


def _candidates(fields: Mapping[int, FoldedField], number: int) -> tuple[Candidate, ...]:
    found = fields.get(number)
    return () if found is None else (found.winner, *found.rivals)


def _listed(value: Any) -> Any:
    """A value as JSON would hold it: a place or a passage may come back as a list."""
    return [_listed(each) for each in value] if isinstance(value, list | tuple) else value
