"""The tables of a package that can be shared: numbers in place of people, places and words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

import numpy as np

from crosscase.analysis.disclosure import hidden_in_lines
from crosscase.coding.codebook import Codebook
from crosscase.formats.codebook_entries import CodebookEntry
from crosscase.formats.codebook_files import write_codebook
from crosscase.formats.tables import write_csv
from crosscase.model.case_closure import kind_key
from crosscase.model.ids import Id, id_of_bytes
from crosscase.model.nouns import Case, Coder, Query
from crosscase.query.code_names import CodeNames, code_names
from crosscase.query.facts import coded_facts
from crosscase.query.matrix import matrix
from crosscase.store.code_tree import PATH_MARK, read_tree
from crosscase.store.coding_columns import coding_columns
from crosscase.store.history import list_operations
from crosscase.store.session import Reading
from crosscase.study_documents.telling import PLAINLY
from crosscase.study_findings.findings import Findings
from crosscase.study_findings.leaving_words import is_of_quote, unquoted
from crosscase.study_findings.outcomes import Outcome
from crosscase.study_protection.disclosure import policy_of
from crosscase.study_reports.known import Known, numbered
from crosscase.study_reports.shared_words import SharedWords
from crosscase.study_reports.told_people import groups_of_people

__all__ = ["shared_tables"]

Cell = str | int | float | None
_SPAN_WORDS = (5, 20, 60)
_NOT_TOLD = "not told"


def shared_tables(known: Known, shared: SharedWords) -> dict[str, bytes]:
    """File name -> csv: codebook, codings without words, matrix, findings, queries, log."""
    reading = known.reading
    coders = numbered((each.id for each in reading.all(Coder)), reading.file.study_id())
    entries = Codebook(known.session).entries()
    return {
        "codebook.csv": write_codebook(_without_words(shared, entries), "csv"),
        "data/codings.csv": _codings(reading),
        "data/participants_by_code_and_site.csv": _matrix(known),
        "data/findings.csv": _findings(known, shared),
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


def _codings(reading: Reading) -> bytes:
    """Codings by code and number of source; how long a passage is is told roughly only.

    Sources are numbered anew for each code. By one number for all its codes, or by who coded it,
    a source could be laid beside the counts of each site, and those not told there be found.
    """
    columns = coding_columns(reading.file, reading.connection)
    ids = reading.file.ids_of_rows(
        reading.connection, np.unique(np.concatenate([columns.source, columns.code])).tolist()
    )
    by_row = {row: id_of_bytes(raw) for row, raw in ids.items()}
    tree = read_tree(reading)
    paths = {code.id: PATH_MARK.join(tree.path_of(code.id)) for _, code in tree.walk()}
    bands = np.digitize((columns.end_char - columns.start_char) // 6, _SPAN_WORDS)
    names = ("under 5", "5 to 19", "20 to 59", "60 or more")
    held: dict[Id, list[tuple[Id, str]]] = {}
    for source, code, band in zip(
        columns.source.tolist(), columns.code.tolist(), bands.tolist(), strict=True
    ):
        held.setdefault(by_row[code], []).append((by_row[source], names[band]))
    rows = []
    for code_id, codings in held.items():
        salt = f"{reading.file.study_id()}:{code_id}"
        sources = numbered({source for source, _ in codings}, salt)
        rows += [(paths.get(code_id, ""), sources[source], band) for source, band in codings]
    return _csv(("code", "source, numbered anew for each code", "words, roughly"), sorted(rows))


def _matrix(known: Known) -> bytes:
    """Participants by code and site, without small counts and those by which they can be found."""
    reading, policy = known.reading, policy_of(known.reading)
    has_sites = kind_key(policy.site) in {kind_key(each.case_kind) for each in reading.all(Case)}
    made = matrix(reading, "code:all", policy.site if has_sites else "valence")
    _, untold = groups_of_people(known, policy.site) if has_sites else ({}, set())
    names = code_names(reading)
    at = {names.rows[one.id]: i for i, one in enumerate(made.row_members) if one.id is not None}
    above: list[int | None] = [None] * len(made.rows)
    for row, number in at.items():
        for child in names.below(row):
            above[at[child]] = number
    own, cells = _with_the_code_itself(reading, names), made.counts.cells
    own_of = [
        # Whoever is at several sites stands in several columns.
        own[row] if made.counts.rows[number] == cells[number].sum() else int(cells[number].sum())
        for row, number in at.items()
    ]
    hidden = hidden_in_lines(
        cells.tolist(),
        above,
        own_of,
        threshold=policy.k,
        away=[i for i, name in enumerate(made.columns) if name in untold],
    )
    rows = [
        (name, *(_NOT_TOLD if away else n for n, away in zip(counts, aways, strict=True)))
        for name, counts, aways in zip(made.rows, cells.tolist(), hidden, strict=True)
    ]
    return _csv(("code", *made.columns), rows)


def _with_the_code_itself(reading: Reading, names: CodeNames) -> Counter[int]:
    """How many participants have each code itself, not one below it; by its entity row."""
    facts = coded_facts(reading, None)
    pairs = np.unique(np.stack([facts.coding_keys("code"), facts.participant]), axis=1)
    said = pairs[0][pairs[1] >= 0]
    return Counter(names.read_as.get(row, row) for row in said.tolist())


def _findings(known: Known, shared: SharedWords) -> bytes:
    rows = []
    for each in Findings(known.session).all():
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
