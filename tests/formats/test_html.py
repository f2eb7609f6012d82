"""Web pages."""

from __future__ import annotations

import pytest

from crosscase.errors import UnreadableFile
from crosscase.formats.html import read_html


def test_visible_words_in_reading_order() -> None:
    """Blocks stand on lines of their own; inline marks do not part words."""
    page = (
        "<!doctype html><html lang='en-GB'><head><title>The\n page</title><style>p{}</style></head>"
        "<body><h1>Top <i>here</i></h1><script>var x</script><p>one <b>t</b>wo<br>three</p>"
        "<ul><li>a<li>b</ul><div hidden>no</div><p style='color:red; display: none'>no</p>"
        "<!-- no -->last &amp; least</body></html>"
    )
    document = read_html(page.encode(), "a.html")
    assert document.text == "Top here\none two\nthree\na\nb\nlast & least"
    assert [(s.start_char, s.end_char, s.level) for s in document.headings] == [(0, 8, 1)]
    assert (document.title, document.language) == ("The page", "en-GB")


def test_tables_follow_the_rule_of_documents() -> None:
    """Speakers left and words right make speech; other tables are lines with tabs."""
    row = "<tr><td>{}</td><td>{}</td></tr>"
    speech = "".join(row.format(*r) for r in (("A", "one two"), ("B", "three four"), ("A", "five")))
    data = "".join(row.format(*r) for r in (("x", "1"), ("y", "2")))
    document = read_html(f"<table>{speech}</table><table>{data}</table>".encode(), "a.html")
    assert document.text == "A: one two\nB: three four\nA: five\nx\t1\ny\t2"
    assert [s.speaker for s in document.labelled] == ["A", "B", "A"]


def test_tables_for_layout_are_walked_through() -> None:
    """A table that holds headings or tables is no data."""
    page = "<table><tr><td><h2>Head</h2></td><td><p>words</p></td></tr></table>"
    document = read_html(page.encode(), "a.html")
    assert document.text == "Head\nwords"
    assert len(document.headings) == 1


def test_preformatted_text_keeps_its_lines() -> None:
    """White space in <pre> is meant."""
    assert read_html(b"<pre>a  b\n c</pre><p>d  e", "a.html").text == "a  b\n c\nd e"


def test_the_declared_encoding_is_used() -> None:
    """A page that says how it is encoded needs no guess."""
    page = "<html><head><meta charset='windows-1251'></head><body>Это интервью</body>"
    document = read_html(page.encode("cp1251"), "a.html")
    assert document.text == "Это интервью"
    assert document.notes == ()


def test_a_page_that_is_wrong_about_its_encoding_is_read_as_utf8() -> None:
    """What is valid UTF-8 is UTF-8, whatever the page says."""
    page = "<html><head><meta charset='iso-8859-1'></head><body>café</body>"
    assert read_html(page.encode(), "a.html").text == "café"


def test_a_page_nested_without_end_is_read_or_refused() -> None:
    """Depth does not break the reading."""
    try:
        document = read_html(b"<div>" * 5_000 + b"deep", "a.html")
    except UnreadableFile:
        return
    assert document.text == "deep"


def test_a_page_without_words_is_refused() -> None:
    """A page of scripts holds no text."""
    with pytest.raises(UnreadableFile, match="no text"):
        read_html(b"<html><script>x</script></html>", "a.html")
