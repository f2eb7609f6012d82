"""The board: how far each participant has come, what is missing, and what is still to do."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from crosscase.study import Study
from crosscase.study_fieldwork.board import ENDED, STAGES, BoardPerson
from crosscase.testing import make_study

TRANSCRIPT = (
    "Interviewer: And then?\n\n{name}: We waited for the money.\n\n"
    "Interviewer: For long?\n\n{name}: Until the winter.\n"
)


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    """A study with people found, none of them asked yet; sound when the test ends."""
    with make_study() as made:
        made.cases.add("Northam", "site")
        for number in range(1, 6):
            made.participants.add(f"P{number}", sector="Health", sites=["Northam"])
        yield made
        assert made.verify() == []


def person(study: Study, name: str, today: str | None = None) -> BoardPerson:
    """One participant on the board."""
    (found,) = (each for each in study.fieldwork.board(today).people if each.name == name)
    return found


def add_transcript(study: Study, folder: Path, name: str) -> str:
    """A transcript whose speaker is linked to the participant of that name."""
    path = folder / f"{name}.txt"
    path.write_text(TRANSCRIPT.format(name=name), encoding="utf-8")
    study.sources.add(path)
    study.speakers.link_by_name()
    return path.name


def slugs(found: BoardPerson) -> list[str]:
    """What is missing of somebody."""
    return [each.slug for each in found.missing]


def test_somebody_comes_from_found_to_coded(study: Study, tmp_path: Path) -> None:
    """One stage after another, each from what is recorded and from nothing else."""
    stages = [person(study, "P1").stage]
    for outcome, day in (("invited", "01"), ("agreed", "05"), ("scheduled", "06")):
        study.contacts.add("P1", outcome=outcome, day=f"2022-08-{day}")
        found = person(study, "P1")
        stages.append(found.stage)
        assert found.since == f"2022-08-{day}"
    study.consents.add("P1", version="1", day="2022-08-20", scope=["interview"])
    study.activities.add_interview("P1", day="2022-08-20", minutes=44)
    stages.append(person(study, "P1").stage)
    name = add_transcript(study, tmp_path, "P1")
    study.activities.change("Interview 1", source=name)
    stages.append(person(study, "P1").stage)
    study.codes.add("Money")
    study.codings.add(name, "Money", quote="the money")
    found = person(study, "P1")
    stages.append(found.stage)
    assert tuple(stages) == STAGES
    assert (found.answer, found.interviews, found.minutes, found.missing) == ("agreed", 1, 44, ())
    assert (found.site, found.sector, found.since) == ("Northam", "Health", "2022-08-20")
    counts = study.fieldwork.board().counts
    assert (counts["coded"], counts["found"]) == (1, 4)
    assert tuple(counts) == (*STAGES, *ENDED)


@pytest.mark.parametrize(
    ("outcomes", "stage", "answer"),
    [
        (("invited", "reminded"), "invited", "waiting"),
        (("invited", "no answer"), "no answer", "no answer"),
        (("no answer", "reminded"), "invited", "waiting"),
        (("no answer", "agreed"), "agreed", "agreed"),
        (("scheduled", "reminded", "agreed"), "scheduled", "agreed"),
        (("agreed", "declined"), "declined", "declined"),
        (("invited", "unavailable"), "unavailable", "unavailable"),
        (("bounced",), "found", None),
        (("bounced", "invited"), "invited", "waiting"),
        ((None,), "invited", "waiting"),
    ],
)
def test_contacts_lead_on_one_after_another(
    study: Study, outcomes: tuple[str | None, ...], stage: str, answer: str | None
) -> None:
    """A reminder takes nobody's yes back; the last word counts."""
    for day, outcome in enumerate(outcomes, 1):
        study.contacts.add("P1", outcome=outcome, day=f"2022-08-{day:02}")
    if outcomes == (None,):
        study.contacts.change("P1", outcome=None)
    found = person(study, "P1")
    assert (found.stage, found.answer) == (stage, answer)
    assert slugs(found) == (["bounced"] if outcomes[-1] == "bounced" else []) + (
        ["no-consent"] if answer == "agreed" else []
    )


def test_an_interview_ahead_is_scheduled(study: Study) -> None:
    """On the day itself it counts as held; without a day all count as held."""
    study.activities.add_interview("P1", day="2022-09-10")
    assert person(study, "P1", "2022-09-09").stage == "scheduled"
    assert person(study, "P1", "2022-09-10").stage == "interviewed"
    assert person(study, "P1").stage == "interviewed"
    assert person(study, "P1", "2022-09-09").interviews == 0


def test_what_is_missing_of_an_interview_is_said(study: Study, tmp_path: Path) -> None:
    """No consent, no length, no transcript, nobody linked to it."""
    study.activities.add_interview("P1", day="2022-09-10")
    assert slugs(person(study, "P1")) == ["no-consent", "no-length", "no-transcript"]
    path = tmp_path / "first.txt"
    path.write_text(TRANSCRIPT.format(name="A"), encoding="utf-8")
    study.sources.add(path)
    study.activities.change("Interview 1", minutes=30, source="first.txt")
    study.consents.add("P1", day="2022-09-12")
    found = person(study, "P1")
    assert slugs(found) == ["consent-after-interview", "not-linked"]
    assert [each.sentence for each in found.missing] == [
        "Interview 1 of 2022-09-10 came before the consent.",
        "No speaker in “first.txt” is linked to them.",
    ]


def test_every_interview_before_the_consent_is_said(study: Study) -> None:
    """Not the last of them alone."""
    for day in ("01", "05", "10"):
        study.activities.add_interview("P1", day=f"2022-09-{day}", minutes=30)
    study.consents.add("P1", day="2022-09-08")
    assert slugs(person(study, "P1")).count("consent-after-interview") == 2


def test_an_older_consent_counts_only_where_the_newer_form_was_in_use(study: Study) -> None:
    """Whoever was interviewed before there was a newer form needs no other one."""
    for name, version, day in (("P1", "1", "01"), ("P2", "2", "10"), ("P3", "1", "01")):
        study.consents.add(name, version=version, day=f"2022-09-{day}")
    study.activities.add_interview("P1", day="2022-09-05", minutes=30)
    study.activities.add_interview("P3", day="2022-09-15", minutes=30)
    assert "older-consent" not in slugs(person(study, "P1"))
    assert "older-consent" not in slugs(person(study, "P2"))
    (said,) = (m for m in person(study, "P3").missing if m.slug == "older-consent")
    assert said.sentence == ("The consent is in version 1; version 2 is in use since 2022-09-10.")


def test_whoever_took_consent_back_before_an_interview_has_withdrawn(study: Study) -> None:
    """After an interview the board says what is missing, until the withdrawal is recorded."""
    for name in ("P1", "P2"):
        study.consents.add(name, day="2022-09-01", withdrawn_day="2022-09-20")
    study.activities.add_interview("P2", day="2022-09-10", minutes=30)
    assert person(study, "P1").stage == "withdrawn"
    assert person(study, "P1").since == "2022-09-20"
    assert slugs(person(study, "P2")) == ["consent-taken-back", "no-transcript"]


def test_a_participant_who_withdrew_is_counted_and_not_named(study: Study) -> None:
    """Lifting the withdrawal brings them back to where they were."""
    study.contacts.add("P1", outcome="agreed")
    study.withdrawals.withdraw("P1", day="2022-10-01")
    board = study.fieldwork.board()
    assert (board.counts["withdrawn"], len(board.people)) == (1, 4)
    assert "P1" not in {each.name for each in board.people}
    study.withdrawals.lift("P1")
    assert person(study, "P1").stage == "agreed"


def test_an_interview_with_somebody_who_withdrew_counts_for_the_others(study: Study) -> None:
    """It stays in the group of those who are left."""
    study.cases.add("Southam", "site")
    study.participants.add("P6", sites=["Southam"])
    study.activities.add_interview(["P1", "P6"], day="2022-09-01", minutes=30)
    assert study.fieldwork.lengths("site")[0].group == "(people of several)"
    study.withdrawals.withdraw("P6")
    assert study.fieldwork.lengths("site")[0].group == "Northam"
    assert person(study, "P1").stage == "interviewed"


def test_what_is_to_do_on_a_day(study: Study) -> None:
    """Approvals first, then people, then documents; the day comes from whoever asks."""
    study.approvals.add("Ethics", day="2022-01-01", end_day="2022-12-31")
    study.approvals.add("Amendment", amends="Ethics", day="2022-06-01", end_day="2023-03-01")
    study.approvals.add("Data", day="2022-01-01", retention_day="2022-01-31")
    study.contacts.add("P1", day="2022-08-01")
    study.contacts.add("P2", day="2022-08-01", outcome="agreed")
    study.consents.add("P2", day="2022-08-01")
    study.contacts.add("P3", day="2022-08-01", outcome="bounced")
    study.contacts.add("P4", day="2022-08-01", outcome="declined")
    study.activities.add_request("Minutes", day="2022-08-02")
    study.activities.add_request("Plan", standing="refused")
    study.activities.add_request("Report", day="2022-08-03", arrived_day="2022-08-09")
    found = study.fieldwork.to_do("2023-02-01")
    assert [(each.slug, each.sentence) for each in found] == [
        ("approval-ends", "“Amendment” ends on 2023-03-01 (in 28 days)."),
        (
            "retention-over",
            "Under “Data” data were to be kept until 2022-01-31: they are due to go.",
        ),
        ("bounced", "P3: The invitation did not reach them."),
        ("not-invited", "P5: They were not invited yet."),
        ("no-reply", "P1: Invited on 2022-08-01 (184 days ago), without an answer."),
        ("not-scheduled", "P2: They agreed on 2022-08-01; no interview is set."),
        (
            "not-arrived",
            "“Minutes” was asked for on 2022-08-02 (183 days ago) and has not arrived.",
        ),
        ("no-source", "“Report” arrived, and is not among the sources."),
    ]
    assert found[4].participant == study.participants.get("P1").id
    assert study.fieldwork.to_do("2022-11-01")[0].slug == "retention-over"
    assert study.fieldwork.to_do("2023-03-02")[0].sentence == "“Amendment” ended on 2023-03-01."
    assert study.fieldwork.to_do("2023-03-01")[0].sentence.endswith("(today).")
