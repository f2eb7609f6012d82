"""Selections with nothing unusual are read and written by a shorter way, to the same end."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from crosscase.formats.refi_qda.nodes import Oddities
from crosscase.formats.refi_qda.parts import any_selection
from crosscase.formats.refi_qda.plain_selections import plain_selection, plain_xml
from crosscase.formats.refi_qda.records import CodingMark, Provenance, Selection, TextPart
from crosscase.formats.refi_qda.write_sources import Maker, text_element
from tests.exchange.making import NAMESPACE, guid

_guids = st.sampled_from((
    guid(1), guid(2), guid(3).lower(), f"{{{guid(4)}}}", guid(5)[:20] + guid(5)[20:].lower(),
    "11111111-2222-4333-8444-555555555555", "no guid", "", "  ",
))  # fmt: skip
_numbers = st.sampled_from(("0", "12", " 7 ", "007", "-3", "1.5", "", "٣", "9" * 25))
_unusual = st.sampled_from((
    "<Description>So</Description>", f'<NoteRef targetGUID="{guid(8)}"/>', "<Strange/>",
    f'<x:Coding xmlns:x="urn:other" guid="{guid(9)}"/>',
))  # fmt: skip


@st.composite
def _tag(draw: st.DrawFn, name: str, must: dict[str, Any], may: dict[str, Any], inside: str) -> str:
    said = {key: draw(values) for key, values in must.items()}
    said |= {key: draw(values) for key, values in may.items() if draw(st.integers(0, 2)) == 0}
    for key in list(said):
        if draw(st.integers(0, 30)) == 0:
            del said[key]
    written = "".join(f' {key}="{value}"' for key, value in said.items())
    return f"<{name}{written}>{inside}</{name}>"


_who: dict[str, Any] = {
    "creatingUser": _guids,
    "creationDateTime": st.sampled_from(("2024-01-02T03:04:05Z", "soon")),
    "modifyingUser": _guids,
    "strange": st.just("attribute"),
}
_code_refs = _tag("CodeRef", {"targetGUID": _guids}, {"guid": _guids}, "")


@st.composite
def _codings(draw: st.DrawFn) -> str:
    inside = "".join(draw(st.lists(_code_refs, min_size=1, max_size=draw(st.sampled_from((1, 2))))))
    inside += draw(st.one_of(st.just(""), st.just(""), st.just(""), _unusual))
    return draw(_tag("Coding", {"guid": _guids}, _who, inside))


@st.composite
def _selections(draw: st.DrawFn) -> str:
    inside = "\n".join(draw(st.lists(_codings(), max_size=3)))
    inside += draw(st.one_of(st.just(""), st.just(" words "), st.just(""), _unusual))
    name = draw(st.sampled_from(("PlainTextSelection",) * 5 + ("PictureSelection",)))
    must = {"guid": _guids, "startPosition": _numbers, "endPosition": _numbers}
    return draw(_tag(name, must, {"name": st.just("So she said"), **_who}, inside))


@given(st.lists(_selections(), min_size=1, max_size=4))
def test_the_shorter_way_reads_what_the_other_reads(written: list[str]) -> None:
    """With all that was unusual told alike; what it leaves to the other it has not counted."""
    root = etree.fromstring(f'<TextSource xmlns="{NAMESPACE}">{"".join(written)}</TextSource>')
    short, long = Oddities("a file"), Oddities("a file")
    for element in root:
        before = (short.elements.copy(), short.all())
        found = plain_selection(element, short)
        expected = any_selection(element, long)
        if found is None:
            assert (short.elements, short.all()) == before
            found = any_selection(element, short)
        assert found == expected
        assert +short.elements == +long.elements
        assert short.all() == long.all()


_words = st.text(max_size=12) | st.sampled_from(
    ('a < b & "c"', "tab\tand\r\nline", "\x00\ud800", "")
)
_written_guids = st.sampled_from((guid(1).lower(), guid(2).lower(), "11111111-2222"))
_times = st.none() | st.just("2024-01-02T03:04:05Z")
_provenance = st.builds(
    Provenance, st.none() | _written_guids, _times, st.none() | _written_guids, _times
)
_marks = st.builds(
    CodingMark,
    guid=_written_guids,
    code=st.none() | _written_guids,
    provenance=_provenance,
    notes=st.sampled_from(((), (), (), (guid(3).lower(),))),
)
_made = st.builds(
    Selection,
    kind=st.just("PlainTextSelection"),
    guid=_written_guids,
    name=st.none() | _words,
    place=st.tuples(st.integers(0, 99_999), st.integers(0, 99_999)),
    description=st.sampled_from((None, None, None, "", "So")),
    codings=st.lists(_marks, max_size=3).map(tuple),
    provenance=_provenance,
)


@given(st.lists(_made, min_size=1, max_size=4))
def test_the_shorter_way_writes_what_the_other_writes(selections: list[Selection]) -> None:
    """Byte for byte; what has a description or notes is left to the other."""
    plain = plain_xml(selections)
    is_plain = not any(
        each.description or any(mark.notes for mark in each.codings) for each in selections
    )
    assert (plain is not None) == is_plain
    maker = Maker(NAMESPACE)
    root = maker.root("Sources", {})
    text_element(
        maker, root, TextPart(kind="TextSource", guid=guid(1), selections=tuple(selections))
    )
    lines = etree.tostring(root[0], encoding="utf-8", pretty_print=True).split(b"\n", 1)[1]
    if plain is not None:
        assert plain + b"</TextSource>\n" == lines
