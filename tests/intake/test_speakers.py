"""Which labels of a text are proposed as speakers."""

from __future__ import annotations

import json
import lzma
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.intake.speaker_forms import read_label, read_stamp
from crosscase.intake.speakers import SpeakerPreview, propose_speakers
from crosscase.intake.turns import lay_out


def _standings(preview: SpeakerPreview) -> dict[str, str]:
    return {one.label: one.standing for one in preview.speakers}


def _talk(*lines: str, times: int = 2) -> str:
    return "\n".join(lines * times) + "\n"


@pytest.mark.parametrize(
    ("line", "label", "form", "speech"),
    [
        ("Ana Lund: We met.", "Ana Lund", "colon", "We met."),
        ("Dr A. B. Lund: We met.", "Dr A. B. Lund", "colon", "We met."),
        ("INT: We met.", "INT", "colon", "We met."),
        ("P12:We met.", "P12", "colon", "We met."),
        ("ANA LUND:", "ANA LUND", "colon", ""),
        ("Ana (nurse, 45): We met.", "Ana (nurse, 45)", "colon", "We met."),
        ("Locality lead, Area B: We met.", "Locality lead, Area B", "colon", "We met."),
        ("[Speaker 2]: We met.", "Speaker 2", "colon", "We met."),
        ("Mme Petit : Oui.", "Mme Petit", "colon", "Oui."),
        ("访谈者：你好。", "访谈者", "colon", "你好。"),
        ("\u200fسلمى: نعم.", "سلمى", "colon", "نعم."),
        ("**Ana Lund:** We met.", "Ana Lund", "bold", "We met."),
        ("**Ana Lund**: We met.", "Ana Lund", "bold", "We met."),
        ("**Ana Lund** We met.", "Ana Lund", "bold", "We met."),
        ("[00:12:03] Ana: We met.", "Ana", "time before", "We met."),
        ("(00:12) Ana: We met.", "Ana", "time before", "We met."),
        ("Ana [00:12:03]: We met.", "Ana", "time after", "We met."),
        ("Ana (12:03): We met.", "Ana", "time after", "We met."),
        ("00:12:03 Ana Lund", "Ana Lund", "time line", ""),
        ("Ana Lund   0:03", "Ana Lund", "time line", ""),
        ("DR LUND", "DR LUND", "own line", ""),
        ("Ana - We met.", "Ana", "dash", "We met."),
        ("Ana - We met: all of us.", "Ana", "dash", "We met: all of us."),
        ("INT\tWe met.", "INT", "tab", "We met."),
        ("Q. We met?", "Q", "letter", "We met?"),
    ],
)
def test_a_label_is_read_in_the_forms_of_transcripts(
    line: str, label: str, form: str, speech: str
) -> None:
    """Each form gives the label without its marks, and where the words begin."""
    found = read_label(line)
    assert found is not None
    assert (found.label, found.form, line[found.speech_start :]) == (label, form, speech)


@pytest.mark.parametrize(
    "line",
    [
        "10:30 am we met.",
        "https://example.org/a",
        "Lund 3:16 is the verse.",
        "- Ana: a list item",
        "## Ana: a heading",
        "C:\\folder",
        "Is it so? He said: yes.",
        "1. Ana: a numbered item",
        "",
    ],
)
def test_other_lines_give_no_label(line: str) -> None:
    """Times, addresses, verses, list items and headings are not labels."""
    assert read_label(line) is None


@pytest.mark.parametrize(
    ("stamp", "milliseconds"),
    [("00:12:03", 723_000), ("[12:03]", 723_000), ("0:03.5", 3_500), ("(1:00:00,250)", 3_600_250)],
)
def test_a_stamp_gives_milliseconds(stamp: str, milliseconds: int) -> None:
    """Hours are optional, and a fraction counts in thousandths."""
    assert read_stamp(stamp) == milliseconds


@pytest.mark.parametrize(
    "text",
    [
        _talk("INT: Where to?", "P1: Home."),
        _talk("I: Where to?", "R: Home."),
        _talk("Q. Where to?", "A. Home."),
        _talk("Q: Where to?", "A: Home."),
        _talk("Question: Where to?", "Answer: Home."),
        _talk("MS LUND: Where to?", "THE CHAIR: Home."),
        _talk("MS LUND", "Where to?", "THE CHAIR", "Home."),
        _talk("**Ana Lund**", "Where to?", "**Tor Vik**", "Home."),
        _talk("Ana Lund: Where to?", "Tor Vik: Home."),
        _talk("[00:01] Ana: Where to?", "[00:02] Tor: Home."),
        _talk("Ana Lund  0:03", "Where to?", "Tor Vik  0:05", "Home."),
        _talk("Ana - Where to?", "Tor - Home.", times=3),
        _talk("INT\tWhere to?", "P1\tHome."),
        _talk("访谈者：去哪里？", "受访者：回家。"),
        _talk("المحاور: إلى أين؟", "سلمى: البيت."),
        _talk("Locality lead, Area B: Home.", "Facilitator: Where?", times=3),
    ],
)
def test_both_sides_of_a_conversation_are_clear(text: str) -> None:
    """In each form the two who speak are clear, and nobody else is proposed as such."""
    assert len(propose_speakers(text).labels()) == 2


def test_a_preview_counts_turns_words_and_places() -> None:
    """A label comes with its turns, its words, its first place and examples."""
    text = "Intro line\n\nINT: one two\n\nP1: three\nfour\n\nINT: five\n\nP1: six\n"
    speaker = propose_speakers(text).speakers[1]
    assert (speaker.label, speaker.turns, speaker.words) == ("P1", 2, 3)
    assert speaker.first_place == text.index("P1")
    assert speaker.examples_start_chars == (text.index("P1"), text.rindex("P1"))


@pytest.mark.parametrize(
    "lead_in", ["So the question is this", "Two things", "And", "You say", "Can I ask you this"]
)
def test_sentences_that_end_in_a_colon_are_unlikely(lead_in: str) -> None:
    """However often a lead-in recurs, it reads as a sentence."""
    text = _talk(f"INT: Well.\n{lead_in}:\nwho decides?", "P1: We do.", times=6)
    assert _standings(propose_speakers(text))[lead_in] == "unlikely"


@pytest.mark.parametrize(
    "head", ["Note", "Source", "Date", "Time", "Transcribed by", "Table 2", "Question 4"]
)
def test_field_heads_and_numbered_parts_are_unlikely(head: str) -> None:
    """Heads such as Date and numbered parts are no speakers."""
    text = _talk("INT: Well.", "P1: We do.") + f"{head}: something\n"
    assert _standings(propose_speakers(text))[head] == "unlikely"


def test_the_head_of_the_record_is_passed_over() -> None:
    """Who took part, stated at the top among other fields, is not a turn."""
    head = "Interview 4\nDate: 3 May\nInterviewer: Ana Lund\nParticipant: P07\n\n"
    text = head + _talk("Interviewer: Where to?", "Participant: Home.")
    first = {one.label: one.first_place for one in propose_speakers(text).speakers}
    assert first["Interviewer"] == len(head)


def test_a_label_that_stands_once_is_clear_where_its_form_is_that_of_others() -> None:
    """P3 is clear beside P1 and P2, and a titled name beside titled names."""
    codes = propose_speakers(_talk("INT: Where?", "P1: Here.", "P2: Here.") + "P3: There.\n")
    titled = propose_speakers(_talk("Ms Lund: Where?", "Dr Vik: Here.") + "Mr Moe: There.\n")
    assert "P3" in codes.labels()
    assert "Mr Moe" in titled.labels()


def test_single_names_alone_are_unsure() -> None:
    """Two names that each stand once may be a conversation or not."""
    assert set(_standings(propose_speakers("Ana Lund: Hi.\nTor Vik: Hello.\n")).values()) == {
        "unsure"
    }


def test_labels_inside_paragraphs_are_unlikely_where_others_open_one() -> None:
    """A word with a colon in the middle of a turn is not a speaker."""
    text = _talk("Ms Lund: Well.\nRemark: who?\n", "Dr Vik: We do.\n", times=4)
    assert _standings(propose_speakers(text))["Remark"] == "unlikely"


def test_a_dash_counts_only_where_it_recurs() -> None:
    """One line with a dash is an ordinary sentence."""
    assert propose_speakers("Ana - the nurse - came.\nThen all left.\n").labels() == ()


def test_prose_has_no_speakers() -> None:
    """Recurring words with a colon in a long text without conversation are at most unsure."""
    prose = "\n".join(["The committee met and wrote down what it had found in the year."] * 400)
    text = prose + "\nCasualties: many\n" + prose + "\nCasualties: few\n"
    assert propose_speakers(text).labels() == ()


def test_a_running_head_is_no_speaker() -> None:
    """A line in capitals that recurs beside page numbers is page furniture."""
    asked = ("Where", "When", "Why", "How", "What")
    pages = [
        f"LUND INTERVIEW\nPage {n}\nINT: {word}?\nP1: {word}.\n" for n, word in enumerate(asked)
    ]
    assert set(propose_speakers("\n".join(pages)).labels()) == {"INT", "P1"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mr Vik", "Mr Tor Vik"),
        ("Ms Lund", "Ms Lund KC"),
        ("Ms Lindqvist", "Ms Lindquist"),
        ("DR LUND", "Dr Lund"),
        ("INT", "Interviewer"),
        ("P1", "Participant 1"),
    ],
)
def test_labels_of_one_person_are_listed_side_by_side(one: str, other: str) -> None:
    """Likely spellings of one person are a pair to look at; both stay in the list."""
    preview = propose_speakers(_talk(f"{one}: Here.", "Chair: Yes.", f"{other}: There."))
    assert {one, other} <= set(preview.labels())
    assert {frozenset(pair) for pair in preview.perhaps_same} == {frozenset((one, other))}


@pytest.mark.parametrize(
    ("one", "other"),
    [("Mr Vik", "Ms Vik"), ("P1", "P11"), ("Ana Lund", "Tor Lund"), ("Speaker 1", "Speaker 2")],
)
def test_labels_of_different_people_are_no_pair(one: str, other: str) -> None:
    """Titles, numbers and given names tell people apart."""
    preview = propose_speakers(_talk(f"{one}: Here.", "Chair: Yes.", f"{other}: There."))
    assert preview.perhaps_same == ()


@dataclass(frozen=True)
class _Labelled:
    start_char: int
    end_char: int
    speech_start_char: int
    speaker: str


def test_speakers_that_the_file_names_are_clear() -> None:
    """What the format itself states needs no judging, and is not counted twice."""
    text = "So: hello\nmore"
    preview = propose_speakers(text, labelled=[_Labelled(0, len(text), 4, "So")])
    speaker = preview.speakers[0]
    assert (speaker.standing, speaker.form, speaker.turns) == ("clear", "given", 1)


@given(st.text(alphabet="AbQ1 :：.\n\t*#[](-–12؟م访'’", max_size=120))
def test_any_text_is_weighed(text: str) -> None:
    """Whatever stands in a text, each proposed label stands where the preview says."""
    for speaker in propose_speakers(text).speakers:
        first_word = speaker.label.split()[0]
        assert first_word in text[speaker.first_place :].split("\n")[0]
        assert speaker.turns >= 1


DAYS = ("2024-09-12", "2024-10-02", "2024-10-29", "2024-11-22", "2024-11-28")


@pytest.mark.shared
def test_hearing_days_are_split_as_their_publisher_split_them(shared_data: Path) -> None:
    """Over five real days, starts and labels of turns are right more than 995 times in 1,000."""
    corpora = shared_data / "corpora"
    turns = corpora / "scale" / "covid_inquiry_turns.jsonl.xz"
    if not turns.is_file():
        pytest.skip("needs ../shared/data/corpora/scale")
    wanted: dict[str, list[tuple[str, str]]] = {f"module-3__{day}": [] for day in DAYS}
    with lzma.open(turns, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith('{"doc": "module-3__'):
                turn = json.loads(line)
                if turn["doc"] in wanted and turn["speaker"]:
                    wanted[turn["doc"]].append((turn["speaker"], turn["text"]))
            elif wanted[f"module-3__{DAYS[-1]}"]:
                break
    right = found = true = 0
    for name, spoken in wanted.items():
        path = corpora / "covid_inquiry_module3" / f"{name}.txt"
        text = path.read_text(encoding="utf-8")
        places, at = set(), 0
        for speaker, words in spoken:
            at = text.index(f"{speaker}: {words}", at)
            places.add((at, speaker))
        layout = lay_out(text, speakers=propose_speakers(text).labels())
        laid = {(one.start_char, one.speaker) for one in layout.turns() if one.speaker}
        right += len(places & laid)
        found += len(laid)
        true += len(places)
    assert right > 0.995 * found
    assert right > 0.995 * true
