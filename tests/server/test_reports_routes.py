"""Reports over HTTP: read on a page, checklists answered, packages made while others work."""

from __future__ import annotations

import asyncio
import io
import json
import tempfile
import threading
import zipfile
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from crosscase import open_study
from crosscase.server.desk import Desk
from crosscase.store.known_copies import copies_made
from crosscase.study import Study
from tests.server.conftest import DeskOn, open_by
from tests.server.reached import get, send

PACKAGE = "/api/documents/package.zip"
ITEM = "/checklists/coreq/items/23"


def _packed(browser: TestClient, *papers: tuple[str, bytes], redacted: bool) -> dict[str, bytes]:
    answer = browser.post(
        PACKAGE,
        data={"redacted": str(redacted).lower()},
        files=[("manuscripts", (name, data)) for name, data in papers],
    )
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/zip"
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_report_is_read_as_its_document_tells_it(browser: TestClient) -> None:
    """The same sections, with numbers as numbers."""
    found = get(browser, "/reports/agreement")
    assert found["title"] == "Agreement"
    (section, *_) = found["sections"]
    assert section["columns"][0] == "source"
    assert [row for row in section["rows"] if row[0] == "P02.txt"]
    assert get(browser, "/reports/coreq")["title"] == "COREQ checklist"
    assert browser.get("/api/reports/nonsense").status_code == 422


def test_an_item_is_answered_as_one_act_that_can_be_undone(browser: TestClient) -> None:
    """What is left out stays; what somebody else wrote meanwhile is told."""
    whole = get(browser, "/checklists/coreq")
    assert (whole["name"], len(whole["items"])) == ("COREQ", 32)
    item = whole["items"][22]
    assert (item["number"], item["standing"], item["told_by"]) == (23, "asked", None)
    assert whole["items"][23]["known"][0].startswith("2 people coded: ")
    says = {"text": "They were not returned.", "place": "p. 5"}
    saved = send(browser, ITEM, says, by="PATCH")
    assert saved["sentence"] == "filled in 1 item of a reporting checklist"
    send(browser, ITEM, {"applies": False}, by="PATCH")
    item = get(browser, "/checklists/coreq")["items"][22]
    assert (item["text"], item["place"], item["standing"]) == (*says.values(), "not applicable")
    late = browser.patch(f"/api{ITEM}", json={"text": "Other", "was": {"text": None}})
    assert (late.status_code, late.json()["error"]["slug"]) == (409, "changed-meanwhile")
    send(browser, "/undo")
    send(browser, "/undo")
    assert get(browser, "/checklists/coreq")["items"][22]["standing"] == "asked"
    gone = browser.patch("/api/checklists/coreq/items/33", json={"text": "x"})
    assert (gone.status_code, gone.json()["error"]["slug"]) == (404, "item-not-found")


def test_a_package_to_share_has_no_words_and_the_papers_that_name_nobody(
    browser: TestClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A paper that names somebody stops it, and nothing stays behind."""
    here = tmp_path / "for a while"
    here.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(here))
    held = _packed(browser, ("paper.md", b"# Results\n"), redacted=True)
    assert held["manuscript/paper.md"] == b"# Results\n"
    assert not [name for name in held if name.startswith("study/")]
    assert "crosscase" in json.loads(held["software.json"])
    paper = ("manuscripts", ("paper.md", b"P02.txt says so."))
    refused = browser.post(PACKAGE, data={"redacted": "true"}, files=[paper])
    assert (refused.status_code, refused.json()["error"]["slug"]) == (409, "names-somebody")
    twice = browser.post(PACKAGE, files=[("manuscripts", ("a.md", b"1"))] * 2)
    assert (twice.status_code, twice.json()["error"]["slug"]) == (400, "name-taken")
    assert list(here.iterdir()) == []


def test_the_whole_package_is_a_copy_that_the_study_knows_of(
    browser: TestClient, study_path: Path
) -> None:
    """It goes under the study's title; where quotes are kept back, so is it."""
    held = _packed(browser, redacted=False)
    assert [name for name in held if name.endswith(".crosscase")]
    with open_study(study_path, read_only=True) as study, study._session.reading() as reading:
        (copy,) = copies_made(reading.connection)
    assert copy.file_name == "A small study - replication package.zip"
    send(browser, "/disclosure/policy", {"policy": {"exports": "refuse", "k": 9}}, by="PUT")
    refused = browser.post(PACKAGE, data={"redacted": "false"})
    assert (refused.status_code, refused.json()["error"]["slug"]) == (409, "quotes-would-tell")
    assert browser.post(PACKAGE, data={"redacted": "true"}).status_code == 200


@pytest.mark.parametrize("redacted", ["true", "false"])
def test_who_may_only_read_a_study_can_pack_it(
    desk_on: DeskOn, study_path: Path, redacted: str
) -> None:
    """Nothing in it changes by that."""
    study_path.chmod(0o444)
    with desk_on(study_path, person=None) as browser:
        assert browser.post(PACKAGE, data={"redacted": redacted}).status_code == 200


def test_others_read_and_write_while_a_package_is_made(study_path: Path) -> None:
    """What takes long is read apart, as the study was when it began."""
    begun, may_end = threading.Event(), threading.Event()

    def long(study: Study) -> int:
        before = len(study.codes.all())
        begun.set()
        assert may_end.wait(20)
        assert len(study.codes.all()) == before
        return before

    def add(study: Study) -> None:
        study.codes.add("Fear")

    async def story() -> tuple[int, int]:
        desk = Desk(open_by(study_path))
        await desk.start()
        packing = asyncio.create_task(desk.read_apart(long))
        await asyncio.to_thread(begun.wait, 20)
        await desk.write(add)
        now = await desk.read(lambda study: len(study.codes.all()))
        may_end.set()
        then = await packing
        await desk.close()
        return then, now

    then, now = asyncio.run(story())
    assert now == then + 1
