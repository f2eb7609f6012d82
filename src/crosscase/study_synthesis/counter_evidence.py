"""Passages that somebody put as evidence against a link, a cell or a judgement on codes."""

from __future__ import annotations

from crosscase.coding.carried_passages import CurrentTexts
from crosscase.model.ids import Id
from crosscase.model.nouns import Evidence, Link
from crosscase.model.synthesis_nouns import Cell, DominanceJudgement
from crosscase.query.code_names import CodeNames, code_names
from crosscase.query.expression import ANY, CodeTerm, Expression, Not, Position, children
from crosscase.query.intervals import Intervals
from crosscase.query.study_view import distinct_places, study_view
from crosscase.store.session import Reading

__all__ = ["codes_named", "counter_evidence"]


def codes_named(reading: Reading, tree: Expression) -> set[int]:
    """The codes (entity rows) whose passages a query asks for, with those below them."""
    names = code_names(reading)
    found: set[int] = set()
    for term in _terms(tree):
        row = names.find(term.name)
        found |= set(names.with_descendants(row) if term.with_descendants else [row])
    return found


def counter_evidence(reading: Reading, codes: set[int]) -> Intervals:
    """Where the passages lie that speak against something said of one of these codes."""
    names, view = code_names(reading), study_view(reading)
    held = [(each.id, tuple(each.ends)) for each in reading.all(Link)]
    held += [(each.id, (each.column,)) for each in reading.all(Cell)]
    held += [(each.id, (each.cause,)) for each in reading.all(DominanceJudgement)]
    about = {id_ for id_, ends in held if any(_row(reading, names, end) in codes for end in ends)}
    texts = CurrentTexts(reading)
    places = [
        texts.carry(each.passage)
        for each in reading.all(Evidence)
        if each.against and each.subject in about
    ]
    kept = [at for at in places if at.standing != "lost" and at.source in view.rows]
    return distinct_places(
        view,
        Intervals.of(
            [view.rows[at.source] for at in kept],
            [at.start_char for at in kept],
            [at.end_char for at in kept],
        ),
    )


def _row(reading: Reading, names: CodeNames, id_: Id) -> int | None:
    """The entity row of a code, read through merges."""
    row = reading.row(id_)
    return None if row is None else names.read_as.get(row, row)


def _terms(tree: Expression) -> list[CodeTerm]:
    match tree:
        case CodeTerm():
            return [] if tree.name == ANY else [tree]
        case Not():
            return []
        case Position(left=left):
            return _terms(left)
    return [term for part in children(tree) for term in _terms(part)]
