"""Interactions of factors over HTTP: said, counted, drawn, and what they rest on."""

from __future__ import annotations

from fastapi.testclient import TestClient

from tests.server.reached import get, id_of, place_of, send


def test_an_interaction_is_said_counted_and_changed(browser: TestClient) -> None:
    """With its passages, who says so of how many, and where each factor lies on paper."""
    trust, money = id_of(browser, "code", "Trust"), id_of(browser, "code", "Money")
    place = place_of(browser, "P01.txt", "the pot was emptied")
    says = {"one": money, "other": trust, "basis": "asserted", "mechanism": "It goes"}
    refused = browser.post("/api/interactions", json=says)
    assert refused.status_code == 400
    assert refused.json()["error"]["slug"] == "asserted-by-nobody"
    saved = send(browser, "/interactions", {**says, "evidence": [place]})
    assert saved["sentence"] == "said that “Money” and “Trust” act on one another"
    link = saved["ids"][0]
    graph = get(browser, "/interactions", by="site")
    (edge,) = graph["edges"]
    assert (edge["participants"], edge["of"], edge["directed"]) == (1, 2, False)
    assert edge["links"] == [link]
    assert [each["name"] for each in graph["groups"]] == ["Northam", "Southam"]
    assert all(0 <= each["x"] <= 1 and each["loose_edges"] == 1 for each in graph["factors"])
    assert graph["reciprocity"] is None and graph["case_names"] == ["Northam", "Southam"]
    send(browser, f"/interactions/{link}", {"start": money, "sign": "-"}, by="PATCH")
    (edge,) = get(browser, "/interactions", basis="asserted")["edges"]
    assert (edge["start_name"], edge["directed"], edge["sign"]) == ("Money", True, "-")
    assert get(browser, "/interactions", leave_out="Northam")["edges"] == []


def test_a_change_of_what_somebody_else_changed_meanwhile_is_refused(browser: TestClient) -> None:
    """The words that stand are told."""
    trust, money = id_of(browser, "code", "Trust"), id_of(browser, "code", "Money")
    link = send(browser, "/interactions", {"one": money, "other": trust})["ids"][0]
    send(browser, f"/interactions/{link}", {"mechanism": "Mine"}, by="PATCH")
    says = {"mechanism": "Yours", "was": {"mechanism": None}}
    refused = browser.patch(f"/api/interactions/{link}", json=says)
    assert refused.status_code == 409
    assert refused.json()["error"]["details"]["shown"] == "Mine"


def test_evidence_comes_and_goes_and_an_interaction_is_removed_and_restored(
    browser: TestClient,
) -> None:
    """For and against; each passage tells who speaks in it."""
    trust, money = id_of(browser, "code", "Trust"), id_of(browser, "code", "Money")
    link = send(browser, "/interactions", {"one": money, "other": trust})["ids"][0]
    place = place_of(browser, "P02.txt", "I trust the nurse.")
    send(browser, f"/interactions/{link}/evidence", {"passages": [place], "against": True})
    (told,) = get(browser, "/interactions/details", interaction=link)["interactions"]
    (behind,) = told["evidence"]
    assert behind["against"] and behind["passage"]["participants"] == ["P02"]
    send(browser, f"/interactions/{link}/evidence/take", {"evidence": [behind["id"]]})
    (told,) = get(browser, "/interactions/details", interaction=link)["interactions"]
    assert told["evidence"] == []
    send(browser, f"/interactions/{link}", by="DELETE")
    assert get(browser, "/interactions")["edges"] == []
    send(browser, f"/interactions/{link}/restore")
    assert len(get(browser, "/interactions")["edges"]) == 1


def test_what_edges_rest_on_and_files_of_the_graph(browser: TestClient) -> None:
    """Sensitivity by case, a figure, and a table."""
    trust, money = id_of(browser, "code", "Trust"), id_of(browser, "code", "Money")
    place = place_of(browser, "P01.txt", "the pot was emptied")
    said = {"source": place["source"], "quote": "the pot was emptied"}
    says = {"one": money, "other": trust, "directed": True, "evidence": [place, said]}
    send(browser, "/interactions", says)
    found = get(browser, "/interactions/sensitivity")
    assert [(each["case"], each["remains"]) for each in found["edges"]] == [("Northam", False)]
    assert found["on_one_case"] == found["on_one_participant"]
    figure = browser.get("/api/interactions/figure", params={"kind": "svg"})
    assert figure.status_code == 200 and b"Money" in figure.content
    table = browser.get("/api/interactions/table.csv")
    assert table.content.decode("utf-8-sig").splitlines()[1].startswith("Money,Trust,")
    word = browser.get("/api/documents/interactions.docx")
    assert word.status_code == 200 and word.content[:2] == b"PK"
