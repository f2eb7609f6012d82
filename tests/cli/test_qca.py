"""`crosscase qca`: run from a file or a name, written to files, stored, shown, removed."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
import yaml

from tests.analysis import lipset
from tests.command_runs import Run

CUTS = {"inclusion": 0.8}
DEFINITION = {
    "name": "Survival",
    "cases": "countries",
    "outcome": {"name": "SURV", "attribute": "SURV", "calibrate": "membership"},
    "conditions": [
        {"name": name, "attribute": name, "calibrate": "membership", "expect": "present"}
        for name in lipset.CONDITIONS
    ],
    "cuts": CUTS,
}


@pytest.fixture
def study(run: Run) -> Path:
    """Lipset's countries as cases, in the folder of this test, where Ama works."""
    data = lipset.fuzzy()
    lines = [",".join(("case", "case_kind", *data.names, "SURV"))]
    for at, name in enumerate(data.cases):
        values = [*(each.values[at] for each in data.conditions), data.outcome[at]]
        lines.append(",".join((name, "country", *(f"{value:g}" for value in values))))
    Path("countries.csv").write_text("\n".join(lines), encoding="utf-8")
    Path("qca.yaml").write_text(yaml.safe_dump(DEFINITION), encoding="utf-8")
    run("config", "set", "name", "Ama")
    run("new", "s.crosscase")
    run("cases", "import", "s.crosscase", "countries.csv")
    return Path("s.crosscase")


def test_a_file_is_run_and_the_warnings_stand_before_the_figures(run: Run, study: Path) -> None:
    said = run("qca", study, "qca.yaml").out.splitlines()
    assert said[0] == "Survival: SURV"
    assert said[1].startswith("23 of 32 possible combinations")
    assert any(line.split()[:3] == ["DEV*~IND", "0.815", "0.721"] for line in said)
    assert said[-1].startswith("18 countries; cuts: inclusion 0.8, PRI 0, 1 case a row.")


def test_other_cuts_and_one_solution_can_be_asked(run: Run, study: Path) -> None:
    told = run("qca", study, "qca.yaml", "--incl", 0.7, "--solution", "parsimonious", "--json").json
    (solution,) = told["solutions"]
    assert solution["models"][0]["text"] == "DEV*STB"
    assert told["cuts"] == {"inclusion": 0.7, "pri": 0, "frequency": 1}
    negated = run("qca", study, "qca.yaml", "--negate", "--json").json
    assert negated["outcome"] == "~SURV"


def test_it_is_stored_listed_shown_run_by_name_removed_and_restored(run: Run, study: Path) -> None:
    assert "No stored QCAs yet" in run("qca", study).out
    run("qca", "define", study, "qca.yaml")
    assert "Survival" in run("qca", "list", study).out
    shown = run("qca", "show", study, "survival").out
    Path("again.yaml").write_text(shown, encoding="utf-8")
    by_name = run("qca", study, "--name", "Survival", "--json").json
    assert run("qca", study, "again.yaml", "--json").json["digest"] == by_name["digest"]
    assert by_name["id"] is not None
    run("qca", "remove", study, "Survival")
    assert run("qca", study, "--json").json["analyses"] == []
    run("qca", "restore", study, "Survival")
    run("undo", study)
    assert run("qca", study, "--json").json["analyses"] == []


def test_it_is_written_as_tables_a_document_and_a_figure(run: Run, study: Path) -> None:
    for table, first in (("truth", "row,DEV"), ("solutions", "solution,"), ("data", "case,id")):
        run("qca", study, "qca.yaml", "--table", table, "--output", f"{table}.csv")
        assert Path(f"{table}.csv").read_text(encoding="utf-8-sig").startswith(first)
    run("qca", study, "qca.yaml", "--output", "a.docx")
    with zipfile.ZipFile("a.docx") as word:
        text = word.read("word/document.xml").decode()
    for words in ("Truth table", "Parsimonious solution", "DEV*~IND", "0.815", "23 of 32"):
        assert words in text
    run("qca", study, "qca.yaml", "--output", "a.svg", "--solution", "conservative")
    assert "Membership in the solution" in Path("a.svg").read_text(encoding="utf-8")


def test_mistakes_are_told_with_a_way_out(run: Run, study: Path) -> None:
    def refused(status: int, *tokens: object) -> str:
        said = run("qca", *tokens, "--json", status=status)
        return str(said.json["error"]["slug"])

    assert refused(2, study, "qca.yaml", "--name", "Survival") == "file-and-name"
    assert refused(3, study, "--name", "Survival") == "analysis-not-found"
    assert refused(2, study, "qca.yaml", "--incl", 2) == "cut-out-of-range"
    assert refused(2, study, "qca.yaml", "--output", "a.svg", "--model", 7) == "no-such-model"
    Path("bad.yaml").write_text("name: [", encoding="utf-8")
    assert refused(5, study, "bad.yaml") == "damaged-file"
    assert refused(3, "contradictions", study, "Survival") == "analysis-not-found"


def test_without_a_contradiction_there_is_none_to_show(run: Run, study: Path) -> None:
    run("qca", "define", study, "qca.yaml")
    assert run("qca", "contradictions", study, "Survival").out.strip() == "No row is contradictory."
