"""Sources that others share with a person who is purged: their turns are cut, the rest stays.

As at the end of anonymising, such a source gets a fresh first revision, the passages of the
others move to it, and every revision before it is purged.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from typing import NamedTuple

from crosscase.log.canonical import decode
from crosscase.log.folding import fold_entity
from crosscase.model.edits import TextEdit, apply_edits, carry_span, inverted
from crosscase.model.fields import FieldSpec, FieldType, KindSpec, Passage
from crosscase.model.ids import Id, bytes_of_id, id_of_bytes
from crosscase.model.kinds import KIND_OF_NUMBER, KINDS
from crosscase.model.layout import Segment
from crosscase.model.nouns import Noun, Revision
from crosscase.store.changes import iter_all_changes
from crosscase.store.own_turns import iter_own_turns
from crosscase.store.reading import find_whole
from crosscase.store.session import Reading
from crosscase.store.span_carrying import SpanCarrier
from crosscase.store.texts import current_text
from crosscase.store.withdrawn_things import HungThings
from crosscase.study_protection.replaced_places import places_along

__all__ = ["LEFT_OUT", "Cut", "Move", "cuts_of", "said_in"]

LEFT_OUT = "[left out: consent withdrawn]"
_REVISION, _SPEAKER = KINDS["revision"], KINDS["speaker"]
_STANDING: tuple[tuple[KindSpec, FieldSpec], ...] = tuple(
    (kind, spec)
    for kind in KINDS.values()
    for spec in kind.fields
    if spec.type is FieldType.PASSAGE
)


class Move(NamedTuple):
    """A passage of others, and where its words stand once the turns are cut."""

    kind: KindSpec
    entity: Id
    field: str
    start_char: int
    end_char: int


@dataclass
class Cut:
    """A source that stays without one person's turns.

    ``edits`` are over its current text, which ``revision`` gives; ``revisions`` are all that ever
    were, with their rows.
    ``rows`` are what stands on cut turns alone, ``codes`` those first made of one, with quotes
    that show one beside others' turns, and ``speakers`` what says that the person speaks there.
    """

    source: Id
    row: int
    revision: int
    text: str
    edits: tuple[TextEdit, ...]
    turns: tuple[Segment, ...]
    revisions: dict[Id, int] = field(default_factory=dict)
    rows: dict[int, KindSpec] = field(default_factory=dict)
    speakers: list[Id] = field(default_factory=list)
    codes: set[Id] = field(default_factory=set)
    moves: list[Move] = field(default_factory=list)

    @property
    def words(self) -> str:
        """The text without the turns."""
        return apply_edits(self.text, self.edits)

    def holds(self, start_char: int, end_char: int) -> bool:
        """Whether a place of the text has words of the cut turns, and no others."""
        touched = [
            turn for turn in self.turns if turn.start_char < end_char and turn.end_char > start_char
        ]
        left, at = [], start_char
        for turn in touched:
            left.append(self.text[at : max(at, turn.start_char)])
            at = max(at, turn.end_char)
        return bool(touched) and not "".join([*left, self.text[at:end_char]]).strip()

    def touches(self, start_char: int, end_char: int) -> bool:
        """Whether a place of the text has words of the cut turns."""
        return any(
            each.speech_start_char < end_char and start_char < each.end_char for each in self.turns
        )

    def replaced_places(self, reading: Reading) -> list[list[int]]:
        """Where words were replaced before, and where the turns were, in the text without them."""
        held = find_whole(reading.file, reading.connection, self.revisions)
        nouns = {id_: noun for id_, (_, noun) in held.items() if isinstance(noun, Revision)}
        at: Id | None = next(id_ for id_, row in self.revisions.items() if row == self.revision)
        path: list[Revision] = []
        while at is not None and at in nouns and nouns[at] not in path:
            path.append(nouns[at])
            at = nouns[at].parent
        lengths = [each.lengths for each in self.edits]
        before = places_along(path[::-1])
        carried = (carry_span(start, end, lengths) for start, end in before)
        kept = [[each.start_char, each.end_char] for each in carried if each.standing == "kept"]
        cut = [[each.start_char, each.end_char] for each in inverted(lengths)]
        return sorted([*kept, *cut])

    def move(self, kind: KindSpec, entity: Id, name: str, start: int, end: int) -> None:
        """Note where a passage goes."""
        carried = carry_span(start, end, [each.lengths for each in self.edits])
        self.moves.append(Move(kind, entity, name, carried.start_char, carried.end_char))


def cuts_of(
    reading: Reading, participant: int, hung: HungThings, only: Set[Id] | None
) -> dict[Id, Cut]:
    """The shared sources from which the person's own turns can be cut, with all that it means.

    Only where turns bear a label that is linked to the person, in a source that is not theirs as
    a whole; ``only`` names those that are wanted (None: all).
    """
    shared = {
        each.row: each
        for each in hung.sources
        if each.others and not each.is_whole and (only is None or each.source.id in only)
    }
    turns: dict[int, list[Segment]] = {}
    for each in iter_own_turns(reading, participant, shared.keys()):
        if each.turn.speaker is not None:
            turns.setdefault(each.source, []).append(each.turn)
    cuts = {
        row: Cut(shared[row].source.id, row, revision, text, _edits(text, found), tuple(found))
        for row, found in turns.items()
        if (revision := shared[row].revision) is not None
        and (text := current_text(reading.file, reading.connection, row))
    }
    if cuts:
        _read_parts(reading, participant, cuts)
        _place_passages(reading, cuts)
    return {each.source: each for each in cuts.values()}


def _edits(text: str, turns: Iterable[Segment]) -> tuple[TextEdit, ...]:
    spans = ((each.speech_start_char, each.end_char) for each in turns)
    ends = ((start, start + len(text[start:end].rstrip())) for start, end in spans)
    return tuple(TextEdit(start, end, LEFT_OUT) for start, end in ends if end > start)


def said_in(cuts: Mapping[Id, Cut]) -> list[str]:
    """What the person says in the sources that stay: a text for each turn."""
    return [
        each.text[turn.speech_start_char : turn.end_char]
        for each in cuts.values()
        for turn in each.turns
    ]


def _read_parts(reading: Reading, participant: int, cuts: Mapping[int, Cut]) -> None:
    """All revisions of these sources, undone ones too, and the person's own speaker links."""
    by_id = {bytes_of_id(each.source): each for each in cuts.values()}
    person = reading.file.ids_of_rows(reading.connection, [participant])[participant]
    kinds = [_REVISION.number, _SPEAKER.number]
    for row, changes in iter_all_changes(reading.file, reading.connection, kinds):
        kind = KIND_OF_NUMBER[changes[0].kind]
        values = fold_entity(changes, frozenset()).values()
        source = values.get(kind.by_name["source"].number)
        cut = None if source is None else by_id.get(bytes(source))
        if cut is None:
            continue
        if kind is _REVISION:
            cut.revisions[id_of_bytes(changes[0].entity)] = row
        elif values.get(_SPEAKER.by_name["participant"].number) == person:
            cut.speakers.append(id_of_bytes(changes[0].entity))


def _place_passages(reading: Reading, cuts: Mapping[int, Cut]) -> None:
    """What stands on the revisions of these sources: on the cut turns alone, or elsewhere."""
    of_revision = {id_: cut for cut in cuts.values() for id_ in cut.revisions}
    carrier = SpanCarrier(reading.file, reading.connection)
    for kind, spec in _STANDING:
        said = dict(_passages(reading, kind, spec, of_revision))
        ids = reading.file.ids_of_rows(reading.connection, said)
        held = find_whole(
            reading.file, reading.connection, [id_of_bytes(each) for each in ids.values()]
        )
        for row, passages in said.items():
            entity = id_of_bytes(ids[row])
            noun = held[entity][1] if entity in held else None
            _place(of_revision, carrier, (row, kind, spec.name, entity), noun, passages)


def _passages(
    reading: Reading, kind: KindSpec, spec: FieldSpec, of_revision: Mapping[Id, Cut]
) -> Iterator[tuple[int, list[Passage]]]:
    """What ever stood on one of these revisions, by entity row, with each place that it had."""
    for row, changes in iter_all_changes(reading.file, reading.connection, [kind.number]):
        wires = (decode(each.fields) for each in changes if each.fields is not None)
        said = (spec.type.from_wire(wire.get(spec.number)) for wire in wires)
        found = [each for each in said if each is not None and each.revision in of_revision]
        if found:
            yield row, found


def _place(
    of_revision: Mapping[Id, Cut],
    carrier: SpanCarrier,
    thing: tuple[int, KindSpec, str, Id],
    noun: Noun | None,
    passages: list[Passage],
) -> None:
    """Sort one thing by its place; what was undone by any place that it had."""
    row, kind, name, entity = thing
    stands: Passage | None = None if noun is None else getattr(noun, name)
    for passage in passages if noun is None else [stands]:
        cut = None if passage is None else of_revision.get(passage.revision)
        if passage is None or cut is None:
            continue
        on = cut.revisions[passage.revision]
        span = carrier.span(cut.row, on, passage.start_char, passage.end_char)
        if span.standing == "lost":
            continue  # nothing of it is left in the text
        if not cut.holds(span.start_char, span.end_char):
            if noun is not None:
                cut.move(kind, entity, name, span.start_char, span.end_char)
            if kind.name == "quote" and cut.touches(span.start_char, span.end_char):
                cut.codes.add(entity)
        elif kind.name == "code":
            cut.codes.add(entity)
        else:
            cut.rows[row] = kind
