"""The verbs of manuscripts: papers in Word or Markdown, checked against the study."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from crosscase.errors import MistakeOfUse, NotFound, UnreadableFile
from crosscase.store.session import Session

if TYPE_CHECKING:
    from crosscase.study_findings.claim_verbs import LinkedClaim
    from crosscase.study_manuscripts.checked_items import ManuscriptCheck
    from crosscase.study_manuscripts.rendering import Rendered

__all__ = ["FixedNumbers", "LinkedSentence", "Manuscripts"]

_MOST_BYTES = 20_000_000
_MARKDOWN = (".md", ".qmd", ".markdown", ".rmd")


_MARK = "\ufeff"
"""What some programs put at the beginning of a text in UTF-8."""


@dataclass(frozen=True, slots=True)
class FixedNumbers:
    """A Markdown manuscript with its checked numbers put right: the text, and what changed.

    ``left`` says which wrong numbers were left, at their places, and why.
    """

    text: str
    difference: str
    changed: int
    left: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LinkedSentence:
    """A sentence that was linked, and for Word the document with the finding's id around it."""

    claim: LinkedClaim
    document: bytes | None


class Manuscripts:
    """Papers in Word or Markdown, checked against the study."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def check(
        self,
        manuscript: Path | str | bytes,
        *,
        name: str | None = None,
        folder: Path | None = None,
        everywhere: bool = False,
    ) -> ManuscriptCheck:
        """What comes of every claim, value, quote and number of a manuscript today.

        Args:
            manuscript: its path, or its bytes together with a ``name``.
            folder: where the files that it names lie; a path says it by itself.
            everywhere: point out bare numbers outside of the results too.
        """
        from crosscase.study_findings.checking import keep_verdicts

        data, called, place = _read(manuscript, name, folder)
        with self._session.reading() as reading:
            if kind_of(called) == "word":
                from crosscase.study_findings.findings import Findings
                from crosscase.study_manuscripts.word_check import check_word

                linked = Findings(self._session).claims()
                now = self._session.now_us()
                found = check_word(reading, data, called, linked, now, everywhere=everywhere)
            else:
                from crosscase.study_manuscripts.markdown_check import check_markdown

                text = decoded(data, called)
                found = check_markdown(reading, text, called, folder=place, everywhere=everywhere)
        keep_verdicts(self._session, least=1)
        return found

    def fix_numbers(
        self, manuscript: Path | str | bytes, *, name: str | None = None
    ) -> FixedNumbers:
        """A Markdown manuscript with the literal numbers that checks stand behind put right."""
        from difflib import unified_diff

        data, called, _ = _read(manuscript, name, None)
        if kind_of(called) == "word":
            raise MistakeOfUse(
                "The words of a Word document are never changed.",
                slug="not-markdown",
                hint="`crosscase check` says in its margin which numbers changed.",
            )
        found = self.check(data, name=called)
        text = decoded(data, called)
        made = text
        for fix in sorted(found.fixes, key=lambda each: each.start, reverse=True):
            made = made[: fix.start] + fix.now + made[fix.end :]
        lines = unified_diff(
            text.splitlines(keepends=True), made.splitlines(keepends=True), called, called
        )
        mark = _MARK if data.startswith(_MARK.encode()) else ""
        fixed = {each.start for each in found.fixes}
        left = tuple(
            f"{each.where}: {each.says}. {each.hint}"
            for each in found.items
            if each.kind == "number" and each.check and each.now and each.start not in fixed
        )
        return FixedNumbers(mark + made, "".join(lines), len(found.fixes), left)

    def link(
        self,
        manuscript: Path | str | bytes,
        finding: str,
        *,
        sentence: str | None = None,
        number: int | None = None,
        name: str | None = None,
    ) -> LinkedSentence:
        """Link a sentence of a Word manuscript, by its words or its number, to a finding."""
        from crosscase.study_manuscripts.linking import link_sentence

        data, called, _ = _read(manuscript, name, None)
        if kind_of(called) != "word":
            raise MistakeOfUse(
                "In Markdown a claim is marked in the text itself.",
                slug="not-word",
                hint=f"Write {{{{{finding}}}}} behind the sentence.",
            )
        claim, document = link_sentence(self._session, data, called, finding, sentence, number)
        return LinkedSentence(claim, document)

    def render(
        self,
        manuscript: Path | str | bytes,
        to: str = "html",
        *,
        annotated: bool = False,
        name: str | None = None,
        folder: Path | None = None,
    ) -> Rendered:
        """A Markdown manuscript as a document, its values, quotes, tables and figures filled in.

        Args:
            to: docx, html, pdf or typst.
            annotated: html in which each claim opens the passages behind it.
        """
        from crosscase.study_findings.checking import keep_verdicts
        from crosscase.study_manuscripts.rendering import render

        data, called, place = _read(manuscript, name, folder)
        if kind_of(called) == "word":
            raise MistakeOfUse(
                "A Word document is rendered already.",
                slug="not-markdown",
                hint="Render a Markdown manuscript (.md, .qmd); `crosscase check` reads Word.",
            )
        text = decoded(data, called)
        made = render(self._session, text, called, to, folder=place, annotated=annotated)
        keep_verdicts(self._session, least=1)
        return made


def kind_of(name: str) -> Literal["markdown", "word"]:
    """What kind of manuscript a file is, by its name."""
    ending = Path(name).suffix.casefold()
    if ending == ".docx":
        return "word"
    if ending in _MARKDOWN:
        return "markdown"
    raise MistakeOfUse(
        f"“{name}” is no manuscript that crosscase reads.",
        slug="unknown-format",
        hint="It reads Word (.docx) and Markdown (.md, .qmd).",
    )


def decoded(data: bytes, name: str) -> str:
    """The text of a Markdown manuscript, line ends as they are."""
    try:
        return data.decode("utf-8").removeprefix(_MARK)
    except UnicodeDecodeError as error:
        raise UnreadableFile(
            f"“{name}” is not in UTF-8.",
            slug="damaged-file",
            hint="Save it as UTF-8 text.",
        ) from error


def _read(
    manuscript: Path | str | bytes, name: str | None, folder: Path | None
) -> tuple[bytes, str, Path | None]:
    if isinstance(manuscript, bytes):
        if name is None:
            raise MistakeOfUse(
                "These bytes have no name.", slug="no-name", hint="Give name=, such as paper.md."
            )
        data = manuscript
    else:
        path = Path(manuscript)
        name, folder = name or path.name, folder or path.parent
        try:
            data = path.read_bytes()
        except FileNotFoundError:
            raise NotFound(f"There is no file “{path}”.", slug="file-not-found") from None
        except OSError as error:
            raise UnreadableFile(
                f"“{path.name}” cannot be read.", slug="cannot-read",
                hint="Check that it is a file, and that you may read it.",
            ) from error  # fmt: skip
    if len(data) > _MOST_BYTES and kind_of(name) == "markdown":
        raise UnreadableFile(
            f"“{name}” is over 20 MB.", slug="file-too-large", hint="Split it into several files."
        )
    return data, name, folder
