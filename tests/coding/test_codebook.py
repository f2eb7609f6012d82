"""The codebook as a whole: taken in from a file's entries, and given out again."""

from __future__ import annotations

import pytest

from crosscase.coding.codebook import PALETTE, Codebook, ImportedCodebook
from crosscase.coding.codes import Codes
from crosscase.errors import MistakeOfUse
from crosscase.formats.codebook_files import CodebookEntry, read_codebook, write_codebook
from crosscase.store.session import Session


@pytest.fixture
def codebook(empty: Session) -> Codebook:
    """The codebook of an empty study."""
    return Codebook(empty)


def paths(codebook: Codebook) -> list[str]:
    return [" > ".join(entry.path) for entry in codebook.entries()]


def test_new_codes_are_made_in_order_with_the_parents_they_lack(codebook: Codebook) -> None:
    """A parent that the file does not describe is made too."""
    report = codebook.import_entries(
        [
            CodebookEntry(("Trust", "Lost"), definition="It went"),
            CodebookEntry(("Money",)),
            CodebookEntry(("Trust", "Kept")),
        ]
    )
    assert report == ImportedCodebook(made=4, updated=0, unchanged=0)
    assert paths(codebook) == ["Trust", "Trust > Lost", "Trust > Kept", "Money"]


def test_a_parent_may_be_described_after_its_children(codebook: Codebook) -> None:
    """It is one code all the same."""
    report = codebook.import_entries(
        [CodebookEntry(("Trust", "Lost")), CodebookEntry(("trust",), definition="Reliance")]
    )
    assert report.made == 2
    assert codebook.entries()[0].definition == "Reliance"


def test_codes_at_known_paths_are_updated_and_nothing_is_removed(
    codebook: Codebook, empty: Session
) -> None:
    """What an entry leaves out stays as it is."""
    codes = Codes(empty)
    codes.add("Trust", definition="Reliance", includes="Promises")
    codes.add("Money")
    report = codebook.import_entries(
        [CodebookEntry(("TRUST",), definition="Readiness to rely"), CodebookEntry(("Money",))]
    )
    assert report == ImportedCodebook(made=0, updated=1, unchanged=1)
    trust = codes.get("Trust")
    assert (trust.name, trust.definition, trust.includes) == (
        "Trust",
        "Readiness to rely",
        "Promises",
    )


def test_the_same_codebook_again_changes_nothing(codebook: Codebook, empty: Session) -> None:
    """Not even the log."""
    entries = [CodebookEntry(("Trust",)), CodebookEntry(("Trust", "Lost"), origin="In-Vivo")]
    codebook.import_entries(entries)
    with empty.reading() as reading:
        before = reading.file.heads(reading.connection)
    assert codebook.import_entries(entries) == ImportedCodebook(0, 0, 2)
    with empty.reading() as reading:
        assert reading.file.heads(reading.connection) == before


def test_a_plan_says_what_an_import_would_do_and_changes_nothing(codebook: Codebook) -> None:
    """The same report, before it is done."""
    entries = [CodebookEntry(("Trust", "Lost"))]
    assert codebook.plan_import(entries) == ImportedCodebook(2, 0, 0)
    assert codebook.entries() == []


def test_new_top_codes_get_colours_that_differ(codebook: Codebook, empty: Session) -> None:
    """Those in use are passed over; codes below take after their parent."""
    Codes(empty).add("Old", colour=PALETTE[0])
    codebook.import_entries(
        [
            CodebookEntry(("A",)),
            CodebookEntry(("B",), colour=PALETTE[1].lower()),
            CodebookEntry(("C",)),
            CodebookEntry(("A", "a")),
        ]
    )
    colours = {entry.path: entry.colour for entry in codebook.entries()}
    assert colours == {
        ("Old",): PALETTE[0],
        ("A",): PALETTE[2],
        ("A", "a"): None,
        ("B",): PALETTE[1],
        ("C",): PALETTE[3],
    }


def test_a_codebook_can_retire_a_code_and_take_it_back(codebook: Codebook, empty: Session) -> None:
    """Leaving the status out does neither."""
    codebook.import_entries([CodebookEntry(("Trust",), status="Retired")])
    codebook.import_entries([CodebookEntry(("Trust",))])
    assert Codes(empty).get("Trust").status == "retired"
    codebook.import_entries([CodebookEntry(("Trust",), status="active")])
    assert Codes(empty).get("Trust").status is None


@pytest.mark.parametrize(
    ("entries", "slug"),
    [
        ([CodebookEntry(("A",)), CodebookEntry(("a ",))], "code-twice"),
        ([CodebookEntry(("A",), origin="guessed")], "unknown-origin"),
        ([CodebookEntry(("A",), colour="reddish")], "unknown-colour"),
        ([CodebookEntry(("A",), status="asleep")], "unknown-status"),
        ([CodebookEntry(("A > B",))], "name-holds-path-mark"),
    ],
)
def test_a_codebook_with_a_fault_is_refused_whole(
    codebook: Codebook, entries: list[CodebookEntry], slug: str
) -> None:
    """The sentence names the code; nothing is stored."""
    with pytest.raises(MistakeOfUse, match=r"(?i)“a") as error:
        codebook.import_entries([CodebookEntry(("Good",)), *entries])
    assert error.value.slug == slug
    assert codebook.entries() == []


def test_what_is_written_to_a_file_comes_back_the_same(codebook: Codebook, empty: Session) -> None:
    """Through every format, into another study."""
    from crosscase.testing import make_session

    codebook.import_entries(
        [
            CodebookEntry(("Trust",), definition="Reliance,\nor its loss", status="retired"),
            CodebookEntry(("Trust", "Lost"), origin="deductive", citation="Someone 2020"),
        ]
    )
    entries = codebook.entries()
    for ending, format_ in (("csv", "csv"), ("yaml", "yaml"), ("md", "markdown")):
        data = write_codebook(entries, format_)
        other = make_session(name=ending)
        Codebook(other).import_entries(read_codebook(data, f"book.{ending}"))
        assert Codebook(other).entries() == entries
        other.file.close()
