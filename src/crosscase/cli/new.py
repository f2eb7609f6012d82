"""`crosscase new`: a new study."""

from __future__ import annotations

from typing import Annotated, Literal

from cyclopts import App

from crosscase import new_study
from crosscase.cli.opening import named_person
from crosscase.cli.options import COMMON, Common, StudyPath, says
from crosscase.cli.rendering import Answer, warn

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
    common: Common = COMMON,
) -> Answer:
    """Make a new study.

    crosscase new ics.crosscase --title "Integrated care in three systems"
    """
    person = named_person(common)
    with new_study(study, title or study.stem, person=person, originals=originals) as made:
        if made.place is not None:
            warn(made.place.warning)
        data = {"study": made.id, "title": made.title, "path": str(study), "person": person}
        return Answer(data, f"Made “{made.title}” in {study}, as {person}.")
