"""The board from found to coded."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, cast

from pydantic import BaseModel, Field

if TYPE_CHECKING:
    import polars

    from crosscase.model.ids import Id
    from crosscase.study_fieldwork.board import Board
    from crosscase.study_fieldwork.board import BoardPerson as PersonThere

__all__ = ["BoardPerson", "FieldworkBoard", "Stage", "fieldwork_board"]

Stage = Literal[
    "found", "invited", "agreed", "scheduled", "interviewed", "transcribed", "coded",
    "declined", "unavailable", "no answer", "withdrawn",
]  # fmt: skip


class MissingThing(BaseModel):
    """Something that is not there yet."""

    slug: str
    sentence: str
    values: dict[str, str] = Field(description="What the sentence names.")


class BoardPerson(BaseModel):
    """One participant on the board."""

    id: str
    name: str
    role: str | None
    sector: str | None
    site: str | None = Field(description="The one that counts, where somebody is in several.")
    stage: Stage
    since: str | None = Field(description="The day on which they came so far.")
    interviews: int
    minutes: float | None
    missing: list[MissingThing]


class FieldworkBoard(BaseModel):
    """Everybody by stage, those aside last."""

    people: list[BoardPerson]


def fieldwork_board(board: Board, people: polars.DataFrame) -> FieldworkBoard:
    """The board as an answer has it; ``people`` is the frame of participants, for their roles."""
    roles: dict[Id, str] = {}
    if "role" in people.columns:
        told = people.select("id", "role").drop_nulls()
        roles = {id_: str(role) for id_, role in told.iter_rows()}
    return FieldworkBoard(people=[_person(each, roles) for each in board.people])


def _person(person: PersonThere, roles: Mapping[Id, str]) -> BoardPerson:
    return BoardPerson(
        id=person.participant,
        name=person.name,
        role=roles.get(person.participant),
        sector=person.sector,
        site=person.site,
        stage=cast("Stage", person.stage),
        since=person.since,
        interviews=person.interviews,
        minutes=person.minutes,
        missing=[
            MissingThing(slug=each.slug, sentence=each.sentence, values=dict(each.values))
            for each in person.missing
        ],
    )
