"""RQDA projects come in without what was deleted in them, and every row is accounted for."""

from __future__ import annotations

from pathlib import Path

import pytest

from crosscase.exchange.crossing import CrossingReport
from crosscase.study import Study
from crosscase.testing import make_study
from tests.exchange.rqda_making import RQDA_WORDS, rqda


@pytest.fixture
def study(tmp_path: Path) -> Study:
    """A new study in which Ama works."""
    return make_study(tmp_path)


def bring(study: Study, what: bytes | Path) -> CrossingReport:
    """Bring a project in; its report adds up and the study is sound."""
    report = study.projects.bring_in(what, name="Pots.rqda" if isinstance(what, bytes) else None)
    assert report.is_balanced, (report.kinds, report.tables)
    assert study.verify() == []
    return report


def quotes(study: Study) -> set[tuple[str, str, str | None]]:
    """The words of each coding with its code and coder."""
    frame = study.codings.frame()
    return {(row["text"], row["code_path"], row["coder"]) for row in frame.iter_rows(named=True)}


def test_what_was_not_deleted_comes_over(study: Study) -> None:
    report = bring(study, rqda())
    assert quotes(study) == {
        ("Nobody trusted", "Feelings > Trust", "Ama"),
        ("pot", "Seasons > Winter", "Ama"),
    }
    assert [source.name for source in study.sources.all()] == ["P01"]
    assert study.sources.text("P01") == RQDA_WORDS
    assert study.codes.get("Trust").definition == "To rely on somebody."
    assert study.attributes.values("Northam") == {"Age": 67.0}
    assert {"Diary", "Strong.", "Which pot?"} <= {memo.title for memo in study.memos.all()}
    assert report.tool == "RQDA 0.2.2"


def test_each_row_is_read_kept_or_left_out(study: Study) -> None:
    tables = {each.table: each for each in bring(study, rqda()).tables}
    coding = tables["coding"]
    assert (coding.rows, coding.read, coding.kept_aside, coding.left_out) == (4, 1, 2, 1)
    assert "deleted in RQDA" in tables["freecode"].reasons[0]
    assert tables["image"].kept_aside == 1


def test_a_code_in_two_categories_is_in_a_set_for_the_second(study: Study) -> None:
    bring(study, rqda())
    assert {each.set.name for each in study.sets.all()} == {"Feelings", "Diaries"}


def test_a_memo_stands_on_the_rest_of_the_line_it_was_put_at(study: Study) -> None:
    bring(study, rqda())
    passage = study.memos.get("Which pot?").passage
    assert passage is not None
    assert RQDA_WORDS[passage.start_char : passage.end_char] == "pot was empty."


def test_the_same_project_again_doubles_nothing(study: Study) -> None:
    bring(study, rqda())
    assert bring(study, rqda()).operation is None


def test_rows_that_share_a_number_are_kept_aside(study: Study) -> None:
    twins = [("source", {"name": "P01 again", "id": 1, "file": "Other words.", "status": 1})]
    tables = {each.table: each for each in bring(study, rqda(twins)).tables}
    assert (tables["source"].read, tables["source"].kept_aside) == (1, 1)
    assert [source.name for source in study.sources.all()] == ["P01"]


def test_words_that_are_not_in_utf_8_are_read_and_told(study: Study) -> None:
    words = "L'été dernier, la marmite était vide. Après, l'hiver est arrivé très tôt à la ferme."
    stored = words.encode("cp1252")
    held = "x" * len(stored)
    row = ("source", {"name": "P03", "id": 3, "file": held, "status": 1})
    report = bring(study, rqda([row]).replace(held.encode(), stored))
    assert {each.slug for each in report.oddities} >= {"encoding-guessed"}
    assert study.sources.text("P03") == words


@pytest.mark.shared
def test_real_projects_come_over_as_their_manifest_says(shared_data: Path) -> None:
    # Their last are rows with status -1: RQDA had replaced them, and shows them no more.
    expected = {"COSP-ms-statements": (4, 11, 93, 2), "OPCW-CSP-DG": (2, 13, 22, 1)}
    for name, (*counts, replaced) in expected.items():
        with make_study(None) as study:
            report = bring(study, shared_data / "refi" / "files" / f"{name}.rqda")
            rows = {each.table: each.rows for each in report.tables}
            assert (rows["freecode"], rows["source"], rows["coding"]) == (*counts,)
            assert report.kind("Coding").imported == counts[2] - replaced
            assert all(each.slug != "quotes-differ" for each in report.oddities)
