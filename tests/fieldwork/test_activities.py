"""Interviews, observed meetings, document requests, and the approvals that allow them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from crosscase.errors import CrosscaseError, MistakeOfUse
from crosscase.study import Study


@pytest.fixture
def transcript(study: Study, tmp_path: Path) -> str:
    """The name of a transcript in the study."""
    path = tmp_path / "P1.txt"
    path.write_text("Interviewer: And then?\n\nP1: It is all in the annual report.\n")
    study.sources.add(path)
    return path.name


def test_an_interview_is_called_by_its_number(study: Study, transcript: str) -> None:
    """And led by whoever adds it, unless another is named; its transcript is a source."""
    first = study.activities.add_interview(
        "P1", day="2022-09-01", start_time="9.30", minutes=44, mode="online", source=transcript
    )
    assert (first.name, first.start_time, first.minutes, first.mode) == (
        "Interview 1", "09:30", 44, "video",
    )  # fmt: skip
    assert first.led_by == study.person_id
    assert first.source == study.sources.get(transcript).id
    two = study.activities.add_interview(["P1", "P2", "p1"], minutes="1:05", mode="on a walk")
    assert (two.name, two.minutes, two.mode) == ("Interview 2", 65, "on a walk")
    assert two.participants == tuple(study.participants.get(name).id for name in ("P1", "P2"))
    assert study.activities.all(participant="P2") == study.activities.all("Interview")[:1] == [two]
    assert study.activities.all(source=transcript) == [first]
    assert study.log()[0].sentence == "added “Interview 2”"


@pytest.mark.parametrize(
    ("fields", "slug"),
    [
        ({"minutes": 0}, "not-a-length"),
        ({"minutes": -44}, "not-a-length"),
        ({"minutes": "long"}, "not-a-number"),
        ({"start_time": "25:00"}, "not-a-time"),
        ({"day": "2022-13-01"}, "not-a-day"),
        ({"participants": ()}, "no-participants"),
        ({"agenda": "Money"}, "unknown-field"),
        ({"source": "Nothing.txt"}, "source-not-found"),
        ({"guide": "Nothing"}, "guide-not-found"),
        ({"name": ""}, "no-name"),
    ],
)
def test_an_interview_that_cannot_be_is_refused(
    study: Study, fields: dict[str, Any], slug: str
) -> None:
    """Whether it is new or changed, and nothing is stored."""
    made = study.activities.add_interview("P1")
    before = study.heads
    with pytest.raises(CrosscaseError) as caught:
        study.activities.change(made.id, **fields)
    assert caught.value.slug == slug
    assert study.heads == before


def test_a_meeting_holds_who_came_and_what_became_of_its_items(study: Study) -> None:
    """One part of it changes, and the others stay."""
    made = study.activities.add_meeting(
        "Board in May", case="Northam", day="2022-05-03", attendance={"Health": 5, "Council": 3},
        agenda="Money", decided="One budget; One plan", deferred=["The name"],
    )  # fmt: skip
    assert made.details == {
        "agenda": "Money",
        "attendance": {"Health": 5, "Council": 3},
        "decided": ["One budget", "One plan"],
        "deferred": ["The name"],
    }
    study.activities.change("board in may", deferred=None, avoided="Who pays")
    assert study.activities.get(made.id).details == {
        "agenda": "Money",
        "attendance": {"Health": 5, "Council": 3},
        "decided": ["One budget", "One plan"],
        "avoided": ["Who pays"],
    }
    with pytest.raises(MistakeOfUse, match="how many of whom"):
        study.activities.change(made.id, attendance="Health: some")
    with pytest.raises(MistakeOfUse, match="have no “standing”") as caught:
        study.activities.change(made.id, standing="asked")
    assert "agenda" in (caught.value.hint or "")
    assert study.activities.all(case="Northam") == [study.activities.get(made.id)]


def test_a_request_remembers_where_the_document_was_spoken_of(
    study: Study, transcript: str
) -> None:
    """By the source, its revision and the offset; an offset beyond the text is refused."""
    at = study.sources.text(transcript).index("annual report")
    made = study.activities.add_request(
        "Annual report", participants="P1", day="2022-09-01", mentioned_in=(transcript, at),
        public=True,
    )  # fmt: skip
    assert made.details["standing"] == "asked"
    assert made.details["public"] is True
    assert made.details["mentioned_in"]["start_char"] == at
    assert made.details["mentioned_in"]["source"] == study.sources.get(transcript).id
    again = study.activities.add_request("Other", mentioned_in=f"{transcript}@{at}")
    assert again.details["mentioned_in"] == made.details["mentioned_in"]
    with pytest.raises(MistakeOfUse, match="is no offset in “P1"):
        study.activities.change(made.id, mentioned_in=(transcript, 10_000))


def test_what_arrived_has_a_day_on_or_after_that_of_the_request(study: Study) -> None:
    """A day of arrival and another standing contradict each other."""
    made = study.activities.add_request("Minutes", day="2022-09-01")
    with pytest.raises(MistakeOfUse, match="has a day of arrival, but stands as “asked”"):
        study.activities.change(made.id, arrived_day="2022-09-08")
    with pytest.raises(MistakeOfUse, match="cannot have arrived on 2022-08-01"):
        study.activities.change(made.id, arrived_day="2022-08-01", standing="arrived")
    study.activities.change(made.id, arrived_day="2022-09-08", standing="arrived")
    assert study.activities.add_request("Plan", arrived_day="2022-09-08").details == {
        "arrived_day": "2022-09-08",
        "standing": "arrived",
    }


def test_a_source_may_be_marked_as_not_to_be_quoted(study: Study, transcript: str) -> None:
    """Sources may be quoted unless they say otherwise."""
    assert study.sources.get(transcript).quotable is None
    assert study.sources.describe(transcript, quotable=True) is None
    study.sources.describe(transcript, quotable=False)
    assert study.sources.get(transcript).quotable is False
    study.undo()
    assert study.sources.get(transcript).quotable is None


def test_coders_say_where_they_stand(study: Study) -> None:
    """None clears it; what is said of nobody's field is refused."""
    study.coders.describe("Ama", positionality="A nurse by training")
    assert study.coders.get("Ama").positionality == "A nurse by training"
    assert study.log()[0].sentence == "changed what is said of the coder “Ama”"
    assert study.coders.describe("Ama", positionality=" A nurse by training ") is None
    study.coders.describe("Ama", positionality=None, note="Leads the study")
    assert study.coders.get("Ama").positionality is None
    with pytest.raises(MistakeOfUse, match="no “name” to be described"):
        study.coders.describe("Ama", name="Ada")


def test_approvals_have_conditions_amendments_and_ends(study: Study) -> None:
    """An amendment names what it amends; circles and days in the wrong order are refused."""
    first = study.approvals.add(
        "Ethics", body="University", day="2022-05-01", end_day="2023-05-01",
        retention_day="2033-05-01", conditions="No names",
    )  # fmt: skip
    second = study.approvals.add("Amendment", amends="ethics", day="2022-12-01")
    assert study.approvals.all() == [first, second]
    assert study.approvals.all(amends="Ethics") == [second]
    for fields, slug in (
        ({"amends": "Amendment"}, "amendment-circle"),
        ({"amends": "Ethics"}, "amendment-circle"),
        ({"end_day": "2022-04-01"}, "ends-before-it-begins"),
        ({"retention_day": "2021-01-01"}, "kept-until-before-it-begins"),
        ({"retention_day": "2023-04-30"}, "kept-until-before-it-ends"),
        ({"end_day": "2033-05-02"}, "kept-until-before-it-ends"),
        ({"name": "amendment"}, "name-taken"),
        ({"name": None}, "no-name"),
    ):
        with pytest.raises(MistakeOfUse) as caught:
            study.approvals.change("Ethics", **fields)
        assert caught.value.slug == slug
    study.approvals.remove("Amendment")
    study.approvals.restore("Amendment")
    assert study.approvals.get("amendment") == second
