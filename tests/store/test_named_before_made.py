"""A code that others name before it is made stands as the whole history says."""

from __future__ import annotations

from crosscase.log.records import Draft
from crosscase.model.fields import Place
from crosscase.model.ids import derived_id
from crosscase.model.nouns import Code
from crosscase.store.refolding import rebuild
from crosscase.store.session import made
from crosscase.study import Study
from crosscase.testing import make_study
from tests.exchange.making import guid

UPPER, LOWER = derived_id(guid(1), "upper"), derived_id(guid(1), "lower")


def parents(study: Study) -> dict[str, str | None]:
    """Each code with the id of the one above it."""
    return {each.name: each.place and each.place.parent for each in study.codes.all()}


def put(study: Study, id_: str, name: str, parent: str) -> None:
    """A code below another one, whether that is there or not."""
    change = made(Code, id_, fresh=False, name=name, place=Place(parent, "a"))
    study._session.record(lambda _: Draft("code.described", {"code": id_}, (change,)))


def test_a_code_below_what_lies_below_it_closes_no_circle() -> None:
    with make_study(None) as study:
        put(study, LOWER, "Lower", UPPER)
        put(study, UPPER, "Upper", LOWER)
        now = parents(study)
        assert None in now.values()
        file = study._session.file
        with file.write() as connection:
            rebuild(file, connection)
        assert parents(study) == now
