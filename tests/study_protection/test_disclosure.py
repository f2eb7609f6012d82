"""Who can be found behind the quotes of a study: invented people, invented sites."""

from __future__ import annotations

from pathlib import Path

import pytest

from crosscase.errors import Conflict, MistakeOfUse, NotFound
from crosscase.study import Study
from crosscase.testing import make_study
from tests.study_protection.inventing import COARSER, place_of, study_of

ALL_SCOPES = "interview; recording; quoting; naming role; naming site; archiving"


@pytest.fixture
def study(tmp_path: Path) -> Study:
    """One chief nurse, two ward nurses and three doctors on Hill; more of them in Dale."""
    made = study_of(
        tmp_path,
        ("Chief nurse", "Hill", 1), ("Ward nurse", "Hill", 2), ("Doctor", "Hill", 3),
        ("Ward nurse", "Dale", 3), ("Doctor", "Dale", 1),
    )  # fmt: skip
    made.attributes.describe("role", coarser=COARSER)
    return made


def kinds(study: Study, *people: str, **asked: object) -> list[str]:
    """The kinds of risks of these people's quotes, but for missing consents."""
    report = study.disclosure.risks([place_of(study, each) for each in people], **asked)  # type: ignore[arg-type]
    return [each.kind for each in report.risks if each.kind != "consent not recorded"]


@pytest.mark.parametrize(
    ("role", "site", "at_site", "in_all", "is_flagged"),
    [
        ("Role A", "Site 1", 2, 7, True),
        ("Role B", "Site 2", 3, 10, False),
        ("Role C", "Site 1", 1, 5, True),
        ("Role D", "Site 2", 1, 7, True),
        ("Role E", "Site 2", 1, 3, True),
    ],
)
def test_the_worked_examples_hold_over_a_whole_study(
    tmp_path: Path, role: str, site: str, at_site: int, in_all: int, is_flagged: bool
) -> None:
    """From transcripts, participants and codings to k with and without the site."""
    study = study_of(tmp_path, (role, site, at_site), (role, "Elsewhere", in_all - at_site))
    person = f"{role} {site} 0"
    report = study.disclosure.risks([place_of(study, person)])
    found = [each for each in report.risks if each.kind == "too few share it"]
    assert bool(found) is is_flagged
    if is_flagged:
        assert (found[0].k, found[0].quotes) == (at_site, (0,))
        assert [(each.kind, each.k) for each in found[0].remedies[:1]] == [("drop site", in_all)]
    sited = study.disclosure.risks([place_of(study, person)], attribution=["role"])
    assert not [each for each in sited.risks if each.kind == "too few share it"]


def test_a_coarser_role_is_found_in_the_attribute_and_comes_first(study: Study) -> None:
    """The remedies are in order, each with the k that it reaches."""
    report = study.disclosure.risks([place_of(study, "Chief nurse Hill 0")])
    risk = report.risks[0]
    assert (risk.kind, risk.k, risk.says) == (
        "too few share it", 1, "1 participant shares “Chief nurse, Hill”.",
    )  # fmt: skip
    assert [(each.kind, each.attribution, each.k) for each in risk.remedies] == [
        ("coarser role", {"role": "Nurse", "site": "Hill"}, 3),
        ("drop both", {}, 10),
        ("paraphrase", None, None),
        ("ask consent", None, None),
    ]


def test_the_lines_to_print_follow_the_remedy(study: Study) -> None:
    """The first that helps, one kind for all, or none; where nothing helps there is no line."""
    people = ("Chief nurse Hill 0", "Doctor Hill 1", "Doctor Dale 0")
    report = study.disclosure.risks([place_of(study, each) for each in people])
    verbs = study.disclosure
    assert [each.line for each in verbs.attributed(report)] == [
        "Nurse, Hill", "Doctor, Hill", "Clinician, Dale",
    ]  # fmt: skip
    assert [each.line for each in verbs.attributed(report, "none")] == [
        "Chief nurse, Hill", "Doctor, Hill", "Doctor, Dale",
    ]  # fmt: skip
    assert [each.line for each in verbs.attributed(report, "drop site")] == [
        None, "Doctor, Hill", "Doctor",
    ]  # fmt: skip
    with pytest.raises(MistakeOfUse):
        verbs.attributed(report, "shout")
    printed = [
        {"source": one.quote.source, "start_char": one.quote.start_char,
         "end_char": one.quote.end_char, "attribution": one.attribution}
        for one in verbs.attributed(report)
    ]  # fmt: skip
    again = verbs.risks(printed)
    assert not [each for each in again.risks if each.kind == "too few share it"]


def test_somebody_at_two_sites_counts_at_both(study: Study) -> None:
    """The site that counts is printed; both have them among their people."""
    study.memberships.add("Chief nurse Hill 0", "site:Dale")
    report = study.disclosure.risks([place_of(study, "Chief nurse Hill 0")], attribution=["site"])
    assert report.quotes[0].attribution == {"site": "Dale"}
    assert any("more than one site" in each for each in report.notes)
    assert study.disclosure.risks(attribution=["site"], k=7).risks[0].k == 5


def test_people_without_a_role_are_said(study: Study) -> None:
    """They are printed by what is known of them."""
    study.attributes.set("Doctor Dale 0", {"role": None})
    report = study.disclosure.risks([place_of(study, "Doctor Dale 0")])
    assert report.quotes[0].attribution == {"site": "Dale"}
    assert "1 of 1 person quoted has no role." in report.notes


def test_consents_decide_what_may_be_printed(study: Study) -> None:
    """None recorded, one without quoting, one without the role, one taken back."""
    people = [f"Doctor Hill {number}" for number in range(3)]
    places = [place_of(study, each) for each in people]
    (risk,) = study.disclosure.risks(places).risks
    assert (risk.kind, len(risk.people)) == ("consent not recorded", 3)
    for person in people:
        study.consents.add(person, day="2026-01-01", scope=ALL_SCOPES)
    assert study.disclosure.risks(places).risks == ()
    study.consents.add(people[0], day="2026-01-02", scope="interview; quoting; naming site")
    (risk,) = study.disclosure.risks(places).risks
    assert (risk.kind, risk.quotes) == ("no consent", (0,))
    assert risk.remedies[0].attribution == {"site": "Hill"}
    study.consents.add(people[1], day="2026-01-02", scope="interview")
    study.consents.add(people[2], day="2026-01-02", scope="quoting", withdrawn_day="2026-01-03")
    refused = study.disclosure.risks(places).risks[-1]
    assert (refused.kind, refused.quotes) == ("no quoting", (1, 2))
    assert study.disclosure.attributed(study.disclosure.risks(places))[1].line is None
    assert study.disclosure.export_check(places).barred == 3


def test_an_archive_needs_five_and_its_own_consent(study: Study) -> None:
    """Being quoted is not being archived."""
    study.consents.add("Doctor Hill 0", scope="quoting; naming role; naming site")
    report = study.disclosure.risks([place_of(study, "Doctor Hill 0")], archive=True)
    assert [(each.kind, each.k) for each in report.risks] == [
        ("too few share it", 3), ("no quoting", None),
    ]  # fmt: skip
    assert report.policy.k == 5


def test_a_source_that_must_not_be_quoted_is_barred(study: Study) -> None:
    """Whoever speaks in it."""
    study.sources.describe("Doctor Hill 0.txt", quotable=False)
    report = study.disclosure.risks([place_of(study, "Doctor Hill 0")])
    assert [each.kind for each in report.risks] == ["consent not recorded", "not quotable"]
    assert report.barred == {0}


def test_a_withdrawn_participant_is_left_out_and_k_counted_again(study: Study) -> None:
    """What passed with three does not with two."""
    assert kinds(study, "Doctor Hill 0") == []
    study.releases.record("Paper", study.disclosure.risks(source="Doctor Hill 2.txt"))
    study.withdrawals.withdraw("Doctor Hill 2", day="2026-03-01")
    assert kinds(study, "Doctor Hill 0") == ["too few share it"]
    report = study.disclosure.risks([place_of(study, "Doctor Hill 0")])
    assert "1 quote of people who do not show any more left before." in report.notes
    outputs = study.withdrawals.outputs("Doctor Hill 2")
    assert "Paper" in repr(outputs)


def test_a_table_is_guarded_and_read_beside_the_quotes(study: Study) -> None:
    """Small cells, and an attribution of which the table counts fewer."""
    report = study.disclosure.risks(tables=["role,site"])
    (table,) = report.tables
    assert table.row_labels == ("Chief nurse", "Doctor", "Ward nurse")
    assert table.counts == ((0, 1), (1, 3), (3, 2))
    (risk,) = report.risks
    assert (risk.kind, risk.cells) == (
        "small cells", (("Chief nurse", "Hill"), ("Doctor", "Dale"), ("Ward nurse", "Hill")),
    )  # fmt: skip
    assert None in {count for row in table.guarded.shown for count in row}
    study.memberships.add("Ward nurse Dale 0", "site:Hill", counts_as=True)
    assert kinds(study, "Ward nurse Hill 0") == []
    beside = kinds(study, "Ward nurse Dale 1", tables=[("role", "site")])
    assert beside == ["too few beside the table", "small cells"]


def test_what_was_released_before_counts(study: Study) -> None:
    """A role yesterday and a site today under one pseudonym are both together."""
    verbs, person = study.disclosure, "Chief nurse Hill 0"
    study.attributes.set("Doctor Dale 0", {"role": "Chief nurse"})
    study.attributes.set("Ward nurse Dale 0", {"role": "Chief nurse"})
    study.attributes.set("Ward nurse Dale 1", {"role": "Chief nurse"})
    first = verbs.risks([place_of(study, person)], attribution=["role"], pseudonyms=True)
    assert [each.kind for each in first.risks] == ["consent not recorded"]
    study.releases.record("Paper", first, day="2026-03-01", recipient="A journal")
    second = verbs.risks([place_of(study, person)], attribution=["site"], pseudonyms=True)
    joined = second.risks[0]
    assert (joined.kind, joined.k, joined.quotes, joined.released) == ("joined profile", 1, (0,), 1)
    assert second.at_risk == {0}
    study.releases.remove("Paper")
    again = verbs.risks([place_of(study, person)], attribution=["site"], pseudonyms=True)
    assert [each.kind for each in again.risks] == ["consent not recorded"]


def test_two_tables_must_not_show_who_came(tmp_path: Path) -> None:
    """A second table after one person moved tells of that one."""
    study = study_of(tmp_path, ("Doctor", "Hill", 5), ("Ward nurse", "Hill", 4))
    study.releases.record("Table 1", study.disclosure.risks(tables=["sector,site"]))
    assert study.disclosure.risks(tables=["sector,site"]).risks == ()
    study.attributes.set("Doctor Hill 0", {"sector": "Health"})
    (risk,) = study.disclosure.risks(tables=["sector,site"]).risks
    assert (risk.kind, risk.k, len(risk.cells)) == ("tables differ", 1, 2)


def test_one_person_must_not_speak_for_all(study: Study) -> None:
    """More quotes than the policy has, or too great a share of a site's."""
    place = place_of(study, "Doctor Hill 0")
    parts = [(place[0], place[1] + n, place[2]) for n in range(6)]
    report = study.disclosure.risks([*parts, place_of(study, "Doctor Hill 1")])
    assert [each.says for each in report.risks if each.kind == "over-quoted"] == [
        "One person has 6 quotes.", "One person has 6 quotes, 86% of those of Hill.",
    ]  # fmt: skip


def test_those_who_share_a_label_must_not_all_say_the_same_where_the_policy_says_so(
    study: Study,
) -> None:
    """Stances are the valences of the codings on the quote."""
    coded = study.codings.frame().filter(participants="Doctor Hill 0")["coding"].to_list()
    others = study.codings.frame().filter(participants="Doctor Hill 1")["coding"].to_list()
    for coding in (*coded, *others):
        study.codings.change(coding, valence="constraining")
    study.disclosure.set_policy({"stances": 2})
    assert kinds(study, "Doctor Hill 0", "Doctor Hill 1") == ["one stance"]
    study.codings.change(others[0], valence="enabling")
    assert kinds(study, "Doctor Hill 0", "Doctor Hill 1") == []


def test_what_stands_beside_single_quotes_can_be_given(study: Study) -> None:
    """Another label, a pseudonym; what is no label is refused."""
    source, start, end = place_of(study, "Chief nurse Hill 0")
    place = {"source": source, "start_char": start, "end_char": end}
    parts = [
        {**place, "attribution": {"role": "Nurse"}, "pseudonym": "Robin"},
        {**place, "start_char": start + 1, "attribution": {"site": "Hill"}, "pseudonym": "Robin"},
    ]
    report = study.disclosure.risks(parts, k=4)
    assert [each.kind for each in report.risks][:1] == ["joined profile"]
    assert report.risks[0].k == 3
    for wrong in ({"place": 1}, {**place, "attribution": "Nurse"}, {**place, "words": "I"}):
        with pytest.raises(MistakeOfUse):
            study.disclosure.risks([wrong])


def test_words_that_tell_are_pointed_at(tmp_path: Path) -> None:
    """Names and dates, a public text, and a body spoken ill of."""
    words = "On 3 March the Board of Hives told Dale that nobody may ask the bees any more."
    study = study_of(tmp_path, ("Doctor", "Dale", 3), words=words)
    study.cases.add("Board of Hives", "body")
    minutes = tmp_path / "minutes.txt"
    minutes.write_text("It was minuted that nobody may ask the bees any more, and so on.\n")
    study.sources.add(minutes)
    coding = study.codings.frame().filter(source="Doctor Dale 0.txt")["coding"][0]
    study.codings.change(coding, valence="constraining")
    place = place_of(study, "Doctor Dale 0")
    report = study.disclosure.risks([place])
    assert [(each.kind, each.bracket, each.about) for each in report.words] == [
        ("public", None, "minutes.txt"),
        ("second reviewer", None, "Board of Hives"),
        ("bracket", "[date]", ""),
        ("bracket", "[organisation]", ""),
        ("bracket", "[place]", ""),
    ]
    dated = report.words[2]
    assert words[dated.start_char - place[1] : dated.end_char - place[1]] == "3 March"
    assert study.disclosure.risks([place], words=False).words == ()


def test_a_profile_is_looked_for_in_a_frame(study: Study) -> None:
    """k of the frame's cases; fewer than the policy's are a risk."""
    rows = [(f"C{n}", f"Case {n}", "North" if n < 2 else "South", n % 3) for n in range(9)]
    study.frames.import_table("Systems", ("id", "name", "region", "group"), rows)
    wide = study.disclosure.risks(frame="Systems", profile={"region": "South"})
    assert (wide.profile and wide.profile.k, wide.risks) == (7, ())
    narrow = study.disclosure.risks(frame="Systems", profile={"region": "North", "group": "1"})
    assert [each.says for each in narrow.risks] == [
        "Only 1 case fits the profile in the frame Systems."
    ]
    with pytest.raises(MistakeOfUse):
        study.disclosure.risks(profile={"region": "North"})
    with pytest.raises(MistakeOfUse):
        study.disclosure.risks(frame="Systems", profile={"group": "many"})


def test_the_policy_is_a_setting_and_can_be_undone(study: Study) -> None:
    """Stored, changed in part, undone and done again; a slip is refused with what there is."""
    verbs = study.disclosure
    assert verbs.policy().k == 3
    verbs.set_policy({"k": 4, "exports": "refuse"})
    assert verbs.set_policy({"k": 4}) is None
    assert (verbs.policy().k, verbs.policy().exports) == (4, "refuse")
    assert kinds(study, "Doctor Hill 0") == ["too few share it"]
    study.undo()
    assert verbs.policy().k == 3
    study.redo()
    assert verbs.policy().k == 4
    study.undo()
    verbs.set_policy({"k": 6})
    assert (verbs.policy().k, verbs.policy().exports) == (6, "warn")
    assert study.verify() == []
    for slip in ({"kk": 3}, {"k": 0}, {"exports": "burn"}, {"counts": "some"}, {"by": []},
                 {"most_share": 3}, {"holders": [{"role": "x"}]}, {"role": 7}):  # fmt: skip
        with pytest.raises(MistakeOfUse):
            verbs.set_policy(slip)
    with pytest.raises(MistakeOfUse):
        study.settings.set("disclosure-policy", "k is three")
    assert study.verify() == []


def test_a_policy_may_say_which_field_is_the_role_and_how_many_hold_a_post(study: Study) -> None:
    """Labels are fields of the study; post-holders are those a reader could count."""
    study.disclosure.set_policy({"role": "sector"})
    report = study.disclosure.risks([place_of(study, "Doctor Hill 0")])
    assert report.quotes[0].attribution == {"role": "Other", "site": "Hill"}
    study.disclosure.set_policy(
        {"role": "role", "holders": [{"role": "Doctor", "site": "Hill", "people": 1}]}
    )
    assert kinds(study, "Doctor Hill 0") == ["too few hold the post"]
    study.disclosure.set_policy({"role": "post"})
    with pytest.raises(NotFound):
        study.disclosure.risks()


def test_all_coded_passages_a_set_a_code_or_a_query_can_be_meant(study: Study) -> None:
    """But one of them at a time."""
    study.sets.make("Some", ["case:Doctor Hill 0", "source:Doctor Dale 0.txt"])
    verbs = study.disclosure
    assert verbs.risks().passages == 10
    assert verbs.risks(set="Some").passages == 2
    assert verbs.risks(code="Trust").passages == 10
    assert verbs.risks(source="Doctor Dale 0.txt").passages == 1
    assert verbs.risks(query="code:Trust and site:Dale").passages == 4
    assert verbs.risks(query="text:nowhere").passages == 0
    with pytest.raises(MistakeOfUse):
        verbs.risks(set="Some", code="Trust")
    with pytest.raises(MistakeOfUse):
        verbs.risks([("Doctor Dale 0.txt", 5, 5_000)])


def test_words_of_nobody_are_counted_and_not_judged(study: Study) -> None:
    """The interviewer's question has no participant."""
    report = study.disclosure.risks([("Doctor Hill 0.txt", 0, 18)])
    assert (report.unheard, report.risks, report.passages) == (1, (), 1)


def test_the_short_check_agrees_with_the_whole_one(study: Study) -> None:
    """And refuses where the policy says so."""
    whole, short = study.disclosure.risks(words=False), study.disclosure.export_check()
    assert (short.quotes, short.at_risk) == (10, len(whole.at_risk)) == (10, 4)
    assert short.warning == (
        "4 of 10 quotes would let a reader find who spoke (k < 3): "
        "crosscase disclose STUDY lists them with their remedies."
    )
    short.require_allowed()
    study.disclosure.set_policy({"exports": "refuse"})
    with pytest.raises(Conflict):
        study.disclosure.export_check().require_allowed()
    study.disclosure.export_check(query="site:Hill and Doctor").require_allowed()


def test_a_study_without_participants_has_nothing_to_hide(tmp_path: Path) -> None:
    """Nothing is known of anybody, so nothing is said; a table cannot be made."""
    study = make_study(tmp_path)
    assert study.disclosure.export_check().warning is None
    with pytest.raises(NotFound):
        study.disclosure.risks()
