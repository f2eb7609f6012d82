"""Old and foreign versions of a study file."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from crosscase.store.log_tables import LOG_VERSION, log_metadata
from crosscase.store.migrating import migrate_log
from crosscase.testing import make_study


def test_the_migrations_make_the_same_tables_as_today(tmp_path: Path) -> None:
    """An empty database that runs every migration has the tables, columns and indexes of now."""
    path = tmp_path / "migrated.db"
    sqlite3.connect(path).close()
    migrate_log(path)
    raw = sqlite3.connect(path)
    tables = {
        name: {row[1] for row in raw.execute(f"PRAGMA table_info({name})")}
        for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    }
    assert tables == {
        table.name: {column.name for column in table.columns}
        for table in log_metadata.sorted_tables
    }
    assert raw.execute("PRAGMA user_version").fetchone()[0] == LOG_VERSION
    raw.close()


def test_a_later_migration_runs_after_a_copy(tmp_path: Path) -> None:
    """A file that has not had a migration gets it, and says which version it has then."""
    scripts = tmp_path / "scripts"
    (scripts / "versions").mkdir(parents=True)
    (scripts / "env.py").write_text("", encoding="utf-8")
    (scripts / "versions" / "0001.py").write_text(
        "revision = '1'\ndown_revision = None\n\n\ndef upgrade():\n    raise AssertionError\n",
        encoding="utf-8",
    )
    (scripts / "versions" / "0002.py").write_text(
        "import sqlalchemy as sa\nfrom alembic import op\n\n"
        "revision = '2'\ndown_revision = '1'\n\n\n"
        "def upgrade():\n    op.add_column('operation', sa.Column('device', sa.Text))\n",
        encoding="utf-8",
    )
    study = make_study(tmp_path)
    study.codes.add("Trust")
    study.close()
    path = tmp_path / "study.crosscase"
    migrate_log(path, scripts)
    raw = sqlite3.connect(path)
    columns = {row[1] for row in raw.execute("PRAGMA table_info(operation)")}
    assert "device" in columns
    assert raw.execute("PRAGMA user_version").fetchone()[0] == 2
    assert raw.execute("SELECT count(*) FROM operation").fetchone()[0] == 2
    raw.close()


def test_state_tables_of_another_version_are_rebuilt(tmp_path: Path) -> None:
    """Opening a study whose state has another version folds the log anew."""
    with make_study(tmp_path) as study:
        study.codes.add("Trust")
    path = tmp_path / "study.crosscase"
    raw = sqlite3.connect(path)
    raw.execute("UPDATE meta SET value = '0' WHERE key = 'state_version'")
    raw.execute("DELETE FROM state_code")
    raw.commit()
    raw.close()
    with make_study(tmp_path, open_again=True) as again:
        assert [code.name for code in again.codes.all()] == ["Trust"]
        assert again.verify() == []
