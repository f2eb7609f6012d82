"""A desk as people open it: `crosscase open` in a process of its own."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import httpx2

__all__ = ["OpenDesk", "crosscase", "open_desk"]


@dataclass
class OpenDesk:
    """The running desk, and a browser that it let in."""

    process: subprocess.Popen[str]
    address: str
    browser: httpx2.Client

    def kill(self) -> None:
        """End it as a power cut would."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(30)

    def interrupt(self) -> tuple[int, str, str]:
        """End it by Ctrl-C; its exit status, and what it said."""
        self.process.send_signal(signal.SIGINT)
        out, err = self.process.communicate(timeout=30)
        return self.process.returncode, out, err


def crosscase(*tokens: object) -> list[str]:
    """A command of crosscase, as a list to run."""
    return [sys.executable, "-m", "crosscase", *(str(token) for token in tokens)]


@contextmanager
def open_desk(path: Path, *options: object) -> Iterator[OpenDesk]:
    """Open a study as Ama, without a browser; whatever happens, its process ends."""
    process = subprocess.Popen(
        crosscase("open", path, "--no-browser", "--json", "--as", "Ama", *options),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=dict(os.environ),
    )
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        assert line, process.communicate()[1]
        address = json.loads(line)["address"]
        parts = urlsplit(address)
        with httpx2.Client(base_url=f"{parts.scheme}://{parts.netloc}", timeout=30) as browser:
            assert browser.get(address).status_code == 303
            yield OpenDesk(process, address, browser)
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate()
