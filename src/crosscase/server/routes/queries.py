"""Saved questions."""

from __future__ import annotations

from fastapi import APIRouter

from crosscase.model.ids import Id
from crosscase.server.asking import Acting, Asking
from crosscase.server.shapes.ids import IdText
from crosscase.server.shapes.queries import NewQuery, QueryList, QueryRow
from crosscase.server.shapes.saved import Saved
from crosscase.study import Study

router = APIRouter(tags=["queries"])


@router.get("/queries")
async def queries(asking: Asking) -> QueryList:
    """All saved questions."""

    def listed(study: Study) -> QueryList:
        return QueryList(
            queries=[
                QueryRow(
                    id=each.id,
                    name=each.name or "",
                    expression=each.expression or "",
                    description=each.description,
                )
                for each in study.queries.all()
            ]
        )

    return await asking.read(listed)


@router.post("/queries")
async def save_query(acting: Acting, says: NewQuery) -> Saved:
    """Save a question under a name; one of that name is changed."""

    def act(study: Study) -> list[Id]:
        study.query(says.expression, most=0)  # one that cannot be asked is not saved
        return [study.queries.save(says.name, says.expression, says.description).id]

    return await acting.write(act)


@router.delete("/queries/{query}")
async def remove_query(acting: Acting, query: IdText) -> Saved:
    """Remove a saved question."""

    def act(study: Study) -> None:
        study.queries.remove(query)

    return await acting.write(act)


@router.post("/queries/{query}/restore")
async def restore_query(acting: Acting, query: IdText) -> Saved:
    """Bring a removed question back."""

    def act(study: Study) -> None:
        study.queries.restore(query)

    return await acting.write(act)
