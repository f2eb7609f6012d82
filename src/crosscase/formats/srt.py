"""SubRip subtitles; a ``Name:`` inside a cue stays text."""

from __future__ import annotations

import html
import io
import re

from crosscase.formats.cues import cue_notes, parse_captions
from crosscase.formats.decoding import decode
from crosscase.formats.document import Cue, Document, checked_text
from crosscase.formats.text_writer import TextWriter

__all__ = ["read_srt"]

_TAG = re.compile(r"</?(?:b|i|u|s|font)(?:\s[^<>]*)?>|\{\\an?[0-9]+\}", re.IGNORECASE)


def read_srt(data: bytes, name: str, encoding: str | None = None) -> Document:
    """Read SubRip subtitles.

    Args:
        data: the file.
        name: its name, for sentences.
        encoding: its encoding when known.

    Returns:
        The words with a cue each, the lines of a cue as they are.

    Raises:
        UnreadableFile: it is damaged, or has no cue with words.
    """
    from webvtt import WebVTT

    decoded = decode(data, name, encoding)
    source = checked_text(decoded.text, name).lstrip()
    captions = parse_captions(lambda: WebVTT.from_buffer(io.StringIO(source), format="srt"), name)
    writer = TextWriter()
    cues: list[Cue] = []
    for caption in captions.captions:
        words = html.unescape(_TAG.sub("", "\n".join(caption.lines))).strip()
        if words:
            start_char, end_char = writer.line(words)
            times = (caption.start_time.in_milliseconds(), caption.end_time.in_milliseconds())
            cues.append(Cue(start_char, end_char, *times))
    return Document(
        checked_text(writer.text(), name),
        "srt",
        encoding=decoded.encoding,
        cues=tuple(cues),
        notes=decoded.notes + cue_notes(source, len(cues), cues),
    )
