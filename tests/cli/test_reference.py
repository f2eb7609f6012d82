"""The reference page of the command line is what the commands say."""

from __future__ import annotations

from tools.make_command_reference import PAGE, page


def test_the_reference_is_up_to_date() -> None:
    """docs/reference/command-line.md is made anew by `python -m tools.make_command_reference`."""
    assert PAGE.read_text(encoding="utf-8") == page()
