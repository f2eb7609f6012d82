"""The study itself."""

from __future__ import annotations

from dataclasses import asdict

from fastapi import APIRouter

from crosscase import __version__
from crosscase.server.asking import Acting, Asking
from crosscase.server.shapes.saved import Saved
from crosscase.server.shapes.study import Counts, StudyDescription, StudyHead
from crosscase.study import Study

router = APIRouter(tags=["study"])


@router.get("/study")
async def study(asking: Asking, as_of: str | None = None) -> StudyHead:
    """The study's head: title, person, figures and settings."""

    def head(study: Study) -> StudyHead:
        return StudyHead(
            id=study.id,
            title=study.title,
            description=study.description,
            file_name=study.path.name if study.path else "",
            person=study.person,
            person_id=study.person_id,
            read_only=asking.moment is not None or asking.desk.is_read_only,
            heads=study.heads,
            as_of=as_of,
            is_exact=asking.moment is None or asking.moment.state is not None,
            counts=Counts(**asdict(study.counts())),
            settings={key: str(value) for key, value in study.settings.all().items()},
            place_warning=None if study.place is None else study.place.warning,
            version=__version__,
        )

    return await asking.read(head)


@router.patch("/study")
async def describe_study(acting: Acting, says: StudyDescription) -> Saved:
    """Change the title or the description."""

    def act(study: Study) -> None:
        given = says.model_dump(exclude_unset=True)
        study.describe(**{name: text or "" for name, text in given.items()})

    return await acting.write(act)
