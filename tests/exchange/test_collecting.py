"""The collector of cycles rests while a project crosses over, and no longer."""

from __future__ import annotations

import gc

import pytest

from crosscase.errors import UnreadableFile
from crosscase.study_exchange.collecting import collector_at_rest
from crosscase.testing import make_study
from tests.exchange.making import everything


def test_it_works_again_after_a_crossing_and_after_one_that_is_refused() -> None:
    with make_study(None) as study:
        study.projects.bring_in(everything(), name="p.qdpx")
        assert gc.isenabled()
        study.projects.write()
        assert gc.isenabled()
        with pytest.raises(UnreadableFile):
            study.projects.bring_in(b"nothing", name="p.qdpx")
    assert gc.isenabled()


def test_who_had_it_rest_before_finds_it_so() -> None:
    gc.disable()
    try:
        with collector_at_rest():
            assert not gc.isenabled()
        assert not gc.isenabled()
    finally:
        gc.enable()
