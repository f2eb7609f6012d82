"""Synthetic Taguette files: twins of what Taguette writes, made for these tests."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from typing import Any

__all__ = [
    "DOCUMENT",
    "PASSWORD",
    "TAGUETTE_VERSIONS",
    "database_bytes",
    "offsets",
    "taguette_file",
    "taguette_file_of",
]

PASSWORD = "scrypt:pw7731"
DOCUMENT = (
    "<h1>Møte</h1>\n<p>The pot was   <b>em</b>pty. 🙂 Nobody trusted&nbsp;it.</p>"
    "<ul><li>שלום</li><li>Then winter<br>came.</li></ul>"
)
_TABLES = {
    "users": "login, created, hashed_password, password_set_date, language, email, email_sent",
    "projects": "id INTEGER PRIMARY KEY, name, description, created",
    "project_members": "project_id, user_login, privileges",
    "documents": "id INTEGER PRIMARY KEY, name, description, filename, created, project_id, "
    "text_direction, contents",
    "commands": "id INTEGER PRIMARY KEY, date, user_login, project_id, document_id, payload",
    "tags": "id INTEGER PRIMARY KEY, project_id, path, description",
    "highlights": "id INTEGER PRIMARY KEY, document_id, start_offset, end_offset, snippet",
    "highlight_tags": "highlight_id, tag_id",
    "alembic_version": "version_num",
}
_DAY = "2025-06-01 10:00:0{}.000001"


def database_bytes(tables: Mapping[str, str], rows: Iterable[tuple[str, tuple[Any, ...]]]) -> bytes:
    """A SQLite file with these tables (name, columns) and rows (table, cells)."""
    with closing(sqlite3.connect(":memory:")) as connection:
        for name, columns in tables.items():
            connection.execute(f'CREATE TABLE "{name}" ({columns})')
        for name, cells in rows:
            marks = ",".join("?" * len(cells))
            connection.execute(f'INSERT INTO "{name}" VALUES ({marks})', cells)
        connection.commit()
        return connection.serialize()


def offsets(words: str, html: str = DOCUMENT) -> tuple[int, int]:
    """Where words lie, as Taguette counts: the bytes of all text between the tags."""
    between = _between_tags(html)
    start = between.index(words)
    begin = len(between[:start].encode())
    return begin, begin + len(words.encode())


def _between_tags(html: str) -> str:
    return re.sub(r"<[^>]*>", "", html).replace("&nbsp;", "\xa0")


def taguette_file(
    *,
    projects: int = 1,
    without: Iterable[str] = (),
    parents: bool = False,
    more: Iterable[tuple[str, tuple[Any, ...]]] = (),
) -> bytes:
    """A file with projects of one document, three highlights and three tags each.

    ``without``: tables that are left out; ``parents``: the newest schema, where tags have parents.
    """
    tables = {name: columns for name, columns in _TABLES.items() if name not in set(without)}
    if parents:
        tables["tags"] += ", parent_id"
    rows: list[tuple[str, tuple[Any, ...]]] = [
        ("users", ("ann", _DAY.format(0), PASSWORD, None, "en", "ann@example.org", None)),
        ("users", ("ben", _DAY.format(0), PASSWORD, None, "en", "ben@example.org", None)),
        ("alembic_version", ("09c662cd9483",)),
    ]
    for number in range(1, projects + 1):
        rows += _project(number, parents)
    rows += more
    return database_bytes(tables, [row for row in rows if row[0] in tables])


def _project(number: int, parents: bool) -> list[tuple[str, tuple[Any, ...]]]:
    at = 10 * number
    marked = {1: ("empty", "<p><b>em</b>pty</p>"), 2: ("trusted\xa0it.", "wrong words"),
              3: ("winter", "<li>winter</li>")}  # fmt: skip
    below = (at + 1,) if parents else ()
    top = (None,) if parents else ()
    rows: list[tuple[str, tuple[Any, ...]]] = [
        ("projects", (number, f"The pot {number}", "About a pot", _DAY.format(1))),
        ("project_members", (number, "ann", "ADMIN")),
        ("documents", (at, "Talk", "A talk", "talk.docx", _DAY.format(2), number,
                       "LEFT_TO_RIGHT", DOCUMENT)),
        ("tags", (at + 1, number, "People", "How people get on", *top)),
        ("tags", (at + 2, number, "People.Trust", "", *below)),
        ("tags", (at + 3, number, "Seasons", "", *top)),
    ]  # fmt: skip
    for each, (words, snippet) in marked.items():
        rows.append(("highlights", (at + each, at, *offsets(words), snippet)))
    rows += [("highlight_tags", pair) for pair in
             ((at + 1, at + 1), (at + 1, at + 2), (at + 2, at + 2))]  # fmt: skip
    commands = [
        ("ann", {"type": "document_add"}),
        ("ann", {"type": "highlight_add", "highlight_id": at + 1, "tags": [at + 1]}),
        ("ben", {"type": "highlight_add", "highlight_id": at + 1, "tags": [at + 1, at + 9]}),
        ("ben", {"type": "tag_merge", "src_tag_id": at + 9, "dest_tag_id": at + 2}),
        ("ann", {"type": "highlight_add", "highlight_id": at + 3, "tags": []}),
    ]
    rows += [
        ("commands", (at + n, _DAY.format(3 + n), login, number, at, json.dumps(payload)))
        for n, (login, payload) in enumerate(commands)
    ]
    return rows


# The schemas that differ in what a reader meets, by the migration that made each.
TAGUETTE_VERSIONS = ("ecb4065de575", "bc8e0e0677e9", "43d6c240309d", "d86c45d7aa8a",
                     "09c662cd9483", "382db36f20f4", "63d7ca28fc0c")  # fmt: skip
_RENAMED = {"highlight_id": "id", "tag_id": "id", "src_tag_id": "src", "dest_tag_id": "dest",
            "tag_path": "path"}  # fmt: skip


def taguette_file_of(version: str) -> bytes:
    """The project as a file has it that was last opened by a Taguette of that schema."""
    at = TAGUETTE_VERSIONS.index(version)
    held = taguette_file(parents=version == TAGUETTE_VERSIONS[-1])
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(held)
        connection.execute("UPDATE alembic_version SET version_num = ?", (version,))
        if at >= TAGUETTE_VERSIONS.index("382db36f20f4"):
            connection.execute("ALTER TABLE users ADD disabled BOOLEAN")
        if at < TAGUETTE_VERSIONS.index("d86c45d7aa8a"):
            connection.execute("ALTER TABLE documents DROP COLUMN text_direction")
        if at < TAGUETTE_VERSIONS.index("43d6c240309d"):
            connection.execute(
                "CREATE TABLE groups (id INTEGER PRIMARY KEY, project_id, path, description)"
            )
            connection.execute("CREATE TABLE document_groups (document_id, group_id)")
            connection.executemany(
                "INSERT INTO groups VALUES (?, ?, ?, '')", [(1, 1, "First"), (2, 7, "Other")]
            )
            connection.executemany("INSERT INTO document_groups VALUES (?, ?)", [(10, 1), (9, 2)])
        if at < TAGUETTE_VERSIONS.index("bc8e0e0677e9"):
            for number, payload in connection.execute(
                "SELECT id, payload FROM commands"
            ).fetchall():
                said = {_RENAMED.get(name, name): x for name, x in json.loads(payload).items()}
                connection.execute(
                    "UPDATE commands SET payload = ? WHERE id = ?", (json.dumps(said), number)
                )
        connection.commit()
        return connection.serialize()
