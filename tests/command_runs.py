"""Running commands in-process: what they print, what they exit with, and what an error must be."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from crosscase.cli import main

__all__ = ["Run", "Said", "assert_clear", "run"]


@dataclass(frozen=True)
class Said:
    """What one command said."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one JSON document on standard output."""
        return json.loads(self.out)

    @property
    def error(self) -> Any:
        """The error that was told as JSON: one clear sentence with a hint."""
        error = self.json["error"]
        assert_clear(error)
        return error


def assert_clear(error: dict[str, Any]) -> None:
    """One sentence in the field's words, and a way out; nothing of Python shows through."""
    assert error["sentence"].endswith("."), error
    assert "\n" not in error["sentence"], error
    assert error["hint"], error
    assert error["slug"] != "bug", error
    for sign in ("Error", "Traceback", "Errno", "object at 0x"):
        assert sign not in error["sentence"] + error["hint"], error


Run = Callable[..., Said]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command in a folder of its own; ``status`` is what it has to exit with (None: any)."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CROSSCASE_CONFIG", str(tmp_path / "config.toml"))

    def command(*tokens: object, status: int | None = 0) -> Said:
        capsys.readouterr()
        exited = main([str(token) for token in tokens])
        said = capsys.readouterr()
        assert status in (None, exited), said.out + said.err
        return Said(exited, said.out, said.err)

    return command
