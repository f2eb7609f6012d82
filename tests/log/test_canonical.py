"""One way to write a value, and digests that show any change."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Any

import cbor2
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from crosscase.log.canonical import (
    EMPTY_OVER,
    change_hash,
    decode,
    encode,
    encode_fields,
    operation_digest,
    over_from_bytes,
    over_to_bytes,
    tips_from_bytes,
    tips_to_bytes,
)
from crosscase.log.records import Operation, OperationName, Tip

_plain = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63)
    | st.floats(allow_nan=False)
    | st.text(st.characters(exclude_categories=["Cs"]))
    | st.binary(),
    lambda inner: st.lists(inner) | st.dictionaries(st.integers(0, 99) | st.text("ab"), inner),
    max_leaves=12,
)
_writers = st.binary(min_size=16, max_size=16)
_names = st.builds(OperationName, _writers, st.integers(1, 2**40))
_tips = st.builds(Tip, _writers, st.integers(1, 2**40), st.binary(min_size=32, max_size=32))


@given(_plain)
def test_what_is_written_is_read_back(value: Any) -> None:
    """Every plain value survives, and is written the same way again."""
    data = encode(value)
    assert decode(data) == value
    assert encode(decode(data)) == data


class _Word(str):
    """A text that is also something else."""


_sizes = st.sampled_from((0, 1, 23, 24, 255, 256, 300))
_any_shape = st.recursive(
    _plain
    | st.builds(lambda sign, size: sign * size, st.sampled_from(("a", "ä", "😀", b"\x00")), _sizes)
    | st.builds(lambda size: [1] * size, _sizes)
    | st.sampled_from((23, 24, 255, 256, 65_535, 65_536, 2**32, -1, 2**64, _Word("own"), (1, "b"))),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=30), inner, max_size=30),
    max_leaves=12,
)


@given(_any_shape)
@example({f"{n:03d}": n for n in range(300)})
@example([[[[[[[[[[["deep"]]]]]]]]]]])
@example({"b": 1, "aa": 2, "a": 3, "": 4})
@example({1: 1, "a": {"b": {2: 3}}})
@example([1, True, 1.0, {"one": True, "two": None}])
def test_the_bytes_are_those_of_the_library(value: Any) -> None:
    """What is put together here for speed is what the library writes, whatever the shape."""
    assert encode(value) == cbor2.dumps(value, canonical=True)


def test_half_a_character_is_refused_as_the_library_refuses_it() -> None:
    """No bytes are made up for what has none."""
    for value in ("\ud83d", {"a": ["\ud83d"]}):
        with pytest.raises(Exception) as theirs:
            cbor2.dumps(value, canonical=True)
        with pytest.raises(type(theirs.value)):
            encode(value)


@given(st.dictionaries(st.integers(0, 500), _plain, max_size=8), st.randoms())
def test_the_order_of_a_map_makes_no_difference(value: dict[int, Any], chance: Any) -> None:
    """Two laptops that set the same fields write the same bytes."""
    pairs = list(value.items())
    chance.shuffle(pairs)
    assert encode(dict(pairs)) == encode(value)


def test_the_bytes_are_those_of_the_standard() -> None:
    """Deterministic CBOR (RFC 8949, 4.2): keys sorted by their bytes, numbers kept short."""
    assert encode({10: 1, 2: [None, True], 100: "é"}).hex() == "a30282f6f50a01186462c3a9"
    assert encode(1.5).hex() == "f93e00"
    assert encode([]) == EMPTY_OVER


@pytest.mark.parametrize("data", [b"", b"\xff", b"\xa1", b"\x5f", b"\x82\x01", b"\x81" * 5_000])
def test_bytes_that_are_no_value_are_a_value_error(data: bytes) -> None:
    """Cut short, broken, or nested without end: one kind of error."""
    with pytest.raises(ValueError, match="not CBOR"):
        decode(data)


@given(st.lists(_names, unique=True, max_size=6), st.randoms())
def test_over_is_written_the_same_in_any_order(names: list[OperationName], chance: Any) -> None:
    """It is a set of operations."""
    data = over_to_bytes(names)
    assert list(over_from_bytes(data)) == sorted(names)
    chance.shuffle(names)
    assert over_to_bytes(names) == data


@given(st.lists(_tips, unique=True, max_size=6))
def test_heads_are_read_back(tips: list[Tip]) -> None:
    """Sorted, with their digests."""
    assert list(tips_from_bytes(tips_to_bytes(tips))) == sorted(tips)


OPERATION = Operation(
    writer=bytes(16),
    seq=1,
    at=10,
    wall_ms=1,
    person=bytes(16),
    sentence=encode(["code.added", {}]),
    heads=(Tip(bytes(16), 1, bytes(32)),),
    digest=b"",
)
HASHES = {b"a" * 16: b"1" * 32, b"b" * 16: b"2" * 32}


def test_a_digest_does_not_depend_on_the_order_of_changes() -> None:
    """The hashes go in by entity, as a map or as pairs."""
    pairs = list(HASHES.items())
    expected = operation_digest(bytes(32), OPERATION, HASHES)
    assert operation_digest(bytes(32), OPERATION, pairs) == expected
    assert operation_digest(bytes(32), OPERATION, pairs[::-1]) == expected


@pytest.mark.parametrize(
    "other",
    [
        {"writer": b"w" * 16},
        {"seq": 2},
        {"at": 11},
        {"wall_ms": 2},
        {"person": None},
        {"sentence": encode(["code.removed", {}])},
        {"heads": ()},
    ],
)
def test_a_digest_shows_any_change_of_the_header(other: dict[str, Any]) -> None:
    """Each part of it is covered."""
    before = operation_digest(bytes(32), OPERATION, HASHES)
    assert operation_digest(bytes(32), replace(OPERATION, **other), HASHES) != before


def test_a_digest_shows_any_change_of_what_came_before_and_of_the_changes() -> None:
    """Digests chain: the previous one is part of the next, and so are all hashes."""
    before = operation_digest(bytes(32), OPERATION, HASHES)
    assert operation_digest(b"x" * 32, OPERATION, HASHES) != before
    assert operation_digest(bytes(32), OPERATION, {**HASHES, b"a" * 16: b"3" * 32}) != before
    assert operation_digest(bytes(32), OPERATION, {b"a" * 16: b"1" * 32}) != before


def test_a_hash_covers_every_part_of_a_change() -> None:
    """Salt, kind, version, entity, fields and over."""
    parts: list[Any] = [bytes(16), 8, 1, bytes(16), encode({2: "a"}), EMPTY_OVER]
    others: list[Any] = [
        b"s" * 16,
        9,
        2,
        b"e" * 16,
        encode({2: "b"}),
        over_to_bytes([OPERATION.name]),
    ]
    before = change_hash(*parts)
    for index, other in enumerate(others):
        assert change_hash(*[*parts[:index], other, *parts[index + 1 :]]) != before


@given(st.integers(0, 2**32), st.integers(0, 300), st.binary(max_size=40))
def test_a_hash_is_that_of_the_written_change(kind: int, version: int, entity: bytes) -> None:
    """However its head is put together."""
    salt, fields = b"s" * 16, encode({2: "a"})
    written = salt + encode([kind, version, entity]) + fields + EMPTY_OVER
    expected = hashlib.sha256(written).digest()
    assert change_hash(salt, kind, version, entity, fields, EMPTY_OVER) == expected


@given(st.dictionaries(st.integers(0, 300), _plain, max_size=40))
def test_fields_put_together_are_those_written_as_one(fields: dict[int, Any]) -> None:
    """Value by value or as a whole map, the bytes are the same."""
    parts = {number: encode(value) for number, value in fields.items()}
    assert encode_fields(parts) == encode(fields)
