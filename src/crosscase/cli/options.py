"""What many commands take: the study, who does this, and how the answer is wanted."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from crosscase.errors import MistakeOfUse

__all__ = [
    "COMMON",
    "CodeName",
    "CoderName",
    "Common",
    "DryRun",
    "FilesFolder",
    "Most",
    "ProjectName",
    "SourceName",
    "Strict",
    "StudyPath",
    "Yes",
    "flag",
    "given",
    "says",
    "span",
    "words_of",
]


def says(text: str, name: str | tuple[str, ...] | None = None) -> Parameter:
    """A parameter with its help."""
    return Parameter(name=name, help=text, negative=())


def flag(text: str, name: str | None = None) -> Parameter:
    """A switch: given or not, with no opposite and no default to show."""
    return Parameter(name=name, help=text, negative=(), show_default=False)


@Parameter(name="*")
@dataclass(frozen=True, kw_only=True)
class Common:
    """What every command takes."""

    person: Annotated[
        str | None, says("Who does this; otherwise your settings say it.", "--as")
    ] = None
    as_json: Annotated[bool, flag("Answer with one JSON document.", "--json")] = False


COMMON = Common()

StudyPath = Annotated[Path, says("The study file.", "STUDY")]
SourceName = Annotated[str, says("The source, by name, file name or id.", "SOURCE")]
CodeName = Annotated[str, says("The code, by name, path (`A > B`) or id.", "CODE")]
CoderName = Annotated[str | None, says("Whose coding it is; otherwise yours.")]
DryRun = Annotated[bool, flag("Say what would happen, and change nothing.")]
Strict = Annotated[bool, flag("Take all or nothing.")]
Most = Annotated[int | None, says("Show no more than so many.")]
ProjectName = Annotated[
    str | None, says("Which project of the other tool, where a file holds several.", "--project")
]
FilesFolder = Annotated[
    Path | None,
    says("Of a project: a folder where files outside it are looked for; else none is opened.",
         "--files"),
]  # fmt: skip
Yes = Annotated[bool, flag("Do not ask.")]


def given(**fields: str | None) -> dict[str, str | None]:
    """The fields that were given; an empty text means that one is to be cleared."""
    return {name: value or None for name, value in fields.items() if value is not None}


def span(text: str) -> tuple[int, int]:
    """Offsets as people write them: 120-184, half-open, in Unicode characters."""
    start, mark, end = text.partition("-")
    if not mark or not start.strip().isdecimal() or not end.strip().isdecimal():
        raise MistakeOfUse(
            f"“{text}” is no place in a text.",
            slug="not-a-place",
            hint="Write where it starts and where it ends, in characters from 0: 120-184.",
        )
    return int(start), int(end)


def words_of(text: str | None, path: Path | None, what: str) -> str | None:
    """Words given on the command line, in a file, or (as ``-``) on standard input."""
    if path is None:
        return text
    if text is not None:
        raise MistakeOfUse(f"{what} is given twice.", slug="argument-twice")
    if str(path) == "-":
        import sys

        return sys.stdin.read()
    from crosscase.cli.files import text_of_file

    return text_of_file(path)
