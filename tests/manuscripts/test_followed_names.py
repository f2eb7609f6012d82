"""Names in a manuscript that mean something else by now, or nothing, are told."""

from __future__ import annotations

from crosscase.study import Study
from crosscase.study_manuscripts.checked_items import CheckedItem

_CHECK = "participants(code:Closing)"
_PAPER = f"Seven{{{{= {_CHECK}}}}} of {{{{{_CHECK}}}}}, [as said]{{.claim check='{_CHECK}'}}.\n"


def _items(study: Study, text: str) -> tuple[CheckedItem, ...]:
    return study.manuscripts.check(text.encode(), name="p.md").items


def test_a_code_that_was_renamed_is_told_beside_numbers_values_and_claims(study: Study) -> None:
    study.codes.rename("Closing", "Shutting down")
    told = (
        "The code “Closing” is called “Shutting down” now. "
        'It was followed; write code:"Shutting down".'
    )
    items = _items(study, _PAPER)
    assert {each.kind for each in items} == {"number", "value", "claim"}
    assert {(each.standing, each.hint) for each in items} == {("supported", told)}


def test_a_number_whose_code_was_merged_is_not_put_right(study: Study) -> None:
    study.codes.merge("Hurt", into="Closing")
    paper = "6{{= participants(code:Hurt)}} and 5{{= participants(code:Closing)}}.\n"
    merged, own = _items(study, paper)
    assert merged.says == "6 is now 7: 7 of 7 participants"
    assert merged.hint is not None
    assert merged.hint.startswith("The code “Hurt” was merged into “Closing”.")
    assert "--fix-numbers leaves it" in merged.hint
    assert own.hint == "Write 7; --fix-numbers does."
    fixed = study.manuscripts.fix_numbers(paper.encode(), name="p.md")
    assert fixed.text == paper.replace("5{{", "7{{")
    assert [each.partition(". ")[0] for each in fixed.left] == [f"1:1: {merged.says}"]


def test_a_number_whose_code_took_the_name_of_another_is_not_put_right(study: Study) -> None:
    study.codes.rename("Closing", "Shutting down")
    study.codes.add("Closing")
    paper = "7{{= participants(code:Closing)}} and most{{= participants(code:Closing)}}.\n"
    for each in _items(study, paper):
        assert each.fails
        assert each.hint is not None and 'write "Shutting down"' in each.hint
    assert study.manuscripts.fix_numbers(paper.encode(), name="p.md").text == paper


def test_a_removed_finding_or_quote_is_told_with_who_removed_it_and_the_way_back(
    study: Study,
) -> None:
    study.findings.remove("F1")
    study.quotes.remove("Q2")
    claim, quote = _items(study, "So it was. {{F1}}\n\n{{quote Q2}}\n")
    assert claim.says.startswith("F1 was removed by Ama on 20")
    assert claim.hint == "`crosscase findings restore STUDY F1` brings it back."
    assert quote.says.startswith("Q2 was removed by Ama on 20")
    assert quote.hint == "`crosscase quotes restore STUDY Q2` brings it back."


def test_a_quote_of_somebody_who_withdrew_is_to_be_taken_out(study: Study) -> None:
    study.withdrawals.withdraw("Boss")
    (quote,) = _items(study, "{{quote Q2}}\n")
    assert quote.says == "Q2 is hidden: whoever spoke has withdrawn."
    assert quote.hint == "Take it out of the paper."
    assert quote.fails and not quote.words


def test_a_name_that_never_was_is_told_as_such(study: Study) -> None:
    claim, quote = _items(study, "So it was. {{F9}}\n\n{{quote Q9}}\n")
    assert (claim.says, quote.says) == ("There is no finding F9.", "No quote is called Q9.")
