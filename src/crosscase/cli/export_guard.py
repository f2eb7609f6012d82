"""The check that every export of quotes passes through on the command line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any

from crosscase import surroundings
from crosscase.cli.options import says
from crosscase.cli.rendering import warn
from crosscase.errors import MistakeOfUse

if TYPE_CHECKING:
    from crosscase.study import Study

__all__ = [
    "Recipient",
    "ReleaseName",
    "check_quotes",
    "quotes_left",
    "quotes_of_document",
    "quotes_of_table",
]

ReleaseName = Annotated[
    str | None, says("Record the quotes in it as a release of this name.", "--release")
]
Recipient = Annotated[str | None, says("Who gets that release.", "--to")]

# Which quotes a table holds, as the check is asked for them; other tables hold none.
_QUOTES: Mapping[str, dict[str, Any]] = {
    "codings": {},
    "quotes": {},
    "evidence": {"held_by": "evidence"},
    "turns": {"held_by": "turns"},
    "all": {"held_by": "turns"},
}


def quotes_of_table(table: str) -> dict[str, Any] | None:
    """Which quotes a table holds; None where it holds none."""
    return _QUOTES.get(table)


def quotes_of_document(table: str, transcript: str | None) -> dict[str, Any] | None:
    """Which quotes a Word document holds; one of memos has the passages that they hang on."""
    if transcript is not None:
        return {"source": transcript}
    return {"held_by": "memos"} if table == "memos" else None


def check_quotes(
    work: Study,
    quotes: Mapping[str, Any] | None,
    release: str | None = None,
    recipient: str | None = None,
) -> str | None:
    """What to say beside an export of quotes; refused where the study's policy says so.

    Also refuses a release that could not be recorded, before anything is written.
    """
    if release is not None and quotes is None:
        raise MistakeOfUse(
            "There are no quotes in this export.",
            slug="nothing-to-release",
            hint="Leave --release out; `crosscase releases record` records tables.",
        )
    if release is None and recipient is not None:
        raise MistakeOfUse(
            "--to says who has a release.",
            slug="recipient-of-what",
            hint="Give --release NAME with it.",
        )
    if release is not None:
        work.releases.require_free(release)
    if quotes is None:
        return None
    found = work.disclosure.export_check(**quotes)
    found.require_allowed()
    return found.warning


def quotes_left(
    work: Study,
    quotes: Mapping[str, Any] | None,
    warning: str | None,
    release: str | None,
    recipient: str | None,
) -> None:
    """After the file was written: say what would tell, and record it where it is a release."""
    if warning is not None:
        warn(warning)
    if release is not None and quotes is not None:
        report = work.disclosure.risks(**quotes, pseudonyms=True, words=False)
        work.releases.record(release, report, recipient=recipient, day=surroundings.local_day())
