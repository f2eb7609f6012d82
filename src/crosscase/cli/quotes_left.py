"""Writing quotes and the ledger of findings to files: checked, labelled, and recorded."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from crosscase import surroundings
from crosscase.cli.export_documents import telling_here
from crosscase.cli.files import write_new
from crosscase.cli.rendering import Answer, warn
from crosscase.errors import MistakeOfUse

if TYPE_CHECKING:
    from crosscase.study import Study
    from crosscase.study_findings.quote_leaving import LeavingFindings, LeavingQuotes

__all__ = ["write_findings", "write_quotes"]

_ENDINGS = (".docx", ".html", ".csv", ".xlsx")


def write_quotes(
    work: Study,
    file: Path,
    leaving: LeavingQuotes,
    *,
    replace: bool,
    release: str | None,
    recipient: str | None,
) -> Answer:
    """Write quotes; refused where the study's policy says so."""
    ending = file.suffix.casefold()
    if ending not in _ENDINGS:
        raise MistakeOfUse(
            f"“{file.name}” has no ending that says how it is written.",
            slug="unknown-format",
            hint="Quotes are written as .docx, .html, .csv or .xlsx.",
        )
    _require_release(work, release, recipient)
    leaving.check.require_allowed()
    write_new(file, _bytes(work, leaving, ending), replace=replace)
    _told(work, leaving, release, recipient)
    data = {"file": str(file), "quotes": len(leaving.quotes), "left_out": list(leaving.left_out)}
    return Answer(data, f"Wrote {len(leaving.quotes):,} quotes to {file}.")


def write_findings(work: Study, file: Path, leaving: LeavingFindings, *, replace: bool) -> Answer:
    """Write the ledger as a Word document; refused where the study's policy says so."""
    leaving.check.require_allowed()
    made = work.findings.document(leaving, telling=telling_here())
    write_new(file, made.to_bytes(), replace=replace)
    _told(work, leaving, None, None)
    return Answer({"file": str(file), "title": made.title}, f"Wrote “{made.title}” to {file}.")


def _bytes(work: Study, leaving: LeavingQuotes, ending: str) -> bytes:
    from crosscase.study_synthesis.written_tables import frame_csv, frame_xlsx

    match ending:
        case ".csv":
            return frame_csv(leaving.frame())
        case ".xlsx":
            return frame_xlsx(leaving.frame(), "Quotes")
    made = work.quotes.document(leaving, telling=telling_here())
    return made.to_html().encode() if ending == ".html" else made.to_bytes()


def _require_release(work: Study, release: str | None, recipient: str | None) -> None:
    """Refuse a release that could not be recorded, before anything is written."""
    if release is not None:
        work.releases.require_free(release)
    elif recipient is not None:
        raise MistakeOfUse(
            "--to says who has a release.",
            slug="recipient-of-what",
            hint="Give --release NAME with it.",
        )


def _told(
    work: Study,
    leaving: LeavingQuotes | LeavingFindings,
    release: str | None,
    recipient: str | None,
) -> None:
    """Say what would tell who spoke, and record what left with the labels as printed."""
    if leaving.check.warning is not None:
        warn(leaving.check.warning)
    if leaving.left_out:
        warn(f"Left out, standing in no transcript any more: {', '.join(leaving.left_out)}.")
    if release is not None and leaving.places:
        report = work.disclosure.risks(leaving.places, attribution=leaving.labels, words=False)
        work.releases.record(
            release,
            report,
            recipient=recipient,
            day=surroundings.local_day(),
            remedy="first",
        )
