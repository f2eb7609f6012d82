"""The verbs of sources: import, describe, correct, pair with a translation, remove."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from crosscase.errors import MistakeOfUse
from crosscase.intake.source_changes import checked_language, describe_source
from crosscase.intake.source_files import SourceFiles
from crosscase.intake.staging import (
    ReadingOptions,
    RefusedFile,
    StagedSource,
    files_of,
    readable_endings,
    stage_files,
)
from crosscase.intake.storing import (
    ImportedSource,
    ImportReport,
    store_staged,
)
from crosscase.intake.table_sources import read_rows
from crosscase.log.records import Draft, DraftChange
from crosscase.model.ids import Id
from crosscase.model.nouns import Source
from crosscase.store.recording import Recorded
from crosscase.store.removed_things import find_removed
from crosscase.store.session import Reading, Session, changed, dropped
from crosscase.store.source_names import find_source
from crosscase.store.source_texts import source_text

if TYPE_CHECKING:
    import polars

    from crosscase.intake.correcting import Correction
    from crosscase.store.source_list import SourceDetail, SourceLine
    from crosscase.store.source_page import SourceCodings, SourceWords

__all__ = ["ImportReport", "ImportedSource", "Sources"]

ValueChanges = Callable[
    [
        Reading,
        Session,
        Sequence[Source],
        Sequence[Mapping[str, str]],
        Mapping[str, str] | None,
    ],
    Sequence[DraftChange],
]


class Sources(SourceFiles):
    """The sources of a study."""

    def __init__(self, session: Session, value_changes: ValueChanges) -> None:
        """``value_changes`` gives sources their attribute values (a rule of fieldwork)."""
        super().__init__(session)
        self._value_changes = value_changes

    # -- reading -----------------------------------------------------------------------------

    def all(self) -> list[Source]:
        """All sources that show, in the order in which they came."""
        with self._session.reading() as reading:
            return reading.all(Source)

    def get(self, source: str) -> Source:
        """One source by its name, file name or id."""
        with self._session.reading() as reading:
            return find_source(reading, source)

    def text(self, source: str) -> str:
        """The current words of a source."""
        with self._session.reading() as reading:
            return source_text(reading, find_source(reading, source)).words()

    def frame(self) -> polars.DataFrame:
        """One row a source: name, format, language, words, turns, speakers, codings."""
        from crosscase.store.source_frame import source_frame

        with self._session.reading() as reading:
            return source_frame(reading)

    def turns_frame(self) -> polars.DataFrame:
        """One row a turn: source, number, place, speaker, participant, time and words."""
        from crosscase.store.turn_frame import turn_frame

        with self._session.reading() as reading:
            return turn_frame(reading)

    def lines(self) -> Mapping[Id, SourceLine]:
        """All sources by id, each with its figures, participants and their groups."""
        from crosscase.store.source_list import source_lines

        with self._session.reading() as reading:
            return source_lines(reading)

    def words(self, source: str) -> SourceWords:
        """The current words of a source with its turns, headings and pages, in columns."""
        from crosscase.store.source_page import source_words

        with self._session.reading() as reading:
            return source_words(reading, find_source(reading, source))

    def codings(self, source: str) -> SourceCodings:
        """The codings of a source, in columns."""
        from crosscase.store.source_page import source_codings

        with self._session.reading() as reading:
            return source_codings(reading, find_source(reading, source))

    def detail(self, source: str) -> SourceDetail:
        """One source with its figures, attribute values and current revision."""
        from crosscase.store.source_list import source_detail

        with self._session.reading() as reading:
            return source_detail(reading, find_source(reading, source))

    # -- importing ------------------------------------------------------------------------------

    def stage(
        self,
        files: Sequence[tuple[str, Path]],
        options: ReadingOptions | None = None,
        progress: Callable[[int, int, str], None] | None = None,
    ) -> tuple[list[StagedSource], list[RefusedFile]]:
        """Read files (name and path) without touching the study."""
        return stage_files(files, options or ReadingOptions(), progress)

    def add(
        self,
        paths: Iterable[str | Path] | str | Path,
        *,
        options: ReadingOptions | None = None,
        strict: bool = False,
        dry_run: bool = False,
        originals: str | None = None,
        progress: Callable[[int, int, str], None] | None = None,
    ) -> ImportReport:
        """Import files and folders as one operation.

        Files that cannot be read are listed and the others kept; with ``strict`` nothing is
        stored when one cannot be read. The same bytes twice are reported, not doubled.
        ``originals`` ("keep" or "drop") overrides the study's setting for this import.
        """
        listed = [paths] if isinstance(paths, (str, Path)) else list(paths)
        chosen = options or ReadingOptions()
        keep = self.keeps_originals(originals)
        if originals == "keep" and chosen.replacements:
            raise MistakeOfUse(
                "An original file holds the very words that are to be replaced.",
                slug="original-holds-names",
                hint="Keep the original, or replace words in it; not both.",
            )
        chosen = replace(chosen, keep_original=keep)
        found = files_of([Path(each) for each in listed])
        if not found.files:
            raise MistakeOfUse(
                "There is no file of a kind that can be read there.",
                slug="nothing-to-read",
                hint=f"These kinds can be read: {', '.join(readable_endings())}.",
                details={"passed_over": list(found.passed_over)},
            )
        staged, refused = self.stage(found.files, chosen, progress)
        if strict and refused:
            raise refused[0].error
        return self.add_staged(
            staged,
            refused,
            language=checked_language(chosen.language),
            dry_run=dry_run,
            passed_over=found.passed_over,
        )

    def add_staged(
        self,
        staged: Sequence[StagedSource],
        refused: Sequence[RefusedFile] = (),
        *,
        language: str | None = None,
        dry_run: bool = False,
        passed_over: Sequence[str] = (),
        extra: Callable[[Reading, Sequence[ImportedSource]], Sequence[DraftChange]] | None = None,
    ) -> ImportReport:
        """Store sources that were read before; ``extra`` adds changes about them (attributes)."""
        return store_staged(
            self._session,
            staged,
            refused,
            language=language,
            dry_run=dry_run,
            passed_over=passed_over,
            extra=extra,
        )

    def import_rows(
        self,
        path: str | Path,
        *,
        text_columns: Sequence[str] = (),
        attribute_columns: Sequence[str] = (),
        name_column: str | None = None,
        sheet: str | None = None,
        language: str | None = None,
        dry_run: bool = False,
    ) -> ImportReport:
        """Import a table as one operation: a row becomes a source.

        Chosen columns become its attributes (``Column``, ``Column=name`` or
        ``Column=name:type``), the text columns its text; without text columns all that is left.
        """
        rows = read_rows(
            Path(path),
            text_columns=text_columns,
            attribute_columns=attribute_columns,
            name_column=name_column,
            sheet=sheet,
        )
        given = {
            one.file_hash: values for one, values in zip(rows.staged, rows.values, strict=True)
        }

        def values_of(
            reading: Reading, imported: Sequence[ImportedSource]
        ) -> Sequence[DraftChange]:
            nouns = [Source(id=each.id, name=each.name) for each in imported if each.id]
            values = [given[each.staged.file_hash] for each in imported]
            return self._value_changes(reading, self._session, nouns, values, rows.types)

        report = self.add_staged(rows.staged, language=language, dry_run=dry_run, extra=values_of)
        return replace(report, rows_without_text=rows.without_text)

    # -- changing ---------------------------------------------------------------------------------

    def describe(self, source: str, **fields: Any) -> Recorded | None:
        """Change a source's name, language, date or note; None clears one (but the name).

        ``quotable=False`` marks a paper whose words may be read, but not quoted.
        """
        return describe_source(self._session, source, fields)

    def correct(
        self,
        source: str,
        new_text: str,
        *,
        note: str | None = None,
        revision: Id | None = None,
        dry_run: bool = False,
    ) -> Correction:
        """Correct the words of a source: every coding is carried, those touched are listed.

        ``revision`` is the one that was corrected: Conflict when it is no longer the current one.
        ``dry_run`` only says what it would do.
        """
        from crosscase.intake.correcting import correct_text

        return correct_text(
            self._session, source, new_text, note=note, revision=revision, dry_run=dry_run
        )

    def settle(self, source: str) -> Recorded | None:
        """Take the corrections of sibling versions that do not overlap into the current text."""
        from crosscase.intake.correcting import settle_branches

        return settle_branches(self._session, source)

    def pair(self, translation: str, original: str) -> Recorded | None:
        """Say that one source is the translation of another; they pair turn by turn."""

        def decide(reading: Reading) -> Draft | None:
            one, other = find_source(reading, translation), find_source(reading, original)
            if one.id == other.id:
                raise MistakeOfUse(
                    f"“{one.name}” cannot be its own translation.", slug="same-source"
                )
            if other.translation_of == one.id:
                raise MistakeOfUse(
                    f"“{other.name}” is the translation of “{one.name}” already.",
                    slug="paired-the-other-way",
                    hint="Name the translation first, then its original.",
                )
            if one.translation_of == other.id:
                return None
            return Draft(
                "source.paired",
                {"source": other.id, "translation": one.id},
                (changed(Source, one.id, translation_of=other.id),),
            )

        return self._session.record(decide)

    def paired_turns(self, translation: str) -> list[tuple[str | None, str | None]]:
        """The turns of an original beside those of its translation, None where one has no twin."""
        from crosscase.intake.paired_texts import paired_turn_texts

        with self._session.reading() as reading:
            return paired_turn_texts(reading, find_source(reading, translation))

    def remove(self, *sources: str) -> Recorded | None:
        """Drop sources: they and their codings are hidden until they are restored or undone."""

        def decide(reading: Reading) -> Draft | None:
            found = list(dict.fromkeys(find_source(reading, each).id for each in sources))
            changes = tuple(dropped(Source, id_) for id_ in found)
            if len(found) == 1:
                return Draft("source.removed", {"source": found[0]}, changes)
            return Draft("sources.removed", {"n": len(found)}, changes)

        return self._session.record(decide)

    def restore(self, source: str) -> Recorded | None:
        """Bring a dropped source back, by its id or its name."""

        def decide(reading: Reading) -> Draft | None:
            found = find_removed(reading, Source, source)
            if found is None:
                return None
            change = dropped(Source, found.id, False)
            return Draft("source.restored", {"source": found.id}, (change,))

        return self._session.record(decide)
