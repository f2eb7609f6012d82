"""Speakers: who speaks under each label, by hand, by name and by a table."""

from __future__ import annotations

from typing import Any

import pytest

from crosscase.errors import MistakeOfUse, NotFound


@pytest.fixture
def talks(field: Any) -> Any:
    """Two transcripts and two participants."""
    field.participants.add("P1")
    field.participants.add("P2")
    field.add_source("a.txt", ("INT", "How did it go?"), ("P1", "Well, we tried."), ("P1", "Yes."))
    field.add_source("b.txt", ("Interviewer 2", "And you?"), ("p2", "No."), ("Chair", "Next."))
    return field


def links(field: Any) -> dict[tuple[str, str], tuple[str | None, str | None]]:
    """Participant and role by source and label."""
    return {
        (row.source.name, row.label): (row.participant and row.participant.name, row.role)
        for row in field.speakers.all(words=False)
    }


def test_labels_are_listed_with_turns_and_words(talks: Any) -> None:
    """By source and first appearance; the label itself is not counted."""
    rows = talks.speakers.all()
    assert [(row.source.name, row.label, row.turns, row.words) for row in rows] == [
        ("a.txt", "INT", 1, 4),
        ("a.txt", "P1", 2, 4),
        ("b.txt", "Interviewer 2", 1, 2),
        ("b.txt", "p2", 1, 1),
        ("b.txt", "Chair", 1, 1),
    ]
    assert [row.label for row in talks.speakers.all("a.txt")] == ["INT", "P1"]


def test_names_and_interviewers_are_linked_in_one_operation(talks: Any) -> None:
    """What is left is listed with its counts."""
    before = talks.operations()
    report = talks.speakers.link_by_name()
    assert talks.operations() == before + 1
    assert (report.linked, report.other_roles) == (2, 2)
    assert [(each.label, each.sources, each.turns) for each in report.unlinked] == [("Chair", 1, 1)]
    assert links(talks) == {
        ("a.txt", "INT"): (None, "interviewer"),
        ("a.txt", "P1"): ("P1", "participant"),
        ("b.txt", "Interviewer 2"): (None, "interviewer"),
        ("b.txt", "p2"): ("P2", "participant"),
        ("b.txt", "Chair"): (None, None),
    }
    assert talks.speakers.link_by_name().linked == 0
    assert talks.operations() == before + 1


@pytest.mark.parametrize(
    "label", ["Interviewer", "INT", "I", "Moderator", "Facilitator", "Q", "I2"]
)
def test_the_usual_forms_of_the_interviewer_are_known(field: Any, label: str) -> None:
    """With or without a number."""
    field.add_source("a.txt", (label, "Well?"))
    assert field.speakers.link_by_name().other_roles == 1


def test_what_was_linked_by_hand_is_left_alone(talks: Any) -> None:
    """P1 in this source is somebody else."""
    talks.speakers.link("a.txt", "P1", "P2")
    talks.speakers.link("a.txt", "INT", role="observer")
    talks.speakers.link_by_name()
    assert links(talks)["a.txt", "P1"] == ("P2", "participant")
    assert links(talks)["a.txt", "INT"] == (None, "observer")


def test_a_link_is_taken_away_and_made_again(talks: Any) -> None:
    """Neither a participant nor a role: nobody is linked."""
    talks.speakers.link("a.txt", "p1", "P1")
    assert talks.speakers.link("a.txt", "P1", "P1") is None
    talks.speakers.link("a.txt", "P1")
    assert links(talks)["a.txt", "P1"] == (None, None)
    assert talks.speakers.link("a.txt", "P1") is None
    talks.speakers.link("a.txt", "P1", "P2")
    assert links(talks)["a.txt", "P1"] == ("P2", "participant")


def test_a_participant_speaks_as_participant_only(talks: Any) -> None:
    """An interviewer who is counted as interviewed would be wrong in every denominator."""
    with pytest.raises(MistakeOfUse, match="cannot be linked as interviewer"):
        talks.speakers.link("a.txt", "P1", "P1", role="interviewer")
    with pytest.raises(MistakeOfUse, match="no role of a speaker"):
        talks.speakers.link("a.txt", "P1", role="boss")


def test_unknown_labels_sources_and_participants_are_not_found(talks: Any) -> None:
    """Each with what there is."""
    with pytest.raises(NotFound, match="Nobody speaks as “P9” in"):
        talks.speakers.link("a.txt", "P9", "P1")
    with pytest.raises(NotFound, match="no source"):
        talks.speakers.link("c.txt", "P1", "P1")
    with pytest.raises(NotFound, match="no participant “P7”"):
        talks.speakers.link("a.txt", "P1", "P7")


def test_an_exception_holds_at_its_place_only(talks: Any) -> None:
    """In the second turn under P1 somebody else spoke."""
    talks.speakers.link("a.txt", "P1", "P1")
    text = "INT: How did it go?\nP1: Well, we tried.\nP1: Yes.\n"
    start = text.index("P1: Yes.")
    talks.speakers.link("a.txt", "P1", "P2", passage=(start, start + 8))
    (held,) = talks.speakers.exceptions("a.txt")
    assert held.passage is not None
    assert held.passage[1:] == (start, start + 8)
    assert [case.name for case in talks.participants.interviewed()] == ["P1", "P2"]
    talks.speakers.link("a.txt", "P1", passage=(start, start + 8))
    assert talks.speakers.exceptions() == []
    assert [case.name for case in talks.participants.interviewed()] == ["P1"]


@pytest.mark.parametrize(
    ("passage", "slug"),
    [
        ((0, 30), "passage-of-other-speaker"),
        ((0, 5), "passage-of-other-speaker"),
        ((30, 900), "passage-outside-text"),
        ((30, 30), "passage-outside-text"),
        ((30,), "passage-without-end"),
        (("another revision", 30, 31), "passage-of-other-revision"),
    ],
)
def test_an_exception_lies_in_turns_of_its_label(talks: Any, passage: Any, slug: str) -> None:
    """Otherwise another's words would be given away."""
    with pytest.raises(MistakeOfUse) as caught:
        talks.speakers.link("a.txt", "P1", "P2", passage=passage)
    assert caught.value.slug == slug


def test_a_table_links_speakers_in_one_operation(talks: Any) -> None:
    """Rows that cannot be taken are listed with their lines."""
    before = talks.operations()
    report = talks.speakers.link_table(
        ("source", "speaker", "participant", "role"),
        (
            ("a.txt", "INT", "", "interviewer"),
            ("a.txt", "P1", "P1", "participant"),
            ("b.txt", "p2", "P2", ""),
            ("b.txt", "Chair", "", "Other"),
            ("b.txt", "Clerk", "", "other"),
            ("c.txt", "P1", "P1", ""),
            ("a.txt", "P1", "P7", ""),
            ("a.txt", "P1", "", ""),
            ("a.txt", "", "P1", ""),
        ),
    )
    assert talks.operations() == before + 1
    assert (report.linked, report.other_roles) == (2, 2)
    assert [(line, error.slug) for line, error in report.refused] == [
        (6, "speaker-not-found"),
        (7, "source-not-found"),
        (8, "participant-not-found"),
        (9, "nobody-linked"),
        (10, "empty-speaker"),
    ]
    assert links(talks)["b.txt", "Chair"] == (None, "other")
    assert [each.label for each in report.unlinked] == ["Interviewer 2"]


def test_a_table_of_speakers_is_tried_out(talks: Any) -> None:
    """A dry run says what linking would do, and leaves the study as it is."""
    columns = ("source", "speaker", "participant", "role")
    rows = (("a.txt", "P1", "P1", ""), ("b.txt", "Chair", "", "other"), ("c.txt", "P1", "P1", ""))
    before, held = talks.operations(), links(talks)
    tried = talks.speakers.link_table(columns, rows, dry_run=True)
    assert (talks.operations(), links(talks)) == (before, held)
    done = talks.speakers.link_table(columns, rows)
    assert (tried.linked, tried.other_roles, tried.unlinked) == (1, 1, done.unlinked)
    assert [line for line, _ in tried.refused] == [4]


def test_a_row_without_a_source_speaks_of_the_label_everywhere(talks: Any) -> None:
    """A row about one source goes before it."""
    talks.add_source("c.txt", ("P1", "Again."))
    rows = (("", "P1", "P1"), ("c.txt", "P1", "P2"))
    talks.speakers.link_table(("source", "speaker", "participant"), rows)
    assert links(talks)["a.txt", "P1"] == ("P1", "participant")
    assert links(talks)["c.txt", "P1"] == ("P2", "participant")


def test_two_rows_that_contradict_each_other_are_both_refused(talks: Any) -> None:
    """Neither is guessed; a row said twice is no contradiction."""
    columns = ("source", "speaker", "participant")
    rows = (
        ("a.txt", "P1", "P1"),
        ("a.txt", "P1", "P2"),
        ("b.txt", "p2", "P2"),
        ("b.txt", "p2", "P2"),
    )
    report = talks.speakers.link_table(columns, rows)
    assert [line for line, _ in report.refused] == [2, 3]
    assert report.linked == 1


def test_a_strict_table_links_all_or_nothing(talks: Any) -> None:
    """The study stays as it was."""
    before = talks.operations()
    with pytest.raises(NotFound, match="nothing was imported; line 2"):
        talks.speakers.link_table(
            ("source", "speaker", "role"), (("x", "y", "other"),), strict=True
        )
    assert talks.operations() == before


def test_a_name_that_two_participants_have_is_not_linked(laptops: tuple[Any, Any]) -> None:
    """After a merge; which of them speaks is not guessed."""
    one, other = laptops
    one.participants.add("P1")
    other.participants.add("P1")
    one.merge(other)
    one.add_source("a.txt", ("P1", "Yes."))
    report = one.speakers.link_by_name()
    assert report.linked == 0
    assert [each.label for each in report.unlinked] == ["P1"]


def test_two_laptops_that_link_one_label_make_one_link(laptops: tuple[Any, Any]) -> None:
    """Its id is derived from the source and the label."""
    one, other = laptops
    one.participants.add("P1")
    one.add_source("a.txt", ("P1", "Yes."))
    other.merge(one)
    one.speakers.link_by_name()
    other.speakers.link("a.txt", "P1", "P1")
    one.merge(other)
    assert links(one) == {("a.txt", "P1"): ("P1", "participant")}
