"""Whatever a project went through here, every crossing adds up, and what leaves comes in again."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crosscase.errors import CrosscaseError
from crosscase.exchange.crossing import CrossingReport
from crosscase.formats.refi_qda.reading import read_project
from crosscase.study import Study
from crosscase.testing import make_study
from tests.exchange.making import everything
from tests.exchange.mex_files import mex_file
from tests.exchange.qualcoder_making import qualcoder
from tests.exchange.requal_files import requal_file
from tests.exchange.rqda_making import rqda
from tests.exchange.taguette_files import taguette_file

TOOLS = {
    "refi-qda": everything(), "qualcoder": qualcoder(17), "rqda": rqda(),
    "taguette": taguette_file(), "requal": requal_file(), "maxqda": mex_file(),
}  # fmt: skip
# Made of words that crosscase keeps in one form, whatever element they stood in before.
_PASSING = ("Note", "NoteRef", "Link", "other")


def _code(study: Study, at: int) -> str:
    codes = study.codes.all()
    return codes[at % len(codes)].id


def _source(study: Study, at: int) -> str:
    sources = study.sources.all()
    return sources[at % len(sources)].id


def _correct(study: Study, at: int) -> None:
    source = _source(study, at)
    words = study.sources.text(source)
    study.sources.correct(source, words[: at + 3] + "so " + words[at + 5 :])


def _coding(study: Study, at: int) -> str:
    codings = study.codings.frame()["coding"].to_list()
    found: str = codings[at % len(codings)]
    return found


def _withdraw(study: Study, at: int) -> None:
    """Somebody of whom a source is takes their consent back."""
    source = _source(study, at)
    study.cases.add(f"Person {at}", "participant")
    study.memberships.add(source, f"Person {at}")
    study.withdrawals.withdraw(f"Person {at}")


ACTS: dict[str, Callable[[Study, int], object]] = {
    "rename a code": lambda study, at: study.codes.rename(_code(study, at), f"Renamed {at}"),
    "merge two codes": lambda study, at: study.codes.merge(_code(study, at), _code(study, at + 1)),
    "move a code": lambda study, at: study.codes.move(
        _code(study, at), parent=_code(study, at + 1)
    ),
    "remove a code": lambda study, at: study.codes.remove(_code(study, at)),
    "remove a coding": lambda study, at: study.codings.remove([_coding(study, at)]),
    "recode a coding": lambda study, at: study.codings.recode(
        [_coding(study, at)], _code(study, at)
    ),
    "rename a source": lambda study, at: study.sources.describe(_source(study, at), name=f"S{at}"),
    "correct a text": _correct,
    "remove a source": lambda study, at: study.sources.remove(_source(study, at)),
    "somebody withdraws": _withdraw,
    "undo": lambda study, at: study.undo(),
}


def act(study: Study, name: str, at: int) -> None:
    """Do something to a study, where it can be done."""
    with suppress(CrosscaseError, ZeroDivisionError):
        ACTS[name](study, at)


def bring(study: Study, data: bytes) -> CrossingReport:
    """Bring a project in; its report adds up and the study is sound."""
    report = study.projects.bring_in(data, name="p")
    assert report.is_balanced, (report.kinds, report.tables)
    assert study.verify() == []
    return report


def leave(study: Study) -> bytes:
    """The study as a project; its report adds up."""
    data, report = study.projects.write()
    assert report.is_balanced, report.kinds
    return data


def counted(data: bytes) -> dict[str, int]:
    """The elements of a project by kind."""
    found, _ = read_project(data, "p.qdpx")
    return {kind: count for kind, count in found.counts.items() if kind not in _PASSING}


def expected(data: bytes, report: CrossingReport) -> dict[str, int]:
    """The elements that another study writes of it: codings that became the same are one."""
    counts = counted(data)
    merged = [each for each in report.reasons if each.slug == "merged-same"]
    for kind in ("Coding", "PlainTextSelection"):
        counts[kind] = counts.get(kind, 0) - sum(each.count for each in merged)
    return {kind: count for kind, count in counts.items() if count}


@pytest.mark.parametrize("tool", TOOLS)
@settings(
    max_examples=3,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(
    acts=st.lists(st.tuples(st.sampled_from(sorted(ACTS)), st.integers(0, 7)), max_size=6),
    again=st.booleans(),
)
def test_every_crossing_adds_up_and_what_leaves_comes_in_again(
    tool: str, acts: list[tuple[str, int]], again: bool
) -> None:
    with make_study(None) as study:
        bring(study, TOOLS[tool])
        for name, at in acts:
            act(study, name, at)
        if again:
            bring(study, TOOLS[tool])
        data = leave(study)
        assert bring(study, data).operation is None
        with make_study(None, name="other") as other:
            there = bring(other, data)
            assert bring(other, data).operation is None
            assert counted(leave(other)) == expected(data, there)


def codings(study: Study) -> list[tuple[str, str, str]]:
    """The words of each coding with its code and coder."""
    rows = study.codings.frame().iter_rows(named=True)
    return sorted((row["text"], row["code_path"], row["coder"] or "") for row in rows)


def test_codings_of_a_merged_code_come_back_as_they_are() -> None:
    with make_study(None) as study:
        bring(study, requal_file())
        study.codes.merge("Seasons", "Trust")
        before = codings(study)
        assert bring(study, leave(study)).operation is None
        assert bring(study, requal_file()).operation is None
        assert codings(study) == before


def test_what_was_removed_does_not_come_again_from_an_older_file_of_our_own() -> None:
    with make_study(None) as study:
        bring(study, requal_file())
        study.codings.add("Talk", "Trust", quote="The pot was empty", coder="Ann")
        older = leave(study)
        study.codings.remove([*study.codings.frame()["coding"]])
        report = bring(study, older)
        assert report.operation is None
        assert report.kind("Coding").left_out == 4
        assert codings(study) == []
