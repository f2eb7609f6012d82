"""WebVTT transcripts; voice tags (``<v Name>``) state who speaks."""

from __future__ import annotations

import html
import re

from crosscase.formats.cues import cue_notes, parse_captions
from crosscase.formats.decoding import decode
from crosscase.formats.document import Cue, Document, checked_text
from crosscase.formats.text_writer import TextWriter

__all__ = ["read_vtt"]

_VOICE = re.compile(r"<v(?:\.[^\s>.]+)*[ \t\n]([^<>]+)>|</v>")
_TAG = re.compile(r"</?[a-z](?:[^<>]*)>|<[0-9:.]+>", re.IGNORECASE)


def _plain(words: str) -> str:
    return html.unescape(_TAG.sub("", words)).replace("\0", "")


def _voices(payload: str) -> list[tuple[str | None, str]]:
    """The parts of one cue, each with its speaker or None; an open voice runs to the end."""
    parts: list[tuple[str | None, str]] = []
    speaker: str | None = None
    at = 0
    for tag in _VOICE.finditer(payload):
        parts.append((speaker, payload[at : tag.start()]))
        speaker = " ".join(_plain(tag[1]).split()) or None if tag[1] else None
        at = tag.end()
    parts.append((speaker, payload[at:]))
    return [(who, words) for who, part in parts if (words := _plain(part).strip())]


def read_vtt(data: bytes, name: str, encoding: str | None = None) -> Document:
    """Read a WebVTT transcript.

    Args:
        data: the file.
        name: its name, for sentences.
        encoding: its encoding when known; the format itself prescribes UTF-8.

    Returns:
        The words with a cue each; consecutive cues of one voice become one labelled span
        on one line, cues without a voice keep a line each.

    Raises:
        UnreadableFile: it is damaged, or has no cue with words.
    """
    from webvtt import WebVTT

    decoded = decode(data, name, encoding)
    source = checked_text(decoded.text, name)
    captions = parse_captions(lambda: WebVTT.from_string(source), name)
    writer = TextWriter()
    cues: list[Cue] = []
    for caption in captions.captions:
        spans: list[tuple[int, int]] = []
        for speaker, words in _voices("\n".join(caption.lines)):
            if speaker is None:
                spans.append(writer.line(words))
            else:
                spans.append(writer.continued_speech(speaker, " ".join(words.split("\n")), " "))
        if spans:
            times = (caption.start_time.in_milliseconds(), caption.end_time.in_milliseconds())
            cues.append(Cue(spans[0][0], spans[-1][1], *times))
    language = next(
        (line[9:].strip() for line in captions.metadata if line.startswith("Language:")), None
    )
    return Document(
        checked_text(writer.text(), name),
        "vtt",
        encoding=decoded.encoding,
        title=captions.header_text.strip(" -\t") or None,
        language=language or None,
        labelled=tuple(writer.labelled),
        cues=tuple(cues),
        notes=decoded.notes + cue_notes(source, len(cues), cues),
    )
