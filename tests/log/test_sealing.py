"""Sealed changes: without their words, and opened only by what was promised."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crosscase.log.canonical import encode
from crosscase.log.records import Seal
from crosscase.log.sealing import named_wholes, opened, sealed
from crosscase.model.kinds import KINDS
from tests.log.changes_made import change, name

CHANGE = change(2, {2: "words"}, [name(1)])


def test_a_sealed_change_keeps_all_but_its_words() -> None:
    """Kind, entity, over and hash stay, so that chains and folds go on."""
    hidden = sealed(CHANGE, Seal.BLIND)
    assert (hidden.fields, hidden.salt, hidden.seal) == (None, None, Seal.BLIND)
    assert replace(hidden, fields=CHANGE.fields, salt=CHANGE.salt, seal=Seal.OPEN) == CHANGE


def test_what_is_opened_must_hash_to_what_was_promised() -> None:
    """The very words and salt open it; any others are refused."""
    hidden = sealed(CHANGE, Seal.BLIND)
    assert CHANGE.fields is not None and CHANGE.salt is not None
    assert opened(hidden, CHANGE.fields, CHANGE.salt) == CHANGE
    for fields, salt in ((encode({2: "other"}), CHANGE.salt), (CHANGE.fields, b"s" * 16)):
        with pytest.raises(ValueError, match="promised"):
            opened(hidden, fields, salt)


def test_a_change_says_of_what_its_entity_is_part() -> None:
    """A revision is part of its source; a coding of its source, not of its code."""
    source, code = b"s" * 16, b"c" * 16
    kind = KINDS["coding"]
    numbers = {key: kind.by_name[key].number for key in ("source", "code")}
    coding = change(1, {numbers["source"]: source, numbers["code"]: code}, kind=kind.number)
    assert list(named_wholes(coding)) == [source]
    assert list(named_wholes(sealed(coding, Seal.PURGED))) == []
    assert list(named_wholes(change(1, {2: source}, kind=9_999))) == []
