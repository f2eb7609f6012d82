"""Projects of other tools come into a study whole, once, and with a report that adds up."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from crosscase.errors import UnreadableFile
from crosscase.exchange.crossing import CrossingReport
from crosscase.formats.refi_qda.reading import read_project
from crosscase.study import Study
from crosscase.testing import make_study
from tests.exchange.making import TEXT, codebook, coding, everything, guid, packed, project

COLUMNS = {
    "users": "User", "codes": "Code", "text_src": "TextSource", "pdf_src": "PDFSource",
    "picture_src": "PictureSource", "audio_src": "AudioSource", "video_src": "VideoSource",
    "transcripts": "Transcript", "syncpoints": "SyncPoint", "text_sel": "PlainTextSelection",
    "pdf_sel": "PDFSelection", "picture_sel": "PictureSelection",
    "transcript_sel": "TranscriptSelection", "codings": "Coding", "cases": "Case",
    "variables": "Variable", "variable_values": "VariableValue", "sets": "Set", "notes": "Note",
    "links": "Link", "graphs": "Graph",
}  # fmt: skip


@pytest.fixture
def study(tmp_path: Path) -> Study:
    """A new study in which Ama works."""
    return make_study(tmp_path)


def bring(study: Study, data: bytes) -> CrossingReport:
    """Bring a project in; its report adds up and the study is sound."""
    report = study.projects.bring_in(data, name="p.qdpx")
    assert report.is_balanced, report.kinds
    assert study.verify() == []
    return report


def quotes(study: Study) -> set[tuple[str, str, str | None]]:
    """The words of each coding with its code and coder."""
    frame = study.codings.frame()
    return {(row["text"], row["code_path"], row["coder"]) for row in frame.iter_rows(named=True)}


def test_everything_comes_over_or_is_kept_and_told(study: Study) -> None:
    report = bring(study, everything())
    assert report.operation is not None
    assert ("Nobody trusted", "People > Trust", "Ama") in quotes(study)
    assert ("Nobody trusted", "People > Fear › worry", "Ben") in quotes(study)
    assert ("Hello there. ", "Trust", "Ama") in quotes(study)
    assert (TEXT, "Trust", None) in quotes(study)
    assert study.sources.text("P01") == TEXT
    assert study.attributes.values("Northam") == {"Age": 67.0, "Deprived": True}
    assert study.attributes.values("P01") == {"source (variable)": "diary"}
    assert study.memos.text("On trust") == "Two kinds."
    assert study.memos.get("On trust").about == study.codes.get("People > Trust").id
    assert study.links.all(link_type="explains")[0].start_name == "On trust"
    assert {each.name for each in study.sets.members("Begin")} == {"Trust", "P01"}  # type: ignore[attr-defined]
    assert report.kind("Coding").changed_shape == 2
    assert report.outside == ("relative:///tape.m4a", "absolute:///C:/film.mp4")


def test_a_project_is_one_operation_and_undo_takes_it_back(study: Study) -> None:
    report = bring(study, everything())
    study.undo(report.operation)
    counts = study.counts()
    assert (counts.sources, counts.codes, counts.codings, counts.memos) == (0, 0, 0, 0)
    again = bring(study, everything())
    assert again.kind("Coding").imported == report.kind("Coding").imported
    assert study.counts().codings == 5


def test_the_same_project_twice_doubles_nothing(study: Study) -> None:
    bring(study, everything())
    before = study.counts()
    again = bring(study, everything())
    assert again.operation is None
    assert again.kind("Code").here_already == 4
    assert study.counts() == before


def test_looking_first_changes_nothing(study: Study) -> None:
    before = study.heads
    report = study.projects.bring_in(everything(), name="p.qdpx", dry_run=True)
    assert report.is_balanced
    assert study.heads == before


def test_what_a_study_has_already_is_found_by_name_and_by_its_bytes(
    study: Study, tmp_path: Path
) -> None:
    file = tmp_path / "mine.txt"
    file.write_bytes(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode())
    study.sources.add(file)
    study.codes.add("People")
    study.codes.add("Trust", parent="People")
    report = bring(study, everything())
    assert report.kind("TextSource").here_already == 1
    assert report.kind("Code").here_already == 2
    assert {row["source"] for row in study.codings.frame().iter_rows(named=True)} >= {"mine.txt"}
    assert ("Nobody trusted", "People > Trust", "Ama") in quotes(study)


def nvivo_like(raw: bytes, spans: list[tuple[int, int]], origin: str) -> bytes:
    """A project of one text and some selections on it, in some tool's way of counting."""
    selections = "".join(
        f'<PlainTextSelection guid="{guid(100 + n)}" startPosition="{start}" endPosition="{end}">'
        f"{coding(200 + n, 1, None)}</PlainTextSelection>"
        for n, (start, end) in enumerate(spans)
    )
    return packed(
        project(
            f'<CodeBook><Codes><Code guid="{guid(1)}" name="Trust" isCodable="true"/></Codes>'
            f'</CodeBook><Sources><TextSource guid="{guid(2)}" name="T" plainTextPath='
            f'"internal://t.txt">{selections}</TextSource></Sources>',
            origin=origin,
        ),
        {"Sources/t.txt": raw},
    )


@pytest.mark.parametrize("origin", ["NVivo for Windows 12.6", "ATLAS.ti 23", "Some tool"])
@pytest.mark.parametrize("utf16", [True, False])
@pytest.mark.parametrize("crlf", [b"\r\n", b"\n"])
@pytest.mark.parametrize("mark", [b"\xef\xbb\xbf", b""])
def test_places_are_found_whatever_a_tool_counts_and_says_it_is(
    study: Study, origin: str, utf16: bool, crlf: bytes, mark: bytes
) -> None:
    line = "😀 we trusted everybody then 👍 again"
    text = f"{line}\n" * 6
    raw = mark + text.encode().replace(b"\n", crlf)
    own = text.replace("\n", crlf.decode())
    spans, at = [], own.find("trusted")
    while at >= 0:
        before = own[:at]
        start = len(before) + (sum(c > "\uffff" for c in before) if utf16 else 0)
        spans.append((start, start + len("trusted")))
        at = own.find("trusted", at + 1)
    bring(study, nvivo_like(raw, spans, origin))
    assert quotes(study) == {("trusted", "Trust", None)}
    assert study.counts().codings == 6


def test_selections_that_lie_outside_the_text_are_kept_with_their_source(study: Study) -> None:
    report = bring(study, nvivo_like(b"short", [(0, 5), (90, 99)], "A tool"))
    assert report.kind("PlainTextSelection").kept_aside == 1
    assert report.kind("Coding").kept_aside == 1
    kept = study.sources.get("T").foreign["refi_qda"]["selections"]
    assert kept[0]["place"] == [90, 99]


def test_a_codebook_brings_its_codes_and_sets(study: Study) -> None:
    data = codebook(
        f'<Code guid="{guid(1)}" name="A" isCodable="true"><Code guid="{guid(2)}" name="B" '
        'isCodable="true"/></Code>',
        f'<Sets><Set guid="{guid(3)}" name="Both"><MemberCode guid="{guid(2)}"/></Set></Sets>',
    )
    bring(study, data)
    assert [code.name for code in study.codes.all()] == ["A", "B"]
    assert [each.members for each in study.sets.all()] == [1]


def test_names_that_stand_there_twice_are_told_apart(study: Study) -> None:
    twice = f'<Code guid="{guid(1)}" name="A" isCodable="true"/>'
    bring(study, codebook(twice + twice.replace(guid(1), guid(2))))
    assert [code.name for code in study.codes.all()] == ["A", "A (2)"]
    assert bring(study, codebook(twice + twice.replace(guid(1), guid(2)))).operation is None


def test_a_recording_inside_a_project_comes_beside_the_study(study: Study, tmp_path: Path) -> None:
    source = f'<AudioSource guid="{guid(1)}" name="Tape" path="internal://tape.wav"/>'
    wav = b"RIFF\x24\0\0\0WAVEfmt " + bytes(28)
    data = packed(project(f"<Sources>{source}</Sources>"), {"sources/tape.wav": wav})
    study.projects.bring_in(data, name="p.qdpx", dry_run=True)
    assert not list(tmp_path.rglob("*.media/*"))
    assert bring(study, data).kind("AudioSource").imported == 1
    [kept] = [each for each in tmp_path.rglob("*.media/*") if each.is_file()]
    assert kept.read_bytes() == wav
    assert study.sources.get("Tape").media is not None


def test_a_broken_project_stores_nothing(study: Study) -> None:
    before = study.heads
    with pytest.raises(UnreadableFile):
        study.projects.bring_in(everything()[:900], name="p.qdpx")
    assert study.heads == before


@pytest.mark.shared
def test_real_projects_come_over_with_the_counts_of_their_list(
    shared_data: Path, tmp_path: Path
) -> None:
    folder = shared_data / "refi"
    with (folder / "manifest.csv").open(encoding="utf-8", newline="") as stream:
        rows = [
            row for row in csv.DictReader(stream) if row["file"].endswith((".qdpx", ".qde", ".qdc"))
        ]
    assert len(rows) == 14
    for row in rows:
        data = (folder / "files" / row["file"]).read_bytes()
        found, _ = read_project(data, row["file"])
        wanted = {kind: int(row[column] or 0) for column, kind in COLUMNS.items()}
        assert wanted == {kind: found.counts.get(kind, 0) for kind in wanted}, row["file"]
        plain = [each for each in found.every_code() if not each.codable]
        assert len(plain) == int(row["non_codable"] or 0)
        own = tmp_path / row["file"]
        own.mkdir()
        with make_study(own) as study:
            bring(study, data)
            assert study.counts().codes == wanted["Code"]
            assert bring(study, data).operation is None
