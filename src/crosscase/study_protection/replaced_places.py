"""Where replaced words stand in the current text of a source."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from crosscase.errors import NotFound
from crosscase.model.edits import Edit, carry_span
from crosscase.model.ids import Id
from crosscase.model.nouns import Revision, Source
from crosscase.store.session import Reading
from crosscase.store.source_texts import source_text

__all__ = ["SourceStanding", "places_along", "replaced_places", "standings"]


@dataclass(frozen=True, slots=True)
class SourceStanding:
    """How far a source is anonymised: places replaced, and what of the original lies with it."""

    source: Id
    name: str
    replaced: int
    has_original_file: bool
    has_recording: bool


def standings(reading: Reading) -> list[SourceStanding]:
    """All sources that show, each with how far it is anonymised."""
    return [
        SourceStanding(
            each.id,
            each.name,
            len(replaced_places(reading, each)),
            each.original is not None,
            each.media is not None,
        )
        for each in sorted(reading.all(Source), key=lambda one: (one.name.casefold(), one.id))
    ]


def replaced_places(reading: Reading, source: Source) -> list[list[int]]:
    """Where words were replaced, at import or later, in the current text; in order."""
    return places_along(_path(reading, source))


def places_along(path: Iterable[Revision]) -> list[list[int]]:
    """The same, by the revisions that lead to a text, the first one first."""
    places: list[list[int]] = []
    for revision in path:
        edits = [Edit(*each) for each in revision.edits or ()]
        carried = [carry_span(start, end, edits) for start, end in places]
        places = [[span.start_char, span.end_char] for span in carried if span.standing != "lost"]
        places += [list(each) for each in revision.replaced or ()]
    return sorted({(start, end): [start, end] for start, end in places}.values())


def _path(reading: Reading, source: Source) -> list[Revision]:
    """The revisions of the current text, the first one first; none of a source without words."""
    revisions = reading.by_id(Revision)
    try:
        at: Id | None = source_text(reading, source).revision
    except NotFound:
        return []
    path: list[Revision] = []
    while at is not None and at in revisions and revisions[at] not in path:
        path.append(revisions[at])
        at = revisions[at].parent
    return path[::-1]
