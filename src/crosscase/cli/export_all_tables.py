"""Writing every table of a study at once."""

from __future__ import annotations

from pathlib import Path

from crosscase.cli.export_guard import check_quotes, quotes_left, quotes_of_table
from crosscase.cli.leaving import Leaving
from crosscase.cli.opening import opened
from crosscase.cli.options import Common
from crosscase.cli.rendering import Answer, Screen, counted

__all__ = ["export_all_tables"]


def export_all_tables(
    study: Path,
    place: Path,
    release: tuple[str | None, str | None],
    leaving: Leaving,
    common: Common,
) -> Answer:
    """Write all tables; they hold every word, so all are checked first.

    ``release`` is the name of a release and who gets it.
    """
    quotes = quotes_of_table("all")
    with opened(study, common, reads=release[0] is None) as work:
        leaving.check(work, place)
        warning = check_quotes(work, quotes, *release)
        made = work.projects.write_tables(place, replace=leaving.replace)
        quotes_left(work, quotes, warning, *release)

    def show(screen: Screen) -> None:
        filled = [(name, count) for name, count in made.rows.items() if count]
        screen.table(("table", "rows"), filled)
        screen.line()
        screen.line(f"Wrote {counted(len(made.rows), 'table')} to {place}.")
        if made.cut:
            screen.line(
                f"{counted(made.cut, 'cell')} had more words than a sheet can hold and end in “…”; "
                "a .json or a folder holds them whole."
            )

    data = {"path": str(place), "tables": made.rows, "cut_cells": made.cut}
    return Answer(data, show)
