"""What was kept aside of a project is written back, and what the standard has no place for."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from crosscase.exchange.code_descriptions import (
    CODE_PARTS,
    description_of,
    parts_of_description,
)
from crosscase.exchange.crossing import CrossingReport
from crosscase.formats.refi_qda.beyond import beyond_bytes, read_beyond
from crosscase.formats.refi_qda.reading import read_project
from crosscase.formats.refi_qda.records import FileSource, Project, Selection, TextPart
from crosscase.model.nouns import Code
from crosscase.testing import make_study
from tests.exchange.making import coding, everything, guid, packed, project
from tests.exchange.test_round_trip import held

# crosscase adds its person, and of what kind each case is; what was unnamed has a name now.
ADDED = {"User", "Variable", "VariableValue", "other"}


def again(data: bytes | Path) -> tuple[CrossingReport, CrossingReport, bytes]:
    """The reports of a project, and of what is written of it once it came; and that file."""
    with make_study(None) as study:
        first = study.projects.bring_in(data, name="p.qdpx")
        written, report = study.projects.write()
        assert report.is_balanced, report.kinds
        mine = held(study)
        assert study.projects.bring_in(written, name="w.qdpx").operation is None
    with make_study(None, name="other") as other:
        second = other.projects.bring_in(written, name="w.qdpx")
        assert second.is_balanced, second.kinds
        assert other.verify() == []
        back = held(other)
    for part in ("sources", "codes", "codings", "cases", "inside", "links"):
        assert back[part] == mine[part]
    return first, second, written


def present(report: CrossingReport) -> Mapping[str, int]:
    """How many of each kind are in a file."""
    return {each.kind: each.present for each in report.kinds if each.kind not in ADDED}


def kept(report: CrossingReport) -> Mapping[str, int]:
    """How many of each kind were kept aside."""
    return {each.kind: each.kept_aside for each in report.kinds if each.kind not in ADDED}


def marks(found: Project) -> set[tuple[Any, ...]]:
    """Each coding that a file holds, with what it stands in."""
    told: set[tuple[Any, ...]] = set()

    def tell(source: str, selections: tuple[Selection, ...]) -> None:
        for each in selections:
            told.update((source, each.guid, each.kind, mark.guid, mark.code)
                        for mark in each.codings)  # fmt: skip

    for source in found.sources:
        tell(source.guid, source.selections)
        told.update((source.guid, mark.guid, mark.code) for mark in source.codings)
        if isinstance(source, FileSource):
            for part in (source.text, *source.transcripts):
                if part is not None:
                    tell(source.guid, part.selections)
    return told


def test_a_project_of_every_kind_leaves_as_it_came() -> None:
    first, second, written = again(everything())
    # One of two codings that say the same is merged; a member that is nowhere stands beside.
    lost = {"Coding": 1, "PlainTextSelection": 1, "MemberNote": 1}
    differing = set(present(first).items()) ^ set(present(second).items())
    assert {kind for kind, _ in differing} == set(lost)
    assert {kind: first.kind(kind).present - second.kind(kind).present for kind in lost} == lost
    before, after = (read_project(data, "p.qdpx")[0] for data in (everything(), written))
    assert {each[3] for each in marks(before) - marks(after) if len(each) > 3} == {guid(82).lower()}
    assert not marks(after) - marks(before)
    tape = next(each for each in after.sources if each.name == "Tape")
    assert isinstance(tape, FileSource)
    assert [each.time_ms for each in tape.transcripts[0].sync_points] == [0, 2000]
    assert tape.selections[0].place == (2100, 2900)
    leaflet = next(each for each in after.sources if each.name == "Leaflet")
    assert isinstance(leaflet, FileSource)
    assert leaflet.selections[0].text is not None
    assert leaflet.selections[0].text.content == "pot"
    assert {each.target for each in after.links} == {None, guid(11).lower()}
    northam = next(each for each in after.cases if each.name == "Northam")
    assert northam.codes == (guid(11).lower(),)
    assert northam.selections == (guid(70).lower(),)
    source = next(each for each in after.sources if each.name == "P01")
    assert "Weather" in after.beyond[source.guid]["elements"][0]
    free = next(each for each in source.selections if each.guid == guid(72).lower())
    assert free.place == (0, 3)


def test_places_of_a_text_with_wide_signs_are_kept_in_what_is_written() -> None:
    text = "😀😀\r\nNobody trusted anybody.\r\nThe end"
    start = len("😀😀\r\n".encode("utf-16-le")) // 2
    selections = "".join(
        f'<PlainTextSelection guid="{guid(20 + n)}" startPosition="{start + at}" '
        f'endPosition="{start + at + length}">{said}</PlainTextSelection>'
        for n, (at, length, said) in enumerate(
            [(0, 6, coding(30, 1, None)), (7, 7, ""), (7, 0, coding(31, 1, None)),
             (900, 9, coding(32, 1, None))]
        )
    )  # fmt: skip
    xml = project(
        f'<CodeBook><Codes><Code guid="{guid(1)}" name="Trust" isCodable="true"/></Codes>'
        f'</CodeBook><Sources><TextSource guid="{guid(2)}" name="T" plainTextPath="internal://t"'
        f">{selections}</TextSource></Sources>",
        origin="NVivo 12",
    )
    first, second, written = again(packed(xml, {"sources/t": b"\xef\xbb\xbf" + text.encode()}))
    assert present(first) == present(second)
    assert kept(first) == kept(second)
    found, _ = read_project(written, "w.qdpx")
    places = {each.guid[-2:]: each.place for each in found.sources[0].selections}
    assert places["14"] == (3, 9)
    assert places["15"] == (10, 17)


@pytest.mark.shared
def test_files_that_tools_wrote_leave_as_they_came(shared_data: Path) -> None:
    for path in sorted((shared_data / "refi" / "files").glob("*.qd[pec]*")):
        first, second, written = again(path)
        assert present(first) == present(second), path.name
        assert kept(first) == kept(second), path.name
        before, _ = read_project(path.read_bytes(), path.name)
        after, _ = read_project(written, path.name)
        assert len(marks(before)) == len(marks(after)), path.name


def test_what_the_standard_has_no_place_for_comes_back(tmp_path: Path) -> None:
    (tmp_path / "P01.txt").write_text("The pot was empty. Nobody trusted the meeting.")
    with make_study(tmp_path) as study:
        study.sources.add(tmp_path / "P01.txt")
        study.sources.describe("P01.txt", quotable=False, language="en")
        study.codes.add(
            "Trust", definition="To rely", includes="friends\n\nkin", example="“we did”",
            citation="A 1999",
        )  # fmt: skip
        study.codings.add(
            "P01.txt", "Trust", quote="Nobody trusted", valence="constraining", basis="inferred"
        )
        study.memos.write("Why", "Because.", memo_kind="reflexive")
        study.attributes.add("Role", "choice", coarser={"nurse": "staff"})
        study.cases.add("Northam", "site")
        study.cases.add("Ann", "person")
        study.memberships.add("Ann", "Northam", role="chair", start_day="2024-01-02")
        study.sets.make("Both", ["Ann", "Trust"])
        written, report = study.projects.write()
        assert report.is_balanced
        assert [each.left_out for each in report.kinds] == [0] * len(report.kinds)
    with make_study(None, name="other") as other:
        other.projects.bring_in(written, name="w.qdpx")
        code = other.codes.get("Trust")
        assert (code.definition, code.includes, code.excludes) == (
            "To rely",
            "friends\n\nkin",
            None,
        )
        assert (code.example, code.citation) == ("“we did”", "A 1999")
        row = next(other.codings.frame().iter_rows(named=True))
        assert (row["valence"], row["basis"]) == ("constraining", "inferred")
        assert other.memos.get("Why").memo_kind == "reflexive"
        assert other.attributes.get("Role").coarser == {"nurse": "staff"}
        [inside] = other.memberships.all()
        assert (inside.role, inside.start_day) == ("chair", "2024-01-02")
        assert {each.name for each in other.sets.members("Both")} == {"Ann", "Trust"}
        assert other.sources.get("P01.txt").quotable is False


@pytest.mark.parametrize(
    "code",
    [
        Code(id="", name="", definition="A"),
        Code(id="", name="", includes="B"),
        Code(id="", name="", definition="A\n\nb", includes="B", excludes="C\n\nD", example="E"),
        Code(id="", name="", definition="\nA", excludes="C"),
        Code(id="", name="", definition="Includes:\nnothing", excludes="C"),
    ],
)
def test_a_description_is_read_as_it_was_written_or_holds_the_definition_alone(code: Code) -> None:
    words, is_whole = description_of(code)
    if is_whole:
        said = parts_of_description(words)
        assert [said[part] for part in CODE_PARTS] == [getattr(code, part) for part in CODE_PARTS]
    else:
        assert words == code.definition


def test_what_is_written_beside_a_project_is_read_with_care() -> None:
    said = {"a": {"note": "Is it? >?> so 🙂"}}
    assert read_beyond(b"<Project/>" + beyond_bytes(said)) == said
    for wrong in (b"{", b"[]", b'{"a":NaN}', b'{"a":{"b":99999999999999999999}}',
                  b'{"a":{"b":"\\ud800"}}', b'{"a":' + b"[" * 99 + b"]" * 99 + b"}"):  # fmt: skip
        assert read_beyond(b"<Project/><?crosscase " + wrong + b"?>\n") == {}
    assert read_beyond(b"<Project><?crosscase {}?></Project>") == {}
    xml = project("<CodeBook><Codes/></CodeBook>") + beyond_bytes({
        "": {"kept": {"odd": [{"values": 1}]}}, guid(1): {"members": "no", "inside": [3]},
    })  # fmt: skip
    with make_study(None) as study:
        study.projects.bring_in(packed(xml), name="p.qdpx")
        study.projects.write()


def test_times_and_numbers_that_the_standard_would_refuse_are_left_out() -> None:
    source = (
        f'<TextSource guid="{guid(2)}" name="T" creationDateTime="yesterday"><PlainTextContent>'
        f'Nobody</PlainTextContent><PlainTextSelection guid="{guid(3)}" startPosition="0" '
        f'endPosition="6" creationDateTime="2020-02-30T00:00:00">{coding(4, 1, None)}'
        f"</PlainTextSelection></TextSource>"
    ).replace("2025-06-01T10:00:00Z", "1/2/2020")
    xml = project(
        f'<CodeBook><Codes><Code guid="{guid(1)}" name="A" isCodable="true"/></Codes></CodeBook>'
        f'<Sources>{source}</Sources><Graphs><Graph guid="odd" name="G"><Vertex '
        f'guid="{guid(9)}"/></Graph></Graphs>'
    )
    first, second, _ = again(packed(xml))
    assert first.kind("Coding").imported == second.kind("Coding").imported == 1


def test_no_path_of_anybody_leaves_unless_it_is_asked_for() -> None:
    with make_study(None) as study:
        study.projects.bring_in(everything(), name="p.qdpx")
        bare, named = (study.projects.write(paths=paths)[0] for paths in (False, True))
    assert b"C:/film.mp4" not in zipfile.ZipFile(io.BytesIO(bare)).read("project.qde")
    found, _ = read_project(named, "p.qdpx")
    film = next(each for each in found.sources if each.name == "Film")
    assert isinstance(film, FileSource)
    assert film.path == "absolute:///C:/film.mp4"


def test_without_the_names_of_coders_nothing_that_another_tool_added_leaves() -> None:
    with make_study(None) as study:
        study.projects.bring_in(everything(), name="p.qdpx")
        data, report = study.projects.write(coder_names=False)
        assert report.is_balanced
        assert report.kind("kept part").left_out
        assert any("a PDF may name its author" in note for note in report.notes)
    xml = zipfile.ZipFile(io.BytesIO(data)).read("project.qde")
    assert b"Weather" not in xml
    assert b"Ben" not in xml


@pytest.mark.parametrize("target", ["nvivo", "maxqda", "atlas.ti"])
def test_a_project_for_a_tool_has_its_texts_and_places_as_that_tool_does(target: Any) -> None:
    with make_study(None) as study:
        study.projects.bring_in(everything(), name="p.qdpx")
        data, _ = study.projects.write(target=target)
        before = study.codings.frame().select("text", "code_path", "coder")
    found, package = read_project(data, "p.qdpx")
    source = next(each for each in found.sources if each.name == "P01")
    assert isinstance(source, TextPart)
    raw = package.find(source.plain_path) or b""
    assert raw.startswith(b"\xef\xbb\xbf") == (target == "nvivo")
    assert (b"\r\n" in raw) == (target != "atlas.ti")
    with make_study(None, name="other") as other:
        other.projects.bring_in(data, name="w.qdpx")
        after = other.codings.frame().select("text", "code_path", "coder")
        assert set(after.iter_rows()) == set(before.iter_rows())


def test_recordings_leave_inside_a_project_when_they_are_wanted(tmp_path: Path) -> None:
    wav = b"RIFF\x24\0\0\0WAVEfmt " + bytes(28)
    came = f'<AudioSource guid="{guid(1)}" name="Tape" path="internal://tape.wav"/>'
    data = packed(project(f"<Sources>{came}</Sources>"), {"sources/tape.wav": wav})
    with make_study(tmp_path) as study:
        study.projects.bring_in(data, name="p.qdpx")
        without, report = study.projects.write()
        assert report.kind("source").changed_shape == 1
        within, report = study.projects.write(recordings=True)
        assert report.kind("source").imported == 1
        made = study.reports.package(tmp_path / "p.zip")
    assert not [name for name, _ in made.files if ".media" in name or name.endswith(".wav")]
    with zipfile.ZipFile(made.path) as packed_up:
        assert b"everything but the recordings" in packed_up.read("README.md")
    found, package = read_project(within, "p.qdpx")
    assert isinstance(found.sources[0], FileSource)
    assert package.find(found.sources[0].path) == wav
    assert len(without) < len(within)


def test_no_word_of_somebody_who_withdrew_leaves_or_comes_again(tmp_path: Path) -> None:
    text = "Ann: The secret pot was empty.\nInterviewer: Why?\nAnn: So it was.\n" * 3
    source = (
        f'<TextSource guid="{guid(2)}" name="T" plainTextPath="internal://t"><Description>The '
        f'secret one</Description><PlainTextSelection guid="{guid(3)}" name="A secret" '
        f'startPosition="5" endPosition="15"><Description>How secret</Description>'
        f'{coding(4, 1, None)}</PlainTextSelection><PlainTextSelection guid="{guid(5)}" '
        f'name="secret" startPosition="900" endPosition="910"/><Odd>secret</Odd></TextSource>'
    )
    xml = project(
        f'<CodeBook><Codes><Code guid="{guid(1)}" name="Trust" isCodable="true"/></Codes>'
        f"</CodeBook><Sources>{source}</Sources><Whole>secret</Whole>"
    )
    data = packed(xml, {"sources/t": text.encode()})
    with make_study(tmp_path) as study:
        study.projects.bring_in(data, name="p.qdpx")
        study.participants.add("Ann")
        study.speakers.link("T", "Ann", "Ann")
        written, _ = study.projects.write()
        assert b"secret" in zipfile.ZipFile(io.BytesIO(written)).read("project.qde")
        study.withdrawals.withdraw("Ann")
        written, report = study.projects.write()
        assert report.is_balanced
        archive = zipfile.ZipFile(io.BytesIO(written))
        assert all(b"secret" not in archive.read(name) for name in archive.namelist())
        for name, file in (("p.qdpx", data), ("w.qdpx", written)):
            again = study.projects.bring_in(file, name=name)
            assert again.is_balanced, again.kinds
            assert study.sources.all() == []
            assert study.counts().codings == 0
        assert study.verify() == []
        study.withdrawals.lift("Ann")
        assert [each.name for each in study.sources.all()] == ["T"]
