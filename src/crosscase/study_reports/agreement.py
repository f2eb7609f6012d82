"""The agreement report: what several people coded or judged, and how far they agree in grids."""

from __future__ import annotations

from itertools import combinations

import numpy as np

from crosscase.analysis.grid_agreement import Kappa
from crosscase.model.ids import Id
from crosscase.model.nouns import Coder, Source
from crosscase.report.document import Cover
from crosscase.report.sections import Section, SectionedDocument
from crosscase.store.coding_columns import coding_columns
from crosscase.study_reports.known import Known
from crosscase.study_synthesis.grid_reading import StoredGrid
from crosscase.study_synthesis.grids import Grids

__all__ = ["agreement_report"]

_UNDEFINED = "undefined"


def agreement_report(known: Known, cover: Cover) -> SectionedDocument:
    """Sources that several people coded, and the kappa of each two raters of each grid.

    No coefficient is worked out for codings of text: how passages of different length are to be
    compared has to be decided first, and this crosscase does not decide it for anybody.
    """
    return SectionedDocument(cover, "Agreement", (_codings(known), *_grids(known)))


def _codings(known: Known) -> Section:
    columns = coding_columns(known.reading.file, known.reading.connection)
    coders, sources = known.reading.by_row(Coder), known.reading.by_row(Source)
    pairs, counts = np.unique(np.stack([columns.source, columns.coder]), axis=1, return_counts=True)
    held: dict[int, list[tuple[str, int]]] = {}
    for source, coder, count in zip(*pairs.tolist(), counts.tolist(), strict=True):
        if coder in coders:
            name = known.coders[coders[coder].id].name
            held.setdefault(source, []).append((name, count))
    several = sorted(
        (sources[row].name, ", ".join(f"{name} ({n:,})" for name, n in sorted(each)))
        for row, each in held.items()
        if len(each) > 1 and row in sources
    )
    return Section(
        "Sources that several people coded",
        (f"{len(several):,} of {len(held):,} coded sources. No coefficient is worked out for "
         "codings of text.",) if held else (),
        ("source", "coders and their codings"),
        several,
        "No source was coded by more than one person.",
    )  # fmt: skip


def _grids(known: Known) -> list[Section]:
    grids = Grids(known.session)
    sections = []
    for grid in grids.all():
        raters = sorted(
            {each.rater for each in grids.table(grid.id).judgements if each.rater is not None},
            key=lambda id_: known.coders[id_].name.casefold() if id_ in known.coders else id_,
        )
        if len(raters) > 1:
            sections.append(_grid(known, grids, grid, raters))
    return sections


def _grid(known: Known, grids: Grids, grid: StoredGrid, raters: list[Id]) -> Section:
    rows = []
    for one, other in combinations([each for each in raters if each in known.coders], 2):
        found = grids.agreement(grid.id, one, other)
        rows.append((
            f"{known.coders[one].name} and {known.coders[other].name}", found.scale.cells,
            _value(found.scale), _value(found.all_statuses), len(found.disagreements),
        ))  # fmt: skip
    return Section(
        f"Grid: {grid.name}",
        ("Weighted kappa (Cohen 1968, linear weights) over the statuses that are in order, and "
         "kappa (Cohen 1960) over all statuses; both by cells that both judged.",),
        ("raters", "cells", "weighted kappa", "kappa, all statuses", "cells apart"),
        rows,
    )  # fmt: skip


def _value(kappa: Kappa) -> str:
    if kappa.value is None:
        return f"{_UNDEFINED}: {kappa.reason}" if kappa.reason else _UNDEFINED
    return f"{kappa.value:.2f}"
