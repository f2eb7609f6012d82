"""Constant comparison over HTTP: the passages of a code beside one more."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient


def found(browser: TestClient, q: str) -> dict[str, Any]:
    """The one passage that answers a question."""
    (item,) = browser.get("/api/search", params={"q": q}).json()["items"]
    return dict(item)


def code(browser: TestClient, name: str) -> str:
    """The id of a code."""
    rows = browser.get("/api/matrix", params={"rows": "codes:all"}).json()["rows"]
    return str(next(row["id"] for row in rows if row["name"] == name))


def compare(browser: TestClient, name: str, passage: dict[str, Any], **asked: Any) -> Any:
    """A code's passages beside one."""
    place = {
        "source": passage["source_id"],
        "start_char": passage["start_char"],
        "end_char": passage["end_char"],
    }
    return browser.get(f"/api/codes/{code(browser, name)}/comparison", params={**place, **asked})


def test_the_most_like_come_first_and_the_most_unlike_too(browser: TestClient) -> None:
    """All coders' passages of the code and of those below it, each once."""
    mine = found(browser, '"I do not trust the meeting"')
    answer = compare(browser, "Relationships", mine).json()
    assert answer["passages"] == 4
    like = {each["passage"]["text"]: each["passage"]["codings"] for each in answer["like"]}
    assert [each["coder"] for each in like["I trust the nurse."]] == ["Ama", "Ben"]
    seen = [each["similarity"] for each in (*answer["like"], *reversed(answer["unlike"]))]
    assert len(seen) == 4
    assert seen == sorted(seen, reverse=True)
    assert [each["passage"]["text"] for each in answer["unlike"]] == [
        "A director who picks up the telephone."
    ]


def test_no_passage_is_both_like_and_unlike(browser: TestClient) -> None:
    """With few passages the like ones are shown first."""
    mine = found(browser, '"I do not trust the meeting"')
    answer = compare(browser, "Relationships", mine, most=1).json()
    assert (len(answer["like"]), len(answer["unlike"]), answer["passages"]) == (1, 1, 4)
    whole = compare(browser, "Relationships", mine, most=50).json()
    assert (len(whole["like"]), len(whole["unlike"])) == (4, 0)


def test_the_passage_in_hand_is_not_laid_beside_itself(browser: TestClient) -> None:
    """Nor what shares text with it, whoever coded it."""
    mine = found(browser, '"trust the nurse"')
    answer = compare(browser, "Trust", mine).json()
    assert answer["passages"] == 2
    assert "I trust the nurse." not in [each["passage"]["text"] for each in answer["like"]]


def test_a_code_without_other_passages_has_nothing_to_compare(browser: TestClient) -> None:
    """The answer is empty, no error."""
    mine = found(browser, '"There is a meeting, and"')
    assert compare(browser, "Meetings", mine).json() == {"like": [], "unlike": [], "passages": 0}


def test_a_place_that_is_no_passage_is_refused(browser: TestClient) -> None:
    """Beyond the text, or of no length; and a code that is not there."""
    mine = found(browser, "nurse")
    for start, end in ((5, 5), (0, 1_000_000)):
        answered = compare(browser, "Trust", {**mine, "start_char": start, "end_char": end})
        assert answered.status_code == 400
        assert answered.json()["error"]["hint"]
    nowhere = "00000000-0000-7000-8000-00000000ffff"
    place = {"source": mine["source_id"], "start_char": 0, "end_char": 5}
    assert browser.get(f"/api/codes/{nowhere}/comparison", params=place).status_code == 404
