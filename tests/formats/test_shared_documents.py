"""Real PDFs beside the repository, where they are there."""

from __future__ import annotations

from pathlib import Path

import pytest

from crosscase.errors import UnreadableFile
from crosscase.formats.document import Document
from crosscase.formats.reading import read_document

pytestmark = pytest.mark.shared


def _read(path: Path) -> Document | UnreadableFile:
    try:
        return read_document(path.read_bytes(), path.name)
    except UnreadableFile as error:
        return error


def test_government_reports_are_read_or_need_ocr(shared_data: Path) -> None:
    """Of the reports, those with a text layer are read by page; the scan asks for OCR."""
    files = sorted((shared_data / "corpora" / "policy_reports_pdf").glob("*.pdf"))
    if not files:
        pytest.skip("needs ../shared/data/corpora/policy_reports_pdf")
    results = [_read(path) for path in files]
    refused = [result.slug for result in results if isinstance(result, UnreadableFile)]
    assert refused == ["no-text-layer"]
    for document in results:
        if isinstance(document, Document):
            assert len(document.text) > 10_000
            assert list(document.page_starts) == sorted(document.page_starts)
            assert "\ufffe" not in document.text
