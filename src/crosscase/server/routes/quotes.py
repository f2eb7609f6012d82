"""Quotes: the bank, words held against the transcripts, and who is quoted how often."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from crosscase.model.ids import Id
from crosscase.server.asking import Acting, Asking, require_unchanged
from crosscase.server.shapes.ids import IdText
from crosscase.server.shapes.quotes import (
    BalanceAnswer,
    MatchAnswer,
    NewQuote,
    QuoteChange,
    QuoteList,
    WordsToCheck,
    balance_answer,
    bank_quote,
    match_answer,
)
from crosscase.server.shapes.saved import Saved
from crosscase.study import Study

router = APIRouter(tags=["quotes"])


@router.get("/quotes")
async def quotes(
    asking: Asking,
    finding: Annotated[
        str | None, Query(max_length=500, description="Only those of this finding.")
    ] = None,
) -> QuoteList:
    """The quotes in the order of their names, held against the transcripts as they are now."""
    return await asking.read(
        lambda study: QuoteList(
            quotes=[bank_quote(each) for each in study.quotes.all(finding or None)]
        )
    )


@router.post("/quotes")
async def choose_quote(acting: Acting, says: NewQuote) -> Saved:
    """Choose a passage to be quoted; without words those of the passage."""

    def act(study: Study) -> list[Id]:
        chosen = study.quotes.choose(
            says.source,
            start_char=says.start_char,
            end_char=says.end_char,
            words=says.words,
            finding=says.finding,
            against=says.against,
            name=says.name,
            note=says.note,
        )
        return [chosen.id]

    return await acting.write(act)


@router.get("/quotes/balance")
async def quote_balance(
    asking: Asking,
    of: Annotated[
        str | None,
        Query(max_length=20_000, description="A query: shares are of the passages it finds."),
    ] = None,
    by: Annotated[
        list[str] | None,
        Query(max_length=20, description="Kinds of cases and attributes; left out: the policy's."),
    ] = None,
) -> BalanceAnswer:
    """Who is quoted more and less than their share of what was said, and who never."""
    return await asking.read(
        lambda study: balance_answer(study.quotes.balance(of=of or None, by=by or None))
    )


@router.post("/quotes/check")
async def check_quote(asking: Asking, says: WordsToCheck) -> MatchAnswer:
    """Hold words against what was said; nothing is stored."""
    return await asking.read(
        lambda study: match_answer(study.quotes.check(says.words, says.source))
    )


@router.patch("/quotes/{quote}")
async def change_quote(acting: Acting, quote: IdText, says: QuoteChange) -> Saved:
    """Change the words, the name, the note, or what a quote speaks for."""

    def act(study: Study) -> None:
        shown = study.quotes.get(quote)
        require_unchanged(says.was, lambda field: getattr(shown, field))
        fields = says.model_dump(exclude_unset=True, exclude={"was"})
        study.quotes.change(quote, **fields)

    return await acting.write(act)


@router.delete("/quotes/{quote}")
async def remove_quote(acting: Acting, quote: IdText) -> Saved:
    """Take a quote out of the bank."""

    def act(study: Study) -> None:
        study.quotes.remove(quote)

    return await acting.write(act)


@router.post("/quotes/{quote}/restore")
async def restore_quote(acting: Acting, quote: IdText) -> Saved:
    """Bring a removed quote back."""

    def act(study: Study) -> None:
        study.quotes.restore(quote)

    return await acting.write(act)
