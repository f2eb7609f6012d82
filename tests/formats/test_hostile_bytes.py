"""Whatever bytes come, they are read or refused with a sentence; nothing else is raised."""

from __future__ import annotations

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crosscase.errors import CrosscaseError
from crosscase.formats.reading import FORMATS, read_document
from crosscase.formats.tables import read_table, write_xlsx
from tests.formats.making import changed_member, docx, docx_table, odt, pdf, rtf

BOUNDED = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
ROWS = [("Ann", "I think so."), ("Int", "Why is that?"), ("Ann", "It is cheaper.")]
WHOLE = {
    "a.docx": docx("# Head", "Some words", title="T"),
    "a.odt": odt("# Head", "Some words"),
    "a.rtf": rtf(r"caf\'e9 {\b bold} \u8364?{\footnote x}", r"a\cell b\row"),
    "a.pdf": pdf("First page", "Second page", title="T"),
    "a.html": b"<!doctype html><html lang=en><body><h1>Head</h1><table><tr><td>a<td>b</table>",
    "a.vtt": b"WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>Hello</v>\n\n00:02.000 --> 00:03.000\nx\n",
    "a.srt": b"1\n00:00:01,000 --> 00:00:02,000\nAnn: Hello\n\n2\n00:00:02,0 --> 00:00:03,0\nx\n",
    "a.md": "# Head\n\nSome “words”\n\nHead\n===\n".encode(),
}
INSIDE = {
    "word/document.xml": docx_table(ROWS),
    "word/styles.xml": docx("# Head", "words"),
    "[Content_Types].xml": docx("words"),
    "word/_rels/document.xml.rels": docx("words"),
    "docProps/core.xml": docx("words"),
    "content.xml": odt("# Head", "words"),
    "xl/worksheets/sheet1.xml": write_xlsx(("a", "b"), [("x", 1)]),
    "xl/workbook.xml": write_xlsx(("a", "b"), [("x", 1)]),
}


def _reads_or_refuses(data: bytes, name: str) -> None:
    try:
        document = read_document(data, name)
    except CrosscaseError as error:
        assert error.sentence.endswith(".")
        return
    assert document.text.strip()
    assert "\0" not in document.text
    assert "\r" not in document.text
    document.text.encode()
    spans = [*document.headings, *document.labelled, *document.cues]
    assert all(0 <= s.start_char <= s.end_char <= len(document.text) for s in spans)


def _mutated(data: bytes, seed: int) -> bytes:
    chance = random.Random(seed)
    changed = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(changed))
        match chance.randrange(4):
            case 0:
                changed[at] = chance.randrange(256)
            case 1:
                del changed[at : at + chance.randint(1, 20)]
            case 2:
                changed[at:at] = changed[at : at + chance.randint(1, 40)]
            case _:
                changed[at:at] = chance.choice([b"\0", b"\xff", b"<", b"}", b"9" * 12, b"\\u-1?"])
        if not changed:
            return b""
    return bytes(changed)


@pytest.mark.parametrize("name", [f"a{known.endings[0]}" for known in FORMATS.values()])
@BOUNDED
@given(st.binary(max_size=200))
def test_random_bytes_of_any_name(name: str, data: bytes) -> None:
    """Noise under any ending."""
    _reads_or_refuses(data, name)


@pytest.mark.parametrize(
    "start",
    [b"PK\x03\x04", b"%PDF-1.4\n", b"{\\rtf1 ", b"WEBVTT\n\n", b"<html>", b"\xff\xfe", b"<?xml "],
)
@BOUNDED
@given(st.binary(max_size=200))
def test_random_bytes_behind_a_true_beginning(start: bytes, data: bytes) -> None:
    """Noise that passes for a format at first sight."""
    _reads_or_refuses(start + data, "a")


@pytest.mark.parametrize("name", WHOLE)
@BOUNDED
@given(st.integers(0, 2**32))
def test_changed_bytes_of_whole_files(name: str, seed: int) -> None:
    """Bits that flipped on the way."""
    _reads_or_refuses(_mutated(WHOLE[name], seed), name)


@pytest.mark.parametrize("member", INSIDE)
@BOUNDED
@given(st.integers(0, 2**32))
def test_changed_bytes_inside_archives(member: str, seed: int) -> None:
    """Whole archives whose parts say strange things."""
    data = changed_member(INSIDE[member], member, lambda part: _mutated(part, seed))
    if member.startswith("xl/"):
        try:
            read_table(data, "a.xlsx")
        except CrosscaseError as error:
            assert error.sentence.endswith(".")
    else:
        _reads_or_refuses(data, "a")


@BOUNDED
@given(st.binary(max_size=120) | st.text(',;"\n\tab=1', max_size=40).map(str.encode))
def test_random_tables(data: bytes) -> None:
    """Noise as a table."""
    try:
        table = read_table(data, "a.csv")
    except CrosscaseError as error:
        assert error.sentence.endswith(".")
        return
    assert all(len(row) == len(table.columns) for row in table.rows)
    assert len(set(table.columns)) == len(table.columns)
