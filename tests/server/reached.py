"""What tests of the desk look up by name."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

__all__ = ["get", "id_of", "place_of", "send"]


def get(browser: TestClient, address: str, **asked: Any) -> Any:
    """The answer to a question that can be answered."""
    answer = browser.get(f"/api{address}", params=asked)
    assert answer.status_code == 200, answer.text
    return answer.json()


def send(browser: TestClient, address: str, says: Any = None, *, by: str = "POST") -> Any:
    """The answer to an act that can be done."""
    answer = browser.request(by, f"/api{address}", json=says)
    assert answer.status_code == 200, answer.text
    return answer.json()


def id_of(browser: TestClient, kind: str, name: str) -> str:
    """The id of what bears a name."""
    found = [
        each["id"]
        for each in get(browser, "/names")["names"]
        if (each["kind"], each["name"]) == (kind, name)
    ]
    assert len(found) == 1, (kind, name, found)
    return str(found[0])


def place_of(browser: TestClient, source: str, words: str) -> dict[str, Any]:
    """Where words stand in a source, as bodies say it."""
    id_ = id_of(browser, "source", source)
    text = get(browser, f"/sources/{id_}/text")["text"]
    start = text.index(words)
    return {"source": id_, "start_char": start, "end_char": start + len(words)}
