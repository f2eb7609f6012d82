"""Checks of a manuscript's own that a rendered Word document carries, and that it brings back."""

from __future__ import annotations

import re

import pytest

from crosscase.study import Study
from crosscase.study_manuscripts.checked_items import ManuscriptCheck
from tests.manuscripts.making import comments_of, part_of, replaced_part, texts_of

PAPER = """# Results

Hurt came from 6{{= participants(code:Hurt)}} people, or {{share(code:Hurt, of:participants)}}, and
**most**{{= participants(code:Hurt)}} were nurses[^1].

[All of them spoke of the closing]{.claim check='participants(code:Closing) = 7 of 7'}.
[So it was, 6 times.]{.claim finding=F2 check='participants(code:Hurt) >= 5'}

{{table matrix rows=codes columns=sites}}

In the end 3 came.

[^1]: Of {{participants(*)}} people.
"""


def _rendered(study: Study, text: str = PAPER) -> bytes:
    return study.manuscripts.render(text.encode(), "docx", name="paper.md").data


def _check(study: Study, data: bytes) -> ManuscriptCheck:
    return study.manuscripts.check(data, name="paper.docx")


def _edited(data: bytes, old: str, new: str) -> bytes:
    def change(text: str) -> str:
        made, count = re.subn(old, new, text, count=1, flags=re.DOTALL)
        assert count == 1
        return made

    return replaced_part(data, "word/document.xml", change)


def _told(found: ManuscriptCheck) -> list[tuple[str, str, str]]:
    return [(e.kind, e.standing, e.says) for e in found.items if e.standing != "supported"]


BARE = ("number", "uncovered", "no check covers “3”")


def test_numbers_and_claims_with_checks_of_their_own_are_known_in_the_document(
    told: Study,
) -> None:
    made = _rendered(told)
    found = _check(told, made)
    assert _told(found) == [BARE]
    checks = [each.check for each in found.items if each.check]
    assert {
        "participants(code:Hurt)", "share(code:Hurt, of:participants)", "participants(*)",
        "participants(code:Closing) = 7 of 7", "participants(code:Hurt) >= 5",
    } <= set(checks)  # fmt: skip
    body = part_of(made, "word/document.xml")
    assert body.count("<w:sdt>") == 3
    assert "crosscase" not in re.sub(r"<[^>]*>", "", body)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (">6</w:t>", ">5</w:t>", "5 was 6 here, and still is: 6 of 7 participants"),
        (">86%</w:t>", ">80%</w:t>", "80% was 86% here, and still is: 6 of 7 participants (85.7%)"),
        (">most</w:t>", ">all</w:t>", "all was most here, and still is: 6 of 7 participants"),
        # A tracked change that stands behind the bookmark, its control gone.
        (r'(name="crosscase__check_1"/>)<w:sdt>.*?</w:sdt>(<w:bookmarkEnd[^>]*>)',
         r'\1<w:del w:id="91"><w:r><w:delText>6</w:delText></w:r></w:del>\2<w:ins w:id="92">'
         r"<w:r><w:t>5</w:t></w:r></w:ins>", "5 was 6 here, and still is: 6 of 7 participants"),
        (">6</w:t>", ">several dozen</w:t>",
         "No number stands here; 6 did: 6 of 7 participants"),
        (">most</w:t>", ">these</w:t>", "No number stands here; most did: 6 of 7 participants"),
    ],
)  # fmt: skip
def test_a_number_that_somebody_changed_in_word_is_caught(
    told: Study, old: str, new: str, said: str
) -> None:
    found = _check(told, _edited(_rendered(told), old, new))
    assert found.failed()
    assert [each.says for each in found.items if each.fails] == [said]
    assert found.document is not None
    assert any(said[4:20] in each for each in comments_of(found.document))


def test_a_number_that_the_study_now_counts_otherwise_is_caught(study: Study) -> None:
    made = _rendered(study)
    frame = study.codings.frame(text=False)
    study.codings.remove(
        frame.filter((frame["code"] == "Hurt") & (frame["source"] == "n1.txt"))["coding"]
    )
    said = [each.says for each in _check(study, made).items if each.fails]
    assert "6 is now 5: 5 of 7 participants" in said
    assert "86% is now 71%: 5 of 7 participants (71.4%)" in said
    study.codings.remove(frame.filter(frame["code"] == "Closing")["coding"])
    assert "does not hold: 0 of 7 participants" in [
        each.says for each in _check(study, made).items if each.fails
    ]


def test_a_number_written_anew_without_its_id_is_found_by_its_sentence(told: Study) -> None:
    bare = r'<w:bookmarkStart[^>]*crosscase__check_1"/><w:sdt>.*?</w:sdt>'
    made = _edited(_rendered(told), bare, "<w:r><w:t>five</w:t></w:r>")
    found = _check(told, made)
    assert [each.says for each in found.items if each.fails] == [
        "five was 6 here, and still is: 6 of 7 participants"
    ]
    # Where two numbers could be meant it is told, not guessed.
    unsure = _edited(_rendered(told), bare, "<w:r><w:t>5 or 7</w:t></w:r>")
    assert "The number 6 is not found again." in [e.says for e in _check(told, unsure).items]


def test_what_was_deleted_in_word_is_told_and_does_not_fail(told: Study) -> None:
    made = _edited(_rendered(told), r"<w:sdt>(?:(?!</w:sdt>).)*86%.*?</w:sdt>", "")
    made = _edited(made, r"\[?All of them spoke of the closing", "")
    found = _check(told, made)
    assert sorted(_told(found)) == [
        ("link", "untested", "A claim with a check is not found again."),
        ("link", "untested", "The number 86% is not found again."), BARE,
    ]  # fmt: skip
    assert not found.failed()


def test_where_another_program_left_the_checks_out_it_is_said(told: Study) -> None:
    made = replaced_part(_rendered(told), "customXml/item1.xml", lambda _: "<x/>")
    found = _check(told, made)
    assert "The checks of 6 places in this document are lost" in found.notes[0]


def test_words_that_the_document_does_not_print_and_names_are_not_carried(told: Study) -> None:
    text = (
        "# Results\n\nOne said “It hurt us all, I think”"
        "{{F1}}. [So it was.]{.claim check='quote \"It hurt us all\" is verbatim'} "
        "[Or so.]{.claim check='quote \"It hurt nobody\" is verbatim'} "
        "[And so.]{.claim check='participants(who:\"Nurse 1\" and code:Hurt) = 1'}\n"
    )
    made = told.manuscripts.render(text.encode(), "docx", name="paper.md")
    assert sum("is not carried into the Word document" in each for each in made.warnings) == 2
    carried = part_of(made.data, "customXml/item1.xml")
    assert "It hurt us all" in carried
    assert "nobody" not in carried and "Nurse 1" not in carried
    kept = {each.check for each in _check(told, made.data).items if each.kind == "claim"}
    assert 'quote "It hurt us all" is verbatim' in kept


def test_only_documents_for_word_carry_checks_and_their_words_are_the_same(told: Study) -> None:
    assert (
        "check_" not in told.manuscripts.render(PAPER.encode(), "html", name="p.md").data.decode()
    )
    assert "Hurt came from 6 people, or 86%, and most were nurses" in texts_of(_rendered(told))


def test_tables_of_the_study_are_known_each_by_its_own_paragraphs(told: Study) -> None:
    made = _rendered(told)
    names = re.findall(r'w:name="(crosscase_table_1\w*)"', part_of(made, "word/document.xml"))
    assert names[:2] == ["crosscase_table_1__1", "crosscase_table_1__2"]
    # Another program broke one of them off: the table itself is known still.
    broken = _edited(made, r'(crosscase_table_1__2"/>.*?)<w:bookmarkEnd [^>]*>', r"\1")
    assert _told(_check(told, broken)) == [BARE]


def test_a_year_like_count_and_zero_are_held_against_their_checks(told: Study) -> None:
    none = "{{participants(code:Hurt and not code:Hurt)}}"
    text = f"# Results\n\nSo 2019{{{{= participants(*)}}}} and {none}."
    found = told.manuscripts.check(text.encode(), name="p.md")
    assert [each.now for each in found.items if each.fails] == ["7"]
    assert _told(_check(told, _rendered(told, text)))[0][2] == "2019 is now 7: 7 of 7 participants"
