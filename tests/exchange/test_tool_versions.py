"""The tables of every version of a tool are read: what each version has comes over, and no less."""

from __future__ import annotations

from collections import Counter

import pytest

from crosscase.exchange.refi_counts import elements_of
from crosscase.formats.foreign_project import ForeignProject
from crosscase.study_exchange.opening import open_project
from crosscase.testing import make_study
from tests.exchange.qualcoder_making import qualcoder
from tests.exchange.rqda_making import RQDA_VERSIONS, rqda
from tests.exchange.taguette_files import TAGUETTE_VERSIONS, taguette_file_of

_QUALCODER = Counter({
    "AudioSelection": 1, "AudioSource": 1, "Case": 1, "Code": 4, "Coding": 6, "Note": 3,
    "NoteRef": 2, "PictureSelection": 1, "PictureSource": 2, "PlainTextSelection": 5,
    "SelectionRef": 1, "SourceRef": 1, "SyncPoint": 2, "TextSource": 2, "Transcript": 1,
    "TranscriptSelection": 1, "User": 2, "Variable": 2, "VariableValue": 3,
})  # fmt: skip
_QUALCODER_SINCE = {6: {"Graph": 1, "Vertex": 3, "Edge": 1}, 14: {"User": 1}, 16: {"Code": 1}}
_QUALCODER_ASIDE_SINCE = {
    1: {"attribute": 1, "code_text": 1, "case_text": 1}, 5: {"stored_sql": 1},
    6: {"gr_cdct_line_item": 1}, 8: {"ris": 1}, 12: {"manage_files_display": 1},
    13: {"files_filter": 1}, 17: {"gr_memo_item": 1},
}  # fmt: skip
_RQDA = Counter({
    "Case": 1, "Code": 4, "Coding": 1, "MemberCode": 1, "MemberSource": 1, "Note": 1, "NoteRef": 1,
    "PlainTextSelection": 1, "Set": 2, "SourceRef": 1, "TextSource": 1, "User": 1,
})  # fmt: skip
_RQDA_SINCE = {
    "0.1.6": {"Note": 1, "Variable": 1, "VariableValue": 1},
    "0.1.8": {"Note": 1, "NoteRef": 1, "PlainTextSelection": 1},
    "0.2.0": {"Coding": 1, "PlainTextSelection": 1},
}


def opened(data: bytes) -> ForeignProject:
    """The project in a file, of which every row is told."""
    found = open_project(data, "Pots")
    assert all(each.rows == each.accounted for each in found.tables)
    return found


def aside(found: ForeignProject) -> dict[str, int]:
    """How many rows of which tables are kept aside."""
    return {each.table: each.kept_aside for each in found.tables if each.kept_aside}


@pytest.mark.parametrize("version", range(1, 18))
def test_each_qualcoder_schema_is_read_with_all_that_it_has(version: int) -> None:
    found = opened(qualcoder(version))
    expected = Counter(_QUALCODER)
    for since, more in _QUALCODER_SINCE.items():
        expected.update(more if version >= since else {})
    assert elements_of(found.project) == dict(expected)
    assert found.format == f"QualCoder project, schema {version}"
    kept = {table: count for since, tables in _QUALCODER_ASIDE_SINCE.items() if version >= since
            for table, count in tables.items()}  # fmt: skip
    assert aside(found) == kept
    if version >= 17:
        assert [each.name for each in found.project.graphs[0].edges] == ["leads to"]


@pytest.mark.parametrize("version", RQDA_VERSIONS)
def test_each_shape_of_rqda_tables_is_read_with_all_that_it_has(version: str) -> None:
    found = opened(rqda(version=version))
    expected = Counter(_RQDA)
    for since, more in _RQDA_SINCE.items():
        expected.update(more if version >= since else {})
    assert elements_of(found.project) == dict(expected)
    assert found.project.users[0].name == "ama"


@pytest.mark.parametrize("version", TAGUETTE_VERSIONS)
def test_each_taguette_schema_is_read_with_all_that_it_has(version: str) -> None:
    found = opened(taguette_file_of(version))
    assert elements_of(found.project) == {
        "Code": 3, "Coding": 3, "PlainTextSelection": 3, "TextSource": 1, "User": 2,
    }  # fmt: skip
    people = {each.guid: each.name for each in found.project.users}
    marks = [
        people.get(mark.provenance.creator or "")
        for source in found.project.sources
        for selection in source.selections
        for mark in selection.codings
    ]
    assert marks == ["ann", "ben", None]  # the last stands in no history, of any version
    has_groups = TAGUETTE_VERSIONS.index(version) < 2
    assert aside(found) == ({"groups": 1, "document_groups": 1} if has_groups else {})


@pytest.mark.parametrize(
    "data",
    [qualcoder(1), rqda(version=RQDA_VERSIONS[0]), taguette_file_of(TAGUETTE_VERSIONS[0])],
    ids=["qualcoder", "rqda", "taguette"],
)
def test_the_oldest_tables_of_a_tool_come_in_and_double_nothing(data: bytes) -> None:
    with make_study(None) as study:
        report = study.projects.bring_in(data, name="Pots")
        assert report.is_balanced
        assert study.projects.bring_in(data, name="Pots").operation is None
        assert study.verify() == []
