"""Rich Text Format."""

from __future__ import annotations

import pytest

from crosscase.errors import UnreadableFile
from crosscase.formats.rtf import read_rtf
from tests.formats.making import rtf


def test_words_and_accents_are_read() -> None:
    """Paragraphs are lines; code page bytes, Unicode and quotation marks are decoded."""
    data = rtf(r"P1: caf\'e9 \ldblquote yes\rdblquote", r"{\b bold} \u8364?5 \u-10179?\u-8704?")
    assert read_rtf(data, "a.rtf").text == "P1: café “yes”\nbold €5 😀"


def test_pictures_and_links_add_no_words() -> None:
    """Binary pictures are skipped, and a link is its label."""
    picture = r"{\pict\pngblip\bin4 }{\\x}" + r"{\pict\wmetafile8 0102{\*\blipuid ff}0304}"
    link = r'{\field{\*\fldinst{HYPERLINK "http://example.org"}}{\fldrslt{the label}}}'
    assert read_rtf(rtf(f"a{picture}b {link}."), "a.rtf").text == "ab the label."


def test_footnotes_and_tracked_deletions_are_left_out_with_a_note() -> None:
    """What is left out is said."""
    document = read_rtf(rtf(r"kept{\footnote note}{\deleted\revauthdel1 gone}"), "a.rtf")
    assert document.text == "kept"
    assert [n.slug for n in document.notes] == ["footnotes-left-out", "deletions-left-out"]


def test_table_rows_are_lines_with_tabs() -> None:
    """Cells are parted by tabs as in other formats."""
    data = rtf(r"\trowd a\cell b\cell\row c\cell d\cell\row")
    assert read_rtf(data, "a.rtf").text == "a\tb\nc\td"


@pytest.mark.parametrize("cut", [1, 3, 20])
def test_a_cut_file_is_refused(cut: int) -> None:
    """RTF ends with the brace that closes it; without it the file is not whole."""
    with pytest.raises(UnreadableFile, match="cut short"):
        read_rtf(rtf("words " * 20)[:-cut], "a.rtf")
