"""The fields of a question: which turns, sources and codings each of them holds of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from crosscase.errors import MistakeOfUse, NotFound, nearest_names_hint
from crosscase.model.case_closure import kind_key
from crosscase.model.nouns import Coder, ResearchSet, SetMember, Source
from crosscase.model.synthesis_nouns import Wave
from crosscase.query.attribute_values import attribute_columns, field_key
from crosscase.query.code_names import code_names
from crosscase.query.dates import days_meant
from crosscase.query.expression import ANY, KNOWN_FIELDS, FieldTerm
from crosscase.query.intervals import Intervals, overlapping
from crosscase.query.source_waves import source_waves
from crosscase.query.study_view import PERSON, Mask, StudyView, study_view, turns_touched
from crosscase.store.coding_blocks import BASES, VALENCES
from crosscase.store.coding_columns import CodingColumns, coding_columns
from crosscase.store.session import Reading
from crosscase.store.source_names import find_named

__all__ = ["TurnFilter", "coding_filter", "no_places", "turn_filter"]

_WAVE = "wave"


@dataclass(frozen=True, eq=False)
class TurnFilter:
    """What a field holds of: some turns, some sources as a whole, some coded passages.

    ``sources`` is a table over entity rows.
    """

    turns: Mask
    sources: Mask
    places: Intervals

    def holds(self, view: StudyView, places: Intervals) -> Mask:
        """Of which places it holds: those that touch such a turn, source or passage."""
        if places is view.turn_places:
            touched = self.turns & (places.start < places.end)  # a turn touches itself alone
        else:
            first, after = turns_touched(view, places)
            before = np.concatenate(([0], np.cumsum(self.turns)))
            touched = before[after] > before[first]
        held: Mask = touched | self.sources[places.source]
        return held | overlapping(places, self.places) if len(self.places) else held


def no_places() -> Intervals:
    """No place at all."""
    return Intervals.of([], [], [])


def turn_filter(reading: Reading, term: FieldTerm) -> TurnFilter:
    """What a field about speakers, sources, cases or attributes holds of (``!=`` read like ``:``).

    Raises NotFound for an unknown field, case or value; MistakeOfUse where it cannot be compared.
    """
    view = study_view(reading)
    known = _KNOWN.get(term.field)
    if known is not None:
        return known(reading, view, term)
    if field_key(term.field) == _WAVE and _means_waves(reading, view, term):
        return _by_wave(reading, view, term)
    kind = _kind_meant(view, term.field)
    if kind is not None:
        _require_unordered(term)
        return _lying_in(view, _named_cases(view, kind, term.values))
    column = attribute_columns(reading).get(field_key(term.field))
    if column is not None:
        return _lying_in(view, column.subjects(term))
    raise _unknown_field(reading, view, term.field)


def coding_filter(reading: Reading, term: FieldTerm) -> Mask:
    """Of which codings (rows of the coding columns) a field about codings holds."""
    columns = coding_columns(reading.file, reading.connection)
    match term.field:
        case "coder":
            return _by_coder(reading, columns, term)
        case "date":
            return _by_date(columns, term)
        case "valence":
            held = _by_choice(columns.valence, VALENCES, term)
        case _:
            held = _by_choice(columns.basis, BASES, term)
    return ~held if term.comparison == "!=" else held


# -- about codings ----------------------------------------------------------------------------


def _by_coder(reading: Reading, columns: CodingColumns, term: FieldTerm) -> Mask:
    coders = reading.by_row(Coder)
    rows = {coder.id: row for row, coder in coders.items()}
    if ANY in term.values:
        held = columns.coder >= 0
    else:
        wanted = [rows[find_named(name, coders.values(), "coder").id] for name in term.values]
        held = np.isin(columns.coder, wanted)
    return ~held if term.comparison == "!=" else held


def _by_date(columns: CodingColumns, term: FieldTerm) -> Mask:
    if ANY in term.values:
        held = np.ones(len(columns), bool)
        return ~held if term.comparison == "!=" else held
    spans = [_days_since_1970(value) for value in term.values]
    (first, last), end = spans[0], spans[-1][1]
    day = columns.day
    match term.comparison:
        case "<":
            return day < first
        case "<=":
            return day <= last
        case ">":
            return day > last
        case ">=":
            return day >= first
        case "..":
            return (day >= first) & (day <= end)
    held = np.zeros(len(columns), bool)
    for low, high in spans:
        held |= (day >= low) & (day <= high)
    return ~held if term.comparison == "!=" else held


def _days_since_1970(written: str) -> tuple[int, int]:
    days = days_meant(written)
    if days is None:
        raise MistakeOfUse(
            f"“{written}” is not a date.",
            slug="not-a-date",
            hint="Write 2024-03-01, 2024-03 or 2024.",
        )
    first, last = (np.datetime64(day, "D").astype(int) for day in days)
    return int(first), int(last)


def _by_choice(numbers: Any, choices: tuple[str | None, ...], term: FieldTerm) -> Mask:
    if ANY in term.values:
        held: Mask = numbers > 0
        return held
    return np.isin(numbers, [choices.index(value.lower()) for value in term.values])


# -- about turns ------------------------------------------------------------------------------


def _by_source(reading: Reading, view: StudyView, term: FieldTerm) -> TurnFilter:
    return _whole_sources(view, _source_rows(view, term.values))


def _source_rows(view: StudyView, names: Iterable[str]) -> set[int]:
    found: set[int] = set()
    by_name: dict[str, list[int]] = {}
    for row, source in view.sources.items():
        for name in {_folded(source.name), _folded(source.file_name), source.id} - {""}:
            by_name.setdefault(name, []).append(row)
    for name in names:
        if name == ANY:
            return set(view.sources)
        rows = by_name.get(_folded(name), [])
        if len(rows) != 1:
            chosen = [view.sources[row] for row in rows] or view.sources.values()
            rows = [view.rows[find_named(name, chosen, "source").id]]
        found.update(rows)
    return found


def _means_waves(reading: Reading, view: StudyView, term: FieldTerm) -> bool:
    """Whether ``wave`` asks for waves: an attribute or a kind of that name keeps its values."""
    own = _WAVE in attribute_columns(reading) or _kind_meant(view, _WAVE) is not None
    if not own:
        return True
    names = {_folded(each.name) for each in reading.all(Wave)}
    return bool(names) and all(value == ANY or _folded(value) in names for value in term.values)


def _by_wave(reading: Reading, view: StudyView, term: FieldTerm) -> TurnFilter:
    _require_unordered(term)
    held = source_waves(reading)
    if not held.waves:
        raise NotFound(
            "The study has no waves yet.",
            slug="no-waves",
            hint="Add them with their days: crosscase waves add STUDY NAME DAY DAY.",
        )
    wanted = {each.id for each in held.waves}
    if ANY not in term.values:
        wanted = {find_named(name, held.waves, "wave").id for name in term.values}
    chosen = {at for at, wave in enumerate(held.waves) if wave.id in wanted}
    return _whole_sources(view, [row for row, at in held.of_source.items() if at in chosen])


def _by_language(reading: Reading, view: StudyView, term: FieldTerm) -> TurnFilter:
    """``en`` holds of ``en-GB`` too, and not the other way round."""
    spoken = {row: _language(source) for row, source in view.sources.items()}
    found: set[int] = set()
    for value in term.values:
        wanted = value.replace("_", "-").casefold()
        held = {
            row
            for row, language in spoken.items()
            if (language if value == ANY else f"{language}-".startswith(f"{wanted}-"))
        }
        if not held and value != ANY:
            known = sorted({language for language in spoken.values() if language})
            listed = ", ".join(known) or "none yet"
            raise NotFound(
                f"No source has the language “{value}”.",
                slug="value-not-found",
                hint=f"The languages of the sources: {listed}.",
            )
        found |= held
    return _whole_sources(view, found)


def _language(source: Source) -> str:
    return (source.language or "").replace("_", "-").casefold()


def _by_speaker(reading: Reading, view: StudyView, term: FieldTerm) -> TurnFilter:
    labels = [_folded(each.label) for each in view.turns.labels]
    wanted = {_folded(value) for value in term.values if value != ANY}
    for missing in wanted - set(labels):
        written = next(value for value in term.values if _folded(value) == missing)
        raise NotFound(
            f"Nobody speaks under the label “{written}”.",
            slug="speaker-not-found",
            hint=nearest_names_hint(written, {each.label for each in view.turns.labels}),
        )
    chosen = np.array([ANY in term.values or label in wanted for label in labels] + [False], bool)
    return TurnFilter(chosen[view.turns.speaker], view.by_row(()), no_places())


def _by_participant(reading: Reading, view: StudyView, term: FieldTerm) -> TurnFilter:
    if ANY in term.values:
        return TurnFilter(view.turns.participant >= 0, view.by_row(()), no_places())
    return _lying_in(view, _named_cases(view, PERSON, term.values))


def _by_set(reading: Reading, view: StudyView, term: FieldTerm) -> TurnFilter:
    sets = reading.all(ResearchSet)
    wanted = {each.id for each in sets}
    if ANY not in term.values:
        wanted = {find_named(name, sets, "set").id for name in term.values}
    members = {each.member for each in reading.all(SetMember) if each.set in wanted}
    known = view.rows
    held = _lying_in(view, {known[member] for member in members if member in known})
    others = (reading.row(member) for member in members if member not in known)
    rows = [row for row in others if row is not None]
    return TurnFilter(held.turns, held.sources, _coded_places(reading, rows))


def _coded_places(reading: Reading, rows: list[int]) -> Intervals:
    """The passages of codings, and those with codes or codes below them, that are among rows."""
    if not rows:
        return no_places()
    columns, names = coding_columns(reading.file, reading.connection), code_names(reading)
    codes = {names.read_as.get(row, row) for row in rows} & names.codes.keys()
    below = [each for row in codes for each in names.with_descendants(row)]
    chosen = columns.take(np.isin(columns.code, below) | np.isin(columns.coding, rows))
    return Intervals(chosen.source, chosen.start_char, chosen.end_char)


def _lying_in(view: StudyView, rows: Iterable[int]) -> TurnFilter:
    """Turns of participants, and whole sources, that are among rows or lie in one of them."""
    chosen = view.by_row(view.lying_in(rows))
    sources = chosen & view.by_row(view.sources)
    return TurnFilter(chosen[view.turns.participant], sources, no_places())


def _whole_sources(view: StudyView, rows: Iterable[int]) -> TurnFilter:
    return TurnFilter(np.zeros(len(view.turns), bool), view.by_row(rows), no_places())


def _named_cases(view: StudyView, kind: str, names: Iterable[str]) -> set[int]:
    cases = view.cases_of_kind(kind)
    listed = list(names)
    if ANY in listed:
        return set(cases)
    what = "participant" if kind == PERSON else view.kinds[kind]
    return {view.rows[find_named(name, cases.values(), what).id] for name in listed}


def _kind_meant(view: StudyView, field: str) -> str | None:
    by_field = {field_key(kind): kind for kind in view.kinds}
    return by_field.get(field_key(kind_key(field)))


def _require_unordered(term: FieldTerm) -> None:
    if term.comparison not in (":", "!="):
        raise MistakeOfUse(
            f"“{term.field}” has no order of more and less; only date and attributes have.",
            slug="no-order",
            hint=f"List what you look for: {term.field}:(“A”, “B”).",
        )


def _unknown_field(reading: Reading, view: StudyView, field: str) -> NotFound:
    attributes = [column.name for column in attribute_columns(reading).values()]
    names = [*KNOWN_FIELDS, _WAVE, *view.kinds.values(), *attributes]
    own = [kind for kind in view.kinds.values() if kind != PERSON] + attributes
    listed = f" This study has {', '.join(own)}." if own else ""
    near = nearest_names_hint(field, names)
    return NotFound(
        f"There is no field, kind of cases or attribute called “{field}”.",
        slug="field-not-found",
        hint=near or f"Ask for code, text, speaker, source and the like.{listed}",
    )


def _folded(name: str | None) -> str:
    return " ".join((name or "").split()).casefold()


_KNOWN: Mapping[str, Callable[[Reading, StudyView, FieldTerm], TurnFilter]] = {
    "source": _by_source,
    "language": _by_language,
    "speaker": _by_speaker,
    "participant": _by_participant,
    "set": _by_set,
}
