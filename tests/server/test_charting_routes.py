"""The framework matrix over HTTP: states, words by rows, one cell, and its files."""

from __future__ import annotations

import io
import shutil
import zipfile
from pathlib import Path
from typing import Any

from fastapi.testclient import TestClient

import crosscase
from tests.command_runs import Run, run
from tests.server.conftest import desk_on
from tests.server.reached import get, id_of, place_of, send

__all__ = ["run"]  # a fixture


def cell_of(browser: TestClient, who: str, code: str) -> dict[str, Any]:
    """The address of a cell, as questions say it."""
    return {"subject": id_of(browser, "case", who), "column": id_of(browser, "code", code)}


def state_of(chart: dict[str, Any], row: str, column: str) -> str:
    """The state of one cell of a matrix."""
    at = [each["name"] for each in chart["rows"]].index(row)
    number = [each["name"] for each in chart["columns"]].index(column)
    return str(chart["states_named"][chart["states"][at][number]])


def test_a_cell_is_written_read_and_told_stale(browser: TestClient) -> None:
    """The words come by rows; what changed beneath is told with the states."""
    chart = get(browser, "/chart")
    assert [each["name"] for each in chart["rows"]] == ["P01", "P02"]
    assert state_of(chart, "P01", "Relationships") == "not charted"
    assert state_of(chart, "P01", "Meetings") == "no data"
    at = cell_of(browser, "P01", "Relationships")
    cell = get(browser, "/chart/cell", **at)
    assert (cell["id"], cell["state"], len(cell["passages"])) == (None, "not charted", 2)
    assert cell["draft"].startswith("“We trusted one another at last.” (P01.txt)")
    place = place_of(browser, "P01.txt", "We trusted one another at last.")
    saved = send(
        browser, "/chart/cell",
        {**at, "summary": "Trust came.", "seen": cell["seen"], "quotes": [place]}, by="PUT",
    )  # fmt: skip
    assert saved["sentence"] == "charted “Relationships” for “P01”"
    (words,) = get(browser, "/chart/summaries", subjects=[at["subject"]])["cells"]
    assert (words["summary"], words["author"], words["quotes"]) == ("Trust came.", "Ama", 1)
    where = place_of(browser, "P01.txt", "people we had trusted")
    send(browser, "/codings", {**where, "code": id_of(browser, "code", "Trust")})
    chart = get(browser, "/chart")
    assert state_of(chart, "P01", "Relationships") == "stale"
    assert chart["stale"] == [{"row": 0, "column": 0, "new": 1, "gone": 0, "changed": 0}]
    # Who wrote over what they had read before that coding has not seen it.
    send(browser, "/chart/cell", {**at, "summary": "It came.", "seen": cell["seen"]}, by="PUT")
    assert get(browser, "/chart/cell", **at)["state"] == "stale"
    now = get(browser, "/chart/cell", **at)["seen"]
    send(browser, "/chart/cell", {**at, "summary": "It came.", "seen": now}, by="PUT")
    assert get(browser, "/chart/cell", **at)["state"] == "charted"


def test_a_cell_that_somebody_else_wrote_meanwhile_is_not_written_over(browser: TestClient) -> None:
    """The page is told what stands there now."""
    at = cell_of(browser, "P02", "Meetings")
    send(browser, "/chart/cell", {**at, "summary": "One more meeting."}, by="PUT")
    refused = browser.put(
        "/api/chart/cell", json={**at, "summary": "Mine.", "was": {"summary": ""}}
    )
    assert refused.status_code == 409
    assert refused.json()["error"]["details"]["shown"] == "One more meeting."


def test_quotes_are_linked_and_taken_and_a_cell_is_cleared(browser: TestClient) -> None:
    """Each is one act that can be undone."""
    at = cell_of(browser, "P02", "Meetings")
    send(browser, "/chart/cell", {**at, "summary": "Meetings."}, by="PUT")
    place = place_of(browser, "P02.txt", "There is a meeting")
    send(browser, "/chart/cell/quotes", {**at, "passages": [place]})
    (quote,) = get(browser, "/chart/cell", **at)["quotes"]
    assert quote["text"] == "There is a meeting"
    send(browser, "/chart/cell/quotes/remove", {**at, "evidence": [quote["id"]]})
    assert get(browser, "/chart/cell", **at)["quotes"] == []
    cleared = browser.delete("/api/chart/cell", params=at)
    assert cleared.json()["sentence"] == "cleared the chart of “Meetings” for “P02”"
    assert get(browser, "/chart/cell", **at)["state"] == "not charted"
    send(browser, "/chart/cell/restore", at)
    assert get(browser, "/chart/cell", **at)["summary"] == "Meetings."
    send(browser, "/chart/cell", {**at, "state": "no data"}, by="PUT")
    assert get(browser, "/chart/cell", **at)["said"] == "no data"


def test_rows_columns_and_where_are_chosen(browser: TestClient) -> None:
    """Sites, codes by name, and a question; what cannot be is refused."""
    chart = get(browser, "/chart", rows="sites", columns=["Trust", "Money"])
    assert [each["name"] for each in chart["columns"]] == ["Trust", "Money"]
    assert chart["passages"] == [[2, 1], [1, 0]]
    rows = get(browser, "/chart", where="code:Money")["rows"]
    assert [each["name"] for each in rows] == ["P01"]
    refused = browser.get("/api/chart", params={"rows": "codes"})
    assert refused.json()["error"]["slug"] == "rows-no-cases"


def test_the_matrix_is_had_as_files_with_links_back(browser: TestClient) -> None:
    """Each quote leads to its passage at this desk; a policy may keep the files back."""
    at = cell_of(browser, "P01", "Money")
    place = place_of(browser, "P01.txt", "The money went into one pot.")
    send(browser, "/chart/cell", {**at, "summary": "One pot.", "quotes": [place]}, by="PUT")
    page = browser.get("/api/documents/chart.html").text
    address = f"/sources/{place['source']}?at={place['start_char']}-{place['end_char']}"
    assert address in page and "One pot." in page and 'href="#quote-1"' in page
    for ending in ("docx", "xlsx"):
        held = browser.get(f"/api/documents/chart.{ending}")
        assert held.status_code == 200
        names = zipfile.ZipFile(io.BytesIO(held.content)).namelist()
        assert any("sheet2" in name or "document.xml" in name for name in names)
    word = zipfile.ZipFile(io.BytesIO(browser.get("/api/documents/chart.docx").content))
    document = word.read("word/document.xml").decode()
    assert "HYPERLINK" in document and 'w:anchor="quote1"' in document
    assert "One pot." in browser.get("/api/documents/chart.csv").text
    send(browser, "/disclosure/policy", {"policy": {"exports": "refuse"}}, by="PUT")
    assert browser.get("/api/documents/chart.docx").status_code == 409


def test_topics_that_ask_about_a_code_are_said(browser: TestClient) -> None:
    """A guide's topics by their names; the answer has them by code."""
    guide = send(browser, "/guides", {"name": "Leaders", "topics": [{"topic": "Money"}]})["ids"][0]
    code = id_of(browser, "code", "Money")
    send(browser, "/chart/topics", {"code": code, "topics": ["Money"]}, by="PUT")
    assert get(browser, "/chart/topics")["topics"] == [
        {"code": code, "guide": guide, "topic": "money"}
    ]


def test_python_commands_and_the_desk_chart_alike(
    small_study: Path, tmp_path: Path, run: Run
) -> None:
    """The same cell written in three ways is the same cell."""
    paths = [tmp_path / f"{name}.crosscase" for name in ("python", "commands", "desk")]
    for path in paths:
        shutil.copy(small_study, path)
    with crosscase.open_study(paths[0], person="Ama") as study:
        study.charting.write("P01", "Money", "One pot.", quotes=[("P01.txt", "into one pot")])
        study.charting.write("P02", "Money", state="no data")
    run("config", "set", "name", "Ama")
    run("chart", "write", paths[1], "P01", "Money", "One pot.", "--quote", "P01.txt:into one pot")
    run("chart", "write", paths[1], "P02", "Money", "--state", "no data")
    with desk_on(paths[2]) as browser:
        place = place_of(browser, "P01.txt", "into one pot")
        at = cell_of(browser, "P01", "Money")
        send(browser, "/chart/cell", {**at, "summary": "One pot.", "quotes": [place]}, by="PUT")
        send(browser, "/chart/cell", {**cell_of(browser, "P02", "Money"), "state": "no data"},
             by="PUT")  # fmt: skip
    told = []
    for path in paths:
        with crosscase.open_study(path) as study:
            cell = study.charting.cell("P01", "Money")
            told.append(
                (study.charting.table().frame().rows(), cell.id, [e.id for e in cell.quotes])
            )
            assert study.verify() == []
    assert told[0] == told[1] == told[2]
