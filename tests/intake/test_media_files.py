"""Recordings: beside the study by their hash, undone, copied, merged, checked and purged."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from crosscase.errors import MistakeOfUse, NotFound, UnreadableFile
from crosscase.model.media import MediaFile, media_from_text
from crosscase.model.source_kinds import kind_of_source
from crosscase.study import Study
from crosscase.testing import make_study
from tests.formats.making import mp3, mp4, png, wav

TRANSCRIPT = "WEBVTT\n\n00:01.000 --> 00:04.000\n<v Rosa>We lost trust.\n"


@pytest.fixture
def study(tmp_path: Path) -> Study:
    """A study in a folder, with one transcript that has times."""
    (tmp_path / "P01.vtt").write_text(TRANSCRIPT, encoding="utf-8")
    (tmp_path / "P01.mp3").write_bytes(mp3(5_000))
    study = make_study(tmp_path)
    study.sources.add(tmp_path / "P01.vtt")
    return study


def kept(folder: Path, name: str = "study") -> list[str]:
    """The files in the folder of recordings."""
    beside = folder / f"{name}.media"
    return sorted(each.name for each in beside.iterdir()) if beside.is_dir() else []


def test_a_recording_lies_beside_the_study_by_its_hash(study: Study, tmp_path: Path) -> None:
    """The source names its hash, its type and what it was called."""
    study.sources.attach_media("P01.vtt", tmp_path / "P01.mp3")
    path, media = study.sources.recording("P01.vtt")
    assert kept(tmp_path) == [media.sha256] == [path.name]
    assert path.read_bytes() == mp3(5_000) and (media.type, media.name) == ("audio/mpeg", "P01.mp3")
    assert study.log()[0].sentence == "put a recording beside “P01.vtt”"
    assert kind_of_source("vtt", study.sources.get("P01.vtt").media) == "audio"
    assert study.verify() == []


def test_attaching_is_undone_and_done_again(study: Study, tmp_path: Path) -> None:
    """The file stays, so that a redo finds it; the same recording again changes nothing."""
    study.sources.attach_media("P01.vtt", tmp_path / "P01.mp3")
    assert study.sources.attach_media("P01.vtt", tmp_path / "P01.mp3") is None
    study.undo()
    with pytest.raises(NotFound, match="has no recording"):
        study.sources.recording("P01.vtt")
    study.redo()
    assert study.sources.recording("P01.vtt")[0].is_file()
    study.sources.detach_media("P01.vtt")
    assert (
        study.sources.get("P01.vtt").media is None and study.sources.detach_media("P01.vtt") is None
    )
    study.undo()
    assert study.sources.recording("P01.vtt")[0].is_file()


def test_a_recording_alone_becomes_a_source(study: Study, tmp_path: Path) -> None:
    """With an empty text, and of its own format; the same bytes twice are reported."""
    (tmp_path / "talk.mp4").write_bytes(mp4())
    report = study.sources.add([tmp_path / "talk.mp4"])
    (source,) = [each for each in study.sources.all() if each.name == "talk.mp4"]
    assert (source.format, study.sources.text("talk.mp4")) == ("video", "")
    assert report.words == 0 and study.sources.recording("talk.mp4")[1].type == "video/mp4"
    assert study.sources.add([tmp_path / "talk.mp4"]).duplicates == (("talk.mp4", "talk.mp4"),)
    with pytest.raises(MistakeOfUse, match="nothing besides"):
        study.sources.detach_media("talk.mp4")
    assert study.verify() == []


def test_words_written_for_a_recording_can_be_found(study: Study, tmp_path: Path) -> None:
    """They are one turn until a transcript comes in."""
    study.sources.add([tmp_path / "P01.mp3"])
    study.sources.correct("P01.mp3", "She speaks of the empty ward.")
    assert study.query('"empty ward"').total == 1
    assert study.verify() == []


def test_a_folder_gives_its_transcripts_and_passes_recordings_over(
    study: Study, tmp_path: Path
) -> None:
    """Gigabytes come in only when they are named."""
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "a.txt").write_text("Words.", encoding="utf-8")
    (tmp_path / "more" / "a.mp3").write_bytes(mp3())
    report = study.sources.add(tmp_path / "more")
    assert [each.name for each in report.imported] == ["a.txt"]
    assert report.passed_over == ("a.mp3",)


def test_a_study_in_memory_takes_no_recordings(tmp_path: Path) -> None:
    """There is no folder to put them in."""
    (tmp_path / "a.mp3").write_bytes(mp3())
    study = make_study()
    with pytest.raises(MistakeOfUse) as error:
        study.sources.add([tmp_path / "a.mp3"])
    assert error.value.slug == "no-media-folder" and study.counts().sources == 0


def test_what_is_no_recording_is_refused(study: Study, tmp_path: Path) -> None:
    """And nothing is left behind; nor does a PDF or picture take one."""
    with pytest.raises(UnreadableFile, match="is no recording"):
        study.sources.attach_media("P01.vtt", tmp_path / "P01.vtt")
    (tmp_path / "ward.png").write_bytes(png(4, 4))
    study.sources.add(tmp_path / "ward.png")
    with pytest.raises(MistakeOfUse, match="is a picture"):
        study.sources.attach_media("ward.png", tmp_path / "P01.mp3")
    with pytest.raises(UnreadableFile, match="cannot be read"):
        study.sources.attach_media("P01.vtt", tmp_path / "gone.mp3")
    assert not (tmp_path / "study.media").exists()


def test_a_full_disk_is_said_in_a_sentence_and_leaves_nothing(
    study: Study, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The study is as it was."""

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    before = study.heads
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UnreadableFile, match="too full") as error:
        study.sources.attach_media("P01.vtt", tmp_path / "P01.mp3")
    monkeypatch.undo()
    assert error.value.slug == "disk-full" and study.heads == before
    assert not (tmp_path / "study.media").exists()


def test_verify_names_recordings_that_are_missing_or_changed(study: Study, tmp_path: Path) -> None:
    """By what they were called."""
    study.sources.attach_media("P01.vtt", tmp_path / "P01.mp3")
    path, _ = study.sources.recording("P01.vtt")
    path.write_bytes(b"something else")
    assert [each.slug for each in study.verify()] == ["media-damaged"]
    path.unlink()
    (fault,) = study.verify()
    assert fault.slug == "media-missing" and "P01.mp3" in fault.sentence
    with pytest.raises(NotFound) as error:
        study.sources.recording("P01.vtt")
    assert error.value.slug == "media-missing"


def test_the_past_shows_the_recording_that_was_there_then(study: Study, tmp_path: Path) -> None:
    """It lies where the study lies."""
    study.sources.attach_media("P01.vtt", tmp_path / "P01.mp3")
    then = study.log()[0].operation
    study.sources.detach_media("P01.vtt")
    with study.as_of(then) as past:
        assert past.sources.recording("P01.vtt")[0].read_bytes() == mp3(5_000)


def test_a_copy_has_its_own_recordings(study: Study, tmp_path: Path) -> None:
    """The size counts them, and the copy is sound by itself."""
    study.sources.attach_media("P01.vtt", tmp_path / "P01.mp3")
    size = study.copy(tmp_path / "copy.crosscase")
    assert size == (tmp_path / "copy.crosscase").stat().st_size + len(mp3(5_000))
    copy = make_study(tmp_path, name="copy", open_again=True)
    assert kept(tmp_path, "copy") == kept(tmp_path) and copy.verify() == []


def test_a_merge_brings_the_recordings_that_are_new(study: Study, tmp_path: Path) -> None:
    """And one that was missing comes with the next merge."""
    study.copy(tmp_path / "ben.crosscase")
    other = make_study(tmp_path, name="ben", person="Ben", seed="ben", open_again=True)
    (tmp_path / "P01.wav").write_bytes(wav())
    other.sources.attach_media("P01.vtt", tmp_path / "P01.wav")
    other.close()
    study.merge(tmp_path / "ben.crosscase")
    path, media = study.sources.recording("P01.vtt")
    assert media.name == "P01.wav" and path.read_bytes() == wav()
    path.unlink()
    study.merge(tmp_path / "ben.crosscase")
    assert path.is_file() and study.verify() == []
    study.unmerge(1)
    assert kept(tmp_path) == []


def test_a_purge_takes_the_recording_that_no_other_source_has(study: Study, tmp_path: Path) -> None:
    """One that another source uses stays."""
    (tmp_path / "P02.txt").write_text("P02: Words.", encoding="utf-8")
    study.sources.add(tmp_path / "P02.txt")
    for source in ("P01.vtt", "P02.txt"):
        study.sources.attach_media(source, tmp_path / "P01.mp3")
    study.purge([study.sources.get("P01.vtt").id])
    assert len(kept(tmp_path)) == 1 and study.verify() == []
    study.purge([study.sources.get("P02.txt").id])
    assert kept(tmp_path) == [] and study.verify() == []


def test_a_purge_that_arrives_by_a_merge_takes_the_recording_too(
    study: Study, tmp_path: Path
) -> None:
    """Whoever purged it, it is gone here."""
    study.sources.attach_media("P01.vtt", tmp_path / "P01.mp3")
    study.copy(tmp_path / "ben.crosscase")
    other = make_study(tmp_path, name="ben", person="Ben", seed="ben", open_again=True)
    other.purge([other.sources.get("P01.vtt").id])
    other.close()
    study.merge(tmp_path / "ben.crosscase")
    assert kept(tmp_path) == [] and study.verify() == []


@pytest.mark.parametrize("text", [None, "", "sha256:12;audio/mpeg;a", "../../etc/passwd"])
def test_what_names_no_recording_names_none(text: str | None) -> None:
    """A forged name never becomes a path."""
    assert media_from_text(text) is None


def test_the_name_of_a_recording_may_hold_anything() -> None:
    """It comes last."""
    media = MediaFile("a" * 64, "audio/mpeg", "a;b\nc.mp3")
    assert media_from_text(str(media)) == media


@pytest.mark.parametrize(
    ("format_", "media", "kind"),
    [
        ("docx", None, "text"),
        (None, None, "text"),
        ("pdf", None, "pdf"),
        ("picture", None, "picture"),
        ("audio", None, "audio"),
        ("vtt", f"sha256:{'a' * 64};video/mp4;a.mp4", "video"),
    ],
)
def test_the_kind_of_a_source(format_: str | None, media: str | None, kind: str) -> None:
    """A transcript with a recording is what its recording is."""
    assert kind_of_source(format_, media) == kind
