"""Which speakers a text seems to have: a preview to confirm, nothing decided.

Every line that has the form of a label is a candidate; its words, how often and where it
recurs, and the other labels of the text decide how it stands. Labels that look like one person
are listed side by side and never merged.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal, Self

from crosscase.intake.label_words import (
    LabelShape,
    heads_a_field,
    label_shape,
    names_a_role,
    numbers_a_part,
    reads_as_sentence,
)
from crosscase.intake.page_furniture import SpanLike, TextLine, lines_apart, text_lines
from crosscase.intake.same_person import label_stem, perhaps_same
from crosscase.intake.speaker_forms import WEAK_FORMS, LabelForm
from crosscase.intake.turns import LabelledLike, label_lines
from crosscase.model.words import count_words

__all__ = ["ProposedSpeaker", "SpeakerPreview", "Standing", "propose_speakers"]

Standing = Literal["clear", "unsure", "unlikely"]


@dataclass(frozen=True, slots=True)
class ProposedSpeaker:
    """A label that may be a speaker, with how often it stands and why it is judged so.

    ``turns`` counts the lines that begin with the label; ``words`` what follows them up to the
    next label that is not unlikely, or to where the file says the speech ends.
    """

    label: str
    form: LabelForm
    turns: int
    words: int
    first_place: int
    examples_start_chars: tuple[int, ...]
    standing: Standing
    reason: str


@dataclass(frozen=True, slots=True)
class SpeakerPreview:
    """The proposed speakers, the surest first, and pairs of labels that may be one person."""

    speakers: tuple[ProposedSpeaker, ...]
    perhaps_same: tuple[tuple[str, str], ...] = ()

    def labels(self, *standings: Standing) -> tuple[str, ...]:
        """The labels of these standings; the clear ones when none is named."""
        wanted = standings or ("clear",)
        return tuple(one.label for one in self.speakers if one.standing in wanted)


@dataclass(slots=True)
class _Candidate:
    label: str
    shape: LabelShape
    starts: list[int] = field(default_factory=list)
    speech_starts: list[int] = field(default_factory=list)
    latest_ends: list[int] = field(default_factory=list)
    forms: Counter[LabelForm] = field(default_factory=Counter)
    opening: int = 0
    alone: int = 0
    standing: Standing = "unlikely"
    reason: str = ""

    @property
    def turns(self) -> int:
        return len(self.starts)

    @property
    def form(self) -> LabelForm:
        return self.forms.most_common(1)[0][0]


def propose_speakers(
    text: str,
    *,
    headings: Iterable[SpanLike] = (),
    labelled: Iterable[LabelledLike] = (),
    page_starts: Collection[int] = (),
) -> SpeakerPreview:
    """The speakers that a text seems to have, each with its standing and the reason for it."""
    lines = text_lines(text)
    apart = lines_apart(text, lines, headings=headings, page_starts=page_starts)
    candidates = _candidates(text, lines, apart, list(labelled))
    if not candidates:
        return SpeakerPreview(())
    surroundings = _Surroundings.of(list(candidates.values()), lines, len(text))
    for candidate in candidates.values():
        candidate.standing, candidate.reason = _judge(candidate, surroundings)
    _judge_single_ones(list(candidates.values()), surroundings)
    words = _words_spoken(text, candidates.values())
    order = ("clear", "unsure", "unlikely")
    proposed = sorted(
        (
            ProposedSpeaker(
                label=one.label,
                form=one.form,
                turns=one.turns,
                words=words.get(one.label, 0),
                first_place=min(one.starts),
                examples_start_chars=_examples(sorted(one.starts)),
                standing=one.standing,
                reason=one.reason,
            )
            for one in candidates.values()
        ),
        key=lambda one: (order.index(one.standing), -one.turns, one.first_place),
    )
    kept = [one.label for one in proposed if one.standing != "unlikely"]
    return SpeakerPreview(tuple(proposed), perhaps_same(kept))


def _candidates(
    text: str,
    lines: Sequence[TextLine],
    apart: Collection[int],
    labelled: Sequence[LabelledLike],
) -> dict[str, _Candidate]:
    found: dict[str, _Candidate] = {}

    def candidate(label: str) -> _Candidate:
        if label not in found:
            found[label] = _Candidate(label, label_shape(label))
        return found[label]

    spans = sorted((one.start_char, one.end_char) for one in labelled)
    for one in sorted(labelled, key=lambda one: one.start_char):
        speaker = candidate(one.speaker)
        speaker.starts.append(one.start_char)
        speaker.speech_starts.append(one.speech_start_char)
        speaker.latest_ends.append(one.end_char)
        speaker.forms["given"] += 1
        speaker.opening += 1
    reached = 0
    for at in label_lines(text, lines, apart):
        start = lines[at.line].start_char
        while reached < len(spans) and spans[reached][1] <= start:
            reached += 1
        if reached < len(spans) and spans[reached][0] <= start:
            continue
        speaker = candidate(at.label.label)
        speaker.starts.append(start)
        speaker.speech_starts.append(start + at.label.speech_start)
        speaker.latest_ends.append(len(text))
        speaker.forms[at.label.form] += 1
        speaker.opening += at.opens
        speaker.alone += at.alone
    return found


_ASKING = frozenset({"Question", "Questions", "question", "QUESTION"})
_PEOPLE: frozenset[LabelShape] = frozenset({"role", "titled", "code", "name", "uncased"})


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """What the labels that recur have in common."""

    open_paragraphs: bool
    speak_on_the_line: bool
    weak_labels: Counter[LabelForm]
    people: int
    labels: frozenset[str]
    lines: int
    rare: bool
    rarely_weak: bool
    fill_the_text: bool

    @classmethod
    def of(cls, candidates: Sequence[_Candidate], lines: Sequence[TextLine], length: int) -> Self:
        recurring = [one for one in candidates if one.turns > 1 and _may_be_a_person(one)]
        strong = [one for one in recurring if one.form not in WEAK_FORMS]
        weak = [one for one in recurring if one.form in WEAK_FORMS]
        turns = sum(one.turns for one in strong)
        people = [one for one in strong if one.shape in _PEOPLE and one.label not in _ASKING]
        named = sum(one.turns for one in people)
        described = sum(
            one.turns
            for one in candidates
            if one.turns > 2 and one.shape == "phrase" and not reads_as_sentence(one.label)
        )
        paragraphs = sum(line.after_blank for line in lines)
        places = paragraphs if paragraphs > 1 else len(lines)

        def rare(times: int) -> bool:
            return times < 0.01 * len(lines) or times * _FEW_CHARS < length

        return cls(
            open_paragraphs=named >= 4 and sum(one.opening for one in people) >= 0.85 * named,
            speak_on_the_line=named >= 4 and sum(one.alone for one in people) <= 0.1 * named,
            weak_labels=Counter(one.form for one in weak),
            people=len(people),
            labels=frozenset(one.label.casefold() for one in candidates if one.turns > 1),
            lines=len(lines),
            rare=rare(turns),
            rarely_weak=rare(sum(one.turns for one in weak)),
            fill_the_text=turns + described >= 0.5 * places,
        )


_FEW_CHARS = 10_000
"""A text with fewer labels than one in so many characters is hardly a transcript."""


def _may_be_a_person(one: _Candidate) -> bool:
    return one.shape != "phrase" and not (
        reads_as_sentence(one.label) or heads_a_field(one.label) or numbers_a_part(one.label)
    )


_TIMED: frozenset[LabelForm] = frozenset({"time before", "time after"})
_ONCE = "It stands only once."


def _judge(one: _Candidate, around: _Surroundings) -> tuple[Standing, str]:
    """How a label that recurs stands, and why; single ones wait for the others."""
    if one.forms["given"]:
        return "clear", "The file itself names this speaker."
    if heads_a_field(one.label):
        return "unlikely", "It reads as the head of a field or section."
    if numbers_a_part(one.label):
        return "unlikely", "It numbers a part of the document."
    if reads_as_sentence(one.label):
        return "unlikely", "It reads as the start of a sentence that ends in a colon."
    if around.open_paragraphs and one.opening < 0.5 * one.turns:
        standing: Standing = "unsure" if one.shape in ("role", "titled") else "unlikely"
        return standing, "It stands inside paragraphs, where the other labels open one."
    if around.speak_on_the_line and one.alone > 0.5 * one.turns:
        standing = "unsure" if one.shape in ("role", "titled") else "unlikely"
        return standing, "No words follow it on its line, as they follow the other labels."
    if one.label in _ASKING and "answer" not in around.labels:
        return "unsure", "“Question” counts as a speaker where “Answer” recurs too."
    if one.turns == 1:
        return "unlikely", _ONCE
    if around.rare and one.form not in WEAK_FORMS and one.shape not in ("role", "titled"):
        return "unsure", "It recurs, but few lines of the text begin with a label."
    if one.form in WEAK_FORMS:
        return _judge_weak(one, around)
    if one.shape == "phrase":
        return _judge_phrase(one, around)
    known = around.fill_the_text or one.form in _TIMED
    if not known and (one.shape == "word" or (one.shape in ("name", "code") and one.turns == 2)):
        if around.people >= 2 or (one.turns > 2 and around.people):
            return "clear", f"It recurs {one.turns} times among other labels."
        return "unsure", "It may be a name or a word that recurs."
    return "clear", f"It reads as a speaker and recurs {one.turns} times."


def _judge_weak(one: _Candidate, around: _Surroundings) -> tuple[Standing, str]:
    form = "on a line of its own" if one.form == "own line" else f"in the form “{one.form}”"
    if one.form == "letter" and not {"q", "a"} <= around.labels:
        return "unlikely", "A letter with a full stop counts only where both Q and A recur."
    if one.shape == "phrase" or around.rarely_weak:
        return "unlikely", f"It recurs {form}, but does not read as a speaker."
    enough = 2 if one.shape in ("role", "titled", "code") or one.form == "time line" else 3
    if one.turns >= enough and around.weak_labels[one.form] > 1:
        return "clear", f"It recurs {one.turns} times {form}, as other labels do."
    return "unsure", f"It recurs {form}, but few other labels do."


def _judge_phrase(one: _Candidate, around: _Surroundings) -> tuple[Standing, str]:
    if one.turns >= (3 if around.fill_the_text else 5) and around.people:
        return "clear", f"It describes a speaker and recurs {one.turns} times."
    if around.fill_the_text and around.people and names_a_role(one.label):
        return "clear", f"It names a role, recurs {one.turns} times, and labels fill the text."
    if one.turns >= 3 and not one.label[0].islower():
        return "unsure", "It recurs, but may be a lead-in rather than a speaker."
    return "unlikely", "It reads as a lead-in rather than a speaker."


def _judge_single_ones(candidates: Sequence[_Candidate], around: _Surroundings) -> None:
    """A label that stands once is clear only where its form matches that of others."""
    waiting = [
        one
        for one in candidates
        if one.reason is _ONCE and (one.shape != "phrase" or names_a_role(one.label))
    ]
    named = [one for one in waiting if one.form not in WEAK_FORMS and not one.label[0].islower()]
    clear = [one for one in candidates if one.standing == "clear"]
    by_form = Counter(one.form for one in clear)
    stems = {label_stem(one.label) for one in clear if one.shape in ("code", "role")}
    expected = bool(clear) or len(named) >= 0.3 * around.lines
    for one in waiting:
        if one.shape == "code" and label_stem(one.label) in stems and one.label[-1].isdigit():
            one.standing, one.reason = "clear", "It stands once and is numbered like others."
        elif _has_kin(one, by_form, around, named):
            one.standing, one.reason = "clear", "It stands once, in the same form as others."
        elif one.shape in ("role", "titled") or (expected and one in named):
            one.standing = "unsure"


def _has_kin(
    one: _Candidate,
    by_form: Counter[LabelForm],
    around: _Surroundings,
    named: Sequence[_Candidate],
) -> bool:
    """Whether other labels stand in the same form as one that stands once."""
    others = by_form[one.form]
    if one.label[0].islower():
        return False
    if one.shape in ("role", "titled"):
        if one.form in WEAK_FORMS:
            return others > 2 and one.opening > 0
        return others > 0 or any(
            other is not one and other.form == one.form and other.shape in _PEOPLE
            for other in named
        )
    if one.form in WEAK_FORMS:
        return False
    if one.shape == "phrase" and names_a_role(one.label):
        return others > 2 and around.fill_the_text
    if one.shape in ("name", "uncased"):
        return others > 1 and (
            around.open_paragraphs or around.fill_the_text or one.form != "colon"
        )
    return one.shape == "word" and one.form in _TIMED and others > 1


def _words_spoken(text: str, candidates: Iterable[_Candidate]) -> Counter[str]:
    """The words behind each label, up to the next label that is not unlikely."""
    places = sorted(
        (start, speech, end, one.label)
        for one in candidates
        for start, speech, end in zip(one.starts, one.speech_starts, one.latest_ends, strict=True)
        if one.standing != "unlikely"
    )
    following = [*(place[0] for place in places[1:]), len(text)]
    counted: Counter[str] = Counter()
    for (_, speech, end, label), limit in zip(places, following, strict=False):
        counted[label] += count_words(text[speech : min(end, limit)])
    return counted


def _examples(starts: Sequence[int]) -> tuple[int, ...]:
    """The first, a middle and the last place."""
    return tuple(sorted({starts[0], starts[len(starts) // 2], starts[-1]}))
