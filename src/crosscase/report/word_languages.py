"""Languages as Word wants them: a tag with a region, which its spelling checker knows."""

from __future__ import annotations

import re

__all__ = ["full_language", "is_right_to_left_language"]

_PLAIN = "en-GB"
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_RIGHT_TO_LEFT = ("ar", "fa", "he", "ps", "sd", "ug", "ur", "yi")
_REGIONS = {
    "ar": "SA", "cs": "CZ", "da": "DK", "de": "DE", "el": "GR", "en": "GB", "es": "ES",
    "fa": "IR", "fi": "FI", "fr": "FR", "he": "IL", "hi": "IN", "hu": "HU", "it": "IT",
    "ja": "JP", "ko": "KR", "nb": "NO", "nl": "NL", "no": "NO", "pl": "PL", "pt": "PT",
    "ro": "RO", "ru": "RU", "sv": "SE", "sw": "KE", "tr": "TR", "uk": "UA", "ur": "PK",
    "zh": "CN",
}  # fmt: skip


def full_language(language: str | None) -> str:
    """A language with its most usual region where it has none; British English where unknown."""
    tag = (language or "").strip().replace("_", "-")
    if not _TAG.fullmatch(tag):
        return _PLAIN
    region = _REGIONS.get(tag.casefold())
    return tag if region is None else f"{tag.casefold()}-{region}"


def is_right_to_left_language(language: str) -> bool:
    """Whether a language is written from right to left."""
    return language.partition("-")[0].casefold() in _RIGHT_TO_LEFT
