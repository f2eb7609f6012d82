"""Memos over HTTP: in one list, filtered, written, changed, removed."""

from __future__ import annotations

from fastapi.testclient import TestClient

from tests.server.reached import get, id_of, place_of, send


def titles(browser: TestClient, **asked: str) -> list[str]:
    """The titles of the memos that are asked for."""
    return [memo["title"] for memo in get(browser, "/memos", **asked)["items"]]


def test_the_memos_come_with_what_they_hang_on(browser: TestClient) -> None:
    """Those begun last come first, each with its words, its author and its times."""
    first, second = get(browser, "/memos")["items"]
    assert first["title"] == "On the way of asking"
    assert (second["title"], second["author"]) == ("What trust is here", "Ama")
    assert second["about"] == {
        "kind": "code", "id": id_of(browser, "code", "Trust"), "name": "Trust",
    }  # fmt: skip
    assert second["text"] == "They speak of it as of weather."
    assert second["begun_ms"] == second["changed_ms"] < first["begun_ms"]


def test_a_memo_is_written_on_a_passage_changed_and_removed(browser: TestClient) -> None:
    """It tells where its passage lies; changing and removing it are undone like anything."""
    place = place_of(browser, "P02.txt", "Nobody decides.")
    memo = send(browser, "/memos", {"title": "On deciding", "passage": place})["ids"][0]
    page = get(browser, f"/memos/{memo}")
    assert page["passage"]["text"] == "Nobody decides."
    assert page["about"]["name"] == "P02.txt"
    was = {"text": "", "title": "On deciding"}
    send(browser, f"/memos/{memo}", {"text": "Who then?", "was": was}, by="PATCH")
    late = browser.patch(f"/api/memos/{memo}", json={"text": "Mine", "was": {"text": ""}})
    assert late.json()["error"]["slug"] == "changed-meanwhile"
    assert late.json()["error"]["details"]["shown"] == "Who then?"
    send(browser, f"/memos/{memo}", by="DELETE")
    assert "On deciding" not in titles(browser)
    send(browser, f"/memos/{memo}/restore")
    changed = get(browser, f"/memos/{memo}")
    assert changed["changed_ms"] > changed["begun_ms"]


def test_a_memo_is_hung_on_another_thing_and_on_nothing(browser: TestClient) -> None:
    """Hung on nothing it stands on no passage either; what is left out of a change stays."""
    place = place_of(browser, "P02.txt", "Nobody decides.")
    memo = send(browser, "/memos", {"title": "On deciding", "passage": place})["ids"][0]
    trust = id_of(browser, "code", "Trust")
    send(browser, f"/memos/{memo}", {"about": trust}, by="PATCH")
    send(browser, f"/memos/{memo}", {"text": "Who?"}, by="PATCH")
    page = get(browser, f"/memos/{memo}")
    assert (page["about"]["name"], page["passage"]["text"]) == ("Trust", "Nobody decides.")
    send(browser, f"/memos/{memo}", {"about": None, "was": {"about": trust}}, by="PATCH")
    page = get(browser, f"/memos/{memo}")
    assert (page["about"], page["passage"], page["text"]) == (None, None, "Who?")
    send(browser, "/undo")
    assert get(browser, f"/memos/{memo}")["passage"]["text"] == "Nobody decides."


def test_memos_are_narrowed_by_kind_author_thing_and_source(browser: TestClient) -> None:
    """A source has the memos about it, about codings in it and on its passages."""
    p02 = id_of(browser, "source", "P02.txt")
    place = place_of(browser, "P02.txt", "Nobody decides.")
    trust = id_of(browser, "code", "Trust")
    coding = send(browser, "/codings", {"code": trust, **place})["ids"][0]
    send(browser, "/memos", {"title": "On the coding", "about": coding})
    send(browser, "/memos", {"title": "On the words", "about": trust, "passage": place})
    assert titles(browser, source=p02) == ["On the words", "On the coding"]
    assert titles(browser, about=trust) == ["On the words", "What trust is here"]
    assert titles(browser, kind="methodological") == ["On the way of asking"]
    assert titles(browser, author=id_of(browser, "coder", "Ben")) == []
    assert get(browser, "/memos", about=coding)["items"][0]["about"]["name"] == "Trust"


def test_memos_come_page_by_page(browser: TestClient) -> None:
    """The cursor is where the next page begins."""
    first = get(browser, "/memos", most=1)
    assert (first["total"], first["items"][0]["title"]) == (2, "On the way of asking")
    second = get(browser, "/memos", most=1, cursor=first["next"])
    assert (second["next"], second["items"][0]["title"]) == (None, "What trust is here")
