"""Quotes: the bank with their standings, words held against transcripts, and who is quoted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BaseModel, Field

from crosscase.server.shapes.asked import Asked
from crosscase.server.shapes.ids import IdText
from crosscase.server.shapes.passages import PassageRow, passage_row
from crosscase.server.shapes.places import PassagePlace
from crosscase.server.shapes.wording import AName, AText

if TYPE_CHECKING:
    from crosscase.study_findings.against import AgainstFinding
    from crosscase.study_findings.quote_balance import QuoteBalance
    from crosscase.study_findings.quote_matching import QuoteMatch
    from crosscase.study_findings.quote_reading import QuoteWithStanding

__all__ = [
    "AgainstAnswer",
    "BalanceAnswer",
    "BankQuote",
    "MatchAnswer",
    "NewQuote",
    "QuoteChange",
    "QuoteList",
    "WordsToCheck",
    "against_answer",
    "balance_answer",
    "bank_quote",
    "match_answer",
]

QuoteWords = Annotated[str, Field(max_length=40_000)]
Standing = Literal["verbatim", "edited", "differs", "absent"]


class QuotedPerson(BaseModel):
    """Somebody or something, by id and name."""

    id: str
    name: str


class DifferenceShown(BaseModel):
    """One place where a quote is not what was said; some are changes that are marked."""

    said: str
    written: str
    kind: str
    marked: bool


class BankQuote(BaseModel):
    """A quote of the bank, held against its transcript."""

    id: str
    name: str
    words: str
    said: str
    source_id: str
    source: str
    start_char: int
    end_char: int
    standing: Standing
    says: str = Field(description="The standing as a sentence without its end.")
    differences: list[DifferenceShown]
    attribution: str | None = Field(
        description="What is to be printed beside it; null: no label helps, paraphrase it. "
        "Empty: nobody is linked who speaks there."
    )
    participants: list[QuotedPerson]
    interviewer: bool = Field(description="Whether some of its words are an interviewer's.")
    risks: int
    risk_sentences: list[str]
    finding: QuotedPerson | None
    against: bool
    note: str | None
    shares_name: bool = Field(description="Whether another quote bears the name, as after a merge.")


class QuoteList(BaseModel):
    """Quotes in the order of their names."""

    quotes: list[BankQuote]


class NewQuote(PassagePlace):
    """A passage to be quoted; without words those of the passage."""

    words: QuoteWords | None = None
    finding: IdText | None = None
    against: bool = False
    name: AName | None = None
    note: AText | None = None


class QuoteWas(Asked):
    """What the page showed of the fields that it changes."""

    words: QuoteWords | None = None
    name: Annotated[str, Field(max_length=500)] | None = None
    note: AText | None = None
    finding: IdText | None = None
    against: bool | None = None


class QuoteChange(Asked):
    """Changes of a quote; what is left out stays, null takes the words of the passage now."""

    words: QuoteWords | None = None
    finding: IdText | None = None
    against: bool | None = None
    name: AName | None = None
    note: AText | None = None
    was: QuoteWas | None = None


class WordsToCheck(Asked):
    """Words that somebody wants to quote, of one source or of any."""

    words: QuoteWords
    source: IdText | None = None


class MatchAnswer(BaseModel):
    """How words stand to what was said."""

    standing: Standing
    says: str
    source_id: str | None
    source: str | None
    start_char: int | None
    end_char: int | None
    said: str
    differences: list[DifferenceShown]
    participants: list[QuotedPerson]
    interviewer: bool


class BalanceRowShown(BaseModel):
    """One participant or group; null stands for a share of nothing."""

    id: str | None
    name: str
    quotes: int
    of_quotes: int
    words: int
    passages: int
    of_passages: int
    of_share: float | None
    expected: float | None
    standing: str = Field(description="never, less, more, or as expected.")


class BalanceSideShown(BaseModel):
    """The rows of one kind of cases or attribute, the most quoted first."""

    kind: str
    rows: list[BalanceRowShown]


class BalanceAnswer(BaseModel):
    """Who is quoted against their share of passages; ``never`` are participants."""

    by: list[BalanceSideShown]
    never: list[QuotedPerson]
    basis: str
    quotes: int
    passages: int
    unheard: int
    notes: list[str]


class UnlikeRow(PassageRow):
    """A passage with how alike it is to those quoted, from -1 to 1."""

    similarity: float


class SilentRow(BaseModel):
    """A participant who did not say it, with the cases they lie in."""

    id: str
    name: str
    groups: list[str]


class AgainstAnswer(BaseModel):
    """What speaks against a finding; ``passages`` are those most unlike what is quoted."""

    question: str | None
    passages_of: int
    passages: list[UnlikeRow]
    silent: list[SilentRow]
    silent_of: int
    asked_basis: str
    negative: list[PassageRow]
    negative_of: int
    notes: list[str]


def bank_quote(quote: QuoteWithStanding) -> BankQuote:
    """A quote as an answer has it."""
    finding = None
    if quote.finding is not None:
        finding = QuotedPerson(id=quote.finding, name=quote.finding_name or "")
    return BankQuote(
        id=quote.id,
        name=quote.name,
        words=quote.words,
        said=quote.said,
        source_id=quote.source,
        source=quote.source_name,
        start_char=quote.start_char,
        end_char=quote.end_char,
        standing=quote.match.standing,
        says=quote.match.says,
        differences=_differences(quote.match),
        attribution=quote.attribution,
        participants=_people(quote.match.participants),
        interviewer=quote.match.interviewer,
        risks=len(quote.risks),
        risk_sentences=list(quote.risks),
        finding=finding,
        against=quote.against,
        note=quote.note,
        shares_name=quote.shares_name,
    )


def match_answer(match: QuoteMatch) -> MatchAnswer:
    """A match as an answer has it."""
    place = match.place
    return MatchAnswer(
        standing=match.standing,
        says=match.says,
        source_id=None if place is None else place.source,
        source=None if place is None else place.source_name,
        start_char=None if place is None else place.start_char,
        end_char=None if place is None else place.end_char,
        said=match.said,
        differences=_differences(match),
        participants=_people(match.participants),
        interviewer=match.interviewer,
    )


def balance_answer(found: QuoteBalance) -> BalanceAnswer:
    """The balance as an answer has it."""
    sides = [
        BalanceSideShown(
            kind=side.kind,
            rows=[
                BalanceRowShown(
                    id=each.id,
                    name=each.name,
                    quotes=each.quotes,
                    of_quotes=each.of_quotes,
                    words=each.words,
                    passages=each.passages,
                    of_passages=each.of_passages,
                    of_share=each.of_share,
                    expected=each.expected,
                    standing=each.standing,
                )
                for each in side.rows
            ],
        )
        for side in found.by
    ]
    never = [each for side in found.by if side.kind == "participant" for each in side.never]
    return BalanceAnswer(
        by=sides,
        never=[QuotedPerson(id=each.id or "", name=each.name) for each in never],
        basis=found.basis,
        quotes=found.quotes,
        passages=found.passages,
        unheard=found.unheard,
        notes=list(found.notes),
    )


def against_answer(found: AgainstFinding) -> AgainstAnswer:
    """What speaks against a finding as an answer has it."""
    return AgainstAnswer(
        question=found.question,
        passages_of=found.passages,
        passages=[
            UnlikeRow(similarity=each.similarity, **passage_row(each.passage).model_dump())
            for each in found.unlike
        ],
        silent=[
            SilentRow(id=each.id, name=each.name, groups=list(each.groups)) for each in found.silent
        ],
        silent_of=found.of,
        asked_basis=found.asked_basis,
        negative=[passage_row(each) for each in found.negative],
        negative_of=found.negative_total,
        notes=list(found.notes),
    )


def _differences(match: QuoteMatch) -> list[DifferenceShown]:
    return [
        DifferenceShown(said=each.said, written=each.written, kind=each.kind, marked=each.is_marked)
        for each in match.differences
    ]


def _people(people: tuple[tuple[str, str], ...]) -> list[QuotedPerson]:
    return [QuotedPerson(id=id_, name=name) for id_, name in people]
