"""The fold: which of all changes of an entity shows, and what stands against it."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from crosscase.log.canonical import decode, over_from_bytes
from crosscase.log.folding import FoldedEntity, fold_entity, frontier
from crosscase.log.records import Change, OperationName, Seal
from crosscase.model.fields import DROPPED
from tests.log.changes_made import change, name

NAME, DEFINITION = 2, 4
NOTHING: frozenset[OperationName] = frozenset()


def values(changes: list[Change], undone: frozenset[OperationName] = NOTHING) -> dict[int, object]:
    return fold_entity(changes, undone).values()


def test_the_later_of_two_changes_that_saw_each_other_shows() -> None:
    """A change over another takes its place, without a conflict."""
    folded = fold_entity([change(1, {NAME: "a"}), change(2, {NAME: "b"}, [name(1)])], NOTHING)
    assert folded.values() == {NAME: "b"}
    assert folded.conflicts() == 0


def test_what_was_seen_gives_way_even_to_an_earlier_clock() -> None:
    """A clock that runs behind does not bring an old value back."""
    changes = [change(9, {NAME: "old"}, by=2), change(3, {NAME: "new"}, [name(9, 2)])]
    assert values(changes) == {NAME: "new"}


def test_of_two_that_did_not_see_each_other_the_greatest_time_shows_as_a_conflict() -> None:
    """The other value is kept as a rival, best first."""
    made = change(1, {NAME: "a"})
    one, other = change(3, {NAME: "b"}, [name(1)]), change(2, {NAME: "c"}, [name(1)], by=2)
    folded = fold_entity([made, other, one], NOTHING)
    assert folded.values() == {NAME: "b"}
    assert [rival.value for rival in folded.fields[NAME].rivals] == ["c"]
    assert folded.conflicts() == 1 << NAME


def test_at_one_time_the_greater_writer_shows() -> None:
    """Ties are broken by the writer's id, the same on every laptop."""
    one, other = change(2, {NAME: "b"}, by=3), change(2, {NAME: "c"}, by=2)
    assert values([one, other]) == values([other, one]) == {NAME: "b"}


def test_equal_values_are_no_conflict() -> None:
    """Two people who say the same agree."""
    one, other = change(2, {NAME: "b"}, by=3), change(2, {NAME: "b"}, by=2)
    assert fold_entity([one, other], NOTHING).conflicts() == 0


def test_fields_stand_each_for_itself() -> None:
    """A change of one field leaves another's older value, whoever saw what."""
    made = change(1, {NAME: "a", DEFINITION: "d"})
    folded = fold_entity([made, change(2, {NAME: "b"}, [name(1)])], NOTHING)
    assert folded.values() == {NAME: "b", DEFINITION: "d"}


def test_a_field_that_was_cleared_is_empty() -> None:
    """None is a value: it takes the place of what it saw."""
    made = change(1, {NAME: "a", DEFINITION: "d"})
    assert values([made, change(2, {DEFINITION: None}, [name(1)])])[DEFINITION] is None


def test_undo_falls_back_to_what_stood_before() -> None:
    """The undone change's value goes; the one below it shows again."""
    changes = [change(1, {NAME: "a"}), change(2, {NAME: "b"}, [name(1)])]
    assert values(changes, frozenset({name(2)})) == {NAME: "a"}


def test_reach_passes_through_undone_changes() -> None:
    """Undoing the middle one of three brings nothing back that the last had taken the place of."""
    changes = [
        change(1, {NAME: "a"}),
        change(2, {NAME: "b"}, [name(1)]),
        change(3, {NAME: "c"}, [name(2)]),
    ]
    folded = fold_entity(changes, frozenset({name(2)}))
    assert folded.values() == {NAME: "c"}
    assert folded.conflicts() == 0


def test_reach_passes_through_sealed_changes() -> None:
    """A sealed change keeps what it was written over."""
    changes = [
        change(1, {NAME: "a"}),
        change(2, {NAME: "b"}, [name(1)], seal=Seal.BLIND),
        change(3, {NAME: "c"}, [name(2)]),
    ]
    folded = fold_entity(changes, NOTHING)
    assert folded.values() == {NAME: "c"}
    assert not folded.fields[NAME].rivals


def test_reach_is_of_that_field_only() -> None:
    """A later change of another field does not take the place of a value it never set."""
    changes = [
        change(1, {NAME: "a"}),
        change(2, {NAME: "b"}, [name(1)]),
        change(3, {DEFINITION: "d"}, [name(2)]),
    ]
    assert values(changes) == {NAME: "b", DEFINITION: "d"}


def test_a_sealed_change_alone_shows_nothing() -> None:
    """Nor does it count as a making."""
    folded = fold_entity([change(1, {NAME: "a"}, seal=Seal.PURGED)], NOTHING)
    assert folded.values() == {}
    assert not folded.created


def test_an_entity_stands_while_a_making_of_it_stands() -> None:
    """Undoing the making leaves later fields, but the entity is gone."""
    changes = [change(1, {NAME: "a"}), change(2, {DEFINITION: "d"}, [name(1)])]
    assert fold_entity(changes, NOTHING).created
    assert not fold_entity(changes, frozenset({name(1)})).created
    assert not fold_entity(changes[1:], NOTHING).created


def test_what_is_made_anew_stands_without_its_first_making() -> None:
    """Dropped false together with other fields makes; a bare restoring does not."""
    made = change(1, {NAME: "a"})
    again = change(3, {NAME: "b", DROPPED: False}, [name(1)])
    bare = change(3, {DROPPED: False}, [name(1)])
    assert fold_entity([made, again], frozenset({name(1)})).created
    assert not fold_entity([made, bare], frozenset({name(1)})).created
    assert fold_entity([again], NOTHING).created
    assert not fold_entity([bare], NOTHING).created


def test_a_skipped_edge_falls_back_to_the_next_best_value() -> None:
    """What a repair rule leaves out counts for nothing, in that field alone."""
    changes = [change(1, {NAME: "a", DEFINITION: "d"}), change(2, {NAME: "b"}, [name(1)])]
    skipped = frozenset({(NAME, name(2))})
    assert fold_entity(changes, NOTHING, skipped).values() == {NAME: "a", DEFINITION: "d"}
    both = skipped | {(NAME, name(1))}
    assert fold_entity(changes, NOTHING, both).values() == {DEFINITION: "d"}


def test_a_forged_circle_of_over_still_folds() -> None:
    """Two changes that each claim to have seen the other: the later shows, as a conflict."""
    one = change(1, {NAME: "a"}, [name(2, 2)])
    other = change(2, {NAME: "b"}, [name(1)], by=2)
    folded = fold_entity([one, other], NOTHING)
    assert folded.values() == {NAME: "b"}
    assert folded.conflicts() == 1 << NAME


def test_the_frontier_is_what_no_other_change_was_written_over() -> None:
    """Undone and sealed changes count like any other."""
    changes = [
        change(1, {NAME: "a"}),
        change(2, {NAME: "b"}, [name(1)]),
        change(3, {NAME: "c"}, [name(1)], by=2, seal=Seal.PURGED),
    ]
    assert set(frontier(changes)) == {name(2), name(3, 2)}
    assert frontier([]) == ()


def _drawn(seed: int, count: int) -> list[Change]:
    """A random history by three writers who each saw some of what came before."""
    chance, made = random.Random(seed), [change(1, {NAME: "0"})]
    for at in range(2, count + 2):
        seen = chance.sample(made, chance.randint(1, len(made)))
        fields = {chance.choice((NAME, DEFINITION)): str(chance.randint(0, 3))}
        seal = Seal.PURGED if chance.random() < 0.1 else Seal.OPEN
        by = chance.randint(1, 3)
        made.append(change(at, fields, [each.operation for each in seen[:2]], by=by, seal=seal))
    return made


def _below(changes: list[Change], top: Change) -> set[OperationName]:
    """All that a change reaches, worked out by walking."""
    by_name = {each.operation: each for each in changes}
    found: set[OperationName] = set()
    ahead = list(over_from_bytes(top.over))
    while ahead:
        at = ahead.pop()
        if at not in found:
            found.add(at)
            ahead += over_from_bytes(by_name[at].over)
    return found


@given(st.integers(0, 10_000), st.integers(0, 9), st.randoms(use_true_random=False))
def test_the_fold_is_the_rule_whatever_the_order(
    seed: int, count: int, mixed: random.Random
) -> None:
    """Against the rule written out plainly, over random histories in random order."""
    changes = _drawn(seed, count)
    undone = frozenset(each.operation for each in changes if mixed.random() < 0.2)
    expected: dict[int, tuple[object, set[object]]] = {}
    standing = [c for c in changes if c.seal == Seal.OPEN and c.operation not in undone]
    for number in (NAME, DEFINITION):
        setting = [each for each in standing if number in decode(each.fields or b"")]
        left = [
            each
            for each in setting
            if not any(each.operation in _below(changes, other) for other in setting)
        ]
        if left:
            best = max(left, key=lambda each: (each.at, each.writer))
            shown = [decode(each.fields or b"")[number] for each in left]
            expected[number] = (decode(best.fields or b"")[number], set(shown))
    mixed.shuffle(changes)
    folded: FoldedEntity = fold_entity(changes, undone)
    assert folded.values() == {number: value for number, (value, _) in expected.items()}
    conflicts = {number for number, (_, all_) in expected.items() if len(all_) > 1}
    assert {n for n in (NAME, DEFINITION) if folded.conflicts() >> n & 1} == conflicts
