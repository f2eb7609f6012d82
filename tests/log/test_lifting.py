"""Old forms of fields are lifted when they are read; newer ones pass through."""

from __future__ import annotations

import pytest

from crosscase.log import lifting
from crosscase.log.folding import fold_entity
from tests.log.changes_made import CODE, change, name


def test_fields_of_today_and_of_tomorrow_pass_through() -> None:
    """Nothing is lost that we do not know."""
    assert lifting.lift(CODE.number, 1, {2: "a", 777: "later"}) == {2: "a", 777: "later"}
    assert lifting.lift(9_999, 12, {2: "a"}) == {2: "a"}


def test_old_fields_are_lifted_step_by_step_when_folded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each step goes to the next version; the log itself is never rewritten."""
    steps = {
        (CODE.number, 1): lambda fields: {**fields, 2: f"{fields[2]}!"},
        (CODE.number, 2): lambda fields: {**fields, 2: f"{fields[2]}?"},
    }
    monkeypatch.setattr(lifting, "LIFTS", steps)
    changes = [change(1, {2: "a"}), change(2, {2: "b"}, [name(1)], version=3)]
    assert fold_entity(changes[:1], frozenset()).values() == {2: "a!?"}
    assert fold_entity(changes, frozenset()).values() == {2: "b"}
