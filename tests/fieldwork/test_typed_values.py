"""Typed values: what is read as a number, a day, a truth, and what is refused."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.errors import CrosscaseError, MistakeOfUse
from crosscase.fieldwork.typed_values import VALUE_TYPES, guess_value_type, parse_value


@pytest.mark.parametrize(
    ("written", "number"),
    [("1,234.5", 1234.5), ("12", 12.0), ("-3.50", -3.5), ("−2", -2.0), ("1e3", 1000.0), (7, 7.0)],
)
def test_numbers_are_read(written: object, number: float) -> None:
    """Thousands may be marked by commas."""
    assert parse_value("number", written) == ("number", number)


@pytest.mark.parametrize("written", ["3,5", "1.234,5", "12,34"])
def test_a_decimal_comma_is_refused_with_a_hint(written: str) -> None:
    """It could be a list, or a number of another country."""
    with pytest.raises(MistakeOfUse, match="decimal comma") as caught:
        parse_value("number", written)
    assert "3.5" in (caught.value.hint or "")


@pytest.mark.parametrize("written", ["nan", "inf", "12 years", "£5", "1e999", "twelve", True])
def test_what_is_no_number_is_refused(written: object) -> None:
    """Neither words nor what cannot be counted with."""
    with pytest.raises(MistakeOfUse):
        parse_value("number", written)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2023-02-07", "2023-02-07"),
        ("25/04/2023", "2023-04-25"),
        ("25.4.2023", "2023-04-25"),
        ("05/05/2023", "2023-05-05"),
        (date(2023, 2, 7), "2023-02-07"),
    ],
)
def test_days_are_read(written: object, day: str) -> None:
    """ISO, or day before month where it cannot be mistaken."""
    assert parse_value("day", written) == ("day", day)


def test_a_day_that_can_be_read_in_two_ways_is_refused() -> None:
    """03/04/2023 is never guessed."""
    with pytest.raises(MistakeOfUse, match="may be 2023-04-03 or 2023-03-04"):
        parse_value("day", "03/04/2023")


@pytest.mark.parametrize("written", ["04/25/2023", "2023-02-30", "31/04/2023", "May 2023", "2023"])
def test_what_is_no_day_is_refused(written: str) -> None:
    """Months before days, days that never were, and half days."""
    with pytest.raises(MistakeOfUse):
        parse_value("day", written)


@pytest.mark.parametrize(
    ("written", "truth"), [("Yes", True), ("no", False), ("TRUE", True), ("0", False), (1, True)]
)
def test_truths_are_read(written: object, truth: bool) -> None:
    """Yes and no, true and false, 1 and 0."""
    assert parse_value("truth", written) == ("truth", truth)


def test_an_empty_value_is_none() -> None:
    """Of any type."""
    assert [parse_value(type_, "  ") for type_ in VALUE_TYPES] == [None] * len(VALUE_TYPES)


@pytest.mark.parametrize(
    ("values", "type_"),
    [
        (["1", "2.5", ""], "number"),
        (["1", "0"], "number"),
        (["yes", "No"], "truth"),
        (["2023-01-01", "25/04/2023"], "day"),
        (["03/04/2023"], "day"),
        (["3,5", "4"], "number"),
        (["007", "12"], "text"),
        (["1", "n/a"], "text"),
        (["", None], "text"),
        ([], "text"),
    ],
)
def test_the_type_of_a_column_is_guessed_from_all_its_values(values: list[str], type_: str) -> None:
    """What only looks like a number or a day is not hidden as text: it is refused when read."""
    assert guess_value_type(values) == type_


@given(st.text(), st.sampled_from(VALUE_TYPES))
def test_any_text_is_read_or_refused_with_a_sentence(text: str, type_: str) -> None:
    """Nothing else comes out, and what was read is read again to the same."""
    try:
        value = parse_value(type_, text)
    except CrosscaseError as error:
        assert error.sentence.endswith(".")
        return
    if value is not None:
        assert parse_value(type_, value.value) == value


@given(st.lists(st.text(max_size=12)))
def test_a_guessed_type_is_one_of_the_types(values: list[str]) -> None:
    """For any column."""
    assert guess_value_type(values) in VALUE_TYPES
