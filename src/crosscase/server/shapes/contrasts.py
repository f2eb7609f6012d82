"""Groups compared: what is asked, codes by groups with their tests, and negative cases."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

from fastapi import Depends, Query
from pydantic import BaseModel, ConfigDict, Field

from crosscase.server.shapes.matrix import Where
from crosscase.server.shapes.passages import PassageRow, passage_row

if TYPE_CHECKING:
    from crosscase.study_synthesis.group_comparison import GroupComparison
    from crosscase.study_synthesis.negative_cases import NegativeCases, PassageSet, Statement

__all__ = [
    "ComparisonAsked",
    "GroupsAnswer",
    "NegativeCasesAnswer",
    "StatementAsked",
    "comparison_answer",
    "negative_cases_answer",
]

_Name = Annotated[str | None, Query(max_length=2_000)]


def _asked(
    by: Annotated[
        str, Query(min_length=1, max_length=500, description="A kind of cases or an attribute.")
    ],
    groups: Annotated[
        list[str] | None,
        Query(max_length=100, description="Only these; one alone is compared with all others."),
    ] = None,
    codes: Annotated[
        str,
        Query(min_length=1, max_length=500, description="codes, codes:all or code:NAME."),
    ] = "codes:all",
    where: Where = None,
    within: Annotated[
        str | None,
        Query(
            max_length=500,
            description="People are rearranged within this; “nothing”: among all. Left out: sites.",
        ),
    ] = None,
    permutations: Annotated[int, Query(ge=1, le=100_000)] = 10_000,
    seed: Annotated[int, Query(ge=0, le=2**31)] = 1,
    adjustment: Annotated[
        Literal["max-t", "bh"], Query(description="Family-wise, or the false discovery rate.")
    ] = "max-t",
    prior: Annotated[float, Query(gt=0, le=1e6, description="Strength of the prior.")] = 10.0,
) -> dict[str, Any]:
    return {
        "by": by,
        "groups": groups or None,
        "codes": codes,
        "where": where or None,
        "within": within or None,
        "permutations": permutations,
        "seed": seed,
        "adjustment": adjustment,
        "prior": prior,
    }


ComparisonAsked = Annotated[dict[str, Any], Depends(_asked)]


def _statement(
    query: Annotated[
        str | None, Query(max_length=20_000, description="The statement as a query.")
    ] = None,
    code: _Name = None,
    valence: Annotated[Literal["enabling", "constraining", "mixed"] | None, Query()] = None,
    by: _Name = None,
    group: _Name = None,
    topic: _Name = None,
    guide: _Name = None,
) -> Statement:
    from crosscase.study_synthesis.negative_cases import Statement

    return Statement(
        query or None, code or None, valence, by or None, group or None, topic or None,
        guide or None,
    )  # fmt: skip


StatementAsked = Annotated[Any, Depends(_statement)]


class ComparedGroup(BaseModel):
    """A group, with how many were interviewed in it."""

    name: str
    of: int


class ContrastShown(BaseModel):
    """A group against another, or against all others (``against`` is null), by place."""

    group: int
    against: int | None
    words: str


class CodeContrastRow(BaseModel):
    """One code in one contrast; null stands for what is undefined."""

    model_config = ConfigDict(from_attributes=True)

    said: int
    of: int
    said_against: int
    of_against: int
    difference: float | None
    log_odds: float | None
    z: float | None
    p: float | None
    family: float | None = Field(description="p adjusted for all codes and contrasts.")


class ComparedCode(BaseModel):
    """A code: participants and passages of each group, and each contrast."""

    label: str
    name: str
    id: str | None
    colour: str | None
    participants: list[int]
    passages: list[int]
    in_all: int
    contrasts: list[CodeContrastRow]


class TestShown(BaseModel):
    """How the test was made; ``undefined`` says why there is none."""

    within: str | None
    possible: str = Field(description="A whole number that may be too large for JSON.")
    looked_at: int
    exact: bool
    seed: int
    adjustment: str
    undefined: str | None


class GroupsAnswer(BaseModel):
    """Codes by groups of participants; warnings go before any number."""

    title: str
    noun: str
    groups: list[ComparedGroup]
    contrasts: list[ContrastShown]
    codes: list[ComparedCode]
    of: int
    test: TestShown
    prior: float
    warnings: list[str]
    notes: list[str]


class PassageSetShown(BaseModel):
    """Some passages of one sort, of how many in all, by how many participants."""

    passages: list[PassageRow]
    likeness: list[float] = Field(description="Of each passage, where they are chosen by it.")
    total: int
    participants: int


class StandsRow(BaseModel):
    """How one participant stands to the statement."""

    model_config = ConfigDict(from_attributes=True)

    id: str
    name: str
    standing: str
    passages_for: int
    passages_against: int


class NegativeCasesAnswer(BaseModel):
    """What speaks against a statement, and what is typical of it and most unlike."""

    understood: str
    opposite_query: str | None
    speaks_for: PassageSetShown
    opposite: PassageSetShown | None
    evidence_against: PassageSetShown
    outside: PassageSetShown | None
    typical: PassageSetShown
    unlike: PassageSetShown
    people: list[StandsRow]
    counts: dict[str, int]
    of: int
    warnings: list[str]
    notes: list[str]


def comparison_answer(made: GroupComparison) -> GroupsAnswer:
    """A comparison as an answer."""
    test = made.test
    return GroupsAnswer(
        title=made.title,
        noun=made.groups.noun,
        groups=[
            ComparedGroup(name=label, of=of)
            for label, of in zip(made.groups.labels, made.groups.of, strict=True)
        ],
        contrasts=[
            ContrastShown(group=each.group, against=each.against, words=each.words)
            for each in made.contrasts
        ],
        codes=[
            ComparedCode(
                label=made.labels[at],
                name=made.codes[at].name,
                id=made.codes[at].id,
                colour=made.codes[at].colour,
                participants=made.said[at].tolist(),
                passages=made.passages[at].tolist(),
                in_all=int(made.said_by[at]),
                contrasts=[CodeContrastRow.model_validate(each) for each in made.contrasts_of(at)],
            )
            for at in range(len(made))
        ],
        of=made.of_all,
        test=TestShown(
            within=made.strata.noun,
            possible=str(test.possible),
            looked_at=test.looked_at,
            exact=test.exact,
            seed=test.seed,
            adjustment=test.adjustment,
            undefined=test.reason,
        ),
        prior=made.prior,
        warnings=list(made.warnings),
        notes=list(made.notes),
    )


def negative_cases_answer(found: NegativeCases) -> NegativeCasesAnswer:
    """What speaks against a statement as an answer."""
    return NegativeCasesAnswer(
        understood=found.understood,
        opposite_query=found.opposite_query,
        speaks_for=_set(found.speaks_for),
        opposite=None if found.opposite is None else _set(found.opposite),
        evidence_against=_set(found.evidence_against),
        outside=None if found.outside is None else _set(found.outside),
        typical=_set(found.typical),
        unlike=_set(found.unlike),
        people=[StandsRow.model_validate(each) for each in found.people],
        counts={str(name): number for name, number in found.counts.items()},
        of=found.of,
        warnings=list(found.warnings),
        notes=list(found.notes),
    )


def _set(found: PassageSet) -> PassageSetShown:
    return PassageSetShown(
        passages=[passage_row(each) for each in found.passages],
        likeness=list(found.likeness),
        total=found.total,
        participants=found.participants,
    )
