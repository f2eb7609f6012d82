"""Files outside a project: opened only below a folder that somebody named."""

from __future__ import annotations

from pathlib import Path

import pytest

from crosscase.errors import NotFound
from crosscase.formats.project_files import FilesBelow, NoFiles
from crosscase.testing import make_study
from tests.exchange.making import guid, packed, picture, project


def outside(path: str) -> bytes:
    """A project with a picture and a text that lie outside it."""
    return packed(
        project(
            f'<Sources><PictureSource guid="{guid(1)}" name="Board" path="{path}board.png"/>'
            f'<TextSource guid="{guid(2)}" name="P01" plainTextPath="{path}p01.txt"/></Sources>'
        )
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the files of a project, beside one that nobody named."""
    inner = tmp_path / "files" / "talks"
    inner.mkdir(parents=True)
    for place in (inner, tmp_path):
        (place / "board.png").write_bytes(picture())
        (place / "p01.txt").write_text("Nobody trusted it.")
    (tmp_path / "secret.txt").write_text("A secret")
    return tmp_path / "files"


@pytest.mark.parametrize(
    "path",
    [
        "relative:///talks/",
        "relative:///../files/talks/",
        "absolute:///C:/Users/ann/talks/",
        "absolute:///shares/ann/talks/",
        "file:///D:/My%20own/talks/",
        "C:\\ann\\talks\\",
    ],
)
def test_files_are_found_by_the_end_of_their_path_below_the_folder(path: str, folder: Path) -> None:
    with make_study(None) as study:
        report = study.projects.bring_in(outside(path), name="p.qdpx", files=folder)
        assert report.is_balanced
        assert report.outside == ()
        assert study.sources.text("P01") == "Nobody trusted it."
        assert report.kind("PictureSource").imported == 1


def test_without_a_folder_they_are_listed_and_never_opened(folder: Path) -> None:
    with make_study(None) as study:
        report = study.projects.bring_in(outside(f"absolute://{folder}/talks/"), name="p.qdpx")
        assert f"absolute://{folder}/talks/board.png" in report.outside
        assert study.sources.text("P01") == ""


@pytest.mark.parametrize(
    "path",
    [
        "relative:///../secret.txt",
        "relative:///talks/../../secret.txt",
        "../secret.txt",
        "..\\secret.txt",
        "relative:///%2e%2e/secret.txt",
        "talks/link.txt",
        "internal://talks/p01.txt",
        "http://example.org/talks/p01.txt",
        "relative:///",
        "",
    ],
)
def test_nothing_outside_the_folder_is_opened_whatever_a_path_says(path: str, folder: Path) -> None:
    (folder / "talks" / "link.txt").symlink_to(folder.parent / "secret.txt")
    assert FilesBelow(NoFiles("p"), folder).find(path) is None
    assert FilesBelow(NoFiles("p"), folder).find(str(folder.parent / "secret.txt")) is None


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with make_study(None) as study, pytest.raises(NotFound, match="There is no folder"):
        study.projects.bring_in(outside("relative:///"), name="p", files=tmp_path / "none")
