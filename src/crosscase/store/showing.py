"""Whether a thing shows: it stands itself, and so does all that it stands on.

Nothing cascades in the log. Dropping a code writes one change; that its codings are hidden is
read here, and restoring it brings back exactly what was hidden. What a withdrawal hides stands for
nobody meanwhile, and hides nothing by itself: see `crosscase.store.quarantine`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from crosscase.model.fields import KindSpec
from crosscase.model.kinds import KINDS
from crosscase.store.quarantine import quarantine
from crosscase.store.state_tables import columns_of, state_of
from crosscase.store.study_file import StudyFile

__all__ = ["SHOWING_KINDS", "Showing", "showing"]

_CODING = KINDS["coding"]
_SMALL_KINDS = tuple(kind for kind in KINDS.values() if kind not in (_CODING, KINDS["operation"]))
SHOWING_KINDS = tuple(kind.name for kind in _SMALL_KINDS)


@dataclass(frozen=True)
class Showing:
    """Which entities show, codings left aside; and where each code is read as (its redirect)."""

    rows: frozenset[int]
    hidden_by: Mapping[int, int]
    code_read_as: Mapping[int, int]

    def __contains__(self, row: int) -> bool:
        return row in self.rows


def showing(file: StudyFile, connection: Connection) -> Showing:
    """What shows now; kept until anything but codings changes."""
    return file.remember("showing", SHOWING_KINDS, lambda: _read(file))


def _read(file: StudyFile) -> Showing:
    stands: dict[int, bool] = {}
    needs: dict[int, tuple[int, ...]] = {}
    for kind in _SMALL_KINDS:
        _read_kind(file, kind, stands, needs)
    read_as = _redirects(file, stands)
    _coding_needs(file, stands, needs)
    stands.update(dict.fromkeys(quarantine(file).rows, False))
    shown: dict[int, bool] = {}
    hidden_by: dict[int, int] = {}
    for row in stands:
        _decide(row, stands, needs, read_as, shown, hidden_by)
    return Showing(frozenset(row for row, is_ in shown.items() if is_), hidden_by, read_as)


def _read_kind(
    file: StudyFile, kind: KindSpec, stands: dict[int, bool], needs: dict[int, tuple[int, ...]]
) -> None:
    columns = [
        name
        for spec in kind.fields
        if spec.stands_on
        for name in columns_of(spec)
        if not name.endswith("_order_key")
    ]
    quoted = "".join(f', "{name}"' for name in columns)
    table = state_of(kind).name
    for row, gone, dropped, *on in file.driver().execute(
        f"SELECT row, gone, dropped{quoted} FROM {table}"
    ):
        stands[row] = not gone and not dropped
        if on:
            needs[row] = tuple(each for each in on if each is not None)


def _redirects(file: StudyFile, stands: Mapping[int, bool]) -> dict[int, int]:
    found = file.driver().execute(
        "SELECT row, merged_into FROM state_code WHERE merged_into IS NOT NULL AND gone = 0"
    )
    into: dict[int, int] = dict(found.fetchall())
    read_as: dict[int, int] = {}
    for row in into:
        at, seen = row, {row}
        while at in into and into[at] not in seen and into[at] in stands:
            at = into[at]
            seen.add(at)
        read_as[row] = at
    return read_as


def _coding_needs(
    file: StudyFile, stands: dict[int, bool], needs: dict[int, tuple[int, ...]]
) -> None:
    """Links and memos may stand on a coding: look at those few only."""
    wanted = {on for each in needs.values() for on in each if on not in stands}
    raw = file.driver()
    for row in wanted:
        found: Any = raw.execute(
            "SELECT gone, dropped, source, code, coder FROM state_coding WHERE row = ?", (row,)
        ).fetchone()
        if found is not None:
            stands[row] = not found[0] and not found[1]
            needs[row] = tuple(each for each in found[2:] if each is not None)


def _decide(
    root: int,
    stands: Mapping[int, bool],
    needs: Mapping[int, tuple[int, ...]],
    read_as: Mapping[int, int],
    shown: dict[int, bool],
    hidden_by: dict[int, int],
) -> None:
    """Settle one row and all below it, without recursion; a circle of needs does not hide."""
    ahead = [(root, False)]
    open_: set[int] = set()
    while ahead:
        row, settled = ahead.pop()
        if row in shown:
            continue
        if not settled:
            if row in open_:
                continue
            open_.add(row)
            ahead.append((row, True))
            for on in needs.get(row, ()):
                on = read_as.get(on, on)
                if on not in shown and on not in open_:
                    ahead.append((on, False))
            continue
        blocked = None
        for on in needs.get(row, ()):
            on = read_as.get(on, on)
            if not shown.get(on, stands.get(on, False)):
                blocked = on
                break
        shown[row] = stands.get(row, False) and blocked is None
        if blocked is not None and stands.get(row, False):
            hidden_by[row] = hidden_by.get(blocked, blocked)
