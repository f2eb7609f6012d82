"""Selections: cases chosen from a frame, tried before, and the decision in words."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from crosscase.server.asking import Acting, Asking
from crosscase.server.shapes.ids import IdText
from crosscase.server.shapes.saved import Saved
from crosscase.server.shapes.selections import (
    ChoiceAsked,
    ChoiceTried,
    NewReplacement,
    NewSelection,
    RefusalsAsked,
    SelectionChange,
    SelectionList,
    SelectionWhole,
    SetPicked,
    choice_tried,
    selection_row,
    selection_whole,
)
from crosscase.study import Study

router = APIRouter(tags=["frames"])

_Names = Annotated[bool, Query(description="Real names in place of Site A and so on.")]


@router.get("/selections")
async def selections(
    asking: Asking,
    frame: Annotated[IdText | None, Query(description="Only those from this frame.")] = None,
) -> SelectionList:
    """The selections in the order in which they were made."""

    def listed(study: Study) -> SelectionList:
        made = [each for each in study.selections.all() if frame in (None, each.frame)]
        told = [study.selections.told(each.id) for each in made]
        return SelectionList(selections=[selection_row(each) for each in told])

    return await asking.read(listed)


@router.get("/selections/{selection}")
async def selection(asking: Asking, selection: IdText, names: _Names = False) -> SelectionWhole:
    """A selection with the paragraph for a methods section and the table of its cases."""

    def told(study: Study) -> SelectionWhole:
        group = study.selections
        return selection_whole(
            group.told(selection),
            group.paragraph(selection, names=names),
            group.table(selection, names=names),
        )

    return await asking.read(told)


@router.post("/selections/preview")
async def preview_selection(asking: Asking, says: ChoiceAsked) -> ChoiceTried:
    """What would be chosen, with all equally good sets; nothing is stored."""
    return await asking.read(
        lambda study: choice_tried(study.selections.preview(says.frame, **says.asked()))
    )


@router.post("/selections")
async def choose_cases(acting: Acting, says: NewSelection) -> Saved:
    """Choose cases from a frame, and keep the whole decision."""

    def act(study: Study) -> list[str]:
        told = study.selections.choose(says.frame, name=says.name, **says.asked())
        assert told.selection is not None
        return [told.selection.id]

    return await acting.write(act)


@router.post("/selections/{selection}/replace/preview")
async def preview_replacement(
    asking: Asking, selection: IdText, says: RefusalsAsked
) -> ChoiceTried:
    """Who would stand for those who refused, with all equally good sets; nothing is stored."""
    return await asking.read(
        lambda study: choice_tried(study.selections.preview_replace(selection, **says.model_dump()))
    )


@router.post("/selections/{selection}/replace")
async def replace_cases(acting: Acting, selection: IdText, says: NewReplacement) -> Saved:
    """Make a new selection in which others stand for those who refused."""

    def act(study: Study) -> list[str]:
        told = study.selections.replace(selection, **says.model_dump())
        assert told.selection is not None
        return [told.selection.id]

    return await acting.write(act)


@router.post("/selections/{selection}/pick")
async def pick_set(acting: Acting, selection: IdText, says: SetPicked) -> Saved:
    """Take another of the equally good sets of a selection."""

    def act(study: Study) -> None:
        study.selections.pick(selection, says.which, says.reason)

    return await acting.write(act)


@router.patch("/selections/{selection}")
async def rename_selection(acting: Acting, selection: IdText, says: SelectionChange) -> Saved:
    """Give a selection another name."""

    def act(study: Study) -> None:
        study.selections.rename(selection, says.name)

    return await acting.write(act)


@router.delete("/selections/{selection}")
async def remove_selection(acting: Acting, selection: IdText) -> Saved:
    """Hide a selection until it is restored."""

    def act(study: Study) -> None:
        study.selections.remove(selection)

    return await acting.write(act)


@router.post("/selections/{selection}/restore")
async def restore_selection(acting: Acting, selection: IdText) -> Saved:
    """Bring a removed selection back."""

    def act(study: Study) -> None:
        study.selections.restore(selection)

    return await acting.write(act)
