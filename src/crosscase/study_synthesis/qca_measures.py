"""The raw values of cases: attributes, counts and shares of codings, characteristics of frames."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from crosscase.errors import NotFound, nearest_names_hint
from crosscase.model.nouns import Case
from crosscase.query.attribute_values import AttributeColumn, attribute_columns, field_key
from crosscase.query.code_names import PATH_MARK, code_names
from crosscase.query.cross_counts import Lookup, Pairs, merged_pairs
from crosscase.query.dimensions import plural_of
from crosscase.query.facts import Facts, coded_facts, turn_facts
from crosscase.query.study_view import PERSON, StudyView, study_view
from crosscase.store.coding_blocks import VALENCES
from crosscase.store.session import Reading
from crosscase.store.source_names import find_coder
from crosscase.study_selection.frame_reading import read_frame
from crosscase.study_synthesis.qca_calibrations import RawValue
from crosscase.study_synthesis.qca_definition import Measure

__all__ = ["CaseMeasures", "Measured", "kind_of_cases"]

Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Measured:
    """The value of each case that has one, by entity row; and why each other has none."""

    values: Mapping[int, RawValue]
    missing: Mapping[int, str]
    said: str


def kind_of_cases(reading: Reading, word: str) -> str:
    """The (folded) kind of cases that a word names: participants, sites, organisation...

    Raises NotFound for another word.
    """
    view = study_view(reading)
    if field_key(word) in ("participants", "participant", "persons", "person"):
        return PERSON
    for kind, spelled in view.kinds.items():
        if field_key(word) in (field_key(spelled), field_key(plural_of(spelled))):
            return kind
    kinds = ["participants", *(plural_of(v) for k, v in view.kinds.items() if k != PERSON)]
    raise NotFound(
        f"The study has no cases called “{word}”.",
        slug="case-kind-not-found",
        hint=nearest_names_hint(word, kinds) or f"Say {', '.join(kinds)}.",
    )


class CaseMeasures:
    """What is read of the cases of one kind, each column at once."""

    def __init__(self, reading: Reading, kind: str, coder: str | None = None) -> None:
        self.reading = reading
        self._kind = kind
        self.view: StudyView = study_view(reading)
        self.cases: Mapping[int, Case] = self.view.cases_of_kind(kind)
        self._number = {row: at for at, row in enumerate(self.cases)}
        self._coder = None if coder is None else reading.row(find_coder(reading, coder).id)
        members = [(row, at) for row, at in self._number.items()]
        for member, groups in self.view.groups.items():
            members += [(member, self._number[row]) for row in groups & self._number.keys()]
        self._lookup = Lookup([member for member, _ in members], [at for _, at in members])

    def read(self, measure: Measure) -> Measured:
        """One measure of all cases."""
        if measure.of == "attribute":
            return self._attribute(measure.thing)
        if measure.of == "frame":
            return self._frame(measure)
        return self._code(measure)

    def places_behind(self, measure: Measure, case: int) -> tuple[Facts, Mask]:
        """The facts from which a measure of a code is counted, and those that are of one case."""
        facts = self._facts
        mine = self._coded(measure)
        inside = self._pairs(facts, measure)
        of_case = np.zeros(len(facts), bool)
        of_case[inside.fact[inside.member == self._number[case]]] = True
        return facts, mine & of_case

    def are_of_the_same(self, one: Measure, other: Measure) -> bool:
        """Whether two measures read one attribute, or count some of the same codings."""
        if one.of != other.of or one.of == "frame":
            return False
        if one.of == "attribute":
            return self._column(one.thing).attribute.id == self._column(other.thing).attribute.id
        names = code_names(self.reading)
        lying = [set(names.with_descendants(names.find(each.thing))) for each in (one, other)]
        valences = {one.valence, other.valence}
        return bool(lying[0] & lying[1]) and (len(valences) == 1 or None in valences)

    # -- attributes and frames ---------------------------------------------------------------

    def _attribute(self, name: str) -> Measured:
        column = self._column(name)
        values = {
            row: value.value
            for row, value in column.values.items()
            if row in self._number and value.value is not None
        }
        missing = dict.fromkeys(self._number.keys() - values.keys(), f"no value of {column.name}")
        return Measured(values, missing, column.name)

    def _column(self, name: str) -> AttributeColumn:
        columns = attribute_columns(self.reading)
        for column in columns.values():
            if column.attribute.id == name or field_key(column.name) == field_key(name):
                return column
        names = [column.name for column in columns.values()]
        raise NotFound(
            f"There is no attribute “{name}”.",
            slug="attribute-not-found",
            hint=nearest_names_hint(name, names)
            or (f"There is {', '.join(names)}." if names else "The study has no attributes yet."),
        )

    def _frame(self, measure: Measure) -> Measured:
        read = read_frame(self.reading, measure.thing)
        table = read.table
        named = {each.name.casefold(): each.name for each in table.characteristics}
        wanted = (measure.characteristic or "").casefold()
        if wanted not in named:
            raise NotFound(
                f"The frame “{read.frame.name}” has no characteristic “{measure.characteristic}”.",
                slug="characteristic-not-found",
                hint=nearest_names_hint(measure.characteristic or "", list(named.values())),
            )
        column = table.values[named[wanted]]
        places = {each.casefold(): at for at, each in enumerate(table.names) if each}
        places |= {each.casefold(): at for at, each in enumerate(table.ids)}
        called = self._called(measure.match)
        values: dict[int, RawValue] = {}
        missing: dict[int, str] = {}
        for row in self._number:
            at = places.get(called.get(row, "").casefold())
            value = None if at is None else column[at]
            if value is not None:
                values[row] = value
            else:
                frame = f"the frame {read.frame.name}"
                missing[row] = f"not in {frame}" if at is None else f"no value in {frame}"
        return Measured(values, missing, f"{named[wanted]} ({read.frame.name})")

    def _called(self, match: str | None) -> dict[int, str]:
        """What the frame calls each case."""
        if match is None:
            return {row: case.name or "" for row, case in self.cases.items()}
        return {row: str(value.value) for row, value in self._column(match).values.items()}

    # -- codes -------------------------------------------------------------------------------

    def _code(self, measure: Measure) -> Measured:
        facts, mine = self._facts, self._coded(measure)
        counted = self._distinct(facts, mine, measure)
        values = counted.astype(np.float64)
        why = "not interviewed" if self._is_people else "nobody of it was interviewed"
        missing = {row: why for row, at in self._number.items() if not self._there[at]}
        if measure.count in ("share of participants", "share of passages"):
            whole = (
                self._interviewed
                if measure.count == "share of participants"
                else self._distinct(facts, np.ones(len(facts), bool), measure)
            )
            for row, at in self._number.items():
                if not whole[at]:
                    missing.setdefault(row, f"no {measure.count.rpartition(' ')[2]} to share")
            values = counted / np.maximum(whole, 1)
        names = code_names(self.reading)
        name = PATH_MARK.join(names.path(names.find(measure.thing)))
        of = f" ({measure.valence})" if measure.valence else ""
        kept = {row: float(values[at]) for row, at in self._number.items() if row not in missing}
        return Measured(kept, missing, f"{measure.count} of {name}{of}")

    @property
    def _is_people(self) -> bool:
        return self._kind == PERSON

    @cached_property
    def _facts(self) -> Facts:
        facts = coded_facts(self.reading, None)
        if self._coder is None:
            return facts
        return facts.taken(facts.coding_keys("coder") == self._coder)

    def _coded(self, measure: Measure) -> Mask:
        names = code_names(self.reading)
        rows = names.with_descendants(names.find(measure.thing))
        mine: Mask = np.isin(self._facts.coding_keys("code"), rows)
        if measure.valence is not None:
            valence = self._facts.coding_keys("valence")
            mine &= valence == VALENCES.index(measure.valence)
        return mine

    def _pairs(self, facts: Facts, measure: Measure) -> Pairs:
        """The cases in which each fact lies: by who speaks, and passages by their source too."""
        by_speaker = self._lookup.pairs(facts.participant)
        if (measure.count or "").endswith("participants"):
            return by_speaker
        return merged_pairs(by_speaker, self._lookup.pairs(facts.source))

    def _distinct(self, facts: Facts, chosen: Mask, measure: Measure) -> npt.NDArray[np.int64]:
        """How many distinct passages, or participants, of some facts each case has."""
        by_people = (measure.count or "").endswith("participants")
        if by_people:
            chosen = chosen & (facts.participant >= 0)
        kept = facts.taken(chosen)
        pairs = self._pairs(kept, measure)
        units = kept.participant if by_people else kept.passage
        return _counted(pairs, units, len(self._number))

    @cached_property
    def _interviewed(self) -> npt.NDArray[np.int64]:
        """How many participants of each case speak in a source."""
        turns = turn_facts(self.reading, None)
        spoken = turns.taken(turns.participant >= 0)
        pairs = self._lookup.pairs(spoken.participant)
        return _counted(pairs, spoken.participant, len(self._number))

    @cached_property
    def _there(self) -> Mask:
        """Which cases have anything in which a code could lie."""
        sources = np.array(list(self.view.sources), np.int64)
        own = self._lookup.pairs(sources)
        there = self._interviewed > 0
        there[own.member] = True
        return there


def _counted(pairs: Pairs, units: npt.NDArray[np.int64], size: int) -> npt.NDArray[np.int64]:
    if not len(pairs.fact):
        return np.zeros(size, np.int64)
    width = int(units.max()) + 1
    keys = np.unique(pairs.member * width + units[pairs.fact])
    return np.bincount(keys // width, minlength=size)
