"""From the tree of a manuscript to that of its document: filled in, cleaned, numbered, pictured."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from crosscase.report.manuscripts.syntax_tree import NOTHING, Node, inlines, rewritten, text_of

__all__ = [
    "FilledPart",
    "Pictures",
    "cleaned",
    "filled",
    "kept_meta",
    "numbered",
    "pictured",
    "widened",
]

_SAFE_LINK = re.compile(r"(?:https?:|mailto:|doi:|#|[^:/?#]*(?:[/?#]|$))", re.IGNORECASE)
_META = frozenset(
    {
        "title", "subtitle", "author", "date", "abstract", "abstract-title", "keywords", "lang",
        "dir", "nocite", "references", "reference-section-title", "link-citations",
        "link-bibliography", "suppress-bibliography", "subject", "description", "thanks",
    }
)  # fmt: skip
_CROSSED = re.compile(r"(?:tbl|fig)-")
_SAID_BEFORE = re.compile(r"\W*(?:tables?|tab\.|figures?|figs?\.)", re.IGNORECASE)
_ENDINGS = {"png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif",
            "svg": "image/svg+xml", "webp": "image/webp"}  # fmt: skip

# Columns and a line of the page, in letters.
_LEAST_COLUMN = 6
_WIDE_COLUMN = 44
_PAGE = 66


@dataclass(frozen=True, slots=True)
class FilledPart:
    """What stands where a mark stood: within a line, as a block of its own, within a quote."""

    inline: list[Node] = field(default_factory=list)
    block: list[Node] = field(default_factory=list)
    in_quote: list[Node] = field(default_factory=list)


def kept_meta(meta: Mapping[str, Any]) -> dict[str, Any]:
    """What the head of a manuscript says of it; options of programs are left out."""
    return {key: value for key, value in meta.items() if key in _META}


def cleaned(tree: Any) -> tuple[Any, int]:
    """The tree without markup of html, LaTeX or Typst written into it, and how much that was."""
    dropped = 0

    def change(node: Node) -> list[Node] | None:
        nonlocal dropped
        match node["t"]:
            case "RawBlock" | "RawInline":
                words = node["c"][1].strip()
                if not words.startswith("<!--"):
                    dropped += 1
                return []
            case "Link":
                told, words, (target, title) = node["c"]
                if not _SAFE_LINK.match(target.strip()):
                    dropped += 1
                    return list(rewritten(words, change))
                content = [without_scripts(told), rewritten(words, change), [target, title]]
                return [{"t": "Link", "c": content}]
            case "Header":
                level, told, words = node["c"]
                content = [level, without_scripts(told), rewritten(words, change)]
                return [{"t": "Header", "c": content}]
            case "Code" | "CodeBlock" | "Div" | "Figure" | "Span" | "Table":
                told, *inside = node["c"]
                return [{"t": node["t"], "c": [without_scripts(told), *rewritten(inside, change)]}]
        return None

    def without_scripts(told: list[Any]) -> list[Any]:
        nonlocal dropped
        kept = _without_scripts(told)
        dropped += len(told[2]) - len(kept[2])
        return kept

    return rewritten(tree, change), dropped


def _without_scripts(told: list[Any]) -> list[Any]:
    name, kinds, values = told
    return [name, kinds, [pair for pair in values if not pair[0].casefold().startswith("on")]]


def filled(tree: Any, token: str, parts: Mapping[int, FilledPart]) -> Any:
    """The tree with each token, such as xcc12e, replaced by what belongs there."""
    pattern = re.compile(rf"{token}(\d+)e")

    def alone(node: Node) -> FilledPart | None:
        inside = node["c"]
        if len(inside) != 1 or inside[0]["t"] != "Str":
            return None
        found = pattern.fullmatch(inside[0]["c"])
        part = None if found is None else parts[int(found[1])]
        return part if part is not None and part.block else None

    def change(node: Node, quoted: bool) -> list[Node] | None:
        match node["t"]:
            case "Para" | "Plain":
                part = alone(node)
                if part is not None:
                    return part.in_quote if quoted and part.in_quote else part.block
            case "BlockQuote" if not quoted:
                inside = rewritten(node["c"], lambda each: change(each, True))
                return [{"t": "BlockQuote", "c": inside}]
            case "Str" if pattern.search(node["c"]):
                return _split(node["c"], pattern, parts)
        return None

    return rewritten(tree, lambda each: change(each, False))


def _split(words: str, pattern: re.Pattern[str], parts: Mapping[int, FilledPart]) -> list[Node]:
    made: list[Node] = []
    at = 0
    for found in pattern.finditer(words):
        if found.start() > at:
            made.append({"t": "Str", "c": words[at : found.start()]})
        made += parts[int(found[1])].inline
        at = found.end()
    if at < len(words):
        made.append({"t": "Str", "c": words[at:]})
    return made


def numbered(tree: Any) -> Any:
    """The tree with its tables and figures numbered in their order, and references to them."""
    numbers: dict[str, str] = {}
    counts = {"Table": 0, "Figure": 0}

    def number(node: Node) -> list[Node] | None:
        kind = node["t"]
        if kind not in counts:
            return None
        name, said = node["c"][0][0], node["c"][1]
        if not name and not text_of(said[1]):
            return [node]
        counts[kind] += 1
        label = f"{kind}\u00a0{counts[kind]}"
        if name:
            numbers[name] = label
        return [{**node, "c": [node["c"][0], _labelled(said, label), *node["c"][2:]]}]

    made = rewritten(tree, number)

    def refer(node: Node) -> list[Node] | None:
        if node["t"] != "Cite":
            return None
        names = [each["citationId"] for each in node["c"][0]]
        if not all(_CROSSED.match(each) for each in names):
            return None
        links: list[Node] = []
        for at, name in enumerate(names):
            links += [{"t": "Str", "c": ","}, {"t": "Space"}] if at else []
            said = inlines(numbers.get(name, name))
            links.append({"t": "Link", "c": [["", ["ref"], []], said, [f"#{name}", ""]]})
        return links

    return _without_doubles(rewritten(made, refer))


def _labelled(said: list[Any], label: str) -> list[Any]:
    """A caption with its number before it."""
    short, blocks = said
    first = {"t": "Strong", "c": [{"t": "Str", "c": f"{label}."}]}
    if blocks and blocks[0]["t"] in ("Plain", "Para"):
        head = {**blocks[0], "c": [first, {"t": "Space"}, *blocks[0]["c"]]}
        return [short, [head, *blocks[1:]]]
    return [short, [{"t": "Plain", "c": [first]}, *blocks]]


def _without_doubles(tree: Any) -> Any:
    """“Table @tbl-x” says “Table 1”, not “Table Table 1”."""
    if isinstance(tree, dict):
        return {key: _without_doubles(value) for key, value in tree.items()}
    if not isinstance(tree, list):
        return tree
    made = [_without_doubles(each) for each in tree]
    for at, node in enumerate(made):
        if not (isinstance(node, dict) and node.get("t") == "Link" and at >= 2):
            continue
        before, gap = made[at - 2], made[at - 1]
        if "ref" not in node["c"][0][1] or not (isinstance(gap, dict) and isinstance(before, dict)):
            continue
        is_said = before.get("t") == "Str" and _SAID_BEFORE.fullmatch(before["c"])
        if is_said and gap.get("t") in ("Space", "SoftBreak"):
            label = text_of(node["c"][1]).rpartition("\u00a0")[2]
            node["c"] = [node["c"][0], inlines(label), node["c"][2]]
            made[at - 1] = {"t": "Str", "c": "\u00a0"}
    return made


@dataclass(slots=True)
class Pictures:
    """The pictures of a document: read by ``load``, put into it as ``to`` needs them."""

    to: str
    load: Callable[[str], bytes | None]
    media: dict[str, bytes] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)
    own: dict[str, bytes] = field(default_factory=dict)

    def target(self, address: str) -> str | None:
        """Where a picture lies for the writer; None where it is left out."""
        data = self.own.get(address) or self.load(address)
        ending = address.rpartition(".")[2].casefold()
        if data is None or ending not in _ENDINGS:
            self.refused.append(address)
            return None
        if self.to == "docx" and ending == "svg":
            data, ending = _as_png(data), "png"
        if self.to in ("docx", "html"):
            return f"data:{_ENDINGS[ending]};base64,{base64.b64encode(data).decode('ascii')}"
        name = f"picture-{len(self.media) + 1}.{ending}"
        self.media[name] = data
        return name


def _as_png(svg: bytes) -> bytes:
    import vl_convert

    made: bytes = vl_convert.svg_to_png(svg.decode("utf-8", "replace"), scale=3)
    return made


def pictured(tree: Any, pictures: Pictures) -> Any:
    """The tree with its pictures inside it; one that is not to be had is told by its words."""

    def change(node: Node) -> list[Node] | None:
        if node["t"] != "Image":
            return None
        told, words, (address, title) = node["c"]
        target = pictures.target(address)
        if target is None:
            said = text_of(words) or "picture"
            return [{"t": "Str", "c": "["}, *inlines(said), {"t": "Str", "c": "]"}]
        return [{"t": "Image", "c": [_without_scripts(told or NOTHING), words, [target, title]]}]

    return rewritten(tree, change)


def widened(tree: Any) -> Any:
    """The tree with columns as wide as their words need, where an author did not say.

    Word would make all of them the same, and break words to fit.
    """

    def change(node: Node) -> list[Node] | None:
        if node["t"] != "Table":
            return None
        told, said, specs, head, bodies, foot = node["c"]
        if any(width["t"] != "ColWidthDefault" for _, width in specs):
            return [node]
        rows = [*head[1], *(row for body in bodies for row in (*body[2], *body[3])), *foot[1]]
        least, wanted = [_LEAST_COLUMN] * len(specs), [_LEAST_COLUMN] * len(specs)
        for row in rows:
            for at, cell in enumerate(row[1][: len(specs)]):
                words = text_of(cell[4])
                longest = max(map(len, words.split()), default=0) + 3
                least[at] = max(least[at], min(longest, _WIDE_COLUMN))
                wanted[at] = max(wanted[at], least[at], min(len(words) + 3, _WIDE_COLUMN))
        widths = [
            [side, {"t": "ColWidth", "c": round(share, 4)}]
            for (side, _), share in zip(specs, _shares(least, wanted), strict=True)
        ]
        return [{**node, "c": [told, said, widths, head, bodies, foot]}]

    return rewritten(tree, change)


def _shares(least: list[int], wanted: list[int]) -> list[float]:
    """The widths of columns as shares of the page: what each word needs first, then the rest."""
    if sum(wanted) <= _PAGE:
        return [each / _PAGE for each in wanted]
    room = _PAGE - sum(least)
    if room <= 0:
        return [each / sum(least) for each in least]
    more = sum(wanted) - sum(least)
    return [
        (each + room * (want - each) / more) / _PAGE
        for each, want in zip(least, wanted, strict=True)
    ]
