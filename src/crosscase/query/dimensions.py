"""The sides of a matrix: which members they have, and in which of them a fact lies."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from crosscase.errors import MistakeOfUse, NotFound, nearest_names_hint
from crosscase.model.ids import Id
from crosscase.model.nouns import Case, Code, Coder, Source
from crosscase.query.attribute_values import (
    AttributeColumn,
    attribute_columns,
    field_key,
    shown_value,
)
from crosscase.query.code_names import PATH_MARK, CodeNames, code_names
from crosscase.query.cross_counts import Lookup
from crosscase.query.source_waves import source_waves
from crosscase.query.study_view import PERSON, StudyView, study_view
from crosscase.query.words_elsewhere import our_word
from crosscase.store.coding_blocks import BASES, VALENCES
from crosscase.store.coding_columns import coding_columns
from crosscase.store.session import Reading

__all__ = ["Dimension", "Key", "Member", "dimension", "plural_of"]

Key = Literal["code", "coder", "valence", "basis", "case", "source"]

_NOT_PLURAL = {PERSON: "participants", "valence": "valences", "basis": "bases"}


@dataclass(frozen=True, slots=True)
class Member:
    """One row or column: its short name, what it is (None: a value), how deep it lies."""

    name: str
    id: Id | None = None
    depth: int = 0
    colour: str | None = None


@dataclass(frozen=True)
class Dimension:
    """One side of a matrix.

    ``key`` says by what a fact finds its members in ``lookup``: the entity row of a code or
    coder, the number of a valence or basis, or the entity row of a case (the participant, and
    the source where sources are counted) or source. ``noun`` names one member; ``labels`` are
    the members' names, all different.
    """

    noun: str
    key: Key
    labels: tuple[str, ...]
    members: tuple[Member, ...]
    lookup: Lookup
    without: str
    only: tuple[int, ...] | None = None
    note: str | None = None

    @property
    def needs_codings(self) -> bool:
        """Whether only codings have members here."""
        return self.key in ("code", "coder", "valence", "basis")

    @property
    def may_share_people(self) -> bool:
        """Whether one person may lie in several members: people meet in cases and in waves."""
        return self.key == "case" or self.noun == "wave"

    def members_under(self, labels: tuple[str, ...]) -> tuple[Member, ...]:
        """The members, with one more for what lies in none where the labels have it."""
        return self.members + tuple(Member(label) for label in labels[len(self.members) :])


def dimension(reading: Reading, word: str) -> Dimension:
    """The dimension that a word names: codes, code:NAME, codes:all, a kind of cases, an
    attribute (NAME:coarse for its coarsest values), coders, sources, waves, participants,
    valence, basis.

    Words of other tools for code, source and attribute are understood. Raises NotFound for
    another word.
    """
    named, _, detail = (part.strip() for part in word.partition(":"))
    ours = our_word(reading, named)
    if detail and (ours == "attribute" or named.casefold() == "attribute"):
        return _attribute_named(reading, detail) or _not_known(reading, detail)
    if ours == "source" and not detail:
        return _sources(reading)
    if ours == "code" or named.casefold() in ("code", "codes"):
        return _codes(code_names(reading), detail)
    if not detail:
        fixed = _FIXED.get(named.casefold())
        if fixed is not None:
            return fixed(reading)
        if named.casefold() in ("wave", "waves") and source_waves(reading).waves:
            return _waves(reading)
        view = study_view(reading)
        for kind, spelled in view.kinds.items():
            if field_key(named) in (field_key(spelled), field_key(plural_of(spelled))):
                return _cases(view, kind)
    return _attribute_named(reading, word) or _not_known(reading, word)


def _attribute_named(reading: Reading, word: str) -> Dimension | None:
    named, _, detail = (part.strip() for part in word.rpartition(":"))
    coarse = detail.casefold() == "coarse"
    for column in attribute_columns(reading).values():
        if field_key(word) in (field_key(column.name), field_key(plural_of(column.name))):
            return _attribute(study_view(reading), column, coarse=False)
        if coarse and field_key(named) == field_key(column.name):
            return _attribute(study_view(reading), column, coarse=True)
    return None


def _not_known(reading: Reading, word: str) -> Dimension:
    raise _unknown(reading, word)


def plural_of(noun: str) -> str:
    """More than one of a thing."""
    lower = noun.casefold()
    if lower in _NOT_PLURAL:
        return _NOT_PLURAL[lower]
    if lower.endswith("y") and lower[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    if lower.endswith(("s", "x", "z", "ch", "sh")):
        return f"{noun}es"
    return f"{noun}s"


def _codes(names: CodeNames, detail: str) -> Dimension:
    """Top codes, all codes, or those right below one and what is coded with itself."""
    if detail.casefold() == "all":
        rows = names.walk()
        labels = [PATH_MARK.join(names.path(row)) for row in rows]
        shown = [_code(names.codes[row], len(names.path(row)) - 1) for row in rows]
        return _code_dimension(labels, shown, [names.with_descendants(row) for row in rows], None)
    if not detail:
        rows = names.below(None)
        shown = [_code(names.codes[row]) for row in rows]
        below = [names.with_descendants(row) for row in rows]
        return _code_dimension([each.name for each in shown], shown, below, None)
    above = names.find(detail)
    rows = names.below(above)
    shown = [_code(names.codes[row]) for row in rows]
    code = names.codes[above]
    shown.append(replace(_code(code), name=f"{code.name} itself" if rows else code.name or ""))
    below = [*(names.with_descendants(row) for row in rows), [above]]
    only = names.with_descendants(above)
    return _code_dimension([each.name for each in shown], shown, below, only)


def _code(code: Code, depth: int = 0) -> Member:
    return Member(code.name or "", code.id, depth, code.colour)


def _code_dimension(
    labels: Sequence[str],
    shown: Sequence[Member],
    members: Sequence[Sequence[int]],
    only: Iterable[int] | None,
) -> Dimension:
    has_more = any(len(rows) > 1 for rows in members)
    return Dimension(
        noun="code",
        key="code",
        labels=_told_apart(labels),
        members=tuple(shown),
        lookup=_lookup(members),
        without="no code",
        only=None if only is None else tuple(only),
        note="A code includes the codes below it." if has_more else None,
    )


def _cases(view: StudyView, kind: str) -> Dimension:
    cases = view.cases_of_kind(kind)
    if kind == PERSON:
        spoken = set(view.turns.participant.tolist())
        whole = {row for source in view.sources for row in view.groups.get(source, ())}
        cases = {row: case for row, case in cases.items() if row in spoken | whole}
    number = {row: index for index, row in enumerate(cases)}
    members: list[list[int]] = [[row] for row in cases]
    for member, groups in view.groups.items():
        for group in groups & number.keys():
            members[number[group]].append(member)
    noun = "participant" if kind == PERSON else view.kinds[kind]
    shown = _named(cases.values())
    labels = _told_apart([each.name for each in shown])
    return Dimension(noun, "case", labels, shown, _lookup(members), f"no {noun}")


def _attribute(view: StudyView, column: AttributeColumn, *, coarse: bool) -> Dimension:
    held: dict[str, list[int]] = {}
    order: dict[str, Any] = {}
    for row, value in column.values.items():
        label = shown_value(value)
        label = column.coarser_than(label)[-1] if coarse else label
        held.setdefault(label, []).append(row)
        order.setdefault(label, value.value)
    numbers = all(isinstance(value, int | float) for value in order.values())
    labels = sorted(held, key=order.__getitem__ if numbers else _by_letters)
    members = [sorted(view.lying_in(held[label])) for label in labels]
    shown = tuple(map(Member, labels))
    without = f"no {column.name}"
    return Dimension(column.name, "case", tuple(labels), shown, _lookup(members), without)


def _coders(reading: Reading) -> Dimension:
    coded = set(coding_columns(reading.file, reading.connection).coder.tolist())
    coders = {row: each for row, each in reading.by_row(Coder).items() if row in coded}
    rows = sorted(coders, key=lambda row: _by_letters(coders[row].name or ""))
    shown = _named(coders[row] for row in rows)
    labels = _told_apart([each.name for each in shown])
    return Dimension("coder", "coder", labels, shown, _lookup([[row] for row in rows]), "no coder")


def _sources(reading: Reading) -> Dimension:
    sources = study_view(reading).sources
    shown = _named(sources.values())
    labels = _told_apart([each.name for each in shown])
    lookup = _lookup([[row] for row in sources])
    return Dimension("source", "source", labels, shown, lookup, "no source")


def _waves(reading: Reading) -> Dimension:
    """Waves in the order of time; a source without a day, or between waves, lies in none."""
    held = source_waves(reading)
    labels = _told_apart([each.name or "" for each in held.waves])
    lookup = Lookup(list(held.of_source), list(held.of_source.values()))
    members = tuple(Member(each.name or "", each.id) for each in held.waves)
    note = " ".join(held.overlaps) or None
    return Dimension("wave", "source", labels, members, lookup, "no wave", note=note)


def _named(things: Iterable[Case | Coder | Source]) -> tuple[Member, ...]:
    return tuple(Member(each.name or "", each.id) for each in things)


def _choices(key: Literal["valence", "basis"], choices: Sequence[str | None]) -> Dimension:
    labels = tuple(each for each in choices if each is not None)
    members = [[number] for number, each in enumerate(choices) if each is not None]
    return Dimension(key, key, labels, tuple(map(Member, labels)), _lookup(members), f"no {key}")


def _lookup(members: Sequence[Sequence[int]]) -> Lookup:
    return Lookup(
        [row for rows in members for row in rows],
        [number for number, rows in enumerate(members) for _ in rows],
    )


def _told_apart(labels: Sequence[str]) -> tuple[str, ...]:
    """Labels that all differ: the second of a name is “Name (2)”."""
    seen: dict[str, int] = {}
    taken: list[str] = []
    for label in labels:
        count = seen[label] = seen.get(label, 0) + 1
        taken.append(label if count == 1 else f"{label} ({count})")
    return tuple(taken)


def _by_letters(label: str) -> tuple[str, str]:
    return label.casefold(), label


def _unknown(reading: Reading, word: str) -> NotFound | MistakeOfUse:
    view = study_view(reading)
    kinds = [plural_of(kind) for kind in view.kinds.values()]
    attributes = [column.name for column in attribute_columns(reading).values()]
    known = ["codes", "codes:all", *kinds, *attributes, *_FIXED]
    listed = ", ".join(dict.fromkeys(["codes", "code:NAME", *kinds, *attributes, *_SAID]))
    hint = nearest_names_hint(word, known) or f"Say {listed}."
    if field_key(word) in (field_key("site"), field_key("sites")):
        # What a matrix has as columns unless it is told; no other name is near to it in sense.
        hint = f"The study has no cases of the kind site. Say {listed}."
    return NotFound(
        f"“{word}” is nothing that a matrix can have as rows or columns.",
        slug="dimension-not-found",
        hint=hint,
    )


_SAID = ("sources", "coders", "valence", "basis")
_FIXED: Mapping[str, Callable[[Reading], Dimension]] = {
    "coder": _coders,
    "coders": _coders,
    "source": _sources,
    "sources": _sources,
    **dict.fromkeys(
        ("participant", "participants", "persons"),
        lambda reading: _cases(study_view(reading), PERSON),
    ),
    "valence": lambda _: _choices("valence", VALENCES),
    "basis": lambda _: _choices("basis", BASES),
}
