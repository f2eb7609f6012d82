"""Importing files: what comes in, what is reported, and what is left as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from crosscase.errors import MistakeOfUse, NotFound, UnreadableFile
from crosscase.intake.replacements import read_replacements
from crosscase.intake.staging import ReadingOptions
from crosscase.study import Study
from crosscase.testing import make_study

INTERVIEW = "Interviewer: How is it?\n\nP01: We lost trust.\n\nInterviewer: Why?\n\nP01: Money.\n"


@pytest.fixture
def study() -> Study:
    """An empty study in memory."""
    return make_study()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two interviews, a hidden file and a picture."""
    (tmp_path / "a.txt").write_text(INTERVIEW, encoding="utf-8")
    (tmp_path / "b.md").write_text("# Notes\n\nA walk along the front.\n", encoding="utf-8")
    (tmp_path / ".hidden.txt").write_text("no", encoding="utf-8")
    (tmp_path / "photo.tiff").write_bytes(b"II*\0")
    return tmp_path


def test_a_folder_gives_its_readable_files_as_one_operation(study: Study, folder: Path) -> None:
    """Files of known kinds come in by name, hidden ones and pictures do not."""
    report = study.sources.add(folder)
    assert [each.name for each in report.imported] == ["a.txt", "b.md"]
    assert study.log()[0].sentence == "imported 2 sources"
    assert study.counts().turns == 5
    assert study.verify() == []


def test_clear_speakers_are_taken_and_reported(study: Study, folder: Path) -> None:
    """The labels that are clear become turns."""
    report = study.sources.add(folder / "a.txt")
    assert set(report.imported[0].staged.taken) == {"Interviewer", "P01"}


def test_no_speakers_are_taken_when_asked_not_to(study: Study, folder: Path) -> None:
    """With speakers none, each paragraph is a turn without a speaker."""
    report = study.sources.add(folder / "a.txt", options=ReadingOptions(speakers="none"))
    assert report.imported[0].staged.taken == ()
    assert study.sources.frame()["speakers"].to_list() == [""]


def test_asked_for_speakers_are_those_chosen(study: Study, folder: Path) -> None:
    """With speakers ask, the one who is asked decides."""
    options = ReadingOptions(speakers="ask", choose_speakers=lambda name, preview: ["P01"])
    study.sources.add(folder / "a.txt", options=options)
    assert study.sources.frame()["speakers"].to_list() == ["P01"]


def test_the_same_bytes_are_reported_not_doubled(study: Study, folder: Path) -> None:
    """A file that is here already, under whatever name, does not come in again."""
    study.sources.add(folder / "a.txt")
    (folder / "again.txt").write_bytes((folder / "a.txt").read_bytes())
    report = study.sources.add([folder / "again.txt", folder / "b.md"])
    assert report.duplicates == (("again.txt", "a.txt"),)
    assert [each.name for each in report.imported] == ["b.md"]


def test_another_file_of_the_same_name_gets_a_number(study: Study, folder: Path) -> None:
    """Names stay unique, and nothing is overwritten."""
    study.sources.add(folder / "a.txt")
    (folder / "a.txt").write_text("P02: Another talk.\n", encoding="utf-8")
    study.sources.add(folder / "a.txt")
    assert [source.name for source in study.sources.all()] == ["a.txt", "a.txt (2)"]


def test_files_that_can_be_read_are_kept_and_the_others_listed(study: Study, folder: Path) -> None:
    """An empty file is refused by name; the rest of the import stands."""
    (folder / "empty.txt").write_bytes(b"")
    report = study.sources.add(folder)
    assert [each.name for each in report.refused] == ["empty.txt"]
    assert len(report.imported) == 2


def test_strict_stores_nothing_when_one_file_cannot_be_read(study: Study, folder: Path) -> None:
    """With strict, the first refusal stops the import before anything is stored."""
    (folder / "empty.txt").write_bytes(b"")
    with pytest.raises(UnreadableFile):
        study.sources.add(folder, strict=True)
    assert study.counts().sources == 0


def test_a_dry_run_shows_what_would_come_in(study: Study, folder: Path) -> None:
    """Nothing is stored, yet the report is the same."""
    report = study.sources.add(folder, dry_run=True)
    assert len(report.imported) == 2 and report.operation is None
    assert study.counts().sources == 0


def test_a_missing_file_is_named(study: Study, tmp_path: Path) -> None:
    """A path that is not there is a plain sentence."""
    with pytest.raises(NotFound, match=r"There is no file or folder"):
        study.sources.add(tmp_path / "gone.txt")


def test_originals_are_kept_only_when_the_study_or_the_import_says_so(
    study: Study, folder: Path
) -> None:
    """Unset means not kept; the setting and the import can say keep."""
    assert not study.sources.add(folder / "a.txt").originals_kept
    study.settings.set("originals", "keep")
    assert study.sources.add(folder / "b.md").originals_kept
    kept = {source.name: source.original is not None for source in study.sources.all()}
    assert kept == {"a.txt": False, "b.md": True}
    with pytest.raises(MistakeOfUse, match="says nothing about original files"):
        study.sources.add(folder / "a.txt", originals="perhaps")


def test_pseudonyms_are_applied_and_only_their_places_are_stored(
    study: Study, tmp_path: Path
) -> None:
    """The text holds the replacement; the study holds where, never what stood there."""
    (tmp_path / "c.txt").write_text("P01: Dr Marlow told me so.\n", encoding="utf-8")
    pairs = read_replacements(("find", "replace"), (("Dr Marlow", "[consultant A]"),))
    report = study.sources.add(tmp_path / "c.txt", options=ReadingOptions(replacements=pairs))
    assert study.sources.text("c.txt") == "P01: [consultant A] told me so.\n"
    (place,) = report.imported[0].staged.replaced
    assert place.original == "Dr Marlow"
    stored = [entry.fields for entry in study.history(_revision_of(study))]
    assert stored[0] is not None and stored[0]["replaced"] == [[5, 19]]


def _revision_of(study: Study) -> str:
    from crosscase.model.nouns import Revision

    with study._session.reading() as reading:
        return reading.all(Revision)[0].id


def test_pages_of_a_replaced_text_are_carried(study: Study, tmp_path: Path) -> None:
    """Headings keep their place when a replacement before them changes the length."""
    (tmp_path / "d.md").write_text("Marlow\n\n# Aims\n\nTo help.\n", encoding="utf-8")
    pairs = read_replacements(("find", "replace"), (("Marlow", "[a consultant]"),))
    report = study.sources.add(tmp_path / "d.md", options=ReadingOptions(replacements=pairs))
    staged = report.imported[0].staged
    headings = [s for s in staged.layout.segments if s.kind == "heading"]
    assert [staged.text[h.start_char : h.end_char] for h in headings] == ["# Aims"]


def test_chinese_is_counted_and_a_translation_pairs_turn_by_turn(
    study: Study, tmp_path: Path
) -> None:
    """Each Han character is a word, and an original stands beside its translation."""
    (tmp_path / "zh.txt").write_text(
        "访谈者：你好吗？\n\n王：我们失去了信任。\n\n访谈者：为什么？\n\n王：没有钱。\n",
        encoding="utf-8",
    )
    (tmp_path / "en.txt").write_text(
        "Interviewer: How are you?\n\nWang: We lost trust.\n\n"
        "Interviewer: Why?\n\nWang: No money.\n",
        encoding="utf-8",
    )
    study.sources.add(tmp_path / "zh.txt", options=ReadingOptions(language="zh"))
    study.sources.add(tmp_path / "en.txt", options=ReadingOptions(language="en"))
    study.sources.pair("en.txt", "zh.txt")
    pairs = study.sources.paired_turns("en.txt")
    assert pairs[1] == ("王：我们失去了信任。", "Wang: We lost trust.")
    words = dict(study.sources.frame().select("source", "words").iter_rows())
    assert words["zh.txt"] == 3 + 3 + 1 + 7 + 3 + 3 + 1 + 3


def test_describing_refuses_a_taken_name(study: Study, folder: Path) -> None:
    """Two sources cannot be given one name."""
    study.sources.add(folder)
    with pytest.raises(MistakeOfUse, match="already"):
        study.sources.describe("a.txt", name="b.md")


def test_a_removed_source_hides_its_codings_and_restores_them(study: Study, folder: Path) -> None:
    """Removing writes one change; restoring brings back exactly what was hidden."""
    study.sources.add(folder)
    study.codes.add("Trust")
    study.codings.add("a.txt", "Trust", quote="We lost trust.")
    source = study.sources.get("a.txt")
    study.sources.remove("a.txt")
    assert (study.counts().sources, study.counts().codings) == (1, 0)
    study.sources.restore(source.id)
    assert (study.counts().sources, study.counts().codings) == (2, 1)
    assert study.verify() == []
