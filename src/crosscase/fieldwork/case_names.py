"""Finding cases by the names that people use: a name, `kind:name`, or an id."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from crosscase.errors import MistakeOfUse, NotFound, nearest_names_hint
from crosscase.fieldwork.field_words import PERSON, tidy
from crosscase.model.case_closure import kind_key
from crosscase.model.ids import Id
from crosscase.model.kinds import KINDS
from crosscase.model.nouns import Case, Source
from crosscase.store.quarantine import withdrawn_error
from crosscase.store.reading import list_withdrawn
from crosscase.store.session import Reading
from crosscase.store.showing import SHOWING_KINDS
from crosscase.store.source_names import find_source

__all__ = ["CaseNames", "find_subject", "read_case_names"]


def name_key(name: str | None) -> str:
    """A name as it is compared: spacing and case make no difference."""
    return tidy(name or "").casefold()


@dataclass(frozen=True)
class CaseNames:
    """The cases that show, by id and by name; names are unique in a kind."""

    cases: Mapping[Id, Case]
    kinds: Mapping[str, str]
    _by_name: Mapping[str, tuple[Case, ...]] = field(repr=False, default_factory=dict)
    _withdrawn: frozenset[str] = field(repr=False, default=frozenset())

    @classmethod
    def of(cls, cases: Iterable[Case], withdrawn: Iterable[Case] = ()) -> CaseNames:
        """The names of these cases; those of withdrawn participants are told as such."""
        by_id = {case.id: case for case in cases}
        by_name: dict[str, list[Case]] = {}
        kinds: dict[str, str] = {PERSON: PERSON}
        for case in by_id.values():
            by_name.setdefault(name_key(case.name), []).append(case)
            kinds.setdefault(kind_key(case.case_kind), case.case_kind or "")
        names = {name: tuple(found) for name, found in by_name.items()}
        return cls(by_id, kinds, names, frozenset(name_key(case.name) for case in withdrawn))

    def named(self, name: str, case_kind: str | None = None) -> list[Case]:
        """All cases of a name, of one kind if it is given."""
        found = self._by_name.get(name_key(name), ())
        wanted = None if case_kind is None else _kind_meant(case_kind)
        named = [case for case in found if wanted in (None, kind_key(case.case_kind))]
        if not named and wanted in (None, PERSON) and name_key(name) in self._withdrawn:
            raise withdrawn_error(KINDS["case"].number)
        return named

    def matches(self, wanted: str, case_kind: str | None = None) -> list[Case]:
        """The cases that an id, a name or `kind:name` may mean."""
        if wanted in self.cases:
            return [self.cases[wanted]]
        found = self.named(wanted, case_kind)
        if not found and case_kind is None and ":" in wanted:
            kind, _, name = wanted.partition(":")
            meant = _kind_meant(kind)
            found = self.named(name, None if meant == "case" else meant)
        return found

    def find(self, wanted: str, case_kind: str | None = None) -> Case:
        """The one case that is meant; errors list what is near, or how to say which."""
        found = self.matches(wanted, case_kind)
        what = "case" if case_kind is None else _kind_meant(case_kind)
        what = "participant" if what == PERSON else what
        if not found:
            names = [
                case.name or ""
                for case in self.cases.values()
                if case_kind is None or kind_key(case.case_kind) == _kind_meant(case_kind)
            ]
            raise NotFound(
                f"There is no {what} “{tidy(wanted)}”.",
                slug="participant-not-found" if what == "participant" else "case-not-found",
                hint=nearest_names_hint(wanted, names),
            )
        if len(found) > 1:
            raise MistakeOfUse(
                f"{len(found)} cases are called “{tidy(wanted)}”.",
                slug="case-ambiguous",
                hint=f"Say which: {_ways_to_say(found)}.",
            )
        return found[0]

    def require_free(self, name: str, case_kind: str, except_: Id | None = None) -> str:
        """The tidied name; refused when empty, or when a case of the kind has it."""
        clean = tidy(name)
        if not clean:
            raise MistakeOfUse("A case needs a name.", slug="empty-name")
        for case in self.named(clean, case_kind):
            if case.id != except_:
                what = "participant" if case.case_kind == PERSON else case.case_kind
                raise MistakeOfUse(
                    f"There is a {what} “{case.name}” already.",
                    slug="name-taken",
                    hint="Choose another name, or change the one that is there.",
                )
        return clean


def read_case_names(reading: Reading) -> CaseNames:
    """The names of all cases that show."""

    def read() -> CaseNames:
        withdrawn = list_withdrawn(reading.file, reading.connection, Case)
        return CaseNames.of(reading.all(Case), withdrawn)

    return reading.file.remember("case names", SHOWING_KINDS, read)


def find_subject(reading: Reading, wanted: str, names: CaseNames | None = None) -> Case | Source:
    """The case or source that is meant: by name, id, `kind:name` or `source:name`."""
    cases = (names or read_case_names(reading)).matches(wanted)
    source: Source | None = None
    prefix, _, rest = wanted.partition(":")
    try:
        source = find_source(reading, rest if _kind_meant(prefix) == "source" else wanted)
    except NotFound:
        if not cases:
            raise NotFound(
                f"There is no case and no source “{tidy(wanted)}”.",
                slug="subject-not-found",
                hint=nearest_names_hint(
                    wanted,
                    [case.name or "" for case in reading.all(Case)]
                    + [source.name or "" for source in reading.all(Source)],
                ),
            ) from None
    if len(cases) + (source is not None) > 1:
        ways = _ways_to_say(cases) + (f" or “source:{source.name}”" if source else "")
        raise MistakeOfUse(
            f"“{tidy(wanted)}” may be {len(cases) + (source is not None)} things.",
            slug="subject-ambiguous",
            hint=f"Say which: {ways}.",
        )
    found: list[Case | Source] = [*cases, *([source] if source is not None else [])]
    return found[0]


def _kind_meant(case_kind: str) -> str:
    folded = kind_key(case_kind)
    return PERSON if folded == "participant" else folded


def _ways_to_say(cases: Iterable[Case]) -> str:
    listed = list(cases)
    kinds = {kind_key(case.case_kind) for case in listed}
    if len(kinds) < len(listed):
        return "by its id: " + ", ".join(case.id for case in listed)
    return ", ".join(f"“{case.case_kind}:{case.name}”" for case in listed)
