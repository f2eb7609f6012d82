"""Tables as csv and as spreadsheets."""

from __future__ import annotations

import datetime
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscase.errors import MistakeOfUse, NotFound, UnreadableFile
from crosscase.formats.tables import Table, read_table, write_csv, write_xlsx
from tests.formats.making import changed_member, zipped

CELL = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]) | st.just("\n"), max_size=8)
ROWS = st.lists(st.tuples(st.just("x"), CELL, CELL), max_size=5)


def _workbook(**sheets: list[list[object]]) -> bytes:
    import openpyxl

    book = openpyxl.Workbook()
    book.remove(book["Sheet"])
    for name, rows in sheets.items():
        page = book.create_sheet(name)
        for row in rows:
            page.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@given(ROWS)
def test_csv_that_was_written_reads_back(rows: list[tuple[str, str, str]]) -> None:
    """Quotes, delimiters and line ends in cells survive."""
    table = read_table(write_csv(("a", "b", "c"), rows, guard=True), "a.csv")
    assert (table.columns, table.rows) == (("a", "b", "c"), tuple(rows))


@settings(max_examples=25)
@given(ROWS)
def test_xlsx_that_was_written_reads_back(rows: list[tuple[str, str, str]]) -> None:
    """Texts stay texts, formulas are none, numbers in text stay text."""
    table = read_table(write_xlsx(("a", "b", "c"), rows), "a.xlsx")
    assert (table.columns, table.rows) == (("a", "b", "c"), tuple(rows))


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(delimiter: str) -> None:
    """Each usual delimiter is told by how evenly it cuts the rows."""
    lines = (("name", "words"), ("Ann", '"a, b; c | d\te"'), ("Bo", '"two\nlines"'))
    data = "\n".join(delimiter.join(line) for line in lines).encode()
    assert read_table(data, "a.csv").rows == (("Ann", "a, b; c | d\te"), ("Bo", "two\nlines"))


def test_a_line_that_states_the_delimiter_is_obeyed() -> None:
    """Excel's own ``sep=`` line is no row."""
    table = read_table(b"sep=;\r\na;b\r\n1,5;2,5\r\n", "a.csv")
    assert (table.columns, table.rows, table.lines) == (("a", "b"), (("1,5", "2,5"),), (3,))


def test_a_table_in_another_encoding_is_read() -> None:
    """Excel's Unicode text and its Western csv are read."""
    for encoding in ("utf-16", "utf-8-sig", "cp1252"):
        table = read_table("name;café\nAnn;très déçu\n".encode(encoding), "a.csv")
        assert table.rows == (("Ann", "très déçu"),)


def test_lines_are_those_of_the_file() -> None:
    """Each row knows the line it starts in, past empty lines and cells of several lines."""
    table = read_table(b'a,b\n\n1,"x\ny"\n,\n2,z\n', "a.csv")
    assert table.lines == (3, 6)


@pytest.mark.parametrize(("data", "line"), [(b"a,b\n1,2\n3\n", 3), (b'a,b\n"x\ny",2\n1,2,3\n', 4)])
def test_rows_of_unequal_length_are_refused_with_their_line(data: bytes, line: int) -> None:
    """A ragged row is named by its line in the file."""
    with pytest.raises(UnreadableFile, match=rf"Line {line} of “a\.csv”") as caught:
        read_table(data, "a.csv")
    assert caught.value.slug == "ragged-table"


def test_a_quotation_mark_that_is_never_closed_is_named() -> None:
    """A missing mark would swallow the rest of the table; the row is named."""
    with pytest.raises(UnreadableFile, match="starts in line 3"):
        read_table(b'a,b\n1,2\n3,"x\n4,5\n', "a.csv")


def test_two_columns_of_one_name_are_refused() -> None:
    """A clear sentence names the column."""
    with pytest.raises(UnreadableFile, match="“age”"):
        read_table(b"age,site,age\n1,2,3\n", "a.csv")


def test_columns_without_a_name_get_one_or_go() -> None:
    """A column with cells is named by its place, one without is left out; both are noted."""
    table = read_table(b"a,,b,\n1,2,3,\n", "a.csv")
    assert table.columns == ("a", "column 2", "b")
    assert table.rows == (("1", "2", "3"),)
    assert [note.slug for note in table.notes] == ["column-named"]
    assert read_table(b"a,,b\n1,,3\n", "a.csv").notes[0].slug == "column-left-out"


def test_an_interview_in_one_cell_is_read() -> None:
    """A cell may be far longer than the 128 KB that the csv module allows by itself."""
    words = "words " * 50_000
    assert read_table(f"id,text\n1,{words}\n".encode(), "a.csv").rows[0][1] == words


@pytest.mark.parametrize("data", [b"", b"\n \n", b",,\n,,\n"])
def test_empty_tables_are_refused(data: bytes) -> None:
    """A table needs a header."""
    with pytest.raises(UnreadableFile) as caught:
        read_table(data, "a.csv")
    assert caught.value.slug == "empty-file"


def test_cells_of_a_spreadsheet_become_plain_text() -> None:
    """Dates are ISO, whole numbers have no ``.0``, truth values are as Excel shows them."""
    rows: list[list[object]] = [
        ["day", "time", "whole", "part", "yes", "none"],
        [datetime.date(2024, 3, 1), datetime.datetime(2024, 3, 1, 9, 30), 3.0, 2.5, True, None],  # noqa: DTZ001
    ]
    table = read_table(_workbook(Data=[*rows, [], ["x"] * 6]), "a.xlsx")
    assert table.rows[0] == ("2024-03-01", "2024-03-01T09:30:00", "3", "2.5", "TRUE", "")
    assert table.lines == (2, 4)


def test_a_sheet_is_chosen_by_name() -> None:
    """The first sheet without a name, with a note; an unknown name lists what there is."""
    data = _workbook(One=[["a"], ["1"]], Two=[["b"], ["2"]])
    assert read_table(data, "a.xlsx").columns == ("a",)
    assert "“Two”" in read_table(data, "a.xlsx").notes[0].sentence
    assert read_table(data, "a.xlsx", sheet="Two").columns == ("b",)
    with pytest.raises(NotFound, match="“Three”"):
        read_table(data, "a.xlsx", sheet="Three")
    with pytest.raises(MistakeOfUse):
        read_table(b"a\n1\n", "a.csv", sheet="One")


def test_a_stray_cell_at_the_far_corner_is_refused() -> None:
    """A sheet that would fill the memory is not laid out."""
    data = changed_member(
        _workbook(One=[["a", "b"], [1, 2]]),
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(b'r="B2"', b'r="XFD1048576"'),
    )
    with pytest.raises(UnreadableFile, match="reaches over"):
        read_table(data, "a.xlsx")


def test_counts_that_cannot_be_true_are_refused() -> None:
    """Memory is never set aside for as many things as a damaged file claims to hold."""
    data = changed_member(
        write_xlsx(("a",), [("x",)]),
        "xl/sharedStrings.xml",
        lambda xml: xml.replace(b'ueCount="2"', b'ueCount="999999999999"'),
    )
    with pytest.raises(UnreadableFile, match="damaged"):
        read_table(data, "a.xlsx")


def test_a_text_that_many_cells_share_is_read() -> None:
    """The list of texts may state far more uses than it has bytes."""
    table = read_table(write_xlsx(("a", "b"), [("yes", "no")] * 1500), "a.xlsx")
    assert table.rows == (("yes", "no"),) * 1500


@pytest.mark.parametrize(
    "data",
    [
        bytes.fromhex("D0CF11E0A1B11AE1") + b"\0" * 600,
        zipped({"word/document.xml": "<a/>"}),
        write_xlsx(("a",), [("1",)])[:-30],
    ],
)
def test_what_is_no_spreadsheet_is_refused(data: bytes) -> None:
    """Encrypted, foreign and cut files are refused with a sentence."""
    with pytest.raises(UnreadableFile):
        read_table(data, "a.xlsx")


def test_cells_that_spreadsheets_would_run_can_be_guarded() -> None:
    """Formulas get an apostrophe when asked for; numbers and other text never do."""
    cells = ("=1+1", "+x", "@SUM", "-cmd", "-3.5", "+4%", "plain")
    guarded = write_csv(cells, [], guard=True).decode()
    assert guarded == "'=1+1,'+x,'@SUM,'-cmd,-3.5,+4%,plain\n"
    assert write_csv(cells, []).decode() == ",".join(cells) + "\n"


def test_a_byte_order_mark_is_written_when_asked() -> None:
    """Excel needs it to see UTF-8."""
    assert write_csv(("é",), [("ü",)], bom=True) == b"\xef\xbb\xbf\xc3\xa9\n\xc3\xbc\n"


def test_the_same_table_gives_the_same_spreadsheet() -> None:
    """No time of writing is kept, so that two exports can be compared."""
    import zipfile

    data = write_xlsx(("a", "n"), [("=x", 1), ("http://x", 2.5)], sheet_name="S")
    assert data == write_xlsx(("a", "n"), [("=x", 1), ("http://x", 2.5)], sheet_name="S")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {member.date_time[0] for member in archive.infolist()} == {1980}
        assert b"2000-01-01" in archive.read("docProps/core.xml")
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")


@pytest.mark.parametrize("write", [write_csv, write_xlsx])
def test_rows_that_do_not_fit_the_columns_are_refused(write: object) -> None:
    """A table is rectangular."""
    assert callable(write)
    with pytest.raises(MistakeOfUse, match="Row 2"):
        write(("a", "b"), [("1", "2"), ("3",)])


def test_what_a_spreadsheet_cannot_hold_is_refused() -> None:
    """Too long a cell, or a sheet name that Excel refuses."""
    with pytest.raises(MistakeOfUse, match="characters"):
        write_xlsx(("a",), [("x" * 40_000,)])
    with pytest.raises(MistakeOfUse, match="name of a sheet"):
        write_xlsx(("a",), [], sheet_name="a/b")


def test_a_table_is_a_plain_value() -> None:
    """Two tables of the same cells are equal."""
    assert Table(("a",), (("1",),)) == Table(("a",), (("1",),))


GUARDABLE = st.text(alphabet="'=+-@\t5.e% ax\"\n,", max_size=8)


@given(st.lists(st.tuples(GUARDABLE, GUARDABLE), min_size=1, max_size=5))
@settings(max_examples=60, deadline=None)
def test_a_guarded_table_reads_back_as_it_was(rows: list[tuple[str, str]]) -> None:
    marked = [(f"x{one}", other) for one, other in rows]
    data = write_csv(("a", "b", "=c"), [(*row, "=1") for row in marked], guard=True)
    read = read_table(data, "t.csv")
    assert read.columns == ("a", "b", "=c")
    assert read.rows == tuple((*row, "=1") for row in marked)


def test_taking_the_guard_off_is_told() -> None:
    read = read_table(b"a,b\n'=1+1,'-5\n''=x,it's\n", "t.csv")
    assert read.rows == (("=1+1", "'-5"), ("'=x", "it's"))
    assert [note.slug for note in read.notes] == ["guard-removed"]
