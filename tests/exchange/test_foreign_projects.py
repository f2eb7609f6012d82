"""Projects are known by what is inside, in every place where they are taken."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from crosscase.errors import CrosscaseError, NotFound, UnreadableFile
from crosscase.study_exchange.inspecting import inspect_file
from crosscase.study_exchange.opening import looks_like_project, open_project
from crosscase.testing import make_study
from tests.exchange.qualcoder_making import qualcoder, qualcoder_folder, sqlite_bytes
from tests.exchange.rqda_making import rqda

MUTATIONS = 300


def refused(file: Path | bytes) -> str:
    """The slug of the error with which a file is refused."""
    with pytest.raises(UnreadableFile) as told:
        open_project(file, "x")
    assert told.value.hint
    return told.value.slug


def test_projects_are_known_whatever_their_files_are_called(tmp_path: Path) -> None:
    for name, data in {"a.txt": qualcoder(8), "b.sqlite3": rqda()}.items():
        (tmp_path / name).write_bytes(data)
        assert looks_like_project(tmp_path / name)
    assert inspect_file(tmp_path / "a.txt").format == "QualCoder project, schema 8"
    assert inspect_file(tmp_path / "b.sqlite3").format == "RQDA project"


def test_a_view_that_is_called_like_a_table_makes_no_project() -> None:
    made = [
        "CREATE TABLE project (databaseversion text)",
        "CREATE TABLE source (id integer, name text, fulltext text)",
        "CREATE TABLE code_name (cid integer, name text)",
        "CREATE VIEW code_text AS SELECT 1 AS cid, 1 AS fid, 0 AS pos0, 9 AS pos1",
    ]
    assert refused(sqlite_bytes(made)) == "unknown-project"


def test_a_study_is_refused_with_a_way_out(tmp_path: Path) -> None:
    with make_study(tmp_path):
        assert refused(tmp_path / "study.crosscase") == "is-a-study"


def test_a_folder_without_a_project_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path) == "no-project"
    assert not looks_like_project(tmp_path)
    with pytest.raises(NotFound):
        open_project(tmp_path / "nothing.qda", "nothing.qda")


@pytest.mark.parametrize("ending", ["-wal", "-journal"])
def test_a_project_that_is_still_open_elsewhere_is_refused(tmp_path: Path, ending: str) -> None:
    (tmp_path / "p.qda").write_bytes(qualcoder(8))
    (tmp_path / f"p.qda{ending}").write_bytes(b"not yet in it")
    assert refused(tmp_path / "p.qda") == "project-open"


def test_nothing_is_written_beside_a_project(tmp_path: Path) -> None:
    folder = qualcoder_folder(tmp_path)
    before = sorted(folder.rglob("*"))
    inspect_file(folder)
    assert sorted(folder.rglob("*")) == before


def test_damaged_projects_are_refused_or_read_and_accounted_for() -> None:
    """Whatever bytes are changed: an error of ours, or a report that adds up."""
    seeds = [qualcoder(4), qualcoder(17), rqda()]
    chance = random.Random(7)
    for _ in range(MUTATIONS):
        data = bytearray(chance.choice(seeds))
        for _ in range(chance.choice((1, 3, 30))):
            data[chance.randrange(len(data))] = chance.randrange(256)
        try:
            found = open_project(bytes(data), "x")
        except CrosscaseError:
            continue
        assert all(each.rows == each.accounted for each in found.tables)
