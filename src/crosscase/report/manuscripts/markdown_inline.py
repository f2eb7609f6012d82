"""One walk through the prose of a Markdown paragraph: what is not prose, and the marks in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from crosscase.report.manuscripts.amounts import amount_before
from crosscase.report.manuscripts.marks import Mark, MarkMistake, attributes_of, read_mark
from crosscase.report.manuscripts.sentences import HIDDEN, MARK

__all__ = ["InlineWalk", "Slip"]

_CITATION = re.compile(r"@(?:\{[^}\n]*\}|[A-Za-z0-9_][\w:.#$%&+?<>~/-]*)")
_ADDRESS = re.compile(r"<[A-Za-z][\w.+-]*:[^<>\s]*>|https?://[^\s<>)\]]+")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_SPECIAL = re.compile(r"[\\\[\]`$<@]|\{\{|https?://")
_END_OF_MATHS = re.compile(r"(?<![\s\\])\$(?!\d)")
_NOTE = re.compile(r"\[\^[^\]\s]+\]:?")

_LONGEST_MARK = 2_000


@dataclass(frozen=True, slots=True)
class Slip:
    """What is amiss at a place of a manuscript, and what to do."""

    start: int
    sentence: str
    hint: str


@dataclass(slots=True)
class InlineWalk:
    """The text with what is not prose hidden, sign for sign, and the marks that were met."""

    text: str
    shown: list[str]
    marks: list[Mark] = field(default_factory=list)
    slips: list[Slip] = field(default_factory=list)
    cited: list[tuple[int, str]] = field(default_factory=list)

    def hide(self, start: int, end: int, sign: str = HIDDEN) -> None:
        """Let nobody look at these signs; line ends stay."""
        for at in range(start, end):
            if self.shown[at] not in "\r\n":
                self.shown[at] = sign

    def walk(self, start: int, end: int) -> None:
        """Go through the prose between two places."""
        opened: list[int] = []
        at = start
        while (met := _SPECIAL.search(self.text, at, end)) is not None:
            at, sign = met.start(), met[0][0]
            if sign == "\\":
                at += 2
            elif sign == "[":
                note = _NOTE.match(self.text, at, end)
                if note is not None:
                    self.hide(at, note.end())
                    at = note.end()
                else:
                    opened.append(at)
                    at += 1
            elif sign == "]":
                at = self._closed(opened, at, end)
            elif (after := self._hidden(sign, at, end)) > at:
                at = after
            else:
                at += 1

    # -- what is not prose -----------------------------------------------------------------

    def _hidden(self, sign: str, at: int, end: int) -> int:
        """Where prose goes on after what starts here; ``at`` itself where nothing does."""
        after = at
        match sign:
            case "`":
                after = self._code(at, end)
            case "$":
                after = self._maths(at, end)
            case "{" if self.text.startswith("{{", at):
                return self._mark(at, end)
            case "<":
                after = self._angled(at, end)
            case "@":
                found = _CITATION.match(self.text, at, end)
                if found is not None and not self.text[at - 1 : at].isalnum():
                    name = found[0].rstrip(".:,;?")
                    self.cited.append((at, name[1:].strip("{}")))
                    after = at + len(name)
            case "h":
                address = _ADDRESS.match(self.text, at, end)
                after = at if address is None else address.end()
        if after > at:
            self.hide(at, after)
        return after

    def _code(self, at: int, end: int) -> int:
        ticks = at
        while ticks < end and self.text[ticks] == "`":
            ticks += 1
        fence = self.text[at:ticks]
        close = re.compile(rf"(?<!`){fence}(?!`)").search(self.text, ticks, end)
        return ticks if close is None else close.end()

    def _maths(self, at: int, end: int) -> int:
        if self.text.startswith("$$", at):
            close = self.text.find("$$", at + 2, end)
            return at if close < 0 else close + 2
        if self.text[at + 1 : at + 2].isspace():
            return at
        ending = _END_OF_MATHS.search(self.text, at + 2, end)
        return at if ending is None else ending.end()

    def _angled(self, at: int, end: int) -> int:
        if self.text.startswith("<!--", at):
            close = self.text.find("-->", at, end)
            return end if close < 0 else close + 3
        for pattern in (_ADDRESS, _TAG):
            found = pattern.match(self.text, at, end)
            if found is not None:
                return found.end()
        return at

    # -- marks -----------------------------------------------------------------------------

    def _mark(self, at: int, end: int) -> int:
        if self.text.startswith("{{<", at):  # a shortcode of Quarto
            close = self.text.find(">}}", at, end)
            after = at + 3 if close < 0 else close + 3
            self.hide(at, after)
            return after
        close = _end_of_mark(self.text, at + 2, end)
        if close < 0:
            self.slips.append(
                Slip(at, "This mark does not end in its paragraph.", "Close it with }}.")
            )
            self.hide(at, at + 2)
            return at + 2
        after = close + 2
        try:
            mark = read_mark(self.text[at + 2 : close], at, after)
        except MarkMistake as mistake:
            self.slips.append(Slip(at, mistake.sentence, mistake.hint))
        else:
            self._add(mark, at)
        self.hide(at, after, MARK)
        return after

    def _add(self, mark: Mark, at: int) -> None:
        if mark.kind == "checked":
            line = self.text.rfind("\n", 0, at) + 1
            first = max(line, at - 60)
            found = amount_before("".join(self.shown[first:at]))
            if found is None:
                self.slips.append(
                    Slip(
                        at,
                        "No number stands before this check.",
                        "Write the number right before it: 17{{= participants(...)}}.",
                    )
                )
                return
            mark = replace(mark, literal=(first + found.start, first + found.end))
        self.marks.append(mark)

    def _closed(self, opened: list[int], at: int, end: int) -> int:
        """After a closing bracket: the words of a claim, the address of a link, or neither."""
        start = opened.pop() if opened else None
        follows = self.text[at + 1 : at + 2]
        if start is None or follows not in ("(", "{"):
            return at + 1
        if follows == "(":
            close = _end_of_round(self.text, at + 1, end)
            if close > at:
                self.hide(at, close)
                self.hide(start, start + 1)
                return close
            return at + 1
        close = _end_of_braces(self.text, at + 1, end)
        told = None if close < 0 else attributes_of(self.text[at + 2 : close - 1])
        if told is None:
            return at + 1
        if "claim" in told.kinds:
            self._claim(start, at, close, told.all("finding"), told.all("check"), told.id)
        self.hide(start, start + 1, MARK)
        self.hide(at, close, MARK)
        return close

    def _claim(
        self,
        start: int,
        inner_end: int,
        end: int,
        findings: tuple[str, ...],
        checks: tuple[str, ...],
        name: str | None,
    ) -> None:
        named = tuple(each for told in findings for each in re.split(r"[\s,]+", told) if each)
        if not named and not checks:
            self.slips.append(
                Slip(
                    inner_end + 1,
                    "This claim has neither a finding nor a check.",
                    "Write {.claim finding=F3} or {.claim check='participants(...) >= 4'}.",
                )
            )
            return
        self.marks.append(
            Mark("claim", start, end, inner=(start + 1, inner_end), id=name, checks=checks,
                 findings=named)
        )  # fmt: skip


def _end_of_mark(text: str, at: int, end: int) -> int:
    """Where the braces of a mark close; those within quotation marks are words."""
    end = min(end, at + _LONGEST_MARK)
    if text.find("}}", at, end) < 0:
        return -1
    quote = ""
    while at < end:
        sign = text[at]
        if sign == "\\" and quote:
            at += 1
        elif quote:
            quote = "" if sign == quote else quote
        elif sign == '"':
            quote = sign
        elif text.startswith("}}", at):
            return at
        at += 1
    return -1


def _end_of_round(text: str, at: int, end: int) -> int:
    depth = 0
    for place in range(at, min(end, at + 4_000)):
        if text[place] == "(":
            depth += 1
        elif text[place] == ")":
            depth -= 1
            if not depth:
                return place + 1
    return -1


def _end_of_braces(text: str, at: int, end: int) -> int:
    quote = ""
    place = at + 1
    while place < min(end, at + 4_000):
        sign = text[place]
        if sign == "\\" and quote:
            place += 1
        elif quote:
            quote = "" if sign == quote else quote
        elif sign in "\"'":
            quote = sign
        elif sign == "}":
            return place + 1
        place += 1
    return -1
