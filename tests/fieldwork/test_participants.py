"""Participants: tables, two sites, who was interviewed, and the recruitment table."""

from __future__ import annotations

from typing import Any

import polars as pl
import pytest

from crosscase.errors import MistakeOfUse, NotFound

COLUMNS = (
    "participant", "role", "sector", "organisation", "site", "interviewed_on", "tenure_years",
    "counts_as",
)  # fmt: skip
ROWS = (
    ("P1", "Nurse", "Health", "Mill Trust", "Harrow", "2023-02-07", "4", "yes"),
    ("P2", "Consultant", "Council", "Harrow Council", "Harrow", "2023-02-21", "2.5", "no"),
    ("P2", "Consultant", "Council", "Vale Council", "Vale", "2023-02-21", "2.5", "yes"),
    ("P3", "Cook", "Community", "Soup Shed", "Vale", "", "", "yes"),
)


@pytest.fixture
def people(field: Any) -> Any:
    """Three participants in two sites, one of them in both."""
    field.report = field.participants.import_table(COLUMNS, ROWS)
    return field


def test_a_table_of_participants_is_one_operation(field: Any) -> None:
    """Persons, their groups and typed attributes come in together."""
    before = field.operations()
    report = field.participants.import_table(COLUMNS, ROWS)
    assert field.operations() == before + 1
    assert (report.made, report.groups, report.memberships, report.values) == (3, 6, 8, 10)
    assert report.attributes == ("interviewed_on", "role", "sector", "tenure_years")
    assert field.attributes.values("P2") == {
        "interviewed_on": "2023-02-21",
        "role": "Consultant",
        "sector": "Council",
        "tenure_years": 2.5,
    }


def test_a_person_in_two_sites_is_listed_for_a_footnote(people: Any) -> None:
    """With the site that counts."""
    (found,) = people.participants.several_memberships("site")
    assert found.participant.name == "P2"
    assert [group.name for group in found.groups] == ["Harrow", "Vale"]
    assert found.counts_as is not None
    assert found.counts_as.name == "Vale"
    assert people.participants.several_memberships("place") == []


def test_the_recruitment_table_counts_each_once_with_margins(people: Any) -> None:
    """By the membership that counts."""
    frame = people.participants.recruitment_frame()
    assert frame.columns == ["site", "Community", "Council", "Health", "total"]
    assert frame.rows() == [
        ("Harrow", 0, 0, 1, 1),
        ("Vale", 1, 1, 0, 2),
        ("total", 1, 1, 1, 3),
    ]
    assert frame.schema["total"] == pl.Int64


def test_without_a_mark_a_person_in_two_sites_stands_apart(people: Any) -> None:
    """Nobody is put into one of two cells by chance, and totals stay right."""
    people.memberships.change("P2", "Vale", counts_as=None)
    frame = people.participants.recruitment_frame("site", "tenure_years")
    assert frame["site"].to_list() == ["Harrow", "Vale", "(several, none counts)", "total"]
    assert frame.columns == ["site", "2.5", "4", "(none)", "total"]
    assert frame["total"].to_list() == [1, 1, 1, 3]


def test_a_group_further_up_is_found_through_what_counts(people: Any) -> None:
    """A system through the site that counts, not through the other one."""
    for site, system in (("Harrow", "North"), ("Vale", "South")):
        people.cases.add(system, "system")
        people.memberships.add(site, system)
    frame = people.participants.recruitment_frame("system", "sector")
    assert frame.select("system", "total").rows() == [("North", 1), ("South", 2), ("total", 3)]


def test_headings_that_are_the_same_are_told_apart(people: Any) -> None:
    """A sector called total does not hide the margin."""
    people.attributes.set("P1", {"sector": "total"})
    people.attributes.set("P2", {"sector": "site"})
    frame = people.participants.recruitment_frame()
    assert frame.columns == ["site", "Community", "site (value)", "total (value)", "total"]


def test_an_unknown_field_of_the_recruitment_table_is_not_found(people: Any) -> None:
    """With the nearest name."""
    with pytest.raises(NotFound, match="no attribute “sectr”"):
        people.participants.recruitment_frame("site", "sectr")


def test_the_recruitment_table_of_nobody_is_empty(field: Any) -> None:
    """Not an error: the study has just begun."""
    field.cases.add("A", "site")
    field.attributes.add("sector")
    assert field.participants.recruitment_frame().rows() == [("total", 0)]


def test_contradictory_values_in_two_rows_refuse_the_participant(field: Any) -> None:
    """Which of the two is right is not guessed; the other participants come in."""
    rows = (*ROWS, ("P3", "Baker", "Community", "Soup Shed", "Harrow", "", "", "no"))
    report = field.participants.import_table(COLUMNS, rows)
    sentences = {line: error.sentence for line, error in report.refused}
    assert sentences[6] == "“P3” has “Baker” as role here, and another value in line 5."
    assert set(sentences) == {5, 6}
    assert [case.name for case in field.participants.all()] == ["P1", "P2"]


def test_two_rows_that_both_count_are_refused(field: Any) -> None:
    """At most one site counts."""
    columns = ("participant", "site", "counts_as")
    rows = (("P1", "A", "yes"), ("P1", "B", "yes"))
    report = field.participants.import_table(columns, rows)
    assert report.refused[-1][1].slug == "counts-twice"
    assert field.participants.all() == []


def test_one_organisation_in_two_rows_counts_if_either_says_so(field: Any) -> None:
    """A post that one organisation holds in two sites."""
    columns = ("participant", "organisation", "site", "counts_as")
    for order in (1, -1):
        rows = (("P1", "Trust", "A", "yes"), ("P1", "Trust", "B", "no"))[::order]
        field.participants.import_table(columns, rows)
        counted = {each.group for each in field.memberships.all("P1") if each.counts_as}
        assert counted == {field.cases.get("Trust").id, field.cases.get("A").id}


def test_unknown_sites_may_be_refused(field: Any) -> None:
    """A mistyped site then makes no new one."""
    field.cases.add("Harrow", "site")
    rows = (("P1", "Harow"), ("P2", "harrow"))
    report = field.participants.import_table(("participant", "site"), rows, make_groups=False)
    ((line, error),) = report.refused
    assert (line, error.hint) == (2, "Did you mean “Harrow”?")
    assert [case.name for case in field.participants.all()] == ["P2"]


def test_a_column_that_is_an_attribute_already_stays_one(field: Any) -> None:
    """`place` may be an attribute of a study without places."""
    field.attributes.add("place")
    field.participants.import_table(("participant", "place"), (("P1", "Harrow"),))
    assert field.attributes.values("P1") == {"place": "Harrow"}


def test_a_table_without_names_is_refused(field: Any) -> None:
    """The error lists the columns that there are."""
    with pytest.raises(MistakeOfUse, match="no column “participant”") as caught:
        field.participants.import_table(("who", "role"), (("P1", "Nurse"),))
    assert caught.value.hint == "It has “who”, “role”."


def test_a_participant_is_added_with_sites(field: Any) -> None:
    """The first of several sites counts; role and sector become attributes."""
    for name in ("A", "B"):
        field.cases.add(name, "site")
    field.participants.add("P1", role="Nurse", sector="Health", sites=["B", "A"])
    (found,) = field.participants.several_memberships()
    assert found.counts_as is not None
    assert found.counts_as.name == "B"
    assert field.attributes.values("P1") == {"role": "Nurse", "sector": "Health"}
    with pytest.raises(NotFound):
        field.participants.add("P2", sites=["C"])
    with pytest.raises(MistakeOfUse, match="There is a participant “P1” already"):
        field.participants.add("p1")


def test_a_participant_is_found_among_persons_only(field: Any) -> None:
    """A site of that name is another thing."""
    field.cases.add("Rowan", "site")
    with pytest.raises(NotFound, match="There is no participant “Rowan”"):
        field.participants.get("Rowan")
    person = field.participants.add("Rowan")
    assert field.participants.get("rowan") == person


def test_interviewed_are_those_linked_to_a_speaker_in_a_source_that_shows(people: Any) -> None:
    """The default denominator of every count."""
    people.add_source("one.txt", ("INT", "Hello."), ("P1", "Yes."), ("P2", "No."))
    assert people.participants.interviewed() == []
    people.speakers.link_by_name()
    assert [case.name for case in people.participants.interviewed()] == ["P1", "P2"]
    frame = people.participants.recruitment_frame(interviewed_only=True)
    assert frame["total"].to_list() == [1, 1, 2]


def test_the_frame_has_groups_and_typed_attributes(people: Any) -> None:
    """Several groups of a kind stand in one cell, the one that counts first."""
    frame = people.participants.frame()
    assert frame.columns == [
        "id", "participant", "organisation", "site", "interviewed_on", "role", "sector",
        "tenure_years",
    ]  # fmt: skip
    assert frame["site"].to_list() == ["Harrow", "Vale; Harrow", "Vale"]
    assert frame.schema["interviewed_on"] == pl.Date
    assert frame.schema["tenure_years"] == pl.Float64
