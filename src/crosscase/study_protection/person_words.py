"""What a person's words are, in things that stay: their names, strings, quotes and examples."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from crosscase.model.said_runs import SaidRuns

__all__ = ["IN_VIVO", "OwnWords", "Words", "stands_in"]

IN_VIVO = "in vivo"
# So many words in a row are left of a quote that was shortened to be the example of a code.
_NEAR_WORDS = 4


class Words:
    """The strings that are looked for, whole words alone, in whatever case; and quotes."""

    def __init__(self, strings: Iterable[str], quotes: SaidRuns) -> None:
        tidy = {" ".join(each.split()) for each in strings}
        self.strings = sorted((each for each in tidy if each), key=lambda each: (-len(each), each))
        self._quotes = quotes
        spaced = (r"\s+".join(map(re.escape, each.split(" "))) for each in self.strings)
        self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(spaced)})(?!\w)", re.IGNORECASE)

    def are_in(self, text: str) -> bool:
        """Whether any of the strings stands in a text."""
        return bool(self.strings) and self._pattern.search(text) is not None

    def are_quoted_in(self, text: str) -> bool:
        """Whether a text quotes what the person said."""
        return self._quotes.are_in(text)

    def replaced(self, text: str, by: str = "[removed]") -> str:
        """The text with something else in their place, and in that of quotes."""
        text = self._quotes.replaced(text, by)
        return self._pattern.sub(by, text) if self.strings else text

    def covered(self, text: str) -> str:
        """The text with a block for each character of the strings: every other place stays."""
        if not self.strings:
            return text
        return self._pattern.sub(lambda found: "█" * len(found[0]), text)

    def covered_whole(self, text: str) -> str:
        """The same for quotes of the person too."""
        for start_char, end_char in self._quotes.spans(text):
            quote = re.sub(r"\S", "█", text[start_char:end_char])
            text = text[:start_char] + quote + text[end_char:]
        return self.covered(text)


class OwnWords(NamedTuple):
    """What the person said: their sources, folded, and what comes near to their own turns."""

    texts: tuple[str, ...]
    near: SaidRuns

    @classmethod
    def of(
        cls, texts: Iterable[str], turns: Iterable[str], elsewhere: Callable[[], Iterable[str]]
    ) -> OwnWords:
        """From the texts of their sources, their turns, and the texts of all other sources."""
        folded = tuple(" ".join(text.casefold().split()) for text in texts)
        return cls(folded, SaidRuns(turns, elsewhere, _NEAR_WORDS))


def stands_in(words: str | None, texts: Iterable[str]) -> bool:
    """Whether words, spacing and case aside, stand in one of these folded texts."""
    wanted = " ".join((words or "").casefold().split()).strip(" \"'“”‘’.,;:…")
    return bool(wanted) and any(wanted in text for text in texts)
