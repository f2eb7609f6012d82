"""The machine that was measured on, and how much memory a process has taken."""

from __future__ import annotations

import os
import platform
import sqlite3
import sys
from pathlib import Path

import psutil

__all__ = ["load_line", "machine_line", "peak_memory_mb"]

_STATUS = Path("/proc/self/status")


def machine_line() -> str:
    """Cores, memory, and the versions of Python and SQLite, on one line."""
    memory = psutil.virtual_memory().total / 1e9
    return (
        f"{os.cpu_count()} cores ({platform.machine()}), {memory:.0f} GB of memory, "
        f"{platform.system()}, Python {platform.python_version()}, "
        f"SQLite {sqlite3.sqlite_version}"
    )


def load_line() -> str:
    """How busy the machine is besides."""
    one, five, _ = psutil.getloadavg()
    return f"{one:.1f} programs ran or waited on average in the last minute, {five:.1f} in five"


def peak_memory_mb() -> float:
    """The most memory that this process has held at once, in megabytes.

    Linux hands the greatest resident size of a parent down to its child in ``getrusage``, so
    the process's own status is read where there is one.
    """
    if _STATUS.exists():
        for line in _STATUS.read_text(encoding="ascii").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024 / 1e6
    try:
        import resource
    except ImportError:  # not on Windows
        return float(psutil.Process().memory_info().rss / 1e6)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1e6 if sys.platform == "darwin" else peak * 1024 / 1e6
