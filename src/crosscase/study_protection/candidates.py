"""What might be replaced: every place with a listed word, a name, or words of a telling form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from crosscase.fieldwork.speaker_labels import read_speakers
from crosscase.intake.replacements import Replacement, apply_replacements
from crosscase.intake.typed_words import find_typed_words
from crosscase.model.fields import FieldType
from crosscase.model.ids import Id
from crosscase.model.kinds import KINDS
from crosscase.model.nouns import Source
from crosscase.store.session import Reading
from crosscase.store.source_names import find_source
from crosscase.store.texts import current_layout, current_text
from crosscase.study_protection.held_words import LABEL, TEXT, HeldWords, words_shown
from crosscase.study_protection.pseudonyms import NameRule, Pseudonyms, listed_first

__all__ = ["Candidate", "label_places", "propose"]

_AROUND = 40
_TYPED_IN = frozenset({("source", TEXT), ("memo", "text")})


@dataclass(frozen=True, slots=True)
class Candidate:
    """One place that might be replaced, for a person to accept, change or refuse.

    ``revision`` is the text that the place was found in. Without ``start_char`` the words are
    replaced wherever they stand in the field (a speaker label, a table inside a field).
    ``decision`` is accept, refuse, or nothing yet.
    """

    kind: str
    entity: Id
    name: str
    field: str
    revision: Id | None
    start_char: int | None
    end_char: int | None
    before: str
    found: str
    after: str
    replacement: str
    sort: str
    decision: str = ""

    def decided(self, decision: str, replacement: str | None = None) -> Candidate:
        """The same with a decision, and another replacement if one is given."""
        return replace(self, decision=decision, replacement=replacement or self.replacement)


def propose(
    reading: Reading,
    *,
    sources: Sequence[str] | None,
    replacements: Sequence[Replacement],
    names: bool,
    typed: bool,
    known: Sequence[Replacement],
    people: Mapping[str, str],
) -> list[Candidate]:
    """All candidates, source by source and then thing by thing.

    With ``sources`` only those sources are looked through, and nothing else of the study.
    ``known`` are the words of a vault, ``people`` the persons in its key by their real names.
    """
    wanted = None if sources is None else {find_source(reading, each).id for each in sources}
    key = {each.find: each.replace for each in known}
    pseudonyms = Pseudonyms.of(reading, key, people)
    rules = listed_first(replacements, known, pseudonyms.rules(reading) if names else ())
    labels = _label_rules(reading, pseudonyms, rules, names=names)
    found: list[Candidate] = []
    for held in words_shown(reading):
        place = held.place
        if wanted is not None and (place.kind != "source" or place.entity not in wanted):
            continue
        if place.kind == "speaker" and place.field == "label":
            continue  # it follows its label
        if place.field == LABEL:
            found += _label_candidate(held, labels)
        else:
            found += _candidates(reading, held, rules, typed=typed, labels=labels)
    return found


LabelRules = Mapping[tuple[Id, str], tuple[str, str]]


def _label_rules(
    reading: Reading, pseudonyms: Pseudonyms, rules: Sequence[NameRule], *, names: bool
) -> LabelRules:
    """For each label of each source what is to stand there, and why."""
    found: dict[tuple[Id, str], tuple[str, str]] = {}
    for row in read_speakers(reading):
        at = (row.source.id, row.label)
        made = apply_replacements(row.label, [each.replacement for each in rules])
        named = pseudonyms.for_label(row) if names else None
        sorts = [rules[place.replacement_index].sort for place in made.places]
        if "list" in sorts or (sorts and named is None):
            found[at] = (made.text, sorts[0])
        elif named is not None:
            found[at] = (named, "speaker")
    return found


def _label_candidate(held: HeldWords, labels: LabelRules) -> Iterator[Candidate]:
    rule = labels.get((held.place.entity, held.text))
    if rule is not None:
        yield Candidate(
            "source", held.place.entity, held.name, LABEL, None, None, None,
            "", held.text, "", rule[0], rule[1],
        )  # fmt: skip


def label_places(reading: Reading, source: Id) -> dict[str, list[tuple[int, int]]]:
    """Where each speaker label stands in the current text of a source, before its words."""
    row = reading.row(source)
    found: dict[str, list[tuple[int, int]]] = {}
    if row is None:
        return found
    text = current_text(reading.file, reading.connection, row) or ""
    for turn in current_layout(reading.file, row).turns():
        if turn.speaker is None:
            continue
        at = text.find(turn.speaker, turn.start_char, turn.speech_start_char)
        if at >= 0:
            found.setdefault(turn.speaker, []).append((at, at + len(turn.speaker)))
    return found


def _candidates(
    reading: Reading,
    held: HeldWords,
    rules: Sequence[NameRule],
    *,
    typed: bool,
    labels: LabelRules,
) -> Iterator[Candidate]:
    place, text = held.place, held.text
    is_text = place.kind == "source" and place.field == TEXT
    spans = _rule_spans(text, rules)
    taken: list[tuple[int, int]] = []
    if is_text:
        for label, places in label_places(reading, place.entity).items():
            if (place.entity, label) in labels:
                taken += places
        spans = [each for each in spans if not _overlaps(each[0], each[1], taken)]
    if typed and (place.kind, place.field) in _TYPED_IN:
        taken += [(start, end) for start, end, _, _ in spans]
        taken.sort()
        spans += [
            (each.start_char, each.end_char, each.bracket, each.type)
            for each in find_typed_words(text)
            if not _overlaps(each.start_char, each.end_char, taken)
        ]
        spans.sort()
    if not spans:
        return
    revision = _revision(reading, place.entity) if is_text else None
    by_place = is_text or _has_places(place.kind, place.field)
    for start, end, words, sort in spans:
        yield Candidate(
            place.kind, place.entity, held.name, place.field, revision,
            start if by_place else None, end if by_place else None,
            text[max(0, start - _AROUND) : start], text[start:end], text[end : end + _AROUND],
            words, sort,
        )  # fmt: skip


def _rule_spans(text: str, rules: Sequence[NameRule]) -> list[tuple[int, int, str, str]]:
    made = apply_replacements(text, [each.replacement for each in rules])
    return [
        (edit.start_char, edit.end_char, edit.inserted, rules[place.replacement_index].sort)
        for edit, place in zip(made.edits, made.places, strict=True)
        if text[edit.start_char : edit.end_char] != edit.inserted
    ]


def _overlaps(start: int, end: int, taken: Sequence[tuple[int, int]]) -> bool:
    return any(low < end and start < high for low, high in taken)


def _has_places(kind: str, field: str) -> bool:
    """Whether a field is one text, in which a place can be named."""
    return KINDS[kind].by_name[field].type is not FieldType.PLAIN


def _revision(reading: Reading, source: Id) -> Id:
    from crosscase.store.source_texts import source_text

    return source_text(reading, reading.get(Source, source)).revision
