"""Qualitative comparative analysis: which combinations of conditions go with an outcome.

Crisp, fuzzy and multi-value sets (Ragin 1987, 2008; Cronqvist and Berg-Schlosser 2009).
"""

from crosscase.analysis.qca.calibrated import (
    ANY,
    CalibratedData,
    CalibratedSet,
    Term,
    term_text,
)
from crosscase.analysis.qca.calibration import (
    Floats,
    by_anchors,
    by_cut,
    by_cuts,
    checked_memberships,
)
from crosscase.analysis.qca.cautions import cautions
from crosscase.analysis.qca.fit import Necessity, SufficientFit, necessities, sufficiency
from crosscase.analysis.qca.implicants import prime_implicants
from crosscase.analysis.qca.minimal_covers import Covers, minimal_covers
from crosscase.analysis.qca.solutions import (
    SOLUTIONS,
    FittedTerm,
    Model,
    Solution,
    SolutionKind,
    solve,
)
from crosscase.analysis.qca.truth_table import Cuts, TruthRow, TruthTable, truth_table

__all__ = [
    "ANY",
    "SOLUTIONS",
    "CalibratedData",
    "CalibratedSet",
    "Covers",
    "Cuts",
    "FittedTerm",
    "Floats",
    "Model",
    "Necessity",
    "Solution",
    "SolutionKind",
    "SufficientFit",
    "Term",
    "TruthRow",
    "TruthTable",
    "by_anchors",
    "by_cut",
    "by_cuts",
    "cautions",
    "checked_memberships",
    "minimal_covers",
    "necessities",
    "prime_implicants",
    "solve",
    "sufficiency",
    "term_text",
    "truth_table",
]
