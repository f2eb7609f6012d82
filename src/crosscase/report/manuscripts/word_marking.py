"""Our comments in the margin of a Word manuscript: put in, and taken out before a second check."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from crosscase.report.manuscripts.word_reading import (
    BOOKMARK,
    WordManuscript,
    in_bookmark,
    is_ours,
)
from crosscase.report.manuscripts.word_runs import WordParagraph
from crosscase.report.word_elements import W, add_run, sub
from crosscase.report.word_text import shortened

__all__ = ["MarginNote", "add_bookmark", "add_notes", "remove_our_notes"]

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_MOST_CHARS = 2_000


@dataclass(frozen=True, slots=True)
class MarginNote:
    """What is to stand in the margin beside the words between two places of the text."""

    start: int
    end: int
    text: str


def remove_our_notes(manuscript: WordManuscript) -> None:
    """Take out what an earlier check wrote; a comment of ours that somebody answered stays."""
    package = manuscript.package
    tree = package.tree(package.part("comments"))
    if tree is None:
        return
    extended = package.tree(package.part("commentsExtended"))
    answered = set()
    if extended is not None:
        answered = {value for each in extended for key, value in each.attrib.items()
                    if key.endswith("}paraIdParent")}  # fmt: skip
    gone: set[str] = set()
    paragraphs: set[str] = set()
    for comment in list(tree.iterchildren(f"{W}comment")):
        ids = {each.get(f"{_W14}paraId") for each in comment.iter(f"{W}p")} - {None}
        if is_ours(comment) and not ids & answered:
            gone.add(comment.get(f"{W}id") or "")
            paragraphs |= {each for each in ids if each is not None}
            tree.remove(comment)
    body = package.tree(package.main)
    for tag in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        for sign in list(body.iter(W + tag)):
            if sign.get(f"{W}id") in gone:
                _take_out(sign)
    for kind in ("commentsExtended", "commentsIds"):
        held = package.tree(package.part(kind))
        for each in [] if held is None else list(held):
            if any(k.endswith("}paraId") and v in paragraphs for k, v in each.attrib.items()):
                held.remove(each)


def _take_out(sign: Any) -> None:
    """Remove a sign, and the run that held nothing else."""
    parent = sign.getparent()
    parent.remove(sign)
    if parent.tag == f"{W}r" and all(each.tag == f"{W}rPr" for each in parent):
        parent.getparent().remove(parent)


def add_notes(manuscript: WordManuscript, notes: Iterable[MarginNote], moment: datetime) -> None:
    """Write notes into the margin; the words and their tracked changes stay as they are."""
    ordered = sorted(notes, key=lambda each: (each.start, each.end))
    if not ordered:
        return
    tree = manuscript.package.comments()
    number = max((_number(each) for each in tree.iterchildren(f"{W}comment")), default=-1) + 1
    places = [_place(manuscript, each) for each in ordered]
    for paragraph, start, end in places:
        paragraph.cut(start)
        paragraph.cut(end)
    for (paragraph, start, end), note in zip(places, ordered, strict=True):
        if _anchored(paragraph, start, end, number):
            _add_comment(tree, number, note.text, moment)
            number += 1


def add_bookmark(manuscript: WordManuscript, start: int, end: int, finding: str) -> None:
    """Put the id of a finding around a sentence, so that it is found again after rewording."""
    body = manuscript.package.tree(manuscript.package.main)
    taken = {each.get(f"{W}name") for each in body.iter(f"{W}bookmarkStart")}
    ids = [_number(each) for each in body.iter(f"{W}bookmarkStart")]
    name = base = f"{BOOKMARK}{in_bookmark(finding)}"
    count = 1
    while name in taken:
        count += 1
        name = f"{base}__{count}"
    paragraph, start, end = _place(manuscript, MarginNote(start, end, ""))
    paragraph.cut(start)
    paragraph.cut(end)
    first, last = paragraph.run_at(start), paragraph.run_at(max(start, end - 1))
    if first is None or last is None:
        return
    number = max(ids, default=-1) + 1
    opened = first.element.makeelement(f"{W}bookmarkStart")
    opened.set(f"{W}id", str(number))
    opened.set(f"{W}name", name)
    first.element.addprevious(opened)
    closed = last.element.makeelement(f"{W}bookmarkEnd")
    closed.set(f"{W}id", str(number))
    last.element.addnext(closed)


def _place(manuscript: WordManuscript, note: MarginNote) -> tuple[WordParagraph, int, int]:
    """Where a note goes: its words, or the sign that leads to their footnote."""
    placed = manuscript.paragraph_at(note.start)
    if placed.anchor is not None:
        paragraph, at = placed.anchor
        return paragraph, max(0, at - 1), max(1, at)
    start = note.start - placed.start
    return placed.paragraph, start, min(max(start + 1, note.end - placed.start), len(placed.text))


def _anchored(paragraph: WordParagraph, start: int, end: int, number: int) -> bool:
    """Open and close a comment around words; False where there is nothing to hang it on."""
    first, last = paragraph.run_at(start), paragraph.run_at(max(start, end - 1))
    if first is None or last is None:
        if not paragraph.elements:
            return False
        element = paragraph.elements[0]
        sub(element, "commentRangeStart", id=number)
        sub(element, "commentRangeEnd", id=number)
        _reference(element, number)
        return True
    opened = first.element.makeelement(f"{W}commentRangeStart")
    opened.set(f"{W}id", str(number))
    first.element.addprevious(opened)
    closed = last.element.makeelement(f"{W}commentRangeEnd")
    closed.set(f"{W}id", str(number))
    last.element.addnext(closed)
    # The sign itself stands in the paragraph, never within somebody's tracked change or a link.
    outer = closed
    while outer.getparent().tag != f"{W}p":
        outer = outer.getparent()
    holder = closed.makeelement(f"{W}r")
    outer.addnext(holder)
    _fill_reference(holder, number)
    return True


def _reference(paragraph: Any, number: int) -> None:
    _fill_reference(sub(paragraph, "r"), number)


def _fill_reference(run: Any, number: int) -> None:
    sub(sub(run, "rPr"), "rStyle", val="CommentReference")
    sub(run, "commentReference", id=number)


def _add_comment(tree: Any, number: int, text: str, moment: datetime) -> None:
    made = sub(tree, "comment", id=number, author="crosscase", initials="cc")
    made.set(f"{W}date", moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))
    for line in text.split("\n"):
        paragraph = sub(made, "p")
        sub(sub(paragraph, "pPr"), "pStyle", val="CommentText")
        add_run(paragraph, shortened(line, _MOST_CHARS))


def _number(element: Any) -> int:
    told = element.get(f"{W}id") or ""
    return int(told) if told.isdecimal() else -1
