"""What changed for the same case over waves: codes that came, stayed and went, and with whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from crosscase.errors import NotFound, nearest_names_hint
from crosscase.model.counted import counted
from crosscase.model.ids import Id
from crosscase.query.attribute_values import field_key
from crosscase.query.condition import Condition
from crosscase.query.cross_counts import Longs
from crosscase.query.dimensions import plural_of
from crosscase.query.facts import Facts, coded_facts, turn_facts
from crosscase.query.source_waves import SourceWaves, source_waves
from crosscase.query.study_view import PERSON, StudyView, study_view
from crosscase.store.session import Reading
from crosscase.study_synthesis.code_levels import CodesAtLevel, codes_at_level
from crosscase.study_synthesis.small_samples import small_sample_warnings
from crosscase.study_synthesis.wave_people import POST, CasesByDay
from crosscase.study_synthesis.wave_told import (
    CaseInWave,
    CaseOverWaves,
    CodeInWave,
    CodeOverWaves,
    People,
    WaveChanges,
    WaveStep,
    WaveTold,
)

__all__ = ["wave_changes"]


class _Heard(NamedTuple):
    """By (case, wave): who spoke in how many sources; by (case, wave, code): who said it, where."""

    people: Mapping[tuple[int, int], set[int]]
    sources: Mapping[tuple[int, int], set[int]]
    said: Mapping[tuple[int, int], dict[int, set[int]]]
    first: Mapping[tuple[int, int, int], tuple[int, int, int]]


def wave_changes(
    reading: Reading, of: str = "participants", *, level: str = "leaf", where: str | None = None
) -> WaveChanges:
    """Lay the same cases over the waves.

    Args:
        reading: the study.
        of: participants, posts, or another kind of cases (sites).
        level: ``leaf`` or ``top`` codes.
        where: a question that codings and those who speak must answer.

    Raises:
        NotFound: there are no cases of that kind.
    """
    view, waves = study_view(reading), source_waves(reading)
    kind = _kind(view, of)
    codes = codes_at_level(reading, level)
    condition = None if where is None else Condition(reading, where)
    everybody = turn_facts(reading, condition)
    everybody = everybody.taken(everybody.participant >= 0)
    coded = coded_facts(reading, condition)
    coded = coded.taken(coded.participant >= 0)
    by_day = CasesByDay(reading, view, waves, kind)
    heard = _heard(waves, by_day, everybody, coded, codes)
    cases = tuple(_cases(view, waves, by_day, heard, codes, is_post=kind == POST))
    told = tuple(_waves(waves, everybody))
    people = len(set(everybody.participant.tolist()))
    groups = [(each.name, each.participants) for each in told]
    return WaveChanges(
        PERSON if kind == PERSON else view.kinds[kind],
        kind,
        codes.level,
        where,
        told,
        cases,
        tuple(_codes(cases, codes)),
        tuple(small_sample_warnings(people, groups, noun="wave") if told else ()),
        tuple(_notes(view, waves, everybody, cases, kind)),
    )


def _kind(view: StudyView, of: str) -> str:
    key = field_key(of)
    if key in ("participants", "participant", PERSON, "persons", "people"):
        return PERSON
    for kind, spelled in view.kinds.items():
        if key in (field_key(spelled), field_key(plural_of(spelled))):
            return kind
    words = ["participants", *(plural_of(spelled) for spelled in view.kinds.values())]
    hint = nearest_names_hint(of, words)
    if key in (POST, "posts"):
        hint = (
            "Add a case of the kind post, and put each holder into it with the days on which "
            "they held it: crosscase cases member STUDY PERSON POST --start-day DAY --end-day DAY."
        )
    raise NotFound(
        f"The study has no cases of the kind “{of}”.",
        slug="case-kind-not-found",
        hint=hint or f"Say {', '.join(words)}.",
    )


def _heard(
    waves: SourceWaves, by_day: CasesByDay, everybody: Facts, coded: Facts, codes: CodesAtLevel
) -> _Heard:
    people: dict[tuple[int, int], set[int]] = {}
    sources: dict[tuple[int, int], set[int]] = {}
    met = np.unique(np.stack((everybody.participant, everybody.source), axis=1), axis=0)
    for at, case, wave in _placed(waves, by_day, met[:, 0], met[:, 1]):
        people.setdefault((case, wave), set()).add(int(met[at, 0]))
        sources.setdefault((case, wave), set()).add(int(met[at, 1]))
    said: dict[tuple[int, int], dict[int, set[int]]] = {}
    first: dict[tuple[int, int, int], tuple[int, int, int]] = {}
    rows = _first_said(waves, coded, codes)
    for at, case, wave in _placed(waves, by_day, rows[:, 0], rows[:, 1]):
        person, source, code, start, end = rows[at].tolist()
        said.setdefault((case, wave), {}).setdefault(code, set()).add(person)
        first.setdefault((case, wave, code), (source, start, end))
    return _Heard(people, sources, said, first)


def _first_said(waves: SourceWaves, coded: Facts, codes: CodesAtLevel) -> Longs:
    """Where each participant first says each code in each source, by day and place.

    Columns: participant, source, code, start and end.
    """
    code = codes.numbers(coded.coding_keys("code"))
    start, end = coded.places.start[coded.item], coded.places.end[coded.item]
    columns = (coded.participant, coded.source, code, start, end)
    rows: Longs = np.stack(columns, axis=1)[code >= 0].astype(np.int64)
    rows = rows[np.lexsort(rows.T[::-1])]
    new = np.ones(len(rows), bool)
    new[1:] = (rows[1:, :3] != rows[:-1, :3]).any(axis=1)
    rows = rows[new]
    days = {day: number for number, day in enumerate(sorted(set(waves.days.values())), 1)}
    on = np.array([days.get(waves.days.get(row, ""), 0) for row in rows[:, 1].tolist()], np.int64)
    ordered: Longs = rows[np.lexsort((rows[:, 3], rows[:, 1], on))]
    return ordered


def _placed(
    waves: SourceWaves, by_day: CasesByDay, people: Longs, sources: Longs
) -> Iterable[tuple[int, int, int]]:
    """Each row with every case for which it counts and its wave; without a wave it is left out."""
    fact, case = by_day.pairs(people, sources)
    for at, row, source in zip(fact.tolist(), case.tolist(), sources[fact].tolist(), strict=True):
        wave = waves.of_source.get(source)
        if wave is not None:
            yield at, row, wave


def _cases(
    view: StudyView,
    waves: SourceWaves,
    by_day: CasesByDay,
    heard: _Heard,
    codes: CodesAtLevel,
    *,
    is_post: bool,
) -> Iterable[CaseOverWaves]:
    for row, case in by_day.cases.items():
        numbers = [at for at in range(len(waves.waves)) if (row, at) in heard.people]
        if not numbers:
            continue
        met = [
            CaseInWave(
                at,
                _names(view, heard.people[row, at]),
                len(heard.sources[row, at]),
                tuple(
                    _code(view, codes, heard, row, at, code)
                    for code in sorted(heard.said.get((row, at), {}))
                ),
                by_day.holders(case.id, waves.waves[at]) if is_post else (),
            )
            for at in numbers
        ]
        steps = [_step(view, heard, row, before, after) for before, after in pairwise(met)]
        yield CaseOverWaves(case.id, case.name or "", tuple(met), tuple(steps))


def _code(
    view: StudyView, codes: CodesAtLevel, heard: _Heard, row: int, at: int, code: int
) -> CodeInWave:
    source, start, end = heard.first[row, at, code]
    people = len(heard.said[row, at][code])
    return CodeInWave(
        codes.ids[code], codes.names[code], people, view.sources[source].id, start, end
    )


def _step(
    view: StudyView, heard: _Heard, row: int, before: CaseInWave, after: CaseInWave
) -> WaveStep:
    earlier, later = heard.people[row, before.wave], heard.people[row, after.wave]
    both = earlier & later
    people: People = "same" if earlier == later else "partly" if both else "others"
    held, now = ({each.code_id for each in side.codes} for side in (before, after))
    return WaveStep(
        before.wave,
        after.wave,
        people,
        _names(view, both),
        tuple(each for each in after.codes if each.code_id not in held),
        tuple(each for each in after.codes if each.code_id in held),
        tuple(each for each in before.codes if each.code_id not in now),
    )


def _codes(cases: Sequence[CaseOverWaves], codes: CodesAtLevel) -> Iterable[CodeOverWaves]:
    """For each code and pair of waves the cases in which it came, stayed and went."""
    of: dict[tuple[int, int], int] = {}
    counts: dict[tuple[int, int], dict[Id, list[int]]] = {}
    for case in cases:
        for step in case.steps:
            if step.people != "same":
                continue
            pair = (step.before, step.after)
            of[pair] = of.get(pair, 0) + 1
            for place, some in enumerate((step.came, step.stayed, step.went)):
                for each in some:
                    counts.setdefault(pair, {}).setdefault(each.code_id, [0, 0, 0])[place] += 1
    for pair in sorted(of):
        told = counts.get(pair, {})
        for id_, name in zip(codes.ids, codes.names, strict=True):
            if id_ in told:
                came, stayed, went = told[id_]
                yield CodeOverWaves(id_, name, pair[0], pair[1], came, stayed, went, of[pair])


def _waves(waves: SourceWaves, everybody: Facts) -> Iterable[WaveTold]:
    people: list[set[int]] = [set() for _ in waves.waves]
    sources: list[set[int]] = [set() for _ in waves.waves]
    for source, person in zip(
        everybody.source.tolist(), everybody.participant.tolist(), strict=True
    ):
        at = waves.of_source.get(source)
        if at is not None:
            people[at].add(person)
            sources[at].add(source)
    for wave, who, where in zip(waves.waves, people, sources, strict=True):
        yield WaveTold(wave.id, wave.name or "", wave.start_day, wave.end_day, len(who), len(where))


def _notes(
    view: StudyView,
    waves: SourceWaves,
    everybody: Facts,
    cases: Sequence[CaseOverWaves],
    kind: str,
) -> Iterable[str]:
    if not waves.waves:
        yield "The study has no waves yet: add them with their first and last days."
        return
    noun = "participant" if kind == PERSON else view.kinds[kind]
    several = sum(bool(each.steps) for each in cases)
    yield (
        f"{counted(several, noun, plural_of(noun))} met in more than one wave, of "
        f"{counted(len(cases), noun, plural_of(noun))} met in any."
    )
    if several:
        yield (
            "“Went” says that a code was not found in the later wave: who talks for less time, or "
            "is not asked, says less."
        )
    outside = {row for row in everybody.source.tolist() if row not in waves.of_source}
    if outside:
        undated = sum(row not in waves.days for row in outside)
        yield (
            f"{counted(len(outside), 'interview')} in no wave ({undated:,} of them without a "
            "day): left out."
        )
    others = sum(step.people != "same" for each in cases for step in each.steps)
    if others:
        yield (
            f"In {counted(others, 'step')} from wave to wave not the same people spoke: what came "
            "and went there may be theirs, and is left out of the counts by code."
        )
    yield from waves.overlaps


def _names(view: StudyView, rows: Iterable[int]) -> tuple[str, ...]:
    return tuple(sorted((view.cases[row].name or "" for row in rows), key=str.casefold))
