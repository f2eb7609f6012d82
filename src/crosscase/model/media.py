"""What a source says of the recording beside it: its hash, its type and its file's name."""

from __future__ import annotations

import re
from typing import NamedTuple

__all__ = ["MediaFile", "media_from_text"]

_MEDIA = re.compile(r"sha256:([0-9a-f]{64});((?:audio|video)/[a-z0-9.+-]{1,40});(.*)", re.DOTALL)


class MediaFile(NamedTuple):
    """A recording as its source names it; the bytes lie beside the study under ``sha256``."""

    sha256: str
    type: str
    name: str

    def __str__(self) -> str:
        """As the field ``media`` of a source holds it."""
        return f"sha256:{self.sha256};{self.type};{self.name}"


def media_from_text(text: str | None) -> MediaFile | None:
    """What the field ``media`` of a source names; None when it names nothing that is known."""
    found = _MEDIA.fullmatch(text or "")
    return None if found is None else MediaFile(*found.groups())
