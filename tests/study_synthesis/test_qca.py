"""QCA over a study: defined, run, opened to its passages, undone, merged, renamed beneath."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from crosscase.errors import CrosscaseError, MistakeOfUse, NotFound, UnreadableFile
from crosscase.study import Study
from crosscase.testing import make_study
from tests.analysis import lipset

PEOPLE = {
    # who: (tenure, sector, what they say)
    "P01": (9, "health", "I trust the board. We know each other."),
    "P02": (8, "health", "I trust the board."),
    "P03": (7, "care", "We know each other. I trust the board."),
    "P04": (2, "care", "Nothing works. I trust nobody."),
    "P05": (1, "health", "Nothing works."),
    "P06": (6, "care", "Nothing works here."),
}
CODES = {"I trust the board": ("Trust", "enabling"), "I trust nobody": ("Trust", "constraining"),
         "We know each other": ("Ties", None)}  # fmt: skip
DEFINITION: dict[str, Any] = {
    "name": "Trust that helps",
    "cases": "participants",
    "outcome": {"name": "TRUST", "code": "Trust", "valence": "enabling", "calibrate": {"cut": 1}},
    "conditions": [
        {"name": "TIES", "code": "Ties", "calibrate": {"cut": 1}, "expect": "present"},
        {"name": "TENURE", "attribute": "tenure", "calibrate": {"anchors": [1, 5, 9]}},
        {"name": "CARE", "attribute": "sector", "calibrate": {"values": {"care": 1, "health": 0}}},
    ],
    "cuts": {"inclusion": 0.8},
}


def people(folder: Path | None, place: Path, **making: Any) -> Study:
    """Six participants in two sites, three of whom speak of trust that helps."""
    study = make_study(folder, **making)
    for site in ("Northam", "Southam"):
        study.cases.add(site, "site")
    study.attributes.add("tenure", "number")
    for name, parent in (("Relations", None), ("Trust", "Relations"), ("Ties", "Relations")):
        study.codes.add(name, parent=parent)
    for at, (name, (tenure, sector, words)) in enumerate(PEOPLE.items()):
        site = "Northam" if at % 2 else "Southam"
        study.participants.add(name, sector=sector, sites=[site], attributes={"tenure": tenure})
        (place / f"{name}.txt").write_text(
            f"Interviewer: How is it?\n\n{name}: {words}\n\nInterviewer: Thanks.\n\n{name}: Bye.\n",
            encoding="utf-8",
        )
        study.sources.add(place / f"{name}.txt")
        for said, (code, valence) in CODES.items():
            if said in words:
                study.codings.add(f"{name}.txt", code, quote=said, valence=valence)
    study.speakers.link_by_name()
    return study


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    made = people(None, tmp_path)
    yield made
    assert made.verify() == []


def changed(**changes: Any) -> dict[str, Any]:
    return {**DEFINITION, **changes}


def with_condition(**told: Any) -> dict[str, Any]:
    return changed(conditions=[{"name": "ONE", **told}])


def raw(study: Study, **told: Any) -> list[Any]:
    told.setdefault("calibrate", {"cut": 1})
    return list(study.qca.run(with_condition(**told)).sets[0].raw)


# -- running -------------------------------------------------------------------------------------


def test_codes_and_attributes_become_memberships_of_participants(study: Study) -> None:
    found = study.qca.run(DEFINITION)
    assert [each.name for each in found.cases] == list(PEOPLE)
    assert found.sets[-1].raw == (1, 1, 1, 0, 0, 0)
    assert found.sets[0].raw == (1, 0, 1, 0, 0, 0)
    assert found.sets[1].raw == (9, 8, 7, 2, 1, 6)
    assert found.sets[1].memberships[0] == 0.95 and found.sets[1].memberships[4] == 0.05
    assert found.sets[2].memberships == (0, 0, 1, 1, 0, 1)
    assert found.sets[-1].measured == "passages of Relations > Trust (enabling)"
    assert found.solution("parsimonious").models[0].text == "TIES + TENURE*~CARE"
    assert found.necessity[0].literal == "TIES" and found.necessity[0].inclusion == pytest.approx(
        2 / 3
    )


def test_few_cases_are_the_first_warning(study: Study) -> None:
    assert study.qca.run(DEFINITION).warnings[0].startswith("6 participants cannot support a QCA")
    by_site = study.qca.run(
        changed(
            cases="sites",
            outcome={"name": "TIES", "code": "Ties", "calibrate": {"cut": 2}},
            conditions=[{"name": "TRUST", "code": "Trust", "calibrate": {"cut": 3}}],
        )
    )
    assert by_site.warnings[0].startswith("2 sites cannot support a QCA")


def test_what_a_code_can_be_counted_by(study: Study) -> None:
    assert raw(study, code="Relations") == [2, 1, 2, 1, 0, 0]
    assert raw(study, code="Relations", count="share of passages") == [1, 1, 1, 1]
    assert raw(study, code="Trust", valence="constraining") == [0, 0, 0, 1, 0, 0]
    outcome = {"name": "Y", "code": "Ties", "calibrate": {"cut": 1}}
    for count, values in (
        ("participants", (1, 2)),
        ("share of participants", (1 / 3, 2 / 3)),
        ("passages", (1, 2)),
        ("share of passages", (1 / 2, 1 / 2)),
    ):
        told = {"name": "ONE", "code": "Trust", "count": count, "valence": "enabling",
                "calibrate": {"cut": 1}}  # fmt: skip
        found = study.qca.run(changed(cases="sites", conditions=[told], outcome=outcome))
        assert found.sets[0].raw == pytest.approx(values), count
        assert [each.name for each in found.cases] == ["Northam", "Southam"]


def test_who_has_no_value_is_left_out_and_named(study: Study) -> None:
    study.attributes.set("P06", {"tenure": None})
    study.participants.add("P07", sector="care", attributes={"tenure": 3})
    found = study.qca.run(DEFINITION)
    assert {(each.name, each.reason) for each in found.left_out} == {
        ("P06", "no value of tenure"),
        ("P07", "not interviewed"),
    }
    assert "left out" in found.warnings[-1]
    assert len(found.cases) == 5


def test_a_frame_gives_a_characteristic_by_the_name_of_the_case(study: Study) -> None:
    study.frames.import_table("Sites", ["id", "name", "score"],
                              [["S1", "Northam", "10"], ["S2", "southam", "20"]])  # fmt: skip
    told = changed(
        cases="sites",
        outcome={
            "name": "Y",
            "frame": "Sites",
            "characteristic": "Score",
            "calibrate": {"cut": 15},
        },
        conditions=[{"name": "TIES", "code": "Ties", "calibrate": {"cut": 1}}],
    )
    found = study.qca.run(told)
    assert found.sets[-1].raw == (10, 20)
    study.attributes.add("sites code", "text")
    study.attributes.set("Northam", {"sites code": "S2"})
    told["outcome"]["match"] = "sites code"
    with pytest.raises(MistakeOfUse) as caught:
        study.qca.run(told)
    assert caught.value.slug == "outcome-does-not-vary"
    told["outcome"]["characteristic"] = "scoer"
    with pytest.raises(NotFound) as missing:
        study.qca.run(told)
    assert missing.value.slug == "characteristic-not-found"


def test_lipsets_countries_as_cases_with_attributes_give_the_published_model() -> None:
    study = make_study()
    data = lipset.fuzzy()
    rows = [[name, "country", *(str(each.values[at]) for each in data.conditions),
             str(data.outcome[at])] for at, name in enumerate(data.cases)]  # fmt: skip
    names = [*data.names, "SURV"]
    study.cases.import_table(["case", "case_kind", *names], rows)
    told = {
        "name": "Lipset",
        "cases": "countries",
        "outcome": {"name": "SURV", "attribute": "SURV", "calibrate": "membership"},
        "conditions": [
            {"name": name, "attribute": name, "calibrate": "membership", "expect": "present"}
            for name in data.names
        ],
    }
    found = study.qca.run(told)
    texts = {each.kind: each.models[0].text for each in found.solutions}
    assert texts == {
        "conservative": "DEV*URB*LIT*IND*STB + DEV*~URB*LIT*~IND*STB",
        "intermediate": "DEV*URB*LIT*STB + DEV*LIT*~IND*STB",
        "parsimonious": "DEV*~IND + URB*STB",
    }
    assert found.counted == "countries"
    assert study.qca.run(told, negated=True).outcome == "~SURV"
    assert study.qca.run(told, inclusion=0.7).solution("parsimonious").models[0].text == "DEV*STB"


def test_withdrawn_and_removed_things_do_not_count(study: Study) -> None:
    person = study.participants.get("P01")
    study.withdrawals.withdraw("P01", day="2024-01-01")
    found = study.qca.run(DEFINITION)
    assert "P01" not in [each.name for each in found.cases]
    with pytest.raises(CrosscaseError):
        study.qca.passages(DEFINITION, [person.id])
    coding = study.codings.frame()["coding"][0]
    study.codings.remove([coding])
    assert sum(study.qca.run(DEFINITION).sets[-1].memberships) == 1


def test_a_coder_alone_can_be_counted(study: Study) -> None:
    study.coders.add("Ben")
    study.codings.add("P05.txt", "Trust", quote="Nothing works", coder="Ben", valence="enabling")
    assert study.qca.run(DEFINITION).sets[-1].raw == (1, 1, 1, 0, 1, 0)
    assert study.qca.run(changed(coder="Ama")).sets[-1].raw == (1, 1, 1, 0, 0, 0)


# -- passages ------------------------------------------------------------------------------------


def test_a_contradiction_opens_to_the_passages_behind_it(study: Study) -> None:
    told = changed(conditions=[{"name": "TIES", "code": "Ties", "calibrate": {"cut": 1}}])
    found = study.qca.contradictions(told)
    assert list(found) == [1]
    behind = {(each.case, each.condition): each for each in found[1]}
    assert set(behind) == {
        (name, condition)
        for name in ("P02", "P04", "P05", "P06")
        for condition in ("TIES", "TRUST")
    }
    assert [each.text for each in behind["P02", "TRUST"].passages] == ["I trust the board"]
    assert behind["P04", "TRUST"].total == 0


def test_passages_are_asked_of_one_condition_of_some_cases(study: Study) -> None:
    (found,) = study.qca.passages(DEFINITION, ["P03"], condition="ties")
    assert (found.total, [each.text for each in found.passages]) == (1, ["We know each other"])
    (found,) = study.qca.passages(DEFINITION, ["P03"], condition="TIES", most=0)
    assert (found.total, found.passages) == (1, ())
    for condition, slug in (("TENURE", "no-passages-behind"), ("TREE", "condition-not-found")):
        with pytest.raises(CrosscaseError) as caught:
            study.qca.passages(DEFINITION, ["P03"], condition=condition)
        assert caught.value.slug == slug


# -- storing -------------------------------------------------------------------------------------


def test_a_definition_is_stored_changed_removed_restored_and_each_undone(study: Study) -> None:
    made = study.qca.define(DEFINITION)
    assert [each.name for each in study.qca.all()] == ["Trust that helps"]
    assert study.qca.define(DEFINITION) == made  # the same again changes nothing
    sentences = [each.sentence for each in study.log()[:2]]
    assert sentences[0] == "defined the analysis “Trust that helps”"
    study.qca.define(changed(cuts={"inclusion": 0.9}, description="stricter"))
    assert study.qca.definition(made.id).cuts.inclusion == 0.9
    study.undo()
    assert study.qca.definition(made.id).cuts.inclusion == 0.8
    study.redo()
    study.qca.remove(made.name)
    assert study.qca.all() == []
    study.undo()
    assert study.qca.get(made.name).description == "stricter"
    study.qca.remove(made.name)
    study.qca.restore(made.name)
    assert study.qca.restore(made.name) is None
    study.qca.remove(made.name)
    again = study.qca.define(DEFINITION)
    assert (again.id, again.description or None) == (made.id, None)


def test_a_stored_definition_runs_as_its_file_does_and_outlives_renaming(study: Study) -> None:
    made = study.qca.define(DEFINITION)
    from_file = study.qca.run(DEFINITION)
    stored = study.qca.run(made.name)
    assert (stored.digest, stored.id, from_file.id) == (from_file.digest, made.id, None)
    study.codes.rename("Ties", "Old ties")
    renamed = study.qca.run(made.name)
    assert renamed.digest == stored.digest and renamed.state != stored.state
    assert renamed.definition["conditions"][0]["code"] == "Relations > Old ties"
    study.codes.add("Bonds")
    study.codes.merge("Old ties", "Bonds")
    assert study.qca.run(made.name).sets[0].raw == (1, 0, 1, 0, 0, 0)


def test_a_stored_definition_says_what_was_removed_beneath_it(study: Study) -> None:
    study.qca.define(DEFINITION)
    study.codes.remove("Ties")
    with pytest.raises(NotFound) as caught:
        study.qca.run("Trust that helps")
    assert caught.value.slug == "stands-on-hidden"
    assert "“TIES”" in caught.value.sentence and "“Ties”" in caught.value.sentence
    assert [each.name for each in study.qca.all()] == ["Trust that helps"]


def test_the_digest_changes_with_the_values_and_the_cuts(study: Study) -> None:
    before = study.qca.run(DEFINITION)
    assert study.qca.run(DEFINITION).digest == before.digest
    assert study.qca.run(DEFINITION, inclusion=0.9).digest != before.digest
    study.attributes.set("P01", {"tenure": 8.5})
    assert study.qca.run(DEFINITION).digest != before.digest


def test_two_laptops_that_define_the_same_name_meet_in_one_analysis(tmp_path: Path) -> None:
    one = people(tmp_path, tmp_path, name="one")
    one.copy(tmp_path / "two.crosscase")
    two = make_study(tmp_path, name="two", person="Ben", open_again=True)
    one.qca.define(DEFINITION)
    two.qca.define(changed(name="trust THAT helps", cuts={"inclusion": 0.9}))
    one.merge(tmp_path / "two.crosscase")
    assert len(one.qca.all()) == 1
    assert one.qca.run("Trust that helps").cases
    assert one.verify() == []
    two.close()
    one.close()


# -- definitions that cannot be ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("told", "slug"),
    [
        ({"name": "x"}, "not-a-qca"),
        (changed(conditions=[]), "not-a-qca"),
        (changed(conditions=["TIES"]), "not-a-condition"),
        (changed(conditons=[]), "unknown-key"),
        (changed(name=" "), "no-name"),
        (changed(cuts={"inclusion": 2}), "cut-out-of-range"),
        (changed(cuts={"inclusion": "much"}), "not-a-number"),
        (changed(cuts=[1]), "not-cuts"),
        (with_condition(code="Ties", atribute="x"), "unknown-key"),
        (with_condition(), "not-one-measure"),
        (with_condition(code="Ties", attribute="tenure"), "not-one-measure"),
        (with_condition(code="Ties", count="letters"), "unknown-word"),
        (with_condition(code="Ties", valence="good"), "unknown-word"),
        (with_condition(attribute="tenure", valence="mixed"), "argument-not-taken"),
        (with_condition(attribute="tenure", characteristic="x"), "argument-not-taken"),
        (with_condition(frame="Sites"), "no-characteristic"),
        (with_condition(code="Ties", calibrate={"anchors": [3, 2, 5]}), "anchors-out-of-order"),
        (with_condition(code="Ties", calibrate={"anchors": [3, 3, 3]}), "anchors-equal"),
        (with_condition(code="Ties", calibrate={"anchors": [3, 5]}), "unknown-calibration"),
        (with_condition(code="Ties", calibrate={"cut": 1, "cuts": [1]}), "unknown-calibration"),
        (with_condition(code="Ties", calibrate={"cut": "one"}), "not-a-number"),
        (with_condition(code="Ties", calibrate={"cutt": 1}), "unknown-calibration"),
        (with_condition(code="Ties", calibrate="somehow"), "unknown-calibration"),
        (with_condition(code="Ties", calibrate={"values": {}}), "unknown-calibration"),
        (with_condition(code="Ties", calibrate={"values": {"a": 2}}), "membership-out-of-range"),
        (with_condition(code="Ties", calibrate={"levels": {"a": 0.5}}), "levels-not-whole"),
        (with_condition(code="Ties", calibrate={"cut": 1}, expect="maybe"), "unknown-expectation"),
        (with_condition(code="Ties", calibrate={"cuts": [1]}, expect=[7]), "unknown-expectation"),
        (changed(conditions=[{"code": "Ties"}]), "no-name"),
        (changed(conditions=[{"name": "A*B", "code": "Ties"}]), "condition-name"),
        (with_condition(code="Ties"), "not-calibrated"),
        (with_condition(attribute="sector", calibrate={"cut": 1}), "not-a-number"),
        (with_condition(attribute="sector", calibrate={"values": {"care": 1}}),
         "value-not-calibrated"),
        (with_condition(code="Teis", calibrate={"cut": 1}), "code-not-found"),
        (with_condition(attribute="tenur", calibrate={"cut": 1}), "attribute-not-found"),
        (with_condition(frame="Sites", characteristic="x", calibrate={"cut": 1}),
         "frame-not-found"),
        (changed(cases="hospitals"), "case-kind-not-found"),
        (changed(coder="Zed"), "coder-not-found"),
        (changed(outcome={"name": "Y", "code": "Trust", "calibrate": {"cuts": [1, 2]}}),
         "outcome-with-levels"),
        (changed(outcome={"name": "Y", "code": "Trust", "calibrate": {"cut": 9}}),
         "outcome-does-not-vary"),
        (changed(conditions=[*DEFINITION["conditions"], DEFINITION["conditions"][0]]),
         "condition-twice"),
    ],
)  # fmt: skip
def test_a_definition_that_cannot_be_is_refused_with_its_reason(
    study: Study, told: dict[str, Any], slug: str
) -> None:
    with pytest.raises(CrosscaseError) as caught:
        study.qca.run(told)
    assert caught.value.slug == slug
    assert caught.value.sentence.endswith(".")


def test_nothing_is_stored_of_a_definition_that_names_what_is_not_there(study: Study) -> None:
    before = study.heads
    with pytest.raises(NotFound):
        study.qca.define(with_condition(code="Teis", calibrate={"cut": 1}))
    assert study.heads == before


def test_a_definition_is_read_from_yaml_and_from_json(study: Study) -> None:
    made = study.qca.read_file(json.dumps(DEFINITION).encode(), "a.json")
    assert study.qca.run(made).digest == study.qca.run(DEFINITION).digest
    text = b"name: A\noutcome: {name: Y, code: Trust, calibrate: {cut: 1}}\nconditions:\n"
    made = study.qca.read_file(text + b"  - {name: X, code: Ties, calibrate: {cut: 1}}\n", "a.yaml")
    assert made.cases == "participants" and made.cuts.inclusion == 0.8
    for data in (b"name: [", b"\xff\xfe\xff", b"- 1", b"x" * 300_000):
        with pytest.raises(UnreadableFile):
            study.qca.read_file(data, "a.yaml")


def test_levels_come_from_cuts_and_from_names(study: Study) -> None:
    found = study.qca.run(changed(conditions=[
        {"name": "TEN", "attribute": "tenure", "calibrate": {"cuts": [3, 7]}, "expect": [2]},
        {"name": "SEC", "attribute": "sector", "calibrate": {"levels": {"care": 0, "health": 1}}},
    ]))  # fmt: skip
    assert found.sets[0].memberships == (2, 2, 2, 0, 0, 1)
    assert found.solution("parsimonious").models[0].text == "TEN{2}"
    assert found.combinations == 6
    stored = study.qca.run(study.qca.define(found.definition).name)
    assert (stored.definition, stored.digest) == (found.definition, found.digest)


def test_the_tables_can_be_read_as_frames(study: Study) -> None:
    found = study.qca.run(DEFINITION)
    assert found.truth_table()["n"].sum() == 6
    assert found.truth_table().columns[:5] == ["row", "TIES", "TENURE", "CARE", "OUT"]
    assert found.terms()["solution"].unique().len() == 3
    assert found.data().columns[:4] == ["case", "id", "TIES (raw)", "TIES"]
    assert found.necessary().height == 6


def test_a_condition_that_is_the_outcome_by_another_name_is_told(study: Study) -> None:
    """After a merge, and where one code lies below the other, unless the valences differ."""
    said = "“TIES” is read from the same as the outcome “TRUST”"
    assert not any(said in each for each in study.qca.run(DEFINITION).warnings)
    study.codes.merge("Ties", "Trust")
    assert any(said in each for each in study.qca.run(DEFINITION).warnings)
    for valence, told in (("enabling", True), (None, True), ("constraining", False)):
        condition = {"name": "TIES", "code": "Relations", "calibrate": {"cut": 1}}
        found = study.qca.run(changed(conditions=[{**condition, "valence": valence}]))
        assert any(said in each for each in found.warnings) == told
