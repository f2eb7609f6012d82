"""`crosscase conflicts`: where people's work stands against each other, and settling it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from cyclopts import App

from crosscase.cli.opening import opened
from crosscase.cli.options import COMMON, Common, StudyPath, says
from crosscase.cli.plain_values import plain
from crosscase.cli.rendering import Answer, Screen, counted
from crosscase.cli.verbs import did
from crosscase.errors import NotFound

if TYPE_CHECKING:
    from crosscase.store.conflicts import StudyConflict

app = App(name="conflicts")


@app.default
def list_(study: StudyPath, /, *, common: Common = COMMON) -> Answer:
    """List what a merge left for people to settle."""
    with opened(study, common, reads=True) as work:
        found = work.conflicts()

    def show(screen: Screen) -> None:
        if not found:
            screen.line("Nobody's work stands against another's.")
        for number, each in enumerate(found, 1):
            screen.line(f"{number}. {each.kind} “{each.name}”: {each.sentence}.")
            for at, value in enumerate(_choices(each)):
                told, now = _told(value, _text(each, at)), "  (shows now)" if at == 0 else ""
                screen.line(f"     [{at}] {told}{now}")

    return Answer({"conflicts": found}, show)


@app.command
def settle(
    study: StudyPath,
    number: Annotated[int, says("Which one in the list.", "NUMBER")],
    choice: Annotated[int, says("Which of its values shall hold: 0 is what shows.", "CHOICE")],
    /,
    *,
    common: Common = COMMON,
) -> Answer:
    """Settle a field that was set differently: choose one of the values in the list."""
    with opened(study, common) as work:
        found = work.conflicts()
        each = found[number - 1] if 1 <= number <= len(found) else None
        values = [] if each is None else _choices(each)
        if each is None or each.field is None or not 0 <= choice < len(values):
            raise NotFound(
                f"There is no choice {choice} for a conflict {number}.",
                slug="conflict-not-found",
                hint=f"`crosscase conflicts {study}` lists {counted(len(found), 'conflict')}; "
                "those without choices say themselves what to do.",
            )
        recorded = work.settle(each.entity, each.field, values[choice])
    told = _told(values[choice], _text(each, choice))
    said = f"Settled: {each.field.replace('_', ' ')} of “{each.name}” is {told}."
    return did(recorded, said, entity=each.entity, field=each.field)


def _choices(each: StudyConflict) -> list[Any]:
    return [] if each.field is None else [each.shown, *each.rivals]


def _text(each: StudyConflict, at: int) -> str | None:
    """What a value means: the name of an id, the words behind a hash."""
    return (each.shown_text, *each.rival_texts)[at]


def _told(value: Any, text: str | None) -> str:
    if value is None:
        return "nothing"
    return f"“{text or value}”" if isinstance(value, str) else str(plain(value))
