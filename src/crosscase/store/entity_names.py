"""The names of things of any kind: as they are today, or as they were last called."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from crosscase.log.folding import fold_entity
from crosscase.model.finding_nouns import Check, Claim
from crosscase.model.ids import bytes_of_id, id_of_bytes, short_id
from crosscase.model.kinds import KIND_OF_NUMBER
from crosscase.model.nouns import Link
from crosscase.store.changes import changes_of
from crosscase.store.quarantine import quarantine, withdrawn_kind
from crosscase.store.reading import find_entities
from crosscase.store.session import Reading

__all__ = ["name_in_study"]

_NAMING = ("name", "title", "label")


def name_in_study(reading: Reading, ahead: Iterable[bytes] = ()) -> Callable[[bytes], str]:
    """A function that gives the name of any entity, for sentences.

    What does not stand any more, because its making was undone, goes by its last name; what has
    none by the end of its id; what is withdrawn by its kind alone. The names of the ids given
    ``ahead`` are read all at once.
    """
    known = _names(reading, ahead)

    def name_of(raw: bytes) -> str:
        if raw not in known:
            known.update(_names(reading, [raw]))
        return known[raw]

    return name_of


def _names(reading: Reading, ids: Iterable[bytes]) -> dict[bytes, str]:
    wanted = {raw: id_of_bytes(raw) for raw in dict.fromkeys(ids)}
    names = _withdrawn_names(reading, wanted)
    wanted = {raw: id_ for raw, id_ in wanted.items() if raw not in names}
    found = find_entities(reading.file, reading.connection, wanted.values())
    undone: list[bytes] = []
    for raw, id_ in wanted.items():
        names[raw] = short_id(id_)
        if id_ not in found:
            undone.append(raw)
            continue
        noun: Any = found[id_][1]
        named = (getattr(noun, field, None) for field in _NAMING)
        names[raw] = next((name for name in named if name), names[raw])
    names |= _names_by_ends(
        reading, {raw: found[id_][1] for raw, id_ in wanted.items() if id_ in found}
    )
    names |= _names_by_finding(
        reading, {raw: found[id_][1] for raw, id_ in wanted.items() if id_ in found}
    )
    return names | (_last_names(reading, undone) if undone else {})


def _names_by_finding(reading: Reading, nouns: Mapping[bytes, Any]) -> dict[bytes, str]:
    """Checks and sentences of manuscripts go by their finding: “a check of F1”."""
    of = {
        raw: bytes_of_id(noun.finding)
        for raw, noun in nouns.items()
        if isinstance(noun, Check | Claim) and noun.finding is not None
    }
    named = _names(reading, set(of.values()) - set(of)) if of else {}
    return {
        raw: f"a {'check' if isinstance(nouns[raw], Check) else 'sentence'} of {named[finding]}"
        for raw, finding in of.items()
        if finding in named
    }


def _names_by_ends(reading: Reading, nouns: Mapping[bytes, Any]) -> dict[bytes, str]:
    """Links go by what they join: “Funding and Trust”."""
    ends = {
        raw: [bytes_of_id(id_) for id_ in noun.ends]
        for raw, noun in nouns.items()
        if isinstance(noun, Link) and noun.ends is not None
    }
    if not ends:
        return {}
    named = _names(reading, (end for pair in ends.values() for end in pair if end not in ends))
    return {
        raw: " and ".join(named.get(end) or short_id(id_of_bytes(end)) for end in pair)
        for raw, pair in ends.items()
    }


def _withdrawn_names(reading: Reading, ids: Iterable[bytes]) -> dict[bytes, str]:
    held = quarantine(reading.file)
    if not held:
        return {}
    rows = reading.file.rows_of_ids(reading.connection, ids)
    hidden = {row: raw for raw, row in rows.items() if row in held}
    kinds = reading.file.kinds_of_rows(reading.connection, hidden)
    return {raw: f"a withdrawn {withdrawn_kind(kinds[row])}" for row, raw in hidden.items()}


def _last_names(reading: Reading, ids: Iterable[bytes]) -> dict[bytes, str]:
    """The names in the log of things that do not stand; purged words are not there."""
    rows = reading.file.rows_of_ids(reading.connection, ids)
    by_row = {row: raw for raw, row in rows.items()}
    names: dict[bytes, str] = {}
    for row, changes in changes_of(reading.file, reading.connection, by_row).items():
        kind = KIND_OF_NUMBER.get(changes[0].kind)
        if kind is None:
            continue
        values = fold_entity(changes, frozenset()).values()
        numbers = [kind.by_name[field].number for field in _NAMING if field in kind.by_name]
        name = next((values[number] for number in numbers if values.get(number)), None)
        if name is not None:
            names[by_row[row]] = str(name)
    return names
