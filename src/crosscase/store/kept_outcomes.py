"""What came of checks in the state that a study was last in: kept for the next program.

A fact of this file alone, in no log. It is of one state, so that whatever is done leaves it
behind; and a purge takes it out, for it tells names of sites and words of questions.
"""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Connection

from crosscase.errors import CrosscaseError
from crosscase.log.closure import heads_name
from crosscase.store.file_connection import not_waiting
from crosscase.store.study_file import StudyFile

__all__ = ["forget_outcomes", "keep_outcomes", "kept_outcomes"]

_KEY = "outcomes of checks"


def keep_outcomes(file: StudyFile, state: str, outcomes: Any) -> None:
    """Keep outcomes (plain values) of a state, which ends with the name of its heads.

    They may be left out, so nobody waits for a file that another program writes to.
    """
    if file.read_only or file.path is None or file.connection.in_transaction():
        return
    value = json.dumps([state, outcomes], ensure_ascii=False, separators=(",", ":"))
    try:
        with not_waiting(file.driver()), file.write() as connection:
            if not state.endswith(heads_name(file.heads(connection))):
                return  # another program wrote since: a purge must not be outlived
            connection.exec_driver_sql(
                "INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", (_KEY, value)
            )
    except CrosscaseError:
        return  # somebody else is writing: who asks next counts anew


def kept_outcomes(file: StudyFile, connection: Connection, state: str) -> Any:
    """The outcomes that were kept of this state; None where there are none."""
    value = file.fact(connection, _KEY)
    if value is None:
        return None
    held = json.loads(value)
    return held[1] if held[0] == state else None


def forget_outcomes(connection: Connection) -> None:
    """Take out what was kept."""
    connection.exec_driver_sql("DELETE FROM meta WHERE key = ?", (_KEY,))
