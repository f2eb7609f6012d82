"""Links between any two things, and the passages behind them."""

from __future__ import annotations

import pytest

from crosscase.coding.codes import Codes
from crosscase.coding.links import Links
from crosscase.errors import CrosscaseError
from crosscase.store.session import Session
from tests.coding.making import BOARD, INTERVIEW, correct


@pytest.fixture
def links(session: Session) -> Links:
    """The links of a study with the codes Trust, Money and Place."""
    codes = Codes(session)
    for name in ("Trust", "Money", "Place"):
        codes.add(name)
    return Links(session)


def test_two_codes_are_linked_by_name(links: Links) -> None:
    """With a type, a direction, a sign, a note and a basis."""
    links.add("Money", "Trust", "weakens", sign="-", note="When it goes", basis="asserted")
    (found,) = links.all()
    assert (found.start_name, found.link.link_type, found.end_name) == ("Money", "weakens", "Trust")
    assert (found.link.directed, found.link.sign, found.link.basis) == (True, "-", "asserted")
    assert found.evidence == ()


def test_ends_may_be_of_any_kinds(links: Links) -> None:
    """A code before a source of the same name; a pair says which kind is meant."""
    links.add("Trust", ("source", "P01.txt"), "seen in")
    links.add("board.txt", "P01.txt", "contradicts")
    assert [(each.start_name, each.end_name) for each in links.all()] == [
        ("Trust", "P01.txt"),
        ("board.txt", "P01.txt"),
    ]
    assert [each.end_name for each in links.all(link_type="Seen in")] == ["P01.txt"]


def test_the_same_link_twice_is_one_link(links: Links) -> None:
    """Directed ones by their direction, undirected ones either way round."""
    first = links.add("Money", "Trust", "weakens")
    assert links.add("Money", "Trust", " WEAKENS ") == first
    assert links.add("Trust", "Money", "weakens") != first
    loose = links.add("Money", "Place", "goes with", directed=False)
    assert links.add("Place", "Money", "goes with", directed=False) == loose
    assert len(links.all()) == 3


def test_evidence_follows_its_words(links: Links, session: Session) -> None:
    """Through a correction of the transcript, for and against."""
    link = links.add("Place", "Trust", "weakens").id
    links.add_evidence(link, "board.txt", quote="ministry moved")
    links.add_evidence(link, "P01.txt", quote="I kept my trust", against=True)
    correct(session, "board.txt", BOARD.replace("London", "Washington").replace("moved", "went"))
    (found,) = links.all()
    seen = [(each.passage.text, each.passage.standing, each.against) for each in found.evidence]
    assert seen == [("ministry went", "touched", False), ("I kept my trust", "kept", True)]
    assert found.evidence[0].passage.source_name == "board.txt"


def test_the_same_evidence_twice_is_one(links: Links) -> None:
    """By words or by offsets."""
    link = links.add("Money", "Trust", "weakens").id
    at = INTERVIEW.index("We lost trust")
    first = links.add_evidence(link, "P01.txt", quote="We lost trust")
    assert links.add_evidence(link, "P01.txt", start_char=at, end_char=at + 13) == first
    assert len(links.get(link).evidence) == 1


def test_evidence_can_be_taken_away(links: Links) -> None:
    """The link stays."""
    link = links.add("Money", "Trust", "weakens").id
    evidence = links.add_evidence(link, "P01.txt", quote="We lost trust")
    links.remove_evidence(evidence.id)
    assert links.get(link).evidence == ()
    assert links.remove_evidence(evidence.id) is None


def test_a_link_can_be_changed_and_removed(links: Links) -> None:
    """None clears; the same again is no operation."""
    link = links.add("Money", "Trust", "weakens", sign="-").id
    links.change(link, sign="mixed", note="It depends")
    links.change(link, note=None)
    found = links.get(link).link
    assert (found.sign, found.note) == ("mixed", None)
    assert links.change(link, sign="mixed") is None
    links.remove(link)
    assert links.all() == [] and links.remove(link) is None


def test_a_link_is_hidden_with_either_end(links: Links, session: Session) -> None:
    """And comes back with it."""
    links.add("Money", "Trust", "weakens")
    codes = Codes(session)
    trust = codes.get("Trust").id
    codes.remove("Trust")
    assert links.all() == []
    codes.restore(trust)
    assert len(links.all()) == 1


def test_a_link_of_a_merged_code_is_the_other_ones(links: Links, session: Session) -> None:
    """By its name."""
    links.add("Money", "Trust", "weakens")
    Codes(session).merge("Money", "Place")
    assert links.all()[0].start_name == "Place"


def test_links_that_make_no_sense_are_refused(links: Links) -> None:
    """Each with its own reason."""
    link = links.add("Money", "Trust", "weakens").id
    for act, slug in (
        (lambda: links.add("Trust", "trust", "is"), "same-ends"),
        (lambda: links.add("Trust", "Money", " "), "empty-name"),
        (lambda: links.add("Trust", "Money", "is", sign="*"), "unknown-sign"),
        (lambda: links.add("Trust", "Nothing", "is"), "thing-not-found"),
        (lambda: links.change(link, colour="red"), "unknown-field"),
        (lambda: links.add_evidence("Trust", "P01.txt", quote="We lost trust"), "not-a-link"),
        (lambda: links.add_evidence(link, "P01.txt", quote="money went"), "quote-ambiguous"),
    ):
        with pytest.raises(CrosscaseError) as error:
            act()
        assert error.value.slug == slug


def test_a_removed_link_can_be_restored(links: Links) -> None:
    """By its id, with its evidence."""
    link = links.add("Money", "Trust", "weakens")
    links.add_evidence(link.id, "P01.txt", quote="We lost trust")
    links.remove(link.id)
    assert links.all() == []
    links.restore(link.id)
    (found,) = links.all()
    assert len(found.evidence) == 1
    assert links.restore(link.id) is None


def test_a_link_says_how_it_works_in_words(links: Links) -> None:
    """Said when it is made, changed, cleared, and brought by a table."""
    link = links.add("Money", "Trust", "weakens", mechanism="It stops\r\nat once")
    assert links.get(link.id).mechanism == "It stops\nat once"
    links.change(link.id, mechanism="It is gone", sign="-")
    assert (links.get(link.id).mechanism, links.get(link.id).link.sign) == ("It is gone", "-")
    assert links.change(link.id, mechanism="It is gone") is None
    links.change(link.id, mechanism=None)
    assert links.get(link.id).mechanism is None
    links.import_table(
        ("from", "to", "link_type", "mechanism"), [("Place", "Trust", "helps", "They meet")]
    )
    assert [each.mechanism for each in links.all()] == [None, "They meet"]
