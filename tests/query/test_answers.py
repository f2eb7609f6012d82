"""crosscase.query.answers: what is told of the passages that answer a question."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import polars as pl
import pytest

from crosscase.errors import Conflict, MistakeOfUse
from crosscase.log.records import Draft
from crosscase.model.nouns import Case, Revision
from crosscase.query import running_answer
from crosscase.query.answers import answer
from crosscase.store.blobs import blob_hash
from crosscase.store.session import changed, made
from tests.query.making import StudyMaker, trust_study

CHAPTER = "London is calling from the far away towns. " * 12


def test_an_answer_tells_where_a_passage_stands() -> None:
    """Source, place, speaker, participant, cases, codes, coders and turn, counted from 1."""
    study = trust_study()
    with study.reading() as reading:
        found = answer(reading, "code:trust and coder:Ben").passages[0]
    assert (found.source, found.source_id) == ("a.txt", study.id("a.txt"))
    assert (found.start_char, found.end_char) == study.place("a.txt", "Trust came back")
    assert found.text == "Trust came back"
    assert (found.speakers, found.participants) == (("P02",), ("Bob",))
    assert found.cases == {"place": ("North",), "site": ("A", "B")}
    assert (found.codes, found.coders) == (("Relations > Trust",), ("Ben",))
    assert (found.turn, found.page) == (3, None)
    with pytest.raises(FrozenInstanceError):
        found.text = "something else"  # type: ignore[misc]


def test_a_passage_across_two_speakers_belongs_to_both() -> None:
    """Both speakers are told, in the order in which they speak; the turn is the first one's."""
    with trust_study().reading() as reading:
        found = answer(reading, "code:=relations").passages[0]
    assert (found.speakers, found.participants) == (("P01", "P02"), ("Ann", "Bob"))
    assert found.turn == 2


def test_codes_are_told_where_codes_were_asked_for() -> None:
    """The codes of the question that lie on a passage; none for a search of text."""
    with trust_study().reading() as reading:
        found = answer(reading, "code:relations and participant:Bob").passages
        assert [each.codes for each in found] == [("Relations", "Relations > Trust")] * 2
        assert [each.coders for each in found] == [("Ama", "Ben")] * 2
        assert {each.codes for each in answer(reading, "trust").passages} == {()}
        shared = answer(reading, "code:trust and code:=relations").passages[0]
        assert shared.codes == ("Relations", "Relations > Trust")
        near = answer(reading, "code:money near(1 turn) code:trust").passages[0]
        assert near.codes == ("Resources > Money",)


def test_a_document_in_a_case_is_told_with_its_case() -> None:
    """Nobody speaks in it; the source itself lies in the site."""
    with trust_study().reading() as reading:
        found = answer(reading, "plans").passages[0]
    assert (found.speakers, found.participants) == ((), ())
    assert found.cases == {"place": ("North",), "site": ("A",)}


def test_context_is_cut_between_words() -> None:
    """Up to 200 characters before and after, without halves of words at their ends."""
    study = StudyMaker()
    study.source("a.txt", [CHAPTER + "Here. " + CHAPTER])
    with study.reading() as reading:
        found = answer(reading, "here").passages[0]
    words = set(CHAPTER.split())
    assert 190 < len(found.before) <= 200
    assert 190 < len(found.after) <= 200
    assert set(found.before.split()) <= words
    assert set(found.after.split()) <= {*words, "."}
    assert CHAPTER.rstrip().endswith(found.before.rstrip())


def test_context_without_spaces_is_cut_at_200_characters() -> None:
    """Writing without spaces has no better place."""
    study = StudyMaker()
    study.source("zh", ["信" * 300 + "任" + "信" * 300], language="zh")
    with study.reading() as reading:
        found = answer(reading, "任").passages[0]
    assert (found.before, found.after) == ("信" * 200, "信" * 200)


def test_context_at_the_ends_of_a_text() -> None:
    """At the start there is nothing before, at the end nothing after."""
    study = StudyMaker()
    study.source("a.txt", ["London calling"])
    with study.reading() as reading:
        first = answer(reading, "London").passages[0]
        last = answer(reading, "calling").passages[0]
    assert (first.before, first.after) == ("", " calling")
    assert (last.before, last.after) == ("London ", "")


def test_pages_are_told_where_they_are_known() -> None:
    """The page on which a passage begins, counted from 1."""
    study = StudyMaker()
    study.source("a.pdf", ["London calling.", "Washington here."], page_starts=(0, 16))
    with study.reading() as reading:
        assert [p.page for p in answer(reading, "text:(London, Washington)").passages] == [1, 2]


def test_only_the_first_passages_are_told() -> None:
    """`most` bounds what is told; the total counts all, and places give all."""
    with trust_study().reading() as reading:
        found = answer(reading, "code:trust", most=2)
        assert [each.text for each in found.passages] == ["We lost trust", "Trust came back"]
        assert (found.total, len(found), found.is_complete) == (4, 4, True)
        assert len(found.places()) == 4
        assert answer(reading, "code:trust", most=0).passages == ()


def test_a_negative_number_of_passages_is_refused() -> None:
    """There is no such page."""
    with trust_study().reading() as reading, pytest.raises(MistakeOfUse) as raised:
        answer(reading, "code:trust", most=-1)
    assert raised.value.slug == "bad-number"


def test_a_search_stops_when_it_has_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond the first page only so much text is looked through; the answer says so."""
    monkeypatch.setattr(running_answer, "_CHARS_BEYOND", 10)
    monkeypatch.setattr(running_answer, "_FIRST_SOURCES", 1)
    study = StudyMaker()
    for number in range(4):
        study.source(f"{number}.txt", ["London London Washington"])
    study.code("Place")
    study.coding("3.txt", "Place", (0, 6))
    with study.reading() as reading:
        for expression, total in (
            ("london", 2),
            ("text:(london, washington)", 3),
            ("not Paris", 1),
        ):
            some = answer(reading, expression, most=1)
            assert (some.total, some.is_complete, len(some.passages)) == (total, False, 1)
        everything = answer(reading, "london")
        assert (everything.total, everything.is_complete) == (8, True)
        for expression in ("london and source:3.txt", "london within code:place"):
            last = answer(reading, expression, most=1)
            assert last.is_complete
            assert [p.source for p in last.passages] == ["3.txt"]


def test_a_first_page_is_the_beginning_of_the_whole_answer() -> None:
    """Looking for the first page alone changes nothing about it."""
    with trust_study().reading() as reading:
        for expression in (
            *("trust", "trust and site:A", "/t/", "code:*", "money and not site:B"),
            *(
                "trust or site:B",
                "not trust",
                "code:trust near(2 turns) staff",
                "coder:Ben or money",
            ),
        ):
            first = answer(reading, expression, most=2).passages
            assert first == answer(reading, expression).passages[:2]


def test_places_are_what_coding_takes() -> None:
    """Source ids with half-open offsets, in the order in which sources were added."""
    study = trust_study()
    with study.reading() as reading:
        places = answer(reading, "code:resources").places()
    assert places == [
        (study.id("a.txt"), *study.place("a.txt", "the money went")),
        (study.id("a.txt"), *study.place("a.txt", "new staff")),
    ]


def test_a_frame_has_a_column_for_each_kind_of_case() -> None:
    """One row a passage; names in one cell are joined."""
    with trust_study().reading() as reading:
        frame = answer(reading, "code:=relations").frame()
        assert frame.select("source", "text", "participants", "site", "place").rows() == [
            ("a.txt", "went.\nP02: Trust came", "Ann; Bob", "A; B", "North")
        ]
        assert frame.schema["start_char"] == pl.Int64
        empty = answer(reading, "nowhere").frame()
        assert (empty.height, empty.schema["text"]) == (0, pl.String)


def test_passages_can_be_read_after_other_work() -> None:
    """What was found is read when it is asked, with the names that things have then."""
    study = trust_study()
    with study.reading() as reading:
        found = answer(reading, "code:money")
    study.session.record(
        lambda _: Draft("case.renamed", {}, (changed(Case, study.id("Ann"), name="Anna"),))
    )
    assert found.passages[0].participants == ("Anna",)


def test_passages_of_a_text_that_was_changed_are_not_told() -> None:
    """Offsets hold for the text that was asked; afterwards the question has to be asked again."""
    study = trust_study()
    with study.reading() as reading:
        found = answer(reading, "code:money")
        before = reading.all(Revision)[0]
    assert before.source == study.id("a.txt")
    words = b"London. "
    edit = made(
        Revision,
        study.session.ids(),
        source=before.source,
        parent=before.id,
        text=blob_hash(words),
        edits=[[5, 5, len(words)]],
    )
    draft = Draft("source.corrected", {}, (edit,), {blob_hash(words): words})
    study.session.record(lambda _: draft)
    with pytest.raises(Conflict) as raised:
        found.passages  # noqa: B018
    assert raised.value.slug == "answer-out-of-date"
    with study.reading() as reading:
        again = answer(reading, "code:money").passages[0]
        assert again.text == "the money went"
        assert again.start_char == study.place("a.txt", "the money went")[0] + len(words)
        assert answer(reading, "London").total == 1


def test_a_study_without_anything_answers_with_nothing() -> None:
    """No sources, no codings: no passages, and no error."""
    with StudyMaker().reading() as reading:
        for expression in ("trust", "code:*", "not trust", "coder:*", "participant:*", "/a/"):
            found = answer(reading, expression, most=5)
            assert (found.total, found.passages, found.is_complete) == (0, (), True)
