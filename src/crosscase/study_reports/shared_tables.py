"""The tables of a package that can be shared: numbers in place of people, places and words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

import numpy as np

from crosscase.coding.codebook import Codebook
from crosscase.formats.codebook_entries import CodebookEntry
from crosscase.formats.codebook_files import write_codebook
from crosscase.formats.tables import write_csv
from crosscase.model.ids import Id, id_of_bytes
from crosscase.model.nouns import Case, Coder, Query, Source
from crosscase.query.matrix import matrix
from crosscase.store.code_tree import PATH_MARK, read_tree
from crosscase.store.coding_columns import coding_columns
from crosscase.store.history import list_operations
from crosscase.store.session import Reading, Session
from crosscase.study_documents.telling import PLAINLY
from crosscase.study_findings.findings import Findings
from crosscase.study_findings.leaving_words import is_of_quote, unquoted
from crosscase.study_findings.outcomes import Outcome
from crosscase.study_protection.disclosure import policy_of
from crosscase.study_reports.known import numbered
from crosscase.study_reports.shared_words import SharedWords

__all__ = ["shared_tables"]

Cell = str | int | float | None
_SPAN_WORDS = (5, 20, 60)


def shared_tables(session: Session, reading: Reading, shared: SharedWords) -> dict[str, bytes]:
    """File name -> csv: codebook, codings without words, matrix, findings, queries, log."""
    salt = reading.file.study_id()
    coders = numbered((each.id for each in reading.all(Coder)), salt)
    entries = Codebook(session).entries()
    return {
        "codebook.csv": write_codebook(_without_words(shared, entries), "csv"),
        "data/codings.csv": _codings(reading, salt, coders),
        "data/participants_by_code_and_site.csv": _matrix(reading),
        "data/findings.csv": _findings(session, shared),
        "data/queries.csv": _csv(
            ("query", "expression", "description"),
            [
                (shared.text(each.name), shared.text(each.expression),
                 shared.text(each.description))
                for each in reading.all(Query)
            ],
        ),
        "log/operations.csv": _operations(reading, coders),
    }  # fmt: skip


def _csv(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    return write_csv(columns, rows, guard=True)


def _without_words(shared: SharedWords, entries: Iterable[CodebookEntry]) -> list[CodebookEntry]:
    """The codebook without examples, and without what names somebody or quotes a source."""
    return [
        replace(
            each,
            definition=shared.definition(each.definition),
            includes=shared.definition(each.includes),
            excludes=shared.definition(each.excludes),
            example=None,
        )
        for each in entries
    ]


def _codings(reading: Reading, salt: str, coders: dict[Id, int]) -> bytes:
    """Codings by number of source and coder; how long a passage is is told roughly only."""
    columns = coding_columns(reading.file, reading.connection)
    sources = numbered((each.id for each in reading.all(Source)), salt)
    ids = reading.file.ids_of_rows(
        reading.connection,
        np.unique(np.concatenate([columns.source, columns.code, columns.coder])).tolist(),
    )
    by_row = {row: id_of_bytes(raw) for row, raw in ids.items()}
    tree = read_tree(reading)
    paths = {code.id: PATH_MARK.join(tree.path_of(code.id)) for _, code in tree.walk()}
    bands = np.digitize((columns.end_char - columns.start_char) // 6, _SPAN_WORDS)
    names = ("under 5", "5 to 19", "20 to 59", "60 or more")
    rows = sorted(
        (
            (sources.get(by_row[source], 0), paths.get(by_row[code], ""),
             coders.get(by_row.get(coder, "")), names[band])
            for source, code, coder, band in zip(
                columns.source.tolist(), columns.code.tolist(), columns.coder.tolist(),
                bands.tolist(), strict=True,
            )
        ),
        key=lambda row: (row[0], row[1], row[2] or 0, row[3]),
    )  # fmt: skip
    return _csv(("source", "code", "coder", "words, roughly"), rows)


def _matrix(reading: Reading) -> bytes:
    """Participants by code and site; counts below the policy's least number are not told."""
    least = policy_of(reading).k
    kinds = {each.case_kind for each in reading.all(Case)}
    columns = "site" if "site" in kinds else "valence"
    made = matrix(reading, "code:all", columns)
    rows = [
        (name, *(f"under {least}" if 0 < n < least else n for n in counts))
        for name, counts in zip(made.rows, made.counts.cells.tolist(), strict=True)
    ]
    return _csv(("code", *made.columns), rows)


def _findings(session: Session, shared: SharedWords) -> bytes:
    rows = []
    for each in Findings(session).all():
        checks = each.checks or (None,)
        for check in checks:
            outcome = None if check is None else check.outcome
            rows.append((
                each.name, shared.text(each.statement), each.domain_name, each.status,
                each.standing, *(("", "") if outcome is None else _check(shared, outcome)),
                None if outcome is None else outcome.standing,
            ))  # fmt: skip
    return _csv(
        ("finding", "statement", "domain", "status", "standing", "check", "says", "check standing"),
        rows,
    )


def _check(shared: SharedWords, outcome: Outcome) -> tuple[str | None, str | None]:
    """A check and what came of it; of one that quotes somebody only that it does."""
    if is_of_quote(outcome.text):  # what came of it tells words that differ
        return shared.text(unquoted(outcome.text)), None
    return shared.text(outcome.text), shared.text(outcome.says)


def _operations(reading: Reading, coders: dict[Id, int]) -> bytes:
    day: Callable[[int], str] = PLAINLY.day
    rows = [
        (day(each.wall_ms), coders.get(each.person_id or ""), each.sentence_key, each.changes,
         int(each.undone))
        for each in reversed(list_operations(reading))
    ]  # fmt: skip
    return _csv(("day", "coder", "did", "changes", "undone"), rows)
