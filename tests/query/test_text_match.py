"""crosscase.query.text_match: what a match is, and that the index never hides one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from crosscase.errors import MistakeOfUse
from crosscase.model.words import folded_words, index_tokens
from crosscase.query.expression import TextKind, TextTerm
from crosscase.query.text_match import compile_text_term
from crosscase.store.stems import stemmer_for

ENGLISH = stemmer_for("en")


def found(kind: TextKind, pattern: str, text: str, flags: str = "") -> list[str]:
    """What a term finds in a text, as written there."""
    matcher = compile_text_term(TextTerm(kind, pattern, flags), ENGLISH)
    return [text[start:end] for start, end in matcher.find(text)]


@pytest.mark.parametrize(
    ("kind", "pattern", "text", "expected"),
    [
        ("phrase", "short-term funding", "A short term, FUNDING gap", ["short term, FUNDING"]),
        ("phrase", "short-term funding", "shorts term funding", []),
        ("phrase", "fund", "fund, funds; Fund", ["fund", "Fund"]),
        ("phrase", "a b a", "a b a b a", ["a b a"]),
        ("phrase", "don't", "I don’t know", ["don’t"]),
        ("phrase", "café", "cafe\u0301 and cafe", ["cafe\u0301"]),
        ("phrase", "interview", "an inter\u00adview", ["inter\u00adview"]),
        ("phrase", "研究", "方法研究的", ["研究"]),
        ("phrase", "研究", "研\n究", ["研\n究"]),
        ("phrase", "研究", "研 x 究", []),
        ("phrase", "カ", "カ゛ｶ", ["カ", "ｶ"]),
        ("stem", "fund", "funded by funds; funding", ["funded", "funds", "funding"]),
        ("stem", "public funds", "Public funding", ["Public funding"]),
        ("wildcard", "fund*", "fund funded refund", ["fund", "funded"]),
        ("wildcard", "*fund*", "fund funded refunds", ["fund", "funded", "refunds"]),
        ("wildcard", "wom?n", "woman womn women", ["woman", "women"]),
        ("wildcard", "public * fund*", "public sector funding", ["public sector funding"]),
        ("wildcard", "public * fund*", "public funding", []),
        ("wildcard", "a*b*c", "abc xabc azbzc acb", ["abc", "azbzc"]),
        ("wildcard", "caf*", "CAFÉ", ["CAFÉ"]),
        ("wildcard", "研究*", "研究方法", ["研究"]),
        ("regex", "fund(s|ing)", "funds, Funding", ["funds"]),
        ("regex", "^Y", "Yes\nYes", ["Y"]),
        ("regex", "x*", "axxb", ["xx"]),
    ],
)
def test_a_term_finds_what_it_says(
    kind: TextKind, pattern: str, text: str, expected: list[str]
) -> None:
    """Each kind of term finds exactly the places that fit, as they are written."""
    assert found(kind, pattern, text) == expected


def test_a_regex_may_set_case_aside() -> None:
    """With i a pattern finds either case."""
    assert found("regex", "FUND", "a fund", "i") == ["fund"]


@pytest.mark.parametrize(("kind", "pattern"), [("phrase", "…"), ("stem", "-"), ("wildcard", "* ?")])
def test_a_term_without_words_is_refused(kind: TextKind, pattern: str) -> None:
    """Punctuation alone is nothing a word search could find."""
    with pytest.raises(MistakeOfUse) as caught:
        compile_text_term(TextTerm(kind, pattern), str)
    assert caught.value.slug == "nothing-to-find"


UNSAFE = ["(", "(a+)+$", r"(\w+\s*)*x", "((a*))+", "([a-z]+,?)*", "(.*a|b)+", "a" * 1001]
UNSAFE += ["(?P<n>a+)+", "(" * 900, "a{1,99999999999999999999}"]
COMMON = [r"fund(s|ing)?", r"(\w+\s+){0,5}fund", r"(\w+\s+)+fund", r"(\s\w+)+", "[+*]+", r"(a\+)+"]
COMMON += [r"(?:ab)+", r"(?i:x)+", "(a{2,3})+b", r"\(.*\)", r"([a-z]+, )+", r"(\w+\b,)*", "a{2"]
COMMON += [r"(fund(ing|s)?\s)+"]


@pytest.mark.parametrize("pattern", UNSAFE)
def test_an_unsafe_pattern_is_refused(pattern: str) -> None:
    """A pattern that cannot be read, is too long or may never end is a mistake of use."""
    with pytest.raises(MistakeOfUse) as caught:
        compile_text_term(TextTerm("regex", pattern), str)
    assert caught.value.slug == "pattern-not-understood"


@pytest.mark.parametrize("pattern", COMMON)
def test_a_common_pattern_passes(pattern: str) -> None:
    """Repeats that have one way only to match are left alone."""
    compile_text_term(TextTerm("regex", pattern), str)


def test_a_regex_is_not_narrowed() -> None:
    """A pattern may begin inside a word, so the index of words cannot narrow it."""
    assert compile_text_term(TextTerm("regex", "fund"), str).index_query() is None


@pytest.mark.parametrize(
    ("kind", "pattern", "query"),
    [
        ("phrase", "short-term funding", 'words : "short term funding"'),
        ("phrase", "GDP 研究方", 'words : "gdp" AND words : "研究" AND words : "究方"'),
        ("phrase", "研", 'words : "研"'),
        ("stem", "funding", 'stems : "fund"'),
        ("wildcard", "public fund*", 'words : "public" AND words : "fund" *'),
    ],
)
def test_the_index_query_is_quoted(kind: TextKind, pattern: str, query: str) -> None:
    """Tokens stand in quotes under their column, joined with AND."""
    narrowed = compile_text_term(TextTerm(kind, pattern), ENGLISH).index_query()
    assert narrowed is not None
    assert narrowed.fts5() == query


def test_a_leading_wildcard_is_not_narrowed() -> None:
    """Without a beginning there is nothing to look up."""
    assert compile_text_term(TextTerm("wildcard", "*ing"), str).index_query() is None


@pytest.fixture(scope="module")
def index() -> Iterator[sqlite3.Connection]:
    """A full-text table as a study has it."""
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE i USING fts5(words, stems, tokenize='ascii')")
    yield connection
    connection.close()


PIECES = ["fund", "Funding", "FUNDS", "short", "a", "b", "ab", "é", "e\u0301", "İ", "ﬁn", "½", "㈠"]
PIECES += ["研", "究", "研究", "一", "が", "ｶﾞ", "น้", "ำ", "ゟ", "より", "ß", "ss", "2019", "\u0345"]
GAPS = ["", " ", "-", ", ", "\n", "’", "_", "。", "\u00ad"]
texts = st.lists(st.sampled_from(PIECES + GAPS + [" ", " "]), max_size=14).map("".join)
patterns = st.lists(st.sampled_from(PIECES + GAPS + [" ", "*", "?"]), max_size=5).map("".join)
kinds: st.SearchStrategy[TextKind] = st.sampled_from(["phrase", "stem", "wildcard"])


@given(kinds, patterns, texts, texts, st.integers(0, 3))
def test_the_index_never_hides_a_match(
    index: sqlite3.Connection, kind: TextKind, pattern: str, before: str, after: str, wild: int
) -> None:
    """Whatever the matcher finds, the index query finds as well."""
    assume(folded_words(pattern))
    # A text built around the pattern, its wildcards filled in, is likely to have a match.
    text = f"{before} {pattern.replace('*', 'und'[:wild]).replace('?', 'a')} {after}"
    matcher = compile_text_term(TextTerm(kind, pattern), ENGLISH)
    query = matcher.index_query()
    if query is None or not any(True for _ in matcher.find(text)):
        return
    index.execute("DELETE FROM i")
    index.execute("INSERT INTO i VALUES (?, ?)", index_tokens(text, ENGLISH))
    assert index.execute("SELECT count(*) FROM i WHERE i MATCH ?", (query.fts5(),)).fetchone()[0]


# No word, but a sign with a compatibility form, so that no short way can be taken.
LONG_WAY = "™"
ascii_texts = st.text(alphabet="aAbB0 -._", max_size=20)


@given(kinds, st.text(alphabet="aAb0 -*?", max_size=7), ascii_texts)
def test_plain_text_is_matched_as_any_other(kind: TextKind, pattern: str, text: str) -> None:
    """The short way through ASCII text finds the same as the way for all scripts."""
    assume(folded_words(pattern))
    matcher = compile_text_term(TextTerm(kind, pattern), str)
    long_way = list(matcher.find(text + LONG_WAY))
    assert list(matcher.find(text)) == long_way
    assert list(matcher.find(text.replace(".", "…"))) == long_way


@given(kinds, patterns, texts)
def test_looking_first_hides_nothing(kind: TextKind, pattern: str, text: str) -> None:
    """The quick look at the folded text passes over no match that the words have."""
    assume(folded_words(pattern))
    matcher = compile_text_term(TextTerm(kind, pattern), ENGLISH)
    around = f"{text} {pattern}"
    assert list(matcher.find(f"{around}¶")) == list(matcher.find(around + LONG_WAY))


@given(texts)
def test_a_text_finds_itself(text: str) -> None:
    """A text copied as a phrase is found in itself."""
    assume(folded_words(text))
    assert found("phrase", text, text)


@given(kinds, patterns, texts)
def test_matches_are_ordered_and_apart(kind: TextKind, pattern: str, text: str) -> None:
    """Matches come from left to right, hold something and do not overlap."""
    assume(folded_words(pattern))
    end_before = 0
    for start, end in compile_text_term(TextTerm(kind, pattern), ENGLISH).find(text):
        assert end_before <= start < end <= len(text)
        end_before = end
