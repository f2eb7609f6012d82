"""What the desk answers while a participant is withdrawn: no word of theirs on any address."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from crosscase import open_study
from tests.server.conftest import DeskOn
from tests.store.planted import PERSON, SOURCE, WORD, makers, plant, plant_undone

# What streams for ever, or is no address of a study's things.
_NOT_ASKED = {"/api/events", "/api/shelf", "/api/imports/{id}"}


@pytest.fixture
def planted(tmp_path: Path) -> Path:
    """The planted study."""
    with plant(tmp_path) as study:
        return study.path or tmp_path


def _asked_for(browser: TestClient, ids: Mapping[str, str]) -> dict[str, str]:
    """Every address that can be read, with its answer as text."""
    values = {
        **ids, "entity": ids["source"], "set": "Talks", "page": "1", "q": "trust or meetings",
        "into": "Trust", "start_char": "0", "end_char": "20", "today": "2026-03-02",
        "row": ids["code"],
    }  # fmt: skip
    history = browser.get("/api/history?most=500").json()["items"]
    operations = [each["operation"] for each in history]
    answers = {}
    for path, ways in browser.get("/api/openapi.json").json()["paths"].items():
        if "get" not in ways or path in _NOT_ASKED:
            continue
        told = ways["get"].get("parameters", [])
        needed = {
            each["name"]: values.get(each["name"], "x")
            for each in told
            if each["in"] == "query" and each.get("required")
        }
        whole = re.findall(r"{(\w+)}", path)
        for operation in operations if "operation" in whole else [""]:
            # What is asked for by another name than these is nothing of theirs.
            named = {name: values.get(name, "x") for name in whole} | {"operation": operation}
            filled = path.format_map(named)
            answers[filled] = _text(browser.get(filled, params=needed).content)
    for name, address in {
        "of the word": f"/api/search?q={WORD}",
        "as of": "/api/sources?as_of=2026-03-02",
        "memos as of": "/api/memos?as_of=2026-03-02",
        "the code's passages": f"/api/codes/{ids['code']}/passages",
        "a cell": "/api/matrix/cell?rows=codes&columns=sources",
    }.items():
        answers[name] = _text(browser.get(address).content)
    return answers


def _text(data: bytes) -> str:
    if data[:2] != b"PK":
        return data.decode("utf-8", "replace").casefold()
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        parts = (packed.read(name) for name in packed.namelist())
        return " ".join(part.decode("utf-8", "replace") for part in parts).casefold()


def _holding(browser: TestClient, ids: Mapping[str, str]) -> set[str]:
    query = f"/api/search?q={WORD}"
    return {
        address
        for address, text in _asked_for(browser, ids).items()
        # What was asked for is said again in the answer to a search.
        if WORD in text.replace(WORD, "", 1 if address == query else 0)
    }


def test_no_address_of_the_desk_answers_with_a_word_of_theirs(
    planted: Path, desk_on: DeskOn
) -> None:
    """The walk covers every address of the description, with a past view open before."""
    with open_study(planted, person="Ben") as work:
        plant_undone(work)
        ids = dict(makers(work).ids)
        with desk_on(planted) as browser:
            before = _holding(browser, ids)
            work.withdrawals.withdraw(PERSON)
            during = {name for name in _holding(browser, ids) if name != "of the word"}
            gone = browser.get(f"/api/sources/{ids['source']}")
            work.withdrawals.lift(PERSON)
            after = _holding(browser, ids)
    assert len(before) > 25
    assert {f"/api/sources/{ids['source']}/text", "/api/names", "/api/memos", "as of"} <= before
    assert during == set()
    assert after >= before  # and the two operations that came meanwhile
    assert gone.status_code == 404
    assert gone.json()["error"]["slug"] == "withdrawn"
    assert SOURCE not in gone.text


def test_a_view_of_the_past_that_is_open_forgets_what_was_purged(
    planted: Path, desk_on: DeskOn
) -> None:
    """A purge holds in the past, also where the past was looked at before it."""
    with open_study(planted, person="Ben") as work, desk_on(planted) as browser:
        address = "/api/sources?as_of=2026-03-02"
        assert WORD in _text(browser.get(address).content)
        traces = work.traces(PERSON, [WORD]).traces
        work.purge_participant(PERSON, [each.id for each in traces], strings=[WORD])
        assert WORD not in _text(browser.get(address).content)


def test_the_preview_names_memos_that_name_them_without_a_link(
    planted: Path, desk_on: DeskOn
) -> None:
    """They stay, so that a person has to look at them."""
    with open_study(planted, person="Ben") as work:
        person = work.participants.get(PERSON).id
        work.memos.write("Loose", f"so says {PERSON}")
    with desk_on(planted) as browser:
        used = browser.get(f"/api/withdrawals/{person}/preview").json()["used_by"]
    assert ("memo", "Loose") in {(each["kind"], each["name"]) for each in used}
