"""A REFI-QDA project as one operation on a study, with the report of what came over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from crosscase.exchange.crossing import CrossingReport
from crosscase.exchange.refi_cases import CasePlan
from crosscase.exchange.refi_codes import plan_codes, plan_users
from crosscase.exchange.refi_notes import (
    name_notes,
    plan_graphs,
    plan_links,
    plan_notes,
    plan_project_memo,
    plan_sets,
)
from crosscase.exchange.refi_plan import REFI, ImportPlan, ImportRules
from crosscase.exchange.refi_sources import SourcePlan
from crosscase.formats.refi_qda.package import Package
from crosscase.formats.refi_qda.records import Project
from crosscase.log.records import Draft, DraftChange
from crosscase.model.ids import Id
from crosscase.model.kinds import KINDS
from crosscase.store.session import Reading

__all__ = ["plan_project"]

_SOURCE = KINDS["source"]


def plan_project(
    reading: Reading,
    study: Id,
    project: Project,
    package: Package,
    rules: ImportRules,
) -> tuple[Draft | None, CrossingReport]:
    """What bringing a project into a study does.

    Args:
        reading: the study as it is.
        study: its id.
        project: what the file holds.
        package: the archive with the project's files.
        rules: of other stages, which are given so that stages do not know one another.

    Returns:
        The one operation (None: all is here already), and the report of the crossing.
    """
    plan = ImportPlan(reading, study, project, package, rules)
    name = project.name or package.name
    plan_users(plan)
    plan_codes(plan)
    name_notes(plan)
    sources = SourcePlan(plan)
    for source in project.sources:
        sources.take(source)
    cases = CasePlan(plan)
    cases.take_variables()
    cases.take_cases()
    _values_of_sources(plan, sources, cases)
    plan_links(plan)
    plan_sets(plan)
    plan_graphs(plan)
    plan_project_memo(plan, name)
    plan_notes(plan)
    draft = None
    if plan.changes:
        draft = Draft(
            "project.imported",
            {"sources": _made(plan, "source"), "codings": _made(plan, "coding")},
            tuple(_once(plan.changes)),
            plan.blobs,
        )
    return draft, _report(plan, name)


def _values_of_sources(plan: ImportPlan, sources: SourcePlan, cases: CasePlan) -> None:
    """Give sources their values; those that cannot be read are kept with their source."""
    at = {change.entity: n for n, change in enumerate(plan.changes) if change.kind is _SOURCE}
    for source, values in sources.kept_values.items():
        unread = cases.take_values(source, values)
        if not unread:
            continue
        if source not in at:
            plan.keep_for_project("values", unread)
            continue
        change = plan.changes[at[source]]
        foreign: dict[str, Any] = dict(change.fields.get("foreign") or {})
        foreign[REFI] = {**foreign.get(REFI, {}), "values": unread}
        plan.changes[at[source]] = _with(change, foreign)


def _with(change: DraftChange, foreign: Mapping[str, Any]) -> DraftChange:
    return replace(change, fields={**change.fields, "foreign": dict(foreign)})


def _made(plan: ImportPlan, kind: str) -> int:
    return sum(change.kind.name == kind for change in plan.changes)


def _once(changes: list[DraftChange]) -> list[DraftChange]:
    """Each entity once; two elements that become one entity say the same of it."""
    return list({change.entity: change for change in reversed(changes)}.values())[::-1]


def _report(plan: ImportPlan, name: str) -> CrossingReport:
    project, ledger = plan.project, plan.ledger
    return CrossingReport(
        file=plan.package.name,
        tool=project.origin,
        project=name,
        kinds=ledger.kinds(project.counts),
        reasons=ledger.reasons(),
        findings=ledger.all_findings(project.findings),
        notes=tuple(ledger.notes),
        outside=tuple(dict.fromkeys(ledger.outside)),
    )
