"""crosscase.query.evaluate: what each term and each way of joining terms answers with."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscase.errors import CrosscaseError, MistakeOfUse, NotFound
from crosscase.query import running_answer
from crosscase.query.answers import answer
from tests.query.making import StudyMaker, trust_study

Ask = Callable[[str], list[str]]

TURNS_OF_ANN = ["P01: We lost trust when the money went.\n", "P01: Short funding hurts.\n"]
TURN_OF_BOB = "P02: Trust came back with new staff.\n"
TURN_OF_CAT = "P03: Trust is money.\n"
POLICY = ["Policy says trust is key.\n", "Money follows plans.\n"]
CODED_TRUST = ["We lost trust", "Trust came back", "Trust is money", "trust is key"]
ACROSS = "went.\nP02: Trust came"


@pytest.fixture(scope="module")
def study() -> StudyMaker:
    """The study of three speakers; no test here changes it."""
    return trust_study()


@pytest.fixture(scope="module")
def ask(study: StudyMaker) -> Ask:
    """The texts that answer a question, in order."""

    def asked(expression: str) -> list[str]:
        with study.reading() as reading:
            return [each.text for each in answer(reading, expression).passages]

    return asked


@pytest.mark.parametrize(
    ("expression", "texts"),
    [
        ("code:trust", CODED_TRUST),
        ("code:=relations", [ACROSS]),
        ('code:"Relations > Trust"', CODED_TRUST),
        ("code:resources", ["the money went", "new staff"]),
        ("code:(money, staff)", ["the money went", "new staff"]),
    ],
)
def test_a_code_term_finds_coded_passages(ask: Ask, expression: str, texts: list[str]) -> None:
    """A code includes the codes below it unless `=` stands before its name."""
    assert ask(expression) == texts


def test_any_code(ask: Ask) -> None:
    """`code:*` gives each coded passage once, in the order of sources and places."""
    assert ask("code:*") == [
        "We lost trust",
        "the money went",
        ACROSS,
        "Trust came back",
        "new staff",
        *CODED_TRUST[2:],
    ]


def test_a_passage_coded_twice_is_one(ask: Ask) -> None:
    """Two coders on one passage are two codings of one passage."""
    assert ask("code:trust and source:a.txt").count("Trust came back") == 1


@pytest.mark.parametrize(
    ("expression", "texts"),
    [
        ("trust", ["trust", "Trust", "Trust", "trust"]),
        ('"lost trust"', ["lost trust"]),
        ("stem(funded)", ["funding"]),
        ("fol*", ["follows"]),
        ("/Tr\\w+/", ["Trust", "Trust"]),
        ("/plans\\.$/", ["plans."]),
        ("text:(staff, plans)", ["staff", "plans"]),
        ("P02", []),
        ('"went trust"', []),
    ],
)
def test_text_is_looked_for_in_turns(ask: Ask, expression: str, texts: list[str]) -> None:
    """Matches lie in one turn, after the speaker's label."""
    assert ask(expression) == texts


@pytest.mark.parametrize(
    ("expression", "texts"),
    [
        ("code:trust and coder:Ben", ["Trust came back"]),
        ("code:trust and coder:Ben and valence:enabling", ["Trust came back"]),
        ("code:trust and coder:Ben and valence:constraining", []),
        ("code:trust and not coder:Ama", ["Trust came back"]),
        ("code:trust and coder!=Ama", ["Trust came back"]),
        ("coder:Ben", ["Trust came back"]),
        ("valence:*", ["Trust came back"]),
        ("basis:inferred", ["Trust is money"]),
        ("basis!=* and code:trust and source:b.txt", []),
        ("(code:trust or code:money) and basis:inferred", ["Trust is money"]),
        ("(code:money or money) and basis:inferred", ["money"]),
        ("trust and coder:Ben", ["Trust"]),
        ("code:trust overlaps code:=relations and coder:Ben", ["Trust came back"]),
        ("code:money and date:2026-03-02", ["the money went"]),
        ("code:money and date:2026", ["the money went"]),
        ("code:money and date<2026-03-02", []),
        ("code:money and date>=2026-03", ["the money went"]),
        ("code:money and date!=2026-03", []),
        ("code:money and date:2026-01-01..2026-03-02", ["the money went"]),
        ("code:money and date>2026-03-02", []),
    ],
)
def test_terms_about_codings_choose_among_codings(
    ask: Ask, expression: str, texts: list[str]
) -> None:
    """One coding satisfies all of them; text that no code found is shared with those codings."""
    assert ask(expression) == texts


@pytest.mark.parametrize(
    ("expression", "texts"),
    [
        ("participant:Ann", TURNS_OF_ANN),
        ("speaker:p03", [TURN_OF_CAT]),
        ("source:b.txt", ["INT: And here?\n", TURN_OF_CAT]),
        ("site:A", [*TURNS_OF_ANN[:1], TURN_OF_BOB, *TURNS_OF_ANN[1:], *POLICY]),
        ("place:North and not participant:*", POLICY),
        ("site:B", [TURN_OF_BOB, TURN_OF_CAT]),
        ("site:(A, B) and source:b.txt", [TURN_OF_CAT]),
        ("site!=A and participant:*", [TURN_OF_CAT]),
        ("not site:A and participant:*", [TURN_OF_CAT]),
        ("not site:*", ["INT: How did it go?\n", "INT: And here?\n"]),
        ("sector:council", [TURN_OF_BOB]),
        ("sector:nhs", [*TURNS_OF_ANN, TURN_OF_CAT]),
        ("sector:NHS and site:B", [TURN_OF_CAT]),
        ("tenure_years>=3", [TURNS_OF_ANN[0], TURN_OF_BOB, TURNS_OF_ANN[1]]),
        ('"tenure years">3', [TURN_OF_BOB]),
        ("tenure_years:3", TURNS_OF_ANN),
        ("tenure_years<5.5", TURNS_OF_ANN),
        ("tenure_years:4..6", [TURN_OF_BOB]),
        ("tenure_years!=* and participant:*", [TURN_OF_CAT]),
        ("appointed:2021", [TURN_OF_BOB]),
        ("appointed<=2019-05", TURNS_OF_ANN),
        ("appointed>2019", [TURN_OF_BOB]),
        ("clinical:no", [TURN_OF_CAT]),
        ("genre:strategy", POLICY),
        ("population<500", [TURN_OF_BOB, TURN_OF_CAT]),
        ("language:en and source:b.txt", ["INT: And here?\n", TURN_OF_CAT]),
    ],
)
def test_filters_alone_give_turns(ask: Ask, expression: str, texts: list[str]) -> None:
    """Turns of participants, and sources as a whole, that lie there or have that value."""
    assert ask(expression) == texts


@pytest.mark.parametrize(
    ("expression", "texts"),
    [
        ('code:trust and site:"A"', ["We lost trust", "Trust came back", "trust is key"]),
        ("code:trust and site:B", ["Trust came back", "Trust is money"]),
        ("code:trust and not site:B", ["We lost trust", "trust is key"]),
        ("code:trust and sector:NHS", ["We lost trust", "Trust is money"]),
        ("code:=relations and participant:Ann", [ACROSS]),
        ("code:=relations and participant:Bob", [ACROSS]),
        ("code:=relations and not participant:Ann", []),
        ("trust and site:B", ["Trust", "Trust"]),
    ],
)
def test_filters_keep_passages(ask: Ask, expression: str, texts: list[str]) -> None:
    """A passage satisfies a filter when one turn that it touches does, and stays whole."""
    assert ask(expression) == texts


@pytest.mark.parametrize(
    ("expression", "texts"),
    [
        ("code:trust and code:=relations", ["Trust came"]),
        ("code:money and code:=relations", ["went"]),
        ("code:trust and money", ["money"]),
        ("code:money or code:staff", ["the money went", "new staff"]),
        ("code:trust and not code:=relations", [*CODED_TRUST[:1], *CODED_TRUST[2:]]),
        ("code:trust and not lost", CODED_TRUST[1:]),
        ("not code:* and source:a.txt", ["INT: How did it go?\n", TURNS_OF_ANN[1]]),
        ("not code:trust and site:A", [TURNS_OF_ANN[1], POLICY[1]]),
        ("not not code:money", ["the money went"]),
        (
            "code:trust and (money or site:A)",
            ["We lost trust", "Trust came back", "money", POLICY[0][12:24]],
        ),
        ("code:money or site:B", ["the money went", TURN_OF_BOB, TURN_OF_CAT]),
    ],
)
def test_joining_terms(ask: Ask, expression: str, texts: list[str]) -> None:
    """The table “Joining terms” of the reference page, row by row."""
    assert ask(expression) == texts


@pytest.mark.parametrize(
    ("expression", "texts"),
    [
        ("code:trust overlaps code:=relations", ["Trust came back"]),
        ("text:money within code:trust", ["money"]),
        ("code:trust contains text:money", ["Trust is money"]),
        ("code:trust precedes code:staff", ["We lost trust", "Trust came back"]),
        ("code:trust precedes(0 turns) code:staff", ["Trust came back"]),
        ("code:trust precedes(1 turn) code:staff", ["We lost trust", "Trust came back"]),
        ("code:trust precedes(1 word) code:staff", ["Trust came back"]),
        ("code:trust precedes(0 words) code:staff", []),
        ("code:trust precedes(6 chars) code:staff", ["Trust came back"]),
        ("code:trust precedes(5 chars) code:staff", []),
        ("code:staff follows code:money", ["new staff"]),
        ("code:staff follows(0 turns) code:money", []),
        ("code:staff follows(6 words) code:money", ["new staff"]),
        ("code:staff follows(5 words) code:money", ["new staff"]),
        ("code:staff follows(4 words) code:money", []),
        ("code:staff near(0 turns) code:trust", ["new staff"]),
        ("code:money near(1 turn) code:staff", ["the money went"]),
        ("code:money near(1 word) code:trust", ["the money went"]),
        ("code:money near(0 words) code:trust", []),
        ("code:money near(0 chars) code:=relations", ["the money went"]),
        ("funding near(1 turn) staff", ["funding"]),
        ("funding near(1 turn) money", []),
        ("code:trust precedes code:*", ["We lost trust", "Trust came back"]),
        ("code:money near(9 words) plans", []),
    ],
)
def test_positions(ask: Ask, expression: str, texts: list[str]) -> None:
    """The passages of the left that stand so to one of the right, in the same source."""
    assert ask(expression) == texts


def test_passages_that_only_touch_share_nothing() -> None:
    """Ends are half-open: a passage that begins where another ends does not overlap it."""
    study = StudyMaker()
    study.source("a.txt", ["London Washington"])
    for code in ("Left", "Right"):
        study.code(code)
    study.coding("a.txt", "Left", (0, 7))
    study.coding("a.txt", "Right", (7, 17))
    with study.reading() as reading:
        assert answer(reading, "code:left overlaps code:right").total == 0
        assert answer(reading, "code:left and code:right").total == 0
        assert answer(reading, "code:left and not code:right").total == 1
        assert answer(reading, "code:left precedes(0 chars) code:right").total == 1


def test_a_turn_that_only_touches_a_passage_is_not_in_it() -> None:
    """A passage that ends where the next turn begins does not belong to the next speaker."""
    study = StudyMaker()
    study.source("a.txt", [("P1", "London calling."), ("P2", "Washington here.")])
    study.person("Ann", speaks={"a.txt": "P1"})
    study.person("Bob", speaks={"a.txt": "P2"})
    study.code("Place")
    study.coding("a.txt", "Place", (0, study.place("a.txt", "P2:")[0]))
    with study.reading() as reading:
        assert answer(reading, "code:place and participant:Ann").total == 1
        assert answer(reading, "code:place and participant:Bob").total == 0


def test_text_beside_what_is_looked_at_still_excludes() -> None:
    """A passage that reaches into the next turn shares text with a word there."""
    study = StudyMaker()
    study.source("a.txt", ["London calling.", "Washington here."])
    for code in ("Short", "Long"):
        study.code(code)
    study.coding("a.txt", "Short", "London")
    study.coding("a.txt", "Long", "London calling.\nWashington")
    with study.reading() as reading:
        assert answer(reading, "code:short and (code:long and not washington or paris)").total == 0
        assert answer(reading, "code:short and (code:long and not here or paris)").total == 1


def test_a_merged_code_is_found_by_both_names() -> None:
    """Codings of a merged code count for the one it went into, under either name."""
    study = trust_study()
    study.merge("Staff", "Money")
    with study.reading() as reading:
        texts = [each.text for each in answer(reading, "code:money").passages]
        assert texts == ["the money went", "new staff"]
        assert [each.text for each in answer(reading, "code:staff").passages] == texts


def test_a_set_holds_of_what_is_in_it() -> None:
    """Sources and cases in a set, what lies in its cases, and passages coded with its codes."""
    study = trust_study()
    study.set("Wave", "b.txt")
    study.set("Northern", "North")
    study.set("Scarce", "Resources")
    with study.reading() as reading:
        assert [p.text for p in answer(reading, "code:trust and set:wave").passages] == [
            "Trust is money"
        ]
        assert answer(reading, "code:trust and set:northern").total == 3
        assert [p.text for p in answer(reading, "set:scarce and participant:*").passages] == [
            TURNS_OF_ANN[0],
            TURN_OF_BOB,
        ]
        assert answer(reading, "staff and set:scarce").total == 1


def test_stems_follow_the_language_of_the_source() -> None:
    """The same question finds the forms of a word in each source's own language."""
    study = StudyMaker()
    study.source("en", ["They were funding it."], language="en")
    study.source("none", ["They were funding it. The fund."], language=None)
    study.source("de", ["Die Häuser."], language="de-AT")
    with study.reading() as reading:
        found = [(p.source, p.text) for p in answer(reading, "stem(fund)").passages]
        assert found == [("en", "funding"), ("none", "fund")]
        assert [p.text for p in answer(reading, "stem(Haus)").passages] == ["Häuser"]


def test_a_phrase_is_found_in_writing_without_spaces() -> None:
    """Chinese has no spaces; offsets still count characters."""
    study = StudyMaker()
    study.source("zh", [("甲", "我们失去了信任。"), ("乙", "信任回来了。")], language="zh")
    with study.reading() as reading:
        found = answer(reading, "信任").passages
    assert [(p.text, p.speakers) for p in found] == [("信任", ("甲",)), ("信任", ("乙",))]


@pytest.mark.parametrize(
    ("expression", "error", "slug", "place", "hint"),
    [
        ("code:turst", NotFound, "code-not-found", (0, 10), "“Trust”"),
        ("trust and code:turst", NotFound, "code-not-found", (10, 20), "“Trust”"),
        ("site:C", NotFound, "site-not-found", (0, 6), None),
        ("participant:Anne", NotFound, "participant-not-found", (0, 16), "“Ann”"),
        ("source:c.txt", NotFound, "source-not-found", (0, 12), ".txt"),
        ("speaker:P04", NotFound, "speaker-not-found", (0, 11), "“P0"),
        ("coder:Bem", NotFound, "coder-not-found", (0, 9), "“Ben”"),
        ("set:Wave", NotFound, "set-not-found", (0, 8), None),
        ("language:fr", NotFound, "value-not-found", (0, 11), "en"),
        ("sector:NHSS", NotFound, "value-not-found", (0, 11), "“NHS”"),
        ("sector:xyz", NotFound, "value-not-found", (0, 10), "Council"),
        ("secter:NHS", NotFound, "field-not-found", (0, 10), "“sector”"),
        ("sector>NHS", MistakeOfUse, "no-order", (0, 10), "sector:("),
        ("site>A", MistakeOfUse, "no-order", (0, 6), "site:("),
        ("tenure_years>long", MistakeOfUse, "value-not-understood", (0, 17), "digits"),
        ("appointed:soon", MistakeOfUse, "value-not-understood", (0, 14), "2024"),
        ("clinical:perhaps", MistakeOfUse, "value-not-understood", (0, 16), "yes"),
        ("code:trust and trust near(2 turns) site:C", NotFound, "site-not-found", (35, 41), None),
    ],
)
def test_what_the_study_does_not_have_is_pointed_at(
    ask: Ask,
    expression: str,
    error: type[CrosscaseError],
    slug: str,
    place: tuple[int, int],
    hint: str | None,
) -> None:
    """The error names what is unknown, shows the place in the expression, and what is near."""
    with pytest.raises(error) as raised:
        ask(expression)
    assert raised.value.slug == slug
    details = raised.value.details or {}
    assert (details["start_char"], details["end_char"]) == place
    assert raised.value.sentence.startswith(f"{details['reason']}\n")
    assert "^" in raised.value.sentence
    if hint is not None:
        assert hint in (raised.value.hint or "")


def test_a_name_that_several_codes_have_needs_a_path() -> None:
    """The error lists the paths, and a path decides."""
    study = StudyMaker()
    study.source("a.txt", ["London"])
    study.code("North")
    study.code("South")
    study.code("Trust", "North")
    study.code("trust", "South")
    study.coding("a.txt", "trust", "London")
    with study.reading() as reading:
        with pytest.raises(MistakeOfUse) as raised:
            answer(reading, "code:trust")
        assert "North > Trust" in (raised.value.hint or "")
        assert answer(reading, 'code:"South > trust"').total == 1


def test_too_many_alternatives_are_refused(ask: Ask) -> None:
    """Alternatives of different kinds multiply; the bound says so instead of running for ever."""
    alternatives = " and ".join(["(code:trust or site:A or coder:Ben)"] * 6)
    with pytest.raises(MistakeOfUse) as raised:
        ask(alternatives)
    assert raised.value.slug == "question-too-large"


_TERMS = st.sampled_from(
    [
        *("code:trust", "code:=relations", "code:resources", "trust", "money", "stem(fund)"),
        *("site:A", "site:B", "sector:NHS", "participant:Ann", "source:a.txt", "speaker:INT"),
        *("coder:Ben", "valence:*", "code:trust near(1 turn) money"),
    ]
)
_QUESTIONS = st.recursive(
    _TERMS,
    lambda parts: (
        st.tuples(parts, st.sampled_from(["and", "or", "and not"]), parts).map(
            lambda each: f"({each[0]} {each[1]} {each[2]})"
        )
        | parts.map(lambda each: f"not {each}")
    ),
    max_leaves=5,
)


@settings(max_examples=80)
@given(question=_QUESTIONS)
def test_any_question_answers_with_distinct_places_in_order(
    study: StudyMaker, question: str
) -> None:
    """Whatever is asked: places inside their texts, in order, each once, none of them empty."""
    with study.reading() as reading:
        places = answer(reading, question).places()
    assert places == sorted(set(places))
    for source, start, end in places:
        assert 0 <= start < end <= len(study.texts[source])


@settings(max_examples=60)
@given(question=_QUESTIONS, most=st.integers(0, 4))
def test_a_first_page_is_where_the_whole_answer_begins(
    study: StudyMaker, question: str, most: int
) -> None:
    """Looking into one source after another, only as far as needed, changes no answer."""
    with study.reading() as reading, pytest.MonkeyPatch.context() as patch:
        whole = answer(reading, question).places()
        patch.setattr(running_answer, "_CHARS_BEYOND", 1)
        patch.setattr(running_answer, "_FIRST_SOURCES", 1)
        first = answer(reading, question, most=most)
    assert first.places() == whole[: first.total]
    assert len(first.passages) == min(most, len(whole))
    assert not first.is_complete or first.total == len(whole)


@settings(max_examples=60)
@given(question=_QUESTIONS, filter_=st.sampled_from(["site:A", "sector:NHS", "speaker:INT"]))
def test_a_filter_and_its_opposite_part_an_answer(
    study: StudyMaker, question: str, filter_: str
) -> None:
    """Each passage of an answer either satisfies a filter or does not."""
    with study.reading() as reading:
        with_, without = (
            answer(reading, f"({question}) and {each}").places()
            for each in (filter_, f"not {filter_}")
        )
        whole = answer(reading, question).places()
    if "or" not in question.split():
        assert sorted(with_ + without) == whole


def test_codings_are_compared_by_place_not_by_order(study: StudyMaker) -> None:
    """A question leaves the study's columns as they are."""
    with study.reading() as reading:
        first = answer(reading, "code:trust").places()
        assert answer(reading, "code:trust and coder:Ama").total == 4
        assert answer(reading, "code:trust").places() == first
        assert np.unique([source for source, _, _ in first]).size == 3
