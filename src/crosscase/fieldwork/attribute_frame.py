"""Cases or sources by attributes, as a Polars frame with a type for each column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from crosscase.errors import CrosscaseError
from crosscase.fieldwork.typed_values import parse_value
from crosscase.model.case_closure import kind_key
from crosscase.model.fields import Value
from crosscase.model.ids import Id
from crosscase.model.nouns import Attribute, AttributeValue, Case, Source
from crosscase.store.session import Reading

if TYPE_CHECKING:
    import polars

__all__ = ["case_frame", "source_frame"]


def case_frame(reading: Reading, case_kind: str | None = None) -> polars.DataFrame:
    """Cases by all attributes, or those of one kind by the attributes that any of them has."""
    wanted = None if case_kind is None else kind_key(case_kind)
    wanted = "person" if wanted == "participant" else wanted
    cases = sorted(
        (
            case
            for case in reading.all(Case)
            if wanted is None or kind_key(case.case_kind) == wanted
        ),
        key=lambda case: (kind_key(case.case_kind), (case.name or "").casefold(), case.id),
    )
    first = {
        "id": [case.id for case in cases],
        "case": [case.name for case in cases],
        "case_kind": [case.case_kind for case in cases],
    }
    return _frame(reading, first, only_used=wanted is not None)


def source_frame(reading: Reading) -> polars.DataFrame:
    """Sources by the attributes that any of them has, in the order of their names."""
    sources = sorted(
        reading.all(Source), key=lambda source: ((source.name or "").casefold(), source.id)
    )
    first = {
        "id": [source.id for source in sources],
        "source": [source.name for source in sources],
    }
    return _frame(reading, first, only_used=True)


def _frame(
    reading: Reading, first: Mapping[str, Sequence[Any]], *, only_used: bool
) -> polars.DataFrame:
    import polars as pl

    dtypes: Mapping[str, Any] = {
        "number": pl.Float64,
        "day": pl.Date,
        "truth": pl.Boolean,
        "choice": pl.Categorical,
    }
    by_attribute: dict[Id, dict[Id, Value]] = {}
    for each in reading.all(AttributeValue):
        if each.value is not None:
            by_attribute.setdefault(each.attribute, {})[each.subject] = each.value
    frame = pl.DataFrame(dict(first), schema=dict.fromkeys(first, pl.String))
    subjects = first["id"]
    attributes = sorted(
        reading.all(Attribute), key=lambda each: ((each.name or "").casefold(), each.id)
    )
    for attribute in attributes:
        held = by_attribute.get(attribute.id, {})
        if only_used and not held.keys() & set(subjects):
            continue
        cells = [_cell(attribute.value_type, held.get(subject)) for subject in subjects]
        name = attribute.name or attribute.id
        while name in frame.columns:  # a merge may bring a name that is taken
            name += " (attribute)"
        dtype = dtypes.get(attribute.value_type, pl.String)
        frame = frame.with_columns(pl.Series(name, cells, dtype=dtype, strict=False))
    return frame


def _cell(value_type: str, value: Value | None) -> Any:
    """A value as its column holds it; None where it does not fit a type that was changed."""
    if value is None:
        return None
    try:
        fitting = parse_value(value_type, value.value)
    except CrosscaseError:
        return None
    if fitting is None:
        return None
    return date.fromisoformat(fitting.value) if value_type == "day" else fitting.value
