"""Documents over HTTP: every view as a Word file, and matrices as tables."""

from __future__ import annotations

from io import BytesIO
from urllib.parse import quote

import docx
import pytest
from fastapi.testclient import TestClient

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def a_source(browser: TestClient, name: str) -> str:
    """The id of a source."""
    items = browser.get("/api/sources").json()["items"]
    return str(next(each["id"] for each in items if each["name"] == name))


def words_of(content: bytes) -> str:
    """All words of a document, its tables too."""
    document = docx.Document(BytesIO(content))
    cells = [c.text for table in document.tables for row in table.rows for c in row.cells]
    return "\n".join([*(each.text for each in document.paragraphs), *cells])


@pytest.mark.parametrize(
    ("view", "holds"),
    [
        ("codebook.docx", "Readiness to rely on somebody"),
        ("matrix.docx", "Northam"),
        ("matrix.docx?rows=codes:all&columns=sources&count=passages", "Trust"),
        ("sources.docx", "P01.txt"),
        ("cases.docx", "Director"),
        ("cases.docx?kind=site", "Southam"),
        ("memos.docx", "They speak of it as of weather."),
        ("memos.docx?kind=methodological", "Ask later."),
        ("passages.docx?q=telephone", "who picks up the telephone"),
        ("history.docx", "A small study"),
        ("home.docx", "Relationships"),
        ("fieldwork.docx?today=2026-03-01", "No consent is recorded."),
        ("recruitment.docx", "Community"),
    ],
)
def test_every_view_is_a_word_file(browser: TestClient, view: str, holds: str) -> None:
    """Each answer opens as a Word document and holds what the view shows."""
    answer = browser.get(f"/api/documents/{view}")
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == WORD
    assert holds in words_of(answer.content)


def test_a_file_is_called_after_the_study_and_the_view(browser: TestClient) -> None:
    """Browsers save it under a name that says what it is, in any script."""
    answer = browser.get("/api/documents/codebook.docx")
    assert answer.headers["content-disposition"] == (
        'attachment; filename="A small study - Codebook.docx"; '
        f"filename*=UTF-8''{quote('A small study - Codebook.docx')}"
    )
    browser.patch("/api/study", json={"title": "Vertrauen: Ämter/“Nähe”"})
    named = browser.get("/api/documents/codebook.docx").headers["content-disposition"]
    assert named.endswith(quote("Vertrauen Ämter “Nähe” - Codebook.docx"))


def test_a_transcript_has_its_codings_in_the_margin(browser: TestClient) -> None:
    """Every coding is a comment by its coder; some coders can be asked for."""
    source = a_source(browser, "P02.txt")
    whole = browser.get("/api/documents/transcript.docx", params={"source": source})
    comments = list(docx.Document(BytesIO(whole.content)).comments)
    assert sorted((each.author, each.text) for each in comments) == [
        ("Ama", "Meetings"),
        ("Ama", "Relationships > Trust"),
        ("Ben", "Relationships > Trust"),
    ]
    ama = browser.get("/api/study").json()["person_id"]
    coders = browser.get(f"/api/sources/{source}/codings").json()["coders"]
    (ben,) = [each for each in coders if each != ama]
    some = browser.get("/api/documents/transcript.docx", params={"source": source, "coders": ben})
    assert [each.author for each in docx.Document(BytesIO(some.content)).comments] == ["Ben"]


def test_a_matrix_is_a_spreadsheet_and_a_table_too(browser: TestClient) -> None:
    """The renderings of a matrix come as files."""
    table = browser.get("/api/documents/matrix.csv")
    assert table.headers["content-type"] == "text/csv; charset=utf-8"
    assert "Northam" in table.content.decode("utf-8-sig")
    book = browser.get("/api/documents/matrix.xlsx")
    assert book.content.startswith(b"PK")
    assert 'filename="A small study - matrix.xlsx"' in book.headers["content-disposition"]


def test_a_document_that_is_known_already_is_not_made_again(browser: TestClient) -> None:
    """The same question with the answer's ETag gives 304."""
    first = browser.get("/api/documents/codebook.docx")
    known = {"If-None-Match": first.headers["etag"]}
    assert browser.get("/api/documents/codebook.docx", headers=known).status_code == 304


def test_a_document_can_show_the_study_as_it_was(browser: TestClient) -> None:
    """As of heads before a change it shows what stood then, says so, and names who exports."""
    before = browser.get("/api/study").json()["heads"]
    browser.patch("/api/study", json={"title": "Another title"})
    then = browser.get("/api/documents/sources.docx", params={"as_of": before})
    document = docx.Document(BytesIO(then.content))
    assert document.core_properties.subject == "A small study"
    assert document.core_properties.author == "Ama"
    assert f"as of {before}" in document.sections[0].footer.paragraphs[0].text


@pytest.mark.parametrize(
    ("view", "status", "slug"),
    [
        ("passages.docx", 400, "which-passages"),
        ("passages.docx?q=code:Nowhere", 404, None),
        ("transcript.docx", 422, "unreadable-request"),
        ("transcript.docx?source=00000000-0000-7000-8000-000000000000", 404, None),
        ("matrix.docx?rows=nothing", 404, "dimension-not-found"),
        ("matrix.csv?count=apples", 400, "unknown-count"),
    ],
)
def test_what_cannot_be_shown_is_said_in_a_sentence(
    browser: TestClient, view: str, status: int, slug: str | None
) -> None:
    """Slips are answered as everywhere, never with half a file."""
    answer = browser.get(f"/api/documents/{view}")
    assert answer.status_code == status
    assert answer.json()["error"]["sentence"]
    assert slug is None or answer.json()["error"]["slug"] == slug
