"""Where quotations begin and end: double and single marks, apostrophes, several paragraphs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.report.manuscripts.quotation_marks import find_quotations
from crosscase.report.manuscripts.spoken import QuotedWords, block_quote, find_quoted


def _paragraphs(text: str) -> list[tuple[int, int]]:
    spans, at = [], 0
    for line in text.split("\n\n"):
        spans.append((at, at + len(line)))
        at += len(line) + 2
    return spans


def _within(text: str) -> list[str]:
    return [text[each.start : each.end] for each in find_quotations(text, _paragraphs(text))]


def _quotes(text: str) -> list[QuotedWords]:
    spans = _paragraphs(text)
    return find_quoted(text, spans, find_quotations(text, spans))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("So ‘we had no money’, she said.", ["we had no money"]),
        ("So 'we had no money', she said.", ["we had no money"]),
        ("They don’t, and it isn't, the leader’s or 'em.", []),
        ("The sites’ plans and the boards' views.", []),
        ("‘The sites’ plans were never ours’, she said.", ["The sites’ plans were never ours"]),
        ("'The sites' plans were never ours', she said.", ["The sites' plans were never ours"]),
        ("It is ‘how the nurses’ and leaders’ views differ’.",
         ["how the nurses’ and leaders’ views differ"]),
        ("four ‘core purposes’ by policymakers, to ‘tackle inequalities’ [12]",
         ["core purposes", "tackle inequalities"]),
        ("the ‘high needs’ areas, where boards’ plans were ‘joined up’.",
         ["high needs", "joined up"]),
        ("‘She said “we can’t” and left’, said one.", ["She said “we can’t” and left"]),
        ("“She said ‘we can’t’ and left”, said one.", ["She said ‘we can’t’ and left"]),
        ('\'She said "we can\'t" and left\', said one.', ['She said "we can\'t" and left']),
        ("‘We are ‘integrated’ on paper only’, said one.",
         ["We are ‘integrated’ on paper only"]),
        ("‘Nothin’ is goin’ on here’ (nurse)", ["Nothin’ is goin’ on here"]),
        ("the ‘90s, the ’90s and the '90s, and that's it.", []),
        ("'Round the clock, the leaders' plans failed.", []),
        ("rock 'n' roll and fish ’n’ chips", []),
        ("‘So it’s like that’—leader. ‘Or that’.¹", ["So it’s like that", "Or that"]),
        ("the [ICS C]’s plan and ‘this [ICS C]-local split’", ["this [ICS C]-local split"]),
        ("‘core purposes’12 and ‘aims’[3]", ["core purposes", "aims"]),
        ("„So war es eben“ und »so auch«, ‚und so‘ eben", ["So war es eben", "so auch", "und so"]),
        ("«nous n’avons rien», et « rien du tout »", ["nous n’avons rien", " rien du tout "]),
        ("*‘we saw it’* and _“we did”_ (‘so there’)", ["we saw it", "we did", "so there"]),
        ('a 5" pipe and "a term", 6\' tall', ["a term"]),
        ("an opened ‘one that never ends", []),
        ("the closing of nothing’, here’ and there”", []),
    ],
)  # fmt: skip
def test_quotations_are_told_from_apostrophes(text: str, found: list[str]) -> None:
    assert _within(text) == found


APOSTROPHES = st.sampled_from(
    ["don’t", "isn't", "sites’ plans", "boards' views", "ICS’s", "leader's", "’em all", "'tis so",
     "’90s", "'90s", "goin’ on", "nurses’ and leaders’ aims", "Jones’ idea", "the [place X]’s"]
)  # fmt: skip
PLAIN = st.text("abcdefgs", min_size=1, max_size=7)
STOPS = st.sampled_from(["", "", ",", ";"])
PROSE = st.lists(
    st.one_of(APOSTROPHES, st.tuples(PLAIN, STOPS).map("".join)), min_size=1, max_size=12
).map(" ".join)
PAIRS = st.sampled_from(["‘’", "''", "“”", '""', "„“", "«»"])


@given(PROSE)
def test_apostrophes_never_open_or_close_quotations(prose: str) -> None:
    assert _within(prose) == []


@given(PROSE, PROSE, PAIRS, PROSE)
def test_a_quotation_holds_all_its_words_whatever_apostrophes_are_in_it(
    before: str, words: str, pair: str, after: str
) -> None:
    said = f"{before} {pair[0]}so {words} then{pair[1]}, {after}."
    assert _within(said) == [f"so {words} then"]


@given(st.text("‘’“”„«»'\"s .,a\n", max_size=60))
def test_any_marks_in_any_order_give_quotations_in_their_order_that_never_overlap(
    text: str,
) -> None:
    spans = _paragraphs(text)
    upto = 0
    for each in find_quotations(text, spans):
        assert upto <= each.outer_start < each.start < each.end <= each.outer_end
        assert spans[each.paragraph][0] <= each.outer_start
        assert each.outer_end <= spans[each.paragraph][1]
        upto = each.outer_end


@pytest.mark.parametrize("pair", ["‘’", "“”", "''", '""'])
def test_a_quotation_goes_on_where_the_next_paragraph_begins_with_its_mark(pair: str) -> None:
    opens, closes = pair
    text = (
        f"{opens}First we saw the sites{pair[1] if pair == '‘’' else ''} plans there.\n\n"
        f"{opens}And then we left.{closes} (Leader, North)\n\n{opens}Another one said so.{closes}"
    )
    found = _quotes(text)
    assert [each.words[-5:] for each in found] == ["here.", "left.", "d so."]
    assert ["(Leader, North)" in each.around for each in found] == [True, True, False]


def test_quotes_are_four_words_or_more_that_nobody_cites() -> None:
    text = (
        "So “we had no money at all” (leader), «nous n’avons rien eu», 'no'; the ‘short term’ "
        "and “trust is a word for it” (Smith, 2019, p. 4) and ‘they don’t ask us much’, ‘so we "
        "are told by them’ [12, 14], ‘and by all these too’ (3–5) and ‘by the very last’7."
    )
    assert [(each.words, each.is_cited) for each in _quotes(text)] == [
        ("we had no money at all", False),
        ("nous n’avons rien eu", False),
        ("trust is a word for it", True),
        ("they don’t ask us much", False),
        ("so we are told by them", True),
        ("and by all these too", True),
        ("by the very last", True),
    ]


@pytest.mark.parametrize(
    ("text", "words", "around"),
    [
        ("  We had no money,\nnone at all.\n— ICS leader, A", "We had no money, none at all.",
         "ICS leader, A"),
        ("‘We’d no money at all.’ —Leader, A.", "We’d no money at all.", "Leader, A"),
        ("“We had no ‘new’ money.” Leader—A", "We had no ‘new’ money.", "Leader—A"),
        ("‘We had none,’ he said ‘at all’", "We had none,’ he said ‘at all", ""),
    ],
)  # fmt: skip
def test_a_block_quote_is_told_from_the_line_that_says_whose_it_is(
    text: str, words: str, around: str
) -> None:
    block = block_quote(text, 100)
    assert block is not None
    assert (block.words, block.around) == (words, around)
    assert text[block.start - 100 : block.end - 100].split()[-1].strip("’”") == words.split()[-1]
