"""New codings are stored together, and each is what it would be by itself."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscase.errors import Conflict
from crosscase.log.canonical import EMPTY_OVER, change_hash, encode
from crosscase.log.records import Draft, DraftChange
from crosscase.model.fields import Passage
from crosscase.model.ids import Id, bytes_of_id, derived_id
from crosscase.model.kinds import KINDS
from crosscase.model.nouns import Code, Coder, Revision, Source
from crosscase.store.blobs import blob_hash
from crosscase.store.purging import purge
from crosscase.store.session import Session, made
from crosscase.store.undoing import redo, undo
from crosscase.store.verifying import verify_file
from crosscase.testing import make_session

_WORDS = b"The pot was empty, and nobody trusted the meeting."
_CODING = KINDS["coding"]


def _thing(kind: str, number: int) -> Id:
    return derived_id("new codings", kind, str(number))


def _texts() -> list[DraftChange]:
    """Two texts, a code and a coder; a third text, code and coder are only ever named."""
    changes = []
    for number in (0, 1):
        source, revision = _thing("source", number), _thing("revision", number)
        changes.append(made(Source, source, name=f"Interview {number}"))
        changes.append(made(Revision, revision, source=source, text=blob_hash(_WORDS)))
    changes.append(made(Code, _thing("code", 0), name="Trust"))
    changes.append(made(Coder, _thing("coder", 0), name="Ben"))
    return changes


_few = st.integers(0, 2)
_said = st.fixed_dictionaries(
    {"text": _few, "code": _few, "start": st.integers(0, 80), "length": st.integers(1, 70_000)},
    optional={
        "coder": _few,
        "foreign": st.sampled_from(({"tool": {"guid": "ä", "made": {}}}, {"a": [1, None]}, {})),
        "valence": st.sampled_from(("enabling", "mixed", None)),
        "basis": st.sampled_from(("asserted", None)),
        "region": st.sampled_from(([1, 0, 0, 500_000, 500_000], None)),
        "dropped": st.booleans(),
    },
)


def _change(number: int, said: dict[str, Any]) -> DraftChange:
    source = _thing("source", said["text"])
    fields: dict[str, Any] = {
        "source": source,
        "code": _thing("code", said["code"]),
        "passage": Passage(
            _thing("revision", said["text"]), said["start"], said["start"] + said["length"]
        ),
    }
    if "coder" in said:
        fields["coder"] = _thing("coder", said["coder"])
    for name in ("foreign", "valence", "basis", "region", "dropped"):
        if name in said:
            fields[name] = said[name]
    return DraftChange(_CODING, _thing("coding", number), fields, makes=True)


@settings(max_examples=40, deadline=None)
@given(st.lists(_said, min_size=1, max_size=12))
def test_they_are_logged_and_shown_as_if_each_came_by_itself(said: list[dict[str, Any]]) -> None:
    """The bytes of every change are the wire values of its draft; the state folds to the same."""
    session = make_session()
    drafts = [_change(number, each) for number, each in enumerate(said)]
    blobs = {blob_hash(_WORDS): _WORDS}
    recorded = session.record(lambda _: Draft("study.made", {}, (*drafts, *_texts()), blobs))
    assert recorded is not None
    raw = session.file.driver()
    for draft in drafts:
        entity = bytes_of_id(draft.entity)
        fields, salt, hash_, over = raw.execute(
            "SELECT c.fields, c.salt, c.hash, c.over FROM change c JOIN entity e "
            "ON e.row = c.entity WHERE e.id = ? AND e.kind = ?",
            (entity, _CODING.number),
        ).fetchone()
        assert fields == encode(_CODING.to_wire(draft.fields))
        assert over == EMPTY_OVER
        assert hash_ == change_hash(salt, _CODING.number, _CODING.version, entity, fields, over)
    assert verify_file(session.file) == []
    undo(session, recorded.id)
    redo(session, recorded.id)
    assert verify_file(session.file) == []


def _with_texts() -> Session:
    session = make_session()
    draft = Draft("study.made", {}, tuple(_texts()), {blob_hash(_WORDS): _WORDS})
    session.record(lambda _: draft)
    return session


def test_a_coding_of_a_purged_source_is_refused_and_one_beside_it_not() -> None:
    """Nothing comes to what was purged, however many come at once."""
    session = _with_texts()
    purge(session, [_thing("source", 0)])
    plain = {"code": 0, "start": 0, "length": 3}
    with pytest.raises(Conflict, match="purged"):
        session.record(
            lambda _: Draft("study.made", {}, (_change(0, {"text": 1, **plain}),
                                               _change(1, {"text": 0, **plain})))
        )  # fmt: skip
    assert session.record(lambda _: Draft("study.made", {}, (_change(2, {"text": 1, **plain}),)))
    assert verify_file(session.file) == []


def test_one_that_names_no_id_stores_nothing() -> None:
    """The ones before it go with it."""
    session = _with_texts()
    plain = {"code": 0, "start": 0, "length": 3, "text": 1}
    broken = DraftChange(_CODING, _thing("coding", 1), {**_change(1, plain).fields, "code": "no"})
    with pytest.raises(ValueError, match="fromhex"):
        session.record(lambda _: Draft("study.made", {}, (_change(0, plain), broken)))
    found = session.file.driver().execute("SELECT count(*) FROM state_coding").fetchone()
    assert found == (0,)
