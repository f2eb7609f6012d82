"""The tree that pandoc reads and writes: making its parts of plain words, and walking through it.

What a study says enters a document only here, as words: no writer reads them as markup.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

__all__ = [
    "NOTHING", "Node", "attributes", "block_quote_of", "image_of", "inlines", "note_of", "para",
    "rewritten", "table_of", "text_of",
]  # fmt: skip

Node = dict[str, Any]

NOTHING: list[Any] = ["", [], []]
"""Attributes that say nothing."""

_SPACES = re.compile(r"([ \t\r\n]+)")


def attributes(name: str = "", kinds: Sequence[str] = (), **values: str) -> list[Any]:
    """The attributes of a part: its id, its kinds, and its values."""
    return [name, list(kinds), [[key, value] for key, value in values.items()]]


def inlines(words: str) -> list[Node]:
    """Words as they are, whatever signs they hold."""
    made: list[Node] = []
    for piece in _SPACES.split(words):
        if not piece:
            continue
        made.append({"t": "Space"} if piece.isspace() else {"t": "Str", "c": piece})
    return made


def para(words: str | Sequence[Node]) -> Node:
    """A paragraph."""
    return {"t": "Para", "c": inlines(words) if isinstance(words, str) else list(words)}


def block_quote_of(words: str, line: str | None) -> list[Node]:
    """The words of a quote, and below them what is printed beside it."""
    parts = [para(each) for each in re.split(r"\n{2,}", words.strip()) if each.strip()]
    if line:
        parts.append(para([{"t": "Str", "c": "—\u00a0"}, *inlines(line)]))
    return parts


def note_of(lines: Sequence[str]) -> list[Node]:
    """What a reader of a table has to know, below it."""
    told = [para(each) for each in lines]
    if told:
        told[0]["c"][:0] = [{"t": "Emph", "c": inlines("Note.")}, {"t": "Space"}]
    return [{"t": "Div", "c": [attributes(kinds=["note"]), told]}] if told else []


def table_of(
    name: str,
    caption: str,
    columns: Sequence[tuple[str, bool]],
    rows: Sequence[Sequence[str]],
    looks: Mapping[int, str] | None = None,
) -> Node:
    """A table; ``columns`` are names, and whether numbers stand in them.

    ``looks`` says of some rows, by their number, that they are Strong or Emph.
    """

    def cell(words: str, is_number: bool = False, look: str | None = None) -> list[Any]:
        side = {"t": "AlignRight" if is_number else "AlignDefault"}
        said = inlines(words)
        held = said if look is None or not said else [{"t": look, "c": said}]
        return [NOTHING, side, 1, 1, [{"t": "Plain", "c": held}]]

    specs = [
        [{"t": "AlignRight" if is_number else "AlignLeft"}, {"t": "ColWidthDefault"}]
        for _, is_number in columns
    ]
    head = [NOTHING, [[NOTHING, [cell(each, number) for each, number in columns]]]]
    lines = [
        [NOTHING, [cell(each, look=(looks or {}).get(at)) for each in row]]
        for at, row in enumerate(rows)
    ]
    body = [NOTHING, 0, [], lines]
    told = [None, [{"t": "Plain", "c": inlines(caption)}] if caption else []]
    return {"t": "Table", "c": [attributes(name), told, specs, head, [body], [NOTHING, []]]}


def image_of(name: str, caption: str, target: str, described: str) -> Node:
    """A figure with its caption; ``target`` is where the picture lies."""
    picture = {"t": "Image", "c": [NOTHING, inlines(described), [target, ""]]}
    told = [None, [{"t": "Plain", "c": inlines(caption)}] if caption else []]
    return {"t": "Figure", "c": [attributes(name), told, [{"t": "Plain", "c": [picture]}]]}


def rewritten(tree: Any, change: Callable[[Node], list[Node] | None]) -> Any:
    """The tree with each part replaced by what ``change`` gives; None keeps it and goes into it."""
    if isinstance(tree, list):
        made: list[Any] = []
        for each in tree:
            if isinstance(each, dict) and "t" in each:
                new = change(each)
                if new is None:
                    made.append(_within(each, change))
                else:
                    made.extend(new)
            else:
                made.append(rewritten(each, change))
        return made
    if isinstance(tree, dict):
        if "t" in tree:
            return _within(tree, change)
        return {key: rewritten(value, change) for key, value in tree.items()}
    return tree


def _within(node: Node, change: Callable[[Node], list[Node] | None]) -> Node:
    return {**node, "c": rewritten(node["c"], change)} if "c" in node else node


def text_of(tree: Any) -> str:
    """The words of a part of a tree."""
    return "".join(_words(tree)).strip()


def _words(tree: Any) -> Iterator[str]:
    if isinstance(tree, list):
        for each in tree:
            yield from _words(each)
    elif isinstance(tree, dict):
        match tree.get("t"):
            case "Str":
                yield tree["c"]
            case "Space" | "SoftBreak" | "LineBreak":
                yield " "
            case "Code" | "Math":
                yield tree["c"][1]
            case _:
                yield from _words(tree.get("c", []))
