"""Interactions: how factors act on one another, who says so, and what it rests on."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response

from crosscase.model.ids import Id
from crosscase.server.asking import Acting, Asking, require_unchanged
from crosscase.server.figure_answers import FIGURE, FigureKind, figure_file
from crosscase.server.file_answers import CommaTable, file_headers, file_route
from crosscase.server.shapes.ids import IdText
from crosscase.server.shapes.interactions import (
    InteractionAnswer,
    InteractionChange,
    InteractionDetails,
    InteractionEvidenceGiven,
    InteractionEvidenceTaken,
    InteractionsAsked,
    InteractionSensitivity,
    NewInteraction,
    graph_answer,
    interaction_details,
    sensitivity_answer,
)
from crosscase.server.shapes.saved import Saved
from crosscase.study import Study

router = APIRouter(prefix="/interactions", tags=["interactions"])


@router.get("")
async def interaction_graph(asking: Asking, asked: InteractionsAsked) -> InteractionAnswer:
    """The graph of factors: edges with participants of how many, strength, loops, notes."""

    def answer(study: Study) -> InteractionAnswer:
        graph = study.interactions.graph(**asked)
        return graph_answer(graph, study.interactions.places(graph))

    return await asking.read(answer)


@router.get("/sensitivity")
async def interaction_sensitivity(
    asking: Asking, asked: InteractionsAsked
) -> InteractionSensitivity:
    """What remains of edges and measures without each case in turn."""
    return await asking.read(
        lambda study: sensitivity_answer(study.interactions.graph(**asked).sensitivity())
    )


@router.get("/details")
async def interactions_told(
    asking: Asking,
    interaction: Annotated[list[IdText], Query(max_length=100, description="Repeated.")],
) -> InteractionDetails:
    """Interactions with their mechanism and passages, such as those of one edge."""
    return await asking.read(
        lambda study: interaction_details(study.interactions.told(interaction))
    )


@router.get("/figure", responses=FIGURE)
async def interaction_figure(
    asking: Asking, response: Response, asked: InteractionsAsked, kind: FigureKind = "svg"
) -> Response:
    """The graph of factors as a figure."""
    return await figure_file(
        asking,
        response,
        lambda study: study.interactions.figure(study.interactions.graph(**asked)),
        "interactions",
        kind,
    )


@router.get("/table.csv", **file_route(CommaTable, "Comma-separated values."))
async def interaction_table(
    asking: Asking, response: Response, asked: InteractionsAsked
) -> CommaTable:
    """The edges as comma-separated values; by group where they are told so."""

    def written(study: Study) -> tuple[bytes, str]:
        graph = study.interactions.graph(**asked)
        return graph.to_csv(), study.documents.file_name("interactions", "csv")

    content, name = await asking.read(written)
    return CommaTable(content, headers=file_headers(response, name))


@router.post("")
async def add_interaction(acting: Acting, says: NewInteraction) -> Saved:
    """Say that two factors act on one another; the same in the same words is one."""

    def act(study: Study) -> list[Id]:
        told = study.interactions.add(
            says.one,
            says.other,
            directed=says.directed,
            sign=says.sign,
            mechanism=says.mechanism,
            basis=says.basis,
            note=says.note,
            evidence=[each.place() for each in says.evidence],
            against=[each.place() for each in says.against],
        )
        return [told.link.id]

    return await acting.write(act)


@router.patch("/{interaction}")
async def change_interaction(acting: Acting, interaction: IdText, says: InteractionChange) -> Saved:
    """Change the direction, sign, mechanism, basis or note of an interaction."""

    def act(study: Study) -> None:
        if says.was is not None:
            shown = study.interactions.get(interaction)
            require_unchanged(says.was, lambda field: getattr(shown, field))
        fields = says.model_dump(exclude_unset=True, exclude={"was"})
        study.interactions.change(interaction, **fields)

    return await acting.write(act)


@router.delete("/{interaction}")
async def remove_interaction(acting: Acting, interaction: IdText) -> Saved:
    """Remove an interaction; its evidence is hidden with it."""

    def act(study: Study) -> None:
        study.interactions.remove(interaction)

    return await acting.write(act)


@router.post("/{interaction}/restore")
async def restore_interaction(acting: Acting, interaction: IdText) -> Saved:
    """Bring a removed interaction back with its evidence."""

    def act(study: Study) -> None:
        study.interactions.restore(interaction)

    return await acting.write(act)


@router.post("/{interaction}/evidence")
async def give_interaction_evidence(
    acting: Acting, interaction: IdText, says: InteractionEvidenceGiven
) -> Saved:
    """Put passages behind an interaction, or against it."""

    def act(study: Study) -> None:
        places = [each.place() for each in says.passages]
        study.interactions.give(interaction, places, against=says.against)

    return await acting.write(act)


@router.post("/{interaction}/evidence/take")
async def take_interaction_evidence(
    acting: Acting, interaction: IdText, says: InteractionEvidenceTaken
) -> Saved:
    """Take passages away from an interaction."""

    def act(study: Study) -> None:
        study.interactions.take(interaction, says.evidence)

    return await acting.write(act)
