"""Codes that meet: what is asked, and the pairs with their counts and coefficients."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from fastapi import Depends, Query
from pydantic import BaseModel, ConfigDict, Field

from crosscase.server.shapes.matrix import Where

if TYPE_CHECKING:
    from crosscase.study_synthesis.code_pairs import CodePairs

__all__ = ["CodeAsked", "PairsAnswer", "PairsAsked", "pairs_answer"]

CodeAsked = Annotated[
    str, Query(min_length=1, max_length=2_000, description="A code, by name, path or id.")
]


def _asked(
    unit: Annotated[
        str,
        Query(
            min_length=1,
            max_length=100,
            description="Where codes meet: overlap, turn, near:200, near:2 turns or source.",
        ),
    ] = "overlap",
    codes: Annotated[
        list[str] | None,
        Query(
            max_length=1_000,
            description="codes (the top ones), codes:all, code:NAME, or several names.",
        ),
    ] = None,
    by: Annotated[
        str | None, Query(max_length=500, description="A kind of cases or an attribute.")
    ] = None,
    where: Where = None,
) -> dict[str, Any]:
    from crosscase.study_synthesis.coded_rows import codes_asked

    return {"unit": unit, "codes": codes_asked(codes), "by": by or None, "where": where or None}


PairsAsked = Annotated[dict[str, Any], Depends(_asked)]


class PairCode(BaseModel):
    """A code of the answer; ``units`` is how many passages, turns or sources have it."""

    label: str
    name: str
    id: str | None
    colour: str | None
    units: int


class PairGroupsShown(BaseModel):
    """By what participants are shown: the groups, and how many were interviewed in each."""

    noun: str
    labels: list[str]
    of: list[int]


class CodePairRow(BaseModel):
    """Two codes that meet, by label. Null stands for an undefined coefficient."""

    model_config = ConfigDict(from_attributes=True)

    first: str
    second: str
    participants: int
    cases: int | None
    first_units: int
    second_units: int
    both: int = Field(description="Units that count for both: none twice.")
    first_met: int
    second_met: int
    meetings: int = Field(description="Pairs of units, as other programs count them.")
    c: float | None
    dice: float | None
    lift: float | None
    pmi_bits: float | None
    phi: float | None
    overlap: float | None
    second_given_first: float | None
    first_given_second: float | None
    unequal: bool
    groups: list[int] = Field(description="Participants by group, where pairs are shown by one.")


class PairsAnswer(BaseModel):
    """Pairs of codes that meet, those that most participants say first.

    Warnings go before any number; ``total`` counts all pairs, of which the first ones are told.
    """

    title: str
    unit: str
    unit_kind: str = Field(description="overlap, turn, near or source.")
    unit_noun: str = Field(description="passage, turn or source.")
    distance: int | None
    measure: str | None
    units: int
    of: int
    of_cases: int | None
    warnings: list[str]
    notes: list[str]
    codes: list[PairCode]
    groups: PairGroupsShown | None
    pairs: list[CodePairRow]
    total: int


def pairs_answer(made: CodePairs, most: int) -> PairsAnswer:
    """The first pairs as an answer, with the codes that are in any pair."""
    used = sorted({*made.first.tolist(), *made.second.tolist()})
    groups = made.groups
    return PairsAnswer(
        title=made.title,
        unit=made.unit.word,
        unit_kind=made.unit.kind,
        unit_noun=made.unit.noun,
        distance=made.unit.distance,
        measure=made.unit.measure,
        units=made.units,
        of=made.of,
        of_cases=made.of_cases,
        warnings=list(made.warnings),
        notes=list(made.notes),
        codes=[
            PairCode(
                label=made.labels[at],
                name=made.members[at].name,
                id=made.members[at].id,
                colour=made.members[at].colour,
                units=int(made.each[at]),
            )
            for at in used
        ],
        groups=None
        if groups is None
        else PairGroupsShown(noun=groups.noun, labels=list(groups.labels), of=list(groups.of)),
        pairs=[CodePairRow.model_validate(each) for each in made.pairs(most)],
        total=len(made),
    )
