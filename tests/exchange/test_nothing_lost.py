"""What is easily lost on the way between tools: it comes, is kept, or is told."""

from __future__ import annotations

import io
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from crosscase.errors import Conflict
from crosscase.exchange.crossing import CrossingReport
from crosscase.exchange.refi_plan import not_yet
from crosscase.formats.archive import MAX_UNCOMPRESSED_BYTES
from crosscase.formats.refi_qda.beyond import beyond_bytes
from crosscase.formats.refi_qda.records import Project
from crosscase.formats.refi_qda.writing import write_project
from crosscase.study import Study
from crosscase.testing import make_study
from tests.exchange import qualcoder_making
from tests.exchange.making import coding, guid, packed, project

USERS = f'<Users><User guid="{guid(90)}" name="Ann"/></Users>'


def code(number: int, name: str, inside: str = "", more: str = "") -> str:
    """One code."""
    return f'<Code guid="{guid(number)}" name="{name}" isCodable="true"{more}>{inside}</Code>'


def book(*codes: str) -> str:
    """A codebook of codes."""
    return f"<CodeBook><Codes>{''.join(codes)}</Codes></CodeBook>"


def text(*selections: str) -> str:
    """A text with selections."""
    return (
        f'<Sources><TextSource guid="{guid(2)}" name="P01"><PlainTextContent>Nobody trusted the '
        f"meeting.</PlainTextContent>{''.join(selections)}</TextSource></Sources>"
    )


def selection(number: int, start: int, end: int, inside: str) -> str:
    """One selection of words."""
    return (
        f'<PlainTextSelection guid="{guid(number)}" startPosition="{start}" endPosition="{end}">'
        f"{inside}</PlainTextSelection>"
    )


def bring(study: Study, *inside: str) -> CrossingReport:
    """Bring a project of these elements in; its report adds up and the study is sound."""
    report = study.projects.bring_in(project("".join(inside)), name="p.qde")
    assert report.is_balanced, report.kinds
    assert study.verify() == []
    return report


def written(study: Study, **options: Any) -> str:
    """The XML of the study as a project."""
    data, _ = study.projects.write(**options)
    return zipfile.ZipFile(io.BytesIO(data)).read("project.qde").decode()


@pytest.mark.parametrize("inner", ["word/document.xml", "xl/workbook.xml"])
def test_a_project_that_holds_a_document_or_a_workbook_is_read(inner: str) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("project.qde", project(text()))
        archive.writestr("sources/x.docx", packed(b"<w/>", name=inner))
    with make_study(None) as study:
        assert study.projects.bring_in(stream.getvalue(), name="p.qdpx").is_balanced
        assert [each.name for each in study.sources.all()] == ["P01"]


def test_codings_keep_their_coders_when_an_export_without_names_comes_back() -> None:
    with make_study(None) as study:
        bring(study, USERS, book(code(1, "Trust")), text(selection(3, 0, 6, coding(4, 1, 90))))
        out, _ = study.projects.write(coder_names=False)
        xml = zipfile.ZipFile(io.BytesIO(out)).read("project.qde").decode()
        assert guid(90).lower() not in xml.lower()
        assert study.projects.bring_in(out, name="back").operation is None
        assert [each["coder"] for each in study.codings.frame().iter_rows(named=True)] == ["Ann"]


def test_a_note_that_a_newer_export_hangs_on_one_more_thing_hangs_there() -> None:
    note = (
        f'<Notes><Note guid="{guid(8)}" name="N"><PlainTextContent>So it is.</PlainTextContent>'
        "</Note></Notes>"
    )
    on = f'<NoteRef targetGUID="{guid(8)}"/>'
    newer = (book(code(1, "Trust", on), code(7, "Fear", on)), note)
    with make_study(None) as study:
        bring(study, book(code(1, "Trust", on), code(7, "Fear")), note)
        assert bring(study, *newer).kind("NoteRef").changed_shape == 1
        assert len(study.links.all()) == 1
        assert bring(study, *newer).operation is None


def test_a_tool_that_writes_no_colours_or_coders_takes_none_away() -> None:
    described = "<Description>To rely</Description>"
    with make_study(None) as study:
        bring(
            study,
            USERS,
            book(code(1, "Trust", described, ' color="#FF0000"')),
            text(selection(3, 0, 6, coding(4, 1, 90))),
        )
        before = study.codes.get("Trust")
        report = bring(study, book(code(1, "Trust")), text(selection(3, 0, 6, coding(4, 1, None))))
        assert report.differences == ()
        assert study.codes.get("Trust") == before
        assert [row["coder"] for row in study.codings.frame().iter_rows(named=True)] == ["Ann"]


def test_what_a_tool_added_to_the_standard_goes_through_a_second_study() -> None:
    with make_study(None) as study:
        bring(study, book(code(1, "Trust", '<Odd weight="3"/>', ' important="7"')))
        data, _ = study.projects.write()
    with make_study(None, name="other") as other:
        other.projects.bring_in(data, name="w.qdpx")
        back = written(other)
    assert "important" in back
    assert "Odd" in back


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("PDFSource", "Representation"),
        ("PictureSource", "TextDescription"),
    ],
)
def test_a_second_text_of_one_file_is_accounted_for(source: str, kind: str) -> None:
    texts = "".join(
        f'<{kind} guid="{guid(n)}"><PlainTextContent>Words {n}</PlainTextContent></{kind}>'
        for n in (5, 6)
    )
    with make_study(None) as study:
        bring(study, f'<Sources><{source} guid="{guid(2)}" name="F">{texts}</{source}></Sources>')
        assert "Words 6" in written(study)


def test_what_is_unknown_in_a_comment_or_beside_a_note_is_kept_or_told() -> None:
    said = "<Description>Is it so?</Description><Odd/>"
    noted = f'<NoteRef targetGUID="{guid(8)}"/><Odd/>'
    note = f'<Notes><Note guid="{guid(8)}" name="N"/></Notes>'
    with make_study(None) as study:
        report = bring(study, text(selection(3, 0, 6, said), selection(5, 7, 9, noted)), note)
        other = report.kind("other")
        assert (other.kept_aside, other.left_out) == (1, 1)


def test_a_selection_whose_code_is_not_in_the_file_goes_back_as_it_came() -> None:
    with make_study(None) as study:
        report = bring(study, text(selection(3, 0, 6, coding(4, 77, None))))
        assert report.kind("PlainTextSelection").kept_aside == 1
        assert report.kind("Coding").kept_aside == 1
        back = written(study)
    assert guid(77).lower() in back.lower()


def test_a_second_code_of_one_coding_is_told() -> None:
    two = coding(4, 1, None, f'<CodeRef targetGUID="{guid(7)}"/>')
    with make_study(None) as study:
        report = bring(
            study, book(code(1, "Trust"), code(7, "Fear")), text(selection(3, 0, 6, two))
        )
        assert report.kind("other").present == 1


def test_a_coder_whom_the_file_does_not_name_is_told_and_goes_back() -> None:
    with make_study(None) as study:
        report = bring(study, book(code(1, "Trust")), text(selection(3, 0, 6, coding(4, 1, 66))))
        assert "coder-unknown" in {each.slug for each in report.oddities}
        assert guid(66).lower() in written(study).lower()
        assert guid(66).lower() not in written(study, coder_names=False).lower()


def test_what_a_tool_added_to_drawings_goes_back() -> None:
    points = (
        f'<Vertex guid="{guid(71)}" firstX="1" firstY="2" font="9"/>'
        f'<Vertex guid="{guid(72)}" firstX="1" firstY="2"/><Edge guid="{guid(73)}" '
        f'sourceVertex="{guid(71)}" targetVertex="{guid(72)}" ink="red"/>'
    )
    graph = f'<Graph guid="{guid(70)}" name="G" paper="A4">{points}</Graph>'
    with make_study(None) as study:
        bring(study, f"<Graphs>{graph}</Graphs>")
        back = written(study)
    assert all(f'"{each}"' in back for each in ("font", "ink", "paper"))


def test_an_annotation_hangs_on_the_words_that_it_is_about() -> None:
    note = (
        f'<Notes><Note guid="{guid(8)}" name="N"><PlainTextContent>An aside</PlainTextContent>'
        f'</Note></Notes><Links><Link guid="{guid(9)}" originGUID="{guid(3)}" '
        f'targetGUID="{guid(8)}"/></Links>'
    )
    with make_study(None) as study:
        bring(study, text(selection(3, 0, 6, "")), note)
        [memo] = study.memos.all()
        assert memo.passage is not None
        assert (memo.passage.start_char, memo.passage.end_char) == (0, 6)
        assert bring(study, text(selection(3, 0, 6, "")), note).operation is None


def test_a_change_beside_one_that_both_made_is_told_as_a_conflict_too() -> None:
    def said(definition: str, colour: str) -> tuple[str, str]:
        words = f"<Description>{definition}</Description>"
        return book(code(1, "Trust", words, f' color="{colour}"')), text()

    with make_study(None) as study:
        bring(study, *said("One", "#111111"))
        study.codes.describe("Trust", definition="Ours")
        bring(study, *said("One", "#222222"))
        report = bring(study, *said("Three", "#333333"))
        told = {each.field for each in report.differences if each.in_conflict}
        assert told == {each.field for each in study.conflicts()}


@pytest.mark.parametrize("paths", [False, True])
def test_where_files_lay_on_somebody_s_machine_leaves_only_when_asked_for(paths: bool) -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(qualcoder_making.qualcoder(17))
        connection.execute(
            "UPDATE source SET mediapath = 'docs:/home/ann.berg/a.docx' WHERE id = 1"
        )
        connection.commit()
        data = connection.serialize()
    with make_study(None) as study:
        study.projects.bring_in(data, name="q")
        assert ("ann.berg" in written(study, paths=paths)) is paths


def test_only_what_is_new_of_kept_rows_is_kept_again() -> None:
    held = {"odd": [{"id": number, "said": "x"} for number in range(9)]}
    new = {"odd": [{"said": "x", "id": 3}, {"id": 9, "said": "x"}]}
    assert not_yet(held, new) == {"odd": [{"id": 9, "said": "x"}]}
    assert not_yet(held, held) is None


def test_days_and_languages_that_are_none_are_not_taken_over() -> None:
    case = "".join(f'<Case guid="{guid(n)}" name="C{n}"/>' for n in (41, 42))
    said: dict[str, dict[str, Any]] = {
        guid(2).lower(): {"date": "someday", "language": "klingon?"},
        guid(42).lower(): {
            "inside": [{"group": guid(41).lower(), "start_day": "nope", "share": 1e300}]
        },
    }
    with make_study(None) as study:
        data = project(f"<Cases>{case}</Cases>{text()}") + beyond_bytes(said)
        study.projects.bring_in(data, name="p.qde")
        source = study.sources.get("P01")
        assert (source.date, source.language) == (None, None)
        [inside] = study.memberships.all()
        assert (inside.start_day, inside.share) == (None, None)


def test_a_codebook_tells_of_the_sets_that_it_cannot_hold() -> None:
    with make_study(None) as study:
        bring(study, book(code(1, "Trust")), text())
        study.sets.make("Codes", ["Trust"])
        study.sets.make("Both", ["Trust", "P01"])
        study.sets.make("Texts", ["P01"])
        _, report = study.projects.write(codebook=True)
    sets = report.kind("set")
    assert (sets.imported, sets.changed_shape, sets.left_out) == (1, 1, 1)
    assert report.is_balanced


def test_a_project_that_could_not_be_read_again_is_not_written(tmp_path: Path) -> None:
    tape = tmp_path / "tape.wav"
    with tape.open("wb") as stream:
        stream.truncate(MAX_UNCOMPRESSED_BYTES)  # takes no room on a disk
    with pytest.raises(Conflict, match="larger than 1 GB") as refused:
        write_project(Project(kind="project", name="P"), {"tape.wav": tape})
    assert "Leave the recordings out" in str(refused.value.hint)
