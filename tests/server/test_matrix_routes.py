"""The matrix over HTTP: choices, cells, totals, and the passages and people behind a cell."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from crosscase import open_study


@pytest.fixture
def browser(
    study_path: Path, desk_on: Callable[..., AbstractContextManager[TestClient]]
) -> Iterator[TestClient]:
    """A desk on the small study, in which a fourth person of Southam spoke of money only."""
    said = "".join(f"Interviewer: And now?\n\nP04: Money, money {n}.\n\n" for n in "ab")
    transcript = study_path.parent / "P04.txt"
    transcript.write_text(said, encoding="utf-8")
    with open_study(study_path, person="Ama") as study:
        study.sources.add(transcript)
        columns = ("participant", "role", "sector", "site")
        study.participants.import_table(columns, [("P04", "Porter", "Community", "Southam")])
        study.speakers.link_by_name()
        study.codings.add("P04.txt", "Money", quote="Money, money a.")
    with desk_on(study_path) as browser:
        yield browser


def ask(browser: TestClient, path: str = "", **asked: Any) -> dict[str, Any]:
    """The answer to a question about a matrix."""
    answered = browser.get(f"/api/matrix{path}", params=asked)
    assert answered.status_code == 200, answered.text
    found: dict[str, Any] = answered.json()
    return found


def test_the_choices_are_those_of_the_study(browser: TestClient) -> None:
    """Kinds of cases, attributes and codes with others below them can be crossed."""
    options = ask(browser, "/options")
    labels = {each["label"]: each["value"] for each in options["rows"]}
    assert {"Top codes", "All codes", "Below Relationships", "Sites", "Sector"} <= set(labels)
    assert options["columns"] == options["rows"]
    assert "participants" in {each["value"] for each in options["counts"]}
    below = ask(browser, rows=labels["Below Relationships"])
    assert [row["name"] for row in below["rows"]] == ["Trust", "Relationships itself"]


def test_every_choice_makes_a_matrix(browser: TestClient) -> None:
    """What is offered can be asked for."""
    options = ask(browser, "/options")
    for each in options["rows"]:
        ask(browser, rows=each["value"], columns="sites", count="passages")
    for each in options["counts"]:
        ask(browser, rows="codes", columns="sector", count=each["value"])


def test_codes_as_rows_have_their_depth_id_and_colour(browser: TestClient) -> None:
    """Codes stand in the order of the codebook, those below others deeper."""
    made = ask(browser, rows="codes:all")
    assert [(row["name"], row["depth"]) for row in made["rows"]] == [
        ("Relationships", 0),
        ("Trust", 1),
        ("Money", 0),
        ("Meetings", 0),
    ]
    assert made["rows"][0]["colour"] == "#7A5195"
    assert all(row["id"] for row in made["rows"])
    assert [column["name"] for column in made["columns"]] == ["Northam", "Southam"]
    assert made["cells"][1] == [1, 1]
    assert (made["row_totals"][1], made["total"]) == (2, 3)
    assert made["of"]["total"] == 3
    assert made["of"]["columns"] == [1, 2]


def test_a_cell_has_its_passages_and_who_did_not_say_it(browser: TestClient) -> None:
    """The people of the column who do not speak in its passages are named too."""
    asked = {"rows": "codes:all", "row": "Relationships > Trust", "column": "Southam"}
    cell = ask(browser, "/cell", **asked)
    assert [item["text"] for item in cell["items"]] == ["I trust the nurse."]
    assert (cell["value"], cell["of"], cell["total"], cell["next"]) == (1, 2, 1, None)
    assert (cell["who"], cell["did_not"]) == (["P02"], ["P04"])


def test_a_total_has_the_passages_of_all_its_cells(browser: TestClient) -> None:
    """Without a column it is the row's total, without both the whole; pages follow one another."""
    row = ask(browser, "/cell", rows="codes", row="Relationships")
    assert (row["value"], row["of"], row["did_not"]) == (2, 3, ["P04"])
    whole = ask(browser, "/cell")
    first = ask(browser, "/cell", most=4)
    rest = ask(browser, "/cell", most=4, cursor=first["next"])
    assert first["items"] + rest["items"] == whole["items"]
    assert whole["total"] == len(whole["items"]) == 6


def test_rows_that_are_no_codes_narrow_who_was_asked(browser: TestClient) -> None:
    """Crossing sites with sectors, only people of both are told to be silent."""
    asked = {"rows": "sites", "columns": "sector", "where": "code:Meetings"}
    cell = ask(browser, "/cell", **asked, row="Southam", column="Community")
    assert (cell["who"], cell["did_not"]) == (["P02"], ["P04"])
    empty = ask(browser, "/cell", **asked, row="Northam")
    assert (empty["items"], empty["who"], empty["did_not"]) == ([], [], ["P01"])


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ({"rows": "nodes"}, {"rows": "codes"}),
        ({"rows": "documents"}, {"rows": "sources"}),
        ({"columns": "variable:sector"}, {"columns": "sector"}),
        ({"count": "references"}, {"count": "codings"}),
        ({"count": "quotations"}, {"count": "passages"}),
        ({"count": "documents"}, {"count": "sources"}),
    ],
)
def test_words_of_other_tools_are_understood(
    browser: TestClient, theirs: dict[str, str], ours: dict[str, str]
) -> None:
    """What other tools call a code, a coding or a source is the same here."""
    assert ask(browser, **theirs) == ask(browser, **ours)


def test_what_cannot_be_crossed_is_answered_with_what_can(browser: TestClient) -> None:
    """An unknown word, a row that is not there and a slip are mistakes with a way out."""
    for path, asked, status, slug in (
        ("", {"rows": "weather"}, 404, "dimension-not-found"),
        ("/cell", {"row": "Weather"}, 404, "cell-not-found"),
        ("", {"where": "code:"}, 400, "query-not-understood"),
        ("", {"columns": "codes", "count": "codings"}, 400, "codings-by-codes"),
    ):
        answered = browser.get(f"/api/matrix{path}", params=asked)
        assert (answered.status_code, answered.json()["error"]["slug"]) == (status, slug)
        assert answered.json()["error"]["hint"]


def test_a_matrix_counts_of_those_asked(browser: TestClient, study_path: Path) -> None:
    """The cell and the files too; a topic that the guide does not have is told."""
    with open_study(study_path, person="Ama") as study:
        study.guides.add("Leaders", topics=["Money"])
        study.topics.confirm("P04.txt", [(0, "money")])
    of_asked = {"rows": "codes", "columns": "sites", "asked": "money"}
    assert ask(browser, **of_asked)["title"].startswith("Participants (of 1 asked about “Money”)")
    assert ask(browser, "/cell", **of_asked)["of"] == 1
    raised = ask(browser, **of_asked, or_raised=True)
    assert raised["of"]["words"] == "of 1 asked about “Money” or raising it"
    for name in ("csv", "xlsx", "docx"):
        answered = browser.get(f"/api/documents/matrix.{name}", params=of_asked)
        assert answered.status_code == 200, answered.text
    refused = browser.get("/api/matrix", params={**of_asked, "asked": "winter"})
    assert (refused.status_code, refused.json()["error"]["slug"]) == (404, "topic-not-found")
