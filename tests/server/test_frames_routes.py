"""Frames and selections over HTTP: as a table, grouped, chosen from, and told in words."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

from tests.server.reached import get, send

TABLE = (
    "case,name,region,deprived\n"
    "a,Ash,North,10\nb,Birch,South,20\nc,Cedar,North,20\nd,Dogwood,South,40\n"
    "e,Elm,North,50\nf,Fir,South,\n"
)


def import_frame(browser: TestClient, **asked: Any) -> dict[str, Any]:
    """Take the small frame of trees."""
    file = {"file": ("frame.csv", TABLE, "text/csv")}
    named = {"name": "Trees", "unit": "system", **asked}
    answer = browser.post("/api/frames/file", files=file, params=named)
    assert answer.status_code == 200, answer.text
    taken: dict[str, Any] = answer.json()
    return taken


def test_a_frame_is_taken_from_a_file_that_is_looked_through_first(browser: TestClient) -> None:
    """Tried, it is not there; taken, it stands as a table, and can be undone."""
    tried = import_frame(browser, dry_run=True)
    assert (tried["cases"], tried["missing"], tried["saved"]) == (6, {"deprived": 1}, None)
    assert get(browser, "/frames")["frames"] == []
    taken = import_frame(browser)
    frame = taken["saved"]["ids"][0]
    row = get(browser, "/frames")["frames"][0]
    assert (row["name"], row["unit"], row["cases"]) == ("Trees", "system", 6)
    whole = get(browser, f"/frames/{frame}")
    assert [each["label"] for each in whole["cases"]][:2] == ["Ash", "Birch"]
    deprived = next(each for each in whole["characteristics"] if each["name"] == "deprived")
    assert deprived["is_number"]
    assert deprived["values"] == [10, 20, 20, 40, 50, None]
    send(browser, "/undo", {})
    assert get(browser, "/frames")["frames"] == []


def test_cases_fall_into_groups_and_two_rules_are_compared(browser: TestClient) -> None:
    """A grouping tells its groups, its ties and what has no value; it can be taken away."""
    frame = import_frame(browser)["saved"]["ids"][0]
    asked = {"characteristic": "deprived", "groups": 2, "labels": ["low", "high"]}
    send(browser, f"/frames/{frame}/groupings", asked)
    grouping = get(browser, f"/frames/{frame}")["groupings"][0]
    assert grouping["name"] == "deprived group"
    assert [each["label"] for each in grouping["groups"]] == ["low", "high"]
    assert grouping["missing"] == ["Fir"]
    assert len(grouping["of_case"]) == 6
    told = get(browser, f"/frames/{frame}/rules", characteristic="deprived", groups=2)
    assert {told["rule"], told["other_rule"]} == {"rank", "cut-points"}
    for move in told["moves"]:
        assert move["from_group"] != move["to_group"]
    gone = browser.delete(f"/api/frames/{frame}/groupings", params={"name": "deprived group"})
    assert gone.status_code == 200, gone.text
    assert get(browser, f"/frames/{frame}")["groupings"] == []
    wrong = browser.post(f"/api/frames/{frame}/groupings", json={"characteristic": "region"})
    assert wrong.status_code == 400


def test_cases_are_chosen_after_a_look_and_told_in_a_paragraph(browser: TestClient) -> None:
    """The preview stores nothing; the choice is kept with its words and table."""
    frame = import_frame(browser)["saved"]["ids"][0]
    asked = {"frame": frame, "size": 2, "characteristics": ["region"]}
    tried = send(browser, "/selections/preview", asked)
    assert (len(tried["chosen"]), tried["candidates"], tried["exact"]) == (2, 6, True)
    assert tried["tied"] == 9
    assert len(tried["equally_good"][0]) == 2
    manual = {"frame": frame, "method": "manual", "cases": ["a", "d"], "reason": "Both agreed."}
    looked = send(browser, "/selections/preview", manual)
    assert [each["label"] for each in looked["chosen"]] == ["Ash", "Dogwood"]
    assert get(browser, "/selections")["selections"] == []
    made = send(browser, "/selections", manual | {"name": "First choice"})
    listed = get(browser, "/selections", frame=frame)["selections"]
    assert [(each["name"], each["method"]) for each in listed] == [("First choice", "manual")]
    whole = get(browser, f"/selections/{made['ids'][0]}")
    assert "Ash" not in whole["paragraph"]
    assert "Ash" in str(get(browser, f"/selections/{made['ids'][0]}", names=True)["table"])
    send(browser, f"/selections/{made['ids'][0]}", by="DELETE")
    assert get(browser, "/selections")["selections"] == []
    send(browser, f"/selections/{made['ids'][0]}/restore")
    assert len(get(browser, "/selections")["selections"]) == 1
    send(browser, f"/frames/{frame}", by="DELETE")
    assert get(browser, "/selections")["selections"] == []
    send(browser, f"/frames/{frame}/restore")
    assert len(get(browser, "/selections")["selections"]) == 1


def test_the_frame_that_comes_with_crosscase_is_added(browser: TestClient) -> None:
    """42 systems with what is known of them, each with its source."""
    frame = send(browser, "/frames/shipped", {})["ids"][0]
    whole = get(browser, f"/frames/{frame}")
    assert len(whole["cases"]) == 42
    assert whole["citation"]
    assert any(each["is_number"] and each["source"] for each in whole["characteristics"])
    assert browser.post("/api/frames/shipped", json={"shipped": "moon"}).status_code == 404


def test_who_refused_is_replaced_after_a_look_and_another_equal_set_is_picked(
    browser: TestClient,
) -> None:
    """The rest stay; the reasons are told; the old selection says by which it was replaced."""
    frame = import_frame(browser)["saved"]["ids"][0]
    asked = {"frame": frame, "size": 2, "characteristics": ["region"]}
    made = send(browser, "/selections", asked)["ids"][0]
    told = get(browser, f"/selections/{made}")
    assert told["tied"] == len(told["equally_good"]) > 1
    send(browser, f"/selections/{made}/pick", {"which": 2, "reason": "Nearer to us"})
    told = get(browser, f"/selections/{made}", names=True)
    assert (told["pick"], told["reason"]) == (2, "Nearer to us")
    assert [each["label"] for each in told["chosen"]] == told["equally_good"][1]
    gone, stays = (each["id"] for each in told["chosen"])
    refused = {"refused": {gone: "No time"}}
    tried = send(browser, f"/selections/{made}/replace/preview", refused)
    assert stays in [each["id"] for each in tried["chosen"]]
    assert len(tried["added"]) == 1
    assert len(get(browser, "/selections")["selections"]) == 1
    new = send(browser, f"/selections/{made}/replace", {**refused, "name": "Second"})["ids"][0]
    told = get(browser, f"/selections/{new}")
    assert [each["reason"] for each in told["refused"]] == ["No time"]
    assert get(browser, f"/selections/{made}")["replaced_by"] == "Second"
    word = browser.get("/api/documents/selection.docx", params={"selection": new})
    assert (word.status_code, word.content[:2]) == (200, b"PK")
    again = browser.post(f"/api/selections/{made}/replace", json=refused)
    assert again.json()["error"]["slug"] == "selection-replaced"
    send(browser, f"/selections/{new}", {"name": "After refusals"}, by="PATCH")
    assert get(browser, f"/selections/{new}")["name"] == "After refusals"
