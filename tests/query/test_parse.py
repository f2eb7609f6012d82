"""crosscase.query.parse: expressions read into trees, and what is said when they cannot be."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.errors import MistakeOfUse
from crosscase.query.dates import days_meant
from crosscase.query.expression import (
    KEYWORDS,
    KNOWN_FIELDS,
    RELATIONS,
    UNITS,
    And,
    CodeTerm,
    Expression,
    FieldTerm,
    Not,
    Or,
    Position,
    TextTerm,
    children,
    to_text,
)
from crosscase.query.parse import LONGEST_QUERY, parse_query

A, B, C = CodeTerm("a"), CodeTerm("b"), CodeTerm("c")


def phrase(pattern: str) -> TextTerm:
    """A text term for words as they are."""
    return TextTerm("phrase", pattern)


@pytest.mark.parametrize(
    ("expression", "tree"),
    [
        ("code:trust", CodeTerm("trust")),
        ("Code: trust", CodeTerm("trust")),
        ("code:=trust", CodeTerm("trust", with_descendants=False)),
        ('code:"crowding out"', CodeTerm("crowding out")),
        ("code:“crowding out”", CodeTerm("crowding out")),
        ('code:"Resources > short-term funding"', CodeTerm("Resources > short-term funding")),
        (r'code:"the \"big\" one"', CodeTerm('the "big" one')),
        ("code:*", CodeTerm("*")),
        ("code:(a, b)", Or((A, B))),
        ("code:(a)", A),
        ("code:R&D", CodeTerm("R&D")),
        ("funding", phrase("funding")),
        ("short-term", phrase("short-term")),
        ('"crowding out"', phrase("crowding out")),
        ('text:"crowding out"', phrase("crowding out")),
        ("text:funding", phrase("funding")),
        ("text:(a, stem(b))", Or((phrase("a"), TextTerm("stem", "b")))),
        ("text:stem(fund)", TextTerm("stem", "fund")),
        ('stem("public fund")', TextTerm("stem", "public fund")),
        ("stem(public fund)", TextTerm("stem", "public fund")),
        ("text:fund*", TextTerm("wildcard", "fund*")),
        ("wom?n", TextTerm("wildcard", "wom?n")),
        ('"why? fund*"', TextTerm("wildcard", "why  fund*")),
        (r'"fund\*"', phrase("fund*")),
        ('"why?"', phrase("why?")),
        ('text:wildcard("wom?n stud*")', TextTerm("wildcard", "wom?n stud*")),
        ("text:/fund(s|ing)/i", TextTerm("regex", "fund(s|ing)", "i")),
        (r"/a\/b\d/", TextTerm("regex", r"a/b\d")),
        ("participant:P07", FieldTerm("participant", ":", ("P07",))),
        ('site:"ICS A"', FieldTerm("site", ":", ("ICS A",))),
        ('site:("ICS A", B)', FieldTerm("site", ":", ("ICS A", "B"))),
        ("sector:*", FieldTerm("sector", ":", ("*",))),
        ("sector!=health", FieldTerm("sector", "!=", ("health",))),
        ("sector≠health", FieldTerm("sector", "!=", ("health",))),
        ("tenure_years>=3", FieldTerm("tenure_years", ">=", ("3",))),
        ("tenure_years < 2.5", FieldTerm("tenure_years", "<", ("2.5",))),
        ("balance>-2", FieldTerm("balance", ">", ("-2",))),
        ('"year appointed"≤2019', FieldTerm("year appointed", "<=", ("2019",))),
        ("tenure:2..5", FieldTerm("tenure", "..", ("2", "5"))),
        ("date>=2024-03-01", FieldTerm("date", ">=", ("2024-03-01",))),
        ("date:2024-03..2024-04-01", FieldTerm("date", "..", ("2024-03", "2024-04-01"))),
        ("Valence:Enabling", FieldTerm("valence", ":", ("enabling",))),
    ],
)
def test_a_term_is_read(expression: str, tree: Expression) -> None:
    """Each form of term becomes its node."""
    assert parse_query(expression) == tree


@pytest.mark.parametrize(
    ("expression", "tree"),
    [
        ("code:a and code:b or code:c", Or((And((A, B)), C))),
        ("code:a or code:b and code:c", Or((A, And((B, C))))),
        ("code:a AND code:b & code:c && code:a", And((A, B, C, A))),
        ("code:a | code:b || code:c", Or((A, B, C))),
        ("(code:a or code:b) and code:c", And((Or((A, B)), C))),
        ("(code:a and code:b) and code:c", And((And((A, B)), C))),
        ("not code:a and code:b", And((Not(A), B))),
        ("NOT (code:a and code:b)", Not(And((A, B)))),
        ("code:a within code:b and code:c", And((Position("within", A, B), C))),
        ("code:a near(2 turns) code:b", Position("near", A, B, 2, "turns")),
        ("code:a NEAR ( 10Words ) code:b", Position("near", A, B, 10, "words")),
        ("code:a precedes(1 turn) code:b", Position("precedes", A, B, 1, "turns")),
        ("code:a follows code:b", Position("follows", A, B)),
        ("not code:a overlaps code:b", Position("overlaps", Not(A), B)),
        (
            "code:a contains code:b within code:c",
            Position("within", Position("contains", A, B), C),
        ),
        ("code:a contains (code:b or code:c)", Position("contains", A, Or((B, C)))),
        ("code:a within(2019)", Position("within", A, phrase("2019"))),
        ("android or nothing", Or((phrase("android"), phrase("nothing")))),
    ],
)
def test_operators_bind_in_order(expression: str, tree: Expression) -> None:
    """Not binds before positions, positions before and, and before or; brackets decide."""
    assert parse_query(expression) == tree


def test_nodes_know_their_place() -> None:
    """Each node says where in the expression it stands."""
    tree = parse_query('code:a and not site:"ICS A"')
    assert isinstance(tree, And)
    code, excluded = tree.parts
    assert (tree.start_char, tree.end_char) == (0, 27)
    assert (code.start_char, code.end_char) == (0, 6)
    assert (excluded.start_char, excluded.end_char) == (11, 27)


@pytest.mark.parametrize(
    ("expression", "marked", "said", "hinted"),
    [
        ("", "", "The query is empty.", "code:trust"),
        (" \n ", " \n ", "The query is empty.", "code:trust"),
        ("crowding out now", "crowding out now", "more than one word", "“crowding out now”"),
        ("code:crowding out", "crowding out", "more than one word", "code:“crowding out”"),
        ("a big code:b", "a big", "more than one word", "“a big”"),
        ("code:a code:b", "code", "a joining word is expected", "and, or"),
        ('"a" "b"', '"b"', "a joining word is expected", "and, or"),
        ("a (b)", "(", "a joining word is expected", "and, or"),
        ("'crowding out'", "'crowding out'", "double quotation marks", "“crowding out”"),
        ("a near/5 b", "near/5", "not known", "near(5 words)"),
        ('a and code:"trust', '"trust', "never closed", "second one"),
        ("code:“trust", "“trust", "never closed", "second one"),
        ("a ” b", "”", "never opened", None),
        ("text:/fund", "/fund", "never closed", "second slash"),
        ('site="ICS A"', "=", "joined by “:”", 'Write site:"ICS A".'),
        ("site:=A", ":=", "joined by “:”", "Write site:A."),
        ('site==("A", B)', "==", "joined by “:”", 'Write site:("A", B).'),
        ("code!=a", "!=", "After “code” stands “:”", "Write not code:a."),
        ("code>a", ">", "After “code” stands “:”", "Write code:a."),
        ("code:a:b", ":", "inside a value", "code:“a:…”"),
        ("code:a&code:b", "a&code", "one name", "space on both sides"),
        (":a", ":", "Before “:” a name", "quotation marks"),
        ("a near(2) b", "near(2)", "2 of what", "near(2 turns)"),
        ("a near b", "near", "needs a distance", "near(2 turns)"),
        ("a near(two turns) b", "near", "needs a distance", "near(2 turns)"),
        ("a near(2 weeks) b", "near(2 weeks)", "not a unit", "near(2 turns)"),
        ("a near(99999999999 chars) b", "near(99999999999 chars)", "longer", "near(2 turns)"),
        ("near(2 turns) b", "near(2 turns)", "Before “near(2 turns)”", None),
        ("a and", "", "After “and”", None),
        ("not", "", "After “not”", None),
        ("a and or b", "or", "Between “and” and “or”", "“or”"),
        ("code:within", "within", "a name or a value is expected", "“within”"),
        ("code:", "", "After “code:”", "code:“crowding out”"),
        ("tenure:2..", "", "is expected", None),
        ("(a or b", "(", "never closed", "Close it"),
        ("text:stem(a", "(", "never closed", "Close it"),
        ("a or b)", ")", "never opened", None),
        ("()", ")", "Before this bracket", None),
        ("a, b", ",", "joins values only", "quotation marks"),
        ("!a", "!", "only in “!=”", "not"),
        ("-funding", "-funding", "“-” before a word", "not funding"),
        ('text:"…"', '"…"', "no letter and no digit", "pattern"),
        ("text:/fund(/", "/fund(/", "cannot be read", "backslash"),
        ("text:/a/x", "/a/x", "only i may stand", "/i"),
        ("code:/a/", "/a/", "Only text can be searched", "text:"),
        ("site:stem(a)", "stem(a", "Only text can be searched", "text:"),
        ('code:""', '""', "missing between", None),
        ('"":a', '""', "missing between", None),
        ("coder>3", "3", "no order", "coder:("),
        ("coder:a..b", "a..b", "no order", "coder:("),
        ("code:a..b", "a..b", "no order", "code:("),
        ("tenure>(1, 2)", "1, 2", "one value", "tenure>=2"),
        ("tenure>*", "*", "one value", "tenure>=2"),
        ("tenure>1..2", "1..2", "asked with “:”", "tenure:1..2"),
        ("date:March", "March", "not a date", "2024-03-01"),
        ("date:2024-02-30", "2024-02-30", "not a date", "2024-03-01"),
        ("valence:enablng", "enablng", "not a valence", "enabling"),
        ("basis:x", "x", "not a basis", "asserted"),
        ("not " * 100 + "a", "not " * 100 + "a", "more than 100 levels", None),
    ],
)
def test_a_slip_is_explained(expression: str, marked: str, said: str, hinted: str | None) -> None:
    """A query that is not understood is told why, where, and what to write."""
    with pytest.raises(MistakeOfUse) as caught:
        parse_query(expression)
    error = caught.value
    start, end = error.details["start_char"], error.details["end_char"]
    assert isinstance(start, int) and isinstance(end, int)
    if "levels" not in said:
        assert expression[start:end] == marked
    assert error.slug == "query-not-understood"
    assert said in error.sentence
    assert (hinted is None and error.hint is None) or (error.hint and (hinted or "") in error.hint)


def test_the_place_is_shown_under_its_line() -> None:
    """The line is shown with carets under the place, also after wide characters."""
    with pytest.raises(MistakeOfUse) as caught:
        parse_query('code:"研究" and\nsite="A" and x')
    assert caught.value.sentence.endswith('\n\n    site="A" and x\n        ^')
    with pytest.raises(MistakeOfUse) as caught:
        parse_query("研究=a")
    assert caught.value.sentence.endswith("\n    研究=a\n        ^")


def test_a_long_line_is_shown_in_part() -> None:
    """Of a long line only the neighbourhood of the place is shown."""
    with pytest.raises(MistakeOfUse) as caught:
        parse_query(" or ".join(["code:a"] * 50) + " or site=A or " + " or ".join(["b"] * 50))
    line, carets = caught.value.sentence.splitlines()[-2:]
    assert len(line) < 110
    assert line.index("=") == carets.index("^")


def test_a_very_long_query_is_refused() -> None:
    """There is a most that one query may hold."""
    with pytest.raises(MistakeOfUse, match="the most is"):
        parse_query("a" * (LONGEST_QUERY + 1))


@given(st.text(alphabet='ab:="“”()*?/\\,.&|<>!- \n1niot', max_size=25))
def test_any_expression_is_read_or_refused(expression: str) -> None:
    """Nothing a person can type ends in anything but a tree or a sentence with a place."""
    try:
        tree = parse_query(expression)
    except MistakeOfUse as error:
        start, end = error.details["start_char"], error.details["end_char"]
        assert isinstance(start, int) and isinstance(end, int)
        assert 0 <= start <= end <= len(expression)
    else:
        assert parse_query(to_text(tree)) == tree


names = st.text(min_size=1, max_size=12).map(str.strip).filter(bool)
names |= st.sampled_from([*KEYWORDS, "*", "a.b", "2..5", 'a"b', "a\\", "Resources > x", "R&D", "ſ"])
fields = names.filter(lambda name: name.lower() not in KNOWN_FIELDS)
worded = names.filter(lambda name: any(sign.isascii() and sign.isalnum() for sign in name))
days = st.dates(min_value=date(1900, 1, 1)).map(str)
some_names = st.lists(names, min_size=1, max_size=3).map(tuple)
single = names.filter(lambda name: name != "*")
terms: st.SearchStrategy[Expression] = st.one_of(
    st.builds(CodeTerm, names, st.booleans()),
    st.builds(TextTerm, st.sampled_from(["phrase", "stem", "wildcard"]), worded),
    st.builds(
        TextTerm,
        st.just("regex"),
        st.sampled_from(["a/b", r"\d+\.", "[/]x", r"\\", "«“"]),
        st.sampled_from(["", "i"]),
    ),
    st.builds(FieldTerm, fields, st.sampled_from([":", "!="]), some_names),
    st.builds(FieldTerm, fields, st.sampled_from(["<", "<=", ">", ">="]), st.tuples(single)),
    st.builds(FieldTerm, fields, st.just(".."), st.tuples(single, single)),
    st.builds(FieldTerm, st.just("date"), st.just(".."), st.tuples(days, days)),
    st.builds(FieldTerm, st.sampled_from(["coder", "set", "source"]), st.just("!="), some_names),
)


def _larger(parts: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    several = st.lists(parts, min_size=2, max_size=3).map(tuple)
    distances = st.integers(0, 10**9)
    return st.one_of(
        st.builds(And, several),
        st.builds(Or, several),
        st.builds(Not, parts),
        st.builds(Position, st.sampled_from([*RELATIONS[:-1]]), parts, parts),
        st.builds(
            Position,
            st.sampled_from(RELATIONS[3:]),
            parts,
            parts,
            distances,
            st.sampled_from(UNITS),
        ),
    )


@given(st.recursive(terms, _larger, max_leaves=8))
def test_what_is_written_out_is_read_back(tree: Expression) -> None:
    """The canonical text of any tree is read as the same tree, and is written the same again."""
    text = to_text(tree)
    assert parse_query(text) == tree
    assert to_text(parse_query(text)) == text


REFERENCE = Path(__file__).parents[2] / "docs" / "reference" / "query-language.md"


def _documented() -> list[str]:
    """The queries that the reference shows: its blocks, and the first table's second column."""
    page = REFERENCE.read_text(encoding="utf-8")
    start = page[page.index("## First steps") : page.index("Names that are one word")]
    return re.findall(r"```query\n(.*?)\n```", page, re.DOTALL) + re.findall(
        r"`(.+)` \|$", start, re.M
    )


def test_documented_queries_are_read() -> None:
    """Every query that the reference page shows can be read."""
    documented = _documented()
    assert len(documented) > 15
    for expression in documented:
        parse_query(expression)


def test_the_reference_names_every_field_and_keyword() -> None:
    """No word with a meaning of its own is missing from the reference page."""
    page = REFERENCE.read_text(encoding="utf-8")
    assert [word for word in (*KNOWN_FIELDS, *KEYWORDS, *UNITS) if f"`{word}`" not in page] == []


def test_a_tree_can_be_walked() -> None:
    """Every node lists the parts it is made of."""
    tree = parse_query("(code:a or code:b) within not code:c")
    assert children(tree) == (Or((A, B)), Not(C))
    assert children(Not(C)) == (C,)
    assert children(A) == ()


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2024-03-01", date(2024, 3, 1), date(2024, 3, 1)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
    ],
)
def test_a_month_or_year_means_all_its_days(written: str, first: date, last: date) -> None:
    """A date may leave out its day, or its month too."""
    assert days_meant(written) == (first, last)


@pytest.mark.parametrize("written", ["2024-3-1", "24", "0000", "2024-13", "2024-02-30", "today"])
def test_what_is_no_date_means_no_days(written: str) -> None:
    """Anything else is no date."""
    assert days_meant(written) is None
