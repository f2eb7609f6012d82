"""What is measured of comparing runs in its small form and tells its floor beside it."""

from __future__ import annotations

from benchmarks import contrasts, cooccurrence


def test_meetings_are_counted_beside_the_bare_sweep() -> None:
    """About three pairs a passage, and both times."""
    run = cooccurrence.measure(2_000)
    assert 4_000 < run["pairs"] < 9_000
    assert run["floor"] > 0
    assert run["ratio"] > 0


def test_permutations_are_counted_beside_the_bare_product() -> None:
    """Both times are there."""
    run = contrasts.measure(20)
    assert run["floor"] > 0
    assert run["ratio"] > 0
