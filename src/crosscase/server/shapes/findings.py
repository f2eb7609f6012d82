"""Findings: what the study claims, the checks of each, and how they stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BaseModel, Field

from crosscase.server.shapes.asked import Asked
from crosscase.server.shapes.evidence import GivenPassage, given_passage
from crosscase.server.shapes.ids import IdText
from crosscase.server.shapes.quotes import BankQuote, bank_quote
from crosscase.server.shapes.wording import AText

if TYPE_CHECKING:
    from crosscase.coding.links import LinkEvidence
    from crosscase.study_findings.claim_verbs import LinkedClaim
    from crosscase.study_findings.ledger import FindingWithStanding
    from crosscase.study_findings.outcomes import Figures, Outcome
    from crosscase.study_findings.quote_reading import QuoteWithStanding

__all__ = [
    "CheckRow",
    "CheckText",
    "ChecksAccepted",
    "FindingAnswer",
    "FindingChange",
    "FindingList",
    "MeaningsAsked",
    "NewFinding",
    "WordRow",
    "check_row",
    "finding_answer",
    "finding_list",
]

FindingStanding = Literal["supported", "changed", "contradicted", "untested"]
FindingStatus = Literal["draft", "agreed", "set aside"]
FindingName = Annotated[str, Field(min_length=1, max_length=40)]
Written = Annotated[str, Field(max_length=20_000)]


class FindingThing(BaseModel):
    """Somebody or something, by id and name."""

    id: str
    name: str


class DomainThing(FindingThing):
    """The code that a finding is about."""

    colour: str | None


class FigureShown(BaseModel):
    """A value, and of how many; of a comparison its other side too."""

    value: int
    of: int | None
    against: FigureShown | None = None


class PartShown(FigureShown):
    """The figure of one part, such as a site."""

    label: str


class ProblemShown(BaseModel):
    """Why a check cannot be evaluated, or what to write in place of a name of before."""

    start_char: int
    end_char: int
    slug: str
    sentence: str
    hint: str | None
    suggestion: str | None


class CheckRow(BaseModel):
    """A check with what came of it; ``id`` is null for one that is not stored."""

    id: str | None
    text: str
    standing: FindingStanding
    holds: bool | None
    value: int | None
    of: int | None
    against: FigureShown | None
    was: FigureShown | None = Field(description="The accepted figures, where they were others.")
    says: str
    parts: list[PartShown]
    problem: ProblemShown | None
    behind: str | None = Field(description="The question whose passages stand behind it.")


class FindingRow(BaseModel):
    """A finding with its checks, and how much goes with it."""

    id: str
    name: str
    statement: str
    domain: DomainThing | None
    author: FindingThing | None
    status: str
    standing: FindingStanding
    holds: bool | None
    checks: list[CheckRow]
    quotes: int
    evidence: int
    against: int
    memos: int
    claims: int
    shares_name: bool = Field(
        description="Whether another finding bears the name, as after a merge."
    )


class StandingCounts(BaseModel):
    """How many findings stand how."""

    supported: int
    changed: int
    contradicted: int
    untested: int


class WordRow(BaseModel):
    """A quantity word with its meaning."""

    word: str
    meaning: str


class FindingList(BaseModel):
    """The ledger in the order of names."""

    findings: list[FindingRow]
    counts: StandingCounts
    words: list[WordRow]


class ClaimRow(BaseModel):
    """A sentence of a manuscript that tells the finding."""

    id: str
    manuscript: str
    sentence: str


class FindingAnswer(FindingRow):
    """One finding with all that it stands on."""

    evidence_rows: list[GivenPassage]
    quote_rows: list[BankQuote]
    claim_rows: list[ClaimRow]


class NewFinding(Asked):
    """A finding; without a name the next free one is given."""

    statement: AText
    name: FindingName | None = None
    domain: IdText | None = None
    status: FindingStatus | None = None
    checks: list[Written] = Field(default=[], max_length=100)


class FindingWas(Asked):
    """What the page showed of the fields that it changes."""

    statement: AText | None = None
    name: Annotated[str, Field(max_length=40)] | None = None
    domain: IdText | None = None
    status: FindingStatus | None = None


class FindingChange(Asked):
    """Changes of a finding; what is left out stays, null takes it off its domain."""

    statement: AText | None = None
    name: FindingName | None = None
    domain: IdText | None = None
    status: FindingStatus | None = None
    was: FindingWas | None = None


class CheckText(Asked):
    """A check, in the language of checks."""

    text: Written


class ChecksAccepted(Asked):
    """Whose figures of today are taken; without any, of all checks of the finding."""

    checks: list[IdText] | None = Field(default=None, max_length=500)


Meaning = Annotated[str, Field(max_length=200)]
QuantityWord = Annotated[str, Field(max_length=40)]
MeaningsAsked = Annotated[dict[QuantityWord, Meaning | None], Field(max_length=60)]


def finding_list(findings: Sequence[FindingWithStanding], words: Mapping[str, str]) -> FindingList:
    """The ledger as an answer has it."""
    counts = Counter(each.standing for each in findings)
    return FindingList(
        findings=[_finding(each) for each in findings],
        counts=StandingCounts(
            supported=counts["supported"],
            changed=counts["changed"],
            contradicted=counts["contradicted"],
            untested=counts["untested"],
        ),
        words=[WordRow(word=word, meaning=meaning) for word, meaning in words.items()],
    )


def finding_answer(
    finding: FindingWithStanding,
    evidence: Sequence[LinkEvidence],
    quotes: Sequence[QuoteWithStanding],
    claims: Sequence[LinkedClaim],
) -> FindingAnswer:
    """One finding as an answer has it."""
    return FindingAnswer(
        **_finding(finding).model_dump(),
        evidence_rows=[given_passage(each) for each in evidence],
        quote_rows=[bank_quote(each) for each in quotes],
        claim_rows=[
            ClaimRow(id=each.id, manuscript=each.manuscript, sentence=each.sentence)
            for each in claims
        ],
    )


def check_row(outcome: Outcome, id_: str | None = None) -> CheckRow:
    """A check as an answer has it."""
    problem = outcome.problem
    return CheckRow(
        id=id_,
        text=outcome.text,
        standing=outcome.standing,
        holds=outcome.holds,
        value=outcome.value,
        of=outcome.of,
        against=_figure(outcome.against),
        was=_figure(outcome.was),
        says=outcome.says_where,
        parts=[PartShown(label=p.label, value=p.value, of=p.of) for p in outcome.parts],
        problem=None
        if problem is None
        else ProblemShown(
            start_char=problem.start_char,
            end_char=problem.end_char,
            slug=problem.slug,
            sentence=problem.sentence,
            hint=problem.hint,
            suggestion=problem.suggestion,
        ),
        behind=outcome.behind,
    )


def _figure(figures: Figures | None) -> FigureShown | None:
    if figures is None:
        return None
    return FigureShown(value=figures.value, of=figures.of, against=_figure(figures.against))


def _finding(finding: FindingWithStanding) -> FindingRow:
    domain = None
    if finding.domain is not None:
        domain = DomainThing(
            id=finding.domain, name=finding.domain_name or "", colour=finding.domain_colour
        )
    author = None
    if finding.author is not None:
        author = FindingThing(id=finding.author, name=finding.author_name or "")
    return FindingRow(
        id=finding.id,
        name=finding.name,
        statement=finding.statement,
        domain=domain,
        author=author,
        status=finding.status,
        standing=finding.standing,
        holds=finding.holds,
        checks=[check_row(each.outcome, each.id) for each in finding.checks],
        quotes=finding.quotes,
        evidence=finding.evidence,
        against=finding.against,
        memos=finding.memos,
        claims=finding.claims,
        shares_name=finding.shares_name,
    )
