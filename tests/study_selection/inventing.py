"""Invented frames: nine boards, with what is known of them."""

from __future__ import annotations

from typing import Any

from crosscase.study import Study

__all__ = ["BOARDS", "COLUMNS", "MEANING", "grouped_boards"]

COLUMNS = ("code", "name", "region", "people", "deprived", "rural", "teaching")
BOARDS = (
    ("A1", "Northam", "North", "410000", "31.2", "12", "yes"),
    ("A2", "Southam", "South", "1250000", "8.5", "55", "no"),
    ("B1", "Eastby", "East", "830000", "22.8", "40", "no"),
    ("B2", "Westby", "West", "2100000", "27.9", "8", "yes"),
    ("C1", "Midton", "North", "640000", "12.1", "71", "no"),
    ("C2", "Highmoor", "North", "390000", "25.0", "", "no"),
    ("D1", "Lowmere", "South", "1730000", "19.3", "33", "yes"),
    ("D2", "Fenwick Vale", "East", "520000", "29.4", "64", "no"),
    ("E1", "Port Anning", "West", "960000", "33.3", "21", "yes"),
)
MEANING: tuple[dict[str, Any], ...] = (
    {"column": "people", "label": "population", "type": "population", "unit": "people",
     "source": "Register of patients", "date": "2022-01-01"},
    {"column": "deprived", "label": "deprivation", "type": "percent", "unit": "%",
     "source": "Index of deprivation", "date": "2019", "definition": "Areas in the worst fifth"},
    {"column": "rural", "label": "rurality", "type": "percent"},
)  # fmt: skip


def grouped_boards(study: Study) -> None:
    """The boards as a frame with two groupings."""
    study.frames.import_table(
        "Boards", COLUMNS, BOARDS, unit="care board", citation="Invented", characteristics=MEANING
    )
    study.frames.classify(
        "Boards", "deprivation", groups=3, labels=["low", "middle", "high"], name="deprived"
    )
    study.frames.classify(
        "Boards", "population", cut_points=[600_000, 1_000_000],
        labels=["small", "medium", "large"], name="size",
    )  # fmt: skip
