"""The studies that the desk is measured on: ``python -m benchmarks.desk_studies`` says where.

One has 100 sources and 20,000 codings, the other one transcript of 5 MB with as many.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.machine import load_line, machine_line
from benchmarks.synthetic import SIZES, built_study

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Build what is not there yet; print where the studies lie, and the machine, as JSON."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.desk_studies", description=__doc__)
    parser.add_argument(
        "--folder",
        type=Path,
        default=Path(tempfile.gettempdir()) / "crosscase-benchmarks",
        help="where built studies are kept for the next run",
    )
    folder = parser.parse_args(arguments).folder
    nowhere = folder / "no-real-documents"
    print(
        json.dumps(
            {
                "many": built_study(folder, SIZES["desk-many"], nowhere).path,
                "long": built_study(folder, SIZES["desk-long"], nowhere).path,
                "machine": machine_line(),
                "load": load_line(),
            }
        )
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
