"""The verbs of coders: the people (or rules) whose codings the study holds."""

from __future__ import annotations

from dataclasses import dataclass

from crosscase.coding.coding_rules import resolve_coder
from crosscase.coding.named_things import checked_text, tidy_name
from crosscase.errors import MistakeOfUse
from crosscase.log.records import Draft
from crosscase.model.ids import Id
from crosscase.model.nouns import Coder
from crosscase.store.coding_columns import coding_columns
from crosscase.store.reading import find_entity
from crosscase.store.recording import Recorded
from crosscase.store.session import Reading, Session, changed, coder_id, made
from crosscase.store.source_names import find_coder

__all__ = ["CoderWithCount", "Coders"]


@dataclass(frozen=True, slots=True)
class CoderWithCount:
    """A coder, and how many codings of theirs show."""

    coder: Coder
    codings: int


class Coders:
    """Everybody who codes in a study."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> list[CoderWithCount]:
        """All coders by name, with their codings counted."""
        import numpy as np

        with self._session.reading() as reading:
            columns = coding_columns(reading.file, reading.connection)
            rows, counts = np.unique(columns.coder, return_counts=True)
            count_of = dict(zip(rows.tolist(), counts.tolist(), strict=True))
            found = [
                CoderWithCount(coder, count_of.get(row, 0))
                for row, coder in reading.by_row(Coder).items()
            ]
            return sorted(found, key=lambda each: (each.coder.name.casefold(), each.coder.id))

    def get(self, coder: str) -> Coder:
        """One coder by name or id."""
        with self._session.reading() as reading:
            return find_coder(reading, coder)

    def add(self, name: str, *, note: str | None = None) -> Coder:
        """Add a coder; one of this name is returned as they are."""
        tidy = tidy_name(name, "coder")
        says = checked_text(note).strip() or None if note else None
        there: list[Id] = []

        def decide(reading: Reading) -> Draft | None:
            id_, _ = resolve_coder(self._session, reading, tidy)
            assert id_ is not None  # a name was given
            there.append(id_)
            if find_entity(reading.file, reading.connection, id_) is not None:
                return None
            coder = made(Coder, id_, fresh=False, name=tidy, note=says)
            return Draft("coder.added", {"coder": id_}, (coder,))

        self._session.record(decide)
        return self.get(there[0])

    def rename(self, coder: str, name: str) -> Recorded | None:
        """Give a coder another name; their id and their codings stay."""
        tidy = tidy_name(name, "coder")

        def decide(reading: Reading) -> Draft | None:
            found = find_coder(reading, coder)
            if found.name == tidy:
                return None
            meant = coder_id(self._session.study_id, tidy)
            for other in reading.all(Coder):
                bears = other.name.casefold() == tidy.casefold() or other.id == meant
                if other.id != found.id and bears:
                    raise MistakeOfUse(
                        f"The name “{tidy}” means the coder “{other.name}” already.",
                        slug="name-taken",
                        hint="Choose a name that tells the two apart.",
                    )
            change = changed(Coder, found.id, name=tidy)
            return Draft("coder.renamed", {"coder": found.id}, (change,))

        return self._session.record(decide)

    def describe(self, coder: str, **fields: str | None) -> Recorded | None:
        """Change a coder's note or positionality; None clears one.

        ``positionality``: where they stand towards the people and the matter of the study, in
        their own words.
        """
        for name in fields:
            if name not in ("note", "positionality"):
                raise MistakeOfUse(
                    f"Of a coder there is no “{name}” to be described.",
                    slug="unknown-field",
                    hint="There are note and positionality.",
                )
        said = {name: checked_text(text or "").strip() or None for name, text in fields.items()}

        def decide(reading: Reading) -> Draft | None:
            found = find_coder(reading, coder)
            new = {name: text for name, text in said.items() if getattr(found, name) != text}
            if not new:
                return None
            change = changed(Coder, found.id, **new)
            return Draft("coder.described", {"coder": found.id}, (change,))

        return self._session.record(decide)
