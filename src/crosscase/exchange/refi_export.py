"""A study as a REFI-QDA project or codebook, with the report of what it could not carry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from crosscase.exchange.crossing import CrossingReport
from crosscase.exchange.refi_cases import KIND_VARIABLE
from crosscase.exchange.refi_export_graphs import graphs_of
from crosscase.exchange.refi_export_sources import SourceExport
from crosscase.exchange.refi_notes import ABOUT_LINK, NOTE_LINK
from crosscase.exchange.refi_written import ExportPlan, foreign_of, when
from crosscase.formats.refi_qda import records
from crosscase.formats.refi_qda.records import VariableValue
from crosscase.model.ids import Id, derived_id
from crosscase.model.nouns import (
    Attribute,
    AttributeValue,
    Case,
    Code,
    Coder,
    Coding,
    Link,
    Membership,
    Memo,
    Noun,
    ResearchSet,
    SetMember,
    Source,
    Study,
)
from crosscase.store.blobs import read_text_blobs
from crosscase.store.code_tree import CodeTree, read_tree
from crosscase.store.reading import find_entities
from crosscase.store.session import Reading

__all__ = ["WrittenProject", "project_of_study"]

_TYPES = {"text": "Text", "choice": "Text", "truth": "Boolean", "number": "Float", "day": "Date"}
_BEYOND = ("includes", "excludes", "example", "citation", "origin")


@dataclass(frozen=True, slots=True)
class WrittenProject:
    """A study as records, the files inside it, and what became of everything."""

    project: records.Project
    files: dict[str, bytes]
    report: CrossingReport


def project_of_study(
    reading: Reading, study: Id, origin: str, name: str, *, coder_names: bool = True
) -> WrittenProject:
    """The study as a project.

    Args:
        reading: the study as it is.
        study: its id.
        origin: what says that it is written by crosscase.
        name: what the file is called, for the report.
        coder_names: False gives coders numbers in place of names.
    """
    plan = ExportPlan(reading)
    export = _Export(plan, study, coder_names)
    project = export.project(origin)
    report = CrossingReport(
        file=name,
        tool=None,
        project=project.name,
        kinds=plan.ledger.kinds(plan.present),
        reasons=plan.ledger.reasons(),
        findings=(),
        notes=(),
    )
    return WrittenProject(project, plan.files, report)


class _Export:
    """One export, part by part."""

    def __init__(self, plan: ExportPlan, study: Id, coder_names: bool) -> None:
        self.plan, self.study, self.coder_names = plan, study, coder_names
        reading = plan.reading
        self.tree: CodeTree = read_tree(reading)
        self.codes = [code for _, code in self.tree.walk()]
        self.coders, self.sources = reading.all(Coder), reading.all(Source)
        self.cases, self.attributes = reading.all(Case), reading.all(Attribute)
        memos = reading.all(Memo)
        self.kept = [each for each in memos if "project" in foreign_of(each)]
        self.comments = [each for each in memos if foreign_of(each).get("comment")]
        aside = {each.id for each in (*self.kept, *self.comments)}
        self.memos = [each for each in memos if each.id not in aside]
        self.sets, self.all_links = reading.all(ResearchSet), reading.all(Link)
        self._about: list[records.Link] = []
        self.note_links: list[Link] = []
        named: Sequence[Sequence[Noun]] = (
            self.coders, self.codes, self.sources, self.cases, self.attributes, self.memos,
            self.sets, self.all_links,
        )  # fmt: skip
        for nouns in named:
            plan.name(nouns)

    def project(self, origin: str) -> records.Project:
        """All of it; notes first, for the others say which hang on them."""
        held = self.plan.reading.get(Study, self.study)
        notes = self._notes()
        values = self._values()
        sources = SourceExport(self.plan, values)
        written = tuple(sources.write(each) for each in self.sources)
        begun = self.plan.times([held]).get(self.study)
        return records.Project(
            kind="project",
            name=held.title or "",
            origin=origin,
            description=held.description,
            provenance=records.Provenance(None, None if begun is None else when(begun.begun_ms)),
            users=self._users(),
            codes=self.code_records(),
            variables=self._variables(),
            cases=self._cases(values),
            sources=written,
            notes=notes,
            links=(*self._links(), *self._about),
            sets=self.set_records(),
            graphs=graphs_of(self.plan, self.kept, (*self.sources, *self.cases, *self.sets)),
            note_refs=tuple(self.plan.notes_on.get(self.study, ())),
        )

    def _users(self) -> tuple[records.User, ...]:
        self.plan.tell(
            "coder",
            len(self.coders) if self.coder_names else 0,
            0 if self.coder_names else len(self.coders),
        )
        return tuple(
            records.User(
                guid=self.plan.guid(each.id) or each.id,
                name=each.name if self.coder_names else f"Coder {number}",
            )
            for number, each in enumerate(self.coders, 1)
        )

    # -- codes and sets ---------------------------------------------------------------------

    def code_records(self) -> tuple[records.Code, ...]:
        """The codebook."""
        beyond = sum(any(getattr(code, name) for name in _BEYOND) for code in self.codes)
        self.plan.tell("code", len(self.codes) - beyond, beyond)
        return self._below(None)

    def _below(self, parent: Id | None) -> tuple[records.Code, ...]:
        return tuple(self._code(self.tree.codes[id_]) for id_ in self.tree.children_of(parent))

    def _code(self, code: Code) -> records.Code:
        return records.Code(
            guid=self.plan.guid(code.id) or code.id,
            name=code.name,
            codable=code.codable is not False,
            colour=code.colour,
            description=code.definition,
            notes=tuple(self.plan.notes_on.get(code.id, ())),
            codes=self._below(code.id),
        )

    def set_records(self) -> tuple[records.MemberSet, ...]:
        """The sets with the members that a set of the standard may have."""
        kinds: dict[Id, str] = {code.id: "MemberCode" for code in self.codes}
        kinds |= {source.id: "MemberSource" for source in self.sources}
        kinds |= {memo.id: "MemberNote" for memo in self.memos}
        members: dict[Id, list[tuple[str, str]]] = {}
        left = 0
        for each in self.plan.reading.all(SetMember):
            guid = self.plan.guid(each.member)
            if each.member in kinds and guid is not None:
                members.setdefault(each.set, []).append((kinds[each.member], guid))
            else:
                left += 1
        self.plan.tell("set", len(self.sets))
        self.plan.tell("set member", sum(map(len, members.values())), 0, left)
        return tuple(
            records.MemberSet(
                guid=self.plan.guid(each.id) or each.id,
                name=each.name,
                description=each.description,
                members=tuple(members.get(each.id, ())),
            )
            for each in self.sets
        )

    # -- cases and values ---------------------------------------------------------------------

    def _values(self) -> dict[Id, list[VariableValue]]:
        types = {each.id: _type_of(each) for each in self.attributes}
        subjects = {each.id for each in (*self.cases, *self.sources)}
        found: dict[Id, list[VariableValue]] = {}
        left = 0
        for each in self.plan.reading.all(AttributeValue):
            guid = self.plan.guid(each.attribute)
            if guid is None or each.value is None or each.subject not in subjects:
                left += 1
                continue
            type_ = types[each.attribute]
            text = _text_of(type_, each.value.value)
            value = VariableValue(variable=guid, type=type_, text=text)
            found.setdefault(each.subject, []).append(value)
        self.plan.tell("attribute value", sum(map(len, found.values())), 0, left)
        return found

    def _variables(self) -> tuple[records.Variable, ...]:
        coarse = sum(bool(each.coarser) or each.value_type == "choice" for each in self.attributes)
        self.plan.tell("attribute", len(self.attributes) - coarse, coarse)
        own = [
            records.Variable(
                guid=self.plan.guid(each.id) or each.id,
                name=each.name,
                type=_type_of(each),
                description=each.description,
            )
            for each in self.attributes
        ]
        if self.cases:
            own.insert(0, records.Variable(guid=self._kind_guid(), name=KIND_VARIABLE, type="Text"))
        return tuple(own)

    def _kind_guid(self) -> str:
        return derived_id(self.study, KIND_VARIABLE)

    def _cases(self, values: dict[Id, list[VariableValue]]) -> tuple[records.Case, ...]:
        sources: dict[Id, list[str]] = {}
        here = {each.id for each in self.sources}
        memberships = self.plan.reading.all(Membership)
        for each in memberships:
            guid = self.plan.guid(each.member)
            if each.member in here and guid is not None:
                sources.setdefault(each.group, []).append(guid)
        told = sum(map(len, sources.values()))
        self.plan.tell("membership", told, 0, len(memberships) - told)
        self.plan.tell("case", len(self.cases))
        return tuple(
            records.Case(
                guid=self.plan.guid(each.id) or each.id,
                name=each.name,
                description=each.description,
                values=(
                    VariableValue(variable=self._kind_guid(), type="Text", text=each.case_kind),
                    *values.get(each.id, ()),
                ),
                sources=tuple(sources.get(each.id, ())),
            )
            for each in self.cases
        )

    # -- notes, links and graphs ----------------------------------------------------------------

    def _notes(self) -> tuple[records.TextPart, ...]:
        """The memos, each put to what it hangs on: by a reference where there may be one."""
        plan = self.plan
        texts = self._texts([*self.memos, *self.comments])
        spans = plan.spans_of([*self.memos, *self.comments])
        referred = {each.id for each in (*self.codes, *self.sources)} | {self.study}
        hung = [each.ends.end for each in self.all_links if each.link_type == NOTE_LINK]
        codings = self._codings_among([*hung, *(each.about for each in self.memos)])
        own = {each.id for each in self.memos}
        self.note_links = [
            each
            for each in self.all_links
            if each.link_type == NOTE_LINK
            and each.ends.start in own
            and each.ends.end in referred | codings
        ]
        for comment in self.comments:
            span = spans.get(comment.id)
            if span is not None:
                before = plan.comments_at.get(span)
                words = texts.get(comment.id, "")
                plan.comments_at[span] = f"{before}\n\n{words}" if before else words
        times = plan.times(self.memos)
        for link in self.note_links:
            plan.notes_on.setdefault(link.ends.end, []).append(plan.guid(link.ends.start) or "")
        for memo in self.memos:
            guid = plan.guid(memo.id) or memo.id
            if memo.id in spans:
                plan.notes_at.setdefault(spans[memo.id], []).append(guid)
            elif memo.about in referred or memo.about in codings:
                plan.notes_on.setdefault(memo.about or "", []).append(guid)
            elif (about := plan.guid(memo.about)) is not None:
                own_guid = derived_id(memo.id, ABOUT_LINK)
                self._about.append(
                    records.Link(
                        guid=own_guid,
                        name=ABOUT_LINK,
                        direction="OneWay",
                        origin=guid,
                        target=about,
                    )
                )
        lost = sum(each.id not in spans for each in self.comments)
        other = sum(each.memo_kind not in (None, "analytic") for each in self.memos)
        came = len(self.memos) + len(self.comments) - lost - other
        plan.tell("memo", came, other, len(self.kept) + lost)
        return tuple(
            records.TextPart(
                kind="Note",
                guid=plan.guid(each.id) or each.id,
                name=each.title,
                content=texts.get(each.id) or None,
                provenance=records.Provenance(
                    plan.guid(each.author),
                    foreign_of(each).get("created") or when(times[each.id].begun_ms),
                ),
            )
            for each in self.memos
        )

    def _texts(self, memos: Sequence[Memo]) -> dict[Id, str]:
        reading = self.plan.reading
        wanted = {each.id: bytes.fromhex(each.text) for each in memos if each.text is not None}
        words = read_text_blobs(reading.file, reading.connection, wanted.values())
        return {id_: words[name] for id_, name in wanted.items() if name in words}

    def _codings_among(self, ids: Sequence[Id | None]) -> set[Id]:
        reading = self.plan.reading
        wanted = [each for each in ids if each is not None]
        found = find_entities(reading.file, reading.connection, wanted)
        return {id_ for id_, pair in found.items() if isinstance(pair[1], Coding)}

    def _links(self) -> list[records.Link]:
        plan, written = self.plan, []
        as_notes = {each.id for each in self.note_links}
        for each in self.all_links:
            if each.id in as_notes:
                continue
            ends = [plan.guid(end) for end in each.ends]
            if None in ends:
                continue
            said = foreign_of(each)
            undirected = said.get("direction") or "Associative"
            written.append(
                records.Link(
                    guid=plan.guid(each.id) or each.id,
                    name=each.link_type,
                    direction="OneWay" if each.directed else undirected,
                    colour=said.get("color"),
                    origin=ends[0],
                    target=ends[1],
                )
            )
        came = len(written) + len(as_notes)
        plan.tell("link", came, 0, len(self.all_links) - came)
        return written


def _type_of(attribute: Attribute) -> str:
    return _TYPES.get(attribute.value_type, "Text")


def _text_of(type_: str, value: Any) -> str:
    if type_ == "Boolean":
        return "true" if value else "false"
    # The standard's numbers are decimals, so never written with an exponent.
    return f"{Decimal(repr(value)):f}" if type_ == "Float" else str(value)
