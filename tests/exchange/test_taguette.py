"""Taguette files: what comes over, where highlights lie, and whose they are."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.errors import CrosscaseError, MistakeOfUse, NotFound
from crosscase.formats.taguette.words import HtmlWords
from crosscase.study import Study
from crosscase.study_exchange.inspecting import inspect_file
from crosscase.testing import make_study
from tests.exchange.taguette_files import DOCUMENT, PASSWORD, offsets, taguette_file


@pytest.fixture
def study() -> Study:
    """An empty study."""
    return make_study(None)


def codings(study: Study) -> list[tuple[str, str, str | None]]:
    frame = study.codings.frame()
    return sorted(frame.select("text", "code_path", "coder").iter_rows())


def test_a_file_comes_over_whole_and_the_report_balances(study: Study) -> None:
    report = study.projects.bring_in(taguette_file(), name="pot.sqlite3")
    assert report.is_balanced
    assert report.tool == "Taguette"
    counts = {each.kind: each.present for each in report.kinds}
    assert counts == {
        "Code": 3, "Coding": 3, "PlainTextSelection": 3, "TextSource": 1, "User": 2,
    }  # fmt: skip
    assert all(each.rows == each.accounted for each in report.tables)
    assert study.sources.text("Talk") == (
        "Møte\nThe pot was empty. 🙂 Nobody trusted\xa0it.\nשלום\nThen winter\ncame."
    )
    assert study.codes.get("People").definition == "How people get on"
    assert study.sources.get("Talk").note == "A talk"
    assert study.verify() == []


def test_each_tag_of_a_highlight_is_a_coding_of_whoever_put_it_there(study: Study) -> None:
    study.projects.bring_in(taguette_file(), name="pot.sqlite3")
    assert codings(study) == [
        ("empty", "People", "ann"),
        ("empty", "People.Trust", "ben"),
        ("trusted\xa0it.", "People.Trust", None),
    ]


def test_the_same_file_again_doubles_nothing(study: Study) -> None:
    study.projects.bring_in(taguette_file(), name="pot.sqlite3")
    before = codings(study)
    again = study.projects.bring_in(taguette_file(), name="pot.sqlite3")
    assert again.operation is None
    assert again.is_balanced
    assert codings(study) == before


def test_words_that_read_otherwise_than_noted_are_told(study: Study) -> None:
    report = study.projects.bring_in(taguette_file(), name="pot.sqlite3")
    assert {each.slug: each.count for each in report.oddities} == {"quotes-differ": 1}


def test_a_highlight_whose_offsets_are_off_is_found_by_its_words(study: Study) -> None:
    moved = ("highlights", (19, 10, 0, 4, "<p>Then winter</p>"))
    tagged = ("highlight_tags", (19, 13))
    report = study.projects.bring_in(taguette_file(more=[moved, tagged]), name="pot.sqlite3")
    assert ("Then winter", "Seasons", None) in codings(study)
    assert "quotes-moved" in {each.slug for each in report.oddities}


def test_passwords_and_addresses_never_come_in(study: Study) -> None:
    study.projects.bring_in(taguette_file(), name="pot.sqlite3")
    told = str([table.rows for table in study.projects.tables()])
    assert "ann" in told
    assert PASSWORD not in told
    assert "example.org" not in told


def test_one_project_of_several_is_chosen_by_name(study: Study, tmp_path: Path) -> None:
    path = tmp_path / "pots.sqlite3"
    path.write_bytes(taguette_file(projects=2))
    with pytest.raises(MistakeOfUse) as which:
        study.projects.bring_in(path)
    assert "“The pot 1”, “The pot 2”" in str(which.value.hint)
    with pytest.raises(NotFound):
        study.projects.bring_in(path, project="The pan")
    report = study.projects.bring_in(path, project="the pot 2")
    assert report.is_balanced
    assert report.project == "The pot 2"
    left = {each.table: each.left_out for each in report.tables}
    assert (left["projects"], left["documents"], left["highlight_tags"]) == (1, 1, 3)
    assert inspect_file(path, project="The pot 1").project == "The pot 1"
    with pytest.raises(MistakeOfUse):
        study.projects.bring_in(taguette_file(projects=2))


def test_tags_of_the_newest_versions_stand_below_one_another(study: Study) -> None:
    study.projects.bring_in(taguette_file(parents=True), name="pot.sqlite3")
    assert study.codes.get("People > People.Trust").name == "People.Trust"


def test_a_ring_of_tags_is_cut_and_told(study: Study) -> None:
    ring = [("tags", (91, 1, "a", "", 92)), ("tags", (92, 1, "b", "", 91))]
    report = study.projects.bring_in(taguette_file(parents=True, more=ring), name="pot.sqlite3")
    assert report.is_balanced
    assert "parent-unknown" in {each.slug for each in report.oddities}


@pytest.mark.parametrize("missing", ["commands", "users", "project_members", "alembic_version"])
def test_tables_that_other_versions_lack_are_not_missed(study: Study, missing: str) -> None:
    report = study.projects.bring_in(taguette_file(without=[missing]), name="pot.sqlite3")
    assert report.is_balanced
    assert len(codings(study)) == 3


def test_cells_of_the_wrong_kind_are_accepted_and_told(study: Study) -> None:
    wrong = [
        ("tags", (95, 1, None, b"\xff")),
        ("tags", (96, "x", "of no project", "")),
        ("documents", (97, b"\x00", None, 5, "yesterday", 1, 7, b"<p>bytes")),
        ("documents", (98, "No words", "", "", "", 1, None, "")),
        ("highlights", (97, 97, "here", None, None)),
        ("highlights", (98, 10, 5, 3, "<p>x")),
        ("highlights", (99, 555, 0, 1, "x")),
        ("highlight_tags", (98, 95)),
        ("highlight_tags", (98, 12345)),
        ("highlight_tags", (None, None)),
        ("commands", (97, None, 7, 1, "x", "no json")),
        ("commands", (98, None, None, 1, None, '{"type": "highlight_add", "tags": {"a": 1}}')),
        ("commands", (99, None, None, 1, None, "[" * 100_000)),
        ("users", (None, 1, 2, 3, 4, 5, 6)),
    ]
    report = study.projects.bring_in(taguette_file(more=wrong), name="pot.sqlite3")
    assert report.is_balanced, report.tables
    assert study.verify() == []
    assert len(codings(study)) == 3


def test_a_file_without_projects_is_refused(study: Study) -> None:
    with pytest.raises(CrosscaseError):
        study.projects.bring_in(taguette_file(projects=0), name="pot.sqlite3")


def test_bytes_between_tags_are_carried_to_the_words_that_a_reader_sees() -> None:
    words = HtmlWords(DOCUMENT)
    for wanted in ("Møte", "empty", "🙂", "שלום", "Then winter", "The pot was"):
        inside = wanted.replace("The pot was", "The pot was  ")
        span = words.span(*offsets(inside))
        assert span is not None
        assert words.text[slice(*span)] == wanted
    start, end = offsets("🙂")
    assert words.span(start + 1, end) is None  # inside a character
    assert words.span(5, 5) is None
    assert words.span(0, 10**9) is None
    assert HtmlWords("").text == ""
    assert HtmlWords("plain <b>words</b> & more").text == "plain words & more"
    assert HtmlWords("<pre>a  b\nc</pre><p>d</p>").text == "a  b\nc\nd"
    assert HtmlWords("<p>seen<script>unseen()</script></p><!-- no -->").text == "seen"


@pytest.mark.shared
def test_a_real_file_comes_in_with_the_counts_of_its_manifest(
    study: Study, shared_data: Path
) -> None:
    path = shared_data / "refi" / "files" / "ndporter_sample-project.sqlite3"
    report = study.projects.bring_in(path)
    counts = {each.kind: each.imported for each in report.kinds}
    assert counts == {
        "Code": 6, "Coding": 24, "PlainTextSelection": 18, "TextSource": 10, "User": 1,
    }  # fmt: skip
    assert report.is_balanced
    assert report.oddities == ()  # all words stand where they were noted
    assert study.projects.bring_in(path).operation is None


@given(
    st.lists(
        st.lists(st.sampled_from(["pot", "é🙂", "שלום", "a&amp;b", "<b>x</b>y", "&lt;"]),
                 min_size=1, max_size=5),
        min_size=1, max_size=4,
    ),
    st.sampled_from([" ", "\n", "  ", "\t "]),
    st.data(),
)  # fmt: skip
def test_any_stretch_between_the_tags_is_found_in_the_words(
    paragraphs: list[list[str]], gap: str, data: st.DataObject
) -> None:
    html = "\n".join(f"<p>{gap.join(each)}</p>" for each in paragraphs)
    between = unescape(re.sub(r"<[^>]*>", "", html))
    start = data.draw(st.integers(0, len(between)))
    end = data.draw(st.integers(start, len(between)))
    wanted = " ".join(between[start:end].split())
    words = HtmlWords(html)
    span = words.span(len(between[:start].encode()), len(between[:end].encode()))
    found = "" if span is None else " ".join(words.text[slice(*span)].split())
    assert found == wanted
    assert span is None or words.text[slice(*span)] == words.text[slice(*span)].strip()
