"""A project of another tool as one operation on a study, and the report of what came over."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from crosscase.exchange.crossing import CrossingReport
from crosscase.exchange.refi_cases import CasePlan
from crosscase.exchange.refi_codes import plan_codes, plan_users
from crosscase.exchange.refi_codings_before import places_of_codes
from crosscase.exchange.refi_counts import elements_of
from crosscase.exchange.refi_files_left import tell_files_left
from crosscase.exchange.refi_memos import NotePlan
from crosscase.exchange.refi_newer import (
    imports_of_this_project,
    settle_what_was_met,
    tell_what_vanished,
)
from crosscase.exchange.refi_notes import (
    plan_graphs,
    plan_links,
    plan_project_memo,
    plan_sets,
)
from crosscase.exchange.refi_plan import REFI, ImportPlan, foreign_of, with_new
from crosscase.exchange.refi_rules import ImportRules
from crosscase.exchange.refi_sources import SourcePlan
from crosscase.formats.foreign_project import ForeignProject, TableRead
from crosscase.log.records import Draft, DraftChange
from crosscase.model.fields import FieldType
from crosscase.model.ids import Id
from crosscase.model.kinds import KINDS, kind_of
from crosscase.model.nouns import (
    Attribute,
    AttributeValue,
    Case,
    Code,
    Link,
    Membership,
    Memo,
    Noun,
    ResearchSet,
    SetMember,
    Source,
    Study,
)
from crosscase.store.session import Reading, changed

__all__ = ["plan_project"]

_SOURCE = KINDS["source"]


def plan_project(
    reading: Reading,
    study: Id,
    found: ForeignProject,
    rules: ImportRules,
    begins: Collection[str] | None = None,
) -> tuple[Draft | None, CrossingReport]:
    """What bringing a project into a study does.

    Args:
        reading: the study as it is.
        study: its id.
        found: what the file holds, with the files that came with it.
        rules: of other stages, which are given so that stages do not know one another.
        begins: which of its title and description the study takes over, where it begins with
            this project; None where it was there before.

    Returns:
        The one operation (None: all is here already), and the report of the crossing.
    """
    project = found.project
    plan = ImportPlan(reading, study, project, found.files, rules)
    plan.begins = begins
    name = project.name or found.files.name
    plan_users(plan)
    sources = SourcePlan(plan)
    codings = sources.codings
    plan_codes(plan, places_of_codes(plan, sources.texts, codings.here.held, codings.carried))
    notes = NotePlan(plan)
    for source in project.sources:
        sources.take(source)
    cases = CasePlan(plan)
    cases.take_variables()
    cases.take_cases()
    cases.take_sources_at_cases(sources.in_cases)
    _values_of_sources(plan, sources, cases)
    plan_links(plan)
    plan_sets(plan)
    plan_graphs(plan)
    plan.for_project.update(found.kept)
    _plan_study(plan, name)
    plan_project_memo(plan, name)
    notes.take_all()
    _tell_who_made_it(plan)
    tell_files_left(plan, sources.with_styled_file)
    showing = _showing(reading, sources)
    kin = imports_of_this_project(plan, showing, sources.codings.here.sure)
    settle_what_was_met(plan, kin)
    tell_what_vanished(plan, showing, kin)
    draft = None
    if plan.changes:
        draft = Draft(
            "project.imported",
            {"sources": _made(plan, "source"), "codings": _made(plan, "coding")},
            tuple(_once(plan.changes)),
            _used(plan),
        )
    return draft, _report(plan, name, found.tables)


def _plan_study(plan: ImportPlan, name: str) -> None:
    """Plan what a study that begins with this project takes of it: description, and title."""
    if plan.begins is None:
        return
    told = {"title": " ".join(name.split()), "description": plan.project.description}
    new = {field: text for field, text in told.items() if text and field in plan.begins}
    if new:
        plan.changes.append(changed(Study, plan.study, **new))


def _tell_who_made_it(plan: ImportPlan) -> None:
    """A study has a beginning of its own; that of the project in the other tool is told."""
    said = plan.project.provenance
    if plan.is_ours or not any((said.creator, said.created, said.modifier, said.modified)):
        return
    plan.ledger.notes.append(
        "Who made the project in the other tool, and when, is not kept: the study has a beginning "
        "of its own."
    )


def _values_of_sources(plan: ImportPlan, sources: SourcePlan, cases: CasePlan) -> None:
    """Give sources their values; those that cannot be read are kept with their source."""
    at = {change.entity: n for n, change in enumerate(plan.changes) if change.kind is _SOURCE}
    met = {each.held.id: each for each in reversed(plan.met)}
    for source, values in sources.kept_values.items():
        unread = cases.take_values(source, values)
        if not unread:
            continue
        if source not in at:
            held = foreign_of(met[source].held).get("values")
            said = met[source].foreign.setdefault(REFI, {})
            said["values"] = unread if held is None else with_new(held, unread)
            continue
        change = plan.changes[at[source]]
        foreign: dict[str, Any] = dict(change.fields.get("foreign") or {})
        foreign[REFI] = {**foreign.get(REFI, {}), "values": unread}
        plan.changes[at[source]] = _with(change, foreign)


def _with(change: DraftChange, foreign: Mapping[str, Any]) -> DraftChange:
    return replace(change, fields={**change.fields, "foreign": dict(foreign)})


def _made(plan: ImportPlan, kind: str) -> int:
    return sum(change.makes and change.kind.name == kind for change in plan.changes)


def _showing(reading: Reading, sources: SourcePlan) -> dict[str, Mapping[Id, Noun]]:
    """What the study shows, by the kinds of what may vanish from a newer file."""
    nouns = (
        Source, Code, Case, Memo, Link, Attribute, ResearchSet, AttributeValue, SetMember,
        Membership,
    )  # fmt: skip
    found: dict[str, Mapping[Id, Noun]] = {
        kind_of(noun).name: reading.by_id(noun) for noun in nouns
    }
    codings = {
        id_: each
        for id_, each in sources.codings.here.held.items()
        if each.source in found["source"] and each.code in found["code"]
    }
    return {**found, "coding": codings}


def _used(plan: ImportPlan) -> dict[str, bytes]:
    """The blobs that something refers to: what was met and stays leaves none."""
    named = {
        value
        for change in plan.changes
        for name, value in change.fields.items()
        if change.kind.by_name[name].type is FieldType.BLOB
    }
    return {name: data for name, data in plan.blobs.items() if name in named}


def _once(changes: list[DraftChange]) -> list[DraftChange]:
    """Each entity once; two elements that become one entity say the same of it."""
    return list({change.entity: change for change in reversed(changes)}.values())[::-1]


def _report(plan: ImportPlan, name: str, tables: tuple[TableRead, ...]) -> CrossingReport:
    project, ledger = plan.project, plan.ledger
    return CrossingReport(
        file=plan.package.name,
        tool=project.origin,
        project=name,
        kinds=ledger.kinds(project.counts or elements_of(project)),
        reasons=ledger.reasons(),
        oddities=ledger.all_oddities(project.oddities),
        notes=tuple(ledger.notes),
        outside=tuple(dict.fromkeys(ledger.outside)),
        differences=tuple(ledger.differences),
        vanished=tuple(ledger.vanished),
        tables=tables,
    )
