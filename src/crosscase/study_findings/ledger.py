"""The ledger of findings as it is read: each with its checks and its standing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from crosscase.errors import NotFound
from crosscase.model.finding_nouns import Check, Claim, Finding, Quote
from crosscase.model.ids import Id
from crosscase.model.nouns import Code, Coder, Evidence, Memo
from crosscase.store.session import Reading
from crosscase.store.source_names import find_named
from crosscase.study_findings.bank_names import folded, name_order
from crosscase.study_findings.checking import AskedCheck, evaluate_checks
from crosscase.study_findings.outcomes import Figures, Outcome, Standing, worst
from crosscase.study_synthesis.withheld_words import shown_texts

__all__ = [
    "CheckWithOutcome",
    "FindingWithStanding",
    "StoredCheck",
    "find_finding",
    "finding_words",
    "read_ledger",
    "stored_checks",
]


@dataclass(frozen=True, slots=True)
class StoredCheck:
    """A check as the study holds it; ``heads`` is the state in which its figures were accepted."""

    id: Id
    finding: Id
    text: str
    bound: Mapping[str, Id]
    seen: Figures | None
    heads: str | None

    @property
    def asked(self) -> AskedCheck:
        """The same, to be evaluated."""
        return AskedCheck(self.text, self.bound, self.seen)


@dataclass(frozen=True, slots=True)
class CheckWithOutcome:
    """One check of a finding with what came of it."""

    id: Id
    outcome: Outcome
    seen: Figures | None
    heads: str | None


@dataclass(frozen=True, slots=True)
class FindingWithStanding:
    """A finding with its checks and how many quotes, passages, memos and sentences go with it.

    ``shares_name`` is true where another finding bears the same name, as after a merge.
    """

    id: Id
    name: str
    statement: str
    domain: Id | None
    domain_name: str | None
    domain_colour: str | None
    author: Id | None
    author_name: str | None
    status: str
    checks: tuple[CheckWithOutcome, ...]
    quotes: int = 0
    evidence: int = 0
    against: int = 0
    memos: int = 0
    claims: int = 0
    shares_name: bool = False

    @property
    def standing(self) -> Standing:
        """The worst standing of its checks; without any it is untested."""
        return worst(each.outcome.standing for each in self.checks)

    @property
    def holds(self) -> bool | None:
        """Whether all its checks hold; None where one could not be evaluated, or there is none."""
        held = [each.outcome.holds for each in self.checks]
        if False in held:
            return False
        return None if None in held or not held else True

    @property
    def fails(self) -> bool:
        """Whether one of its checks does not hold or cannot be evaluated."""
        return any(each.outcome.fails for each in self.checks)


def find_finding(reading: Reading, wanted: str) -> Finding:
    """One finding by its name, such as F12, or its id; two of a name are told, never guessed."""
    try:
        return find_named(wanted, reading.all(Finding), "finding")
    except NotFound as error:
        error.hint = error.hint or "`crosscase findings STUDY` lists those that there are."
        raise


def finding_words(reading: Reading, findings: Sequence[Finding]) -> dict[Id, str]:
    """The statements of findings, without what they quote of people who withdrew."""
    names = {each.id: bytes.fromhex(each.statement) for each in findings if each.statement}
    words = shown_texts(reading, names.values())
    return {each.id: words.get(names.get(each.id, b""), "") for each in findings}


def stored_checks(reading: Reading, checks: Sequence[Check]) -> list[StoredCheck]:
    """Checks with their texts read."""
    words = shown_texts(reading, (bytes.fromhex(each.text) for each in checks))
    return [
        StoredCheck(
            each.id,
            each.finding,
            words.get(bytes.fromhex(each.text), ""),
            dict(each.bound or {}),
            Figures.stored(each.seen),
            each.heads,
        )
        for each in checks
    ]


def read_ledger(
    reading: Reading, findings: Sequence[Finding] | None = None
) -> tuple[FindingWithStanding, ...]:
    """The findings (all, or these) in the order of their names, each with its standing."""
    everything = reading.all(Finding)
    asked = everything if findings is None else list(findings)
    wanted = {each.id for each in asked}
    checks = stored_checks(reading, [each for each in reading.all(Check) if each.finding in wanted])
    outcomes = evaluate_checks(reading, [each.asked for each in checks])
    told: dict[Id, list[CheckWithOutcome]] = {}
    for check, outcome in zip(checks, outcomes, strict=True):
        told.setdefault(check.finding, []).append(
            CheckWithOutcome(check.id, outcome, check.seen, check.heads)
        )
    names = Counter(folded(each.name) for each in everything)
    statements = finding_words(reading, asked)
    counts = _counts(reading)
    made = [
        _told(reading, each, statements[each.id], told.get(each.id, []), counts, names)
        for each in asked
    ]
    return tuple(sorted(made, key=lambda each: name_order(each.name, each.id)))


def _told(
    reading: Reading,
    finding: Finding,
    statement: str,
    checks: Sequence[CheckWithOutcome],
    counts: Mapping[str, Counter[Id | None]],
    names: Mapping[str, int],
) -> FindingWithStanding:
    code = reading.by_id(Code).get(finding.domain or "")
    author = reading.by_id(Coder).get(finding.author or "")
    return FindingWithStanding(
        finding.id,
        finding.name or "",
        statement,
        None if code is None else code.id,
        None if code is None else code.name,
        None if code is None else code.colour,
        None if author is None else author.id,
        None if author is None else author.name,
        finding.status or "draft",
        tuple(checks),
        **{what: count[finding.id] for what, count in counts.items()},
        shares_name=names[folded(finding.name)] > 1,
    )


def _counts(reading: Reading) -> dict[str, Counter[Id | None]]:
    evidence = reading.all(Evidence)
    return {
        "quotes": Counter(each.finding for each in reading.all(Quote)),
        "evidence": Counter(each.subject for each in evidence if not each.against),
        "against": Counter(each.subject for each in evidence if each.against),
        "memos": Counter(each.about for each in reading.all(Memo)),
        "claims": Counter(each.finding for each in reading.all(Claim)),
    }
