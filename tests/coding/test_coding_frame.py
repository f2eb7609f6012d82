"""All codings as one table."""

from __future__ import annotations

import datetime

import polars as pl
import pytest

from crosscase.coding.codes import Codes
from crosscase.coding.coding_frame import COLUMNS
from crosscase.coding.codings import Codings
from crosscase.store.session import Session
from tests.coding.making import INTERVIEW, add_participant, add_source


@pytest.fixture
def codings(empty: Session) -> Codings:
    """An interview with two participants, and codes in a tree."""
    source = add_source(empty, "P01.txt", INTERVIEW)
    add_participant(empty, "Rosa", source, "P01")
    add_participant(empty, "Idris", source, "P02")
    codes = Codes(empty)
    codes.add("Relations")
    codes.add("Trust", parent="Relations")
    return Codings(empty)


def test_each_coding_is_a_row_with_who_said_it(codings: Codings) -> None:
    """Every column, for one coding."""
    coding = codings.add("P01.txt", "Trust", quote="We lost trust", valence="constraining")
    at = INTERVIEW.index("We lost trust")
    assert codings.frame().rows(named=True) == [
        {
            "coding": coding.id,
            "source": "P01.txt",
            "start_char": at,
            "end_char": at + 13,
            "text": "We lost trust",
            "code": "Trust",
            "code_path": "Relations > Trust",
            "coder": "Ama",
            "participants": "Rosa",
            "speaker": "P01",
            "valence": "constraining",
            "basis": None,
            "coded_on": datetime.date(2026, 3, 2),
            "touched": False,
            "region": None,
        }
    ]


def test_a_passage_over_two_turns_belongs_to_both_speakers(codings: Codings) -> None:
    """Participants by name, speakers in the order of the text; an interviewer is no participant."""
    codings.add("P01.txt", "Trust", start_char=0, end_char=len(INTERVIEW) - 1)
    row = codings.frame().row(0, named=True)
    assert (row["participants"], row["speaker"]) == ("Idris; Rosa", "Interviewer; P01; P02")


def test_a_passage_between_turns_has_no_speaker(codings: Codings) -> None:
    """The blank line after a turn."""
    end = INTERVIEW.index("\n\nP01")
    codings.add("P01.txt", "Trust", start_char=end, end_char=end + 2)
    row = codings.frame().row(0, named=True)
    assert (row["participants"], row["speaker"]) == (None, None)


def test_rows_stand_in_the_order_of_sources_and_text(codings: Codings, empty: Session) -> None:
    """Sources as they were added, whatever their names and however codings came."""
    add_source(empty, "A.txt", "An earlier name in the alphabet.\n")
    codings.add("A.txt", "Trust", start_char=3, end_char=9)
    codings.add("P01.txt", "Trust", start_char=30, end_char=40)
    codings.add("P01.txt", "Trust", start_char=5, end_char=40)
    codings.add("P01.txt", "Relations", start_char=5, end_char=40)
    frame = codings.frame()
    assert frame.select("source", "start_char", "code").rows() == [
        ("P01.txt", 5, "Relations"),
        ("P01.txt", 5, "Trust"),
        ("P01.txt", 30, "Trust"),
        ("A.txt", 3, "Trust"),
    ]


def test_an_empty_table_has_all_columns_with_their_types(codings: Codings) -> None:
    """So that whoever reads it needs no special case."""
    frame = codings.frame()
    assert tuple(frame.columns) == COLUMNS and frame.is_empty()
    codings.add("P01.txt", "Trust", quote="We lost trust")
    assert codings.frame().schema == frame.schema
    assert frame.schema["coded_on"] == pl.Date


def test_the_words_can_be_left_out(codings: Codings) -> None:
    """For counts over large studies."""
    codings.add("P01.txt", "Trust", quote="We lost trust")
    assert "text" not in codings.frame(text=False).columns


def test_a_speaker_who_is_no_participant_is_named_by_label_alone(
    codings: Codings, empty: Session
) -> None:
    """Labels need not be linked to anybody."""
    source = add_source(empty, "meeting.txt", "Chair: We begin.\n\nClerk: Noted.\n")
    codings.add(source, "Trust", quote="Noted")
    row = codings.frame().row(0, named=True)
    assert (row["participants"], row["speaker"]) == (None, "Clerk")
