"""Bringing the same in again makes nothing, and what tools write askew comes back from us."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from crosscase.errors import UnreadableFile
from crosscase.study_exchange.inspecting import inspect_file
from crosscase.testing import make_study
from tests.bad_input.foreign_seeds import SEEDS, seed_bytes
from tests.exchange.making import coding, guid, packed, picture, project
from tests.exchange.test_round_trip import held, there_and_back

CODE = f'<Code guid="{guid(1)}" name="Trust" isCodable="true"/>'
CODES = f"<CodeBook><Codes>{CODE}</Codes></CodeBook>"


@pytest.mark.parametrize("name", SEEDS)
def test_neither_the_file_nor_our_own_export_of_it_changes_anything(name: str) -> None:
    with make_study(None) as study:
        done = study.projects.bring_in(seed_bytes(name), name=name).operation
        before = held(study)
        assert study.projects.bring_in(seed_bytes(name), name=name).operation is None
        assert study.projects.bring_in(study.projects.write()[0], name="own").operation is None
        study.undo(done)
        assert held(study)["sources"] == []
        study.redo(done)
        assert held(study) == before


@pytest.mark.parametrize("names", [("", ""), ("Northam", "northam")])
def test_cases_without_a_name_or_of_one_name_are_found_again(names: tuple[str, str]) -> None:
    cases = "".join(f'<Case guid="{guid(n)}" name="{name}"/>' for n, name in enumerate(names, 40))
    with make_study(None) as study:
        study.cases.add("Northam", "site")
        study.projects.bring_in(project(f"<Cases>{cases}</Cases>"), name="p.qde")
        again = study.projects.bring_in(project(f"<Cases>{cases}</Cases>"), name="p.qde")
        assert again.operation is None


def test_a_comment_on_an_area_without_a_code_comes_back_with_what_is_linked_to_it() -> None:
    area = (
        f'<PictureSelection guid="{guid(3)}" firstX="20" firstY="10" secondX="120" secondY="60">'
        "<Description>A pot?</Description></PictureSelection>"
    )
    link = f'<Link guid="{guid(4)}" name="see" originGUID="{guid(3)}" targetGUID="{guid(1)}"/>'
    xml = project(
        f'{CODES}<Sources><PictureSource guid="{guid(2)}" name="Board" path="internal://b.png">'
        f"{area}</PictureSource></Sources><Links>{link}</Links>"
    )
    with make_study(None) as study:
        study.projects.bring_in(packed(xml, {"sources/b.png": picture()}), name="p.qdpx")
        back, data = there_and_back(study)
        assert back == held(study)
        assert back["memos"][0][:3] == ("A pot?", "analytic", "A pot?")
        assert len(back["links"]) == 1
    path = 'firstX="20" firstY="10" secondX="120" secondY="60"'
    assert path in zipfile.ZipFile(io.BytesIO(data)).read("project.qde").decode()


def test_points_in_time_stay_where_they_were_whatever_the_turns_are() -> None:
    words = "Before. Mira: And then.&#10;Tom: Yes.&#10;Mira: No.&#10;"
    points = "".join(
        f'<SyncPoint guid="{guid(20 + n)}" timeStamp="{n * 1000}" position="{n * 7}"/>'
        for n in range(4)
    )
    marked = (
        f'<TranscriptSelection guid="{guid(30)}" fromSyncPoint="{guid(20)}" '
        f'toSyncPoint="{guid(22)}">{coding(31, 1, None)}</TranscriptSelection>'
    )
    xml = project(
        f'{CODES}<Sources><AudioSource guid="{guid(2)}" name="Tape" path="relative:///t.m4a">'
        f'<Transcript guid="{guid(3)}"><PlainTextContent>{words}</PlainTextContent>{points}{marked}'
        f'</Transcript><AudioSelection guid="{guid(40)}" begin="0" end="900">{coding(41, 1, None)}'
        "</AudioSelection></AudioSource></Sources>"
    )
    with make_study(None) as study:
        study.projects.bring_in(xml, name="p.qde")
        back, _ = there_and_back(study)
        assert back == held(study)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"Interviewer: And then?\nAnna: It rained.\n", "a text"),
        (b"\xef\xbb\xbf\n<!DOCTYPE html><html><body>Log in</body></html>", "a web page"),
        (b"%PDF-1.7 x", "a PDF"),
        (packed(b"", name="xl/workbook.xml"), "a workbook"),
        (packed(b"", name="word/document.xml"), "a Word document"),
    ],
)
def test_what_is_plainly_something_else_is_called_by_its_name(
    data: bytes, what: str, tmp_path: Path
) -> None:
    file = tmp_path / "project.qdpx"
    file.write_bytes(data)
    with pytest.raises(UnreadableFile, match=f"is {what}, and no project"):
        inspect_file(file)


def test_codings_without_a_coder_are_told_in_the_methods_and_the_package(tmp_path: Path) -> None:
    source = (
        f'<TextSource guid="{guid(2)}" name="P01"><PlainTextContent>The pot</PlainTextContent>'
        f'<PlainTextSelection guid="{guid(3)}" startPosition="0" endPosition="3">'
        f"{coding(4, 1, None)}</PlainTextSelection></TextSource>"
    )
    with make_study(tmp_path) as study:
        study.projects.bring_in(project(f"{CODES}<Sources>{source}</Sources>"), name="p.qde")
        methods = study.reports.methods().to_markdown()
        assert "Of 1 coding no coder is known." in methods
