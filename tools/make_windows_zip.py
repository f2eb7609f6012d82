"""The zip for Windows: every wheel for every Python we promise, and the command that installs them.

usage: python -m tools.make_windows_zip FOLDER_WITH_THE_WHEEL TARGET.zip
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from tools.tracked_files import ROOT
from tools.wheel_platforms import PYTHONS, pins_for, pip_choices

PLATFORM = "Windows x86-64"
READ_ME = """\
crosscase for Windows
=====================
You need Python 3.11, 3.12, 3.13 or 3.14 (64-bit) from the Microsoft Store or python.org.
1. Unpack this zip to a folder (right click, Extract All).
2. Double-click install.cmd in it. No administrator and no network are needed.
3. Open crosscase from the Start menu. Leave its black window open while you work.
"""


def gather(folder: Path) -> None:
    """Put the wheels and a list of pins for each Python into a folder."""
    for python in PYTHONS:
        pins = pins_for(PLATFORM, python, folder / f"requirements-{python}.txt")
        subprocess.run(
            [
                sys.executable, "-m", "pip", "download", "--quiet",
                "--disable-pip-version-check", "--dest", str(folder / "wheels"),
                "--requirement", str(pins), *pip_choices(PLATFORM, python),
            ],
            check=True,
        )  # fmt: skip


def make_zip(wheel: Path, target: Path) -> None:
    """Write the zip around one wheel of crosscase."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        gather(folder)
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.write(wheel, f"crosscase/{wheel.name}")
            command = (ROOT / "tools" / "windows" / "install.cmd").read_text(encoding="ascii")
            archive.writestr("crosscase/install.cmd", _for_windows(command))
            archive.writestr("crosscase/READ ME.txt", _for_windows(READ_ME))
            for path in sorted(folder.rglob("*")):
                if path.is_file():
                    kept = zipfile.ZIP_STORED if path.suffix == ".whl" else zipfile.ZIP_DEFLATED
                    name = path.relative_to(folder).as_posix()
                    archive.write(path, f"crosscase/{name}", compress_type=kept)


def _for_windows(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\n", "\r\n")


def main(arguments: list[str]) -> int:
    """Make the zip and say how large it is."""
    if len(arguments) != 2:
        print(__doc__)
        return 2
    wheels = sorted(Path(arguments[0]).glob("crosscase-*.whl"))
    if not wheels:
        print(f"There is no wheel of crosscase in {arguments[0]}.")
        return 3
    target = Path(arguments[1])
    make_zip(wheels[-1], target)
    print(f"{target.name}: {target.stat().st_size / 2**20:.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
