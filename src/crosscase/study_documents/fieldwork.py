"""The fieldwork as documents: how far everybody is, and who was recruited."""

from __future__ import annotations

from crosscase.report.document import Cover
from crosscase.report.pieces import Column
from crosscase.report.plain_table import TableDocument
from crosscase.store.session import Session
from crosscase.study_fieldwork.empty_cells import warnings_of
from crosscase.study_fieldwork.fieldwork import Fieldwork

__all__ = ["board_document", "recruitment_document"]

_FIRST = 2.2


def board_document(session: Session, cover: Cover, today: str | None) -> TableDocument:
    """Every participant with how far they are, and what is missing of them."""
    board = Fieldwork(session).board(today)
    columns = [
        Column("Participant", 1.2), Column("Site", 1.4), Column("Sector", 1.2), Column("Stage"),
        Column("Since", 0.9), Column("Missing", 3),
    ]  # fmt: skip
    rows = [
        (each.name, each.site, each.sector, each.stage, each.since,
         " ".join(missing.sentence for missing in each.missing))
        for each in board.people
    ]  # fmt: skip
    return TableDocument(cover, "Fieldwork", columns, rows, ())


def recruitment_document(session: Session, cover: Cover, rows: str, columns: str) -> TableDocument:
    """The participants by two fields with margins, and where nobody stands."""
    from crosscase.fieldwork.participants import Participants

    frame = Participants(session).recruitment_frame(rows, columns)
    heads = [Column(frame.columns[0], _FIRST)]
    heads += [Column(name, 1, True) for name in frame.columns[1:]]
    empty = warnings_of(Fieldwork(session).empty_cells(rows, columns))
    title = f"Participants by {rows} and {columns}"
    return TableDocument(cover, title, heads, list(frame.iter_rows()), tuple(empty))
