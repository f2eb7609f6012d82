"""The quote bank: chosen words follow their passages, and say when these are no longer theirs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from crosscase.errors import CrosscaseError, MistakeOfUse, NotFound
from crosscase.store.verifying import verify_file
from crosscase.study import Study
from tests.quotes.making import ANN, make_talks, opened_copy


@pytest.fixture(scope="module")
def talks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed study with talks, to be copied."""
    folder = tmp_path_factory.mktemp("talks")
    make_talks(folder).close()
    return folder


@pytest.fixture
def study(talks: Path, tmp_path: Path) -> Iterator[Study]:
    """Talks with two participants at two sites, with a finding."""
    with opened_copy(talks, tmp_path) as opened:
        yield opened


def _correct(study: Study, source: str, old: str, new: str) -> None:
    text = study.sources.text(source)
    assert old in text
    study.sources.correct(source, text.replace(old, new))


def test_a_passage_is_chosen_in_its_own_words(study: Study) -> None:
    chosen = study.quotes.choose("ann.txt", quote="the old hospital was closed", finding="F1")
    assert (chosen.name, chosen.words) == ("Q1", "the old hospital was closed")
    assert (chosen.match.standing, chosen.finding_name) == ("verbatim", "F1")
    assert [name for _, name in chosen.match.participants] == [ANN]
    assert study.quotes.all("F1") == (study.quotes.get("Q1"),)
    assert not verify_file(study._session.file)


def test_names_of_speakers_are_not_among_the_words(study: Study) -> None:
    chosen = study.quotes.choose("ann.txt", quote="I loved it.\n\nInterviewer: Really?\n\nP01: Yes")
    assert chosen.words == "I loved it. Really? Yes"
    assert (chosen.match.standing, chosen.match.interviewer) == ("verbatim", True)


def test_an_ellipsis_over_the_interviewer_leaves_only_the_participant(study: Study) -> None:
    chosen = study.quotes.choose(
        "ann.txt",
        quote="I loved it.\n\nInterviewer: Really?\n\nP01: Yes",
        words="I loved it. [...] Yes",
    )
    assert (chosen.match.standing, chosen.match.interviewer) == ("edited", False)


def test_a_correction_elsewhere_moves_the_passage(study: Study) -> None:
    before = study.quotes.choose("ann.txt", quote="the old hospital was closed")
    _correct(study, "ann.txt", "We had no money", "We really had no money at all")
    after = study.quotes.get("Q1")
    assert (after.match.standing, after.said) == ("verbatim", "the old hospital was closed")
    assert after.start_char > before.start_char


def test_a_corrected_word_makes_the_quote_differ(study: Study) -> None:
    study.quotes.choose("ann.txt", quote="the old hospital was closed by the board in May")
    _correct(study, "ann.txt", "in May", "in June")
    found = study.quotes.get("Q1")
    assert found.match.standing == "differs"
    assert found.match.says == "one word differs from the transcript: “May” for “June”"


def test_words_that_were_cut_out_make_the_quote_absent(study: Study) -> None:
    study.quotes.choose("ann.txt", quote="the old hospital was closed by the board in May")
    _correct(study, "ann.txt", ", and the old hospital was closed by the board in May", "")
    found = study.quotes.get("Q1")
    assert (found.match.standing, found.place, found.attribution) == ("absent", None, None)


def test_words_that_moved_within_the_source_are_found_there(study: Study) -> None:
    study.quotes.choose("ann.txt", quote="the old hospital was closed by the board in May")
    _correct(study, "ann.txt", ", and the old hospital was closed by the board in May", "")
    _correct(
        study, "ann.txt", "I loved it.",
        "I loved it. And the old hospital was closed by the board in May.",
    )  # fmt: skip
    found = study.quotes.get("Q1")
    assert (found.match.standing, found.said) == (
        "verbatim",
        "the old hospital was closed by the board in May",
    )


def test_a_quote_is_changed_removed_and_restored(study: Study) -> None:
    study.quotes.choose("ann.txt", quote="the old hospital was closed")
    study.quotes.change("Q1", words="[T]he [place X] was closed", finding="F1", against=True)
    found = study.quotes.get("Q1")
    assert (found.match.standing, found.finding_name, found.against) == ("edited", "F1", True)
    study.quotes.change("Q1", finding=None, words=None, name="Q-closed", note="for the title")
    found = study.quotes.get("Q-closed")
    assert (found.words, found.finding, found.note) == (
        "the old hospital was closed", None, "for the title",
    )  # fmt: skip
    study.quotes.remove("Q-closed")
    assert study.quotes.all() == ()
    assert study.quotes.choose("bea.txt", quote="I hated it").name == "Q1"
    study.quotes.restore("Q-closed")
    assert len(study.quotes.all()) == 2
    study.undo()
    assert len(study.quotes.all()) == 1
    assert not verify_file(study._session.file)


def test_numbers_of_removed_quotes_are_not_given_again(study: Study) -> None:
    study.quotes.choose("ann.txt", quote="I loved it")
    study.quotes.remove("Q1")
    assert study.quotes.choose("bea.txt", quote="I hated it").name == "Q2"


@pytest.mark.parametrize(
    ("given", "slug"),
    [
        ({"words": "[...]"}, "empty-quote"),
        ({"words": "[they]"}, "empty-quote"),
        ({"words": "word " * 2_001}, "quote-too-long"),
        ({"name": "two words"}, "bad-name"),
        ({"name": "Q1"}, "name-taken"),
        ({"finding": "F9"}, "finding-not-found"),
    ],
)
def test_what_cannot_be_quoted_is_refused(study: Study, given: dict[str, Any], slug: str) -> None:
    study.quotes.choose("ann.txt", quote="I loved it")
    with pytest.raises(CrosscaseError) as told:
        study.quotes.choose("ann.txt", quote="the old hospital", **given)
    assert told.value.slug == slug
    assert len(study.quotes.all()) == 1


def test_words_are_found_wherever_they_were_said(study: Study) -> None:
    found = study.quotes.check("I hated it […] nobody ever asked us")
    assert (found.standing, found.place and found.place.source_name) == ("edited", "bea.txt")
    assert study.quotes.check("I hated it", source="ann.txt").standing == "absent"
    assert study.quotes.check("nobody ever asked us about the closing").standing == "verbatim"
    assert study.quotes.check("nobody ever told us about the closing").standing == "differs"
    assert study.quotes.check("never said in any of these talks").standing == "absent"
    with pytest.raises(MistakeOfUse):
        study.quotes.check("…")
    with pytest.raises(NotFound):
        study.quotes.check("words", source="nowhere.txt")


def test_withdrawal_hides_quotes_and_lifting_shows_them(study: Study) -> None:
    study.quotes.choose("ann.txt", quote="I loved it", finding="F1")
    study.quotes.choose("bea.txt", quote="I hated it", finding="F1")
    study.withdrawals.withdraw(ANN)
    assert [each.name for each in study.quotes.all()] == ["Q2"]
    assert study.quotes.check("the old hospital was closed by the board").standing == "absent"
    assert study.findings.get("F1").quotes == 1
    study.withdrawals.lift(ANN)
    assert [each.name for each in study.quotes.all()] == ["Q1", "Q2"]


def test_a_participant_is_told_which_quotes_of_theirs_were_chosen(study: Study) -> None:
    study.quotes.choose("ann.txt", quote="I loved it", finding="F1", words="[She] loved it")
    study.quotes.choose("bea.txt", quote="I hated it")
    told = study.protection.access(ANN).to_text()
    assert "[She] loved it" in told
    assert "I hated it" not in told
    assert [each.name for each in study.withdrawals.preview(ANN).outputs.findings] == ["F1"]


def test_a_quote_beside_a_purged_person_loses_their_words(study: Study, tmp_path: Path) -> None:
    """The other's words stay; the log has none of the person's, earlier words included."""
    quote = "Well, we managed.\n\nP01: Swimmingly, thanks to flamingos"
    study.quotes.choose(
        "both.txt", quote=quote, words="we managed. Swimmingly, thanks […] flamingos"
    )
    traces = study.traces(ANN, keep_others=True).traces
    assert ("quote", ("words",)) in {(each.kind, each.fields) for each in traces}
    study.purge_participant(ANN, [each.id for each in traces], keep_others=True)
    (left,) = study.quotes.all()
    assert "we managed" in left.words
    assert "flamingo" not in left.words
    study.close()
    for file in tmp_path.glob("study.crosscase*"):
        assert b"flamingo" not in file.read_bytes()


def test_two_quotes_of_one_name_are_told_after_a_merge(
    study: Study, talks: Path, tmp_path: Path
) -> None:
    (tmp_path / "other").mkdir()
    study.quotes.choose("ann.txt", quote="I loved it")
    with opened_copy(talks, tmp_path / "other", person="Ben") as other:
        other.quotes.choose("bea.txt", quote="I hated it")
    study.merge(tmp_path / "other" / "study.crosscase")
    assert [(each.name, each.shares_name) for each in study.quotes.all()] == [("Q1", True)] * 2
    with pytest.raises(MistakeOfUse, match="2 quotes are called"):
        study.quotes.get("Q1")
    study.quotes.change(study.quotes.all()[0].id, name="Q2")
    assert [each.name for each in study.quotes.all()] == ["Q1", "Q2"]


def test_a_table_of_quotes_is_taken_at_once(study: Study) -> None:
    rows = [
        ["I hated it", "", "F1", "yes", ""],
        ["the old hospital was shut by the board", "ann.txt", "", "", "Q7"],
        ["nowhere said in any of these talks at all", "", "", "", ""],
        ["I loved it", "ann.txt", "F9", "", ""],
        ["I loved it", "ann.txt", "", "", "q7"],
        ["I loved it", "ann.txt", "", "", ""],
        ["I loved it", "ann.txt", "", "", ""],
    ]
    columns = ["words", "source", "finding", "against", "name"]
    looked = study.quotes.import_table(columns, rows, dry_run=True)
    assert study.quotes.all() == ()
    done = study.quotes.import_table(columns, rows)
    assert (done.quotes, done.already_there, done.differing) == (3, 1, 1)
    assert looked.quotes == done.quotes
    assert [(line, error.slug) for line, error in done.refused] == [
        (4, "quote-not-found"), (5, "finding-not-found"), (6, "name-taken"),
    ]  # fmt: skip
    assert [each.name for each in study.quotes.all()] == ["Q1", "Q2", "Q7"]
    assert study.log()[0].sentence == "chose 3 quotes"
