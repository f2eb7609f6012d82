"""Choosing cases from a frame, with the whole decision laid open."""

from crosscase.analysis.selection.candidates import Candidates, Characteristic, candidates_of
from crosscase.analysis.selection.constraints import (
    Constraint,
    EachGroupAtMost,
    Exclude,
    GroupCount,
    Include,
    NotAllOneGroup,
    said,
)
from crosscase.analysis.selection.decision import Selection
from crosscase.analysis.selection.distance import Distances, gower
from crosscase.analysis.selection.drawing import (
    allocation,
    by_criterion,
    by_hand,
    by_quota,
    drawn,
    drawn_order,
    stratified,
)
from crosscase.analysis.selection.eligibility import (
    Eligibility,
    Known,
    NoneOf,
    OneOf,
    Rule,
    Within,
    eligible,
)
from crosscase.analysis.selection.replacement import Alternative, Replacement, replaced
from crosscase.analysis.selection.variation import Effort, maximum_variation

__all__ = [
    "Alternative",
    "Candidates",
    "Characteristic",
    "Constraint",
    "Distances",
    "EachGroupAtMost",
    "Effort",
    "Eligibility",
    "Exclude",
    "GroupCount",
    "Include",
    "Known",
    "NoneOf",
    "NotAllOneGroup",
    "OneOf",
    "Replacement",
    "Rule",
    "Selection",
    "Within",
    "allocation",
    "by_criterion",
    "by_hand",
    "by_quota",
    "candidates_of",
    "drawn",
    "drawn_order",
    "eligible",
    "gower",
    "maximum_variation",
    "replaced",
    "said",
    "stratified",
]
