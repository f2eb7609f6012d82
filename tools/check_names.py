"""Modules are named for what they hold, and no file names a machine's folder or a registry."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from tools.tracked_files import ROOT, report, tracked_files

# Names that say nothing about what is inside.
EMPTY_NAMES = frozenset(
    ["utils", "util", "helpers", "helper", "common", "base", "misc", "manager", "managers"]
)

# Spelled so that this file does not match itself.
MACHINE_PATH = re.compile(r"(?<![A-Za-z0-9])/(?:work|root)/|(?<![A-Za-z0-9])/home/[a-z]+/")
REGISTRY_HOST = re.compile(
    r"python" r"hosted|registry\.npm" r"js|deb\.debian" r"\.org|pypi\.org" r"/simple", re.IGNORECASE
)


def module_name_problems(root: Path = ROOT) -> list[str]:
    """Modules and packages with a name that could hold anything."""
    problems = []
    for path in tracked_files(root):
        if path.suffix not in {".py", ".ts", ".tsx"}:
            continue
        inside = path.relative_to(root)
        problems += [
            f"{inside.as_posix()}: “{part}” says nothing; name it for what it holds."
            for part in [*inside.parts[:-1], path.stem]
            if part.strip("_").casefold() in EMPTY_NAMES
        ]
    return problems


def machine_problems(root: Path = ROOT) -> list[str]:
    """Lines that hold a path of one machine or the host of a package registry."""
    problems = []
    for path in tracked_files(root):
        name = path.relative_to(root).as_posix()
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except UnicodeDecodeError:
            continue  # pictures and documents are not prose
        for number, line in enumerate(lines, start=1):
            if MACHINE_PATH.search(line):
                problems.append(f"{name}:{number}: a path of one machine.")
            if REGISTRY_HOST.search(line):
                problems.append(f"{name}:{number}: the host of a package registry.")
    return problems


if __name__ == "__main__":
    sys.exit(report(module_name_problems() + machine_problems(), "names"))
