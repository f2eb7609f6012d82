"""Errors as people and programs see them: a sentence, a hint, an exit status."""

from __future__ import annotations

import traceback
from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any, Literal, get_args, get_origin

from cyclopts import App, CycloptsError
from cyclopts.exceptions import (
    CoercionError,
    MissingArgumentError,
    RepeatArgumentError,
    UnknownCommandError,
    UnknownOptionError,
    UnusedCliTokensError,
)

from crosscase import surroundings
from crosscase.cli.commands import COMMANDS
from crosscase.cli.rendering import Screen
from crosscase.errors import CrosscaseError, MistakeOfUse, nearest_names_hint, statuses

__all__ = ["parse_error", "show_bug", "show_error"]


def show_error(error: CrosscaseError, screen: Screen) -> int:
    """Tell an error: as JSON on standard output when asked for, else as text on the other one."""
    if screen.as_json:
        screen.document(error.as_json())
    else:
        screen.warn(error.sentence)
        if error.hint:
            screen.warn(f"  {error.hint}")
    return statuses(error)[0]


def show_bug(error: BaseException, screen: Screen) -> None:
    """A short apology; the whole story only where it is asked for."""
    said = f"{type(error).__name__}: {' '.join(str(error).split())}".rstrip(": ")
    if screen.as_json:
        shape = {"slug": "bug", "sentence": f"crosscase has a bug: {said}", "hint": None}
        screen.document({"error": shape})
    else:
        screen.warn(f"Sorry, this is a bug in crosscase ({said}). What was confirmed is kept.")
    if surroundings.wants_tracebacks():
        screen.warn("".join(traceback.format_exception(error)).rstrip())
    elif not screen.as_json:
        screen.warn("  Run it again with CROSSCASE_DEBUG=1 for the whole story, and report that.")


def parse_error(error: CycloptsError, tokens: Sequence[str]) -> MistakeOfUse:
    """What is wrong with a command, in our words."""
    called = " ".join(["crosscase", *(error.command_chain or ())])
    more = f"`{called} --help` says how it is used."
    mistaken = _mistaken_verb(error, tokens)
    if mistaken is not None:
        return mistaken
    match error:
        case UnknownCommandError():
            word = (error.unused_tokens or tokens)[0]
            return MistakeOfUse(
                f"There is no command “{word}”.",
                slug="unknown-command",
                hint=nearest_names_hint(word, [each.name for each in COMMANDS])
                or "`crosscase --help` lists the commands.",
            )
        case UnknownOptionError():
            return MistakeOfUse(
                f"`{called}` has no option {error.token.keyword or error.token.value}.",
                slug="unknown-option",
                hint=_near_option(error) or more,
            )
        case MissingArgumentError():
            return MistakeOfUse(_missing(error, called), slug="missing-argument", hint=more)
        case CoercionError():
            return MistakeOfUse(_not_fitting(error), slug="unfit-argument", hint=more)
        case RepeatArgumentError():
            return MistakeOfUse(
                f"{error.token.keyword} is given twice.", slug="argument-twice", hint=more
            )
        case UnusedCliTokensError():
            extra = " ".join(f"“{each}”" for each in error.unused_tokens or ())
            return MistakeOfUse(
                f"`{called}` does not know what to do with {extra}.",
                slug="too-many-arguments",
                hint=f"Put a name that holds spaces in quotation marks. {more}",
            )
    error.verbose = False
    return MistakeOfUse(f"{str(error).rstrip('.')}.", slug="cannot-parse", hint=more)


def _mistaken_verb(error: CycloptsError, tokens: Sequence[str]) -> MistakeOfUse | None:
    """`crosscase codes mrge ...`: the word after a noun that is nearly one of its verbs."""
    chain, app = list(error.command_chain or ()), error.app
    if len(chain) != 1 or app is None or len(tokens) < 2 or tokens[0] != chain[0]:
        return None
    verbs = _verbs(app, chain[0])
    word = tokens[1]
    if not verbs or word.startswith("-") or "." in word:
        return None
    if not get_close_matches(word, verbs, n=1, cutoff=0.6) and not isinstance(
        error, UnknownOptionError | UnusedCliTokensError
    ):
        return None
    return MistakeOfUse(
        f"`crosscase {chain[0]}` cannot “{word}”.",
        slug="unknown-command",
        hint=nearest_names_hint(word, verbs) or f"It can {', '.join(verbs)}.",
    )


def _verbs(app: App, noun: str) -> list[str]:
    named = app if app.name[0] == noun else app[noun]
    return [name for name in named if not name.startswith("-")]


def _near_option(error: UnknownOptionError) -> str | None:
    wanted = error.token.keyword or error.token.value
    known = [name for each in error.argument_collection for name in each.names]
    near = get_close_matches(wanted, known, n=1, cutoff=0.6)
    return f"Did you mean {near[0]}?" if near else None


_SEVERAL = {"--explain": "two values: give a row and a column"}


def _missing(error: MissingArgumentError, called: str) -> str:
    name = error.keyword or (error.argument.name if error.argument else "something")
    if name in _SEVERAL:
        return f"{name} needs {_SEVERAL[name]}."
    if name.startswith("-"):
        optional = error.argument is not None and not error.argument.required
        return f"{name} needs a value." if optional else f"`{called}` needs {name}."
    return f"`{called}` needs {name.upper()}."


def _not_fitting(error: CoercionError) -> str:
    value = error.token.value if error.token is not None else ""
    name = (error.token.keyword if error.token is not None else None) or (
        error.argument.name if error.argument is not None else "it"
    )
    wanted: Any = error.target_type
    if get_origin(wanted) is Literal:
        allowed = [str(each) for each in get_args(wanted)]
        return f"{name} cannot be “{value}”: say {', '.join(allowed[:-1])} or {allowed[-1]}."
    if wanted in (int, float):
        return f"{name} cannot be “{value}”: it is a number."
    if error.msg is not None:
        return f"{name}: {str(error.msg).rstrip('.')}."
    return f"{name} cannot be “{value}”."
