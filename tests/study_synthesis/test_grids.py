"""Grids: their files, judgements with evidence for and against, and how raters agree."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from crosscase.errors import CrosscaseError
from crosscase.study import Study
from crosscase.study_synthesis.grid_files import read_grid
from crosscase.testing import make_study
from tests.study_synthesis.factors import begun

SHARED = Path(__file__).parents[3] / "shared" / "data" / "validation"
STOPPED = ("P01.txt", "When the money stopped, nobody believed us any more.")
PAPER = ("paper.txt", "funds and confidence went together")

# Seven of nine cells are stated, two have no explicit evidence; the reasons are our own words.
STREAMS = (
    ("Policy", "Vertical", "misaligned", "The aims from above are too vague to act on."),
    ("Policy", "Horizontal, local", "misaligned", "Sectors may want different things."),
    ("Policy", "Horizontal, national", "misaligned", "What is done belies what is aimed at."),
    ("Process", "Vertical", "misaligned", "Orders from above and one reform after another."),
    ("Process", "Horizontal, local", "misaligned", "It is not clear who answers to whom."),
    ("Process", "Horizontal, national", "no evidence", ""),
    ("Resource", "Vertical", "misaligned", "The centre gives too little."),
    ("Resource", "Horizontal, local", "no evidence", ""),
    ("Resource", "Horizontal, national", "misaligned", "Aims and means are set apart."),
)


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    """Three participants in two sites, with the grid of policy streams; sound afterwards."""
    with begun(tmp_path) as made:
        made.grids.add("policy-streams")
        yield made
        assert made.verify() == []


def grid_file(text: str) -> bytes:
    """A small grid file, with something put at the end."""
    return (
        "name: Promises\nrows:\n  - Money\n  - Time\ncolumns:\n  - Given\nstatuses:\n"
        f"  - kept\n  - broken\n{text}"
    ).encode()


def test_the_shipped_grids_can_all_be_added(study: Study) -> None:
    """Each has an order of statuses, and “no evidence” beside it."""
    keys = [each.key for each in study.grids.available()]
    assert keys == ["accountability", "conflicts-of-interest", "policy-streams", "responsibilities"]
    for key in keys:
        if key != "policy-streams":
            study.grids.add(key)
    for grid in study.grids.all():
        assert [each.name for each in grid.statuses if not each.on_scale] == ["no evidence"]
        assert grid.citation and len(grid.scale) == 3
    with pytest.raises(CrosscaseError, match="already"):
        study.grids.add("Policy streams")


def test_a_shipped_grid_is_found_by_the_key_it_was_added_by(study: Study) -> None:
    assert study.grids.table("policy-streams").grid.name == "Policy streams"


def test_headings_that_repeat_are_refused_with_their_line() -> None:
    """Also those that differ only in case, spacing or signs; and unknown words of a file."""
    twice = grid_file("").replace(b"  - Time\n", b"  - Time\n  -  money\n")
    with pytest.raises(CrosscaseError, match=r"In line 5 .* it is in line 3 already"):
        read_grid(twice, "a.yaml")
    signs = grid_file("").replace(b"  - Given\n", b"  - Given!\n  - given\n")
    with pytest.raises(CrosscaseError, match="In line 7"):
        read_grid(signs, "a.yaml")
    with pytest.raises(CrosscaseError, match=r"colour.*line 10"):
        read_grid(grid_file("colour: red\n"), "a.yaml")
    with pytest.raises(CrosscaseError, match="two statuses or more"):
        read_grid(grid_file("").replace(b"  - broken\n", b""), "a.yaml")
    with pytest.raises(CrosscaseError, match="read as YAML"):
        read_grid(b"name: [", "a.yaml")


def test_no_evidence_is_added_to_a_grid_that_does_not_have_it() -> None:
    """And stands beside the order of its statuses."""
    file = read_grid(grid_file("per: study\n"), "a.yaml")
    assert [(each.name, each.on_scale) for each in file.statuses] == [
        ("kept", True), ("broken", True), ("no evidence", False),
    ]  # fmt: skip
    assert file.case_kind is None


def judge_all(study: Study, rater: str | None = None) -> None:
    """The nine cells of the policy streams for one site."""
    for row, column, status, reason in STREAMS:
        study.grids.judge("Policy streams", row, column, status, reason, case="North", rater=rater)


def test_no_evidence_is_never_counted_as_aligned(study: Study) -> None:
    """Nor is a cell that nobody judged, which is something else again."""
    judge_all(study)
    table = study.grids.table("Policy streams", case="North")
    told = [
        table.counts(row.key, column.key)
        for row in table.grid.rows
        for column in table.grid.columns
    ]
    assert [each["misaligned"] for each in told] == [1, 1, 1, 1, 1, 0, 1, 0, 1]
    assert [each["no evidence"] for each in told] == [0, 0, 0, 0, 0, 1, 0, 1, 0]
    assert not any(each["aligned"] or each["not judged"] for each in told)
    both = study.grids.table("Policy streams")
    assert both.counts("policy", "vertical")["not judged"] == 1
    assert [each.name for each in both.cases] == ["North", "South"]


@pytest.mark.shared
def test_the_policy_streams_of_the_study_are_reproduced(study: Study) -> None:
    """Each cell has the status that was read from the study; the words are ours."""
    (case,) = json.loads((SHARED / "policy_streams.json").read_text())["cases"]
    judge_all(study)
    table = study.grids.table("Policy streams", case="North")
    columns = dict(zip(case["input"]["grid_cols"], table.grid.columns, strict=True))
    for place, stated in case["expected"].items():
        row, _, column = place.partition("|")
        (judged,) = table.by_cell[table.grid.row(row).key, columns[column].key]
        read = "no evidence" if "no explicit" in stated else stated.partition(":")[0]
        assert judged.status_name == read


def test_a_judgement_has_evidence_for_and_against_by_kind_of_source(study: Study) -> None:
    """Judged again by the same person it is changed; by another it stands beside it."""
    judged = study.grids.judge(
        "Policy streams", "policy", "vertical", "misaligned", "Too vague.", case="North",
        evidence=[STOPPED, PAPER], against=[("P02.txt", "they stood by us when it went")],
    )  # fmt: skip
    assert judged.counts(against=False) == {"document": 1, "interview": 1}
    assert judged.counts(against=True) == {"interview": 1}
    study.activities.add_meeting("Board", source="paper.txt")
    assert study.grids.judgement(judged.id).counts(against=False)["observation"] == 1
    again = study.grids.judge("Policy streams", "Policy", "Vertical", "aligned", case="North")
    assert (again.id, again.reason, len(again.evidence)) == (judged.id, "", 3)
    study.grids.take_evidence(again.id, [each.id for each in again.evidence if each.against])
    study.grids.give_evidence(again.id, [PAPER], against=True)
    assert study.grids.judgement(again.id).counts(against=True) == {"observation": 1}
    study.grids.judge("Policy streams", "Policy", "Vertical", "aligned", case="North", rater="Ben")
    cell = study.grids.table("Policy streams").by_cell["policy", "vertical"]
    assert [each.rater_name for each in cell] == ["Ama", "Ben"]
    study.grids.take_back(again.id)
    assert len(study.grids.table("Policy streams").judgements) == 1
    study.grids.restore_judgement(again.id)
    assert len(study.grids.judgement(again.id).evidence) == 3
    study.grids.take_back(again.id)
    study.undo()
    assert len(study.grids.table("Policy streams").judgements) == 2


def test_what_cannot_be_judged_is_said(study: Study) -> None:
    """A grid for each site needs a site; one for the study has none."""
    with pytest.raises(CrosscaseError, match="judged for each site"):
        study.grids.judge("Policy streams", "Policy", "Vertical", "aligned")
    with pytest.raises(CrosscaseError, match="no row “Power”"):
        study.grids.judge("Policy streams", "Power", "Vertical", "aligned", case="North")
    with pytest.raises(CrosscaseError, match="no status “fine”"):
        study.grids.judge("Policy streams", "Policy", "Vertical", "fine", case="North")
    study.grids.add(read_grid(grid_file(""), "a.yaml"))
    with pytest.raises(CrosscaseError, match="once for the study"):
        study.grids.judge("Promises", "Money", "Given", "kept", case="North")
    study.grids.judge("Promises", "Money", "Given", "kept")
    assert study.grids.table("Promises").counts("money", "given")["kept"] == 1


def test_two_raters_are_compared_on_the_scale_and_over_all_statuses(study: Study) -> None:
    """Off the scale there is no order, so “no evidence” does not enter weighted kappa."""
    judge_all(study, "Ama")
    with pytest.raises(CrosscaseError, match="two raters"):
        study.grids.agreement("Policy streams")
    judge_all(study, "Ben")
    found = study.grids.agreement("Policy streams")
    assert (found.scale.value, found.scale.raw, found.scale.cells) == (None, 1.0, 7)
    assert found.scale.reason == "both used one and the same status only"
    assert (found.all_statuses.value, found.disagreements) == (1.0, ())
    study.grids.judge("Policy streams", "Policy", "Vertical", "aligned", case="North", rater="Ben")
    study.grids.judge(
        "Policy streams", "Resource", "Vertical", "no evidence", case="North", rater="Ben"
    )
    study.grids.judge(
        "Policy streams", "Resource", "Vertical", "aligned", case="South", rater="Ben"
    )
    found = study.grids.agreement("Policy streams", "ama", "Ben")
    assert (found.scale.cells, found.all_statuses.cells, found.only_other) == (6, 9, 1)
    assert [(each.row, each.one, each.other) for each in found.disagreements] == [
        ("Policy", "misaligned", "aligned"), ("Resource", "misaligned", "no evidence"),
    ]  # fmt: skip
    assert found.scale.raw == pytest.approx(5 / 6)


def test_judgements_go_out_as_a_table_and_come_back(study: Study, tmp_path: Path) -> None:
    """As one operation; rows that say the same change nothing, others are refused by line."""
    judge_all(study)
    from crosscase.formats.tables import read_table

    files = study.grids.files("Policy streams")
    table = read_table(files.to_csv(), "g.csv")
    again = study.grids.import_table("Policy streams", table.columns, table.rows)
    assert (again.judgements, again.already_there) == (0, 9)
    rows = [("North", "Policy", "Vertical", "aligned", "Cy"), ("North", "Policy", "Up", "x", "Cy"),
            ("North", "Policy", "Vertical", "aligned", "Cy")]  # fmt: skip
    before = len(study.log())
    done = study.grids.import_table(
        "Policy streams", ("case", "row", "column", "status", "rater"), rows
    )
    assert (done.judgements, [line for line, _ in done.refused]) == (1, [3, 4])
    assert len(study.log()) - before <= 2  # the judgements, and Cy who is new
    book = read_table(files.to_xlsx(), "g.xlsx")
    assert book.columns[1:] == ("Vertical", "Horizontal, local", "Horizontal, national")


def test_one_grid_and_one_judgement_on_two_laptops_are_one(tmp_path: Path) -> None:
    """The same rater's different judgements stand against each other as one conflict."""
    with begun(tmp_path) as one:
        path = tmp_path / "copy" / "study.crosscase"
        path.parent.mkdir()
        one.copy(path)
        place = ("Policy streams", "Policy", "Vertical")
        one.grids.add("policy-streams")
        one.grids.judge(*place, "aligned", "It fits.", case="North", rater="Cy")
        one.grids.judge(*place, "aligned", case="South")
        with make_study(path.parent, person="Ben", open_again=True) as other:
            other.grids.add("policy-streams")
            other.grids.judge(*place, "misaligned", "It does not.", case="North", rater="Cy")
            other.grids.judge(*place, "misaligned", case="South")
            one.merge(path)
            other.merge(tmp_path / "study.crosscase")
            for copy in (one, other):
                assert len(copy.grids.all()) == 1
                assert len(copy.grids.table("Policy streams").judgements) == 3
                (conflict,) = copy.conflicts()
                assert (conflict.kind, conflict.field) == ("judgement", "status")
                assert copy.verify() == []
        one.settle(conflict.entity, "status", "aligned")
        (north,) = one.grids.table("Policy streams", case="North").judgements
        assert (north.status, north.reason, one.conflicts()) == ("aligned", "It fits.", [])


def test_a_removed_grid_hides_its_judgements_and_a_withdrawn_person_their_evidence(
    study: Study,
) -> None:
    """Both come back."""
    study.grids.judge(
        "Policy streams", "Policy", "Vertical", "aligned",
        "She says that when the money stopped, nobody believed us.", case="North",
        evidence=[STOPPED, PAPER],
    )  # fmt: skip
    study.withdrawals.withdraw("P01")
    (judged,) = study.grids.table("Policy streams").judgements
    assert judged.counts(against=False) == {"document": 1}
    assert judged.reason == "She says that [withheld]."
    study.withdrawals.lift("P01")
    study.grids.remove("Policy streams")
    assert study.grids.all() == []
    study.grids.restore("Policy streams")
    (judged,) = study.grids.table("Policy streams").judgements
    assert len(judged.evidence) == 2
