"""Speakers over HTTP: who speaks under which label."""

from __future__ import annotations

from fastapi.testclient import TestClient


def test_speakers_of_one_source_come_with_their_words(browser: TestClient) -> None:
    """Of one source the words are counted; of all, only the turns."""
    everybody = browser.get("/api/speakers").json()
    assert len(everybody["speakers"]) == 5
    assert everybody["unlinked"] == 0
    assert {each["words"] for each in everybody["speakers"]} == {None}
    source = everybody["speakers"][0]["source_id"]
    found = browser.get("/api/speakers", params={"source": source}).json()["speakers"]
    assert [(each["label"], each["turns"], each["words"]) for each in found] == [
        ("Interviewer", 2, 8),
        ("P01", 2, 26),
    ]


def test_a_link_is_taken_away_and_made_again_by_name(browser: TestClient) -> None:
    """Neither participant nor role takes a link away; by name it comes back."""
    label = browser.get("/api/speakers").json()["speakers"][1]
    wish = {"source": label["source_id"], "label": label["label"]}
    assert browser.post("/api/speakers/link", json=wish).status_code == 200
    assert browser.get("/api/speakers").json()["unlinked"] == 1
    saved = browser.post("/api/speakers/link-by-name").json()
    assert saved["sentence"] == "linked 1 speaker to participants"
    assert browser.get("/api/speakers").json()["speakers"][1]["participant"] == "P01"


def test_a_participant_can_be_chosen_for_a_label(browser: TestClient) -> None:
    """A label is linked by the ids of its source and of the participant."""
    labels = browser.get("/api/speakers").json()["speakers"]
    wish = {
        "source": labels[1]["source_id"],
        "label": "P01",
        "participant": labels[3]["participant_id"],
    }
    assert browser.post("/api/speakers/link", json=wish).status_code == 200
    assert browser.get("/api/speakers").json()["speakers"][1]["participant"] == "P02"


def test_a_label_that_is_not_there_is_not_found(browser: TestClient) -> None:
    """The answer names the labels that there are."""
    source = browser.get("/api/speakers").json()["speakers"][0]["source_id"]
    answer = browser.post("/api/speakers/link", json={"source": source, "label": "Nobody"})
    assert answer.status_code == 404
    assert "Interviewer" in answer.json()["error"]["hint"]
