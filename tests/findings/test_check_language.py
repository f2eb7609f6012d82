"""The language of checks: what can be written, one canonical form, and slips at their place."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from crosscase.errors import MistakeOfUse
from crosscase.report.checks.parsing import LONGEST_CHECK, parse_check
from crosscase.report.checks.quantities import (
    DEFAULT_MEANINGS,
    checked_meanings,
    holds,
    meanings_with,
)
from crosscase.report.checks.tree import check_text

_CANONICAL = [
    'participants(code:"crowding out") in every site',
    "sectors(code:trust) >= 4",
    "share(code:funding, of:participants) > 80%",
    "count(code:trust) = 17",
    "participants(code:trust) = 17 of 32",
    "participants(code:trust) > participants(code:conflict)",
    "participants(code:trust) is most",
    "participants(code:trust) is a few",
    "participants(code:trust) >= 2 in at least 3 sites",
    "participants(code:trust) in 3 of 3 sites",
    "participants(code:trust) in exactly 50% sites",
    "participants(code:trust) in no site",
    "participants(code:trust)",
    'quote "we had \\"nothing\\" (laughs)" is verbatim',
    'quote Q12 is verbatim in source "Interview 7" by participant "P07"',
    "interaction(restructuring -> trust) by participants >= 3",
    'interaction(short-term funding -> "x -> y", -)',
    'judged(policy streams, process, national) = "no evidence"',
    'judged(a, b, c, "ICS (A)") != "x"',
    "share(code:a, of:passages(code:b and site:(A, B))) >= 1/3",
    'share(code:a, of:asked("Money")) is most in most sites',
    '"year appointed"(code:x) = 1000',
    'participants(text:/a\\)(b/i and site:("A)", "B")) >= 1',
    "participants(code:a) > 33.5%",
]
_OTHERWISE = {
    "22 of 32 : participants(code:Trust)  # both": "participants(code:Trust) = 22 of 32",
    "22 of 32: participants(code:Trust) = 22 of 32": "participants(code:Trust) = 22 of 32",
    "share(code:x, of:participants) > 0.8": "share(code:x, of:participants) > 80%",
    "participants( code:x )≥1,000": "participants(code:x) >= 1000",
    "participants(code:x) in both sites": "participants(code:x) in 2 of 2 sites",
    "participants(code:x) in 50% of the sites": "participants(code:x) in at least 50% sites",
    "participants(code:x) in only 50% of sites": "participants(code:x) in exactly 50% sites",
    "participants(code:x) in exactly 2 sites": "participants(code:x) in 2 sites",
    "participants(code:x) are most": "participants(code:x) is most",
    "Quote “so” is verbatim": 'quote "so" is verbatim',
}


@pytest.mark.parametrize("text", _CANONICAL)
def test_a_check_is_written_out_as_it_was_read(text: str) -> None:
    assert check_text(parse_check(text)) == text


@pytest.mark.parametrize("text", _OTHERWISE)
def test_other_spellings_say_the_same(text: str) -> None:
    assert check_text(parse_check(text)) == _OTHERWISE[text]


_names = st.from_regex(r"[a-z]{1,6}(?: [a-z]{1,6})?|x->y|“q”|a,b|\(b\)", fullmatch=True)
_bare = st.from_regex(r"[a-z]{2,8}", fullmatch=True).filter(
    lambda word: word not in {"in", "is", "are", "of", "by", "quote", "share", "judged"}
)
_amounts = st.one_of(
    st.integers(1, 10**6).map(str),
    st.integers(1, 999).map(lambda n: f"{n / 10:g}%"),
    st.tuples(st.integers(1, 50), st.integers(50, 99)).map(lambda p: f"{p[0]} of {p[1]}"),
    st.tuples(st.integers(1, 49), st.integers(50, 99)).map(lambda p: f"{p[0]}/{p[1]}"),
)
_figures = st.one_of(
    st.tuples(_bare, _bare).map(lambda p: f"{p[0]}(code:{p[1]})"),
    st.tuples(_names, _names).map(
        lambda p: f"interaction({_quoted(p[0])} -> {_quoted(p[1])}) by sites"
    ),
)
_relations = st.one_of(
    st.just(""),
    st.tuples(st.sampled_from(["=", "!=", "<", "<=", ">", ">="]), _amounts | _figures).map(
        lambda p: f" {p[0]} {p[1]}"
    ),
    st.sampled_from([" is most", " is almost all", " is none"]),
)
_where = st.sampled_from(["", " in every site", " in at most 2 sites", " in most sectors"])


def _quoted(name: str) -> str:
    return f'"{name}"'


@given(st.tuples(_figures, _relations, _where))
def test_what_is_written_out_is_read_as_the_same(parts: tuple[str, str, str]) -> None:
    """The canonical text of any check says what the check says, and is its own canonical text."""
    figure, relation, _ = parts
    assume(figure not in relation)  # compared with itself it is refused
    tree = parse_check("".join(parts))
    written = check_text(tree)
    assert parse_check(written) == tree
    assert check_text(parse_check(written)) == written


@given(st.text(max_size=60) | st.text(alphabet='participants(code:x) inof>=%"“/,.-19', max_size=60))
def test_anything_else_is_told_at_its_place(text: str) -> None:
    """Rubbish is never a bug: it is read, or refused with a place inside the text."""
    try:
        parse_check(text)
    except MistakeOfUse as error:
        assert error.slug == "check-not-understood"
        start, end = error.details["start_char"], error.details["end_char"]
        assert isinstance(start, int) and isinstance(end, int)
        assert 0 <= start <= end <= max(len(text), 1)
        assert error.details["reason"]


@pytest.mark.parametrize(
    ("text", "place", "reason"),
    [
        ("", (0, 0), "is empty"),
        ("participants(code:trust", (12, 13), "never closed"),
        ("participants()", (12, 14), "does not ask"),
        ("share(code:x)", (0, 13), "of what it is"),
        ("share(code:x, of:participants) > 80", (33, 35), "with a share"),
        ("participants(code:x) >=", (23, 23), "an amount is expected"),
        ("participants(code:x) is", (23, 23), "quantity word"),
        ("trust >= 3", (0, 5), "what of “trust” is counted"),
        ("participants(code:x) and participants(code:y)", (21, 24), "not joined by “and”"),
        ("participants(code:x) participants(code:y)", (21, 41), "a comparison is expected"),
        ('quote "x', (6, 8), "never closed"),
        ('quote "x" is good', (13, 17), "verbatim"),
        ("participants(code:x) in sites", (24, 29), "in how many of what"),
        ("participants(code:x) > 1/0", (23, 26), "divided by 0"),
        ('judged(a, b) = "c"', (0, 12), "its row and its column"),
        ("interaction(a, b) >= 3", (0, 17), "acts on which"),
        ("participants(code:x) by sites > 3", (21, 29), "Only interactions"),
        ("count(a, b) = 3", (7, 10), "one question"),
        ("3 of 4 : participants(code:x) = 2", (0, 6), "differ"),
        ("participants(code:x) > 3 extra", (25, 30), "too much"),
        ("participants(code:x) >= 0", (24, 25), "holds whatever"),
        ("participants(code:x) < 0", (23, 24), "cannot hold"),
        ("participants(code:x) = 17 of 12", (23, 31), "cannot hold"),
        ("share(code:x, of:participants) <= 100%", (34, 38), "holds whatever"),
        ("share(code:x, of:participants) > 5/4", (33, 36), "cannot hold"),
        ("share(code:x, of:passages(code:x)) > 1%", (26, 32), "always 100%"),
        ("count(code:x) >= count(code:x)", (17, 30), "holds whatever"),
        ("participants(code:x) in at least 0 sites", (24, 34), "holds whatever"),
    ],
)
def test_a_slip_says_where_and_what(text: str, place: tuple[int, int], reason: str) -> None:
    with pytest.raises(MistakeOfUse) as told:
        parse_check(text)
    assert (told.value.details["start_char"], told.value.details["end_char"]) == place
    assert reason in str(told.value.details["reason"])


def test_a_check_has_a_greatest_length() -> None:
    with pytest.raises(MistakeOfUse, match=f"most is {LONGEST_CHECK:,}"):
        parse_check("x" * (LONGEST_CHECK + 1))


@pytest.mark.parametrize(
    ("word", "value", "of", "is_so"),
    [
        ("all", 32, 32, True), ("every", 31, 32, False), ("most", 16, 32, False),
        ("most", 17, 32, True), ("the majority", 17, 32, True), ("almost all", 29, 32, True),
        ("half", 16, 32, True), ("several", 3, None, True), ("some", 1, 32, False),
        ("a few", 10, 32, True), ("few", 11, 32, False), ("one", 1, None, True),
        ("none", 0, 32, True), ("most", 3, None, None), ("most", 0, 0, None),
        ("oodles", 3, 3, None),
    ],
)  # fmt: skip
def test_quantity_words_have_stated_bounds(
    word: str, value: int, of: int | None, is_so: bool | None
) -> None:
    """A share without a whole, of none, or a word without a meaning: nothing can be said."""
    assert holds(word, value, of, DEFAULT_MEANINGS) is is_so


def test_a_study_gives_words_meanings_of_its_own() -> None:
    own = checked_meanings({"Typical": ">= 50% and < 100%", "most": ">= 60%"}, None)
    meanings = meanings_with(own)
    assert holds("typical", 16, 32, meanings) and not holds("typical", 32, 32, meanings)
    assert not holds("most", 17, 32, meanings)
    assert checked_meanings({"typical": None, "most": "> 50%"}, own) == {}
    for word, meaning in (("most", "lots"), ("most", "> 1/0"), ("x" * 50, "> 1"), ("3", "> 1")):
        with pytest.raises(MistakeOfUse):
            checked_meanings({word: meaning}, own)
