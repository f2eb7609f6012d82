"""The claims of a manuscript: what their findings and checks say today."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from crosscase.model.finding_nouns import Finding
from crosscase.report.manuscripts.covering import Given, Pool
from crosscase.report.manuscripts.markdown_reading import ProseSentence
from crosscase.store.session import Reading
from crosscase.study_findings.ledger import FindingWithStanding
from crosscase.study_findings.outcomes import Outcome
from crosscase.study_manuscripts.checked_items import CheckedItem
from crosscase.study_manuscripts.gone_names import missing_name

__all__ = [
    "ClaimMade", "KnownFindings", "claim_items", "given_of", "noticed", "pools_of", "told_of",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class ClaimMade:
    """A claim in a manuscript: the sentences that make it, the findings and checks behind it."""

    start: int
    end: int
    sentences: tuple[ProseSentence, ...]
    findings: tuple[str, ...] = ()
    checks: tuple[Outcome, ...] = ()
    note: str | None = None
    slip: str | None = None


@dataclass(slots=True)
class KnownFindings:
    """The findings of the study by their names; a name may be borne by several after a merge."""

    by_name: Mapping[str, Sequence[FindingWithStanding]] = field(default_factory=dict)

    @classmethod
    def of(cls, findings: Iterable[FindingWithStanding]) -> KnownFindings:
        """These findings by their folded names."""
        held: dict[str, list[FindingWithStanding]] = {}
        for each in findings:
            held.setdefault(each.name.casefold(), []).append(each)
        return cls(held)

    def named(self, name: str) -> Sequence[FindingWithStanding]:
        """Those of a name."""
        return self.by_name.get(name.casefold(), ())

    def names(self) -> list[str]:
        """All names, as they are written."""
        return [held[0].name for held in self.by_name.values()]


def given_of(outcome: Outcome) -> Given | None:
    """The figures of an outcome."""
    return None if outcome.value is None else Given(outcome.value, outcome.of)


def told_of(outcome: Outcome) -> str:
    """What came of a check, as part of a sentence."""
    if outcome.standing == "untested":
        return outcome.problem.sentence if outcome.problem else "It could not be evaluated."
    now = outcome.says or str(outcome.figures or "")
    if outcome.was is not None:
        return f"was {outcome.was}, now {now}"
    return f"does not hold: {now}" if outcome.holds is False else now


def noticed(outcome: Outcome) -> str | None:
    """What is amiss with a check that could be evaluated: a name that was followed, and how."""
    problem = outcome.problem
    if problem is None or outcome.standing == "untested":
        return None
    return " ".join(filter(None, (problem.sentence, problem.hint)))


def claim_items(
    reading: Reading, claims: Sequence[ClaimMade], known: KnownFindings
) -> list[CheckedItem]:
    """What came of each claim, one entry for each finding and each check of its own."""
    made: list[CheckedItem] = []
    for claim in claims:
        words = " ".join(each.words for each in claim.sentences)
        if claim.slip is not None:
            made.append(
                CheckedItem("claim", claim.start, claim.end, "untested", claim.slip, words,
                            hint=claim.note, fails=True)
            )  # fmt: skip
            continue
        made += [_of_finding(reading, claim, name, words, known) for name in claim.findings]
        made += [_of_check(claim, outcome, words) for outcome in claim.checks]
    return made


def _of_finding(
    reading: Reading, claim: ClaimMade, name: str, words: str, known: KnownFindings
) -> CheckedItem:
    found = known.named(name)
    if len(found) != 1:
        says = f"Two findings are called {name}."
        way = "Give one of them another name: `crosscase findings change STUDY ID --name F9`."
        if not found:
            says, way = missing_name(reading, Finding, name)
        return CheckedItem("claim", claim.start, claim.end, "untested", says, words, hint=way,
                           finding=name, fails=True)  # fmt: skip
    finding = found[0]
    outcomes = [each.outcome for each in finding.checks]
    told = [each for each in outcomes if each.standing == finding.standing] or outcomes
    says = "; ".join(told_of(each) for each in told) or f"{finding.name} has no check."
    hint = claim.note or next((_hint_of(each) for each in told if _hint_of(each)), None)
    if not outcomes:
        adding = f'findings add-check STUDY {finding.name} "participants(...) >= 4"'
        hint = f"Add one: `crosscase {adding}`."
    return CheckedItem(
        "claim", claim.start, claim.end, finding.standing, says, words, hint=hint,
        check="; ".join(each.text for each in told) or None, finding=finding.name,
        fails=finding.fails,
    )  # fmt: skip


def _of_check(claim: ClaimMade, outcome: Outcome, words: str) -> CheckedItem:
    return CheckedItem(
        "claim", claim.start, claim.end, outcome.standing, told_of(outcome), words,
        hint=_hint_of(outcome), check=outcome.text, fails=outcome.fails,
    )  # fmt: skip


def _hint_of(outcome: Outcome) -> str | None:
    if outcome.problem is None:
        return None
    if outcome.standing != "untested":
        return noticed(outcome)
    told = (outcome.problem.hint, outcome.problem.suggestion)
    return next((each for each in told if each), None)


def pools_of(
    claims: Sequence[ClaimMade], known: KnownFindings, meanings: Mapping[str, str]
) -> dict[int, Pool]:
    """The numbers that are checked in each sentence, by where the sentence starts."""
    pools: dict[int, Pool] = {}
    for claim in claims:
        outcomes = list(claim.checks)
        for name in claim.findings:
            for finding in known.named(name):
                outcomes += [each.outcome for each in finding.checks]
        for sentence in claim.sentences:
            pool = pools.setdefault(sentence.start, Pool(meanings=meanings))
            for each in outcomes:
                was = None if each.was is None else Given(each.was.value, each.was.of)
                parts = [Given(part.value, part.of) for part in each.parts]
                pool.add(each.text, given_of(each), was, parts)
    return pools
