"""`crosscase cooccurrence` and `crosscase compare`: what they say, write and refuse."""

from __future__ import annotations

from pathlib import Path

import pytest

import crosscase
from crosscase.study_synthesis.negative_cases import Statement
from tests.cli.conftest import Run
from tests.server.conftest import desk_on
from tests.study_synthesis.meetings import coded_study


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Trust and money meet in two interviews; people of health trust, one of the council not."""
    study = coded_study(tmp_path, tmp_path)
    for name in ("P01", "P03", "P05"):
        study.codings.add(f"{name}.txt", "Trust", quote="We trust them because the money came",
                          valence="enabling")  # fmt: skip
    for name in ("P01", "P05"):
        study.codings.add(f"{name}.txt", "Money", quote="the money came")
    study.codings.add("P02.txt", "Trust", quote="Trust takes time", valence="constraining")
    study.close()
    return tmp_path / "study.crosscase"


def test_pairs_are_shown_with_warnings_first_and_their_unit(run: Run, path: Path) -> None:
    """People before passages, and what it does not say at the end."""
    said = run("cooccurrence", path, "--by", "sector").out
    lines = said.splitlines()
    assert "one more or less can change" in lines[0]
    assert "Codes that meet where their passages share text (of 6 interviewed)" in said
    assert "people (of 6)" in said
    assert "only a link that somebody drew does" in lines[-1]


def test_pairs_are_offered_beside_interactions(run: Run, path: Path) -> None:
    """The same answer by either name."""
    asked = (path, "--unit", "turn", "--json")
    assert run("interactions", "cooccurrence", *asked).json == run("cooccurrence", *asked).json


def test_the_passages_of_a_pair_are_listed(run: Run, path: Path) -> None:
    """With who says both."""
    said = run("cooccurrence", path, "--explain", "Trust", "Money").out
    assert "meet where their passages share text: 4 passages, 2 of 6 participants." in said
    assert "Said by P01, P05." in said


def test_groups_are_compared_with_counts_and_a_test(run: Run, path: Path) -> None:
    """Three of three of health, one of three of the council; why there is no test comes first."""
    said = run("compare", path, "--by", "sector").out
    assert "There is no test: only 6 arrangements are possible" in said.split("Council against")[0]
    assert "1 of 3" in said
    assert "undefined" in said
    among = run("compare", path, "--by", "sector", "--within", "nothing").out
    assert "All 20 possible arrangements were looked at: p is exact." in among
    listed = run("compare", path, "--by", "sector", "--explain", "Trust", "Council").out
    assert "Trust, Council: 1 of 3 participants, 1 passage." in listed
    assert "Did not say it: P04, P06." in listed


def test_what_speaks_against_a_statement_is_listed(run: Run, path: Path) -> None:
    """People first, then the passages of the opposite valence."""
    said = run("compare", "against", path, "--code", "Trust", "--valence", "enabling").out
    assert "speaks against it" in said
    assert (
        "Of the opposite valence (code:Trust and valence:(constraining, mixed)): 1 passage" in said
    )
    assert "⟦Trust takes time⟧" in said


def test_command_python_and_desk_agree(run: Run, path: Path) -> None:
    """The same numbers by three doors."""
    asked = ("--by", "sector", "--within", "nothing")
    pairs = run("cooccurrence", path, "--unit", "turn", "--json").json["pairs"]
    codes = run("compare", path, *asked, "--json").json["codes"]
    against = run("compare", "against", path, "code:Trust and valence:enabling", "--json").json
    with crosscase.open_study(path) as study:
        made = study.cooccurrence.pairs("turn")
        assert [(each["first"], each["participants"], each["c"]) for each in pairs] == [
            (each.first, each.participants, each.c) for each in made.pairs()
        ]
        compared = study.contrasts.compare("sector", within="nothing")
        for at, code in enumerate(codes):
            assert code["code"] == compared.labels[at]
            assert code["participants"] == compared.said[at].tolist()
            assert code["contrasts"][0]["p"] == compared.contrast(0, at).p
        found = study.contrasts.against(Statement("code:Trust and valence:enabling"))
        assert against["counts"] == found.counts
    with desk_on(path) as browser:
        told = browser.get("/api/cooccurrence?unit=turn").json()["pairs"]
        assert [each["c"] for each in told] == [each["c"] for each in pairs]
        told = browser.get("/api/contrasts?by=sector&within=nothing").json()["codes"]
        assert [each["contrasts"][0]["z"] for each in told] == [
            each["contrasts"][0]["z"] for each in codes
        ]
        query = {"query": "code:Trust and valence:enabling"}
        told = browser.get("/api/contrasts/against", params=query).json()
        assert told["counts"] == against["counts"]


@pytest.mark.parametrize("ending", [".csv", ".xlsx", ".json", ".parquet", ".svg", ".png", ".html"])
def test_tables_and_figures_are_written(run: Run, path: Path, ending: str) -> None:
    """By the ending of the file; one that is there stays, unless it is to be replaced."""
    for command in (["cooccurrence", path], ["compare", path, "--by", "sector"]):
        file = path.parent / f"{command[0]}{ending}"
        run(*command, "--output", file)
        assert file.stat().st_size > 0
        assert run(*command, "--output", file, status=4)
        run(*command, "--output", file, "--replace")


@pytest.mark.parametrize(
    ("tokens", "status", "words"),
    [
        (["cooccurrence", "--unit", "paragraph"], 2, "near:200"),
        (["cooccurrence", "--codes", "Trust"], 2, "code:Trust"),
        (["cooccurrence", "--codes", "Trust", "--codes", "Envy"], 3, "Envy"),
        (["cooccurrence", "--explain", "Trust", "Trust"], 2, "itself"),
        (["cooccurrence", "--output", "pairs.pdf"], 2, ".svg"),
        (["compare", "--by", "sectr"], 3, "sector"),
        (["compare", "--by", "sector", "--groups", "Navy"], 3, "Council"),
        (["compare", "--by", "codes"], 2, "sites"),
        (["compare", "--by", "sector", "--permutations", "0"], 2, "1,000"),
    ],
)
def test_what_cannot_be_asked_is_refused_with_a_way_out(
    run: Run, path: Path, tokens: list[str], status: int, words: str
) -> None:
    """The sentence or the hint names it."""
    answered = run(tokens[0], path, *tokens[1:], status=status)
    assert words in answered.err
    assert run("compare", "against", path, status=2)
