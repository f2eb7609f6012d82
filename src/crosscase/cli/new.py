"""`crosscase new`: a new study."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Annotated, Literal

from cyclopts import App

from crosscase import new_study
from crosscase.cli.opening import named_person
from crosscase.cli.options import COMMON, Common, FilesFolder, ProjectName, StudyPath, says
from crosscase.cli.rendering import Answer, warn
from crosscase.errors import MistakeOfUse

app = App(name="new")


@app.default
def new(
    study: StudyPath,
    /,
    *,
    title: Annotated[str | None, says("The title; otherwise the file's name.")] = None,
    originals: Annotated[
        Literal["keep", "drop"] | None,
        says(
            "Whether imports keep the original files inside the study; unset, those of PDFs and "
            "pictures."
        ),
    ] = None,
    from_: Annotated[
        Path | None, says("Begin with this project of another tool: .qdpx, .qda, ...", "--from")
    ] = None,
    project: ProjectName = None,
    files: FilesFolder = None,
    common: Common = COMMON,
) -> Answer:
    """Make a new study.

    crosscase new ics.crosscase --title "Integrated care in three systems"
    """
    person = named_person(common)
    if from_ is None and project is not None:
        raise MistakeOfUse(
            "--project chooses among those of a file that the study begins with.",
            slug="project-of-what",
            hint="Give --from FILE with it.",
        )
    if from_ is None and files is not None:
        raise MistakeOfUse(
            "--files is where the files of a project lie that the study begins with.",
            slug="files-of-what",
            hint="Give --from FILE with it.",
        )
    if from_ is not None:
        return _new_from(study, (from_, project, files), title, person, originals)
    with new_study(study, title or study.stem, person=person, originals=originals) as made:
        if made.place is not None:
            warn(made.place.warning)
        data = {"study": made.id, "title": made.title, "path": str(study), "person": person}
        return Answer(data, f"Made “{made.title}” in {study}, as {person}.")


def _new_from(
    study: Path,
    begun: tuple[Path, str | None, Path | None],
    title: str | None,
    person: str,
    originals: str | None,
) -> Answer:
    """A new study with all that a project holds; when that fails there is no study either.

    ``begun`` is the file, the name of the project that is meant where it holds several, and the
    folder where files outside it are looked for.
    """
    from crosscase.cli.crossings_shown import crossing_answer

    takes = ("description",) if title else ("title", "description")
    with new_study(study, title or study.stem, person=person, originals=originals) as made:
        if made.place is not None:
            warn(made.place.warning)
        try:
            report = made.projects.bring_in(
                begun[0], project=begun[1], files=begun[2], begins=takes
            )
        except BaseException:
            made.close()
            with suppress(OSError):  # the first error says more
                study.unlink(missing_ok=True)
            raise
        data = {"study": made.id, "title": made.title, "path": str(study), "person": person}
    return crossing_answer(report, made=data)
