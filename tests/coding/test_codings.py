"""One code on one passage by one coder: adding, changing, and everything that is refused."""

from __future__ import annotations

import pytest

from crosscase.coding.codes import Codes
from crosscase.coding.codings import Codings
from crosscase.errors import CrosscaseError, MistakeOfUse, NotFound
from crosscase.store.session import Session
from tests.coding.making import BOARD, INTERVIEW, correct


@pytest.fixture
def codings(session: Session) -> Codings:
    """Codings of a study with the codes Trust and Money."""
    codes = Codes(session)
    codes.add("Trust")
    codes.add("Money")
    return Codings(session)


def words(codings: Codings) -> list[str]:
    """The coded words, in the order of the sources and of the text."""
    return codings.frame()["text"].to_list()


# -- adding ------------------------------------------------------------------------------


def test_a_passage_is_coded_by_its_offsets(codings: Codings) -> None:
    """Offsets are half-open and count characters."""
    coding = codings.add("board.txt", "Money", start_char=3, end_char=9)
    assert coding.passage[1:] == (3, 9)
    assert words(codings) == ["London"]


def test_a_passage_is_coded_by_its_words(codings: Codings) -> None:
    """White space and quotation marks need not be exact."""
    codings.add("P01.txt", "Trust", quote="We  lost\ntrust when the money went.")
    assert words(codings) == ["We lost trust when the money went."]


def test_a_quote_that_stands_twice_is_refused_with_its_places(codings: Codings) -> None:
    """It is never guessed which one is meant."""
    with pytest.raises(MistakeOfUse) as error:
        codings.add("P01.txt", "Money", quote="money went")
    assert error.value.slug == "quote-ambiguous"
    first = INTERVIEW.index("money went")
    assert f"{first}-{first + 10}" in str(error.value.hint)


@pytest.mark.parametrize("near", [{"prefix": "The"}, {"suffix": "in winter"}])
def test_the_words_around_a_quote_settle_which_is_meant(
    codings: Codings, near: dict[str, str]
) -> None:
    """Before it or after it."""
    coding = codings.add("P01.txt", "Money", quote="money went", **near)
    assert coding.passage.start_char == INTERVIEW.rindex("money went")


def test_offsets_settle_which_of_two_quotes_is_meant(codings: Codings) -> None:
    """When the quoted words stand there."""
    at = INTERVIEW.rindex("money went")
    coding = codings.add("P01.txt", "Money", quote="money went", start_char=at, end_char=at + 10)
    assert coding.passage.start_char == at


def test_a_quote_is_believed_before_offsets_that_do_not_fit_it(codings: Codings) -> None:
    """Offsets of an earlier version of the text do no harm."""
    coding = codings.add("P01.txt", "Trust", quote="I kept my trust", start_char=0, end_char=15)
    assert coding.passage.start_char == INTERVIEW.index("I kept my trust")


@pytest.mark.parametrize(
    ("where", "slug"),
    [
        ({"quote": "nobody said this"}, "quote-not-found"),
        ({"quote": "  "}, "empty-quote"),
        ({"start_char": 5, "end_char": 5}, "passage-outside-text"),
        ({"start_char": -1, "end_char": 5}, "passage-outside-text"),
        ({"start_char": 0, "end_char": len(INTERVIEW) + 1}, "passage-outside-text"),
        ({"start_char": 0}, "no-passage"),
        ({}, "no-passage"),
    ],
)
def test_a_passage_that_is_not_there_is_refused(
    codings: Codings, where: dict[str, object], slug: str
) -> None:
    """By words or by offsets, and nothing is stored."""
    with pytest.raises(CrosscaseError) as error:
        codings.add("P01.txt", "Trust", **where)  # type: ignore[arg-type]
    assert error.value.slug == slug
    assert codings.frame().is_empty()


def test_unknown_names_and_values_are_refused(codings: Codings) -> None:
    """Sources, codes, valences and bases."""
    with pytest.raises(NotFound, match=r"P99\.txt"):
        codings.add("P99.txt", "Trust", start_char=0, end_char=1)
    with pytest.raises(NotFound, match="Hope"):
        codings.add("P01.txt", "Hope", start_char=0, end_char=1)
    with pytest.raises(MistakeOfUse) as error:
        codings.add("P01.txt", "Trust", start_char=0, end_char=1, valence="good")
    assert error.value.slug == "unknown-valence"


def test_the_same_coding_twice_is_one_coding(codings: Codings) -> None:
    """What it says of valence and basis is taken over."""
    first = codings.add("P01.txt", "Trust", quote="We lost trust")
    second = codings.add("P01.txt", "Trust", quote="We lost trust", valence="constraining")
    assert second.id == first.id and second.valence == "constraining"
    assert codings.add("P01.txt", "Trust", quote="We lost trust").valence == "constraining"
    assert len(codings.frame()) == 1


def test_another_coder_is_added_with_their_first_coding(codings: Codings) -> None:
    """Two coders on one passage are two codings."""
    codings.add("P01.txt", "Trust", quote="We lost trust")
    codings.add("P01.txt", "Trust", quote="We lost trust", coder="Ben")
    codings.add("P01.txt", "Trust", quote="We lost trust", coder="  ben ")
    assert sorted(codings.frame()["coder"]) == ["Ama", "Ben"]


def test_a_retired_code_and_a_heading_take_no_codings(codings: Codings, session: Session) -> None:
    """Each refusal says what to do."""
    codes = Codes(session)
    codes.retire("Trust")
    codes.describe("Money", codable=False)
    for code, slug in (("Trust", "code-retired"), ("Money", "code-not-codable")):
        with pytest.raises(MistakeOfUse) as error:
            codings.add("P01.txt", code, start_char=0, end_char=3)
        assert error.value.slug == slug


def test_many_passages_are_coded_in_one_operation(codings: Codings, session: Session) -> None:
    """Those that are coded so already are not doubled, neither are doubles among the new."""
    source = codings.add("P01.txt", "Trust", start_char=0, end_char=5).source
    passages = [(source, 0, 5), (source, 6, 9), (source, 6, 9), ("board.txt", 0, 2)]
    assert codings.add_passages("Trust", passages) == 2
    assert codings.add_passages("Trust", passages) == 0
    assert len(codings.frame()) == 3


def test_one_bad_passage_stops_all_of_them(codings: Codings) -> None:
    """One intention is one operation."""
    with pytest.raises(MistakeOfUse):
        codings.add_passages("Trust", [("P01.txt", 0, 5), ("P01.txt", 5, 9_999)])
    assert codings.frame().is_empty()


# -- changing ----------------------------------------------------------------------------


def test_recoding_gives_codings_another_code(codings: Codings) -> None:
    """Those that have it already are left alone."""
    one = codings.add("P01.txt", "Trust", quote="We lost trust").id
    two = codings.add("P01.txt", "Money", quote="in winter").id
    codings.recode([one, two, one], "Money")
    assert codings.frame()["code"].to_list() == ["Money", "Money"]
    assert codings.recode([one], "Money") is None


def test_adjusting_moves_the_boundaries(codings: Codings) -> None:
    """Over the current text; the same place again is no operation."""
    one = codings.add("board.txt", "Trust", quote="the ministry")
    codings.adjust(one.id, 3, 9)
    assert words(codings) == ["London"]
    assert codings.adjust(one.id, 3, 9) is None
    with pytest.raises(MistakeOfUse):
        codings.adjust(one.id, 9, 3)


def test_qualifying_sets_and_clears_valence_and_basis(codings: Codings) -> None:
    """What is not named stays."""
    id_ = codings.add("P01.txt", "Trust", quote="We lost trust", basis="asserted").id
    codings.qualify(id_, valence="mixed")
    assert (codings.get(id_).valence, codings.get(id_).basis) == ("mixed", "asserted")
    codings.qualify(id_, valence=None)
    assert codings.get(id_).valence is None
    assert codings.qualify(id_, valence=None) is None
    for says in ({"valence": "nice"}, {"mood": "good"}):
        with pytest.raises(MistakeOfUse):
            codings.qualify(id_, **says)


def test_removed_codings_can_be_restored(codings: Codings) -> None:
    """Removing what is removed is no operation."""
    id_ = codings.add("P01.txt", "Trust", quote="We lost trust").id
    codings.remove([id_])
    assert codings.frame().is_empty()
    assert codings.remove([id_]) is None
    codings.restore([id_])
    assert words(codings) == ["We lost trust"]


def test_a_removed_coding_can_be_made_again(codings: Codings) -> None:
    """As a new one."""
    first = codings.add("P01.txt", "Trust", quote="We lost trust").id
    codings.remove([first])
    assert codings.add("P01.txt", "Trust", quote="We lost trust").id != first


def test_an_unknown_coding_is_not_found(codings: Codings) -> None:
    """Neither to read nor to change."""
    for act in (codings.get, lambda id_: codings.remove([id_])):
        with pytest.raises(NotFound) as error:
            act("01a20182-c154-7000-ae78-a383ef9410cd")
        assert error.value.slug == "coding-not-found"


# -- transcripts that are corrected ------------------------------------------------------


def test_correcting_a_transcript_keeps_every_coding(codings: Codings, session: Session) -> None:
    """London becomes Washington before one coded span, inside another, and a third is taken out."""
    codings.add("board.txt", "Trust", quote="ministry moved")
    codings.add("board.txt", "Money", quote="In London the")
    codings.add("board.txt", "Money", quote=" twice,")
    correct(session, "board.txt", BOARD.replace("London", "Washington").replace(" twice,", ","))
    frame = codings.frame()
    assert frame.select("text", "code", "touched").rows() == [
        ("In Washington the", "Money", True),
        ("ministry moved", "Trust", False),
        (",", "Money", True),
    ]


def test_new_passages_are_made_on_the_corrected_text(codings: Codings, session: Session) -> None:
    """Their offsets count in it, and the same coding is recognised after the correction."""
    before = codings.add("board.txt", "Trust", quote="ministry moved")
    correct(session, "board.txt", BOARD.replace("London", "Washington"))
    at = BOARD.index("ministry moved") + 4
    assert codings.add("board.txt", "Trust", start_char=at, end_char=at + 14) == before
    codings.add("board.txt", "Money", quote="Washington")
    assert words(codings) == ["Washington", "ministry moved"]
