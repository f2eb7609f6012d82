"""`crosscase waves`: rounds of fieldwork, and what changed from one to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from cyclopts import App

from crosscase.cli.field_records import change_record, remove_record, restore_record, told
from crosscase.cli.opening import opened
from crosscase.cli.options import COMMON, Common, StudyPath, given, says
from crosscase.cli.plain_values import plain
from crosscase.cli.rendering import Answer, Screen, counted

if TYPE_CHECKING:
    from crosscase.study_synthesis.wave_told import (
        CaseInWave,
        CaseOverWaves,
        CodeInWave,
        WaveChanges,
        WaveStep,
    )

app = App(name="waves")
WaveName = Annotated[str, says("The wave, by name or id.", "WAVE")]
Description = Annotated[str | None, says("What it was about.")]
_PEOPLE = {"same": "the same people", "partly": "partly others", "others": "other people"}


@app.default
def list_(study: StudyPath, /, *, common: Common = COMMON) -> Answer:
    """List the waves, and how many sources lie in each."""
    with opened(study, common, reads=True) as work:
        waves, placed, names = work.waves.all(), work.waves.sources(), work.fieldwork.names()
    lying: dict[str, int] = {}
    for _, _, wave in placed:
        if wave is not None:
            lying[wave.id] = lying.get(wave.id, 0) + 1
    data = [{**told(each, names), "sources": lying.get(each.id, 0)} for each in waves]
    undated = sum(day is None for _, day, _ in placed)
    outside = sum(wave is None for _, _, wave in placed)

    def show(screen: Screen) -> None:
        rows = [
            (each["name"], each["start_day"], each["end_day"], each["sources"],
             each["description"])
            for each in data
        ]  # fmt: skip
        columns = ("wave", "from", "to", "sources", "description")
        screen.table(columns, rows, empty="No waves yet.")
        if rows and outside:
            screen.line(
                f"{counted(outside, 'source')} in no wave, {undated:,} of them without a day."
            )

    return Answer({"waves": data, "in_no_wave": outside, "without_a_day": undated}, show)


@app.command
def add(
    study: StudyPath,
    name: Annotated[str, says("What it is called.", "NAME")],
    start_day: Annotated[str, says("Its first day, such as 2026-03-02.", "FROM")],
    end_day: Annotated[str | None, says("Its last day; without one it goes on.", "TO")] = None,
    /,
    *,
    description: Description = None,
    common: Common = COMMON,
) -> Answer:
    """Add a wave; a source belongs to it when its day lies in it."""
    with opened(study, common) as work:
        made = work.waves.add(name, start_day, end_day, description=description)
        data = told(made, work.fieldwork.names())
    return Answer({"wave": data}, f"Added the wave “{made.name}”.")


@app.command
def change(
    study: StudyPath,
    wave: WaveName,
    /,
    *,
    name: Annotated[str | None, says("Another name.")] = None,
    start_day: Annotated[str | None, says("Its first day.", "--from")] = None,
    end_day: Annotated[str | None, says("Its last day.", "--to")] = None,
    description: Description = None,
    common: Common = COMMON,
) -> Answer:
    """Change a wave; an empty text ("") clears what it says."""
    fields = given(name=name, start_day=start_day, end_day=end_day, description=description)
    with opened(study, common) as work:
        return change_record(work, work.waves, wave, fields)


@app.command
def remove(study: StudyPath, wave: WaveName, /, *, common: Common = COMMON) -> Answer:
    """Remove a wave; its sources stay. `crosscase undo` or `restore` brings it back."""
    return remove_record(study, "waves", wave, common)


@app.command
def restore(
    study: StudyPath,
    wave: Annotated[str, says("The removed wave, by name or id.", "WAVE")],
    /,
    *,
    common: Common = COMMON,
) -> Answer:
    """Bring a removed wave back."""
    return restore_record(study, "waves", wave, common)


@app.command
def changes(
    study: StudyPath,
    /,
    *,
    of: Annotated[str, says("participants, posts, sites or another kind of cases.")] = (
        "participants"
    ),
    level: Annotated[
        str, says("leaf: codes as they were applied; top: the codes above them.")
    ] = "leaf",
    where: Annotated[str | None, says("Count only what answers this question.")] = None,
    common: Common = COMMON,
) -> Answer:
    """Tell which codes came, stayed and went for the same cases from wave to wave.

    A post is held by participants through memberships with days; where others hold it, what
    differs is a change of person, and is counted for no code.
    """
    with opened(study, common, reads=True) as work:
        found = work.waves.changes(of, level=level, where=where)
    return Answer(plain(found), lambda screen: _show(screen, found))


def _show(screen: Screen, found: WaveChanges) -> None:
    for warning in found.warnings:
        screen.line(warning, "yellow")
    screen.table(
        ("wave", "from", "to", "participants", "sources"),
        [
            (each.name, each.start_day, each.end_day, each.participants, each.sources)
            for each in found.waves
        ],
    )
    names = [each.name for each in found.waves]
    for case in found.cases:
        if case.steps:
            screen.line()
            _case(screen, case, names)
    if found.codes:
        screen.line()
        screen.table(
            ("code", "from", "to", "came", "stayed", "went", "of"),
            [
                (each.code, names[each.before], names[each.after], each.came, each.stayed,
                 each.went, each.of)
                for each in found.codes
            ],
        )  # fmt: skip
    for note in found.notes:
        screen.line(note)


def _case(screen: Screen, case: CaseOverWaves, names: list[str]) -> None:
    met = {each.wave: each for each in case.met}
    screen.line(case.case, "bold")
    for step in case.steps:
        before, after = met[step.before], met[step.after]
        screen.line(
            f"  {names[step.before]} ({', '.join(before.participants)}) to {names[step.after]} "
            f"({', '.join(after.participants)}): {_PEOPLE[step.people]}"
        )
        for each in (before, after):
            if each.holders:
                screen.line(f"    held in {names[each.wave]} by {', '.join(each.holders)}")
        for word in ("came", "stayed", "went"):
            _codes(screen, word, step, before, after)


def _codes(
    screen: Screen, word: str, step: WaveStep, before: CaseInWave, after: CaseInWave
) -> None:
    codes: tuple[CodeInWave, ...] = getattr(step, word)
    if not codes:
        return
    earlier = {each.code_id: each.participants for each in before.codes}
    was, is_ = len(before.participants), len(after.participants)

    def count(code: CodeInWave) -> str:
        now = f"{code.participants} of {was if word == 'went' else is_}"
        return f"{earlier[code.code_id]} of {was}, then {now}" if word == "stayed" else now

    said = ", ".join(f"{each.code} ({count(each)})" for each in codes)
    screen.line(f"    {word:<6}  {said}")
