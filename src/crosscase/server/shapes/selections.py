"""Selections: the cases that were chosen from a frame, with the decision in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BaseModel, Field

from crosscase.server.shapes.asked import Asked
from crosscase.server.shapes.ids import IdText
from crosscase.server.shapes.wording import AName

if TYPE_CHECKING:
    import polars

    from crosscase.study_selection.selection_reading import ToldSelection

__all__ = [
    "ChoiceAsked",
    "ChoiceTried",
    "NewReplacement",
    "NewSelection",
    "RefusalsAsked",
    "SelectionChange",
    "SelectionList",
    "SelectionRow",
    "SelectionWhole",
    "SetPicked",
    "choice_tried",
    "selection_row",
    "selection_whole",
]

_Words = Annotated[list[AName], Field(max_length=1_000)]


class ChosenCase(BaseModel):
    """A case that was chosen; the site is what it is called where its name may not be told."""

    id: str
    label: str
    site: str | None


class SelectionRow(BaseModel):
    """One selection, as the list of a frame has it."""

    id: str
    name: str
    frame_id: str
    frame: str
    method: str
    chosen: list[ChosenCase]
    reason: str | None
    exact: bool
    tied: int = Field(description="How many sets are equally good.")
    replaced_by: str | None


class SelectionList(BaseModel):
    """The selections in the order in which they were made."""

    selections: list[SelectionRow]


class ProfileTable(BaseModel):
    """The chosen cases by the groups they are of, one row a site."""

    columns: list[str]
    rows: list[list[str | None]]


class Refused(BaseModel):
    """A case that was chosen and did not take part."""

    case: str
    reason: str


class SelectionWhole(SelectionRow):
    """A selection with the paragraph for a methods section and the table beside it."""

    pick: int = Field(description="Which of the equally good sets was taken, from 1.")
    equally_good: list[list[str]] = Field(description="The names of the cases of each set.")
    constraints: list[str]
    refused: list[Refused]
    paragraph: str
    table: ProfileTable


class ChoiceAsked(Asked):
    """What a choice of cases is made by; see the methods of ``crosscase sample``."""

    frame: IdText
    method: Literal["maximum-variation", "random", "stratified", "quota", "criterion", "manual"] = (
        "maximum-variation"
    )
    size: Annotated[int, Field(ge=1, le=100_000)] | None = None
    eligible: _Words = Field(default_factory=list)
    constraints: _Words = Field(default_factory=list)
    characteristics: _Words = Field(default_factory=list)
    strata: AName | None = None
    share: Literal["proportional", "equal"] = "proportional"
    counts: dict[str, Annotated[int, Field(ge=0, le=100_000)]] | None = None
    seed: Annotated[int, Field(ge=-(2**62), le=2**62)] | None = None
    cases: _Words = Field(default_factory=list)
    pick: Annotated[int, Field(ge=1, le=1_000_000)] = 1
    reason: Annotated[str, Field(max_length=20_000)] | None = None

    def asked(self) -> dict[str, Any]:
        """What is asked of the choice, without the frame."""
        return self.model_dump(exclude={"frame", "name"})


class NewSelection(ChoiceAsked):
    """A choice of cases that is kept."""

    name: AName | None = None


class SelectionChange(Asked):
    """Another name."""

    name: AName


class SetPicked(Asked):
    """Another of the equally good sets, and why."""

    which: Annotated[int, Field(ge=1, le=1_000_000)]
    reason: Annotated[str, Field(min_length=1, max_length=20_000)]


class RefusalsAsked(Asked):
    """Who refused and why, by case, and who takes the open places where a person says it."""

    refused: dict[AName, Annotated[str, Field(max_length=20_000)]] = Field(min_length=1)
    cases: _Words = Field(default_factory=list)
    pick: Annotated[int, Field(ge=1, le=1_000_000)] = 1
    reason: Annotated[str, Field(max_length=20_000)] | None = None
    drop_constraints: _Words = Field(default_factory=list)


class NewReplacement(RefusalsAsked):
    """A selection in which others stand for those who refused."""

    name: AName | None = None


class ChoiceTried(BaseModel):
    """What would be chosen, with the sets that are equally good; nothing is stored."""

    chosen: list[ChosenCase]
    added: list[str] = Field(description="Who is new in it, where others refused.")
    eligible: int
    candidates: int
    exact: bool
    how: str
    tied: int
    equally_good: list[list[str]] = Field(description="The names of the cases of each set.")


def selection_row(told: ToldSelection) -> SelectionRow:
    """A selection as the list has it."""
    return SelectionRow(**_facts(told))


def selection_whole(told: ToldSelection, paragraph: str, table: polars.DataFrame) -> SelectionWhole:
    """A selection with its paragraph and its table."""
    rows = [[None if cell is None else str(cell) for cell in row] for row in table.iter_rows()]
    shown = ProfileTable(columns=table.columns, rows=rows)
    decided, labels = told.decided, told.labels
    return SelectionWhole(
        **_facts(told),
        paragraph=paragraph,
        table=shown,
        pick=told.asked.pick,
        equally_good=[[labels[case] for case in each] for each in decided.equally_good],
        constraints=told.constraints,
        refused=[
            Refused(case=labels[each.case], reason=each.reason) for each in told.asked.refused
        ],
    )


def choice_tried(told: ToldSelection) -> ChoiceTried:
    """What would be chosen, as an answer has it."""
    decided, labels = told.decided, told.labels
    return ChoiceTried(
        chosen=_chosen(told),
        added=[labels[case] for case in decided.added],
        eligible=decided.eligible,
        candidates=decided.candidates,
        exact=decided.exact,
        how=decided.how,
        tied=decided.tied,
        equally_good=[[labels[case] for case in each] for each in decided.equally_good],
    )


def _facts(told: ToldSelection) -> dict[str, Any]:
    selection, decided = told.selection, told.decided
    assert selection is not None
    return {
        "id": selection.id,
        "name": selection.name,
        "frame_id": selection.frame,
        "frame": told.frame,
        "method": told.asked.method,
        "chosen": _chosen(told),
        "reason": told.asked.reason,
        "exact": decided.exact,
        "tied": decided.tied,
        "replaced_by": told.replaced_by,
    }


def _chosen(told: ToldSelection) -> list[ChosenCase]:
    labels, sites = told.labels, told.decided.sites
    return [
        ChosenCase(id=case, label=labels[case], site=sites.get(case))
        for case in told.decided.chosen
    ]
