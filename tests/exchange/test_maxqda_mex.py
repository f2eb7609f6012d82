"""MAXQDA exchange files: locked words, words that can be read, and all that lies beside them."""

from __future__ import annotations

from pathlib import Path

import pytest

from crosscase.formats.maxqda_mex.codes import colour_of
from crosscase.study import Study
from crosscase.testing import make_study
from tests.exchange.mex_files import TEXT, mex_file

PLAIN = TEXT.replace("\r\n", "\n")


@pytest.fixture
def study() -> Study:
    """An empty study."""
    return make_study(None)


def codings(study: Study) -> list[tuple[str, str, str | None]]:
    return sorted(study.codings.frame().select("text", "code_path", "coder").iter_rows())


def test_a_file_comes_over_whole_and_the_report_balances(study: Study) -> None:
    report = study.projects.bring_in(mex_file(), name="pot.mex")
    assert report.is_balanced
    assert report.tool == "MAXQDA 12 12.3.3 WIN"
    counts = {each.kind: each.present for each in report.kinds}
    assert counts == {
        "Code": 3, "Coding": 3, "MemberCode": 1, "MemberSource": 2, "Note": 5, "NoteRef": 4,
        "PlainTextSelection": 3, "Set": 3, "TextSource": 1, "User": 2, "Variable": 2,
        "VariableValue": 2,
    }  # fmt: skip
    assert all(each.rows == each.accounted for each in report.tables)
    assert study.verify() == []


def test_of_locked_words_the_beginnings_of_coded_passages_come_over_and_that_is_told(
    study: Study,
) -> None:
    report = study.projects.bring_in(mex_file(), name="pot.mex")
    assert study.sources.text("Talk") == "Nobody trust\nthe winter c"
    assert codings(study) == [
        ("Nobody trust", "People", "ann"),
        ("Nobody trust", "People > Trust", "ann"),
        ("the winter c", "Seasons", "ann"),
    ]
    assert "words-locked" in {each.slug for each in report.oddities}
    assert "locked the words" in (study.sources.get("Talk").note or "")
    locked = {each.table: each.left_out for each in report.tables}
    assert (locked["Texts_PlainTextWin_BLOBS"], locked["Codings_Text_BLOBS"]) == (1, 3)


@pytest.mark.parametrize("kind", ["utf-16", "utf-8", "rtf"])
@pytest.mark.parametrize("base", [0, 1])
def test_words_that_can_be_read_come_over_whole_wherever_counting_begins(
    study: Study, kind: str, base: int
) -> None:
    report = study.projects.bring_in(mex_file(kind=kind, base=base), name="pot.mex")
    assert report.is_balanced
    assert study.sources.text("Talk").rstrip() == PLAIN.rstrip()
    assert [text for text, *_ in codings(study)] == [
        "Nobody trusted", "Nobody trusted", "the winter came",
    ]  # fmt: skip
    assert "words-locked" not in {each.slug for each in report.oddities}


def test_codes_sets_variables_and_memos_stand_where_they_stood(study: Study) -> None:
    study.projects.bring_in(mex_file(kind="utf-16"), name="pot.mex")
    assert study.codes.get("People").colour == "#E69F00"
    trust, talk = study.codes.get("People > Trust"), study.sources.get("Talk")
    assert {each.set.name for each in study.sets.all()} == {
        "Interviews", "First round", "Begin with",
    }  # fmt: skip
    assert [member.id for member in study.sets.members("Begin with")] == [trust.id]
    assert study.attributes.values(talk.id) == {"Age": 67, "Region": "north"}
    memos = {study.memos.text(each.id): each for each in study.memos.all()}
    assert memos["Words of 1"].about == talk.id
    assert memos["Words of 2"].about == trust.id
    assert memos["Words of 3"].about not in (None, talk.id, trust.id)  # a coding
    assert memos["Words of 4"].about is None
    assert "So it is" in memos


def test_no_path_of_another_machine_comes_in(study: Study) -> None:
    study.projects.bring_in(mex_file(), name="pot.mex")
    told = str([table.rows for table in study.projects.tables()])
    assert "tape.mp3" in told
    assert "ann7731" not in told


def test_the_same_file_again_doubles_nothing(study: Study) -> None:
    study.projects.bring_in(mex_file(), name="pot.mex")
    again = study.projects.bring_in(mex_file(), name="pot.mex")
    assert again.operation is None
    assert again.is_balanced


@pytest.mark.parametrize(
    "missing",
    [["sys_Setup", "sys_Fields", "sys_Models"], ["Memos", "Memos_Text_BLOBS", "Textgroups"],
     ["Texts_PlainTextWin_BLOBS", "Codings_Text_BLOBS", "Wordsets", "Textsets"]],
)  # fmt: skip
def test_tables_that_other_versions_lack_are_not_missed(study: Study, missing: list[str]) -> None:
    report = study.projects.bring_in(mex_file(without=missing), name="pot.mex")
    assert report.is_balanced, report.tables
    assert len(codings(study)) == 3


def test_cells_of_the_wrong_kind_are_accepted_and_told(study: Study) -> None:
    wrong = [
        ("Codewords", (90, 91, None, -5, b"\xff", 7, None, None)),
        ("Codewords", (91, 90, b"\x00", 2**70 - 2**70 + 2**40, None, None, None, None)),
        ("Texts", (92, "x", None, None, "no day", None, None, None, None, None, None, b"\x01",
                   None, None)),
        ("Texts_PlainTextWin_BLOBS", (92, 5)),
        ("Codings", (93, 1, 2, None, None, None, None, None, None, None, None, None, None)),
        ("Codings", (94, 1, 12345, 1, "x", None, None, None, None, -5, 10**15, None, None)),
        ("Codings", (95, 12345, 2, 1, "x", None, None, None, None, 0, 1, None, None)),
        ("Codings_Text_BLOBS", (94, b"{\\rtf1 \\bin999999999 ")),
        ("Memos", (96, "x", 12345, -1, None, None, None, None, None, None, None)),
        ("Textlinks", (None, None, None, None)),
    ]  # fmt: skip
    for kind in ("locked", "utf-16"):
        report = study.projects.bring_in(mex_file(kind=kind, more=wrong), name=f"{kind}.mex")
        assert report.is_balanced, report.tables
        assert {"colour-unreadable", "parent-unknown"} <= {each.slug for each in report.oddities}
        assert study.verify() == []


def test_colours_are_read_without_their_opacity() -> None:
    assert colour_of(0xFF0000FF) == "#0000FF"
    assert colour_of(0x00E69F00) == "#E69F00"
    assert colour_of(0x40E69F00) is None
    assert colour_of(-1) is None


@pytest.mark.shared
def test_a_real_file_comes_in_with_the_counts_of_its_manifest(
    study: Study, shared_data: Path
) -> None:
    path = shared_data / "refi" / "files" / "maxqdar_test.mex"
    report = study.projects.bring_in(path)
    assert report.is_balanced
    assert {each.kind: each.imported for each in report.kinds} == {
        "Code": 7, "Coding": 402, "PlainTextSelection": 402, "TextSource": 39, "User": 1,
    }  # fmt: skip
    assert study.projects.bring_in(path).operation is None
