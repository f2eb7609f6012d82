"""crosscase.query.dimensions: what the sides of a matrix are called and which members they have."""

from __future__ import annotations

import pytest

from crosscase.errors import NotFound
from crosscase.query.dimensions import dimension, plural_of
from tests.query.making import StudyMaker, trust_study


@pytest.fixture(scope="module")
def study() -> StudyMaker:
    """The study of three speakers; no test here changes it."""
    return trust_study()


@pytest.mark.parametrize(
    ("word", "noun", "labels"),
    [
        ("codes", "code", ("Relations", "Resources")),
        ("code", "code", ("Relations", "Resources")),
        ("code:Resources", "code", ("Money", "Staff", "Resources itself")),
        ("code:Money", "code", ("Money",)),
        (
            "codes:all",
            "code",
            (
                *("Relations", "Relations > Trust"),
                *("Resources", "Resources > Money", "Resources > Staff"),
            ),
        ),
        ("site", "site", ("A", "B")),
        ("Sites", "site", ("A", "B")),
        ("places", "place", ("North",)),
        ("sector", "sector", ("Council", "NHS board", "NHS trust")),
        ("sectors", "sector", ("Council", "NHS board", "NHS trust")),
        ("sector:coarse", "sector", ("Council", "NHS")),
        ("tenure years", "tenure_years", ("3", "5.5")),
        ("population", "population", ("400", "900")),
        ("appointed", "appointed", ("2019-05-01", "2021-01-31")),
        ("clinical", "clinical", ("no", "yes")),
        ("coders", "coder", ("Ama", "Ben")),
        ("sources", "source", ("a.txt", "b.txt", "policy.txt")),
        ("participants", "participant", ("Ann", "Bob", "Cat")),
        ("persons", "participant", ("Ann", "Bob", "Cat")),
        ("valence", "valence", ("enabling", "constraining", "mixed")),
        ("basis", "basis", ("asserted", "inferred")),
    ],
)
def test_words_for_dimensions(
    study: StudyMaker, word: str, noun: str, labels: tuple[str, ...]
) -> None:
    """Codes, kinds of cases and attributes, in the singular or the plural."""
    with study.reading() as reading:
        found = dimension(reading, word)
    assert (found.noun, found.labels) == (noun, labels)


@pytest.mark.parametrize(
    ("word", "hint"), [("sitess", "“sites”"), ("xyz", "codes"), ("site:coarse", "“sites”")]
)
def test_an_unknown_word_is_answered_with_near_ones(
    study: StudyMaker, word: str, hint: str
) -> None:
    """The error says what there is."""
    with study.reading() as reading, pytest.raises(NotFound) as raised:
        dimension(reading, word)
    assert raised.value.slug == "dimension-not-found"
    assert hint in (raised.value.hint or "")


def test_the_children_of_an_unknown_code(study: StudyMaker) -> None:
    """An unknown code is named."""
    with study.reading() as reading, pytest.raises(NotFound) as raised:
        dimension(reading, "code:Turst")
    assert raised.value.slug == "code-not-found"


def test_a_participant_who_never_speaks_is_no_row() -> None:
    """Invited and not interviewed: in the sampling frame, not in a matrix of what was said."""
    study = trust_study()
    study.person("Dan", "A")
    with study.reading() as reading:
        assert "Dan" not in dimension(reading, "participants").labels


def test_cases_of_one_name_are_told_apart() -> None:
    """After a merge two sites may have one name; they stay two rows."""
    study = StudyMaker()
    study.case("Leeds", "site")
    study.case("leeds", "city")
    study.store()
    study._ids["Leeds (old)"] = study._ids.pop("Leeds")
    study.case("Leeds", "site")
    with study.reading() as reading:
        assert dimension(reading, "sites").labels == ("Leeds", "Leeds (2)")
        assert dimension(reading, "cities").labels == ("leeds",)


@pytest.mark.parametrize(
    ("noun", "plural"),
    [
        ("site", "sites"),
        ("body", "bodies"),
        ("survey", "surveys"),
        ("process", "processes"),
        ("branch", "branches"),
        ("person", "participants"),
        ("basis", "bases"),
    ],
)
def test_plurals(noun: str, plural: str) -> None:
    """Kinds of cases are asked for in the plural."""
    assert plural_of(noun) == plural
