"""Finding the ends of sentences takes no longer where much of a text is no prose."""

from __future__ import annotations

import pytest

from crosscase.report.manuscripts.sentences import HIDDEN, MARK, sentence_spans


@pytest.mark.parametrize("sign", [HIDDEN, MARK])
@pytest.mark.parametrize("after", ["x", " x", ", and", ")"])
def test_a_long_address_or_piece_of_code_after_a_full_stop_holds_nothing_up(
    sign: str, after: str
) -> None:
    """With a pattern that tries every way to part the run this would never end."""
    text = f"We met.{sign * 5_000}{after} again. Then we left."
    assert list(sentence_spans(text, 0, len(text)))[-1] == (len(text) - 13, len(text))
