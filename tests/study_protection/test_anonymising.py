"""Anonymising a study at work: proposing, reviewing, applying, undoing, merging and checking."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from crosscase.errors import Conflict, MistakeOfUse
from crosscase.formats.sealed_file import Cost
from crosscase.formats.tables import read_table
from crosscase.intake.replacements import Replacement
from crosscase.study import Study
from crosscase.study_protection.candidates import Candidate
from crosscase.study_protection.review import decide_all, review_rows, review_table
from crosscase.study_protection.vault import Vault
from crosscase.testing import counted_randomness, make_study

CHEAP = Cost(64, 1, 1)
PASSPHRASE = "four horses by the river"
TALK = """Interviewer: How did it begin, Anna?

Anna Smith: It began on 12 March 2024 at Millbrook Council, with £1.4 million.
Smith is my name; write to anna@millbrook.example.

Interviewer: And then?

Anna Smith: Then we trusted each other.
"""


def make_vault(study: Study, folder: Path) -> Vault:
    """A vault beside the study that costs nothing to open."""
    return Vault.create(
        folder / "study.vault", study.id, PASSPHRASE,
        randomness=counted_randomness("vault"), cost=CHEAP,
    )  # fmt: skip


def talked(folder: Path | None) -> Study:
    """A study with one interview, its speaker, a case, a memo and codings."""
    study = make_study(folder)
    files = folder or Path()
    (files / "Anna Smith.txt").write_text(TALK, encoding="utf-8")
    study.sources.add(files / "Anna Smith.txt")
    study.participants.add("Anna Smith")
    study.cases.add("Millbrook Council", "organisation")
    study.speakers.link_by_name()
    study.codes.add("trust")
    study.codes.add("beginnings")
    study.codings.add("Anna Smith.txt", "trust", quote="we trusted each other")
    study.codings.add(
        "Anna Smith.txt", "beginnings", quote="It began on 12 March 2024 at Millbrook Council"
    )
    study.memos.write("About Anna Smith", "Anna Smith knows Millbrook Council well.")
    return study


@pytest.fixture
def study(tmp_path: Path) -> Study:
    return talked(tmp_path)


def _accepted(study: Study, vault: Vault, **how: object) -> list[Candidate]:
    return decide_all(study.anonymising.propose(vault=vault, **how), everything=True)  # type: ignore[arg-type]


def test_names_and_telling_words_are_proposed_with_their_places(study: Study) -> None:
    found = study.anonymising.propose()
    by_place = {(each.kind, each.field, each.found): each.replacement for each in found}
    assert by_place["source", "speaker label", "Anna Smith"] == "P01"
    assert by_place["source", "text", "Anna"] == "P01"
    assert by_place["source", "text", "Smith"] == "P01"
    assert by_place["source", "text", "Millbrook Council"] == "[organisation A]"
    assert by_place["source", "text", "12 March 2024"] == "[date]"
    assert by_place["source", "text", "£1.4 million"] == "[£X]"
    assert by_place["source", "text", "anna@millbrook.example"] == "[e-mail]"
    assert by_place["source", "name", "Anna Smith"] == "P01"
    assert by_place["source", "file_name", "Anna Smith"] == "P01"
    assert by_place["case", "name", "Anna Smith"] == "P01"
    assert by_place["memo", "title", "Anna Smith"] == "P01"
    assert by_place["memo", "text", "Millbrook Council"] == "[organisation A]"
    text = study.sources.text("Anna Smith.txt")
    for each in found:
        if each.field == "text" and each.kind == "source":
            assert text[each.start_char : each.end_char] == each.found
    assert study.sources.text("Anna Smith.txt") == text


def test_a_review_replaces_words_everywhere_and_carries_the_codings(
    study: Study, tmp_path: Path
) -> None:
    vault = make_vault(study, tmp_path)
    done = study.anonymising.apply(_accepted(study, vault), vault)
    assert [each.name for each in study.sources.all()] == ["P01.txt"]
    text = study.sources.text("P01.txt")
    assert "P01: It began on [date] at [organisation A], with [£X].\nP01 is my name" in text
    assert "Anna" not in text and "Smith" not in text and "example" not in text
    assert study.speakers.all()[1].label == "P01"
    assert study.speakers.all()[1].participant is not None
    assert [each.name for each in study.participants.all()] == ["P01"]
    [trust, began] = sorted(study.query("code:trust or code:beginnings").passages,
                            key=lambda each: -each.start_char)  # fmt: skip
    assert trust.text == "we trusted each other"
    assert began.text.startswith("It began on [date]")
    assert len(done.touched) == 1 and not done.lost and done.kept == 1
    [memo] = study.memos.all()
    assert memo.title == "About P01"
    assert study.memos.text(memo.id) == "P01 knows [organisation A] well."
    assert study.verify() == []
    assert study.anonymising.check(vault).is_clean
    again = Vault.open(vault.path, PASSPHRASE, study=study.id, randomness=counted_randomness())
    assert again.lookup("P01")[0].real == "Anna Smith"
    assert {each.original for each in again.replacements} >= {"12 March 2024", "Anna Smith"}
    assert again.replacements[0].person == "Ama"
    assert any(TALK.strip() in each.data.decode() for each in again.originals)


def test_undo_brings_everything_back_and_redo_replaces_it_again(
    study: Study, tmp_path: Path
) -> None:
    vault = make_vault(study, tmp_path)
    before = study.sources.text("Anna Smith.txt")
    study.anonymising.apply(_accepted(study, vault), vault)
    after = study.sources.text("P01.txt")
    study.undo()
    assert study.sources.text("Anna Smith.txt") == before
    assert study.speakers.all()[1].participant is not None
    assert not study.anonymising.check(vault).is_clean
    study.redo()
    assert study.sources.text("P01.txt") == after
    assert study.verify() == []


def test_a_review_survives_a_spreadsheet_with_its_decisions(study: Study, tmp_path: Path) -> None:
    vault = make_vault(study, tmp_path)
    table = review_table(study.anonymising.propose())
    lines = table.splitlines()
    lines = [lines[0]] + [
        line.replace(",", "accept,", 1) if "[date]" in line else line.replace(",", "refuse,", 1)
        for line in lines[1:]
    ]
    lines = [line.replace("[date]", "early 2024") for line in lines]
    read = read_table("\n".join(lines).encode(), "review.csv")
    reviewed = review_rows(read.columns, read.rows)
    done = study.anonymising.apply(reviewed, vault)
    assert done.replaced == 1 and done.refused == len(lines) - 2
    assert "It began on early 2024 at Millbrook" in study.sources.text("Anna Smith.txt")
    assert "Anna Smith" in vault.left_standing
    assert study.anonymising.check(vault).is_clean


def test_a_review_that_is_out_of_date_is_refused_and_nothing_is_stored(
    study: Study, tmp_path: Path
) -> None:
    vault = make_vault(study, tmp_path)
    reviewed = _accepted(study, vault)
    study.sources.correct("Anna Smith.txt", TALK.replace("And then?", "And after that?"))
    before = study.heads
    with pytest.raises(Conflict) as error:
        study.anonymising.apply(reviewed, vault)
    assert error.value.slug == "changed-since-review"
    assert study.heads == before
    assert not vault.replacements


def test_only_the_listed_words_can_be_accepted_at_once(study: Study, tmp_path: Path) -> None:
    vault = make_vault(study, tmp_path)
    listed = [Replacement("Millbrook Council", "[council]")]
    candidates = study.anonymising.propose(replacements=listed)
    study.anonymising.apply(decide_all(candidates, listed=True), vault)
    text = study.sources.text("Anna Smith.txt")
    assert "at [council], with £1.4 million" in text
    assert "Anna Smith: It began" in text


def test_two_people_never_get_one_name(study: Study, tmp_path: Path) -> None:
    study.participants.add("Bob Jones")
    vault = make_vault(study, tmp_path)
    listed = [Replacement("Anna Smith", "P07"), Replacement("Bob Jones", "P07")]
    candidates = study.anonymising.propose(replacements=listed, names=False)
    with pytest.raises(MistakeOfUse) as error:
        study.anonymising.apply(decide_all(candidates, listed=True), vault)
    assert error.value.slug == "name-taken"


def test_a_later_interview_gets_the_pseudonyms_of_the_vault(study: Study, tmp_path: Path) -> None:
    vault = make_vault(study, tmp_path)
    study.anonymising.apply(_accepted(study, vault), vault)
    (tmp_path / "second.txt").write_text("Interviewer: Who?\n\nB: Ask anna smith.\n")
    study.sources.add(tmp_path / "second.txt")
    assert not study.anonymising.check(vault).is_clean
    found = study.anonymising.propose(["second.txt"], vault=vault)
    assert ("anna smith", "P01") in {(each.found, each.replacement) for each in found}


def test_merging_a_copy_that_was_coded_meanwhile_keeps_its_codings(
    study: Study, tmp_path: Path
) -> None:
    study.copy(tmp_path / "other.crosscase")
    vault = make_vault(study, tmp_path)
    study.anonymising.apply(_accepted(study, vault), vault)
    with make_study(tmp_path, name="other", person="Ben", open_again=True) as other:
        other.codings.add("Anna Smith.txt", "beginnings", quote="Then we")
    study.merge(tmp_path / "other.crosscase")
    texts = {each.text for each in study.query("code:beginnings").passages}
    assert "Then we" in texts
    assert study.verify() == []


def test_a_vault_of_another_study_is_refused(study: Study, tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    with make_study(tmp_path / "b", name="else") as other:
        vault = Vault.create(
            tmp_path / "b.vault", other.id.replace("0", "1"), PASSPHRASE,
            randomness=counted_randomness(), cost=CHEAP,
        )  # fmt: skip
    with pytest.raises(Conflict) as error:
        study.anonymising.check(vault)
    assert error.value.slug == "vault-of-another-study"


def test_a_spreadsheet_may_write_a_day_in_its_own_form(study: Study, tmp_path: Path) -> None:
    vault = make_vault(study, tmp_path)
    candidates = study.anonymising.propose(names=False)
    [day] = [each for each in candidates if each.sort == "date"]
    mangled = replace(day, found="12-Mar-24", decision="accept")
    study.anonymising.apply([mangled], vault)
    assert "It began on [date] at" in study.sources.text("Anna Smith.txt")
    assert vault.replacements[0].original == "12 March 2024"


def test_a_name_that_is_a_common_word_is_looked_for_as_it_is_written(
    study: Study, tmp_path: Path
) -> None:
    vault = make_vault(study, tmp_path)
    vault.add_key("P05", "May")
    vault.add_key("P06", "Jo Marsh")
    study.memos.write("A note", "It may be that jo marsh and MAY were there.")
    left = {each.found for each in study.anonymising.check(vault).shown}
    assert left == {"jo marsh", "MAY"}


def test_a_list_and_a_vault_decide_before_what_is_suggested(study: Study, tmp_path: Path) -> None:
    vault = make_vault(study, tmp_path)
    vault.add_key("P77", "Anna Smith")
    found = study.anonymising.propose(
        vault=vault, replacements=[Replacement("Millbrook Council", "[a council]")]
    )
    suggested = {(each.found, each.replacement) for each in found}
    assert {("Anna Smith", "P77"), ("Millbrook Council", "[a council]")} <= suggested
    assert ("Anna", "P77") in suggested


def test_a_first_name_alone_is_still_proposed_when_its_person_has_a_pseudonym(
    study: Study, tmp_path: Path
) -> None:
    vault = make_vault(study, tmp_path)
    named = [
        each.decided("accept") for each in study.anonymising.propose() if each.found == "Anna Smith"
    ]
    study.anonymising.apply(named, vault)
    again = {(each.found, each.replacement) for each in study.anonymising.propose(vault=vault)}
    assert {("Anna", "P01"), ("Smith", "P01")} <= again


def test_no_word_of_a_label_that_is_a_role_is_taken_for_a_name(
    study: Study, tmp_path: Path
) -> None:
    talk = tmp_path / "role.txt"
    said = "Trust associate director: We trust the Trust.\n\n"
    talk.write_text(f"Interviewer: Well?\n\n{said}Interviewer: Yes?\n\n{said}", encoding="utf-8")
    study.sources.add(talk)
    found = {each.found for each in study.anonymising.propose()}
    assert "Trust associate director" in found
    assert "Trust" not in found


def test_a_word_of_the_labels_of_two_people_names_both_for_the_reviewer(
    study: Study, tmp_path: Path
) -> None:
    for number, person in enumerate(("P07", "P19")):
        said = "Council Lead: I am the Lead of Leeming.\n\n"
        talk = tmp_path / f"two{number}.txt"
        talk.write_text(f"Interviewer: {number}?\n\n{said}Interviewer: Yes?\n\n{said}", "utf-8")
        study.sources.add(talk)
        study.participants.add(person)
        study.speakers.link(talk.name, "Council Lead", person)
    found = {(each.name, each.found, each.replacement) for each in study.anonymising.propose()}
    assert ("two1.txt", "Lead", "[P07 or P19]") in found
    assert ("two0.txt", "Council Lead", "P07") in found
    assert ("two1.txt", "Council Lead", "P19") in found


def test_the_name_that_a_list_gave_is_not_replaced_a_second_time(
    study: Study, tmp_path: Path
) -> None:
    vault = make_vault(study, tmp_path)
    listed = [Replacement("Millbrook Council", "Riverside")]
    study.anonymising.apply(_accepted(study, vault, replacements=listed), vault)
    assert "Riverside" in {each.name for each in study.cases.all()}
    assert "Riverside" not in {each.found for each in study.anonymising.propose(vault=vault)}
    assert study.anonymising.check(vault).shown == ()
    assert study.verify() == []
