"""A study in memory with the groups of verbs of fieldwork, verified at the end of each test."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from crosscase.fieldwork.attributes import Attributes
from crosscase.fieldwork.cases import Cases
from crosscase.fieldwork.memberships import Memberships
from crosscase.fieldwork.participants import Participants
from crosscase.fieldwork.speakers import Speakers
from crosscase.log.records import Draft
from crosscase.model.ids import Id
from crosscase.model.layout import Layout, Segment
from crosscase.model.nouns import Revision, Source
from crosscase.store.blobs import blob_hash
from crosscase.store.layout_bytes import layout_to_bytes
from crosscase.store.merging import merge_file
from crosscase.store.session import Session, made
from crosscase.store.verifying import verify_file
from crosscase.study import Study
from crosscase.testing import make_session, make_study


@dataclass
class Field:
    """A session with everything that fieldwork does."""

    session: Session

    def __post_init__(self) -> None:
        self.cases = Cases(self.session)
        self.memberships = Memberships(self.session)
        self.attributes = Attributes(self.session)
        self.participants = Participants(self.session)
        self.speakers = Speakers(self.session)

    def add_source(self, name: str, *speeches: tuple[str | None, str]) -> Id:
        """A transcript of ``(label, words)``, one turn a line."""
        text, segments = "", []
        for label, words in speeches:
            start = len(text)
            text += f"{label}: " if label else ""
            speech = len(text)
            text += words
            segments.append(Segment("turn", start, len(text), speech, label))
            text += "\n"
        layout = layout_to_bytes(Layout(tuple(segments)))
        blobs = {blob_hash(raw): raw for raw in (text.encode(), layout)}
        source, revision = self.session.ids(), self.session.ids()
        changes = (
            made(Source, source, name=name, language="en"),
            made(
                Revision,
                revision,
                source=source,
                text=blob_hash(text.encode()),
                layout=blob_hash(layout),
            ),
        )
        self.session.record(lambda _: Draft("sources.imported", {"n": 1}, changes, blobs))
        return source

    def operations(self) -> int:
        """How many operations the log holds."""
        found = self.session.file.driver().execute("SELECT count(*) FROM operation")
        return int(found.fetchone()[0])

    def merge(self, other: Field) -> None:
        """Bring over what another copy of the study has."""
        now = self.session.now_us()
        merge_file(
            self.session.file, other.session.file, now_us=now, wall_ms=now // 1000, file_name="copy"
        )


@pytest.fixture
def field() -> Iterator[Field]:
    """An empty study in memory; it is sound when the test ends."""
    made_ = Field(make_session())
    yield made_
    assert verify_file(made_.session.file) == []
    made_.session.file.close()


@pytest.fixture
def study() -> Iterator[Study]:
    """A study in memory with four people of two sectors in two sites; sound when the test ends."""
    with make_study() as made_:
        for site in ("Northam", "Southam"):
            made_.cases.add(site, "site")
        for name, sector, site in (
            ("P1", "Health", "Northam"),
            ("P2", "Council", "Northam"),
            ("P3", "Health", "Southam"),
            ("P4", "Health", "Southam"),
        ):
            made_.participants.add(name, sector=sector, sites=[site])
        yield made_
        assert made_.verify() == []


@pytest.fixture
def laptops(tmp_path: Path) -> Iterator[tuple[Field, Field]]:
    """Two copies of one study on two laptops; both are sound when the test ends."""
    one = Field(make_session(tmp_path, person="Ama", name="one", study_id=STUDY))
    other = Field(make_session(tmp_path, person="Ben", name="two", seed="ben", study_id=STUDY))
    yield one, other
    for each in (one, other):
        assert verify_file(each.session.file) == []
        each.session.file.close()


STUDY = "5f0c9a44-3a55-5f0e-9a44-1f6f6a8f5c01"
