"""What the study keeps to."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path

from crosscase.server.asking import Acting
from crosscase.server.shapes.saved import Saved
from crosscase.server.shapes.settings import SettingValue
from crosscase.study import Study

router = APIRouter(tags=["study"])


@router.put("/study/settings/{key}")
async def make_setting(
    acting: Acting, key: Annotated[str, Path(pattern=r"^[a-z_]{1,40}$")], says: SettingValue
) -> Saved:
    """Make one setting of the study, such as whether original files are kept."""

    def act(study: Study) -> None:
        study.settings.set(key, says.value)

    return await acting.write(act)
