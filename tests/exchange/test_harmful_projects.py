"""Projects that are made to do harm are refused with a sentence, and nothing of them is stored."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from crosscase.errors import UnreadableFile
from crosscase.formats.foreign_sqlite import open_foreign_database
from crosscase.testing import make_study
from tests.exchange.making import packed, project
from tests.exchange.qualcoder_making import WORDS, qualcoder


def _with_entry(name: str, data: bytes = b"x") -> bytes:
    return packed(project(""), {name: data})


def _with_nul() -> bytes:
    """A name with NUL in it, as no zip program writes it."""
    return _with_entry("sources/aXb.txt").replace(b"aXb.txt", b"a\0b.txt")


def _far_too_many() -> bytes:
    return packed(project(""), {f"sources/{number}.txt": b"" for number in range(20_001)})


def _nested_entities() -> bytes:
    """Entities of entities: a few bytes that become gigabytes."""
    lines = [f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)]
    head = f'<!DOCTYPE p [<!ENTITY a0 "words">{"".join(lines)}]>'
    return head.encode() + project("<Description>&a9;</Description>").split(b"\n", 1)[1]


@pytest.mark.parametrize(
    "made",
    [
        lambda: _with_entry("sources/../../out.txt"),
        lambda: _with_entry("D:out.txt"),
        lambda: _with_entry("\\\\server\\out.txt"),
        lambda: packed(project(""), {"sources/été.txt": b"1", "sources/ÉTÉ.txt": b"2"}),
        _with_nul,
        _far_too_many,
        _nested_entities,
        lambda: packed(_nested_entities()),
        lambda: _with_entry("sources/a.txt", bytes(60_000_000)),
        lambda: packed(project(""), {f"sources/{n}.txt": bytes(9_900_000) for n in range(4)}),
    ],
)
def test_nothing_of_a_harmful_project_is_stored(made: Callable[[], bytes]) -> None:
    with make_study(None) as study:
        before = study.counts()
        with pytest.raises(UnreadableFile) as caught:
            study.projects.bring_in(made(), name="p.qdpx")
        assert caught.value.sentence.endswith(".")
        assert study.counts() == before


@pytest.mark.parametrize("scheme", ["absolute:///{}", "file:///{}", "{}", "relative:///{}"])
def test_a_file_beside_the_project_is_listed_and_never_read(tmp_path: Path, scheme: str) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("a word that nobody gave", encoding="utf-8")
    path = scheme.format(secret.as_posix().lstrip("/") if "//" in scheme else secret.as_posix())
    source = f'<TextSource guid="{"0" * 8}-0000-4000-8000-{"0" * 12}" plainTextPath="{path}"/>'
    xml = f"<Sources>{source}</Sources>".encode()
    file = tmp_path / "p.qde"
    file.write_bytes(project("").replace(b"</Project>", xml + b"</Project>"))
    with make_study(None) as study:
        study.projects.bring_in(file)
        assert all("nobody gave" not in study.sources.text(each.id) for each in study.sources.all())


def _database(path: Path, *statements: str) -> bytes:
    path.write_bytes(qualcoder(8))
    with closing(sqlite3.connect(path)) as connection:
        for each in statements:
            connection.execute(each)
        connection.commit()
    return path.read_bytes()


def test_triggers_and_views_of_a_foreign_database_never_run(tmp_path: Path) -> None:
    data = _database(
        tmp_path / "data.qda",
        "CREATE VIEW stolen AS SELECT load_extension('x'), readfile('/etc/passwd')",
        "CREATE TRIGGER t AFTER INSERT ON source BEGIN DELETE FROM code_text; END",
    )
    with make_study(None) as study:
        assert study.projects.bring_in(data, name="p").is_balanced
        assert study.sources.text("P01") == WORDS
    with closing(open_foreign_database(data, "p")) as database:
        assert "stolen" not in database.tables


def test_a_database_in_the_mode_of_two_files_is_read_without_the_second(tmp_path: Path) -> None:
    data = _database(tmp_path / "data.qda", "PRAGMA journal_mode=WAL")
    assert data[18:20] == b"\x02\x02"
    with make_study(None) as study:
        assert study.projects.bring_in(data, name="p").is_balanced
        assert study.sources.text("P01") == WORDS


def test_a_cell_that_is_far_too_large_is_an_error_of_ours(tmp_path: Path) -> None:
    path = tmp_path / "data.qda"
    data = _database(path, "INSERT INTO source (id, fulltext) VALUES (99, zeroblob(210000000))")
    with make_study(None) as study, pytest.raises(UnreadableFile):
        study.projects.bring_in(data, name="p")


def test_an_archive_is_never_unpacked_beside_itself(tmp_path: Path) -> None:
    file = tmp_path / "p.qdpx"
    file.write_bytes(_with_entry("sources/a.txt"))
    with make_study(None) as study:
        study.projects.bring_in(file)
    assert [each.name for each in tmp_path.iterdir()] == ["p.qdpx"]
