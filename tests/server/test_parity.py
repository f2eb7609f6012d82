"""The same story in Python, by commands and in the browser leaves three equal studies."""

from __future__ import annotations

import shutil
from pathlib import Path

import crosscase
from tests.cli.test_parity import what_it_holds
from tests.command_runs import Run, run
from tests.server.conftest import desk_on
from tests.server.reached import get, id_of, place_of, send

__all__ = ["run"]  # a fixture

QUOTE = "the pot was emptied"


def by_python(path: Path) -> None:
    """The story, in Python."""
    with crosscase.open_study(path, person="Ama") as study:
        study.codes.add("Fear", parent="Relationships", origin="in vivo")
        study.codes.rename("Money", "Funding")
        study.codes.move("Funding", parent=None, before="Relationships")
        study.codes.describe("Funding", definition="Whose pot it is")
        study.codings.add("P01.txt", "Fear", quote=QUOTE, valence="constraining")
        study.codings.add("P02.txt", "Trust", quote="Nobody decides.", coder="Ben")
        study.codes.merge("Meetings", "Trust")
        study.memos.write("On trust", "Two kinds.", about=("code", "Trust"))
        study.memos.change("On trust", text="Three kinds.")
        study.memos.remove("On the way of asking")
        study.memos.restore("On the way of asking")
        study.links.add(("code", "Funding"), ("code", "Trust"), "weakens", sign="-")
        study.interactions.add(
            "Funding", "Trust", directed=True, sign="-", mechanism="It goes", basis="asserted",
            evidence=[("P01.txt", QUOTE)],
        )  # fmt: skip
        study.dominance.judge("Funding", "undecided", "Too few", domains=["Trust"])
        study.sets.make("Sample", [("source", "P01.txt"), ("code", "Trust")])
        study.queries.save("meetings", "text:meeting")
        study.coders.add("Chi")
        study.codes.retire("Funding")
        study.undo()
        study.redo()
        study.codes.reopen("Funding")
        study.settings.set("originals", "drop")
        study.findings.add(
            "Most trust.", domain="Trust", checks=["participants(code:Trust) is most"]
        )
        study.findings.add_check("F1", "participants(code:Trust) in every site")
        study.findings.change("F1", status="agreed")
        study.findings.give_evidence("F1", [("P01.txt", QUOTE)], against=True)
        study.findings.set_words({"most": "> 60%"})
        study.findings.accept("F1")
        study.reports.answer("coreq", 23, "They were not returned.", place="p. 5")
        study.reports.answer("entreq", 2, applies=False)


def by_commands(run: Run, path: Path) -> None:
    """The story, as commands."""
    run("config", "set", "name", "Ama")
    run("codes", "add", path, "Fear", "--parent", "Relationships", "--origin", "in vivo")
    run("codes", "rename", path, "Money", "Funding")
    run("codes", "move", path, "Funding", "--before", "Relationships")
    run("codes", "describe", path, "Funding", "--definition", "Whose pot it is")
    run("code", path, "P01.txt", "Fear", "--quote", QUOTE, "--valence", "constraining")
    run("code", path, "P02.txt", "Trust", "--quote", "Nobody decides.", "--coder", "Ben")
    run("codes", "merge", path, "Meetings", "--into", "Trust")
    run("memos", "write", path, "On trust", "--text", "Two kinds.", "--about", "code:Trust")
    run("memos", "change", path, "On trust", "--text", "Three kinds.")
    run("memos", "remove", path, "On the way of asking")
    run("memos", "restore", path, "On the way of asking")
    run("links", "add", path, "code:Funding", "code:Trust", "weakens", "--sign", "-")
    run("interactions", "add", path, "Funding", "Trust", "--directed", "--sign", "-", "--mechanism",
        "It goes", "--basis", "asserted", "--source", "P01.txt", "--quote", QUOTE)  # fmt: skip
    run("dominance", "judge", path, "Funding", "undecided", "--reason", "Too few", "--domain",
        "Trust")  # fmt: skip
    run("sets", "make", path, "Sample", "source:P01.txt", "code:Trust")
    run("queries", "save", path, "meetings", "text:meeting")
    run("coders", "add", path, "Chi")
    run("codes", "retire", path, "Funding")
    run("undo", path)
    run("redo", path)
    run("codes", "reopen", path, "Funding")
    run("config", "set", "originals", "drop", "--study", path)
    run("findings", "add", path, "Most trust.", "--domain", "Trust", "--check",
        "participants(code:Trust) is most")  # fmt: skip
    run("findings", "add-check", path, "F1", "participants(code:Trust) in every site")
    run("findings", "change", path, "F1", "--status", "agreed")
    run("findings", "evidence", path, "F1", "P01.txt", "--quote", QUOTE, "--against")
    run("findings", "words", path, "most=> 60%")
    run("findings", "accept", path, "F1")
    run("report", "answer", path, "coreq", "23", "They were not returned.", "--where", "p. 5")
    run("report", "answer", path, "entreq", "2", "--not-applicable")


def in_the_browser(path: Path) -> None:
    """The story, as the page sends it."""
    with desk_on(path, person="Ama") as browser:
        top, trust, funding, meetings = (
            id_of(browser, "code", name) for name in ("Relationships", "Trust", "Money", "Meetings")
        )
        says = {"name": "Fear", "parent": top, "origin": "in vivo"}
        fear = send(browser, "/codes", says)["ids"][0]
        send(browser, f"/codes/{funding}", {"name": "Funding"}, by="PATCH")
        send(browser, f"/codes/{funding}/move", {"parent": None, "before": top})
        send(browser, f"/codes/{funding}", {"definition": "Whose pot it is"}, by="PATCH")
        place = place_of(browser, "P01.txt", QUOTE)
        send(browser, "/codings", {"code": fear, "valence": "constraining", **place})
        place = place_of(browser, "P02.txt", "Nobody decides.")
        send(browser, "/codings", {"code": trust, "coder": "Ben", **place})
        send(browser, f"/codes/{meetings}/merge", {"into": trust})
        says = {"title": "On trust", "text": "Two kinds.", "about": trust}
        memo = send(browser, "/memos", says)["ids"][0]
        send(browser, f"/memos/{memo}", {"text": "Three kinds."}, by="PATCH")
        asking = id_of(browser, "memo", "On the way of asking")
        send(browser, f"/memos/{asking}", by="DELETE")
        send(browser, f"/memos/{asking}/restore")
        link = {"start": funding, "end": trust, "type": "weakens", "sign": "-"}
        send(browser, "/links", link)
        source = id_of(browser, "source", "P01.txt")
        said = {"source": source, "quote": QUOTE}
        says = {"one": funding, "other": trust, "directed": True, "sign": "-", "basis": "asserted",
                "mechanism": "It goes", "evidence": [said]}  # fmt: skip
        send(browser, "/interactions", says)
        says = {"cause": funding, "verdict": "undecided", "reason": "Too few", "domains": [trust]}
        send(browser, "/dominance", says)
        send(browser, "/sets", {"name": "Sample", "members": [source, trust]})
        send(browser, "/queries", {"name": "meetings", "expression": "text:meeting"})
        send(browser, "/coders", {"name": "Chi"})
        send(browser, f"/codes/{funding}/retire")
        send(browser, "/undo")
        send(browser, "/redo")
        send(browser, f"/codes/{funding}/reopen")
        send(browser, "/study/settings/originals", {"value": "drop"}, by="PUT")
        says = {"statement": "Most trust.", "domain": trust,
                "checks": ["participants(code:Trust) is most"]}  # fmt: skip
        finding = send(browser, "/findings", says)["ids"][0]
        check = {"text": "participants(code:Trust) in every site"}
        send(browser, f"/findings/{finding}/checks", check)
        send(browser, f"/findings/{finding}", {"status": "agreed"}, by="PATCH")
        place = place_of(browser, "P01.txt", QUOTE)
        send(browser, f"/findings/{finding}/evidence", {"against": True, **place})
        send(browser, "/findings/words", {"most": "> 60%"}, by="PUT")
        send(browser, f"/findings/{finding}/accept", {})
        says = {"text": "They were not returned.", "place": "p. 5"}
        send(browser, "/checklists/coreq/items/23", says, by="PATCH")
        send(browser, "/checklists/entreq/items/2", {"applies": False}, by="PATCH")
        assert get(browser, "/conflicts")["conflicts"] == []


def test_three_doors_one_room(run: Run, small_study: Path, tmp_path: Path) -> None:
    """Every table, every count and every sentence of the log is the same."""
    python, commands, browser = (
        Path(shutil.copy(small_study, tmp_path / f"{name}.crosscase"))
        for name in ("python", "commands", "browser")
    )
    by_python(python)
    by_commands(run, commands)
    in_the_browser(browser)
    held = []
    for path in (python, commands, browser):
        with crosscase.open_study(path, person="Ama") as study:
            assert study.verify() == []
            ledger = study.findings.frame().rows()
            assert [row[5] for row in ledger] == ["supported", "supported"]
            held.append((what_it_holds(study), study.codebook.entries(), ledger))
    for tables, *others in held[1:]:
        assert others == list(held[0][1:])
        for table, rows in tables.items():
            assert rows == held[0][0][table], table
