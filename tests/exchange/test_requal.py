"""requal files: what comes over, where segments lie, and what is kept aside."""

from __future__ import annotations

from pathlib import Path

import pytest

from crosscase.errors import MistakeOfUse
from crosscase.study import Study
from crosscase.testing import make_study
from tests.exchange.requal_files import ADDRESS, TEXT, requal_file


@pytest.fixture
def study() -> Study:
    """An empty study."""
    return make_study(None)


def test_a_file_comes_over_whole_and_the_report_balances(study: Study) -> None:
    report = study.projects.bring_in(requal_file(), name="pot.requal")
    assert report.is_balanced
    counts = {each.kind: each.present for each in report.kinds}
    assert counts == {
        "Case": 1, "Code": 2, "Coding": 3, "MemberCode": 1, "Note": 5, "NoteRef": 4,
        "PlainTextSelection": 4, "Set": 1, "SourceRef": 1, "TextSource": 1, "User": 2,
        "Variable": 2, "VariableValue": 2,
    }  # fmt: skip
    assert all(each.rows == each.accounted for each in report.tables)
    assert report.oddities == ()
    assert study.sources.text("Talk") == TEXT.replace("\r\n", "\n")
    assert study.verify() == []


def test_the_first_character_is_one_and_the_last_belongs_to_a_segment(study: Study) -> None:
    study.projects.bring_in(requal_file(), name="pot.requal")
    frame = study.codings.frame().select("text", "code_path", "coder")
    assert sorted(frame.iter_rows()) == [
        ("Nobody trusted it", "Trust", "Ann"),
        ("Nobody trusted it", "Trust", "ben"),
        ("winter", "Seasons", "ben"),
    ]


def test_codes_cases_and_memos_stand_where_they_hung(study: Study) -> None:
    study.projects.bring_in(requal_file(), name="pot.requal")
    trust, northam = study.codes.get("Trust"), study.cases.get("Northam")
    assert (trust.definition, trust.colour) == ("Readiness to rely", "#E69F00")
    assert [each.set.name for each in study.sets.all()] == ["People"]
    assert [member.id for member in study.sets.members("People")] == [trust.id]
    assert study.attributes.values(northam.id)["Deprived"] == "yes"
    assert study.attributes.values(study.sources.get("Talk").id)["Kind"] == "interview"
    about = {study.memos.text(each.id): each for each in study.memos.all()}
    assert about["Two kinds of trust"].about == trust.id
    assert about["On the whole talk"].about == study.sources.get("Talk").id
    passage = about["Whose pot?"].passage
    assert passage is not None
    assert TEXT[passage.start_char : passage.end_char] == "pot"
    assert "Free" in about


def test_attributes_of_people_are_kept_aside(study: Study) -> None:
    report = study.projects.bring_in(requal_file(), name="pot.requal")
    kept = {each.table: each.kept_aside for each in report.tables}
    assert (kept["attributes"], kept["attribute_values"], kept["attributes_users_map"]) == (1, 1, 1)
    [aside] = [each for each in study.memos.all() if each.title.startswith("Kept aside")]
    assert "student" in str(aside.foreign)


def test_addresses_never_come_in(study: Study) -> None:
    study.projects.bring_in(requal_file(), name="pot.requal")
    told = str([table.rows for table in study.projects.tables()])
    assert "Ann" in told
    assert ADDRESS not in told
    assert "Eve" not in told  # she has nothing to do with this project


def test_the_same_file_again_doubles_nothing(study: Study) -> None:
    study.projects.bring_in(requal_file(), name="pot.requal")
    again = study.projects.bring_in(requal_file(), name="pot.requal")
    assert again.operation is None
    assert again.is_balanced


def copy_of(who: int, name: str, start: int) -> bytes:
    """A copy of the project in which somebody made one more of each kind."""
    return requal_file(
        more=[
            (
                "documents",
                (
                    2,
                    1,
                    who,
                    f"Notes of {name}",
                    None,
                    f"{name} wrote this.",
                    f"2025-07-0{start} 10:00:00",
                ),
            ),
            ("codes", (1, 3, who, f"Code of {name}", None, None)),
            ("categories", (1, 2, who, f"Set of {name}", None)),
            ("categories_codes_map", (1, 2, 3)),
            ("cases", (1, 2, f"Case of {name}", None)),
            ("cases_documents_map", (1, 2, 2)),
            ("memos", (1, 6, who, f"Memo of {name}")),
            ("memos_documents_map", (6, 1, start, start + 2)),
            ("attributes", (4, f"Attribute of {name}", "case", None, 1, who)),
            ("attribute_values", (4, 4, name)),
            ("attributes_cases_map", (2, 4, 4, 1)),
            ("segments", (1, who, 2, 3, 4, 1, 3, name[:3])),
        ]
    )


@pytest.mark.parametrize("who", [1, 2])
def test_copies_of_one_project_keep_what_was_made_in_each(study: Study, who: int) -> None:
    for person, name, start in ((1, "Ann", 1), (who, "Ben", 5)):
        report = study.projects.bring_in(copy_of(person, name, start), name="pot.requal")
        assert report.is_balanced
    memos = {study.memos.text(each.id) for each in study.memos.all()}
    assert {"Memo of Ann", "Memo of Ben"} <= memos
    assert {each.name for each in study.sources.all()} >= {"Notes of Ann", "Notes of Ben"}
    for name in ("Ann", "Ben"):
        case = study.cases.get(f"Case of {name}")
        assert study.attributes.values(case.id) == {f"Attribute of {name}": name}
    if who == 2:  # the codes and sets of one person are told apart by their numbers alone
        assert {"Set of Ann", "Set of Ben"} <= {each.set.name for each in study.sets.all()}
        rows = study.codings.frame().iter_rows(named=True)
        found = {(row["text"], row["code_path"], row["coder"]) for row in rows}
        assert {("Ann", "Code of Ann", "Ann"), ("Ben", "Code of Ben", "ben")} <= found
    for person, name, start in ((1, "Ann", 1), (who, "Ben", 5)):
        again = study.projects.bring_in(copy_of(person, name, start), name="pot.requal")
        assert again.operation is None or who == 1
    assert study.verify() == []


def test_one_project_of_several_is_chosen_by_name(study: Study) -> None:
    data = requal_file(more=[("projects", (2, "The pan", None, None)),
                             ("documents", (9, 2, 1, "Other", "", "words", None))])  # fmt: skip
    with pytest.raises(MistakeOfUse):
        study.projects.bring_in(data, name="pots.requal")
    report = study.projects.bring_in(data, name="pots.requal", project="The pan")
    assert report.is_balanced
    assert [each.name for each in study.sources.all()] == ["Other"]


def test_words_that_read_otherwise_than_noted_are_told(study: Study) -> None:
    wrong = ("segments", (1, 1, 1, 2, 9, 1, 3, "something else"))
    report = study.projects.bring_in(requal_file(more=[wrong]), name="pot.requal")
    assert {each.slug: each.count for each in report.oddities} == {"quotes-differ": 1}


@pytest.mark.parametrize(
    "missing",
    [
        ["logs", "users", "user_permissions", "requal_version"],
        ["memos", "memos_codes_map", "memos_documents_map", "memos_segments_map"],
        ["cases", "attributes", "attribute_values", "categories", "categories_codes_map"],
    ],
)
def test_tables_that_other_versions_lack_are_not_missed(study: Study, missing: list[str]) -> None:
    report = study.projects.bring_in(requal_file(without=missing), name="pot.requal")
    assert report.is_balanced
    assert report.kind("Coding").imported >= 2


def test_cells_of_the_wrong_kind_are_accepted_and_told(study: Study) -> None:
    wrong = [
        ("documents", (97, 1, "x", b"\xff", 5, None, "yesterday")),
        ("codes", (1, 95, None, None, b"\x00\x01", "rgb(999,0,0)")),
        ("categories", (1, 96, None, None, None)),
        ("categories_codes_map", (1, 96, 12345)),
        ("segments", (1, None, 1, 1, 90, "a", "b", None)),
        ("segments", (1, 7, 1, 1, 91, 10**15, -5, "x")),
        ("segments", (1, 7, 12345, 1, 92, 1, 2, "x")),
        ("segments", (1, 7, 1, 12345, 93, 1, 2, "Th")),
        ("memos", (1, 94, None, None)),
        ("memos_documents_map", (1, 1, 0, 0)),
        ("memos_documents_map", (1, None, "x", 1.5)),
        ("attributes", (97, None, "case", None, 1, None)),
        ("attributes_cases_map", (1, 97, 12345, 1)),
    ]
    report = study.projects.bring_in(requal_file(more=wrong), name="pot.requal")
    assert report.is_balanced, report.tables
    assert "colour-unreadable" in {each.slug for each in report.oddities}
    assert study.verify() == []


@pytest.mark.shared
def test_a_real_file_comes_in_with_the_counts_of_its_manifest(
    study: Study, shared_data: Path
) -> None:
    report = study.projects.bring_in(shared_data / "refi" / "files" / "requal_test_basic.requal")
    assert report.is_balanced
    assert {each.kind: each.imported for each in report.kinds} == {"User": 1}
    assert report.project == "test_basic"
