"""Live updates: what one person records, every open page hears."""

from __future__ import annotations

import asyncio
import json
import subprocess
from contextlib import suppress
from pathlib import Path
from typing import Any

import httpx2

from tests.server.serving_desk import OpenDesk, crosscase, open_desk

_PAGES = 50


async def next_event(lines: Any, name: str) -> dict[str, Any]:
    """The data of the next event of this name."""
    event, data = "", ""
    async for line in lines:
        if line.startswith("event: "):
            event = line.removeprefix("event: ")
        elif line.startswith("data: "):
            data = line.removeprefix("data: ")
        elif not line and event == name:
            return dict(json.loads(data))
    raise AssertionError("the stream ended")


def _browser(desk: OpenDesk) -> httpx2.AsyncClient:
    limits = httpx2.Limits(max_connections=_PAGES + 10)
    return httpx2.AsyncClient(
        base_url=desk.browser.base_url, cookies=desk.browser.cookies, limits=limits, timeout=30
    )


def test_fifty_pages_hear_what_another_program_records(study_path: Path) -> None:
    """One code added on the command line reaches every page that is open, with ids alone."""

    async def hear_all(desk: OpenDesk) -> list[dict[str, Any]]:
        listening = asyncio.Semaphore(0)

        async def hear(browser: httpx2.AsyncClient) -> dict[str, Any]:
            async with browser.stream("GET", "/api/events") as answer:
                lines = answer.aiter_lines()
                await next_event(lines, "state")
                listening.release()
                return await next_event(lines, "changed")

        async with _browser(desk) as browser:
            pages = [asyncio.create_task(hear(browser)) for _ in range(_PAGES)]
            for _ in pages:
                await listening.acquire()
            command = crosscase("codes", "add", study_path, "Weather", "--as", "Ben")
            await asyncio.to_thread(subprocess.run, command, check=True, capture_output=True)
            return await asyncio.wait_for(asyncio.gather(*pages), 30)

    with open_desk(study_path) as desk:
        heard = asyncio.run(hear_all(desk))
        heads = desk.browser.get("/api/study").json()["heads"]
    assert len(heard) == _PAGES
    first = heard[0]
    assert all(each == first for each in heard)
    assert first["heads"] == heads
    assert [each["sentence_key"] for each in first["operations"]] == ["code.added"]
    assert (first["kinds"], first["sources"], first["more"]) == (["code"], [], 0)
    assert len(first["codes"]) == 1
    assert "Weather" not in json.dumps(first)


def test_a_page_that_comes_back_hears_that_it_missed_something(study_path: Path) -> None:
    """With the state that it has seen, it is told that anything may have changed since."""

    async def come_back(desk: OpenDesk, seen: str) -> dict[str, Any]:
        async with (
            _browser(desk) as browser,
            browser.stream("GET", "/api/events", headers={"Last-Event-ID": seen}) as answer,
        ):
            return await next_event(answer.aiter_lines(), "changed")

    with open_desk(study_path) as desk:
        seen = desk.browser.get("/api/study").json()["heads"]
        saved = desk.browser.patch("/api/study", json={"title": "Another"}).json()
        heard = asyncio.run(come_back(desk, seen))
    assert (heard["heads"], heard["sources"], heard["codes"]) == (saved["heads"], None, None)
    assert "coding" in heard["kinds"]


def test_the_desk_closes_calmly_while_a_page_listens(study_path: Path) -> None:
    """Ctrl-C ends the streams and leaves the study whole, without side files."""

    async def listen_to_the_end(desk: OpenDesk) -> tuple[int, str, str]:
        async with _browser(desk) as browser, browser.stream("GET", "/api/events") as answer:
            lines = answer.aiter_lines()
            await next_event(lines, "state")
            ended = asyncio.create_task(asyncio.to_thread(desk.interrupt))
            with suppress(httpx2.RemoteProtocolError):  # the stream is cut, as pages expect
                async for _ in lines:
                    pass
            return await ended

    with open_desk(study_path) as desk:
        status, _, err = asyncio.run(listen_to_the_end(desk))
    assert (status, err) == (0, "")
    assert not study_path.with_name(study_path.name + "-wal").exists()
