"""An operation of more changes than are written at once is still one operation."""

from __future__ import annotations

import pytest

from crosscase.log.records import Draft, DraftChange
from crosscase.model.ids import Id
from crosscase.model.nouns import Memo
from crosscase.store.session import Session, made
from crosscase.store.undoing import redo, undo
from crosscase.store.verifying import verify_file
from crosscase.testing import make_session

_MANY = 4_050


def _memos_about(session: Session, what: Id) -> list[DraftChange]:
    return [made(Memo, session.ids(), title=f"Memo {n}", about=what) for n in range(_MANY)]


def _count(session: Session) -> int:
    with session.reading() as reading:
        return len(reading.all(Memo))


def test_it_is_undone_and_redone_as_one_and_what_is_mentioned_first_may_be_made_last() -> None:
    """Its first memo is about another one, which is made in it far behind."""
    session = make_session()
    last = session.ids()
    changes = [*_memos_about(session, last), made(Memo, last, title="About them all")]
    recorded = session.record(lambda _: Draft("study.made", {}, tuple(changes)))
    assert recorded is not None
    assert _count(session) == _MANY + 1
    undo(session, recorded.id)
    assert _count(session) == 0
    redo(session, recorded.id)
    assert _count(session) == _MANY + 1
    assert verify_file(session.file) == []


def test_when_a_late_change_is_refused_nothing_of_it_is_stored() -> None:
    """The first changes were written already when the last one turns out to be none."""
    session = make_session()
    broken = made(Memo, session.ids(), title="No", about="no id")
    changes = [*_memos_about(session, session.ids()), broken]
    with pytest.raises(ValueError, match="fromhex"):
        session.record(lambda _: Draft("study.made", {}, tuple(changes)))
    assert _count(session) == 0
    assert verify_file(session.file) == []
