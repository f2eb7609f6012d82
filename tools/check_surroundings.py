"""Below the interfaces nothing prints and nothing looks around.

The clock, the environment, the login name and the home folder are read in
``crosscase/surroundings.py`` only; output belongs to ``crosscase/cli``; and ``crosscase/model``
uses the standard library and itself.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

from tools.tracked_files import ROOT, python_files, report

SURROUNDINGS = "src/crosscase/surroundings.py"
CLI = "src/crosscase/cli/"
MODEL = "src/crosscase/model/"

# Whole modules whose only use is to look around.
LOOKING_MODULES = frozenset({"time", "getpass", "pwd", "platform", "locale"})
LOOKING_NAMES = frozenset(
    {
        "datetime.datetime.now",
        "datetime.datetime.today",
        "datetime.datetime.utcnow",
        "datetime.date.today",
        "os.environ",
        "os.environb",
        "os.getenv",
        "os.getlogin",
        "os.path.expanduser",
        "os.path.expandvars",
        "pathlib.Path.home",
    }
)
# Called on a path or a date whose name tells nothing about its type.
LOOKING_METHODS = frozenset({"expanduser", "utcnow"})


def problems_of(name: str, text: str) -> list[str]:
    """What a module under ``src`` does that belongs elsewhere, a sentence each."""
    tree = ast.parse(text, filename=name)
    found: list[tuple[int, str]] = []
    if name != SURROUNDINGS:
        found += _looks_around(tree)
    if not name.startswith(CLI):
        found += _prints(tree)
    if name.startswith(MODEL):
        found += _foreign_imports(tree)
    return [f"{name}:{line}: {what}" for line, what in sorted(set(found))]


def _looks_around(tree: ast.Module) -> Iterator[tuple[int, str]]:
    origins = _origins(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            for whole in _imported(node):
                if whole.partition(".")[0] in LOOKING_MODULES or whole in LOOKING_NAMES:
                    yield node.lineno, f"{whole} belongs in {SURROUNDINGS}."
        elif isinstance(node, ast.Attribute):
            called = _dotted(node, origins)
            if called in LOOKING_NAMES or node.attr in LOOKING_METHODS:
                yield node.lineno, f"{called or node.attr} belongs in {SURROUNDINGS}."


def _prints(tree: ast.Module) -> Iterator[tuple[int, str]]:
    origins = _origins(tree)
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in {"print", "input"}
        ):
            yield node.lineno, f"{node.func.id}() belongs in {CLI}."
        elif isinstance(node, ast.Attribute) and _dotted(node, origins) in {
            "sys.stdout",
            "sys.stderr",
            "sys.stdin",
        }:
            yield node.lineno, f"sys.{node.attr} belongs in {CLI}."


def _foreign_imports(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            for whole in _imported(node):
                top = whole.partition(".")[0]
                if top != "crosscase" and top not in sys.stdlib_module_names:
                    yield node.lineno, f"the model uses the standard library only, not {top}."


def _imported(node: ast.Import | ast.ImportFrom) -> list[str]:
    """The full names that an import statement brings in; relative ones are our own."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if node.level:
        return []
    return [f"{node.module}.{alias.name}" for alias in node.names]


def _origins(tree: ast.Module) -> dict[str, str]:
    """Where each imported name comes from, so that an alias hides nothing."""
    origins: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                top = alias.name.partition(".")[0]
                origins[alias.asname or top] = alias.name if alias.asname else top
        elif isinstance(node, ast.ImportFrom) and not node.level:
            for alias in node.names:
                origins[alias.asname or alias.name] = f"{node.module}.{alias.name}"
    return origins


def _dotted(node: ast.expr, origins: dict[str, str]) -> str | None:
    """The full name of an attribute chain that starts at an imported name."""
    if isinstance(node, ast.Name):
        return origins.get(node.id)
    if isinstance(node, ast.Attribute):
        start = _dotted(node.value, origins)
        return f"{start}.{node.attr}" if start else None
    return None


def all_problems(root: Path = ROOT) -> list[str]:
    """The problems of every module under ``src``."""
    return [
        problem
        for path in python_files(root, "src")
        for problem in problems_of(
            path.relative_to(root).as_posix(), path.read_text(encoding="utf-8")
        )
    ]


if __name__ == "__main__":
    sys.exit(report(all_problems(), "surroundings"))
