"""Records of fieldwork from tables: one operation, what is refused listed, nothing twice."""

from __future__ import annotations

import pytest

from crosscase.errors import MistakeOfUse
from crosscase.study import Study

CONTACTS = (
    ("participant", "date", "channel", "outcome", "mood"),
    [
        ("P1", "01/08/2022", "email", "invited", "good"),
        ("P1", "14/08/2022", "phone", "agreed", ""),
        ("P2", "03/08/2022", "e-mail", "", ""),
        ("Nobody", "03/08/2022", "e-mail", "invited", ""),
        ("P3", "03/08/2022", "e-mail", "maybe", ""),
    ],
)


def test_a_table_of_contacts_is_one_operation(study: Study) -> None:
    """Days are read in the order that the column settles; columns not used are named."""
    done = study.contacts.import_table(*CONTACTS)
    assert (done.made, done.already_there, done.unused) == (3, 0, ("mood",))
    assert [(line, error.slug) for line, error in done.refused] == [
        (5, "participant-not-found"),
        (6, "unknown-outcome-of-a-contact"),
    ]
    assert [(each.day, each.outcome) for each in study.contacts.all()] == [
        ("2022-08-01", "invited"), ("2022-08-03", None), ("2022-08-14", "agreed"),
    ]  # fmt: skip
    assert study.contacts.all()[0].contacted_by is None
    assert study.log()[0].sentence == "imported 3 contacts"
    study.undo()
    assert study.contacts.all() == []


def test_the_same_table_makes_nothing_twice(study: Study) -> None:
    """What says the same is passed over, within a table too."""
    study.contacts.import_table(*CONTACTS)
    before = study.heads
    done = study.contacts.import_table(*CONTACTS)
    assert (done.made, done.already_there) == (0, 3)
    assert study.heads == before
    columns, _ = CONTACTS
    row = ("P1", "2022-08-01", "e-mail", "invited", "")
    done = study.contacts.import_table(columns, [row, ("P4", *row[1:]), row])
    assert (done.made, done.already_there) == (1, 2)


def test_strict_takes_all_or_nothing_and_a_dry_run_nothing(study: Study) -> None:
    """Both leave the study as it is."""
    before = study.heads
    with pytest.raises(Exception, match="2 rows cannot be taken, so nothing was imported; line 5"):
        study.contacts.import_table(*CONTACTS, strict=True)
    assert study.contacts.import_table(*CONTACTS, dry_run=True).made == 3
    assert study.heads == before
    with pytest.raises(MistakeOfUse, match="no column “participant”"):
        study.contacts.import_table(("who", "day"), [("P1", "2022-08-01")])


def test_a_table_of_referrals_closes_no_circle(study: Study) -> None:
    """Rows are checked against those above them."""
    done = study.referrals.import_table(
        ("participant", "referred_by"),
        [("P2", "P1"), ("P3", "P2"), ("P1", "P3"), ("P4", "P4"), ("P4", "")],
    )
    assert done.made == 3
    assert [error.slug for _, error in done.refused] == ["referral-circle", "referral-of-oneself"]


def test_a_table_of_recruitments_updates_those_that_are_there(study: Study) -> None:
    """An empty cell changes nothing."""
    study.recruitments.describe("P1", found_by="search", note="A list")
    done = study.recruitments.import_table(
        ("participant", "found_by", "note"),
        [("P1", "snowball", ""), ("P2", "volunteer", ""), ("P1", "snowball", "")],
    )
    assert (done.made, done.updated, done.already_there) == (1, 1, 1)
    first = study.recruitments.get("P1")
    assert (first.found_by, first.note) == ("snowball", "A list")


def test_a_table_of_consents_parts_scopes_by_semicolons(study: Study) -> None:
    """And refuses those that are none."""
    done = study.consents.import_table(
        ("participant", "version", "day", "scope"),
        [
            ("P1", "1", "2022-09-01", "interview; recording"),
            ("P2", "1", "2022-09-01", "filming"),
        ],
    )
    assert (done.made, [error.slug for _, error in done.refused]) == (
        1, ["unknown-scope-of-a-consent"],
    )  # fmt: skip
    assert study.consents.get("P1").scope == ["interview", "recording"]


def test_one_table_holds_activities_of_all_kinds(study: Study) -> None:
    """Each row uses the columns of its kind; interviews are numbered as they come."""
    columns = ("kind", "name", "participants", "site", "day", "minutes", "attendance", "standing")
    rows = [
        ("interview", "", "P1; P2", "", "2022-09-01", "44", "", ""),
        ("interview", "", "P3", "", "2022-09-02", "", "", ""),
        ("meeting", "Board", "", "Northam", "2022-09-03", "", "Health: 2", ""),
        ("request", "Plan", "", "Northam", "2022-09-03", "", "", "promised"),
        ("interview", "", "P4", "", "2022-09-02", "0", "", ""),
        ("interview", "", "", "", "2022-09-02", "", "", ""),
        ("walk", "", "P4", "", "", "", "", ""),
        ("meeting", "", "", "Northam", "", "", "", ""),
    ]
    done = study.activities.import_table(columns, rows)
    assert (done.made, [error.slug for _, error in done.refused]) == (
        4, ["not-a-length", "no-participants", "unknown-kind-of-activity", "no-name"],
    )  # fmt: skip
    assert [each.name for each in study.activities.all()] == [
        "Interview 1", "Interview 2", "Board", "Plan",
    ]  # fmt: skip
    assert study.activities.import_table(columns, rows[:4]).already_there == 4
    assert study.log()[0].sentence == "imported 4 activities"
