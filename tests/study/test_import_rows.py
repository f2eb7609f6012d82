"""A table whose rows become sources."""

from __future__ import annotations

from pathlib import Path

import pytest

from crosscase.errors import MistakeOfUse
from crosscase.testing import make_study

CSV = (
    "id,answer,why,service,asked on,score\n"
    "r1,Kind nurses,They listened,Ward,30/09/2021,5\n"
    "r2,,,Ward,05/10/2021,1\n"
    "r3,Long waits,Nobody came,Clinic,01/02/2022,2\n"
)


def test_a_row_becomes_a_source_with_typed_attributes(tmp_path: Path) -> None:
    """Text columns make the text; a row without text is left out; one day settles the order."""
    path = tmp_path / "survey.csv"
    path.write_text(CSV, encoding="utf-8")
    study = make_study()
    report = study.sources.import_rows(
        path,
        text_columns=["answer"],
        attribute_columns=["service", "asked on", "score"],
        name_column="id",
    )
    assert [each.name for each in report.imported] == ["r1", "r3"]
    assert study.sources.text("r3") == "Long waits"
    types = {each.name: each.value_type for each in study.attributes.all()}
    assert types == {"service": "text", "asked on": "day", "score": "number"}
    assert study.verify() == []


def test_the_rest_of_the_columns_is_the_text(tmp_path: Path) -> None:
    """Without text columns, what is neither name nor attribute stands under its column's name."""
    path = tmp_path / "survey.csv"
    path.write_text(CSV, encoding="utf-8")
    study = make_study()
    study.sources.import_rows(
        path, attribute_columns=["service", "asked on", "score"], name_column="id"
    )
    assert study.sources.text("r1") == "answer\nKind nurses\n\nwhy\nThey listened"


def test_importing_the_same_table_again_doubles_nothing(tmp_path: Path) -> None:
    """Rows are known by their file and number."""
    path = tmp_path / "survey.csv"
    path.write_text(CSV, encoding="utf-8")
    study = make_study()
    study.sources.import_rows(path, text_columns=["answer"], name_column="id")
    again = study.sources.import_rows(path, text_columns=["answer"], name_column="id")
    assert (len(again.imported), len(again.duplicates)) == (0, 2)


def test_a_column_with_days_in_two_orders_is_refused_with_a_way_out(tmp_path: Path) -> None:
    """Days that can be read in two ways are never guessed; a type can be given instead."""
    path = tmp_path / "survey.csv"
    path.write_text("id,said,on\na,x,30/09/2021\nb,y,5/31/2022\nc,z,05/06/2022\n", encoding="utf-8")
    study = make_study()
    with pytest.raises(MistakeOfUse) as refused:
        study.sources.import_rows(
            path, text_columns=["said"], attribute_columns=["on"], name_column="id"
        )
    assert ":text" in (refused.value.hint or "")
    assert study.counts().sources == 0
    study.sources.import_rows(
        path, text_columns=["said"], attribute_columns=["on=asked on:text"], name_column="id"
    )
    assert [each.name for each in study.attributes.all()] == ["asked on"]


def test_an_unknown_column_is_named(tmp_path: Path) -> None:
    """A column that is not there is a sentence with the nearest names."""
    path = tmp_path / "survey.csv"
    path.write_text(CSV, encoding="utf-8")
    with pytest.raises(MistakeOfUse, match="no column “anwser”"):
        make_study().sources.import_rows(path, text_columns=["anwser"])
