"""Codebooks in YAML (and JSON, which is YAML): lists or mappings of codes with children."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from crosscase.errors import MistakeOfUse, UnreadableFile
from crosscase.formats.codebook_entries import FIELDS, CodebookEntry, Draft

__all__ = ["written_yaml", "yaml_drafts"]

_DEEPEST = 100
_WRAPPERS = ("codes", "codebook")
_NAME_KEYS = ("code", "name")
_OTHER_KEYS = {"description": "definition", "color": "colour"}


@dataclass(frozen=True, slots=True)
class _Node:
    """A value with the line it stands in; mappings keep their keys' order."""

    line: int
    value: str | list[_Node] | dict[str, _Node]


def _damaged(name: str, line: int, what: str) -> UnreadableFile:
    return UnreadableFile(
        f"“{name}” cannot be read as YAML: {what} in line {line}.",
        hint="Check the indentation, and put texts with “: ” in quotation marks.",
        slug="damaged-file",
    )


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1


def _build(events: Iterator[Any], event: Any, name: str, depth: int) -> _Node:
    # Built from events and not by the library's loader: that one nests without bound,
    # follows aliases, keeps the last of two equal keys and forgets the lines.
    import yaml

    line = _line(event)
    if depth > _DEEPEST:
        raise _damaged(name, line, "it is nested too deeply")
    if isinstance(event, yaml.ScalarEvent):
        empty = not event.style and event.value in ("", "~", "null", "Null", "NULL")
        return _Node(line, "" if empty else event.value)
    if isinstance(event, yaml.SequenceStartEvent):
        items: list[_Node] = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            items.append(_build(events, event, name, depth + 1))
        return _Node(line, items)
    if isinstance(event, yaml.MappingStartEvent):
        pairs: dict[str, _Node] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise _damaged(name, _line(event), "a name is not a plain text")
            if event.value in pairs:
                raise MistakeOfUse(
                    f"“{event.value}” stands twice in “{name}”: in line "
                    f"{pairs[event.value].line} and in line {_line(event)}.",
                    slug="code-twice",
                )
            pairs[event.value] = _build(events, next(events), name, depth + 1)
        return _Node(line, pairs)
    raise _damaged(name, line, "an alias (*name) is used")


def _parsed(text: str, name: str) -> _Node | None:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    root: _Node | None = None
    try:
        events = yaml.parse(text, Loader=loader)
        for event in events:
            if isinstance(event, yaml.NodeEvent):
                if root is not None:
                    raise _damaged(name, _line(event), "a second document begins")
                root = _build(events, event, name, 0)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        what = str(getattr(error, "problem", None) or "a character is not allowed")
        raise _damaged(name, mark.line + 1 if mark else 1, what) from error
    return root


def _text(node: _Node, key: str, name: str) -> str:
    if isinstance(node.value, str):
        return node.value
    if isinstance(node.value, list) and all(isinstance(n.value, str) for n in node.value):
        return "\n".join(str(n.value) for n in node.value)
    raise _damaged(name, node.line, f"“{key}” is not a text")


def _draft(node: _Node, called: str, inside: Draft | None, name: str) -> Iterator[Draft]:
    draft = Draft(node.line, called.strip(), inside=inside)
    if not draft.name:
        raise MistakeOfUse(f"A code in line {node.line} of “{name}” has no name.")
    yield draft
    if isinstance(node.value, str):
        if node.value.strip():
            draft.texts["definition"] = node.value
        return
    if isinstance(node.value, list):
        yield from _drafts(node, draft, name)
        return
    for written, value in node.value.items():
        key = _OTHER_KEYS.get(written, written)
        if key == "children":
            yield from _drafts(value, draft, name)
        elif key == "parent" and _text(value, key, name).strip():
            if inside is not None:
                raise MistakeOfUse(
                    f"“{draft.name}” in line {node.line} of “{name}” has a parent by its place "
                    "and another by its key “parent”.",
                    hint="Remove the key “parent”.",
                    slug="unclear-parent",
                )
            draft.parent = _text(value, key, name)
        elif key in FIELDS:
            if (text := _text(value, key, name)).strip():
                draft.texts[key] = text
        elif key != "parent" and key not in _NAME_KEYS:
            raise MistakeOfUse(
                f"“{written}” in line {value.line} of “{name}” is no field of a code.",
                hint=f"Fields are {', '.join(FIELDS)}; codes below “{draft.name}” stand under "
                "its key “children”.",
                slug="unknown-field",
            )


def _drafts(node: _Node, inside: Draft | None, name: str) -> Iterator[Draft]:
    """The codes in a list (of names or mappings with ``code``) or a mapping by name."""
    if isinstance(node.value, str):
        if node.value.strip():
            raise _damaged(name, node.line, f"“{node.value[:40]}” stands where codes should")
        return
    if isinstance(node.value, dict):
        for called, value in node.value.items():
            yield from _draft(value, called, inside, name)
        return
    for item in node.value:
        if isinstance(item.value, str):
            yield from _draft(_Node(item.line, ""), item.value, inside, name)
        elif isinstance(item.value, dict):
            key = next((key for key in _NAME_KEYS if key in item.value), None)
            if key is not None:
                yield from _draft(item, _text(item.value[key], key, name), inside, name)
            else:
                yield from _drafts(item, inside, name)
        else:
            raise _damaged(name, item.line, "a list stands where a code should")


def yaml_drafts(text: str, name: str) -> list[Draft]:
    """The codes of a YAML codebook.

    Args:
        text: the file.
        name: its name, for sentences.

    Returns:
        The codes in the order of the file.

    Raises:
        UnreadableFile: it is not YAML, nests too deeply or uses aliases.
        MistakeOfUse: a name is missing or stands twice in one mapping.
    """
    root = _parsed(text, name)
    if root is None:
        return []
    if isinstance(root.value, dict) and len(root.value) == 1:
        ((key, inner),) = root.value.items()
        if key in _WRAPPERS and not isinstance(inner.value, str):
            root = inner
    if isinstance(root.value, dict) and any(key in root.value for key in _NAME_KEYS):
        root = _Node(root.line, [root])
    return list(_drafts(root, None, name))


def written_yaml(entries: Sequence[CodebookEntry]) -> str:
    """A codebook, in tree order, as a YAML list with children."""
    import yaml

    top: list[dict[str, Any]] = []
    by_path: dict[tuple[str, ...], dict[str, Any]] = {}
    for entry in entries:
        item: dict[str, Any] = {"code": entry.path[-1], **entry.texts()}
        by_path[entry.path] = item
        above = by_path.get(entry.path[:-1])
        siblings = top if above is None else above.setdefault("children", [])
        siblings.append(item)
    return str(yaml.safe_dump(top, allow_unicode=True, sort_keys=False, width=100))
