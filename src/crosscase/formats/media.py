"""Recordings: which files are audio or video, told by their first bytes and then by their name."""

from __future__ import annotations

from pathlib import PurePath

from crosscase.errors import UnreadableFile

__all__ = ["HEAD_BYTES", "MEDIA_ENDINGS", "media_type_of"]

HEAD_BYTES = 4096

_BY_ENDING = {
    ".mp3": "audio/mpeg",
    ".m4a": "audio/mp4",
    ".m4b": "audio/mp4",
    ".aac": "audio/aac",
    ".wav": "audio/wav",
    ".flac": "audio/flac",
    ".ogg": "audio/ogg",
    ".oga": "audio/ogg",
    ".opus": "audio/ogg",
    ".weba": "audio/webm",
    ".mp4": "video/mp4",
    ".m4v": "video/mp4",
    ".mov": "video/quicktime",
    ".webm": "video/webm",
    ".ogv": "video/ogg",
}
MEDIA_ENDINGS = frozenset(_BY_ENDING)
_NOT_PLAYED = {
    b"\x30\x26\xb2\x75": "a Windows Media file",
    b"RIFFAVI ": "an AVI video",
    b"FORMAIFF": "an AIFF recording",
    b"FORMAIFC": "an AIFF recording",
    b"#!AMR": "an AMR recording, as telephones make them",
}
_PICTURE_BRANDS = frozenset(
    (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif", b"avis")
)


def _signature(head: bytes) -> bytes:
    return head[:4] + head[8:12] if head[:4] in (b"RIFF", b"FORM") else head


def _family(head: bytes, named: str | None) -> str | None:
    """The family of recordings that the first bytes show."""
    if head[4:8] == b"ftyp" and head[8:12] not in _PICTURE_BRANDS:
        return "mp4"
    if head.startswith(b"RIFF") and head[8:12] == b"WAVE":
        return "wav"
    if head.startswith(b"fLaC"):
        return "flac"
    if head.startswith(b"OggS"):
        return "ogg"
    if head.startswith(b"\x1a\x45\xdf\xa3"):
        return "webm"
    if head.startswith(b"ID3"):
        return "mpeg"
    # A frame of MPEG begins with eleven set bits, as does a text in UTF-16: here the name counts.
    if named in ("audio/mpeg", "audio/aac") and head[:1] == b"\xff" and head[1:2] >= b"\xe0":
        # Layer 0 is AAC in its plain wrapping; others are MPEG audio.
        return "aac" if head[1] & 0x06 == 0 else "mpeg"
    return None


_FAMILIES = {
    "mp4": ("audio/mp4", "video/mp4", "video/quicktime"),
    "wav": ("audio/wav",),
    "flac": ("audio/flac",),
    "ogg": ("audio/ogg", "video/ogg"),
    "webm": ("audio/webm", "video/webm"),
    "mpeg": ("audio/mpeg", "audio/aac"),
    "aac": ("audio/aac", "audio/mpeg"),
}


def media_type_of(head: bytes, name: str) -> str | None:
    """The type of a recording (audio/mpeg, video/mp4); None for a file that is none.

    The first bytes say whether it is one, the name's ending which of a family: an MP4 without
    pictures is told by its ending .m4a alone.

    Raises:
        UnreadableFile: it is a recording of a kind that browsers do not play, or is only named
            as one.
    """
    named = _BY_ENDING.get(PurePath(name).suffix.casefold())
    signature = _signature(head)
    for mark, called in _NOT_PLAYED.items():
        if signature.startswith(mark):
            raise UnreadableFile(
                f"“{name}” is {called}, which browsers do not play.",
                hint="Save it as MP3, M4A or MP4 and add that.",
                slug="unsupported-recording",
            )
    family = _family(head, named)
    if family is None:
        if named is not None:
            raise UnreadableFile(
                f"“{name}” is named as a recording but is none that can be read.",
                hint="Check that it was copied completely, and save it as MP3, M4A or MP4.",
                slug="damaged-file",
            )
        return None
    types = _FAMILIES[family]
    if named in types:
        return named
    if family == "mp4" and head[8:12] in (b"M4A ", b"M4B "):
        return "audio/mp4"
    if family == "ogg" and b"theora" not in head:
        return "audio/ogg"
    return types[1] if family in ("mp4", "webm", "ogg") else types[0]
