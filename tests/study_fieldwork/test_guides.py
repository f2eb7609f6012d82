"""study.guides: versions whose topics keep their keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from crosscase.errors import MistakeOfUse, NotFound
from crosscase.formats.guide_files import read_guide
from crosscase.study import Study
from crosscase.testing import make_study
from tests.study_fieldwork.interviews import GUIDE, begun, turn_at


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    """A study with three interviews and a guide; it is sound when the test ends."""
    with begun(tmp_path) as made:
        yield made
        assert made.verify() == []


def keys(study: Study, guide: str) -> list[str]:
    """The keys of a guide's topics."""
    return [each.key for each in study.guides.topics(guide)]


def test_a_guide_has_a_version_and_topics_under_keys(study: Study) -> None:
    """Keys are made of the topics' names."""
    found = study.guides.get("leaders")
    assert (found.name, found.version) == ("Leaders", "1")
    assert keys(study, "Leaders") == ["role", "money", "data"]
    topic = study.guides.topics("Leaders")[2]
    assert (topic.questions, topic.probes) == (("What data do you use?",), ("Is it shared?",))


def test_a_new_version_keeps_the_keys_of_topics_that_go_on(study: Study) -> None:
    """By the name, by the key that is stated, or by a question they have in common."""
    study.guides.new_version(
        "Leaders",
        [
            {"topic": "money", "questions": ["Who paid?"]},
            {"topic": "Records", "questions": ["Something new?"], "key": "data"},
            {"topic": "Work and post", "questions": ["what is  your ROLE?"]},
            "Trust",
        ],
    )
    assert keys(study, "Leaders") == ["money", "data", "role", "trust"]
    assert keys(study, "Leaders@1") == ["role", "money", "data"]
    assert [(each.name, each.version) for each in study.guides.all()] == [
        ("Leaders", "1"),
        ("Leaders", "2"),
    ]
    assert study.guides.get("Leaders").replaces == study.guides.get("leaders@1").id
    assert study.guides.get("Leaders 1") == study.guides.get("Leaders@1")
    with pytest.raises(NotFound, match="has no version 7"):
        study.guides.get("Leaders@7")


def test_a_new_topic_never_takes_the_key_of_one_that_went(study: Study) -> None:
    """Otherwise two things that were asked would be counted as one."""
    study.guides.new_version("Leaders", [{"topic": "Role", "key": "post"}, "Role!"])
    assert keys(study, "Leaders") == ["post", "role-2"]


@pytest.mark.parametrize(
    ("topics", "slug"),
    [
        ([], "no-topics"),
        (["Money", "money"], "topic-twice"),
        ([{"topic": "A", "key": "x"}, {"topic": "B", "key": "x"}], "topic-twice"),
        ([{"topic": "A", "question": "?"}], "unknown-field"),
        ([{"topic": "A", "key": "a b"}], "bad-topic-key"),
        ([" "], "empty-name"),
    ],
)
def test_topics_that_say_nothing_clear_are_refused(
    study: Study, topics: list[object], slug: str
) -> None:
    """And nothing is stored."""
    before = study.heads
    with pytest.raises(MistakeOfUse) as caught:
        study.guides.add("Others", topics=topics)  # type: ignore[arg-type]
    assert caught.value.slug == slug
    assert study.heads == before


def test_names_and_versions_are_taken_once(study: Study) -> None:
    """A second guide of a name would be a version of it."""
    with pytest.raises(MistakeOfUse, match="a guide “Leaders” already"):
        study.guides.add("leaders", topics=["X"])
    with pytest.raises(MistakeOfUse, match="has a version 1 already"):
        study.guides.new_version("Leaders", ["X"], version="1")


def test_a_change_mends_one_version_and_renames_all(study: Study) -> None:
    """Topics keep their keys here too; what is not given stays."""
    study.guides.new_version("Leaders", GUIDE)
    study.guides.change("Leaders@2", name="System leaders", description="An hour.")
    assert {each.name for each in study.guides.all()} == {"System leaders"}
    assert [each.description for each in study.guides.all()] == [None, "An hour."]
    study.guides.change("System leaders", topics=[{"topic": "Pay", "key": "money"}, "Role"])
    assert keys(study, "System leaders") == ["money", "role"]
    assert study.guides.change("System leaders", version="2") is None
    with pytest.raises(MistakeOfUse, match="has a version 1 already"):
        study.guides.change("System leaders", version="1")


def test_a_topic_with_linked_turns_stays_in_its_version(study: Study) -> None:
    """Its turns would point nowhere."""
    study.topics.confirm("P01.txt", [(turn_at(study, "P01.txt", 3), "money")])
    with pytest.raises(MistakeOfUse, match="1 turn is linked to the topic “Money”"):
        study.guides.change("Leaders", topics=["Role"])
    study.guides.new_version("Leaders", ["Role"])


def test_a_version_that_is_removed_comes_back_by_undo_redo_and_restore(study: Study) -> None:
    """With the turns that were linked to it."""
    study.topics.confirm("P02.txt", [(turn_at(study, "P02.txt", 1), "money")])
    before = study.topics.standing().rows()
    removed = study.guides.get("Leaders").id
    study.guides.remove("Leaders")
    assert study.guides.all() == []
    with pytest.raises(NotFound, match="no interview guide yet"):
        study.topics.standing()
    study.undo()
    assert study.topics.standing().rows() == before
    study.redo()
    study.guides.restore(removed)
    assert study.topics.standing().rows() == before
    assert study.guides.restore("Leaders") is None


def test_versions_of_two_laptops_are_told_apart_after_a_merge(tmp_path: Path) -> None:
    """Both stay; the later one is meant by the name."""
    with begun(tmp_path) as one:
        path = tmp_path / "copy" / "study.crosscase"
        path.parent.mkdir()
        one.copy(path)
        with make_study(path.parent, person="Ben", open_again=True) as other:
            one.guides.new_version("Leaders", ["Money"])
            other.guides.new_version("Leaders", ["Trust"])
            one.merge(path)
            assert len(one.guides.all()) == 3
            assert one.guides.get("Leaders") == one.guides.all()[-1]
            with pytest.raises(MistakeOfUse, match="guides are called"):
                one.guides.get("Leaders@2")
        assert one.verify() == []


def test_a_file_makes_a_guide_and_then_new_versions_of_it(study: Study) -> None:
    """What was printed is read again with its keys."""
    text = study.guides.to_markdown("Leaders")
    text = text.replace("Is it shared?", "Is it shared at all?")
    again = study.guides.import_file(read_guide(text.encode(), "guide.md"))
    assert (again.version, keys(study, again.id)) == ("2", ["role", "money", "data"])
    other = read_guide(b"topic,question\nCare,Who cares?\n", "nurses.csv")
    with pytest.raises(MistakeOfUse, match="does not say what the guide is called"):
        study.guides.import_file(other)
    made = study.guides.import_file(other, "Nurses", version="pilot")
    assert (made.name, made.version) == ("Nurses", "pilot")


def test_a_file_that_says_what_a_version_says_makes_no_other_one(study: Study) -> None:
    """Nor does that of an earlier version, by the number in it; a number that is given does."""
    first = study.guides.get("Leaders")
    text = study.guides.to_markdown("Leaders")
    before = study.heads
    file = read_guide(text.encode(), "guide.md")
    assert study.guides.import_file(file) == first
    assert study.heads == before
    second = study.guides.new_version("Leaders", ["Trust"])
    assert study.guides.import_file(file) == first
    plain = read_guide(b"topic,question\nTrust,\n", "guide.csv")
    assert study.guides.import_file(plain, "Leaders") == second
    third = study.guides.import_file(plain, "Leaders", version="final")
    assert (third.version, third.replaces) == ("final", second.id)
    assert [each.version for each in study.guides.all()] == ["1", "2", "final"]


def test_a_guide_added_on_two_laptops_is_one_after_a_merge(tmp_path: Path) -> None:
    """The same file is the same version, a later one of it too; another file is another."""
    files = [b"# Nurses\n\n## Care\n\n- Who cares?\n", b"# Nurses\n\n## Care\n\n- Who pays?\n"]
    with begun(tmp_path) as one:
        path = tmp_path / "copy" / "study.crosscase"
        path.parent.mkdir()
        one.copy(path)
        with make_study(path.parent, person="Ben", open_again=True) as other:
            for each in files:
                one.guides.import_file(read_guide(each, "a.md"))
            for each in files:
                other.guides.import_file(read_guide(each, "b.md"))
            one.merge(path)
            other.merge(tmp_path / "study.crosscase")
            for copy in (one, other):
                named = [(guide.name, guide.version) for guide in copy.guides.all()]
                assert named == [("Leaders", "1"), ("Nurses", "1"), ("Nurses", "2")]
                assert (copy.conflicts(), copy.verify()) == ([], [])


def test_a_guide_is_added_again_once_it_was_removed_or_renamed(study: Study) -> None:
    """What it was before stays what it is; undone, the same version comes again."""
    old = study.guides.get("Leaders")
    study.guides.remove("Leaders")
    new = study.guides.add("Leaders", topics=GUIDE)
    assert new.id != old.id
    study.guides.change("Leaders", name="System leaders")
    assert study.guides.add("Leaders", topics=GUIDE).id not in (old.id, new.id)
    made = study.guides.add("Others", topics=["X"])
    study.undo()
    assert study.guides.add("Others", topics=["X"]).id == made.id
    assert study.verify() == []


def test_an_interview_names_its_guide_as_topics_do(study: Study) -> None:
    """By the name alone the newest version is meant."""
    newest = study.guides.new_version("Leaders", GUIDE)
    assert study.activities.add_interview(["P01"], guide="Leaders").guide == newest.id
    first = study.guides.get("Leaders@1").id
    assert study.activities.add_interview(["P02"], guide="Leaders@1").guide == first
