"""What a verb answers: that it was done, under which name, and what it did."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from crosscase.cli.rendering import Answer, Screen

if TYPE_CHECKING:
    from crosscase.store.recording import Recorded

__all__ = ["did"]


def did(
    recorded: Recorded | None,
    sentence: str,
    more: Callable[[Screen], None] | None = None,
    **details: Any,
) -> Answer:
    """The answer of a verb: ``operation`` names what was recorded, None when nothing had to be."""
    data = {"operation": None if recorded is None else recorded.id, **details}

    def show(screen: Screen) -> None:
        screen.line(sentence if recorded is not None else "Nothing to change.")
        if more is not None and recorded is not None:
            more(screen)

    return Answer(data, show)
