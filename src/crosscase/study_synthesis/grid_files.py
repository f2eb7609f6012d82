"""Grid files: what ships with crosscase, and files of the same shape that people write."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

from crosscase.coding.named_things import checked_text, tidy_name
from crosscase.errors import MistakeOfUse, NotFound, UnreadableFile, nearest_names_hint

__all__ = [
    "NO_EVIDENCE",
    "GridFile",
    "GridHeading",
    "GridStatus",
    "find_grid_file",
    "find_shipped_grid",
    "folded",
    "heading_key",
    "read_grid",
    "shipped_grids",
]

NO_EVIDENCE = "no evidence"
_MOST_BYTES = 200_000
_MOST_HEADINGS = 60
_MOST_KEY_CHARS = 40
_NOT_IN_A_KEY = re.compile(r"[\W_]+")
_KEYS = {"name", "citation", "description", "per", "rows", "columns", "statuses"}
_OF_ITEM = {"name", "key", "description", "scale"}


@dataclass(frozen=True, slots=True)
class GridHeading:
    """A row or column; its key stays when it is called otherwise."""

    key: str
    name: str
    description: str | None = None


@dataclass(frozen=True, slots=True)
class GridStatus:
    """An answer that a judgement may give; those on the scale are in order."""

    key: str
    name: str
    on_scale: bool = True


@dataclass(frozen=True, slots=True)
class GridFile:
    """A grid as its file states it; ``key`` is how it is called for when it is shipped."""

    key: str
    name: str
    citation: str | None
    description: str | None
    case_kind: str | None
    rows: tuple[GridHeading, ...]
    columns: tuple[GridHeading, ...]
    statuses: tuple[GridStatus, ...]


@dataclass(frozen=True, slots=True)
class _Item:
    """A heading or status as it stands in the file, with its line."""

    says: Mapping[str, str]
    line: int


def folded(name: str) -> str:
    """A name as it is compared: case and spacing make no difference."""
    return " ".join(name.split()).casefold()


def heading_key(name: str) -> str:
    """The key that a name makes."""
    return _NOT_IN_A_KEY.sub("-", name.casefold()).strip("-")[:_MOST_KEY_CHARS].strip("-") or "x"


def shipped_grids() -> list[GridFile]:
    """The grids that come with crosscase."""
    return [read_grid(data, key) for key, data in sorted(_shipped().items())]


def find_grid_file(name_or_path: str | Path) -> GridFile:
    """A shipped grid by its key or name, or the file at a path."""
    path = Path(name_or_path)
    if path.is_file() and _shipped_as(str(name_or_path)) is None:
        try:
            return read_grid(path.read_bytes(), path.name)
        except OSError as error:
            raise UnreadableFile(f"“{path.name}” cannot be read.", slug="unreadable") from error
    return find_shipped_grid(str(name_or_path))


def find_shipped_grid(wanted: str) -> GridFile:
    """A grid that comes with crosscase, by its key or its name."""
    found = _shipped_as(wanted)
    if found is not None:
        return found
    shipped = shipped_grids()
    names = [name for each in shipped for name in (each.key, each.name)]
    raise NotFound(
        f"There is no grid “{wanted}”.",
        slug="grid-not-found",
        hint=nearest_names_hint(wanted, names)
        or f"Shipped: {', '.join(each.key for each in shipped)}; others are YAML files.",
    )


def _shipped_as(wanted: str) -> GridFile | None:
    name = folded(wanted)
    return next((g for g in shipped_grids() if name in (folded(g.key), folded(g.name))), None)


def read_grid(data: bytes, key: str) -> GridFile:
    """Read a grid file (YAML).

    Arguments:
        data: the file.
        key: what it is called in errors, and when it is asked for.

    Raises:
        UnreadableFile: it is too large, or not YAML.
        MistakeOfUse: it has no name, rows, columns or statuses, or a heading stands twice: the
            line is told.
    """
    root = _composed(data, key)
    parts: dict[str, Any] = {}
    for name_node, value in root.value:
        name = str(getattr(name_node, "value", ""))
        if name not in _KEYS:
            raise _wrong(key, f"says “{name}”, which grids do not have", _line(name_node))
        parts[name] = value
    for needed in ("name", "rows", "columns", "statuses"):
        if needed not in parts:
            raise _wrong(key, f"has no {needed}", None)
    statuses = _statuses(_items(parts["statuses"], "statuses", key), key)
    per = _scalar(parts.get("per"), "per", key)
    return GridFile(
        key,
        tidy_name(_scalar(parts["name"], "name", key) or "", "grid"),
        _scalar(parts.get("citation"), "citation", key),
        _scalar(parts.get("description"), "description", key),
        None if per is None or folded(per) == "study" else tidy_name(per, "kind of cases"),
        _headings(_items(parts["rows"], "rows", key), "row", key),
        _headings(_items(parts["columns"], "columns", key), "column", key),
        statuses,
    )


def _composed(data: bytes, key: str) -> Any:
    """The nodes of the file, which know their lines."""
    import yaml

    if len(data) > _MOST_BYTES:
        raise UnreadableFile(
            f"“{key}” has {len(data) / 1e3:,.0f} KB; grids are read up to 200 KB.",
            slug="file-too-large",
        )
    try:
        root = yaml.compose(data.decode("utf-8-sig"), Loader=yaml.BaseLoader)
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f" in line {mark.line + 1}" if mark else ""
        raise UnreadableFile(
            f"“{key}” cannot be read as YAML{where}.",
            hint="Check the indentation, and put texts with “: ” in quotation marks.",
            slug="damaged-file",
        ) from error
    if not isinstance(root, yaml.MappingNode):
        raise _wrong(key, "is not a grid: it needs a name, rows, columns and statuses", None)
    return root


def _items(node: Any, name: str, key: str) -> list[_Item]:
    import yaml

    if not isinstance(node, yaml.SequenceNode) or not node.value:
        raise _wrong(key, f"has no list of {name}", _line(node))
    if len(node.value) > _MOST_HEADINGS:
        raise _wrong(key, f"has more than {_MOST_HEADINGS} {name}", _line(node))
    return [_item(each, name, key) for each in node.value]


def _item(node: Any, name: str, key: str) -> _Item:
    import yaml

    line = _line(node)
    if isinstance(node, yaml.ScalarNode):
        return _Item({"name": _named(node.value, name, key, line)}, line)
    if not isinstance(node, yaml.MappingNode):
        raise _wrong(key, f"has an entry of its {name} that is no name", line)
    says: dict[str, str] = {}
    for field, value in node.value:
        word = str(getattr(field, "value", ""))
        if word not in _OF_ITEM or not isinstance(value, yaml.ScalarNode):
            raise _wrong(key, f"says “{word}” of one of its {name}", _line(field))
        says[word] = checked_text(str(value.value)).strip()
    says["name"] = _named(says.get("name", ""), name, key, line)
    return _Item(says, line)


def _named(text: str, name: str, key: str, line: int) -> str:
    tidy = " ".join(checked_text(text).split())
    if not tidy:
        raise _wrong(key, f"has an entry without a name among its {name}", line)
    return tidy


def _headings(items: Sequence[_Item], what: str, key: str) -> tuple[GridHeading, ...]:
    return tuple(
        GridHeading(heading, item.says["name"], item.says.get("description") or None)
        for heading, item in _keyed(items, what, key)
    )


def _statuses(items: Sequence[_Item], key: str) -> tuple[GridStatus, ...]:
    """The statuses; where none stands beside the scale, “no evidence” is added."""
    found = [
        GridStatus(status, item.says["name"], _is_on_scale(item, key))
        for status, item in _keyed(items, "status", key)
    ]
    if sum(each.on_scale for each in found) < 2:
        raise _wrong(key, "needs two statuses or more in an order", None)
    if all(each.on_scale for each in found):
        found.append(GridStatus(heading_key(NO_EVIDENCE), NO_EVIDENCE, on_scale=False))
    return tuple(found)


def _is_on_scale(item: _Item, key: str) -> bool:
    said = item.says.get("scale")
    if said is None:
        return folded(item.says["name"]) != NO_EVIDENCE
    if said.casefold() in ("yes", "true", "no", "false"):
        return said.casefold() in ("yes", "true")
    raise _wrong(key, "says of a scale neither yes nor no", item.line)


def _keyed(items: Sequence[_Item], what: str, key: str) -> Iterator[tuple[str, _Item]]:
    names: dict[str, int] = {}
    keys: dict[str, int] = {}
    for item in items:
        name, heading = (
            folded(item.says["name"]),
            heading_key(item.says.get("key") or item.says["name"]),
        )
        before = names.get(name, keys.get(heading))
        if before is not None:
            raise MistakeOfUse(
                f"In line {item.line} of “{key}” the {what} “{item.says['name']}” stands again: "
                f"it is in line {before} already.",
                slug="heading-twice",
                hint="Give each heading a name of its own.",
            )
        names[name] = keys[heading] = item.line
        yield heading, item


def _scalar(node: Any, name: str, key: str) -> str | None:
    import yaml

    if node is None:
        return None
    if not isinstance(node, yaml.ScalarNode):
        raise _wrong(key, f"has a {name} that is no text", _line(node))
    return " ".join(checked_text(str(node.value)).split()) or None


def _line(node: Any) -> int:
    return int(node.start_mark.line) + 1


def _wrong(key: str, what: str, line: int | None) -> MistakeOfUse:
    where = "" if line is None else f" (line {line})"
    return MistakeOfUse(
        f"“{key}” {what}{where}.",
        slug="not-a-grid",
        hint="A grid file has name, citation, description, per, rows, columns and statuses.",
    )


def _shipped() -> dict[str, bytes]:
    folder = resources.files("crosscase.study_synthesis") / "shipped_grids"
    return {
        each.name.removesuffix(".yaml"): each.read_bytes()
        for each in folder.iterdir()
        if each.name.endswith(".yaml")
    }
