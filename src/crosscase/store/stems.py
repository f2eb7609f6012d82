"""Stems of words by the language of a source, from the Snowball stemmers."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from threading import Lock

__all__ = ["stemmed_languages", "stemmer_for"]

# ISO 639-1, and the 639-2 codes that have none.
_ALGORITHMS = {
    "ar": "arabic",
    "ca": "catalan",
    "cs": "czech",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "eo": "esperanto",
    "es": "spanish",
    "et": "estonian",
    "eu": "basque",
    "fa": "persian",
    "fi": "finnish",
    "fr": "french",
    "ga": "irish",
    "hi": "hindi",
    "hu": "hungarian",
    "hy": "armenian",
    "id": "indonesian",
    "it": "italian",
    "lt": "lithuanian",
    "nb": "norwegian",
    "ne": "nepali",
    "nl": "dutch",
    "nn": "norwegian",
    "no": "norwegian",
    "pl": "polish",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sr": "serbian",
    "st": "sesotho",
    "sv": "swedish",
    "ta": "tamil",
    "tr": "turkish",
    "yi": "yiddish",
}
# A study's vocabulary stays far below this; it bounds what a long-lived server keeps.
_MOST_REMEMBERED = 1_000_000


def stemmed_languages() -> tuple[str, ...]:
    """The languages that have stems, by ISO code."""
    return tuple(_ALGORITHMS)


def stemmer_for(language: str | None) -> Callable[[str], str]:
    """What turns a folded word into its stem: for an unknown language, the word itself.

    The language is an ISO code with or without a region (``en``, ``en-GB``). The stemmer
    remembers what it has stemmed and may be used from several threads.
    """
    primary = (language or "").replace("_", "-").partition("-")[0].lower()
    algorithm = _ALGORITHMS.get(primary)
    return _same_word if algorithm is None else _remembering(algorithm)


def _same_word(word: str) -> str:
    return word


@cache
def _remembering(algorithm: str) -> Callable[[str], str]:
    """One memory per algorithm, shared by all who stem in that language."""
    return _StemsByWord(algorithm).__getitem__


class _StemsByWord(dict[str, str]):
    """Words and their stems; asking for a word not yet met stems it."""

    def __init__(self, algorithm: str) -> None:
        import Stemmer  # a compiled module: only those who index or search load it

        super().__init__()
        # Our dictionary remembers more, and is faster to ask, than its own.
        self._stemmer = Stemmer.Stemmer(algorithm, 0)
        self._lock = Lock()  # a Snowball stemmer serves one thread at a time

    def __missing__(self, word: str) -> str:
        with self._lock:
            stem: str = self._stemmer.stemWord(word) or word
            if len(self) >= _MOST_REMEMBERED:
                self.clear()
            self[word] = stem
        return stem
