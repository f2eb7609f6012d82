"""Codings of a file that the study has already: by GUID, as they came, and as they stand now."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from crosscase.exchange.carried_places import CarriedPlaces
from crosscase.exchange.refi_codings_before import CodingsBefore
from crosscase.exchange.refi_counts import marks_of
from crosscase.exchange.refi_plan import ImportPlan
from crosscase.formats.refi_qda.records import CodingMark
from crosscase.model.fields import Passage
from crosscase.model.ids import Id
from crosscase.model.nouns import Code, Coding
from crosscase.store.reading import list_all

__all__ = ["CodingsHere", "Same"]

Same = tuple[Id, Id, Id | None, tuple[Any, ...], tuple[Any, ...] | None]
"""What makes two codings the same: source, code, coder, passage, region."""


class CodingsHere:
    """The codings of the study, as a file finds them again."""

    def __init__(self, plan: ImportPlan, carried: CarriedPlaces) -> None:
        self.plan, self.carried = plan, carried
        reading = plan.reading
        self.held = {
            each.id: each
            for each in list_all(reading.file, reading.connection, Coding)
            if not each.dropped
        }
        # Also those that lie below a removed code, since their codings do not.
        codes = list_all(reading.file, reading.connection, Code)
        self._merged = {each.id: each.merged_into for each in codes if each.merged_into}
        self._codes_shown = reading.by_id(Code)
        self._before = CodingsBefore(plan, carried)
        self.sure: set[Id] = set()
        self._said: dict[Same, Id] = {}
        self._of_merged: dict[Same, Id] = {}
        self._of_source: dict[Id, list[Coding]] = {}
        self._now: dict[Id, dict[tuple[Any, ...], dict[Id | None, Id]]] = {}
        for each in self.held.values():
            region = tuple(each.region) if each.region else None
            same = (each.source, each.code, each.coder, tuple(each.passage), region)
            self.remember(same, each.id)
            self._of_source.setdefault(each.source, []).append(each)

    def remember(self, same: Same, coding: Id) -> None:
        """A coding that is here, or comes with this import."""
        self._said[same] = coding
        if same[1] in self._merged:
            self._of_merged[self._survivor(same)] = coding

    def id_of(self, mark: CodingMark, source: Id) -> Id:
        """The id of a coding: the one that it has where this study wrote it, removed or not."""
        if self.plan.is_own("coding", mark.guid):
            held = self.held.get(mark.guid)
            if held is None or held.source == source:
                return mark.guid
        return self.plan.id_of("coding", mark.guid, source)

    def find(self, id_: Id, same: Same) -> tuple[Id | None, Id]:
        """The coding of the study that one is, if any, and the one that it was.

        By its own id; as an import said it, whatever people made of it since; as it stands now.
        One that people removed is told as the one that it was.
        """
        if id_ in self.held:
            self.sure.add(id_)
            return id_, id_
        if self.plan.why_gone(id_) is not None:
            return self._found(same), id_
        before = self._before.find(same, of_anybody=self._names_nobody) if self._before else []
        alive = [each for each in before if each in self.held]
        free = next((each for each in alive if each not in self.plan.seen), None)
        known = free or self._found(same) or next(iter(alive), None)
        gone = (each for each in before if self.plan.why_gone(each) is not None)
        return known, id_ if known is not None else next(gone, id_)

    def shows(self, coding: Id) -> bool:
        """Whether the code of a coding shows: people may have recoded what a removed one marked."""
        held = self.held.get(coding)
        return held is None or self._read_as(held.code) in self._codes_shown

    def said_now(self, held: Coding, same: Same) -> dict[str, Any]:
        """What the file says of a coding that is here: its code, its coder, its place."""
        source, code, coder, place, region = same
        passage = Passage(*place)
        is_merged = self._read_as(held.code) == self._read_as(code)
        said: dict[str, Any] = {"code": held.code if is_merged else code}
        if self.plan.project.users:  # a tool that names nobody takes nobody away
            said["coder"] = coder
        spans = [self.carried.span(source, each) for each in (held.passage, passage)]
        if held.passage.revision == passage.revision or spans[0] != spans[1]:
            said["passage"] = passage
        if region is not None or held.region:
            said["region"] = None if region is None else list(region)
        return said

    def _read_as(self, code: Id) -> Id:
        """The code that a merged one is read as."""
        seen = {code}
        while (into := self._merged.get(code)) is not None and into not in seen:
            seen.add(into)
            code = into
        return code

    def _survivor(self, same: Same) -> Same:
        return (same[0], self._read_as(same[1]), *same[2:])

    @cached_property
    def _names_nobody(self) -> bool:
        """Whether the file says of no coding at all who made it."""
        marks = marks_of(self.plan.project) if self.plan.coders else ()
        return not any(self.plan.coder(each.provenance.creator) for each in marks)

    def _found(self, same: Same) -> Id | None:
        """The coding that says the same of the same words; a merged code says what the other does.

        Where the file names no coder, that of anybody is the same one; where several people
        coded the same, as many of theirs are found as stand in the file.
        """
        source, _, coder, _, _ = same
        exact = self._said.get(same)
        if exact is None and self._merged:
            survivor = self._survivor(same)
            exact = self._said.get(survivor) or self._of_merged.get(survivor)
        if exact is None and self.carried.is_corrected(source):
            exact = self._at_place_now(same).get(coder)
        if not self._names_nobody or (exact is not None and exact not in self.plan.seen):
            return exact
        anybody = [exact] if exact is not None else []
        anybody += self._at_place_now(same).values()
        free = (each for each in anybody if each not in self.plan.seen)
        return next(free, anybody[0] if anybody else None)

    def _at_place_now(self, same: Same) -> dict[Id | None, Id]:
        """Who has put this code on these words, though of another state of the text."""
        source, code, _, passage, region = same
        if source not in self._now:
            now = self._now[source] = {}
            for each in self._of_source.get(source, ()):
                area = tuple(each.region) if each.region else None
                code_now = self._read_as(each.code)
                place = (code_now, self.carried.span(source, each.passage), area)
                now.setdefault(place, {})[each.coder] = each.id
        span = self.carried.span(source, Passage(*passage))
        return self._now[source].get((self._read_as(code), span, region), {})
