"""Bringing a study file up to date: log tables by Alembic after a copy, state tables rebuilt."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import select, update

from crosscase.errors import UnreadableFile
from crosscase.store.file_connection import translated
from crosscase.store.log_tables import LOG_VERSION, meta
from crosscase.store.refolding import rebuild
from crosscase.store.state_tables import STATE_VERSION
from crosscase.store.study_file import StudyFile

__all__ = ["MIGRATIONS", "bring_up_to_date", "log_version", "migrate_log"]

MIGRATIONS = Path(__file__).with_name("migrations")


def log_version(file: StudyFile) -> int:
    """The version of a file's log tables."""
    return int(file.driver().execute("PRAGMA user_version").fetchone()[0])


def bring_up_to_date(file: StudyFile, now_us: Callable[[], int]) -> StudyFile:
    """The same study with today's tables; the very file when nothing is to be done.

    An old log is migrated after a copy was made beside it; state tables of another version are
    rebuilt from the log. A file that may only be read is rebuilt in memory.
    """
    version = log_version(file)
    if version < LOG_VERSION:
        if file.read_only or file.path is None:
            raise UnreadableFile(
                "This study was written by an older crosscase and has to be brought up to date, "
                "which needs writing to it.",
                slug="study-too-old",
                hint="Copy it to a folder that you may write to, and open it there.",
            )
        path = file.path
        file.close()
        copy_beside(path, now_us() // 1_000_000)
        migrate_log(path)
        file = StudyFile.open(path)
    with file.read() as connection:
        state = connection.execute(
            select(meta.c.value).where(meta.c.key == "state_version")
        ).scalar()
    if state == str(STATE_VERSION):
        return file
    if file.read_only:
        from crosscase.store.as_of import whole_file

        return whole_file(file)
    with file.write() as connection:
        rebuild(file, connection)
        connection.execute(
            update(meta).where(meta.c.key == "state_version").values(value=str(STATE_VERSION))
        )
    return file


def copy_beside(path: Path, second: int) -> Path:
    """A copy made before the log is changed: `NAME.before-upgrade-SECONDS.crosscase`."""
    target = path.with_name(f"{path.stem}.before-upgrade-{second}{path.suffix}")
    try:
        shutil.copy2(path, target)
    except OSError as error:
        raise UnreadableFile(
            f"No copy of “{path.name}” could be made before bringing it up to date, so nothing "
            "was changed.",
            slug="no-copy",
            hint="Free some space in its folder, then open it again.",
        ) from error
    return target


def migrate_log(path: Path, scripts: Path = MIGRATIONS) -> None:
    """Run the migrations that a file has not had (its user_version says which)."""
    import sqlalchemy
    from alembic.migration import MigrationContext
    from alembic.operations import Operations
    from alembic.script import ScriptDirectory

    script = ScriptDirectory(str(scripts))
    with translated(path):
        engine = sqlalchemy.create_engine(f"sqlite+pysqlite:///{path}")
        try:
            with engine.begin() as connection:
                version = int(connection.exec_driver_sql("PRAGMA user_version").scalar() or 0)
                context = MigrationContext.configure(connection)
                steps = [each for each in script.walk_revisions() if int(each.revision) > version]
                for step in sorted(steps, key=lambda each: int(each.revision)):
                    with Operations.context(context):
                        step.module.upgrade()
                    connection.exec_driver_sql(f"PRAGMA user_version={int(step.revision)}")
        finally:
            engine.dispose()
