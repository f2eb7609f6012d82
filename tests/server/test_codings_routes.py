"""Coding over HTTP: with a code that is there, in vivo, and what is changed afterwards."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from tests.server.reached import get, id_of, place_of, send


def test_a_passage_is_coded_and_uncoded(browser: TestClient) -> None:
    """The same again is the same coding; removing and restoring are one operation each."""
    says = {
        "code": id_of(browser, "code", "Money"),
        **place_of(browser, "P01.txt", "the pot was emptied"),
    }
    saved = send(browser, "/codings", says)
    assert saved["sentence"] == "coded a passage of “P01.txt” as “Money”"
    again = send(browser, "/codings", says)
    assert (again["operation"], again["ids"]) == (None, saved["ids"])
    page = get(browser, f"/codings/{saved['ids'][0]}")
    assert (page["text"], page["code"], page["coder"]) == ("the pot was emptied", "Money", "Ama")
    removed = send(browser, "/codings/remove", {"codings": saved["ids"]})
    assert removed["sentence"] == "removed 1 coding"
    assert get(browser, f"/codings/{saved['ids'][0]}")["removed"] is True
    send(browser, "/codings/restore", {"codings": saved["ids"]})
    assert get(browser, f"/codings/{saved['ids'][0]}")["removed"] is False


def test_the_same_intent_is_done_once(browser: TestClient) -> None:
    """A request that is sent again after a lost connection gets the first answer."""
    says = {
        "new_code": {"name": "Pot"},
        **place_of(browser, "P01.txt", "the pot was emptied"),
    }
    intent = {"Intent": "0190d3a4-0000-7000-8000-000000000001"}
    answers = [browser.post("/api/codings", json=says, headers=intent) for _ in range(2)]
    assert answers[0].status_code == 200
    assert answers[0].json() == answers[1].json()


def test_in_vivo_coding_makes_code_and_coding_in_one_operation(browser: TestClient) -> None:
    """The passage is the code's first incident; one undo takes both back."""
    before = get(browser, "/history")["total"]
    says = {
        "new_code": {"name": "one pot", "origin": "in_vivo"},
        **place_of(browser, "P01.txt", "one pot"),
        "valence": "enabling",
    }
    saved = send(browser, "/codings", says)
    coding, code = saved["ids"]
    assert saved["sentence"] == "coded a passage of “P01.txt” as the new code “one pot”"
    assert get(browser, "/history")["total"] == before + 1
    page = get(browser, f"/codes/{code}")
    assert (page["origin"], page["first_incident"]["text"]) == ("in vivo", "one pot")
    assert get(browser, f"/codings/{coding}")["valence"] == "enabling"
    send(browser, "/undo")
    assert browser.get(f"/api/codes/{code}").status_code == 404
    assert send(browser, "/redo")["sentence"].startswith("redid: coded a passage")
    assert get(browser, f"/codings/{coding}")["code"] == "one pot"


def test_a_coding_is_changed_in_one_operation(browser: TestClient) -> None:
    """Code, boundaries and what it says; what is left out stays."""
    says = {"code": id_of(browser, "code", "Money"), **place_of(browser, "P01.txt", "The money")}
    coding = send(browser, "/codings", {**says, "basis": "asserted"})["ids"][0]
    place = place_of(browser, "P01.txt", "The money went")
    changed = send(
        browser,
        f"/codings/{coding}",
        {
            "code": id_of(browser, "code", "Trust"),
            "start_char": place["start_char"],
            "end_char": place["end_char"],
            "valence": "mixed",
        },
        by="PATCH",
    )
    assert changed["sentence"] == "changed a coding of “P01.txt”"
    page = get(browser, f"/codings/{coding}")
    assert (page["code"], page["text"]) == ("Trust", "The money went")
    assert (page["valence"], page["basis"]) == ("mixed", "asserted")
    assert [row["fields"].get("code") for row in page["history"]] == ["Money", "Trust"]
    send(browser, f"/codings/{coding}", {"valence": None}, by="PATCH")
    assert get(browser, f"/codings/{coding}")["valence"] is None


def test_codings_get_another_code(browser: TestClient) -> None:
    """Many at once are one operation."""
    trust, money = id_of(browser, "code", "Trust"), id_of(browser, "code", "Money")
    rows = get(browser, f"/codes/{trust}/passages")["items"]
    codings = [each["id"] for row in rows for each in row["codings"]]
    saved = send(browser, "/codings/recode", {"codings": codings, "code": money})
    assert saved["sentence"] == "re-coded 4 passages as “Money”"
    assert get(browser, f"/codes/{trust}/passages")["total"] == 0


@pytest.mark.parametrize(
    ("body", "status", "slug"),
    [
        ({}, 400, "no-code"),
        ({"new_code": {"name": "A > B"}}, 400, "name-holds-path-mark"),
        ({"new_code": {"name": "Money"}}, 400, "name-taken"),
        ({"new_code": {"name": "New"}, "end_char": 9_000}, 400, "passage-outside-text"),
        ({"new_code": {"name": "New"}, "valence": "grand"}, 422, "unreadable-request"),
        ({"new_code": {"name": "New"}, "something": 1}, 422, "unreadable-request"),
    ],
)
def test_what_cannot_be_coded_is_refused(
    browser: TestClient, body: dict[str, object], status: int, slug: str
) -> None:
    """With a sentence and its slug, and nothing is stored."""
    before = get(browser, "/study")["heads"]
    answer = browser.post(
        "/api/codings", json={**place_of(browser, "P01.txt", "The money"), **body}
    )
    assert (answer.status_code, answer.json()["error"]["slug"]) == (status, slug)
    assert get(browser, "/study")["heads"] == before
