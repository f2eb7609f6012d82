"""Disclosure control over HTTP: risks where quotes are picked, the policy, and releases."""

from __future__ import annotations

from fastapi.testclient import TestClient

from tests.server.reached import get, id_of, place_of, send


def passage(place: dict[str, object]) -> str:
    """A place as the address of a question has it."""
    return f"{place['source']}.{place['start_char']}.{place['end_char']}"


def test_the_risks_of_picked_passages(browser: TestClient) -> None:
    """By passages, by codings, by a query; each with its remedies and lines to print."""
    quote = place_of(browser, "P01.txt", "The money went into one pot.")
    found = get(browser, "/disclosure", passages=[passage(quote)], k=2)
    assert (found["k"], found["by"], found["passages"]) == (2, ["role", "site"], 1)
    assert found["quotes"][0]["attribution"] == {"role": "Director", "site": "Northam"}
    risk = found["risks"][0]
    assert (risk["kind"], risk["k"]) == ("too few share it", 1)
    assert risk["says"] == "1 participant shares “Director, Northam”."
    assert [each["kind"] for each in risk["remedies"]] == [
        "drop both", "paraphrase", "ask consent",
    ]  # fmt: skip
    asked = get(browser, "/disclosure", q="code:Money", k=1, by=["sector"])
    assert [each["kind"] for each in asked["risks"]] == ["consent not recorded"]
    assert asked["quotes"][0]["attribution"] == {"sector": "Health"}
    coding = get(browser, "/search", q="code:Money")["items"][0]["codings"][0]["id"]
    assert get(browser, "/disclosure", codings=[coding])["at_risk"] == [0]
    tables = get(browser, "/disclosure", tables=["site,sector"])
    assert tables["quotes"] == []
    assert tables["tables"][0]["row_labels"] == ["Northam", "Southam"]
    assert tables["risks"][0]["cells"]


def test_an_export_is_told_of_before_it_is_made(browser: TestClient) -> None:
    """How many quotes would tell, and whether the policy refuses them."""
    told = get(browser, "/disclosure/export", q="code:Money")
    assert told == {
        "quotes": 1, "at_risk": 1, "barred": 0, "k": 3, "is_refused": False, "is_labelled": True,
    }  # fmt: skip
    quote = passage(place_of(browser, "P01.txt", "The money went into one pot."))
    assert get(browser, "/disclosure/export", passages=[quote]) == told
    send(browser, "/disclosure/policy", {"policy": {"exports": "refuse"}}, by="PUT")
    assert get(browser, "/disclosure/export", code="Trust")["is_refused"] is True
    assert get(browser, "/disclosure/export")["quotes"] > 3


def test_all_quotes_behind_a_cell_are_told_of(browser: TestClient) -> None:
    """However many there are: the server looks at the cell itself."""
    made = get(browser, "/matrix", rows="codes", columns="sites")
    row = made["rows"][made["row_totals"].index(max(made["row_totals"]))]["label"]
    cell = {"rows": "codes", "columns": "sites", "row": row}
    passages = get(browser, "/matrix/cell", **cell)["total"]
    told = get(browser, "/disclosure/cell/export", **cell)
    assert (told["quotes"], told["at_risk"]) == (passages, passages)
    found = get(browser, "/disclosure/cell", **cell)
    assert (found["passages"], len(found["at_risk"])) == (passages, passages)
    missing = browser.get("/api/disclosure/cell", params={**cell, "row": "Nothing"})
    assert missing.status_code == 404


def test_what_is_told_beside_risks_can_be_put_into_other_words(browser: TestClient) -> None:
    """Each risk and each note says what it names, beside its sentence."""
    send(browser, "/cases", {"name": "P04", "kind": "person"})
    often = {"policy": {"most_quotes": 1, "most_share": 0.1}}
    send(browser, "/disclosure/policy", often, by="PUT")
    found = get(browser, "/disclosure", tables=["site,sector"], every=True)
    by_kind = {each["kind"]: each for each in found["risks"]}
    assert by_kind["over-quoted"]["site"] in ("Northam", "Southam")
    assert 0 < by_kind["over-quoted"]["share"] <= 1
    assert by_kind["small cells"]["about"] == "site by sector"
    assert found["passages"] > 3
    assert all(each["says"] for each in found["notes"])


def test_a_slip_in_the_question_is_told(browser: TestClient) -> None:
    """Two choices, a label that there is not, a place that there is not."""
    source = id_of(browser, "source", "P01.txt")
    for asked, slug in (
        ({"q": "code:Money", "code": "Money"}, "which-passages"),
        ({"by": ["shoe size"]}, "field-not-found"),
        ({"tables": ["site"]}, "not-a-table"),
        ({"passages": [f"{source}.5.99999"]}, "not-a-place"),
    ):
        refused = browser.get("/api/disclosure", params=asked)
        assert refused.json()["error"]["slug"] == slug


def test_a_release_is_recorded_and_joined_with_what_is_checked_next(browser: TestClient) -> None:
    """It is listed, changed, removed and restored; its document has the printed labels."""
    send(browser, "/disclosure/policy", {"policy": {"k": 2}}, by="PUT")
    (made,) = send(browser, "/releases", {
        "name": "Paper", "code": "Trust", "remedy": "first", "recipient": "A journal",
        "day": "2026-03-02", "tables": ["site,sector"],
    })["ids"]  # fmt: skip
    (row,) = get(browser, "/releases")["releases"]
    assert (row["name"], row["kind"], row["quotes"], row["tables"]) == ("Paper", "quotes", 3, 1)
    page = get(browser, f"/releases/{made}")
    assert {tuple(each["attribution"].items()) for each in page["printed"]} == {()}
    assert get(browser, "/disclosure", q="code:Money")["released_before"] == 3
    word = browser.get("/api/documents/release.docx", params={"release": made})
    assert (word.status_code, word.content[:2]) == (200, b"PK")
    send(browser, f"/releases/{made}", {"note": "In press", "kind": "report"}, by="PATCH")
    page = get(browser, f"/releases/{made}")
    assert (page["note"], page["kind"]) == ("In press", "report")
    send(browser, f"/releases/{made}", by="DELETE")
    assert get(browser, "/releases")["releases"] == []
    send(browser, f"/releases/{made}/restore")
    assert len(get(browser, "/releases")["releases"]) == 1


def test_a_policy_that_refuses_closes_every_document_with_quotes(browser: TestClient) -> None:
    """Also where the study is looked at as it was before; what holds no quotes stays open."""
    before = get(browser, "/study")["heads"]
    addresses = (
        "passages.docx?q=code:Trust",
        f"passages.docx?code={id_of(browser, 'code', 'Trust')}",
        f"transcript.docx?source={id_of(browser, 'source', 'P01.txt')}",
    )
    for address in addresses:
        assert browser.get(f"/api/documents/{address}").status_code == 200
    send(browser, "/disclosure/policy", {"policy": {"exports": "refuse"}}, by="PUT")
    assert get(browser, "/disclosure/policy")["policy"]["exports"] == "refuse"
    for address in (*addresses, *(f"{each}&as_of={before}" for each in addresses)):
        refused = browser.get(f"/api/documents/{address}")
        assert refused.status_code == 409, address
        assert refused.json()["error"]["slug"] == "quotes-would-tell"
    for address in ("codebook.docx", "matrix.csv", "memos.docx"):
        assert browser.get(f"/api/documents/{address}").status_code == 200
    slip = browser.put("/api/disclosure/policy", json={"policy": {"kk": 3}})
    assert slip.json()["error"]["slug"] == "unknown-field"
