"""The framework matrix: what is beneath its cells, what people write, and what changes since."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from crosscase.errors import CrosscaseError
from crosscase.study import Study
from crosscase.testing import make_study
from tests.study_synthesis.factors import begun

STOPPED = "When the money stopped, nobody believed us any more."
WENT = "The money went, and so did their faith in us."


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    """Three participants in two sites, with a few codings; always sound afterwards."""
    with begun(tmp_path) as made:
        made.codings.add("P01.txt", "Money", quote=STOPPED)
        made.codings.add("P02.txt", "Money", quote=WENT)
        made.codings.add("P02.txt", "Trust", quote=WENT)
        made.codings.add("paper.txt", "Money", quote="funds and confidence")
        yield made
        assert made.verify() == []


def states(study: Study, rows: str = "participants") -> dict[str, list[str]]:
    """The states of all cells, row by row."""
    table = study.charting.table(rows)
    return {
        row.name: [table.state(at, column) for column in range(len(table.columns))]
        for at, row in enumerate(table.rows)
    }


def test_what_is_coded_and_not_yet_written_is_told_apart_from_no_data(study: Study) -> None:
    """A participant's row has what they say; a site's also the papers that lie in it."""
    assert states(study) == {
        "P01": ["not charted", "no data", "no data"],
        "P02": ["not charted", "not charted", "no data"],
        "P03": ["no data", "no data", "no data"],
    }
    table = study.charting.table("sites")
    assert [each.label for each in table.columns] == ["Money", "Trust", "Sharing"]
    assert table.passages.tolist() == [[2, 0, 0], [1, 1, 0]]


def test_a_code_has_the_passages_of_the_codes_below_it(study: Study) -> None:
    """And of those merged into it; a framework's domains are the columns by themselves."""
    study.codes.add("Pots", parent="Money")
    study.codes.merge("Trust", "Pots")
    table = study.charting.table()
    assert [each.label for each in table.columns] == ["Money", "Sharing"]
    assert table.passages.tolist() == [[1, 0], [1, 0], [0, 0]]
    assert study.charting.table(columns=["Pots"]).passages.tolist() == [[0], [1], [0]]
    assert [each.label for each in study.charting.table(columns="codes:all").columns] == [
        "Money", "Pots", "Sharing",
    ]  # fmt: skip
    with pytest.raises(CrosscaseError, match="a column twice"):
        study.charting.table(columns=["Trust", "Pots"])


def test_a_summary_has_its_author_and_its_quotes(study: Study) -> None:
    """Written again it is changed; the quotes stay until they are taken away."""
    cell = study.charting.write("P01", "Money", "It came late.", quotes=[("P01.txt", STOPPED)])
    assert (cell.state, cell.summary, cell.author) == ("charted", "It came late.", "Ama")
    assert [each.passage.text for each in cell.quotes] == [STOPPED]
    assert cell.quote_of(cell.passages[0]) == cell.quotes[0].id
    cell = study.charting.write("P01", "Money", "It stopped.", quotes=[("P01.txt", STOPPED)])
    assert (cell.summary, len(cell.quotes)) == ("It stopped.", 1)
    study.charting.unlink("P01", "Money", [cell.quotes[0].id])
    assert study.charting.cell("P01", "Money").quotes == ()
    study.charting.link("P01", "Money", [("P01.txt", STOPPED)])
    assert len(study.charting.cell("P01", "Money").quotes) == 1
    told = [each.sentence for each in study.log()[:4]]
    assert told == [
        "added 1 passage as evidence to “P01”",
        "took a passage of evidence from “P01”",
        "charted “Money” for “P01”",
        "charted “Money” for “P01”",
    ]


def test_a_summary_is_stale_once_the_coding_beneath_has_changed(study: Study) -> None:
    """What changed is said; written again it is charted; a correction elsewhere changes nothing."""
    study.charting.write("P02", "Money", "It went.")
    study.codings.add("P02.txt", "Money", quote="they stood by us when it went")
    cell = study.charting.cell("P02", "Money")
    assert (cell.state, cell.told) == ("stale", "codings since: 1 new")
    table = study.charting.table()
    assert table.counts["stale"] == 1
    assert table.written[0].told == "codings since: 1 new"
    coding = study.codings.frame()["coding"][1]
    study.codings.remove([coding])
    assert study.charting.cell("P02", "Money").told == "codings since: 1 new, 1 gone"
    study.undo()
    study.charting.write("P02", "Money", "It went.")
    assert study.charting.state("P02", "Money") == "charted"
    text = study.sources.words("P02.txt").text
    study.sources.correct("P02.txt", text.replace("And here?", "And what about here?"))
    assert study.charting.state("P02", "Money") == "charted"
    study.sources.correct(
        "P02.txt", study.sources.words("P02.txt").text.replace("their faith", "f")
    )
    assert study.charting.cell("P02", "Money").told == "codings since: 1 changed"


def test_no_data_is_said_of_a_cell_and_gets_stale_when_something_is_coded(study: Study) -> None:
    """A summary and not asked do not go together, nor do charted and no words."""
    study.charting.write("P03", "Money", state="no data")
    assert study.charting.state("P03", "Money") == "no data"
    study.codings.add("P03.txt", "Money", quote="Sharing records made friends of us.")
    assert study.charting.state("P03", "Money") == "stale"
    with pytest.raises(CrosscaseError, match="no words"):
        study.charting.write("P03", "Money", "  ", state="charted")
    with pytest.raises(CrosscaseError, match="not asked"):
        study.charting.write("P03", "Money", "Much.", state="not asked")
    with pytest.raises(CrosscaseError, match="Nothing is written yet"):
        study.charting.link("P01", "Trust", [("P01.txt", STOPPED)])


def test_who_was_not_asked_is_known_only_where_topics_are_linked_to_codes(study: Study) -> None:
    """And then only of those whose interview somebody went through."""
    study.guides.add("Leaders", topics=["Trust in one another", "Records"])
    study.topics.confirm("P03.txt", [(0, "Records")])
    assert states(study)["P03"] == ["no data"] * 3
    study.charting.link_topics("Trust", ["Trust in one another"])
    assert states(study)["P03"] == ["no data", "not asked", "no data"]
    assert study.charting.state("P03", "Trust") == "not asked"
    assert states(study)["P01"] == ["not charted", "no data", "no data"]
    assert states(study, "sites")["South"] == ["not charted", "not charted", "no data"]
    study.undo()
    assert states(study)["P03"] == ["no data"] * 3


def test_a_draft_is_the_passages_own_words_and_stores_nothing(study: Study) -> None:
    """In their order, each with its place; a person writes from them."""
    before = study.heads
    lines = study.charting.draft("North", "Money")
    assert [each.text for each in lines] == [STOPPED, "funds and confidence"]
    assert lines[0].participants == ("P01",)
    assert (study.heads, states(study, "sites")["North"][0]) == (before, "not charted")


def test_a_cleared_cell_comes_back_with_its_quotes(study: Study) -> None:
    """By restoring it or by undoing; written anew it has nothing of what it was."""
    study.charting.write("P01", "Money", "It came late.", quotes=[("P01.txt", STOPPED)])
    study.charting.clear("P01", "Money")
    assert study.charting.state("P01", "Money") == "not charted"
    study.charting.restore("P01", "Money")
    cell = study.charting.cell("P01", "Money")
    assert (cell.summary, len(cell.quotes)) == ("It came late.", 1)
    study.charting.clear("P01", "Money")
    study.charting.write("P01", "Money", state="no data")
    cell = study.charting.cell("P01", "Money")
    assert (cell.summary, cell.said) == ("", "no data")
    study.undo()
    study.undo()
    assert study.charting.cell("P01", "Money").summary == "It came late."
    study.redo()
    assert study.charting.state("P01", "Money") == "not charted"


def test_cells_of_a_merged_code_are_read_at_the_code_it_went_into(study: Study) -> None:
    """Where both have one, that of the code itself shows and the other is told beside it."""
    study.charting.write("P02", "Trust", "Faith went.")
    study.codes.merge("Trust", "Sharing")
    assert study.charting.cell("P02", "Sharing").summary == "Faith went."
    study.undo()
    study.charting.write("P02", "Sharing", "Nobody shared.")
    study.codes.merge("Trust", "Sharing")
    cell = study.charting.cell("P02", "Sharing")
    assert cell.summary == "Nobody shared."
    assert [(each.code, each.summary) for each in cell.others] == [("Trust", "Faith went.")]
    assert study.charting.table().by_place[1, 1].summary == "Nobody shared."


def test_only_rows_in_which_a_question_is_answered_are_kept(study: Study) -> None:
    """By who speaks, or by what is said; what is beneath the cells stays the same."""
    rows = study.charting.table(where="sector:care").rows
    assert [each.name for each in rows] == ["P02", "P03"]
    table = study.charting.table(where="code:Trust")
    assert [each.name for each in table.rows] == ["P02"]
    assert table.passages.tolist() == [[1, 1, 0]]
    assert [e.name for e in study.charting.table("sites", where="code:Trust").rows] == ["South"]
    with pytest.raises(CrosscaseError, match="cannot be the rows"):
        study.charting.table("codes")


def test_a_wave_has_cells_of_its_own_over_its_own_sources(study: Study) -> None:
    """The same participant at another time is another cell."""
    study.waves.add("First", "2023-01-01", "2023-06-30")
    study.waves.add("Second", "2024-01-01", "2024-06-30")
    study.sources.describe("P01.txt", date="2023-02-01")
    study.sources.describe("P02.txt", date="2024-02-01")
    study.charting.write("P01", "Money", "Early.", wave="First")
    study.charting.write("P01", "Money", "Always.")
    first = study.charting.table(wave="First")
    assert first.passages.tolist() == [[1, 0, 0], [0, 0, 0], [0, 0, 0]]
    assert [each.summary for each in first.written] == ["Early."]
    assert study.charting.cell("P01", "Money").summary == "Always."
    assert study.charting.cell("P01", "Money", wave="Second").summary == ""


def test_two_who_write_one_cell_offline_stand_against_each_other(tmp_path: Path) -> None:
    """As one conflict about the summary; settling it settles whose it is."""
    with begun(tmp_path) as one:
        one.codings.add("P01.txt", "Money", quote=STOPPED)
        path = tmp_path / "copy" / "study.crosscase"
        path.parent.mkdir()
        one.copy(path)
        one.charting.write("P01", "Money", "It came late.", quotes=[("P01.txt", STOPPED)])
        with make_study(path.parent, person="Ben", open_again=True) as other:
            other.charting.write("P01", "Money", "It stopped.", quotes=[("P01.txt", STOPPED)])
            one.merge(path)
            other.merge(tmp_path / "study.crosscase")
            for copy in (one, other):
                (conflict,) = copy.conflicts()
                assert (conflict.kind, conflict.field) == ("cell", "summary")
                assert {conflict.shown_text, *conflict.rival_texts} == {
                    "It came late.", "It stopped.",
                }  # fmt: skip
                assert len(copy.charting.cell("P01", "Money").quotes) == 1
                assert copy.verify() == []
        one.settle(conflict.entity, "summary", conflict.rivals[0])
        cell = one.charting.cell("P01", "Money")
        assert (one.conflicts(), cell.summary, cell.author) in (
            ([], "It came late.", "Ama"), ([], "It stopped.", "Ben"),
        )  # fmt: skip


def test_a_withdrawn_participants_cells_hide_and_come_back(study: Study) -> None:
    """With their quotes, in their own row and in that of their site."""
    study.charting.write("P01", "Money", "Hers.", quotes=[("P01.txt", STOPPED)])
    theirs = "Theirs, for “when the money stopped, nobody believed us” there."
    study.charting.write("North", "Money", theirs, quotes=[("P01.txt", STOPPED)])
    withdrawn = study.withdrawals.withdraw("P01")
    assert [each.name for each in study.charting.table().rows] == ["P02", "P03"]
    assert study.charting.table().written == ()
    site = study.charting.cell("North", "Money")
    assert (site.quotes, site.summary) == ((), "Theirs, for “[withheld]” there.")
    assert "believed" not in (study.charting.table("sites").written[0].summary or "")
    assert withdrawn is not None
    study.withdrawals.lift("P01")
    assert study.charting.cell("P01", "Money").summary == "Hers."
    assert study.charting.cell("North", "Money").summary == theirs
