"""Checking what a study claims: 300 checks over all its codings, cold, again, and as one codes."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.synthetic import Built, copied_study
from benchmarks.table import Line
from benchmarks.timing import in_own_process, timed

if TYPE_CHECKING:
    from crosscase.study import Study

__all__ = ["again", "cold", "lines", "live"]

_CHECKS = 300
_COLD, _AGAIN, _LIVE = 3.0, 0.3, 0.5
_PERSON = "Ama Mensah"


def lines(built: Built) -> list[Line]:
    """The lines of the table; each is measured in a process of its own, on a copy."""
    with tempfile.TemporaryDirectory() as folder:
        study = str(copied_study(folder, built.path))
        made = in_own_process("benchmarks.findings:made", study)
        first = in_own_process("benchmarks.findings:cold", study)
        second = in_own_process("benchmarks.findings:again", study)
        edited = in_own_process("benchmarks.findings:live", study)
    codings = f"{built.size['codings']:,} codings"
    return [
        Line(f"adding {_CHECKS} checked findings", made["seconds"], processor=made["processor"]),
        Line(
            f"{_CHECKS} checks over {codings}",
            first["seconds"],
            _COLD,
            note="a study just opened",
            processor=first["processor"],
            peak_mb=first["peak_mb"],
        ),
        Line(
            "the same again, nothing changed",
            second["seconds"],
            _AGAIN,
            note="in another process",
            processor=second["processor"],
        ),
        Line(
            "standings anew after one coding",
            edited["seconds"],
            _LIVE,
            note=f"through the desk; {edited['moved']} of {_CHECKS} hang on it",
            processor=edited["processor"],
        ),
    ]


def made(path: str) -> dict[str, Any]:
    """Import the findings."""
    with _opened(path) as study:
        study.codings.add(study.sources.all()[0].id, study.codes.all()[0].id,
                          start_char=0, end_char=5)  # fmt: skip
        rows = [(f"Claim {number}.", check) for number, check in enumerate(_checks(study))]
        spent, told = timed(lambda: study.findings.import_table(("statement", "check"), rows))
        assert told.findings == _CHECKS and not told.refused
    return {"seconds": spent.seconds, "processor": spent.processor}


def cold(path: str) -> dict[str, Any]:
    """Check them all in a study that was just opened; what is kept of before is taken out."""
    with _opened(path) as study:
        study.memos.write("Another state", "So that nothing is kept of it.")
    with _opened(path) as study:
        spent, found = timed(study.findings.all)
        assert sum(len(each.checks) for each in found) == _CHECKS
    return {"seconds": spent.seconds, "processor": spent.processor}


def again(path: str) -> dict[str, Any]:
    """Ask again in a new process: what was found in this state is kept with the file."""
    with _opened(path) as study:
        texts = [check.outcome.text for each in study.findings.all() for check in each.checks]
        assert len(texts) == _CHECKS
    with _opened(path) as study:
        spent, _ = timed(study.findings.all)
    return {"seconds": spent.seconds, "processor": spent.processor}


def live(path: str) -> dict[str, Any]:
    """Code a passage at the desk, and ask for the standings as its pages do."""
    from fastapi.testclient import TestClient

    from crosscase import open_study
    from crosscase.server.application import make_application

    app = make_application(lambda read_only: open_study(path, person=_PERSON, read_only=read_only))
    with TestClient(app) as page:
        before = page.get("/api/findings").json()
        source = page.get("/api/sources", params={"most": 1}).json()["items"][0]["id"]
        codes = page.get("/api/codes").json()["codes"]

        def edit(number: int) -> dict[str, Any]:
            place = {"start_char": 100 + number, "end_char": 180 + number}
            body = {"source": source, "code": codes[7 + number]["id"], **place}
            page.post("/api/codings", json=body).raise_for_status()
            answer: dict[str, Any] = page.get("/api/findings").json()
            return answer

        edit(0)
        spent, after = timed(lambda: edit(1))
    moved = sum(
        one["checks"] != other["checks"]
        for one, other in zip(before["findings"], after["findings"], strict=True)
    )
    return {"seconds": spent.seconds, "processor": spent.processor, "moved": moved}


def _opened(path: str) -> Study:
    from crosscase import open_study

    return open_study(Path(path), person=_PERSON)


def _checks(study: Study) -> list[str]:
    codes = [code.id for code in study.codes.all()]
    sites = [case.name for case in study.cases.all() if case.case_kind == "site"]
    found = []
    for number in range(_CHECKS):
        at = number * 7 % len(codes)
        one, other = codes[at], codes[(at + 1 + number % 5) % len(codes)]
        site = sites[number % len(sites)]
        forms = (
            f"participants(code:{one}) >= 3",
            f"participants(code:{one}) in every site",
            f"share(code:{one}, of:participants) > 1%",
            f"count(code:{one}) >= 17",
            f"participants(code:{one}) > participants(code:{other})",
            f"participants(code:{one} and sector:health) is some",
            f"sectors(code:{one}) >= 2",
            f"participants(code:{one} and code:{other}) < 400",
            f"share(code:{one}, of:passages(code:*)) < 80%",
            f'participants(code:{one} and site:"{site}") >= 1',
        )
        found.append(forms[number % len(forms)])
    return found
