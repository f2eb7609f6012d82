"""How much stands on each code and those below it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscase.coding.codes import CodeCount, Codes
from crosscase.coding.codings import CodingRow, Codings
from crosscase.store.session import Session
from crosscase.testing import make_session
from tests.coding.making import INTERVIEW, add_participant, add_source


@pytest.fixture
def codes(session: Session) -> Codes:
    """Trust with Money below it, and Place; P01 and P02 speak in the interview."""
    codes = Codes(session)
    codes.add("Trust")
    codes.add("Money", parent="Trust")
    codes.add("Place")
    source = add_source(session, "talk.txt", INTERVIEW)
    for name in ("P01", "P02"):
        add_participant(session, name, source, name)
    return codes


def counts(codes: Codes) -> dict[str, tuple[int, int, int, int]]:
    """Participants, sources, passages and codings by name."""
    names = {code.id: code.name for code in codes.all()}
    return {
        names[id_]: (each.participants, each.sources, each.passages, each.codings)
        for id_, each in codes.counts().items()
    }


def test_nothing_is_coded(codes: Codes) -> None:
    """Every code is there, with zeros, in the order of the codebook."""
    assert list(codes.counts().values()) == [CodeCount(0, 0, 0, 0)] * 3
    assert list(counts(codes)) == ["Trust", "Money", "Place"]


def test_a_study_without_codes(empty: Session) -> None:
    """Nothing is counted."""
    assert Codes(empty).counts() == {}


def test_a_code_counts_what_is_below_it(codes: Codes, session: Session) -> None:
    """Each participant, source and passage once; a passage of two speakers is of both."""
    codings = Codings(session)
    codings.add("talk.txt", "Trust", quote="We lost trust")
    codings.add("talk.txt", "Money", quote="We lost trust")
    codings.add("talk.txt", "Money", quote="We lost trust", coder="Ben")
    at = INTERVIEW.index("The money")
    codings.add("talk.txt", "Money", start_char=at, end_char=INTERVIEW.index(", to be fair"))
    codings.add("board.txt", "Place", quote="London")
    assert counts(codes) == {
        "Trust": (2, 1, 2, 4),
        "Money": (2, 1, 2, 3),
        "Place": (0, 1, 1, 1),
    }


def test_merged_codes_count_where_they_are_read(codes: Codes, session: Session) -> None:
    """The same passage by the same coder is then one coding; removed codes count nowhere."""
    codings = Codings(session)
    codings.add("talk.txt", "Place", quote="We lost trust")
    codings.add("talk.txt", "Money", quote="We lost trust")
    codes.merge("Place", "Money")
    assert counts(codes) == {"Trust": (1, 1, 1, 1), "Money": (1, 1, 1, 1)}
    codes.remove("Money")
    assert counts(codes) == {"Trust": (0, 0, 0, 0)}


@settings(max_examples=25)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["A", "B", "C", "D"]),
            st.sampled_from(["Ama", "Ben"]),
            st.integers(0, 8),
            st.integers(1, 4),
        ),
        max_size=20,
    )
)
def test_counts_are_those_of_sets(rows: list[tuple[str, str, int, int]]) -> None:
    """The arrays count as plain sets of what lies on a code and those below it do."""
    session = make_session()
    codes = Codes(session)
    above = {"A": "A", "B": "AB", "C": "ABC", "D": "D"}
    for name, path in above.items():
        codes.add(name, parent=path[-2] if len(path) > 1 else None)
    add_source(session, "talk.txt", INTERVIEW)
    asked = [
        CodingRow("talk.txt", code, start_char=at, end_char=at + size, coder=coder)
        for code, coder, at, size in rows
    ]
    Codings(session).import_rows(asked, strict=True)
    for name, found in counts(codes).items():
        mine = [row for row in rows if name in above[row[0]]]
        assert found[2] == len({row[2:] for row in mine})
        assert found[3] == len(set(mine))
    session.file.close()
