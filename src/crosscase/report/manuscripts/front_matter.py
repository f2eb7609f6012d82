"""The head of a Markdown manuscript: its YAML, with the places where files are named."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

__all__ = ["FrontMatter", "NamedFile", "read_front_matter"]

_MOST_CHARS = 200_000
_OF_FILES = ("bibliography", "csl", "reference-doc")


@dataclass(frozen=True, slots=True)
class NamedFile:
    """A file that the head names, at its place."""

    key: str
    name: str
    start: int


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What a head says; ``end`` is where the text begins, ``mistake`` why the head is not read."""

    end: int = 0
    values: Mapping[str, Any] = field(default_factory=dict)
    files: tuple[NamedFile, ...] = ()
    mistake: tuple[int, str] | None = None


def read_front_matter(text: str) -> FrontMatter:
    """The head of a manuscript, between a first line --- and the next line --- or ... ."""
    lines = text.splitlines(keepends=True)
    if not lines or lines[0].rstrip() != "---":
        return FrontMatter()
    end = len(lines[0])
    for line in lines[1:]:
        if line.rstrip() in ("---", "..."):
            return _read(text[len(lines[0]) : end], len(lines[0]), end + len(line))
        end += len(line)
    return FrontMatter(mistake=(0, "The head of this manuscript does not end."))


def _read(inside: str, start: int, end: int) -> FrontMatter:
    import yaml

    if len(inside) > _MOST_CHARS:
        return FrontMatter(end, mistake=(start, "The head of this manuscript is far too long."))
    try:
        root = yaml.compose(inside, Loader=yaml.SafeLoader)
        if root is None:
            return FrontMatter(end)
        if not isinstance(root, yaml.MappingNode):
            return FrontMatter(end, mistake=(start, "The head of this manuscript is no table."))
        values = yaml.safe_load(inside)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        at = start + (mark.index if mark is not None else 0)
        return FrontMatter(end, mistake=(at, "The head of this manuscript is no YAML."))
    files = tuple(
        NamedFile(key.value, each.value, start + each.start_mark.index)
        for key, value in root.value
        if isinstance(key, yaml.ScalarNode) and key.value in _OF_FILES
        for each in (value.value if isinstance(value, yaml.SequenceNode) else [value])
        if isinstance(each, yaml.ScalarNode) and each.value
    )
    return FrontMatter(end, values, files)
