"""Storing sources that were read: what is new comes in as one operation, with what it reports."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from crosscase.errors import MistakeOfUse
from crosscase.intake.media_files import take_staged_media
from crosscase.intake.source_changes import fresh_ones, source_changes
from crosscase.intake.staging import RefusedFile, StagedSource
from crosscase.log.records import Draft, DraftChange
from crosscase.model.ids import Id, derived_id
from crosscase.model.nouns import Setting
from crosscase.store.recording import Recorded
from crosscase.store.session import Reading, Session

__all__ = [
    "ImportReport",
    "ImportedSource",
    "keeps_originals",
    "store_staged",
]


@dataclass(frozen=True, slots=True)
class ImportedSource:
    """One source that came in (or would), with what was recognised in it."""

    id: Id | None
    staged: StagedSource

    @property
    def name(self) -> str:
        """The source's name."""
        return self.staged.name


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did: the sources, those that are here already, and those refused.

    ``passed_over`` names files in folders that are of no kind that can be read;
    ``rows_without_text`` are the numbers of a table's rows (from 1) that have none.
    """

    imported: tuple[ImportedSource, ...]
    duplicates: tuple[tuple[str, str], ...]
    refused: tuple[RefusedFile, ...]
    operation: Recorded | None
    passed_over: tuple[str, ...] = ()
    rows_without_text: tuple[int, ...] = ()

    @property
    def originals_kept(self) -> int:
        """How many of the original files are kept inside the study (or would be)."""
        return sum(each.staged.original is not None for each in self.imported)

    @property
    def words(self) -> int:
        """The words of all sources that came in."""
        return sum(each.staged.words for each in self.imported)


def store_staged(
    session: Session,
    staged: Sequence[StagedSource],
    refused: Sequence[RefusedFile] = (),
    *,
    language: str | None = None,
    dry_run: bool = False,
    passed_over: Sequence[str] = (),
    extra: Callable[[Reading, Sequence[ImportedSource]], Sequence[DraftChange]] | None = None,
) -> ImportReport:
    """Store sources that were read before; ``extra`` adds changes about them (attributes)."""
    for each in staged:
        if each.recording is not None and not dry_run:
            take_staged_media(session, each.recording)
    imported: list[ImportedSource] = []
    duplicates: list[tuple[str, str]] = []

    def decide(reading: Reading) -> Draft | None:
        fresh = fresh_ones(reading, staged, duplicates)
        changes: list[DraftChange] = []
        blobs: dict[str, bytes] = {}
        for each, name in fresh:
            id_ = None if dry_run else session.ids()
            imported.append(ImportedSource(id_, each))
            if id_ is not None:
                changes += source_changes(id_, session.ids(), each, name, language, blobs)
        if dry_run or not changes:
            return None
        if extra is not None:
            changes += extra(reading, imported)
        return Draft("sources.imported", {"n": len(fresh)}, tuple(changes), blobs)

    if dry_run:
        with session.reading() as reading:
            decide(reading)
        recorded = None
    else:
        recorded = session.record(decide)
    return ImportReport(
        tuple(imported),
        tuple(duplicates),
        tuple(refused),
        recorded,
        tuple(passed_over),
    )


def keeps_originals(session: Session, originals: str | None) -> bool | None:
    """Whether original files are kept: "keep" or "drop" decides, None leaves it to the study.

    Where the study says nothing either it is None: those are kept that are looked at as pages.
    """
    if originals not in (None, "keep", "drop"):
        raise MistakeOfUse(
            f"“{originals}” says nothing about original files.",
            slug="unknown-originals",
            hint="Say keep or drop.",
        )
    if originals is not None:
        return originals == "keep"
    with session.reading() as reading:
        setting = reading.by_id(Setting).get(derived_id(session.study_id, "setting", "originals"))
        return None if setting is None else setting.value == "keep"
