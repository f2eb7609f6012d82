"""Indicators of inequality between groups, areas or persons (methods after WHO and UKHSA).

Read an absolute figure beside a relative one, and say whether a high value is good or bad: either
alone can mislead (King, Harper and Young 2012, "Use of relative and absolute effect measures in
reporting health inequalities").
"""

from crosscase.analysis.inequality.attributable import Attributable, population_attributable
from crosscase.analysis.inequality.case_rows import INDICES, NEEDS_RANK, IndexOptions
from crosscase.analysis.inequality.change import Change, change_between, worse_off
from crosscase.analysis.inequality.concentration import (
    Concentration,
    concentration_of_groups,
    concentration_of_rows,
)
from crosscase.analysis.inequality.dissimilarity import (
    bootstrapped_dissimilarity,
    index_of_dissimilarity,
)
from crosscase.analysis.inequality.entropy import Entropy, EntropyPart, entropy
from crosscase.analysis.inequality.gaps import Gaps, between_group_variance, gaps
from crosscase.analysis.inequality.logit_model import LogitSlope, slope_of_logit_model
from crosscase.analysis.inequality.measures import Interval, Measure
from crosscase.analysis.inequality.over_frames import (
    changes_over_time,
    indices,
    with_worse_off,
)
from crosscase.analysis.inequality.pooling import Pooled, pooled_groups, quantile_groups
from crosscase.analysis.inequality.slope import (
    SlopeIndex,
    slope_index,
    slope_index_of_rows,
)
from crosscase.analysis.inequality.slope_intervals import (
    SlopeInterval,
    analytic_slope_intervals,
    simulated_slope_intervals,
    standard_errors_from_limits,
)

__all__ = [
    "INDICES",
    "NEEDS_RANK",
    "Attributable",
    "Change",
    "Concentration",
    "Entropy",
    "EntropyPart",
    "Gaps",
    "IndexOptions",
    "Interval",
    "LogitSlope",
    "Measure",
    "Pooled",
    "SlopeIndex",
    "SlopeInterval",
    "analytic_slope_intervals",
    "between_group_variance",
    "bootstrapped_dissimilarity",
    "change_between",
    "changes_over_time",
    "concentration_of_groups",
    "concentration_of_rows",
    "entropy",
    "gaps",
    "index_of_dissimilarity",
    "indices",
    "pooled_groups",
    "population_attributable",
    "quantile_groups",
    "simulated_slope_intervals",
    "slope_index",
    "slope_index_of_rows",
    "slope_of_logit_model",
    "standard_errors_from_limits",
    "with_worse_off",
    "worse_off",
]
