"""The annex and the access report: what the study holds, told from the study itself."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from crosscase.errors import NotFound
from crosscase.report.sections import SectionedDocument
from crosscase.study import Study
from tests.study_protection.inventing import place_of, study_of
from tests.study_protection.test_anonymising import talked


@pytest.fixture
def study(tmp_path: Path) -> Study:
    study = talked(tmp_path)
    study.participants.add("Bo", role="Nurse")
    study.consents.add("Anna Smith", version="2", day="2024-03-01", scope=["interview", "quoting"])
    study.contacts.add("Anna Smith", day="2024-02-01", channel="e-mail", outcome="agreed")
    study.referrals.add("Anna Smith", referred_by="Bo", day="2024-01-20")
    study.approvals.add(
        "Ethics", body="A committee", reference="24/007", day="2023-11-01",
        end_day="2025-12-31", retention_day="2034-12-31",
    )  # fmt: skip
    study.memos.write("On her", "Speaks openly.", about=f"case:{'Anna Smith'}")
    return study


def _rows(document: SectionedDocument, heading: str) -> list[tuple[object, ...]]:
    [section] = [each for each in document.sections if each.heading == heading]
    return [tuple(row) for row in section.rows]


def test_the_annex_counts_what_is_held_and_names_who_sees_it(study: Study) -> None:
    made = study.protection.annex()
    held = dict(_rows(made, "Personal data"))
    assert held["participants"] == 2
    assert held["consents"] == 1 and held["contacts"] == 1
    assert held["referrals: who named whom"] == 1
    assert held["participants with “role”"] == 1
    assert [row[0] for row in _rows(made, "Who can see it")] == ["Ama"]
    [approval] = _rows(made, "Approvals and retention")
    assert approval[4:6] == ("2025-12-31 (over)", "2034-12-31")
    assert ("imported: text", "1 source") in _rows(made, "What came in")
    assert ("participants under a pseudonym", "0 of 2") in _rows(made, "Measures in force")


def test_the_annex_lists_the_copies_that_were_merged(study: Study, tmp_path: Path) -> None:
    from crosscase.testing import make_study

    study.copy(tmp_path / "other.crosscase")
    with make_study(tmp_path, name="other", person="Ben", open_again=True) as other:
        other.codes.add("winter")
    study.merge(tmp_path / "other.crosscase")
    rows = _rows(study.protection.annex(), "What came in")
    assert any("other.crosscase" in str(row[0]) for row in rows)


def test_the_access_report_tells_everything_about_one_person_and_nothing_of_others(
    study: Study,
) -> None:
    study.attributes.add("tenure", "number")
    study.attributes.set("Anna Smith", {"tenure": 8})
    made = study.protection.access("Anna Smith")
    assert _rows(made, "Characteristics") == [("tenure", "8")]
    assert _rows(made, "Consents")[0][:3] == ("2024-03-01", "2", "interview, quoting")
    assert ("trust", 1) in _rows(made, "How their words are coded")
    assert _rows(made, "What they said")[0][:3] == ("Anna Smith.txt", "Anna Smith", 2)
    told = made.to_text()
    assert "Speaks openly." in told and "named by Bo" in told and "agreed" in told
    other = study.protection.access("Bo").to_text()
    assert "named Anna Smith" in other and "Speaks openly." not in other
    with pytest.raises(NotFound):
        study.protection.access("Millbrook Council")


def test_a_withdrawn_person_is_answered_after_the_withdrawal_is_lifted(study: Study) -> None:
    person = study.participants.get("Anna Smith").id
    study.withdrawals.withdraw("Anna Smith")
    for wanted in ("Anna Smith", "anna  smith", person):
        with pytest.raises(NotFound) as caught:
            study.protection.access(wanted)
        assert caught.value.slug == "withdrawn"
        assert "This participant is withdrawn" in caught.value.sentence
        for command in ("withdraw lift STUDY", "protection access STUDY", "withdraw STUDY"):
            assert f"`crosscase {command} {person}`" in (caught.value.hint or "")
        assert "Anna" not in f"{caught.value.sentence} {caught.value.hint}"
    study.withdrawals.lift(person)
    assert study.protection.access("Anna Smith").to_text()


def test_both_are_written_for_word_with_the_same_words(study: Study) -> None:
    for made in (study.protection.annex(), study.protection.access("Anna Smith")):
        with zipfile.ZipFile(BytesIO(made.to_bytes())) as word:
            text = word.read("word/document.xml").decode()
        for section in made.sections:
            assert section.heading in text
            for row in section.rows:
                assert str(row[0]).split("“")[0][:20] in text
    assert made.file_name.endswith(".docx")


def test_the_reports_count_the_quotes_and_tables_of_a_release(tmp_path: Path) -> None:
    study = study_of(tmp_path, ("Doctor", "Hill", 3))
    places = [place_of(study, "Doctor Hill 0"), place_of(study, "Doctor Hill 1")]
    study.releases.record("Paper", study.disclosure.risks(places, tables=["role,site"]))
    [went] = _rows(study.protection.annex(), "What went out")
    assert went[-2:] == (3, 2)
    [theirs] = _rows(study.protection.access("Doctor Hill 0"), "What left the study")
    assert theirs[-1] == 1
