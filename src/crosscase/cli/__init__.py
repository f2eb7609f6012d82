"""The command line: parse, one call on the study, render. This module stays light.

``crosscase --help`` is answered from the table of commands alone, before anything heavy is
imported; every other command imports what it needs.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

__all__ = ["main"]


def main(tokens: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    asked = list(sys.argv[1:] if tokens is None else tokens)
    if asked in ([], ["--help"], ["-h"], ["help"]):
        from crosscase.cli.commands import overview

        print(overview(), end="")
        return 0
    if asked == ["--version"]:
        from crosscase import __version__

        print(f"crosscase {__version__}")
        return 0
    from crosscase.cli.running import run

    return run(asked)
