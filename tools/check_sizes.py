"""Modules, functions and classes stay small enough to read; exceptions may only shrink.

``tools/size_exceptions.txt`` lists what is too large for now, one ``path number`` or
``path::name number`` a line. The number is today's size: growing breaks the check, and so does
shrinking without lowering the number, or an entry that is no longer needed.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from tools.tracked_files import ROOT, python_files, report

MODULE_LINES = 400
TEST_MODULE_LINES = 600
FUNCTION_LINES = 60
PUBLIC_METHODS = 20
STUDY_METHODS = 40  # Study only delegates, one line a verb
FOLDERS = ("src", "tools", "tests", "examples", "benchmarks")
EXCEPTIONS = "tools/size_exceptions.txt"


def oversized(root: Path = ROOT) -> dict[str, tuple[int, int]]:
    """What exceeds its limit: name -> (size, limit)."""
    found: dict[str, tuple[int, int]] = {}
    for path in python_files(root, *FOLDERS):
        name = path.relative_to(root).as_posix()
        text = path.read_text(encoding="utf-8")
        sizes = {name: (len(text.splitlines()), _module_limit(name))}
        for inner, size, limit in _definitions(ast.parse(text, filename=name)):
            sizes[f"{name}::{inner}"] = (size, limit)
        found |= {key: pair for key, pair in sizes.items() if pair[0] > pair[1]}
    return found


def read_exceptions(root: Path = ROOT) -> dict[str, int]:
    """The sizes that are tolerated for now, by name."""
    path = root / EXCEPTIONS
    if not path.exists():
        return {}
    lines = (line.partition("#")[0].split() for line in path.read_text("utf-8").splitlines())
    return {fields[0]: int(fields[1]) for fields in lines if fields}


def compare(found: Mapping[str, tuple[int, int]], allowed: Mapping[str, int]) -> list[str]:
    """One sentence for each size that is neither within its limit nor excused exactly."""
    problems = []
    for name, (size, limit) in sorted(found.items()):
        tolerated = allowed.get(name)
        if tolerated is None:
            problems.append(f"{name}: {size}, the limit is {limit}.")
        elif size > tolerated:
            problems.append(f"{name}: grew to {size}; its exception allows {tolerated}.")
        elif size < tolerated:
            problems.append(f"{name}: shrank to {size}; lower its number in {EXCEPTIONS}.")
    problems += [
        f"{name}: within its limit now; remove it from {EXCEPTIONS}."
        for name in sorted(set(allowed) - set(found))
    ]
    return problems


def _module_limit(name: str) -> int:
    return TEST_MODULE_LINES if name.startswith("tests/") else MODULE_LINES


def _definitions(node: ast.AST, outer: str = "") -> Iterator[tuple[str, int, int]]:
    """Each function's lines and each class's public methods, with their limits."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
            name = f"{outer}{child.name}"
            lines = (child.end_lineno or child.lineno) - child.lineno + 1
            yield name, lines, FUNCTION_LINES
            yield from _definitions(child, f"{name}.")
        elif isinstance(child, ast.ClassDef):
            name = f"{outer}{child.name}"
            limit = STUDY_METHODS if child.name == "Study" else PUBLIC_METHODS
            yield name, _public_methods(child), limit
            yield from _definitions(child, f"{name}.")
        else:
            yield from _definitions(child, outer)


def _public_methods(node: ast.ClassDef) -> int:
    return len(
        {
            child.name
            for child in node.body
            if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef)
            and not child.name.startswith("_")
        }
    )


if __name__ == "__main__":
    sys.exit(report(compare(oversized(), read_exceptions()), "sizes"))
