"""Reports tell how a study was done from what was done, and say where they know nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from crosscase.errors import NotFound
from crosscase.report.checklists.checklist import checklist_named, checklist_names
from crosscase.report.document import Cover
from crosscase.report.sections import Section, SectionedDocument
from crosscase.study import Study
from crosscase.study_reports.told import TOLD
from crosscase.testing import make_study


def _words(made: SectionedDocument) -> str:
    return made.to_text()


def test_the_methods_appendix_is_told_from_what_was_done(study: Study) -> None:
    told = _words(study.reports.methods())
    assert "Of 3 people who were asked, 2 agreed; 1 declined." in told
    assert "Approved: Ethics by A committee (reference 24/007) on 2023-11-01." in told
    assert "2 people coded: Ama (2) and Ben (1)." in told
    assert "Changes to codes while the study went on: 1 merged." in told
    assert "Participants by site: 1 North and 2 South." in told
    assert "Of 1 finding in the ledger: 1 supported." in told


def test_where_the_study_knows_nothing_the_appendix_says_so(tmp_path: Path) -> None:
    with make_study(tmp_path, name="empty", person="Ama") as empty:
        told = _words(empty.reports.methods())
    assert "No contacts are recorded." in told
    assert "Nothing is coded yet." in told
    assert "No findings are in the ledger." in told


def test_nothing_is_told_of_asking_or_of_codes_that_nobody_recorded(tmp_path: Path) -> None:
    with make_study(tmp_path, name="bare", person="Ama") as bare:
        (tmp_path / "P01.txt").write_text("Ama: Nobody trusted it.\n\nBen: We did.\n\n" * 3)
        bare.sources.add(tmp_path / "P01.txt")
        for name in ("Ama", "Ben"):
            bare.cases.add(name, "person")
        assert bare.speakers.link_by_name().linked == 2
        bare.codes.add("Trust")
        told = _words(bare.reports.methods())
        filled = {each.item.number: each for each in bare.reports.checklist("coreq").items}
    assert "were asked" not in told
    assert "set beforehand" not in told
    assert filled[13].standing == filled[26].standing == "asked"


@pytest.mark.parametrize(("name", "items"), [("coreq", 32), ("srqr", 21), ("entreq", 21)])
def test_each_checklist_has_all_its_items_in_order(name: str, items: int) -> None:
    listed = checklist_named(name)
    assert [each.number for each in listed.items] == list(range(1, items + 1))
    assert {each.told_by for each in listed.items} - {None} <= set(TOLD)
    assert listed.citation


def test_what_the_study_knows_is_filled_and_the_rest_is_asked(study: Study) -> None:
    filled = {each.item.number: each for each in study.reports.checklist("coreq").items}
    assert filled[24].standing == "filled" and "Ama (2)" in filled[24].says
    assert filled[6].says.endswith("Old colleague (1).")
    assert filled[23].standing == "asked" and filled[23].says == ""


def test_an_answer_is_kept_with_its_place_and_undone(study: Study) -> None:
    study.reports.answer("coreq", 23, "Transcripts were returned.", place="p. 4")
    held = study.reports.checklist("coreq").items[22]
    assert (held.standing, held.says, held.answer.place) == (
        "answered", "Transcripts were returned.", "p. 4",
    )  # fmt: skip
    assert study.log(most=1)[0].sentence == "filled in 1 item of a reporting checklist"
    study.undo()
    assert study.reports.checklist("coreq").items[22].standing == "asked"


def test_a_person_s_words_come_before_what_the_study_knows(study: Study) -> None:
    study.reports.answer("coreq", 24, "Two of us coded.")
    says = study.reports.checklist("coreq").items[23].says
    assert says.startswith("Two of us coded. 2 people coded: ")


def test_an_item_may_not_apply(study: Study) -> None:
    study.reports.answer("coreq", 28, applies=False)
    assert study.reports.checklist("coreq").items[27].standing == "not applicable"


def test_the_same_answer_again_records_nothing(study: Study) -> None:
    study.reports.answer("srqr", 21, "Nobody paid.")
    assert study.reports.answer("srqr", 21, "Nobody paid.") is None


def test_an_unknown_checklist_or_item_is_told_with_what_there_is(study: Study) -> None:
    with pytest.raises(NotFound, match="no reporting checklist “prisma”"):
        study.reports.checklist("prisma")
    with pytest.raises(NotFound, match="COREQ has no item 33") as told:
        study.reports.answer("coreq", 33, "x")
    assert told.value.hint == "It has 1 to 32."


def test_the_audit_trail_tells_work_by_kind_and_the_turns_of_the_codebook(study: Study) -> None:
    told = _words(study.reports.audit())
    assert "merged the code “cash” into “money”" in told
    assert "Each operation carries a digest" in told


def test_what_was_undone_is_not_told_as_done(study: Study) -> None:
    merged = next(each for each in study.log() if each.sentence_key == "code.merged")
    study.undo(merged.operation)
    assert "merged the code" not in _words(study.reports.audit())
    assert "1 merged" not in _words(study.reports.methods())


def test_the_agreement_report_names_sources_that_several_coded(study: Study) -> None:
    told = _words(study.reports.agreement())
    assert "1 of 2 coded sources" in told
    assert "Ama (1), Ben (1)" in told


def test_the_sample_report_crosses_participants_and_tells_what_came_of_asking(
    study: Study,
) -> None:
    told = _words(study.reports.sample())
    assert "What came of asking, by site" in told


def test_every_report_is_written_for_word_and_as_a_page(study: Study) -> None:
    for name in ("methods", "sample", "agreement", "audit", *checklist_names()):
        made = study.reports.named(name)
        assert made.to_bytes().startswith(b"PK")
        assert made.to_html().startswith("<!doctype html>")


def test_no_word_of_a_study_becomes_a_mark_in_markdown_or_html(cover: Cover) -> None:
    hostile = "<script>alert(1)</script> [x](http://e) *a* | `b` {{F1}}"
    made = SectionedDocument(
        cover, hostile, [Section(hostile, (hostile, "1. one", "- two"), ("c|d",), [(hostile,)])]
    )
    page, marked = made.to_html(), made.to_markdown()
    assert "<script>" not in page
    assert "<script>" not in marked.replace("\\<", "").replace("\\>", "")
    assert "\\[x\\](http" in marked and "\\*a\\*" in marked and "\\{\\{F1\\}\\}" in marked
    assert "1\\. one" in marked and "\\- two" in marked
    assert "| c\\|d |" in marked


@pytest.fixture
def cover(study: Study) -> Cover:
    return study.reports.methods().cover
