"""What a codebook and a matrix say in a document."""

from __future__ import annotations

from typing import Any

import pytest
from docx.oxml.ns import qn

from crosscase.report.codebook import CodebookCode, CodebookDocument
from crosscase.report.matrix import MatrixDocument, MatrixRow
from tests.report.making import DOCUMENTS, a_cover
from tests.report.reading import opened, shown_text


def test_codes_are_numbered_as_the_tree_stands() -> None:
    """Numbers, headings and indents all tell how deep a code lies."""
    depths = (0, 1, 2, 2, 1, 0, 1)
    codes = [CodebookCode(name=f"c{at}", depth=depth) for at, depth in enumerate(depths)]
    document = opened(CodebookDocument(a_cover(), codes, 5, 2))
    headings = [p for p in document.paragraphs if p.style and p.style.name.startswith("Heading")]
    assert [each.text for each in headings] == [
        "1\tc0", "1.1\tc1", "1.1.1\tc2", "1.1.2\tc3", "1.2\tc4", "2\tc5", "2.1\tc6",
    ]  # fmt: skip
    assert [int(p.style.name[-1]) - 1 for p in headings if p.style] == list(depths)
    indents = [each.paragraph_format.left_indent or 0 for each in headings]
    assert indents[0] < indents[1] < indents[2]


def test_a_code_tells_its_counts_of_how_many_and_where_it_comes_from() -> None:
    """Participants stand of those interviewed, sites of all sites; the origin has its citation."""
    code = CodebookCode(
        name="Trust", depth=0, origin="deductive", citation="Smith 2020", definition="One\nTwo",
        participants=2, sites=1, passages=1, is_retired=True,
    )  # fmt: skip
    shown = shown_text(opened(CodebookDocument(a_cover(), [code], 5, 3)))
    assert "2 of 5 interviewed · 1 of 3 sites · 1 passage" in shown
    assert "Origin  deductive (Smith 2020)" in shown
    assert "Trust (retired)" in shown
    assert "Definition  One\nTwo" in shown


def test_a_matrix_has_its_denominators_below_its_columns() -> None:
    """Both rows of heads repeat on each page; top codes and the totals are bold."""
    document = opened(DOCUMENTS["matrix"]("Trust"))
    (table,) = document.tables
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows == [
        ["Trust", "Trust", "Trust", "All", "Trust"],
        ["", "of 5", "of 6", "of 11", ""],
        ["Trust", "1", "2", "3", "4"],
        ["Trust", "0", "2,000", "2,000", "4"],
        ["All", "1", "2,000", "2,001", ""],
    ]
    heads = [row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in table.rows]
    assert heads == [True, True, False, False, False]
    styles = [row.cells[0].paragraphs[0].runs[0].style.name for row in table.rows[2:]]
    assert styles == ["Strong", "Default Paragraph Font", "Strong"]
    assert document.paragraphs[-1].text == "Trust"


@pytest.mark.parametrize(("columns", "tables"), [(3, 1), (30, 1), (120, 4)])
def test_a_matrix_of_many_columns_is_shown_in_parts(columns: int, tables: int) -> None:
    """No table is wider than its page, and each part has the names of the rows."""
    document = opened(
        MatrixDocument(
            a_cover(), name="Wide", row_noun="code", columns=[f"c{n}" for n in range(columns)],
            column_of=None, rows=[MatrixRow("Trust", 0, list(range(columns)), 9)],
            column_totals=list(range(columns)), total=9, of_total=9, of_label="", notes=(),
        )
    )  # fmt: skip
    assert len(document.tables) == tables
    section: Any = document.sections[0]
    room = section.page_width - section.left_margin - section.right_margin
    shown: list[str] = []
    for table in document.tables:
        assert table.rows[2].cells[0].text == "Trust"
        grid: Any = table._tbl.tblGrid
        assert sum(int(each.get(qn("w:w"))) for each in grid) * 635 <= room
        shown += [cell.text for cell in table.rows[0].cells[1:-1]]
    assert shown == [f"c{n}" for n in range(columns)]


def test_an_empty_study_has_documents_too() -> None:
    """Without codes or cells a document says so instead of breaking."""
    assert "0 codes" in shown_text(opened(CodebookDocument(a_cover(), [], 0, 0)))
    empty = MatrixDocument(
        a_cover(), name="None", row_noun="code", columns=[], column_of=None, rows=[],
        column_totals=[], total=0, of_total=0, of_label="", notes=(),
    )  # fmt: skip
    assert "nothing to count" in shown_text(opened(empty))
