"""SQLite files of other programs are read without letting them do anything."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from crosscase.errors import UnreadableFile
from crosscase.formats.foreign_sqlite import open_foreign_database
from tests.exchange.qualcoder_making import sqlite_bytes

TWO = ["CREATE TABLE t (id integer, words text)", "INSERT INTO t VALUES (1, 'one'), (2, 'two')"]


def words(data: bytes, table: str = "t") -> list[str | None]:
    """The words of all rows of a table."""
    with closing(open_foreign_database(data, "x.db")) as database:
        return [row.text("words") for row in database.rows(table)]


def test_rows_are_read_by_the_names_of_their_columns() -> None:
    with closing(open_foreign_database(sqlite_bytes(TWO), "x.db")) as database:
        assert database.has(t=("id", "words"))
        assert not database.has(t=("id", "other"))
        assert [(row.whole("id"), row.text("words")) for row in database.rows("t")] == [
            (1, "one"),
            (2, "two"),
        ]
        assert database.rows("no_such_table") == []


def test_views_are_no_tables() -> None:
    bomb = (
        "CREATE VIEW source AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) "
        "SELECT x AS id, hex(zeroblob(1000000)) AS words FROM n"
    )
    with closing(open_foreign_database(sqlite_bytes([*TWO, bomb]), "x.db")) as database:
        assert set(database.tables) == {"t"}
        assert database.rows("source") == []


def test_virtual_tables_and_worked_out_columns_are_not_read() -> None:
    made = [
        "CREATE VIRTUAL TABLE v USING fts5(words)",
        "CREATE TABLE g (id integer, big text AS (hex(zeroblob(100000000))) VIRTUAL)",
        "INSERT INTO g (id) VALUES (1)",
    ]
    with closing(open_foreign_database(sqlite_bytes(made), "x.db")) as database:
        assert "v" not in database.tables
        assert database.tables["g"] == ("id",)
        assert len(database.rows("g")) == 1


def test_triggers_never_run_since_nothing_is_written() -> None:
    trigger = "CREATE TRIGGER e AFTER INSERT ON t BEGIN DELETE FROM t; END"
    assert words(sqlite_bytes([*TWO, trigger])) == ["one", "two"]


def test_a_file_that_was_written_with_a_log_is_read(tmp_path: Path) -> None:
    path = tmp_path / "w.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        for statement in TWO:
            connection.execute(statement)
        connection.commit()
    assert words(path.read_bytes()) == ["one", "two"]
    assert {each.name for each in tmp_path.iterdir()} == {"w.db"}


@pytest.mark.parametrize("encoding", ["UTF-16le", "UTF-16be"])
def test_databases_in_utf_16_are_read(encoding: str) -> None:
    made = [f"PRAGMA encoding = '{encoding}'", "CREATE TABLE t (words text)"]
    assert words(sqlite_bytes(made, [("t", {"words": "Größe 🙂"})])) == ["Größe 🙂"]


def test_quoted_names_of_tables_and_columns_are_read() -> None:
    made = ['CREATE TABLE "a ""b" ("words" text, "x]""y" text)']
    data = sqlite_bytes([*made, "INSERT INTO \"a \"\"b\" VALUES ('one', 'two')"])
    with closing(open_foreign_database(data, "x.db")) as database:
        assert database.rows('a "b')[0].cells == {"words": "one", 'x]"y': "two"}


def test_cells_of_the_wrong_type_are_nothing() -> None:
    rows = [("t", {"id": b"\xff", "words": b"\xff"}), ("t", {"id": "2.0", "words": 5})]
    data = sqlite_bytes([TWO[0]], [*rows, ("t", {"id": 1e300, "words": None})])
    with closing(open_foreign_database(data, "x.db")) as database:
        found = [(row.whole("id"), row.text("words")) for row in database.rows("t")]
    assert found == [(None, None), (2, "5"), (int(1e300), None)]


def test_nul_characters_are_replaced_where_they_stand() -> None:
    data = sqlite_bytes([TWO[0]], [("t", {"id": 1, "words": "a\0b"})])
    with closing(open_foreign_database(data, "x.db")) as database:
        assert database.rows("t")[0].text("words") == "a\N{REPLACEMENT CHARACTER}b"
        assert database.emptied == 1


@pytest.mark.parametrize("kept", [10, 100, 1000, 5000])
def test_a_file_that_was_cut_short_is_refused(kept: int) -> None:
    many = [("t", {"id": n, "words": "word " * 100}) for n in range(50)]
    data = sqlite_bytes([TWO[0]], many)
    with pytest.raises(UnreadableFile) as told:
        words(data[:kept])
    assert told.value.slug == "damaged-file"


def test_pages_that_are_read_over_and_over_do_not_grow_without_end() -> None:
    """An inner page that names one leaf many times would give its rows many times."""
    many = [("t", {"id": n, "words": "word " * 150}) for n in range(400)]
    data = bytearray(sqlite_bytes(["PRAGMA page_size = 1024", TWO[0]], many))
    inner = [at for at in range(1024, len(data), 1024) if data[at] == 5]
    page = max(inner, key=lambda at: int.from_bytes(data[at + 3 : at + 5], "big"))
    cells = int.from_bytes(data[page + 3 : page + 5], "big")
    assert cells > 50
    first = int.from_bytes(data[page + 12 : page + 14], "big")
    for each in range(cells):
        at = int.from_bytes(data[page + 12 + 2 * each : page + 14 + 2 * each], "big")
        data[page + at : page + at + 4] = data[page + first : page + first + 4]
    try:
        found = words(bytes(data))
    except UnreadableFile as error:
        assert error.slug == "damaged-file"
    else:
        assert sum(len(each or "") for each in found) <= len(data) + 1_000_000
