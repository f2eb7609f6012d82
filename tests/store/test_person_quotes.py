"""What quotes a person without a link: found by a purge, and told when they withdraw."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from crosscase.study import Study
from crosscase.study_protection.person_purge import PurgeReceipt
from crosscase.study_protection.person_traces import PersonTrace
from crosscase.testing import make_study

_SAID = "Honestly, I don't read every paper now; from the back I start, with the obituaries."
_OTHER = "My father was a miner all his life, and so was I."
_TALK = (
    "Interviewer: How did you come to read the paper so late?\n\n"
    f"P07: {_SAID} As they say, at the end of the day it is only news.\n\n"
    "Interviewer: Ah.\n\nP07: Yes.\n"
)
_OTHER_TALK = (
    "Interviewer: And you, what do you read?\n\n"
    f"P08: As they say, at the end of the day it is only news. {_OTHER}\n\n"
    "Interviewer: Ah.\n\nP08: Yes.\n"
)


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    """Two interviews, one person each, and a source of both."""
    with make_study(tmp_path) as study:
        for name, text in {
            "seven.txt": _TALK,
            "eight.txt": _OTHER_TALK,
            "both.txt": "P07: Nobody here listens to the radio at night.\n\n"
            "P08: We keep the shop open until nine on Fridays.\n\nP07: No.\n\nP08: No.\n",
        }.items():
            (tmp_path / name).write_text(text, encoding="utf-8")
            study.sources.add(tmp_path / name)
        for person in ("P07", "P08"):
            study.participants.add(person)
        study.speakers.link_by_name()
        study.codes.add("Reading")
        yield study


def trace(study: Study, name: str | None) -> PersonTrace | None:
    return next((each for each in study.traces("P07").traces if each.name == name), None)


def purge_all(study: Study) -> PurgeReceipt:
    traces = study.traces("P07").traces
    return study.purge_participant("P07", [each.id for each in traces])


def assert_nowhere(folder: Path, words: str) -> None:
    """No byte of the study, nor of its side files, holds these words."""
    for path in folder.glob("*.crosscase*"):
        if path.is_file():
            assert words.encode() not in path.read_bytes(), path.name


@pytest.mark.parametrize("is_withdrawn", [False, True])
def test_a_quote_in_a_memo_without_a_link_is_cleaned_out_of_the_bytes(
    study: Study, tmp_path: Path, is_withdrawn: bool
) -> None:
    if is_withdrawn:
        study.withdrawals.withdraw("P07")
    text = "Somebody said: “i DON’T read every paper now – from the back I start” and laughed."
    study.memos.write("A quote", text, about="code:Reading")
    found = trace(study, "A quote")
    assert found is not None
    assert (found.found_by, found.action, found.fields) == ("their words", "clean", ("text",))
    done = purge_all(study)
    assert done.left == ()
    assert study.memos.text("A quote") == "Somebody said: “[removed]” and laughed."
    assert study.verify() == []
    study.close()
    assert_nowhere(tmp_path, "read every paper")


def test_quotes_are_found_in_every_field_of_what_stays_in_its_past_too(
    study: Study, tmp_path: Path
) -> None:
    quote = "I don't read every paper now"
    study.codes.describe("Reading", definition=f"As in: {quote}", includes=quote, excludes=quote)
    study.codes.describe("Reading", definition="How they read", includes=None, excludes=None)
    study.memos.write(f"So “{quote}”", "Nothing of theirs.")
    study.queries.save("Papers", "code:Reading", description=f"Where {quote}")
    study.sets.make("All", ["source:eight.txt"], description=f"They say {quote}")
    study.contacts.add("P08", note=f"knows who said {quote}")
    study.activities.add_meeting("Board", participants=["P08"], decided=[f"{quote}, it said"])
    study.codes.add(f"{quote}, never")
    found = {
        (each.kind, *each.fields)
        for each in study.traces("P07").traces
        if each.found_by == "their words"
    }
    assert found == {
        ("code", "definition", "excludes", "includes"),
        ("code", "name"),
        ("memo", "title"),
        ("query", "description"),
        ("set", "description"),
        ("contact", "note"),
        ("activity", "details"),
    }
    purge_all(study)
    assert "[removed], never" in {each.name for each in study.codes.all()}
    assert study.codes.get("Reading").definition == "How they read"
    assert study.verify() == []
    study.close()
    assert_nowhere(tmp_path, "read every paper")


def test_what_another_source_says_too_or_somebody_else_said_stays(study: Study) -> None:
    kept = {
        "A saying": "They say: at the end of the day it is only news.",
        "The question": "How did you come to read the paper so late?",
        "Of the other": "My father was a miner all his life.",
        "Of the shop": "We keep the shop open until nine on Fridays.",
        "Too short": "I don't read every paper.",
    }
    for title, text in kept.items():
        study.memos.write(title, text)
        assert trace(study, title) is None, title
    study.memos.write("Of the radio", "Nobody here listens to the radio at night.")
    assert trace(study, "Of the radio") is not None
    purge_all(study)
    assert {title: study.memos.text(title) for title in kept} == kept
    assert study.memos.text("Of the radio") == "[removed]."


def test_a_turn_is_whose_it_is_at_its_place_and_a_translation_is_theirs_throughout(
    study: Study, tmp_path: Path
) -> None:
    text = study.sources.text("both.txt")
    shop, radio = text.index("P08: We keep"), text.index("P07: Nobody")
    study.speakers.link("both.txt", "P08", "P07", passage=(shop, shop + 20))
    study.speakers.link("both.txt", "P07", "P08", passage=(radio, radio + 20))
    german = "Ich fange immer hinten bei den Todesanzeigen an."
    (tmp_path / "sieben.txt").write_text(
        f"Interviewer: Warum lesen Sie die Zeitung so spät?\n\nB: {german}\n\n"
        "Interviewer: Ach.\n\nB: Ja.\n",
        encoding="utf-8",
    )
    study.sources.add(tmp_path / "sieben.txt")
    study.sources.pair("sieben.txt", "seven.txt")
    for title, words in {
        "Shop": "We keep the shop open until nine on Fridays.",
        "Radio": "Nobody here listens to the radio at night.",
        "German": german,
        "Question": "Warum lesen Sie die Zeitung so spät?",
    }.items():
        study.memos.write(title, words)
    found = {each.name for each in study.traces("P07").traces if each.found_by == "their words"}
    assert found == {"Shop", "German"}


def test_a_quote_that_was_not_confirmed_is_told_by_the_receipt(study: Study) -> None:
    study.memos.write("A quote", "I don't read every paper now")
    traces = study.traces("P07").traces
    done = study.purge_participant("P07", [each.id for each in traces if each.name != "A quote"])
    assert [(each.name, each.found_by) for each in done.left] == [("A quote", "their words")]
    assert study.memos.text("A quote") == "I don't read every paper now"


def test_a_shortened_example_of_another_code_is_a_trace_near_their_words(study: Study) -> None:
    study.codes.describe("Reading", example="I don't read every paper from the back")
    found = trace(study, "Reading")
    assert found is not None
    assert (found.found_by, found.fields) == ("near their words", ("example",))
    study.codes.add("Saying")
    study.codes.describe("Saying", example="well, at the end of the day")
    study.codes.add("Mining")
    study.codes.describe("Mining", example="my father was a miner")
    assert trace(study, "Saying") is None and trace(study, "Mining") is None
    purge_all(study)
    assert study.codes.get("Reading").example is None
    assert study.codes.get("Saying").example == "well, at the end of the day"
    assert study.codes.get("Mining").example == "my father was a miner"


@pytest.mark.parametrize("is_first_incident", [True, False])
def test_an_example_of_a_code_made_of_their_words_is_theirs_however_short(
    study: Study, tmp_path: Path, is_first_incident: bool
) -> None:
    if is_first_incident:
        study.codings.add_new("seven.txt", "papers", origin="inductive", quote="every paper now")
        name = "papers"
    else:
        study.codes.add("from the back I start", origin="in vivo")
        name = "from the back I start"
    study.codes.describe(name, example="papers ... obituaries first")
    code = study.codes.get(name).id
    study.withdrawals.withdraw("P07")
    assert study.codes.get(code).example is None
    assert "obituaries" not in str(study.history(code))
    study.withdrawals.lift("P07")
    assert study.codes.get(code).example == "papers ... obituaries first"
    found = next(each for each in study.traces("P07").traces if each.id == code)
    assert found.found_by == "link" and "example" in found.fields
    purge_all(study)
    assert study.codes.get(code).example is None
    study.close()
    assert_nowhere(tmp_path, "obituaries first")


def test_memos_that_quote_or_name_them_without_a_link_are_told_by_title(study: Study) -> None:
    study.memos.write("A quote", "Somebody: I don't read every paper now, she said.")
    study.memos.write("A name", "Ask p07 again.")
    study.memos.write("About P07", "Nothing else.")
    study.memos.write("Linked", f"P07: {_SAID}", about="participant:P07")
    study.memos.write("Of others", "At the end of the day it is only news, as they say.")
    told = {"A quote", "A name", "About P07"}
    assert {each.name for each in study.withdrawals.preview("P07").outputs.memos} == told
    study.withdrawals.withdraw("P07")
    assert {each.name for each in study.withdrawals.outputs("P07").memos} == told
    assert study.withdrawals.outputs("P08").memos == ()
