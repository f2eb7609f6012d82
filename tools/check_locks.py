"""The lock files pin what pyproject.toml asks for, agree with each other, and name no host."""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tools.tracked_files import ROOT, report

RUN = "requirements/run.txt"
DEV = "requirements/dev.txt"
DESK = "ui/package-lock.json"
PIN = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;\\]+)")

Pins = dict[str, set[Version]]


def pins_of(text: str) -> Pins:
    """The versions pinned for each package; a package may have one for each Python."""
    pins: Pins = {}
    for line in text.splitlines():
        if match := PIN.match(line):
            name = canonicalize_name(match["name"])
            pins.setdefault(name, set()).add(Version(match["version"]))
    return pins


def unhashed(text: str) -> list[str]:
    """The packages of a lock file that carry no hash."""
    entries = re.split(r"^(?=[A-Za-z0-9])", text, flags=re.MULTILINE)
    return [
        match["name"]
        for entry in entries
        if (match := PIN.match(entry)) and "--hash=sha256:" not in entry
    ]


def unmet(wanted: list[str], pins: Mapping[str, set[Version]]) -> list[str]:
    """The requirements that no pin satisfies."""
    requirements = map(Requirement, wanted)
    return [
        str(requirement)
        for requirement in requirements
        if not any(
            requirement.specifier.contains(version, prereleases=True)
            for version in pins.get(canonicalize_name(requirement.name), set())
        )
    ]


def lock_problems(root: Path = ROOT) -> list[str]:
    """What is stale or careless in the lock files, a sentence each."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    texts = {name: (root / name).read_text(encoding="utf-8") for name in (RUN, DEV)}
    pins = {name: pins_of(text) for name, text in texts.items()}
    run: list[str] = project["project"]["dependencies"]
    dev: list[str] = project["dependency-groups"]["dev"]
    problems = [
        f"{name}: pins nothing for “{requirement}”; run `make lock`."
        for name, wanted in ((RUN, run), (DEV, run + dev))
        for requirement in unmet(wanted, pins[name])
    ]
    problems += [
        f"{DEV}: {name} differs from {RUN}; run `make lock`."
        for name, versions in pins[RUN].items()
        if pins[DEV].get(name) != versions
    ]
    for name, text in texts.items():
        problems += [f"{name}: {package} has no hash." for package in unhashed(text)]
        if "://" in text:
            problems.append(f"{name}: names a host.")
    if '"resolved"' in (root / DESK).read_text(encoding="utf-8"):
        problems.append(f"{DESK}: names a host; run `npm install` in ui/.")
    return problems


if __name__ == "__main__":
    sys.exit(report(lock_problems(), "locks"))
