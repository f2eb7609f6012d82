"""Framework matrices and grids as files: with their quotes, checked before they leave."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from crosscase.cli.export_documents import telling_here
from crosscase.cli.export_guard import check_quotes, quotes_left
from crosscase.cli.files import write_new
from crosscase.cli.options import says, span
from crosscase.cli.rendering import Answer
from crosscase.errors import MistakeOfUse

if TYPE_CHECKING:
    from crosscase.coding.carried_passages import PassageAsked
    from crosscase.report.quoted_table import QuotedTable
    from crosscase.study import Study

__all__ = ["DeskAddress", "places_asked", "write_quoted"]

DeskAddress = Annotated[
    str | None,
    says(
        "The address of the desk, such as http://127.0.0.1:8765, for links to passages.", "--desk"
    ),
]


def places_asked(given: Sequence[str] | None) -> list[PassageAsked]:
    """Passages as people name them: SOURCE:START-END, or SOURCE:the words."""
    found: list[PassageAsked] = []
    for each in given or ():
        source, mark, rest = each.partition(":")
        if not mark or not source.strip() or not rest.strip():
            raise MistakeOfUse(
                f"“{each}” is no passage.",
                slug="not-a-passage",
                hint="Write SOURCE:120-184, or SOURCE:the words as they stand there.",
            )
        start, _, end = rest.strip().partition("-")
        if start.isdecimal() and end.isdecimal():
            found.append((source.strip(), *span(rest)))
        else:
            found.append((source.strip(), rest.strip()))
    return found


def write_quoted(
    work: Study,
    file: Path,
    table: QuotedTable,
    places: Sequence[tuple[str, int, int]],
    tables: Mapping[str, Callable[[], bytes]],
    *,
    replace: bool,
    release: str | None,
    recipient: str | None,
) -> Answer:
    """Write such a table; refused where the study's policy on quotes says so."""
    from crosscase.report.quoted_page import quoted_page

    ending = file.suffix.casefold()
    writers: dict[str, Callable[[], bytes]] = {
        ".docx": lambda: work.documents.quoted_table(table, telling=telling_here()).to_bytes(),
        ".html": lambda: quoted_page(table).encode(),
        **tables,
    }
    if ending not in writers:
        raise MistakeOfUse(
            f"“{file.name}” has no ending that says how it is written.",
            slug="unknown-format",
            hint="It is written as .xlsx, .docx, .html or .csv.",
        )
    quotes = {"quotes": list(places)} if places else None
    warning = check_quotes(work, quotes, release, recipient)
    write_new(file, writers[ending](), replace=replace)
    quotes_left(work, quotes, warning, release, recipient)
    return Answer(
        {"file": str(file), "title": table.title, "quotes": len(table.quotes)},
        f"Wrote “{table.title}” to {file}.",
    )
