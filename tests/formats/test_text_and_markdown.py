"""Plain text and Markdown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.errors import UnreadableFile
from crosscase.formats.document import checked_text
from crosscase.formats.markdown import headings_in, read_markdown
from crosscase.formats.text import read_text


def test_line_ends_become_line_feeds() -> None:
    """Windows and old Mac line ends are written as line feeds; nothing else changes."""
    assert read_text(b"a\r\nb\rc\n\n d ", "a.txt").text == "a\nb\nc\n\n d "


def test_letters_are_not_composed() -> None:
    """A letter with a separate accent stays two characters."""
    assert read_text("cafe\u0301".encode(), "a.txt").text == "cafe\u0301"


def test_a_named_encoding_with_a_mark_loses_the_mark() -> None:
    """A byte order mark is never part of the words."""
    assert read_text(b"\xef\xbb\xbfwords", "a.txt", "utf-8").text == "words"


@pytest.mark.parametrize("text", ["", " \n\t\r\n", "\ufeff"])
def test_a_text_without_words_is_refused(text: str) -> None:
    """A file of white space is as good as empty."""
    with pytest.raises(UnreadableFile) as caught:
        checked_text(text, "a.txt")
    assert caught.value.slug == "empty-file"


@pytest.mark.parametrize("text", ["a\0b", "a\ud800b"])
def test_nul_and_half_surrogates_are_refused(text: str) -> None:
    """Characters that no study may hold are refused at once."""
    with pytest.raises(UnreadableFile):
        checked_text(text, "a.txt")


def test_headings_of_both_kinds_are_found() -> None:
    """Number signs and underlines make headings; a span covers the words alone."""
    text = "# One #\n\nTwo\n===\nwords\n\n   ### Three\nFour\n---\n"
    found = [(text[s.start_char : s.end_char], s.level) for s in headings_in(text)]
    assert found == [("One", 1), ("Two", 1), ("Three", 3), ("Four", 2)]


def test_what_only_looks_like_a_heading_is_none() -> None:
    """Fenced blocks, rules, hashtags and list items are no headings."""
    text = "```\n# no\n```\n\n---\n#tag\n- item\n---\n~~~\n# no\n"
    assert headings_in(text) == ()


def test_markdown_keeps_its_text_and_takes_its_title() -> None:
    """The marks stay in the text; the first top heading is the title."""
    source = "## Small\n# The *title*\n\n**bold** words\n"
    document = read_markdown(source.encode(), "a.md")
    assert document.text == source
    assert document.title == "The *title*"


@given(st.text(st.sampled_from("#=-`~ a\n\t*"), max_size=60))
def test_heading_spans_lie_in_the_text_in_order(text: str) -> None:
    """Every heading covers words of one line, and headings do not overlap."""
    end = 0
    for span in headings_in(text):
        words = text[span.start_char : span.end_char]
        assert end <= span.start_char < span.end_char <= len(text)
        assert words == words.strip(" \t")
        assert "\n" not in words
        end = span.end_char
