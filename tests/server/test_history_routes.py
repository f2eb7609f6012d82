"""The history over HTTP: pages, what an operation changed, undo and redo, conflicts."""

from __future__ import annotations

from fastapi.testclient import TestClient

from tests.server.reached import get, id_of, send


def test_the_history_comes_page_by_page_newest_first(browser: TestClient) -> None:
    """Pages hold every operation once, whatever is done meanwhile."""
    whole = get(browser, "/history")
    assert whole["total"] == len(whole["items"])
    assert whole["items"][0]["sentence"] == "saved the query “Trust”"
    seen, cursor = [], None
    while True:
        page = get(browser, "/history", most=5, **({"cursor": cursor} if cursor else {}))
        seen += page["items"]
        cursor = page["next"]
        if cursor is None:
            break
        send(browser, "/codes", {"name": f"New {len(seen)}"})
    assert seen == whole["items"]


def test_the_history_is_narrowed_to_a_person_a_kind_and_days(browser: TestClient) -> None:
    """Each filter by itself."""
    about_codes = get(browser, "/history", kind="code")["items"]
    assert {each["sentence_key"] for each in about_codes} == {"code.added"}
    assert get(browser, "/history", person=id_of(browser, "coder", "Ben"))["items"] == []
    ama = get(browser, "/history", person=id_of(browser, "coder", "Ama"))["items"]
    assert {each["person"] for each in ama} == {"Ama"}
    assert get(browser, "/history", until="2026-03-01")["items"] == []
    everything = get(browser, "/history")["items"]
    assert get(browser, "/history", since="2026-03-02")["items"] == everything
    assert browser.get("/api/history", params={"since": "2026-02-31"}).status_code == 400


def test_an_operation_tells_what_it_changed(browser: TestClient) -> None:
    """Things by name, fields before and after, and what an undo would leave as it is."""
    trust = id_of(browser, "code", "Trust")
    send(browser, f"/codes/{trust}", {"definition": "Reliance"}, by="PATCH")
    first = get(browser, "/history")["items"][0]["operation"]
    send(browser, f"/codes/{trust}", {"definition": "Leaning on somebody"}, by="PATCH")
    page = get(browser, f"/history/{first}")
    assert page["changed"] == [
        {
            "kind": "code",
            "id": trust,
            "name": "Trust",
            "fields": {
                "definition": {"before": "Readiness to rely on somebody", "after": "Reliance"}
            },
        }
    ]
    assert len(page["will_not_return"]) == 1
    assert browser.get("/api/history/00000000:7").status_code == 404
    assert browser.get("/api/history/nothing").status_code == 422


def test_a_coding_is_told_by_its_words_and_its_code(browser: TestClient) -> None:
    """Ids are told by names and passages by their words."""
    coded = get(browser, "/history", kind="coding")["items"][-1]
    page = get(browser, f"/history/{coded['operation']}")
    (thing,) = page["changed"]
    assert (thing["kind"], thing["name"]) == ("coding", "Trust")
    told = {field: said["after"] for field, said in thing["fields"].items()}
    assert told == {
        "source": "P01.txt",
        "code": "Trust",
        "coder": "Ama",
        "passage": "We trusted one another at last.",
    }


def test_undo_and_redo_say_what_they_undid(browser: TestClient) -> None:
    """Also what does not show any more is told by its name, and the log tells the same."""
    send(browser, "/codes", {"name": "Fear"})
    undone = send(browser, "/undo")
    assert undone["sentence"] == "undid: added the code “Fear”"
    newest, added = get(browser, "/history", most=2)["items"]
    assert (newest["sentence"], newest["sentence_key"]) == (undone["sentence"], "undone")
    assert (added["sentence"], added["undone"]) == ("added the code “Fear”", True)
    redone = send(browser, "/redo", {"operation": added["operation"]})
    assert redone["sentence"] == "redid: added the code “Fear”"
    assert id_of(browser, "code", "Fear")
    again = browser.post("/api/redo", json={"operation": added["operation"]})
    assert again.json()["error"]["slug"] == "not-undone"


def test_the_history_of_one_thing_tells_each_change(browser: TestClient) -> None:
    """Oldest first, with its fields as short texts."""
    trust = id_of(browser, "code", "Trust")
    send(browser, f"/codes/{trust}", {"name": "Reliance"}, by="PATCH")
    changes = get(browser, f"/history/of/{trust}")["changes"]
    assert [each["fields"]["name"] for each in changes] == ["Trust", "Reliance"]
    assert changes[0]["fields"]["place"] == "below Relationships"
    missing = browser.get("/api/history/of/00000000-0000-7000-8000-000000000000")
    assert missing.status_code == 404


def test_the_study_as_of_an_operation_is_asked_by_its_name(browser: TestClient) -> None:
    """What was not yet there is not told."""
    first = get(browser, "/history", kind="code")["items"][-1]["operation"]
    assert [code["name"] for code in get(browser, "/codes", as_of=first)["codes"]] == [
        "Relationships"
    ]


def test_a_study_without_conflicts_has_none(browser: TestClient) -> None:
    """And nothing can be settled in it."""
    assert get(browser, "/conflicts") == {"conflicts": []}
    says = {"entity": id_of(browser, "code", "Trust"), "field": "name", "value": "X"}
    assert browser.post("/api/conflicts/settle", json=says).json()["error"]["slug"] == "no-conflict"
