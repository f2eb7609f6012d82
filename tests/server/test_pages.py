"""The pages of the interface: index, assets, and what stands there when it is not built."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from crosscase import surroundings
from crosscase.server.application import guarded, make_application
from crosscase.server.entry import Entry
from tests.server.conftest import PORT, open_by

_SCRIPT = "export const sources = 1;\n" * 200


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """What the interface's build leaves: an index, and assets packed beforehand."""
    site = tmp_path / "site"
    (site / "assets").mkdir(parents=True)
    (site / "index.html").write_text('<meta name="csp-nonce" content="__CSP_NONCE__"><p>Desk</p>')
    (site / "favicon.svg").write_text("<svg/>")
    (site / "assets" / "desk-1a2b.js").write_text(_SCRIPT)
    (site / "assets" / "desk-1a2b.js.gz").write_bytes(gzip.compress(_SCRIPT.encode()))
    (tmp_path / "secret.txt").write_text("not for anybody")
    return site


@pytest.fixture
def reader(study_path: Path, site: Path) -> Iterator[TestClient]:
    """A browser that was let in to a desk with that interface."""
    entry = Entry(PORT, surroundings.random_bytes)
    app = guarded(make_application(open_by(study_path), site=site), entry)
    with TestClient(app, base_url=f"http://127.0.0.1:{PORT}") as client:
        client.get(entry.fresh_address())
        yield client


@pytest.mark.parametrize("address", ["/", "/codes", "/sources/1a2b/turns", "/index.html"])
def test_every_address_shows_the_interface_with_a_nonce_of_its_own(
    reader: TestClient, address: str
) -> None:
    """The page that is answered names the nonce of its own policy."""
    page = reader.get(address)
    nonce = page.text.partition('content="')[2].partition('"')[0]
    assert "Desk" in page.text
    assert len(nonce) >= 16
    assert f"'nonce-{nonce}'" in page.headers["content-security-policy"]
    assert page.headers["cache-control"] == "no-store"


def test_assets_are_kept_for_ever_and_sent_packed(reader: TestClient) -> None:
    """Their names change with what is in them."""
    asset = reader.get("/assets/desk-1a2b.js")
    assert asset.text == _SCRIPT
    assert asset.headers["content-encoding"] == "gzip"
    assert asset.headers["content-type"].startswith("text/javascript")
    assert "immutable" in asset.headers["cache-control"]
    plain = reader.get("/assets/desk-1a2b.js", headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in plain.headers
    assert plain.text == _SCRIPT
    assert reader.get("/favicon.svg").headers["content-type"].startswith("image/svg")


@pytest.mark.parametrize(
    "address",
    [
        "/assets/none.js",
        "/assets/../../secret.txt",
        "/assets/%2e%2e/%2e%2e/secret.txt",
        "/assets/..%2f..%2fsecret.txt",
        "/assets//etc/passwd",
        "/assets/a%00b",
        "/assets/",
    ],
)
def test_nothing_beside_the_interface_can_be_had(reader: TestClient, address: str) -> None:
    """What is no asset is not there, wherever the address points."""
    answer = reader.get(address)
    assert "not for anybody" not in answer.text
    assert answer.status_code == 404 or "Desk" in answer.text


def test_unknown_addresses_of_data_are_no_pages(reader: TestClient) -> None:
    """A program that asks wrongly gets an error, not a page."""
    assert reader.get("/api/nothing").json()["error"]["slug"] == "no-such-address"
    assert reader.get("/api").status_code == 404


def test_without_a_built_interface_a_page_says_how_to_get_one(
    study_path: Path, tmp_path: Path
) -> None:
    """The API works all the same."""
    entry = Entry(PORT, surroundings.random_bytes)
    app = guarded(make_application(open_by(study_path), site=tmp_path / "none"), entry)
    with TestClient(app, base_url=f"http://127.0.0.1:{PORT}") as client:
        page = client.get(entry.fresh_address())
        assert page.status_code == 503
        assert "make desk" in page.text
        assert client.get("/api/study").status_code == 200


def test_long_answers_are_packed_and_short_ones_are_not(reader: TestClient) -> None:
    """Below a kilobyte packing costs more than it saves."""
    assert reader.get("/api/openapi.json").headers["content-encoding"] == "gzip"
    assert "content-encoding" not in reader.get("/api/nothing").headers
