"""`interactions` and `dominance` on the command line: said, shown, written and refused."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run
from tests.command_runs import assert_clear

QUOTE = "the pot was emptied"


def test_an_interaction_is_added_shown_changed_and_removed(run: Run, study: Path) -> None:
    """Without a direction until somebody says so; its passages are read with who speaks."""
    added = run("interactions", "add", study, "Money", "Trust", "--basis", "asserted",
                "--source", "P01.txt", "--quote", QUOTE, "--json").json  # fmt: skip
    link = added["interaction"]["link"]["id"]
    out = run("interactions", study).out
    assert "Money" in out and "--" in out and "1 of 2" in out
    run("interactions", "change", study, link, "--from", "Money", "--sign", "-")
    shown = run("interactions", "show", study, link).out
    assert "Money -> Trust" in shown and QUOTE in shown and "P01" in shown
    run("interactions", "evidence", study, link, "P02.txt", "--quote", "I trust the nurse.",
        "--against")  # fmt: skip
    told = run("interactions", study, "--by", "site", "--json").json
    assert told["edges"][0]["against"] == 1 and told["by"][0]["of"] == 1
    against = run("interactions", "show", study, link, "--json").json["passages"][1]
    run("interactions", "remove-evidence", study, link, against["evidence"])
    run("interactions", "remove", study, link)
    assert "No interactions yet" in run("interactions", study).out
    run("interactions", "restore", study, link)
    assert run("interactions", "loops", study).out.startswith("No loop")
    assert "gone" in run("interactions", "sensitivity", study).out


def test_what_nobody_is_heard_to_say_is_refused_with_a_way_out(run: Run, study: Path) -> None:
    """On the command line and line by line in a table."""
    said = run("interactions", "add", study, "Money", "Trust", "--basis", "asserted",
               "--json", status=2)  # fmt: skip
    assert said.error["slug"] == "asserted-by-nobody"
    Path("said.csv").write_text(
        "from,to,directed,sign,basis,source,quote\n"
        f"Money,Trust,yes,-,asserted,P01.txt,{QUOTE}\n"
        "Trust,Money,,,asserted,,\n"
        "Trust,Nothing,,,,,\n"
    )
    out = run("interactions", "import", study, "said.csv", status=5).out
    assert "Took 1 interaction with 1 passage." in out
    assert "Line 3 left out" in out and "Line 4 left out" in out
    refused = run("interactions", "import", study, "said.csv", "--strict", "--json", status=2)
    assert_clear(refused.error)


def test_the_graph_is_written_as_tables_and_drawn(run: Run, study: Path) -> None:
    """By the ending of the file; nothing is replaced unasked."""
    run("interactions", "add", study, "Money", "Trust", "--directed", "--sign", "-")
    for name in ("edges.csv", "edges.xlsx", "edges.docx", "edges.html"):
        run("interactions", study, "--output", name)
        assert Path(name).stat().st_size > 0
    assert "Money" in Path("edges.html").read_text("utf-8")
    for name in ("graph.svg", "graph.png", "graph.html"):
        run("interactions", study, "--figure", name)
    assert "Trust" in Path("graph.svg").read_text("utf-8")
    assert run("interactions", study, "--output", "edges.csv", "--json", status=None).status
    error = run("interactions", study, "--output", "edges.txt", "--json", status=2).error
    assert error["slug"] == "unknown-format"


def test_a_cause_is_told_across_domains_and_judged_by_name(run: Run, study: Path) -> None:
    """The table itself never says that anything dominates."""
    for code in ("Money", "Trust"):
        run("code", study, "P01.txt", code, "--quote", QUOTE, "--valence", "constraining")
    out = run("dominance", study, "Money", "--domain", "Trust").out
    assert "in all domains" in out and "Nobody has judged it yet" in out
    assert QUOTE in run("dominance", study, "Money", "--domain", "Trust", "--explain",
                        "Trust").out  # fmt: skip
    run("dominance", "judge", study, "Money", "not-dominant", "--domain", "Trust", "--reason",
        "One pot")  # fmt: skip
    told = run("dominance", "judgements", study).out
    assert "“Money”: not dominant, judged by" in told and "One pot" in told
    judged = run("dominance", "judgements", study, "--json").json["judgements"][0]
    run("dominance", "remove", study, judged["id"])
    assert "Nobody has judged" in run("dominance", "judgements", study).out
    run("dominance", "restore", study, judged["id"])
    for name in ("table.csv", "table.xlsx", "table.docx", "table.html"):
        run("dominance", study, "Money", "--domain", "Trust", "--output", name)
        assert Path(name).stat().st_size > 0
    error = run("dominance", study, "Money", "--domain", "Money", "--json", status=2).error
    assert error["slug"] == "domain-of-itself"
