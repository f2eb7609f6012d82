"""Whether the passages of a tool read in their texts as the tool has noted them."""

from __future__ import annotations

from collections.abc import Sequence

from crosscase.formats.refi_qda.offsets import CountedText, Marked, Verdict, infer_convention

__all__ = ["check_quotes"]


def check_quotes(
    texts: Sequence[tuple[CountedText, Sequence[Marked]]], origin: str | None
) -> tuple[Verdict, int]:
    """How places are counted, and how many passages read otherwise than their noted words."""
    verdict = infer_convention(texts, origin)
    differing = 0
    for text, marks in texts:
        for mark in marks:
            start = text.position(mark.start, verdict.convention)
            end = text.position(mark.end, verdict.convention)
            if mark.name is None or start is None or end is None:
                continue
            differing += _plain(text.text[start:end]) != _plain(mark.name)
    return verdict, differing


def _plain(words: str) -> str:
    """Words without what line ends and byte order marks make of them."""
    return " ".join(words.replace("\ufeff", " ").split())
