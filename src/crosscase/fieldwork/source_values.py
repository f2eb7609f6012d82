"""Attribute values of sources that come in from a table: a column is an attribute."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from crosscase.errors import MistakeOfUse
from crosscase.fieldwork.day_columns import days_in_one_order
from crosscase.fieldwork.field_plan import FieldPlan
from crosscase.fieldwork.typed_values import guess_value_type
from crosscase.log.records import DraftChange
from crosscase.model.nouns import Attribute, Source
from crosscase.store.session import Reading, Session

__all__ = ["source_value_changes"]


def source_value_changes(
    reading: Reading,
    session: Session,
    sources: Sequence[Source],
    values: Sequence[Mapping[str, str]],
    types: Mapping[str, str] | None = None,
) -> tuple[DraftChange, ...]:
    """The changes that give each source its values; attributes that are new get a guessed type."""
    plan = FieldPlan(reading, session)
    columns = list(dict.fromkeys(column for row in values for column in row))
    for column in columns:
        cells = days_in_one_order([row.get(column, "") for row in values])
        attribute = plan.find_attribute(column)
        if attribute is None:
            guessed = (types or {}).get(column) or guess_value_type(cells)
            attribute = plan.add_attribute(column, guessed)
        for source, cell in zip(sources, cells, strict=True):
            if cell.strip():
                _set(plan, source, attribute, cell)
    return plan.changes()


def _set(plan: FieldPlan, source: Source, attribute: Attribute, cell: str) -> None:
    try:
        plan.set_value(source, attribute, cell)
    except MistakeOfUse as error:
        raise MistakeOfUse(
            error.sentence,
            slug=error.slug,
            hint=f"{error.hint or ''} Or take the column as it is written, by giving its type: "
            f"COLUMN={attribute.name}:text.".strip(),
        ) from error
