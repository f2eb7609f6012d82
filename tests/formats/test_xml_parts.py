"""XML that is read part by part, so that a large file is never held as a whole."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import etree

from crosscase.errors import UnreadableFile
from crosscase.formats.xml_tree import parse_in_parts

_WHOLE = b'<a xmlns="urn:x"><p n="1"><q>one</q></p>between<r/><p n="2"/><s><p n="3"/></s></a>'


def _taken(data: bytes, *, all_of_them: bool = True) -> tuple[list[bytes], bytes]:
    """The parts as they were handed over, and what is left of the tree."""
    found: list[bytes] = []

    def take(element: Any) -> bool:
        found.append(etree.tostring(element, with_tail=False))
        return all_of_them

    return found, etree.tostring(parse_in_parts(data, "The file", ["p"], take))


def test_each_part_is_handed_over_whole_and_leaves_the_tree() -> None:
    found, left = _taken(_WHOLE)
    assert [each.count(b"<q>one</q>") for each in found] == [1, 0, 0]
    assert [each[: each.index(b"n=") + 5][-5:] for each in found] == [b'n="1"', b'n="2"', b'n="3"']
    assert left.count(b"<p") == 0
    assert b"<r/>" in left
    assert b"<s/>" in left


def test_what_is_not_taken_stays() -> None:
    found, left = _taken(_WHOLE, all_of_them=False)
    assert len(found) == 3
    assert left == _WHOLE


def test_tens_of_thousands_of_parts_are_told_apart() -> None:
    """More than are handed over at once, longer together than is parsed at once."""
    many = 30_000
    data = b"<a>" + b"".join(b'<p n="%06d">%s</p>' % (n, b"x" * 50) for n in range(many)) + b"</a>"
    seen: list[int] = []

    def take(element: Any) -> bool:
        assert len(element.text) == 50
        seen.append(int(element.get("n")))
        return True

    assert len(parse_in_parts(data, "The file", ["p"], take)) == 0
    assert seen == list(range(many))


@pytest.mark.parametrize(
    "data",
    [b"", b"<a><p/>", b"<a><p></a>", b"<a>" * 300 + b"</a>" * 300, b"<a><p/></a><b/>", b"words"],
)
def test_what_is_not_well_formed_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFile) as refused:
        _taken(data)
    assert refused.value.slug == "damaged-file"


@pytest.mark.parametrize("inside", [b"", b"<p>&e;</p>"])
def test_declared_entities_are_refused_before_any_part_is_read(inside: bytes) -> None:
    found: list[Any] = []

    def take(element: Any) -> bool:
        found.append(element)
        return True

    data = b'<!DOCTYPE a [<!ENTITY e "x">]><a>' + inside + b"</a>"
    with pytest.raises(UnreadableFile) as refused:
        parse_in_parts(data, "The file", ["p"], take)
    assert refused.value.slug == "xml-entities"
    assert found == []
