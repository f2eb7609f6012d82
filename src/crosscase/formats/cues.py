"""What subtitle files share: cues with times, told apart from damage."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from crosscase.errors import UnreadableFile
from crosscase.formats.document import Cue, Note

if TYPE_CHECKING:
    from webvtt import WebVTT

__all__ = ["cue_notes", "parse_captions"]


def parse_captions(parse: Callable[[], WebVTT], name: str) -> WebVTT:
    """Parse subtitles.

    Args:
        parse: calls the library.
        name: the file's name, for sentences.

    Returns:
        The library's captions.

    Raises:
        UnreadableFile: it is not in the format, or has no cue that can be read.
    """
    from webvtt.errors import MalformedCaptionError, MalformedFileError

    try:
        captions = parse()
    except (MalformedFileError, MalformedCaptionError, ValueError, IndexError) as error:
        raise UnreadableFile(
            f"“{name}” is not a subtitle file that can be read.",
            hint="Export it again as .vtt or .srt, or rename it to .txt to read it as plain text.",
            slug="damaged-file",
        ) from error
    if not len(captions):
        raise UnreadableFile(
            f"“{name}” holds no cue with words.",
            hint="Export it again as .vtt or .srt, or rename it to .txt to read it as plain text.",
            slug="empty-file",
        )
    return captions


def cue_notes(text: str, read: int, cues: list[Cue]) -> tuple[Note, ...]:
    """Notes on cues whose times were not readable or run backwards."""
    notes: list[Note] = []
    timed = sum("-->" in line for line in text.split("\n"))
    if timed > read:
        notes.append(
            Note(
                "cues-left-out",
                f"{timed - read} cue(s) without words or with unreadable times were left out.",
            )
        )
    backwards = sum(cue.end_ms < cue.start_ms for cue in cues)
    if backwards:
        notes.append(Note("cues-backwards", f"{backwards} cue(s) end before they start."))
    return tuple(notes)
