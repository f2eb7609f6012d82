"""How the help of a command looks: usage, what it does, then names beside what they say."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cyclopts.help import HelpEntry, HelpPanel
    from rich.console import Console, ConsoleOptions

__all__ = ["HelpPages"]

_TITLES = {"Parameters": "Options", "Commands": "Verbs"}
_WIDEST_NAME = 28
_VALUES = {"STR": "TEXT", "INT": "N", "FLOAT": "N", "PATH": "FILE"}
_NO_DEFAULT = ("", "()", "None", "''")


class HelpPages:
    """Draws help as plain text in two columns, for terminals and pipes alike."""

    show_metavar = True

    def render_usage(self, console: Console, options: ConsoleOptions, usage: Any) -> None:
        """The usage, with what has to be named first."""
        written = _plain(usage)
        if not written.startswith("Usage:"):
            written = f"Usage: {_reordered(written.split())}"
        _print(console, f"{written}\n")

    def render_description(
        self, console: Console, options: ConsoleOptions, description: Any
    ) -> None:
        """What the command does, wrapped paragraph by paragraph."""
        paragraphs = _plain(description).split("\n\n")
        width = min(console.width, 100)
        for paragraph in paragraphs:
            words = " ".join(paragraph.split())
            sample = words.startswith("crosscase ")
            _print(console, f"  {words}" if sample else textwrap.fill(words, width))
            _print(console, "")

    def __call__(self, console: Console, options: ConsoleOptions, panel: HelpPanel) -> None:
        """One group of verbs, arguments or options."""
        rows = [(_label(entry), _said(entry)) for entry in panel.entries]
        if not rows:
            return
        title = _plain(panel.title)
        _print(console, f"{_TITLES.get(title, title)}:")
        for line in _columns(rows, min(console.width, 100)):
            _print(console, line)
        _print(console, "")


def _print(console: Console, text: str) -> None:
    console.print(text, highlight=False, markup=False, soft_wrap=True)


def _plain(text: Any) -> str:
    if text is None:
        return ""
    if hasattr(text, "plain"):
        return str(text.plain).strip()
    from io import StringIO

    from rich.console import Console

    held = StringIO()
    # So wide that nothing is wrapped twice.
    Console(file=held, width=10_000, color_system=None, force_terminal=False).print(text)
    return "\n".join(line.rstrip() for line in held.getvalue().strip().splitlines())


def _reordered(words: list[str]) -> str:
    chain = [word for word in words if word.islower() and not word.startswith("-")]
    rest = words[len(chain) :]
    has_verbs = "COMMAND" in rest
    rest = [word for word in rest if word != "COMMAND"]
    if "[OPTIONS]" in rest:
        at = rest.index("[OPTIONS]")
        rest = [*rest[at + 1 :], *rest[:at], "[OPTIONS]"]
    rest = [_shown_value(word) for word in rest]
    usage = " ".join([*chain, *rest])
    return f"{usage}\n   or: {' '.join(chain)} VERB ..." if has_verbs else usage


def _label(entry: HelpEntry) -> str:
    label = ", ".join(entry.display_labels_with_metavar or entry.positive_names)
    return " ".join(_shown_value(word) for word in label.split(" "))


def _shown_value(word: str) -> str:
    """What a value is called: Cyclopts names its type in Python."""
    stem = word.rstrip(".,")
    return _VALUES.get(stem, stem) + word[len(stem) :]


def _said(entry: HelpEntry) -> str:
    parts = [_plain(entry.description)]
    if entry.choices:
        parts.append(f"One of {', '.join(entry.choices)}.")
    if entry.default is not None and str(entry.default) not in _NO_DEFAULT:
        parts.append(f"[{entry.default}]")
    if entry.required and entry.positive_names and not entry.positional_label:
        parts.append("(needed)")
    return " ".join(part for part in parts if part)


def _columns(rows: Iterable[tuple[str, str]], width: int) -> Iterable[str]:
    listed = list(rows)
    column = min(max(len(name) for name, _ in listed), _WIDEST_NAME)
    for name, said in listed:
        lines = textwrap.wrap(said, max(width - column - 4, 20)) or [""]
        if len(name) > column:
            yield f"  {name}"
        else:
            yield f"  {name:<{column}}  {lines.pop(0)}".rstrip()
        yield from (f"{'':<{column + 4}}{line}" for line in lines)
