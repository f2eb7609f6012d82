"""What a summary was written on, and what is told of it later."""

from __future__ import annotations

import hashlib

import numpy as np

from crosscase.analysis.seen_codings import Marks, changes_since, coding_marks, seen_texts


def marks(*codings: tuple[int, str, str, int]) -> Marks:
    """The marks of codings, each a cell with a name, a code and how many characters it covers."""

    def ids(names: list[str]) -> np.ndarray:
        raw = b"".join(hashlib.md5(name.encode()).digest() for name in names)
        return np.frombuffer(raw, np.uint8).reshape(-1, 16)

    return coding_marks(
        np.array([each[0] for each in codings], np.int64),
        ids([each[1] for each in codings]),
        ids([each[2] for each in codings]),
        np.array([each[3] for each in codings], np.int64),
    )


def told(seen: list[str | None], now: Marks) -> list[tuple[int, int, int]]:
    """New, gone and changed, cell by cell."""
    changes = changes_since(seen, now)
    return [tuple(counts) for counts in np.array(changes).T.tolist()]


def test_what_is_new_gone_and_changed_is_counted_by_cell() -> None:
    """A coding is known by its id; another code or another length is a change."""
    before = marks((0, "a", "Trust", 10), (0, "b", "Trust", 20), (1, "c", "Money", 5))
    seen = seen_texts(before, 3)
    assert seen[2] == ""
    after = marks((0, "a", "Trust", 10), (0, "b", "Trust", 21), (0, "d", "Trust", 4),
                  (2, "c", "Money", 5))  # fmt: skip
    assert told(list(seen), before) == [(0, 0, 0), (0, 0, 0), (0, 0, 0)]
    assert told(list(seen), after) == [(1, 0, 1), (0, 1, 0), (1, 0, 0)]
    assert told(list(seen), marks((0, "a", "Faith", 10), (0, "b", "Trust", 20)))[0] == (0, 0, 1)


def test_the_order_and_repetition_of_codings_make_no_difference() -> None:
    """Two people who speak in one passage put its coding beneath a site twice."""
    one = marks((0, "a", "Trust", 10), (0, "b", "Trust", 20))
    other = marks((0, "b", "Trust", 20), (0, "a", "Trust", 10), (0, "b", "Trust", 20))
    assert seen_texts(one, 1) == seen_texts(other, 1)


def test_what_this_version_cannot_read_is_not_told_as_changed() -> None:
    """Such as what a newer crosscase keeps there; other cells are told all the same."""
    now = marks((0, "a", "Trust", 10), (1, "b", "Trust", 20), (2, "c", "Trust", 30))
    assert told(["v2:never seen", None, ""], now) == [(0, 0, 0), (0, 0, 0), (1, 0, 0)]
