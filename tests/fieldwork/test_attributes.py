"""Attributes: names, types, values, coarser values and the frame."""

from __future__ import annotations

from datetime import date
from typing import Any

import polars as pl
import pytest

from crosscase.errors import MistakeOfUse, NotFound
from crosscase.fieldwork.field_words import QUERY_WORDS


@pytest.mark.parametrize("name", sorted(QUERY_WORDS))
def test_a_word_of_the_query_language_is_no_attribute(field: Any, name: str) -> None:
    """`text:x` could not be told from an attribute called text."""
    with pytest.raises(MistakeOfUse, match="query language"):
        field.attributes.add(name.upper())


def test_the_name_of_a_case_kind_is_no_attribute(field: Any) -> None:
    """There are sites, so there is no attribute site; person is always a kind."""
    field.cases.add("A", "site")
    for name in ("Site", "person"):
        with pytest.raises(MistakeOfUse, match="cases of that kind"):
            field.attributes.add(name)


def test_attribute_names_are_unique(field: Any) -> None:
    """Spacing and case aside."""
    field.attributes.add("Tenure years", "number")
    with pytest.raises(MistakeOfUse, match="already"):
        field.attributes.add("tenure  YEARS")
    with pytest.raises(MistakeOfUse, match="needs a name"):
        field.attributes.add(" ")
    with pytest.raises(MistakeOfUse, match="no type of an attribute"):
        field.attributes.add("x", "integer")


def test_values_of_each_type_are_set_in_one_operation(field: Any) -> None:
    """They are parsed by the type of their attribute."""
    for name, type_ in (("a", "text"), ("b", "number"), ("c", "day"), ("d", "truth")):
        field.attributes.add(name, type_)
    field.cases.add("A", "site")
    before = field.operations()
    field.attributes.set("A", {"a": " two  words ", "b": "3", "c": "2023-01-02", "d": "no"})
    assert field.operations() == before + 1
    assert field.attributes.values("A") == {
        "a": "two words",
        "b": 3.0,
        "c": "2023-01-02",
        "d": False,
    }
    assert field.attributes.set("A", {"b": 3, "d": False}) is None


def test_a_value_that_does_not_fit_is_refused_naming_the_attribute(field: Any) -> None:
    """And no other value of the same act is stored."""
    field.attributes.add("beds", "number")
    field.attributes.add("note")
    field.cases.add("A", "site")
    with pytest.raises(MistakeOfUse, match="“beds” of “A”: “many” is not a number"):
        field.attributes.set("A", {"note": "x", "beds": "many"})
    assert field.attributes.values("A") == {}


def test_an_empty_value_takes_it_away_and_it_can_be_set_again(field: Any) -> None:
    """Its id is derived, so it is the same value that comes and goes."""
    field.attributes.add("beds", "number")
    field.cases.add("A", "site")
    for raw, values in (("4", {"beds": 4.0}), ("", {}), (None, {}), ("4", {"beds": 4.0})):
        field.attributes.set("A", {"beds": raw})
        assert field.attributes.values("A") == values


def test_unknown_attributes_and_subjects_are_not_found(field: Any) -> None:
    """With the nearest names."""
    field.attributes.add("deprivation")
    field.cases.add("Thornfell", "site")
    with pytest.raises(NotFound, match="no attribute “deprivaton”") as caught:
        field.attributes.set("Thornfell", {"deprivaton": "high"})
    assert caught.value.hint == "Did you mean “deprivation”?"
    with pytest.raises(NotFound, match="no case and no source “Thornfall”"):
        field.attributes.values("Thornfall")


def test_a_source_has_attributes_too(field: Any) -> None:
    """They stand in a frame of sources."""
    field.add_source("plan.txt", (None, "Our plan."))
    field.attributes.add("year", "number")
    field.attributes.add("beds", "number")
    field.attributes.set("plan.txt", {"year": 2021})
    frame = field.attributes.source_frame()
    assert frame.columns == ["id", "source", "year"]
    assert frame["year"].to_list() == [2021.0]


def test_choices_are_spelled_alike(field: Any) -> None:
    """A choice takes the spelling that it has elsewhere."""
    field.attributes.add("sector", "choice", coarser={"NHS provider": "NHS"})
    for name, sector in (("A", "nhs PROVIDER"), ("B", "Public health"), ("C", "public health")):
        field.cases.add(name, "site")
        field.attributes.set(name, {"sector": sector})
    sectors = field.attributes.frame()["sector"].to_list()
    assert sectors == ["NHS provider", "Public health", "Public health"]


def test_coarser_values_do_not_go_in_a_circle(field: Any) -> None:
    """And numbers have none."""
    made = field.attributes.add("role", coarser={"GP": "Clinician", "Clinician": "Staff"})
    assert made.coarser == {"Clinician": "Staff", "GP": "Clinician"}
    with pytest.raises(MistakeOfUse, match="coarser value of itself"):
        field.attributes.describe("role", coarser={"a": "b", "b": "a"})
    with pytest.raises(MistakeOfUse, match="have no coarser values"):
        field.attributes.add("beds", "number", coarser={"1": "few"})
    field.attributes.describe("role", description="What they do", coarser=None)
    assert field.attributes.get("role").coarser is None


def test_the_frame_has_a_type_for_each_column(field: Any) -> None:
    """Cases by attributes; what a case does not have is null."""
    types = {"t": "text", "n": "number", "d": "day", "b": "truth", "c": "choice"}
    for name, type_ in types.items():
        field.attributes.add(name, type_)
    field.cases.add("A", "site")
    field.cases.add("B", "site")
    field.attributes.set("A", {"t": "x", "n": 1, "d": "2023-01-02", "b": "yes", "c": "high"})
    frame = field.attributes.frame()
    assert frame.columns == ["id", "case", "case_kind", "b", "c", "d", "n", "t"]
    assert frame.schema["b"] == pl.Boolean
    assert isinstance(frame.schema["c"], pl.Categorical)
    assert (frame.schema["d"], frame.schema["n"], frame.schema["t"]) == (
        pl.Date,
        pl.Float64,
        pl.String,
    )
    assert frame.row(0)[1:] == ("A", "site", True, "high", date(2023, 1, 2), 1.0, "x")
    assert frame.row(1)[1:] == ("B", "site", None, None, None, None, None)


def test_an_empty_study_has_an_empty_frame(field: Any) -> None:
    """With its columns."""
    assert field.attributes.frame().columns == ["id", "case", "case_kind"]


def test_a_removed_attribute_begins_anew_or_is_restored_with_its_values(field: Any) -> None:
    """Adding its name again does not bring back values of another type."""
    field.cases.add("A", "site")
    field.attributes.add("wave")
    field.attributes.set("A", {"wave": "first"})
    field.attributes.remove("wave")
    assert field.attributes.all() == []
    field.attributes.restore("wave")
    assert field.attributes.values("A") == {"wave": "first"}
    field.attributes.remove("wave")
    field.attributes.add("wave", "number")
    assert field.attributes.values("A") == {}
    field.attributes.set("A", {"wave": 2})
    assert field.attributes.frame()["wave"].to_list() == [2.0]
    with pytest.raises(NotFound, match="No attribute “beds” was removed"):
        field.attributes.restore("beds")


def test_two_laptops_that_add_one_attribute_and_value_make_one(laptops: tuple[Any, Any]) -> None:
    """The ids are derived from the name and the subject."""
    one, other = laptops
    one.cases.add("A", "site")
    other.merge(one)
    for each, value in ((one, "high"), (other, "low")):
        each.attributes.add("Deprivation")
        each.attributes.set("A", {"deprivation": value})
    one.merge(other)
    other.merge(one)
    assert len(one.attributes.all()) == 1
    assert one.attributes.values("A") == other.attributes.values("A")
