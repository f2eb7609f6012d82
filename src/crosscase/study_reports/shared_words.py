"""Texts of a package that can be shared: without names, and without words of participants."""

from __future__ import annotations

from crosscase.errors import Conflict, UnreadableFile
from crosscase.model.said_runs import QUOTED_WORDS, SaidRuns
from crosscase.report.manuscripts.word_package import WordPackage
from crosscase.store.own_turns import texts_beside
from crosscase.store.session import Reading
from crosscase.study_findings.leaving_words import TellsOfPeople

__all__ = ["SharedWords"]

_QUOTE_LEFT_OUT = "[left out: it quotes somebody]"
_TEXTS = (".md", ".qmd", ".markdown", ".txt", ".typ", ".tex", ".html")


class SharedWords:
    """What may leave in a package that can be shared.

    Looked for are names of participants and of sources, and so many words in a row that they are
    a quote of somebody; fewer are anybody's.
    """

    def __init__(self, reading: Reading) -> None:
        self._names = TellsOfPeople(reading)
        self._parts = TellsOfPeople(reading, parts=True)
        self._said = SaidRuns(texts_beside(reading, frozenset()), tuple, QUOTED_WORDS)

    def definition(self, text: str | None) -> str | None:
        """A text of the codebook, in which a word may be part of somebody's name by chance."""
        return self._names.without(self.unquoted(text))

    def text(self, text: str | None) -> str | None:
        """Any other text; one word of somebody's name is too much."""
        return self._parts.without(self.unquoted(text))

    def unquoted(self, text: str | None) -> str | None:
        """The text with a note in place of what somebody said."""
        return None if text is None else self._said.replaced(text, _QUOTE_LEFT_OUT)

    def report(self, name: str, text: str) -> str:
        """A report without what somebody said.

        Raises:
            Conflict: it names somebody.
        """
        if self._names.are_in(text):
            raise Conflict(
                f"“{name}” would name a participant or a source of the study.",
                slug="names-somebody",
                hint="Give participants names that tell nobody (`crosscase anonymise`), or say "
                "an answer of a checklist otherwise.",
            )
        return self._said.replaced(text, _QUOTE_LEFT_OUT)

    def require_paper(self, name: str, data: bytes) -> None:
        """A manuscript has to be shared as it is.

        Raises:
            Conflict: it names or quotes a participant, or names a source.
            UnreadableFile: it cannot be looked through.
        """
        text = f"{name}\n{_words_of(name, data)}"
        if self._names.are_in(text):
            raise Conflict(
                f"“{name}” names a participant or a source of the study.",
                slug="names-somebody",
                hint="Take the name out of it, or leave the manuscript out of the package.",
            )
        if self._said.are_in(text):
            raise Conflict(
                f"“{name}” quotes a participant.",
                slug="quotes-somebody",
                hint="Put {{quote Q1}} in place of the words, or leave the manuscript out of the "
                "package.",
            )


def _words_of(name: str, data: bytes) -> str:
    """All that stands in a manuscript: of a Word document notes, comments and deletions too."""
    ending = f".{name.rpartition('.')[2].casefold()}"
    if ending == ".docx":
        return WordPackage.open(data, name).all_words()
    if ending in _TEXTS:
        return data.decode("utf-8", "replace")
    raise UnreadableFile(
        f"“{name}” cannot be looked through for names and quotes.",
        slug="unknown-format",
        hint="Give a Word document (.docx) or a text (.md, .qmd), or leave it out of the package.",
    )
