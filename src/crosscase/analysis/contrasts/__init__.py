"""How groups differ in what they say: log-odds with a prior, and permutation tests over people."""

from crosscase.analysis.contrasts.arrangements import Arrangements
from crosscase.analysis.contrasts.log_odds import (
    LogOdds,
    informative_prior,
    log_odds,
    log_odds_against_all,
)
from crosscase.analysis.contrasts.permutation import (
    LEAST_ARRANGEMENTS,
    Adjustment,
    Permuted,
    benjamini_hochberg,
    permutation_test,
)

__all__ = [
    "LEAST_ARRANGEMENTS",
    "Adjustment",
    "Arrangements",
    "LogOdds",
    "Permuted",
    "benjamini_hochberg",
    "informative_prior",
    "log_odds",
    "log_odds_against_all",
    "permutation_test",
]
