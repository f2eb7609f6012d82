"""Meetings, document requests, approvals and guides over HTTP."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

from tests.server.reached import get, id_of, send

GUIDE = (
    b"# Leaders\n\n## Trust\n\n- Whom do you trust?\n\n## Money\n\n- What changed with the money?\n"
)


def listed(browser: TestClient, kind: str) -> list[dict[str, Any]]:
    """The activities of a kind."""
    found: list[dict[str, Any]] = get(browser, "/activities", kind=kind)["activities"]
    return found


def test_an_observed_meeting_says_who_was_there_and_what_became_of_the_agenda(
    browser: TestClient,
) -> None:
    """Recorded, changed, removed and brought back, each as one step."""
    site = id_of(browser, "case", "Northam")
    meeting = {
        "name": "Partnership board", "case": site, "day": "2026-02-03", "agenda": "1. The pot",
        "attendance": {"Health": 4, "Council": 2}, "decided": ["A budget"],
        "avoided": ["Whose beds"],
    }  # fmt: skip
    made = send(browser, "/meetings", meeting)["ids"][0]
    (told,) = listed(browser, "meeting")
    assert (told["id"], told["case"]) == (made, {"id": site, "name": "Northam"})
    assert told["led_by"]["name"] == "Ama"
    assert told["meeting"] == {
        "agenda": "1. The pot", "attendance": {"Health": 4, "Council": 2},
        "decided": ["A budget"], "deferred": [], "avoided": ["Whose beds"],
    }  # fmt: skip
    send(browser, f"/activities/{made}", {"deferred": ["Beds"], "avoided": None}, by="PATCH")
    (told,) = listed(browser, "meeting")
    assert (told["meeting"]["deferred"], told["meeting"]["avoided"]) == (["Beds"], [])
    send(browser, f"/activities/{made}", by="DELETE")
    assert listed(browser, "meeting") == []
    send(browser, "/undo", {})
    assert listed(browser, "meeting")[0]["name"] == "Partnership board"


def test_a_document_that_was_asked_for_arrives_or_does_not(browser: TestClient) -> None:
    """Of whom it was asked, where it was spoken of, and whether it has come."""
    person, source = id_of(browser, "case", "P01"), id_of(browser, "source", "P01.txt")
    request = {
        "name": "Minutes", "participants": [person], "day": "2026-02-01", "public": False,
        "mentioned_in": f"{source}@12",
    }  # fmt: skip
    made = send(browser, "/document-requests", request)["ids"][0]
    (told,) = listed(browser, "document request")
    assert told["participants"] == [{"id": person, "name": "P01"}]
    assert told["request"] == {
        "standing": "asked", "arrived_day": None, "public": False,
        "mentioned_in": {"id": source, "name": "P01.txt"}, "mentioned_at": 12,
    }  # fmt: skip
    arrived = {"standing": "arrived", "arrived_day": "2026-02-09"}
    send(browser, f"/activities/{made}", arrived, by="PATCH")
    (told,) = listed(browser, "document request")
    assert told["request"]["arrived_day"] == "2026-02-09"
    refused = browser.patch(f"/api/activities/{made}", json={"standing": "refused"})
    assert refused.status_code == 400
    assert refused.json()["error"]["slug"] == "arrived-or-not"


def test_approvals_have_amendments_conditions_and_ends(browser: TestClient) -> None:
    """An amendment names what it amends; its days have an order."""
    approval = {
        "name": "Ethics", "body": "The committee", "reference": "24/17", "day": "2025-09-01",
        "end_day": "2026-08-31", "retention_day": "2036-08-31", "conditions": "No minors",
    }  # fmt: skip
    first = send(browser, "/approvals", approval)["ids"][0]
    second = send(browser, "/approvals", {"name": "Amendment 1", "amends": first})["ids"][0]
    send(browser, f"/approvals/{second}", {"day": "2026-01-10"}, by="PATCH")
    told = get(browser, "/approvals")["approvals"]
    assert [each["name"] for each in told] == ["Ethics", "Amendment 1"]
    assert told[0] == {**approval, "id": first, "amends": None, "note": None}
    assert told[1]["amends"] == {"id": first, "name": "Ethics"}
    wrong = browser.patch(f"/api/approvals/{first}", json={"end_day": "2024-01-01"})
    assert wrong.json()["error"]["slug"] == "ends-before-it-begins"
    send(browser, f"/approvals/{second}", by="DELETE")
    assert len(get(browser, "/approvals")["approvals"]) == 1
    send(browser, f"/approvals/{second}/restore")
    assert len(get(browser, "/approvals")["approvals"]) == 2


def test_a_guide_comes_from_a_file_and_has_versions(browser: TestClient) -> None:
    """The same file again adds nothing; topics keep their keys; it is given out as Markdown."""
    answer = browser.post("/api/guides/file", files={"file": ("leaders.md", GUIDE)})
    assert answer.status_code == 200, answer.text
    first = answer.json()["ids"][0]
    again = browser.post("/api/guides/file", files={"file": ("leaders.md", GUIDE)}).json()
    assert (again["operation"], again["ids"]) == (None, [first])
    topics = [{"topic": "Trust", "questions": ["Whom do you trust?"]}, {"topic": "Power"}]
    made = send(browser, f"/guides/{first}/versions", {"topics": topics})["ids"][0]
    told = get(browser, "/guides")["guides"]
    assert [(each["version"], each["is_newest"]) for each in told] == [("1", False), ("2", True)]
    assert [each["topic"] for each in told[0]["topics"]] == ["Trust", "Money"]
    assert told[0]["topics"][0]["key"] == told[1]["topics"][0]["key"]
    file = browser.get(f"/api/guides/{made}/file")
    assert "Power" in file.text
    send(browser, f"/guides/{made}", {"description": "After the pilot"}, by="PATCH")
    assert get(browser, "/guides")["guides"][1]["description"] == "After the pilot"
    send(browser, f"/guides/{made}", by="DELETE")
    assert len(get(browser, "/guides")["guides"]) == 1
    send(browser, f"/guides/{made}/restore")
    assert len(get(browser, "/guides")["guides"]) == 2


def test_topics_are_suggested_confirmed_and_make_the_table_of_standings(
    browser: TestClient,
) -> None:
    """Who was asked and answered is told; what was taken back is suggested anew."""
    browser.post("/api/guides/file", files={"file": ("leaders.md", GUIDE)})
    source = id_of(browser, "source", "P01.txt")
    assert {each["standings"][0] for each in get(browser, "/topics/standings")["participants"]} == {
        "unknown"
    }
    turns = get(browser, f"/sources/{source}/topics")["turns"]
    money = next(each for each in turns if each["topic_name"] == "Money")
    assert (money["turn"], money["standing"]) == (1, "suggested")
    said = {"turns": [{"at": money["start_char"], "topic": money["topic"]}]}
    send(browser, f"/sources/{source}/topics/confirm", said)
    table = get(browser, "/topics/standings")
    assert [each["topic"] for each in table["topics"]] == ["Trust", "Money"]
    first = next(each for each in table["participants"] if each["name"] == "P01")
    assert first["standings"] == ["not asked", "answered"]
    (link,) = [e["link"] for e in get(browser, f"/sources/{source}/topics")["turns"] if e["link"]]
    send(browser, "/topics/change", {"links": [link], "answer": "no answer"})
    table = get(browser, "/topics/standings")
    assert table["topics"][1]["counts"]["asked without answer"] == 1
    send(browser, "/topics/remove", {"links": [link]})
    send(browser, f"/sources/{source}/topics/reject", said)
    turns = get(browser, f"/sources/{source}/topics")["turns"]
    assert [each["standing"] for each in turns if each["turn"] == 1] == ["rejected"]
