"""A study as a REFI-QDA project or codebook, with the report of what it could not carry."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from crosscase.exchange.code_descriptions import CODE_PARTS, description_of
from crosscase.exchange.crossing import CrossingReport, Ledger
from crosscase.exchange.refi_codes_found import code_name
from crosscase.exchange.refi_export_cases import CaseExport
from crosscase.exchange.refi_export_graphs import KeptOfProjects
from crosscase.exchange.refi_export_names import name_as_it_came
from crosscase.exchange.refi_export_notes import NoteExport
from crosscase.exchange.refi_export_sources import SourceExport
from crosscase.exchange.refi_plan import foreign_of
from crosscase.exchange.refi_written import ExportOptions, ExportPlan, when
from crosscase.formats.refi_qda import records
from crosscase.model.ids import Id
from crosscase.model.kinds import KINDS
from crosscase.model.nouns import Code, Coder, ResearchSet, SetMember, Source, Study
from crosscase.store.code_tree import CodeTree, read_tree
from crosscase.store.session import Reading

__all__ = ["WrittenProject", "codebook_report", "project_of_study"]

_WRITTEN = frozenset({
    "study", "coder", "source", "revision", "code", "coding", "case", "membership", "attribute",
    "attribute_value", "memo", "link", "set", "set_member", "operation", "purge", "setting",
})  # fmt: skip
"""Kinds of which a project tells, or that are none of a study's things."""
_FOR = {"nvivo": " for NVivo", "maxqda": " for MAXQDA", "atlas.ti": " for ATLAS.ti"}


@dataclass(frozen=True, slots=True)
class WrittenProject:
    """A study as records, the files inside it, and what became of everything."""

    project: records.Project
    files: dict[str, bytes | Path]
    report: CrossingReport


def project_of_study(
    reading: Reading, study: Id, origin: str, name: str, options: ExportOptions
) -> WrittenProject:
    """The study as a project.

    Args:
        reading: the study as it is.
        study: its id.
        origin: what says that it is written by crosscase.
        name: what the file is called, for the report.
        options: what of it leaves, and for which tool.
    """
    plan = ExportPlan(reading, options)
    export = _Export(plan, study)
    project = export.project(origin + _FOR.get(options.target or "", ""))
    report = CrossingReport(
        file=name,
        tool=None,
        project=project.name,
        kinds=plan.ledger.kinds(plan.present),
        reasons=plan.ledger.reasons(),
        oddities=(),
        notes=_told_of_files(plan.files),
    )
    return WrittenProject(project, plan.files, report)


def _told_of_files(files: Iterable[str]) -> tuple[str, ...]:
    """What nobody sees of the files inside: they leave byte for byte, with what they say within."""
    count = sum(not name.endswith(".txt") for name in files)
    if not count:
        return ()
    are = "1 file leaves as it is" if count == 1 else f"{count:,} files leave as they are"
    return (f"{are}: a PDF may name its author in itself, or a styled text, a picture its place.",)


def codebook_report(made: WrittenProject) -> CrossingReport:
    """What became of the codes and the sets, where only the codebook is written."""
    project, ledger = made.project, Ledger()
    for each in project.sets:
        codes = sum(kind == "MemberCode" for kind, _ in each.members)
        others = project.beyond.get(each.guid, {}).get("members")
        if not codes:
            ledger.tell("set", "left", "set-left")
        elif others or codes < len(each.members):
            ledger.tell("set", "changed", "set-changed")
        else:
            ledger.tell("set", "imported")
    sets = ledger.kinds({"set": len(project.sets)} if project.sets else {})
    return replace(
        made.report,
        kinds=(*(each for each in made.report.kinds if each.kind == "code"), *sets),
        reasons=(*(each for each in made.report.reasons if each.kind == "code"), *ledger.reasons()),
    )


class _Export:
    """One export, part by part."""

    def __init__(self, plan: ExportPlan, study: Id) -> None:
        self.plan, self.study = plan, study
        reading = plan.reading
        self.tree: CodeTree = read_tree(reading)
        self.codes = [code for _, code in self.tree.walk()]
        self.coders, self.sources = reading.all(Coder), reading.all(Source)
        self.sets = reading.all(ResearchSet)
        plan.name_coders(self.coders)
        for nouns in (self.codes, self.sources):
            plan.name(nouns)
        self.cases = CaseExport(plan, study)
        self.notes = NoteExport(plan)
        plan.name(self.sets)

    def project(self, origin: str) -> records.Project:
        """All of it; notes first, for the others say which hang on them."""
        plan, held = self.plan, self.plan.reading.get(Study, self.study)
        referred = (*(each.id for each in (*self.codes, *self.sources)), self.study)
        notes = self.notes.notes(referred)
        values = self.cases.values()
        sources = SourceExport(plan, values)
        written = tuple(sources.write(each) for each in self.sources)
        links = self.notes.links()
        kept = KeptOfProjects(plan, self.notes.kept)
        begun = plan.times([held]).get(self.study)
        project = records.Project(
            kind="project",
            name=held.title or "",
            origin=origin,
            base_path=kept.base_path if plan.options.paths else None,
            description=plan.clean(held.description),
            provenance=records.Provenance(None, None if begun is None else when(begun.begun_ms)),
            users=self._users(),
            codes=self._code_records(),
            variables=self.cases.variables(),
            cases=self.cases.written(values),
            sources=written,
            notes=notes,
            links=(*links, *kept.links),
            sets=self._set_records(),
            graphs=kept.graphs,
            note_refs=tuple(plan.notes_on.get(self.study, ())),
            beyond=plan.beyond,
        )
        self._tell_others()
        return project

    def _users(self) -> tuple[records.User, ...]:
        named = self.plan.options.coder_names
        count = len(self.coders)
        self.plan.tell("coder", count if named else 0, 0 if named else count)
        users = []
        for number, each in enumerate(self.coders, 1):
            guid = self.plan.guid(each.id) or each.id
            login = foreign_of(each).get("id")
            if named:
                self.plan.say(guid, note=each.note, positionality=each.positionality)
            users.append(
                records.User(
                    guid=guid,
                    name=each.name if named else f"Coder {number}",
                    login=login if named and isinstance(login, str) else None,
                )
            )
        return tuple(users)

    # -- codes and sets ---------------------------------------------------------------------

    def _code_records(self) -> tuple[records.Code, ...]:
        self.plan.tell("code", len(self.codes))
        return self._below(None)

    def _below(self, parent: Id | None) -> tuple[records.Code, ...]:
        return tuple(self._code(self.tree.codes[id_]) for id_ in self.tree.children_of(parent))

    def _code(self, code: Code) -> records.Code:
        guid = self.plan.guid(code.id) or code.id
        description, is_whole = description_of(code)
        came = foreign_of(code).get("name")
        self.plan.say(guid, origin=code.origin, citation=code.citation)
        if not is_whole:
            self.plan.say(guid, **{name: getattr(code, name) for name in CODE_PARTS})
        return records.Code(
            guid=guid,
            name=name_as_it_came(
                self.plan, came, code.name, code_name(came) if isinstance(came, str) else None
            ),
            codable=code.codable is not False,
            colour=code.colour,
            description=self.plan.clean(description),
            notes=tuple(self.plan.notes_on.get(code.id, ())),
            codes=self._below(code.id),
        )

    def _set_records(self) -> tuple[records.MemberSet, ...]:
        """The sets; members that a set of the standard cannot have are written beside it."""
        plan = self.plan
        kinds: dict[Id, str] = {code.id: "MemberCode" for code in self.codes}
        kinds |= {source.id: "MemberSource" for source in self.sources}
        kinds |= {memo.id: "MemberNote" for memo in self.notes.memos}
        members: dict[Id, list[tuple[str, str]]] = {}
        others: dict[Id, list[str]] = {}
        found = plan.reading.all(SetMember)
        left = 0
        for each in found:
            guid = plan.guid(each.member)
            if guid is None:
                left += 1
            elif each.member in kinds:
                members.setdefault(each.set, []).append((kinds[each.member], guid))
            else:
                others.setdefault(each.set, []).append(guid)
        plan.tell("set", len(self.sets))
        plan.tell("set member", len(found) - left, 0, left)
        return tuple(self._set(each, members, others) for each in self.sets)

    def _set(
        self,
        each: ResearchSet,
        members: dict[Id, list[tuple[str, str]]],
        others: dict[Id, list[str]],
    ) -> records.MemberSet:
        guid = self.plan.guid(each.id) or each.id
        self.plan.say(guid, members=others.get(each.id))
        unknown: Sequence[object] = foreign_of(each).get("members") or ()
        self.plan.keep(guid, "members", unknown)
        return records.MemberSet(
            guid=guid,
            name=name_as_it_came(self.plan, foreign_of(each).get("name"), each.name),
            description=self.plan.clean(each.description),
            members=tuple(members.get(each.id, ())),
        )

    def _tell_others(self) -> None:
        """What the study has of kinds that a project knows nothing of."""
        for kind in KINDS.values():
            if kind.name not in _WRITTEN:
                count = len(self.plan.reading.all(kind.noun))
                self.plan.tell(kind.name.replace("_", " "), 0, 0, count)
