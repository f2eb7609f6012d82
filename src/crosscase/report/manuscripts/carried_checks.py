"""The checks that a rendered Word document carries: which stands behind which number or words.

The words lie within a bookmark, and numbers within a content control too, since Word forgets a
bookmark whose words are written over at once. What is checked there is kept in a part of its own
of the document, which Word and LibreOffice leave as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from crosscase.report.manuscripts.amounts import find_amounts
from crosscase.report.manuscripts.word_package import WordPackage
from crosscase.report.manuscripts.word_reading import (
    OUR_CHECK,
    PlacedParagraph,
    WordManuscript,
)
from crosscase.report.word_elements import W, sub

__all__ = ["CarriedCheck", "HeldPlace", "carried_name", "carry", "held_places", "read_carried"]

_NAMESPACE = "urn:crosscase:checks:1"
_MOST = 20_000
_SIGN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class CarriedCheck:
    """What is checked at a place: the checks of a claim, or the one that a number is held against.

    ``printed`` is the number as it was rendered, ``sentence`` the one that it stood in. Without
    ``checks`` they were not to leave.
    """

    name: str
    kind: Literal["claim", "number"]
    checks: tuple[str, ...]
    printed: str = ""
    sentence: str = ""


class HeldPlace(NamedTuple):
    """Where the words stand that a check is carried for."""

    name: str
    start: int
    end: int


def carried_name(number: int) -> str:
    """What the bookmark and the control round the words are called."""
    return f"{OUR_CHECK}{number}"


def carry(package: WordPackage, carried: Sequence[CarriedCheck]) -> None:
    """Put checks into a Word document, and controls round its numbers."""
    numbers = {each.name for each in carried if each.kind == "number"}
    count = 0
    for part in (package.main, package.part("footnotes")):
        tree = package.tree(part)
        for opened in [] if tree is None else list(tree.iter(f"{W}bookmarkStart")):
            if opened.get(f"{W}name") in numbers:
                count += 1
                _control(opened, count)
    if carried:
        package.add_data(_written(carried), _NAMESPACE)


def _control(opened: Any, number: int) -> None:
    """Put what stands in a bookmark into a content control with the bookmark's name."""
    inside: list[Any] = []
    for each in opened.itersiblings():
        if each.tag == f"{W}bookmarkEnd" and each.get(f"{W}id") == opened.get(f"{W}id"):
            break
        if each.tag != f"{W}r":
            return  # it holds something else than words
        inside.append(each)
    else:
        return
    if not inside:
        return
    control = opened.makeelement(f"{W}sdt")
    told = sub(control, "sdtPr")
    sub(told, "alias", val="crosscase")
    sub(told, "tag", val=opened.get(f"{W}name"))
    sub(told, "id", val=770_000_000 + number)
    content = sub(control, "sdtContent")
    inside[0].addprevious(control)
    for each in inside:
        content.append(each)


def _written(carried: Sequence[CarriedCheck]) -> Any:
    from lxml import etree

    root = etree.Element(f"{{{_NAMESPACE}}}checks", nsmap={None: _NAMESPACE})
    for each in carried:
        made = etree.SubElement(root, f"{{{_NAMESPACE}}}{each.kind}", name=each.name)
        for key, told in (("printed", each.printed), ("sentence", each.sentence)):
            if told and each.checks:
                made.set(key, _SIGN.sub("", told))
        for check in each.checks:
            etree.SubElement(made, f"{{{_NAMESPACE}}}check").text = _SIGN.sub("", check)
    return root


def read_carried(package: WordPackage) -> dict[str, CarriedCheck]:
    """The checks that a document carries, by their names."""
    made: dict[str, CarriedCheck] = {}
    for root in package.data_of(_NAMESPACE):
        for kind in ("claim", "number"):
            for each in root.iterchildren(f"{{{_NAMESPACE}}}{kind}"):
                name = each.get("name") or ""
                checks = tuple(
                    check.text.strip()
                    for check in each.iterchildren(f"{{{_NAMESPACE}}}check")
                    if check.text and check.text.strip()
                )
                if len(made) < _MOST:
                    made[name] = CarriedCheck(
                        name, "claim" if kind == "claim" else "number", checks,
                        each.get("printed") or "", each.get("sentence") or "",
                    )  # fmt: skip
    return made


def held_places(manuscript: WordManuscript) -> list[HeldPlace]:
    """The places that bear the names of carried checks; those whose words were deleted do not."""
    made: list[HeldPlace] = []
    for placed in manuscript.paragraphs:
        named = dict[str, None]()
        for name, start, end in placed.paragraph.controls:
            if name.startswith(OUR_CHECK) and end > start:
                named[name] = None
                made.append(HeldPlace(name, placed.start + start, placed.start + end))
        made += (each for each in _in_bookmarks(placed) if each.name not in named)
    return made


def _in_bookmarks(placed: PlacedParagraph) -> Iterator[HeldPlace]:
    ends = {each.id: each.at for each in placed.paragraph.places if each.kind == "bookmark end"}
    for place in placed.paragraph.places:
        if place.kind != "bookmark" or not place.name.startswith(OUR_CHECK):
            continue
        start, end = place.at, max(place.at, ends.get(place.id, len(placed.text)))
        if start == end:
            # A number that was written anew under tracked changes stands beside its bookmark.
            beside = next(
                (each for each in find_amounts(placed.text) if start in (each.start, each.end)),
                None,
            )
            if beside is None and not place.is_point:
                continue
            start, end = (start, end) if beside is None else (beside.start, beside.end)
        yield HeldPlace(place.name, placed.start + start, placed.start + end)
