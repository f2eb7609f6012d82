"""QualCoder projects of every schema version come in whole, and every row is accounted for."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from crosscase.errors import UnreadableFile
from crosscase.exchange.crossing import CrossingReport
from crosscase.study import Study
from crosscase.study_exchange.inspecting import inspect_file
from crosscase.testing import make_study
from tests.exchange.qualcoder_making import WORDS, empty, qualcoder, qualcoder_folder
from tests.formats.making import pdf


@pytest.fixture
def study(tmp_path: Path) -> Study:
    """A new study in which Ama works."""
    return make_study(tmp_path)


def bring(study: Study, what: bytes | Path) -> CrossingReport:
    """Bring a project in; its report adds up and the study is sound."""
    report = study.projects.bring_in(what, name="Pots.qda" if isinstance(what, bytes) else None)
    assert report.is_balanced, (report.kinds, report.tables)
    assert study.verify() == []
    return report


def quotes(study: Study) -> set[tuple[str, str, str | None]]:
    """The words of each coding with its code and coder."""
    frame = study.codings.frame()
    return {(row["text"], row["code_path"], row["coder"]) for row in frame.iter_rows(named=True)}


@pytest.mark.parametrize("version", [4, 5, 8, 12, 14, 17])
def test_every_schema_version_comes_over(study: Study, version: int) -> None:
    report = bring(study, qualcoder(version))
    assert report.tool == "QualCoder 3.5"
    assert ("Nobody trusted", "People > Feelings > Trust", "Ama") in quotes(study)
    assert ("Nobody trusted", "People > Feelings > Trust", "Ben") in quotes(study)
    assert ("Another 🙂 line", "Winter", "Ama") in quotes(study)
    assert study.sources.text("P01") == WORDS
    assert study.sources.text("P02.txt") == "One line.\nAnother 🙂 line.\n"
    trust = study.codes.get("Trust")
    assert (trust.definition, trust.colour) == ("To rely on somebody.", "#E69F00")
    assert study.codes.get("People").codable is False
    assert study.attributes.values("Northam") == {"Age": 67.0}
    assert study.attributes.values("P01") == {"Sort": "diary"}
    titles = {memo.title for memo in study.memos.all()}
    assert {"Diary", "Strong.", "Which pot?"} <= titles
    assert any(title.startswith("Kept aside from Pots") for title in titles)


def test_each_row_is_read_kept_or_left_out(study: Study) -> None:
    report = bring(study, qualcoder(17))
    tables = {each.table: each for each in report.tables}
    assert all(each.rows == each.accounted for each in report.tables)
    assert (tables["code_text"].rows, tables["code_text"].kept_aside) == (5, 1)
    assert tables["stored_sql"].kept_aside == 1
    assert tables["stored_sql"].reasons == ("crosscase has nothing of this kind.",)
    assert tables["gr_cdct_line_item"].read == 1
    assert tables["attribute"].kept_aside == 1
    memo = next(each for each in study.memos.all() if each.title.startswith("Kept aside"))
    kept = json.dumps(study.memos.get(memo.title).foreign)
    assert '"ssql": "select 1"' in kept
    assert '"ctid": 5' in kept
    assert "seltext" not in kept


def test_words_of_a_source_in_a_graph_stay_with_the_source(study: Study) -> None:
    quote = {"gfreeid": 2, "grid": 1, "freetextid": 2, "free_text": WORDS[21:35], "ctid": 1}
    bring(study, qualcoder(8, [("gr_free_text_item", quote)]))
    memo = next(each for each in study.memos.all() if each.title.startswith("Kept aside"))
    kept = json.dumps(study.memos.get(memo.title).foreign)
    assert "Idea" in kept
    assert "Nobody trusted" not in kept


def test_sub_codes_stand_below_codes(study: Study) -> None:
    bring(study, qualcoder(17))
    assert study.codes.get("People > Feelings > Trust > Blind trust").colour == "#0000FF"


def test_the_same_project_again_doubles_nothing(study: Study) -> None:
    bring(study, qualcoder(8))
    before = (len(study.codes.all()), len(quotes(study)), len(study.memos.all()))
    again = bring(study, qualcoder(8))
    assert again.operation is None
    assert (len(study.codes.all()), len(quotes(study)), len(study.memos.all())) == before


def test_a_newer_state_of_a_project_adds_what_is_new(study: Study) -> None:
    bring(study, qualcoder(8))
    before = len(quotes(study))
    newer = {
        "ctid": 9, "cid": 2, "fid": 1, "pos0": 0, "pos1": 7, "seltext": WORDS[:7],
        "owner": "Ben", "date": "2022-01-01 00:00:00",
    }  # fmt: skip
    again = bring(study, qualcoder(17, more=[("code_text", newer)]))
    assert ("The pot", "Winter", "Ben") in quotes(study)
    assert len(quotes(study)) == before + 1
    assert again.kind("Coding").here_already > 0


def test_two_copies_that_were_worked_on_apart_do_not_hide_each_other(study: Study) -> None:
    """Both gave their next coding the same number."""
    one = {"ctid": 9, "cid": 2, "fid": 1, "pos0": 0, "pos1": 7, "owner": "Ama", "date": "x"}
    other = {**one, "pos0": 4, "owner": "Ben"}
    bring(study, qualcoder(8, more=[("code_text", one)]))
    bring(study, qualcoder(8, more=[("code_text", other)]))
    assert {("The pot", "Winter", "Ama"), ("pot", "Winter", "Ben")} <= quotes(study)


def test_a_folder_brings_its_files_and_tells_of_those_that_are_missing(
    study: Study, tmp_path: Path
) -> None:
    report = bring(study, qualcoder_folder(tmp_path))
    assert report.project == "Pots"
    assert report.kind("PictureSource").imported == 1
    assert report.kind("PictureSelection").imported == 1
    assert report.kind("AudioSource").changed_shape == 1
    assert report.outside == ("absolute:///pictures/far.jpg",)
    assert {"file-missing", "file-outside"} <= {each.slug for each in report.oddities}


def test_areas_of_a_pdf_are_counted_from_above_and_from_page_0(
    study: Study, tmp_path: Path
) -> None:
    folder = qualcoder_folder(tmp_path)
    (folder / "documents").mkdir()
    (folder / "documents" / "r.pdf").write_bytes(pdf("The first page.", "The second page."))
    words = "The first page.\n\nThe second page.\n"
    rows: list[tuple[str, dict[str, object]]] = [
        ("source", {"id": 9, "name": "r.pdf", "fulltext": words, "mediapath": "/docs/r.pdf"}),
        ("code_text", {"cid": 1, "fid": 9, "pos0": 4, "pos1": 9, "seltext": "first"}),
        ("code_image", {"id": 9, "x1": 61.2, "y1": 79.2, "width": 122.4, "height": 158.4,
                        "cid": 2, "pdf_page": 1}),
    ]  # fmt: skip
    (folder / "data.qda").write_bytes(qualcoder(12, rows))
    report = bring(study, folder)
    assert report.kind("PDFSource").imported == report.kind("PDFSelection").imported == 1
    frame = study.codings.frame()
    area = next(row["region"] for row in frame.iter_rows(named=True) if row["source"] == "r.pdf")
    page, *box = (int(each) for each in area.split(","))
    assert page == 2
    assert [round(each / 10_000, 2) for each in box] == [0.1, 0.1, 0.2, 0.2]


def test_what_came_from_qualcoder_leaves_as_refi_qda_and_comes_again(
    study: Study, tmp_path: Path
) -> None:
    bring(study, qualcoder_folder(tmp_path, 17))
    data, _ = study.projects.write()
    with make_study(None, name="other") as other:
        assert other.projects.bring_in(data, name="b.qdpx").is_balanced
        assert quotes(other) == quotes(study)


def test_what_is_said_at_a_time_is_coded_where_the_transcript_says_that_time(
    study: Study, tmp_path: Path
) -> None:
    bring(study, qualcoder_folder(tmp_path))
    assert ("[00:00:05] We came back.\n", "Winter", "Ama") in quotes(study)


def test_the_database_in_its_folder_is_the_project_of_the_folder(tmp_path: Path) -> None:
    folder = qualcoder_folder(tmp_path)
    assert inspect_file(folder / "data.qda").project == "Pots"
    assert inspect_file(folder).counts == inspect_file(folder / "data.qda").counts


def test_a_folder_may_be_called_as_one_likes(study: Study, tmp_path: Path) -> None:
    report = bring(study, qualcoder_folder(tmp_path).rename(tmp_path / "From Ama"))
    assert report.project == "From Ama"
    assert report.kind("PictureSource").imported == 1


def test_a_link_in_the_folder_leads_nowhere_else(study: Study, tmp_path: Path) -> None:
    folder = qualcoder_folder(tmp_path)
    secret = tmp_path / "secret.png"
    (folder / "images" / "map.png").rename(secret)
    (folder / "images" / "map.png").symlink_to(secret)
    report = bring(study, folder)
    assert report.kind("PictureSource").imported == 0


def test_places_counted_in_utf_16_are_found_by_the_words_noted(study: Study) -> None:
    def utf16(place: int) -> int:
        return len(WORDS[:place].encode("utf-16-le")) // 2

    places = [(21, 35), (36, 39), (40, 47), (49, 53)]
    rows: list[tuple[str, dict[str, object]]] = [
        ("source", {"id": 1, "name": "P01", "fulltext": WORDS}),
        ("code_name", {"cid": 1, "name": "Trust"}),
    ]
    for start, end in places:
        row = {"cid": 1, "fid": 1, "pos0": utf16(start), "pos1": utf16(end)}
        rows.append(("code_text", {**row, "seltext": WORDS[start:end]}))
    report = bring(study, empty(8, rows))
    assert {text for text, _, _ in quotes(study)} == {WORDS[slice(*each)] for each in places}
    assert "UTF-16" in " ".join(report.notes)


def test_a_passage_that_reads_otherwise_is_told(study: Study) -> None:
    row = {"ctid": 9, "cid": 2, "fid": 1, "pos0": 0, "pos1": 7, "seltext": "Other", "owner": "Ama"}
    report = bring(study, qualcoder(8, more=[("code_text", row)]))
    told = {each.slug: each.count for each in report.oddities}
    assert told["quotes-differ"] == 1


def test_categories_below_themselves_stand_at_the_top(study: Study) -> None:
    rows = [
        ("code_cat", {"catid": 8, "name": "Egg", "supercatid": 9}),
        ("code_cat", {"catid": 9, "name": "Hen", "supercatid": 8}),
        ("code_name", {"cid": 8, "name": "Orphan", "catid": 77}),
    ]
    report = bring(study, qualcoder(8, more=rows))
    told = {each.slug: each.count for each in report.oddities}
    assert told["parent-unknown"] == 2
    assert study.codes.get("Egg > Hen") or study.codes.get("Hen > Egg")


def test_codes_that_stand_far_too_deep_are_refused(study: Study) -> None:
    rows = [
        ("code_cat", {"catid": n, "name": f"Level {n}", "supercatid": n - 1 if n > 1 else None})
        for n in range(1, 300)
    ]
    with pytest.raises(UnreadableFile) as told:
        study.projects.bring_in(empty(8, rows), name="p.qda")
    assert told.value.slug == "codes-too-deep"
    assert study.codes.all() == []


def test_cells_that_are_no_numbers_leave_their_codings_without_a_place(study: Study) -> None:
    rows: list[tuple[str, dict[str, object]]] = [
        ("code_text", {"ctid": 9, "cid": 1, "fid": 1, "pos0": "x", "pos1": b"\xff"}),
        ("code_text", {"ctid": 10, "cid": 1, "fid": 1, "pos0": -5, "pos1": 10**12}),
        ("code_text", {"ctid": 11, "cid": "none", "fid": 1, "pos0": 0, "pos1": 3}),
    ]
    report = bring(study, qualcoder(8, rows))
    assert {(each.kind, each.slug) for each in report.reasons} >= {
        ("PlainTextSelection", "place-unknown"),
        ("PlainTextSelection", "target-unknown"),
    }


def test_much_that_is_not_modelled_is_left_out_and_counted(study: Study) -> None:
    rows = [("ris", {"risid": n, "tag": "AB", "value": "word " * 20_000}) for n in range(40)]
    rows.append(("ris", {"risid": 99, "value": bytes(1_000_000)}))
    tables = {each.table: each for each in bring(study, qualcoder(8, rows)).tables}
    assert tables["ris"].rows == 42
    assert 0 < tables["ris"].kept_aside < tables["ris"].left_out


def test_paths_that_lead_out_of_the_folder_are_not_followed(study: Study, tmp_path: Path) -> None:
    folder = qualcoder_folder(tmp_path)
    (folder / "images" / "map.png").rename(tmp_path / "secret.png")
    rows = [
        ("source", {"id": 9, "name": "s.png", "mediapath": "/images/../../secret.png"}),
        ("source", {"id": 10, "name": "t.png", "mediapath": f"images:{tmp_path}/secret.png"}),
    ]
    (folder / "data.qda").write_bytes(qualcoder(8, rows))
    report = bring(study, folder)
    assert report.kind("PictureSource").imported == 0
    assert any("secret.png" in each for each in report.outside)


def test_an_empty_project_is_one(study: Study) -> None:
    report = bring(study, empty(17))
    assert report.operation is None
    assert report.kinds == ()


@pytest.mark.shared
def test_the_real_project_comes_over_as_its_manifest_says(study: Study, shared_data: Path) -> None:
    report = bring(study, shared_data / "refi" / "files" / "rcurty_data_data.qda")
    read = {each.table: each.read for each in report.tables}
    assert (read["code_name"], read["source"], read["code_text"]) == (15, 6, 54)
    assert (read["attribute_type"], read["attribute"]) == (3, 18)
    assert report.kind("Coding").imported == 54
    assert all(each.slug != "quotes-differ" for each in report.oddities)


def test_columns_that_nothing_reads_are_told(study: Study) -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(qualcoder(17))
        connection.execute("ALTER TABLE code_name ADD COLUMN mood TEXT")
        connection.execute("ALTER TABLE code_name ADD COLUMN unused TEXT")
        connection.execute("UPDATE code_name SET mood = 'cold'")
        connection.commit()
        data = connection.serialize()
    tables = {each.table: each for each in bring(study, data).tables}
    [said] = tables["code_name"].reasons
    assert "mood" in said
    assert "unused" not in said


def test_a_source_that_was_renamed_and_edited_is_the_same_one(study: Study) -> None:
    bring(study, qualcoder(8))
    before = (len(study.sources.all()), study.counts().codings)
    with closing(sqlite3.connect(":memory:")) as newer:
        newer.deserialize(qualcoder(8))
        newer.execute("UPDATE source SET name = 'Kofi', fulltext = fulltext || 'x' WHERE id = 1")
        newer.commit()
        again = bring(study, newer.serialize())
    assert (len(study.sources.all()), study.counts().codings) == before
    assert study.sources.text("Kofi").endswith("x")
    assert not again.vanished
