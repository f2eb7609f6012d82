"""Findings over HTTP: written, checked, moved by coding, accepted, and held against evidence."""

from __future__ import annotations

from fastapi.testclient import TestClient

from tests.server.reached import get, id_of, place_of, send


def _coded(browser: TestClient, words: str) -> None:
    place = place_of(browser, "P01.txt", words)
    send(browser, "/codings", {**place, "code": id_of(browser, "code", "Meetings")})


def test_a_finding_stands_until_the_coding_moves_and_again_once_accepted(
    browser: TestClient,
) -> None:
    """The accepted figure, today's and the passages behind it are told."""
    says = {
        "statement": "Meetings are spoken of.",
        "checks": ["participants(code:Meetings) >= 1", "participants(code:Trust) in every site"],
    }
    saved = send(browser, "/findings", says)
    assert saved["sentence"] == "added the finding “F1”"
    (id_,) = saved["ids"]
    ledger = get(browser, "/findings")
    (row,) = ledger["findings"]
    assert (row["name"], row["standing"], row["holds"], row["status"]) == (
        "F1",
        "supported",
        True,
        "draft",
    )
    assert ledger["counts"] == {"supported": 1, "changed": 0, "contradicted": 0, "untested": 0}
    assert {"word": "none", "meaning": "= 0"} in ledger["words"]
    first = row["checks"][0]["id"]
    assert row["checks"][0]["says"] == "1 of 2 participants"
    assert [each["label"] for each in row["checks"][1]["parts"]] == ["Northam", "Southam"]

    _coded(browser, "The money went into one pot.")
    whole = get(browser, f"/findings/{id_}")
    check = whole["checks"][0]
    assert (whole["standing"], check["holds"]) == ("changed", True)
    assert (check["was"]["value"], check["was"]["of"]) == (1, 2)
    assert (check["value"], check["of"]) == (2, 2)
    assert get(browser, "/search", q=check["behind"])["participants"] == 2
    send(browser, f"/findings/{id_}/accept", {"checks": [first]})
    assert get(browser, f"/findings/{id_}")["checks"][0]["standing"] == "supported"


def test_a_check_is_tried_as_it_is_typed_and_its_slip_shown_at_its_place(
    browser: TestClient,
) -> None:
    """Nothing is stored by trying; a check that is not understood is refused with its place."""
    before = get(browser, "/study")["heads"]
    tried = send(browser, "/checks/preview", {"text": "participants(code:Trust) is most"})
    assert (tried["id"], tried["standing"], tried["value"]) == (None, "supported", 2)
    text = "participants(code:Trusst) >= 2"
    problem = send(browser, "/checks/preview", {"text": text})["problem"]
    assert text[problem["start_char"] : problem["end_char"]] == "code:Trusst"
    assert get(browser, "/study")["heads"] == before
    id_ = send(browser, "/findings", {"statement": "Trust matters."})["ids"][0]
    refused = browser.post(f"/api/findings/{id_}/checks", json={"text": "participants(code:Trust"})
    assert refused.status_code == 400
    assert refused.json()["error"]["details"]["start_char"] > 0


def test_a_finding_and_its_checks_are_changed_removed_and_brought_back(
    browser: TestClient,
) -> None:
    """A statement that somebody else rewrote meanwhile is not written over."""
    id_ = send(browser, "/findings", {"statement": "Trust matters."})["ids"][0]
    trust = id_of(browser, "code", "Trust")
    change = {"statement": "Trust comes first.", "domain": trust, "status": "agreed"}
    send(browser, f"/findings/{id_}", {**change, "was": {"domain": None}}, by="PATCH")
    whole = get(browser, f"/findings/{id_}")
    assert (whole["domain"]["name"], whole["status"]) == ("Trust", "agreed")
    stale = {"statement": "Mine", "was": {"statement": "Trust matters."}}
    refused = browser.patch(f"/api/findings/{id_}", json=stale)
    assert refused.status_code == 409
    assert refused.json()["error"]["details"]["shown"] == "Trust comes first."

    (check,) = send(browser, f"/findings/{id_}/checks", {"text": "count(code:Trust) = 3"})["ids"]
    send(browser, f"/checks/{check}", {"text": "count(code:Trust) >= 1"}, by="PATCH")
    send(browser, f"/checks/{check}", by="DELETE")
    assert get(browser, f"/findings/{id_}")["checks"] == []
    send(browser, f"/checks/{check}/restore")
    send(browser, f"/findings/{id_}", by="DELETE")
    assert get(browser, "/findings")["findings"] == []
    send(browser, f"/findings/{id_}/restore")
    (row,) = get(browser, "/findings")["findings"]
    assert [each["text"] for each in row["checks"]] == ["count(code:Trust) >= 1"]
    assert id_of(browser, "finding", "F1 Trust comes first.") == id_


def test_evidence_and_quotes_stand_with_a_finding_and_words_mean_what_is_said_of_them(
    browser: TestClient,
) -> None:
    """For and against; what a quantity word means moves the checks that use it."""
    check = "participants(code:Trust) is some"
    says = {"statement": "Some trust.", "checks": [check]}
    id_ = send(browser, "/findings", says)["ids"][0]
    place = place_of(browser, "P02.txt", "I do not trust the meeting.")
    send(browser, f"/findings/{id_}/evidence", {**place, "against": True})
    send(browser, "/quotes", {**place_of(browser, "P02.txt", "I trust the nurse."), "finding": id_})
    whole = get(browser, f"/findings/{id_}")
    (behind,) = whole["evidence_rows"]
    assert behind["against"] and behind["text"] == "I do not trust the meeting."
    assert [each["standing"] for each in whole["quote_rows"]] == ["verbatim"]
    assert (whole["against"], whole["quotes"]) == (1, 1)
    send(browser, f"/evidence/{behind['id']}", by="DELETE")
    assert get(browser, f"/findings/{id_}")["evidence_rows"] == []
    send(browser, "/findings/words", {"some": ">= 3"}, by="PUT")
    assert get(browser, f"/findings/{id_}")["standing"] == "contradicted"
