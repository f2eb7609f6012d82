"""The file of a picture, PDF or recording inside a project, read as far as its places need it."""

from __future__ import annotations

import hashlib
from functools import cached_property

from crosscase.errors import CrosscaseError
from crosscase.exchange.refi_plan import ImportPlan
from crosscase.formats.document import Document
from crosscase.formats.pdf import read_pdf
from crosscase.formats.pdf_pages import read_pdf_page
from crosscase.formats.pictures import picture_of
from crosscase.formats.refi_qda.offsets import infer_page_base
from crosscase.formats.refi_qda.package import is_external
from crosscase.formats.refi_qda.records import FileSource
from crosscase.model.regions import PICTURE_TEXT

__all__ = ["SourceFile", "read_source_file"]

# These are known to count so, always.
_FROM_0 = ("qualcoder", "crosscase", "atlas", "maxqda")
_NAMED = {"PictureSource": "picture", "PDFSource": "pdf"}


class SourceFile:
    """A file of a source: its bytes (None: they are not to be had) and its words."""

    def __init__(
        self, source: FileSource, data: bytes | None, document: Document, page_base: int
    ) -> None:
        self.data, self.document, self.page_base = data, document, page_base
        self._source = source
        self._sizes: dict[int, tuple[float, float] | None] = {}

    @cached_property
    def sha256(self) -> str | None:
        """The hash of its bytes."""
        return None if self.data is None else hashlib.sha256(self.data).hexdigest()

    def size(self, page: int) -> tuple[float, float] | None:
        """The width and height of a page (from 1) or of a picture (page 0); None if unknown."""
        if page not in self._sizes:
            self._sizes[page] = self._read_size(page)
        return self._sizes[page]

    def _read_size(self, page: int) -> tuple[float, float] | None:
        name = self._source.name or "The file"
        if self.data is None:
            return None
        try:
            if self._source.kind == "PictureSource":
                picture = picture_of(self.data, name)
                return float(picture.width), float(picture.height)
            read = read_pdf_page(self.data, name, page)
            return read.width, read.height
        except CrosscaseError:
            return None


def read_source_file(plan: ImportPlan, source: FileSource) -> SourceFile:
    """The file of a source, if it is inside the project and can be read."""
    format_ = _NAMED.get(source.kind, source.kind.removesuffix("Source").casefold())
    empty = Document(PICTURE_TEXT if format_ == "picture" else "", format_)
    data = plan.package.find(source.path)
    if data is None:
        _tell_missing(plan, source)
        return SourceFile(source, None, empty, 0)
    try:
        if format_ == "picture":
            picture_of(data, source.name or "The picture")
        document = read_pdf(data, source.name or "The PDF") if format_ == "pdf" else empty
    except CrosscaseError:
        plan.ledger.find("file-unreadable", "A file of the project cannot be read.")
        return SourceFile(source, None, empty, 0)
    return SourceFile(source, data, document, _page_base(plan, source, document))


def _page_base(plan: ImportPlan, source: FileSource, document: Document) -> int:
    pages = [each.place[0] for each in source.selections if each.place]
    if source.kind != "PDFSource" or not pages:
        return 0
    base, sure = infer_page_base(pages, len(document.page_starts) or None)
    if not sure and not (plan.project.origin or "").casefold().startswith(_FROM_0):
        plan.ledger.notes.append(
            "Nothing tells whether the pages of a PDF are counted from 0 or from 1; they were "
            "taken to be counted from 0: look over its areas."
        )
    return base


def _tell_missing(plan: ImportPlan, source: FileSource) -> None:
    if source.path is not None and is_external(source.path):
        plan.ledger.outside.append(source.path)
        plan.ledger.find("file-outside", "A file lies outside the project; it was not opened.")
    else:
        plan.ledger.find("file-missing", "A file that the project names is not inside it.")
