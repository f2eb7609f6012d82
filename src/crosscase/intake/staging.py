"""Reading files without touching the study: what would come in, and what cannot."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from crosscase.errors import CrosscaseError, NotFound, UnreadableFile
from crosscase.formats.document import TABLE_ROW, Document, Note, Span
from crosscase.formats.media import MEDIA_ENDINGS
from crosscase.formats.reading import FORMATS, read_document
from crosscase.intake.joined_lines import join_hard_wrapped
from crosscase.intake.media_files import StagedMedia, stage_recording
from crosscase.intake.replacements import ReplacedPlace, Replacement, apply_replacements
from crosscase.intake.speakers import SpeakerPreview, propose_speakers
from crosscase.intake.turns import lay_out
from crosscase.model.edits import Edit, carry_position
from crosscase.model.layout import Layout
from crosscase.model.words import count_words
from crosscase.store.file_connection import is_there

__all__ = [
    "FoundFiles",
    "ReadingOptions",
    "RefusedFile",
    "StagedSource",
    "file_bytes",
    "files_of",
    "keeps_file_of",
    "readable_endings",
    "stage_document",
    "stage_file",
    "stage_files",
]

SpeakerChoice = Literal["take", "none", "ask"]


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """How files are read.

    ``choose_speakers`` gets the preview of one file and returns the labels to take; it is how
    ``speakers="ask"`` asks. Without it clear speakers are taken and the rest are reported.
    ``keep_original``: None keeps those that are looked at as pages (PDFs); pictures are always
    kept, and nothing is where words are replaced.
    """

    speakers: SpeakerChoice = "take"
    choose_speakers: Callable[[str, SpeakerPreview], Collection[str]] | None = None
    encoding: str | None = None
    language: str | None = None
    join_lines: bool = False
    replacements: Sequence[Replacement] = ()
    keep_original: bool | None = None


@dataclass(frozen=True, slots=True)
class StagedSource:
    """One file, read and laid out, ready to be stored."""

    name: str
    file_name: str
    file_hash: str
    document: Document
    text: str
    layout: Layout
    preview: SpeakerPreview
    taken: tuple[str, ...]
    words: int
    replaced: tuple[ReplacedPlace, ...] = ()
    original: bytes | None = None
    recording: StagedMedia | None = None
    notes: tuple[Note, ...] = field(default_factory=tuple)


@dataclass(frozen=True, slots=True)
class RefusedFile:
    """A file that could not be read, and why."""

    name: str
    error: CrosscaseError


_KNOWN_ENDINGS = frozenset(ending for each in FORMATS.values() for ending in each.endings)


@dataclass(frozen=True, slots=True)
class FoundFiles:
    """The files that are meant, each with its source's name, and those of no readable kind."""

    files: tuple[tuple[str, Path], ...]
    passed_over: tuple[str, ...]


def files_of(paths: Iterable[Path]) -> FoundFiles:
    """Find the files that are meant.

    A folder gives the files in it of a kind that can be read, by name; the others are listed as
    passed over, but for hidden ones; so are recordings, which come in when they are named. Files
    of one name from two folders are told apart by their folder.
    """
    found: list[Path] = []
    passed_over: list[str] = []
    for path in paths:
        if not is_there(path):
            raise NotFound(f"There is no file or folder “{path}”.", slug="file-not-found")
        if not path.is_dir():
            found.append(path)
            continue
        for each in sorted(path.rglob("*")):
            if any(part.startswith((".", "~$")) for part in each.relative_to(path).parts):
                continue
            if each.is_file() and each.suffix.casefold() in _KNOWN_ENDINGS:
                found.append(each)
            elif each.is_file():
                passed_over.append(_readable(each.name))
    found = list(dict.fromkeys(found))
    counts = Counter(path.name.casefold() for path in found)
    return FoundFiles(
        tuple(
            (
                _readable(
                    f"{path.parent.name}/{path.name}"
                    if counts[path.name.casefold()] > 1
                    else path.name
                ),
                path,
            )
            for path in found
        ),
        tuple(passed_over),
    )


def readable_endings() -> list[str]:
    """The endings of files that can be read."""
    return sorted(_KNOWN_ENDINGS | MEDIA_ENDINGS)


def _readable(name: str) -> str:
    """A file's name as text, whatever bytes the file system holds."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def file_bytes(name: str, path: Path) -> bytes:
    """The bytes of a file; UnreadableFile when they cannot be had."""
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise UnreadableFile(
                f"“{name}” is larger than 1 GB, which is more than any format is read at.",
                slug="file-too-large",
                hint="Split it, or take out pictures and recordings first.",
            )
        return path.read_bytes()
    except OSError as error:
        raise UnreadableFile(
            f"“{name}” cannot be read: {(error.strerror or 'unknown reason').lower()}.",
            slug="cannot-read",
            hint="Check that it is still there and that you may read it.",
        ) from error


def stage_files(
    files: Sequence[tuple[str, Path]],
    options: ReadingOptions,
    progress: Callable[[int, int, str], None] | None = None,
) -> tuple[list[StagedSource], list[RefusedFile]]:
    """Read files (name and path) without touching the study; those that cannot be are listed."""
    staged: list[StagedSource] = []
    refused: list[RefusedFile] = []
    for number, (name, path) in enumerate(files):
        if progress is not None:
            progress(number, len(files), name)
        try:
            staged.append(stage_file(name, path, options))
        except UnreadableFile as error:
            refused.append(RefusedFile(name, error))
    return staged, refused


def stage_file(
    name: str, path: Path, options: ReadingOptions, *, file_name: str | None = None
) -> StagedSource:
    """Read one file; UnreadableFile when it cannot be.

    ``file_name`` is what the file was called where it came from, if it lies here as something
    else.
    """
    called = file_name or path.name
    recording = stage_recording(path, _readable(called))
    if recording is not None:
        _refuse_replacements(name, "recording", options)
        document, hash_ = Document("", recording.format), recording.media.sha256
        staged = stage_document(
            name, document, options, file_name=recording.media.name, file_hash=hash_
        )
        return replace(staged, recording=recording)
    data = file_bytes(name, path)
    document = read_document(data, called, encoding=options.encoding)
    if document.format == "picture":
        _refuse_replacements(name, "picture", options)
    keeps = keeps_file_of(document.format, options.keep_original)
    return stage_document(
        name,
        document,
        options,
        file_name=_readable(called),
        file_hash=hashlib.sha256(data).hexdigest(),
        original=data if keeps and not options.replacements else None,
    )


def keeps_file_of(format_: str, keep: bool | None) -> bool:
    """Whether the file of a source of this format is kept inside the study.

    ``keep`` is what the import or the study says; where neither says anything (None) PDFs are
    kept, since their pages are looked at. A picture is nothing without its file, and a recording
    lies beside the study.
    """
    match format_:
        case "picture":
            return True
        case "audio" | "video":
            return False
    return format_ == "pdf" if keep is None else keep


def _refuse_replacements(name: str, what: str, options: ReadingOptions) -> None:
    if options.replacements:
        raise UnreadableFile(
            f"“{name}” is a {what}: words in it cannot be replaced.",
            slug="cannot-replace",
            hint="Make it unrecognisable in a program for that first, and import it alone.",
        )


def stage_document(
    name: str,
    document: Document,
    options: ReadingOptions,
    *,
    file_name: str,
    file_hash: str,
    original: bytes | None = None,
) -> StagedSource:
    """Lay a document out: its speakers, its turns, its words."""
    replaced: tuple[ReplacedPlace, ...] = ()
    shown = document
    if options.join_lines:
        joined = join_hard_wrapped(shown.text)
        shown = _carried(shown, joined.text, [edit.lengths for edit in joined.edits])
    if options.replacements:
        done = apply_replacements(shown.text, options.replacements)
        shown, replaced = _carried(shown, done.text, _edits_of(done.places)), done.places
    text = shown.text
    headings = [_with_its_marks(text, each) for each in shown.headings]
    preview = propose_speakers(
        text, headings=headings, labelled=shown.labelled, page_starts=shown.page_starts
    )
    taken = _taken(name, preview, options)
    layout = lay_out(
        text,
        speakers=taken,
        headings=headings,
        labelled=shown.labelled,
        cues=shown.cues,
        page_starts=shown.page_starts,
        only_given=document.format == TABLE_ROW,
    )
    return StagedSource(
        name=name,
        file_name=file_name,
        file_hash=file_hash,
        document=document,
        text=text,
        layout=layout,
        preview=preview,
        taken=tuple(taken),
        words=count_words(text),
        replaced=replaced,
        original=original,
        notes=document.notes,
    )


_MOST_BYTES = 1_000_000_000
_MARKS = re.compile(r"[#=*_ \t-]*")


def _with_its_marks(text: str, heading: Span) -> Span:
    """The heading with the marks that make it one: leading #, an underline of = or -."""
    start = text.rfind("\n", 0, heading.start_char) + 1
    end = text.find("\n", heading.end_char)
    end = len(text) if end < 0 else end
    if not _MARKS.fullmatch(text[start : heading.start_char]):
        start = heading.start_char
    if not _MARKS.fullmatch(text[heading.end_char : end]):
        return replace(heading, start_char=start)
    below = text.find("\n", end + 1)
    below = len(text) if below < 0 else below
    underline = text[end + 1 : below].strip()
    if underline and not underline.strip("=-"):
        end = below
    return replace(heading, start_char=start, end_char=len(text[:end].rstrip()))


def _edits_of(places: Sequence[ReplacedPlace]) -> list[Edit]:
    """The replacements as edits over the text before them."""
    edits, shift = [], 0
    for place in places:
        start = place.start_char - shift
        inserted = place.end_char - place.start_char
        edits.append(Edit(start, start + len(place.original), inserted))
        shift += inserted - len(place.original)
    return edits


def _carried(document: Document, text: str, edits: Sequence[Edit]) -> Document:
    """The document with another text; what its format says of places is carried along."""

    def left(position: int) -> int:
        return carry_position(position, edits, side="left")

    def right(position: int) -> int:
        return carry_position(position, edits, side="right")

    return replace(
        document,
        text=text,
        headings=tuple(
            replace(each, start_char=left(each.start_char), end_char=right(each.end_char))
            for each in document.headings
        ),
        labelled=tuple(
            replace(
                each,
                start_char=left(each.start_char),
                end_char=right(each.end_char),
                speech_start_char=left(each.speech_start_char),
            )
            for each in document.labelled
        ),
        cues=tuple(
            replace(each, start_char=left(each.start_char), end_char=right(each.end_char))
            for each in document.cues
        ),
        page_starts=tuple(left(each) for each in document.page_starts),
    )


def _taken(name: str, preview: SpeakerPreview, options: ReadingOptions) -> list[str]:
    if options.speakers == "none":
        return []
    if options.speakers == "ask" and options.choose_speakers is not None and preview.speakers:
        return list(options.choose_speakers(name, preview))
    return [each.label for each in preview.speakers if each.standing == "clear"]
