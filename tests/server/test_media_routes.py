"""Originals, pages and recordings over HTTP: shown, in parts, and never run."""

from __future__ import annotations

import time
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from crosscase.testing import make_study
from tests.formats.making import mp3, pdf, png
from tests.server.conftest import desk_on

HTML = b"<!doctype html><script>alert(1)</script><p>We lost trust.</p>"
PLAN = pdf("We lost trust", "The pot was emptied")
SHOWN = "sandbox"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[TestClient]:
    """A browser on a study with a PDF, a picture, a web page and a text; its ids by name."""
    files = {"plan.pdf": PLAN, "ward.png": png(40, 30), "page.html": HTML, "a.txt": b"We waited."}
    folder = tmp_path / "files"
    folder.mkdir()
    for name, data in files.items():
        (folder / name).write_bytes(data)
    with make_study(tmp_path) as study:
        study.sources.add(folder, originals="keep")
    with desk_on(tmp_path / "study.crosscase") as browser:
        yield browser


def address(desk: TestClient, name: str, what: str) -> str:
    """The address of something about the source of this name."""
    rows = desk.get("/api/sources").json()["items"]
    return f"/api/sources/{next(row['id'] for row in rows if row['name'] == name)}/{what}"


def intent() -> dict[str, str]:
    """A fresh intent."""
    return {"Intent": str(uuid.uuid4())}


# -- originals -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "type_", "data"),
    [("plan.pdf", "application/pdf", PLAN), ("ward.png", "image/png", png(40, 30))],
)
def test_pdfs_and_pictures_are_shown(desk: TestClient, name: str, type_: str, data: bytes) -> None:
    """As they came, in a sandbox, under their own names."""
    answer = desk.get(address(desk, name, "original"))
    assert (answer.status_code, answer.content) == (200, data)
    assert answer.headers["content-type"] == type_
    assert answer.headers["content-disposition"] == f"inline; filename*=UTF-8''{name}"
    assert SHOWN in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("name", ["page.html", "a.txt"])
def test_everything_else_is_only_downloaded(desk: TestClient, name: str) -> None:
    """A web page that somebody imported never runs here."""
    answer = desk.get(address(desk, name, "original"))
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith("attachment")


@pytest.mark.parametrize(
    ("asked", "status", "got"),
    [
        ("bytes=0-3", 206, PLAN[:4]),
        ("bytes=10-", 206, PLAN[10:]),
        ("bytes=-5", 206, PLAN[-5:]),
        (f"bytes=3-{len(PLAN) * 9}", 206, PLAN[3:]),
        (f"bytes={len(PLAN)}-", 416, b""),
        ("bytes=-0", 416, b""),
        ("bytes=5-2", 416, b""),
        ("bytes=0-3,8-9", 200, PLAN),
        ("lines=1-2", 200, PLAN),
        ("bytes=-", 200, PLAN),
    ],
)
def test_a_part_of_an_original_is_given(
    desk: TestClient, asked: str, status: int, got: bytes
) -> None:
    """One range; several, or what is none, get the whole."""
    answer = desk.get(address(desk, "plan.pdf", "original"), headers={"Range": asked})
    assert (answer.status_code, answer.content) == (status, got)
    if status == 416:
        assert answer.headers["content-range"] == f"bytes */{len(PLAN)}"


def test_an_original_is_named_by_its_hash(desk: TestClient) -> None:
    """It never changes: asked for again it is not sent again, whatever happened in the study."""
    where = address(desk, "plan.pdf", "original")
    tag = desk.get(where).headers["etag"]
    source = where.split("/")[3]
    desk.patch(f"/api/sources/{source}", json={"note": "read"}, headers=intent())
    assert desk.get(where, headers={"If-None-Match": tag}).status_code == 304
    changed = {"Range": "bytes=0-3", "If-Range": '"another"'}
    assert desk.get(where, headers=changed).status_code == 200
    same = {"Range": "bytes=0-3", "If-Range": tag}
    assert desk.get(where, headers=same).status_code == 206


def test_an_original_that_was_not_kept_can_be_sent_later(
    browser: TestClient, small_study: Path
) -> None:
    """The very file, and no other."""
    where = address(browser, "P01.txt", "original")
    assert browser.get(where).json()["error"]["slug"] == "no-original"
    wrong = browser.put(where, files={"file": ("P01.txt", b"Other words")}, headers=intent())
    assert (wrong.status_code, wrong.json()["error"]["slug"]) == (400, "another-file")
    data = (small_study.parent / "transcripts" / "P01.txt").read_bytes()
    saved = browser.put(where, files={"file": ("P01.txt", data)}, headers=intent()).json()
    assert saved["sentence"] == "kept the original file of “P01.txt”"
    assert browser.get(where).content == data


# -- pages -----------------------------------------------------------------------------------


def test_a_page_names_its_words_in_columns(desk: TestClient) -> None:
    """The offsets are those of the source's text."""
    page = desk.get(address(desk, "plan.pdf", "pages/2")).json()
    text = desk.get(address(desk, "plan.pdf", "text")).json()["text"]
    words = page["words"]
    spans = zip(words["start_char"], words["end_char"], strict=True)
    assert [text[start:end] for start, end in spans] == ["The", "pot", "was", "emptied"]
    assert {len(column) for column in words.values()} == {4}
    assert (page["page"], page["width"], page["height"]) == (2, 612, 792)


def test_a_picture_is_page_0(desk: TestClient) -> None:
    """With its size and no words."""
    page = desk.get(address(desk, "ward.png", "pages/0")).json()
    assert (page["width"], page["height"], page["words"]["x"]) == (40, 30, [])


@pytest.mark.parametrize(("name", "page"), [("plan.pdf", 3), ("plan.pdf", 0), ("a.txt", 1)])
def test_a_page_that_is_not_there_is_not_found(desk: TestClient, name: str, page: int) -> None:
    """A text has none."""
    answer = desk.get(address(desk, name, f"pages/{page}"))
    assert (answer.status_code, answer.json()["error"]["slug"]) == (404, "no-such-page")


# -- recordings ------------------------------------------------------------------------------


def test_a_recording_is_sent_played_in_parts_and_taken_away(
    desk: TestClient, tmp_path: Path
) -> None:
    """It lies beside the study; undo brings it back."""
    where, data = address(desk, "a.txt", "media"), mp3(300_000)
    assert desk.get(where).json()["error"]["slug"] == "no-media"
    files = {"file": ("../../tä lk.mp3", data, "text/html")}
    saved = desk.put(where, files=files, headers=intent()).json()
    assert saved["sentence"] == "put a recording beside “a.txt”"
    answer = desk.get(where)
    assert answer.content == data and answer.headers["content-type"] == "audio/mpeg"
    assert answer.headers["content-disposition"] == "inline; filename*=UTF-8''t%C3%A4%20lk.mp3"
    assert SHOWN in answer.headers["content-security-policy"]
    part = desk.get(where, headers={"Range": "bytes=100-199"})
    assert (part.status_code, part.content) == (206, data[100:200])
    assert desk.get(where, headers={"Range": "bytes=900000-"}).status_code == 416
    (kept,) = (tmp_path / "study.media").iterdir()
    assert answer.headers["etag"] == f'"{kept.name}"'
    assert desk.delete(where, headers=intent()).json()["operation"]
    assert desk.get(where).status_code == 404


def test_what_is_no_recording_is_refused(desk: TestClient, tmp_path: Path) -> None:
    """In a sentence, and nothing is left beside the study."""
    where = address(desk, "a.txt", "media")
    answer = desk.put(where, files={"file": ("a.mp3", HTML)}, headers=intent())
    assert (
        answer.status_code == 422 and "none that can be read" in answer.json()["error"]["sentence"]
    )
    assert not (tmp_path / "study.media").exists()


def test_pictures_and_recordings_come_in_by_an_import(desk: TestClient, tmp_path: Path) -> None:
    """The picture keeps its original, the recording lies beside the study."""
    files = [
        ("files", ("corridor.png", png(50, 60), "image/png")),
        ("files", ("talk.mp3", mp3(9_000), "audio/mpeg")),
        ("files", ("report.pdf", pdf("We counted beds"), "application/pdf")),
    ]
    where = "/api/imports/" + desk.post("/api/imports", files=files, headers=intent()).json()["id"]
    assert reached(desk, where, "ready")["refused"] == []
    desk.post(f"{where}/store", headers=intent())
    assert reached(desk, where, "stored")["error"] is None
    rows = {row["name"]: row for row in desk.get("/api/sources").json()["items"]}
    assert {name: rows[name]["kind"] for name in ("corridor.png", "talk.mp3", "report.pdf")} == {
        "corridor.png": "picture",
        "talk.mp3": "audio",
        "report.pdf": "pdf",
    }
    assert desk.get(address(desk, "talk.mp3", "media")).content == mp3(9_000)
    assert desk.get(address(desk, "corridor.png", "original")).content == png(50, 60)
    assert len(desk.get(address(desk, "report.pdf", "pages/1")).json()["words"]["x"]) == 3
    assert [each.stat().st_size for each in (tmp_path / "study.media").iterdir()] == [
        len(mp3(9_000))
    ]


def reached(desk: TestClient, where: str, phase: str) -> dict[str, Any]:
    """The import, once it is as far as this."""
    for _ in range(400):
        found: dict[str, Any] = desk.get(where).json()
        if found["phase"] in (phase, "failed"):
            break
        time.sleep(0.05)
    assert found["phase"] == phase, found
    return found
