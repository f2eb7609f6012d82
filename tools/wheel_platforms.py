"""The platforms and Pythons that crosscase installs on without a compiler, and what each needs."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tools.tracked_files import ROOT

__all__ = ["PLATFORMS", "PYTHONS", "Platform", "pins_for", "pip_choices"]

PYTHONS = ("3.11", "3.12", "3.13", "3.14")
_LATE = ".9"  # a patch release of today: some pins begin within a minor release


@dataclass(frozen=True, slots=True)
class Platform:
    """One kind of machine: its name for the resolver, and the wheel tags that fit it."""

    resolver: str
    tags: Sequence[str]


def _macs(machine: str) -> tuple[str, ...]:
    newer = tuple(f"macosx_{version}_0_{machine}" for version in (14, 13, 12, 11))
    return newer + tuple(f"macosx_10_{minor}_{machine}" for minor in range(16, 8, -1))


def _linux(machine: str) -> tuple[str, ...]:
    tags = (*(f"manylinux_2_{minor}" for minor in range(28, 16, -1)), "manylinux2014")
    return tuple(f"{tag}_{machine}" for tag in tags)


PLATFORMS: Mapping[str, Platform] = {
    "Windows x86-64": Platform("x86_64-pc-windows-msvc", ("win_amd64",)),
    "macOS arm64": Platform("aarch64-apple-darwin", _macs("arm64")),
    "macOS x86-64": Platform("x86_64-apple-darwin", _macs("x86_64")),
    "Linux x86-64": Platform("x86_64-manylinux_2_28", _linux("x86_64")),
    "Linux aarch64": Platform("aarch64-manylinux_2_28", _linux("aarch64")),
}


def pins_for(platform: str, python: str, target: Path) -> Path:
    """The locked dependencies of one kind of machine, with hashes, written to ``target``."""
    uv = Path(sys.executable).with_name("uv")
    subprocess.run(
        [
            str(uv), "pip", "compile", "--quiet", "--no-header", "--no-annotate",
            "--generate-hashes", "--no-emit-index-url", "--no-emit-find-links",
            "--python-platform", PLATFORMS[platform].resolver,
            "--python-version", f"{python}{_LATE}",
            "--constraint", "requirements/run.txt",
            "--output-file", str(target), "pyproject.toml",
        ],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )  # fmt: skip
    return target


def pip_choices(platform: str, python: str) -> list[str]:
    """The words that make pip choose for another machine than this one."""
    words = ["--no-deps", "--only-binary=:all:", "--require-hashes"]
    words += ["--python-version", f"{python}{_LATE}"]
    for tag in PLATFORMS[platform].tags:
        words += ["--platform", tag]
    return words
