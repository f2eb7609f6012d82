"""Whatever is accepted, and whatever others coded meanwhile: nothing is lost and copies agree."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crosscase.study_protection.review import decide_all
from crosscase.testing import make_study
from tests.study_protection.test_anonymising import make_vault, talked


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_any_review_merges_and_can_be_undone(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("study")
    study = talked(folder)
    before = study.sources.text("Anna Smith.txt")
    source = study.sources.all()[0].id
    study.copy(folder / "other.crosscase")
    vault = make_vault(study, folder)
    candidates = study.anonymising.propose()
    accepted = [each.decided("accept" if data.draw(st.booleans()) else "") for each in candidates]
    done = study.anonymising.apply(accepted, vault)
    after = study.sources.text(source)
    with make_study(folder, name="other", person="Ben", open_again=True) as other:
        places = data.draw(
            st.lists(
                st.tuples(
                    st.integers(0, len(before) - 20), st.integers(1, 19)
                ).map(lambda each: (source, each[0], each[0] + each[1])),
                max_size=5,
            )
        )  # fmt: skip
        if places:
            other.codings.add_passages("trust", places)
        other.merge(folder / "study.crosscase")
        study.merge(folder / "other.crosscase")
        assert other.sources.text(source) == study.sources.text(source) == after
        frames = [
            sorted(each.codings.frame().select("start_char", "end_char").rows())
            for each in (study, other)
        ]
        assert frames[0] == frames[1]
        assert other.verify() == study.verify() == []
    if done.operation is not None:
        study.undo(done.operation.id)
        assert study.sources.text(source) == before
        study.redo(done.operation.id)
    assert study.sources.text(source) == after
    while more := study.anonymising.propose(vault=vault):
        study.anonymising.apply(decide_all(more, everything=True), vault)
    now = study.sources.text(source)
    study.anonymising.finish(vault)
    assert study.sources.text(source) == now
    assert study.verify() == []
    with make_study(folder, name="other", person="Ben", open_again=True) as other:
        other.merge(folder / "study.crosscase")
        assert other.sources.text(source) == now
        assert other.verify() == []
    assert b"Anna" not in (folder / "study.crosscase").read_bytes()
    assert b"Anna" not in (folder / "other.crosscase").read_bytes()
