"""Where turns, headings and page furniture are laid."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.intake.turns import lay_out
from crosscase.model.layout import Layout


@dataclass(frozen=True)
class _Span:
    start_char: int
    end_char: int


@dataclass(frozen=True)
class _Labelled:
    start_char: int
    end_char: int
    speech_start_char: int
    speaker: str


@dataclass(frozen=True)
class _Cue:
    start_char: int
    end_char: int
    start_ms: int


def _shown(text: str, layout: Layout) -> list[tuple[str, str | None, str]]:
    return [
        (one.kind, one.speaker, text[one.speech_start_char : one.end_char])
        for one in layout.segments
    ]


def test_a_turn_runs_to_the_next_label() -> None:
    """Blank lines inside a turn belong to it; those behind it do not."""
    text = "INT: One.\n\nTwo.\n\n\nP1: Three.\n\n"
    assert _shown(text, lay_out(text, speakers=["INT", "P1"])) == [
        ("turn", "INT", "One.\n\nTwo."),
        ("turn", "P1", "Three."),
    ]


def test_a_turn_ends_at_a_heading() -> None:
    """What stands behind a heading has no speaker until the next label."""
    text = "INT: One.\n\n## Part two\n\nSome note.\n\nINT: Two.\n"
    assert _shown(text, lay_out(text, speakers=["INT"])) == [
        ("turn", "INT", "One."),
        ("heading", None, "## Part two"),
        ("turn", None, "Some note."),
        ("turn", "INT", "Two."),
    ]


def test_only_accepted_labels_begin_turns() -> None:
    """A label that was not accepted is part of the words."""
    text = "INT: One.\nSo: two.\n"
    assert _shown(text, lay_out(text, speakers=["INT"])) == [("turn", "INT", "One.\nSo: two.")]


def test_without_speakers_each_paragraph_is_a_turn() -> None:
    """Paragraphs stand between blank lines."""
    text = "One\ntwo.\n\nThree: four.\n"
    assert _shown(text, lay_out(text, speakers=None)) == [
        ("turn", None, "One\ntwo."),
        ("turn", None, "Three: four."),
    ]


def test_without_blank_lines_each_line_is_a_turn() -> None:
    """A text whose paragraphs are lines is cut by lines."""
    text = "One.\nTwo.\n"
    assert _shown(text, lay_out(text, speakers=())) == [
        ("turn", None, "One."),
        ("turn", None, "Two."),
    ]


def test_what_stands_before_the_first_label_is_paragraphs() -> None:
    """An introduction has no speaker."""
    text = "Some words.\n\nMore words.\n\nINT: One.\n"
    speakers = [one.speaker for one in lay_out(text, speakers=["INT"]).turns()]
    assert speakers == [None, None, "INT"]


def test_a_label_on_its_own_line_opens_the_words_below() -> None:
    """The speech of a turn starts behind its label, wherever that is."""
    text = "DR LUND\nOne.\n\nMS VIK\n\nTwo.\n"
    assert _shown(text, lay_out(text, speakers=["DR LUND", "MS VIK"])) == [
        ("turn", "DR LUND", "One."),
        ("turn", "MS VIK", "Two."),
    ]


def test_a_label_without_words_is_an_empty_turn() -> None:
    """A turn with no speech starts and ends its words at its end."""
    text = "INT:\nP1: Yes.\n"
    first = lay_out(text, speakers=["INT", "P1"]).segments[0]
    assert (first.start_char, first.speech_start_char, first.end_char) == (0, 4, 4)


def test_times_in_labels_and_below_them_are_read() -> None:
    """A time beside or under a label is the turn's, and no word of it."""
    text = "[00:01:00] INT: One.\nP1: [00:02:00] Two.\nSpeaker 3\n00:03:00\nThree.\n"
    layout = lay_out(text, speakers=["INT", "P1", "Speaker 3"])
    assert [one.start_ms for one in layout.turns()] == [60_000, 120_000, 180_000]
    assert [shown[2] for shown in _shown(text, layout)] == ["One.", "Two.", "Three."]


def test_a_time_on_its_own_line_is_that_of_the_next_turn() -> None:
    """Between turns it stands apart."""
    text = "INT: One.\n\n[00:02:00]\n\nP1: Two.\n"
    layout = lay_out(text, speakers=["INT", "P1"])
    assert [one.kind for one in layout.segments] == ["turn", "furniture", "turn"]
    assert layout.segments[2].start_ms == 120_000


def test_cues_give_their_time_to_turns_without_one() -> None:
    """A turn begins when the cue that holds its first word does."""
    text = "One\ntwo\nthree\n"
    cues = [_Cue(0, 3, 1_000), _Cue(4, 7, 2_000)]
    turns = list(lay_out(text, speakers=None, cues=cues).turns())
    assert [one.start_ms for one in turns] == [1_000, 2_000, None]


def test_clock_times_and_notes_between_turns_are_furniture() -> None:
    """They are nobody's words; a note inside a turn stays in it."""
    text = "(10.00 am)\n\nINT: One.\n(Pause)\nTwo.\n\n(The witness left)\n\nP1: Three.\n"
    assert _shown(text, lay_out(text, speakers=["INT", "P1"])) == [
        ("furniture", None, "(10.00 am)"),
        ("turn", "INT", "One.\n(Pause)\nTwo."),
        ("furniture", None, "(The witness left)"),
        ("turn", "P1", "Three."),
    ]


def test_a_turn_goes_on_behind_page_furniture() -> None:
    """The rest keeps the speaker and has no label of its own."""
    text = "INT: One and\n\nPage 2 of 9\n\nmore.\n"
    layout = lay_out(text, speakers=["INT"])
    assert _shown(text, layout) == [
        ("turn", "INT", "One and"),
        ("furniture", None, "Page 2 of 9"),
        ("turn", "INT", "more."),
    ]
    assert layout.segments[2].speech_start_char == layout.segments[2].start_char


def test_bare_page_numbers_are_found_where_they_count_up() -> None:
    """One number on its line may be an answer; numbers that count up are pages."""
    pages = ("P1: red\nblue\nsky\nsea", "hill\nlake\nwood\npath", "rain\nsnow\nwind\nsun")
    paged = "".join(f"{page}\n{number}\n" for number, page in enumerate(pages, start=11))
    alone = "INT: How many?\n12\n"
    kinds = [one.kind for one in lay_out(paged, speakers=["P1"]).segments]
    assert kinds.count("furniture") == 3
    assert [one.kind for one in lay_out(alone, speakers=["INT"]).segments] == ["turn"]


def test_running_heads_are_found_at_page_starts() -> None:
    """A line that recurs at the top of the pages is furniture, whatever number it carries."""
    pages = [
        f"Lund study, part {n}\nwords of page {'abc'[n]} go here\nand on\nand so on\n"
        for n in (0, 1, 2)
    ]
    text = "".join(pages)
    starts = [0, len(pages[0]), len(pages[0]) + len(pages[1])]
    layout = lay_out(text, speakers=None, page_starts=starts)
    assert [one.start_char for one in layout.segments if one.kind == "furniture"] == starts
    assert layout.page_starts == tuple(starts)


def test_given_headings_and_capitals_are_headings() -> None:
    """A heading the file marks, and a paragraph in capitals that is no label."""
    text = "Welcome\n\nOPENING WORDS (continued)\n\nTHE CHAIR: GOOD MORNING\n"
    layout = lay_out(text, speakers=["THE CHAIR"], headings=[_Span(0, 7)])
    assert [one.kind for one in layout.segments] == ["heading", "heading", "turn"]


@pytest.mark.parametrize("text", ["EXCELLENT SERVICE", "Good\n\nEXCELLENT SERVICE\n\nVERY KIND\n"])
def test_what_heads_nothing_is_no_heading(text: str) -> None:
    layout = lay_out(text, speakers=None)
    assert {one.kind for one in layout.segments} == {"turn"}


@pytest.mark.parametrize("cell", ["VERY GOOD", "# 1 PRIORITY", "(no comment)", "12", "Page 3"])
def test_whatever_stands_in_a_cell_of_a_table_is_said(cell: str) -> None:
    text = f"comment\n\n{cell}"
    layout = lay_out(text, speakers=None, headings=[_Span(0, 7)], only_given=True)
    assert [one.kind for one in layout.segments] == ["heading", "turn"]


def test_speech_that_the_file_marks_ends_where_it_says() -> None:
    """Words behind a marked speech are not its speaker's; labels inside it do not count."""
    text = "Ana: One\nTor: quoted\n\nA closing note.\n"
    layout = lay_out(text, speakers=["Ana", "Tor"], labelled=[_Labelled(0, 20, 5, "Ana")])
    assert _shown(text, layout) == [
        ("turn", "Ana", "One\nTor: quoted"),
        ("turn", None, "A closing note."),
    ]


def test_the_fields_at_the_top_are_no_turns() -> None:
    """Participant: P07 among Date and Place says who took part."""
    text = "Date: 3 May\nInterviewer: Ana\n\nInterviewer: One.\n"
    assert [one.speaker for one in lay_out(text, speakers=["Interviewer"]).turns()] == [
        None,
        "Interviewer",
    ]


def test_a_list_of_names_is_no_series_of_turns() -> None:
    """Names that follow one another on their own lines are a list."""
    text = "ANA LUND\nTOR VIK\nMAX MOE\n\nANA LUND\nOne.\n\nTOR VIK\nTwo.\n"
    layout = lay_out(text, speakers=["ANA LUND", "TOR VIK", "MAX MOE"])
    assert [one.speaker for one in layout.turns()] == [None, "ANA LUND", "TOR VIK"]


_LINES = st.lists(
    st.sampled_from(
        ("", "  ", "INT: one", "P1: two", "P1:", "words here", "ANA LUND", "# Head", "12")
    )
    | st.sampled_from(
        ("Page 3", "(10.00 am)", "[00:01:02]", "SOME HEADING HERE", "\f next", "[00:02] INT: x")
    ),
    max_size=25,
)


@given(_LINES, st.booleans(), st.data())
def test_segments_cover_all_words_in_order_without_overlap(
    lines: list[str], with_speakers: bool, data: st.DataObject
) -> None:
    """Every character that is not blank lies in exactly one segment."""
    text = "\n".join(lines)
    places = st.integers(0, len(text))
    spans = sorted({data.draw(places) for _ in range(4)})
    headings = [_Span(spans[0], spans[1])] if len(spans) > 1 else []
    labelled = [_Labelled(spans[2], spans[3], spans[2], "INT")] if len(spans) > 3 else []
    layout = lay_out(
        text,
        speakers=["INT", "P1", "ANA LUND"] if with_speakers else None,
        headings=headings,
        labelled=labelled,
        page_starts=spans[:2],
    )
    reached = 0
    for one in layout.segments:
        assert not text[reached : one.start_char].strip()
        assert one.start_char < one.end_char
        assert one.start_char <= one.speech_start_char <= one.end_char
        assert text[one.start_char : one.end_char] == text[one.start_char : one.end_char].strip()
        reached = one.end_char
    assert not text[reached:].strip()
