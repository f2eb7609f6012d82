"""Pages and pictures: which originals are kept, and where each word stands on its page."""

from __future__ import annotations

from pathlib import Path

import pytest

from crosscase.errors import MistakeOfUse, NotFound
from crosscase.intake.replacements import Replacement
from crosscase.intake.staging import ReadingOptions
from crosscase.study import Study
from crosscase.testing import make_study
from tests.formats.making import jpeg, pdf, png

PAGES = ("We lost trust\nin the winter.", "", "The pot was emptied.")


@pytest.fixture
def study() -> Study:
    """An empty study in memory."""
    return make_study()


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A PDF of three pages, of which the second has no text."""
    path = tmp_path / "plan.pdf"
    path.write_bytes(pdf(*PAGES))
    return path


def words_of(study: Study, page: int) -> list[str]:
    """The words that the page names, as the current text has them."""
    text = study.sources.text("plan.pdf")
    return [
        text[each.start_char : each.end_char] for each in study.sources.page("plan.pdf", page).words
    ]


# -- which originals are kept ------------------------------------------------------------


def test_pdfs_and_pictures_keep_their_originals_where_nobody_says_otherwise(
    study: Study, plan: Path
) -> None:
    """What is looked at as a page has to be there; a text does not."""
    plan.with_name("a.txt").write_text("Words.", encoding="utf-8")
    plan.with_name("ward.png").write_bytes(png(4, 4))
    report = study.sources.add(plan.parent)
    kept = {each.name: each.original is not None for each in study.sources.all()}
    assert kept == {"a.txt": False, "plan.pdf": True, "ward.png": True}
    assert report.originals_kept == 2 and study.verify() == []


def test_a_study_that_drops_originals_keeps_pictures_alone(study: Study, plan: Path) -> None:
    """A picture is nothing without its file."""
    study.settings.set("originals", "drop")
    plan.with_name("ward.jpg").write_bytes(jpeg(4, 4))
    study.sources.add(plan.parent)
    kept = {each.name: each.original is not None for each in study.sources.all()}
    assert kept == {"plan.pdf": False, "ward.jpg": True}
    with pytest.raises(NotFound) as error:
        study.sources.page("plan.pdf", 1)
    assert error.value.slug == "no-original" and error.value.hint


def test_where_words_are_replaced_no_original_is_kept(study: Study, plan: Path) -> None:
    """The page would show the very words."""
    options = ReadingOptions(replacements=[Replacement("trust", "T")])
    study.sources.add(plan, options=options)
    assert study.sources.get("plan.pdf").original is None
    with pytest.raises(MistakeOfUse) as error:
        study.sources.keep_original("plan.pdf", plan)
    assert error.value.slug == "original-holds-names"


def test_words_in_a_picture_cannot_be_replaced(study: Study, tmp_path: Path) -> None:
    """It is refused, and says so; nothing of it comes in."""
    (tmp_path / "ward.png").write_bytes(png(4, 4))
    options = ReadingOptions(replacements=[Replacement("trust", "T")])
    report = study.sources.add(tmp_path / "ward.png", options=options)
    assert [each.error.slug for each in report.refused] == ["cannot-replace"]


def test_an_original_can_be_kept_later_if_it_is_the_very_file(study: Study, plan: Path) -> None:
    """Another file has other words; undo lets it go again."""
    study.sources.add(plan, originals="drop")
    other = plan.with_name("other.pdf")
    other.write_bytes(pdf("Other words"))
    with pytest.raises(MistakeOfUse, match="is not the file that"):
        study.sources.keep_original("plan.pdf", other)
    study.sources.keep_original("plan.pdf", plan)
    assert study.log()[0].sentence == "kept the original file of “plan.pdf”"
    assert words_of(study, 3) == ["The", "pot", "was", "emptied."]
    assert study.sources.keep_original("plan.pdf", plan) is None
    study.undo()
    assert study.sources.get("plan.pdf").original is None


# -- words on pages ------------------------------------------------------------------------


def test_each_word_of_a_page_has_its_offsets_and_its_box(study: Study, plan: Path) -> None:
    """The offsets are those of the source's text; boxes are parts of the page."""
    study.sources.add(plan)
    page = study.sources.page("plan.pdf", 1)
    assert words_of(study, 1) == ["We", "lost", "trust", "in", "the", "winter."]
    assert (page.width, page.height) == (612, 792)
    assert (page.start_char, page.end_char) == (0, len(PAGES[0]) + 2)
    first, second = page.words[0], page.words[3]
    assert first.x == pytest.approx(72 / 612, abs=0.005)
    assert first.y < 72 / 792 < first.y + first.height
    assert second.y > first.y and second.x == pytest.approx(first.x, abs=0.005)
    assert all(0 <= each.x <= each.x + each.width <= 1 for each in page.words)


def test_a_page_without_text_has_no_words(study: Study, plan: Path) -> None:
    """It is shown all the same."""
    study.sources.add(plan)
    assert study.sources.page("plan.pdf", 2).words == ()


@pytest.mark.parametrize("page", [0, 4])
def test_a_page_that_is_not_there_is_named(study: Study, plan: Path, page: int) -> None:
    """Page 0 is for pictures."""
    study.sources.add(plan)
    with pytest.raises(NotFound, match=f"no page {page}"):
        study.sources.page("plan.pdf", page)


def test_corrections_move_words_and_leave_out_what_was_edited_away(
    study: Study, plan: Path
) -> None:
    """Boxes stay where the page has them; offsets follow the text."""
    study.sources.add(plan)
    before = study.sources.page("plan.pdf", 3).words
    study.sources.correct("plan.pdf", "We had lost all\nin the winter.\n\n\n\nThe pot was emptied.")
    after = study.sources.page("plan.pdf", 3).words
    assert words_of(study, 1) == ["We", "lost", "all", "in", "the", "winter."]
    assert [each[2:] for each in after] == [each[2:] for each in before]
    study.sources.correct("plan.pdf", "We had lost\nin the winter.\n\n\n\nThe pot was emptied.")
    assert words_of(study, 1) == ["We", "lost", "in", "the", "winter."]
    assert words_of(study, 3) == ["The", "pot", "was", "emptied."]
    study.undo()
    assert "all" in words_of(study, 1)


def test_lines_that_were_joined_keep_their_words_on_the_page(study: Study, plan: Path) -> None:
    """The text that came in is not the page's own; words are found in it all the same."""
    study.sources.add(plan, options=ReadingOptions(join_lines=True))
    assert words_of(study, 1) == ["We", "lost", "trust", "in", "the", "winter."]
    assert words_of(study, 3) == ["The", "pot", "was", "emptied."]


def test_the_past_shows_the_words_where_they_stood_then(study: Study, plan: Path) -> None:
    """The original is one for all times."""
    study.sources.add(plan)
    then = study.log()[0].operation
    study.sources.correct("plan.pdf", "Before this: We lost trust.")
    with study.as_of(then) as past:
        assert past.sources.page("plan.pdf", 1).words[0].start_char == 0
    assert study.sources.page("plan.pdf", 1).words[0].start_char == 13


def test_a_picture_is_one_page_without_words(study: Study, tmp_path: Path) -> None:
    """Its size comes from its head."""
    (tmp_path / "ward.jpg").write_bytes(jpeg(40, 30, orientation=6))
    study.sources.add(tmp_path)
    page = study.sources.page("ward.jpg", 0)
    assert (page.width, page.height, page.words) == (30, 40, ())
    with pytest.raises(NotFound):
        study.sources.page("ward.jpg", 1)
    assert study.counts().words == 0 and study.verify() == []


@pytest.mark.shared
@pytest.mark.parametrize(
    "name", ["UK-Covid-19_Inquiry_Module_1_Response.pdf", "UK-Covid-19-Inquiry-Module-1-Recomm.pdf"]
)
def test_every_word_of_a_real_report_is_found_on_its_page(
    study: Study, shared_data: Path, name: str
) -> None:
    """The words on the pages are, in order, the words of the source's text."""
    study.sources.add(shared_data / "corpora" / "policy_reports_pdf" / name)
    source = study.sources.all()[0]
    text = study.sources.text(source.id)
    starts = study.sources.words(source.id).page_starts
    for page in range(1, len(starts) + 1, 7):
        view = study.sources.page(source.id, page)
        found = [text[each.start_char : each.end_char] for each in view.words]
        assert "".join(found) == "".join(text[view.start_char : view.end_char].split())
        assert all(0 < each.height < 0.2 and each.width > 0 for each in view.words)
