"""Codes that occur together: which pairs meet, how often, and how strongly.

What counts as meeting has to be said: passages that share text (``meeting_rows``), passages that
lie near each other (with ``gap``), or the same turn or source (``count_shared``). Units are counted
once each, so that no measure leaves its range.
"""

from crosscase.analysis.cooccurrence.coefficients import (
    UNEQUAL_FROM,
    Coefficients,
    PairColumns,
    coefficients,
    pair_columns,
)
from crosscase.analysis.cooccurrence.shared import count_shared, groups_sharing
from crosscase.analysis.cooccurrence.sweep import (
    MeetingRows,
    PairCounts,
    count_meetings,
    distinct_by_pair,
    meeting_rows,
)

__all__ = [
    "UNEQUAL_FROM",
    "Coefficients",
    "MeetingRows",
    "PairColumns",
    "PairCounts",
    "coefficients",
    "count_meetings",
    "count_shared",
    "distinct_by_pair",
    "groups_sharing",
    "meeting_rows",
    "pair_columns",
]
