"""QCA over HTTP: stored, run with other cuts, opened to passages, written to files, removed."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import yaml
from fastapi.testclient import TestClient

from crosscase import open_study
from tests.command_runs import Run, run
from tests.server.conftest import desk_on

__all__ = ["run"]  # a fixture

DEFINITION = {
    "name": "Trust",
    "cases": "participants",
    "outcome": {"name": "TRUST", "code": "Trust", "calibrate": {"cut": 2}},
    "conditions": [
        {"name": "MONEY", "code": "Money", "calibrate": {"cut": 1}},
        {"name": "DIRECTOR", "attribute": "role",
         "calibrate": {"values": {"Director": 1, "Nurse": 0}}},
    ],
}  # fmt: skip


def stored(browser: TestClient, definition: dict[str, Any] = DEFINITION) -> str:
    """The id of the analysis that was stored."""
    answered = browser.post("/api/qca", json={"text": yaml.safe_dump(definition)})
    assert answered.status_code == 200, answered.text
    assert answered.json()["sentence"] == f"defined the analysis “{definition['name']}”"
    (id_,) = answered.json()["ids"]
    return str(id_)


def get(browser: TestClient, path: str, **asked: Any) -> dict[str, Any]:
    answered = browser.get(f"/api/qca{path}", params=asked)
    assert answered.status_code == 200, answered.text
    found: dict[str, Any] = answered.json()
    return found


def test_a_definition_is_stored_listed_and_read_back(browser: TestClient) -> None:
    assert get(browser, "") == {"analyses": []}
    id_ = stored(browser)
    (row,) = get(browser, "")["analyses"]
    assert (row["id"], row["outcome"], row["conditions"]) == (id_, "TRUST", ["MONEY", "DIRECTOR"])
    told = yaml.safe_load(get(browser, f"/{id_}/definition")["text"])
    assert told["conditions"][0]["code"] == "Money"
    again = browser.post("/api/qca", json={"text": yaml.safe_dump(DEFINITION)}).json()
    assert again["operation"] is None


def test_the_answer_is_that_of_python(browser: TestClient, study_path: Path) -> None:
    id_ = stored(browser)
    found = get(browser, f"/{id_}")
    with open_study(study_path, person="Ama") as study:
        told = study.qca.run("Trust")
        assert (found["digest"], found["state"]) == (told.digest, told.state)
        assert found["warnings"] == list(told.warnings)
        assert [row["text"] for row in found["rows"]] == [row.text for row in told.rows]
        texts = [[model["text"] for model in each["models"]] for each in found["solutions"]]
        assert texts == [[model.text for model in each.models] for each in told.solutions]
    assert found["warnings"][0].startswith("2 participants cannot support a QCA")
    assert found["sets"][-1]["raw"] == [2, 1]


def test_other_cuts_and_the_absence_of_the_outcome_can_be_asked(browser: TestClient) -> None:
    id_ = stored(browser)
    found = get(browser, f"/{id_}", inclusion=0.9, pri=0.6, frequency=2, negated=True)
    assert found["cuts"] == {"inclusion": 0.9, "pri": 0.6, "frequency": 2}
    assert found["outcome"] == "~TRUST"
    assert browser.get(f"/api/qca/{id_}", params={"inclusion": 2}).status_code == 422


def test_the_passages_behind_a_case_are_told(browser: TestClient) -> None:
    id_ = stored(browser)
    found = get(browser, f"/{id_}")
    case = found["cases"][0]["id"]
    behind = get(browser, f"/{id_}/passages", case=[case])["behind"]
    assert [(each["condition"], each["total"]) for each in behind] == [("MONEY", 1), ("TRUST", 2)]
    assert behind[1]["passages"][0]["text"] == "We trusted one another at last."
    only = get(browser, f"/{id_}/passages", case=[case], condition="TRUST", most=1)["behind"]
    assert [len(each["passages"]) for each in only] == [1]
    refused = browser.get(f"/api/qca/{id_}/passages", params={"case": case, "condition": "X"})
    assert refused.status_code == 404
    assert refused.json()["error"]["slug"] == "condition-not-found"


def test_it_is_written_as_a_document_a_table_and_a_figure(browser: TestClient) -> None:
    id_ = stored(browser)
    for path, media_type in (
        ("document", "wordprocessingml"), ("table?table=solutions", "spreadsheetml"),
        ("figure?kind=svg&solution=conservative", "svg"),
    ):  # fmt: skip
        answered = browser.get(f"/api/qca/{id_}/{path}")
        assert answered.status_code == 200, answered.text
        assert media_type in answered.headers["content-type"]
        assert "attachment" in answered.headers["content-disposition"]
    missing = browser.get(f"/api/qca/{id_}/figure?model=9")
    assert (missing.status_code, missing.json()["error"]["slug"]) == (400, "no-such-model")


def test_it_is_removed_restored_and_undone(browser: TestClient) -> None:
    id_ = stored(browser)
    assert browser.delete(f"/api/qca/{id_}").status_code == 200
    assert get(browser, "") == {"analyses": []}
    assert browser.get(f"/api/qca/{id_}").status_code == 404
    assert browser.post(f"/api/qca/{id_}/restore").status_code == 200
    assert len(get(browser, "")["analyses"]) == 1


def test_a_definition_that_cannot_be_is_refused_and_stores_nothing(browser: TestClient) -> None:
    for text, status, slug in (
        ("name: [", 422, "damaged-file"),
        ("- 1", 422, "not-a-qca"),
        ("name: x", 400, "not-a-qca"),
        ("a: &a [1]\nb: *a", 422, "damaged-file"),
        (yaml.safe_dump({**DEFINITION, "cuts": {"inclusion": float("nan")}}), 400, "not-a-number"),
        (yaml.safe_dump({**DEFINITION, "coder": "Zed"}), 404, "coder-not-found"),
    ):
        answered = browser.post("/api/qca", json={"text": text})
        assert (answered.status_code, answered.json()["error"]["slug"]) == (status, slug), text
    assert get(browser, "") == {"analyses": []}


def test_python_a_command_and_the_desk_store_the_same(
    study_path: Path, tmp_path: Path, run: Run
) -> None:
    text = yaml.safe_dump(DEFINITION)
    doors = [study_path.with_name(f"{door}.crosscase") for door in ("python", "command", "desk")]
    for path in doors:
        shutil.copy(study_path, path)
    with open_study(doors[0], person="Ama") as study:
        study.qca.define(DEFINITION)
    (tmp_path / "qca.yaml").write_text(text, encoding="utf-8")
    run("qca", "define", doors[1], tmp_path / "qca.yaml", "--as", "Ama")
    with desk_on(doors[2]) as browser:
        stored(browser)
    told = []
    for path in doors:
        with open_study(path, person="Ama") as study:
            (made,) = study.qca.all()
            told.append((made.id, made.definition, study.qca.run(made.id).digest))
            assert study.verify() == []
    assert told[0] == told[1] == told[2]
