"""Codebooks as Markdown outlines: nested lists ``- Name: definition``, or headings.

Below a code, ``- *Includes*: ...`` and the like are its fields; ``<br>`` is a line end
inside a text. A heading is a code too, the paragraph under it its definition; a first
heading that only says “Codebook” is the title.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from crosscase.formats.codebook_entries import FIELDS, CodebookEntry, Draft
from crosscase.formats.markdown import heading_words

__all__ = ["escaped", "outline_drafts", "unescaped", "written_outline"]

_BULLET = re.compile(r"([ \t]*)(?:[-*+]|\d{1,9}[.)])[ \t]+(.*)", re.DOTALL)
_HEADING = re.compile(r"(#{1,6})[ \t]")
_FIELD = re.compile(r"([*_]{1,2})(\w+)(?:\1[ \t]*:|:\1)(?:[ \t]+|$)(.*)", re.DOTALL)
_NAME_ENDS = re.compile(r"(?<!\\)(?:\\\\)*:(?=[ \t]|$)")
_BOLD = re.compile(r"(\*\*|__)(.+?)(?<!\\)((?:\\\\)*)\1(:?)(.*)", re.DOTALL)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])|<br ?/?>", re.IGNORECASE)
_MARKS = re.compile(r"[\\*_<\[\]`]")
_LEADING_MARK = re.compile(r"[-+#>|=~]|\d{1,9}(?=[.)])")


def unescaped(written: str) -> str:
    """Written words as they are meant: without the marks that ``escaped`` sets."""
    return _ESCAPED.sub(lambda found: found[1] or "\n", written)


def _name_and_definition(written: str) -> tuple[str, str]:
    bold = _BOLD.fullmatch(written)
    if bold:
        written = f"{bold[2]}{bold[3]}{bold[4]}{bold[5]}"
    end = _NAME_ENDS.search(written)
    if end is None:
        return written, ""
    return written[: end.end() - 1], written[end.end() :]


class _Outline:
    """The codes met so far, and which of them is open at which depth."""

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self._open: list[tuple[int, Draft]] = []  # headings count below 0, bullets by indent
        self._text: tuple[Draft, str] | None = None
        self._after_gap = False

    def _add(self, line: int, depth: int, name: str, definition: str) -> None:
        while self._open and self._open[-1][0] >= depth:
            self._open.pop()
        inside = self._open[-1][1] if self._open else None
        draft = Draft(line, unescaped(name).strip(), inside=inside)
        self.drafts.append(draft)
        self._open.append((depth, draft))
        self._set(draft, "definition", definition)

    def _set(self, draft: Draft, field: str, written: str) -> None:
        self._text = (draft, field)
        self._after_gap = False
        if written.strip():
            draft.texts[field] = unescaped(written.strip())

    def heading(self, line: int, level: int, words: str) -> None:
        """Take a heading as a code."""
        if not self.drafts and words.strip().casefold() == "codebook":
            return
        self._add(line, level - 100, words, "")

    def bullet(self, line: int, indent: str, words: str) -> None:
        """Take a list item as a code or as a field of the code it is under."""
        depth = len(indent.expandtabs(4))
        said = _FIELD.fullmatch(words.strip())
        if said and said[2].casefold() in FIELDS:
            while len(self._open) > 1 and self._open[-1][0] >= depth:
                self._open.pop()
            if self._open:
                self._set(self._open[-1][1], said[2].casefold(), said[3])
            return
        self._add(line, depth, *_name_and_definition(words.strip()))

    def words(self, line: str) -> None:
        """Take a line that goes on with the text above; an empty one ends a paragraph."""
        if not line.strip():
            self._after_gap = True
        elif self._text is not None:
            draft, field = self._text
            before = draft.texts.get(field)
            joint = "\n" if self._after_gap else " "
            more = unescaped(line.strip())
            draft.texts[field] = more if before is None else f"{before}{joint}{more}"
            self._after_gap = False


def outline_drafts(text: str) -> list[Draft]:
    """The codes of a Markdown outline, in the order of the file."""
    outline = _Outline()
    for number, line in enumerate(text.split("\n"), 1):
        if heading := _HEADING.match(line):
            outline.heading(number, len(heading[1]), heading_words(line[heading.end() :]))
        elif bullet := _BULLET.fullmatch(line):
            outline.bullet(number, bullet[1], bullet[2])
        else:
            outline.words(line)
    return outline.drafts


def escaped(text: str) -> str:
    """Words as an outline holds them on one line, so that Markdown takes none for a sign."""
    marked = _MARKS.sub(r"\\\g<0>", text).replace("\n", "<br>")
    lead = _LEADING_MARK.match(marked)
    if lead is None:
        return marked
    # A number is no list item once the sign after it is escaped.
    at = lead.end() if lead[0].isdigit() else 0
    return f"{marked[:at]}\\{marked[at:]}"


def written_outline(entries: Sequence[CodebookEntry]) -> str:
    """A codebook, in tree order, as a nested Markdown list."""
    lines: list[str] = []
    for entry in entries:
        indent = "  " * (len(entry.path) - 1)
        texts = entry.texts()
        name = escaped(entry.path[-1]).replace(":", "\\:")
        definition = texts.pop("definition", None)
        lines.append(f"{indent}- {name}" + (f": {escaped(definition)}" if definition else ""))
        for field, text in texts.items():
            lines.append(f"{indent}  - *{field.capitalize()}*: {escaped(text)}")
    return "\n".join(lines) + "\n"
