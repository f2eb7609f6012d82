"""Codes that meet and groups that differ over HTTP, with the passages behind each number."""

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
    """A desk on the small study, in which money is spoken of where trust is."""
    with open_study(study_path, person="Ama") as study:
        quote = "We trusted one another at last. The money went into one pot."
        study.codings.add("P01.txt", "Money", quote=quote)
        study.codings.add("P02.txt", "Trust", quote="I do not trust the meeting.",
                          valence="constraining")  # fmt: skip
    with desk_on(study_path) as browser:
        yield browser


def ask(browser: TestClient, path: str, expected: int = 200, **asked: Any) -> dict[str, Any]:
    """The answer to a question."""
    answered = browser.get(f"/api/{path}", params=asked)
    assert answered.status_code == expected, answered.text
    found: dict[str, Any] = answered.json()
    return found


def test_pairs_are_told_with_their_unit_and_open_their_passages(browser: TestClient) -> None:
    """Trust and money share text in one interview of two."""
    made = ask(browser, "cooccurrence", codes=["Trust", "Money"], by="sites")
    assert (made["unit"], made["unit_noun"], made["of"]) == ("overlap", "passage", 2)
    assert made["warnings"]
    pair = made["pairs"][0]
    assert {pair["first"], pair["second"]} == {"Relationships > Trust", "Money"}
    assert (pair["participants"], pair["cases"], pair["both"]) == (1, 1, 1)
    assert made["groups"]["labels"] == ["Northam", "Southam"]
    assert pair["groups"] == [1, 0]
    cell = ask(browser, "cooccurrence/passages", codes=["Trust", "Money"],
               first=pair["first"], second=pair["second"])  # fmt: skip
    assert cell["value"] == pair["participants"]
    assert (cell["who"], cell["did_not"]) == (["P01"], ["P02"])
    assert {item["text"].split()[0] for item in cell["items"]} == {"We", "The"} or cell[
        "total"
    ] == 2


def test_other_units_give_other_pairs(browser: TestClient) -> None:
    """By source trust meets meetings too; the unit stands in each answer."""
    for unit, kind in (("turn", "turn"), ("near:40", "near"), ("source", "source")):
        made = ask(browser, "cooccurrence", unit=unit)
        assert made["unit_kind"] == kind
    pairs = {frozenset((each["first"], each["second"])) for each in made["pairs"]}
    assert frozenset(("Relationships > Trust", "Meetings")) in pairs


def test_a_unit_or_a_code_that_is_not_there_is_refused_with_a_way_out(
    browser: TestClient,
) -> None:
    """Each refusal names what was asked for."""
    assert "sentence" not in ask(browser, "cooccurrence", 400, unit="paragraph")
    assert ask(browser, "cooccurrence", 400, codes="Trust")["error"]["hint"]
    assert "Envy" in str(ask(browser, "cooccurrence", 404, codes=["Envy", "Money"]))
    ask(browser, "cooccurrence/passages", 400, first="Relationships", second="Trust")


def test_groups_are_compared_with_counts_warnings_and_a_reason_for_no_test(
    browser: TestClient,
) -> None:
    """Two people: numbers are those of the matrix, and too few arrangements for a test."""
    made = ask(browser, "contrasts", by="sites")
    assert [(each["name"], each["of"]) for each in made["groups"]] == [
        ("Northam", 1),
        ("Southam", 1),
    ]
    assert "Only 2 arrangements" in made["test"]["undefined"]
    assert made["warnings"]
    matrix = ask(browser, "matrix", rows="codes:all", columns="sites")
    cells = {row["label"]: cells for row, cells in
             zip(matrix["rows"], matrix["cells"], strict=True)}  # fmt: skip
    for code in made["codes"]:
        assert code["participants"] == cells[code["label"]]
        assert code["contrasts"][0]["p"] is None
        cell = ask(browser, "contrasts/passages", by="sites", code=code["label"], group="Southam")
        assert (cell["value"], cell["total"]) == (code["participants"][1], code["passages"][1])


def test_what_speaks_against_a_statement_is_told_with_its_passages(browser: TestClient) -> None:
    """Against trust that enables stands what P02 says of the meeting."""
    with_valence = {"code": "Trust", "valence": "enabling"}
    found = ask(browser, "contrasts/against", **with_valence)
    assert [each["text"] for each in found["opposite"]["passages"]] == [
        "I do not trust the meeting."
    ]
    assert found["counts"]["speaks against it"] == 1
    assert found["people"][0]["name"] == "P02"
    ask(browser, "contrasts/against", 400)
    ask(browser, "contrasts/against", 404, code="Envy")
    ask(browser, "contrasts/against", 404, code="Trust", by="sites", group="Westham")


def test_tables_and_figures_can_be_saved(browser: TestClient) -> None:
    """Each has the name of the study and the view."""
    for path in ("cooccurrence/table.csv", "cooccurrence/table.xlsx", "cooccurrence/figure",
                 "contrasts/table.csv?by=sites", "contrasts/table.xlsx?by=sites",
                 "contrasts/figure?by=sites"):  # fmt: skip
        answered = browser.get(f"/api/{path}")
        assert answered.status_code == 200, answered.text
        assert "attachment" in answered.headers["content-disposition"]
        assert len(answered.content) > 100
    assert browser.get("/api/contrasts/figure?by=sites&contrast=7").status_code == 404
