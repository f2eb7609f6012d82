"""Links: typed relations between any two things, with their evidence."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from crosscase.model.ids import Id
from crosscase.server.asking import Acting, Asking
from crosscase.server.shapes.ids import IdText
from crosscase.server.shapes.links import (
    LinkChange,
    LinkList,
    NewEvidence,
    NewLink,
    link_row,
)
from crosscase.server.shapes.saved import Saved
from crosscase.study import Study

router = APIRouter(tags=["links"])


@router.get("/links")
async def links(
    asking: Asking,
    type: Annotated[
        str | None, Query(max_length=500, description="Only links of this type.")
    ] = None,
) -> LinkList:
    """The links in the order in which they were made, with their evidence."""
    return await asking.read(
        lambda study: LinkList(links=[link_row(each) for each in study.links.all(link_type=type)])
    )


@router.post("/links")
async def add_link(acting: Acting, says: NewLink) -> Saved:
    """Link two things; the same link twice is one."""

    def act(study: Study) -> list[Id]:
        link = study.links.add(
            says.start,
            says.end,
            says.type,
            directed=says.directed,
            sign=says.sign,
            note=says.note,
            basis=says.basis,
            mechanism=says.mechanism,
        )
        return [link.id]

    return await acting.write(act)


@router.patch("/links/{link}")
async def change_link(acting: Acting, link: IdText, says: LinkChange) -> Saved:
    """Change what a link says of itself."""

    def act(study: Study) -> None:
        fields = says.model_dump(exclude_unset=True)
        if "type" in fields:
            fields["link_type"] = fields.pop("type")
        study.links.change(link, **fields)

    return await acting.write(act)


@router.delete("/links/{link}")
async def remove_link(acting: Acting, link: IdText) -> Saved:
    """Remove a link; its evidence is hidden with it."""

    def act(study: Study) -> None:
        study.links.remove(link)

    return await acting.write(act)


@router.post("/links/{link}/restore")
async def restore_link(acting: Acting, link: IdText) -> Saved:
    """Bring a removed link back with its evidence."""

    def act(study: Study) -> None:
        study.links.restore(link)

    return await acting.write(act)


@router.post("/links/{link}/evidence")
async def add_evidence(acting: Acting, link: IdText, says: NewEvidence) -> Saved:
    """Put a passage behind a link, or against it."""

    def act(study: Study) -> list[Id]:
        added = study.links.add_evidence(
            link,
            says.source,
            start_char=says.start_char,
            end_char=says.end_char,
            against=says.against,
        )
        return [added.id]

    return await acting.write(act)


@router.delete("/evidence/{evidence}")
async def remove_evidence(acting: Acting, evidence: IdText) -> Saved:
    """Take a passage away from its link."""

    def act(study: Study) -> None:
        study.links.remove_evidence(evidence)

    return await acting.write(act)
