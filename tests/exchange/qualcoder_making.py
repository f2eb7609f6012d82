"""Synthetic QualCoder projects: twins of what its versions write, made for these tests."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path

from tests.exchange.making import picture

__all__ = ["SPOKEN", "WORDS", "empty", "qualcoder", "qualcoder_folder", "sqlite_bytes"]

MADE = "2021-03-04 05:06:07"
WORDS = "The pot was empty. 🙂 Nobody trusted the meeting.\nThen the winter came.\n"
SPOKEN = "[00:00:01] Hello there.\n[00:00:05] We came back.\n"

_FIRST = {
    "project": "databaseversion text, date text, memo text, about text, bookmarkfile integer, "
    "bookmarkpos integer",
    "source": "id integer primary key, name text, fulltext text, mediapath text, memo text, "
    "owner text, date text, unique(name)",
    "code_image": "imid integer primary key, id integer, x1 integer, y1 integer, width integer, "
    "height integer, cid integer, memo text, date text, owner text",
    "code_av": "avid integer primary key, id integer, pos0 integer, pos1 integer, cid integer, "
    "memo text, date text, owner text",
    "annotation": "anid integer primary key, fid integer, pos0 integer, pos1 integer, memo text, "
    "owner text, date text",
    "attribute_type": "name text primary key, date text, owner text, memo text, caseOrFile text, "
    "valuetype text",
    "attribute": "attrid integer primary key, name text, attr_type text, value text, id integer, "
    "date text, owner text",
    "case_text": "id integer primary key, caseid integer, fid integer, pos0 integer, "
    "pos1 integer, owner text, date text, memo text",
    "cases": "caseid integer primary key, name text, memo text, owner text, date text, "
    "constraint ucm unique(name)",
    "code_cat": "catid integer primary key, name text, owner text, date text, memo text, "
    "supercatid integer, unique(name)",
    "code_text": "cid integer, fid integer, seltext text, pos0 integer, pos1 integer, owner text, "
    "date text, memo text, unique(cid, fid, pos0, pos1, owner)",
    "code_name": "cid integer primary key, name text, memo text, catid integer, owner text, "
    "date text, color text, unique(name)",
    "journal": "jid integer primary key, name text, jentry text, date text, owner text",
}
# Since which version a table has a column more: as a file has it that was begun in an earlier one.
_LATER: tuple[tuple[int, str, str], ...] = (
    (2, "code_text", "avid integer"),
    (3, "code_text", "important integer"),
    (3, "code_image", "important integer"),
    (3, "code_av", "important integer"),
    (5, "project", "codername text"),
    (5, "source", "av_text_id integer"),
    (7, "gr_free_text_item", "memo_ctid integer"),
    (7, "gr_free_text_item", "memo_imid integer"),
    (7, "gr_free_text_item", "memo_avid integer"),
    (8, "source", "risid integer"),
    (9, "project", "recently_used_codes text"),
    (10, "code_image", "pdf_page integer"),
    (11, "gr_pix_item", "pdf_page integer"),
    (15, "project", "avbookmarkfile integer"),
    (15, "project", "avbookmarkmsec integer"),
    (15, "project", "avbookmarktextpos integer"),
    (16, "code_name", "supercid integer"),
    (17, "gr_cdct_line_item", "label text"),
    (17, "gr_cdct_line_item", "arrow_mode text"),
    (17, "gr_free_line_item", "label text"),
    (17, "gr_free_line_item", "arrow_mode text"),
)
_NEW = {
    "stored_sql": (5, "title text, description text, grouper text, ssql text, unique(title)"),
    "graph": (
        6,
        "grid integer primary key, name text, description text, date text, scene_width integer, "
        "scene_height integer, unique(name)",
    ),
    "gr_cdct_text_item": (
        6,
        "gtextid integer primary key, grid integer, x integer, y integer, supercatid integer, "
        "catid integer, cid integer, font_size integer, bold integer, isvisible integer, "
        "displaytext text",
    ),
    "gr_case_text_item": (
        6,
        "gcaseid integer primary key, grid integer, x integer, y integer, caseid integer, "
        "font_size integer, bold integer, color text, displaytext text",
    ),
    "gr_file_text_item": (
        6,
        "gfileid integer primary key, grid integer, x integer, y integer, fid integer, "
        "font_size integer, bold integer, color text, displaytext text",
    ),
    "gr_free_text_item": (
        6,
        "gfreeid integer primary key, grid integer, freetextid integer, x integer, y integer, "
        "free_text text, font_size integer, bold integer, color text, tooltip text, ctid integer",
    ),
    "gr_cdct_line_item": (
        6,
        "glineid integer primary key, grid integer, fromcatid integer, fromcid integer, "
        "tocatid integer, tocid integer, color text, linewidth real, linetype text, "
        "isvisible integer",
    ),
    "gr_free_line_item": (
        6,
        "gflineid integer primary key, grid integer, fromfreetextid integer, fromcatid integer, "
        "fromcid integer, fromcaseid integer, fromfileid integer, fromimid integer, "
        "fromavid integer, tofreetextid integer, tocatid integer, tocid integer, "
        "tocaseid integer, tofileid integer, toimid integer, toavid integer, color text, "
        "linewidth real, linetype text",
    ),
    "gr_pix_item": (
        6,
        "grpixid integer primary key, grid integer, imid integer, x integer, y integer, "
        "px integer, py integer, w integer, h integer, filepath text, tooltip text",
    ),
    "gr_av_item": (
        6,
        "gr_avid integer primary key, grid integer, avid integer, x integer, y integer, "
        "pos0 integer, pos1 integer, filepath text, tooltip text, color text",
    ),
    "ris": (8, "risid integer, tag text, longtag text, value text"),
    "manage_files_display": (
        12, "mfid integer primary key, name text, tblrows text, tblcolumns text, owner text",
    ),
    "files_filter": (13, "filterid integer primary key, name text, filter text, owner text"),
    "coder_names": (
        14, "name text unique not null, visibility integer not null default 1 "
        "check (visibility in (0, 1))",
    ),
    "gr_memo_item": (
        17,
        "gmemoid integer primary key, grid integer, memo_source_type text, "
        "memo_source_id integer, x integer, y integer, color text, font_size integer",
    ),
}  # fmt: skip
_VIEWS = (14, ("code_image", "code_text", "code_av", "annotation"))


def _made(version: int) -> tuple[list[str], dict[str, set[str]]]:
    """What makes the tables of a schema version, and their columns."""
    tables = _FIRST | {name: said for name, (since, said) in _NEW.items() if version >= since}
    made = [f"CREATE TABLE {name} ({said})" for name, said in tables.items()]
    if version >= 4:  # this one column came by making the table anew
        made = [each.replace("code_text (", "code_text (ctid integer primary key, ", 1)
                for each in made]  # fmt: skip
    later = [(table, said) for since, table, said in _LATER if version >= since]
    made += [f"ALTER TABLE {table} ADD {said}" for table, said in later]
    columns = {
        name: {each.split()[0] for each in said.split(", ")} for name, said in tables.items()
    }
    columns["code_text"] |= {"ctid"} if version >= 4 else set()
    for table, said in later:
        columns[table].add(said.split()[0])
    since, viewed = _VIEWS
    made += [
        f"CREATE VIEW {each}_visible AS SELECT t.* FROM {each} t WHERE NOT EXISTS (SELECT 1 FROM "
        "coder_names c WHERE c.name = t.owner AND c.visibility = 0)"
        for each in viewed
        if version >= since
    ]
    return made, columns


def _rows(version: int) -> list[tuple[str, dict[str, object]]]:
    """A project with something of everything."""
    found = [*_marked(version), *_cases_and_graphs()]
    found[4][1]["av_text_id"] = 5
    if version >= 16:
        child = {"cid": 3, "name": "Blind trust", "supercid": 1, "color": "#00F", "owner": "Ama"}
        found.append(("code_name", child))
    return found


def _marked(version: int) -> list[tuple[str, dict[str, object]]]:
    """Sources and what is marked in them; emoji, line ends of Windows and a mark included."""
    ama, ben = {"owner": "Ama", "date": MADE}, {"owner": "Ben", "date": MADE}
    windows = "\ufeffOne line.\r\nAnother 🙂 line.\r\n"
    at = windows.index("Another")
    return [
        ("project", {"databaseversion": f"v{version}", "date": "2021-01-01 00:00:00",
                     "memo": "A study of pots.", "about": "QualCoder 3.5"}),
        ("source", {"id": 1, "name": "P01", "fulltext": WORDS, "memo": "Read twice.", **ama}),
        ("source", {"id": 2, "name": "P02.txt", "fulltext": windows,
                    "mediapath": "/docs/P02.txt", "memo": "", **ama}),
        ("source", {"id": 3, "name": "map.png", "mediapath": "/images/map.png", **ama}),
        ("source", {"id": 4, "name": "talk.mp3", "mediapath": "/audio/talk.mp3", **ama}),
        ("source", {"id": 5, "name": "talk.mp3.transcribed", "fulltext": SPOKEN, **ama}),
        ("source", {"id": 6, "name": "far.jpg", "mediapath": "images:/pictures/far.jpg", **ama}),
        ("code_cat", {"catid": 1, "name": "People", "memo": "Who.", **ama}),
        ("code_cat", {"catid": 2, "name": "Feelings", "supercatid": 1, **ama}),
        ("code_name", {"cid": 1, "name": "Trust", "memo": "To rely on somebody.", "catid": 2,
                       "color": "#E69F00", **ama}),
        ("code_name", {"cid": 2, "name": "Winter", "color": "blue", **ben}),
        ("code_text", {"ctid": 1, "cid": 1, "fid": 1, "pos0": 21, "pos1": 35,
                       "seltext": WORDS[21:35], "memo": "Strong.", **ama}),
        ("code_text", {"ctid": 2, "cid": 1, "fid": 1, "pos0": 21, "pos1": 35,
                       "seltext": WORDS[21:35], "memo": "", "important": 1, **ben}),
        ("code_text", {"ctid": 3, "cid": 2, "fid": 2, "pos0": at, "pos1": at + 14,
                       "seltext": windows[at:at + 14], **ama}),
        ("code_text", {"ctid": 4, "cid": 2, "fid": 5, "pos0": 11, "pos1": 16,
                       "seltext": SPOKEN[11:16], **ama}),
        ("code_text", {"ctid": 5, "cid": 1, "fid": 77, "pos0": 0, "pos1": 4, "seltext": "Gone",
                       **ama}),
        ("code_image", {"imid": 1, "id": 3, "x1": 10, "y1": 20, "width": 50, "height": 40,
                        "cid": 1, **ama}),
        ("code_av", {"avid": 1, "id": 4, "pos0": 5000, "pos1": 7000, "cid": 2, **ama}),
        ("annotation", {"anid": 1, "fid": 1, "pos0": 0, "pos1": 7, "memo": "Which pot?", **ben}),
    ]  # fmt: skip


def _cases_and_graphs() -> list[tuple[str, dict[str, object]]]:
    """Journals, cases, attributes and graphs, and what crosscase has nothing for."""
    ama = {"owner": "Ama", "date": MADE}
    return [
        ("journal", {"jid": 1, "name": "Diary", "jentry": "A long day.", **ama}),
        ("cases", {"caseid": 1, "name": "Northam", "memo": "A town.", **ama}),
        ("case_text", {"id": 1, "caseid": 1, "fid": 1, "pos0": 0, "pos1": len(WORDS), **ama}),
        ("case_text", {"id": 2, "caseid": 1, "fid": 2, "pos0": 1, "pos1": 9, **ama}),
        ("case_text", {"id": 3, "caseid": 1, "fid": 77, "pos0": 0, "pos1": 9, **ama}),
        ("attribute_type", {"name": "Age", "valuetype": "numeric", "caseOrFile": "case"}),
        ("attribute_type", {"name": "Sort", "valuetype": "character", "caseOrFile": "file"}),
        ("attribute", {"attrid": 1, "name": "Age", "attr_type": "case", "value": "67", "id": 1}),
        ("attribute", {"attrid": 2, "name": "Sort", "attr_type": "file", "value": "diary",
                       "id": 1}),
        ("attribute", {"attrid": 3, "name": "Sort", "attr_type": "file", "value": "", "id": 2}),
        ("attribute", {"attrid": 4, "name": "Sort", "attr_type": "file", "value": "lost",
                       "id": 77}),
        ("stored_sql", {"title": "All", "ssql": "select 1"}),
        ("graph", {"grid": 1, "name": "Overview"}),
        ("gr_cdct_text_item", {"gtextid": 1, "grid": 1, "x": 5, "y": 6, "cid": 1,
                               "displaytext": "Trust"}),
        ("gr_cdct_text_item", {"gtextid": 2, "grid": 1, "x": 9, "y": 6, "catid": 2,
                               "displaytext": "Feelings"}),
        ("gr_free_text_item", {"gfreeid": 1, "grid": 1, "freetextid": 1, "free_text": "Idea"}),
        ("gr_cdct_line_item", {"glineid": 1, "grid": 1, "fromcatid": 2, "tocid": 1,
                               "color": "gray", "linetype": "dotted", "label": "leads to",
                               "arrow_mode": "to"}),
        ("gr_cdct_line_item", {"glineid": 2, "grid": 9, "fromcatid": 2, "tocid": 1}),
        ("gr_memo_item", {"gmemoid": 1, "grid": 1, "memo_source_type": "code",
                          "memo_source_id": 1, "x": 1, "y": 2}),
        ("ris", {"risid": 1, "tag": "TI", "value": "A book"}),
        ("manage_files_display", {"mfid": 1, "name": "Mine", "tblrows": "1", "owner": "Ama"}),
        ("files_filter", {"filterid": 1, "name": "Diaries", "filter": "Sort = diary"}),
        ("coder_names", {"name": "Cai", "visibility": 0}),
    ]  # fmt: skip


def qualcoder(version: int = 8, more: Iterable[tuple[str, dict[str, object]]] = ()) -> bytes:
    """The SQLite file of a project in that schema version; ``more`` rows by table."""
    return _filled(version, [*_rows(version), *more])


def empty(version: int = 8, more: Iterable[tuple[str, dict[str, object]]] = ()) -> bytes:
    """A project without anything but these rows."""
    return _filled(version, more)


def _filled(version: int, rows: Iterable[tuple[str, dict[str, object]]]) -> bytes:
    made, columns = _made(version)
    fitting = [
        (table, {name: cell for name, cell in row.items() if name in columns[table]})
        for table, row in rows
        if table in columns
    ]
    return sqlite_bytes(made, fitting)


def sqlite_bytes(
    statements: Sequence[str], rows: Iterable[tuple[str, dict[str, object]]] = ()
) -> bytes:
    """A SQLite file that these statements and rows make."""
    with closing(sqlite3.connect(":memory:")) as connection:
        for statement in statements:
            connection.execute(statement)
        for table, row in rows:
            names, marks = ", ".join(row), ", ".join("?" * len(row))
            connection.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", [*row.values()])
        connection.commit()
        return bytes(connection.serialize())


def qualcoder_folder(folder: Path, version: int = 8) -> Path:
    """A project in its folder; its picture is there, its recording is missing."""
    made = folder / "Pots.qda"
    (made / "images").mkdir(parents=True)
    (made / "images" / "map.png").write_bytes(picture())
    (made / "data.qda").write_bytes(qualcoder(version))
    return made
