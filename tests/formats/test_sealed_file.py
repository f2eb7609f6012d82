"""Sealed files: what goes in comes out under its passphrase, and anything else is refused."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscase.errors import MistakeOfUse, NotFound, UnreadableFile
from crosscase.formats.sealed_file import (
    STANDARD_COST,
    Cost,
    checked_passphrase,
    open_sealed,
    write_sealed,
)
from crosscase.testing import counted_randomness

CHEAP = Cost(64, 1, 1)
PASSPHRASE = "four horses by the river"


def _write(path: Path, *parts: bytes, content: str = "vault") -> bytes:
    write_sealed(
        path, parts, PASSPHRASE, content=content, randomness=counted_randomness(), cost=CHEAP
    )
    return path.read_bytes()


def _read(path: Path, passphrase: str = PASSPHRASE, content: str = "vault") -> bytes:
    return b"".join(open_sealed(path, passphrase, content=content))


@pytest.mark.parametrize("size", [0, 1, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, 3 << 20])
def test_what_was_sealed_comes_out_again_whatever_its_size(tmp_path: Path, size: int) -> None:
    words = bytes(number % 251 for number in range(size % 997)) * (size // max(1, size % 997) + 1)
    data = words[:size].ljust(size, b"x")
    _write(tmp_path / "a", data[: size // 3], data[size // 3 :])
    assert _read(tmp_path / "a") == data


def test_neither_the_words_nor_the_passphrase_stand_in_the_file(tmp_path: Path) -> None:
    sealed = _write(tmp_path / "a", b"Anna Smith of Millbrook")
    assert b"Anna" not in sealed
    assert PASSPHRASE.encode() not in sealed


def test_another_passphrase_does_not_open_it_and_the_error_says_what_to_do(tmp_path: Path) -> None:
    _write(tmp_path / "a", b"words")
    with pytest.raises(UnreadableFile) as error:
        _read(tmp_path / "a", "four horses by the sea")
    assert error.value.slug == "sealed-shut"
    assert "stored nowhere" in (error.value.hint or "")


def test_a_passphrase_typed_in_other_code_points_opens_it(tmp_path: Path) -> None:
    write_sealed(
        tmp_path / "a", [b"words"], "café by the river", content="vault",
        randomness=counted_randomness(), cost=CHEAP,
    )  # fmt: skip
    assert _read(tmp_path / "a", "cafe\u0301 by the river") == b"words"


def test_a_file_of_another_kind_a_newer_one_and_a_backup_are_named_as_such(tmp_path: Path) -> None:
    path = tmp_path / "a"
    sealed = _write(path, b"words", content="backup")
    with pytest.raises(UnreadableFile, match="is a backup, not a vault") as error:
        _read(path)
    assert error.value.slug == "other-content"
    path.write_bytes(sealed[:16] + b"\x09" + sealed[17:])
    with pytest.raises(UnreadableFile) as error:
        _read(path)
    assert error.value.slug == "newer-version"
    path.write_bytes(b"PK\x03\x04 something else")
    with pytest.raises(UnreadableFile) as error:
        _read(path)
    assert error.value.slug == "not-sealed"
    with pytest.raises(NotFound):
        _read(tmp_path / "nowhere")
    with pytest.raises(UnreadableFile):
        _read(tmp_path)


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_flipped_or_cut_bytes_are_always_refused(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("sealed") / "a"
    sealed = bytearray(_write(path, b"the words of a participant"))
    if data.draw(st.booleans()):
        at = data.draw(st.integers(0, len(sealed) - 1))
        flipped = data.draw(st.integers(1, 255))
        if 20 <= at < 26:  # the cost: keep what is tried cheap
            flipped = data.draw(st.integers(0, 7).map(lambda bit: 1 << bit)) if at == 23 else 0x80
        sealed[at] ^= flipped
    else:
        del sealed[data.draw(st.integers(0, len(sealed) - 1)) :]
    path.write_bytes(sealed)
    with pytest.raises(UnreadableFile):
        _read(path)


def test_chunks_cannot_change_places_be_repeated_or_end_early(tmp_path: Path) -> None:
    path = tmp_path / "a"
    sealed = _write(path, b"a" * (1 << 20), b"b" * (1 << 20), b"c")
    head, one, two, last = (
        sealed[:64], sealed[64 : 64 + (1 << 20) + 16],
        sealed[64 + (1 << 20) + 16 : 64 + (2 << 20) + 32], sealed[64 + (2 << 20) + 32 :],
    )  # fmt: skip
    for forged in (head + two + one + last, head + one + one + last, head + one + two, head + one):
        path.write_bytes(forged)
        with pytest.raises(UnreadableFile):
            _read(path)


def test_a_write_that_fails_leaves_the_file_that_was_there(tmp_path: Path) -> None:
    before = _write(tmp_path / "a", b"words")

    def broken() -> Iterator[bytes]:
        yield b"more"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_sealed(
            tmp_path / "a", broken(), PASSPHRASE, content="vault",
            randomness=counted_randomness(), cost=CHEAP,
        )  # fmt: skip
    assert (tmp_path / "a").read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["a"]
    with pytest.raises(NotFound):
        _write(tmp_path / "no" / "a", b"words")


def test_a_short_passphrase_is_refused_for_new_files() -> None:
    with pytest.raises(MistakeOfUse):
        checked_passphrase("secret")
    assert checked_passphrase(PASSPHRASE) == PASSPHRASE


def test_what_is_sealed_for_people_costs_as_much_as_is_said() -> None:
    # More memory than the second choice that RFC 9106 recommends, with its rounds and lanes.
    assert tuple(STANDARD_COST) == (256 * 1024, 3, 4)
