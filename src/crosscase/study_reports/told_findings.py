"""What the study knows of its findings, quotes and counter-evidence, in sentences."""

from __future__ import annotations

from collections import Counter

from crosscase.model.counted import counted
from crosscase.model.finding_nouns import Finding, Quote
from crosscase.model.nouns import Evidence
from crosscase.store.code_tree import read_tree
from crosscase.study_findings.findings import Findings
from crosscase.study_findings.outcomes import Standing
from crosscase.study_reports.known import Known, listed

__all__ = ["counter_evidence", "findings", "quotes", "themes", "trustworthiness"]

_STANDINGS: tuple[Standing, ...] = ("supported", "changed", "contradicted", "untested")


def findings(known: Known) -> list[str]:
    """How the findings stand today."""
    told = Findings(known.session).all()
    if not told:
        return []
    standing = Counter(each.standing for each in told)
    ways = [f"{standing[name]:,} {name}" for name in _STANDINGS if standing[name]]
    return [f"Of {counted(len(told), 'finding')} in the ledger: {listed(ways)}."]


def themes(known: Known) -> list[str]:
    """Which domains the findings are of."""
    tree = read_tree(known.reading)
    names = {code.id: code.name for _, code in tree.walk()}
    domains = Counter(each.domain for each in known.all(Finding))
    if not domains:
        return []
    ways = [
        f"{names.get(id_ or '', 'no domain')} ({count:,})" for id_, count in domains.most_common()
    ]
    return [f"Findings by domain: {listed(ways)}."]


def quotes(known: Known) -> list[str]:
    """How many quotes were chosen, and how they are attributed."""
    from crosscase.study_protection.disclosure import policy_of

    held = known.all(Quote)
    if not held:
        return []
    policy = policy_of(known.reading)
    sources = counted(len({each.source for each in held}), "source")
    return [
        f"{counted(len(held), 'quote')} from {sources} chosen to be printed; beside each the "
        f"{listed(policy.by)} of who spoke, where at least {policy.k} participants share them."
    ]


def counter_evidence(known: Known) -> list[str]:
    """What was kept that speaks against."""
    against = sum(bool(each.against) for each in known.all(Evidence))
    quoted = sum(bool(each.against) for each in known.all(Quote))
    if not against + quoted:
        return []
    return [f"Kept as speaking against a finding or a link: {against:,} passages and {quoted:,} "
            "quotes."]  # fmt: skip


def trustworthiness(known: Known) -> list[str]:
    """What makes the analysis credible, as far as the study knows."""
    from crosscase.study_reports.told_coding import agreement

    return [
        *agreement(known),
        *counter_evidence(known),
        *findings(known),
        "Each figure can be traced to its passages, and each change to who made it and when.",
    ]
