"""PDF files."""

from __future__ import annotations

import pytest

from crosscase.errors import NotFound, UnreadableFile
from crosscase.formats.pdf import number_ranges, read_pdf
from crosscase.formats.pdf_pages import read_pdf_page
from tests.formats.making import pdf


def test_pages_are_read_with_their_starts() -> None:
    """The lines of each page, an empty line between pages, and where each page starts."""
    document = read_pdf(pdf("First page\nsecond line", "Page (two)", title="Report"), "a.pdf")
    assert document.text == "First page\nsecond line\n\nPage (two)"
    assert [document.text[at : at + 4] for at in document.page_starts] == ["Firs", "Page"]
    assert document.title == "Report"
    assert document.notes == ()


def test_pages_without_text_are_named() -> None:
    """One note lists the pages that are pictures."""
    document = read_pdf(pdf("", "words", "", ""), "a.pdf")
    assert [n.sentence for n in document.notes] == ["Pages 1, 3-4 of 4 have no text layer."]
    assert len(document.page_starts) == 4
    assert document.text[document.page_starts[1] :].startswith("words")


def test_a_pdf_without_any_text_asks_for_ocr() -> None:
    """A scan is refused with the way out."""
    with pytest.raises(UnreadableFile, match="no text layer") as caught:
        read_pdf(pdf("", ""), "scan.pdf")
    assert "OCR" in (caught.value.hint or "")


def test_an_encrypted_pdf_is_refused() -> None:
    """A PDF that needs a password says so."""
    with pytest.raises(UnreadableFile, match="encrypted"):
        read_pdf(pdf("secret", encrypted=True), "a.pdf")


def test_a_cut_pdf_is_refused() -> None:
    """A PDF without its end may have lost pages, even where it could be opened."""
    with pytest.raises(UnreadableFile, match="cut short"):
        read_pdf(pdf("one", "two")[:-60], "a.pdf")


def test_what_only_begins_like_a_pdf_is_damage() -> None:
    """A PDF in name alone is refused."""
    with pytest.raises(UnreadableFile, match="damaged"):
        read_pdf(b"%PDF-1.4 nothing %%EOF", "a.pdf")


def test_page_numbers_are_written_as_people_do() -> None:
    """Runs are joined."""
    assert number_ranges([1, 3, 4, 5, 9]) == "1, 3-5, 9"


# -- pages ---------------------------------------------------------------------------------


@pytest.mark.parametrize("turned", [b"", b"/Rotate 90", b"/Rotate 180", b"/Rotate 270"])
def test_words_stand_where_the_page_shows_them(turned: bytes) -> None:
    """A turned page is as wide as it is high before; its first word moves with it."""
    page = read_pdf_page(pdf("First page\nsecond line", turned=turned), "a.pdf", 1)
    (first,) = [
        each for each in page.words if page.text[each.start_char : each.end_char] == "First"
    ]
    corner = (first.x + first.width / 2, first.y + first.height / 2)
    upright = (0.137, 0.086)  # 72 points from the left, 72 from the top
    shown = {
        b"": upright,
        b"/Rotate 90": (1 - upright[1], upright[0]),
        b"/Rotate 180": (1 - upright[0], 1 - upright[1]),
        b"/Rotate 270": (upright[1], 1 - upright[0]),
    }
    assert corner == pytest.approx(shown[turned], abs=0.02)
    assert (page.width, page.height) == (
        (792, 612) if b"90" in turned or b"270" in turned else (612, 792)
    )


def test_a_cropped_page_is_measured_by_what_it_shows() -> None:
    """The border that is cut off does not count, and words outside are put at the edge."""
    page = read_pdf_page(pdf("Words", turned=b"/CropBox [36 36 576 756]"), "a.pdf", 1)
    assert (page.width, page.height) == (540, 720)
    assert page.words[0].x == pytest.approx(36 / 540, abs=0.01)


@pytest.mark.parametrize(
    "words",
    ["a\u00adb c", "\t tabs \t and  spaces  ", "(one)\n\n\n\ntwo", "caf\u00e9 \u20ac5 \u2013 end-"],
)
def test_the_text_of_a_page_is_what_reading_gives(words: str) -> None:
    """Whatever stands there: the offsets of words are those of the text."""
    data = pdf(words, "last")
    page = read_pdf_page(data, "a.pdf", 1)
    assert read_pdf(data, "a.pdf").text.startswith(page.text)
    found = "".join(page.text[each.start_char : each.end_char] for each in page.words)
    assert found == "".join(page.text.split())


def test_a_page_that_a_pdf_does_not_have_is_not_found() -> None:
    """Pages count from 1."""
    with pytest.raises(NotFound, match="no page 2; it has 1"):
        read_pdf_page(pdf("one"), "a.pdf", 2)
