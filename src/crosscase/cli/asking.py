"""Questions to the person at the terminal; asked on the standard error stream."""

from __future__ import annotations

import sys
from collections.abc import Collection
from typing import TYPE_CHECKING

from crosscase.cli.rendering import counted, warn
from crosscase.errors import MistakeOfUse

if TYPE_CHECKING:
    from crosscase.intake.speakers import SpeakerPreview

__all__ = ["SpeakerQuestions", "confirmed", "is_someone_there"]

_UNSURE = 10


def is_someone_there() -> bool:
    """Whether a person can be asked: both what is typed and what is said are at a terminal."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def _asked(question: str) -> str:
    print(question, end=" ", file=sys.stderr, flush=True)
    answer = sys.stdin.readline()
    if not answer:
        raise KeyboardInterrupt
    return answer.strip().casefold()


def confirmed(what: str, *, yes: bool) -> None:
    """Go on only if the person says yes; without a terminal ``--yes`` has to say it."""
    if yes:
        return
    if not is_someone_there():
        raise MistakeOfUse(
            f"{what} This needs a yes.", slug="needs-a-yes", hint="Give --yes to say so."
        )
    warn(what)
    if _asked("Go on? [y/N]") not in ("y", "yes"):
        raise KeyboardInterrupt


class SpeakerQuestions:
    """Asks for each file which labels are speakers; “all” takes the clear ones of all files."""

    def __init__(self) -> None:
        self._take_all = False

    def __call__(self, name: str, preview: SpeakerPreview) -> Collection[str]:
        """The labels to take in one file."""
        clear, unsure = preview.labels("clear"), preview.labels("unsure")
        if self._take_all or not (clear or unsure):
            return clear
        warn(f"{name}: {counted(len(clear) + len(unsure), 'speaker')}?")
        told = {*clear, *unsure[:_UNSURE]}
        for each in preview.speakers:
            if each.label in told and each.standing != "unlikely":
                mark = " " if each.standing == "clear" else "?"
                turns = counted(each.turns, "turn")
                warn(f" {mark} {each.label}  ({turns}, {each.words:,} words) {each.reason}")
        if len(unsure) > _UNSURE:
            warn(f" ? and {len(unsure) - _UNSURE:,} more that are unsure")
        for one, other in preview.perhaps_same:
            warn(f"   Perhaps the same person: {one} and {other}.")
        return self._chosen(clear, unsure)

    def _chosen(self, clear: tuple[str, ...], unsure: tuple[str, ...]) -> Collection[str]:
        said = "[Y] the clear ones, [a] so for all files, [e] each, [n] none:"
        answer = _asked(f"Take {said}")
        if answer in ("a", "all"):
            self._take_all = True
        if answer in ("n", "no", "none"):
            return ()
        if answer in ("e", "each"):
            return [
                label
                for label in (*clear, *unsure)
                if _asked(f"Is {label} a speaker? [Y/n]") != "n"
            ]
        return clear
