"""A Word manuscript held against a study, and told in the margin of a copy."""

from __future__ import annotations

import io
import re
import zipfile

import docx
import pytest

from crosscase.errors import Conflict, NotFound, UnreadableFile
from crosscase.formats.docx import read_docx
from crosscase.study import Study
from crosscase.study_manuscripts.checked_items import ManuscriptCheck
from tests.manuscripts.making import (
    comments_of,
    docx_of,
    entries,
    part_of,
    replaced_part,
    texts_of,
)

RESULTS = '<w:p><w:pPr><w:pStyle w:val="H1"/></w:pPr><w:r><w:t>Results</w:t></w:r></w:p>'
# One sentence as Word keeps it after a while: in pieces, with marks of spelling and of changes.
PIECES = (
    '<w:p w:rsidR="00A1"><w:r w:rsidR="00A1"><w:rPr><w:b/></w:rPr><w:t>Ev</w:t></w:r>'
    '<w:proofErr w:type="spellStart"/><w:r><w:t xml:space="preserve">erybody, </w:t></w:r>'
    '<w:ins w:id="7" w:author="Bo"><w:r><w:t xml:space="preserve">7 of 7</w:t></w:r></w:ins>'
    '<w:del w:id="8" w:author="Bo"><w:r><w:delText>9 of 9</w:delText></w:r></w:del>'
    '<w:smartTag w:element="x"><w:r><w:t xml:space="preserve">, spoke of the closing </w:t></w:r>'
    "</w:smartTag><w:r><w:t>[F1].</w:t></w:r></w:p>"
)


def _paragraph(text: str, style: str = "") -> str:
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{look}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def _check(study: Study, data: bytes, name: str = "paper.docx") -> ManuscriptCheck:
    return study.manuscripts.check(data, name=name)


def test_ids_are_read_through_split_runs_and_tracked_changes(told: Study) -> None:
    found = _check(told, docx_of(RESULTS + PIECES))
    assert [(each.finding, each.standing) for each in found.items] == [("F1", "supported")]
    assert not found.failed(strict=True)


def test_what_changed_differs_or_is_bare_stands_in_the_margin_of_a_copy(study: Study) -> None:
    frame = study.codings.frame(text=False)
    study.codings.remove(
        frame.filter((frame["code"] == "Hurt") & (frame["source"] == "n1.txt"))["coding"]
    )
    data = docx_of(
        RESULTS
        + _paragraph("It hurt 6 of 7 {F2}. Nine came. One said “It hurt us both, I think”.")
        + _paragraph("It hurt nobody, I think. (Leader, North)", "Q")
    )
    found = _check(study, data)
    assert found.failed() and found.document is not None
    comments = comments_of(found.document)
    assert [each.split(" | ")[0] for each in comments] == [
        "Changed. F2: was 6 of 7, now 5 of 7 participants", "6 of 7 is now 5 of 7",
        "No check covers “Nine”", "One word differs from the transcript: "
        "“both” for “all”", "One person behind this attribution (Leader, North)",
    ]  # fmt: skip
    assert texts_of(found.document) == texts_of(data)
    assert read_docx(found.document, "x").text == read_docx(data, "x").text


def test_the_text_tracked_changes_and_other_parts_stay_as_they_are(told: Study) -> None:
    data = docx_of(RESULTS + PIECES.replace("7 of 7", "12 of 12"))
    copy = _check(told, data).document
    assert copy is not None
    assert texts_of(copy) == texts_of(data)
    assert part_of(copy, "word/media/picture.bin") == part_of(data, "word/media/picture.bin")
    assert part_of(copy, "word/styles.xml").count("<w:style ") == 2
    for piece in ('<w:del w:id="8" w:author="Bo">', '<w:ins w:id="7" w:author="Bo">', "<w:b/>"):
        assert piece in part_of(copy, "word/document.xml")
    # The sign of the comment stands outside of what somebody inserted.
    body = part_of(copy, "word/document.xml")
    assert re.search(r"</w:ins><w:r><w:rPr><w:rStyle w:val=\"CommentReference\"", body)


def test_a_second_check_replaces_our_comments_and_no_others(told: Study) -> None:
    theirs = (
        '<w:comment w:id="4" w:author="Bo" w:initials="B"><w:p><w:r><w:t>See F1</w:t></w:r></w:p>'
        "</w:comment>"
    )
    body = RESULTS + (
        '<w:p><w:commentRangeStart w:id="4"/><w:r><w:t xml:space="preserve">Nine people spoke. '
        '</w:t></w:r><w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r></w:p>'
    )
    first = _check(told, docx_of(body, comments=theirs))
    assert first.document is not None
    assert [each.finding for each in first.items if each.kind == "claim"] == ["F1"]
    assert comments_of(first.document)[0] == "See F1" and len(comments_of(first.document)) == 2
    again = _check(told, first.document, "paper.checked.docx")
    assert again.document is not None
    assert comments_of(again.document) == comments_of(first.document)
    mended = replaced_part(
        first.document, "word/document.xml", lambda text: text.replace("Nine", "Seven")
    )
    last = _check(told, mended).document
    assert last is not None
    assert comments_of(last) == ["See F1"]
    signs = part_of(last, "word/document.xml")
    assert signs.count("commentRangeStart") == signs.count("commentReference w:") == 1


def test_a_comment_of_ours_that_somebody_answered_stays(told: Study) -> None:
    first = _check(told, docx_of(RESULTS + _paragraph("Nine came."))).document
    assert first is not None
    w14, w15 = "http://schemas.microsoft.com/office/word/2010/wordml", "urn:w15"
    answered = replaced_part(
        first, "word/comments.xml",
        lambda text: text.replace("<w:p>", f'<w:p xmlns:w14="{w14}" w14:paraId="AA">', 1),
    )  # fmt: skip
    relation = (
        '<Relationship Id="rId9" Type="http://schemas.microsoft.com/office/2011/relationships/'
        'commentsExtended" Target="commentsExtended.xml"/></Relationships>'
    )
    answered = replaced_part(
        answered, "word/_rels/document.xml.rels",
        lambda text: text.replace("</Relationships>", relation),
    )  # fmt: skip
    with zipfile.ZipFile(made := io.BytesIO(answered), "a") as archive:
        archive.writestr(
            "word/commentsExtended.xml",
            f'<w15:x xmlns:w15="{w15}"><w15:commentEx w15:paraId="BB" w15:paraIdParent="AA"/>'
            "</w15:x>",
        )
    again = _check(told, made.getvalue()).document
    assert again is not None
    assert len(comments_of(again)) == 2


def test_footnotes_and_tables_are_read_and_footnotes_told_at_their_sign(told: Study) -> None:
    notes = (
        '<w:footnote w:id="2"><w:p><w:r><w:t>Of 12 people.</w:t></w:r></w:p></w:footnote>'
        '<w:footnote w:id="3"><w:p><w:r><w:t>Nobody refers to 13.</w:t></w:r></w:p></w:footnote>'
    )
    body = RESULTS + (
        '<w:p><w:r><w:t>They spoke.</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
        f"<w:tbl><w:tr><w:tc>{_paragraph('14 nurses, and 15')}</w:tc></w:tr></w:tbl>"
    )
    found = _check(told, docx_of(body, notes=notes))
    assert [(each.where, each.says) for each in found.items] == [
        ("paragraph 3", "no check covers 2 numbers in this table"),
        ("footnote 1", "no check covers “12”"),
    ]  # fmt: skip
    assert found.document is not None and len(comments_of(found.document)) == 2


def test_a_deleted_paragraph_mark_runs_on_and_moved_words_count_once(told: Study) -> None:
    body = RESULTS + (
        '<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">Everybody, '
        "</w:t></w:r></w:p><w:p><w:moveFrom><w:r><w:t>9</w:t></w:r></w:moveFrom><w:moveTo><w:r>"
        "<w:t>7</w:t></w:r></w:moveTo><w:r><w:t> of 7, spoke [F1].</w:t></w:r></w:p>"
    )
    found = _check(told, docx_of(body))
    assert [each.standing for each in found.items] == ["supported"]
    assert found.items[0].words.startswith("Everybody, 7 of 7, spoke")


def test_a_linked_sentence_is_found_by_its_bookmark_after_it_was_reworded(study: Study) -> None:
    data = docx_of(RESULTS + _paragraph("First. All 7 of 7 people spoke of the closing. Last."))
    linked = study.manuscripts.link(data, "F1", sentence="spoke of the closing", name="paper.docx")
    assert linked.claim.place == {"sentence": 2, "of": 3}
    assert linked.document is not None
    body = part_of(linked.document, "word/document.xml")
    assert 'w:name="crosscase_F1"' in body and texts_of(linked.document) == texts_of(data)
    reworded = replaced_part(
        linked.document, "word/document.xml",
        lambda text: text.replace("All 7 of 7 people spoke of the closing.", "It came up always."),
    )  # fmt: skip
    found = _check(study, reworded)
    assert [(each.finding, each.words) for each in found.items] == [("F1", "It came up always.")]


def test_a_sentence_that_was_deleted_takes_its_id_with_it(told: Study) -> None:
    body = RESULTS + (
        "<w:p><w:r><w:t>It was May. </w:t></w:r>"
        '<w:bookmarkStart w:id="1" w:name="crosscase_F1"/><w:del w:id="2"><w:r><w:delText>All '
        'did.</w:delText></w:r></w:del><w:bookmarkEnd w:id="1"/><w:r><w:t>They came.</w:t></w:r>'
        '<w:bookmarkStart w:id="3" w:name="crosscase_F2__2"/><w:bookmarkEnd w:id="3"/></w:p>'
    )
    found = _check(told, docx_of(body))
    assert [(each.finding, each.words) for each in found.items] == [("F2", "They came.")]


def test_ids_and_comments_survive_a_program_that_writes_the_document_anew(study: Study) -> None:
    data = docx_of(RESULTS + _paragraph("First. All 9 of 9 people spoke of the closing. Last."))
    linked = study.manuscripts.link(data, "F1", number=2, name="paper.docx").document
    assert linked is not None
    checked = _check(study, linked).document
    assert checked is not None
    saved = io.BytesIO()
    opened = docx.Document(io.BytesIO(checked))
    opened.paragraphs[1].runs[0].text = "Before this, first. "
    opened.add_paragraph("And more.")
    opened.save(saved)
    again = _check(study, saved.getvalue(), "paper.checked.docx")
    claim = next(each for each in again.items if each.kind == "claim")
    assert (claim.finding, claim.words) == ("F1", "All 9 of 9 people spoke of the closing.")
    assert again.document is not None
    assert comments_of(again.document) == comments_of(checked)


def test_without_ids_a_linked_sentence_is_found_by_its_likeness_or_told_lost(study: Study) -> None:
    data = docx_of(RESULTS + _paragraph("All 7 of 7 people spoke of the closing. It was May."))
    study.manuscripts.link(data, "F1", number=1, name="paper.docx")
    reworded = docx_of(
        RESULTS + _paragraph("It was May. Of the people, all 9 of 9 spoke of the closing.")
    )
    found = _check(study, reworded, "paper v2.docx")
    claim = next(each for each in found.items if each.kind == "claim")
    assert (claim.finding, claim.words[:13]) == ("F1", "Of the people")
    assert "were looked for" in found.notes[0]
    other = _check(study, docx_of(RESULTS + _paragraph("Something else was written here.")))
    (lost,) = entries(other)
    assert "is not found again" in lost.says and lost.hint is not None


def test_a_sentence_to_link_is_named_so_that_it_is_one(study: Study) -> None:
    data = docx_of(RESULTS + _paragraph("All of them spoke. None of them spoke."))
    with pytest.raises(Conflict, match="2 sentences"):
        study.manuscripts.link(data, "F1", sentence="of them spoke", name="paper.docx")
    with pytest.raises(NotFound):
        study.manuscripts.link(data, "F1", sentence="Never written at all", name="paper.docx")
    with pytest.raises(NotFound):
        study.manuscripts.link(data, "F1", number=9, name="paper.docx")


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 no", docx_of("<w:p>")[:400]])
def test_damaged_documents_are_refused_with_a_way_out(told: Study, data: bytes) -> None:
    with pytest.raises(UnreadableFile) as caught:
        _check(told, data)
    assert caught.value.hint


def test_entities_and_outside_relations_do_no_harm(told: Study) -> None:
    data = docx_of(RESULTS)
    bomb = replaced_part(
        data, "word/document.xml", lambda text: f'<!DOCTYPE x [<!ENTITY a "b">]>{text}'
    )
    with pytest.raises(UnreadableFile):
        _check(told, bomb)
    outside = replaced_part(
        data, "word/_rels/document.xml.rels",
        lambda text: text.replace(
            "</Relationships>",
            '<Relationship Id="rIdX" TargetMode="External" Target="http://example.org/comments"'
            ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"/>'
            "</Relationships>",
        ),
    )  # fmt: skip
    assert _check(told, outside).items == ()


def test_an_encrypted_document_is_told_as_such(told: Study) -> None:
    locked = bytes.fromhex("D0CF11E0A1B11AE1") + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(UnreadableFile, match=r"“paper\.docx” is encrypted\."):
        told.manuscripts.check(locked, name="paper.docx")
