"""Attributes: typed characteristics of cases and sources."""

from __future__ import annotations

from functools import partial
from typing import Any

from fastapi import APIRouter

from crosscase.server.asking import Acting, require_unchanged
from crosscase.server.shapes.attributes import AttributeChange, NewAttribute
from crosscase.server.shapes.ids import IdText
from crosscase.server.shapes.saved import Saved
from crosscase.study import Study

router = APIRouter(tags=["attributes"])


@router.post("/attributes")
async def add_attribute(acting: Acting, new: NewAttribute) -> Saved:
    """Add an attribute of a type."""

    def act(study: Study) -> list[str]:
        made = study.attributes.add(
            new.name, new.type, coarser=new.coarser, description=new.description
        )
        return [made.id]

    return await acting.write(act)


@router.patch("/attributes/{attribute}")
async def change_attribute(acting: Acting, attribute: IdText, says: AttributeChange) -> Saved:
    """Change an attribute's name, description or coarser values; its values stay."""

    def act(study: Study) -> None:
        shown = study.attributes.get(attribute)
        require_unchanged(says.was, partial(getattr, shown))
        new: dict[str, Any] = says.model_dump(exclude_unset=True, exclude={"was", "name"})
        if "name" in says.model_fields_set:
            new["rename"] = says.name
        study.attributes.describe(attribute, **new)

    return await acting.write(act)


@router.delete("/attributes/{attribute}")
async def remove_attribute(acting: Acting, attribute: IdText) -> Saved:
    """Remove an attribute: it and its values are hidden until it is restored."""

    def act(study: Study) -> None:
        study.attributes.remove(attribute)

    return await acting.write(act)


@router.post("/attributes/{attribute}/restore")
async def restore_attribute(acting: Acting, attribute: IdText) -> Saved:
    """Bring a removed attribute back with its values."""

    def act(study: Study) -> None:
        study.attributes.restore(attribute)

    return await acting.write(act)
