"""Dominance over HTTP: numbers, their passages, conditions, and judgements by name."""

from __future__ import annotations

from fastapi.testclient import TestClient

from tests.server.reached import get, id_of, place_of, send


def test_a_cause_is_told_and_judged_by_name(browser: TestClient) -> None:
    """Every number opens its passages, and a judgement keeps the conditions as they stood."""
    trust, money = id_of(browser, "code", "Trust"), id_of(browser, "code", "Money")
    place = place_of(browser, "P02.txt", "I trust the nurse.")
    for code in (money, trust):
        send(browser, "/codings", {"code": code, "valence": "enabling", **place})
    asked = {"cause": money, "domain": trust}
    table = get(browser, "/dominance", **asked)
    (row,) = table["rows"]
    assert row["statements"] >= 1 and row["of"] == 2 and table["leading"] == "enabling"
    passages = get(browser, "/dominance/passages", **asked, of=trust)["passages"]
    assert len(passages) == row["statements"]
    assert get(browser, "/dominance/passages", **asked, which="counter")["passages"] == []
    word = browser.get("/api/documents/dominance.docx", params=asked)
    assert word.status_code == 200 and word.content[:2] == b"PK"
    says = {"cause": money, "verdict": "not dominant", "reason": "One nurse", "domains": [trust]}
    saved = send(browser, "/dominance", says)
    assert saved["sentence"] == "judged whether “Money” dominates"
    (told,) = get(browser, "/dominance", **asked)["judgements"]
    assert (told["judge"], told["verdict"], told["changed"]) == ("Ama", "not dominant", [])
    send(browser, f"/dominance/{saved['ids'][0]}", by="DELETE")
    assert get(browser, "/dominance", **asked)["judgements"] == []
    send(browser, f"/dominance/{saved['ids'][0]}/restore")


def test_a_cause_is_no_domain_of_itself(browser: TestClient) -> None:
    """Said with a way out."""
    money = id_of(browser, "code", "Money")
    refused = browser.get("/api/dominance", params={"cause": money, "domain": money})
    assert refused.status_code == 400
    assert refused.json()["error"]["slug"] == "domain-of-itself"
