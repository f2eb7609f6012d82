"""The tables of a study that a manuscript shows, as columns and rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from crosscase.errors import MistakeOfUse, nearest_names_hint
from crosscase.model.ids import Id
from crosscase.store.session import Session

__all__ = ["TABLE_KINDS", "ShownTable", "shown_table"]

_ASKED = ("rows", "columns", "count", "where", "of", "topic", "guide")
_HIDDEN = "–"


@dataclass(frozen=True, slots=True)
class ShownTable:
    """A table as it is printed: its title, the columns (and whether of numbers), rows, notes."""

    title: str
    columns: Sequence[tuple[str, bool]]
    rows: Sequence[Sequence[str]]
    notes: Sequence[str] = ()
    warnings: Sequence[str] = ()
    places: Sequence[tuple[Id, int, int]] = ()
    looks: Mapping[int, str] = field(default_factory=dict)


def shown_table(session: Session, kind: str, choices: Mapping[str, str]) -> ShownTable:
    """The table that a mark asks for.

    Raises:
        MistakeOfUse: it has no such choice.
        NotFound: a choice names what the study does not have.
    """
    known, make = TABLE_KINDS[kind]
    return make(session, chosen(f"table {kind}", choices, known))


def chosen(what: str, choices: Mapping[str, str], known: Sequence[str]) -> dict[str, str]:
    """The choices of a mark, without its caption and id; one that is not known is told."""
    held = {name: value for name, value in choices.items() if name not in ("caption", "id", "alt")}
    for name in held:
        if name not in known:
            listed = ", ".join(known) or "none but caption and id"
            raise MistakeOfUse(
                f"The {what} has no choice “{name}”.",
                slug="unknown-choice",
                hint=nearest_names_hint(name, known) or f"It has {listed}.",
            )
    return held


def _matrix(session: Session, choices: dict[str, str]) -> ShownTable:
    from crosscase.query.matrix_cells import kept_matrix
    from crosscase.study_fieldwork.topics import Topics

    with session.reading() as reading:
        asked = Topics(session).counted_of(
            choices.get("of"), choices.get("topic"), choices.get("guide")
        )
        made = kept_matrix(
            reading, choices.get("rows", "codes"), choices.get("columns", "sites"),
            choices.get("count", "participants"), choices.get("where"), asked,
        )  # fmt: skip
    frame = made.frame(totals=True, denominators=True)
    table = _of_frame(made.title, frame.columns, frame.iter_rows(), made.notes)
    last = len(made.rows)  # the totals, and below them of how many
    return replace(table, looks={last: "Strong"} | dict.fromkeys(range(last + 1, last + 3), "Emph"))


def _codebook(session: Session, choices: dict[str, str]) -> ShownTable:
    from crosscase.coding.codes import Codes

    codes = Codes(session)
    tree, counts, of = codes.tree(), codes.counts(), codes.counted_of()
    wanted = codes.get(choices["below"]).id if "below" in choices else None
    rows = []
    for depth, code in tree.walk():
        path = tree.path_of(code.id)
        if wanted is not None and tree.find(choices["below"]).name not in path:
            continue
        count = counts.get(code.id)
        number = "" if count is None else f"{count.participants:,}"
        rows.append((("\u2003" * depth) + (code.name or ""), code.definition or "", number))
    columns = (("Code", False), ("Definition", False), ("Participants", True))
    note = f"Of {of.participants:,} participants interviewed."
    return ShownTable("Codebook", columns, rows, (note,))


def _sample(session: Session, choices: dict[str, str]) -> ShownTable:
    """Participants by two fields; cells by which a reader could find somebody are not printed."""
    from crosscase.study_protection.disclosure import Disclosure

    sides = (choices.get("rows", "site"), choices.get("columns", "sector"))
    report = Disclosure(session).risks(tables=[sides], attribution=())  # there is no quote to label
    table = report.tables[0]
    cells = table.cells()
    hidden = any(each is None for each in cells.values())
    rows = [
        (
            row,
            *(
                _HIDDEN if (count := cells[row, column]) is None else f"{count:,}"
                for column in table.column_labels
            ),
        )
        for row in table.row_labels
    ]
    columns = ((sides[0].capitalize(), False), *((each, True) for each in table.column_labels))
    notes = (f"{_HIDDEN}: too few to be printed (fewer than {report.policy.k}), or a cell that "
             "would tell them.",) if hidden else ()  # fmt: skip
    told = tuple(risk.says for risk in report.risks if not hidden)
    return ShownTable(f"Participants by {sides[0]} and {sides[1]}", columns, rows, notes, told)


def _interactions(session: Session, choices: dict[str, str]) -> ShownTable:
    from crosscase.study_documents.documents import Documents
    from crosscase.study_synthesis.interactions import Interactions

    graph = Interactions(session).graph(**choices)
    made = Documents(session, None).interactions(graph)
    columns = [(each.name, each.is_number) for each in made.columns]
    return ShownTable(made.title, columns, [_cells(row) for row in made.rows], made.notes)


def _saturation(session: Session, choices: dict[str, str]) -> ShownTable:
    from crosscase.study_synthesis.saturation import Saturation

    group = Saturation(session)
    told = group.assess(
        by=choices.get("by"), where=choices.get("where"), coder=choices.get("coder")
    )
    frame = group.frame(told)
    return _of_frame("New codes by interview", frame.columns, frame.iter_rows(), told.notes)


def _findings(session: Session, choices: dict[str, str]) -> ShownTable:
    from crosscase.study_findings.findings import Findings
    from crosscase.study_findings.leaving_words import LeavingWords

    with session.reading() as reading:
        leaving = LeavingWords(reading)
    rows = []
    for each in Findings(session).all():
        told = (check.outcome.says for check in each.checks if check.outcome.says)
        figures = leaving.said("; ".join(told))
        rows.append((each.name, each.statement, figures, each.standing))
    columns = (("Finding", False), ("Statement", False), ("Figures", False), ("Standing", False))
    return ShownTable("Findings", columns, rows)


def _framework(session: Session, choices: dict[str, str]) -> ShownTable:
    """The summaries of a framework matrix; they may hold words of those summed up."""
    from crosscase.study_synthesis.charting import Charting

    files = Charting(session).files(
        choices.get("rows", "sites"), choices.get("columns"), where=choices.get("where")
    )
    table = files.quoted
    columns = (("", False), *((name, False) for name in table.columns))
    rows = [
        (row, *(cell.words or cell.mark or "" for cell in cells))
        for row, cells in zip(table.rows, table.cells, strict=True)
    ]
    return ShownTable(table.title, columns, rows, table.notes, places=files.places)


def _of_frame(
    title: str, columns: Sequence[str], rows: Iterable[Sequence[Any]], notes: Sequence[str]
) -> ShownTable:
    listed = list(rows)
    heads = [
        (
            name[:1].upper() + name[1:],
            bool(listed) and all(isinstance(row[at], int | float | None) for row in listed),
        )
        for at, name in enumerate(columns)
    ]
    return ShownTable(title, heads, [_cells(row) for row in listed], tuple(notes))


def _cells(row: Sequence[Any]) -> tuple[str, ...]:
    return tuple(
        "" if cell is None else f"{cell:,.4g}" if isinstance(cell, float)
        else f"{cell:,}" if isinstance(cell, int) else str(cell)
        for cell in row
    )  # fmt: skip


TABLE_KINDS: Mapping[
    str, tuple[tuple[str, ...], Callable[[Session, dict[str, str]], ShownTable]]
] = {
    "matrix": (_ASKED, _matrix),
    "codebook": (("below",), _codebook),
    "sample": (("rows", "columns"), _sample),
    "interactions": (("by", "where", "basis", "cases"), _interactions),
    "saturation": (("by", "where", "coder"), _saturation),
    "findings": ((), _findings),
    "framework": (("rows", "columns", "where"), _framework),
}
"""The tables that a manuscript can show, with their choices."""
