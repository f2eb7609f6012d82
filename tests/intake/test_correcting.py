"""Corrections say beforehand what they do to the codings, and then do just that."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from crosscase.coding.codings import CodingRow
from crosscase.errors import Conflict
from crosscase.study import Study
from crosscase.testing import make_study

WORDS = ["we", "met", "at the", "depot", "and", "nobody", "had told", "the driver", "about"]


@pytest.fixture(name="study")
def study_fixture(tmp_path: Path) -> Study:
    """A study in memory with one source of 200 words and 60 codings all over it."""
    chance = random.Random(7)
    text = " ".join(chance.choices(WORDS, k=200)) + "\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    study = make_study()
    study.sources.add(tmp_path / "a.txt")
    study.codes.add("Trust")
    places = {(at := chance.randrange(600), at + chance.randint(1, 90)) for _ in range(60)}
    study.codings.import_rows(
        [CodingRow("a.txt", "Trust", start_char=start, end_char=end) for start, end in places]
    )
    return study


@pytest.mark.parametrize("seed", range(12))
def test_what_a_correction_foretells_comes_true(study: Study, seed: int) -> None:
    """Touched and lost codings, and their words afterwards, are those that were named before."""
    chance = random.Random(seed)
    before = study.sources.text("a.txt")
    words = before.split(" ")
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(words) - 6)
        words[at : at + chance.randint(0, 5)] = chance.choices(
            ["tram", "quay"], k=chance.randint(0, 2)
        )
    new = " ".join(words)
    foretold = study.sources.correct("a.txt", new, dry_run=True)
    assert study.sources.text("a.txt") == before
    done = study.sources.correct("a.txt", new)
    assert (done.kept, done.touched, done.lost) == (
        foretold.kept,
        foretold.touched,
        foretold.lost,
    )
    now = study.sources.codings("a.txt")
    words_now = {
        id_: new[start:end]
        for id_, start, end in zip(now.id, now.start_char, now.end_char, strict=True)
    }
    touched = {id_ for id_, is_ in zip(now.id, now.touched, strict=True) if is_}
    assert touched == {each.id for each in foretold.touched}
    assert {each.id: each.text_now for each in foretold.touched} == {
        id_: words_now[id_] for id_ in touched
    }
    assert not words_now.keys() & {each.id for each in foretold.lost}
    assert len(now.id) == foretold.kept + len(foretold.touched)


def test_a_correction_of_an_older_revision_is_refused(study: Study) -> None:
    """Whoever corrects what somebody corrected in between is told which revision stands now."""
    seen = study.sources.words("a.txt").revision
    study.sources.correct("a.txt", study.sources.text("a.txt") + "Yes.\n", revision=seen)
    current = study.sources.words("a.txt").revision
    with pytest.raises(Conflict, match="in the meantime") as refused:
        study.sources.correct("a.txt", "Something else.\n", revision=seen)
    assert (refused.value.slug, refused.value.details) == (
        "revised-meanwhile",
        {"revision": current},
    )


def test_codings_come_in_columns_by_their_places(study: Study) -> None:
    """Ids are those of the codings, codes and coders stand once each."""
    columns = study.sources.codings("a.txt")
    frame = study.codings.frame(text=False)
    assert sorted(columns.id) == sorted(frame["coding"].to_list())
    assert columns.start_char == sorted(columns.start_char)
    assert columns.codes == [study.codes.get("Trust").id]
    assert set(columns.coder) == {0}
