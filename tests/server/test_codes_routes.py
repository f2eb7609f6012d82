"""The codebook over HTTP: its tree, one code's passages, and surgery."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

from tests.server.reached import get, id_of, place_of, send


def codebook(browser: TestClient) -> dict[str, dict[str, Any]]:
    """The codes by name."""
    return {code["name"]: code for code in get(browser, "/codes")["codes"]}


def test_the_codebook_comes_in_order_with_its_counts(browser: TestClient) -> None:
    """Parents stand before their children and count what is below them; counts say of how many."""
    answer = get(browser, "/codes")
    assert [(code["name"], code["depth"]) for code in answer["codes"]] == [
        ("Relationships", 0),
        ("Trust", 1),
        ("Money", 0),
        ("Meetings", 0),
    ]
    assert (answer["interviewed"], answer["sites"]) == (2, 2)
    top, trust = answer["codes"][:2]
    assert trust["path"] == ["Relationships", "Trust"]
    assert trust["parent"] == top["id"]
    assert trust["counts"] == {
        "participants": 2, "cases": 2, "sources": 2, "passages": 3, "codings": 4,
    }  # fmt: skip
    assert top["counts"] == {
        "participants": 2, "cases": 2, "sources": 3, "passages": 4, "codings": 5,
    }  # fmt: skip


def test_a_code_is_added_described_and_undone(browser: TestClient) -> None:
    """Each is one operation; a change of name and definition together is one too."""
    made = send(browser, "/codes", {"name": "Fear", "parent": id_of(browser, "code", "Trust")})
    fear = made["ids"][0]
    assert made["sentence"] == "added the code “Fear”"
    says = {"name": "Dread", "definition": "Of what may come", "was": {"name": "Fear"}}
    assert send(browser, f"/codes/{fear}", says, by="PATCH")["sentence"] == (
        "changed the description of “Dread”"
    )
    page = get(browser, f"/codes/{fear}")
    assert (page["name"], page["definition"]) == ("Dread", "Of what may come")
    assert page["path"] == ["Relationships", "Trust", "Dread"]
    send(browser, "/undo")
    assert (get(browser, f"/codes/{fear}")["name"]) == "Fear"


def test_a_change_of_what_somebody_else_changed_is_refused(browser: TestClient) -> None:
    """The answer holds what shows now and what the page had shown."""
    trust = id_of(browser, "code", "Trust")
    answer = browser.patch(
        f"/api/codes/{trust}",
        json={"definition": "Mine", "was": {"definition": "Something older"}},
    )
    assert answer.status_code == 409
    error = answer.json()["error"]
    assert error["slug"] == "changed-meanwhile"
    assert error["details"] == {
        "field": "definition",
        "shown": "Readiness to rely on somebody",
        "was": "Something older",
    }
    assert codebook(browser)["Trust"]["definition"] == "Readiness to rely on somebody"


def test_a_field_of_a_code_is_cleared_by_null(browser: TestClient) -> None:
    """Null clears, what is left out stays."""
    trust = id_of(browser, "code", "Trust")
    send(browser, f"/codes/{trust}", {"definition": None, "colour": "#123456"}, by="PATCH")
    assert codebook(browser)["Trust"]["definition"] is None
    assert codebook(browser)["Trust"]["colour"] == "#123456"


def test_a_code_becomes_a_heading_and_tells_what_was_merged_into_it(browser: TestClient) -> None:
    """No passage is coded with a heading; codes that went into others are named there."""
    money, meetings = id_of(browser, "code", "Money"), id_of(browser, "code", "Meetings")
    send(browser, f"/codes/{money}", {"codable": False, "was": {"codable": True}}, by="PATCH")
    assert codebook(browser)["Money"]["codable"] is False
    assert codebook(browser)["Money"]["merged"] == []
    send(browser, f"/codes/{meetings}/merge", {"into": money})
    assert "Meetings" not in codebook(browser)
    assert codebook(browser)["Money"]["merged"] == ["Meetings"]


def test_a_code_moves_retires_goes_and_comes_back(browser: TestClient) -> None:
    """Move, retire, reopen, remove and restore, each by its address."""
    money, trust = id_of(browser, "code", "Money"), id_of(browser, "code", "Trust")
    send(browser, f"/codes/{money}/move", {"parent": None, "before": None})
    assert list(codebook(browser))[-1] == "Money"
    send(browser, f"/codes/{trust}/move", {"parent": None, "before": money})
    assert list(codebook(browser)) == ["Relationships", "Meetings", "Trust", "Money"]
    send(browser, f"/codes/{trust}/retire")
    assert codebook(browser)["Trust"]["status"] == "retired"
    send(browser, f"/codes/{trust}/reopen")
    send(browser, f"/codes/{trust}", by="DELETE")
    assert "Trust" not in codebook(browser)
    assert browser.get(f"/api/codes/{trust}").status_code == 404
    send(browser, f"/codes/{trust}/restore")
    assert codebook(browser)["Trust"]["counts"]["codings"] == 4


def test_a_merge_is_previewed_and_done(browser: TestClient) -> None:
    """The preview counts what moves and what the other code has already."""
    send(browser, "/codings", {
        "code": id_of(browser, "code", "Meetings"),
        **place_of(browser, "P02.txt", "I trust the nurse."),
    })  # fmt: skip
    meetings, trust = id_of(browser, "code", "Meetings"), id_of(browser, "code", "Trust")
    preview = get(browser, f"/codes/{meetings}/merge-preview", into=trust)
    assert preview == {
        "codings": 2, "passages": 2, "sources": 1, "coders": 1, "subcodes": 0, "already_there": 1,
    }  # fmt: skip
    send(browser, f"/codes/{meetings}/merge", {"into": trust})
    assert codebook(browser)["Trust"]["counts"]["passages"] == 4
    assert get(browser, f"/codes/{meetings}")["name"] == "Trust"


def test_a_code_is_split(browser: TestClient) -> None:
    """The parts take their codings; the old code is retired and names them."""
    trust = id_of(browser, "code", "Trust")
    rows = get(browser, f"/codes/{trust}/passages")["items"]
    codings = [each["id"] for row in rows for each in row["codings"]]
    parts = [{"name": "In people", "codings": codings[:2]}, {"name": "In houses", "codings": []}]
    made = send(browser, f"/codes/{trust}/split", {"parts": parts})
    assert made["ids"] == [id_of(browser, "code", name) for name in ("In people", "In houses")]
    page = get(browser, f"/codes/{trust}")
    assert (page["status"], page["split_into"]) == ("retired", made["ids"])
    assert sorted(page["late_codings"]) == sorted(codings[2:])
    twice = [{"name": "One", "codings": []}, {"name": "One", "codings": []}]
    answer = browser.post(f"/api/codes/{trust}/split", json={"parts": twice})
    assert answer.json()["error"]["slug"] == "part-twice"


def test_the_passages_of_a_code_come_page_by_page(browser: TestClient) -> None:
    """Each passage once, with everybody's codings on exactly it, and where the next page begins."""
    trust = id_of(browser, "code", "Trust")
    first = get(browser, f"/codes/{trust}/passages", most=2)
    assert (first["total"], len(first["items"])) == (3, 2)
    second = get(browser, f"/codes/{trust}/passages", most=2, cursor=first["next"])
    assert second["next"] is None
    rows = first["items"] + second["items"]
    assert [row["text"] for row in rows] == [
        "We trusted one another at last.",
        "people we had trusted",
        "I trust the nurse.",
    ]
    assert [sorted(c["coder"] for c in row["codings"]) for row in rows] == [
        ["Ama"], ["Ben"], ["Ama", "Ben"],
    ]  # fmt: skip
    assert rows[0]["participants"] == ["P01"]
    assert rows[0]["cases"] == {"site": ["Northam"]}
    assert {each["code_id"] for row in rows for each in row["codings"]} == {trust}


def test_passages_are_narrowed_to_a_coder_a_case_or_the_code_itself(browser: TestClient) -> None:
    """What is below a code counts unless it is left out."""
    top, trust = id_of(browser, "code", "Relationships"), id_of(browser, "code", "Trust")
    assert get(browser, f"/codes/{top}/passages")["total"] == 4
    assert get(browser, f"/codes/{top}/passages", below=False)["total"] == 1
    ben, southam = id_of(browser, "coder", "Ben"), id_of(browser, "case", "Southam")
    assert get(browser, f"/codes/{trust}/passages", coder=ben)["total"] == 2
    narrowed = get(browser, f"/codes/{trust}/passages", case=southam)
    assert [row["text"] for row in narrowed["items"]] == ["I trust the nurse."]


def test_a_cursor_holds_when_passages_come_and_go(browser: TestClient) -> None:
    """A page goes on where the one before ended, although that passage is gone."""
    trust = id_of(browser, "code", "Trust")
    first = get(browser, f"/codes/{trust}/passages", most=1)
    send(browser, "/codings/remove", {"codings": [first["items"][0]["codings"][0]["id"]]})
    second = get(browser, f"/codes/{trust}/passages", most=1, cursor=first["next"])
    assert second["items"][0]["text"] == "people we had trusted"
    answer = browser.get(f"/api/codes/{trust}/passages", params={"cursor": "nowhere"})
    assert answer.json()["error"]["slug"] == "bad-cursor"


def test_the_decision_of_a_comparison_is_one_operation_with_its_memo(browser: TestClient) -> None:
    """A new code takes the passage; undoing takes code, coding and memo back together."""
    trust = id_of(browser, "code", "Trust")
    place = place_of(browser, "P03.txt", "Trust is a telephone that is picked up.")
    decided = send(browser, f"/codes/{trust}/decisions", {
        **place,
        "decision": "new_code",
        "new_code": {"name": "Being reached"},
        "text": "Not reliance; being within reach.",
    })  # fmt: skip
    memo, coding, code = decided["ids"]
    assert decided["sentence"] == (
        "compared a passage of “P03.txt” with “Trust”: a new code, “Being reached”"
    )
    page = get(browser, f"/codes/{code}")
    assert page["path"] == ["Relationships", "Being reached"]
    assert page["first_incident"]["text"] == "Trust is a telephone that is picked up."
    assert get(browser, f"/codings/{coding}")["code"] == "Being reached"
    told = get(browser, f"/memos/{memo}")
    assert told["title"] == "Compared with Trust: a new code, Being reached"
    assert (told["about"]["name"], told["text"]) == ("Trust", "Not reliance; being within reach.")
    undone = send(browser, "/undo")
    assert undone["sentence"].startswith("undid: compared a passage")
    assert "Being reached" not in codebook(browser)
    assert browser.get(f"/api/memos/{memo}").status_code == 404


def test_a_decision_that_lacks_what_it_needs_is_refused(browser: TestClient) -> None:
    """A redefinition needs the definition, a new code its name."""
    trust = id_of(browser, "code", "Trust")
    place = place_of(browser, "P03.txt", "What helps?")
    for decision in ("new_code", "split", "redefine"):
        answer = browser.post(f"/api/codes/{trust}/decisions", json={**place, "decision": decision})
        assert answer.json()["error"]["slug"] == "decision-incomplete"


def test_a_codebook_file_is_given_out_and_taken_in(browser: TestClient) -> None:
    """What was given out changes nothing when it is taken in; a dry run changes nothing at all."""
    file = browser.get("/api/codebook/file", params={"format": "yaml"})
    assert file.headers["content-disposition"] == 'attachment; filename="codebook.yaml"'
    upload = {"file": ("codebook.yaml", file.content)}
    again = browser.post("/api/codebook/import", files=upload).json()
    assert (again["made"], again["updated"], again["unchanged"]) == (0, 0, 4)
    new = {"file": ("more.csv", b"code,definition\nFear,Of what may come\n")}
    planned = browser.post("/api/codebook/import", params={"dry_run": True}, files=new).json()
    assert (planned["made"], planned["saved"]) == (1, None)
    assert "Fear" not in codebook(browser)
    done = browser.post("/api/codebook/import", files=new).json()
    assert done["saved"]["sentence"] == "imported a codebook of 1 code"
    assert "Fear" in codebook(browser)
