"""`crosscase check`: whether a manuscript still says what the study says."""

from __future__ import annotations

from itertools import chain, count
from pathlib import Path
from typing import Annotated

from cyclopts import App

from crosscase.cli.asking import confirmed
from crosscase.cli.export_guard import check_quotes, quotes_left
from crosscase.cli.files import require_free, write_new
from crosscase.cli.leaving import LEAVING, Leaving
from crosscase.cli.manuscripts_shown import check_data, show_check
from crosscase.cli.opening import opened
from crosscase.cli.options import COMMON, Common, DryRun, StudyPath, Yes, flag, says
from crosscase.cli.rendering import FAILED, Answer, Screen, counted, warn
from crosscase.errors import MistakeOfUse

__all__ = ["ManuscriptPath", "app"]

ManuscriptPath = Annotated[Path, says("The manuscript: .docx, .md or .qmd.", "FILE")]

app = App(name="check", usage="Usage: crosscase check FILE STUDY [OPTIONS]\n")


@app.default
def check(
    file: ManuscriptPath,
    study: StudyPath,
    /,
    *,
    out: Annotated[
        Path | None, says("Word: write the copy with comments here (PAPER.checked.docx).")
    ] = None,
    everywhere: Annotated[bool, flag("Point out bare numbers outside of the results too.")] = False,
    strict: Annotated[bool, flag("Fail on what is only pointed out, too.")] = False,
    fix_numbers: Annotated[
        bool, flag("Markdown: put the numbers right that checks stand behind, and show them.")
    ] = False,
    every: Annotated[bool, flag("List what is supported as well.", "--all")] = False,
    dry_run: DryRun = False,
    yes: Yes = False,
    leaving: Leaving = LEAVING,
    common: Common = COMMON,
) -> Answer:
    """Check the claims, quotes and numbers of a manuscript against the study as it is today.

    Of a Word document a copy with comments in its margin is written; PAPER.checked.docx is such
    a copy, and is written anew itself. It ends with 0 where all holds, with 1 where a claim, a
    value or a quote does not, or cannot be tested.

    crosscase check paper.md ics.crosscase

    crosscase check paper.docx ics.crosscase --out paper.checked.docx
    """
    if fix_numbers:
        if out is not None or everywhere or strict or every or leaving.replace:
            raise MistakeOfUse(
                "--fix-numbers puts numbers right and checks nothing else.",
                slug="fixes-only",
                hint="Leave the other options out, and run `crosscase check` again after it.",
            )
        return _fix(file, study, dry_run, yes, common)
    out = None if dry_run else _copy_of(file, out)
    if out is not None and not leaving.replace:
        require_free(out)
    with opened(study, common, reads=True) as work:
        if out is not None:
            leaving.check(work, out)
        found = work.manuscripts.check(file, everywhere=everywhere)
        if out is not None and found.document is not None:
            quotes = {"quotes": list(found.places)} if found.places else None
            warning = check_quotes(work, quotes)
            write_new(out, found.document, replace=leaving.replace)
            quotes_left(work, quotes, warning, None, None)
    failed = found.failed(strict=strict)
    data = check_data(found, failed)
    if out is not None:
        data["file"] = str(out)

    def show(screen: Screen) -> None:
        show_check(screen, found, failed=failed, every=every)
        if out is not None:
            screen.line(f"The copy with comments is {out}.")

    return Answer(data, show, FAILED if failed else 0)


def _copy_of(file: Path, out: Path | None) -> Path | None:
    """Where the copy with comments goes; only a Word document gets one."""
    if file.suffix.casefold() == ".docx":
        return out or file.with_name(f"{file.stem.removesuffix('.checked')}.checked.docx")
    if out is not None:
        raise MistakeOfUse(
            "Only a Word document gets a copy with comments.",
            slug="not-word",
            hint="Leave --out out: what was found is printed with its line and column.",
        )
    return None


def _kept_as(file: Path) -> Path:
    """Where the manuscript before is kept; none that was kept earlier is written over."""
    names = (f"{file.name}.before{ending}" for ending in chain([""], map("-{}".format, count(2))))
    return next(kept for name in names if not (kept := file.with_name(name)).exists())


def _fix(file: Path, study: Path, dry_run: bool, yes: bool, common: Common) -> Answer:
    """Show the difference, and write it once somebody says so; the manuscript before is kept."""
    with opened(study, common, reads=True) as work:
        fixed = work.manuscripts.fix_numbers(file)
    kept = _kept_as(file)
    told = counted(fixed.changed, "number")
    if fixed.changed and not dry_run:
        if not common.as_json:
            warn(fixed.difference.rstrip("\n"))
        confirmed(f"{told} of “{file.name}” will be changed.", yes=yes)
        write_new(kept, file.read_bytes())
        write_new(file, fixed.text.encode("utf-8"), replace=True)
    data = {
        "file": str(file),
        "changed": fixed.changed,
        "written": bool(fixed.changed) and not dry_run,
        "difference": fixed.difference,
        "kept": str(kept) if fixed.changed and not dry_run else None,
        "left": list(fixed.left),
    }

    def show(screen: Screen) -> None:
        if not fixed.changed:
            right = "Every number that a check stands behind is right."
            screen.line("No number was changed." if fixed.left else right)
        elif dry_run:
            for line in fixed.difference.splitlines():
                screen.line(line)
            screen.line(f"{told} would be changed; nothing was.")
        else:
            screen.line(f"{told} put right; the manuscript before is {kept.name}.")
        for each in fixed.left:
            screen.line(f"Left as it was at {each}")

    return Answer(data, show)
