"""The tables of a QCA as frames: truth table, solutions, calibrated data, necessity."""

from __future__ import annotations

from typing import Any

import polars as pl

from crosscase.study_synthesis.qca_result import QcaResult

__all__ = ["data_frame", "necessity_frame", "terms_frame", "truth_frame"]


def truth_frame(result: QcaResult) -> pl.DataFrame:
    """One row a combination that some case has, best first."""
    columns: dict[str, list[Any]] = {"row": [row.number for row in result.rows]}
    for at, name in enumerate(result.conditions):
        columns[name] = [row.levels[at] for row in result.rows]
    said = {"positive": "1", "negative": "0", "too few": "?"}
    columns[_free("OUT", columns)] = [said[row.standing] for row in result.rows]
    columns["n"] = [len(row.cases) for row in result.rows]
    columns["inclusion"] = [row.inclusion for row in result.rows]
    columns["PRI"] = [row.pri for row in result.rows]
    columns["contradictory"] = ["yes" if row.contradictory else "" for row in result.rows]
    columns["cases"] = ["; ".join(each.name for each in row.cases) for row in result.rows]
    columns[f"with {result.outcome}"] = [
        "; ".join(each.name for each in row.cases if each.has_outcome) for row in result.rows
    ]
    return pl.DataFrame(columns)


def terms_frame(result: QcaResult) -> pl.DataFrame:
    """One row a term of each model, and one with no term's name for the model as a whole."""
    rows: list[tuple[Any, ...]] = []
    for solution in result.solutions:
        for number, model in enumerate(solution.models, 1):
            head = (solution.kind, number)
            for term in model.terms:
                fit = (term.inclusion, term.pri, term.coverage, term.unique_coverage)
                rows.append((*head, term.text, *fit, "; ".join(term.cases)))
            whole = (model.inclusion, model.pri, model.coverage, None)
            rows.append((*head, f"all: {model.text}", *whole, ""))
    schema = {
        "solution": pl.String,
        "model": pl.Int64,
        "term": pl.String,
        "inclusion": pl.Float64,
        "PRI": pl.Float64,
        "raw coverage": pl.Float64,
        "unique coverage": pl.Float64,
        "cases": pl.String,
    }
    return pl.DataFrame(rows, schema=schema, orient="row")


def data_frame(result: QcaResult) -> pl.DataFrame:
    """One row a case: the value that was read of each condition, and what it became."""
    columns: dict[str, list[Any]] = {
        "case": [each.name for each in result.cases],
        "id": [each.id for each in result.cases],
    }
    for told in result.sets:
        raw = list(told.raw)
        if len({type(value) for value in raw}) > 1:
            raw = [str(value) for value in raw]
        columns[_free(f"{told.name} (raw)", columns)] = raw
        columns[_free(told.name, columns)] = list(told.memberships)
    return pl.DataFrame(columns, strict=False)


def necessity_frame(result: QcaResult) -> pl.DataFrame:
    """Each level of each condition as necessary for the outcome."""
    return pl.DataFrame(
        {
            "condition": [each.literal for each in result.necessity],
            "inclusion": [each.inclusion for each in result.necessity],
            "coverage": [each.coverage for each in result.necessity],
            "RoN": [each.relevance for each in result.necessity],
        },
        schema_overrides=dict.fromkeys(("inclusion", "coverage", "RoN"), pl.Float64),
    )


def _free(name: str, columns: dict[str, list[Any]]) -> str:
    while name in columns:
        name += " "
    return name
