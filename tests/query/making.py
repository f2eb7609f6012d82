"""Small studies for questions, written by hand so that every number can be counted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from crosscase.log.records import Draft, DraftChange
from crosscase.model.fields import Passage, Place, Value
from crosscase.model.ids import Id
from crosscase.model.layout import Layout, Segment
from crosscase.model.nouns import (
    Attribute,
    AttributeValue,
    Case,
    Code,
    Coder,
    Coding,
    Membership,
    ResearchSet,
    Revision,
    SetMember,
    Source,
    Speaker,
)
from crosscase.store.blobs import blob_hash
from crosscase.store.layout_bytes import layout_to_bytes
from crosscase.store.session import Reading, Session, changed, coder_id, made
from crosscase.testing import make_session

Turn = tuple[str | None, str]


class StudyMaker:
    """Collects what a study shall hold, and stores it as one operation when it is read."""

    def __init__(self, session: Session | None = None) -> None:
        self.session = session or make_session()
        self.texts: dict[Id, str] = {}
        self._ids: dict[str, Id] = {}
        self._revisions: dict[Id, Id] = {}
        self._changes: list[DraftChange] = []
        self._blobs: dict[str, bytes] = {}
        self._order = 0

    # -- what it holds ---------------------------------------------------------------------

    def source(
        self,
        name: str,
        turns: Sequence[Turn | str],
        *,
        language: str | None = "en",
        page_starts: tuple[int, ...] = (),
        heading: str = "",
    ) -> str:
        """A source of turns (label, words) after a heading; returns its name."""
        text, segments = heading, []
        for turn in turns:
            label, words = (None, turn) if isinstance(turn, str) else turn
            start = len(text)
            text += f"{label}: " if label else ""
            speech = len(text)
            text += words + "\n"
            segments.append(Segment("turn", start, len(text), speech, label))
        id_, revision = self._new(name, Source, name=name, language=language), self.session.ids()
        layout = layout_to_bytes(Layout(tuple(segments), page_starts))
        data = text.encode()
        self._blobs |= {blob_hash(data): data, blob_hash(layout): layout}
        self._changes.append(
            made(Revision, revision, source=id_, text=blob_hash(data), layout=blob_hash(layout))
        )
        self._revisions[id_], self.texts[id_] = revision, text
        return name

    def case(self, name: str, kind: str, *groups: str) -> str:
        """A case in other cases; returns its name."""
        self._new(name, Case, name=name, case_kind=kind)
        self.put(name, *groups)
        return name

    def person(self, name: str, *groups: str, speaks: Mapping[str, str] | None = None) -> str:
        """A participant in cases, who speaks under a label in sources."""
        self.case(name, "person", *groups)
        for source, label in (speaks or {}).items():
            self._new(
                f"{source}/{label}",
                Speaker,
                source=self._ids[source],
                label=label,
                participant=self._ids[name],
            )
        return name

    def put(self, member: str, *groups: str) -> None:
        """Let a case or source lie in cases."""
        for group in groups:
            self._new(
                f"{member} in {group}",
                Membership,
                member=self._ids[member],
                group=self._ids[group],
            )

    def attribute(
        self,
        name: str,
        values: Mapping[str, Any],
        value_type: str = "text",
        coarser: Mapping[str, str] | None = None,
    ) -> None:
        """An attribute with its values by the name of the case or source."""
        kinds = {"number": "number", "day": "day", "truth": "truth"}
        coarse = None if coarser is None else dict(coarser)
        id_ = self._new(name, Attribute, name=name, value_type=value_type, coarser=coarse)
        for subject, value in values.items():
            typed = Value(kinds.get(value_type, "text"), value)
            self._new(
                f"{name} of {subject}",
                AttributeValue,
                attribute=id_,
                subject=self._ids[subject],
                value=typed,
            )

    def code(self, name: str, parent: str | None = None) -> str:
        """A code below another; its key is its name."""
        self._order += 10
        place = Place(self._ids[parent] if parent else None, f"a{self._order:05d}")
        self._new(name, Code, name=name, place=place)
        return name

    def merge(self, code: str, into: str) -> None:
        """Merge a code into another one."""
        self.store()
        self._changes.append(changed(Code, self._ids[code], merged_into=self._ids[into]))

    def coding(
        self,
        source: str,
        code: str,
        quote: str | tuple[int, int],
        *,
        coder: str = "Ama",
        valence: str | None = None,
        basis: str | None = None,
    ) -> None:
        """Code a quote (found once in the source), or a place."""
        id_ = self._ids[source]
        start, end = quote if isinstance(quote, tuple) else self.place(source, quote)
        self._new(
            f"coding {len(self._ids)}",
            Coding,
            source=id_,
            code=self._ids[code],
            coder=self._coder(coder),
            passage=Passage(self._revisions[id_], start, end),
            valence=valence,
            basis=basis,
        )

    def set(self, name: str, *members: str) -> None:
        """A named set."""
        id_ = self._new(name, ResearchSet, name=name)
        for member in members:
            self._new(f"{member} of {name}", SetMember, set=id_, member=self._ids[member])

    # -- reading it ------------------------------------------------------------------------

    def place(self, source: str, quote: str) -> tuple[int, int]:
        """Where a quote lies that occurs once."""
        text = self.texts[self._ids[source]]
        assert text.count(quote) == 1, (quote, text)
        return text.index(quote), text.index(quote) + len(quote)

    def id(self, name: str) -> Id:
        """The id of what was made under a name."""
        return self._ids[name]

    def store(self) -> None:
        """Store what was collected."""
        if self._changes:
            draft = Draft("study.made", {}, tuple(self._changes), dict(self._blobs))
            self.session.record(lambda _: draft)
            self._changes, self._blobs = [], {}

    @contextmanager
    def reading(self) -> Iterator[Reading]:
        """Read the study, after storing what was collected."""
        self.store()
        with self.session.reading() as reading:
            yield reading

    def _new(self, key: str, noun: Any, **fields: Any) -> Id:
        id_ = self.session.ids()
        assert key not in self._ids, key
        self._ids[key] = id_
        self._changes.append(made(noun, id_, **fields))
        return id_

    def _coder(self, name: str) -> Id:
        id_ = coder_id(self.session.study_id, name)
        if name not in self._ids and name != self.session.person_name:
            self._changes.append(made(Coder, id_, fresh=False, name=name))
        self._ids[name] = id_
        return id_


def trust_study() -> StudyMaker:
    """Three speakers in two interviews and a policy; Bob works in two sites.

    | source     | turns                                                        | lies in |
    |------------|--------------------------------------------------------------|---------|
    | a.txt      | INT, P01 (Ann), P02 (Bob), P01                                |         |
    | b.txt      | INT, P03 (Cat)                                                |         |
    | policy.txt | two paragraphs, nobody speaks                                 | site A  |
    """
    study = StudyMaker()
    study.source(
        "a.txt",
        [
            ("INT", "How did it go?"),
            ("P01", "We lost trust when the money went."),
            ("P02", "Trust came back with new staff."),
            ("P01", "Short funding hurts."),
        ],
    )
    study.source("b.txt", [("INT", "And here?"), ("P03", "Trust is money.")])
    study.source("policy.txt", ["Policy says trust is key.", "Money follows plans."])
    study.case("North", "place")
    study.case("A", "site", "North")
    study.case("B", "site")
    study.person("Ann", "A", speaks={"a.txt": "P01"})
    study.person("Bob", "A", "B", speaks={"a.txt": "P02"})
    study.person("Cat", "B", speaks={"b.txt": "P03"})
    study.put("policy.txt", "A")
    study.attribute(
        "sector",
        {"Ann": "NHS trust", "Bob": "Council", "Cat": "NHS board"},
        coarser={"NHS trust": "NHS", "NHS board": "NHS"},
    )
    study.attribute("tenure_years", {"Ann": 3.0, "Bob": 5.5}, "number")
    study.attribute("population", {"A": 900.0, "B": 400.0}, "number")
    study.attribute("appointed", {"Ann": "2019-05-01", "Bob": "2021-01-31"}, "day")
    study.attribute("clinical", {"Ann": True, "Cat": False}, "truth")
    study.attribute("genre", {"policy.txt": "strategy"})
    for name, parent in (
        *(("Relations", None), ("Trust", "Relations")),
        *(("Resources", None), ("Money", "Resources"), ("Staff", "Resources")),
    ):
        study.code(name, parent)
    study.coding("a.txt", "Trust", "We lost trust")
    study.coding("a.txt", "Money", "the money went")
    study.coding("a.txt", "Trust", "Trust came back", coder="Ben", valence="enabling")
    study.coding("a.txt", "Trust", "Trust came back", valence="constraining")
    study.coding("a.txt", "Relations", "went.\nP02: Trust came")
    study.coding("a.txt", "Staff", "new staff")
    study.coding("b.txt", "Trust", "Trust is money", basis="inferred")
    study.coding("policy.txt", "Trust", "trust is key")
    return study
