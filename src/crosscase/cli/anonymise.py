"""`crosscase anonymise`: propose, review, apply, check, finish."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import App

from crosscase.cli.asking import confirmed
from crosscase.cli.files import require_free, write_new
from crosscase.cli.opening import opened
from crosscase.cli.options import COMMON, Common, DryRun, StudyPath, Yes, flag, says
from crosscase.cli.passphrases import PassphraseFile, VaultFile, opened_vault
from crosscase.cli.rendering import Answer, Screen, counted, shortened, warn
from crosscase.cli.table_files import replacements_of, table_of
from crosscase.errors import MistakeOfUse

if TYPE_CHECKING:
    from crosscase.study import Study
    from crosscase.study_protection.anonymising import Anonymised
    from crosscase.study_protection.candidates import Candidate
    from crosscase.study_protection.vault import Vault
    from crosscase.study_protection.vault_check import VaultCheck

app = App(name="anonymise")
ListFile = Annotated[
    Path | None,
    says("A table with the columns find and replace, and if wanted whole words and ignore case."),
]


@app.default
def list_(study: StudyPath, /, *, common: Common = COMMON) -> Answer:
    """List the sources, with how many places were replaced and what of the original is there."""
    with opened(study, common, reads=True) as work:
        found = work.anonymising.standing()
    rows = [
        (each.name, each.replaced, "yes" if each.has_original_file else "no",
         "yes" if each.has_recording else "no")
        for each in found
    ]  # fmt: skip
    columns = ("source", "places replaced", "original file", "recording")
    return Answer(
        {"sources": found}, lambda screen: screen.table(columns, rows, empty="No sources.")
    )


@app.command
def propose(
    study: StudyPath,
    review: Annotated[Path, says("Where the table for the review goes: a .csv file.", "REVIEW")],
    /,
    *,
    replacements: ListFile = None,
    source: Annotated[
        list[str] | None, says("Only this source, by name or id; may be given again.")
    ] = None,
    no_names: Annotated[
        bool, flag("Leave out the names of participants, cases and speakers.")
    ] = False,
    no_typed: Annotated[
        bool, flag("Leave out dates, sums, addresses, telephone numbers and the like.")
    ] = False,
    vault: Annotated[
        Path | None, says("The vault, so that the same people get the same pseudonyms.")
    ] = None,
    passphrase_file: PassphraseFile = None,
    common: Common = COMMON,
) -> Answer:
    """Find every place that might be replaced, and write it to a table to be reviewed.

    Nothing is changed. In a spreadsheet, write accept or refuse into the column “decision”, and
    change a replacement where another is better; rows without a decision stay for later.
    """
    from crosscase.study_protection.review import review_table

    require_free(review)
    listed = replacements_of(replacements)
    with opened(study, common, reads=True) as work:
        held = None if vault is None else opened_vault(vault, passphrase_file, work.id)
        found = work.anonymising.propose(
            source, replacements=listed, names=not no_names, typed=not no_typed, vault=held
        )
    write_new(review, review_table(found).encode("utf-8-sig"))
    by_sort = Counter(each.sort for each in found)

    def show(screen: Screen) -> None:
        screen.table(("why", "places"), by_sort.most_common(), empty="Nothing was found.")
        screen.line(f"Wrote {counted(len(found), 'place')} to {review}.")

    warn(f"“{review.name}” holds the names: delete it when the review is done.")
    return Answer({"file": str(review), "places": len(found), "by_why": by_sort}, show)


@app.command(usage="Usage: crosscase anonymise apply STUDY [REVIEW] --vault FILE [OPTIONS]\n")
def apply(
    study: StudyPath,
    review: Annotated[
        Path | None, says("The reviewed table: a .csv or .xlsx file.", "REVIEW")
    ] = None,
    /,
    *,
    vault: VaultFile,
    replacements: ListFile = None,
    accept_all_listed: Annotated[
        bool, flag("Accept every place of the list of replacements, or of the vault's key.")
    ] = False,
    dry_run: DryRun = False,
    passphrase_file: PassphraseFile = None,
    common: Common = COMMON,
) -> Answer:
    """Carry out a review: one operation, logged in the vault. Codings keep their passages.

    Without a table, --replacements with --accept-all-listed carries out a list as it is.
    """
    with opened(study, common, reads=dry_run) as work:
        held = opened_vault(vault, passphrase_file, work.id)
        reviewed = _reviewed(work, held, review, replacements, accept_all_listed)
        done = work.anonymising.apply(reviewed, held, dry_run=dry_run)
    return Answer(
        {
            "dry_run": dry_run,
            "operation": None if done.operation is None else done.operation.id,
            "replaced": done.replaced,
            "refused": done.refused,
            "undecided": done.undecided,
            "sources": done.sources,
            "kept": done.kept,
            "touched": done.touched,
            "lost": done.lost,
        },
        lambda screen: _show_applied(screen, done, dry_run=dry_run),
    )


def _reviewed(
    work: Study,
    vault: Vault,
    review: Path | None,
    replacements: Path | None,
    accept_all_listed: bool,
) -> Sequence[Candidate]:
    from crosscase.formats.tables import without_guard
    from crosscase.study_protection.review import decide_all, review_rows

    if review is not None:
        if replacements is not None:
            raise MistakeOfUse(
                "A review has its replacements already.",
                slug="argument-twice",
                hint="Give the reviewed table, or --replacements with --accept-all-listed.",
            )
        table = table_of(review)
        rows: Sequence[Sequence[str]] = table.rows
        if review.suffix.casefold() not in (".csv", ".tsv"):  # saved as a workbook meanwhile
            rows = [[*map(without_guard, row)] for row in rows]
        return decide_all(review_rows(table.columns, rows), listed=accept_all_listed)
    if not accept_all_listed:
        raise MistakeOfUse(
            "Neither a reviewed table nor --accept-all-listed is given.",
            slug="nothing-reviewed",
            hint="Write a table with `crosscase anonymise propose STUDY REVIEW`, and review it.",
        )
    found = work.anonymising.propose(
        replacements=replacements_of(replacements), names=True, typed=False, vault=vault
    )
    listed = [each for each in found if each.sort in ("list", "vault")]
    return decide_all(listed, listed=True)


def _show_applied(screen: Screen, done: Anonymised, *, dry_run: bool) -> None:
    if done.operation is None and not dry_run:
        screen.line("Nothing was accepted; the study is as it was.")
        return
    said = "Would replace" if dry_run else "Replaced"
    screen.line(
        f"{said} words at {counted(done.replaced, 'place')} "
        f"({counted(len(done.sources), 'source')})."
    )
    if done.undecided:
        screen.line(f"Left {counted(done.undecided, 'place')} for later.")
    for name, codings in (("changed", done.touched), ("lost", done.lost)):
        if codings:
            screen.line(f"Codings whose words are {name}:")
            screen.table(
                ("code", "coder", "now"),
                [(each.code, each.coder, shortened(each.text_now, 60)) for each in codings],
            )


@app.command
def check(
    study: StudyPath,
    /,
    *,
    vault: VaultFile,
    passphrase_file: PassphraseFile = None,
    common: Common = COMMON,
) -> Answer:
    """Say whether any word of the vault is left in the study; exits with 4 if one shows."""
    with opened(study, common, reads=True) as work:
        found = work.anonymising.check(opened_vault(vault, passphrase_file, work.id))
    data = {"is_clean": found.is_clean, "is_finished": found.is_finished, "left": found}
    return Answer(data, lambda screen: _show_check(screen, found), 0 if found.is_clean else 4)


def _show_check(screen: Screen, found: VaultCheck) -> None:
    if found.shown:
        rows = [
            (each.kind, each.name, each.field, each.start_char, each.found, each.replacement)
            for each in found.shown
        ]
        screen.table(("kind", "in", "field", "at", "left", "should be"), rows)
    places = counted(len(found.shown), "place") if found.shown else "no place"
    screen.line(f"Vaulted words show at {places}.")
    if found.remembered:
        screen.line(
            f"The history still holds some, of {counted(len(found.remembered), 'thing')}: "
            "`crosscase anonymise finish` takes them out."
        )
    if found.original_files:
        screen.line(
            f"The file it came from is kept of {counted(len(found.original_files), 'source')}."
        )
    if found.recordings:
        screen.line(f"Recordings lie beside {counted(len(found.recordings), 'source')}: "
                    "voices are not anonymised.")  # fmt: skip
    if found.left_standing:
        screen.line(
            f"Left standing on purpose, and not looked for: "
            f"{counted(len(found.left_standing), 'word')}."
        )
    if found.is_finished:
        screen.line("Nothing of the vault is left in the study.")


@app.command
def finish(
    study: StudyPath,
    /,
    *,
    vault: VaultFile,
    yes: Yes = False,
    passphrase_file: PassphraseFile = None,
    common: Common = COMMON,
) -> Answer:
    """Purge the originals out of the study into the vault: texts, files, names, history.

    Afterwards the study's file holds none of them. It cannot be undone; copies and backups that
    were made before keep the words until they merge this study, or are deleted.
    """
    with opened(study, common) as work:
        held = opened_vault(vault, passphrase_file, work.id)
        confirmed("The originals leave the study for ever; only the vault has them then.", yes=yes)
        done = work.anonymising.finish(held)
    if done.purge is not None and not done.purge.is_scrubbed:
        warn("Another program has the study open; the last traces go when it closes the study.")
    if done.recordings:
        warn(f"Recordings stay beside {counted(len(done.recordings), 'source')}: "
             "voices are not anonymised.")  # fmt: skip
    data = {
        "operation": None if done.purge is None else done.purge.operation.id,
        "is_scrubbed": done.purge is None or done.purge.is_scrubbed,
        "sources": done.sources,
        "said_anew": done.said_anew,
        "moved": done.moved,
        "lost": done.lost,
        "recordings": done.recordings,
    }

    def show(screen: Screen) -> None:
        if done.purge is None:
            screen.line("There was nothing left to take out.")
            return
        screen.line(
            f"Took the originals of {counted(len(done.sources), 'source')} out of the study; "
            f"{counted(done.moved, 'passage')} moved along to the anonymised text."
        )
        if done.lost:
            screen.line(f"{counted(done.lost, 'passage')} had lost their words before; "
                        "`crosscase conflicts` lists those of codings.")  # fmt: skip
        screen.line("Merge this copy into every other one, and delete backups made before.")

    return Answer(data, show)
