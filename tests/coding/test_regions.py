"""Rectangles on pictures and pages: coded, counted, moved, merged and undone like passages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.coding.codes import Codes
from crosscase.coding.codings import Codings
from crosscase.errors import MistakeOfUse
from crosscase.log.records import Draft
from crosscase.model.layout import Layout, Segment
from crosscase.model.nouns import Revision, Source
from crosscase.model.regions import (
    PICTURE_TEXT,
    WHOLE,
    Region,
    region_of_fractions,
    region_of_text,
    stored_region,
)
from crosscase.store.blobs import blob_hash
from crosscase.store.layout_bytes import layout_to_bytes
from crosscase.store.session import Session, made
from crosscase.store.study_counts import study_counts
from crosscase.store.undoing import undo
from crosscase.store.verifying import verify_file
from tests.coding.making import correct

CORNER = (0, 0, 0, 2_500, 2_500)
MIDDLE = (0, 4_000, 4_000, 2_000, 2_000)
PAGES = "First page.\n\n\n\nThird page."


def add(session: Session, name: str, format_: str, text: str, pages: tuple[int, ...] = ()) -> None:
    """A source of a format, with its text and where its pages begin."""
    source, words = session.ids(), text.encode()
    layout = layout_to_bytes(Layout((Segment("turn", 0, len(text), 0),), pages))
    revision = made(
        Revision, session.ids(), source=source, text=blob_hash(words), layout=blob_hash(layout)
    )
    draft = Draft(
        "sources.imported",
        {"n": 1},
        (made(Source, source, name=name, format=format_), revision),
        {blob_hash(words): words, blob_hash(layout): layout},
    )
    session.record(lambda _: draft)


@pytest.fixture
def study(empty: Session) -> Session:
    """A picture, a PDF of three pages of which the second has no text, and the code Trust."""
    add(empty, "ward.png", "picture", PICTURE_TEXT)
    add(empty, "plan.pdf", "pdf", PAGES, (0, 13, 15))
    Codes(empty).add("Trust")
    return empty


def passages(session: Session) -> int:
    """How many distinct passages are coded."""
    with session.reading() as reading:
        return study_counts(reading).passages


def test_a_rectangle_of_a_picture_is_coded(study: Session) -> None:
    """Its passage is the whole picture's text, and the table names the rectangle."""
    codings = Codings(study)
    coding = codings.add("ward.png", "Trust", region=CORNER)
    assert coding.region == list(CORNER) and coding.passage[1:] == (0, 1)
    assert codings.frame()["region"].to_list() == ["0,0,0,2500,2500"]


def test_the_same_rectangle_counts_once_and_another_is_another_passage(study: Session) -> None:
    """(coder, code, passage, rectangle) is one coding; rectangles tell passages apart."""
    codings = Codings(study)
    first = codings.add("ward.png", "Trust", region=CORNER)
    assert codings.add("ward.png", "Trust", region=CORNER).id == first.id
    assert codings.add("ward.png", "Trust", region=MIDDLE).id != first.id
    assert codings.add("ward.png", "Trust", start_char=0, end_char=1).region is None
    assert passages(study) == 3
    (count,) = Codes(study).counts().values()
    assert (count.passages, count.codings) == (3, 3)


def test_a_rectangle_on_a_page_stands_on_the_words_of_that_page(study: Session) -> None:
    """A page without text stands on the blank beside it: nothing that is coded is empty."""
    codings = Codings(study)
    placed = [
        codings.add("plan.pdf", "Trust", region=(page, 0, 0, 10, 10)).passage[1:]
        for page in (1, 2, 3)
    ]
    assert placed == [(0, 11), (13, 14), (15, 26)]


@pytest.mark.parametrize(
    ("source", "region", "slug"),
    [
        ("ward.png", (0, 9_000, 0, 2_000, 10), "region-outside-picture"),
        ("ward.png", (0, 0, 0, 0, 10), "region-outside-picture"),
        ("ward.png", (0, -1, 0, 5, 10), "region-outside-picture"),
        ("ward.png", (0, 0, 0, 10), "region-outside-picture"),
        ("ward.png", (0, 0.5, 0, 10, 10), "region-outside-picture"),
        ("ward.png", (1, 0, 0, 10, 10), "no-such-page"),
        ("plan.pdf", (0, 0, 0, 10, 10), "no-such-page"),
        ("plan.pdf", (4, 0, 0, 10, 10), "no-such-page"),
    ],
)
def test_a_rectangle_has_to_lie_inside_what_is_there(
    study: Session, source: str, region: tuple[int, ...], slug: str
) -> None:
    """Outside, empty, or on a page that is not there: refused with the way out."""
    with pytest.raises(MistakeOfUse) as error:
        Codings(study).add(source, "Trust", region=region)
    assert error.value.slug == slug and error.value.hint


def test_a_text_has_no_rectangles(study: Session) -> None:
    """A transcript is coded by its words."""
    add(study, "P01.txt", "text", "We lost trust.")
    with pytest.raises(MistakeOfUse, match="neither a picture nor pages"):
        Codings(study).add("P01.txt", "Trust", region=CORNER)


def test_a_rectangle_is_moved_and_the_move_undone(study: Session) -> None:
    """Moving it to where it is does nothing; offsets make it a passage of words."""
    codings = Codings(study)
    coding = codings.add("ward.png", "Trust", region=CORNER)
    assert codings.adjust(coding.id, region=CORNER) is None
    assert codings.adjust(coding.id, region=MIDDLE) is not None
    assert codings.get(coding.id).region == list(MIDDLE)
    undo(study)
    assert codings.get(coding.id).region == list(CORNER)
    codings.adjust(coding.id, 0, 1)
    assert codings.get(coding.id).region is None
    assert verify_file(study.file) == []


def test_describing_a_picture_keeps_every_rectangle(study: Session) -> None:
    """Whatever becomes of the words, a rectangle is neither touched nor lost."""
    codings = Codings(study)
    codings.add("ward.png", "Trust", region=CORNER)
    codings.add("plan.pdf", "Trust", region=(3, 0, 0, 10, 10))
    correct(study, "ward.png", "A ward with empty beds.")
    correct(study, "plan.pdf", "First page.\n\n\n\n")
    frame = codings.frame()
    assert frame.height == 2 and not frame["touched"].any()
    assert frame.filter(source="ward.png")["text"].to_list() == ["A ward with empty beds."]
    assert passages(study) == 2 and verify_file(study.file) == []


def test_an_exported_rectangle_can_be_imported_again(study: Session) -> None:
    """The column region goes out and comes in; what is there already is not doubled."""
    codings = Codings(study)
    codings.add("ward.png", "Trust", region=CORNER)
    frame = codings.frame()
    again = codings.import_table(frame.columns, frame.rows())
    assert (again.codings, again.already_there) == (0, 1)
    codings.remove(frame["coding"].to_list())
    assert codings.import_table(frame.columns, frame.rows()).codings == 1
    assert codings.frame()["region"].to_list() == ["0,0,0,2500,2500"]


def test_a_cell_that_is_no_rectangle_is_refused_by_its_line(study: Session) -> None:
    """The other rows come in."""
    done = Codings(study).import_table(
        ["source", "code", "region"],
        [("ward.png", "Trust", "all of it"), ("ward.png", "Trust", "0,1,1,5,5")],
    )
    assert (done.codings, [line for line, _ in done.refused]) == (1, [2])


@given(
    st.integers(0, 9),
    st.integers(0, WHOLE - 1),
    st.integers(0, WHOLE - 1),
    st.integers(1, WHOLE),
    st.integers(1, WHOLE),
)
def test_rectangles_survive_fractions_and_text(
    page: int, x: int, y: int, width: int, height: int
) -> None:
    """What goes out as fractions or in a table's cell comes back as it was."""
    region = Region(page, x, y, min(width, WHOLE - x), min(height, WHOLE - y))
    assert region_of_fractions(region.fractions()) == region
    assert region_of_text(str(region)) == region
    assert stored_region(list(region)) == region


@pytest.mark.parametrize("value", [None, 5, "x", [1], {"page": 0}, [0, 0, 0, 0, 0]])
def test_what_is_no_rectangle_in_a_study_is_passed_over(value: object) -> None:
    """A newer crosscase may store other marks."""
    assert stored_region(value) is None


@pytest.mark.parametrize("bad", [[0, float("nan"), 0, 1, 1], [0, 1e300, 0, 1, 1], [0, 0, 0, 1]])
def test_fractions_that_are_none_are_refused(bad: list[float]) -> None:
    """Not a number, far too large, too few."""
    with pytest.raises(MistakeOfUse):
        region_of_fractions(bad)
