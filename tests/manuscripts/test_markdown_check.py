"""A Markdown manuscript held against a study."""

from __future__ import annotations

from pathlib import Path

import pytest

from crosscase.errors import MistakeOfUse
from crosscase.study import Study
from crosscase.study_manuscripts.checked_items import CheckedItem, ManuscriptCheck
from tests.manuscripts.making import PAPER, entries


def _check(study: Study, text: str, **more: object) -> ManuscriptCheck:
    return study.manuscripts.check(text.encode(), name="paper.md", **more)  # type: ignore[arg-type]


def _one(found: ManuscriptCheck, kind: str) -> CheckedItem:
    (only,) = [each for each in found.items if each.kind == kind]
    return only


def test_a_manuscript_in_which_all_holds_passes_strictly(told: Study) -> None:
    found = _check(told, PAPER)
    assert {each.standing for each in found.items} == {"supported"}
    assert not found.failed(strict=True)
    assert [each.finding for each in found.items if each.kind == "claim"] == ["F1", "F2"]
    assert found.state


def test_what_changed_is_told_as_was_and_now_at_its_line(study: Study) -> None:
    frame = study.codings.frame(text=False)
    gone = frame.filter((frame["code"] == "Hurt") & (frame["source"] == "n1.txt"))["coding"]
    study.codings.remove(gone)
    found = _check(study, PAPER)
    assert found.failed()
    claim, six, number = [each for each in found.items if each.line == 5 and each.fails]
    assert (claim.finding, claim.standing) == ("F2", "changed")
    assert claim.says == "was 6 of 7, now 5 of 7 participants"
    assert (six.words, six.now) == ("Six people, 6 of 7, said that it hurt.", "Five")
    assert (number.says, number.now) == ("6 of 7 is now 5 of 7", "5 of 7")


def test_literal_numbers_and_quantity_words_are_held_against_their_checks(told: Study) -> None:
    found = _check(
        told,
        "Six{{= participants(code:Closing)}}, 6 of 7{{= participants(code:Closing)}}, "
        "99%{{= share(code:Hurt, of:participants)}}, most{{= participants(code:Closing)}}, "
        "all{{= participants(code:Hurt)}}, some{{= participants(code:Hurt)}}.\n",
    )
    assert [(each.standing, each.now) for each in found.items] == [
        ("contradicted", "Seven"), ("contradicted", "7 of 7"), ("contradicted", "86%"),
        ("supported", None), ("contradicted", "most"), ("supported", None),
    ]  # fmt: skip
    assert found.items[0].says == "Six is now Seven: 7 of 7 participants"


def test_checked_numbers_are_put_right_and_nothing_else(told: Study) -> None:
    text = (
        "# R\r\n\r\n**Six**{{= participants(code:Closing)}} `6` and 6.\r\n"
        "All{{= participants(code:Hurt)}}.\r\n"
    )
    fixed = told.manuscripts.fix_numbers(text.encode(), name="paper.md")
    assert fixed.text == text.replace("**Six", "**Seven").replace("All{{", "Most{{")
    assert fixed.changed == 2
    assert "-**Six**" in fixed.difference and "+**Seven**" in fixed.difference
    assert told.manuscripts.fix_numbers(fixed.text.encode(), name="paper.md").changed == 0


def test_a_check_behind_a_number_that_does_not_hold_fails_whatever_the_number(told: Study) -> None:
    """Else a number that is right would hide what is claimed of it."""
    first, second = "participants(code:Closing) is none", "participants(code:Closing) = 5"
    paper = f"# Results\n\n7{{{{= {first}}}}} and 5{{{{= {second}}}}}.\n"
    found = told.manuscripts.check(paper.encode(), name="paper.md")
    assert [each.standing for each in entries(found)] == ["contradicted", "contradicted"]
    assert found.failed
    assert told.manuscripts.fix_numbers(paper.encode(), name="paper.md").text == paper


@pytest.mark.parametrize(
    ("written", "fixed"),
    [("0.86", "0.86"), ("0.9", "0.9"), ("0.123", "0.857"), ("12%", "86%"), ("85.71", "85.71")],
)
def test_a_share_without_its_sign_is_a_decimal_or_left_alone(
    told: Study, written: str, fixed: str
) -> None:
    """6 of 7 is 0.86; never is the number of people written in the place of a share."""
    paper = "# Results\n\nIt hurt {}{{{{= share(code:Hurt, of:participants)}}}} per cent.\n"
    given = paper.format(written).encode()
    assert told.manuscripts.fix_numbers(given, name="p.md").text == paper.format(fixed)
    standing = entries(told.manuscripts.check(given, name="p.md"))[0].standing
    assert standing == ("supported" if written in ("0.86", "0.9") else "contradicted")


def test_nobody_and_everybody_within_a_claim_are_held_against_its_figures(told: Study) -> None:
    """A finding that six of seven said so does not stand behind “nobody” or “all”."""
    for words, is_bare in (("Nobody", True), ("All people", True), ("Most people", False)):
        paper = f"# Results\n\n[{words} said that it hurt.]{{.claim finding=F2}}\n"
        found = told.manuscripts.check(paper.encode(), name="paper.md")
        assert bool(entries(found, "uncovered")) is is_bare, words


def test_line_ends_and_the_mark_of_utf_8_stay_when_numbers_are_put_right(told: Study) -> None:
    paper = "\ufeff# Results\r\n\r\nOf 5{{= participants(code:Closing)}}, 5.\r\n"
    fixed = told.manuscripts.fix_numbers(paper.encode(), name="paper.md")
    assert fixed.text == paper.replace("5{{", "7{{")


def test_bare_numbers_are_pointed_out_in_the_results_alone(told: Study) -> None:
    text = "# Methods\n\nWe asked 40.\n\n# Results\n\nIn all, 40 came in 2019 (Table 2).\n"
    found = _check(told, text)
    assert [(each.line, each.standing, each.fails) for each in found.items] == [
        (7, "uncovered", False),
    ]  # fmt: skip
    assert found.items[0].says == "no check covers “all”, “40”"
    assert not found.failed() and found.failed(strict=True)
    assert [each.line for each in _check(told, text, everywhere=True).items] == [3, 7]


def test_a_sentence_that_says_how_many_said_a_code_is_pointed_out_anywhere(told: Study) -> None:
    text = "# Results\n\nYes.\n\n# Discussion\n\nMost participants spoke of closing.\n"
    (found,) = _check(told, text).items
    assert (found.line, found.standing) == (7, "uncovered")
    assert found.hint is not None and "participants(code:closing) is most" in found.hint


def test_so_many_quotes_as_a_sentence_announces_are_its_check(told: Study) -> None:
    two = "{{quote Q1}}\n\n> It hurt us all, I think.\n>\n> It did.\n"
    text = f"# Results\n\nTwo said so:\n\n{two}\nOne of them said:\n\n{{{{quote Q2}}}}\n"
    assert not entries(_check(told, text), "uncovered")
    three = _check(told, text.replace("Two", "Three"))
    assert [each.line for each in entries(three, "uncovered")] == [3]


def test_a_number_within_a_claim_that_none_of_its_checks_gives_is_pointed_out(told: Study) -> None:
    found = _check(told, "[All 12 of them did.]{.claim finding=F1}\n")
    (bare,) = entries(found, "uncovered")
    assert bare.says == "no check of this claim gives “12”; they give 7 of 7"


def test_quotes_are_found_and_slips_in_them_are_told(told: Study) -> None:
    found = _check(
        told,
        "# Results\n\nOne said “It hurt us all, I think” and one “It hurt us both, I think”.\n\n"
        "> These words were never said\n> by anybody.\n\nSee “a word that many use” (Smith 2019).\n"
        "\n# Discussion\n\nAs they say, “all that glitters is not gold”.\n",
    )
    quotes = [each for each in found.items if each.kind == "quote"]
    assert [(each.line, each.standing) for each in quotes] == [
        (3, "supported"), (3, "contradicted"), (5, "contradicted"),
    ]  # fmt: skip
    assert "both" in quotes[1].says and quotes[1].hint is not None
    assert quotes[2].says == "these words stand in no transcript"


def test_one_person_behind_an_attribution_is_told(told: Study) -> None:
    found = _check(told, "# Results\n\n“It hurt nobody, I think.” (Leader, North)\n")
    risk = _one(found, "attribution")
    assert risk.standing == "risk" and not risk.fails
    assert risk.says == "one person behind this attribution (Leader, North)"
    assert not [
        each
        for each in _check(told, "# Results\n\n“It hurt us all, I think.” (Nurse, North)\n").items
        if each.kind == "attribution"
    ]


@pytest.mark.parametrize(
    ("text", "place", "says"),
    [
        ("So {{participants(code:Nowhere)}}.", "1:19", "Nowhere"),
        ("So it is. {{F9}}", "1:1", "There is no finding F9."),
        ("{{F1}}", "1:1", "{{F1}} stands behind no sentence."),
        ("{{quote Q9}}", "1:1", "No quote is called Q9."),
        ("{{table turnips}}", "1:9", "There is no table “turnips”."),
        ("See @tbl-x.", "1:5", "@tbl-x leads nowhere."),
        ("It is so [@smith].", "1:11", "names no bibliography"),
        ("---\nbibliography: gone.bib\n---\nSo.", "2:15", "There is no file “gone.bib”"),
        ("So {{participants(code:}}.", "1:", ""),
    ],
)
def test_what_cannot_be_checked_is_told_at_its_place_and_fails(
    told: Study, tmp_path: Path, text: str, place: str, says: str
) -> None:
    found = _check(told, f"{text}\n", folder=tmp_path)
    (item,) = [each for each in found.items if each.fails]
    assert item.where.startswith(place) and says in item.says
    assert item.hint
    assert found.failed()


def test_a_finding_without_a_check_is_untested_and_fails_strictly(told: Study) -> None:
    found = _check(told, "Nobody was glad. {{F3}}\n")
    claim = _one(found, "claim")
    assert (claim.standing, claim.fails) == ("untested", False)
    assert found.failed(strict=True) and not found.failed()


def test_a_renamed_code_is_followed_and_a_deleted_one_is_told(study: Study) -> None:
    study.codes.rename("Closing", "Shutting")
    assert not _check(study, "All 7 of 7 did. {{F1}}\n").failed()
    study.codes.remove("Shutting")
    claim = _one(_check(study, "All did. {{F1}}\n"), "claim")
    assert claim.standing == "untested" and claim.hint


def test_words_of_myst_and_quarto_of_their_own_are_let_be(told: Study) -> None:
    text = "---\nsubstitutions:\n  key: x\n---\nA {{key}} and {{< include x.md >}}.\n"
    assert _check(told, text).items == ()


def test_a_file_that_is_no_manuscript_is_refused_with_a_way_out(told: Study) -> None:
    with pytest.raises(MistakeOfUse, match=r"reads|no manuscript"):
        told.manuscripts.check(b"x", name="paper.pdf")


def test_a_table_within_a_paragraph_is_told_where_it_stands(told: Study) -> None:
    found = _check(told, "# Results\n\nAll of it: {{table matrix rows=codes columns=site}}\n")
    assert _one(found, "mark").says == "A table is a paragraph of its own."
