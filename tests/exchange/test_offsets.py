"""How tools count characters: each way is undone exactly, and found again from selections."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.formats.refi_qda.offsets import (
    ALL,
    Convention,
    CountedText,
    Marked,
    infer_convention,
    infer_page_base,
)

WORDS = st.sampled_from(["pot", "meeting", "🙂", "Zoë", "信頼", "winter", "𝔸nna", "e\u0301t"])
BREAKS = st.sampled_from([" ", " ", ", ", "\n", "\r\n", "\r", "\n\n", "\r\n\r\n"])
RAW = st.builds(
    lambda bom, pairs: bom + "".join(word + gap for word, gap in pairs),
    st.sampled_from(["", "\ufeff"]),
    st.lists(st.tuples(WORDS, BREAKS), min_size=6, max_size=60),
)
UTF16 = Convention(utf16=True, crlf_two=True, bom_counts=False)
PLAIN = Convention(utf16=False, crlf_two=False, bom_counts=False)


def counted_by_hand(raw: str, text: CountedText, place: int, convention: Convention) -> int:
    """The offset by counting one character after the other."""
    bare, at, found = raw.removeprefix("\ufeff"), 0, 0
    for _ in range(place):
        two = bare.startswith("\r\n", at)
        wide = convention.utf16 and bare[at] > "\uffff"
        found += 2 if (two and convention.crlf_two) or wide else 1
        at += 2 if two else 1
    return found + (1 if convention.bom_counts and raw.startswith("\ufeff") else 0)


@given(RAW, st.sampled_from(ALL), st.data())
def test_every_way_of_counting_is_undone_exactly(
    raw: str, convention: Convention, data: st.DataObject
) -> None:
    text = CountedText(raw)
    place = data.draw(st.integers(0, len(text.text)))
    offset = text.offset(place, convention)
    assert offset == counted_by_hand(raw, text, place, convention)
    assert text.position(offset, convention) == place


@given(RAW, st.sampled_from(ALL))
def test_what_lies_between_two_halves_or_outside_is_no_place(
    raw: str, convention: Convention
) -> None:
    text = CountedText(raw)
    good = {text.offset(place, convention) for place in range(len(text.text) + 1)}
    for offset in range(-2, max(good) + 3):
        assert (text.position(offset, convention) is not None) == (offset in good)


@given(RAW, st.sampled_from(ALL), st.sampled_from(["NVivo 12", "ATLAS.ti 23", None]), st.data())
def test_the_way_that_was_used_is_found_or_said_to_be_in_doubt(
    raw: str, convention: Convention, origin: str | None, data: st.DataObject
) -> None:
    text = CountedText(raw)
    edges = [
        place
        for place in range(len(text.text) + 1)
        if text.text[place - 1 : place].isalnum() != text.text[place : place + 1].isalnum()
    ]
    pairs = data.draw(
        st.lists(st.tuples(st.sampled_from(edges), st.sampled_from(edges)), min_size=3)
    )
    spans = [(min(pair), max(pair)) for pair in pairs]
    marks = [
        Marked(
            text.offset(start, convention),
            text.offset(end, convention),
            text.text[start:end] if end - start > 5 else None,
        )
        for start, end in spans
    ]
    verdict = infer_convention([(text, marks)], origin)

    def placed(tried: Convention) -> list[tuple[int | None, int | None]]:
        return [(text.position(m.start, tried), text.position(m.end, tried)) for m in marks]

    assert any(placed(each) == spans for each in (verdict.convention, *verdict.tied))


def test_the_tool_decides_only_what_the_texts_leave_open() -> None:
    raw = "🙂 trust and fear\r\n" * 8
    text = CountedText(raw)
    at = [at for at in range(len(text.text)) if text.text.startswith("trust", at)]
    marks = [Marked(text.offset(a, PLAIN), text.offset(a + 5, PLAIN), "trust") for a in at]
    verdict = infer_convention([(text, marks)], "NVivo 12")
    assert verdict.convention.crlf_two is False
    assert verdict.convention.utf16 is False
    assert verdict.is_sure


@pytest.mark.parametrize("named", [True, False])
@pytest.mark.parametrize("convention", [UTF16, Convention(False, True, False)])
@pytest.mark.parametrize("broken", [Marked(0, 10_000), Marked(2, 3), Marked(5, 200)])
def test_one_broken_selection_moves_none_of_the_sound_ones(
    named: bool, convention: Convention, broken: Marked
) -> None:
    text = CountedText("\ufeff" + "🙂 Nobody trusted the meeting.\r\n" * 12)
    words = "trusted the"
    at = [at for at in range(len(text.text)) if text.text.startswith(words, at)]
    marks = [
        Marked(
            text.offset(start, convention),
            text.offset(start + len(words), convention),
            words if named else None,
        )
        for start in at
    ]
    past_end = text.offset(len(text.text), convention) + 1
    for bad in (broken, Marked(past_end - 5, past_end), Marked(1, 9)):
        assert infer_convention([(text, [*marks, bad])]).convention == convention


def test_a_text_that_tells_nothing_follows_the_tool_and_says_so() -> None:
    text = CountedText("🙂🙂🙂 ……………… 🙂🙂")
    verdict = infer_convention([(text, [Marked(0, 2)])], "NVivo 14")
    assert verdict.convention == UTF16
    assert verdict.tied


def test_a_plain_text_is_never_in_doubt() -> None:
    text = CountedText("Only letters here.\nAnd here.")
    verdict = infer_convention([(text, [Marked(0, 4), Marked(19, 22)])], "NVivo 14")
    assert verdict.is_sure
    assert verdict.misplaced == 0


@pytest.mark.parametrize(
    ("pages", "count", "found"),
    [
        ([0, 3], 4, (0, True)),
        ([1, 4], 4, (1, True)),
        ([1, 2], 4, (0, False)),
        ([1, 9], 3, (0, False)),
    ],
)
def test_pages_count_from_what_the_areas_and_the_file_leave_possible(
    pages: list[int], count: int, found: tuple[int, bool]
) -> None:
    assert infer_page_base(pages, count) == found


def test_what_crosscase_wrote_is_read_as_it_was_written() -> None:
    text = CountedText("🙂 we trusted one another 🙂 and more")
    marks = [Marked(start, start + 3) for start in range(3, 20)]
    verdict = infer_convention([(text, marks)], "crosscase 1")
    assert not verdict.convention.utf16
    assert verdict.is_sure
