"""The pages of a source as they are looked at: each word of its text, and where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from crosscase.errors import MistakeOfUse, NotFound
from crosscase.formats.pdf_pages import PageWord, read_pdf_page
from crosscase.formats.pictures import PICTURE_TYPES, picture_of
from crosscase.intake.staging import file_bytes
from crosscase.log.records import Draft
from crosscase.log.revisions import path_from_root
from crosscase.model.edits import carry_span, edits_between
from crosscase.model.nouns import Revision, Source
from crosscase.model.source_kinds import kind_of_source
from crosscase.store.blobs import blob_hash, find_blob
from crosscase.store.recording import Recorded
from crosscase.store.search_reading import page_starts
from crosscase.store.session import Reading, Session, changed
from crosscase.store.source_names import find_source
from crosscase.store.source_texts import source_text
from crosscase.store.span_carrying import SpanCarrier
from crosscase.store.texts import revision_nodes, text_of_revision

__all__ = ["Original", "SourcePageView", "keep_original", "original_of", "page_view"]

_MOST_KEPT = 24
_SHOWN = {**PICTURE_TYPES, "pdf": "application/pdf"}


@dataclass(frozen=True, slots=True)
class Original:
    """The file that a source was read from, as it came; ``type`` is None where it is not shown."""

    sha256: str
    data: bytes
    type: str | None
    file_name: str


@dataclass(frozen=True, slots=True)
class SourcePageView:
    """One page: its size, the text it covers now, and its words.

    ``width`` and ``height`` are points of a PDF or pixels of a picture; boxes are parts of them.
    """

    page: int
    width: float
    height: float
    start_char: int
    end_char: int
    words: tuple[PageWord, ...]


def original_of(reading: Reading, source: Source) -> Original:
    """The original of a source; NotFound with the way out when it was not kept."""
    data = None
    if source.original is not None:
        data = find_blob(reading.file, reading.connection, bytes.fromhex(source.original))
    if source.original is None or data is None:
        raise NotFound(
            f"The original file of “{source.name}” is not kept in the study.",
            slug="no-original",
            hint="Keep it with `crosscase sources original`, if it may be in the study.",
        )
    type_ = None
    match kind_of_source(source.format):
        case "pdf":
            type_ = _SHOWN["pdf"]
        case "picture":
            type_ = picture_of(data, source.name).type
    return Original(source.original, data, type_, source.file_name or source.name)


def page_view(reading: Reading, source: Source, page: int) -> SourcePageView:
    """One page of a PDF (from 1) with its words, or a picture (page 0); kept for a while."""
    row = reading.row(source.id)
    kept: dict[int, SourcePageView] = reading.file.remember(
        ("pages", row), ("source", "revision"), dict
    )
    if page not in kept:
        if len(kept) >= _MOST_KEPT:
            kept.pop(next(iter(kept)))
        kept[page] = _page(reading, source, row or 0, page)
    return kept[page]


def _page(reading: Reading, source: Source, row: int, page: int) -> SourcePageView:
    kind, chars = kind_of_source(source.format), source_text(reading, source).chars
    if kind == "picture" and page == 0:
        picture = picture_of(original_of(reading, source).data, source.name)
        return SourcePageView(0, picture.width, picture.height, 0, chars, ())
    starts = page_starts(reading.file, row) if kind == "pdf" else ()
    if not 1 <= page <= len(starts):
        raise NotFound(f"“{source.name}” has no page {page}.", slug="no-such-page")
    shown = read_pdf_page(original_of(reading, source).data, source.name, page)
    words = tuple(_words_now(reading, source, row, page, shown.text, shown.words))
    end = starts[page] if page < len(starts) else chars
    return SourcePageView(page, shown.width, shown.height, starts[page - 1], end, words)


def _words_now(
    reading: Reading, source: Source, row: int, page: int, text: str, words: tuple[PageWord, ...]
) -> Iterator[PageWord]:
    """The words at their offsets in the current text; those that were edited away are left out.

    From the page to the text that came in (lines may have been joined), then through corrections.
    """
    file, connection = reading.file, reading.connection
    revisions = revision_nodes(file, connection, row)
    current = reading.row(source_text(reading, source).revision)
    nodes = {key: each.node for key, each in revisions.items()}
    root = path_from_root(nodes, current or 0)[0]
    whole, layout = text_of_revision(file, connection, revisions, root)
    starts = layout.page_starts
    if page > len(starts):
        return
    begin = starts[page - 1]
    came = whole[begin : starts[page] if page < len(starts) else len(whole)]
    joined = (
        [] if came.startswith(text) else [e.lengths for e in edits_between(text, came.rstrip())]
    )
    carrier = SpanCarrier(file, connection)
    for word in words:
        start, end = word.start_char, word.end_char
        if joined:
            start, end, standing = carry_span(start, end, joined)
            if standing == "lost":
                continue
        carried = carrier.span(row, root, begin + start, begin + end)
        if carried.standing != "lost":
            yield word._replace(start_char=carried.start_char, end_char=carried.end_char)


def keep_original(
    session: Session, source: str, file: Path | bytes, name: str | None = None
) -> Recorded | None:
    """Keep the file that a source was read from; refused where it is another, or held names."""
    called = name or (file.name if isinstance(file, Path) else "The file")
    data = file_bytes(called, file) if isinstance(file, Path) else file

    def decide(reading: Reading) -> Draft | None:
        found = find_source(reading, source)
        if found.original is not None:
            return None
        if blob_hash(data) != found.file_hash:
            raise MistakeOfUse(
                f"“{called}” is not the file that “{found.name}” was read from.",
                slug="another-file",
                hint="Name the very file that was imported; an edited one has other words.",
            )
        if any(each.replaced for each in reading.all(Revision) if each.source == found.id):
            raise MistakeOfUse(
                "The original file holds the very words that were replaced when it came in.",
                slug="original-holds-names",
                hint="Keep it apart from the study.",
            )
        change = changed(Source, found.id, original=blob_hash(data))
        return Draft(
            "source.original_kept", {"source": found.id}, (change,), {blob_hash(data): data}
        )

    return session.record(decide)
