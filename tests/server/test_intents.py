"""What is sent twice is done once, whatever happened between."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.server.conftest import desk_on, open_by
from tests.server.serving_desk import open_desk

_ONE = {"Intent": "0198f0a0-0000-7000-8000-00000000000a"}
_TWO = {"Intent": "0198f0a0-0000-7000-8000-00000000000b"}
_THREE = {"Intent": "0198f0a0-0000-7000-8000-00000000000c"}


def keys(path: Path) -> list[str]:
    """What was done in a study, newest first."""
    with open_by(path)(True) as study:
        return [entry.sentence_key for entry in study.log()]


def test_the_same_intent_gets_the_first_answer(browser: TestClient, study_path: Path) -> None:
    """Sent again by a page that lost the answer, nothing is done twice."""
    before = len(keys(study_path))
    first = browser.post("/api/codes", json={"name": "Weather"}, headers=_ONE).json()
    assert browser.post("/api/codes", json={"name": "Weather"}, headers=_ONE).json() == first
    assert len(keys(study_path)) == before + 1
    other = browser.post("/api/codes", json={"name": "Snow"}, headers=_TWO).json()
    assert other["ids"] != first["ids"]


def test_after_a_restart_the_same_intent_still_gets_the_first_answer(study_path: Path) -> None:
    """A fresh desk finds in the log what an earlier one did."""
    with desk_on(study_path) as browser:
        first = browser.post("/api/codes", json={"name": "Weather"}, headers=_ONE).json()
        browser.patch("/api/study", json={"title": "Later"}, headers=_TWO)
    before = len(keys(study_path))
    with desk_on(study_path) as browser:
        again = browser.post("/api/codes", json={"name": "Weather"}, headers=_ONE).json()
    assert again == first
    assert len(keys(study_path)) == before


def test_a_killed_desk_has_stored_what_it_answered(study_path: Path) -> None:
    """After a power cut the page sends again to a new process: it was done once."""
    with open_desk(study_path) as desk:
        first = desk.browser.post("/api/codes", json={"name": "Weather"}, headers=_ONE).json()
        desk.kill()
    before = len(keys(study_path))
    with open_desk(study_path) as desk:
        again = desk.browser.post("/api/codes", json={"name": "Weather"}, headers=_ONE).json()
        assert desk.interrupt()[0] == 0
    assert again == first
    assert len(keys(study_path)) == before
    with open_by(study_path)(True) as study:
        assert study.verify() == []


@pytest.mark.parametrize("restarted", [False, True])
def test_undo_and_redo_that_are_sent_twice_are_done_once(study_path: Path, restarted: bool) -> None:
    """A second undo with the same intent does not take back one thing more."""
    with desk_on(study_path) as browser:
        browser.post("/api/codes", json={"name": "Weather"}, headers=_ONE)
        undone = browser.post("/api/undo", json={}, headers=_TWO).json()
        if not restarted:
            assert browser.post("/api/undo", json={}, headers=_TWO).json() == undone
    if restarted:
        with desk_on(study_path) as browser:
            again = browser.post("/api/undo", json={}, headers=_TWO).json()
            assert (again["operation"], again["heads"]) == (undone["operation"], undone["heads"])
    assert keys(study_path)[:2] == ["undone", "code.added"]
    with desk_on(study_path) as browser:
        redone = browser.post("/api/redo", json={}, headers=_THREE).json()
        assert browser.post("/api/redo", json={}, headers=_THREE).json() == redone
    assert keys(study_path)[:3] == ["redone", "undone", "code.added"]


def test_a_newcomers_first_act_is_found_again_and_not_their_being_added(study_path: Path) -> None:
    """A person whom the study does not know yet is added by an operation of its own."""
    with desk_on(study_path, person="Chidi") as browser:
        first = browser.post("/api/codes", json={"name": "Weather"}, headers=_ONE).json()
    assert keys(study_path)[:2] == ["code.added", "coder.added"]
    with desk_on(study_path, person="Chidi") as browser:
        again = browser.post("/api/codes", json={"name": "Weather"}, headers=_ONE).json()
    assert again == first
    assert len(first["ids"]) == 1
    assert keys(study_path)[:2] == ["code.added", "coder.added"]


def test_what_failed_may_be_tried_again_with_the_same_intent(browser: TestClient) -> None:
    """A refusal is no answer to keep: the person mends what stood against it."""
    (above,) = (
        each["id"]
        for each in browser.get("/api/codes").json()["codes"]
        if each["name"] == "Relationships"
    )
    taken = {"name": "Trust", "parent": above}
    assert browser.post("/api/codes", json=taken, headers=_ONE).status_code == 400
    free = {"name": "Faith", "parent": above}
    assert browser.post("/api/codes", json=free, headers=_ONE).status_code == 200


def test_an_intent_must_be_an_id(browser: TestClient) -> None:
    """Words can never come into the log by this way."""
    refused = browser.patch("/api/study", json={"title": "T"}, headers={"Intent": "She said so"})
    assert (refused.status_code, refused.json()["error"]["slug"]) == (422, "unreadable-request")


def test_a_merged_copy_answers_an_intent_too(study_path: Path, tmp_path: Path) -> None:
    """The intent travels with its operation, and the histories stay sound."""
    copy = Path(shutil.copy(study_path, tmp_path / "copy.crosscase"))
    with desk_on(study_path) as browser:
        first = browser.post("/api/codes", json={"name": "Weather"}, headers=_ONE).json()
    with open_by(copy)(False) as study:
        study.merge(study_path)
        assert study.verify() == []
    with desk_on(copy) as browser:
        again = browser.post("/api/codes", json={"name": "Weather"}, headers=_ONE).json()
    assert again["ids"] == first["ids"]
