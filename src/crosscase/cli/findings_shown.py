"""How findings, their checks and what speaks against them are shown on a screen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from crosscase.cli.passages import show_passages
from crosscase.cli.rendering import Screen, counted, first_of, shortened

if TYPE_CHECKING:
    from crosscase.coding.links import LinkEvidence
    from crosscase.study_findings.against import AgainstFinding
    from crosscase.study_findings.claim_verbs import LinkedClaim
    from crosscase.study_findings.ledger import FindingWithStanding
    from crosscase.study_findings.outcomes import Outcome
    from crosscase.study_findings.quote_reading import QuoteWithStanding

__all__ = [
    "check_line",
    "draw_against",
    "draw_finding",
    "draw_ledger",
    "finding_data",
    "outcome_data",
]

_MARKS = {"supported": "✓", "changed": "~", "contradicted": "✗", "untested": "?"}
_STYLES = {"supported": "green", "changed": "yellow", "contradicted": "red", "untested": "yellow"}
_NAMES = 12


def finding_data(finding: FindingWithStanding) -> dict[str, Any]:
    """A finding as plain values."""
    held = asdict(finding)
    held["standing"], held["holds"] = finding.standing, finding.holds
    held["checks"] = [{"id": each.id, **outcome_data(each.outcome)} for each in finding.checks]
    return held


def outcome_data(outcome: Outcome) -> dict[str, Any]:
    """An outcome as plain values."""
    return asdict(outcome)


def draw_ledger(screen: Screen, found: Sequence[FindingWithStanding], *, ids: bool) -> None:
    """Each finding with its checks, like a test runner, and the sums."""
    if not found:
        screen.line("No findings: `crosscase findings add` adds one.")
        return
    for each in found:
        _heading(screen, each)
        for check in each.checks:
            check_line(screen, check.outcome, check.id if ids else None)
    screen.line()
    sums: Counter[str] = Counter(each.standing for each in found)
    told = ", ".join(f"{sums[standing]} {standing}" for standing in _MARKS if sums[standing])
    screen.line(f"{counted(len(found), 'finding')}: {told}.", "bold")


def _heading(screen: Screen, finding: FindingWithStanding) -> None:
    notes = [finding.status] if finding.status != "agreed" else []
    if finding.against:
        notes.append(f"{counted(finding.against, 'passage')} against")
    if finding.shares_name:
        notes.append(f"another finding is called {finding.name} too: {finding.id}")
    told = f" ({'; '.join(notes)})" if notes else ""
    mark = _MARKS[finding.standing]
    screen.line(f"{mark} {finding.name}  {finding.statement}{told}", _STYLES[finding.standing])


def check_line(
    screen: Screen, outcome: Outcome, id_: str | None = None, *, parts: bool = False
) -> None:
    """One check: its mark, its text, what it came to, and what is amiss with it."""
    mark = _MARKS[outcome.standing]
    said = f": {outcome.says_where}" if outcome.says else ""
    was = f" (was {outcome.was})" if outcome.was is not None else ""
    doubt = " - it does not hold" if outcome.standing == "changed" and not outcome.holds else ""
    named = f"  {id_}" if id_ else ""
    screen.line(f"    {mark} {outcome.text}{said}{was}{doubt}{named}", _STYLES[outcome.standing])
    if outcome.problem is not None:
        problem = outcome.problem
        where = f"column {problem.start_char + 1}: "
        screen.line(f"        {where}{problem.sentence} {problem.hint or ''}".rstrip())
    if parts:
        for part in outcome.parts:
            of = "" if part.of is None else f" of {part.of:,}"
            screen.line(f"        {part.label}: {part.value:,}{of}")


def draw_finding(
    screen: Screen,
    finding: FindingWithStanding,
    evidence: Sequence[LinkEvidence],
    quotes: Sequence[QuoteWithStanding],
    claims: Sequence[LinkedClaim],
) -> None:
    """One finding with all that goes with it."""
    _heading(screen, finding)
    screen.pairs(
        (
            ("standing", finding.standing),
            ("status", finding.status),
            ("domain", finding.domain_name),
            ("author", finding.author_name),
        )
    )
    for check in finding.checks:
        check_line(screen, check.outcome, check.id, parts=True)
    for each in evidence:
        at = each.passage
        mark = "against, " if each.against else ""
        place = f"{mark}{at.source_name} {at.start_char}-{at.end_char}  {each.id}"
        screen.passage(place, "", at.text, "")
    for quote in quotes:
        mark = "against, " if quote.against else ""
        screen.passage(f"{mark}{quote.name}, {quote.match.standing}", "", quote.words, "")
    for claim in claims:
        screen.line(f"  {claim.manuscript}: “{shortened(claim.sentence)}”  {claim.id}")


def draw_against(screen: Screen, found: AgainstFinding) -> None:
    """What speaks against a finding."""
    if found.question is not None:
        screen.line(f"About: {found.question} ({counted(found.passages, 'passage')})", "bold")
    if found.unlike:
        screen.line("Most unlike what is quoted", "bold")
        show_passages(screen, [each.passage for each in found.unlike], 120)
    if found.negative_total:
        screen.line(f"Against it: {counted(found.negative_total, 'passage')}", "bold")
        show_passages(screen, found.negative, 120)
    if found.of:
        names = [each.name for each in found.silent]
        told = first_of(names, _NAMES) if names else "nobody"
        screen.line(f"Silent: {len(names)} of {found.of} ({found.asked_basis})", "bold")
        screen.line(f"  {told}")
    for note in found.notes:
        screen.line(note)
