"""Interview guides as outlines: headings (or a list's first level) with questions below them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from crosscase.formats.codebook_outline import escaped, unescaped
from crosscase.formats.markdown import headings_in

__all__ = ["FileTopic", "OutlineGuide", "read_outline", "written_guide"]

_BULLET = re.compile(r"([ \t]*)(?:[-*+•–◦▪]|\d{1,3}[.)])[ \t]+(.*)")
_NUMBER = re.compile(r"\d{1,3}[.)][ \t]+")
_PROBE = re.compile(r"[*_]{0,2}(?:probe|prompt)s?(?:[*_]{0,2}:|:[*_]{1,2})[ \t]*(.*)", re.I)
_VERSION = re.compile(r"[*_]{0,2}version(?:[*_]{0,2}:|:[*_]{1,2})[ \t]*(\S.*)", re.I)
_KEY = re.compile(r"(.*?)[ \t]*\{#([^\s{}]+)\}[ \t]*")


@dataclass(frozen=True, slots=True)
class FileTopic:
    """One topic as a file states it; ``key`` where the file says it."""

    topic: str
    questions: tuple[str, ...] = ()
    probes: tuple[str, ...] = ()
    key: str | None = None


@dataclass(frozen=True, slots=True)
class OutlineGuide:
    """What an outline says."""

    name: str | None
    version: str | None
    description: str | None
    topics: tuple[FileTopic, ...]


class _Line(NamedTuple):
    """One piece of an outline: a heading of a level, a list item of a depth, or a paragraph."""

    kind: str
    depth: int
    words: str


@dataclass(slots=True)
class _Topic:
    words: str
    questions: list[str] = field(default_factory=list)
    probes: list[str] = field(default_factory=list)

    def finished(self) -> FileTopic:
        keyed = _KEY.fullmatch(self.words)
        name = unescaped(keyed[1] if keyed else self.words).strip()
        key = keyed[2] if keyed else None
        return FileTopic(name, tuple(self.questions), tuple(self.probes), key)


def read_outline(text: str, levels: Mapping[int, int] | None = None) -> OutlineGuide:
    """The guide that an outline states.

    ``levels`` are the headings of a document by where they start, as its own format says; then
    every line is a paragraph. Without them the text is Markdown.
    """
    lines = _markdown_lines(text) if levels is None else _document_lines(text, levels)
    name, lines = _named(lines)
    if any(line.kind == "heading" for line in lines):
        before, topics = _by_headings(lines)
    else:
        before, topics = _by_items(lines)
    version = next((found[1] for each in before if (found := _VERSION.fullmatch(each))), None)
    said = [unescaped(each) for each in before if not _VERSION.fullmatch(each)]
    return OutlineGuide(
        name,
        None if version is None else unescaped(version).strip(),
        "\n".join(said) or None,
        tuple(each.finished() for each in topics),
    )


def _markdown_lines(text: str) -> list[_Line]:
    levels = {span.start_char: span.level for span in headings_in(text)}
    found: list[_Line] = []
    at, goes_on = 0, False
    for line in text.split("\n"):
        heading = next((levels[at + n] for n in range(len(line)) if at + n in levels), None)
        at += len(line) + 1
        words = line.strip()
        bullet = _BULLET.fullmatch(line)
        if heading is not None:
            unmarked = words.lstrip("#").strip()
            found.append(_Line("heading", heading, unmarked.rstrip("#").strip() or unmarked))
        elif bullet:
            found.append(_Line("item", len(bullet[1].expandtabs(4)), bullet[2].strip()))
        elif not words or _is_rule(words):
            goes_on = False
            continue
        elif goes_on:
            found[-1] = found[-1]._replace(words=f"{found[-1].words} {words}")
        else:
            found.append(_Line("text", 0, words))
        # A version stands on a line of its own, whatever follows it.
        goes_on = heading is None and not _VERSION.fullmatch(words)
    return found


def _is_rule(line: str) -> bool:
    """Whether a line is a rule, or what makes a heading of the line above it."""
    return len(line) > 1 and not line.strip("=-*_ ")


def _document_lines(text: str, levels: Mapping[int, int]) -> list[_Line]:
    found: list[_Line] = []
    at = 0
    for line in text.split("\n"):
        level = next((levels[at + n] for n in range(len(line)) if at + n in levels), None)
        at += len(line) + 1
        bullet = _BULLET.fullmatch(line)
        if level is not None:
            found.append(_Line("heading", level, line.strip()))
        elif bullet:
            found.append(_Line("item", len(bullet[1].expandtabs(4)), bullet[2].strip()))
        elif line.strip():
            found.append(_Line("text", 0, line.strip()))
    return found


def _named(lines: Sequence[_Line]) -> tuple[str | None, list[_Line]]:
    """The guide's name, and what is left: the first heading, when all others lie below it."""
    headings = [line for line in lines if line.kind == "heading"]
    above = [line for line in headings if line.depth <= headings[0].depth] if headings else []
    if len(headings) < 2 or len(above) > 1:
        return None, list(lines)
    left = list(lines)
    left.remove(headings[0])
    return unescaped(headings[0].words).strip(), left


def _by_headings(lines: Sequence[_Line]) -> tuple[list[str], list[_Topic]]:
    """Topics by their headings; one that only stands above deeper headings is a part's title."""
    before: list[str] = []
    topics: list[_Topic] = []
    deepest = 0
    for line, following in zip(lines, (*lines[1:], None), strict=True):
        if line.kind == "heading":
            opens = following is not None and following.kind == "heading"
            if not (opens and following is not None and following.depth > line.depth):
                topics.append(_Topic(_NUMBER.sub("", line.words, count=1)))
            deepest = 0
        elif not topics:
            before.append(line.words)
        else:
            probe = _PROBE.fullmatch(line.words)
            drawn_in = line.kind == "item" and bool(topics[-1].questions) and line.depth > deepest
            if line.kind == "item" and not drawn_in:
                deepest = line.depth
            _take(topics[-1], probe[1] if probe else line.words, is_probe=bool(probe) or drawn_in)
    return before, topics


def _by_items(lines: Sequence[_Line]) -> tuple[list[str], list[_Topic]]:
    """A list without headings: its first level are topics, the second questions, then probes."""
    before: list[str] = []
    topics: list[_Topic] = []
    open_: list[int] = []
    for line in lines:
        if line.kind != "item":
            if not topics:
                before.append(line.words)
            continue
        while open_ and open_[-1] >= line.depth:
            open_.pop()
        if not open_:
            topics.append(_Topic(line.words))
        else:
            probe = _PROBE.fullmatch(line.words)
            words = probe[1] if probe else line.words
            _take(topics[-1], words, is_probe=bool(probe) or len(open_) > 1)
        open_.append(line.depth)
    return before, topics


def _take(topic: _Topic, words: str, *, is_probe: bool) -> None:
    said = unescaped(words).strip()
    if said:
        (topic.probes if is_probe else topic.questions).append(said)


def written_guide(
    name: str, version: str | None, description: str | None, topics: Iterable[FileTopic]
) -> str:
    """A guide as Markdown; ``read_outline`` gives the same back."""
    blocks = [f"# {_safe(name)}"]
    if version:
        blocks.append(f"Version: {_safe(version)}")
    blocks += [_safe(line) for line in (description or "").split("\n") if line.strip()]
    for each in topics:
        blocks.append(f"## {_safe(each.topic)}" + (f" {{#{each.key}}}" if each.key else ""))
        lines = [f"- {_safe(question)}" for question in each.questions]
        lines += [f"- Probe: {_safe(probe)}" for probe in each.probes]
        if lines:
            blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n"


def _safe(words: str) -> str:
    """Words on one line that no sign of an outline can be taken for."""
    return escaped(words).replace("{", "\\{").replace(":", "\\:")
