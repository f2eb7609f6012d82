"""The worked examples of the methods pages say what the example study answers."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from crosscase.study import Study

ROOT = Path(__file__).parents[2]
METHODS = ROOT / "docs" / "methods"


def builder() -> ModuleType:
    """The script that builds the example study."""
    spec = importlib.util.spec_from_file_location("ics_build", ROOT / "examples/ics/build.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Study]:
    """The example study, built once."""
    made: Study = builder().build(tmp_path_factory.mktemp("ics") / "ics.crosscase")
    with made:
        yield made


def page(name: str) -> str:
    """A methods page on one line."""
    return " ".join((METHODS / f"{name}.md").read_text(encoding="utf-8").split())


def test_interactions_of_the_example_are_those_of_their_page(study: Study) -> None:
    """Participants, strength, reciprocity, loops, and what is left without a site."""
    told, graph = page("interactions"), study.interactions.graph()
    passages = sum(len(each.evidence) for each in study.interactions.all())
    assert f"has {len(graph.edges)} interactions with {passages} passages" in told
    edge = next(each for each in graph.edges if each.end_name == "Decision making")
    assert (
        f"“{edge.said}” is asserted by {edge.participants} of {edge.of} participants, in "
        f"{edge.cases} sites and {edge.sectors} sectors, with {edge.passages} passages for it and "
        f"{edge.against} against"
    ) in told
    by_name = dict(zip((f.name for f in graph.factors), graph.strengths, strict=True))
    trust, change = by_name["Trust"], by_name["Restructuring"]
    assert f"“Trust” is acted on by {trust.in_edges} factors, as {trust.in_people} " in told
    assert f"acts on {change.out_edges}, as {change.out_people} say" in told
    assert f"reciprocity {graph.reciprocity:.2f}" in told
    loops = {graph.factors[loop.factors[1]].name: loop.sign for loop in graph.loops().found}
    assert loops == {"Personal ties": "reinforcing", "Data sharing": "undetermined"}
    without = study.interactions.graph(leave_out="Ostrey Coast")
    assert f"{len(without.edges)} of the {len(graph.edges)} edges are left, and no loop" in told
    assert without.loops().found == ()
    found = graph.sensitivity()
    rest = (len(found.on_one_case), len(found.on_one_participant))
    assert f"{rest[0]} edges rest on one site, {rest[1]} on one participant" in told


def test_dominance_of_the_example_is_that_of_its_page(study: Study) -> None:
    """Statements by domain and sign, conditions, and the other unit."""
    told, table = page("dominance"), study.dominance.table("External factors")
    whole = table.whole
    domains = ", ".join(f"{row.statements} in {row.name}" for row in table.rows)
    assert (
        f"{whole.statements} statements by {whole.participants} of {whole.of} participants: "
        f"{domains}"
    ) in told
    assert f"{whole.enabling} enable, {whole.constraining} constrain, {whole.mixed} are" in told
    assert f"{table.leading} leads" in told and all(each.holds for each in table.conditions)
    assert f"{whole.cases} of 3 sites, {whole.sectors} sectors, and {whole.counter} pieces" in told
    turns = study.dominance.table("External factors", unit="turn").whole
    assert f"{turns.statements} statements by {turns.participants} participants" in told


def test_the_study_is_sound_and_its_interactions_are_those_of_the_table(study: Study) -> None:
    """Each row of the table is a passage, or an interaction without one."""
    assert study.verify() == []
    lines = (ROOT / "examples/ics/interactions.csv").read_text(encoding="utf-8").splitlines()
    assert sum(len(each.evidence) for each in study.interactions.all()) == len(lines) - 1
