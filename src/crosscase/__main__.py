"""`python -m crosscase` is the command line."""

from __future__ import annotations

from crosscase.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
