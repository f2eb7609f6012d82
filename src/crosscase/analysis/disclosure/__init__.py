"""Whether a quote, a table or a site profile lets a reader find the person behind it.

k is the number of participants, not of quotes, who share what is published. The rules follow
statistical disclosure control (k-anonymity, Sweeney 2002; l-diversity, Machanavajjhala et al.
2007) with the internal confidentiality of small professional worlds in mind (Tolich 2004).
"""

from crosscase.analysis.disclosure.differences import Difference, differences
from crosscase.analysis.disclosure.lines import hidden_in_line, hidden_in_lines
from crosscase.analysis.disclosure.people import Attribution, Hierarchy, People
from crosscase.analysis.disclosure.profiles import profile_k
from crosscase.analysis.disclosure.quotes import (
    OverQuoted,
    Policy,
    Quote,
    Remedy,
    RemedyKind,
    Risk,
    over_quoted,
    risks_of_quotes,
)
from crosscase.analysis.disclosure.tables import (
    GuardedTable,
    guarded,
    k_beside_table,
    rounded_counts,
)
from crosscase.analysis.disclosure.words import (
    BracketKind,
    Names,
    Suggestion,
    bodies_spoken_ill_of,
    found_in_texts,
    suggested_brackets,
)

__all__ = [
    "Attribution",
    "BracketKind",
    "Difference",
    "GuardedTable",
    "Hierarchy",
    "Names",
    "OverQuoted",
    "People",
    "Policy",
    "Quote",
    "Remedy",
    "RemedyKind",
    "Risk",
    "Suggestion",
    "bodies_spoken_ill_of",
    "differences",
    "found_in_texts",
    "guarded",
    "hidden_in_line",
    "hidden_in_lines",
    "k_beside_table",
    "over_quoted",
    "profile_k",
    "risks_of_quotes",
    "rounded_counts",
    "suggested_brackets",
]
