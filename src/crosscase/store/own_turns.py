"""The turns that are one person's own, whether they are withdrawn or not, and all other texts."""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import NamedTuple

from crosscase.model.layout import Segment
from crosscase.model.speaker_roles import is_of_interviewer
from crosscase.store.blobs import find_blob
from crosscase.store.layout_bytes import layout_from_bytes
from crosscase.store.session import Reading
from crosscase.store.span_carrying import SpanCarrier

__all__ = ["OwnTurn", "iter_own_turns", "own_turns", "texts_beside"]

_PARTICIPANT = "participant"


class OwnTurn(NamedTuple):
    """A turn of a person in the current text of a source (its entity row)."""

    source: int
    text: str
    turn: Segment


class _Link(NamedTuple):
    """Who speaks under a label, or at one place alone (in code points of the current text)."""

    label: str
    participant: int | None
    role: str | None
    place: tuple[int, int] | None


def own_turns(reading: Reading, participant: int, sources: Set[int]) -> list[str]:
    """What a person says in these sources, which are theirs, without the speaker labels."""
    return [
        each.text[each.turn.speech_start_char : each.turn.end_char]
        for each in iter_own_turns(reading, participant, sources)
    ]


def iter_own_turns(reading: Reading, participant: int, sources: Set[int]) -> Iterator[OwnTurn]:
    """The turns of a person in these sources, which are theirs.

    Where no label is theirs, such as in a translation, all counts that is nobody else's.
    """
    links = _links(reading, sources)
    for source, text, layout in _texts(reading, f"s.row IN ({_listed(sources)})"):
        linked = links.get(source, [])
        whole = [each for each in linked if each.place is None]
        # Where some label is theirs, the labels of which nobody said anything are others'.
        has_own = any(each.participant == participant for each in linked)
        of_label = {each.label: each for each in whole}
        there = [each for each in linked if each.place is not None]
        segments = layout_from_bytes(layout).turns() if layout is not None else ()
        for turn in segments:
            at_place = [each.participant for each in there if _touches(each, turn)]
            if at_place:
                is_own = participant in at_place
            else:
                is_own = _is_own(turn, of_label, participant, has_own=has_own)
            if is_own:
                yield OwnTurn(source, text, turn)


def texts_beside(reading: Reading, sources: Set[int]) -> Iterator[str]:
    """The texts of all other sources that were not removed, withdrawn ones too."""
    beside = f"s.row NOT IN ({_listed(sources)}) AND s.gone = 0 AND coalesce(s.dropped, 0) = 0"
    return (text for _, text, _ in _texts(reading, beside))


def _touches(link: _Link, turn: Segment) -> bool:
    """Whether an exception holds for a turn."""
    if link.place is None or link.label != (turn.speaker or ""):
        return False
    return turn.start_char < link.place[1] and turn.end_char > link.place[0]


def _is_own(turn: Segment, of_label: dict[str, _Link], participant: int, *, has_own: bool) -> bool:
    if turn.speaker is None:
        return True
    link = of_label.get(turn.speaker)
    person, role = (None, None) if link is None else (link.participant, link.role)
    if person is not None:
        return person == participant
    if is_of_interviewer(turn.speaker, role, is_linked=False) or role not in (None, _PARTICIPANT):
        return False
    return not has_own


def _links(reading: Reading, sources: Set[int]) -> dict[int, list[_Link]]:
    carrier = SpanCarrier(reading.file, reading.connection)
    links: dict[int, list[_Link]] = {}
    for source, label, person, role, revision, first, last in reading.file.driver().execute(
        "SELECT source, label, participant, role, passage_revision, passage_start_char, "
        "passage_end_char FROM state_speaker WHERE gone = 0 AND coalesce(dropped, 0) = 0 "
        f"AND source IN ({_listed(sources)})"
    ):
        place = None
        if revision is not None:
            carried = carrier.span(source, revision, first, last)
            place = (carried.start_char, carried.end_char)
        links.setdefault(source, []).append(_Link(label, person, role, place))
    return links


def _texts(reading: Reading, condition: str) -> Iterator[tuple[int, str, bytes | None]]:
    for source, blob, edited, data, layout in reading.file.driver().execute(
        "SELECT s.row, t.blob, t.edited_text, b.bytes, t.layout FROM state_source s "
        "JOIN source_text t ON t.source = s.row LEFT JOIN blob b ON b.hash = t.blob "
        f"WHERE {condition}"
    ):
        if edited is None and data is None and blob is not None:
            # A study of another time keeps its words in the file that it was read from.
            data = find_blob(reading.file, reading.connection, blob)
        text = edited if edited is not None else (data or b"").decode("utf-8")
        if text:
            yield source, text, layout


def _listed(rows: Set[int]) -> str:
    return ",".join(str(int(row)) for row in sorted(rows))
