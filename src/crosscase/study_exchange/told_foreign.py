"""What an imported file said beside the model, as a cell without the paths of any machine."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import PureWindowsPath
from typing import Any

from crosscase.exchange.refi_notes import WRITTEN_BACK
from crosscase.exchange.refi_plan import REFI
from crosscase.formats.refi_qda.package import INTERNAL

__all__ = ["as_json", "told_foreign"]

_BASE = "basePath"  # where a whole project lay: nothing of it is the name of a file
_PATHS = frozenset((
    "path", "currentPath", "plainTextPath", "richTextPath", "mediapath", "filepath",
    "current_path", "plain_path", "rich_path",
))  # fmt: skip


def told_foreign(foreign: Any) -> str | None:
    """It as JSON; of a path outside the project only the name of the file is told."""
    return None if foreign is None else as_json(_without_paths(_without_tables(foreign)))


def _without_tables(foreign: Any) -> Any:
    """Without the rows of another tool's own tables: nobody knows whose words stand in them."""
    said = foreign.get(REFI) if isinstance(foreign, Mapping) else None
    project = said.get("project") if isinstance(said, Mapping) else None
    if said is None or not isinstance(project, Mapping):
        return foreign
    kept = {part: each for part, each in project.items() if part in WRITTEN_BACK}
    return {**foreign, REFI: {**said, "project": kept}}


def as_json(value: Any) -> str:
    """A value that is made of parts as JSON on one line."""
    return json.dumps(value, ensure_ascii=False, default=_plain)


def _without_paths(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {
            name: _bare(each) if name in _PATHS else _without_paths(each)
            for name, each in value.items()
            if name != _BASE
        }
    if isinstance(value, (list, tuple)):
        return [_without_paths(each) for each in value]
    return value


def _bare(path: Any) -> Any:
    """The name of a file outside; a path inside the project stays as it is."""
    if not isinstance(path, str) or path.startswith(INTERNAL):
        return path
    return PureWindowsPath(path).name


def _plain(value: Any) -> Any:
    return value.hex() if isinstance(value, bytes) else str(value)
