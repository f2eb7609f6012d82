"""Which labels are an interviewer's."""

from __future__ import annotations

import pytest

from crosscase.model.speaker_roles import is_of_interviewer


@pytest.mark.parametrize(
    ("label", "role", "is_linked", "expected"),
    [
        ("Interviewer 2", None, False, True),
        ("Interviewerin", None, False, True),
        ("Q", None, False, True),
        ("Interviewer", "participant", False, False),
        ("Q", None, True, False),
        ("P1", "interviewer", False, True),
        ("Ines", None, False, False),
    ],
)
def test_what_was_said_of_a_label_decides_and_else_its_form(
    label: str, role: str | None, is_linked: bool, expected: bool
) -> None:
    """A participant who is called Q stays one once that is said."""
    assert is_of_interviewer(label, role, is_linked=is_linked) is expected
