"""Saturation and waves over HTTP: the same answers as in Python, and acts that can be undone."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

from crosscase.study import Study


def ask(browser: TestClient, path: str, **asked: Any) -> dict[str, Any]:
    answered = browser.get(f"/api{path}", params=asked)
    assert answered.status_code == 200, answered.text
    found: dict[str, Any] = answered.json()
    return found


def test_saturation_tells_interviews_with_the_passages_of_what_was_new(
    browser: TestClient,
) -> None:
    told = ask(browser, "/saturation", base=1, run=1, orders=20, by="sites")
    pooled = told["pooled"]
    assert [each["source"] for each in pooled["interviews"]] == ["P01.txt", "P02.txt"]
    first = pooled["interviews"][0]["new"][0]
    assert {"code_id", "code", "source_id", "start_char", "end_char"} == set(first)
    assert [each["case"] for each in told["cases"]] == ["Northam", "Southam"]
    assert told["codebook"]["state"]
    assert "not drawn independently" in told["caveat"]


def test_a_rule_that_cannot_be_used_or_a_side_without_cases_is_refused(browser: TestClient) -> None:
    for asked in ({"base": 0}, {"orders": 10**9}, {"by": "codes"}, {"by": "planets"}):
        answered = browser.get("/api/saturation", params=asked)
        assert answered.status_code in (400, 404, 422)
        assert answered.json()["error"]["sentence"]


def test_the_curves_are_saved_as_svg_png_and_a_page(browser: TestClient) -> None:
    for kind, begins, media_type in (
        ("svg", b"<svg", "image/svg+xml"),
        ("png", b"\x89PNG", "image/png"),
        ("html", b"<!doctype html>", "text/html; charset=utf-8"),
    ):
        answered = browser.get("/api/saturation/figure", params={"kind": kind, "orders": 5})
        assert answered.status_code == 200
        assert answered.content.startswith(begins)
        assert answered.headers["content-type"] == media_type
        assert f"saturation.{kind}" in answered.headers["content-disposition"]


def test_waves_are_added_changed_removed_and_brought_back(browser: TestClient) -> None:
    made = browser.post("/api/waves", json={"name": "first", "start_day": "2023-01-01"})
    assert made.status_code == 200, made.text
    (wave,) = made.json()["ids"]
    assert made.json()["sentence"] == "added the wave “first”"
    listed = ask(browser, "/waves")
    assert [(each["name"], each["sources"]) for each in listed["waves"]] == [("first", 0)]
    assert (listed["in_no_wave"], listed["without_a_day"]) == (3, 3)
    refused = browser.post("/api/waves", json={"name": "second", "start_day": "2024-01-01"})
    assert refused.status_code == 409
    assert refused.json()["error"]["slug"] == "waves-overlap"
    browser.patch(f"/api/waves/{wave}", json={"end_day": "2023-12-31", "description": "early"})
    assert ask(browser, "/waves")["waves"][0]["description"] == "early"
    browser.delete(f"/api/waves/{wave}")
    assert ask(browser, "/waves")["waves"] == []
    browser.post(f"/api/waves/{wave}/restore")
    assert len(ask(browser, "/waves")["waves"]) == 1


def test_changes_over_waves_are_those_that_python_tells(
    browser: TestClient, study_path: Any
) -> None:
    from crosscase import open_study

    days = {"P01.txt": "2023-02-01", "P02.txt": "2024-02-01", "P03.txt": "2024-03-01"}
    rows = {each["name"]: each["id"] for each in ask(browser, "/sources")["items"]}
    for name, day in days.items():
        browser.patch(f"/api/sources/{rows[name]}", json={"date": day})
    assert ask(browser, "/waves/changes")["cases"] == []
    for name, start, end in (("first", "2023-01-01", "2023-12-31"), ("second", "2024-01-01", None)):
        browser.post("/api/waves", json={"name": name, "start_day": start, "end_day": end})
    told = ask(browser, "/waves/changes", of="sites")
    with open_study(study_path, person="Ama") as study:
        assert isinstance(study, Study)
        same = study.waves.changes("sites")
    assert [each["participants"] for each in told["waves"]] == [1, 1]
    assert told["notes"] == list(same.notes)
    assert [each["case"] for each in told["cases"]] == [each.case for each in same.cases]
    crossed = ask(browser, "/matrix", rows="codes", columns="waves")
    assert [each["name"] for each in crossed["columns"]] == ["first", "second"]
