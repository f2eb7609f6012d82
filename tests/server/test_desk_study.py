"""The study's own head, over HTTP."""

from __future__ import annotations

from fastapi.testclient import TestClient


def test_the_head_says_who_works_where_and_how_much_there_is(browser: TestClient) -> None:
    """The head holds what every page shows of the study."""
    head = browser.get("/api/study").json()
    assert (head["title"], head["person"], head["read_only"]) == ("A small study", "Ama", False)
    assert head["counts"]["sources"] == 3
    assert head["counts"]["codes"] == 4
    assert head["counts"]["participants"] == 3


def test_an_answer_that_is_known_already_is_not_sent_again(browser: TestClient) -> None:
    """The same question with the answer's ETag gives 304, until the study changes."""
    first = browser.get("/api/study")
    known = {"If-None-Match": first.headers["etag"]}
    assert browser.get("/api/study", headers=known).status_code == 304
    saved = browser.patch("/api/study", json={"title": "Another"}).json()
    assert saved["sentence"] == "described the study"
    assert browser.get("/api/study", headers=known).json()["title"] == "Another"


def test_a_description_is_changed_cleared_and_left_alone(browser: TestClient) -> None:
    """What is left out stays, null takes it away, and the same again is nothing to do."""
    said = browser.patch("/api/study", json={"description": " Three systems. "}).json()
    assert said["sentence"] == "described the study"
    assert browser.get("/api/study").json()["description"] == "Three systems."
    assert browser.patch("/api/study", json={}).json()["operation"] is None
    same = browser.patch("/api/study", json={"description": "Three systems."}).json()
    assert same["operation"] is None
    browser.patch("/api/study", json={"description": None})
    assert browser.get("/api/study").json()["description"] is None
    assert browser.patch("/api/study", json={"title": "  "}).status_code == 400
