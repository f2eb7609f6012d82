"""Quotes over HTTP: chosen, held against transcripts, balanced, and written to documents."""

from __future__ import annotations

import io
import zipfile

from fastapi.testclient import TestClient

from tests.server.reached import get, id_of, place_of, send


def _finding(browser: TestClient) -> str:
    says = {"statement": "Trust is lost.", "domain": id_of(browser, "code", "Trust")}
    return str(send(browser, "/findings", says)["ids"][0])


def test_a_passage_is_chosen_changed_and_taken_out(browser: TestClient) -> None:
    """One act is one operation; what somebody else changed meanwhile is told."""
    finding = _finding(browser)
    place = place_of(browser, "P02.txt", "I do not trust the meeting.")
    saved = send(
        browser, "/quotes", {**place, "finding": finding, "words": "I do not [...] meeting"}
    )
    assert saved["sentence"] == "chose the quote “Q1”"
    (row,) = get(browser, "/quotes")["quotes"]
    assert (row["standing"], row["said"]) == ("edited", "I do not trust the meeting.")
    assert (row["finding"]["name"], row["source"]) == ("F1", "P02.txt")
    assert [each["kind"] for each in row["differences"]] == ["ellipsis"]
    assert [each["name"] for each in row["participants"]] == ["P02"]
    assert get(browser, "/quotes", finding=finding)["quotes"] == [row]
    assert get(browser, f"/findings/{finding}")["quote_rows"][0]["name"] == "Q1"
    was = {"words": row["words"]}
    send(browser, f"/quotes/{row['id']}", {"words": "I do not trust them", "was": was}, by="PATCH")
    (row,) = get(browser, "/quotes")["quotes"]
    assert (row["standing"], row["says"]) == (
        "differs",
        "one word differs from the transcript: “them” for “the”",
    )
    late = browser.patch(f"/api/quotes/{row['id']}", json={"words": "x", "was": was})
    assert (late.status_code, late.json()["error"]["slug"]) == (409, "changed-meanwhile")
    send(browser, f"/quotes/{row['id']}", {"words": None, "finding": None}, by="PATCH")
    (row,) = get(browser, "/quotes")["quotes"]
    assert (row["words"], row["finding"]) == ("I do not trust the meeting.", None)
    send(browser, f"/quotes/{row['id']}", by="DELETE")
    assert get(browser, "/quotes")["quotes"] == []
    send(browser, f"/quotes/{row['id']}/restore")
    assert len(get(browser, "/quotes")["quotes"]) == 1


def test_words_are_checked_without_being_stored(browser: TestClient) -> None:
    """In any source, and with what differs."""
    found = browser.post("/api/quotes/check", json={"words": "the money went into a pot"}).json()
    assert (found["standing"], found["source"]) == ("differs", "P01.txt")
    assert found["says"] == "one word differs from the transcript: “a” for “one”"
    absent = browser.post("/api/quotes/check", json={"words": "nothing of this was said"}).json()
    assert (absent["standing"], absent["source"]) == ("absent", None)
    assert browser.post("/api/quotes/check", json={"words": "…"}).status_code == 400
    assert get(browser, "/quotes")["quotes"] == []


def test_the_balance_says_who_is_never_quoted(browser: TestClient) -> None:
    """By participants, sites and the labels of the policy, with denominators."""
    send(browser, "/quotes", place_of(browser, "P02.txt", "I trust the nurse."))
    found = get(browser, "/quotes/balance")
    assert [each["kind"] for each in found["by"]][:2] == ["participant", "site"]
    (quoted, *_) = found["by"][0]["rows"]
    assert (quoted["name"], quoted["quotes"], quoted["of_quotes"]) == ("P02", 1, 1)
    assert [each["name"] for each in found["never"]] == ["P01"]
    sectors = get(browser, "/quotes/balance", by="sector")["by"]
    assert [each["kind"] for each in sectors] == ["sector"]
    assert browser.get("/api/quotes/balance?by=nonsense").status_code == 404


def test_what_speaks_against_a_finding_is_found(browser: TestClient) -> None:
    """Passages unlike those quoted, who is silent, and what was given against it."""
    finding = _finding(browser)
    send(browser, "/quotes", {**place_of(browser, "P02.txt", "I trust the nurse."),
                              "finding": finding})  # fmt: skip
    against = place_of(browser, "P01.txt", "We trusted one another at last.")
    send(browser, f"/findings/{finding}/evidence", {**against, "against": True})
    found = get(browser, f"/findings/{finding}/against", most=1)
    assert found["question"] == 'code:"Relationships > Trust"'
    assert (len(found["passages"]), found["passages"][0]["source"]) == (1, "P01.txt")
    assert found["passages"][0]["similarity"] < 1
    assert [each["text"] for each in found["negative"]] == ["We trusted one another at last."]
    assert found["asked_basis"].startswith("all who were interviewed")


def test_documents_have_words_and_labels_and_no_names(browser: TestClient) -> None:
    """Refused where the policy refuses, and the quotes that no label helps are among them."""
    finding = _finding(browser)
    send(browser, "/quotes", {**place_of(browser, "P02.txt", "I trust the nurse."),
                              "finding": finding})  # fmt: skip
    for name in ("quotes", "findings"):
        answer = browser.get(f"/api/documents/{name}.docx")
        assert answer.status_code == 200
        with zipfile.ZipFile(io.BytesIO(answer.content)) as held:
            word = held.read("word/document.xml").decode()
        assert "I trust the nurse." in word
        assert "P02" not in word
    send(browser, "/disclosure/policy", {"policy": {"exports": "refuse", "k": 9}}, by="PUT")
    for name in ("quotes", "findings"):
        refused = browser.get(f"/api/documents/{name}.docx")
        assert (refused.status_code, refused.json()["error"]["slug"]) == (409, "quotes-would-tell")


def test_words_of_nobody_have_an_empty_label_and_need_no_paraphrase(browser: TestClient) -> None:
    """Null alone says that no label helps."""
    send(browser, "/quotes", place_of(browser, "P02.txt", "Do you trust them?"))
    (row,) = get(browser, "/quotes")["quotes"]
    assert (row["interviewer"], row["attribution"]) == (True, "")
