"""Grids over HTTP: judging with evidence, two raters, and files."""

from __future__ import annotations

import shutil
from pathlib import Path

from fastapi.testclient import TestClient

import crosscase
from tests.command_runs import Run, run
from tests.server.conftest import DeskOn
from tests.server.conftest import desk_on as desk_on_path
from tests.server.reached import get, id_of, place_of, send

__all__ = ["run"]  # a fixture


def test_a_grid_is_added_judged_and_compared(
    browser: TestClient,
) -> None:
    """A shipped grid, with evidence against; what is taken back or removed comes back."""
    offered = get(browser, "/grids")["available"]
    assert "policy-streams" in [each["key"] for each in offered]
    grid = send(browser, "/grids", {"name": "policy-streams"})["ids"][0]
    assert get(browser, "/grids")["grids"][0]["case_kind"] == "site"
    north = id_of(browser, "case", "Northam")
    says = {"row": "policy", "column": "vertical", "case": north}
    judged = send(
        browser, f"/grids/{grid}/judgements",
        {**says, "status": "misaligned", "reason": "Vague."}, by="PUT",
    )  # fmt: skip
    assert judged["sentence"] == "judged a cell of the grid “Policy streams”"
    (id_,) = judged["ids"]
    place = place_of(browser, "P01.txt", "The money went into one pot.")
    send(browser, f"/judgements/{id_}/evidence", {"passages": [place], "against": True})
    whole = get(browser, f"/grids/{grid}")
    (told,) = whole["judgements"]
    assert (told["status_name"], told["rater_name"], told["case_name"]) == (
        "misaligned", "Ama", "Northam",
    )  # fmt: skip
    (evidence,) = told["evidence"]
    assert (evidence["against"], evidence["kind"]) == (True, "interview")
    assert [each["name"] for each in whole["cases"]] == ["Northam", "Southam"]
    refused = browser.get(f"/api/grids/{grid}/agreement")
    assert refused.json()["error"]["slug"] == "two-raters"
    page = browser.get("/api/documents/grid.html", params={"grid": grid, "case": north}).text
    assert "(not judged)" in page and f"/sources/{place['source']}?at=" in page
    send(browser, f"/judgements/{id_}/evidence/remove", {"evidence": [evidence["id"]]})
    send(browser, f"/judgements/{id_}", by="DELETE")
    assert get(browser, f"/grids/{grid}")["judgements"] == []
    send(browser, f"/judgements/{id_}/restore")
    assert get(browser, f"/grids/{grid}", case=north)["judgements"][0]["reason"] == "Vague."
    send(browser, f"/grids/{grid}", by="DELETE")
    send(browser, f"/grids/{grid}/restore")
    assert len(get(browser, f"/grids/{grid}")["judgements"]) == 1


def test_a_grid_from_a_file_is_not_added_over_http(browser: TestClient) -> None:
    """What a page may name are the grids that come with crosscase."""
    refused = browser.post("/api/grids", json={"name": __file__})
    assert refused.json()["error"]["slug"] == "grid-not-found"


def test_agreement_is_an_answer_even_where_kappa_is_undefined(
    study_path: Path, desk_on: DeskOn
) -> None:
    """Both used one status only; later they differ, and the cell is told."""
    with crosscase.open_study(study_path, person="Ben") as study:
        grid = study.grids.add("policy-streams").id
        study.grids.judge(grid, "Policy", "Vertical", "aligned", case="Northam")
    with desk_on(study_path) as browser:
        north = id_of(browser, "case", "Northam")
        says = {"row": "policy", "column": "vertical", "case": north}
        judgements = f"/grids/{grid}/judgements"
        send(browser, judgements, {**says, "status": "aligned"}, by="PUT")
        found = get(browser, f"/grids/{grid}/agreement")
        assert (found["scale"]["value"], found["scale"]["raw"]) == (None, 1.0)
        assert found["scale"]["reason"] == "both used one and the same status only"
        send(browser, judgements, {**says, "status": "no-evidence"}, by="PUT")
        found = get(browser, f"/grids/{grid}/agreement", one="Ben", other="Ama")
        assert (found["scale"]["cells"], found["all_statuses"]["raw"]) == (0, 0.0)
        (differs,) = found["disagreements"]
        assert (differs["one"], differs["other"]) == ("aligned", "no evidence")


def test_python_commands_and_the_desk_judge_alike(
    small_study: Path, tmp_path: Path, run: Run
) -> None:
    """The same judgement made in three ways is the same."""
    paths = [tmp_path / f"{name}.crosscase" for name in ("python", "commands", "desk")]
    for path in paths:
        shutil.copy(small_study, path)
    with crosscase.open_study(paths[0], person="Ama") as study:
        study.grids.add("policy-streams")
        study.grids.judge(
            "Policy streams", "Policy", "Vertical", "misaligned", "Vague.", case="Northam",
            evidence=[("P01.txt", "into one pot")],
        )  # fmt: skip
    run("config", "set", "name", "Ama")
    run("grid", "add", paths[1], "policy-streams")
    run("grid", "judge", paths[1], "Policy streams", "Policy", "Vertical", "misaligned",
        "--case", "Northam", "--reason", "Vague.", "--for", "P01.txt:into one pot")  # fmt: skip
    with desk_on_path(paths[2]) as browser:
        grid = send(browser, "/grids", {"name": "policy-streams"})["ids"][0]
        says = {"row": "policy", "column": "vertical", "status": "misaligned", "reason": "Vague."}
        (judged,) = send(
            browser, f"/grids/{grid}/judgements",
            {**says, "case": id_of(browser, "case", "Northam")}, by="PUT",
        )["ids"]  # fmt: skip
        place = place_of(browser, "P01.txt", "into one pot")
        send(browser, f"/judgements/{judged}/evidence", {"passages": [place]})
    told = []
    for path in paths:
        with crosscase.open_study(path) as study:
            told.append((study.grids.all(), study.grids.table("Policy streams").judgements))
            assert study.verify() == []
    assert told[0] == told[1] == told[2]
