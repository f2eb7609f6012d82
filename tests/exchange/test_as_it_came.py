"""What a project of another tool says leaves as it came, while nobody has changed it."""

from __future__ import annotations

import io
import zipfile

import pytest

from crosscase.formats.refi_qda.reading import read_project
from crosscase.formats.refi_qda.records import FileSource, Project, TextPart
from crosscase.testing import make_study
from tests.exchange.making import coding, guid, packed, project
from tests.exchange.test_nothing_lost import USERS, bring, code, written
from tests.formats.making import docx

STYLED = docx("Nobody trusted the meeting.")


def styled_project() -> bytes:
    """A text and a note with styled files, and a file that nothing names."""
    paths = 'plainTextPath="internal://p.txt" richTextPath="internal://p.docx"'
    xml = project(
        f'<Sources><TextSource guid="{guid(2)}" name="P01" {paths}/></Sources>'
        f'<Notes><Note guid="{guid(3)}" name="N" {paths}/></Notes>'
    )
    words = b"Nobody trusted the meeting."
    return packed(
        xml, {"sources/p.txt": words, "sources/p.docx": STYLED, "sources/other.bin": b"x"}
    )


def only_text(found: Project) -> TextPart:
    """The one source of a project, which is a text."""
    [source] = found.sources
    assert isinstance(source, TextPart)
    return source


@pytest.mark.parametrize("keep", [True, False])
def test_a_styled_file_is_kept_with_originals_or_told(keep: bool) -> None:
    with make_study(None) as study:
        study.settings.set("originals", "keep" if keep else "drop")
        report = study.projects.bring_in(styled_project(), name="p.qdpx")
        told = {each.slug: each.count for each in report.oddities}
        assert told == {"styled-file-left": 1 if keep else 2, "file-unnamed": 1}
        assert study.projects.bring_in(styled_project(), name="p.qdpx").operation is None
        data, _ = study.projects.write()
        found, package = read_project(data, "w.qdpx")
        path = only_text(found).rich_path
        assert (package.find(path) == STYLED) if keep else path is None
        study.sources.correct("P01", "Somebody trusted the meeting.")
        found, _ = read_project(study.projects.write()[0], "w.qdpx")
        assert only_text(found).rich_path is None


def test_values_and_names_leave_as_they_came_until_somebody_changes_them() -> None:
    value = f'<VariableValue><VariableRef targetGUID="{guid(30)}"/>'
    story = f'<VariableValue><VariableRef targetGUID="{guid(31)}"/>'
    with make_study(None) as study:
        bring(
            study,
            f"<CodeBook><Codes>{code(1, 'A > B')}{code(3, 'Two  spaces')}</Codes></CodeBook>"
            f'<Variables><Variable guid="{guid(30)}" name="When" typeOfVariable="DateTime"/>'
            f'<Variable guid="{guid(31)}" name="Story" typeOfVariable="Text"/></Variables>'
            f'<Cases><Case guid="{guid(40)}">{value}'
            "<DateTimeValue>2020-01-05T10:20:30Z</DateTimeValue></VariableValue>"
            f"{story}<TextValue>One\n\nTwo  words</TextValue></VariableValue></Case></Cases>"
            f'<Sets><Set guid="{guid(50)}" name="A  set"><MemberCode targetGUID="{guid(1)}"/>'
            "</Set></Sets>",
        )
        xml = written(study)
        for said in (
            'name="A &gt; B"', 'name="Two  spaces"', 'typeOfVariable="DateTime"',
            "<DateTimeValue>2020-01-05T10:20:30Z</DateTimeValue>", "One\n\nTwo  words",
            f'<Case guid="{guid(40)}">', 'name="A  set"',
        ):  # fmt: skip
            assert said in xml, said
        study.codes.rename("Two spaces", "Three spaces")
        assert 'name="Three spaces"' in written(study)


def test_points_of_graphs_are_called_as_what_they_stand_for_and_nothing_gets_a_name() -> None:
    with make_study(None) as study:
        bring(
            study,
            f"<CodeBook><Codes>{code(1, 'Trust')}{code(3, 'Fear')}</Codes></CodeBook>"
            f'<Notes><Note guid="{guid(5)}"><PlainTextContent>Some words</PlainTextContent></Note>'
            f'</Notes><Links><Link guid="{guid(6)}" originGUID="{guid(1)}" '
            f'targetGUID="{guid(3)}"/></Links>'
            f'<Graphs><Graph guid="{guid(7)}"><Vertex guid="{guid(8)}" name="Trust" '
            f'representedGUID="{guid(1)}" firstX="1" firstY="2"/></Graph></Graphs>',
        )
        study.codes.rename("Trust", "Reliance")
        data, _ = study.projects.write()
        found, _ = read_project(data, "w.qdpx")
        assert found.graphs[0].vertices[0].name == "Reliance"
        assert found.notes[0].name is None
        assert [each.name for each in found.links] == [None]


def test_times_that_are_coded_on_words_coded_so_already_go_back_while_the_coding_stands() -> None:
    times = "".join(
        f'<AudioSelection guid="{guid(60 + n)}" begin="{begin}" end="2000">'
        f"{coding(70 + n, 1, 90)}</AudioSelection>"
        for n, begin in enumerate((0, 500))
    )
    xml = project(
        f"{USERS}<CodeBook><Codes>{code(1, 'Trust')}</Codes></CodeBook><Sources>"
        f'<AudioSource guid="{guid(2)}" name="Tape" path="relative:///t.m4a">'
        f'<Transcript guid="{guid(4)}"><PlainTextContent>Nobody came.\nThen some.'
        f'</PlainTextContent><SyncPoint guid="{guid(10)}" timeStamp="0" position="0"/>'
        f'<SyncPoint guid="{guid(11)}" timeStamp="2000" position="13"/></Transcript>{times}'
        "</AudioSource></Sources>"
    )
    with make_study(None, person="Ann") as study:
        study.projects.bring_in(xml, name="p.qde")
        assert study.counts().codings == 1
        assert study.projects.bring_in(xml, name="p.qde").operation is None
        data, report = study.projects.write()
        assert report.is_balanced
        found, _ = read_project(data, "w.qdpx")
        assert isinstance(found.sources[0], FileSource)
        assert all(each.codings[0].provenance.creator for each in found.sources[0].selections)
        assert study.projects.bring_in(data, name="w.qdpx").operation is None
        places = [each.place for each in found.sources[0].selections]
        assert places == [(0, 2000), (500, 2000)]
        assert "sources" in zipfile.ZipFile(io.BytesIO(data)).namelist()[1]
