"""tools/check_names.py: module names that say something, and no traces of one machine."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.check_names import machine_problems, module_name_problems


@pytest.mark.parametrize("name", ["src/utils.py", "src/common/text.py", "src/_helpers.py"])
def test_an_empty_name_is_refused(name: str, tmp_path: Path) -> None:
    """A module or package that could hold anything is named."""
    path = tmp_path / name
    path.parent.mkdir(parents=True)
    path.touch()
    assert len(module_name_problems(tmp_path)) == 1


def test_a_telling_name_passes(tmp_path: Path) -> None:
    """A name that merely contains an empty one is fine."""
    (tmp_path / "database.py").touch()
    assert module_name_problems(tmp_path) == []


@pytest.mark.parametrize("folder", ["work", "root", "home/ama"])
def test_a_path_of_one_machine_is_found(folder: str, tmp_path: Path) -> None:
    """The line with a machine's own path is named."""
    (tmp_path / "notes.md").write_text(f"first\nsee /{folder}/study\n", encoding="utf-8")
    assert machine_problems(tmp_path) == ["notes.md:2: a path of one machine."]


@pytest.mark.parametrize("text", ["docs/work/plan.md", "the site root/branch", "a/home/b"])
def test_a_path_inside_the_repository_passes(text: str, tmp_path: Path) -> None:
    """Folders that merely share a name with a machine's are fine."""
    (tmp_path / "notes.md").write_text(text, encoding="utf-8")
    assert machine_problems(tmp_path) == []


@pytest.mark.parametrize("pieces", [("files.python", "hosted.org"), ("registry.npm", "js.org")])
def test_the_host_of_a_registry_is_found(pieces: tuple[str, str], tmp_path: Path) -> None:
    """A package registry's host is named with its line."""
    (tmp_path / "lock.txt").write_text("https://" + "".join(pieces), encoding="utf-8")
    assert machine_problems(tmp_path) == ["lock.txt:1: the host of a package registry."]


def test_pictures_are_passed_over(tmp_path: Path) -> None:
    """A file that is not text is not read as text."""
    (tmp_path / "photo.png").write_bytes(b"\x89PNG\xff\xfe")
    assert machine_problems(tmp_path) == []
