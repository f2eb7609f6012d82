"""A QCA told for its document."""

from __future__ import annotations

from crosscase.report.document import Cover
from crosscase.report.pieces import Column
from crosscase.report.qca import QcaDocument, QcaPart
from crosscase.study_synthesis.qca_result import QcaResult, QcaSolution

__all__ = ["qca_document"]

_STANDING = {"positive": "1", "negative": "0", "too few": "?"}


def qca_document(result: QcaResult, cover: Cover) -> QcaDocument:
    """The parts of a QCA in the order in which a reader judges it."""
    parts = [_sets(result), _truth_table(result)]
    parts += [_solution(each) for each in result.solutions]
    parts += [_necessity(result)]
    return QcaDocument(cover, result.name, result.warnings, parts)


def _sets(result: QcaResult) -> QcaPart:
    cuts = result.cuts
    said = [
        f"{len(result.cases):,} {result.counted}; the outcome is {result.outcome}. A row leads to "
        f"it from an inclusion of {cuts.inclusion:g} and a PRI of {cuts.pri:g} on, with at least "
        f"{cuts.frequency} of them.",
        f"State {result.state}; definition and values {result.digest[:16]}.",
    ]
    columns = [Column("Set", 1), Column("Read from", 3), Column("Calibrated", 3)]
    rows = [(each.name, each.measured, each.calibrated) for each in result.sets]
    return QcaPart("Conditions and outcome", said, columns, rows)


def _truth_table(result: QcaResult) -> QcaPart:
    columns = [Column(name, 0.8, True) for name in result.conditions]
    columns += [Column("OUT", 0.5), Column("n", 0.4, True), Column("Inclusion", 0.8, True)]
    columns += [Column("PRI", 0.7, True), Column("Cases", 3)]
    rows = [
        (
            *row.levels,
            _STANDING[row.standing] + (" C" if row.contradictory else ""),
            len(row.cases),
            _figure(row.inclusion),
            _figure(row.pri),
            ", ".join(each.name + ("" if each.has_outcome else "†") for each in row.cases),
        )
        for row in result.rows
    ]
    said = [f"C: contradictory. †: not in {result.outcome}."]
    if result.nowhere:
        said.append("In no row: " + ", ".join(each.name for each in result.nowhere) + ".")
    return QcaPart("Truth table", said, columns, rows)


def _solution(solution: QcaSolution) -> QcaPart:
    heading = f"{solution.kind.capitalize()} solution"
    if solution.reason:
        return QcaPart(heading, [solution.reason])
    columns = [Column("Term", 3), Column("Inclusion", 0.8, True), Column("PRI", 0.8, True)]
    columns += [Column("Coverage", 0.8, True), Column("Unique", 0.8, True), Column("Cases", 3)]
    rows: list[tuple[str | None, ...]] = []
    said = []
    for number, model in enumerate(solution.models, 1):
        said.append(f"Model {number}: {model.text}")
        for term in model.terms:
            fit = (term.inclusion, term.pri, term.coverage, term.unique_coverage)
            rows.append((term.text, *map(_figure, fit), ", ".join(term.cases)))
        whole = (model.inclusion, model.pri, model.coverage)
        rows.append((f"Model {number}", *map(_figure, whole), None, None))
    return QcaPart(heading, said, columns, rows)


def _necessity(result: QcaResult) -> QcaPart:
    columns = [Column("Condition", 2), Column("Inclusion", 1, True)]
    columns += [Column("Coverage", 1, True), Column("RoN", 1, True)]
    rows = [
        (each.literal, *map(_figure, (each.inclusion, each.coverage, each.relevance)))
        for each in result.necessity
    ]
    return QcaPart(f"Necessary for {result.outcome}", [], columns, rows)


def _figure(value: float | None) -> str | None:
    return None if value is None else f"{value:.3f}"
