"""Bringing a project of another tool in, into a study that is there."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from crosscase.cli.crossings_shown import crossing_answer
from crosscase.cli.opening import opened
from crosscase.cli.options import Common
from crosscase.cli.rendering import Answer
from crosscase.errors import MistakeOfUse

__all__ = ["import_project", "names_project"]

_FOR_DOCUMENTS = (
    "--language", "--encoding", "--join-lines", "--replace", "--replacements-log", "--originals",
    "--strict",
)  # fmt: skip


def names_project(
    paths: Sequence[Path], table: str | None, project: str | None, files: Path | None
) -> bool:
    """Whether a project of another tool is among these files; it has to stand alone.

    With a ``table`` they are tables; the name of a ``project`` needs a file that has some, and a
    folder of ``files`` one whose files lie outside it.
    """
    from crosscase.study_exchange.opening import looks_like_project

    found = [] if table is not None else [path for path in paths if looks_like_project(path)]
    if project is not None and not found:
        raise MistakeOfUse(
            "--project chooses among the projects in a file of another tool; there is none here.",
            slug="project-of-what",
            hint="Leave it out.",
        )
    if files is not None and not found:
        raise MistakeOfUse(
            "--files is where the files of a project of another tool lie; there is none here.",
            slug="files-of-what",
            hint="Leave it out.",
        )
    if found and len(paths) > 1:
        raise MistakeOfUse(
            f"“{found[0].name}” is a project of another tool, and other files are named with it.",
            slug="project-among-files",
            hint="Import it alone.",
        )
    return bool(found)


def import_project(
    study: Path,
    path: Path,
    chosen: tuple[str | None, Path | None],
    common: Common,
    given: Sequence[object],
    *,
    dry_run: bool,
) -> Answer:
    """Bring a project in; options for documents (``given``, in their order) say nothing of it.

    ``chosen`` are the name of the one that is meant, where a file holds several, and a folder
    where files outside it are looked for.
    """
    for name, value in zip(_FOR_DOCUMENTS, given, strict=True):
        if value:
            raise MistakeOfUse(
                f"“{path.name}” is a project of another tool: {name} is for documents.",
                slug="option-of-documents",
                hint=f"Leave {name} out.",
            )
    with opened(study, common) as work:
        report = work.projects.bring_in(path, project=chosen[0], files=chosen[1], dry_run=dry_run)
    return crossing_answer(report, dry_run=dry_run)
