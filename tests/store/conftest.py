"""Folders for studies that tests make by the hundred: in memory where the machine offers that."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest


def folder_in_memory() -> str | None:
    """A folder that no disk stands behind, so that nothing waits for one; None without one."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


@pytest.fixture
def tmp_path() -> Iterator[Path]:
    """An empty folder of the test's own, gone afterwards."""
    with tempfile.TemporaryDirectory(dir=folder_in_memory(), prefix="crosscase-") as folder:
        yield Path(folder)
