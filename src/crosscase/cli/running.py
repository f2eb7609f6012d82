"""Running one command: Cyclopts parses, the command answers, errors become sentences."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from io import TextIOWrapper

from cyclopts import App, CycloptsError

from crosscase.cli import INTERRUPTED
from crosscase.cli.commands import COMMANDS
from crosscase.cli.errors_shown import parse_error, show_bug, show_error
from crosscase.cli.help_pages import HelpPages
from crosscase.cli.rendering import Answer, Screen
from crosscase.errors import CrosscaseError, statuses

__all__ = ["application", "run"]


def application() -> App:
    """The whole command line; each command's module is imported when it is used."""
    app = App(
        name="crosscase",
        help_format="plaintext",
        version_flags=[],
        help_formatter=HelpPages(),
        result_action="return_value",
        suppress_keyboard_interrupt=False,
        exit_on_error=False,
        print_error=False,
    )
    for command in COMMANDS:
        app.command(command.place, name=command.name)
    return app


def run(tokens: Sequence[str]) -> int:
    """Run one command and return its exit status.

    Raises BrokenPipeError when whoever read the output has gone.
    """
    for stream in (sys.stdout, sys.stderr):
        # A file name that is not text, or a terminal with few letters, must not end a command.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    screen = Screen(as_json=_asks_for_json(tokens))
    try:
        return _run(list(tokens), screen)
    except SystemExit as left:
        # This is how Rich ends a program whose reader has gone (while help is drawn, say).
        raise BrokenPipeError from left


def _run(tokens: list[str], screen: Screen) -> int:
    app = application()
    try:
        answer = app(tokens)
        status = screen.show(answer) if isinstance(answer, Answer) else 0
        sys.stdout.flush()
        return status
    except CycloptsError as error:
        return show_error(parse_error(error, tokens), screen)
    except CrosscaseError as error:
        return show_error(error, screen)
    except KeyboardInterrupt as stopped:
        said = str(stopped) or "Stopped; the study is as it was."
        screen.warn(said)
        return INTERRUPTED
    except BrokenPipeError:
        raise
    except Exception as error:  # the top of the interface: whatever else happens is a bug
        show_bug(error, screen)
        return statuses(error)[0]


def _asks_for_json(tokens: Sequence[str]) -> bool:
    """Read before parsing, so that a parse error can be told as JSON too."""
    before_end = tokens[: tokens.index("--")] if "--" in tokens else tokens
    return "--json" in before_end
