"""What the names in a check mean: what they were bound to, what bears them, or what bore them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from crosscase.errors import CrosscaseError, NotFound
from crosscase.model.case_closure import kind_key
from crosscase.model.finding_nouns import Quote
from crosscase.model.ids import Id
from crosscase.model.nouns import Attribute, Case, Code, Coder, Noun, ResearchSet, Source
from crosscase.model.synthesis_nouns import Grid
from crosscase.query.attribute_values import field_key
from crosscase.query.code_names import PATH_MARK
from crosscase.query.dimensions import plural_of
from crosscase.query.study_view import PERSON, study_view
from crosscase.store.code_tree import read_tree
from crosscase.store.earlier_names import earlier_names
from crosscase.store.reading import find_entity
from crosscase.store.removed_things import what_hides
from crosscase.store.session import Reading
from crosscase.store.showing import SHOWING_KINDS
from crosscase.store.source_names import find_named, find_source
from crosscase.study_findings.bank_names import folded
from crosscase.study_findings.gone_kinds import removal_of
from crosscase.study_findings.outcomes import Problem
from crosscase.study_findings.verdicts import NotEvaluated

__all__ = ["COUNTED", "CheckNames", "Named"]


class Named(NamedTuple):
    """What a name means: its id, and how it is written today."""

    id: Id
    name: str


@dataclass(frozen=True, slots=True)
class _Kind:
    """How things of a kind are found by name, and how such a name is written in a check."""

    noun: type[Noun]
    word: str
    find: Callable[[Reading, str], Noun]


COUNTED = "counted"
"""The kind of an attribute whose values are counted, or are parts: several of it may be said."""

_KINDS: Mapping[str, _Kind] = {
    "code": _Kind(Code, "code", lambda reading, name: read_tree(reading).find(name)),
    "source": _Kind(Source, "source", find_source),
    "coder": _Kind(Coder, "coder", lambda r, name: find_named(name, r.all(Coder), "coder")),
    "set": _Kind(ResearchSet, "set", lambda r, name: find_named(name, r.all(ResearchSet), "set")),
    "grid": _Kind(Grid, "grid", lambda r, name: find_named(name, r.all(Grid), "grid")),
    "quote": _Kind(Quote, "quote", lambda r, name: find_named(name, r.all(Quote), "quote")),
    "attribute": _Kind(
        Attribute, "attribute", lambda r, name: find_named(name, r.all(Attribute), "attribute")
    ),
}


class CheckNames:
    """Finds what the names of one check mean, and keeps what was found and what is to be told.

    ``bound`` says what names meant when the check was written; it goes before what bears the
    name today. ``notices`` are names under which things go no more; ``codes`` are those
    (by entity row) whose codings the check hangs on.
    """

    def __init__(self, reading: Reading, bound: Mapping[str, Id]) -> None:
        self._reading = reading
        self._bound = bound
        self.found: dict[str, Id] = {}
        self.notices: list[Problem] = []
        self.codes: set[int] = set()
        self.uses_all_codings = False

    def find(
        self, kind: str, written: str, start_char: int, end_char: int, *, alone: bool = False
    ) -> Named:
        """The thing that a name means; ``kind`` is code, source... or a kind of cases.

        ``alone`` says that the name stands there without the word of its kind before it.
        Raises NotEvaluated, with the place, where it means nothing that stands.
        """
        place = (start_char, end_char)
        told = len(self.notices)
        key = f"{kind}:{folded(written)}"
        id_ = self._bound.get(key)
        if id_ is None:
            id_ = self._unbound(kind, written, place)
        named = self._today(kind, id_, written, place)
        if alone:
            new = _written(named.name)
            self.notices[told:] = [
                each
                if each.suggestion is None
                else replace(each, suggestion=new, hint=_followed(new))
                for each in self.notices[told:]
            ]
        self.found[key] = id_
        return named

    def knows(self, kind: str, written: str) -> bool:
        """Whether a name was bound, or something of the kind bears it or bore it."""
        if f"{kind}:{folded(written)}" in self._bound:
            return True
        found = _kind_of_names(kind)
        try:
            found.find(self._reading, written)
        except CrosscaseError:
            return bool(self._before(found, kind, written))
        return True

    def _unbound(self, kind: str, written: str, place: tuple[int, int]) -> Id:
        """By the name that it bears today; else by one that a single thing bore."""
        found = _kind_of_names(kind)
        try:
            id_ = found.find(self._reading, written).id
        except CrosscaseError as error:
            before = () if not isinstance(error, NotFound) else self._before(found, kind, written)
            if len(before) == 1:
                return before[0]
            hint = error.hint
            if len(before) > 1:
                hint = "Several were called so before: write what the one that is meant is called."
            problem = Problem(*place, error.slug, error.sentence, hint)
            raise NotEvaluated(problem, type(error)) from error
        self._tell_other(kind, id_, written, place)
        return id_

    def _tell_other(self, kind: str, id_: Id, written: str, place: tuple[int, int]) -> None:
        """That something else went by this name before, and by which it goes today."""
        found = _kind_of_names(kind)
        for other in self._before(found, kind, written):
            name = None if other == id_ else self._name_today(kind, other)
            if name is None or folded(name) == _name_of(written, kind):
                continue
            sentence = f"Another {found.word} was called “{written}” before: “{name}” now."
            hint = f"If that one is meant, write {_written(name)}."
            self.notices.append(Problem(*place, "name-taken-over", sentence, hint))
            return

    def _name_today(self, kind: str, id_: Id) -> str | None:
        """The name of something that stands; None where it is gone."""
        if kind == "code":
            tree = read_tree(self._reading)
            code = tree.codes.get(tree.read_as(id_))
            return None if code is None else code.name
        held = find_entity(self._reading.file, self._reading.connection, id_)
        if held is None or what_hides(self._reading, held[1]) is not None:
            return None
        return getattr(held[1], "name", None)

    def _before(self, found: _Kind, kind: str, written: str) -> tuple[Id, ...]:
        if kind == COUNTED:
            return _attributes_before(self._reading, written)
        ids = earlier_names(self._reading, found.noun).get(_name_of(written, kind), ())
        if found.noun is not Case:
            return ids
        cases = {id_: find_entity(self._reading.file, self._reading.connection, id_) for id_ in ids}
        return tuple(
            id_
            for id_, each in cases.items()
            if each is not None
            and isinstance(each[1], Case)
            and kind_key(each[1].case_kind) == kind
        )

    def _today(self, kind: str, id_: Id, written: str, place: tuple[int, int]) -> Named:
        word = _kind_of_names(kind).word
        try:
            held = find_entity(self._reading.file, self._reading.connection, id_)
        except CrosscaseError as error:  # withdrawn
            raise NotEvaluated(Problem(*place, error.slug, error.sentence, error.hint)) from error
        if held is None:
            raise NotEvaluated(
                Problem(
                    *place,
                    "name-gone",
                    f"The {word} “{written}” is not in the study any more.",
                    f"Undo what took it away, or write another {word}.",
                )
            )
        if isinstance(held[1], Code):
            return self._code_today(held[1], written, place)
        hider = what_hides(self._reading, held[1])
        if hider is not None:
            raise NotEvaluated(self._removed(held[1], hider, word, written, place))
        name = getattr(held[1], "name", "") or ""
        if folded(name) != folded(written) and not self._also_called(held[1], written):
            self._notice("name-changed", f"The {word} “{written}” is called “{name}” now.",
                         f"{word}:{_written(name)}", place)  # fmt: skip
        return Named(id_, name)

    def _also_called(self, noun: Noun, written: str) -> bool:
        """Whether a thing may be written so though it is not its name: its id, its file name."""
        if isinstance(noun, Attribute) and _is_called(noun.name or "", written):
            return True
        also = {noun.id, folded(getattr(noun, "file_name", None) or "")}
        return written in also or folded(written) in also

    def _code_today(self, code: Code, written: str, place: tuple[int, int]) -> Named:
        tree = read_tree(self._reading)
        now = tree.codes.get(tree.read_as(code.id))
        if now is None:
            hider = what_hides(self._reading, code)
            raise NotEvaluated(self._removed(code, hider or code, "code", written, place))
        path = tree.path_of(now.id)
        alone = _name_counts(self._reading)[folded(path[-1])]
        shown = path[-1] if alone == 1 else PATH_MARK.join(path)
        parts = [folded(part) for part in written.removeprefix(PATH_MARK.strip()).split(">")]
        path_folded = [folded(part) for part in path]
        if now.id != code.id:
            self._notice(
                "code-merged",
                f"The code “{code.name}” was merged into “{now.name}”.",
                f"code:{_written(shown)}",
                place,
            )
        elif written != now.id and path_folded[-len(parts) :] != parts:
            says = (
                f"The code “{written}” is called “{shown}” now."
                if parts[-1] != path_folded[-1]
                else f"The code “{written}” stands elsewhere now: “{PATH_MARK.join(path)}”."
            )
            self._notice("name-changed", says, f"code:{_written(shown)}", place)
        return Named(now.id, shown)

    def _notice(self, slug: str, sentence: str, suggestion: str, place: tuple[int, int]) -> None:
        hint = _followed(suggestion)
        self.notices.append(Problem(*place, slug, sentence, hint, suggestion))

    def _removed(
        self, noun: Noun, hider: Noun, word: str, written: str, place: tuple[int, int]
    ) -> Problem:
        """That something was removed: by whom, when, and the way back."""
        removal = removal_of(self._reading, hider)
        on = "" if hider.id == noun.id else f" with “{getattr(hider, 'name', '') or ''}”"
        return Problem(
            *place,
            f"{word.replace(' ', '-')}-removed",
            f"The {word} “{written}” was removed{on}{removal.said}.",
            f"{removal.way_back}, or write another {word}.",
        )


def _is_called(name: str, written: str) -> bool:
    """Whether a word means an attribute of this name: one or several of it, in any spelling."""
    return field_key(written) in (field_key(name), field_key(plural_of(name)))


def _find_counted(reading: Reading, written: str) -> Attribute:
    meant = [each for each in reading.all(Attribute) if _is_called(each.name or "", written)]
    return meant[0] if meant else find_named(written, reading.all(Attribute), "attribute")


def _attributes_before(reading: Reading, written: str) -> tuple[Id, ...]:
    held = earlier_names(reading, Attribute)
    return tuple(
        dict.fromkeys(id_ for name, ids in held.items() if _is_called(name, written) for id_ in ids)
    )


def _kind_of_names(kind: str) -> _Kind:
    known = _KINDS.get(kind)
    if known is not None:
        return known
    if kind == COUNTED:
        return _Kind(Attribute, "attribute", _find_counted)
    word = "participant" if kind == PERSON else kind

    def find(reading: Reading, name: str) -> Noun:
        def read() -> list[Case]:
            return list(study_view(reading).cases_of_kind(kind).values())

        cases = reading.file.remember(("cases of kind", kind), SHOWING_KINDS, read)
        return find_named(name, cases, word)

    return _Kind(Case, word, find)


def _name_counts(reading: Reading) -> Counter[str]:
    """How many codes bear each name."""

    def read() -> Counter[str]:
        return Counter(folded(each.name or "") for each in read_tree(reading).codes.values())

    return reading.file.remember("counts of code names", SHOWING_KINDS, read)


def _followed(suggestion: str) -> str:
    return f"It was followed; write {suggestion}."


def _name_of(written: str, kind: str) -> str:
    """The name itself, as names are compared: of a code without those above it."""
    *_, last = written.split(PATH_MARK.strip())
    return folded(last if kind == "code" else written)


def _written(name: str) -> str:
    bare = name.replace("-", "").replace("_", "").isalnum()
    return name if bare else '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'
