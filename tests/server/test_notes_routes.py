"""Links, sets, saved questions, coders, frameworks, names and settings over HTTP."""

from __future__ import annotations

from fastapi.testclient import TestClient

from tests.server.reached import get, id_of, place_of, send


def test_a_link_with_evidence(browser: TestClient) -> None:
    """Links tell their ends by kind and name, and where their evidence lies."""
    trust, money = id_of(browser, "code", "Trust"), id_of(browser, "code", "Money")
    (known,) = get(browser, "/links")["links"]
    assert known["start"] == {"kind": "code", "id": trust, "name": "Trust"}
    link = send(browser, "/links", {"start": money, "end": trust, "type": "weakens"})["ids"][0]
    place = place_of(browser, "P01.txt", "the pot was emptied")
    evidence = send(browser, f"/links/{link}/evidence", {**place, "against": True})["ids"][0]
    send(browser, f"/links/{link}", {"sign": "-", "type": "saps"}, by="PATCH")
    (found,) = get(browser, "/links", type="saps")["links"]
    assert (found["sign"], found["evidence"][0]["text"]) == ("-", "the pot was emptied")
    assert found["evidence"][0]["against"] is True
    send(browser, f"/evidence/{evidence}", by="DELETE")
    send(browser, f"/links/{link}", by="DELETE")
    assert len(get(browser, "/links")["links"]) == 1
    send(browser, f"/links/{link}/restore")
    assert len(get(browser, "/links")["links"]) == 2


def test_a_set_and_its_members(browser: TestClient) -> None:
    """Members come and go in one operation."""
    directors = id_of(browser, "set", "Directors")
    page = get(browser, f"/sets/{directors}")
    assert sorted(each["name"] for each in page["members"]) == ["P01", "P03"]
    saved = send(browser, f"/sets/{directors}/members", {
        "add": [id_of(browser, "case", "P02")], "remove": [id_of(browser, "case", "P01")],
    })  # fmt: skip
    assert saved["sentence"] == "changed the set “Directors”"
    page = get(browser, f"/sets/{directors}")
    assert sorted(each["name"] for each in page["members"]) == ["P02", "P03"]
    made = send(browser, "/sets", {"name": "Empty"})["ids"][0]
    assert {each["name"]: each["size"] for each in get(browser, "/sets")["sets"]} == {
        "Directors": 2, "Empty": 0,
    }  # fmt: skip
    send(browser, f"/sets/{made}", by="DELETE")
    send(browser, f"/sets/{made}/restore")


def test_a_question_is_saved_only_if_it_can_be_asked(browser: TestClient) -> None:
    """One that names no code of the study is refused."""
    saved = send(browser, "/queries", {"name": "Money", "expression": "code:Money"})["ids"][0]
    assert [each["name"] for each in get(browser, "/queries")["queries"]] == ["Trust", "Money"]
    refused = browser.post("/api/queries", json={"name": "No", "expression": "code:Nothing"})
    assert refused.status_code == 404
    send(browser, f"/queries/{saved}", by="DELETE")
    send(browser, f"/queries/{saved}/restore")


def test_coders_say_which_one_is_you(browser: TestClient) -> None:
    """With their codings counted; a rename keeps them."""
    ben = id_of(browser, "coder", "Ben")
    send(browser, f"/coders/{ben}", {"name": "Benedikt"}, by="PATCH")
    send(browser, "/coders", {"name": "Chi"})
    coders = get(browser, "/coders")["coders"]
    assert [(each["name"], each["codings"], each["is_you"]) for each in coders] == [
        ("Ama", 4, True), ("Benedikt", 3, False), ("Chi", 0, False),
    ]  # fmt: skip


def test_a_framework_is_added_by_its_name_and_never_from_a_file(
    browser: TestClient, tmp_path: object
) -> None:
    """What a page may name are the frameworks that come with crosscase."""
    offered = get(browser, "/frameworks")["available"][0]
    saved = send(browser, "/frameworks", {"name": offered["name"]})
    assert saved["sentence"].startswith("added the framework")
    assert get(browser, "/frameworks")["added"][0]["name"] == offered["title"]
    refused = browser.post("/api/frameworks", json={"name": __file__})
    assert refused.json()["error"]["slug"] == "framework-not-found"


def test_names_reach_everything(browser: TestClient) -> None:
    """Each kind, with what tells a name apart."""
    rows = get(browser, "/names")["names"]
    assert {each["kind"] for each in rows} == {
        "source", "code", "case", "memo", "query", "set", "coder",
    }  # fmt: skip
    by_name = {(each["kind"], each["name"]): each for each in rows}
    assert by_name["code", "Trust"]["detail"] == "Relationships"
    assert by_name["code", "Relationships"]["colour"] == "#7A5195"
    assert by_name["case", "Northam"]["detail"] == "site"


def test_a_setting_is_made(browser: TestClient) -> None:
    """One that the study knows, with a value that it may have."""
    send(browser, "/study/settings/originals", {"value": "drop"}, by="PUT")
    assert get(browser, "/study")["settings"]["originals"] == "drop"
    refused = browser.put("/api/study/settings/originals", json={"value": "burn"})
    assert refused.json()["error"]["slug"] == "unknown-value"
