"""The door: who is let in, which requests come from elsewhere, what a page may do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from crosscase import surroundings
from crosscase.server.application import guarded, make_application
from crosscase.server.entry import Entry
from tests.server.conftest import PORT, open_by

_HERE = f"http://127.0.0.1:{PORT}"


@pytest.fixture
def entry() -> Entry:
    """The door's own memory."""
    return Entry(PORT, surroundings.random_bytes)


@pytest.fixture
def stranger(study_path: Path, entry: Entry) -> Iterator[TestClient]:
    """A browser that was not let in."""
    app = guarded(make_application(open_by(study_path)), entry)
    with TestClient(app, base_url=_HERE, follow_redirects=False) as client:
        yield client


def test_a_one_time_address_lets_one_browser_in_once(stranger: TestClient, entry: Entry) -> None:
    """It is answered with a cookie that no script can read, and then it is used up."""
    address = entry.fresh_address()
    let_in = stranger.get(address)
    assert (let_in.status_code, let_in.headers["location"]) == (303, "/")
    cookie = let_in.headers["set-cookie"].lower()
    assert cookie.startswith(f"crosscase-{PORT}=")
    assert {"httponly", "samesite=strict", "path=/"} <= set(cookie.split("; "))
    assert stranger.get("/api/study").status_code == 200
    stranger.cookies.clear()
    again = stranger.get(address)
    assert again.status_code == 403
    assert "has been used already" in again.text
    assert "press Enter" in again.text
    assert stranger.get("/api/study").status_code == 401


def test_who_is_in_already_may_follow_an_old_address(browser: TestClient) -> None:
    """A bookmark of a used address leads home."""
    answer = browser.get("/open?token=used", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")


@pytest.mark.parametrize("token", ["", "?token=", "?token=wrong", "?token=%00%ff", "?other=1"])
def test_without_a_good_token_nobody_comes_in(stranger: TestClient, token: str) -> None:
    """A page says what to do, and sets no cookie."""
    answer = stranger.get(f"/open{token}")
    assert answer.status_code in (401, 403)
    assert "set-cookie" not in answer.headers
    assert "crosscase open" in answer.text


def test_looking_at_an_address_without_opening_it_does_not_use_it_up(
    stranger: TestClient, entry: Entry
) -> None:
    """Programs that look ahead send HEAD; the person can still come in."""
    address = entry.fresh_address()
    assert stranger.head(address).status_code == 405
    assert stranger.get(address).status_code == 303


def test_a_stranger_gets_a_calm_page_and_data_in_the_shape_of_errors(stranger: TestClient) -> None:
    """Pages say how to come in; the API says it for programs."""
    page = stranger.get("/codes")
    assert page.status_code == 401
    assert "This browser was not let in" in page.text
    error = stranger.get("/api/study").json()["error"]
    assert error["slug"] == "not-let-in"
    assert "crosscase open" in error["hint"]


@pytest.mark.parametrize("cookie", ["", "x", "0" * 64, "é"])
def test_a_wrong_cookie_opens_nothing(stranger: TestClient, cookie: str) -> None:
    """Neither an empty nor a guessed one."""
    sent = {b"Cookie": f"crosscase-{PORT}={cookie}".encode("latin-1")}
    assert stranger.get("/api/study", headers=sent).status_code == 401


@pytest.mark.parametrize(
    "host",
    ["evil.example", f"evil.example:{PORT}", "127.0.0.1", "127.0.0.1:1", f"localhost.:{PORT}"],
)
def test_a_foreign_name_that_points_here_gets_nothing(browser: TestClient, host: str) -> None:
    """A page that bends its own name to this machine is refused, cookie or not."""
    assert browser.get("/api/study", headers={"Host": host}).status_code == 403
    assert browser.get("/", headers={"Host": host}).status_code == 403
    assert browser.get("/open?token=x", headers={"Host": host}).status_code == 403


@pytest.mark.parametrize("host", ["localhost", "[::1]", "LOCALHOST"])
def test_this_machine_has_several_names(browser: TestClient, host: str) -> None:
    """All names that a browser here may use are the desk's own."""
    cookie = f"crosscase-{PORT}={browser.cookies[f'crosscase-{PORT}']}"
    sent = {"Host": f"{host}:{PORT}", "Cookie": cookie}
    assert browser.get("/api/study", headers=sent).status_code == 200


@pytest.mark.parametrize(
    "sent",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:9999"},
        {"Origin": f"http://localhost:{PORT}"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
@pytest.mark.parametrize("method", ["GET", "PATCH"])
def test_another_sites_page_can_neither_read_nor_write(
    browser: TestClient, sent: dict[str, str], method: str
) -> None:
    """Even with the cookie, and even from another port of this machine."""
    body = {"title": "Taken over"} if method == "PATCH" else None
    answer = browser.request(method, "/api/study", headers=sent, json=body)
    assert (answer.status_code, answer.json()["error"]["slug"]) == (403, "from-elsewhere")
    assert browser.get("/api/study").json()["title"] == "A small study"


def test_the_desks_own_pages_read_and_write(browser: TestClient) -> None:
    """What a browser sends from our own page is let through."""
    own = {"Origin": _HERE, "Sec-Fetch-Site": "same-origin"}
    assert browser.patch("/api/study", headers=own, json={"title": "New"}).status_code == 200
    assert browser.get("/api/study", headers={"Sec-Fetch-Site": "none"}).status_code == 200


def test_a_link_from_another_page_asks_again_by_itself(stranger: TestClient) -> None:
    """The strict cookie is kept back on such a step; one more step from our page brings it."""
    page = stranger.get("/", headers={"Sec-Fetch-Site": "cross-site"})
    assert 'http-equiv="refresh"' in page.text
    page = stranger.get("/", headers={"Sec-Fetch-Site": "same-origin"})
    assert 'http-equiv="refresh"' not in page.text


def test_every_answer_says_what_a_page_may_do(browser: TestClient, stranger: TestClient) -> None:
    """Pages get a strict policy with a fresh nonce; data may do nothing at all."""
    nonces = set()
    for client in (browser, stranger):
        for _ in range(2):
            page = client.get("/anything")
            policy = page.headers["content-security-policy"]
            assert "default-src 'none'" in policy
            assert "frame-ancestors 'none'" in policy
            assert "unsafe-inline" not in policy
            assert "'unsafe-eval'" not in policy
            (nonce,) = re.findall(r"style-src 'self' 'nonce-([^']+)'", policy)
            assert nonce in page.text
            nonces.add(nonce)
            assert page.headers["x-content-type-options"] == "nosniff"
            assert page.headers["referrer-policy"] == "no-referrer"
            assert page.headers["cross-origin-opener-policy"] == "same-origin"
            assert page.headers["cross-origin-resource-policy"] == "same-origin"
    assert len(nonces) == 4
    data = browser.get("/api/study")
    assert data.headers["content-security-policy"].endswith("sandbox")


def test_data_is_kept_by_no_cache_that_does_not_ask(browser: TestClient) -> None:
    """With an ETag a browser may keep it and ask; everything else is not stored."""
    assert browser.get("/api/study").headers["cache-control"] == "private, no-cache"
    assert browser.get("/api/nothing").headers["cache-control"] == "no-store"
    assert browser.patch("/api/study", json={}).headers["cache-control"] == "no-store"


def test_errors_have_one_shape_and_quote_nobody(browser: TestClient) -> None:
    """An unknown address, a wrong method, and a body that cannot be read."""
    assert browser.get("/api/nothing").json()["error"]["slug"] == "no-such-address"
    assert browser.put("/api/study").json()["error"]["slug"] == "no-such-method"
    refused = browser.patch("/api/study", json={"title": {"secret": "words"}, "tilte": "words"})
    error = refused.json()["error"]
    assert (refused.status_code, error["slug"]) == (422, "unreadable-request")
    assert "body.tilte" in error["hint"]
    assert "words" not in refused.text


def test_two_desks_on_this_machine_keep_their_cookies_apart() -> None:
    """A browser sends every cookie of a host to all its ports."""
    one, other = (Entry(port, surroundings.random_bytes) for port in (8001, 8002))
    assert one.cookie_name != other.cookie_name
    assert one.cookie != other.cookie
    assert not other.knows(one.cookie)


def test_only_the_latest_addresses_stay_open(entry: Entry) -> None:
    """Nobody collects keys by pressing Enter."""
    first = entry.fresh_address().partition("token=")[2]
    others = [entry.fresh_address().partition("token=")[2] for _ in range(20)]
    assert not entry.use(first)
    assert all(entry.use(token) for token in others)
