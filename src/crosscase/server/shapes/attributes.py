"""Attributes: typed characteristics of cases and sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, Field

from crosscase.server.shapes.asked import Asked

if TYPE_CHECKING:
    from crosscase.fieldwork.case_grid import AttributeHead

__all__ = ["AttributeChange", "AttributeColumn", "NewAttribute", "ValueType", "attribute_column"]

ValueType = Literal["text", "number", "day", "truth", "choice"]
Coarser = dict[str, str]


class AttributeColumn(BaseModel):
    """An attribute as a column of the grid."""

    id: str
    name: str
    type: str
    description: str | None
    coarser: Coarser | None = Field(description="The coarser value of each fine one.")
    values: list[str] = Field(description="Of a choice the values so far; empty for other types.")


class NewAttribute(Asked):
    """A new attribute."""

    name: str = Field(min_length=1, max_length=500)
    type: ValueType = "text"
    description: str | None = Field(default=None, max_length=20_000)
    coarser: Coarser | None = Field(default=None, max_length=10_000)


class AttributeWas(Asked):
    """What the page showed before it was changed."""

    name: str | None = Field(default=None, max_length=500)
    description: str | None = Field(default=None, max_length=20_000)


class AttributeChange(Asked):
    """What is changed of an attribute; what is left out stays."""

    name: str = Field(default="", min_length=1, max_length=500)
    description: str | None = Field(default=None, max_length=20_000)
    coarser: Coarser | None = Field(default=None, max_length=10_000)
    was: AttributeWas | None = None


def attribute_column(head: AttributeHead) -> AttributeColumn:
    """An attribute as an answer has it."""
    return AttributeColumn(
        id=head.attribute.id,
        name=head.attribute.name,
        type=head.attribute.value_type,
        description=head.attribute.description,
        coarser=head.attribute.coarser,
        values=list(head.choices),
    )
