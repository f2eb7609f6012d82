"""Recordings: beside a transcript, or as sources of their own until there is one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import BinaryIO

from crosscase.errors import MistakeOfUse, UnreadableFile
from crosscase.formats.media import HEAD_BYTES, media_type_of
from crosscase.log.records import Draft
from crosscase.model.media import MediaFile, media_from_text
from crosscase.model.nouns import Source
from crosscase.model.source_kinds import kind_of_source
from crosscase.store.media_folder import hash_of_file, media_path, require_folder, store_media
from crosscase.store.recording import Recorded
from crosscase.store.session import Reading, Session, changed
from crosscase.store.source_names import find_source

__all__ = [
    "StagedMedia",
    "attach_media",
    "detach_media",
    "recording_of",
    "stage_recording",
    "take_staged_media",
]


@dataclass(frozen=True, slots=True)
class StagedMedia:
    """A recording that would come in: where it lies now, and what it is."""

    path: Path
    media: MediaFile

    @property
    def format(self) -> str:
        """The format of its source: audio or video."""
        return self.media.type.partition("/")[0]


def stage_recording(path: Path, file_name: str) -> StagedMedia | None:
    """What a file is as a recording; None when it is none, UnreadableFile when it cannot be."""
    try:
        with path.open("rb") as stream:
            type_ = media_type_of(stream.read(HEAD_BYTES), file_name)
        if type_ is None:
            return None
        return StagedMedia(path, MediaFile(hash_of_file(path), type_, file_name))
    except OSError as error:
        raise _cannot_read(file_name, error) from error


def take_staged_media(session: Session, staged: StagedMedia) -> None:
    """Copy a recording into the folder beside the study; Conflict when it changed meanwhile."""
    folder = require_folder(session.file)
    if (folder / staged.media.sha256).is_file():
        return
    try:
        with staged.path.open("rb") as stream:
            kept = store_media(folder, stream, staged.media.name)
    except OSError as error:
        raise _cannot_read(staged.media.name, error) from error
    if kept != staged.media.sha256:
        raise UnreadableFile(
            f"“{staged.media.name}” changed while it was read.",
            slug="file-changed",
            hint="Wait until the program that writes it is done, and import it again.",
        )


def attach_media(
    session: Session, source: str, recording: Path | BinaryIO, name: str | None = None
) -> Recorded | None:
    """Put a recording beside a source; it is copied into the study's folder first.

    Args:
        session: the person's work on the study.
        source: the source, by name or id; its transcript then follows the recording.
        recording: the file, or a stream of its bytes that can be wound back.
        name: what the file is called, for a stream.
    """
    folder = require_folder(session.file)
    with session.reading() as reading:
        _require_no_page(find_source(reading, source))
    if isinstance(recording, Path):
        called = name or recording.name
        try:
            with recording.open("rb") as stream:
                media = _stored(folder, stream, called)
        except OSError as error:
            raise _cannot_read(called, error) from error
    else:
        media = _stored(folder, recording, PurePath(name or "recording").name)

    def decide(reading: Reading) -> Draft | None:
        found = find_source(reading, source)
        _require_no_page(found)
        if found.media == str(media):
            return None
        return Draft(
            "source.media_attached",
            {"source": found.id},
            (changed(Source, found.id, media=str(media)),),
        )

    return session.record(decide)


def _stored(folder: Path, stream: BinaryIO, name: str) -> MediaFile:
    type_ = media_type_of(stream.read(HEAD_BYTES), name)
    if type_ is None:
        raise UnreadableFile(
            f"“{name}” is no recording.",
            slug="not-a-recording",
            hint="Recordings are MP3, M4A, WAV, FLAC, OGG, MP4, MOV and WebM files.",
        )
    stream.seek(0)
    return MediaFile(store_media(folder, stream, name), type_, name)


def detach_media(session: Session, source: str) -> Recorded | None:
    """Take the recording from a source; its file stays, so that this can be undone."""

    def decide(reading: Reading) -> Draft | None:
        found = find_source(reading, source)
        if found.media is None:
            return None
        if found.format in ("audio", "video"):
            raise MistakeOfUse(
                f"“{found.name}” is a recording and nothing besides.",
                slug="nothing-besides",
                hint="Remove the source instead; undo brings it back.",
            )
        return Draft(
            "source.media_detached", {"source": found.id}, (changed(Source, found.id, media=None),)
        )

    return session.record(decide)


def recording_of(reading: Reading, source: Source) -> tuple[Path, MediaFile]:
    """Where the recording of a source lies, and what it is; NotFound without one."""
    from crosscase.errors import NotFound

    media = media_from_text(source.media)
    if media is None:
        raise NotFound(
            f"“{source.name}” has no recording.",
            slug="no-media",
            hint="Attach one with `crosscase sources media`.",
        )
    return media_path(reading.file, media), media


def _require_no_page(source: Source) -> None:
    kind = kind_of_source(source.format)
    if kind in ("pdf", "picture"):
        raise MistakeOfUse(
            f"“{source.name}” is a {'PDF' if kind == 'pdf' else 'picture'}: no recording goes "
            "with it.",
            slug="not-a-transcript",
            hint="Attach the recording to its transcript, or import it as a source of its own.",
        )


def _cannot_read(name: str, error: OSError) -> UnreadableFile:
    return UnreadableFile(
        f"“{name}” cannot be read: {(error.strerror or 'unknown reason').lower()}.",
        slug="cannot-read",
        hint="Check that it is still there and that you may read it.",
    )
