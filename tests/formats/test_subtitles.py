"""WebVTT and SubRip."""

from __future__ import annotations

import pytest

from crosscase.errors import UnreadableFile
from crosscase.formats.srt import read_srt
from crosscase.formats.vtt import read_vtt

VTT = """WEBVTT - Visit 1
Language: en

NOTE a remark

00:01.000 --> 00:02.000
<v.loud Ann Lee>Hello <i>there</i>,
you &amp; I</v>

2
00:02.000 --> 00:03.500 align:start
<v Ann Lee>again.</v>

00:03.500 --> 00:04.000
<v Bo>Yes?</v><v Ann Lee>Yes.

01:00:04.000 --> 01:00:05.000
(a door)
- closes
"""


def test_voices_become_labelled_speech() -> None:
    """Cues of one voice in a row are one labelled span; markup is gone, words stay."""
    document = read_vtt(VTT.encode(), "a.vtt")
    assert document.text.split("\n") == [
        "Ann Lee: Hello there, you & I again.",
        "Bo: Yes?",
        "Ann Lee: Yes.",
        "(a door)",
        "- closes",
    ]
    assert [s.speaker for s in document.labelled] == ["Ann Lee", "Bo", "Ann Lee"]
    first = document.labelled[0]
    assert document.text[first.speech_start_char : first.end_char] == "Hello there, you & I again."
    assert (document.title, document.language) == ("Visit 1", "en")


def test_cues_keep_their_words_and_times() -> None:
    """Each cue covers its own words, with times in milliseconds."""
    document = read_vtt(VTT.encode(), "a.vtt")
    said = [(document.text[c.start_char : c.end_char], c.start_ms, c.end_ms) for c in document.cues]
    assert said == [
        ("Hello there, you & I", 1000, 2000),
        ("again.", 2000, 3500),
        ("Yes?\nAnn Lee: Yes.", 3500, 4000),
        ("(a door)\n- closes", 3_604_000, 3_605_000),
    ]


def test_cues_that_cannot_be_read_are_noted() -> None:
    """A cue with broken times is left out, and that is said."""
    document = read_vtt((VTT + "\n00:9x --> 00:10.000\nlost\n").encode(), "a.vtt")
    assert [note.slug for note in document.notes] == ["cues-left-out"]


def test_srt_keeps_lines_and_names_as_text() -> None:
    """A name in a subtitle stays words; formatting goes; times are kept."""
    data = (
        b"1\r\n00:00:01,000 --> 00:00:02,500\r\n<i>Ann:</i> Hello\r\nthere\r\n\r\n"
        b"2\r\n00:00:03,000 --> 00:00:04,000\r\nBo: 2 < 3\r\n"
    )
    document = read_srt(data, "a.srt")
    assert document.text == "Ann: Hello\nthere\nBo: 2 < 3"
    assert [(c.start_ms, c.end_ms) for c in document.cues] == [(1000, 2500), (3000, 4000)]
    assert document.labelled == ()


@pytest.mark.parametrize("data", [b"just words", b"WEBVTT\n\nno cues at all\n"])
def test_files_without_cues_are_refused(data: bytes) -> None:
    """What holds no cue is no transcript with times."""
    with pytest.raises(UnreadableFile):
        read_vtt(data, "a.vtt")
    with pytest.raises(UnreadableFile):
        read_srt(data, "a.srt")
