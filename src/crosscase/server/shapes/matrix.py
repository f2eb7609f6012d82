"""A matrix, its choices and its cells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from fastapi import Depends, Query
from pydantic import BaseModel, Field

from crosscase.server.shapes.paged import Page
from crosscase.server.shapes.passages import PassageRow, passage_row

if TYPE_CHECKING:
    from crosscase.query.dimensions import Member
    from crosscase.query.matrix import Matrix
    from crosscase.query.matrix_cells import CellPage

__all__ = [
    "CellAnswer",
    "Choice",
    "Count",
    "CountedOf",
    "Label",
    "MatrixAnswer",
    "MatrixChoices",
    "Side",
    "Where",
    "cell_answer",
    "matrix_answer",
]

Side = Annotated[
    str,
    Query(
        min_length=1,
        max_length=500,
        description="codes, codes:all, code:NAME, a kind of cases, an attribute, coders, sources, "
        "participants, valence or basis.",
    ),
]
Count = Annotated[
    str,
    Query(
        min_length=1,
        max_length=500,
        description="participants, sources, passages, codings, words, cases or a kind of cases.",
    ),
]
Where = Annotated[
    str | None,
    Query(max_length=20_000, description="Count only what answers this question."),
]
Label = Annotated[
    str | None,
    Query(max_length=2_000, description="The label of a row or column; left out: its total."),
]


def _counted_of(
    asked: Annotated[
        str | None,
        Query(max_length=500, description="Count participants of those asked about this topic."),
    ] = None,
    or_raised: Annotated[
        bool, Query(description="With asked: and of those who raised the topic unprompted.")
    ] = False,
    guide: Annotated[
        str | None,
        Query(max_length=500, description="The guide of that topic, where there are several."),
    ] = None,
) -> dict[str, str | None]:
    """Of whom a matrix counts, as a study is asked for it."""
    of = "asked or raised" if or_raised else None
    return {"of": of, "topic": asked or None, "guide": guide or None}


CountedOf = Annotated[dict[str, str | None], Depends(_counted_of)]


class Choice(BaseModel):
    """A word that asks for something, and how it is shown."""

    value: str
    label: str


class SideChoice(Choice):
    """One that can be rows or columns, under its heading."""

    group: str


class MatrixChoices(BaseModel):
    """What can be crossed and counted in this study."""

    rows: list[SideChoice]
    columns: list[SideChoice]
    counts: list[Choice]


class MatrixMember(BaseModel):
    """A row or column; ``id`` is null for a value, and for what lies in none."""

    label: str = Field(description="Its name in this matrix, by which a cell is asked for.")
    name: str
    depth: int = Field(description="How deep a code lies in the codebook; 0 otherwise.")
    id: str | None
    colour: str | None


class OfHowMany(BaseModel):
    """Of how many: in all, and for each row and column where that is something of its own."""

    total: int
    words: str
    label: str
    rows: list[int] | None
    columns: list[int] | None


class MatrixAnswer(BaseModel):
    """Counts by row and column; totals count distinct things and are no sums."""

    title: str
    count: str
    where: str | None
    row_noun: str
    column_noun: str
    rows: list[MatrixMember]
    columns: list[MatrixMember]
    cells: list[list[int]]
    row_totals: list[int]
    column_totals: list[int]
    total: int
    of: OfHowMany
    notes: list[str]


class CellAnswer(Page[PassageRow]):
    """A cell with its passages, who speaks in them, and who of its column does not."""

    value: int
    of: int
    who: list[str]
    did_not: list[str]


def matrix_answer(made: Matrix) -> MatrixAnswer:
    """A matrix as an answer."""
    return MatrixAnswer(
        title=made.title,
        count=made.count,
        where=made.where,
        row_noun=made.row_noun,
        column_noun=made.column_noun,
        rows=_members(made.rows, made.row_members),
        columns=_members(made.columns, made.column_members),
        cells=made.counts.cells.tolist(),
        row_totals=made.counts.rows.tolist(),
        column_totals=made.counts.columns.tolist(),
        total=made.counts.total,
        of=OfHowMany(
            total=made.of.total,
            words=made.of.words,
            label=made.of.label,
            rows=None if made.of.rows is None else list(made.of.rows),
            columns=None if made.of.columns is None else list(made.of.columns),
        ),
        notes=list(made.notes),
    )


def cell_answer(page: CellPage) -> CellAnswer:
    """A cell as an answer."""
    return CellAnswer(
        items=[passage_row(each) for each in page.passages],
        next=page.following,
        total=page.total,
        value=page.value,
        of=page.of,
        who=list(page.who),
        did_not=list(page.did_not),
    )


def _members(labels: tuple[str, ...], members: tuple[Member, ...]) -> list[MatrixMember]:
    return [
        MatrixMember(label=label, name=each.name, depth=each.depth, id=each.id, colour=each.colour)
        for label, each in zip(labels, members, strict=True)
    ]
