"""Finishing: afterwards no byte of the study holds what is in the vault."""

from __future__ import annotations

from pathlib import Path

import pytest

from crosscase.errors import Conflict
from crosscase.study import Study
from crosscase.study_protection.review import decide_all
from crosscase.study_protection.vault import Vault
from crosscase.testing import make_study
from tests.study_protection.test_anonymising import make_vault, talked

NAMES = (b"Anna", b"Smith", b"Millbrook", b"12 March", b"1.4 million", b"millbrook")


def _bytes_beside(folder: Path, name: str = "study") -> bytes:
    """Every byte of a study: its file, its side files and its recordings."""
    files = [each for each in folder.rglob(f"{name}.*") if each.suffix != ".vault"]
    return b"\n".join(each.read_bytes() for each in files if each.is_file())


def _names_in(folder: Path, name: str = "study") -> list[bytes]:
    held = _bytes_beside(folder, name)
    return [each for each in NAMES if each in held or each.lower() in held]


def _revision(study: Study) -> str:
    """The revision that the interview has now."""
    return str(study.sources.detail("Anna Smith.txt").revision)


def _anonymise(study: Study, vault: Vault) -> None:
    while candidates := study.anonymising.propose(vault=vault):
        study.anonymising.apply(decide_all(candidates, everything=True), vault)


@pytest.fixture
def study(tmp_path: Path) -> Study:
    return talked(tmp_path)


def test_no_byte_of_the_study_holds_a_vaulted_word_afterwards(study: Study, tmp_path: Path) -> None:
    study.codes.add("Anna Smith is in charge", origin="in vivo")
    study.codes.add("to be removed: Anna Smith")
    study.codes.remove("to be removed: Anna Smith")
    study.memos.write("Smith, undone", "Anna said so")
    study.undo()
    study.attributes.add("employer", "text")
    study.attributes.set("Anna Smith", {"employer": "Millbrook Council"})
    study.queries.save("what Anna Smith says", 'participant:"Anna Smith"')
    study.sources.describe("Anna Smith.txt", note="Met at Millbrook Council.")
    vault = make_vault(study, tmp_path)
    assert _names_in(tmp_path)
    _anonymise(study, vault)
    assert study.anonymising.check(vault).is_clean
    assert not study.anonymising.check(vault).is_finished
    before = sorted(each.text for each in study.query("code:trust").passages)
    done = study.anonymising.finish(vault)
    assert done.purge is not None and done.purge.is_scrubbed
    assert done.moved >= 2 and not done.lost
    assert study.verify() == []
    assert study.anonymising.check(vault).is_finished
    assert _names_in(tmp_path) == []
    assert sorted(each.text for each in study.query("code:trust").passages) == before
    assert [each.text[:18] for each in study.query("code:beginnings").passages] == [
        "It began on [date]"
    ]
    assert study.participants.all()[0].name == "P01"
    assert study.speakers.all()[1].participant is not None
    assert [each.text for each in study.query("trusted").passages] != []
    assert list(study.query("millbrook").passages) == []
    study.close()
    assert _names_in(tmp_path) == []
    assert any(b"Anna Smith" in each.data for each in vault.originals)
    with make_study(tmp_path, open_again=True) as again:
        assert again.verify() == []
        assert again.anonymising.finish(vault).purge is None


def test_finishing_is_refused_while_a_vaulted_word_still_shows(
    study: Study, tmp_path: Path
) -> None:
    vault = make_vault(study, tmp_path)
    _anonymise(study, vault)
    study.memos.write("A note", "I met Anna Smith.")
    before = study.heads
    with pytest.raises(Conflict) as error:
        study.anonymising.finish(vault)
    assert error.value.slug == "vaulted-words-left"
    assert study.heads == before


def test_undoing_the_review_afterwards_brings_no_word_back(study: Study, tmp_path: Path) -> None:
    vault = make_vault(study, tmp_path)
    _anonymise(study, vault)
    review = next(each for each in study.log() if "anonymised" in each.sentence)
    study.anonymising.finish(vault)
    text = study.sources.text("P01.txt")
    study.undo(review.operation)
    assert study.sources.text("P01.txt") == text
    assert study.speakers.all()[1].participant is not None
    assert study.verify() == []
    assert _names_in(tmp_path) == []


def test_the_original_file_goes_into_the_vault(tmp_path: Path) -> None:
    study = make_study(tmp_path)
    (tmp_path / "talk.txt").write_text("A: Anna Smith came.\n\nB: Yes, she came.\n")
    study.sources.add(tmp_path / "talk.txt", originals="keep")
    study.participants.add("Anna Smith")
    vault = make_vault(study, tmp_path)
    _anonymise(study, vault)
    assert study.anonymising.check(vault).original_files == ("talk.txt",)
    study.anonymising.finish(vault)
    assert study.anonymising.check(vault).is_finished
    assert study.verify() == []
    assert [each.data[:13] for each in vault.originals if each.sort == "file"] == [b"A: Anna Smith"]
    assert _names_in(tmp_path) == []


@pytest.mark.parametrize("into_the_old_one", [True, False])
def test_an_unpurged_copy_cannot_bring_the_words_back_and_its_late_codings_are_listed(
    study: Study, tmp_path: Path, into_the_old_one: bool
) -> None:
    study.copy(tmp_path / "other.crosscase")
    vault = make_vault(study, tmp_path)
    _anonymise(study, vault)
    study.anonymising.finish(vault)
    with make_study(tmp_path, name="other", person="Ben", open_again=True) as other:
        other.codings.add("Anna Smith.txt", "trust", quote="And then?")
        other.cases.rename("Anna Smith", "Anna J Smith")
        other.sources.correct(
            "Anna Smith.txt", other.sources.text("Anna Smith.txt").replace("began", "started")
        )
        if into_the_old_one:
            other.merge(tmp_path / "study.crosscase")
        else:
            study.merge(tmp_path / "other.crosscase")
        work, name = (other, "other") if into_the_old_one else (study, "study")
        assert work.verify() == []
        assert [each.name for each in work.participants.all()] == ["P01"]
        assert "It began on [date]" in work.sources.text("P01.txt")
        late = [each for each in work.conflicts() if each.sort == "purged"]
        assert len(late) == 1 and late[0].sentence.startswith("1 coding was made on words")
        assert _names_in(tmp_path, name) == []
    assert study.verify() == []


def test_two_copies_that_both_finished_merge_into_one_study(study: Study, tmp_path: Path) -> None:
    vault = make_vault(study, tmp_path)
    _anonymise(study, vault)
    study.copy(tmp_path / "other.crosscase")
    study.anonymising.finish(vault)
    with make_study(tmp_path, name="other", person="Ben", open_again=True) as other:
        other.anonymising.finish(vault)
        other.merge(tmp_path / "study.crosscase")
        study.merge(tmp_path / "other.crosscase")
        for work in (study, other):
            assert work.verify() == []
            assert [each.name for each in work.participants.all()] == ["P01"]
            assert [each.text for each in work.query("code:trust").passages] == [
                "we trusted each other"
            ]
        assert study.sources.text("P01.txt") == other.sources.text("P01.txt")
    assert _names_in(tmp_path) == []


def test_the_past_of_a_finished_study_can_be_looked_at_and_has_no_words(
    study: Study, tmp_path: Path
) -> None:
    vault = make_vault(study, tmp_path)
    first = study.heads
    _anonymise(study, vault)
    study.anonymising.finish(vault)
    with study.as_of(first) as past:
        assert [each.name for each in past.participants.all()] == []
    for entry in study.log():
        study.operation(entry.operation)
        study.history(study.participants.all()[0].id, told=True)
    assert "Anna" not in str([study.operation(each.operation) for each in study.log()])
    assert study.preview_undo(study.log()[2].operation) is not None


def test_finishing_waits_while_somebodys_withdrawal_stands(study: Study, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text("Interviewer: Who?\n\nBo: Nobody.\n")
    study.sources.add(tmp_path / "other.txt")
    study.participants.add("Bo")
    study.speakers.link_by_name()
    vault = make_vault(study, tmp_path)
    study.withdrawals.withdraw("Bo")
    _anonymise(study, vault)
    with pytest.raises(Conflict) as error:
        study.anonymising.finish(vault)
    assert error.value.slug == "withdrawal-stands"
    study.withdrawals.lift("Bo")
    _anonymise(study, vault)
    assert study.anonymising.finish(vault).purge is not None
    assert study.verify() == []


def test_links_evidence_exceptions_and_first_incidents_move_along(
    study: Study, tmp_path: Path
) -> None:
    text = study.sources.text("Anna Smith.txt")
    start = text.index("Then we trusted")
    place = (start, start + len("Then we trusted"))
    study.speakers.link("Anna Smith.txt", "Anna Smith", role="other", passage=place)
    study.codes.add("pots", first_incident=(_revision(study), *place))
    study.memos.write("Here", "it is", passage=("Anna Smith.txt", *place))
    vault = make_vault(study, tmp_path)
    _anonymise(study, vault)
    study.anonymising.finish(vault)
    now = study.sources.text("P01.txt")
    memo = next(each for each in study.memos.all() if each.title == "Here")
    at = study.memos.passage(memo.id)
    assert at is not None and now[at.start_char : at.end_char] == "Then we trusted"
    [exception] = study.speakers.exceptions()
    assert exception.passage is not None and exception.label == "P01"
    assert now[exception.passage.start_char : exception.passage.end_char] == "Then we trusted"
    incident = study.codes.get("pots").first_incident
    assert incident is not None
    assert now[incident.start_char : incident.end_char] == "Then we trusted"
    assert study.verify() == []
    assert _names_in(tmp_path) == []


def test_a_link_of_a_label_that_comes_late_does_not_stand_in_the_way(
    study: Study, tmp_path: Path
) -> None:
    study.speakers.link("Anna Smith.txt", "Anna Smith")
    study.copy(tmp_path / "other.crosscase")
    vault = make_vault(study, tmp_path)
    _anonymise(study, vault)
    with make_study(tmp_path, name="other", person="Ben", open_again=True) as other:
        other.speakers.link("Anna Smith.txt", "Anna Smith", "Anna Smith")
    study.merge(tmp_path / "other.crosscase")
    study.anonymising.finish(vault)
    assert study.verify() == []
    assert _names_in(tmp_path) == []


@pytest.mark.parametrize("into_the_old_one_first", [True, False])
def test_a_copy_that_codes_and_corrects_the_replaced_place_merges_both_ways_without_words(
    study: Study, tmp_path: Path, into_the_old_one_first: bool
) -> None:
    study.copy(tmp_path / "other.crosscase")
    vault = make_vault(study, tmp_path)
    _anonymise(study, vault)
    study.anonymising.finish(vault)
    with make_study(tmp_path, name="other", person="Ben", open_again=True) as other:
        # On the very words that were replaced: a coding, a correction, and one on the new words.
        other.codings.add("Anna Smith.txt", "trust", quote="at Millbrook Council")
        other.codings.add("Anna Smith.txt", "trust", quote="And then?")
        text = other.sources.text("Anna Smith.txt")
        other.sources.correct(
            "Anna Smith.txt",
            text.replace("at Millbrook Council", "at old Millbrook Borough Council"),
            note="Anna Smith said so",
        )
        other.codings.add("Anna Smith.txt", "beginnings", quote="old Millbrook Borough")
        other.memos.write("By Ben", "Anna Smith was clear.", about="Anna Smith.txt")
        other.codes.add("Anna Smith's way", definition="as Smith does it")
        other.codings.add("Anna Smith.txt", "Anna Smith's way", quote="Then we trusted each other")
        copies = [(other, "study"), (study, "other")]
        for work, name in copies if into_the_old_one_first else copies[::-1]:
            work.merge(tmp_path / f"{name}.crosscase")
        for work in (study, other):
            assert work.verify() == []
            [late] = [each for each in work.conflicts() if each.sort == "purged"]
            assert late.sentence.startswith("4 codings were made on words")
            # Ben's own words came too; the check finds them, and another round takes them out.
            assert {(each.kind, each.field) for each in work.anonymising.check(vault).shown} == {
                ("memo", "text"), ("code", "name"), ("code", "definition")
            }  # fmt: skip
        assert study.sources.text("P01.txt") == other.sources.text("P01.txt")
        _anonymise(study, vault)
        study.anonymising.finish(vault)
        other.merge(tmp_path / "study.crosscase")
        study.merge(tmp_path / "other.crosscase")
        for work, name in ((study, "study"), (other, "other")):
            assert work.verify() == []
            assert work.anonymising.check(vault).is_finished
            assert _names_in(tmp_path, name) == []
            assert [each.text for each in work.query("code:trust").passages] == [
                "we trusted each other"
            ]
