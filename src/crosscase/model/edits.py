"""Edits of a text, and how a span is carried through them.

An edit is ``(start_char, end_char, inserted_length)`` over the text before it; the edits of one
revision are sorted, do not overlap, and are applied at once. Carrying needs lengths only, so
the log never holds a participant's words.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

__all__ = [
    "CarriedSpan",
    "Edit",
    "TextEdit",
    "apply_edits",
    "carry_position",
    "carry_span",
    "checked_edits",
    "edits_between",
    "inverted",
]


class Edit(NamedTuple):
    """One replaced stretch, by lengths alone."""

    start_char: int
    end_char: int
    inserted_length: int


class TextEdit(NamedTuple):
    """One replaced stretch with the words that take its place."""

    start_char: int
    end_char: int
    inserted: str

    @property
    def lengths(self) -> Edit:
        """The same edit without its words."""
        return Edit(self.start_char, self.end_char, len(self.inserted))


class CarriedSpan(NamedTuple):
    """Where a span lies after edits, and what happened to it.

    ``kept``: its words are the same; ``touched``: some of its words changed; ``lost``: nothing
    of it is left, and it lies empty where it was.
    """

    start_char: int
    end_char: int
    standing: Literal["kept", "touched", "lost"]


def checked_edits(edits: Iterable[Sequence[int]], length: int) -> tuple[Edit, ...]:
    """The edits in order; ValueError when they overlap or leave a text of this length."""
    ordered = tuple(sorted(Edit(int(e[0]), int(e[1]), int(e[2])) for e in edits))
    reached = 0
    previous: tuple[int, int] | None = None
    for edit in ordered:
        if edit.start_char < reached or edit.end_char < edit.start_char or edit[:2] == previous:
            raise ValueError("the edits overlap")
        if edit.inserted_length < 0:
            raise ValueError("an edit inserts a negative length")
        reached, previous = edit.end_char, edit[:2]
    if reached > length:
        raise ValueError("an edit lies past the end of the text")
    return ordered


def apply_edits(text: str, edits: Sequence[TextEdit]) -> str:
    """The text after the edits."""
    pieces: list[str] = []
    reached = 0
    for edit in sorted(edits):
        pieces += [text[reached : edit.start_char], edit.inserted]
        reached = edit.end_char
    pieces.append(text[reached:])
    return "".join(pieces)


def inverted(edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """The edits that lead back, over the text after them."""
    back: list[Edit] = []
    shift = 0
    for edit in edits:
        start = edit.start_char + shift
        length = edit.end_char - edit.start_char
        back.append(Edit(start, start + edit.inserted_length, length))
        shift += edit.inserted_length - length
    return tuple(back)


def carry_position(position: int, edits: Sequence[Edit], *, side: Literal["left", "right"]) -> int:
    """Where one position lies after the edits.

    A position inside a replaced stretch moves to its left or right end; at an insertion the
    side decides whether it stays before or goes after what was put in.
    """
    shift = 0
    for edit in edits:
        replaces = edit.end_char > edit.start_char
        if position < edit.start_char or (
            position == edit.start_char and (replaces or side == "left")
        ):
            break
        if position >= edit.end_char:
            shift += edit.inserted_length - (edit.end_char - edit.start_char)
            continue
        left = edit.start_char + shift
        return left if side == "left" else left + edit.inserted_length
    return position + shift


def carry_span(start_char: int, end_char: int, edits: Sequence[Edit]) -> CarriedSpan:
    """Where a span lies after the edits.

    What is put in right before or right after a span stays outside it; what replaces words
    across one of its ends comes in, since some of those words were coded.
    """
    start, end = start_char, end_char
    touched = False
    shift_start = shift_end = 0
    for edit in edits:
        grown = edit.inserted_length - (edit.end_char - edit.start_char)
        if edit.end_char <= start_char:
            shift_start += grown
            shift_end += grown
        elif edit.start_char >= end_char:
            break
        else:
            touched = True
            if edit.start_char < start_char:
                start = edit.start_char
            if edit.end_char > end_char:
                end = edit.start_char
                shift_end += edit.inserted_length
                break
            shift_end += grown
    start, end = start + shift_start, end + shift_end
    if end <= start:
        return CarriedSpan(start, start, "lost")
    return CarriedSpan(start, end, "touched" if touched else "kept")


_PIECES = re.compile(r"\w+|\s+|[^\w\s]")
_LONG = 400
_RUN = 7
_SHORTEST_RUN = 1
_COMPARED = 50_000_000  # pieces of the one text times those of the other
_MOST_GAPS = 10  # so often a long stretch may be divided before it counts as unlike


def edits_between(old: str, new: str) -> tuple[TextEdit, ...]:
    """The edits that turn one text into another, by whole words, so that a word is one edit."""
    head = _common_head(old, new)
    tail = _common_head(old[head:][::-1], new[head:][::-1])
    old_middle, new_middle = old[head : len(old) - tail], new[head : len(new) - tail]
    if not old_middle and not new_middle:
        return ()
    head, old_middle, new_middle = _to_word_edges(old, new, head, tail)
    found: list[TextEdit] = []
    for start, end, inserted in _coarse_to_fine(old_middle, new_middle):
        found.append(TextEdit(head + start, head + end, inserted))
    return tuple(found)


def _common_head(one: str, other: str) -> int:
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _to_word_edges(old: str, new: str, head: int, tail: int) -> tuple[int, str, str]:
    """Widen the differing middle to whole words, so that half a word is never an edit."""
    while head and re.match(r"\w", old[head - 1]):
        head -= 1
    while tail and re.match(r"\w", old[len(old) - tail]):
        tail -= 1
    return head, old[head : len(old) - tail], new[head : len(new) - tail]


def _coarse_to_fine(old: str, new: str) -> list[tuple[int, int, str]]:
    """Differences by lines first and by words inside them, so that a long text stays quick."""
    differences: list[tuple[int, int, str]] = []
    for start, end, inserted in _differences(
        old.splitlines(keepends=True), new.splitlines(keepends=True), run=1
    ):
        for low, high, words in _differences(
            _PIECES.findall(old[start:end]), _PIECES.findall(inserted), run=_RUN
        ):
            differences.append((start + low, start + high, words))
    return differences


def _differences(old: Sequence[str], new: Sequence[str], *, run: int) -> list[tuple[int, int, str]]:
    """The stretches of pieces that differ, as offsets into the old text and the new words."""
    starts = [0]
    for piece in old:
        starts.append(starts[-1] + len(piece))
    return [
        (starts[first], starts[last], "".join(new[new_first:new_last]))
        for first, last, new_first, new_last in _between_anchors(old, new, run)
    ]


_Stretch = tuple[int, int, int, int]
"""A first and last piece of the old text, and of the new one, that differ."""


def _between_anchors(old: Sequence[str], new: Sequence[str], run: int) -> Iterator[_Stretch]:
    """The stretches of pieces that differ between those that surely belong together."""
    old_at = new_at = 0
    for low, new_low in (*_anchors(old, new, run), (len(old), len(new))):
        if low > old_at or new_low > new_at:
            for first, last, new_first, new_last in _in_gap(
                old[old_at:low], new[new_at:new_low], run
            ):
                yield old_at + first, old_at + last, new_at + new_first, new_at + new_last
        old_at, new_at = low + 1, new_low + 1


def _in_gap(old: Sequence[str], new: Sequence[str], run: int) -> Iterator[_Stretch]:
    """The stretches that differ where nothing surely belongs together.

    Comparing takes up to the third power of their length. So long ones are divided by shorter
    runs that only one place has, or by a long stretch that is the same; those that have neither
    are unlike, and all of it differs.
    """
    # Spaces and common words would make the comparison of long lists quadratic: there only
    # rarer words count.
    if len(old) * len(new) <= _COMPARED:
        gap = SequenceMatcher(None, old, new, autojunk=len(new) > _LONG)
        yield from (
            (first, last, new_first, new_last)
            for tag, first, last, new_first, new_last in gap.get_opcodes()
            if tag != "equal"
        )
    elif run > _SHORTEST_RUN:
        yield from _between_anchors(old, new, run // 2)
    else:
        yield from _around_what_is_same(old, new)


def _around_what_is_same(old: Sequence[str], new: Sequence[str]) -> Iterator[_Stretch]:
    """The stretches that differ before and after the longest that is the same."""
    counts = Counter(new)
    rare = (counts[piece] for piece in old if counts[piece] * 100 <= len(new))
    is_quick = sum(rare) <= _COMPARED
    same = SequenceMatcher(None, old, new).find_longest_match() if is_quick else None
    if same is None or same.size * _MOST_GAPS < min(len(old), len(new)):
        yield 0, len(old), 0, len(new)
        return
    if same.a or same.b:
        yield from _in_gap(old[: same.a], new[: same.b], _SHORTEST_RUN)
    at, new_at = same.a + same.size, same.b + same.size
    for first, last, new_first, new_last in _in_gap(old[at:], new[new_at:], _SHORTEST_RUN):
        yield at + first, at + last, new_at + new_first, new_at + new_last


def _anchors(old: Sequence[str], new: Sequence[str], run: int) -> list[tuple[int, int]]:
    """Pieces that surely belong together: each begins a run that both texts hold exactly once.

    Of these the longest series in the same order is taken (patience sorting).
    """
    if max(len(old), len(new)) < _LONG:
        return []
    places = _places_of_single_runs(new, run)
    pairs = [
        (at, places[key]) for key, at in _places_of_single_runs(old, run).items() if key in places
    ]
    tops: list[int] = []
    chain: list[tuple[int, int, int]] = []  # old place, new place, index of the one before
    ends: list[int] = []
    for at, new_place in sorted(pairs):
        height = bisect_left(tops, new_place)
        chain.append((at, new_place, ends[height - 1] if height else -1))
        tops[height : height + 1] = [new_place]
        ends[height : height + 1] = [len(chain) - 1]
    taken: list[tuple[int, int]] = []
    link = ends[-1] if ends else -1
    while link >= 0:
        at, new_place, link = chain[link]
        taken.append((at, new_place))
    return taken[::-1]


def _places_of_single_runs(pieces: Sequence[str], run: int) -> dict[tuple[str, ...], int]:
    counts: dict[tuple[str, ...], int] = {}
    for at in range(len(pieces) - run + 1):
        key = tuple(pieces[at : at + run])
        counts[key] = -1 if key in counts else at
    return {key: at for key, at in counts.items() if at >= 0}
