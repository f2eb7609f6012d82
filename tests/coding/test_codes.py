"""The verbs of the codebook, and everything that they refuse."""

from __future__ import annotations

import pytest

from crosscase.coding.codes import Codes
from crosscase.coding.codings import Codings
from crosscase.errors import CrosscaseError, MistakeOfUse, NotFound
from crosscase.store.session import Session


@pytest.fixture
def codes(session: Session) -> Codes:
    """The codebook Trust > Money, Place."""
    codes = Codes(session)
    codes.add("Trust")
    codes.add("Money", parent="Trust")
    codes.add("Place")
    return codes


def names(codes: Codes) -> list[str]:
    """The codebook as indented names."""
    return ["  " * depth + code.name for depth, code in codes.tree().walk()]


def slug_of(error: pytest.ExceptionInfo[CrosscaseError]) -> str:
    return error.value.slug


# -- adding and describing ---------------------------------------------------------------


def test_codes_stand_in_the_order_in_which_they_were_added(codes: Codes) -> None:
    """Children follow their parent."""
    assert names(codes) == ["Trust", "  Money", "Place"]


def test_a_code_may_say_what_it_means(codes: Codes) -> None:
    """Its description is kept field by field, its origin and colour in one spelling."""
    code = codes.add("Place identity", definition="Who we are", origin="In-vivo", colour="e69f00")
    assert (code.definition, code.origin, code.colour) == ("Who we are", "in vivo", "#E69F00")


@pytest.mark.parametrize(
    ("name", "slug"),
    [("  ", "empty-name"), ("A > B", "name-holds-path-mark"), ("TRUST ", "name-taken")],
)
def test_a_name_that_cannot_be_used_is_refused(codes: Codes, name: str, slug: str) -> None:
    """Empty names, names that look like paths, and names of siblings."""
    with pytest.raises(MistakeOfUse) as error:
        codes.add(name)
    assert slug_of(error) == slug


def test_the_same_name_below_another_parent_is_free(codes: Codes) -> None:
    """Only siblings need different names."""
    codes.add("Money", parent="Place")
    assert names(codes) == ["Trust", "  Money", "Place", "  Money"]


@pytest.mark.parametrize(
    ("says", "slug"),
    [
        ({"origin": "guessed"}, "unknown-origin"),
        ({"colour": "reddish"}, "unknown-colour"),
        ({"weight": 3}, "unknown-field"),
    ],
)
def test_a_description_that_makes_no_sense_is_refused(
    codes: Codes, says: dict[str, object], slug: str
) -> None:
    """Unknown origins, colours and fields."""
    with pytest.raises(MistakeOfUse) as error:
        codes.describe("Trust", **says)
    assert slug_of(error) == slug


def test_describing_changes_only_what_is_given(codes: Codes) -> None:
    """None clears a field; the same again is no operation."""
    codes.describe("Trust", definition="Reliance", includes="Promises")
    codes.describe("Trust", includes=None)
    assert (codes.get("Trust").definition, codes.get("Trust").includes) == ("Reliance", None)
    assert codes.describe("Trust", definition="Reliance") is None


# -- finding -----------------------------------------------------------------------------


def test_a_code_is_found_by_name_path_or_id(codes: Codes) -> None:
    """Case and spacing make no difference."""
    money = codes.get("Money")
    assert (
        codes.get("trust>money") == codes.get(" Trust  >  Money ") == codes.get(money.id) == money
    )


def test_an_ambiguous_name_is_refused_with_the_paths(codes: Codes) -> None:
    """The hint names each path."""
    codes.add("Money", parent="Place")
    with pytest.raises(MistakeOfUse) as error:
        codes.get("Money")
    assert slug_of(error) == "code-ambiguous"
    assert "Trust > Money" in str(error.value.hint) and "Place > Money" in str(error.value.hint)


def test_a_name_that_two_codes_bear_is_never_guessed(codes: Codes) -> None:
    """One at the top is no exception; a path from the top says that it is meant."""
    top = codes.add("Money")
    with pytest.raises(MistakeOfUse) as error:
        codes.get("Money")
    assert "“> Money”" in str(error.value.hint)
    assert codes.get("> Money") == top
    assert codes.get("Trust > Money") != top


def test_a_merged_code_is_told_with_what_it_went_into(codes: Codes) -> None:
    """Its old name is no code any more; the hint says which one has its codings."""
    codes.add("Reliance")
    codes.merge("Reliance", "Trust")
    with pytest.raises(NotFound) as error:
        codes.get("Reliance")
    assert error.value.hint == "It was merged into “Trust”."


def test_an_unknown_code_is_refused_with_what_is_near(codes: Codes) -> None:
    """A slip of the finger is recognised."""
    with pytest.raises(NotFound, match="Trsut") as error:
        codes.get("Trsut")
    assert "“Trust”" in str(error.value.hint)


# -- renaming and moving -----------------------------------------------------------------


def test_renaming_keeps_the_code(codes: Codes) -> None:
    """Its id and its children stay; its own name in another case is free."""
    before = codes.get("Trust").id
    codes.rename("Trust", "TRUST")
    codes.rename("TRUST", "Reliance")
    assert codes.get("Reliance > Money") and codes.get("Reliance").id == before
    assert codes.rename("Reliance", "Reliance") is None


def test_renaming_to_a_siblings_name_is_refused(codes: Codes) -> None:
    """Merging is a verb of its own."""
    with pytest.raises(MistakeOfUse) as error:
        codes.rename("Place", "trust")
    assert slug_of(error) == "name-taken"


def test_moving_puts_a_code_last_or_before_a_sibling(codes: Codes) -> None:
    """At the top as below a parent."""
    codes.move("Money", parent=None, before="Trust")
    assert names(codes) == ["Money", "Trust", "Place"]
    codes.move("Money", parent="Place")
    assert names(codes) == ["Trust", "Place", "  Money"]
    codes.move("Place", parent=None, before="Trust")
    assert names(codes) == ["Place", "  Money", "Trust"]


def test_moving_a_code_to_where_it_stands_is_no_operation(codes: Codes) -> None:
    """Nothing is written to the log."""
    assert codes.move("Money", parent="Trust") is None
    assert codes.move("Trust", parent=None, before="Place") is None


def test_a_code_cannot_stand_below_itself(codes: Codes) -> None:
    """Directly or through what is below it."""
    for target in ("Trust", "Money"):
        with pytest.raises(MistakeOfUse) as error:
            codes.move("Trust", parent=target)
        assert slug_of(error) == "code-cycle"


def test_moving_beside_a_code_of_the_same_name_is_refused(codes: Codes) -> None:
    """Siblings have different names."""
    codes.add("Money", parent="Place")
    with pytest.raises(MistakeOfUse) as error:
        codes.move("Trust > Money", parent="Place")
    assert slug_of(error) == "name-taken"


def test_moving_before_a_code_that_stands_elsewhere_is_refused(codes: Codes) -> None:
    """The sibling must have the new parent."""
    with pytest.raises(MistakeOfUse) as error:
        codes.move("Place", parent=None, before="Money")
    assert slug_of(error) == "not-a-sibling"


# -- merging -----------------------------------------------------------------------------


def test_merging_reads_codings_and_children_as_the_other_codes(
    codes: Codes, session: Session
) -> None:
    """The merged code is found under its id as the other one; its children stand there."""
    codings = Codings(session)
    codings.add("P01.txt", "Trust", quote="We lost trust")
    trust = codes.get("Trust").id
    codes.merge("Trust", "Place")
    assert names(codes) == ["Place", "  Money"]
    assert codes.get(trust).name == "Place"
    assert codings.frame()["code"].to_list() == ["Place"]


def test_a_coding_made_before_a_merge_is_the_same_as_one_made_after(
    codes: Codes, session: Session
) -> None:
    """The same passage by the same coder is not coded twice."""
    codings = Codings(session)
    before = codings.add("P01.txt", "Money", quote="We lost trust")
    codes.merge("Money", "Place")
    assert codings.add("P01.txt", "Place", quote="We lost trust") == before


def test_a_code_may_be_merged_into_its_parent_but_not_into_its_child(codes: Codes) -> None:
    """The second would make the child stand below itself."""
    with pytest.raises(MistakeOfUse) as error:
        codes.merge("Trust", "Money")
    assert slug_of(error) == "code-cycle"
    codes.merge("Money", "Trust")
    assert names(codes) == ["Trust", "Place"]


def test_merging_a_code_into_itself_is_refused(codes: Codes) -> None:
    """By whatever names it is given."""
    with pytest.raises(MistakeOfUse) as error:
        codes.merge("Money", "Trust > Money")
    assert slug_of(error) == "same-code"


def test_a_code_merged_into_a_removed_one_is_not_found(codes: Codes) -> None:
    """Neither by its id nor by its name."""
    money = codes.get("Money").id
    codes.merge("Money", "Place")
    codes.remove("Place")
    with pytest.raises(NotFound):
        codes.get(money)


# -- splitting ---------------------------------------------------------------------------


def test_splitting_gives_each_part_its_codings_and_retires_the_old_code(
    codes: Codes, session: Session
) -> None:
    """Parts that exist are used, others are made beside the old code; the rest is a queue."""
    codings = Codings(session)
    one, two, three = (
        codings.add("P01.txt", "Trust", quote=quote)
        for quote in ("We lost trust", "I kept my trust", "to be fair")
    )
    codes.split("Trust", {"Distrust": [one.id], "place": [two.id]})
    assert names(codes) == ["Trust", "  Money", "Place", "Distrust"]
    assert codes.get("Trust").status == "retired"
    assert codings.get(one.id).code == codes.get("Distrust").id
    assert codings.get(two.id).code == codes.get("Place").id
    assert codes.late_codings("Trust") == [three.id]


def test_codings_of_a_merged_code_may_be_listed_in_a_split(codes: Codes, session: Session) -> None:
    """They are read as the code's own."""
    codings = Codings(session)
    coding = codings.add("P01.txt", "Money", quote="money went in winter")
    codes.merge("Money", "Trust")
    codes.split("Trust", {"Lost": [coding.id], "Kept": []})
    assert codings.get(coding.id).code == codes.get("Lost").id


def test_splits_that_make_no_sense_are_refused(codes: Codes, session: Session) -> None:
    """One part, two parts of one name, the old name, a coding twice, somebody else's coding."""
    codings = Codings(session)
    own = codings.add("P01.txt", "Trust", quote="We lost trust").id
    other = codings.add("P01.txt", "Place", quote="We lost trust").id
    for parts, slug in (
        ({"Lost": [own]}, "split-into-one"),
        ({"Lost": [own], " lost ": []}, "part-twice"),
        ({"Lost": [own], "TRUST": []}, "name-taken"),
        ({"Lost": [own], "Kept": [own]}, "coding-twice"),
        ({"Lost": [other], "Kept": []}, "not-of-this-code"),
        ({"Lost": ["nothing"], "Kept": []}, "coding-not-found"),
    ):
        with pytest.raises(CrosscaseError) as error:
            codes.split("Trust", parts)
        assert slug_of(error) == slug


def test_splitting_into_a_retired_code_is_refused(codes: Codes) -> None:
    """It would take new codings."""
    codes.retire("Place")
    with pytest.raises(MistakeOfUse) as error:
        codes.split("Trust", {"Place": [], "Kept": []})
    assert slug_of(error) == "code-retired"


# -- retiring, removing, restoring -------------------------------------------------------


def test_a_retired_code_keeps_its_codings_and_can_be_taken_back(
    codes: Codes, session: Session
) -> None:
    """Retiring it twice is one operation."""
    Codings(session).add("P01.txt", "Trust", quote="We lost trust")
    codes.retire("Trust")
    assert codes.retire("Trust") is None
    assert codes.touch("Trust").codings == 1
    codes.reopen("Trust")
    assert codes.get("Trust").status is None


def test_removing_hides_what_stands_on_a_code_and_restoring_brings_it_back(
    codes: Codes, session: Session
) -> None:
    """Children and codings come back exactly."""
    codings = Codings(session)
    codings.add("P01.txt", "Money", quote="We lost trust")
    trust = codes.get("Trust").id
    codes.remove("Trust")
    assert names(codes) == ["Place"] and codings.frame().is_empty()
    codes.restore(trust)
    assert names(codes) == ["Trust", "  Money", "Place"] and len(codings.frame()) == 1
    assert codes.restore(trust) is None


def test_restoring_beside_a_code_of_the_same_name_is_refused(codes: Codes) -> None:
    """The name has been taken since."""
    trust = codes.get("Trust").id
    codes.remove("Trust")
    codes.add("Trust")
    with pytest.raises(MistakeOfUse) as error:
        codes.restore(trust)
    assert slug_of(error) == "name-taken"


def test_restoring_below_a_removed_code_is_refused(codes: Codes) -> None:
    """The parent comes first."""
    money = codes.get("Money").id
    codes.remove("Money")
    codes.remove("Trust")
    with pytest.raises(MistakeOfUse) as error:
        codes.restore(money)
    assert slug_of(error) == "stands-on-hidden"


def test_restoring_by_name(codes: Codes) -> None:
    """A name that one removed code bears; what is only hidden says what it stands on."""
    codes.remove("Trust")
    with pytest.raises(MistakeOfUse) as error:
        codes.restore("Money")
    assert error.value.sentence == (
        "The code “Money” is not removed itself: it stands on the code “Trust”, which is."
    )
    codes.restore("trust")
    assert [code.name for code in codes.all()][:2] == ["Trust", "Money"]
    assert codes.restore("Trust") is None


def test_touch_counts_what_a_change_would_concern(codes: Codes, session: Session) -> None:
    """Codings, distinct passages, sources and coders, of the code and all below it."""
    codings = Codings(session)
    codings.add("P01.txt", "Trust", quote="We lost trust")
    codings.add("P01.txt", "Money", quote="We lost trust", coder="Ben")
    codings.add("board.txt", "Money", quote="the board")
    codings.add("board.txt", "Place", quote="London")
    touch = codes.touch("Trust")
    assert (touch.codings, touch.passages, touch.sources, touch.coders, touch.subcodes) == (
        3, 2, 2, 2, 1,
    )  # fmt: skip
