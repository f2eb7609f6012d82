"""The command line: parse, one call on the study, render. This module stays light.

``crosscase --help`` is answered from the table of commands alone, before anything heavy is
imported; every other command imports what it needs.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress

__all__ = ["main"]

INTERRUPTED, PIPE_CLOSED = 130, 141


def main(tokens: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    try:
        return _main(list(sys.argv[1:] if tokens is None else tokens))
    except KeyboardInterrupt:
        # Before a study was open, or after it was left: while modules are imported, say.
        print("Stopped.", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has gone; Python must not complain about it at its end.
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED


def _main(asked: list[str]) -> int:
    if asked in ([], ["--help"], ["-h"], ["help"]):
        from crosscase.cli.commands import overview

        print(overview(), end="", flush=True)
        return 0
    if asked == ["--version"]:
        from crosscase import __version__

        print(f"crosscase {__version__}", flush=True)
        return 0
    from crosscase.cli.running import run

    return run(asked)
