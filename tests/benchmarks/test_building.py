"""The made-up study that is measured is a sound one, of the size that it is said to have."""

from __future__ import annotations

import random
from itertools import islice
from pathlib import Path

import crosscase
from benchmarks.coding import slope
from benchmarks.synthetic import SIZES, StudySize, build_study, step_path
from benchmarks.synthetic_text import invented_words, search_words, write_transcript
from benchmarks.table import Line, render

TINY = StudySize("tiny", sources=4, words=4_000, codings=30, codes=12, sites=2, steps=(10, 30))


def test_a_study_is_built_as_large_as_it_was_asked_for(tmp_path: Path) -> None:
    """Sources, codes, codings, coders and participants are those of its size; it verifies."""
    built = build_study(tmp_path, TINY, tmp_path / "nothing shared")
    with crosscase.open_study(built.path) as study:
        counts = study.counts()
        assert (counts.sources, counts.codings, counts.participants) == (4, 30, 4)
        assert counts.coders == 4
        assert counts.codes == 12 + 10
        assert counts.interviewed == 4
        assert 4_000 <= counts.words < 6_000
        assert study.verify() == []


def test_a_copy_is_kept_at_each_step(tmp_path: Path) -> None:
    """The study as it was with fewer codings can be measured too."""
    build_study(tmp_path, TINY, tmp_path)
    with crosscase.open_study(step_path(tmp_path, TINY, 10)) as study:
        assert study.counts().codings == 10


def test_words_to_search_for_are_in_the_study(tmp_path: Path) -> None:
    """A search for the chosen words and phrase finds something."""
    built = build_study(tmp_path, TINY, tmp_path)
    with crosscase.open_study(built.path) as study:
        for words in (built.common, built.rare, built.phrase):
            assert study.query(f'"{words}"').total > 0


def test_invented_words_follow_the_seed_and_a_steep_law() -> None:
    """The same seed says the same words, and a few of them are said far more than the rest."""
    once, again = (list(islice(invented_words(3), 5_000)) for _ in range(2))
    assert once == again
    chosen = search_words(iter(once), len(once))
    said = [word.strip(".") for word in once]
    assert said.count(chosen.common) > 20 * said.count(chosen.rare)


def test_a_transcript_alternates_interviewer_and_participant() -> None:
    """Each paragraph is a turn of one of the two."""
    text = write_transcript(invented_words(), "P0001", 400, random.Random(1)).text
    labels = [paragraph.partition(":")[0] for paragraph in text.strip().split("\n\n")]
    assert set(labels[::2]) == {"Interviewer"}
    assert set(labels[1::2]) == {"P0001"}


def test_the_slope_of_an_even_cost_is_flat() -> None:
    """A cost that does not grow has slope 0, one that grows with the study has slope 1."""
    assert slope([(10, 2.0), (100, 2.0), (1_000, 2.0)]) == 0
    assert round(slope([(10, 1.0), (100, 10.0), (1_000, 100.0)]), 6) == 1


def test_the_table_names_target_and_ratio() -> None:
    """A line shows what was measured, what was hoped for, and how they compare."""
    shown = render([Line("opening", 0.05, 0.2)])
    assert "50 ms" in shown
    assert "0.20 s" in shown
    assert "0.25" in shown


def test_the_sizes_are_those_that_are_promised() -> None:
    """The full study is the one of the targets."""
    full = SIZES["full"]
    assert (full.sources, full.words, full.codings, full.codes, full.coders) == (
        2_000,
        20_000_000,
        200_000,
        500,
        4,
    )
