"""Writing a study for other tools: a REFI-QDA project, or its codebook."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from cyclopts import Parameter

from crosscase.cli.crossings_shown import crossing_data, show_kinds
from crosscase.cli.export_guard import check_quotes, quotes_left, quotes_of_table
from crosscase.cli.files import write_new
from crosscase.cli.leaving import Leaving
from crosscase.cli.opening import opened
from crosscase.cli.options import Common, flag, says
from crosscase.cli.rendering import Answer, Screen
from crosscase.errors import MistakeOfUse

__all__ = ["PROJECT_OPTIONS", "ProjectOptions", "export_project", "is_project_file"]

_PROJECT, _CODEBOOK = ".qdpx", ".qdc"


@Parameter(name="*")
@dataclass(frozen=True, kw_only=True)
class ProjectOptions:
    """How a project for other tools is written."""

    target: Annotated[
        Literal["nvivo", "atlas.ti", "maxqda"] | None,
        says("Of a .qdpx: for which tool, where tools count differently.", "--for"),
    ] = None
    no_coder_names: Annotated[
        bool, flag("Of a .qdpx or .qdc: numbers in place of the names of coders.")
    ] = False
    keep_paths: Annotated[
        bool, flag("Of a .qdpx: also where files lay when they came; otherwise none is written.")
    ] = False
    with_recordings: Annotated[bool, flag("Of a .qdpx: put the audio and video files in.")] = False

    def given(self) -> str | None:
        """The first option that was given; None where all is as usual."""
        named = (
            ("--for", self.target), ("--no-coder-names", self.no_coder_names),
            ("--keep-paths", self.keep_paths), ("--with-recordings", self.with_recordings),
        )  # fmt: skip
        return next((name for name, value in named if value), None)

    def require_none(self, file: Path) -> None:
        """Refuse them for a file that is no project."""
        name = self.given()
        if name is not None:
            raise MistakeOfUse(
                f"{name} is for a project, and “{file.name}” is none.",
                slug="option-of-projects",
                hint=f"Leave {name} out, or write a {_PROJECT}.",
            )


PROJECT_OPTIONS = ProjectOptions()


def is_project_file(file: Path) -> bool:
    """Whether a file of this name is written for other tools."""
    return file.suffix.casefold() in (_PROJECT, _CODEBOOK)


def export_project(
    study: Path,
    file: Path,
    release: tuple[str | None, str | None],
    leaving: Leaving,
    common: Common,
    options: ProjectOptions,
    *,
    given: Sequence[str],
) -> Answer:
    """Write the study, or its codebook; a project holds all words, so all are checked first.

    ``release`` is the name of a release and who gets it; ``given`` are options for other files.
    """
    if given:
        raise MistakeOfUse(
            f"“{file.name}” is written whole: {given[0]} chooses nothing in it.",
            slug="option-of-tables",
            hint=f"Leave {given[0]} out.",
        )
    codebook = file.suffix.casefold() == _CODEBOOK
    if codebook and options.given() not in (None, "--no-coder-names"):
        options.require_none(file)
    quotes = None if codebook else quotes_of_table("turns")
    with opened(study, common, reads=release[0] is None) as work:
        leaving.check(work, file)
        warning = check_quotes(work, quotes, *release)
        data, report = work.projects.write(
            codebook=codebook,
            coder_names=not options.no_coder_names,
            paths=options.keep_paths,
            recordings=options.with_recordings,
            target=options.target,
            name=file.name,
        )
        write_new(file, data, replace=leaving.replace)
        quotes_left(work, quotes, warning, *release)

    def show(screen: Screen) -> None:
        show_kinds(screen, report, came="written")
        screen.line()
        screen.line(f"Wrote {file}, valid by the schema of REFI-QDA.")
        if not codebook:
            screen.line("It holds every word of every source that is not withdrawn.")

    return Answer({"path": str(file), **crossing_data(report)}, show)
