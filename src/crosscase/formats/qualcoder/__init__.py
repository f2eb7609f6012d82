"""QualCoder projects (.qda): a SQLite file, alone or in its folder, of schema versions 1 to 17.

Later versions add tables and columns; what an earlier one has not is simply empty.
"""

from __future__ import annotations

from pathlib import PurePath

from crosscase.formats.foreign_codes import PlacedCode, code_tree
from crosscase.formats.foreign_project import ForeignProject
from crosscase.formats.foreign_rows import ForeignRows, aside_of, colour_in
from crosscase.formats.foreign_sqlite import ForeignDatabase, Row
from crosscase.formats.project_files import ProjectFiles
from crosscase.formats.qualcoder.cases import ValueRows, read_cases, read_journals
from crosscase.formats.qualcoder.graphs import read_graphs
from crosscase.formats.qualcoder.sources import SourceRows
from crosscase.formats.refi_qda.records import Code, Project

__all__ = ["read", "recognises"]

_TOOL = "qualcoder"


def recognises(database: ForeignDatabase) -> bool:
    """Whether a database is a QualCoder project."""
    return database.has(
        project=("databaseversion",),
        source=("id", "name", "fulltext"),
        code_name=("cid", "name"),
        code_text=("cid", "fid", "pos0", "pos1"),
    )


def read(database: ForeignDatabase, files: ProjectFiles) -> ForeignProject:
    """Read a QualCoder project, with the files of its folder if it has one.

    Args:
        database: its tables, opened by `open_foreign_database`.
        files: those of the project's folder; none where only its database was given.

    Returns:
        The project, with places as code points over each text (half-open), of
        recordings as milliseconds, and of each
        table of the tool how many rows were read, kept aside or left out.
    """
    about = next(iter(database.rows("project")), Row(0, {}))
    rows = ForeignRows(database, _TOOL, about.text("date") or _first_source(database))
    rows.read("project", len(rows.take("project")))
    for each in rows.take("coder_names"):
        rows.user(each.text("name"))
        rows.read("coder_names")
    codes = _read_codes(rows)
    values = ValueRows(rows)
    origin = about.text("about") or "QualCoder"
    sources = SourceRows(rows, files, origin, values)
    cases = read_cases(rows, sources, values)
    read_journals(rows, values)
    graphs = read_graphs(rows)
    read_sources = sources.read()
    values.keep_unused()
    rows.keep_rest()
    project = Project(
        kind="project",
        name=PurePath(files.name).stem,
        origin=origin if "qualcoder" in origin.casefold() else f"QualCoder ({origin})",
        description=about.text("memo") or None,
        users=rows.users,
        codes=codes,
        variables=values.variables,
        cases=cases,
        sources=read_sources,
        notes=rows.notes,
        graphs=graphs,
        oddities=rows.oddities(),
    )
    version = (about.text("databaseversion") or "").removeprefix("v") or "unknown"
    name = f"QualCoder project, schema {version}"
    return ForeignProject(name, project, files, rows.tables(), rows.kept())


def _first_source(database: ForeignDatabase) -> str:
    """What tells a project from others where it does not say when it was made."""
    first = next(iter(database.rows("source")), Row(0, {}))
    return " ".join(map(str, (first.text("date") or first.text("name"), first.text("owner"))))


def _read_codes(rows: ForeignRows) -> tuple[Code, ...]:
    """Categories become codes that are headings only; codes stand below them or other codes."""
    placed = {}
    for table, own in (("code_cat", "catid"), ("code_name", "cid")):
        for number, row in rows.numbered(table, rows.take(table), own).items():
            rows.user(row.text("owner"))
            rows.read(table)
            said = (number, row.text("owner"), row.text("date"))
            colour = colour_in(rows, row)
            code = Code(
                guid=rows.know(own, number, rows.guid(table, *said)),
                name=row.text("name"),
                codable=table == "code_name",
                colour=colour,
                description=row.text("memo") or None,
                aside=aside_of(row, "owner", "date", *(() if colour else ("color",))),
            )
            placed[table, number] = PlacedCode(code, _above(row, table))
    codes, astray = code_tree(placed)
    if astray:
        rows.odd("parent-unknown", astray)
    return codes


def _above(row: Row, table: str) -> tuple[str, int] | None:
    columns = {
        "code_cat": (("supercatid", "code_cat"),),
        "code_name": (("supercid", "code_name"), ("catid", "code_cat")),
    }[table]
    for column, above in columns:
        number = row.whole(column)
        if number is not None:
            return above, number
    return None
