"""The interface is built anew when its files changed, and only then."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.build_desk import SITE, STAMP, build_desk, desk_sources, stamp_of


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout with an interface that was built from its files."""
    source = tmp_path / "ui" / "src"
    source.mkdir(parents=True)
    (source / "main.ts").write_text("export {};\n", encoding="utf-8")
    (tmp_path / SITE).mkdir(parents=True)
    (tmp_path / SITE / STAMP).write_text(stamp_of(tmp_path / "ui") + "\n", encoding="utf-8")
    return tmp_path


def test_what_was_built_from_these_very_files_is_kept(checkout: Path) -> None:
    """Nothing is run, not even Node is looked for."""
    assert build_desk(checkout) is False


@pytest.mark.parametrize("name", ["main.ts", "another.css"])
def test_a_changed_or_a_new_file_changes_the_stamp(checkout: Path, name: str) -> None:
    """So the next build is a build."""
    before = stamp_of(checkout / "ui")
    (checkout / "ui" / "src" / name).write_text("/* new */\n", encoding="utf-8")
    assert stamp_of(checkout / "ui") != before


@pytest.mark.parametrize(
    "name", ["node_modules/react/index.js", "src/spans.test.ts", "test-results/a.txt", "README.md"]
)
def test_tests_and_packages_do_not_count(checkout: Path, name: str) -> None:
    """Running a test must not make everybody build again."""
    before = stamp_of(checkout / "ui")
    path = checkout / "ui" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("something\n", encoding="utf-8")
    assert stamp_of(checkout / "ui") == before
    assert path not in set(desk_sources(checkout / "ui"))
