"""Writing a study for other tools: a REFI-QDA project, or its codebook."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from crosscase.cli.crossings_shown import crossing_data, show_kinds
from crosscase.cli.export_guard import check_quotes, quotes_left, quotes_of_table
from crosscase.cli.files import write_new
from crosscase.cli.leaving import Leaving
from crosscase.cli.opening import opened
from crosscase.cli.options import Common
from crosscase.cli.rendering import Answer, Screen
from crosscase.errors import MistakeOfUse

__all__ = ["export_project", "is_project_file"]

_PROJECT, _CODEBOOK = ".qdpx", ".qdc"


def is_project_file(file: Path) -> bool:
    """Whether a file of this name is written for other tools."""
    return file.suffix.casefold() in (_PROJECT, _CODEBOOK)


def export_project(
    study: Path,
    file: Path,
    release: tuple[str | None, str | None],
    leaving: Leaving,
    common: Common,
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
    quotes = None if codebook else quotes_of_table("turns")
    with opened(study, common, reads=release[0] is None) as work:
        leaving.check(work, file)
        warning = check_quotes(work, quotes, *release)
        data, report = work.projects.write(codebook=codebook, name=file.name)
        write_new(file, data, replace=leaving.replace)
        quotes_left(work, quotes, warning, *release)

    def show(screen: Screen) -> None:
        show_kinds(screen, report, came="written")
        screen.line()
        screen.line(f"Wrote {file}, valid by the schema of REFI-QDA.")

    return Answer({"path": str(file), **crossing_data(report)}, show)
