"""Of which kind a source is: words, a PDF, a picture, or a recording."""

from __future__ import annotations

from typing import Literal

from crosscase.model.media import media_from_text

__all__ = ["SourceKind", "kind_of_source"]

SourceKind = Literal["text", "pdf", "picture", "audio", "video"]


def kind_of_source(format: str | None, media: str | None = None) -> SourceKind:
    """The kind by the source's format and by its field ``media``.

    A transcript with a recording beside it is an audio or a video; a PDF or picture stays one.
    """
    match format:
        case "pdf" | "picture":
            return format
    recording = media_from_text(media)
    if recording is not None:
        return "video" if recording.type.startswith("video/") else "audio"
    match format:
        case "audio" | "video":
            return format
    return "text"
