"""How factors act on one another: what may be said, who is counted, and what it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import polars as pl
import pytest

from crosscase.errors import CrosscaseError
from crosscase.study import Study
from crosscase.study_synthesis.interaction_graph import Edge, InteractionGraph
from crosscase.testing import make_study
from tests.study_synthesis.factors import begun

STOPPED = ("P01.txt", "When the money stopped, nobody believed us any more.")
WENT = ("P02.txt", "The money went, and so did their faith in us.")
STOOD = ("P02.txt", "they stood by us when it went")
PAPER = ("paper.txt", "funds and confidence went together")


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    """Three participants in two sites; whatever a test does, the study is sound."""
    with begun(tmp_path) as made:
        yield made
        assert made.verify() == []


def only(graph: InteractionGraph) -> Edge:
    """The one edge of a graph."""
    (edge,) = graph.edges
    return edge


def test_an_interaction_has_no_direction_until_somebody_says_so(study: Study) -> None:
    """The order of names says nothing; naming the factor that acts does."""
    told = study.interactions.add("Trust", "Money")
    edge = only(study.interactions.graph())
    assert (edge.start_name, edge.end_name, edge.directed) == ("Money", "Trust", False)
    with pytest.raises(CrosscaseError, match="Which of the two"):
        study.interactions.change(told.link.id, directed=True)
    study.interactions.change(told.link.id, start="Money", sign="-")
    edge = only(study.interactions.graph())
    assert (edge.start_name, edge.end_name, edge.directed, edge.sign) == (
        "Money", "Trust", True, "-",
    )  # fmt: skip
    study.interactions.change(told.link.id, start="Trust")
    assert only(study.interactions.graph()).start_name == "Trust"
    with pytest.raises(CrosscaseError, match="none of the two"):
        study.interactions.change(told.link.id, start="Sharing")


def test_what_is_asserted_is_heard_from_a_participant(study: Study) -> None:
    """Read from who speaks: a paper asserts nothing, and nor does the interviewer."""
    for passages in ([], [PAPER], [("P01.txt", "What happened?")]):
        with pytest.raises(CrosscaseError, match="No participant is heard") as refused:
            study.interactions.add("Money", "Trust", basis="asserted", evidence=passages)
        assert "inferred" in (refused.value.hint or "")
    told = study.interactions.add("Money", "Trust", basis="asserted", evidence=[STOPPED])
    assert told.passages[0].passage is not None
    assert told.passages[0].passage.participants == ("P01",)
    with pytest.raises(CrosscaseError, match="No participant is heard"):
        study.interactions.take(told.link.id, [told.passages[0].evidence])
    inferred = study.interactions.add("Money", "Sharing", evidence=[PAPER])
    with pytest.raises(CrosscaseError, match="No participant is heard"):
        study.interactions.change(inferred.link.id, basis="asserted")


def test_an_edge_tells_who_says_so_of_how_many(study: Study) -> None:
    """Participants first, then cases and sectors, then passages, for and against."""
    told = study.interactions.add(
        "Money", "Trust", directed=True, sign="-", basis="asserted",
        evidence=[STOPPED, WENT], against=[STOOD],
    )  # fmt: skip
    study.interactions.give(told.link.id, [PAPER])
    edge = only(study.interactions.graph())
    assert (edge.participants, edge.of, edge.cases, edge.sectors) == (2, 3, 2, 2)
    assert (edge.passages, edge.against, edge.against_participants) == (3, 1, 1)
    assert (edge.asserted, edge.inferred, edge.inferred_from) == (1, 0, 0)
    assert edge.only_case is None and not edge.only_participant


def test_what_is_inferred_is_never_counted_as_asserted(study: Study) -> None:
    """An analyst who reads it from what a participant said is not that participant."""
    study.interactions.add("Money", "Trust", directed=True, evidence=[STOPPED])
    edge = only(study.interactions.graph())
    assert (edge.participants, edge.inferred_from, edge.passages) == (0, 1, 1)
    assert study.interactions.graph(basis="asserted").edges == ()
    assert len(study.interactions.graph(basis="inferred").edges) == 1


def test_edges_are_told_by_site_and_sector(study: Study) -> None:
    """With their own denominators; and nothing else than cases and attributes will do."""
    study.interactions.add(
        "Money", "Trust", directed=True, basis="asserted", evidence=[STOPPED, WENT, PAPER]
    )
    by = study.interactions.graph(by="site").by_frame()
    assert by.select("site", "participants", "of", "passages").rows() == [
        ("North", 1, 1, 2),
        ("South", 1, 2, 1),
    ]
    by = study.interactions.graph(by="sector").by_frame()
    assert by.select("sector", "participants", "of").rows() == [("care", 1, 2), ("health", 1, 1)]
    with pytest.raises(CrosscaseError, match="not told apart by codes"):
        study.interactions.graph(by="codes")


def test_edges_are_told_by_wave(study: Study) -> None:
    """Somebody says so in the wave in which they say it, of those who spoke in it."""
    study.sources.describe("P01.txt", date="2025-02-01")
    study.sources.describe("P02.txt", date="2026-02-01")
    study.sources.describe("P03.txt", date="2026-03-01")
    study.waves.add("First", "2025-01-01", "2025-12-31")
    study.waves.add("Second", "2026-01-01", "2026-12-31")
    study.interactions.add("Money", "Trust", basis="asserted", evidence=[STOPPED, WENT])
    by = study.interactions.graph(by="waves").by_frame()
    assert by.select("wave", "participants", "of", "passages").rows() == [
        ("First", 1, 1, 1),
        ("Second", 1, 2, 1),
    ]


def test_a_question_narrows_what_is_counted(study: Study) -> None:
    """Edges without a passage that answers it are left out, and denominators go with it."""
    study.interactions.add("Money", "Trust", directed=True, basis="asserted", evidence=[STOPPED])
    study.interactions.add("Trust", "Sharing", directed=True)
    graph = study.interactions.graph(where="site:North")
    assert [(each.said, each.participants, each.of) for each in graph.edges] == [
        ("Money -> Trust", 1, 1)
    ]
    assert study.interactions.graph(where="site:South").edges == ()


def test_leaving_a_case_out_tells_what_an_edge_rests_on(study: Study) -> None:
    """One edge stands on both sites, one on North alone."""
    study.interactions.add(
        "Money", "Trust", directed=True, basis="asserted", evidence=[STOPPED, WENT]
    )
    study.interactions.add(
        "Trust", "Sharing", directed=True, basis="asserted",
        evidence=[("P01.txt", "without belief nobody shared a record")],
    )  # fmt: skip
    graph = study.interactions.graph()
    found = graph.sensitivity()
    assert [each.said for each in found.on_one_case] == ["Trust -> Sharing"]
    assert [each.said for each in found.on_one_participant] == ["Trust -> Sharing"]
    left = found.frame().filter(pl.col("from") == "Trust").select("without", "remains")
    assert left.rows() == [("North", False), ("South", True)]
    without = study.interactions.graph(leave_out="North")
    assert [(each.said, each.participants, each.of) for each in without.edges] == [
        ("Money -> Trust", 1, 2)
    ]
    measures = {(m.measure, m.factor, m.case): (m.whole, m.without) for m in found.measures}
    assert measures["edges", None, "North"] == (2, 1)
    assert measures["out participants", "Trust", "North"] == (1, 0)
    assert measures["reciprocity", None, "South"] == (0, 0)


def test_merged_codes_are_read_through_and_removed_ones_hide(study: Study) -> None:
    """What rests on a removed code is listed, and comes back with it."""
    study.interactions.add("Money", "Trust", directed=True)
    study.interactions.add("Sharing", "Trust", directed=True)
    study.codes.merge("Sharing", "Money")
    assert [each.said for each in study.interactions.graph().edges] == ["Money -> Trust"]
    assert len(only(study.interactions.graph()).links) == 2
    study.codes.merge("Money", "Trust")
    assert study.interactions.graph().edges == ()
    assert "2 interactions join two codes that were merged" in study.interactions.graph().notes[-1]
    study.undo()
    study.codes.remove("Trust")
    graph = study.interactions.graph()
    assert graph.edges == ()
    assert [(each.start, each.end, each.removed) for each in graph.hidden] == [
        ("Money", "Trust", "Trust"),
        ("Sharing", "Trust", "Trust"),
    ]
    study.codes.restore("Trust")
    assert len(only(study.interactions.graph()).links) == 2


def test_each_act_is_one_operation_with_a_sentence_and_can_be_undone(study: Study) -> None:
    """Adding with evidence, changing, giving, taking, removing, restoring."""
    told = study.interactions.add("Money", "Trust", mechanism="It stops", evidence=[STOPPED])
    link = told.link.id
    study.interactions.change(link, mechanism="It stops at once", sign="-")
    study.interactions.give(link, [WENT, PAPER])
    study.interactions.take(link, [study.interactions.get(link).passages[0].evidence])
    study.interactions.remove(link)
    study.interactions.restore(link)
    assert [each.sentence for each in study.log()[:6]] == [
        "restored the link of “Money” and “Trust”",
        "removed the link of “Money” and “Trust”",
        "took a passage of evidence from “Money and Trust”",
        "added 2 passages as evidence to “Money and Trust”",
        "changed how “Money” and “Trust” act on one another",
        "said that “Money” and “Trust” act on one another",
    ]
    assert len(study.interactions.get(link).passages) == 2
    for _ in range(5):
        study.undo()
    assert study.interactions.get(link).mechanism == "It stops"
    assert len(study.interactions.get(link).passages) == 1
    study.undo()
    assert study.interactions.all() == []
    for _ in range(6):
        study.redo()
    assert study.interactions.get(link).mechanism == "It stops at once"


def test_the_same_words_twice_are_one_interaction(study: Study) -> None:
    """Said again with another passage it is given to the one that is there."""
    first = study.interactions.add("Money", "Trust", evidence=[STOPPED])
    again = study.interactions.add("Trust", "Money", evidence=[STOPPED, WENT])
    assert again.link.id == first.link.id and len(again.passages) == 2
    other = study.interactions.add("Money", "Trust", mechanism="It stops")
    assert other.link.id != first.link.id
    assert study.interactions.change(first.link.id, sign=None) is None
    with pytest.raises(CrosscaseError, match="cannot act on itself"):
        study.interactions.add("Money", "Money")


def test_other_links_are_no_interactions(study: Study) -> None:
    """A link of another type or with another thing is neither counted nor changed here."""
    other = study.links.add("code:Money", "code:Trust", "reminds of")
    study.links.add("code:Money", "participant:P01", "influences")
    assert study.interactions.graph().edges == () and study.interactions.all() == []
    with pytest.raises(CrosscaseError, match="no interaction"):
        study.interactions.change(other.id, sign="+")


def test_a_table_brings_interactions_with_their_passages(study: Study) -> None:
    """Rows that say the same are one; what nobody is heard to say is refused by its line."""
    columns = ("from", "to", "directed", "sign", "mechanism", "basis", "source", "quote", "against")
    rows = [
        ("Money", "Trust", "yes", "-", "It stops", "asserted", *STOPPED, ""),
        ("Money", "Trust", "yes", "-", "It stops", "asserted", *WENT, ""),
        ("Money", "Trust", "yes", "-", "It stops", "asserted", *STOOD, "yes"),
        ("Trust", "Sharing", "", "", "", "", "", "", ""),
        ("Trust", "Money", "yes", "+", "", "asserted", *PAPER, ""),
        ("Trust", "Nothing", "", "", "", "", "", "", ""),
    ]
    tried = study.interactions.import_table(columns, rows, dry_run=True)
    assert study.interactions.all() == []
    found = study.interactions.import_table(columns, rows)
    assert (found.interactions, found.evidence) == (tried.interactions, tried.evidence) == (2, 3)
    assert [line for line, _ in found.refused] == [6, 7]
    edges = study.interactions.graph().edges
    assert [(e.said, e.participants, e.passages, e.against) for e in edges] == [
        ("Money -> Trust (-)", 2, 2, 1),
        ("Trust -- Sharing", 0, 0, 0),
    ]
    again = study.interactions.import_table(columns, rows[:4])
    assert (again.interactions, again.evidence, again.already_there) == (0, 0, 2)


def test_evidence_of_a_withdrawn_participant_is_not_counted(study: Study) -> None:
    """And an edge that only they asserted says that nobody is heard now."""
    study.interactions.add("Money", "Trust", basis="asserted", evidence=[STOPPED])
    study.withdrawals.withdraw("P01")
    edge = only(study.interactions.graph())
    assert (edge.participants, edge.of, edge.passages) == (0, 2, 0)
    assert any("no participant's passage" in each for each in study.interactions.graph().notes)
    study.withdrawals.lift("P01")
    assert only(study.interactions.graph()).participants == 1


def test_two_copies_merge_to_the_same_graph(tmp_path: Path) -> None:
    """Whichever way round: evidence from both, and a change that only one made."""
    graphs = []
    for way in (0, 1):
        folders = [tmp_path / f"{way}{name}" for name in ("ama", "ben")]
        for folder in folders:
            folder.mkdir()
        with begun(folders[0]) as ama:
            link = ama.interactions.add("Money", "Trust", evidence=[PAPER]).link.id
            path = ama.path
            assert path is not None
            ama.copy(folders[1] / path.name)
        with (
            make_study(folders[0], open_again=True) as ama,
            make_study(folders[1], person="Ben", open_again=True) as ben,
        ):
            ama.interactions.give(link, [STOPPED, WENT])
            ben.interactions.give(link, [STOPPED])
            ben.interactions.change(link, start="Money", sign="-", basis="asserted")
        first, second = folders if way == 0 else reversed(folders)
        with make_study(first, open_again=True) as study:
            assert study.path is not None
            study.merge(second / study.path.name)
            assert study.verify() == []
            graphs.append(study.interactions.graph().frame().rows())
    assert graphs[0] == graphs[1]
    assert graphs[0][0][:6] == ("Money", "Trust", True, "-", 2, 3)


@pytest.mark.shared
def test_the_cross_references_of_a_published_study(shared_data: Path, tmp_path: Path) -> None:
    """Nineteen references between domains, undirected and unsigned, give its counts."""
    import json

    told = json.loads((shared_data / "validation" / "seed_fixtures.json").read_text("utf-8"))
    cases = {each["id"]: each for each in told["cases"]}
    references = cases["cross_reference_list"]["input"]["edges"]
    expected = cases["domain_cross_references"]["expected"]
    with begun(tmp_path, codes=False) as study:
        for name in {end for each in references for end in each.values()}:
            study.codes.add(name)
        for number, each in enumerate(references):
            study.interactions.add(
                each["in_section"], each["refers_to"], mechanism=f"reference {number}"
            )
        graph = study.interactions.graph()
        found = {
            frozenset((edge.start_name, edge.end_name)): len(edge.links) for edge in graph.edges
        }
        assert found == {
            frozenset(pair.split(" | ")): count
            for pair, count in expected["pairs_undirected"].items()
        }
        assert sum(found.values()) == expected["n"] == 19
        assert {(edge.directed, edge.sign) for edge in graph.edges} == {(False, None)}
        assert all(each.in_edges == each.out_edges == 0 for each in graph.strengths)
        assert graph.reciprocity is None and graph.loops().found == ()


def test_a_mechanism_that_names_a_person_is_cleaned_when_they_are_purged(study: Study) -> None:
    """The words of an analyst stay, without the name; so does the reason of a judgement."""
    told = study.interactions.add("Money", "Trust", mechanism="As P01 says, it stops at once")
    study.dominance.judge("Money", "undecided", "P01 alone says so", domains=["Trust"])
    found = {each.kind: each for each in study.traces("P01").traces}
    assert (found["link"].fields, found["link"].action) == (("mechanism",), "clean")
    assert found["dominance"].fields == ("reason",)
    study.purge_participant("P01", [each.id for each in found.values()])
    assert study.interactions.get(told.link.id).mechanism == "As [removed] says, it stops at once"
    assert study.dominance.judgements()[0].reason == "[removed] alone says so"
