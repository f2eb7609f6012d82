"""Codings as imports said them: found again though people recoded, moved or removed them since."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

from crosscase.errors import NotFound
from crosscase.exchange.carried_places import CarriedPlaces
from crosscase.exchange.refi_codes_found import CodedPlaces
from crosscase.exchange.refi_places import Spot, spot_in_text
from crosscase.exchange.refi_plan import ImportPlan, foreign_of, tidy
from crosscase.exchange.refi_texts import ProjectTexts
from crosscase.formats.refi_qda.records import TextPart, Transcript
from crosscase.model.fields import Passage
from crosscase.model.ids import Id
from crosscase.model.nouns import Coding, Source
from crosscase.store.source_texts import source_text

__all__ = ["CodingsBefore", "places_of_codes"]

_Who = tuple[Id | None, Id]


class CodingsBefore:
    """Where codings lay, with which code and by whom, when a project brought them."""

    def __init__(self, plan: ImportPlan, carried: CarriedPlaces) -> None:
        self._carried = carried
        self._exact: dict[tuple[Any, ...], list[_Who]] = {}
        self._now: dict[tuple[Any, ...], list[_Who]] = {}
        for id_, said in plan.earlier.codings.items():
            fields = said.fields
            source, place = fields.get("source"), fields.get("passage")
            if source is None or place is None:
                continue
            region = tuple(fields["region"]) if fields.get("region") else None
            key = (source, fields.get("code"), region)
            who = (fields.get("coder"), id_)
            self._exact.setdefault((*key, tuple(place)), []).append(who)
            if carried.is_corrected(source):
                self._now.setdefault((*key, carried.span(source, place)), []).append(who)

    def __bool__(self) -> bool:
        return bool(self._exact)

    def find(self, same: tuple[Any, ...], *, of_anybody: bool) -> list[Id]:
        """Those that said the same of these words: of the same coder, or of anybody."""
        source, code, coder, passage, region = same
        found = self._exact.get((source, code, region, passage))
        if found is None and self._now:
            span = self._carried.span(source, Passage(*passage))
            found = self._now.get((source, code, region, span))
        return [id_ for who, id_ in found or () if of_anybody or who == coder]


def places_of_codes(
    plan: ImportPlan, texts: ProjectTexts, held: Mapping[Id, Coding], carried: CarriedPlaces
) -> CodedPlaces:
    """Tells what is coded with some codes of the file, and with some of the study as it came.

    A place is the name of its source, its words and its coder: GUIDs are made anew.
    """

    def tell(guids: Any, ids: Any) -> dict[str | Id, frozenset[Hashable]]:
        found: dict[str | Id, set[Hashable]] = {each: set() for each in (*guids, *ids)}
        _of_study(plan, held, carried, found)
        if any(found[each] for each in ids):
            _of_file(plan, texts, found)
        return {name: frozenset(places) for name, places in found.items()}

    return tell


def _of_study(
    plan: ImportPlan,
    held: Mapping[Id, Coding],
    carried: CarriedPlaces,
    found: Mapping[str | Id, set[Hashable]],
) -> None:
    said = {id_: each.fields for id_, each in plan.earlier.codings.items()}
    for id_, each in held.items():
        if id_ not in said:
            said[id_] = {"source": each.source, "code": each.code, "coder": each.coder,
                         "passage": each.passage, "region": each.region}  # fmt: skip
    sources = plan.reading.by_id(Source)
    words: dict[Id, str] = {}
    for fields in said.values():
        source = sources.get(fields.get("source") or "")
        if source is None or fields.get("code") not in found or not fields.get("passage"):
            continue
        if source.id not in words:
            words[source.id] = _words(plan, source)
        start, end = carried.span(source.id, fields["passage"])
        text = None if fields.get("region") else words[source.id][start:end]
        name = tidy(str(foreign_of(source).get("name") or source.name)).casefold()
        found[fields["code"]].add((name, text, fields.get("coder")))


def _words(plan: ImportPlan, source: Source) -> str:
    try:
        return source_text(plan.reading, source).words()
    except NotFound:
        return ""


def _of_file(
    plan: ImportPlan, texts: ProjectTexts, found: Mapping[str | Id, set[Hashable]]
) -> None:
    for source in plan.project.sources:
        parts: tuple[TextPart | Transcript | None, ...] = (
            (source,) if isinstance(source, TextPart) else (source.text, *source.transcripts)
        )
        name = tidy(source.name).casefold()
        for part in parts:
            text = texts.of(part)
            if part is None or text is None:
                continue
            for each in part.selections:
                spot = spot_in_text(each, text, part) if each.codings else ""
                for mark in each.codings:
                    places = found.get(mark.code or "")
                    if places is not None and isinstance(spot, Spot):
                        coder = plan.coder(mark.provenance.creator)
                        places.add((name, text.text[spot.start : spot.end], coder))
