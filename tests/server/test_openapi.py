"""The description of the API is exact: what it says of every route is what that route does.

Routes join by themselves: each is called with requests that its description allows, and with ones
that it does not, on a study of its own.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.python import asgi

from crosscase.server.application import make_application
from crosscase.study import Study
from tests.server.conftest import open_by

_METHODS = frozenset({"get", "put", "post", "patch", "delete"})
_ENDLESS = "/api/events"
_EXAMPLES = 8
_OF_FINDINGS = ("finding", "check", "claim", "quote")
# What is right in form may still be impossible: a query with a slip, a code that is not there.
_NOT_ASKED = [schemathesis.checks.positive_data_acceptance]


# One application for all, since making it takes long; it opens the study of the test that asks.
_STUDY = [Path("nowhere.crosscase")]
_APP = make_application(lambda read_only: open_by(_STUDY[0])(read_only))
_DESCRIPTION = _APP.openapi()
_SCHEMA = schemathesis.openapi.from_dict(_DESCRIPTION)
_SCHEMA.app = _APP
_ROUTES = sorted(
    (path, method)
    for path, methods in _DESCRIPTION["paths"].items()
    for method in methods
    if method in _METHODS
)


def _operation(path: str, method: str) -> dict[str, Any]:
    return dict(_DESCRIPTION["paths"][path][method])


def _title(value: object) -> str:
    return value.strip("/") if isinstance(value, str) else str(value)


@pytest.mark.parametrize(("path", "method"), _ROUTES, ids=_title)
def test_a_route_is_described_whole(path: str, method: str) -> None:
    """A plain name of its own, a group, a sentence, and the errors that it may answer."""
    operation = _operation(path, method)
    names = [_operation(*route)["operationId"] for route in _ROUTES]
    assert names.count(operation["operationId"]) == 1
    assert operation["operationId"].isidentifier()
    assert operation["tags"]
    assert operation["description"].endswith(".")
    for status in ("400", "401", "403", "404", "409", "422"):
        assert list(operation["responses"][status]["content"]) == ["application/json"]


def test_every_body_refuses_fields_that_it_does_not_know() -> None:
    """A slip in a field's name is told rather than passed over."""
    schemas = _DESCRIPTION["components"]["schemas"]
    lax = []
    for route in _ROUTES:
        content = _operation(*route).get("requestBody", {}).get("content", {})
        reference = content.get("application/json", {}).get("schema", {}).get("$ref", "")
        name = reference.rpartition("/")[2]
        if name and schemas[name].get("additionalProperties") is not False:
            lax.append(name)
    assert lax == []


def _ids(study: Study) -> dict[str, str]:
    """A thing of each kind in the small study, by the names that routes give their ids."""
    return {
        "source": study.sources.all()[0].id,
        "code": study.codes.all()[0].id,
        "coding": str(study.codings.frame()["coding"][0]),
        "coder": study.coders.all()[0].coder.id,
        "case": study.cases.all()[0].id,
        "participant": study.participants.all()[0].id,
        "attribute": study.attributes.all()[0].id,
        "membership": study.memberships.all()[0].id,
        "memo": study.memos.all()[0].id,
        "link": study.links.all()[0].link.id,
        "set": study.sets.all()[0].set.id,
        "query": study.queries.all()[0].id,
        "operation": study.log()[0].operation,
        "entity": study.codes.all()[0].id,
        **_ids_of_findings(study),
    }


def _ids_of_findings(study: Study) -> dict[str, str]:
    """A finding with what goes with it, where one was added."""
    if not study.findings.statements():
        return {}
    finding = study.findings.get("F1")
    return {
        "finding": finding.id,
        "check": finding.checks[0].id,
        "claim": study.findings.claims()[0].id,
        "quote": study.quotes.get("Q1").id,
    }


def _add_finding(path: Path) -> None:
    with open_by(path)(False) as study:
        study.findings.add("Most trust.", checks=["participants(code:Trust) is most"])
        study.findings.link("paper.docx", "Most of them trust.", "F1")
        study.quotes.choose("P02.txt", quote="I trust the nurse.", finding="F1")


@pytest.mark.slow
@pytest.mark.parametrize("known", [True, False], ids=["known", "unknown"])
@pytest.mark.parametrize(
    ("path", "method"), [route for route in _ROUTES if route[0] != _ENDLESS], ids=_title
)
def test_a_route_answers_as_it_is_described(
    path: str,
    method: str,
    known: bool,
    study_path: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Right requests and wrong ones get a described answer in the described shape, never a bug."""
    named = {each["name"] for each in _operation(path, method).get("parameters", ())}
    if known and any(f"{{{name}}}" in path for name in _OF_FINDINGS):
        _add_finding(study_path)
    with open_by(study_path)(True) as study:
        fixed = {name: id_ for name, id_ in _ids(study).items() if f"{{{name}}}" in path}
    if known and not fixed:
        pytest.skip("names nothing of the study")
    assert named or not fixed
    _STUDY[0] = study_path
    # Studies are made, and names kept, in a home of this test.
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("CROSSCASE_CONFIG", str(tmp_path / "config.toml"))
    operation = _SCHEMA[path][method.upper()]
    strategies = [
        operation.as_strategy(mode, path_parameters=fixed if known else None)
        for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE)
    ]

    @settings(
        max_examples=_EXAMPLES,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=strategies[0] | strategies[1])
    def check(case: schemathesis.Case) -> None:
        case.call_and_validate(session=client, excluded_checks=_NOT_ASKED)

    with asgi.get_client(_APP) as client:
        check()
