"""The marks of a Markdown manuscript: inline values, quotes, tables, figures and claims."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

__all__ = ["OPTIONS", "Mark", "MarkMistake", "attributes_of", "read_mark"]

MarkKind = Literal["value", "checked", "quote", "table", "figure", "finding", "claim"]

OPTIONS = ("of", "words", "percent", "number")
"""How an inline value may be printed."""

_OPTION = re.compile(r"\|\s*(?P<name>[a-z]+)\s*(?:\(\s*(?P<decimals>\d)\s*\))?\s*$")
_NAME = re.compile(r"[^\W\d_][\w.-]*")
_ATTRIBUTE = re.compile(
    r"""\s*(?:(?P<key>[A-Za-z][\w-]*)\s*=\s*(?:"(?P<double>(?:\\.|[^"\\])*)"|"""
    r"""'(?P<single>(?:\\.|[^'\\])*)'|(?P<bare>[^\s"'{}]+))"""
    r"""|\.(?P<kind>[\w-]+)|\#(?P<id>[\w:.-]+)|(?P<flag>[\w-]+))"""
)


class MarkMistake(ValueError):
    """A mark that cannot be read: why, and what to write."""

    def __init__(self, sentence: str, hint: str) -> None:
        super().__init__(sentence)
        self.sentence, self.hint = sentence, hint


@dataclass(frozen=True, slots=True)
class Attributes:
    """What stands within the braces of a mark."""

    kinds: tuple[str, ...]
    id: str | None
    values: tuple[tuple[str, str], ...]
    flags: tuple[str, ...]

    def all(self, *keys: str) -> tuple[str, ...]:
        """The values of some keys, in their order."""
        return tuple(value for key, value in self.values if key in keys)


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark at its place in a text.

    ``what`` is the expression of a value, the name of a quote or finding, or the kind of table.
    ``literal`` is the place of the number that a check stands behind, ``inner`` that of the words
    that a claim is made in. ``choices`` are a table's or figure's. ``is_block`` says that it is a
    paragraph of its own.
    """

    kind: MarkKind
    start: int
    end: int
    what: str = ""
    what_start: int = 0
    option: str | None = None
    decimals: int = 0
    literal: tuple[int, int] | None = None
    inner: tuple[int, int] | None = None
    id: str | None = None
    checks: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()
    choices: Mapping[str, str] = field(default_factory=dict)
    is_block: bool = False
    in_quote: bool = False


def read_mark(inside: str, start: int, end: int) -> Mark:
    """The mark whose words stand between two braces; ``start`` and ``end`` are those of the braces.

    Raises:
        MarkMistake: it cannot be read.
    """
    words = inside.strip()
    lead = start + 2 + len(inside) - len(inside.lstrip())
    if not words:
        raise MarkMistake(
            "This mark is empty.", "Write what is to be counted: {{participants(code:trust)}}."
        )
    if words.startswith("="):
        rest = words[1:].lstrip()
        expression, option, decimals = _with_option(rest)
        if not expression:
            raise MarkMistake(
                "This mark names no check.", "Write it after the sign: 17{{= participants(...)}}."
            )
        at = lead + len(words) - len(rest)
        return Mark("checked", start, end, expression, at, option, decimals)
    first, _, rest = words.partition(" ")
    match first:
        case "quote" if rest.strip():
            name, option, _ = _with_option(rest.strip())
            at = lead + len(words) - len(rest.lstrip())
            return Mark("quote", start, end, name, at, option)
        case "table" | "figure" if rest.strip():
            at = lead + len(words) - len(rest.lstrip())
            return _shown("table" if first == "table" else "figure", rest, start, end, at)
        case "finding" if rest.strip():
            return Mark("finding", start, end, rest.strip(), lead, findings=(rest.strip(),))
        case "quote" | "table" | "figure" | "finding":
            raise MarkMistake(
                f"This {first} has no name.", f"Name it after the word, as in {{{{{first} …}}}}."
            )
    if _NAME.fullmatch(words):
        return Mark("finding", start, end, words, lead, findings=(words,))
    expression, option, decimals = _with_option(words)
    return Mark("value", start, end, expression, lead, option, decimals)


def _shown(kind: Literal["table", "figure"], rest: str, start: int, end: int, lead: int) -> Mark:
    told = attributes_of(rest)
    if told is None or not told.flags:
        raise MarkMistake(
            f"This {kind} cannot be read.",
            f"Write what it shows and its choices: {{{{{kind} matrix rows=codes columns=site}}}}.",
        )
    if len(told.flags) > 1:
        raise MarkMistake(
            f"“{told.flags[1]}” belongs to nothing.",
            "Write choices as name=value, with quotation marks round a value that holds spaces.",
        )
    return Mark(
        kind,
        start,
        end,
        told.flags[0],
        lead,
        id=told.id or dict(told.values).get("id"),
        choices=dict(told.values),
    )


def _with_option(words: str) -> tuple[str, str | None, int]:
    """An expression, and how its value is to be printed."""
    found = _OPTION.search(words)
    if found is None:
        return words, None, 0
    if found["name"] not in OPTIONS:
        raise MarkMistake(
            f"A value cannot be printed as “{found['name']}”.",
            f"It can be {', '.join(OPTIONS[:-1])} or {OPTIONS[-1]}.",
        )
    return words[: found.start()].rstrip(), found["name"], int(found["decimals"] or 0)


def attributes_of(inside: str) -> Attributes | None:
    """What stands within braces: kinds (.claim), an id (#f3), values and flags; None if it is else.

    A backslash keeps a quotation mark within a value.
    """
    kinds: list[str] = []
    values: list[tuple[str, str]] = []
    flags: list[str] = []
    name: str | None = None
    at, text = 0, inside.rstrip()
    while at < len(text):
        found = _ATTRIBUTE.match(text, at)
        if found is None:
            return None
        at = found.end()
        if found["key"]:
            held = next(
                each
                for each in (found["double"], found["single"], found["bare"])
                if each is not None
            )
            values.append((found["key"], re.sub(r"\\(.)", r"\1", held)))
        elif found["kind"]:
            kinds.append(found["kind"])
        elif found["id"]:
            name = found["id"]
        else:
            flags.append(found["flag"])
    return Attributes(tuple(kinds), name, tuple(values), tuple(flags))
