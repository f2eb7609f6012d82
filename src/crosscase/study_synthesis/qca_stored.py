"""Definitions as the study holds them: with ids, so that nothing is lost when a code is renamed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from crosscase.coding.named_things import find_thing, tidy_name
from crosscase.errors import NotFound, UnreadableFile
from crosscase.model.fieldwork_nouns import Frame
from crosscase.model.ids import Id
from crosscase.model.nouns import Attribute, Coder
from crosscase.model.synthesis_nouns import Analysis
from crosscase.query.code_names import PATH_MARK, code_names
from crosscase.store.reading import find_entity
from crosscase.store.removed_things import called, what_hides
from crosscase.store.session import Reading
from crosscase.store.source_names import find_named
from crosscase.study_synthesis.qca_definition import QcaDefinition, QcaSet, definition_of

__all__ = [
    "KIND",
    "all_stored",
    "definition_stored",
    "find_stored",
    "plain_for_storing",
    "read_definition",
    "require_there",
    "tidy_definition",
    "with_ids",
    "with_names",
    "written_definition",
]

KIND = "qca"
_MOST_BYTES = 200_000
_SHOWN_IN = "docs/methods/qca.md"


def read_definition(data: bytes, name: str) -> QcaDefinition:
    """A definition from the bytes of a YAML or JSON file.

    Raises:
        UnreadableFile: it is no such file.
        MistakeOfUse: a key or value in it cannot be.
    """
    import yaml

    if len(data) > _MOST_BYTES:
        raise UnreadableFile(
            f"“{name}” is too long for a QCA.",
            slug="too-long",
            hint=f"Write the few lines that {_SHOWN_IN} shows.",
        )
    try:
        text = data.decode("utf-8-sig")
        # An alias could make a short file endless.
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text)):
            raise ValueError("an alias")
        told = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f" in line {mark.line + 1}" if mark else ""
        raise UnreadableFile(
            f"“{name}” cannot be read as YAML or JSON{where}.",
            slug="damaged-file",
            hint="Check the indentation, and put texts with “: ” in quotation marks.",
        ) from error
    if not isinstance(told, Mapping):
        raise UnreadableFile(
            f"“{name}” defines no QCA.",
            slug="not-a-qca",
            hint=f"Give it the keys name, cases, outcome and conditions, as {_SHOWN_IN} shows.",
        )
    return definition_of(told)


def written_definition(definition: QcaDefinition) -> str:
    """A definition as the YAML file that would make it."""
    import yaml

    plain = definition.as_plain()
    written: str = yaml.safe_dump(plain, allow_unicode=True, sort_keys=False, width=100)
    return written


def all_stored(reading: Reading) -> list[Analysis]:
    """The stored definitions that show, by name."""
    found = [each for each in reading.all(Analysis) if each.analysis_kind == KIND]
    return sorted(found, key=lambda each: (each.name.casefold(), each.id))


def find_stored(reading: Reading, wanted: str) -> Analysis:
    """One stored definition by name or id."""
    return find_named(wanted, all_stored(reading), "analysis")


def with_ids(reading: Reading, definition: QcaDefinition) -> QcaDefinition:
    """The definition with the ids of what it names, for storing; what is missing is refused."""

    def found(each: QcaSet) -> str:
        kind, wanted = each.measure.of, each.measure.thing
        if kind == "code":
            names = code_names(reading)
            return names.codes[names.find(wanted)].id
        return find_thing(reading, (kind, wanted)).id

    coder = definition.coder and find_thing(reading, ("coder", definition.coder)).id
    match = {
        each.measure.match: find_thing(reading, ("attribute", each.measure.match)).id
        for each in definition.sets
        if each.measure.match
    }
    return _changed(definition, found, match, coder)


def with_names(reading: Reading, definition: QcaDefinition) -> QcaDefinition:
    """The definition with the names that things have today; what does not show keeps its id."""

    def named(each: QcaSet) -> str:
        return _name(reading, each.measure.thing)

    coder = definition.coder and _name(reading, definition.coder)
    match = {
        each.measure.match: _name(reading, each.measure.match)
        for each in definition.sets
        if each.measure.match
    }
    return _changed(definition, named, match, coder)


def require_there(reading: Reading, definition: QcaDefinition) -> None:
    """Say clearly that something which a stored definition stands on is removed."""
    for each in definition.sets:
        known = find_entity(reading.file, reading.connection, each.measure.thing)
        hider = None if known is None else what_hides(reading, known[1])
        if known is not None and hider is not None:
            raise NotFound(
                f"The condition “{each.name}” stands on {called(known[1])}, which is removed.",
                slug="stands-on-hidden",
                hint="Restore it, or define the QCA anew without this condition.",
            )


def definition_stored(analysis: Analysis) -> QcaDefinition:
    """The definition in a stored analysis, with ids."""
    told = analysis.definition
    if not isinstance(told, Mapping):
        raise UnreadableFile(
            f"The analysis “{analysis.name}” holds no definition of a QCA.",
            slug="not-a-qca",
            hint="Define it anew; its history has what it was.",
        )
    head: dict[str, Any] = {"name": analysis.name, "description": analysis.description}
    return definition_of({**told, **head})


def plain_for_storing(definition: QcaDefinition) -> dict[str, Any]:
    """What the field ``definition`` holds: all but the name and description, which are fields."""
    told = definition.as_plain()
    return {key: value for key, value in told.items() if key not in ("name", "description")}


def tidy_definition(definition: QcaDefinition) -> QcaDefinition:
    """With a name as names are stored."""
    return replace(definition, name=tidy_name(definition.name, "analysis"))


def _changed(
    definition: QcaDefinition,
    thing: Callable[[QcaSet], str],
    match: Mapping[str, str],
    coder: str | None,
) -> QcaDefinition:
    def turned(each: QcaSet) -> QcaSet:
        measure = replace(
            each.measure,
            thing=thing(each),
            match=match[each.measure.match] if each.measure.match else None,
        )
        return replace(each, measure=measure)

    return replace(
        definition,
        outcome=turned(definition.outcome),
        conditions=tuple(turned(each) for each in definition.conditions),
        coder=coder or None,
    )


def _name(reading: Reading, wanted: Id | str) -> str:
    """Today's name of a code, attribute, frame or coder; a merged code has that of its target."""
    names = code_names(reading)
    row = names.rows.get(wanted)
    row = None if row is None else names.read_as.get(row, row)
    if row is not None and row in names.codes:
        return PATH_MARK.join(names.path(row))
    held: list[Mapping[Id, Attribute | Frame | Coder]] = [
        reading.by_id(Attribute),
        reading.by_id(Frame),
        reading.by_id(Coder),
    ]
    return next((each[wanted].name for each in held if wanted in each), wanted)
