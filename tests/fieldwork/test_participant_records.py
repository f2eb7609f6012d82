"""Contacts, referrals, recruitments and consents: recorded, changed, removed, and refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from crosscase.errors import MistakeOfUse, NotFound
from crosscase.fieldwork.field_choices import CHANNELS, OUTCOMES, SCOPES, chosen, several_chosen
from crosscase.study import Study
from crosscase.testing import make_study


def test_a_contact_is_recorded_with_what_came_of_it(study: Study) -> None:
    """By its participant; the person who records it made it, unless another is named."""
    made = study.contacts.add("p1", day="2022-08-01", channel="Email", note=" By hand ")
    assert (made.outcome, made.channel, made.day, made.note) == (
        "invited", "e-mail", "2022-08-01", "By hand",
    )  # fmt: skip
    assert made.contacted_by == study.person_id
    assert study.contacts.get("P1") == study.contacts.get(made.id) == made
    assert study.log()[0].sentence == "recorded a contact with “P1”"


def test_contacts_are_listed_by_day_and_narrowed(study: Study) -> None:
    """What has no day comes first."""
    for name, day, outcome in (
        ("P2", "2022-08-03", "declined"), ("P1", "2022-08-02", "agreed"), ("P1", None, "invited"),
    ):  # fmt: skip
        study.contacts.add(name, day=day, outcome=outcome)
    assert [each.outcome for each in study.contacts.all()] == ["invited", "agreed", "declined"]
    assert [each.outcome for each in study.contacts.all("P1")] == ["invited", "agreed"]
    assert len(study.contacts.all(outcome="Agreed")) == 1


def test_a_contact_changes_field_by_field_and_none_clears(study: Study) -> None:
    """What is the same already is no operation."""
    made = study.contacts.add("P1", day="2022-08-01", channel="telephone")
    assert study.contacts.change(made.id, channel=None, outcome="agreed") is not None
    now = study.contacts.get(made.id)
    assert (now.channel, now.outcome, now.day) == (None, "agreed", "2022-08-01")
    assert study.contacts.change(made.id, outcome="agreed") is None
    study.undo()
    assert study.contacts.get(made.id) == made
    study.redo()
    assert study.contacts.get(made.id) == now


def test_a_removed_record_comes_back(study: Study) -> None:
    """By its id, or by undoing."""
    made = study.consents.add("P1", version="1", scope=["interview"])
    study.consents.remove("P1")
    assert study.consents.all() == []
    study.undo()
    assert study.consents.all() == [made]
    study.consents.remove(made.id)
    study.consents.restore(made.id)
    assert study.consents.get("P1") == made
    assert study.consents.restore(made.id) is None


def test_records_go_with_their_participant(study: Study) -> None:
    """They are hidden while the participant is removed."""
    study.contacts.add("P1")
    study.referrals.add("P1", "P2")
    study.cases.remove("P1")
    assert (study.contacts.all(), study.referrals.all()) == ([], [])
    study.undo()
    assert len(study.contacts.all()) == 1


def test_one_of_several_records_is_named_by_its_id(study: Study) -> None:
    """The hint lists them by day."""
    for day in ("2022-08-01", "2022-08-02"):
        study.contacts.add("P1", day=day)
    with pytest.raises(MistakeOfUse, match="There are 2 contacts of “P1”") as caught:
        study.contacts.get("P1")
    assert "2022-08-02 (" in (caught.value.hint or "")
    with pytest.raises(NotFound, match="no contact of “P2”"):
        study.contacts.get("P2")
    with pytest.raises(NotFound, match="no contact “Nobody”, and no participant"):
        study.contacts.get("Nobody")


@pytest.mark.parametrize(
    ("fields", "slug"),
    [
        ({"participant": "Nobody"}, "participant-not-found"),
        ({"participant": "Northam"}, "participant-not-found"),
        ({"day": "2022-02-30"}, "not-a-day"),
        ({"day": "03/04/2022"}, "day-ambiguous"),
        ({"outcome": "perhaps"}, "unknown-outcome-of-a-contact"),
        ({"contacted_by": "Nobody"}, "coder-not-found"),
    ],
)
def test_what_cannot_be_is_refused(study: Study, fields: dict[str, str], slug: str) -> None:
    """And nothing is stored."""
    before = study.heads
    with pytest.raises((MistakeOfUse, NotFound)) as caught:
        study.contacts.add(**{"participant": "P1", **fields})
    assert caught.value.slug == slug
    assert study.heads == before


def test_the_id_of_another_case_is_no_participant(study: Study) -> None:
    """A site cannot be contacted."""
    with pytest.raises(MistakeOfUse, match="“Northam” is a site, not a participant"):
        study.contacts.add(study.cases.get("Northam").id)


def test_a_field_that_a_record_has_not_is_named(study: Study) -> None:
    """With what is near."""
    made = study.contacts.add("P1")
    with pytest.raises(MistakeOfUse, match="No contact has a field “chanel”") as caught:
        study.contacts.change(made.id, chanel="telephone")
    assert caught.value.hint == "Did you mean “channel”?"
    with pytest.raises(MistakeOfUse, match="Every contact needs its participant"):
        study.contacts.change(made.id, participant=None)


def test_nobody_names_themselves(study: Study) -> None:
    """Nor does a referral close a circle, also when it is changed or restored."""
    with pytest.raises(MistakeOfUse, match="cannot have named themselves"):
        study.referrals.add("P1", "P1")
    study.referrals.add("P2", "P1")
    third = study.referrals.add("P3", "P2")
    with pytest.raises(MistakeOfUse, match="passed through “P1”") as caught:
        study.referrals.add("P1", "P3")
    assert caught.value.slug == "referral-circle"
    outside = study.referrals.add("P1", note="Named by a colleague of ours")
    assert outside.referred_by is None
    with pytest.raises(MistakeOfUse, match="passed through"):
        study.referrals.change(outside.id, referred_by="P3")
    study.referrals.remove(third.id)
    study.referrals.change(outside.id, referred_by="P3")
    with pytest.raises(MistakeOfUse, match="passed through"):
        study.referrals.restore(third.id)
    assert [each.participant for each in study.referrals.all(referred_by="P1")] == [
        study.participants.get("P2").id
    ]


def test_there_is_one_recruitment_a_participant(study: Study) -> None:
    """Saying it again changes it; None clears; undoing goes back to what was said before."""
    study.recruitments.describe("P1", found_by="Search", prior_relationship="Met once")
    study.recruitments.describe("P1", found_by="snowball")
    (held,) = study.recruitments.all()
    assert (held.found_by, held.prior_relationship) == ("snowball", "Met once")
    study.undo()
    assert study.recruitments.get("P1").found_by == "search"
    assert study.recruitments.describe("P2", found_by=None) is None
    study.recruitments.describe("P1", prior_relationship=None)
    assert study.recruitments.get("P1").prior_relationship is None
    assert [each.participant for each in study.recruitments.all(found_by="search")] == [
        study.participants.get("P1").id
    ]
    with pytest.raises(MistakeOfUse, match="stays with its participant"):
        study.recruitments.change("P1", participant="P2")


def test_a_recruitment_whose_making_was_undone_can_be_made_again(study: Study) -> None:
    """It is the same one then, and so is a removed one that is described again."""
    study.recruitments.describe("P1", found_by="search")
    study.undo()
    study.recruitments.describe("P1", found_by="volunteer")
    assert study.recruitments.get("P1").found_by == "volunteer"
    study.recruitments.remove("P1")
    assert study.recruitments.all() == []
    study.recruitments.describe("P1", note="By letter")
    assert study.recruitments.get("P1").note == "By letter"


def test_a_consent_holds_what_was_agreed_to(study: Study) -> None:
    """In the words of the form, each once and in one order."""
    made = study.consents.add(
        "P1", version="1.1", day="2022-09-01", scope="quotes, Interview; recording; interview"
    )
    assert made.scope == ["interview", "recording", "quoting"]
    assert study.consents.all(scope="quoting") == study.consents.all(version="1.1") == [made]
    assert study.consents.all(scope="archiving") == []
    with pytest.raises(MistakeOfUse, match="“filming” is no scope of a consent"):
        study.consents.add("P2", scope=["filming"])
    with pytest.raises(MistakeOfUse, match="cannot have been taken back on 2022-08-01"):
        study.consents.change(made.id, withdrawn_day="2022-08-01")


def test_the_latest_consent_stands_unless_it_was_taken_back(study: Study) -> None:
    """An earlier one does not stand in for it."""
    study.consents.add("P1", version="1", day="2022-09-01")
    newer = study.consents.add("P1", version="2", day="2022-10-01")
    person = study.participants.get("P1").id
    assert study.consents.standing() == {person: newer}
    study.consents.change(newer.id, withdrawn_day="2022-11-01")
    assert study.consents.standing() == {}


def test_a_consent_after_the_interview_is_kept_and_listed(study: Study) -> None:
    """It is recorded as it was given; an earlier one, or one to something else, settles it."""
    interview = study.activities.add_interview("P1", day="2022-09-01")
    late = study.consents.add("P1", day="2022-09-10", scope=["interview"])
    (found,) = study.consents.late()
    assert (found.activity, found.consent) == (interview, late)
    assert study.consents.late("P2") == []
    study.consents.add("P1", day="2022-08-01", scope=["archiving"])
    assert len(study.consents.late()) == 1
    study.consents.add("P1", day="2022-09-01", scope=["interview"])
    assert study.consents.late() == []


def test_choices_are_read_as_people_write_them() -> None:
    """Case, hyphens and usual spellings make no difference; near ones are proposed."""
    assert chosen("No-Answer", "outcome", OUTCOMES) == "no answer"
    assert chosen("phone", "channel", CHANNELS) == "telephone"
    assert several_chosen("", "scope", SCOPES) is None
    with pytest.raises(MistakeOfUse) as caught:
        chosen("declind", "outcome", OUTCOMES)
    assert caught.value.hint == "Did you mean “declined”?"


def test_two_laptops_record_the_same_recruitment_and_their_own_contacts(tmp_path: Path) -> None:
    """Merged both ways they hold the same, whoever came first."""
    with make_study(tmp_path, name="one") as one:
        one.participants.add("P1")
        one.copy(tmp_path / "two.crosscase")
        with make_study(tmp_path, name="two", person="Ben", seed="ben", open_again=True) as two:
            one.recruitments.describe("P1", found_by="search")
            two.recruitments.describe("P1", prior_relationship="None")
            one.contacts.add("P1", day="2022-08-01")
            two.contacts.add("P1", day="2022-08-02")
            one.merge(tmp_path / "two.crosscase")
            two.merge(tmp_path / "one.crosscase")
            for study in (one, two):
                (held,) = study.recruitments.all()
                assert (held.found_by, held.prior_relationship) == ("search", "None")
                assert len(study.contacts.all("P1")) == 2
                assert study.verify() == []
            assert one.contacts.all() == two.contacts.all()


def test_two_laptops_that_bend_referrals_into_a_circle_still_draw_chains(tmp_path: Path) -> None:
    """One of them is taken for the seed, and said to be in a circle."""
    with make_study(tmp_path, name="one") as one:
        for name in ("P1", "P2", "P3"):
            one.participants.add(name)
        one.copy(tmp_path / "two.crosscase")
        with make_study(tmp_path, name="two", person="Ben", seed="ben", open_again=True) as two:
            one.referrals.add("P2", "P1")
            two.referrals.add("P1", "P2")
            two.referrals.add("P3", "P1")
            one.merge(tmp_path / "two.crosscase")
        found = one.fieldwork.referral_chains()
        first = one.participants.get("P1").id
        assert found.in_circles == (first,)
        assert [member.name for member in found.chains[0].members] == ["P1", "P2", "P3"]
        assert one.verify() == []
