"""The table of turns."""

from __future__ import annotations

from pathlib import Path

from crosscase.study import Study
from crosscase.testing import make_study

TEXT = (
    "Interviewer: Who decides?\n\nP01: Nobody 🙂 does.\n\nInterviewer: And then?\n\nP01: We wait.\n"
)
TIMED = "WEBVTT\n\n00:00:01.500 --> 00:00:03.000\n<v P01>Hello there.\n"


def study_of(folder: Path, **texts: str) -> Study:
    """A study with these transcripts, whose clear speakers are taken."""
    study = make_study()
    for name, text in texts.items():
        path = folder / name.replace("_", ".")
        path.write_text(text, encoding="utf-8")
        study.sources.add(path)
    return study


def test_a_row_is_a_turn_with_its_place_and_words(tmp_path: Path) -> None:
    """Counted from 1 in each source; the label stands apart from what is said."""
    with study_of(tmp_path, b_txt=TEXT, a_txt=TEXT.replace("wait", "left")) as study:
        study.participants.add("P01")
        study.speakers.link_by_name()
        frame = study.sources.turns_frame()
        text = study.sources.text("b.txt")
    rows = frame.rows(named=True)
    assert frame["source"].to_list() == ["b.txt"] * 4 + ["a.txt"] * 4
    assert frame["turn"].to_list() == [1, 2, 3, 4] * 2
    assert [row["speaker"] for row in rows[:4]] == ["Interviewer", "P01"] * 2
    assert [row["participant"] for row in rows[:4]] == [None, "P01"] * 2
    assert rows[1]["text"] == "Nobody 🙂 does."
    for row in rows[:4]:
        assert text[row["speech_start_char"] : row["end_char"]] == row["text"]
        whole = text[row["start_char"] : row["end_char"]]
        assert whole == f"{row['speaker']}: {row['text']}"
    assert frame["start_ms"].null_count() == 8


def test_a_timed_transcript_has_its_times(tmp_path: Path) -> None:
    """In milliseconds from the beginning."""
    with study_of(tmp_path, talk_vtt=TIMED) as study:
        assert study.sources.turns_frame()["start_ms"].to_list() == [1_500]


def test_what_is_removed_has_no_turns(tmp_path: Path) -> None:
    """The columns are the same with no row at all."""
    with study_of(tmp_path, a_txt=TEXT) as study:
        before = study.sources.turns_frame()
        study.sources.remove("a.txt")
        after = study.sources.turns_frame()
    assert after.height == 0
    assert after.schema == before.schema
