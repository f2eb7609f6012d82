"""RQDA projects (.rqda): one SQLite file with the words of all sources."""

from __future__ import annotations

from pathlib import PurePath

from crosscase.formats.foreign_project import ForeignProject
from crosscase.formats.foreign_sqlite import ForeignDatabase, Row
from crosscase.formats.project_files import ProjectFiles
from crosscase.formats.refi_qda.records import Project
from crosscase.formats.rqda.cases import read_cases, read_journals, read_values, read_variables
from crosscase.formats.rqda.codes import read_codes, read_file_categories
from crosscase.formats.rqda.rows import RqdaRows
from crosscase.formats.rqda.sources import (
    read_annotations,
    read_codings,
    read_sources,
    warn_of_quotes,
)

__all__ = ["read", "recognises"]


def recognises(database: ForeignDatabase) -> bool:
    """Whether a database is an RQDA project."""
    return database.has(
        source=("id", "name", "file", "status"),
        freecode=("id", "name", "status"),
        coding=("cid", "fid", "selfirst", "selend", "status"),
    )


def read(database: ForeignDatabase, files: ProjectFiles) -> ForeignProject:
    """Read an RQDA project; what was deleted in it is left out, and told.

    Args:
        database: its tables, opened by `open_foreign_database`.
        files: its name alone: the tool keeps no files beside it.

    Returns:
        The project, with places as code points over each text (half-open), and of each
        table of the tool how many rows were read, kept aside or left out.
    """
    about = next(iter(database.rows("project")), Row(0, {}))
    rows = RqdaRows(database, "rqda", about.text("date") or files.name)
    rows.read("project", len(rows.take("project")))
    origin = f"RQDA {about.text('databaseversion') or ''}".strip()
    codes, code_sets = read_codes(rows)
    sources = read_sources(rows)
    read_codings(rows, sources)
    read_annotations(rows, sources)
    file_sets = read_file_categories(rows, {number: each.guid for number, each in sources.items()})
    variables = read_variables(rows)
    cases = read_cases(rows, sources, variables)
    values = read_values(rows, "fileAttr", "fileID", variables, sources)
    read_journals(rows)
    warn_of_quotes(rows, sources, origin)
    parts = tuple(each.part(rows, values.get(number, ())) for number, each in sources.items())
    rows.keep_rest()
    project = Project(
        kind="project",
        name=PurePath(files.name).stem,
        origin=origin,
        description=about.text("memo") or None,
        users=rows.users,
        codes=codes,
        variables=tuple(variables.values()),
        cases=cases,
        sources=parts,
        notes=rows.notes,
        sets=(*code_sets, *file_sets),
        oddities=rows.oddities(),
    )
    return ForeignProject("RQDA project", project, files, rows.tables(), rows.kept())
