"""Memos and links from tables: one operation each, and a reason for every row that stays out."""

from __future__ import annotations

import pytest

from crosscase.coding.codes import Codes
from crosscase.coding.links import Links
from crosscase.coding.memos import Memos
from crosscase.errors import MistakeOfUse, NotFound
from crosscase.store.history import list_operations
from crosscase.store.session import Session

MEMOS = ("title", "memo_kind", "about", "text", "author", "source", "quote")
LINKS = ("from", "to", "link_type", "directed", "sign", "note", "source", "quote", "against")


@pytest.fixture
def coded(session: Session) -> Session:
    """A study with the codes Trust and Money."""
    for name in ("Trust", "Money"):
        Codes(session).add(name)
    return session


def sentences(session: Session) -> list[str]:
    """What was done, the latest first."""
    with session.reading() as reading:
        return [each.sentence for each in list_operations(reading)]


def test_memos_come_in_as_one_operation(coded: Session) -> None:
    """With what they are about, their authors and their passages."""
    memos = Memos(coded)
    done = memos.import_table(
        MEMOS,
        [
            ("On trust", "reflexive", "code:Trust", "Two\r\nkinds.", "", "", ""),
            ("Winter", "", "", "Why then?", "Ben", "P01.txt", "The money went in winter"),
        ],
    )
    assert (done.memos, done.already_there, done.refused) == (2, 0, ())
    one, other = memos.all()
    assert (one.title, one.memo_kind, memos.text(one.id)) == (
        "On trust",
        "reflexive",
        "Two\nkinds.",
    )
    assert one.about == Codes(coded).get("Trust").id
    assert other.memo_kind == "analytic"
    passage = memos.passage(other.id)
    assert passage is not None and passage.text == "The money went in winter"
    assert [memo.title for memo in memos.all(author="Ben")] == ["Winter"]
    assert sentences(coded)[0] == "imported 2 memos"


def test_the_same_memos_are_not_made_again(coded: Session) -> None:
    """Nor twice from one table; nothing new is no operation."""
    memos = Memos(coded)
    rows = [("On trust", "Two kinds."), ("On trust", "Two kinds."), ("On trust", "Three.")]
    done = memos.import_table(("memo", "words"), rows)
    assert (done.memos, done.already_there) == (2, 1)
    before = len(sentences(coded))
    assert memos.import_table(("memo", "words"), rows).already_there == 3
    assert len(sentences(coded)) == before


def test_memos_that_cannot_be_taken_are_listed_by_their_lines(coded: Session) -> None:
    """The others come in; with strict none do."""
    memos = Memos(coded)
    rows = [
        ("Good", "", "Trust", "x", "", "", ""),
        ("", "", "", "x", "", "", ""),
        ("Kind", "poetic", "", "x", "", "", ""),
        ("About", "", "code:Hope", "x", "", "", ""),
        ("Quote", "", "", "x", "", "P01.txt", "never said"),
        ("Short",),
        ("", "", "", "", "", "", ""),
    ]
    with pytest.raises(MistakeOfUse, match=r"5 rows cannot be taken.*; line 3: A memo needs"):
        memos.import_table(MEMOS, rows, strict=True)
    assert memos.all() == []
    done = memos.import_table(MEMOS, rows)
    assert [memo.title for memo in memos.all()] == ["Good"]
    assert [(line, error.slug) for line, error in done.refused] == [
        (3, "empty-name"),
        (4, "unknown-memo-kind"),
        (5, "code-not-found"),
        (6, "quote-not-found"),
        (7, "ragged-table"),
    ]


def test_a_table_without_its_columns_is_refused(coded: Session) -> None:
    """The column that is missing is named."""
    with pytest.raises(MistakeOfUse, match="The table has no column “text”"):
        Memos(coded).import_table(("title", "txt"), [("a", "b")])
    with pytest.raises(MistakeOfUse, match="The table has no column “link_type”"):
        Links(coded).import_table(("from", "to"), [("a", "b")])


def test_links_come_in_with_their_evidence(coded: Session) -> None:
    """One operation; the same link in several rows is one, with all their passages behind it."""
    links = Links(coded)
    done = links.import_table(
        LINKS,
        [
            (
                "Money",
                "Trust",
                "weakens",
                "yes",
                "-",
                "Goes with it",
                "P01.txt",
                "We lost trust",
                "",
            ),
            ("Money", "code:Trust", "Weakens", "", "-", "", "P01.txt", "I kept my trust", "yes"),
            ("Trust", "board.txt", "seen in", "no", "", "", "", "", ""),
            ("board.txt", "Trust", "seen in", "no", "", "", "", "", ""),
        ],
        basis="asserted",
    )
    assert (done.links, done.evidence, done.already_there, done.refused) == (2, 2, 1, ())
    first, second = links.all()
    assert (first.start_name, first.link.sign, first.link.note) == ("Money", "-", "Goes with it")
    assert first.link.basis == "asserted"
    behind = [(each.passage.text, each.against) for each in first.evidence]
    assert behind == [("We lost trust", False), ("I kept my trust", True)]
    assert second.link.directed is False
    assert sentences(coded)[0] == "imported 2 links"


def test_links_that_are_there_only_get_new_evidence(coded: Session) -> None:
    """Whether a person or a table made them; nothing new is no operation."""
    links = Links(coded)
    made = links.add("Money", "Trust", "weakens", sign="-")
    links.add_evidence(made.id, "P01.txt", quote="We lost trust")
    rows = [
        ("Money", "Trust", "weakens", "", "-", "", "P01.txt", "We lost trust", ""),
        ("Money", "Trust", "weakens", "", "-", "", "P01.txt", "The money went", ""),
    ]
    done = links.import_table(LINKS, rows)
    assert (done.links, done.evidence, done.already_there) == (0, 1, 1)
    assert sentences(coded)[0] == "imported 1 link"
    again = links.import_table(LINKS, rows)
    assert (again.links, again.evidence, again.already_there) == (0, 0, 2)
    assert len(links.get(made.id).evidence) == 2


def test_links_that_cannot_be_taken_are_listed(coded: Session) -> None:
    """A row whose passage is not found brings no link either."""
    links = Links(coded)
    done = links.import_table(
        LINKS,
        [
            ("Money", "Hope", "causes", "", "", "", "", "", ""),
            ("Money", "Money", "causes", "", "", "", "", "", ""),
            ("Money", "", "causes", "", "", "", "", "", ""),
            ("Money", "Trust", "causes", "perhaps", "", "", "", "", ""),
            ("Money", "Trust", "causes", "", "?", "", "", "", ""),
            ("Money", "Trust", "causes", "", "", "", "P01.txt", "never said", ""),
        ],
    )
    assert [(line, error.slug) for line, error in done.refused] == [
        (2, "thing-not-found"),
        (3, "same-ends"),
        (4, "empty-cell"),
        (5, "not-a-truth"),
        (6, "unknown-sign"),
        (7, "quote-not-found"),
    ]
    assert links.all() == []
    with pytest.raises(NotFound, match="line 2: Nothing in the study is called “Hope”"):
        links.import_table(LINKS, [("Money", "Hope", "causes", *[""] * 6)], strict=True)


def test_a_dry_run_stores_nothing(coded: Session) -> None:
    """It says what would come in."""
    before = sentences(coded)
    assert Memos(coded).import_table(("title", "text"), [("a", "b")], dry_run=True).memos == 1
    rows = [("Money", "Trust", "weakens")]
    assert Links(coded).import_table(LINKS[:3], rows, dry_run=True).links == 1
    assert sentences(coded) == before
