"""`crosscase open`: the address, the port, leaving, and what may only be read."""

from __future__ import annotations

import json
import os
import pty
import shutil
import socket
import subprocess
from pathlib import Path

import httpx2
import psutil

from crosscase.server.serving import port_of
from tests.server.conftest import open_by
from tests.server.serving_desk import crosscase, open_desk


def test_a_study_is_found_at_the_same_port_each_time(study_path: Path) -> None:
    """So a bookmark still holds tomorrow; another study has another one."""
    ports = []
    for _ in range(2):
        with open_desk(study_path) as desk:
            ports.append(httpx2.URL(desk.address).port)
            assert desk.interrupt() == (0, "", "")
    assert ports == [port_of(study_path)] * 2
    assert port_of(study_path) != port_of(study_path.with_name("other.crosscase"))


def test_a_taken_port_is_passed_over_unless_it_was_asked_for(study_path: Path) -> None:
    """Somebody else's program may sit there; --port is meant as it is said."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", port_of(study_path)))
        other.listen()
        with open_desk(study_path) as desk:
            assert httpx2.URL(desk.address).port != port_of(study_path)
        asked = crosscase(
            "open", study_path, "--no-browser", "--port", port_of(study_path), "--json"
        )
        said = subprocess.run(asked, capture_output=True, text=True, timeout=60)
    assert said.returncode == 4
    assert json.loads(said.stdout)["error"]["slug"] == "port-taken"


def test_only_this_machine_reaches_the_desk(study_path: Path) -> None:
    """It listens on the loopback address alone."""
    with open_desk(study_path) as desk:
        port = httpx2.URL(desk.address).port
        listening = [
            each.laddr
            for each in psutil.Process(desk.process.pid).net_connections("inet")
            if each.status == psutil.CONN_LISTEN
        ]
    assert [tuple(each) for each in listening] == [("127.0.0.1", port)]


def test_what_cannot_be_opened_is_told_before_a_browser_is(tmp_path: Path) -> None:
    """No such study, no such port."""
    for tokens, slug in (
        ((tmp_path / "none.crosscase",), "study-not-found"),
        ((tmp_path, "--port", "99999"), "no-such-port"),
    ):
        command = crosscase("open", *tokens, "--no-browser", "--json")
        said = subprocess.run(command, capture_output=True, text=True, timeout=60)
        assert json.loads(said.stdout)["error"]["slug"] == slug


def test_the_terminal_stays_quiet_about_what_people_search_for(study_path: Path) -> None:
    """No address, no words, nothing of a wrong request is written anywhere."""
    with open_desk(study_path) as desk:
        desk.browser.get("/api/search", params={"q": "secret words"})
        desk.browser.get("/api/nothing/secret words")
        desk.browser.patch("/api/study", json={"title": ["secret words"]})
        status, out, err = desk.interrupt()
    assert (status, out, err) == (0, "", "")


def test_a_study_that_may_only_be_read_is_shown(study_path: Path) -> None:
    """Reading works; a write is refused in the study's words."""
    with open_by(study_path)(False) as study:
        study._session.file.driver().execute("PRAGMA user_version=99")
    with open_desk(study_path) as desk:
        head = desk.browser.get("/api/study").json()
        assert (head["read_only"], head["title"]) == (True, "A small study")
        refused = desk.browser.patch("/api/study", json={"title": "New"})
        assert (refused.status_code, refused.json()["error"]["slug"]) == (409, "read-only")


def test_enter_in_the_terminal_gives_a_fresh_address(study_path: Path) -> None:
    """For another browser, or when the first address was lost."""
    controlling, terminal = pty.openpty()
    process = subprocess.Popen(
        crosscase("open", study_path, "--no-browser", "--as", "Ama"),
        stdin=terminal,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        first = process.stdout.readline()
        assert first.startswith("“A small study” is open at http://127.0.0.1:")
        os.write(controlling, b"\n")
        second = process.stdout.readline().strip()
        assert httpx2.get(second).status_code == 303
        assert httpx2.get(first.split()[-1]).status_code == 303
    finally:
        process.kill()
        process.communicate()
        os.close(controlling)
        os.close(terminal)


def test_two_desks_on_one_study_see_each_others_work(study_path: Path) -> None:
    """The second takes the next port; both write, and the study stays sound."""
    with open_desk(study_path) as one, open_desk(study_path) as other:
        assert one.address != other.address
        one.browser.patch("/api/study", json={"title": "From one"})
        assert other.browser.get("/api/study").json()["title"] == "From one"
        other.browser.patch("/api/study", json={"title": "From the other"})
        assert one.browser.get("/api/study").json()["title"] == "From the other"
    copy = Path(shutil.copy(study_path, study_path.with_name("copy.crosscase")))
    with open_by(copy)(True) as study:
        assert study.verify() == []
