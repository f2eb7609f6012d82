"""When interviews stop bringing new codes: runs, the order's part in it, and accumulation.

Everything here takes plain arrays: `incidence` (interviews by codes, whether a code occurs in an
interview) and counts. “Undefined” is an answer with a reason, never a number that is none.
"""

from crosscase.analysis.saturation.accumulation import Accumulation, accumulation
from crosscase.analysis.saturation.orders import OrderBootstrap, order_bootstrap
from crosscase.analysis.saturation.richness import Richness, chao1, chao2
from crosscase.analysis.saturation.runs import Run, RunSaturation, first_interviews, run_saturation

__all__ = [
    "CAVEAT",
    "Accumulation",
    "OrderBootstrap",
    "Richness",
    "Run",
    "RunSaturation",
    "accumulation",
    "chao1",
    "chao2",
    "first_interviews",
    "order_bootstrap",
    "run_saturation",
]

CAVEAT = (
    "Codes are not drawn independently: people who know one another, a guide that asks all of "
    "them the same, and coders who have a codebook in mind all make later interviews look alike. "
    "These figures describe how codes came in; that nothing new is to be learned they cannot say."
)
"""What is said wherever such a figure is shown."""
