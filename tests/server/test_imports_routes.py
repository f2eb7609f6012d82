"""Importing over HTTP: files are sent, looked at, and stored as one operation."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from multiprocessing import active_children
from pathlib import Path
from typing import Any

import pytest
from fastapi import APIRouter, FastAPI
from fastapi.testclient import TestClient
from starlette.requests import Request

from crosscase.server.errors_answered import answer_errors
from crosscase.server.uploads import UploadFolder, UploadRoute, name_of_upload
from tests.server.conftest import DeskOn

INTERVIEW = (
    "Interviewer: What helps?\n\nP07: The nurse helps, and the nurse alone.\n\n"
    "Interviewer: And then?\n\nP07: Then the evenings are long.\n\n"
    "Note to self: ask about the bus.\n"
)
Sent = tuple[str, tuple[str, bytes | str]]


@pytest.fixture(autouse=True)
def temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Uploads lie in a folder of this test."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def sent(*files: tuple[str, bytes | str]) -> list[Sent]:
    """Files as a form sends them."""
    return [("files", each) for each in files]


def begun(browser: TestClient, *files: tuple[str, bytes | str], **form: str) -> str:
    """The address of a new import."""
    answer = browser.post("/api/imports", files=sent(*files), data=form)
    assert answer.status_code == 202, answer.text
    return f"/api/imports/{answer.json()['id']}"


def settled(browser: TestClient, address: str) -> dict[str, Any]:
    """The import once nothing goes on in it."""
    for _ in range(600):
        found: dict[str, Any] = browser.get(address).json()
        if found["phase"] not in ("reading", "storing"):
            return found
        time.sleep(0.05)
    raise AssertionError("the import does not end")


def left_behind(folder: Path) -> list[Path]:
    """Files of imports that still lie there."""
    return [each for each in folder.rglob("*") if each.is_file() and each.name != "held"]


def test_files_are_looked_at_and_then_stored_as_one_operation(
    browser: TestClient, temporary_folder: Path
) -> None:
    """Nothing is in the study before it is stored; afterwards its files are gone."""
    address = begun(browser, ("P07.txt", INTERVIEW), ("P08.txt", INTERVIEW + "Q.\n"))
    seen = settled(browser, address)
    assert (seen["phase"], seen["done"], seen["total"]) == ("ready", 2, 2)
    assert browser.get("/api/study").json()["counts"]["sources"] == 3
    [label, *_] = seen["sources"][0]["labels"]
    assert (label["label"], label["taken"], label["turns"]) == ("Interviewer", True, 2)
    assert label["example"] == "Interviewer: What helps?"
    left = [each for each in seen["sources"][0]["labels"] if not each["taken"]]
    assert [each["label"] for each in left] == ["Note to self"]
    assert left[0]["why"]

    assert browser.post(f"{address}/store").status_code == 202
    stored = settled(browser, address)
    assert (stored["phase"], stored["error"]) == ("stored", None)
    assert stored["saved"]["sentence"] == "imported 2 sources"
    assert len(stored["saved"]["ids"]) == 2
    assert browser.get(f"/api/sources/{stored['saved']['ids'][0]}").json()["name"] == "P07.txt"
    assert left_behind(temporary_folder) == []


def test_choices_change_names_languages_speakers_and_what_is_left_out(
    browser: TestClient,
) -> None:
    """A source whose labels are chosen is read again, and the preview is of that."""
    address = begun(browser, ("P07.txt", INTERVIEW), ("P08.txt", INTERVIEW + "Q.\n"))
    settled(browser, address)
    wish = {
        "sources": [
            {"index": 0, "name": "Seven", "language": "en", "labels": ["P07"]},
            {"index": 1, "leave_out": True},
        ]
    }
    seen = browser.put(f"{address}/choices", json=wish).json()
    assert seen["phase"] == "ready"
    first = seen["sources"][0]
    assert (first["name"], first["language"], first["turns"]) == ("Seven", "en", 3)
    assert [each["label"] for each in first["labels"] if each["taken"]] == ["P07"]
    assert seen["sources"][1]["left_out"] is True
    browser.post(f"{address}/store")
    stored = settled(browser, address)
    [made] = stored["saved"]["ids"]
    page = browser.get(f"/api/sources/{made}").json()
    assert (page["name"], page["language"], page["speakers"]) == ("Seven", "en", ["P07"])
    assert page["file_name"] == "P07.txt"


def test_a_choice_of_what_is_not_there_is_refused(browser: TestClient) -> None:
    """An unknown source or label is not found, and nothing changes."""
    address = begun(browser, ("P07.txt", INTERVIEW))
    settled(browser, address)
    for choice in ({"index": 5}, {"index": 0, "labels": ["Nobody"]}):
        answer = browser.put(f"{address}/choices", json={"sources": [choice]})
        assert answer.status_code == 404
    answer = browser.put(
        f"{address}/choices", json={"sources": [{"index": 0, "language": "not a language"}]}
    )
    assert answer.status_code == 400
    assert browser.get(address).json()["sources"][0]["language"] is None


def test_duplicates_and_files_that_cannot_be_read_are_listed_with_a_way_out(
    browser: TestClient,
) -> None:
    """The same bytes twice are named; a damaged file says what to do; the rest comes in."""
    address = begun(
        browser,
        ("P07.txt", INTERVIEW),
        ("again.txt", INTERVIEW),
        ("bad.docx", b"PK\x03\x04 this is no archive"),
        ("empty.txt", b""),
    )
    seen = settled(browser, address)
    assert [each["name"] for each in seen["sources"]] == ["P07.txt"]
    assert seen["duplicates"] == [{"name": "again.txt", "as_name": "P07.txt"}]
    assert {each["name"] for each in seen["refused"]} == {"bad.docx", "empty.txt"}
    assert all(each["sentence"] and each["hint"] for each in seen["refused"])


def test_an_import_of_nothing_new_has_nothing_to_store(browser: TestClient) -> None:
    """Where every file was refused, storing says so."""
    address = begun(browser, ("empty.txt", b""))
    settled(browser, address)
    answer = browser.post(f"{address}/store")
    assert (answer.status_code, answer.json()["error"]["slug"]) == (400, "nothing-to-store")


def test_labels_can_be_left_and_lines_joined(browser: TestClient) -> None:
    """How files are read is said when they are sent."""
    address = begun(browser, ("P07.txt", INTERVIEW), speakers="leave", language="en")
    [source] = settled(browser, address)["sources"]
    assert not any(each["taken"] for each in source["labels"])
    assert (source["language"], source["turns"]) == ("en", 5)
    refused = browser.post(
        "/api/imports", files=sent(("a.txt", "A.")), data={"language": "no language"}
    )
    assert refused.status_code == 400


def test_a_cancelled_import_leaves_nothing(browser: TestClient, temporary_folder: Path) -> None:
    """Whether its files are being read or were read, cancelling removes them."""
    address = begun(browser, *((f"{number}.txt", INTERVIEW * 500) for number in range(20)))
    assert browser.delete(address).json()["phase"] == "cancelled"
    assert left_behind(temporary_folder) == []
    answer = browser.post(f"{address}/store")
    assert (answer.status_code, answer.json()["error"]["slug"]) == (409, "import-not-ready")
    # The next one is read all the same, by a new process.
    assert settled(browser, begun(browser, ("P07.txt", INTERVIEW)))["phase"] == "ready"
    assert browser.get("/api/study").json()["counts"]["sources"] == 3


def test_a_file_that_takes_its_reader_down_is_refused_and_the_others_are_read(
    browser: TestClient,
) -> None:
    """The process that reads may die; the desk goes on, and names the file."""
    address = begun(browser, ("heavy.txt", INTERVIEW * 20_000), ("P07.txt", INTERVIEW))
    while not (readers := active_children()):
        time.sleep(0.01)
    assert browser.get(address).json()["current"] == "heavy.txt"
    readers[0].kill()
    seen = settled(browser, address)
    assert [each["name"] for each in seen["refused"]] == ["heavy.txt"]
    assert "broke down" in seen["refused"][0]["sentence"]
    assert [each["name"] for each in seen["sources"]] == ["P07.txt"]


def test_several_imports_wait_for_one_another(browser: TestClient) -> None:
    """They are read one file at a time, and each comes out whole."""
    addresses = [begun(browser, (f"{number}.txt", INTERVIEW + str(number))) for number in range(3)]
    for address in addresses:
        assert settled(browser, address)["phase"] == "ready"
        browser.post(f"{address}/store")
    assert {settled(browser, address)["phase"] for address in addresses} == {"stored"}
    assert browser.get("/api/study").json()["counts"]["sources"] == 6


def test_too_many_imports_that_wait_are_refused(browser: TestClient) -> None:
    """Somebody who never stores nor cancels does not fill the disk."""
    addresses = [begun(browser, ("a.txt", "A.")) for _ in range(10)]
    answer = browser.post("/api/imports", files=sent(("a.txt", "A.")))
    assert (answer.status_code, answer.json()["error"]["slug"]) == (400, "too-many-imports")
    browser.delete(addresses[0])
    assert browser.post("/api/imports", files=sent(("a.txt", "A."))).status_code == 202


def test_an_import_sent_twice_is_begun_once(browser: TestClient) -> None:
    """The same intent gets the same import, and stores it once."""
    intent = {"Intent": "0190a000-0000-7000-8000-000000000001"}
    one, other = (
        browser.post("/api/imports", files=sent(("a.txt", INTERVIEW)), headers=intent).json()
        for _ in "12"
    )
    assert one["id"] == other["id"]
    address = f"/api/imports/{one['id']}"
    settled(browser, address)
    for _ in "12":
        assert browser.post(f"{address}/store").status_code == 202
    assert settled(browser, address)["saved"]["sentence"] == "imported 1 source"
    assert browser.get("/api/study").json()["counts"]["sources"] == 4


def test_a_file_name_is_never_a_path(browser: TestClient, temporary_folder: Path) -> None:
    """A name that climbs out of its folder is only its last part, and no file lies elsewhere."""
    address = begun(browser, ("../../outside.txt", INTERVIEW), ("C:\\secret\\in.txt", "A word."))
    seen = settled(browser, address)
    assert [each["file_name"] for each in seen["sources"]] == ["outside.txt", "in.txt"]
    assert not list(temporary_folder.parent.rglob("outside.txt"))
    assert name_of_upload("..", 3) == "File 3"
    assert name_of_upload("a\u202e\x00b.txt", 1) == "ab.txt"


def test_an_import_that_is_not_there_is_not_found(browser: TestClient) -> None:
    """Nothing is known of it: it is over, or was never begun."""
    answer = browser.get("/api/imports/00000000-0000-7000-8000-000000000000")
    assert (answer.status_code, answer.json()["error"]["slug"]) == (404, "import-not-found")


def test_closing_the_desk_removes_what_waits(
    study_path: Path, desk_on: DeskOn, temporary_folder: Path
) -> None:
    """Files that were never stored do not stay behind."""
    with desk_on(study_path) as browser:
        settled(browser, begun(browser, ("P07.txt", INTERVIEW)))
        assert left_behind(temporary_folder)
    assert list(temporary_folder.iterdir()) == []


def test_what_a_broken_down_desk_left_is_removed_and_what_is_in_use_is_not(
    study_path: Path, desk_on: DeskOn, temporary_folder: Path
) -> None:
    """A folder whose holder is gone is a leftover; that of another desk stays."""
    gone = temporary_folder / "crosscase-import-gone"
    gone.mkdir()
    (gone / "held").touch()
    (gone / "words.txt").write_text("Words.", encoding="utf-8")
    other = UploadFolder()
    in_use = other.fresh()
    with desk_on(study_path):
        assert not gone.exists()
        assert in_use.exists()
    other.close()
    assert not in_use.exists()


def test_reads_are_answered_while_an_import_is_stored(study_path: Path, desk_on: DeskOn) -> None:
    """A large import holds the study; the pages are answered past it."""
    with desk_on(study_path) as browser:
        files = ((f"{number}.txt", INTERVIEW * 400 + str(number)) for number in range(12))
        address = begun(browser, *files)
        assert settled(browser, address)["phase"] == "ready"
        browser.post(f"{address}/store")
        slowest, during = 0.0, 0
        while browser.get(address).json()["phase"] == "storing":
            before = time.perf_counter()
            counts = browser.get("/api/study").json()["counts"]["sources"]
            if browser.get(address).json()["phase"] == "storing":
                assert counts == 3
                during += 1
                slowest = max(slowest, time.perf_counter() - before)
        assert browser.get(address).json()["phase"] == "stored"
        assert browser.get("/api/study").json()["counts"]["sources"] == 15
        assert during > 0


class _SmallUploads(UploadRoute):
    most_bytes = 1_000


@pytest.fixture(name="small_bound")
def small_bound_fixture() -> Iterator[TestClient]:
    """An application that takes a thousand bytes and no more."""
    router = APIRouter(route_class=_SmallUploads)

    @router.post("/files")
    async def take(request: Request) -> int:
        async with request.form() as form:
            return len(form)

    app = FastAPI()
    answer_errors(app)
    app.include_router(router)
    with TestClient(app) as client:
        yield client


def test_more_than_the_bound_is_refused_with_a_sentence(small_bound: TestClient) -> None:
    """Whether it is said before or turns out while it comes, too much is too much."""
    assert small_bound.post("/files", files=sent(("a.txt", "A."))).json() == 1
    request = small_bound.build_request("POST", "/files", files=sent(("a.txt", "A" * 5_000)))
    body = request.read()

    def piecewise() -> Iterator[bytes]:
        yield body[:800]
        yield body[800:]

    said = small_bound.post("/files", files=sent(("a.txt", "A" * 5_000)))
    kind = {"content-type": request.headers["content-type"]}
    unsaid = small_bound.post("/files", content=piecewise(), headers=kind)
    for answer in (said, unsaid):
        assert (answer.status_code, answer.json()["error"]["slug"]) == (400, "upload-too-large")
