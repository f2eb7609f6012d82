"""PDF files."""

from __future__ import annotations

import pytest

from crosscase.errors import UnreadableFile
from crosscase.formats.pdf import number_ranges, read_pdf
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
