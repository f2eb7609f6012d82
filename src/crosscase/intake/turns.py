"""Where the turns, headings and page furniture of a text lie.

A turn runs from its label to the next label or heading. Where page furniture (a page number, a
running head) falls inside a turn, the turn goes on behind it as a second segment with the same
speaker whose ``speech_start_char`` is its ``start_char``: it has no label of its own. A note in
brackets that stands as a paragraph between two turns, ``(The witness withdrew)``, is nobody's
words and counts as furniture; inside a turn it stays where it is.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple, Protocol

from crosscase.intake.label_words import heads_a_field
from crosscase.intake.page_furniture import (
    Apart,
    SpanLike,
    TextLine,
    capital_headings,
    lines_apart,
    text_lines,
)
from crosscase.intake.speaker_forms import (
    WEAK_FORMS,
    LineLabel,
    read_label,
    read_stamp,
)
from crosscase.model.layout import Layout, Segment

__all__ = ["CueLike", "LabelAt", "LabelledLike", "label_lines", "lay_out"]


class LabelledLike(SpanLike, Protocol):
    """A stretch of text whose speaker the file itself names."""

    @property
    def speech_start_char(self) -> int: ...
    @property
    def speaker(self) -> str: ...


class CueLike(SpanLike, Protocol):
    """A stretch of text with the time at which it is heard."""

    @property
    def start_ms(self) -> int: ...


class LabelAt(NamedTuple):
    """A label at a line: ``line`` is the line's place among the lines with words."""

    line: int
    label: LineLabel
    opens: bool
    alone: bool


_NOTE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|（[^（）]*）")
_TIME_NOTE = re.compile(
    r"[\[(]\s*\d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?:[.,]\d{1,3})?\s*(?:noon|midnight|hrs|[ap]\.?m\.?)?"
    r"\s*[\])]|\d{1,2}:\d{2}:\d{2}(?:[.,]\d{1,3})?",
    re.IGNORECASE,
)


def _head_block(text: str, lines: Sequence[TextLine]) -> int:
    """How many lines at the top are the record's own fields (Date, Place, Present)."""
    end = known = 0
    for at, line in enumerate(lines[:40]):
        words = text[line.start_char : line.end_char]
        if words.startswith("#") or _NOTE.fullmatch(words):
            continue
        found = read_label(words)
        if found is None or found.form not in ("colon", "bold"):
            if len(words) > 80 or at > 5:
                break
            continue
        if len(words) - found.speech_start > 100 or (
            words[-1] in ".?!…。？！" and not heads_a_field(found.label)
        ):
            break
        if heads_a_field(found.label):
            known, end = known + 1, at + 1
        elif end == at and not line.after_blank and known and _closes(lines, at):
            end = at + 1
    return end


def _closes(lines: Sequence[TextLine], at: int) -> bool:
    """Whether a blank line follows within a few lines."""
    return any(line.after_blank for line in lines[at + 1 : at + 9])


def label_lines(text: str, lines: Sequence[TextLine], apart: Collection[int] = ()) -> list[LabelAt]:
    """Every line that has the form of a label, outside the head of the record.

    A weak form (own line, dash, tab) is passed over for a label that mostly stands with a colon
    or in bold, and in lists of names.
    """
    found: list[LabelAt] = []
    for at in range(_head_block(text, lines), len(lines)):
        if at in apart:
            continue
        start, end, after_blank = lines[at]
        label = read_label(text[start:end])
        if label is not None:
            opens = after_blank or (at - 1) in apart or at == 0
            found.append(LabelAt(at, label, opens, label.speech_start >= end - start))
    strong = Counter(one.label.label for one in found if one.label.form not in WEAK_FORMS)
    weak = Counter(one.label.label for one in found if one.label.form in WEAK_FORMS)
    listed = _listed([one for one in found if one.label.form == "own line"], lines, weak)
    return [
        one
        for one in found
        if one.label.form not in WEAK_FORMS
        or (weak[one.label.label] >= strong[one.label.label] and one.line not in listed)
    ]


def _listed(
    own_lines: Sequence[LabelAt], lines: Sequence[TextLine], counts: Counter[str]
) -> set[int]:
    """Names on lines of their own that stand in a list, or are the words of the label above."""
    runs: list[list[LabelAt]] = []
    for one in own_lines:
        if runs and one.line == runs[-1][-1].line + 1 and not lines[one.line].after_blank:
            runs[-1].append(one)
        else:
            runs.append([one])
    passed: set[int] = set()
    for run in runs:
        if len(run) > 2:
            passed.update(one.line for one in run)
        elif len(run) == 2:
            rarer = min(reversed(run), key=lambda one: counts[one.label.label])
            passed.add(rarer.line)
    return passed


def lay_out(
    text: str,
    *,
    speakers: Collection[str] | None,
    headings: Iterable[SpanLike] = (),
    labelled: Iterable[LabelledLike] = (),
    cues: Iterable[CueLike] = (),
    page_starts: Iterable[int] = (),
    only_given: bool = False,
) -> Layout:
    """The layout of a text, given which labels are speakers.

    With ``only_given`` no line is a heading or page furniture by its looks, as in what people
    wrote into the cells of a table.

    Without speakers each paragraph is a turn: the text between blank lines, or each line where
    there are no blank lines. So is what stands before the first label. The segments are in
    order, do not overlap, and cover all but blanks.
    """
    accepted = frozenset(speakers or ())
    starts = tuple(sorted(set(page_starts)))
    given = sorted(
        (one for one in labelled if one.speaker in accepted), key=lambda one: one.start_char
    )
    marked = list(headings)
    lines = _cut(text, text_lines(text), [*given, *marked])
    apart = lines_apart(text, lines, headings=marked, page_starts=starts, only_given=only_given)
    labels: dict[int, LineLabel] = {}
    if accepted:
        labels = {
            one.line: one.label
            for one in label_lines(text, lines, apart)
            if one.label.label in accepted
        }
    if not only_given:
        for at in capital_headings(text, lines, labels):
            apart.setdefault(at, "heading")
        for at in _notes_between(text, lines, apart, labels, with_speakers=bool(accepted)):
            apart[at] = "furniture"
    segments = _gather(text, lines, apart, labels, given)
    return Layout(tuple(_with_cue_times(segments, cues)), starts)


def _cut(text: str, lines: list[TextLine], spans: Iterable[SpanLike]) -> list[TextLine]:
    """The lines, cut where a span that the file gives begins or ends inside one."""
    edges = sorted({edge for span in spans for edge in (span.start_char, span.end_char)})
    if not edges:
        return lines
    pieces: list[TextLine] = []
    for line in lines:
        inner = edges[bisect_right(edges, line.start_char) : bisect_left(edges, line.end_char)]
        after_blank = line.after_blank
        for start, end in pairwise((line.start_char, *inner, line.end_char)):
            words = text[start:end]
            if words.isspace():
                continue
            start += len(words) - len(words.lstrip())
            pieces.append(TextLine(start, start + len(words.strip()), after_blank))
            after_blank = False
    return pieces


def _notes_between(
    text: str,
    lines: Sequence[TextLine],
    apart: Mapping[int, Apart],
    labels: Mapping[int, LineLabel],
    *,
    with_speakers: bool,
) -> Iterator[int]:
    """Notes in brackets and times on lines of their own, where no turn goes on behind them."""
    between = True
    for at in range(len(lines) - 1, -1, -1):
        if apart.get(at) == "furniture":
            continue
        start, end, after_blank = lines[at]
        if at in labels or at in apart:
            between = True
        elif end - start <= 120 and (text[start] in "([（" or text[start].isdigit()):
            words = text[start:end]
            is_time = _TIME_NOTE.fullmatch(words) is not None
            is_note = with_speakers and after_blank and _NOTE.fullmatch(words) is not None
            if (is_time and not with_speakers) or (between and (is_time or is_note)):
                yield at
            else:
                between = False
        else:
            between = False


class _Turn:
    """A turn that is still growing."""

    __slots__ = ("end", "given", "speaker", "speech", "start", "start_ms")

    def __init__(
        self,
        line: TextLine,
        *,
        speech: int | None = None,
        speaker: str | None = None,
        start_ms: int | None = None,
        given: int | None = None,
    ) -> None:
        self.start, self.end = line.start_char, line.end_char
        self.speech = self.start if speech is None else speech
        self.speaker, self.start_ms, self.given = speaker, start_ms, given

    def grow(self, line: TextLine, text: str) -> None:
        if self.speech >= self.end:
            self.speech = line.start_char
            stamp_ms = _stamp_alone(text[line.start_char : line.end_char], None)
            if stamp_ms is not None and self.start_ms is None:
                self.start_ms, self.speech = stamp_ms, line.end_char
        self.end = line.end_char

    def closed(self) -> Segment:
        speech = min(max(self.speech, self.start), self.end)
        return Segment("turn", self.start, self.end, speech, self.speaker, self.start_ms)


def _gather(
    text: str,
    lines: Sequence[TextLine],
    apart: Mapping[int, Apart],
    labels: Mapping[int, LineLabel],
    given: Sequence[LabelledLike],
) -> Iterator[Segment]:
    """The segments in order: each line joins the turn before it or begins one."""
    given_starts = [one.start_char for one in given]
    by_lines = not any(line.after_blank for line in lines[1:])
    turn: _Turn | None = None
    interrupted: _Turn | None = None
    stamp_ms: int | None = None
    begun = -1
    for at, line in enumerate(lines):
        kind = apart.get(at)
        if kind is not None:
            if turn is not None:
                yield turn.closed()
            interrupted = (turn or interrupted) if kind == "furniture" else None
            turn = None
            yield Segment(kind, line.start_char, line.end_char, line.start_char)
            stamp_ms = _stamp_alone(text[line.start_char : line.end_char], stamp_ms)
            continue
        inside: int | None = bisect_right(given_starts, line.start_char) - 1
        if inside is None or inside < 0 or line.start_char >= given[inside].end_char:
            inside = None
        if inside is not None and inside != begun:
            begun, one = inside, given[inside]
            fresh = _Turn(line, speech=one.speech_start_char, speaker=one.speaker, given=inside)
        elif inside is None and at in labels:
            label = labels[at]
            speech = line.start_char + label.speech_start
            fresh = _Turn(line, speech=speech, speaker=label.label, start_ms=label.start_ms)
        elif turn is not None and _joins(turn, line, inside, by_lines):
            turn.grow(line, text)
            continue
        else:
            before = interrupted if turn is None else None
            goes_on = before is not None and before.given == inside
            fresh = _Turn(
                line, speaker=before.speaker if before and goes_on else None, given=inside
            )
        if turn is not None:
            yield turn.closed()
        if fresh.start_ms is None:
            fresh.start_ms = stamp_ms
        turn, interrupted, stamp_ms = fresh, None, None
    if turn is not None:
        yield turn.closed()


def _joins(turn: _Turn, line: TextLine, inside: int | None, by_lines: bool) -> bool:
    if turn.given != inside:
        return False
    return turn.speaker is not None or not (by_lines or line.after_blank)


def _stamp_alone(words: str, before: int | None) -> int | None:
    """The time that a line of its own gives to the turn behind it; a clock time gives none."""
    if ("." in words and ":" not in words) or words.rstrip(")] ")[-1:] in "mM.":
        return before
    found = read_stamp(words) if _TIME_NOTE.fullmatch(words) else None
    return before if found is None else found


def _with_cue_times(segments: Iterable[Segment], cues: Iterable[CueLike]) -> Iterator[Segment]:
    """The segments, each turn without a time of its own with that of the cue it begins in."""
    ordered = sorted(cues, key=lambda cue: cue.start_char)
    begins = [cue.start_char for cue in ordered]
    for segment in segments:
        if not ordered or segment.kind != "turn" or segment.start_ms is not None:
            yield segment
            continue
        at = bisect_right(begins, segment.speech_start_char) - 1
        if at < 0 or ordered[at].end_char <= segment.speech_start_char:
            at += 1
        if at < len(ordered) and ordered[at].start_char < segment.end_char:
            yield replace(segment, start_ms=ordered[at].start_ms)
        else:
            yield segment
