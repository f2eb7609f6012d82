"""Selections: the whole decision is kept, can be made again, and is told without names."""

from __future__ import annotations

import shutil
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from crosscase.analysis.selection import NotAllOneGroup, OneOf, gower
from crosscase.errors import Conflict, CrosscaseError, MistakeOfUse, NotFound
from crosscase.study import Study
from crosscase.study_selection.choosing import candidates_from
from crosscase.study_selection.selections import ToldSelection
from crosscase.testing import make_study
from tests.study_selection.inventing import BOARDS, COLUMNS, MEANING, grouped_boards

VARIED: dict[str, Any] = {
    "size": 3,
    "eligible": ["deprived is high or middle"],
    "constraints": ["not all one region"],
    "characteristics": ["size", "region", "teaching"],
}


def chosen_of(told: ToldSelection) -> list[str]:
    return [told.labels[case] for case in told.decided.chosen]


def test_maximum_variation_takes_the_best_of_all_sets(boards: Study) -> None:
    """Checked against every set of three: score, ties and how many met the constraints."""
    told = boards.selections.choose("Boards", name="Sites", **VARIED)
    read = boards.frames.read("Boards")
    candidates = candidates_from(read.table, read.groupings, by_id=True)
    may = [p for p in range(9) if candidates.group(p, "deprived") in ("high", "middle")]
    part = candidates.only(may)
    matrix = gower(part, {"size": 1, "region": 1, "teaching": 1}).matrix
    sums = {
        tuple(part.names[i] for i in each): sum(matrix[i, j] for i, j in combinations(each, 2))
        for each in combinations(range(len(may)), 3)
        if len({part.group(i, "region") for i in each}) > 1
    }
    best = max(sums.values())
    ties = [each for each, total in sums.items() if total == pytest.approx(best)]
    assert told.decided.score == pytest.approx(best)
    assert (told.decided.exact, told.decided.how) == (True, "enumeration")
    assert sorted(told.decided.equally_good) == sorted(ties)
    assert (told.decided.tied, told.decided.feasible) == (len(ties), len(sums))
    assert (told.decided.candidates, told.decided.eligible) == (9, len(may))
    assert told.decided.excluded["A2"] == ("“deprived” is “low”, none of high, middle",)


def test_rules_may_be_given_as_values_or_as_written(boards: Study) -> None:
    """Both ways ask for the same."""
    written = boards.selections.preview("Boards", **VARIED)
    valued = boards.selections.preview(
        "Boards",
        **VARIED
        | {
            "eligible": [OneOf("deprived", ("high", "middle"))],
            "constraints": [NotAllOneGroup("region")],
        },
    )
    assert written == valued
    assert written.selection is None
    assert boards.selections.all() == []


@pytest.mark.parametrize(
    ("rule", "eligible"),
    [
        ("deprived is high", 3),
        ("Deprived is HIGH or low", 6),
        ('"deprived" is not “high”', 6),
        ("rurality is known", 8),
        ("deprivation at least 25%", 5),
        ("population from 400,000 to 640,000", 3),
        ("population is at most 390000", 1),
        ("population is 390,000", 1),
        ("teaching is yes", 4),
        ("region is North, East", 5),
        ("region is not North or East", 4),
        ("people at most 390000", 0),
    ],
)
def test_rules_of_eligibility_as_people_write_them(boards: Study, rule: str, eligible: int) -> None:
    """Case, spacing and quotation marks aside; a column's old name is none of the frame's."""
    if not eligible:
        with pytest.raises(MistakeOfUse):
            boards.selections.preview("Boards", method="criterion", eligible=[rule])
        return
    told = boards.selections.preview("Boards", method="criterion", eligible=[rule])
    assert told.decided.eligible == len(told.decided.chosen) == eligible


@pytest.mark.parametrize(
    ("constraint", "holds"),
    [
        ("not all of one region", lambda rows: len({r["region"] for r in rows}) > 1),
        ("at most 1 of any one region", lambda rows: len({r["region"] for r in rows}) == 3),
        (
            "at least 2 where size is small",
            lambda rows: [r["size"] for r in rows].count("small") > 1,
        ),
        ("exactly 0 where region is East", lambda rows: all(r["region"] != "East" for r in rows)),
        ("at most 1 where teaching is no", lambda rows: sum(not r["teaching"] for r in rows) < 2),
        ("include Midton", lambda rows: any(r["name"] == "Midton" for r in rows)),
        ("exclude B2", lambda rows: all(r["case"] != "B2" for r in rows)),
    ],
)
def test_constraints_as_people_write_them(boards: Study, constraint: str, holds: Any) -> None:
    """Every equally good set meets them."""
    asked = {"size": 3, "characteristics": ["size", "region"], "constraints": [constraint]}
    told = boards.selections.preview("Boards", **asked)
    frame = boards.frames.frame("Boards")
    for each in told.decided.equally_good:
        assert holds(frame.filter(frame["case"].is_in(each)).to_dicts())


@pytest.mark.parametrize(
    ("asked", "slug"),
    [
        ({"size": 3}, "no-characteristics"),
        ({"characteristics": ["region"]}, "no-size"),
        ({"size": 3, "characteristics": ["regoin"]}, "no-such-characteristic"),
        ({"size": 3, "characteristics": {"region": -1}}, "weight-not-positive"),
        (VARIED | {"size": 7}, "too-few-candidates"),
        (VARIED | {"size": 0}, "size-not-positive"),
        (VARIED | {"eligible": ["deprived high"]}, "rule-not-understood"),
        (VARIED | {"eligible": ["depraved is high"]}, "no-such-characteristic"),
        (VARIED | {"eligible": ["deprived is hihg"]}, "no-such-group"),
        (VARIED | {"eligible": ["population is about 3"]}, "rule-not-understood"),
        (VARIED | {"constraints": ["some of each region"]}, "constraint-not-understood"),
        (VARIED | {"constraints": ["at least 1 where population at least 3"]},
         "constraint-not-understood"),
        (VARIED | {"constraints": ["include Nowhere"]}, "no-such-candidate"),
        (VARIED | {"constraints": ["include Southam"]}, "not-eligible"),
        (VARIED | {"pick": 99}, "no-such-set"),
        (VARIED | {"method": "best"}, "unknown-method"),
        ({"method": "random", "size": 3}, "no-seed"),
        ({"method": "random", "size": 3, "seed": 1, "constraints": ["not all one region"]},
         "argument-not-taken"),
        ({"method": "stratified", "strata": "size", "seed": 1}, "no-size"),
        ({"method": "stratified", "strata": "size", "seed": 1, "size": 3, "counts": {"small": 1}},
         "arguments-exclude"),
        ({"method": "stratified", "strata": "size", "seed": 1, "size": 3, "share": "fair"},
         "unknown-share"),
        ({"method": "quota", "strata": "size", "counts": {"tiny": 1}}, "no-such-group"),
        ({"method": "quota", "strata": "size", "counts": {"small": 9}}, "too-few-candidates"),
        ({"method": "criterion"}, "no-eligible"),
        ({"method": "manual", "cases": ["A1"]}, "no-reason"),
        ({"method": "manual", "cases": ["Norham"], "reason": "near"}, "no-such-candidate"),
    ],
)  # fmt: skip
def test_what_cannot_be_chosen_is_refused_with_a_way_out(
    boards: Study, asked: dict[str, Any], slug: str
) -> None:
    """Nothing is stored."""
    before = boards.heads
    with pytest.raises(CrosscaseError) as refused:
        boards.selections.choose("Boards", **asked)
    assert refused.value.slug == slug
    assert (boards.selections.all(), boards.heads) == ([], before)


def test_constraints_that_exclude_each_other_are_named(boards: Study) -> None:
    """A smallest conflict: the one that plays no part is left out."""
    asked = VARIED | {
        "constraints": ["not all one region", "at least 2 where size is large", "exclude B2"]
    }
    with pytest.raises(MistakeOfUse) as refused:
        boards.selections.choose("Boards", **asked)
    assert refused.value.slug == "infeasible-constraints"
    assert refused.value.details["constraints"] == ["at least 2 of “size” “large”"]


def test_a_drawing_is_the_same_with_its_seed(boards: Study) -> None:
    """It goes by ids, so that a corrected name draws nobody else."""
    one = boards.selections.preview("Boards", method="random", size=4, seed=7)
    rows = [[*row[:1], row[1].upper(), *row[2:]] for row in BOARDS]
    boards.frames.import_table("Boards", COLUMNS, rows, characteristics=MEANING)
    other = boards.selections.preview("Boards", method="random", size=4, seed=7)
    assert one.decided.chosen == other.decided.chosen
    drawn = {
        boards.selections.preview("Boards", method="random", size=4, seed=seed).decided.chosen
        for seed in range(20)
    }
    assert len(drawn) > 10


def test_strata_and_quotas(boards: Study) -> None:
    """Shares by proportion, alike or as said; quotas in the order of the frame or of chance."""
    sizes = dict(zip(*boards.frames.frame("Boards").select("case", "size"), strict=True))

    def groups(**asked: Any) -> list[str]:
        told = boards.selections.preview("Boards", strata="size", **asked)
        return sorted(sizes[case] for case in told.decided.chosen)

    assert groups(method="stratified", size=3, seed=1) == ["large", "medium", "small"]
    assert groups(method="stratified", size=4, seed=1, share="equal").count("small") in (1, 2)
    assert groups(method="stratified", counts={"SMALL": 2}, seed=1) == ["small", "small"]
    told = boards.selections.preview("Boards", method="quota", strata="size", counts={"small": 2})
    assert chosen_of(told) == ["Northam", "Highmoor"]
    order = boards.selections.preview(
        "Boards", method="quota", strata="size", counts={"small": 2}, order=["D2", "C2", "A1"]
    )
    assert chosen_of(order) == ["Fenwick Vale", "Highmoor"]


def test_a_choice_by_hand_says_whom_the_rules_would_not_have_had(boards: Study) -> None:
    """A person may choose against the rules, but not unseen."""
    told = boards.selections.choose(
        "Boards", method="manual", cases=["Northam", "A2"], reason="They asked us",
        eligible=["deprived is high"],
    )  # fmt: skip
    assert told.decided.notes == ("1 of them do not meet the rules of eligibility.",)
    assert told.selection is not None
    assert told.selection.reason == "They asked us"
    assert "The reason given: They asked us." in boards.selections.paragraph(told.selection.id)


def test_missing_values_by_which_cases_are_compared_are_flagged(boards: Study) -> None:
    """They are compared by the rest, and that is said."""
    told = boards.selections.preview("Boards", size=3, characteristics=["rurality", "size"])
    assert told.decided.notes == (
        "1 eligible case has no “rurality”: distances from there stand on the rest.",
    )


def test_one_of_the_equally_good_sets_is_picked_with_a_reason(boards: Study) -> None:
    """At once or afterwards; undo brings the first back."""
    told = boards.selections.choose("Boards", name="Sites", **VARIED)
    assert told.decided.tied > 1
    boards.selections.pick("Sites", 2, "Nearer to us")
    now = boards.selections.told("Sites")
    assert now.decided.chosen == told.decided.equally_good[1]
    assert now.decided.equally_good == told.decided.equally_good
    assert "Nearer to us" in boards.selections.paragraph("Sites")
    assert boards.selections.again("Sites").is_same
    assert boards.selections.pick("Sites", 2, "Nearer to us") is None
    with pytest.raises(MistakeOfUse):
        boards.selections.pick("Sites", 2, " ")
    boards.undo()
    assert boards.selections.told("Sites").decided.chosen == told.decided.chosen
    picked = boards.selections.choose("Boards", pick=2, reason="Nearer to us", **VARIED)
    assert picked.decided.chosen == told.decided.equally_good[1]


@pytest.mark.parametrize(
    "asked",
    [
        VARIED,
        {"method": "random", "size": 4, "seed": 3},
        {"method": "stratified", "strata": "size", "size": 3, "seed": 3},
        {"method": "quota", "strata": "size", "counts": {"small": 1, "large": 2}},
        {"method": "quota", "strata": "size", "counts": {"small": 1, "large": 2}, "seed": 4},
    ],
)
def test_who_refuses_is_replaced_by_the_rule_and_who_agreed_stays(
    boards: Study, asked: dict[str, Any]
) -> None:
    """The chain is kept, can be made again, and each place is filled by its own rule."""
    first = boards.selections.choose("Boards", name="Sites", **asked)
    gone, *stay = first.decided.chosen
    second = boards.selections.replace("Sites", {first.labels[gone]: "No time"})
    assert set(stay) < set(second.decided.chosen)
    assert gone not in second.decided.chosen
    assert len(second.decided.chosen) == len(first.decided.chosen)
    assert set(second.decided.added) == set(second.decided.chosen) - set(stay)
    assert all(second.decided.sites[case] == first.decided.sites[case] for case in stay)
    assert second.decided.sites[second.decided.added[0]] not in first.decided.sites.values()
    third = boards.selections.replace(second.selection.id, {stay[0]: "Nor have we"})  # type: ignore[union-attr]
    assert not {gone, stay[0]} & set(third.decided.chosen)
    assert [each.reason for each in third.asked.refused] == ["No time", "Nor have we"]
    assert third.selection is not None
    assert third.selection.replaces == second.selection.id  # type: ignore[union-attr]
    assert boards.selections.told("Sites").replaced_by == "Sites (replaced)"
    assert boards.selections.again(third.selection.id).is_same
    if asked.get("strata"):
        sizes = dict(zip(*boards.frames.frame("Boards").select("case", "size"), strict=True))
        groups = [
            sorted(sizes[case] for case in each.decided.chosen) for each in (first, second, third)
        ]
        assert groups[0] == groups[1] == groups[2]


def test_for_one_open_place_every_other_case_is_ranked(boards: Study) -> None:
    """The best first, with the sum of the whole set."""
    first = boards.selections.choose("Boards", name="Sites", **VARIED)
    told = boards.selections.replace("Sites", {first.decided.chosen[0]: "No time"})
    assert told.decided.ranked[0][1] == told.decided.score
    assert len(told.decided.ranked) == told.decided.feasible


def test_replacing_by_hand_or_without_a_constraint(boards: Study) -> None:
    """A person may fill the place; a constraint that cannot hold any more is named."""
    asked = VARIED | {"constraints": ["include Westby"]}
    first = boards.selections.choose("Boards", name="Sites", **asked)
    with pytest.raises(MistakeOfUse) as refused:
        boards.selections.replace("Sites", {"Westby": "No time"})
    assert "must be chosen" in refused.value.sentence
    dropped = boards.selections.replace(
        "Sites", {"Westby": "No time"}, drop_constraints=["“Westby” must be chosen"]
    )
    assert "B2" not in dropped.decided.chosen
    boards.undo()
    by_hand = boards.selections.replace(
        "Sites", {"Westby": "No time"}, cases=["Midton"], reason="They offered", name="Sites now"
    )
    assert by_hand.asked.method == "manual"
    assert set(by_hand.decided.chosen) == ({*first.decided.chosen} - {"B2"}) | {"C1"}
    assert by_hand.decided.added == ("C1",)


@pytest.mark.parametrize(
    ("refused", "more", "slug"),
    [
        ({}, {}, "nobody-refused"),
        ({"Midton": "No"}, {}, "not-chosen"),
        ({"Nowhere": "No"}, {}, "no-such-candidate"),
        ({"Westby": " "}, {}, "no-reason"),
        ({"Westby": "No"}, {"cases": ["Westby"], "reason": "Why not"}, "kept-and-refused"),
        ({"Westby": "No"}, {"drop_constraints": ["all alike"]}, "no-such-constraint"),
    ],
)
def test_a_replacement_that_makes_no_sense_is_refused(
    boards: Study, refused: dict[str, str], more: dict[str, Any], slug: str
) -> None:
    """Nothing is stored."""
    boards.selections.choose("Boards", name="Sites", **VARIED | {"constraints": ["include B2"]})
    before = boards.heads
    with pytest.raises(MistakeOfUse) as error:
        boards.selections.replace("Sites", refused, **more)
    assert (error.value.slug, boards.heads) == (slug, before)


def test_a_selection_is_replaced_once(boards: Study) -> None:
    """The next one goes on from the last."""
    first = boards.selections.choose("Boards", name="Sites", **VARIED)
    boards.selections.replace("Sites", {first.decided.chosen[0]: "No time"})
    with pytest.raises(Conflict, match=r"Sites \(replaced\)"):
        boards.selections.replace("Sites", {first.decided.chosen[1]: "No time"})


def test_a_choice_is_made_again_from_what_was_kept_and_from_the_frame_now(boards: Study) -> None:
    """A changed frame does not change what was decided; what it would give is told."""
    told = boards.selections.choose("Boards", name="Sites", **VARIED)
    found = boards.selections.again("Sites")
    assert (found.is_same, found.frame_changed, found.present_is_same) == (True, False, True)
    rows = [list(row) for row in BOARDS if row[0] != told.decided.chosen[0]]
    boards.frames.import_table("Boards", COLUMNS, rows, characteristics=MEANING)
    found = boards.selections.again("Sites")
    assert (found.is_same, found.frame_changed, found.present_is_same) == (True, True, False)
    boards.frames.ungroup("Boards", "size")
    found = boards.selections.again("Sites")
    assert found.is_same
    assert "size" in (found.problem or "")
    assert boards.selections.told("Sites").decided == told.decided


def test_the_paragraph_tells_all_but_the_names(boards: Study) -> None:
    """Frame, number, source, groups, rules, ties and refusals; names only on wish."""
    first = boards.selections.choose("Boards", name="Sites", **VARIED)
    boards.selections.replace("Sites", {first.decided.chosen[0]: "no time"}, name="Second")
    text = boards.selections.paragraph("Second")
    for part in (
        "Three of 9 care boards were chosen from the sampling frame “Boards” (source: Invented).",
        "three groups of equal number by rank, tied cases together, of “deprivation” from Index "
        "of deprivation, 2019: low (3): 8.5 to 19.3%;",
        "three bands, of “population” from Register of patients, 2022-01-01: small (3): 390,000 "
        "to 520,000 people;",
        "Eligible were the 6 of which “deprived” is high or middle.",
        "Gower distances over all pairs, by “size”, “region” and “teaching”, weighted alike",
        "Every set had to meet: not all of one “region”;",
        "That no set is better was established by going through all of them.",
        ": no time)",
    ):
        assert part in text
    names = [row[1] for row in BOARDS]
    assert not [name for name in names if name in text]
    named = boards.selections.paragraph("Second", names=True)
    assert first.labels[first.decided.chosen[0]] in named
    told = boards.selections.choose(
        "Boards", **VARIED | {"constraints": ["include Westby", "exclude Eastby"]}
    )
    text = boards.selections.paragraph(told.selection.id)  # type: ignore[union-attr]
    assert "one case was required; one case was ruled out" in text


def test_the_table_gives_sites_by_groups_and_hides_exact_numbers(boards: Study) -> None:
    """Labels are Site A and so on, or a person's own; the frame's order does not show."""
    told = boards.selections.choose(
        "Boards", name="Sites", **VARIED | {"characteristics": ["size", "region", "population"]}
    )
    table = boards.selections.table("Sites")
    assert table.columns == ["site", "deprived", "size", "region"]
    assert table["site"].to_list() == ["Site A", "Site B", "Site C"]
    own = {case: f"Place {number}" for number, case in enumerate(told.decided.chosen)}
    labelled = boards.selections.table("Sites", labels=own, characteristics=["Population"])
    assert labelled.columns == ["site", "population"]
    assert labelled["site"].to_list() == ["Place 0", "Place 1", "Place 2"]
    named = boards.selections.table("Sites", names=True)
    assert sorted(named["site"].to_list()) == sorted(chosen_of(told))
    with pytest.raises(MistakeOfUse, match="Two sites"):
        boards.selections.table("Sites", labels=dict.fromkeys(told.decided.chosen, "Place"))


def test_selections_are_named_removed_and_restored(boards: Study) -> None:
    """Each is one operation; a frame takes its selections along."""
    told = boards.selections.choose("Boards", **VARIED)
    assert told.selection is not None
    assert told.selection.name == "Selection 1"
    boards.selections.rename("Selection 1", "Sites")
    with pytest.raises(Conflict):
        boards.selections.choose("Boards", name="sites", **VARIED)
    boards.selections.remove("Sites")
    with pytest.raises(NotFound):
        boards.selections.get("Sites")
    boards.selections.restore("Sites")
    boards.frames.remove("Boards")
    assert boards.selections.all() == []
    boards.undo()
    assert boards.selections.told("Sites").decided == told.decided
    sentences = [each.sentence for each in boards.log()]
    assert "chose 3 cases from the frame “Boards”" in sentences


def test_two_copies_bring_their_selections_together(tmp_path: Path) -> None:
    """A selection takes the table that it was made from along, whatever became of the frame."""
    with make_study(tmp_path, name="here") as here:
        grouped_boards(here)
    shutil.copy(tmp_path / "here.crosscase", tmp_path / "there.crosscase")
    there = make_study(tmp_path, name="there", person="Ben", open_again=True)
    there.frames.import_table("Boards", COLUMNS, BOARDS[:8], characteristics=MEANING)
    told = there.selections.choose("Boards", name="Sites", **VARIED)
    here = make_study(tmp_path, name="here", open_again=True)
    here.frames.classify("Boards", "rurality", groups=2)
    here.merge(tmp_path / "there.crosscase")
    assert here.selections.told("Sites").decided == told.decided
    assert here.selections.again("Sites").is_same
    assert here.verify() == []
    here.close()
    there.close()


def test_a_selection_becomes_a_word_document(boards: Study) -> None:
    """The paragraph and the table, without names."""
    boards.selections.choose("Boards", name="Sites", **VARIED)
    document = boards.documents.selection("Sites")
    assert document.to_bytes()[:2] == b"PK"
    assert document.columns == ["site", "deprived", "size", "region", "teaching"]
    assert document.paragraph == boards.selections.paragraph("Sites")


def test_chosen_cases_become_cases_of_the_study_under_the_labels_given(boards: Study) -> None:
    """With what the frame says as attributes; no real name is among them; once is enough."""
    told = boards.selections.choose("Boards", name="Sites", **VARIED)
    done = boards.selections.adopt("Sites", labels=["North", "South", "East"])
    assert (done.made, done.labels) == (3, ("North", "South", "East"))
    sites = [each for each in boards.cases.all() if each.case_kind == "site"]
    assert {each.name for each in sites} == {"North", "South", "East"}
    frame = boards.attributes.frame()
    assert not {row["name"] for row in boards.frames.frame("Boards").iter_rows(named=True)} & set(
        frame["case"].to_list()
    )
    table = boards.selections.table(
        "Sites", characteristics=["population", "region", "deprived"]
    ).rows()
    held = {row["case"]: row for row in frame.iter_rows(named=True)}
    for label, (_, population, region, deprived) in zip(done.labels, table, strict=True):
        row = held[label]
        assert (row["population"], row["region"], row["deprived"]) == (population, region, deprived)
    types = {each.name: each.value_type for each in boards.attributes.all()}
    assert (types["population"], types["deprived"]) == ("number", "choice")
    assert boards.selections.adopt("Sites", labels=["North", "South", "East"]).recorded is None
    boards.undo()
    assert [each for each in boards.cases.all() if each.case_kind == "site"] == []
    boards.redo()
    assert len(boards.cases.all()) == 3
    assert boards.selections.told("Sites").decided.chosen == told.decided.chosen


def test_adopted_cases_are_called_by_their_sites_and_get_what_is_named(boards: Study) -> None:
    """Site A and so on; a case of the name that is there already gets the values."""
    boards.selections.choose("Boards", name="Sites", **VARIED)
    there = boards.cases.add("Site B", "site")
    done = boards.selections.adopt("Sites", characteristics=["deprived"])
    assert (done.labels, done.made) == (("Site A", "Site B", "Site C"), 2)
    assert there.id in done.cases
    assert [each.name for each in boards.attributes.all()] == ["deprived"]
    named = boards.selections.adopt("Sites", "board", names=True, characteristics=["region"])
    assert set(named.labels) <= {name for _, name, *_ in BOARDS}


@pytest.mark.parametrize(
    ("asked", "slug"),
    [
        ({"labels": ["North"]}, "labels-for-others"),
        ({"labels": ["North", "North", "East"]}, "label-twice"),
        ({"characteristics": ["height"]}, "no-such-characteristic"),
    ],
)
def test_what_cannot_be_adopted_is_refused_and_nothing_is_stored(
    boards: Study, asked: dict[str, Any], slug: str
) -> None:
    """With a way out."""
    boards.selections.choose("Boards", name="Sites", **VARIED)
    before = boards.heads
    with pytest.raises(CrosscaseError) as refused:
        boards.selections.adopt("Sites", **asked)
    assert refused.value.slug == slug
    assert boards.heads == before
    boards.selections.replace("Sites", {boards.selections.get("Sites").chosen[0]: "no time"})
    with pytest.raises(CrosscaseError) as refused:
        boards.selections.adopt("Sites")
    assert refused.value.slug == "selection-replaced"


def test_another_set_than_the_first_needs_a_reason(boards: Study) -> None:
    """Also where it is taken at once; a preview needs none."""
    assert boards.selections.preview("Boards", pick=2, **VARIED).decided.chosen
    for reason in (None, " "):
        with pytest.raises(MistakeOfUse) as refused:
            boards.selections.choose("Boards", pick=2, reason=reason, **VARIED)
        assert refused.value.slug == "no-reason"
    assert boards.selections.all() == []
