"""A synthetic RQDA project: a twin of what the tool writes, made for these tests."""

from __future__ import annotations

from collections.abc import Iterable

from tests.exchange.qualcoder_making import sqlite_bytes

__all__ = ["RQDA_VERSIONS", "RQDA_WORDS", "rqda"]

RQDA_WORDS = "The pot was empty.\nNobody trusted the meeting 🙂 at all.\n"
_MADE = "Tue Apr 14 01:01:32 2015"
_OWN = "owner text, date text, dateM text, status integer"
_TABLES = {
    "project": "databaseversion text, date text, dateM text, memo text, about text, imageDir text",
    "source": f"name text, id integer, file text, memo text, {_OWN}",
    "freecode": f"name text, memo text, id integer, color text, {_OWN}",
    "treecode": f"cid integer, catid integer, memo text, {_OWN}",
    "codecat": f"name text, cid integer, catid integer, memo text, {_OWN}",
    "filecat": f"name text, fid integer, catid integer, memo text, {_OWN}",
    "treefile": f"fid integer, catid integer, memo text, {_OWN}",
    "coding": "cid integer, fid integer, seltext text, selfirst real, selend real, "
    "status integer, owner text, date text, memo text",
    "coding2": "cid integer, fid integer, seltext text, selfirst real, selend real, "
    "status integer, owner text, date text, memo text",
    "cases": f"name text, memo text, id integer, {_OWN}",
    "caselinkage": "caseid integer, fid integer, selfirst real, selend real, status integer, "
    "owner text, date text, memo text",
    "attributes": f"name text, memo text, class text, {_OWN}",
    "caseAttr": f"variable text, value text, caseID integer, {_OWN}",
    "fileAttr": f"variable text, value text, fileID integer, {_OWN}",
    "journal": f"name text, journal text, {_OWN}",
    "annotation": f"fid integer, position integer, annotation text, {_OWN}",
    "image": f"name text, id integer, {_OWN}",
    "imageCoding": f"cid integer, iid integer, x1 integer, y1 integer, x2 integer, y2 integer, "
    f"memo text, {_OWN}",
}
RQDA_VERSIONS = ("0.1.4", "0.1.5", "0.1.6", "0.1.8", "0.1.9", "0.2.0", "0.2.2")
# Since which version there is a table, or a column of one.
_SINCE = {
    "project databaseversion": "0.1.5",
    "attributes": "0.1.6", "caseAttr": "0.1.6", "fileAttr": "0.1.6", "journal": "0.1.6",
    "project about": "0.1.8", "project imageDir": "0.1.8", "attributes class": "0.1.8",
    "caseAttr status": "0.1.8", "fileAttr status": "0.1.8", "annotation": "0.1.8",
    "image": "0.1.8", "imageCoding": "0.1.8",
    "freecode color": "0.1.9",
    "coding2": "0.2.0",
    "treecode owner": "0.2.2", "treefile owner": "0.2.2",
}  # fmt: skip


def _row(table: str, status: int = 1, **cells: object) -> tuple[str, dict[str, object]]:
    return table, {**cells, "owner": "ama", "date": _MADE, "status": status}


def rqda(
    more: Iterable[tuple[str, dict[str, object]]] = (), version: str = RQDA_VERSIONS[-1]
) -> bytes:
    """A project with something of everything, some of it deleted; ``more`` rows by table."""
    at = RQDA_WORDS.index("Nobody")
    rows: list[tuple[str, dict[str, object]]] = [
        ("project", {"databaseversion": version, "date": _MADE, "memo": "About pots."}),
        _row("source", name="P01", id=1, file=RQDA_WORDS, memo="Read twice."),
        _row("source", name="P02", id=2, file="Another.", status=0),
        _row("freecode", name="Trust", id=1, color="#E69F00", memo="To rely on somebody."),
        _row("freecode", name="Winter", id=2, color="antiquewhite"),
        _row("freecode", name="Gone", id=3, status=0),
        _row("codecat", name="Feelings", catid=1),
        _row("codecat", name="Seasons", catid=2),
        _row("treecode", cid=1, catid=1),
        _row("treecode", cid=2, catid=2),
        _row("treecode", cid=2, catid=1),
        _row("treecode", cid=3, catid=1),
        _row("filecat", name="Diaries", catid=1),
        _row("treefile", fid=1, catid=1),
        _row("treefile", fid=2, catid=1),
        _row("coding", cid=1, fid=1, selfirst=float(at), selend=float(at + 14),
             seltext="Nobody trusted", memo="Strong."),
        _row("coding", cid=2, fid=1, selfirst=8.0, selend=17.0, seltext="was empty", status=0),
        _row("coding", cid=3, fid=1, selfirst=4.0, selend=7.0, seltext="pot"),
        _row("coding", cid=1, fid=2, selfirst=0.0, selend=7.0, seltext="Another"),
        _row("coding2", cid=2, fid=1, selfirst=4.0, selend=7.0, seltext="pot"),
        _row("cases", name="Northam", id=1, memo="A town."),
        _row("caselinkage", caseid=1, fid=1, selfirst=0.0, selend=float(len(RQDA_WORDS))),
        _row("attributes", name="Age", **{"class": "numeric"}),
        _row("caseAttr", variable="Age", value="67", caseID=1),
        _row("fileAttr", variable="Age", value="3", fileID=2),
        _row("journal", name="Diary", journal="A long day."),
        _row("annotation", fid=1, position=4, annotation="Which pot?"),
        _row("image", name="map.png", id=1),
    ]  # fmt: skip
    tables = _tables_of(version)
    made = [f"CREATE TABLE {name} ({', '.join(columns)})" for name, columns in tables.items()]
    fitting = [
        (table, {name: cell for name, cell in row.items() if _has(tables[table], name)})
        for table, row in [*rows, *more]
        if table in tables
    ]
    return sqlite_bytes(made, fitting)


def _tables_of(version: str) -> dict[str, list[str]]:
    return {
        name: [
            each
            for each in columns.split(", ")
            if _SINCE.get(f"{name} {each.split()[0]}", "") <= version
        ]
        for name, columns in _TABLES.items()
        if _SINCE.get(name, "") <= version
    }


def _has(columns: Iterable[str], name: str) -> bool:
    return any(each.split()[0] == name for each in columns)
