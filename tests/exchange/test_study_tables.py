"""Every table of a study, written at once."""

from __future__ import annotations

import csv
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import openpyxl
import pytest

from crosscase.errors import Conflict, MistakeOfUse, NotFound
from crosscase.model.fields import FieldType
from crosscase.model.kinds import KINDS
from crosscase.study import Study
from crosscase.study_exchange.study_tables import StudyTable
from crosscase.testing import make_study
from tests.exchange.making import everything
from tests.exchange.qualcoder_making import qualcoder


@pytest.fixture
def study(tmp_path: Path) -> Study:
    """A study with something of most kinds."""
    made = make_study(None)
    made.projects.bring_in(everything(), name="pot.qdpx")
    return made


def tables_of(study: Study) -> dict[str, StudyTable]:
    return {each.name: each for each in study.projects.tables()}


def rows_of(study: Study, name: str) -> list[dict[str, object]]:
    table = tables_of(study)[name]
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows]


def test_every_kind_of_the_model_is_in_the_dump_with_all_that_it_declares(study: Study) -> None:
    tables = tables_of(study)
    assert set(tables) == {*KINDS, "turn"}
    never = {("revision", name) for name in ("text", "layout", "edits", "replaced")}
    never |= {("source", "original")}
    for kind in KINDS.values():
        if kind.name == "operation":  # told as people read the history
            continue
        columns = tables[kind.name].columns
        assert "id" in columns
        for spec in kind.fields:
            told = any(each == spec.name or each.startswith(f"{spec.name}_") for each in columns)
            assert told == (spec.name != "dropped" and (kind.name, spec.name) not in never), (
                kind.name,
                spec.name,
            )
            if spec.type is FieldType.REFERENCE:
                assert f"{spec.name}_name" in columns


def test_a_row_has_ids_and_names_side_by_side(study: Study) -> None:
    [first, *_] = [row for row in rows_of(study, "coding") if row["code_name"] == "People > Trust"]
    trust = study.codes.get("People > Trust")
    assert (first["code"], first["coder_name"]) == (trust.id, "Ama")
    member = rows_of(study, "set_member")
    assert {row["set_name"] for row in member} == {"Begin"}
    assert {row["member_name"] for row in member} == {"People > Trust", "P01"}
    memo = next(row for row in rows_of(study, "memo") if row["title"] == "On trust")
    assert memo["text"] == "Two kinds."
    value = next(row for row in rows_of(study, "attribute_value") if row["value"] is True)
    assert (value["attribute_name"], value["subject_name"]) == ("Deprived", "Northam")


def test_passages_lie_in_the_words_as_they_are_now(study: Study) -> None:
    study.sources.correct("P01", study.sources.text("P01").replace("The pot", "Our pot"))
    memos = [row for row in rows_of(study, "memo") if row["passage_text"]]
    text = study.sources.text("P01")
    for row in memos:
        start, end = row["passage_start_char"], row["passage_end_char"]
        assert isinstance(start, int)
        assert isinstance(end, int)
        assert text[start:end] == row["passage_text"]
    [source] = [row for row in rows_of(study, "source") if row["name"] == "P01"]
    assert source["text"] == text
    assert not any("The pot" in str(row) for row in rows_of(study, "revision"))


def test_what_is_removed_is_in_no_table_and_not_named_by_one(study: Study) -> None:
    trust, p01 = study.codes.get("People > Trust").id, study.sources.get("P01").id
    study.codes.remove("People > Trust")
    study.sources.remove("P01")
    for table in study.projects.tables():
        if table.name != "operation":
            assert trust not in str(table.rows), table.name
            assert p01 not in str(table.rows), table.name
            assert "Nobody trusted" not in str(table.rows), table.name


def test_no_path_of_a_machine_is_told(study: Study) -> None:
    said = "".join(str(row["foreign"]) for row in rows_of(study, "source"))
    assert "film.mp4" in said
    assert "tape.m4a" in said
    assert "internal://board.png" in said
    assert "C:/" not in said
    assert "absolute:" not in said


def test_the_three_forms_hold_the_same_rows(study: Study, tmp_path: Path) -> None:
    tables = tables_of(study)
    for name in ("all.xlsx", "all.json", "all"):
        made = study.projects.write_tables(tmp_path / name)
        assert made.rows == {each.name: len(each.rows) for each in tables.values()}
    held = json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))
    book = openpyxl.load_workbook(tmp_path / "all.xlsx", read_only=True)
    for name, table in tables.items():
        assert [tuple(row.values()) for row in held[name]] == [tuple(row) for row in table.rows]
        with (tmp_path / "all" / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
            lines = list(csv.reader(stream))
        assert lines[0] == list(table.columns)
        assert len(lines) == len(table.rows) + 1
        sheet = [row for row in book[name].iter_rows(values_only=True) if any(row)]
        assert len(sheet) == len(table.rows) + 1
    book.close()


def test_no_cell_of_a_csv_is_run_as_a_formula(study: Study, tmp_path: Path) -> None:
    study.memos.write("Costs", "=HYPERLINK(1)")
    study.projects.write_tables(tmp_path / "all")
    assert "'=HYPERLINK(1)" in (tmp_path / "all" / "memo.csv").read_text(encoding="utf-8")


def test_a_sheet_says_how_many_cells_it_cut_and_json_holds_them_whole(tmp_path: Path) -> None:
    with make_study(None) as study:
        (tmp_path / "Long.txt").write_text("pot " * 10_000)
        study.sources.add(tmp_path / "Long.txt")
        assert study.projects.write_tables(tmp_path / "all.xlsx").cut >= 1
        assert study.projects.write_tables(tmp_path / "all.json").cut == 0
        held = json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))
        assert held["source"][0]["text"] == study.sources.text("Long.txt")


def test_what_is_there_is_replaced_on_wish_alone_and_nothing_else_ever(
    study: Study, tmp_path: Path
) -> None:
    for name in ("all.json", "all"):
        study.projects.write_tables(tmp_path / name)
        with pytest.raises(Conflict):
            study.projects.write_tables(tmp_path / name)
        study.projects.write_tables(tmp_path / name, replace=True)
    (tmp_path / "all" / "thesis.docx").write_text("mine")
    with pytest.raises(Conflict):
        study.projects.write_tables(tmp_path / "all", replace=True)
    assert (tmp_path / "all" / "thesis.docx").read_text() == "mine"
    with pytest.raises(MistakeOfUse):
        study.projects.write_tables(tmp_path / "all.docx")
    for name in ("all.json", "all.xlsx", "all"):
        with pytest.raises(NotFound):
            study.projects.write_tables(tmp_path / "nowhere" / name)
    assert not list(tmp_path.glob("*.part"))


def test_nothing_that_lies_beside_what_is_written_is_lost(tmp_path: Path) -> None:
    (tmp_path / "all.part").mkdir()
    (tmp_path / "all.part" / "mine.txt").write_text("My work")
    (tmp_path / "all.json.part").write_text("Mine")
    with make_study(None) as study:
        study.projects.write_tables(tmp_path / "all")
        study.projects.write_tables(tmp_path / "all.json")
    names = {each.name for each in tmp_path.iterdir()}
    assert names == {"all", "all.json", "all.part", "all.json.part"}
    assert (tmp_path / "all.part" / "mine.txt").read_text() == "My work"


def test_rows_of_another_tool_s_own_tables_are_in_no_table() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(qualcoder(17))
        connection.execute("CREATE TABLE odd (said TEXT)")
        connection.execute("INSERT INTO odd VALUES ('words of nobody knows whom')")
        connection.commit()
        data = connection.serialize()
    with make_study(None) as study:
        study.projects.bring_in(data, name="q")
        told = [str(cell) for each in study.projects.tables() for row in each.rows for cell in row]
    assert not any("nobody knows whom" in each for each in told)
