"""File names that every system takes."""

from __future__ import annotations

import pytest

from crosscase.report.file_names import file_name


@pytest.mark.parametrize(
    ("study", "view", "name"),
    [
        ("Trust in ICSs", "Codebook", "Trust in ICSs - Codebook.docx"),
        ("../../etc/passwd", "a/b\\c", "etc passwd - a b c.docx"),
        ("a\x00b\u202ec\nd", "x", "a b c d - x.docx"),
        ("CON", "x", "Study CON - x.docx"),
        ("", "", "Study - document.docx"),
        ("Ämter: «Nähe»?", "Übersicht", "Ämter «Nähe» - Übersicht.docx"),
        ("x" * 500, "y" * 500, f"{'x' * 80} - {'y' * 80}.docx"),
    ],
)
def test_a_name_is_safe_and_says_what_it_is(study: str, view: str, name: str) -> None:
    """No path, no control or format sign, no device; letters of any script stay."""
    assert file_name(study, view, "docx") == name
