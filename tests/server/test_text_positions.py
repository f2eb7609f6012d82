"""The cases by which the interface's code points are tested say what Python's slices say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

CASES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parents[1] / "fixtures" / "text_positions.json").read_text(encoding="utf-8")
)["cases"]


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_passages_are_slices_by_code_points(case: dict[str, Any]) -> None:
    """Each passage is its text's slice, and its units are the UTF-16 length before it."""
    text = case["text"]
    assert (len(text), _units(text)) == (case["chars"], case["units"])
    for passage in case["passages"]:
        start, end = passage["start_char"], passage["end_char"]
        assert text[start:end] == passage["text"]
        assert _units(text[:start]) == passage["start_unit"]
        assert _units(text[:end]) == passage["end_unit"]
