"""Sources over HTTP: the list, one of them, and what is changed about it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from fastapi.testclient import TestClient

from crosscase.testing import make_study
from tests.server.conftest import DeskOn


def listed(browser: TestClient) -> dict[str, Any]:
    """The sources by name."""
    return {each["name"]: each for each in browser.get("/api/sources").json()["items"]}


def test_the_list_tells_how_far_each_source_is_coded_and_whose_words_it_holds(
    browser: TestClient,
) -> None:
    """Coded turns leave the interviewer's aside; groups come by way of the participants."""
    found = listed(browser)
    first = found["P01.txt"]
    assert (first["turns"], first["codings"], first["coded_turns"]) == (4, 3, 2)
    assert first["speakers"] == ["Interviewer", "P01"]
    assert [each["name"] for each in first["participants"]] == ["P01"]
    assert [(each["kind"], each["name"]) for each in first["groups"]] == [("site", "Northam")]
    assert (first["kind"], first["media"], first["has_original"]) == ("text", False, False)


def test_turns_to_code_leave_the_interviewers_aside(browser: TestClient) -> None:
    """Where every answer is coded, as many turns are coded as there are to code."""
    first = listed(browser)["P01.txt"]
    assert (first["coded_turns"], first["turns_to_code"]) == (2, 2)


def test_several_sources_are_removed_and_brought_back_as_one_operation(
    browser: TestClient,
) -> None:
    """One undo brings all of them back; a source that is not there refuses the whole."""
    found = listed(browser)
    ids = [found["P01.txt"]["id"], found["P02.txt"]["id"]]
    saved = browser.post("/api/sources/remove", json={"sources": ids}).json()
    assert saved["sentence"] == "removed 2 sources"
    assert list(listed(browser)) == ["P03.txt"]
    again = browser.post("/api/sources/remove", json={"sources": ids})
    assert again.status_code == 404
    browser.post("/api/undo", json={"operation": saved["operation"]})
    assert len(listed(browser)) == 3


def test_a_coding_of_a_question_codes_no_turn(study_path: Path, desk_on: DeskOn) -> None:
    """A turn of the interviewer is not counted, however much of it is coded."""
    with make_study(study_path.parent, open_again=True) as study:
        study.codings.add("P02.txt", "Trust", quote="Do you trust them?")
    with desk_on(study_path) as browser:
        second = listed(browser)["P02.txt"]
    assert (second["codings"], second["coded_turns"]) == (4, 2)


def test_what_nobody_says_is_no_turn_to_code_where_speakers_are_named(
    tmp_path: Path, desk_on: DeskOn
) -> None:
    """A note at the head of a transcript does not wait to be coded; a document's paragraphs do."""
    talk = "A note.\n\nQ: Why?\n\nP1: So.\n\nQ: And?\n\nP1: More.\n\nP1: Most.\n"
    (tmp_path / "talk.txt").write_text(talk, encoding="utf-8")
    (tmp_path / "paper.txt").write_text("One.\n\nTwo.\n", encoding="utf-8")
    with make_study(tmp_path) as study:
        assert study.path is not None
        study.sources.add([tmp_path / "talk.txt", tmp_path / "paper.txt"])
        study.speakers.link("talk.txt", "Q", role="interviewer")
    with desk_on(study.path) as browser:
        found = {name: row["turns_to_code"] for name, row in listed(browser).items()}
    assert found == {"talk.txt": 3, "paper.txt": 2}


def test_the_list_comes_a_page_at_a_time(browser: TestClient) -> None:
    """A cursor leads from one page to the next, and the last page has none."""
    first = browser.get("/api/sources?most=2").json()
    assert (len(first["items"]), first["total"]) == (2, 3)
    second = browser.get("/api/sources", params={"most": 2, "cursor": first["next"]}).json()
    assert (len(second["items"]), second["next"]) == (1, None)
    names = [each["name"] for each in first["items"] + second["items"]]
    assert names == ["P01.txt", "P02.txt", "P03.txt"]


def test_one_source_comes_with_its_values_and_its_revision(tmp_path: Path, desk_on: DeskOn) -> None:
    """Attribute values have their type; the revision is the one that its text names."""
    (tmp_path / "a.txt").write_text("We met in March.\n", encoding="utf-8")
    with make_study(tmp_path) as study:
        study.sources.add(tmp_path / "a.txt")
        study.attributes.add("round", "number")
        study.attributes.set("a.txt", {"round": "2"})
    with desk_on(tmp_path / "study.crosscase") as browser:
        [row] = browser.get("/api/sources").json()["items"]
        page = browser.get(f"/api/sources/{row['id']}").json()
        text = browser.get(f"/api/sources/{row['id']}/text").json()
    assert page["revision"] == text["revision"]
    assert page["file_name"] == "a.txt"
    [value] = page["attributes"]
    assert (value["name"], value["type"], value["value"]) == ("round", "number", 2)


def test_a_source_that_is_not_there_is_not_found(browser: TestClient) -> None:
    """An id of nothing is 404; what is no id is refused before the study is asked."""
    answer = browser.get("/api/sources/00000000-0000-7000-8000-000000000000")
    assert (answer.status_code, answer.json()["error"]["slug"]) == (404, "source-not-found")
    assert browser.get("/api/sources/P01.txt").status_code == 422


def test_a_description_is_changed_and_cleared(browser: TestClient) -> None:
    """What is left out stays, null clears, and a day has to be one."""
    address = f"/api/sources/{listed(browser)['P01.txt']['id']}"
    saved = browser.patch(address, json={"name": "First", "date": "2026-03"}).json()
    assert saved["sentence"] == "changed the description of “First”"
    assert browser.patch(address, json={"date": None}).status_code == 200
    page = browser.get(address).json()
    assert (page["name"], page["date"], page["file_name"]) == ("First", None, "P01.txt")
    refused = browser.patch(address, json={"date": "spring"})
    assert (refused.status_code, refused.json()["error"]["slug"]) == (400, "not-a-day")
    assert browser.patch(address, json={"colour": "red"}).status_code == 422


def test_a_change_of_what_somebody_else_changed_is_refused(browser: TestClient) -> None:
    """The page says what it showed; when that is no longer so, both are given back."""
    address = f"/api/sources/{listed(browser)['P01.txt']['id']}"
    browser.patch(address, json={"note": "Loud room."})
    answer = browser.patch(address, json={"note": "Quiet room.", "was": {"note": None}})
    assert answer.status_code == 409
    details = answer.json()["error"]["details"]
    assert (details["field"], details["shown"], details["was"]) == ("note", "Loud room.", None)
    assert browser.get(address).json()["note"] == "Loud room."


def test_a_removed_source_takes_its_codings_out_of_sight_and_brings_them_back(
    browser: TestClient,
) -> None:
    """Removing hides; restoring brings back exactly what was hidden."""
    address = f"/api/sources/{listed(browser)['P01.txt']['id']}"
    browser.delete(address)
    assert "P01.txt" not in listed(browser)
    assert browser.get("/api/study").json()["counts"]["codings"] == 4
    saved = browser.post(f"{address}/restore").json()
    assert saved["sentence"] == "restored “P01.txt”"
    assert browser.get("/api/study").json()["counts"]["codings"] == 7


def test_the_list_of_another_time_is_that_times(browser: TestClient) -> None:
    """As of the heads before a change, the name is the old one."""
    row = listed(browser)["P01.txt"]
    heads = browser.get("/api/study").json()["heads"]
    browser.patch(f"/api/sources/{row['id']}", json={"name": "First"})
    then = browser.get("/api/sources", params={"as_of": heads}).json()["items"]
    assert [each["name"] for each in then] == ["P01.txt", "P02.txt", "P03.txt"]
