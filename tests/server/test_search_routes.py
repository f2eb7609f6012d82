"""Search over HTTP: pages of passages, slips with their place, and coding what was found."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient


def search(browser: TestClient, q: str, **asked: Any) -> dict[str, Any]:
    """The answer to a question."""
    answered = browser.get("/api/search", params={"q": q, **asked})
    assert answered.status_code == 200, answered.text
    page: dict[str, Any] = answered.json()
    return page


def test_a_plain_word_is_looked_for_in_the_texts(browser: TestClient) -> None:
    """Without a field a word is text; what is told of a passage is who, where and around it."""
    page = search(browser, "nurse")
    assert page["expression"] == "text:nurse"
    assert (page["total"], page["sources"], page["participants"], page["next"]) == (1, 1, 1, None)
    (item,) = page["items"]
    assert (item["text"], item["participants"], item["speakers"]) == ("nurse", ["P02"], ["P02"])
    assert item["cases"] == {"site": ["Southam"]}
    assert item["before"].endswith("P02: I trust the ")
    assert item["after"].startswith(". I do not trust")
    assert (item["turn"], item["start_ms"]) == (4, None)
    assert {(each["code"], each["coder"]) for each in item["codings"]} == {
        ("Relationships > Trust", "Ama"),
        ("Relationships > Trust", "Ben"),
    }


def test_a_phrase_in_quotation_marks_is_looked_for_as_one(browser: TestClient) -> None:
    """Either kind of quotation marks; the words must stand side by side."""
    for quoted in ('"the meeting"', "“the meeting”"):
        assert search(browser, quoted)["total"] == 2


def test_pages_follow_one_another_without_gaps(browser: TestClient) -> None:
    """The cursor of one page begins the next, and the last one has none."""
    whole = search(browser, "the or meeting")["items"]
    cursor, seen = None, []
    while True:
        page = search(
            browser, "the or meeting", most=3, **({} if cursor is None else {"cursor": cursor})
        )
        seen += page["items"]
        cursor = page["next"]
        if cursor is None:
            break
    assert len(whole) > 6
    assert seen == whole


def test_a_code_query_tells_the_codings_with_their_ids(browser: TestClient) -> None:
    """Two coders on one passage are two codings of it."""
    page = search(browser, "code:Trust and source:P02.txt")
    (item,) = page["items"]
    assert item["text"] == "I trust the nurse."
    assert [each["coder"] for each in item["codings"]] == ["Ama", "Ben"]
    assert {each["code"] for each in item["codings"]} == {"Relationships > Trust"}
    assert len({each["id"] for each in item["codings"]}) == 2


@pytest.mark.parametrize("word", ["node", "tag", "label", "category"])
def test_a_code_may_be_asked_for_in_the_words_of_other_tools(
    browser: TestClient, word: str
) -> None:
    """The answer is the same, and the expression says it in our words."""
    page = search(browser, f"{word}:Trust and document:P02.txt")
    assert page["total"] == 1
    assert page["expression"] == "code:Trust and source:P02.txt"


def test_a_slip_is_answered_with_its_place_and_a_way_out(browser: TestClient) -> None:
    """The place is in code points; the reason stands alone for a page to show."""
    answered = browser.get("/api/search", params={"q": "code:crowding out"})
    assert answered.status_code == 400
    error = answered.json()["error"]
    assert error["slug"] == "query-not-understood"
    assert error["details"] == {
        "start_char": 5,
        "end_char": 17,
        "reason": "“crowding out” is more than one word.",
    }
    assert "quotation marks" in error["hint"]


def test_a_name_that_the_study_has_not_is_not_found_and_shown(browser: TestClient) -> None:
    """A code that is misspelt is answered with the place and what is near."""
    answered = browser.get("/api/search", params={"q": "code:Turst"})
    assert answered.status_code == 404
    error = answered.json()["error"]
    assert (error["details"]["start_char"], error["slug"]) == (0, "code-not-found")
    assert "Trust" in error["hint"]


def test_a_cursor_of_nowhere_is_refused(browser: TestClient) -> None:
    """A cursor that no page gave is a mistake of the request."""
    answered = browser.get("/api/search", params={"q": "trust", "cursor": "-1"})
    assert (answered.status_code, answered.json()["error"]["slug"]) == (400, "bad-cursor")


def test_what_was_found_is_coded_in_one_operation(browser: TestClient) -> None:
    """The answer says how many passages are new; sent again with the same intent, the same."""
    intent = {"Intent": "00000000-0000-7000-8000-000000000001"}
    asked = {"q": "telephone", "code": "Meetings"}
    first = browser.post("/api/search/code", json=asked, headers=intent).json()
    assert first["coded"] == 2
    assert first["sentence"] == "coded 2 passages as “Meetings”"
    assert browser.post("/api/search/code", json=asked, headers=intent).json() == first
    again = browser.post("/api/search/code", json=asked).json()
    assert (again["coded"], again["operation"]) == (0, None)
    assert search(browser, "code:Meetings")["total"] == 3
