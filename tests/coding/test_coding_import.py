"""Importing codings from a table: one operation, and a reason for every row that stays out."""

from __future__ import annotations

import pytest

from crosscase.coding.coders import Coders
from crosscase.coding.codes import Codes
from crosscase.coding.codings import CodingRow, Codings
from crosscase.errors import NotFound
from crosscase.model.nouns import Coder
from crosscase.store.session import Session
from tests.coding.making import INTERVIEW


@pytest.fixture
def codings(session: Session) -> Codings:
    """Codings of a study with the codes Trust and Money."""
    codes = Codes(session)
    codes.add("Trust")
    codes.add("Money", parent="Trust")
    return Codings(session)


def test_rows_come_in_by_quote_and_by_offsets(codings: Codings) -> None:
    """With their coders, who are added, and what they say."""
    report = codings.import_rows(
        [
            CodingRow("P01.txt", "Trust", quote="We lost trust", coder="Ben", valence="mixed"),
            CodingRow("board.txt", "Trust > Money", start_char=3, end_char=9, basis="inferred"),
        ]
    )
    assert (report.codings, report.already_there, report.refused) == (2, 0, ())
    assert codings.frame().select("text", "coder", "valence", "basis").rows() == [
        ("We lost trust", "Ben", "mixed", None),
        ("London", "Ama", None, "inferred"),
    ]


def test_an_import_is_one_operation(codings: Codings, session: Session) -> None:
    """Its coders and codings stand and fall together."""
    rows = [CodingRow("P01.txt", "Trust", start_char=at, end_char=at + 3) for at in range(20)]
    with session.reading() as reading:
        before = reading.file.heads(reading.connection)[0].seq
    codings.import_rows(rows)
    with session.reading() as reading:
        assert reading.file.heads(reading.connection)[0].seq == before + 1


def test_rows_that_cannot_be_placed_are_listed_with_their_numbers(codings: Codings) -> None:
    """Counted from 1; the others come in."""
    report = codings.import_rows(
        [
            CodingRow("P01.txt", "Trust", quote="We lost trust"),
            CodingRow("P77.txt", "Trust", quote="We lost trust"),
            CodingRow("P01.txt", "Hope", quote="We lost trust"),
            CodingRow("P01.txt", "Trust", quote="money went"),
            CodingRow("P01.txt", "Trust", quote="nobody said this"),
            CodingRow("P01.txt", "Trust", start_char=3, end_char=9_999),
            CodingRow("P01.txt", "Trust", quote="We lost trust", coder="Cy", valence="good"),
            CodingRow("P77.txt", "Trust", quote="We lost trust"),
        ]
    )
    assert report.codings == 1
    assert [(number, error.slug) for number, error in report.refused] == [
        (2, "source-not-found"),
        (3, "code-not-found"),
        (4, "quote-ambiguous"),
        (5, "quote-not-found"),
        (6, "passage-outside-text"),
        (7, "unknown-valence"),
        (8, "source-not-found"),
    ]


def test_a_coder_of_refused_rows_alone_is_not_added(codings: Codings, session: Session) -> None:
    """Nobody is added who has coded nothing."""
    codings.import_rows(
        [
            CodingRow("P01.txt", "Trust", quote="We lost trust"),
            CodingRow("P01.txt", "Trust", quote="nobody said this", coder="Cy"),
        ]
    )
    assert [each.coder.name for each in Coders(session).all()] == ["Ama"]


def test_strict_stops_at_the_first_bad_row_and_stores_nothing(codings: Codings) -> None:
    """The error says which row."""
    rows = [
        CodingRow("P01.txt", "Trust", quote="We lost trust"),
        CodingRow("P01.txt", "Hope", quote="We lost trust"),
    ]
    with pytest.raises(NotFound, match=r"Row 2: There is no code “Hope”\."):
        codings.import_rows(rows, strict=True)
    assert codings.frame().is_empty()


def test_a_coding_that_is_there_already_is_counted_and_not_doubled(codings: Codings) -> None:
    """In the study, or earlier in the same table; a second import changes nothing."""
    codings.add("P01.txt", "Trust", quote="We lost trust")
    rows = [
        CodingRow("P01.txt", "Trust", quote="We lost trust"),
        CodingRow("P01.txt", "Trust", quote="We lost trust", coder="Ben"),
        CodingRow("P01.txt", "Trust", quote="We lost trust", coder="ben"),
    ]
    report = codings.import_rows(rows)
    assert (report.codings, report.already_there) == (1, 2)
    again = codings.import_rows(rows)
    assert (again.codings, again.already_there) == (0, 3)


def test_what_was_exported_comes_back_whole(codings: Codings, session: Session) -> None:
    """Words that stand twice are placed by their offsets."""
    at = INTERVIEW.rindex("money went")
    codings.add("P01.txt", "Money", start_char=at, end_char=at + 10)
    rows = [
        CodingRow(
            row["source"], row["code_path"], row["text"], row["start_char"], row["end_char"],
            row["coder"], row["valence"], row["basis"],
        )
        for row in codings.frame().iter_rows(named=True)
    ]  # fmt: skip
    assert codings.import_rows(rows).already_there == 1
    codings.remove(codings.frame()["coding"].to_list())
    assert codings.import_rows(rows).codings == 1
    assert codings.frame()["start_char"].to_list() == [at]


def test_the_name_of_a_renamed_coder_means_them(codings: Codings, session: Session) -> None:
    """The new name and the old one alike."""
    codings.add("P01.txt", "Trust", quote="We lost trust", coder="Ben")
    Coders(session).rename("Ben", "Benjamin")
    report = codings.import_rows(
        [
            CodingRow("P01.txt", "Trust", quote="We lost trust", coder="Benjamin"),
            CodingRow("P01.txt", "Trust", quote="in winter", coder="Ben"),
        ]
    )
    assert (report.codings, report.already_there) == (1, 1)
    with session.reading() as reading:
        assert sorted(each.name for each in reading.all(Coder)) == ["Ama", "Benjamin"]


def test_a_table_of_codings(codings: Codings) -> None:
    """By the columns of an export; --coder's where a row names nobody."""
    report = codings.import_table(
        ("source", "text", "start_char", "end_char", "code_path", "coder", "valence", "n"),
        [
            ("P01.txt", "We lost trust", "", "", "Trust", "", "mixed", 1),
            ("board.txt", "", "3", "9", "Trust > Money", "Cy", None, 2),
            ("P01.txt", "We lost trust", "", "", "Trust", "Ben", "", 3),
        ],
        coder="Ben",
    )
    assert (report.codings, report.already_there, report.refused) == (2, 1, ())
    assert codings.frame().select("text", "coder", "valence").rows() == [
        ("We lost trust", "Ben", "mixed"),
        ("London", "Cy", None),
    ]


def test_rows_of_a_table_are_known_by_their_lines(codings: Codings) -> None:
    """Those that cannot be read are listed beside those that cannot be placed."""
    columns = ("source", "code", "quote", "start_char", "end_char")
    rows = [
        ("P01.txt", "Trust", "We lost trust", "", ""),
        ("P01.txt", "Hope", "We lost trust", "", ""),
        ("P01.txt", "Trust", "", "some", "where"),
        ("P01.txt", "", "We lost trust", "", ""),
        ("P01.txt", "Trust"),
    ]
    with pytest.raises(NotFound, match=r"4 rows cannot be taken.*; line 3: There is no code"):
        codings.import_table(columns, rows, strict=True)
    assert codings.frame().height == 0
    report = codings.import_table(columns, rows, lines=[2, 3, 5, 6, 9])
    assert [(line, error.slug) for line, error in report.refused] == [
        (3, "code-not-found"),
        (5, "not-a-number"),
        (6, "empty-cell"),
        (9, "ragged-table"),
    ]
    assert report.codings == 1


def test_a_dry_run_stores_nothing(codings: Codings, session: Session) -> None:
    """Neither codings nor their coders."""
    row = CodingRow("P01.txt", "Trust", quote="We lost trust", coder="Ben")
    assert codings.import_rows([row], dry_run=True).codings == 1
    table = (("source", "code", "quote"), [("P01.txt", "Trust", "We lost trust")])
    assert codings.import_table(*table, coder="Ben", dry_run=True).codings == 1
    assert codings.frame().height == 0
    with session.reading() as reading:
        assert [coder.name for coder in reading.all(Coder)] == ["Ama"]
