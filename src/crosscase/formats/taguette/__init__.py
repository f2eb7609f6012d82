"""Taguette projects: a SQLite file with one project or several, its documents as HTML."""

from __future__ import annotations

from crosscase.formats.foreign_choice import chosen_project
from crosscase.formats.foreign_codes import PlacedCode, code_tree
from crosscase.formats.foreign_project import ForeignProject
from crosscase.formats.foreign_rows import ForeignRows
from crosscase.formats.foreign_sqlite import ForeignDatabase, Row
from crosscase.formats.project_files import ProjectFiles
from crosscase.formats.refi_qda.records import Code, Project, Provenance
from crosscase.formats.taguette.documents import DocumentRows
from crosscase.formats.taguette.history import TagHistory

__all__ = ["read", "recognises"]

_TOOL = "taguette"
_ANOTHER = "It belongs to another project of the file."
_HISTORY = "crosscase keeps its own history; who put which tag was read from this one."


def recognises(database: ForeignDatabase) -> bool:
    """Whether a database is one of Taguette."""
    return database.has(
        projects=("id", "name"),
        documents=("id", "project_id", "contents"),
        highlights=("id", "document_id", "start_offset", "end_offset"),
        tags=("id", "project_id", "path"),
        highlight_tags=("highlight_id", "tag_id"),
    )


def read(
    database: ForeignDatabase, files: ProjectFiles, project: str | None = None
) -> ForeignProject:
    """Read one project of a Taguette file; ``project`` names it where there are several.

    Args:
        database: its tables, opened by `open_foreign_database`.
        files: its name alone: the tool keeps no files beside it.
        project: which one is meant; needed where the file holds several.

    Returns:
        The project, with places as code points over each text (half-open), and of each
        table of the tool how many rows were read, kept aside or left out.

    Raises:
        MistakeOfUse: there are several, and none of them is named.
        NotFound: there is none of that name.
    """
    about = chosen_project(database.rows("projects"), "name", project, files.name)
    number = about.whole("id")
    rows = ForeignRows(database, _TOOL, f"{number} {about.text('created')}")
    rows.leave("projects", _ANOTHER, len(rows.take("projects")) - 1)
    rows.read("projects")
    commands = _own(rows, "commands", number)
    rows.leave("commands", _HISTORY, len(commands))
    _take_people(rows, number)
    history = TagHistory(commands)
    codes = _codes(rows, number, history)
    sources = DocumentRows(rows, _own(rows, "documents", number), history).read()
    _keep_groups(rows, number)
    versions = [row.text("version_num") for row in rows.take("alembic_version")]
    rows.read("alembic_version", len(versions))
    rows.keep_rest()
    project_ = Project(
        kind="project",
        name=about.text("name") or "",
        origin="Taguette",
        description=about.text("description") or None,
        provenance=Provenance(None, rows.time(about.text("created"))),
        users=rows.users,
        codes=codes,
        sources=sources,
        oddities=rows.oddities(),
    )
    name = f"Taguette project, schema {next(iter(versions), None) or 'unknown'}"
    return ForeignProject(name, project_, files, rows.tables(), rows.kept())


def _own(rows: ForeignRows, table: str, project: int | None) -> list[Row]:
    """The rows of a table that belong to the project; those of others are left out."""
    found = rows.take(table)
    own = [row for row in found if row.whole("project_id") == project]
    rows.leave(table, _ANOTHER, len(found) - len(own))
    return own


def _keep_groups(rows: ForeignRows, project: int | None) -> None:
    """Keep what versions until 2021 had of groups of documents."""
    own = _own(rows, "groups", project)
    for row in own:
        rows.keep("groups", row)
    numbers = {row.whole("id") for row in own}
    for row in rows.take("document_groups"):
        if row.whole("group_id") in numbers:
            rows.keep("document_groups", row)
        else:
            rows.leave("document_groups", _ANOTHER)


def _take_people(rows: ForeignRows, project: int | None) -> None:
    """Who works on the project, by login: passwords and addresses stay where they are."""
    members = _own(rows, "project_members", project)
    rows.read("project_members", len(members))
    for row in members:
        rows.user(row.text("user_login"))
    logins = {row.text("user_login") for row in members}
    for row in rows.take("users"):
        if row.text("login") in logins:
            rows.read("users")
        else:
            rows.leave("users", _ANOTHER)


def _codes(rows: ForeignRows, project: int | None, history: TagHistory) -> tuple[Code, ...]:
    """Tags are codes; the newest versions say which stands below which."""
    placed = {}
    for number, row in rows.numbered("tags", _own(rows, "tags", project), "id").items():
        rows.read("tags")
        guid = rows.guid("tags", number, *history.made("tag", number))
        code = Code(
            guid=rows.know("tag_id", number, guid),
            name=row.text("path"),
            description=row.text("description") or None,
        )
        above = row.whole("parent_id")
        placed["tags", number] = PlacedCode(code, None if above is None else ("tags", above))
    codes, astray = code_tree(placed)
    if astray:
        rows.odd("parent-unknown", astray)
    return codes
