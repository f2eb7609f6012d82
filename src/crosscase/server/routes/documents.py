"""Every view as a file: Word documents, and a matrix as a table."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Query, Response

from crosscase import surroundings
from crosscase.errors import MistakeOfUse
from crosscase.report.document import Document
from crosscase.server.asking import Asking, AsOf
from crosscase.server.file_answers import (
    CommaTable,
    WordFile,
    Workbook,
    file_headers,
    file_route,
)
from crosscase.server.shapes.dominance import DominanceAsked
from crosscase.server.shapes.history import AboutKind, Day
from crosscase.server.shapes.ids import IdText
from crosscase.server.shapes.interactions import InteractionsAsked
from crosscase.server.shapes.matrix import Count, CountedOf, Side, Where
from crosscase.server.shapes.memos import MemoKind
from crosscase.server.shapes.search import Question
from crosscase.study import Study
from crosscase.study_documents.telling import Telling

router = APIRouter(prefix="/documents", tags=["documents"])


_WORD = file_route(WordFile, "A Word document.")


@router.get("/codebook.docx", **_WORD)
async def codebook_document(asking: Asking, response: Response, as_of: AsOf = None) -> WordFile:
    """The codebook: definitions, origins, examples and counts."""
    return await _word(
        asking, response, lambda study: study.documents.codebook(telling=_telling(as_of))
    )


@router.get("/matrix.docx", **_WORD)
async def matrix_document(
    asking: Asking,
    response: Response,
    of: CountedOf,
    rows: Side = "codes",
    columns: Side = "sites",
    count: Count = "participants",
    where: Where = None,
    as_of: AsOf = None,
) -> WordFile:
    """A matrix on A3, with denominators and notes."""

    def document(study: Study) -> Document:
        return study.documents.matrix(
            rows, columns, count=count, where=where or None, telling=_telling(as_of), **of
        )

    return await _word(asking, response, document)


@router.get("/matrix.xlsx", **file_route(Workbook, "A spreadsheet."))
async def matrix_workbook(
    asking: Asking,
    response: Response,
    of: CountedOf,
    rows: Side = "codes",
    columns: Side = "sites",
    count: Count = "participants",
    where: Where = None,
) -> Workbook:
    """A matrix as a spreadsheet, with totals and denominators."""

    def written(study: Study) -> tuple[bytes, str]:
        made = study.matrix(rows, columns, count=count, where=where or None, **of)
        return made.to_xlsx(), study.documents.file_name("matrix", "xlsx")

    content, name = await asking.read(written)
    return Workbook(content, headers=file_headers(response, name))


@router.get("/matrix.csv", **file_route(CommaTable, "Comma-separated values."))
async def matrix_table(
    asking: Asking,
    response: Response,
    of: CountedOf,
    rows: Side = "codes",
    columns: Side = "sites",
    count: Count = "participants",
    where: Where = None,
) -> CommaTable:
    """A matrix as comma-separated values, with totals and denominators."""

    def written(study: Study) -> tuple[bytes, str]:
        made = study.matrix(rows, columns, count=count, where=where or None, **of)
        return made.to_csv(), study.documents.file_name("matrix", "csv")

    content, name = await asking.read(written)
    return CommaTable(content, headers=file_headers(response, name))


@router.get("/interactions.docx", **_WORD)
async def interactions_document(
    asking: Asking, response: Response, asked: InteractionsAsked, as_of: AsOf = None
) -> WordFile:
    """The graph of factors as a table."""

    def document(study: Study) -> Document:
        graph = study.interactions.graph(**asked)
        return study.documents.interactions(graph, telling=_telling(as_of))

    return await _word(asking, response, document)


@router.get("/dominance.docx", **_WORD)
async def dominance_document(
    asking: Asking, response: Response, asked: DominanceAsked, as_of: AsOf = None
) -> WordFile:
    """A cause across domains as a table, with its conditions."""

    def document(study: Study) -> Document:
        table = study.dominance.table(**asked)
        return study.documents.dominance(table, telling=_telling(as_of))

    return await _word(asking, response, document)


@router.get("/transcript.docx", **_WORD)
async def transcript_document(
    asking: Asking,
    response: Response,
    source: Annotated[IdText, Query(description="The source.")],
    coders: Annotated[
        list[IdText] | None,
        Query(max_length=200, description="Only what these coded; left out: everybody."),
    ] = None,
    as_of: AsOf = None,
) -> WordFile:
    """A source with its codings as comments in the margin."""

    def document(study: Study) -> Document:
        return study.documents.transcript(source, coders=coders or (), telling=_telling(as_of))

    return await _quotes(asking, response, document, source=source)


@router.get("/sources.docx", **_WORD)
async def sources_document(asking: Asking, response: Response, as_of: AsOf = None) -> WordFile:
    """The list of sources."""
    return await _word(
        asking, response, lambda study: study.documents.sources(telling=_telling(as_of))
    )


@router.get("/cases.docx", **_WORD)
async def cases_document(
    asking: Asking,
    response: Response,
    kind: Annotated[
        str | None, Query(min_length=1, max_length=500, description="Cases of this kind only.")
    ] = None,
    as_of: AsOf = None,
) -> WordFile:
    """The cases with their attributes."""
    return await _word(
        asking, response, lambda study: study.documents.cases(kind, telling=_telling(as_of))
    )


@router.get("/memos.docx", **_WORD)
async def memos_document(
    asking: Asking,
    response: Response,
    kind: MemoKind | None = None,
    author: Annotated[IdText | None, Query(description="Memos of this coder.")] = None,
    about: Annotated[IdText | None, Query(description="Memos about this thing.")] = None,
    as_of: AsOf = None,
) -> WordFile:
    """The memos, one after another."""

    def document(study: Study) -> Document:
        return study.documents.memos(kind=kind, author=author, about=about, telling=_telling(as_of))

    return await _quotes(asking, response, document, held_by="memos")


@router.get("/passages.docx", **_WORD)
async def passages_document(
    asking: Asking,
    response: Response,
    q: Question | None = None,
    code: Annotated[
        IdText | None, Query(description="The passages of this code and those below it.")
    ] = None,
    as_of: AsOf = None,
) -> WordFile:
    """The passages of a search, or of a code: words, who says them, and where."""

    def document(study: Study) -> Document:
        if q is not None and code is None:
            return study.documents.passages(q, telling=_telling(as_of))
        if code is not None and q is None:
            return study.documents.passages_of(code, telling=_telling(as_of))
        raise MistakeOfUse(
            "It is not clear which passages are meant.",
            slug="which-passages",
            hint="Give either a question (q) or a code.",
        )

    return await _quotes(asking, response, document, query=q, code=code)


@router.get("/release.docx", **_WORD)
async def release_document(
    asking: Asking,
    response: Response,
    release: Annotated[IdText, Query(description="The release.")],
    as_of: AsOf = None,
) -> WordFile:
    """The quotes of a release with the labels that were printed, and nothing else of them."""
    return await _word(
        asking, response, lambda study: study.documents.released(release, telling=_telling(as_of))
    )


@router.get("/selection.docx", **_WORD)
async def selection_document(
    asking: Asking,
    response: Response,
    selection: Annotated[IdText, Query(description="The selection.")],
    names: Annotated[bool, Query(description="Real names in place of Site A and so on.")] = False,
    as_of: AsOf = None,
) -> WordFile:
    """A choice of cases: its paragraph for a methods section, and its table."""

    def document(study: Study) -> Document:
        counts = study.disclosure.policy().counts
        telling = _telling(as_of)
        return study.documents.selection(selection, names=names, counts=counts, telling=telling)

    return await _word(asking, response, document)


@router.get("/fieldwork.docx", **_WORD)
async def fieldwork_document(
    asking: Asking, response: Response, today: Day | None = None, as_of: AsOf = None
) -> WordFile:
    """Every participant with how far they are, and what is missing of them."""
    return await _word(
        asking, response, lambda study: study.documents.board(today, telling=_telling(as_of))
    )


@router.get("/recruitment.docx", **_WORD)
async def recruitment_document(asking: Asking, response: Response, as_of: AsOf = None) -> WordFile:
    """The participants by site and sector, with margins."""
    return await _word(
        asking, response, lambda study: study.documents.recruitment(telling=_telling(as_of))
    )


@router.get("/history.docx", **_WORD)
async def history_document(
    asking: Asking,
    response: Response,
    person: Annotated[IdText | None, Query(description="What this coder did.")] = None,
    kind: Annotated[AboutKind | None, Query(description="What it was about.")] = None,
    since: Day | None = None,
    until: Day | None = None,
    as_of: AsOf = None,
) -> WordFile:
    """What was done, by whom and when."""

    def document(study: Study) -> Document:
        return study.documents.history(
            person=person,
            about=kind,
            since_ms=None if since is None else surroundings.day_start_ms(since),
            until_ms=None if until is None else surroundings.day_end_ms(until),
            telling=_telling(as_of),
        )

    return await _word(asking, response, document)


@router.get("/home.docx", **_WORD)
async def home_document(asking: Asking, response: Response, as_of: AsOf = None) -> WordFile:
    """The study at a glance."""
    return await _word(
        asking, response, lambda study: study.documents.overview(telling=_telling(as_of))
    )


def _telling(as_of: str | None) -> Telling:
    return Telling(surroundings.local_time_text, as_of or None)


@router.get("/quotes.docx", **_WORD)
async def quotes_document(
    asking: Asking,
    response: Response,
    finding: Annotated[IdText | None, Query(description="Only those of this finding.")] = None,
    as_of: AsOf = None,
) -> WordFile:
    """The quotes with the labels that may be printed; without names of people and sources."""
    policy = await asking.desk.read(lambda study: study.disclosure.policy())

    def document(study: Study) -> Document:
        leaving = study.quotes.leaving(finding, policy=policy)
        leaving.check.require_allowed()
        return study.quotes.document(leaving, telling=_telling(as_of))

    return await _word(asking, response, document)


@router.get("/findings.docx", **_WORD)
async def findings_document(asking: Asking, response: Response, as_of: AsOf = None) -> WordFile:
    """The ledger of findings: standings, checks, quotes, and what speaks against each."""
    policy = await asking.desk.read(lambda study: study.disclosure.policy())

    def document(study: Study) -> Document:
        leaving = study.findings.leaving(policy=policy)
        leaving.check.require_allowed()
        return study.findings.document(leaving, telling=_telling(as_of))

    return await _word(asking, response, document)


async def _quotes(
    asking: Asking, response: Response, document: Callable[[Study], Document], **quotes: Any
) -> WordFile:
    """The same for a document with quotes: refused where the study's policy of today says so."""
    policy = await asking.desk.read(lambda study: study.disclosure.policy())

    def checked(study: Study) -> Document:
        made = document(study)
        study.disclosure.export_check(**quotes, policy=policy).require_allowed()
        return made

    return await _word(asking, response, checked)


async def _word(
    asking: Asking, response: Response, document: Callable[[Study], Document]
) -> WordFile:
    """The document as a file: what it says is read on the study's thread, written on another."""
    made = await asking.read(document)
    content = await asyncio.to_thread(made.to_bytes)
    return WordFile(content, headers=file_headers(response, made.file_name))
