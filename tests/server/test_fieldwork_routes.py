"""Fieldwork over HTTP: the board, a participant's records, recruitment and what is to do."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

from tests.server.reached import get, id_of, send

TODAY = "2026-03-01"


def on_board(browser: TestClient, name: str) -> dict[str, Any]:
    """A participant as the board has them."""
    people: list[dict[str, Any]] = get(browser, "/fieldwork", today=TODAY)["people"]
    return next(each for each in people if each["name"] == name)


def test_the_board_says_how_far_everybody_is_and_what_is_missing(browser: TestClient) -> None:
    """Whose words are coded is coded; what is not recorded is missing in words."""
    first = on_board(browser, "P01")
    assert (first["role"], first["sector"], first["site"]) == ("Director", "Health", "Northam")
    assert first["stage"] == "coded"
    assert [each["slug"] for each in first["missing"]] == ["no-consent"]
    assert first["missing"][0]["sentence"] == "No consent is recorded."


def test_somebody_new_goes_over_the_board_as_contacts_are_recorded(browser: TestClient) -> None:
    """Found, invited, agreed, scheduled: each step is one operation that can be undone."""
    body = {"name": "P04", "kind": "person"}
    person = send(browser, "/cases", body)["ids"][0]
    assert on_board(browser, "P04")["stage"] == "found"
    invited = {"participant": person, "day": "2026-02-01", "channel": "email"}
    contact = send(browser, "/contacts", invited)["ids"][0]
    assert on_board(browser, "P04")["stage"] == "invited"
    told = get(browser, f"/fieldwork/participants/{person}")["contacts"]
    assert told == [
        {
            "id": contact, "day": "2026-02-01", "channel": "e-mail", "outcome": "invited",
            "contacted_by": "Ama", "note": None,
        }
    ]  # fmt: skip
    changed = send(browser, f"/contacts/{contact}", {"outcome": "agreed"}, by="PATCH")
    assert changed["sentence"] == "changed a contact with “P04”"
    assert on_board(browser, "P04")["stage"] == "agreed"
    send(browser, "/interviews", {"participants": [person], "day": "2026-04-01"})
    assert on_board(browser, "P04")["stage"] == "scheduled"
    send(browser, "/undo", {})
    send(browser, f"/contacts/{contact}", by="DELETE")
    assert on_board(browser, "P04")["stage"] == "found"
    send(browser, f"/contacts/{contact}/restore")
    assert on_board(browser, "P04")["stage"] == "agreed"


def test_consents_and_interviews_are_recorded_changed_and_removed(browser: TestClient) -> None:
    """What a participant page lists; a consent after its interview is told as such."""
    person, source = id_of(browser, "case", "P01"), id_of(browser, "source", "P01.txt")
    held = {"participants": [person], "day": "2026-01-10", "minutes": 44, "source": source}
    interview = send(browser, "/interviews", held)["ids"][0]
    given = {"participant": person, "day": "2026-01-12", "version": "2", "scope": ["quoting"]}
    consent = send(browser, "/consents", given)["ids"][0]
    send(browser, f"/consents/{consent}", {"scope": ["interview", "quotes"]}, by="PATCH")
    told = get(browser, f"/fieldwork/participants/{person}")
    assert told["consents"][0]["scope"] == ["interview", "quoting"]
    assert told["activities"][0]["name"] == "Interview 1"
    assert told["activities"][0]["source"] == {"id": source, "name": "P01.txt"}
    first = on_board(browser, "P01")
    assert [each["slug"] for each in first["missing"]] == ["consent-after-interview"]
    assert (first["interviews"], first["minutes"]) == (1, 44.0)
    send(browser, f"/activities/{interview}", {"day": "2026-01-12"}, by="PATCH")
    assert on_board(browser, "P01")["missing"] == []
    send(browser, f"/consents/{consent}", by="DELETE")
    send(browser, f"/activities/{interview}", by="DELETE")
    told = get(browser, f"/fieldwork/participants/{person}")
    assert (told["consents"], told["activities"]) == ([], [])
    send(browser, f"/consents/{consent}/restore")
    send(browser, f"/activities/{interview}/restore")
    told = get(browser, f"/fieldwork/participants/{person}")
    assert len(told["consents"]) == len(told["activities"]) == 1


def test_how_somebody_was_found_and_who_named_them(browser: TestClient) -> None:
    """Chains grow from referrals, and a person cannot have named themselves."""
    one, two = id_of(browser, "case", "P01"), id_of(browser, "case", "P02")
    found = {"found_by": "search", "prior_relationship": "None"}
    send(browser, f"/fieldwork/participants/{one}/recruitment", found, by="PATCH")
    referral = send(browser, "/referrals", {"participant": two, "referred_by": one})["ids"][0]
    told = get(browser, f"/fieldwork/participants/{one}")
    assert told["recruitment"]["found_by"] == "search"
    assert told["named"][0]["person"] == {"id": two, "name": "P02"}
    assert get(browser, f"/fieldwork/participants/{two}")["named_by"][0]["person"]["id"] == one
    chains = get(browser, "/fieldwork/referrals")
    assert [each["name"] for each in chains["chains"][0]["members"]] == ["P01", "P02"]
    assert chains["alone"] == 1
    alike = get(browser, "/fieldwork/homophily")
    assert (alike["same"], alike["referrals"]) == (0, 1)
    assert browser.get("/api/fieldwork/homophily?by=colour").status_code == 404
    wrong = browser.post("/api/referrals", json={"participant": one, "referred_by": one})
    assert wrong.json()["error"]["slug"] == "referral-of-oneself"
    send(browser, f"/referrals/{referral}", {"note": "after the talk"}, by="PATCH")
    send(browser, f"/referrals/{referral}", by="DELETE")
    assert get(browser, "/fieldwork/referrals")["chains"] == []
    send(browser, f"/referrals/{referral}/restore")
    assert len(get(browser, "/fieldwork/referrals")["chains"]) == 1


def test_the_recruitment_table_has_margins_rates_and_empty_cells(browser: TestClient) -> None:
    """Each participant is counted once; shares are of those asked."""
    told = get(browser, "/fieldwork/recruitment")
    assert told["table"] == {
        "rows": ["Northam", "Southam"],
        "columns": ["Community", "Health"],
        "cells": [[0, 1], [2, 0]],
        "row_totals": [1, 2],
        "column_totals": [2, 1],
        "total": 3,
    }
    assert [set(each) for each in told["empty"]] == [{"row", "column"}] * 2
    assert (told["rates"][-1]["group"], told["rates"][-1]["found"]) == (None, 3)
    assert told["lengths"][-1]["interviews"] == 0
    missing = browser.get("/api/fieldwork/recruitment?columns=colour")
    assert missing.json()["error"]["slug"] == "field-not-found"


def test_what_is_to_do_is_told_for_a_day(browser: TestClient) -> None:
    """Each thing says whom it is about."""
    things = get(browser, "/fieldwork/to-do", today=TODAY)["things"]
    person = id_of(browser, "case", "P01")
    mine = [each["sentence"] for each in things if each["participant"] == person]
    assert mine == ["P01: No consent is recorded."]
    assert browser.get("/api/fieldwork/to-do").status_code == 422


def test_a_withdrawal_is_looked_at_done_and_lifted(browser: TestClient) -> None:
    """It hides the person, their source and its codings, and lifting it shows all again."""
    person = id_of(browser, "case", "P01")
    looked = get(browser, f"/withdrawals/{person}/preview")
    assert [(each["name"], each["codings"]) for each in looked["sources"]] == [("P01.txt", 3)]
    asked = {"participant": person, "day": "2026-02-02", "reason": "Left the post"}
    send(browser, "/withdrawals", asked)
    told = get(browser, "/withdrawals")["withdrawals"]
    assert told == [asked]
    assert {each["name"] for each in get(browser, "/fieldwork")["people"]} == {"P02", "P03"}
    assert browser.get(f"/api/fieldwork/participants/{person}").status_code == 404
    assert "P01.txt" not in str(get(browser, "/sources"))
    send(browser, "/withdrawals/lift", {"participant": person})
    assert get(browser, "/withdrawals")["withdrawals"] == []
    assert on_board(browser, "P01")["stage"] == "coded"
