"""The shelf: a desk that begins without a study, and studies that are opened and closed there."""

from __future__ import annotations

import asyncio
import json
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx2
import pytest
from fastapi.testclient import TestClient

from crosscase import new_study, open_study, surroundings
from crosscase.server.application import guarded, make_application
from crosscase.server.entry import Entry
from crosscase.server.serving import port_of
from crosscase.server.shelf import Opener
from tests.server.conftest import PORT, open_by
from tests.server.reached import get
from tests.server.serving_desk import crosscase, open_desk


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of this test, where Ama has said her name."""
    home = tmp_path / "home"
    (home / "Documents").mkdir(parents=True)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("CROSSCASE_CONFIG", str(home / "settings" / "config.toml"))
    surroundings.write_config("name", "Ama")
    return home


@contextmanager
def desk(opener: Opener | None = None, person: str | None = None) -> Iterator[TestClient]:
    """A desk that begins at the shelf, or with a study, and a browser that was let in."""
    entry = Entry(PORT, surroundings.random_bytes)
    app = guarded(make_application(opener, person=person), entry)
    with TestClient(app, base_url=f"http://127.0.0.1:{PORT}") as browser:
        assert browser.get(entry.fresh_address(), follow_redirects=False).status_code == 303
        yield browser


def post(browser: TestClient, path: str, **says: Any) -> dict[str, Any]:
    """What the shelf says after an act."""
    answer = browser.post(f"/api/shelf/{path}", json=says)
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def test_a_desk_without_a_study_shows_the_shelf_and_nothing_else(home: Path) -> None:
    """Every other route says that no study is open, also before it looks at what was sent."""
    with desk() as browser:
        assert get(browser, "/shelf") == {
            "folder": str(home / "Documents" / "crosscase"),
            "studies": [],
            "open": False,
            "person": "Ama",
            "is_person_known": True,
        }
        described = get(browser, "/openapi.json")["paths"]
        for path, methods in described.items():
            for method in methods:
                if path.startswith("/api/shelf") or path == "/api/person":
                    continue
                answer = browser.request(method, path)
                assert answer.status_code == 409, (method, path)
                assert answer.json()["error"]["slug"] == "no-study-open"
        assert browser.get("/").status_code in (200, 503)
    assert not (home / "Documents" / "crosscase").exists(), "made when it is needed"


def test_a_new_study_is_made_in_the_folder_and_opened(home: Path) -> None:
    """Its file is named by its title; a second of that title takes nothing from the first."""
    folder = home / "Documents" / "crosscase"
    with desk() as browser:
        assert post(browser, "new", title="Trust: in two/three places?")["open"] is True
        head = get(browser, "/study")
        assert (head["title"], head["person"]) == ("Trust: in two/three places?", "Ama")
        assert head["file_name"] == "Trust in two three places.crosscase"
        browser.post("/api/codes", json={"name": "Hope"})
        post(browser, "new", title="Trust: in two/three places?")
        assert get(browser, "/study")["counts"]["codes"] == 0
        shelf = post(browser, "close")
        assert {each["name"]: each["readable"] for each in shelf["studies"]} == {
            "Trust in two three places 2.crosscase": True,
            "Trust in two three places.crosscase": True,
        }
    with open_study(folder / "Trust in two three places.crosscase") as study:
        assert [code.name for code in study.codes.all()] == ["Hope"]
        assert study.verify() == []


@pytest.mark.parametrize("title", ["con", "..", "../../elsewhere", "a" * 500, "مثال", "\u202eevil"])
def test_any_title_gives_a_file_of_the_folder(title: str, home: Path) -> None:
    """Whatever is typed, nothing is made elsewhere."""
    with desk() as browser:
        post(browser, "new", title=title)
    made = [each for each in home.rglob("*") if each.suffix == ".crosscase"]
    assert [each.parent for each in made] == [home / "Documents" / "crosscase"]


def test_studies_are_opened_by_what_names_them_on_the_shelf(home: Path, study_path: Path) -> None:
    """Those of the folder, and those opened lately wherever they lie; never by a path."""
    folder = home / "Documents" / "crosscase"
    folder.mkdir()
    new_study(folder / "one.crosscase", "The first one", person="Ama").close()
    surroundings.remember_study(study_path)
    surroundings.remember_study(home / "gone.crosscase")
    (folder / "broken.crosscase").write_bytes(b"no study")
    with desk() as browser:
        shelf = {each["title"]: each for each in get(browser, "/shelf")["studies"]}
        assert set(shelf) == {"The first one", "A small study", "broken"}
        assert (shelf["broken"]["readable"], bool(shelf["broken"]["why"])) == (False, True)
        post(browser, "open", id=shelf["A small study"]["id"])
        assert get(browser, "/study")["counts"]["sources"] == 3
        post(browser, "open", id=shelf["The first one"]["id"])
        assert get(browser, "/study")["title"] == "The first one"
        refused = browser.post("/api/shelf/open", json={"id": shelf["broken"]["id"]})
        assert refused.status_code == 422
        assert get(browser, "/study")["title"] == "The first one", "nothing has changed"
        for strange, status in ((str(study_path), 422), ("0" * 32, 404)):
            assert browser.post("/api/shelf/open", json={"id": strange}).status_code == status
    assert surroundings.recent_studies()[0] == folder / "one.crosscase"


def test_a_study_opened_from_the_beginning_can_be_left_for_the_shelf(study_path: Path) -> None:
    """What was written is stored, and it is found again."""
    surroundings.remember_study(study_path)
    with desk(open_by(study_path)) as browser:
        browser.patch("/api/study", json={"title": "Left for a while"})
        shelf = post(browser, "close")
        assert (shelf["open"], shelf["studies"][0]["title"]) == (False, "Left for a while")
        assert not study_path.with_name(f"{study_path.name}-wal").exists()
        assert browser.get("/api/study").json()["error"]["slug"] == "no-study-open"
        post(browser, "open", id=shelf["studies"][0]["id"])
        assert get(browser, "/study")["title"] == "Left for a while"
        assert post(browser, "close")["open"] is False
        assert post(browser, "close")["open"] is False, "closing twice does no harm"


def test_a_page_of_another_study_changes_nothing_in_this_one(study_path: Path) -> None:
    """What waited in a page is not stored in the study that was opened since."""
    with desk(open_by(study_path)) as browser:
        first = get(browser, "/study")["id"]
        post(browser, "new", title="Another")
        answer = browser.post("/api/codes", json={"name": "Lost"}, headers={"Study": first})
        assert answer.status_code == 409
        assert answer.json()["error"]["slug"] == "another-study-open"
        assert get(browser, "/study")["counts"]["codes"] == 0
        here = {"Study": get(browser, "/study")["id"]}
        assert browser.post("/api/codes", json={"name": "Kept"}, headers=here).status_code == 200


def test_an_import_that_is_looked_over_ends_with_the_study(study_path: Path) -> None:
    """Its files are removed; the next study knows nothing of it."""
    with desk(open_by(study_path)) as browser:
        sent = {"files": ("a.txt", b"Ama: Hello.\n")}
        begun = browser.post("/api/imports", files=sent).json()
        post(browser, "new", title="Another")
        assert browser.get(f"/api/imports/{begun['id']}").status_code == 404


def test_a_name_is_kept_and_counts_from_the_next_study(home: Path) -> None:
    """Until somebody says their name, the login name is only proposed."""
    surroundings.write_config("name", None)
    with desk() as browser:
        shelf = get(browser, "/shelf")
        assert (shelf["person"], shelf["is_person_known"]) == ("researcher", False)
        shelf = browser.put("/api/person", json={"name": " Zoë  Okoro "}).json()
        assert (shelf["person"], shelf["is_person_known"]) == ("Zoë Okoro", True)
        post(browser, "new", title="Hers")
        assert get(browser, "/study")["person"] == "Zoë Okoro"
        assert browser.put("/api/person", json={"name": " "}).status_code == 422
        assert browser.put("/api/person", json={"name": "a\u0007"}).status_code == 400
    assert surroundings.read_config()["name"] == "Zoë Okoro"
    with desk(person="Ben") as browser:
        assert get(browser, "/shelf")["person"] == "Ben"


def test_pages_are_told_when_the_study_is_closed(study_path: Path) -> None:
    """The stream ends with `closed`, so that no page goes on showing what is no longer there."""

    async def hear(desk_address: httpx2.URL, cookies: httpx2.Cookies) -> list[str]:
        events: list[str] = []
        async with (
            httpx2.AsyncClient(base_url=desk_address, cookies=cookies, timeout=30) as page,
            page.stream("GET", "/api/events") as stream,
        ):
            async for line in stream.aiter_lines():
                if line.startswith("event: "):
                    events.append(line.removeprefix("event: "))
                if events == ["state"]:
                    await page.post("/api/shelf/close", json={})
        return events

    with open_desk(study_path) as running:
        heard = asyncio.run(hear(running.browser.base_url, running.browser.cookies))
        assert heard[0] == "state"
        assert heard[-1] == "closed"
        assert running.interrupt() == (0, "", "")


def test_open_alone_serves_the_shelf_at_its_own_port(home: Path, study_path: Path) -> None:
    """As the Start menu runs it; what was opened by name before is on the shelf."""
    with open_desk(study_path):
        pass
    command = crosscase("open", "--no-browser", "--json")
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        said = json.loads(process.stdout.readline())
        assert said["title"] is None
        address = httpx2.URL(said["address"])
        assert address.port == port_of(surroundings.studies_folder())
        with httpx2.Client(base_url=f"http://127.0.0.1:{address.port}") as browser:
            assert browser.get(said["address"]).status_code == 303
            shelf = browser.get("/api/shelf").json()
            assert [each["title"] for each in shelf["studies"]] == ["A small study"]
    finally:
        process.kill()
        process.communicate()


def test_where_studies_lie(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the desktop calls Documents; without a desktop the home folder."""
    config = tmp_path / "xdg"
    config.mkdir()
    monkeypatch.setenv("XDG_CONFIG_HOME", str(config))
    assert surroundings.studies_folder() == home / "Documents" / "crosscase"
    named = config / "user-dirs.dirs"
    named.write_text('XDG_MUSIC_DIR="$HOME/Musik"\nXDG_DOCUMENTS_DIR="$HOME/Dokumente"\n')
    assert surroundings.studies_folder() == home / "Dokumente" / "crosscase"
    named.unlink()
    shutil.rmtree(home / "Documents")
    assert surroundings.studies_folder() == home / "crosscase"


def test_the_list_of_recent_studies_is_short_and_forgiving(home: Path) -> None:
    """The latest first, each once; a list that cannot be read is an empty one."""
    for number in (*range(20), 15):
        surroundings.remember_study(home / f"{number}.crosscase")
    recent = surroundings.recent_studies()
    assert [each.stem for each in recent[:3]] == ["15", "19", "18"]
    assert len(recent) == len(set(recent)) == 12
    for text in ("{}", "no list", '[1, "\\u0000"]'):
        (home / "settings" / "recent.json").write_text(text, encoding="utf-8")
        assert surroundings.recent_studies() == []
