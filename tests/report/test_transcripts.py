"""A coded transcript in Word: every word once, every coding on exactly its words."""

from __future__ import annotations

import time
from datetime import date
from typing import Any

from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from crosscase.report.transcript import MarginCoding, TranscriptDocument, TranscriptSegment
from tests.report.making import a_cover, a_transcript
from tests.report.reading import commented_words, opened, shown_text

TURNS = (("INT", "How did it go?"), ("P01", "We lost trust.\nThe money went."), (None, "Silence."))


def coded(text: str, quote: str, code: str = "Trust", **says: Any) -> MarginCoding:
    """A coding of a quote that occurs once."""
    start = text.index(quote)
    return MarginCoding(start_char=start, end_char=start + len(quote), code=code, **says)


def test_speaker_and_time_stand_beside_each_turn() -> None:
    """Each turn begins with who speaks and when; what nobody speaks is there too."""
    shown = [each.text for each in opened(a_transcript(*TURNS)).paragraphs]
    assert shown[-4:] == [
        "INT 0:00:00\tHow did it go?",
        "P01 0:01:01\tWe lost trust.",
        "The money went.",
        "Silence.",
    ]


def test_a_coding_is_a_comment_by_its_coder_on_exactly_its_words() -> None:
    """The comment tells the code, what the coding says, who coded it and on which day."""
    text = a_transcript(*TURNS).text
    coding = coded(
        text, "lost trust", "Relations > Trust", coder="Ben Okoro", valence="constraining",
        basis="inferred", coded_on=date(2026, 3, 2), colour="#0072B2",
    )  # fmt: skip
    document = opened(a_transcript(*TURNS, codings=[coding]))
    (comment,) = document.comments
    assert comment.text == "Relations > Trust (constraining, inferred)"
    assert (comment.author, comment.initials) == ("Ben Okoro", "BO")
    assert comment.timestamp is not None and comment.timestamp.date() == date(2026, 3, 2)
    assert commented_words(document) == {0: "lost trust"}
    body: Any = document.element.body
    tinted = [r.text for r in body.iter(qn("w:r")) if r.find(f".//{qn('w:shd')}") is not None]
    assert tinted[0] == "lost trust"


def test_codings_that_overlap_are_all_shown() -> None:
    """Inside one another, across one another and on the same words: each has its comment."""
    text = a_transcript(*TURNS).text
    quotes = ("We lost trust", "lost trust", "trust.", "lost trust", "We")
    codings = [coded(text, quote, f"c{at}") for at, quote in enumerate(quotes)]
    document = opened(a_transcript(*TURNS, codings=codings))
    told = {each.comment_id: each.text for each in document.comments}
    found = sorted((told[number], words) for number, words in commented_words(document).items())
    assert found == [(f"c{at}", quote) for at, quote in enumerate(quotes)]
    assert "We lost trust." in shown_text(document)


def test_a_coding_may_run_over_turns_and_labels() -> None:
    """What lies between its words is inside it, and it ends where they end."""
    text = a_transcript(*TURNS).text
    start, end = text.index("it go?"), text.index(" went")
    coding = MarginCoding(start_char=start, end_char=end, code="Trust")
    (words,) = commented_words(opened(a_transcript(*TURNS, codings=[coding]))).values()
    assert words == "it go?P01 0:01:01\tWe lost trust.The money"


def test_codings_of_nothing_that_is_shown_are_told_all_the_same() -> None:
    """A coding of an empty line, of the end or of a picture without words is not lost."""
    text = a_transcript(*TURNS).text
    blank = MarginCoding(start_char=text.index("\n"), end_char=text.index("\n") + 1, code="Gap")
    beyond = MarginCoding(start_char=len(text), end_char=len(text), code="End")
    document = opened(a_transcript(*TURNS, codings=[blank, beyond]))
    assert sorted(each.text for each in document.comments) == ["End", "Gap"]
    assert set(commented_words(document).values()) == {""}
    picture = TranscriptDocument(a_cover(), "A picture", "", (), [beyond], ())
    assert [each.text for each in opened(picture).comments] == ["End"]


def test_headings_and_page_furniture_stand_where_they_were() -> None:
    """Headings are real headings; running heads are there, in small letters."""
    text = "The meeting\nWords.\nPage 1\nMore."
    segments = [
        TranscriptSegment("heading", 0, 11, 0),
        TranscriptSegment("turn", 12, 18, 12),
        TranscriptSegment("furniture", 19, 25, 19),
    ]
    paragraphs = opened(TranscriptDocument(a_cover(), "M", text, segments, (), ())).paragraphs
    shown = [(each.text, each.style.name) for each in paragraphs[-4:] if each.style]
    assert shown == [
        ("The meeting", "Heading 2"), ("Words.", "Turn"), ("Page 1", "Note"), ("More.", "Normal"),
    ]  # fmt: skip


@given(
    turns=st.lists(
        st.tuples(st.sampled_from([None, "P1", "A longer label"]), st.text("ab \n\t", max_size=20)),
        min_size=1,
        max_size=5,
    ),
    spans=st.lists(st.tuples(st.integers(0, 80), st.integers(0, 30)), max_size=8),
)
def test_every_word_is_there_once_and_every_coding_on_its_own(
    turns: list[tuple[str | None, str]], spans: list[tuple[int, int]]
) -> None:
    """Whatever is coded: no word is lost or doubled, and each comment holds the coded letters."""
    plain = a_transcript(*turns)
    codings = [
        MarginCoding(
            start_char=min(start, len(plain.text)),
            end_char=min(start + length, len(plain.text)),
            code=str(number),
        )
        for number, (start, length) in enumerate(spans)
    ]
    document = opened(a_transcript(*turns, codings=codings))
    words = commented_words(document)
    assert len(words) == len(codings)
    is_label = [False] * len(plain.text)
    for each in plain.segments:
        for at in range(each.start_char, each.speech_start_char):
            is_label[at] = True
    told = {each.comment_id: int(each.text) for each in document.comments}
    for number, shown in words.items():
        coding = codings[told[number]]
        span = range(coding.start_char, coding.end_char)
        letters = "".join(plain.text[at] for at in span if not is_label[at])
        assert _letters(_without_labels(shown)) == _letters(letters)


def _without_labels(shown: str) -> str:
    for label in ("P1", "A longer label"):
        shown = shown.replace(label, "")
    return shown


def _letters(text: str) -> str:
    return "".join(each for each in text if each in "ab")


def test_a_long_transcript_with_many_codings_is_written_in_seconds() -> None:
    """100,000 words with 2,000 codings: measured 0.8 s; much more means a loop in a loop."""
    words = "We lost trust when the money went and the winter came again. " * 4
    turns = [(("INT", "P01")[at % 2], words) for at in range(2_084)]
    length = len(a_transcript(*turns).text)
    codings = [
        MarginCoding(start_char=at, end_char=at + 150, code=f"c{at % 60}", coder="Ama")
        for at in range(0, length - 200, length // 2_000)
    ]
    made = a_transcript(*turns, codings=codings)
    began = time.perf_counter()
    made.to_bytes()
    assert time.perf_counter() - began < 10
