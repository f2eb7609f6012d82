"""Which of several projects in one file is meant."""

from __future__ import annotations

from collections.abc import Sequence

from crosscase.errors import MistakeOfUse, NotFound, UnreadableFile
from crosscase.formats.foreign_sqlite import Row

__all__ = ["chosen_project", "refuse_choice"]

_MOST_LISTED = 20


def chosen_project(projects: Sequence[Row], column: str, wanted: str | None, file_name: str) -> Row:
    """The project that is wanted by name, or the only one; ``column`` holds the names.

    Raises:
        UnreadableFile: there is none at all.
        MistakeOfUse: there are several (of that name), and it is not said which.
        NotFound: there is none of that name.
    """
    if not projects:
        raise UnreadableFile(
            f"“{file_name}” holds no project.",
            slug="no-project",
            hint="Save or export the project anew in the program that made it.",
        )
    names = [" ".join((row.text(column) or "").split()) for row in projects]
    if wanted is None and len(projects) == 1:
        return projects[0]
    listed = ", ".join(f"“{each}”" for each in names[:_MOST_LISTED])
    more = len(names) - _MOST_LISTED
    hint = f"It holds {listed}{f' and {more:,} more' if more > 0 else ''}."
    if wanted is None:
        raise MistakeOfUse(
            f"“{file_name}” holds {len(projects)} projects.",
            slug="which-project",
            hint=f"Say which one with --project NAME. {hint}",
        )
    folded = " ".join(wanted.split()).casefold()
    found = [row for row, name in zip(projects, names, strict=True) if name.casefold() == folded]
    if not found:
        raise NotFound(
            f"“{file_name}” holds no project “{wanted}”.", slug="project-not-found", hint=hint
        )
    if len(found) > 1:
        raise MistakeOfUse(
            f"“{file_name}” holds {len(found)} projects “{wanted}”.",
            slug="which-project",
            hint="Rename one of them in the program that made it.",
        )
    return found[0]


def refuse_choice(wanted: str | None, file_name: str) -> None:
    """Refuse the name of a project in a file that is one project."""
    if wanted is not None:
        raise MistakeOfUse(
            f"“{file_name}” is one project, so there is none to choose.",
            slug="one-project",
            hint="Leave --project out.",
        )
