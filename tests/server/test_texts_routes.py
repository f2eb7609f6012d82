"""The words of a source over HTTP, its codings, and corrections."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.server.making import TRANSCRIPTS


@pytest.fixture(name="first")
def first_fixture(browser: TestClient) -> str:
    """The address of the first interview."""
    [row] = [each for each in sources(browser) if each["name"] == "P01.txt"]
    return f"/api/sources/{row['id']}"


def sources(browser: TestClient) -> list[dict[str, Any]]:
    """All sources."""
    found: list[dict[str, Any]] = browser.get("/api/sources").json()["items"]
    return found


def test_the_text_comes_with_its_turns_and_who_speaks(browser: TestClient, first: str) -> None:
    """Turns are columns over the words; a label names its participant and role."""
    page = browser.get(f"{first}/text").json()
    assert page["text"] == TRANSCRIPTS["P01.txt"]
    turns = page["turns"]
    assert turns["label"] == [0, 1, 0, 1]
    spoken = page["text"][turns["speech_start_char"][1] : turns["end_char"][1]]
    assert spoken == "We trusted one another at last. The money went into one pot."
    labels = [(each["label"], each["participant"], each["role"]) for each in page["labels"]]
    assert labels == [("Interviewer", None, "interviewer"), ("P01", "P01", "participant")]
    assert turns["start_ms"] == [None] * 4


def test_the_codings_stand_in_columns_over_the_text(browser: TestClient, first: str) -> None:
    """Each coding has its place, code and coder by an index."""
    text = browser.get(f"{first}/text").json()["text"]
    page = browser.get(f"{first}/codings").json()
    places = zip(page["start_char"], page["end_char"], strict=True)
    assert [text[start:end] for start, end in places] == [
        "We trusted one another at last.",
        "The money went into one pot.",
        "people we had trusted",
    ]
    assert page["code"][0] == page["code"][2] != page["code"][1]
    assert len(page["codes"]) == len(page["coders"]) == 2
    assert page["touched"] == [False] * 3
    assert page["region"] == [None] * 3
    assert page["coded_on"][0] == "2026-03-02"


def test_the_columns_are_what_the_interface_was_promised(browser: TestClient, first: str) -> None:
    """What is encoded past the models fits them, field by field."""
    from crosscase.server.shapes.texts import SourceCodings, SourceText

    for name, shape in (("text", SourceText), ("codings", SourceCodings)):
        answer = browser.get(f"{first}/{name}")
        assert set(shape.model_validate(answer.json()).model_dump()) == set(answer.json())
        assert answer.headers["content-type"] == "application/json"
        known = {"If-None-Match": answer.headers["etag"]}
        assert browser.get(f"{first}/{name}", headers=known).status_code == 304


def test_a_correction_is_looked_at_before_it_is_made(browser: TestClient, first: str) -> None:
    """The preview names touched and lost codings with their words before and now."""
    page = browser.get(f"{first}/text").json()
    text = page["text"].replace("one another", "each other").replace(" people we had trusted", "")
    wish = {"revision": page["revision"], "text": text}
    preview = browser.post(f"{first}/corrections?preview=true", json=wish).json()
    assert preview["operation"] is None
    [touched], [lost] = preview["touched"], preview["lost"]
    assert touched["text_before"] == "We trusted one another at last."
    assert touched["text_now"] == "We trusted each other at last."
    assert (lost["text_before"], lost["text_now"]) == ("people we had trusted", "")
    assert (lost["code"], lost["coder"], preview["kept"]) == ("Trust", "Ben", 1)
    assert browser.get(f"{first}/text").json()["text"] == page["text"]

    done = browser.post(f"{first}/corrections", json=wish).json()
    assert (done["touched"], done["lost"]) == (preview["touched"], preview["lost"])
    assert done["sentence"] == "corrected the text of “P01.txt”"
    codings = browser.get(f"{first}/codings").json()
    assert codings["touched"] == [True, False]


def test_a_correction_sent_twice_is_made_once_and_answered_alike(
    browser: TestClient, first: str
) -> None:
    """The same intent gets the first answer, with all that it told."""
    page = browser.get(f"{first}/text").json()
    wish = {"revision": page["revision"], "text": page["text"].replace("winter", "spring")}
    intent = {"Intent": "0190a000-0000-7000-8000-000000000001"}
    one, other = (
        browser.post(f"{first}/corrections", json=wish, headers=intent).json() for _ in "12"
    )
    assert one == other
    assert one["kept"] == 3


def test_a_correction_of_what_somebody_corrected_meanwhile_is_refused_and_nothing_is_lost(
    browser: TestClient, first: str
) -> None:
    """The current revision is named, so that the page can show both."""
    page = browser.get(f"{first}/text").json()
    theirs = page["text"].replace("winter", "spring")
    mine = page["text"].replace("one pot", "two pots")
    browser.post(f"{first}/corrections", json={"revision": page["revision"], "text": theirs})
    wish = {"revision": page["revision"], "text": mine}
    for query in ("", "?preview=true"):
        answer = browser.post(f"{first}/corrections{query}", json=wish)
        error = answer.json()["error"]
        assert (answer.status_code, error["slug"]) == (409, "revised-meanwhile")
    now = browser.get(f"{first}/text").json()
    assert error["details"] == {"revision": now["revision"]}
    assert now["text"] == theirs


def test_a_correction_that_changes_nothing_stores_nothing(browser: TestClient, first: str) -> None:
    """The same words again are no operation."""
    page = browser.get(f"{first}/text").json()
    done = browser.post(
        f"{first}/corrections", json={"revision": page["revision"], "text": page["text"]}
    ).json()
    assert (done["operation"], done["kept"], done["touched"]) == (None, 3, [])


def test_settling_where_nothing_stands_against_it_does_nothing(
    browser: TestClient, first: str
) -> None:
    """Without a sibling version there is nothing to take in."""
    assert browser.post(f"{first}/settle").json()["operation"] is None
