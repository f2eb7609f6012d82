"""`crosscase completion`: let a shell complete commands."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from cyclopts import App

from crosscase.cli.options import COMMON, Common, flag, says
from crosscase.cli.rendering import Answer
from crosscase.errors import MistakeOfUse, UnreadableFile

app = App(name="completion")
Shell = Annotated[
    Literal["bash", "zsh", "fish", "powershell"] | None,
    says("Which shell; otherwise the one that runs."),
]


@app.default
def completion(
    *,
    shell: Shell = None,
    output: Annotated[
        Path | None, says("Where the script goes; otherwise its usual place.")
    ] = None,
    show: Annotated[bool, flag("Print the script and install nothing.")] = False,
    common: Common = COMMON,
) -> Answer:
    """Let your shell complete commands and options, from the next terminal on.

    The script is installed where the shell looks for such scripts; bash and zsh get a line in
    their startup file that loads it. With --output or --show nothing but that file is written.
    """
    from crosscase.cli.running import application

    app_ = application()
    try:
        if show:
            script = app_.generate_completion(shell=shell)
            return Answer({"script": script}, script)
        placed = app_.install_completion(shell=shell, output=output, add_to_startup=output is None)
    except OSError as error:
        raise UnreadableFile(
            f"The completion cannot be installed: {(error.strerror or 'unknown').lower()}.",
            slug="cannot-write",
            hint="Name a file that you may write with --output.",
        ) from error
    except (ValueError, RuntimeError) as error:
        raise MistakeOfUse(
            "Which shell runs here could not be found out.",
            slug="unknown-shell",
            hint="Say it: --shell bash, zsh, fish or powershell.",
        ) from error
    if output is not None:
        return Answer({"path": placed}, f"Wrote {placed}; load it in your shell's startup file.")
    return Answer({"path": placed}, f"Installed in {placed}. It works in the next terminal.")
