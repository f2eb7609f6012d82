"""Writes docs/reference/command-line.md from the commands themselves.

``python -m tools.make_command_reference`` writes it, ``--check`` says whether it is up to date.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from io import StringIO

from cyclopts import App
from rich.console import Console

from crosscase.cli.commands import COMMANDS, overview
from crosscase.cli.running import application
from tools.tracked_files import ROOT

PAGE = ROOT / "docs" / "reference" / "command-line.md"
_WIDTH = 100
_OPENING = """\
# The command line

Made by `python -m tools.make_command_reference` from the commands themselves.

Every command is *parse, one call, show*: the same act exists in Python, on what
`crosscase.open_study(...)` gives.

- Without a terminal (in a pipe or a script) output is plain aligned text: no colours, no
  progress, nothing cut to the width of a window.
- `--json` answers with exactly one JSON document on standard output. An error is such a document
  too: `{"error": {"slug": ..., "sentence": ..., "hint": ...}}`. Warnings go to standard error.
- `--as NAME` says who does this; otherwise your settings do (`crosscase config set name NAME`),
  otherwise the login name.
- Exit status: 0 done, 2 mistake of use, 3 not found, 4 conflict, 5 unreadable file (or: what could
  be read was taken and the rest is listed), 70 a bug (`CROSSCASE_DEBUG=1` shows its whole story),
  130 stopped by Ctrl-C.
- A study, source, code or case is named by its name or its id. A code below another is named by
  its path, `Relationships > Trust`; one thing among all kinds by `KIND:NAME`, `code:Trust`.
- `CROSSCASE_CONFIG` names another file for your settings.

"""


def page() -> str:
    """The whole page."""
    app = application()
    parts = [_OPENING, "```text\n", overview(), "```\n"]
    for command in COMMANDS:
        for chain in _chains(app[command.name], (command.name,)):
            depth = "#" * (1 + len(chain))
            parts.append(f"\n{depth} crosscase {' '.join(chain)}\n\n```text\n")
            parts.append(_help_of(app, chain))
            parts.append("```\n")
    return "".join(parts)


def _chains(app: App, chain: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    yield chain
    for name in app:
        if not name.startswith("-"):
            yield from _chains(app[name], (*chain, name))


def _help_of(app: App, chain: tuple[str, ...]) -> str:
    said = StringIO()
    console = Console(file=said, width=_WIDTH, color_system=None, force_terminal=False)
    app([*chain, "--help"], console=console)
    lines = [line.rstrip() for line in said.getvalue().strip("\n").splitlines()]
    return "\n".join(lines) + "\n"


def main(arguments: list[str]) -> int:
    """Write the page, or check it."""
    made = page()
    if "--check" not in arguments:
        PAGE.parent.mkdir(parents=True, exist_ok=True)
        PAGE.write_text(made, encoding="utf-8")
        return 0
    if PAGE.exists() and PAGE.read_text(encoding="utf-8") == made:
        return 0
    print(f"{PAGE.relative_to(ROOT)} is out of date: run python -m tools.make_command_reference.")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
