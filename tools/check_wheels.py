"""Every dependency has a wheel for every platform and Python that we promise: nobody compiles."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tools.tracked_files import report
from tools.wheel_platforms import PLATFORMS, PYTHONS, pins_for, pip_choices

_MISSING = re.compile(r"No matching distribution found for (\S+)")


def missing_wheel(platform: str, python: str) -> str | None:
    """What cannot be installed on a platform without a compiler, as a sentence."""
    with tempfile.TemporaryDirectory() as folder:
        pins = pins_for(platform, python, Path(folder, "pins.txt"))
        done = subprocess.run(
            [
                sys.executable, "-m", "pip", "download", "--quiet",
                "--disable-pip-version-check", "--dest", str(Path(folder, "wheels")),
                "--requirement", str(pins), *pip_choices(platform, python),
            ],
            capture_output=True,
            text=True,
            check=False,
        )  # fmt: skip
    if done.returncode == 0:
        return None
    found = _MISSING.search(done.stderr)
    what = found[1] if found else (done.stderr.strip().splitlines() or ["something"])[-1]
    return f"{platform}, Python {python}: {what} has no wheel."


def wheel_problems() -> list[str]:
    """What is missing anywhere; the oldest and the newest Python are asked for."""
    asked = [(platform, python) for platform in PLATFORMS for python in (PYTHONS[0], PYTHONS[-1])]
    with ThreadPoolExecutor(2) as pool:
        found = pool.map(lambda pair: missing_wheel(*pair), asked)
    return [each for each in found if each is not None]


if __name__ == "__main__":
    sys.exit(report(wheel_problems(), "wheels"))
