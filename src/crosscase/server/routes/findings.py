"""Findings: the ledger of what the study claims, with checks that stand or fall with its data."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter

from crosscase.model.ids import Id
from crosscase.server.asking import Acting, Asking, require_unchanged
from crosscase.server.shapes.findings import (
    CheckRow,
    ChecksAccepted,
    CheckText,
    FindingAnswer,
    FindingChange,
    FindingList,
    MeaningsAsked,
    NewFinding,
    check_row,
    finding_answer,
    finding_list,
)
from crosscase.server.shapes.ids import IdText
from crosscase.server.shapes.links import NewEvidence
from crosscase.server.shapes.saved import Saved
from crosscase.study import Study

router = APIRouter(tags=["findings"])


@router.get("/findings")
async def list_findings(asking: Asking) -> FindingList:
    """The ledger, each finding with its standing as of now, and what quantity words mean."""
    return await asking.read(
        lambda study: finding_list(study.findings.all(), study.findings.words())
    )


@router.put("/findings/words")
async def set_quantity_words(acting: Acting, words: MeaningsAsked) -> Saved:
    """Say what quantity words mean in this study; null: what they mean usually."""

    def act(study: Study) -> None:
        study.findings.set_words(words)

    return await acting.write(act)


@router.get("/findings/{finding}")
async def show_finding(asking: Asking, finding: IdText) -> FindingAnswer:
    """One finding with its checks, evidence, quotes and sentences."""

    def ask(study: Study) -> FindingAnswer:
        with study.at_one_moment():
            return finding_answer(
                study.findings.get(finding),
                study.findings.evidence(finding),
                study.quotes.all(finding),
                study.findings.claims(finding=finding),
            )

    return await asking.read(ask)


@router.post("/findings")
async def add_finding(acting: Acting, says: NewFinding) -> Saved:
    """Add a finding; today's figures of its checks are accepted."""

    def act(study: Study) -> list[Id]:
        made = study.findings.add(
            says.statement,
            name=says.name,
            domain=says.domain,
            status=says.status,
            checks=says.checks,
        )
        return [made.id]

    return await acting.write(act)


@router.patch("/findings/{finding}")
async def change_finding(acting: Acting, finding: IdText, says: FindingChange) -> Saved:
    """Change what a finding says of itself."""

    def act(study: Study) -> None:
        shown = study.findings.said(finding)
        require_unchanged(says.was, lambda field: getattr(shown, field))
        fields: dict[str, Any] = says.model_dump(exclude_unset=True, exclude={"was"})
        study.findings.change(finding, **fields)

    return await acting.write(act)


@router.delete("/findings/{finding}")
async def remove_finding(acting: Acting, finding: IdText) -> Saved:
    """Remove a finding with all that goes with it."""

    def act(study: Study) -> None:
        study.findings.remove(finding)

    return await acting.write(act)


@router.post("/findings/{finding}/restore")
async def restore_finding(acting: Acting, finding: IdText) -> Saved:
    """Bring a removed finding back with all that it had."""

    def act(study: Study) -> None:
        study.findings.restore(finding)

    return await acting.write(act)


@router.post("/findings/{finding}/checks")
async def add_check(acting: Acting, finding: IdText, says: CheckText) -> Saved:
    """Add a check; today's figures are accepted."""

    def act(study: Study) -> list[Id]:
        return [study.findings.add_check(finding, says.text)]

    return await acting.write(act)


@router.post("/findings/{finding}/accept")
async def accept_figures(acting: Acting, finding: IdText, says: ChecksAccepted) -> Saved:
    """Take today's figures for those that the finding rests on."""

    def act(study: Study) -> None:
        study.findings.accept(finding, says.checks)

    return await acting.write(act)


@router.post("/findings/{finding}/evidence")
async def give_finding_evidence(acting: Acting, finding: IdText, says: NewEvidence) -> Saved:
    """Put a passage behind a finding, or against it."""

    def act(study: Study) -> None:
        place = (says.source, says.start_char, says.end_char)
        study.findings.give_evidence(finding, [place], against=says.against)

    return await acting.write(act)


@router.post("/checks/preview")
async def preview_check(acting: Acting, says: CheckText) -> CheckRow:
    """Say what would come of a check, as somebody writes it; nothing is changed."""
    return await acting.desk.read(lambda study: check_row(study.findings.evaluate(says.text)))


@router.patch("/checks/{check}")
async def change_check(acting: Acting, check: IdText, says: CheckText) -> Saved:
    """Write a check anew; today's figures are accepted."""

    def act(study: Study) -> None:
        study.findings.change_check(check, says.text)

    return await acting.write(act)


@router.delete("/checks/{check}")
async def remove_check(acting: Acting, check: IdText) -> Saved:
    """Take a check off its finding."""

    def act(study: Study) -> None:
        study.findings.remove_check(check)

    return await acting.write(act)


@router.post("/checks/{check}/restore")
async def restore_check(acting: Acting, check: IdText) -> Saved:
    """Bring a removed check back."""

    def act(study: Study) -> None:
        study.findings.restore_check(check)

    return await acting.write(act)


@router.delete("/claims/{claim}")
async def unlink_claim(acting: Acting, claim: IdText) -> Saved:
    """Take a sentence of a manuscript off its finding."""

    def act(study: Study) -> None:
        study.findings.unlink(claim)

    return await acting.write(act)


@router.post("/claims/{claim}/restore")
async def restore_claim(acting: Acting, claim: IdText) -> Saved:
    """Link a sentence of a manuscript to its finding again."""

    def act(study: Study) -> None:
        study.findings.restore_claim(claim)

    return await acting.write(act)
