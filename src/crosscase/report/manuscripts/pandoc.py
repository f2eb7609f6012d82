"""Pandoc, run in its sandbox: it sees what it is given, and no other file or address."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from crosscase.errors import MistakeOfUse

__all__ = ["Written", "no_pandoc", "read_markdown_tree", "write_tree"]

_MOST_SECONDS = 120
_HEAP = ("+RTS", "-M1g", "-RTS")  # a document that would take more is refused, not the machine
_FORMAT = "markdown-markdown_in_html_blocks"
_NOT_FOUND = re.compile(r"Citeproc: citation (\S+) not found")


class Written(NamedTuple):
    """A document as pandoc wrote it, and the citations that it found no reference for."""

    data: bytes
    missing: tuple[str, ...]


def no_pandoc() -> MistakeOfUse:
    """There is no pandoc here; it comes with crosscase on every platform that it supports."""
    return MistakeOfUse(
        "Pandoc, which makes documents, is not here.",
        slug="no-pandoc",
        hint="Install it again: pip install --force-reinstall pypandoc-binary.",
    )


def read_markdown_tree(text: str) -> dict[str, Any]:
    """A Markdown manuscript as a tree."""
    made = _run(["--from", _FORMAT, "--to", "json"], text.encode("utf-8"))[0]
    tree: dict[str, Any] = json.loads(made)
    return tree


def write_tree(tree: dict[str, Any], to: str, options: Sequence[str]) -> Written:
    """A tree as a document, its references set by citeproc."""
    data = json.dumps(tree, ensure_ascii=False).encode("utf-8")
    choices = ["--from", "json", "--to", to, "--output", "-", "--syntax-highlighting", "none"]
    made, told = _run([*choices, *options], data)
    return Written(made, tuple(dict.fromkeys(_NOT_FOUND.findall(told))))


def _run(options: Sequence[str], data: bytes) -> tuple[bytes, str]:
    try:
        done = subprocess.run(
            [_program(), *_HEAP, "--sandbox", *options],
            input=data,
            capture_output=True,
            timeout=_MOST_SECONDS,
            check=False,
        )
    except (FileNotFoundError, PermissionError) as error:
        raise no_pandoc() from error
    except subprocess.TimeoutExpired as error:
        raise MistakeOfUse(
            f"Pandoc did not finish this document within {_MOST_SECONDS} seconds.",
            slug="too-long",
            hint="Render it in parts.",
        ) from error
    told = done.stderr.decode("utf-8", "replace")
    if done.returncode:
        said = [line.strip() for line in told.splitlines() if line.strip()]
        raise MistakeOfUse(
            f"Pandoc cannot make this document: {' '.join(said[:2]) or 'it does not say why'}",
            slug="pandoc-refused",
            hint="Look first at what it names: its bibliography, csl or reference-doc.",
        )
    return done.stdout, told


def _program() -> str:
    found = find_spec("pypandoc")  # asked for its place only: to import it takes longer
    if found is None or found.origin is None:
        raise no_pandoc()
    files = Path(found.origin).parent / "files"
    for name in ("pandoc", "pandoc.exe"):
        if (files / name).is_file():
            return str(files / name)
    raise no_pandoc()
