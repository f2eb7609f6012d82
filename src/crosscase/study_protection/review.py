"""The review as a table: written for a spreadsheet, and read back with its decisions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crosscase.errors import MistakeOfUse
from crosscase.formats.tables import write_csv
from crosscase.study_protection.candidates import Candidate

__all__ = ["COLUMNS", "decide_all", "review_rows", "review_table"]

COLUMNS = (
    "decision", "found", "replacement", "why", "in", "field", "before", "after", "start_char",
    "end_char", "kind", "id", "revision",
)  # fmt: skip
_ACCEPT = frozenset({"accept", "accepted", "yes", "y", "x", "1", "true"})
_REFUSE = frozenset({"refuse", "refused", "no", "n", "0", "false"})


def review_table(candidates: Sequence[Candidate]) -> str:
    """The candidates as a table; a person fills in the first column, and may change the third."""
    rows = [
        (
            each.decision, each.found, each.replacement, each.sort, each.name, each.field,
            " ".join(each.before.split()), " ".join(each.after.split()), each.start_char,
            each.end_char, each.kind, each.entity, each.revision,
        )
        for each in candidates
    ]  # fmt: skip
    return write_csv(COLUMNS, rows, guard=True).decode()


def review_rows(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> tuple[Candidate, ...]:
    """The candidates of a reviewed table with their decisions.

    Raises:
        MistakeOfUse: a column is missing, a decision is neither accept nor refuse, or an
            accepted row puts nothing in the place of the words.
    """
    folded = [str(column).strip().casefold() for column in columns]
    missing = [name for name in COLUMNS if name not in folded]
    if missing:
        raise MistakeOfUse(
            f"The reviewed table has no column “{missing[0]}”.",
            slug="no-such-column",
            hint="Keep all columns of the table that was proposed; only rows may be taken out.",
        )
    at = {name: folded.index(name) for name in COLUMNS}
    found = []
    for number, row in enumerate(rows, start=2):
        cells = {
            name: "" if place >= len(row) or row[place] is None else str(row[place])
            for name, place in at.items()
        }
        if any(cells.values()):
            found.append(_candidate(cells, number))
    return tuple(found)


def _candidate(cells: dict[str, str], line: int) -> Candidate:
    said = cells["decision"].strip().casefold()
    decision = "accept" if said in _ACCEPT else "refuse" if said in _REFUSE else ""
    if said and not decision:
        raise MistakeOfUse(
            f"Line {line} of the review says “{cells['decision'].strip()}”.",
            slug="not-a-decision",
            hint="Write accept or refuse, or leave it empty to decide later.",
        )
    words = cells["replacement"].strip()
    if decision == "accept" and not words:
        raise MistakeOfUse(
            f"Line {line} of the review puts nothing in the place of the words.",
            slug="empty-replacement",
            hint="Write what is to stand there, such as [removed].",
        )
    return Candidate(
        cells["kind"], cells["id"].strip(), cells["in"], cells["field"],
        cells["revision"].strip() or None, _number(cells["start_char"], line),
        _number(cells["end_char"], line), cells["before"], cells["found"],
        cells["after"], words, cells["why"], decision,
    )  # fmt: skip


def _number(cell: str, line: int) -> int | None:
    written = cell.strip()
    if not written:
        return None
    try:
        return int(float(written))
    except (ValueError, OverflowError):
        raise MistakeOfUse(
            f"Line {line} of the review has “{written}” for a place.",
            slug="not-a-place",
            hint="Leave the places as they were proposed.",
        ) from None


def decide_all(
    candidates: Sequence[Candidate], *, listed: bool = False, everything: bool = False
) -> list[Candidate]:
    """Accept what a find-and-replace list proposed, or everything, without looking at each."""
    return [
        replace(each, decision="accept")
        if everything or (listed and each.sort in ("list", "vault"))
        else each
        for each in candidates
    ]
