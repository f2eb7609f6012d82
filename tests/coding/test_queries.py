"""Saved queries."""

from __future__ import annotations

import pytest

from crosscase.coding.queries import Queries
from crosscase.errors import MistakeOfUse, NotFound
from crosscase.store.session import Session


def test_a_query_is_saved_under_its_name_and_saved_again(empty: Session) -> None:
    """The second time changes it; the same again is no operation."""
    queries = Queries(empty)
    first = queries.save("Lost trust", " code:trust and valence:constraining ", "For table 3")
    assert first.expression == "code:trust and valence:constraining"
    again = queries.save("lost  trust", "code:trust")
    assert (again.id, again.expression, again.description) == (
        first.id,
        "code:trust",
        "For table 3",
    )
    assert queries.save("Lost trust", "code:trust") == again
    assert queries.all() == [again]


def test_a_removed_query_is_not_found(empty: Session) -> None:
    """Its name is free again."""
    queries = Queries(empty)
    old = queries.save("One", "code:trust")
    queries.remove("One")
    with pytest.raises(NotFound):
        queries.get("One")
    assert queries.save("One", "code:money").id != old.id


@pytest.mark.parametrize(("name", "expression"), [(" ", "code:trust"), ("One", " ")])
def test_a_query_needs_a_name_and_a_question(empty: Session, name: str, expression: str) -> None:
    """Neither may be empty."""
    with pytest.raises(MistakeOfUse):
        Queries(empty).save(name, expression)


def test_a_removed_query_can_be_restored(empty: Session) -> None:
    """By its name, unless another has taken it."""
    queries = Queries(empty)
    first = queries.save("Lost", "code:trust")
    queries.remove("Lost")
    queries.restore("lost")
    assert queries.get("Lost") == first
    assert queries.restore("Lost") is None
    queries.remove("Lost")
    queries.save("Lost", "code:money")
    with pytest.raises(MistakeOfUse, match="There is a query “Lost” already"):
        queries.restore(first.id)
