"""Reading and writing selections as nearly all are: words, and the codes on them.

A project has hundreds of thousands of them, which are most of its XML. One with anything else is
left to `crosscase.formats.refi_qda.parts` and `crosscase.formats.refi_qda.write_sources`, which
know all that may stand there, and say and write the same of these.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from crosscase.formats.refi_qda.nodes import (
    Oddities,
    canonical_reference,
    local_name,
    provenance_of,
)
from crosscase.formats.refi_qda.records import CodingMark, Provenance, Selection

__all__ = ["clean", "plain_selection", "plain_xml"]

# What XML cannot hold: control characters, halves of pairs, and two that are none.
_UNHEARD_OF = "\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff"
_ILLEGAL = re.compile(f"[{_UNHEARD_OF}]")
_NOT_AS_IT_IS = re.compile(f'[&<>"\t\n\r{_UNHEARD_OF}]')
_WRITTEN = str.maketrans({
    "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;",
    "\t": "&#9;", "\n": "&#10;", "\r": "&#13;",
})  # fmt: skip
_HELD = 20_000

_SELECTION = "PlainTextSelection"
_OF_A_CODING = frozenset({
    "guid", "creatingUser", "creationDateTime", "modifyingUser", "modifiedDateTime"
})  # fmt: skip
_OF_A_SELECTION = _OF_A_CODING | {"name", "startPosition", "endPosition"}
_LONGEST_NUMBER = 19


def plain_selection(element: Any, oddities: Oddities) -> Selection | None:
    """The selection; None (and nothing is counted) where it holds anything unusual."""
    tag = element.tag
    if local_name(tag) != _SELECTION:
        return None
    said: dict[str, str] = dict(element.items())
    start, end = said.get("startPosition", ""), said.get("endPosition", "")
    if not (said.keys() <= _OF_A_SELECTION and _is_number(start) and _is_number(end)):
        return None
    space = tag[: -len(_SELECTION)]
    marks = _marks(element, f"{space}Coding", f"{space}CodeRef")
    if marks is None:
        return None
    elements = oddities.elements
    elements[_SELECTION] += 1
    written = said.get("guid")
    guid = oddities.identify(_SELECTION, written)
    codings = []
    for of_coding, code in marks:
        elements["Coding"] += 1
        coding = of_coding.get("guid")
        codings.append(
            CodingMark(
                guid=oddities.identify("Coding", coding),
                written=coding,
                code=code,
                provenance=_provenance(of_coding),
            )
        )
    return Selection(
        kind=_SELECTION,
        guid=guid,
        written=written,
        name=said.get("name"),
        place=(int(start), int(end)),
        codings=tuple(codings),
        provenance=_provenance(said),
    )


def _is_number(written: str) -> bool:
    return len(written) <= _LONGEST_NUMBER and written.isascii() and written.isdigit()


def _marks(element: Any, coding: str, reference: str) -> list[tuple[dict[str, str], str]] | None:
    """What each coding says, and its code; None where there is anything else in the selection."""
    marks = []
    for child in element:
        inside = list(child)
        if child.tag != coding or len(inside) != 1:
            return None
        said: dict[str, str] = dict(child.items())
        target = inside[0].items()
        if (
            inside[0].tag != reference
            or len(target) != 1
            or target[0][0] != "targetGUID"
            or not said.keys() <= _OF_A_CODING
        ):
            return None
        marks.append((said, canonical_reference(target[0][1]) or ""))
    return marks


def _provenance(said: dict[str, str]) -> Provenance:
    return provenance_of(
        said.get("creatingUser"),
        said.get("creationDateTime"),
        said.get("modifyingUser"),
        said.get("modifiedDateTime"),
    )


# -- writing -----------------------------------------------------------------------------------


def clean(words: str) -> str:
    """Words without what XML cannot hold."""
    return _ILLEGAL.sub("", words)


def plain_xml(selections: Iterable[Selection]) -> bytes | None:
    """The selections as they stand in a source; None where one holds anything unusual."""
    written: list[str] = []
    for each in selections:
        place = each.place
        if (
            each.kind != _SELECTION
            or place is None
            or len(place) != 2
            or each.description
            or each.text is not None
            or each.notes
            or each.from_sync is not None
            or each.to_sync is not None
            or any(coding.notes for coding in each.codings)
        ):
            return None
        name = "" if each.name is None else f' name="{_safe(each.name)}"'
        written.append(
            f'  <{_SELECTION} guid="{_safe(each.guid.upper())}"{name} startPosition="{place[0]}" '
            f'endPosition="{place[1]}"{_made_by(each.provenance)}{">" if each.codings else "/>"}\n'
        )
        written += [_coding_xml(coding) for coding in each.codings]
        if each.codings:
            written.append(f"  </{_SELECTION}>\n")
    return "".join(written).encode()


def _coding_xml(coding: CodingMark) -> str:
    made = coding.provenance
    return (
        f'    <Coding guid="{_safe(coding.guid.upper())}"{_who("creatingUser", made.creator)}'
        f"{_when('creationDateTime', made.created)}>\n"
        f'      <CodeRef targetGUID="{_guid_of(coding.code or "")}"/>\n    </Coding>\n'
    )


def _made_by(made: Provenance) -> str:
    first = _who("creatingUser", made.creator) + _when("creationDateTime", made.created)
    if made.modifier is None and made.modified is None:
        return first
    return first + _who("modifyingUser", made.modifier) + _when("modifiedDateTime", made.modified)


def _who(name: str, guid: str | None) -> str:
    return "" if guid is None else f' {name}="{_guid_of(guid)}"'


def _when(name: str, time: str | None) -> str:
    return "" if time is None else f' {name}="{_safe(time)}"'


@lru_cache(_HELD)
def _guid_of(written: str) -> str:
    return _safe(written.upper())


def _safe(written: str) -> str:
    """What stands between the quotes of an attribute."""
    if _NOT_AS_IT_IS.search(written) is None:
        return written
    return clean(written).translate(_WRITTEN)
