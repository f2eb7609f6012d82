"""What elements of a project refer to, and what no file may do to a study or its export."""

from __future__ import annotations

import pytest

from crosscase.errors import UnreadableFile
from crosscase.exchange.refi_plan import free_name
from crosscase.exchange.refi_written import known_time
from crosscase.formats.refi_qda.beyond import beyond_bytes, read_beyond
from crosscase.formats.refi_qda.reading import read_project
from crosscase.study import Study
from crosscase.testing import make_study
from tests.exchange.making import coding, guid, packed, project


def _project(codings: str = "", whole: str = "", more: str = "") -> bytes:
    """One text, one code, one case and one note; codings of its first word, and of all of it."""
    return packed(
        project(
            f"""<Users><User guid="{guid(1)}" name="Ama"/></Users>
<CodeBook><Codes><Code guid="{guid(10)}" name="Trust" isCodable="true"/></Codes></CodeBook>
<Cases><Case guid="{guid(40)}" name="Northam"><SourceRef targetGUID="{guid(10)}"/></Case></Cases>
<Sources><TextSource guid="{guid(50)}" name="P01"><PlainTextContent>One two</PlainTextContent>
<PlainTextSelection guid="{guid(100)}" startPosition="0" endPosition="3">{codings}
</PlainTextSelection>{whole}</TextSource></Sources>
<Notes><Note guid="{guid(60)}" name="N"><PlainTextContent>Words</PlainTextContent></Note></Notes>
{more}"""
        )
    )


def _rows(study: Study) -> dict[str, int]:
    """How many of these a study shows."""
    names = ("coding", "membership", "set_member")
    rows = {table.name: len(list(table.rows)) for table in study.projects.tables()}
    return {name: rows[name] for name in names}


def test_only_codes_code_and_only_sources_lie_in_cases() -> None:
    sets = (
        f'<Sets><Set guid="{guid(70)}" name="S"><MemberCode targetGUID="{guid(50)}"/>'
        f'<MemberSource targetGUID="{guid(10)}"/><MemberNote targetGUID="{guid(40)}"/></Set></Sets>'
    )
    data = _project(coding(200, 60) + coding(201, 10) + coding(202, 50), more=sets)
    with make_study(None) as study:
        report = study.projects.bring_in(data, name="p.qdpx")
        assert report.is_balanced
        assert report.kind("Coding").imported == 1
        assert report.kind("Coding").left_out == 2
        kept = ("SourceRef", "MemberCode", "MemberSource", "MemberNote")
        assert all(report.kind(each).kept_aside == 1 for each in kept)
        assert _rows(study) == {"coding": 1, "membership": 0, "set_member": 0}


def test_a_source_coded_whole_at_a_case_lies_in_it_and_coded_words_are_kept() -> None:
    data = _project(coding(200, 40) + coding(201, 10), whole=coding(202, 40))
    with make_study(None) as study:
        report = study.projects.bring_in(data, name="p.qdpx")
        assert report.is_balanced
        told = report.kind("Coding")
        assert (told.imported, told.changed_shape, told.kept_aside) == (1, 1, 1)
        assert {each.slug for each in report.reasons} >= {"as-membership", "case-coding"}
        assert _rows(study) == {"coding": 1, "membership": 1, "set_member": 0}
        assert study.projects.bring_in(data, name="p.qdpx").operation is None
        written, leaving = study.projects.write()
        assert leaving.is_balanced
    found, _ = read_project(written, "p.qdpx")
    codes = {mark.code for each in found.sources[0].selections for mark in each.codings}
    assert codes == {guid(10).lower(), found.cases[0].guid}
    assert found.cases[0].sources == (found.sources[0].guid,)


def test_what_has_no_place_is_written_in_pieces_that_every_reader_takes() -> None:
    said = {f"{number}": {"words": "é?><? <?crosscase " * 9_000} for number in range(20)}
    written = beyond_bytes(said)
    pieces = [each for each in written.split(b"?>\n") if each]
    assert len(pieces) > 1
    assert all(len(each) < 5_000_000 for each in pieces)
    assert read_beyond(b"<Project></Project>\n" + written) == said
    assert read_beyond(b'<a/>\n<?crosscase {"A":{"b":1}}?>') == {"a": {"b": 1}}
    assert read_beyond(written) == {}


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("2025-06-01T10:00:00+14:00", True),
        ("2025-06-01T10:00:00Z", True),
        ("2025-06-01T10:00:00+14:30", False),
        ("2025-06-01T10:00:00+25:00", False),
        ("2025-06-01T24:00:00Z", False),
        ("2025-02-30T10:00:00Z", False),
    ],
)
def test_only_times_that_the_standard_has_are_written(written: str, known: bool) -> None:
    assert known_time(written) == (written if known else None)


def test_thousands_of_equal_names_are_told_apart_quickly() -> None:
    taken: set[str] = set()
    names = [free_name("S", taken) for _ in range(20_000)]
    assert len(set(names)) == 20_000
    assert names[:3] == ["S", "S (2)", "S (3)"]
    assert names[-1] == "S (20000)"


def test_references_to_forbidden_characters_are_taken_out_where_they_are_references() -> None:
    xml = project(
        f'<CodeBook><Codes><Code guid="{guid(10)}" name="T&#11;&#x1;x" isCodable="true">'
        "<Description><![CDATA[&#x1;]]>&#10;</Description></Code></Codes></CodeBook>"
    )
    found, _ = read_project(xml, "p.qde")
    [code] = found.codes
    assert code.name == "Tx"
    assert code.description is not None
    assert "&#x1;" in code.description
    assert "controls-removed" in {each.slug for each in found.oddities}


def test_a_text_too_large_for_xml_is_told_as_that() -> None:
    words = "x" * 10_500_000
    with pytest.raises(UnreadableFile) as refused:
        read_project(project(f"<Description>{words}</Description>"), "p.qde")
    assert refused.value.slug == "file-too-large"
