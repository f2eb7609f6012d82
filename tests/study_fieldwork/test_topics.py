"""study.topics: what is suggested, what people said, and where participants then stand."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from crosscase.errors import MistakeOfUse, NotFound
from crosscase.study import Study
from crosscase.testing import make_study
from tests.study_fieldwork.interviews import GUIDE, P01, begun, turn_at


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    """A study with three interviews and a guide; it is sound when the test ends."""
    with begun(tmp_path) as made:
        yield made
        assert made.verify() == []


def link(study: Study, source: str, number: int, topic: str, **judged: str | None) -> None:
    """Say that a turn was on a topic."""
    study.topics.confirm(source, [(turn_at(study, source, number), topic)], **judged)


def standing(study: Study, person: str, topic: str = "Money") -> str:
    """Where one participant stands to one topic."""
    frame = study.topics.standing()
    return str(dict(zip(frame["participant"], frame[topic], strict=True))[person])


def told(study: Study, source: str) -> list[tuple[int, str | None, str | None]]:
    """The turns that are listed, with their topics and standings."""
    return [(each.turn, each.topic, each.standing) for each in study.topics.suggest(source)]


def test_interviewers_turns_are_suggested_and_nothing_is_stored(study: Study) -> None:
    """A follow-up is like no topic."""
    before = study.heads
    assert told(study, "P01.txt") == [
        (1, "role", "suggested"),
        (3, "money", "suggested"),
        (5, None, None),
    ]
    assert study.heads == before
    assert standing(study, "P01") == "unknown"


def test_what_was_said_is_listed_in_place_of_suggestions(study: Study) -> None:
    """A rejected topic is not suggested again, until that is taken back."""
    link(study, "P01.txt", 5, "data")
    study.topics.reject("P01.txt", [(turn_at(study, "P01.txt", 3), "money")])
    assert told(study, "P01.txt") == [
        (1, "role", "suggested"),
        (3, "money", "rejected"),
        (5, "data", "confirmed"),
    ]
    study.topics.remove(each.link for each in study.topics.suggest("P01.txt") if each.link)
    assert (3, "money", "suggested") in told(study, "P01.txt")


def test_turns_that_were_linked_teach_the_words_of_their_topic(study: Study) -> None:
    """What was asked in one interview is known in the next one, and in the same one not."""
    assert (3, None, None) in told(study, "P04.txt")
    link(study, "P04.txt", 3, "data")
    study.topics.remove(each.link for each in study.topics.suggest("P04.txt") if each.link)
    study.sources.correct("P01.txt", P01.replace("And then?", "When?"))
    link(study, "P01.txt", 5, "data")
    assert (3, "data", "suggested") in told(study, "P04.txt")


def test_who_speaks_a_few_words_answered(study: Study) -> None:
    """One word is no answer; a person may judge otherwise, and take that back."""
    link(study, "P01.txt", 1, "role")
    link(study, "P01.txt", 3, "money")
    assert standing(study, "P01", "Role") == "answered"
    assert standing(study, "P01") == "asked without answer"
    link(study, "P01.txt", 3, "money", answer="answered")
    assert standing(study, "P01") == "answered"
    link(study, "P01.txt", 3, "money", answer=None)
    assert standing(study, "P01") == "asked without answer"
    link(study, "P01.txt", 1, "role", answer="no answer")
    assert standing(study, "P01", "Role") == "asked without answer"


def test_everybody_present_was_asked_and_only_who_speaks_answered(study: Study) -> None:
    """P03 is silent on data; of those in other interviews nothing is known."""
    link(study, "P02.txt", 1, "money")
    link(study, "P02.txt", 4, "data")
    assert standing(study, "P02") == standing(study, "P03") == "answered"
    assert standing(study, "P02", "Data") == "answered"
    assert standing(study, "P03", "Data") == "asked without answer"
    assert standing(study, "P03", "Role") == "not asked"
    assert standing(study, "P01", "Role") == "unknown"


def test_what_a_participant_brings_up_is_raised_unless_it_was_asked_before(study: Study) -> None:
    """After the asking it is an answer, however late."""
    link(study, "P01.txt", 6, "data")
    assert standing(study, "P01", "Data") == "raised unprompted"
    link(study, "P01.txt", 3, "money")
    assert standing(study, "P01") == "asked without answer"
    link(study, "P01.txt", 6, "money")
    assert standing(study, "P01") == "answered"


def test_a_passage_can_be_named_in_place_of_a_turn(study: Study) -> None:
    """The sentence that raises it."""
    start = P01.index("Nobody")
    study.topics.confirm("P01.txt", [((start, len(P01) - 1), "data")])
    assert standing(study, "P01", "Data") == "raised unprompted"


def test_a_batch_is_one_operation_that_can_be_undone(study: Study) -> None:
    """And saying the same again changes nothing."""
    batch = [(turn_at(study, "P02.txt", 1), "money"), (turn_at(study, "P02.txt", 4), "Data")]
    assert study.topics.confirm("P02.txt", batch) is not None
    assert study.log(most=1)[0].sentence == "linked 2 turns of “P02.txt” to topics"
    assert study.topics.confirm("P02.txt", batch) is None
    study.undo()
    assert standing(study, "P02") == "unknown"
    study.redo()
    assert standing(study, "P02") == "answered"
    study.undo()
    study.topics.confirm("P02.txt", batch)
    assert standing(study, "P02") == "answered"


def test_what_comes_back_does_not_bring_its_old_judgement(study: Study) -> None:
    """A link that was removed and is made again is judged anew."""
    link(study, "P02.txt", 1, "money", answer="no answer")
    study.topics.remove(each.link for each in study.topics.suggest("P02.txt") if each.link)
    link(study, "P02.txt", 1, "money")
    assert standing(study, "P02") == "answered"


def test_a_link_is_given_another_topic_or_judgement(study: Study) -> None:
    """The old topic is taken back in the same operation."""
    link(study, "P02.txt", 1, "data", answer="no answer")
    (found,) = (each.link for each in study.topics.suggest("P02.txt") if each.link)
    assert found is not None
    study.topics.change([found], topic="money")
    assert standing(study, "P02") == "asked without answer"
    assert standing(study, "P02", "Data") == "not asked"
    (found,) = (each.link for each in study.topics.suggest("P02.txt") if each.link)
    assert found is not None
    study.topics.change([found], answer=None)
    assert standing(study, "P02") == "answered"
    assert study.topics.change([found], topic="Money") is None


def test_linked_turns_follow_a_corrected_transcript(study: Study) -> None:
    """The same turn is still the same, and saying it again changes nothing."""
    link(study, "P01.txt", 3, "money")
    study.sources.correct("P01.txt", P01.replace("by the river", "beside the river, in town"))
    assert (3, "money", "confirmed") in told(study, "P01.txt")
    assert study.topics.confirm("P01.txt", [(turn_at(study, "P01.txt", 3), "money")]) is None
    study.sources.correct("P01.txt", P01.replace("P01: Well.", "P01: Well, it all went at once."))
    assert standing(study, "P01") == "answered"


def test_versions_of_a_guide_are_counted_together(study: Study) -> None:
    """By the keys of their topics."""
    link(study, "P02.txt", 1, "money")
    study.guides.new_version("Leaders", [*GUIDE, "Trust"])
    study.topics.confirm("P01.txt", [(turn_at(study, "P01.txt", 1), "trust")])
    assert standing(study, "P02") == "answered"
    assert standing(study, "P02", "Trust") == "not asked"
    assert standing(study, "P01", "Trust") == "answered"
    old = study.topics.standing("Leaders@1")
    assert old.columns == ["participant", "Role", "Money", "Data"]


def test_a_guide_is_named_where_there_are_several(study: Study) -> None:
    """Unless the interview that the source is of says which one was used."""
    study.guides.add("Nurses", topics=["Care"])
    with pytest.raises(MistakeOfUse, match="has 2 interview guides: “Leaders”, “Nurses”"):
        study.topics.suggest("P01.txt")
    study.topics.confirm("P01.txt", [(turn_at(study, "P01.txt", 1), "care")], "Nurses")
    assert study.topics.table("Nurses").counts[0] == {"answered": 1, "unknown": 3}
    study.activities.add_interview(["P02", "P03"], source="P02.txt", guide="Nurses")
    study.topics.confirm("P02.txt", [(turn_at(study, "P02.txt", 1), "care")])
    assert study.topics.table("Nurses").counts[0] == {"answered": 3, "unknown": 1}


@pytest.mark.parametrize(
    ("turns", "slug"),
    [
        ([(10_000, "money")], "turn-not-found"),
        ([(0, "mony")], "topic-not-found"),
        ([((5, 5), "money")], "passage-outside-text"),
    ],
)
def test_what_is_not_there_is_refused_and_nothing_is_stored(
    study: Study, turns: list[tuple[int, str]], slug: str
) -> None:
    """With a hint."""
    before = study.heads
    with pytest.raises((NotFound, MistakeOfUse)) as caught:
        study.topics.confirm("P01.txt", [(0, "money"), *turns])
    assert caught.value.slug == slug
    assert caught.value.hint
    with pytest.raises(MistakeOfUse, match="“maybe” is no answer"):
        study.topics.confirm("P01.txt", [(0, "money")], answer="maybe")
    assert study.heads == before


def test_two_laptops_that_link_one_turn_make_one_link(tmp_path: Path) -> None:
    """Merged both ways they say the same."""
    with begun(tmp_path) as one:
        path = tmp_path / "copy" / "study.crosscase"
        path.parent.mkdir()
        one.copy(path)
        with make_study(path.parent, person="Ben", open_again=True) as other:
            link(one, "P02.txt", 1, "money")
            link(other, "P02.txt", 1, "money", answer="no answer")
            link(other, "P01.txt", 1, "role")
            assert one.path is not None
            one.merge(path)
            other.merge(one.path)
            assert one.topics.standing().rows() == other.topics.standing().rows()
            links = [each for each in one.topics.suggest("P02.txt") if each.link]
            assert [(each.topic, each.answer) for each in links] == [("money", "no answer")]
            assert one.conflicts() == []
            assert other.verify() == []
        assert one.verify() == []


def test_a_matrix_counts_of_those_asked(study: Study) -> None:
    """Every count names its denominator, and says who is not in it."""
    study.codes.add("Loss")
    for source, words in (("P01.txt", "Then the winter came."), ("P02.txt", "into one pot")):
        study.codings.add(source, "Loss", quote=words)
    everybody = study.matrix("codes", "participants")
    assert everybody.of.words == "of 4 interviewed"
    link(study, "P02.txt", 1, "money")
    link(study, "P01.txt", 6, "money")
    asked = study.matrix("codes", "participants", topic="money")
    assert asked.title.startswith("Participants (of 2 asked about “Money”) by code")
    assert (asked.cell("Loss"), asked.of_cell("Loss"), asked.of.label) == (1, 2, "of asked")
    assert asked.speakers("Loss") == (("P02",), ("P03",))
    assert asked.notes == (
        "Found in 1 participant besides, not known to be asked about “Money”: not counted.",
        "Of 1 interviewed it is not known what they were asked: nobody went through their sources.",
    )
    both = study.matrix("codes", "participants", topic="money", of="asked or raised")
    assert both.of.words == "of 3 asked about “Money” or raising it"
    assert (both.cell("Loss"), both.of.label) == (2, "of asked or raised")
    link(study, "P01.txt", 3, "money")
    again = study.matrix("codes", "participants", topic="money")
    assert (again.cell("Loss"), again.of.total) == (2, 3)


def test_a_matrix_of_those_asked_needs_a_topic_and_participants(study: Study) -> None:
    """Other things are not asked."""
    with pytest.raises(MistakeOfUse, match="say of which"):
        study.matrix(of="asked")
    with pytest.raises(MistakeOfUse, match="those asked about “money”"):
        study.matrix(of="interviewed", topic="money")
    with pytest.raises(MistakeOfUse, match="Passages cannot be counted of those asked"):
        study.matrix("codes", "participants", count="passages", topic="money")
    assert study.matrix("codes", "participants", of="interviewed").of.total == 4


def test_turns_are_told_with_their_places(study: Study) -> None:
    """One after another, the participants' too where every turn is asked for."""
    places = study.topics.places("P01.txt")
    assert all(one[1] <= other[0] for one, other in pairwise(places))
    every = study.topics.suggest("P01.txt", every_turn=True)
    assert [(each.turn, each.speaker) for each in every[:2]] == [(1, "Interviewer"), (2, "P01")]
    assert [(each.start_char, each.end_char) for each in every] == places


def test_how_others_asked_is_learnt_from_a_bounded_number_of_sources(tmp_path: Path) -> None:
    """The same ones on each laptop; what is said of one source is found among many."""
    study = begun(tmp_path)
    files = tmp_path / "many"
    files.mkdir()
    for number in range(66):
        words = f"Interviewer: And the kettle, is it mended by now?\n\nQ{number}: It is.\n"
        (files / f"Q{number:02}.txt").write_text(words, encoding="utf-8")
    study.sources.add(sorted(files.iterdir()))
    for number in range(65):
        study.topics.confirm(f"Q{number:02}.txt", [(0, "money")])
    [turn] = study.topics.suggest("Q65.txt")
    assert (turn.topic, turn.standing) == ("money", "suggested")
    study.copy(tmp_path / "other.crosscase")
    with make_study(tmp_path, name="other", person="Ben", open_again=True) as other:
        assert other.topics.suggest("Q65.txt") == [turn]
    assert study.topics.confirm("Q07.txt", [(0, "money")]) is None
    [said] = study.topics.suggest("Q07.txt")
    assert said.standing == "confirmed"
    assert study.verify() == []
    study.close()
