"""`crosscase findings`: the ledger of what a study claims, each claim with its standing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

from cyclopts import App

from crosscase.cli.export_documents import is_word
from crosscase.cli.finding_links import link
from crosscase.cli.findings_shown import (
    check_line,
    draw_against,
    draw_finding,
    draw_ledger,
    finding_data,
    outcome_data,
)
from crosscase.cli.importing_tables import rows_answer
from crosscase.cli.leaving import LEAVING, Leaving
from crosscase.cli.opening import opened
from crosscase.cli.options import (
    COMMON,
    Common,
    DryRun,
    SourceName,
    Strict,
    StudyPath,
    flag,
    given,
    says,
    span,
)
from crosscase.cli.quotes_left import write_findings
from crosscase.cli.rendering import FAILED, Answer, Screen, counted
from crosscase.cli.table_files import table_of
from crosscase.cli.verbs import did
from crosscase.cli.written_frames import wrote
from crosscase.errors import MistakeOfUse

if TYPE_CHECKING:
    from crosscase.coding.carried_passages import PassageAsked

app = App(name="findings")
FindingName = Annotated[str, says("The finding, by its name (F12) or id.", "FINDING")]
CheckText = Annotated[str, says("A check, such as 'participants(code:trust) >= 3'.", "CHECK")]
CheckId = Annotated[str, says("The check, by its id: `findings show` tells it.", "CHECK")]
StandingName = Literal["supported", "changed", "contradicted", "untested"]
Status = Literal["draft", "agreed", "set aside"]


@app.default
def ledger(
    study: StudyPath,
    /,
    *,
    standing: Annotated[StandingName | None, says("Only those of this standing.")] = None,
    domain: Annotated[str | None, says("Only those about this code.")] = None,
    check: Annotated[
        bool, flag("End with status 1 when a check does not hold or cannot be tested.")
    ] = False,
    ids: Annotated[bool, flag("Print the ids of the checks.")] = False,
    common: Common = COMMON,
) -> Answer:
    """List the findings, each with its checks and how they stand today.

    crosscase findings ics.crosscase --check
    """
    with opened(study, common, reads=True) as work:
        found = work.findings.all()
        if domain is not None:
            code = work.codes.get(domain).id
            found = tuple(each for each in found if each.domain == code)
    failed = sum(each.fails for each in found)
    shown = [each for each in found if standing in (None, each.standing)]
    data = {"findings": [finding_data(each) for each in shown], "failed": failed}
    status = FAILED if check and failed else 0
    return Answer(data, lambda screen: draw_ledger(screen, shown, ids=ids), status=status)


@app.command
def show(study: StudyPath, finding: FindingName, /, *, common: Common = COMMON) -> Answer:
    """Show one finding with its checks, part by part, its evidence and its sentences."""
    with opened(study, common, reads=True) as work:
        found = work.findings.get(finding)
        evidence = work.findings.evidence(found.id)
        claims = work.findings.claims(finding=found.id)
        quotes = work.quotes.all(found.id)
    data = {
        **finding_data(found),
        "evidence_passages": evidence,
        "quote_rows": quotes,
        "claim_rows": claims,
    }
    return Answer(data, lambda screen: draw_finding(screen, found, evidence, quotes, claims))


@app.command
def add(
    study: StudyPath,
    statement: Annotated[str, says("What the study claims.", "STATEMENT")],
    /,
    *,
    check: Annotated[
        tuple[str, ...], says("A check that it has to pass; may be given several times.")
    ] = (),
    name: Annotated[str | None, says("What it is called; otherwise the next of F1, F2...")] = None,
    domain: Annotated[str | None, says("The code that it is about.")] = None,
    status: Annotated[Status, says("How far it is agreed.")] = "draft",
    common: Common = COMMON,
) -> Answer:
    """Add a finding with its checks; today's figures are taken as those it rests on.

    crosscase findings add ics.crosscase "Most leaders speak of trust."
    --check "participants(code:Trust) is most" --domain "Relationships and cultures"
    """
    with opened(study, common) as work:
        found = work.findings.add(statement, name=name, domain=domain, status=status, checks=check)

    def draw(screen: Screen) -> None:
        screen.line(f"Added the finding {found.name}.")
        for each in found.checks:
            check_line(screen, each.outcome)

    return Answer({"finding": finding_data(found)}, draw)


@app.command
def change(
    study: StudyPath,
    finding: FindingName,
    /,
    *,
    statement: Annotated[str | None, says("What it claims now.")] = None,
    name: Annotated[str | None, says("What it is called now.")] = None,
    domain: Annotated[str | None, says('The code that it is about; "" for none.')] = None,
    status: Annotated[Status | None, says("How far it is agreed.")] = None,
    common: Common = COMMON,
) -> Answer:
    """Change the statement, name, domain or status of a finding."""
    told: dict[str, Any] = given(domain=domain)
    with opened(study, common) as work:
        recorded = work.findings.change(
            finding, statement=statement, name=name, status=status, **told
        )
    return did(recorded, "Changed the finding.", finding=finding)


@app.command
def remove(study: StudyPath, finding: FindingName, /, *, common: Common = COMMON) -> Answer:
    """Hide a finding with its checks and evidence; `restore` brings it back."""
    with opened(study, common) as work:
        recorded = work.findings.remove(finding)
    return did(recorded, "Removed the finding.", finding=finding)


@app.command
def restore(study: StudyPath, finding: FindingName, /, *, common: Common = COMMON) -> Answer:
    """Bring a removed finding back with all that it had."""
    with opened(study, common) as work:
        recorded = work.findings.restore(finding)
    return did(recorded, "Restored the finding.", finding=finding)


@app.command(name="check")
def try_check(study: StudyPath, check: CheckText, /, *, common: Common = COMMON) -> Answer:
    """Say what comes of a check now, and store nothing; ends with 1 when it fails.

    crosscase findings check ics.crosscase 'share(code:Trust, of:participants) > 60%'
    """
    with opened(study, common, reads=True) as work:
        outcome = work.findings.evaluate(check)

    def draw(screen: Screen) -> None:
        check_line(screen, outcome, parts=True)

    return Answer(outcome_data(outcome), draw, status=FAILED if outcome.fails else 0)


@app.command(name="add-check")
def add_check(
    study: StudyPath, finding: FindingName, check: CheckText, /, *, common: Common = COMMON
) -> Answer:
    """Add a check to a finding; today's figures are taken as those it rests on."""
    with opened(study, common) as work:
        id_ = work.findings.add_check(finding, check)
        outcome = next(each.outcome for each in work.findings.get(finding).checks if each.id == id_)
    return Answer(
        {"check": id_, **outcome_data(outcome)}, lambda screen: check_line(screen, outcome)
    )


@app.command(name="change-check")
def change_check(
    study: StudyPath, check: CheckId, text: CheckText, /, *, common: Common = COMMON
) -> Answer:
    """Write a check anew; today's figures are taken as those it rests on."""
    with opened(study, common) as work:
        recorded = work.findings.change_check(check, text)
    return did(recorded, "Changed the check.", check=check)


@app.command(name="remove-check")
def remove_check(study: StudyPath, check: CheckId, /, *, common: Common = COMMON) -> Answer:
    """Take a check off its finding; `restore-check` brings it back."""
    with opened(study, common) as work:
        recorded = work.findings.remove_check(check)
    return did(recorded, "Removed the check.", check=check)


@app.command(name="restore-check")
def restore_check(study: StudyPath, check: CheckId, /, *, common: Common = COMMON) -> Answer:
    """Bring a removed check back."""
    with opened(study, common) as work:
        recorded = work.findings.restore_check(check)
    return did(recorded, "Restored the check.", check=check)


@app.command
def accept(
    study: StudyPath,
    finding: Annotated[str | None, says("The finding; otherwise all.", "FINDING")] = None,
    /,
    *,
    check: Annotated[tuple[str, ...], says("Only these checks of it, by their ids.")] = (),
    common: Common = COMMON,
) -> Answer:
    """Take today's figures as those that a finding rests on: what changed is supported again."""
    with opened(study, common) as work:
        recorded = work.findings.accept(finding, check or None)
    return did(recorded, "Took today's figures.", finding=finding)


@app.command
def evidence(
    study: StudyPath,
    finding: FindingName,
    source: SourceName,
    /,
    *,
    quote: Annotated[str | None, says("The words, exactly as they stand.")] = None,
    at: Annotated[str | None, says("Or where: START-END, in characters from 0.")] = None,
    against: Annotated[bool, flag("It speaks against the finding.")] = False,
    common: Common = COMMON,
) -> Answer:
    """Put a passage behind a finding, or against it."""
    passage: PassageAsked = (source, quote) if quote is not None else (source, *span(at or ""))
    with opened(study, common) as work:
        recorded = work.findings.give_evidence(finding, [passage], against=against)
    return did(recorded, "Put the passage there.", finding=finding)


@app.command(name="remove-evidence")
def remove_evidence(
    study: StudyPath,
    finding: FindingName,
    passages: Annotated[tuple[str, ...], says("Passages, by their ids.", "EVIDENCE")],
    /,
    *,
    common: Common = COMMON,
) -> Answer:
    """Take passages away from a finding."""
    with opened(study, common) as work:
        recorded = work.findings.take_evidence(finding, passages)
    return did(recorded, f"Took {counted(len(passages), 'passage')} away.", finding=finding)


app.command(link)


@app.command
def unlink(
    study: StudyPath,
    claim: Annotated[str, says("The link, by its id: `findings show` tells it.", "CLAIM")],
    /,
    *,
    common: Common = COMMON,
) -> Answer:
    """Take a sentence of a manuscript off its finding."""
    with opened(study, common) as work:
        recorded = work.findings.unlink(claim)
    return did(recorded, "Took the sentence off its finding.", claim=claim)


@app.command
def against(
    study: StudyPath,
    finding: FindingName,
    /,
    *,
    most: Annotated[int, says("Show at most so many passages of each sort.")] = 5,
    common: Common = COMMON,
) -> Answer:
    """Look for what speaks against a finding: passages unlike those quoted, and who is silent."""
    with opened(study, common, reads=True) as work:
        found = work.findings.against(finding, most=most)
    return Answer(found, lambda screen: draw_against(screen, found))


@app.command
def words(
    study: StudyPath,
    meaning: Annotated[
        tuple[str, ...], says("WORD=MEANING, such as 'most=> 60%'; nothing after = undoes it.")
    ] = (),
    /,
    *,
    common: Common = COMMON,
) -> Answer:
    """List what quantity words such as most and several mean in checks, or change it.

    crosscase findings words ics.crosscase "typical=>= 50% and < 100%"
    """
    wanted: dict[str, str | None] = {}
    for each in meaning:
        word, mark, said = each.partition("=")
        if not mark:
            raise MistakeOfUse(
                f"“{each}” gives no meaning.", slug="no-meaning", hint='Write "most=> 60%".'
            )
        wanted[word.strip()] = said.strip() or None
    with opened(study, common, reads=not wanted) as work:
        if wanted:
            work.findings.set_words(wanted)
        held = work.findings.words()
    return Answer(
        {"words": held}, lambda screen: screen.table(("word", "means"), list(held.items()))
    )


@app.command(name="import")
def import_(
    study: StudyPath,
    file: Annotated[Path, says("A csv, xlsx or ods table.", "FILE")],
    /,
    *,
    sheet: Annotated[str | None, says("The sheet of a spreadsheet; otherwise the first.")] = None,
    strict: Strict = False,
    dry_run: DryRun = False,
    common: Common = COMMON,
) -> Answer:
    """Import findings: finding, statement, domain, status and check; a further row of the same
    finding adds a check."""
    table = table_of(file, sheet)
    with opened(study, common, reads=dry_run) as work:
        found = work.findings.import_table(
            table.columns, table.rows, lines=table.lines, strict=strict, dry_run=dry_run
        )
    taken = f"{counted(found.findings, 'finding')} and {counted(found.checks, 'check')}"
    told = [
        f"{'Would take' if dry_run else 'Took'} {taken}",
        f"{counted(found.changed, 'finding')} changed" if found.changed else "",
        f"{counted(found.already_there, 'row')} said nothing new" if found.already_there else "",
    ]
    data = {
        "dry_run": dry_run,
        "findings": found.findings,
        "checks": found.checks,
        "changed": found.changed,
        "already_there": found.already_there,
        "refused": [{"line": line, "sentence": error.sentence} for line, error in found.refused],
    }
    return rows_answer(data, f"{', '.join(filter(None, told))}.", found.refused)


@app.command
def export(
    study: StudyPath,
    file: Annotated[Path, says("Where: a .docx, .csv, .xlsx, .json or .parquet file.", "FILE")],
    /,
    *,
    leaving: Leaving = LEAVING,
    common: Common = COMMON,
) -> Answer:
    """Write the ledger: as a table, a row a check, or for Word with quotes and counter-evidence."""
    with opened(study, common, reads=True) as work:
        leaving.check(work, file)
        if is_word(file):
            return write_findings(work, file, work.findings.leaving(), replace=leaving.replace)
        frame = work.findings.frame()
    return wrote(frame, file, "findings", replace=leaving.replace)
