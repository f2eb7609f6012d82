"""The codebook, the passages of codes and of searches, and matrices, read for their documents."""

from __future__ import annotations

from crosscase.coding.code_counts import count_codes, counted_of
from crosscase.model.nouns import Framework
from crosscase.query.answer_pages import search_page
from crosscase.query.asked import Asked
from crosscase.query.coded_passages import coded_passages
from crosscase.query.found_passages import CONTEXT_CHARS, FoundPassage
from crosscase.query.matrix import ALL, matrix
from crosscase.report.codebook import CodebookCode, CodebookDocument
from crosscase.report.document import Cover
from crosscase.report.matrix import MatrixDocument, MatrixRow
from crosscase.report.notes import PassageQuote, PassagesDocument
from crosscase.store.code_tree import PATH_MARK, read_tree
from crosscase.store.session import Reading

__all__ = ["codebook_document", "matrix_document", "passages_of_code", "passages_of_question"]

_MOST_PASSAGES = 2_000
_SHORT_CHARS = 160  # a match shorter than that is read with what stands around it
_SAYS = ("origin", "citation", "definition", "includes", "excludes", "example")


def codebook_document(reading: Reading, cover: Cover) -> CodebookDocument:
    """All codes with what they say and their counts."""
    tree = read_tree(reading)
    counts, of = count_codes(reading, tree), counted_of(reading)
    frameworks = reading.by_id(Framework)
    codes = []
    for depth, code in tree.walk():
        framework, count = frameworks.get(code.framework or ""), counts[code.id]
        codes.append(
            CodebookCode(
                name=code.name or "",
                depth=depth,
                framework=None if framework is None else framework.name,
                is_retired=code.status == "retired",
                participants=count.participants,
                sites=count.cases,
                passages=count.passages,
                **{name: getattr(code, name) for name in _SAYS},
            )
        )
    return CodebookDocument(cover, codes, of.participants, of.cases)


def matrix_document(
    reading: Reading,
    cover: Cover,
    rows: str,
    columns: str,
    count: str,
    where: str | None,
    asked: Asked | None,
) -> MatrixDocument:
    """A matrix with its denominators and notes."""
    made = matrix(reading, rows, columns, count=count, where=where, asked=asked)
    listed = [
        MatrixRow(
            member.name,
            member.depth,
            made.counts.cells[at].tolist(),
            int(made.counts.rows[at]),
            None if made.of.rows is None else made.of.rows[at],
        )
        for at, member in enumerate(made.row_members)
    ]
    return MatrixDocument(
        cover,
        name=made.title,
        row_noun=made.row_noun,
        columns=made.columns,
        column_of=made.of.columns,
        rows=listed,
        column_totals=made.counts.columns.tolist(),
        total=made.counts.total,
        of_total=made.of.total,
        of_label=made.of.label,
        notes=made.notes,
        all_label=ALL,
    )


def passages_of_code(reading: Reading, cover: Cover, code: str) -> PassagesDocument:
    """The passages of a code and the codes below it."""
    tree = read_tree(reading)
    found = tree.find(code, follow_merges=True)
    page = coded_passages(reading, found.id, most=_MOST_PASSAGES)
    path = PATH_MARK.join(tree.path_of(found.id))
    return PassagesDocument(
        cover,
        name=found.name or "",
        asked=f"{path}, with the codes below it",
        passages=[_quote(each) for each in page.passages],
        total=page.total,
        definition=found.definition,
    )


def passages_of_question(reading: Reading, cover: Cover, expression: str) -> PassagesDocument:
    """The passages that a question finds."""
    page = search_page(reading, expression, most=_MOST_PASSAGES)
    return PassagesDocument(
        cover,
        name=expression,
        asked=None if page.understood == expression else page.understood,
        passages=[_quote(each, in_context=True) for each in page.passages],
        total=page.total,
    )


def _quote(each: FoundPassage, *, in_context: bool = False) -> PassageQuote:
    # Codes and coders in the order of the codebook and of names, where a question tells them.
    coded = [one.code for one in each.codings]
    is_short = in_context and len(each.text) <= _SHORT_CHARS
    coders = [one.coder for one in each.codings if one.coder]
    return PassageQuote(
        text=each.text,
        before=_line_before(each.before) if is_short else "",
        after=_line_after(each.after) if is_short else "",
        source=each.source,
        speakers=each.speakers,
        participants=each.participants,
        cases=each.cases,
        turn=each.turn,
        page=each.page,
        codes=each.codes or tuple(dict.fromkeys(coded)),
        coders=each.coders or tuple(dict.fromkeys(coders)),
    )


def _line_before(text: str) -> str:
    """What stands before a passage in its own line."""
    _, cut, line = text.rpartition("\n")
    return line if cut or len(text) < CONTEXT_CHARS // 2 else f"… {line}"


def _line_after(text: str) -> str:
    line, cut, _ = text.partition("\n")
    return line if cut or len(text) < CONTEXT_CHARS // 2 else f"{line} …"
