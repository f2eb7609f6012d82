"""The verbs of what a source is besides its words: its original file, its pages, its recording."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from crosscase.intake.media_files import attach_media, detach_media, recording_of
from crosscase.intake.source_changes import sources_by_file_hash
from crosscase.intake.storing import keeps_originals
from crosscase.store.recording import Recorded
from crosscase.store.session import Session
from crosscase.store.source_names import find_source

if TYPE_CHECKING:
    from crosscase.intake.source_pages import Original, SourcePageView
    from crosscase.model.media import MediaFile

__all__ = ["SourceFiles"]


class SourceFiles:
    """Original files, pages, pictures and recordings; `Sources` has these verbs too."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def original(self, source: str) -> Original:
        """The file that a source was read from; NotFound when it was not kept."""
        from crosscase.intake.source_pages import original_of

        with self._session.reading() as reading:
            return original_of(reading, find_source(reading, source))

    def page(self, source: str, page: int) -> SourcePageView:
        """One page of a PDF (from 1) with the place of each word, or a picture (page 0)."""
        from crosscase.intake.source_pages import page_view

        with self._session.reading() as reading:
            return page_view(reading, find_source(reading, source), page)

    def keep_original(
        self, source: str, file: str | Path | bytes, *, name: str | None = None
    ) -> Recorded | None:
        """Keep the file that a source was read from, if it was not kept when it came in."""
        from crosscase.intake.source_pages import keep_original

        given = Path(file) if isinstance(file, str) else file
        return keep_original(self._session, source, given, name)

    def recording(self, source: str) -> tuple[Path, MediaFile]:
        """Where the recording of a source lies, and what it is; NotFound without one."""
        with self._session.reading() as reading:
            return recording_of(reading, find_source(reading, source))

    def attach_media(
        self, source: str, recording: str | Path | BinaryIO, *, name: str | None = None
    ) -> Recorded | None:
        """Put an audio or video file beside a source; a stream of bytes comes with its name."""
        given = Path(recording) if isinstance(recording, str) else recording
        return attach_media(self._session, source, given, name)

    def detach_media(self, source: str) -> Recorded | None:
        """Take the recording from a source; its file stays, so that this can be undone."""
        return detach_media(self._session, source)

    def keeps_originals(self, originals: str | None = None) -> bool | None:
        """Whether an import keeps the original files: as it says itself, else as the study has it
        set; None keeps those that are looked at as pages."""
        return keeps_originals(self._session, originals)

    def here_already(self) -> dict[str, str]:
        """The names of the sources that came from files, by the SHA-256 of those files."""
        with self._session.reading() as reading:
            return sources_by_file_hash(reading)
