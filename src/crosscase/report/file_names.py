"""Names of files that every system takes."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["file_name", "title_as_name"]

_MOST_CHARS = 80
_REFUSED = re.compile(r'[<>:"/\\|?*]')
# What Windows keeps for its devices, with or without an ending.
_KEPT = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


def file_name(study: str, view: str, ending: str) -> str:
    """A file name from a study's title and what is shown: “Trust in ICSs - codebook.docx”."""
    shown = _safe(view) or "document"
    return f"{title_as_name(study)} - {shown[:_MOST_CHARS].strip(' .')}.{ending}"


def title_as_name(study: str) -> str:
    """A study's title as the name of a file, without an ending."""
    title = _safe(study)[:_MOST_CHARS].strip(" .") or "Study"
    return f"Study {title}" if _KEPT.fullmatch(title) else title


def _safe(text: str) -> str:
    """Letters, digits, spaces and plain signs; no control, format or path characters."""
    plain = unicodedata.normalize("NFC", text)
    kept = "".join(" " if unicodedata.category(sign)[0] in "CZ" else sign for sign in plain)
    return " ".join(_REFUSED.sub(" ", kept).split()).strip(" .")
