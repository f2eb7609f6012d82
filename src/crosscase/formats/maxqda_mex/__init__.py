"""MAXQDA exchange files (.mex): SQLite with MAXQDA's own tables.

MAXQDA locks the words of documents and memos in them. Everything else is read: documents, codes,
the coders, codings with their places and beginnings, sets, groups and variables.
"""

from __future__ import annotations

from collections.abc import Container
from pathlib import PurePath

from crosscase.formats.foreign_project import ForeignProject
from crosscase.formats.foreign_rows import ForeignRows
from crosscase.formats.foreign_sqlite import ForeignDatabase
from crosscase.formats.maxqda_mex.codes import read_codes, read_sets
from crosscase.formats.maxqda_mex.memos import MemoRows
from crosscase.formats.maxqda_mex.sources import TextRows, WordCells
from crosscase.formats.project_files import ProjectFiles
from crosscase.formats.refi_qda.records import Project

__all__ = ["read", "recognises"]

_TOOL = "maxqda_mex"
_SETTINGS = "Settings of MAXQDA itself."
_LOOKS = "Looks and indexes of the text, in a form of MAXQDA's own."
_DRAWINGS = "Drawings are in a form of MAXQDA's own."


def recognises(database: ForeignDatabase) -> bool:
    """Whether a database is one of MAXQDA."""
    return database.has(
        Texts=("ID", "Name"),
        Codewords=("ID", "WordID", "Name"),
        Codings=("ID", "TextID", "WordID"),
    )


def read(database: ForeignDatabase, files: ProjectFiles) -> ForeignProject:
    """Read a MAXQDA file.

    Args:
        database: its tables, opened by `open_foreign_database`.
        files: its name alone: the tool keeps no files beside it.

    Returns:
        The project, with places as code points over each text (half-open), and of each
        table of the tool how many rows were read, kept aside or left out.
    """
    settings = {row.text("Key"): row.text("Value") for row in database.rows("sys_Setup")}
    rows = ForeignRows(database, _TOOL, settings.get("DateCreated") or "")
    cells = WordCells(rows)
    memos = MemoRows(rows, cells.of("Memos", "Text"))
    codes = read_codes(rows, memos)
    texts = TextRows(rows, cells, memos)
    sources = texts.read()
    sets = read_sets(rows)
    _leave_own_tables(rows, cells.tables)
    rows.keep_rest()
    origin = settings.get("APPCreated") or settings.get("APP") or "MAXQDA"
    project = Project(
        kind="project",
        name=PurePath(files.name).stem,
        origin=" ".join(origin.split()),
        users=rows.users,
        codes=codes,
        variables=texts.variables,
        sources=sources,
        notes=rows.notes,
        sets=sets,
        oddities=rows.oddities(),
    )
    return ForeignProject("MAXQDA exchange file", project, files, rows.tables(), rows.kept())


def _leave_own_tables(rows: ForeignRows, read: Container[str]) -> None:
    """What is of MAXQDA itself and no work of the team stays where it is."""
    for table in rows.database.tables:
        if table == "sys_Models":
            rows.leave(table, _DRAWINGS, len(rows.take(table)))
        elif table.startswith("sys_"):
            rows.leave(table, _SETTINGS, len(rows.take(table)))
        elif table.endswith("_BLOBS") and table not in read:
            rows.leave(table, _LOOKS, len(rows.take(table)))
