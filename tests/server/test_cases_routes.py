"""Cases, attributes and memberships over HTTP: the grid, what is typed and pasted into it."""

from __future__ import annotations

import io
from typing import Any

import pytest
from fastapi.testclient import TestClient

from crosscase.formats.tables import write_csv, write_xlsx


def grid(browser: TestClient) -> dict[str, Any]:
    """The grid as it is now."""
    answered: dict[str, Any] = browser.get("/api/cases").json()
    return answered


def case(browser: TestClient, name: str) -> dict[str, Any]:
    """One case of the grid by its name."""
    (found,) = [each for each in grid(browser)["cases"] if each["name"] == name]
    return dict(found)


def attribute(browser: TestClient, name: str) -> str:
    """The id of an attribute by its name."""
    (found,) = [each["id"] for each in grid(browser)["attributes"] if each["name"] == name]
    return str(found)


def value(browser: TestClient, name: str, of: str) -> Any:
    """What a case has for an attribute."""
    return case(browser, name)["values"].get(attribute(browser, of))


def test_the_grid_has_cases_with_their_values_groups_and_figures(browser: TestClient) -> None:
    """A person has what they said; a site what lies in it at any remove."""
    found = grid(browser)
    assert found["kinds"] == {"person": 3, "site": 2}
    assert [each["name"] for each in found["attributes"]] == ["role", "sector"]
    person = case(browser, "P02")
    assert (person["kind"], person["interviewed"]) == ("person", True)
    assert (person["sources"], person["codings"]) == (1, 3)
    assert value(browser, "P02", "role") == "Nurse"
    assert [(each["name"], each["kind"]) for each in person["groups"]] == [("Southam", "site")]
    site = case(browser, "Southam")
    assert (site["interviewed"], site["sources"], site["codings"]) == (False, 1, 3)


def test_a_paste_is_one_operation(browser: TestClient) -> None:
    """Many cells are set together, with one sentence; undone together too."""
    role, sector = attribute(browser, "role"), attribute(browser, "sector")
    cells = [
        {"case": case(browser, name)["id"], "attribute": each, "value": said}
        for name, each, said in (
            ("P01", role, "Chair"),
            ("P02", role, "Midwife"),
            ("P02", sector, None),
            ("P03", role, "Director"),
        )
    ]
    saved = browser.put("/api/cases/values", json={"cells": cells}).json()
    assert saved["sentence"] == "set 3 values"
    assert value(browser, "P02", "role") == "Midwife"
    assert value(browser, "P02", "sector") is None
    same = browser.put("/api/cases/values", json={"cells": cells}).json()
    assert (same["operation"], same["sentence"]) == (None, None)


def test_of_a_paste_with_a_bad_cell_nothing_is_set(browser: TestClient) -> None:
    """The refusal names the case and the attribute."""
    made = browser.post("/api/attributes", json={"name": "years", "type": "number"}).json()
    cells = [
        {"case": case(browser, name)["id"], "attribute": made["ids"][0], "value": said}
        for name, said in (("P01", 3), ("P02", "many"))
    ]
    answered = browser.put("/api/cases/values", json={"cells": cells})
    assert answered.status_code == 400
    assert answered.json()["error"]["sentence"] == "“years” of “P02”: “many” is not a number."
    assert value(browser, "P01", "years") is None


def test_a_case_is_added_with_its_groups_and_values(browser: TestClient) -> None:
    """One operation makes all of it; its id is told."""
    new = {
        "name": "P09",
        "kind": "person",
        "groups": [case(browser, "Northam")["id"]],
        "values": {"role": "Clerk"},
    }
    saved = browser.post("/api/cases", json=new).json()
    assert saved["sentence"] == "added the case “P09”"
    made = case(browser, "P09")
    assert saved["ids"] == [made["id"]]
    assert [each["name"] for each in made["groups"]] == ["Northam"]
    assert value(browser, "P09", "role") == "Clerk"
    assert made["interviewed"] is False


def test_a_case_is_renamed_and_described_at_once(browser: TestClient) -> None:
    """Whoever saw an older name is told of the newer one."""
    address = f"/api/cases/{case(browser, 'Northam')['id']}"
    says = {"name": "Northam Trust", "description": "A hospital", "was": {"name": "Northam"}}
    assert browser.patch(address, json=says).json()["sentence"] == (
        "renamed the case “Northam Trust”"
    )
    assert case(browser, "Northam Trust")["description"] == "A hospital"
    answered = browser.patch(address, json=says)
    assert answered.status_code == 409
    assert answered.json()["error"]["details"]["shown"] == "Northam Trust"
    cleared = browser.patch(address, json={"description": None}).json()
    assert cleared["sentence"] == "changed the description of “Northam Trust”"


def test_a_removed_case_comes_back_with_its_values(browser: TestClient) -> None:
    """What was hidden with it shows again."""
    address = f"/api/cases/{case(browser, 'P02')['id']}"
    assert browser.delete(address).json()["operation"]
    assert "P02" not in [each["name"] for each in grid(browser)["cases"]]
    assert browser.post(f"{address}/restore").json()["operation"]
    assert value(browser, "P02", "role") == "Nurse"


def test_pasted_rows_are_tried_before_they_are_taken(browser: TestClient) -> None:
    """A dry run says the same and changes nothing; refused rows are counted from 1."""
    table = {
        "kind": "person",
        "columns": ["participant", "role", "site"],
        "rows": [["P01", "Chair", None], ["P10", "Porter", "Southam"], [None, "Nobody", None]],
    }
    heads = browser.get("/api/study").json()["heads"]
    tried = browser.post("/api/cases/table", json={**table, "dry_run": True}).json()
    assert (tried["made"], tried["updated"], tried["saved"]) == (1, 1, None)
    assert [each["row"] for each in tried["refused"]] == [3]
    assert browser.get("/api/study").json()["heads"] == heads
    taken = browser.post("/api/cases/table", json=table).json()
    assert taken["saved"]["sentence"] == "imported 2 cases"
    assert {**taken, "saved": None} == tried
    assert value(browser, "P01", "role") == "Chair"
    assert [each["name"] for each in case(browser, "P10")["groups"]] == ["Southam"]


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_a_file_is_taken_like_pasted_rows(browser: TestClient, ending: str) -> None:
    """Refused rows are known by their lines in the file."""
    columns = ["site", "beds"]
    rows: list[list[str | int | float | bool | None]] = [["Northam", 120], ["Eastham", 80], ["", 7]]
    made = write_csv(columns, rows) if ending == "csv" else write_xlsx(columns, rows)
    files = {"file": (f"sites.{ending}", io.BytesIO(made))}
    taken = browser.post("/api/cases/file", params={"kind": "site"}, files=files).json()
    assert (taken["made"], taken["updated"]) == (1, 1)
    assert [each["row"] for each in taken["refused"]] == [4]
    assert value(browser, "Eastham", "beds") == 80


def test_an_attribute_keeps_its_id_and_values_under_another_name(browser: TestClient) -> None:
    """Its first name is then free for a new attribute, which is another one."""
    role = attribute(browser, "role")
    says = {"name": "position", "was": {"name": "role"}}
    saved = browser.patch(f"/api/attributes/{role}", json=says).json()
    assert saved["sentence"] == "renamed the attribute “position”"
    assert attribute(browser, "position") == role
    assert value(browser, "P02", "position") == "Nurse"
    assert browser.get("/api/search", params={"q": "position:Nurse"}).json()["total"] > 0
    assert browser.get("/api/search", params={"q": "role:Nurse"}).status_code == 404
    again = browser.post("/api/attributes", json={"name": "role", "type": "choice"}).json()
    assert again["ids"] != [role]
    assert value(browser, "P02", "role") is None
    taken = browser.patch(f"/api/attributes/{role}", json={"name": "Role"})
    assert taken.json()["error"]["slug"] == "name-taken"


def test_an_attribute_is_removed_and_restored_with_its_values(browser: TestClient) -> None:
    """Under the name that it bore last."""
    address = f"/api/attributes/{attribute(browser, 'role')}"
    browser.patch(address, json={"name": "position"})
    assert browser.delete(address).json()["operation"]
    assert [each["name"] for each in grid(browser)["attributes"]] == ["sector"]
    assert browser.post(f"{address}/restore").json()["operation"]
    assert value(browser, "P02", "position") == "Nurse"


def test_choices_and_coarser_values_are_told(browser: TestClient) -> None:
    """A choice lists its values so far."""
    new = {"name": "phase", "type": "choice", "coarser": {"pilot": "early", "roll-out": "late"}}
    made = browser.post("/api/attributes", json=new).json()["ids"][0]
    (column,) = [each for each in grid(browser)["attributes"] if each["id"] == made]
    assert column["values"] == ["pilot", "roll-out"]
    assert column["coarser"] == {"pilot": "early", "roll-out": "late"}


def test_a_membership_is_added_changed_and_removed(browser: TestClient) -> None:
    """A second place of a person, with its days and its share."""
    member, group = (case(browser, name)["id"] for name in ("P02", "Northam"))
    new = {"member": member, "group": group, "share": 0.5, "start_day": "2025-01-01"}
    saved = browser.post("/api/memberships", json=new).json()
    assert saved["sentence"] == "put “P02” into “Northam”"
    (membership,) = saved["ids"]
    browser.patch(f"/api/memberships/{membership}", json={"role": "Visitor", "share": None})
    (held,) = [e for e in case(browser, "P02")["groups"] if e["membership"] == membership]
    assert (held["role"], held["share"], held["start_day"]) == ("Visitor", None, "2025-01-01")
    assert browser.delete(f"/api/memberships/{membership}").json()["operation"]
    assert [each["name"] for each in case(browser, "P02")["groups"]] == ["Southam"]


def test_what_does_not_fit_is_refused_with_a_way_out(browser: TestClient) -> None:
    """Unknown fields, things that are not there, and circles."""
    northam, southam = (case(browser, name)["id"] for name in ("Northam", "Southam"))
    browser.post("/api/memberships", json={"member": southam, "group": northam})
    circle = browser.post("/api/memberships", json={"member": northam, "group": southam})
    assert circle.json()["error"]["slug"] == "case-cycle"
    nobody = "00000000-0000-7000-8000-00000000ffff"
    assert browser.delete(f"/api/cases/{nobody}").status_code == 404
    assert browser.delete(f"/api/attributes/{nobody}").status_code == 404
    assert browser.post(f"/api/attributes/{nobody}/restore").status_code == 404
    assert browser.patch(f"/api/cases/{northam}", json={"colour": "red"}).status_code == 422


def test_cells_can_be_tried_before_they_are_set(browser: TestClient) -> None:
    """The try says how each would be stored and which do not fit, and changes nothing."""
    made = browser.post("/api/attributes", json={"name": "years", "type": "number"}).json()["ids"]
    of = grid(browser)["cases"][0]["id"]
    before = browser.get("/api/study").json()["heads"]
    cells = [
        {"case": of, "attribute": made[0], "value": cell} for cell in ("12", "twelve", "3,5", "")
    ]
    tried = browser.post("/api/cases/values/check", json={"cells": cells}).json()
    assert tried["values"] == [12.0, None, None, None]
    assert [each["cell"] for each in tried["refused"]] == [1, 2]
    assert "is not a number" in tried["refused"][0]["sentence"]
    assert tried["refused"][0]["hint"]
    assert browser.get("/api/study").json()["heads"] == before


def test_pasted_columns_say_which_are_groups_and_of_which_type_the_others(
    browser: TestClient,
) -> None:
    """A column need not be called like its kind, and a choice is never guessed."""
    table = {
        "columns": ["Who", "Works in", "Part"],
        "rows": [["P77", "Newtown", "council"]],
        "kind": "person",
        "name_column": "Who",
        "groups": {"Works in": "site"},
        "types": {"Part": "choice"},
    }
    assert browser.post("/api/cases/table", json=table).json()["made"] == 1
    assert [each["name"] for each in case(browser, "P77")["groups"]] == ["Newtown"]
    (part,) = [each for each in grid(browser)["attributes"] if each["name"] == "Part"]
    assert (part["type"], part["values"]) == ("choice", ["council"])


def test_a_file_is_read_into_columns_and_rows_before_it_is_taken(browser: TestClient) -> None:
    """Nothing comes of it but what it says."""
    before = browser.get("/api/study").json()["heads"]
    workbook = write_xlsx(["name", "role"], [["P9", "nurse"]])
    read = browser.post("/api/cases/table/read", files={"file": ("people.xlsx", workbook)}).json()
    assert (read["columns"], read["rows"]) == (["name", "role"], [["P9", "nurse"]])
    assert browser.get("/api/study").json()["heads"] == before
