"""Frameworks: sets of deductive codes that come with crosscase or from a file of the same shape."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from crosscase.coding.codebook import PALETTE
from crosscase.coding.framework_files import (
    NO_FIT,
    FrameworkFile,
    find_framework_file,
    find_shipped_framework,
    folded_name,
    shipped_frameworks,
)
from crosscase.errors import MistakeOfUse
from crosscase.log.records import Draft, DraftChange
from crosscase.model.fields import Place
from crosscase.model.ids import Id, derived_id
from crosscase.model.nouns import Code, Framework
from crosscase.store.code_tree import PATH_MARK, CodeTree, read_tree
from crosscase.store.reading import find_entity, list_all
from crosscase.store.session import Reading, Session, made

__all__ = ["AddedFramework", "Frameworks", "code_id", "framework_id"]


@dataclass(frozen=True, slots=True)
class AddedFramework:
    """What adding a framework did: how many codes were made, and how many were there before."""

    framework: Framework
    made: int
    already_there: int


class Frameworks:
    """The frameworks of a study, and those that can be added."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> list[Framework]:
        """The frameworks that the study has."""
        with self._session.reading() as reading:
            return reading.all(Framework)

    def available(self) -> list[FrameworkFile]:
        """The frameworks that come with crosscase."""
        return shipped_frameworks()

    def add(self, name_or_path: str | Path) -> AddedFramework:
        """Add a shipped framework by its name, or one from a file, as one operation.

        The ids of its codes follow from the study and their paths, so that adding it on two
        laptops gives one framework after a merge. Codes that the study has from it already,
        changed or removed, stay as they are.
        """
        return self._add(find_framework_file(name_or_path))

    def add_shipped(self, name: str) -> AddedFramework:
        """Add a framework that comes with crosscase, by its name alone: no file is looked for."""
        return self._add(find_shipped_framework(name))

    def _add(self, file: FrameworkFile) -> AddedFramework:
        result: list[tuple[int, int]] = []
        id_ = framework_id(self._session.study_id, file.name)

        def decide(reading: Reading) -> Draft | None:
            changes, already = _plan(self._session.study_id, reading, file)
            codes = sum(1 for change in changes if change.entity != id_)
            result.append((codes, already))
            values = {"framework": id_, "n": codes}
            return Draft("framework.added", values, changes) if changes else None

        self._session.record(decide)
        with self._session.reading() as reading:
            return AddedFramework(reading.get(Framework, id_), *result[0])


def framework_id(study: Id, name: str) -> Id:
    """The id of the framework of this name: the same on every laptop of the team."""
    return derived_id(study, "framework", folded_name(name))


def code_id(study: Id, framework: str, path: tuple[str, ...]) -> Id:
    """The id of one code of a framework."""
    folded = PATH_MARK.join(folded_name(name) for name in path)
    return derived_id(study, "framework", folded_name(framework), folded)


def _plan(study: Id, reading: Reading, file: FrameworkFile) -> tuple[tuple[DraftChange, ...], int]:
    """The changes that add what the study lacks of a framework, and how many codes it has."""
    id_ = framework_id(study, file.name)
    changes: list[DraftChange] = []
    if find_entity(reading.file, reading.connection, id_) is None:
        changes.append(
            made(
                Framework,
                id_,
                fresh=False,
                name=file.name,
                citation=file.citation,
                version=file.version,
                description=file.description,
            )
        )
    there = {code.id for code in list_all(reading.file, reading.connection, Code)}
    tree = read_tree(reading)
    tops = {folded_name(tree.codes[code].name): code for code in tree.children_of(None)}
    _require_free_tops(study, file, tree, tops, there)
    already = 0
    for number, code in enumerate(file.codes, 1):
        own = code_id(study, file.name, code.path)
        is_shared = folded_name(code.path[-1]) == folded_name(NO_FIT) and len(code.path) == 1
        if own in there or (is_shared and folded_name(NO_FIT) in tops):
            already += 1
            continue
        parent = None if len(code.path) == 1 else code_id(study, file.name, code.path[:-1])
        # The same colour and order key on every laptop: others would be conflicts after a merge.
        says = dict(code.says)
        if parent is None and says.get("colour") is None:
            says["colour"] = PALETTE[number % len(PALETTE)]
        place = Place(parent, f"b{id_[:8]}:{number * 10:05d}")
        name = tree.require_free_name(code.path[-1], parent)
        changes.append(made(Code, own, fresh=False, name=name, place=place, framework=id_, **says))
    return tuple(changes), already


def _require_free_tops(
    study: Id, file: FrameworkFile, tree: CodeTree, tops: Mapping[str, Id], there: set[Id]
) -> None:
    """Refuse a framework whose top codes stand in the codebook under the same names."""
    taken = [
        tree.codes[tops[folded_name(code.path[0])]].name
        for code in file.codes
        if len(code.path) == 1
        and code_id(study, file.name, code.path) not in there
        and folded_name(code.path[0]) in tops
        and folded_name(code.path[0]) != folded_name(NO_FIT)
    ]
    if taken:
        names = ", ".join(f"“{name}”" for name in taken)
        raise MistakeOfUse(
            f"The codebook has {names} already, which “{file.name}” would add.",
            slug="name-taken",
            hint="Rename those codes first, or keep them and leave the framework out.",
        )
