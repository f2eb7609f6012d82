"""`crosscase codes`: list, add, describe, and the surgery of the codebook."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from cyclopts import App, Parameter

from crosscase.cli.code_options import Description
from crosscase.cli.opening import opened
from crosscase.cli.options import COMMON, CodeName, Common, DryRun, StudyPath, says
from crosscase.cli.plain_values import plain
from crosscase.cli.rendering import Answer, Screen, counted
from crosscase.cli.verbs import did

if TYPE_CHECKING:
    from crosscase.coding.codes import CodeTouch
    from crosscase.store.recording import Recorded
    from crosscase.study import Study

app = App(name="codes")
_NOTHING = Description()
_DONE = {
    "move": "Moved", "merge": "Merged", "split": "Split", "retire": "Retired", "remove": "Removed"
}  # fmt: skip


@app.default
def list_(study: StudyPath, /, *, common: Common = COMMON) -> Answer:
    """List the codes as a tree, with how much is coded with each and those below it.

    Each participant, case, source and distinct passage counts once.
    """
    with opened(study, common, reads=True) as work:
        tree, counts = work.codes.tree(), work.codes.counts()
    walk = tree.walk()
    data = [
        {**plain(code), "path": " > ".join(tree.path_of(code.id)), "depth": depth,
         **plain(counts[code.id])}
        for depth, code in walk
    ]  # fmt: skip

    def show(screen: Screen) -> None:
        if not walk:
            screen.line("The codebook is empty.")
        names = list(plain(next(iter(counts.values())))) if counts else []
        screen.counted_tree(
            ("code, with those below it", *names),
            (
                (depth, f"{code.name}{'  (retired)' if code.status == 'retired' else ''}",
                 tuple(plain(counts[code.id]).values()))
                for depth, code in walk
            ),
        )  # fmt: skip

    return Answer({"codes": data}, show)


@app.command
def add(
    study: StudyPath,
    name: Annotated[str, says("What it is called.", "NAME")],
    /,
    *,
    parent: Annotated[str | None, says("The code below which it stands.")] = None,
    description: Description = _NOTHING,
    common: Common = COMMON,
) -> Answer:
    """Add a code, at the top or below another."""
    with opened(study, common) as work:
        code = work.codes.add(name, parent=parent, **description.given())
        path = " > ".join(work.codes.tree().path_of(code.id))
    return Answer({**plain(code), "path": path}, f"Added “{path}”.")


@app.command
def describe(
    study: StudyPath,
    code: CodeName,
    /,
    *,
    description: Description = _NOTHING,
    common: Common = COMMON,
) -> Answer:
    """Change what a code says of itself; an empty text ("") clears it."""
    with opened(study, common) as work:
        found = work.codes.get(code)
        recorded = work.codes.describe(found.id, **description.given())
    return did(recorded, f"Described “{found.name}”.", code=found.id)


@app.command
def rename(
    study: StudyPath,
    code: CodeName,
    name: Annotated[str, says("What it is called from now on.", "NAME")],
    /,
    *,
    common: Common = COMMON,
) -> Answer:
    """Give a code another name."""
    with opened(study, common) as work:
        found = work.codes.get(code)
        recorded = work.codes.rename(found.id, name)
        return did(
            recorded, f"“{found.name}” is now “{work.codes.get(found.id).name}”.", code=found.id
        )


@app.command
def move(
    study: StudyPath,
    code: CodeName,
    /,
    *,
    below: Annotated[str | None, says("The code below which it goes; otherwise the top.")] = None,
    before: Annotated[str | None, says("The code before which it goes; otherwise last.")] = None,
    dry_run: DryRun = False,
    common: Common = COMMON,
) -> Answer:
    """Put a code below another, or at the top."""
    with opened(study, common) as work:
        return _surgery(
            work,
            code,
            "move",
            dry_run,
            lambda id_: work.codes.move(id_, parent=below, before=before),
        )


@app.command
def merge(
    study: StudyPath,
    code: CodeName,
    /,
    *,
    into: Annotated[str, says("The code that stays.")],
    dry_run: DryRun = False,
    common: Common = COMMON,
) -> Answer:
    """Merge a code into another: its codings are read as the other's, late ones too."""
    with opened(study, common) as work:
        target = work.codes.get(into)
        return _surgery(
            work, code, "merge", dry_run, lambda id_: work.codes.merge(id_, target.id),
            f" into “{target.name}”", into=target.id,
        )  # fmt: skip


@app.command
def split(
    study: StudyPath,
    code: CodeName,
    parts: Annotated[list[str], Parameter(name="PARTS", help="The parts, two or more.")],
    /,
    *,
    by: Annotated[
        Path | None, says("A table with the columns coding (its id) and part: which goes where.")
    ] = None,
    dry_run: DryRun = False,
    common: Common = COMMON,
) -> Answer:
    """Split a code: parts take codings, the old code is retired.

    `crosscase export STUDY codings.csv --table codings` gives the ids of the codings; add a
    column `part` and give the table with --by. Codings that no part takes stay on the old code:
    `crosscase conflicts` lists how many.
    """
    from crosscase.cli.table_files import codings_by_part

    taken = codings_by_part(parts, by)
    with opened(study, common) as work:
        return _surgery(
            work, code, "split", dry_run, lambda id_: work.codes.split(id_, taken),
            f" into {', '.join(f'“{part}”' for part in taken)}", parts=list(taken),
        )  # fmt: skip


@app.command
def retire(
    study: StudyPath, code: CodeName, /, *, dry_run: DryRun = False, common: Common = COMMON
) -> Answer:
    """Keep a code and its codings, but offer it no longer."""
    with opened(study, common) as work:
        return _surgery(work, code, "retire", dry_run, work.codes.retire)


@app.command
def reopen(study: StudyPath, code: CodeName, /, *, common: Common = COMMON) -> Answer:
    """Offer a retired code again."""
    with opened(study, common) as work:
        found = work.codes.get(code)
        recorded = work.codes.reopen(found.id)
    return did(recorded, f"“{found.name}” is in use again.", code=found.id)


@app.command
def remove(
    study: StudyPath, code: CodeName, /, *, dry_run: DryRun = False, common: Common = COMMON
) -> Answer:
    """Hide a code, those below it and their codings; `crosscase undo` or `restore` reverses it."""
    with opened(study, common) as work:
        return _surgery(work, code, "remove", dry_run, work.codes.remove)


@app.command
def restore(
    study: StudyPath,
    code: Annotated[str, says("The removed code, by name or id.", "CODE")],
    /,
    *,
    common: Common = COMMON,
) -> Answer:
    """Bring a removed code back, with exactly what was hidden."""
    with opened(study, common) as work:
        recorded = work.codes.restore(code)
        found = work.codes.get(code)
    return did(recorded, f"Restored “{found.name}”.", code=found.id)


@app.command
def touch(study: StudyPath, code: CodeName, /, *, common: Common = COMMON) -> Answer:
    """Say how much stands on a code and those below it."""
    with opened(study, common, reads=True) as work:
        found, touched = work.codes.get(code), work.codes.touch(code)
    data = {"code": found.id, "touched": touched}
    return Answer(data, f"“{found.name}”: {_touched(touched)}.")


def _surgery(
    work: Study,
    code: str,
    verb: str,
    dry_run: bool,
    act: Callable[[str], Recorded | None],
    tail: str = "",
    **details: Any,
) -> Answer:
    """Do it (or not), and say what it touches, as it was before."""
    found, touched = work.codes.get(code), work.codes.touch(code)
    data = {"code": found.id, "touched": touched, "dry_run": dry_run, **details}
    if dry_run:
        said = f"To {verb} “{found.name}”{tail} touches {_touched(touched)}. Nothing was changed."
        return Answer({"operation": None, **data}, said)

    def more(screen: Screen) -> None:
        screen.line(f"It touches {_touched(touched)}.")
        if verb == "remove":
            screen.line(f"Its id is {found.id}.")

    return did(act(found.id), f"{_DONE[verb]} “{found.name}”{tail}.", more, **data)


def _touched(touched: CodeTouch) -> str:
    below = f", and {counted(touched.subcodes, 'code')} below it" if touched.subcodes else ""
    return (
        f"{counted(touched.codings, 'coding')} on {counted(touched.passages, 'passage')} of "
        f"{counted(touched.sources, 'source')} by {counted(touched.coders, 'coder')}{below}"
    )
