"""A Markdown manuscript as a document: filled in, numbered, closed to injection and network."""

from __future__ import annotations

import base64
import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from crosscase.errors import Conflict, MistakeOfUse
from crosscase.formats.docx import read_docx
from crosscase.study import Study
from crosscase.study_manuscripts.rendering import Rendered
from tests.manuscripts.making import PAPER, make_told, part_of, replaced_part

HOSTILE = (
    '<script>alert(1)</script> #eval("1") $x^2$ *b* _i_ `c` \\input{/etc/passwd} '
    "[l](javascript:a) ![p](http://example.org/p.png) @tbl-x {{F1}} </w:t> ]] `=html` &lt;"
)
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010804000000b51c0c020000000b4944415478da6364f8"
    "0f00010501012718e3660000000049454e44ae426082"
)


def _render(study: Study, text: str, to: str = "html", **more: object) -> Rendered:
    return study.manuscripts.render(text.encode(), to, name="paper.md", **more)  # type: ignore[arg-type]


def _html(study: Study, text: str, **more: object) -> str:
    return _render(study, text, "html", **more).data.decode()


def _pdf_text(data: bytes) -> str:
    pages = pypdfium2.PdfDocument(data)
    return " ".join(page.get_textpage().get_text_bounded() for page in pages)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Study]:
    """A study in which a quote, a code and a statement are all markup of every kind."""
    folder = tmp_path_factory.mktemp("hostile")
    with make_told(folder) as study:
        text = f"Interviewer: So?\n\nP09: {HOSTILE}\n\nInterviewer: Yes?\n\nP09: Bye.\n"
        (folder / "x.txt").write_text(text, encoding="utf-8")
        study.sources.add(folder / "x.txt")
        study.speakers.link("x.txt", "P09", "Nurse 1")
        study.codes.add("<b #let $a$ *c*")
        study.codings.add("x.txt", "<b #let $a$ *c*", quote=HOSTILE[:60])
        study.quotes.choose("x.txt", quote=HOSTILE, words=HOSTILE, name="X1")
        study.findings.add(HOSTILE, name="X", checks=["participants(code:Closing) = 7"])
        yield study


def test_values_claims_and_quotes_are_filled_in(told: Study) -> None:
    page = _html(told, PAPER)
    said = " ".join(re.sub(r"<[^>]+>", " ", page.partition("<body>")[2]).split())
    assert "Everybody spoke of the closing: 7 of 7 people." in said
    assert "Six people, 6 of 7, said that it hurt. They came from seven talks." in said
    assert "It hurt us all, I think." in said and "— Nurse" in said
    assert "{{" not in page and "xcc0q" not in page


def test_a_quote_within_a_line_and_within_a_block_quote_is_attributed_too(told: Study) -> None:
    page = _html(told, "So {{quote Q1}}, then.\n\n> {{quote Q1}}\n")
    assert "So “It hurt us all, I think.” (Nurse" in page
    assert page.count("<blockquote>") == 1


def test_a_label_that_would_tell_who_spoke_is_not_printed(told: Study) -> None:
    page = _html(told, "{{quote Q2}}\n")
    assert "It hurt nobody" in page and "Leader, North" not in page


def test_where_the_policy_refuses_what_tells_nothing_is_written(study: Study) -> None:
    study.quotes.change("Q2", words="It hurt nobody, I think.")
    study.sources.describe("boss.txt", quotable=False)
    assert "is printed without a label" in _render(study, "{{quote Q2}}\n").warnings[0]
    study.disclosure.set_policy({"exports": "refuse"})
    with pytest.raises(Conflict, match="Q2"):
        _render(study, "{{quote Q2}}\n")


def test_tables_and_figures_are_numbered_and_referred_to(told: Study) -> None:
    text = (
        "See @tbl-a, Table @tbl-b and [@tbl-a; @tbl-b].\n\n"
        "{{table matrix rows=codes columns=sites caption='Who said what' #tbl-a}}\n\n"
        "| x | y |\n|---|--:|\n| 1 | 2 |\n\n: Mine {#tbl-b}\n"
    )
    page = _html(told, text)
    assert "<strong>Table\u00a01.</strong> Who said what" in page
    assert "<strong>Table\u00a02.</strong> Mine" in page
    said = re.sub(r"<[^>]+>", "", page)
    assert "See Table\u00a01, Table\u00a02 and Table\u00a01, Table\u00a02." in said
    assert 'href="#tbl-a"' in page and 'id="tbl-a"' in page


def test_every_table_that_is_promised_can_be_made(told: Study) -> None:
    from crosscase.study_manuscripts.shown_tables import TABLE_KINDS

    more = {"sample": " columns=role"}
    text = "\n\n".join(f"{{{{table {kind}{more.get(kind, '')}}}}}" for kind in TABLE_KINDS)
    assert _html(told, text).count("<table") == len(TABLE_KINDS)


def test_a_table_of_the_sample_hides_cells_that_would_tell(told: Study) -> None:
    page = _html(told, "{{table sample rows=site columns=role}}\n")
    assert "–" in page and "too few to be printed" in page


def test_references_are_set_from_the_bibliography(told: Study, tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text(
        "@article{smith2019, author={Smith, Jo}, title={Trust}, journal={J}, year={2019}}"
    )
    text = "---\nbibliography: refs.bib\n---\nSo it is [@smith2019; @gone].\n"
    made = _render(told, text, folder=tmp_path)
    assert "(Smith 2019" in re.sub(r"<[^>]+>", "", made.data.decode())
    assert made.warnings == ("4:23: @gone is in no bibliography.",)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("---\nbibliography: gone.bib\n---\nSo.", "paper.md:2:15: There is no file “gone.bib”"),
        ("---\ncsl: paper.md\n---\nSo.", "paper.md:2:6: “paper.md” is no csl."),
        ("A {{participants(code:Nowhere)}}.", "paper.md:1:18: There is no code"),
        ("{{quote Q9}}", "paper.md:1:1: No quote is called Q9."),
        ("A {{table matrix}} here.", "paper.md:1:3: A table is a paragraph of its own."),
        ("{{table matrix rows=nowhere}}", "paper.md:1:1: "),
        ("{{table matrix size=9}}", "paper.md:1:1: The table matrix has no choice “size”."),
        ("See @fig-x.", "paper.md:1:5: @fig-x leads nowhere."),
    ],
)
def test_what_cannot_be_filled_in_is_told_at_its_line_and_column(
    told: Study, tmp_path: Path, text: str, said: str
) -> None:
    with pytest.raises(MistakeOfUse) as caught:
        _render(told, f"{text}\n", folder=tmp_path)
    assert caught.value.sentence.startswith(said) and caught.value.hint


TEXT = (
    "# Results {{participants(code:Closing)}}\n\nHe said {{quote X1}}. [So.]{.claim finding=X}\n\n"
    "{{quote X1}}\n\n{{table matrix}}\n\n{{table findings}}\n"
)


def test_words_of_the_study_never_become_html(hostile: Study) -> None:
    for page in (_html(hostile, TEXT), _html(hostile, TEXT, annotated=True)):
        assert "<script" not in page and "<b #let" not in page
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
        assert "javascript:a" not in re.sub(r">[^<]*<", "><", page)
        assert "<img" not in page and "default-src 'none'" in page
        assert "{{F1}}" in page  # said so, and never read as a mark


def test_no_attribute_that_would_run_stays_in_a_page(told: Study) -> None:
    """Of a heading, code, a table, a picture with words: and it is said how many were left out."""
    runs = '{onclick="alert(1)"}'
    text = f"# Results {runs}\n\n`x`{runs} [y]{runs}\n\n```{runs}\nz\n```\n"
    made = _render(told, text)
    assert b"onclick" not in made.data
    assert made.warnings == ("Left out: 4 pieces of html, LaTeX or script.",)


def test_words_of_the_study_never_become_markup_of_word(hostile: Study) -> None:
    made = _render(hostile, TEXT, "docx").data
    assert HOSTILE.replace("  ", " ") in read_docx(made, "x").text.replace("\n", " ")
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        names = archive.namelist()
        told = archive.read("docProps/custom.xml").decode()
    assert not [each for each in names if "media" in each]
    assert "crosscase-state" in told


def test_words_of_the_study_never_become_code_of_typst(hostile: Study) -> None:
    source = _render(hostile, TEXT, "typst").data.decode()
    assert "\\#eval" in source and "\\$x^2\\$" in source
    said = " ".join(_pdf_text(_render(hostile, TEXT, "pdf").data).split())
    assert '#eval("1") $x^2$ *b* _i_ `c`' in said.replace("“", '"').replace("”", '"')
    assert "<b #let $a$ *c*" in said


def test_markup_in_the_manuscript_itself_is_left_out_and_told(told: Study) -> None:
    text = (
        "---\nkeywords: ['a\")) #panic(1)']\nlang: 'x\"); #panic(2)'\nheader-includes: <b>x</b>\n"
        "---\nA <script>alert(1)</script> \\input{x} [l](javascript:a){onclick=b} "
        "`<i>`{=html} `#panic()`{=typst} <!-- quiet -->.\n"
    )
    for to in ("html", "docx", "pdf"):
        made = _render(told, text, to)
        assert made.warnings[-1].startswith("Left out: ")
    page = _html(told, text)
    assert "<script" not in page and "javascript:" not in page and "onclick" not in page


def test_pictures_are_read_from_the_folder_of_the_manuscript_alone(
    told: Study, tmp_path: Path
) -> None:
    folder = tmp_path / "paper"
    folder.mkdir()
    (folder / "mine.png").write_bytes(PNG)
    (tmp_path / "outside.png").write_bytes(PNG)
    text = (
        "![Mine](mine.png){#fig-m}\n\n![Far](http://example.org/x.png)\n\n![Up](../outside.png)\n\n"
        "![Abs](/etc/passwd)\n\nSee @fig-m.\n"
    )
    made = _render(told, text, folder=folder)
    page = made.data.decode()
    assert page.count("<img") == page.count("data:image/png;base64") == 1
    assert len(made.warnings) == 3 and "[Far]" in page and "example.org" not in page
    assert "Figure\u00a01." in page
    for to in ("docx", "pdf"):
        assert _render(told, "![Mine](mine.png)\n", to, folder=folder).data


def test_an_annotated_page_opens_the_passages_behind_each_claim(told: Study) -> None:
    text = (
        "[All did.]{.claim finding=F1} [And]{.claim check='participants(code:Hurt) = 6'}. "
        "So {{F2}}.\n"
    )
    page = _html(told, text, annotated=True)
    for number in (1, 2, 3):
        assert f'popovertarget="claim-note-{number}"' in page
        assert f'id="claim-note-{number}"' in page
    note = page.partition('id="claim-note-1"')[2].partition("</div>")[0]
    assert "participants(code:Closing) = 7 of 7" in note and "7 of 7 participants" in note
    assert "It hurt us all" in note and "Leader, North" not in note
    assert "Boss" not in page and "P0" not in page  # nobody is named
    with pytest.raises(MistakeOfUse):
        _render(told, text, "docx", annotated=True)


def test_every_document_says_of_which_state_of_the_study_it_is(told: Study) -> None:
    made = _render(told, PAPER)
    assert f'name="crosscase-state" content="{made.state}"' in made.data.decode()
    pdf = pypdfium2.PdfDocument(_render(told, PAPER, "pdf").data)
    assert made.state in pdf.get_metadata_value("Keywords")
    with pytest.raises(MistakeOfUse, match="rendered as"):
        _render(told, PAPER, "odt")


def test_a_rendered_paper_that_is_edited_in_word_is_checked_by_its_ids(told: Study) -> None:
    more = "\nThey were not glad\n{{F3}}, they say.\n\n{{table matrix rows=codes columns=sites}}\n"
    made = _render(told, PAPER + more, "docx").data
    as_it_is = told.manuscripts.check(made, name="paper.docx")
    claims = [each.finding for each in as_it_is.items if each.kind == "claim"]
    assert claims == ["F1", "F2", "F3"]
    assert not as_it_is.failed()
    # Neither the table nor its notes are pointed out, nor the value that carries its check.
    assert not [each for each in as_it_is.items if each.standing == "uncovered"]
    edited = replaced_part(made, "word/document.xml", lambda xml: xml.replace("6 of 7", "5 of 7"))
    found = told.manuscripts.check(edited, name="paper.docx")
    assert [each.says for each in found.items if each.fails] == ["5 of 7 is now 6 of 7"]


def test_a_figure_is_drawn_without_the_title_that_its_caption_says(told: Study) -> None:
    text = (
        "@fig-c shows it.\n\n{{figure cooccurrence codes=codes:all caption='Who meets' #fig-c}}\n"
    )
    page = _html(told, text)
    picture = re.search(r'src="data:image/svg\+xml;base64,([^"]+)"', page)
    assert picture is not None and "<figcaption><strong>Figure\u00a01.</strong> Who meets" in page
    svg = base64.b64decode(picture[1]).decode()
    assert svg.startswith("<svg") and "Closing" in svg
    with zipfile.ZipFile(io.BytesIO(_render(told, text, "docx").data)) as archive:
        assert [name for name in archive.namelist() if name.endswith(".png")]


def test_words_of_somebody_who_withdrew_are_nowhere(study: Study) -> None:
    text = "All did. {{F1}}\n\n{{table matrix}}\n"
    assert "It hurt nobody" in _html(study, text, annotated=True)
    study.withdrawals.withdraw("Boss")
    assert "It hurt nobody" not in _html(study, text, annotated=True)
    with pytest.raises(MistakeOfUse, match="Q2 is hidden: whoever spoke has withdrawn"):
        _render(study, "{{quote Q2}}\n")
    paper = "# Results\n\n“It hurt nobody at all”.\n".encode()
    found = study.manuscripts.check(paper, name="paper.md")
    assert all("I think" not in (each.hint or "") for each in found.items)


def test_quotes_that_are_written_out_go_through_disclosure_control_too(study: Study) -> None:
    text = "“It hurt nobody, I think.” (Leader, North)\n"
    assert _render(study, text).warnings == (
        "1:2: one person behind this attribution (Leader, North)",
    )
    study.disclosure.set_policy({"exports": "refuse"})
    with pytest.raises(Conflict, match="one person behind"):
        _render(study, text)
    study.disclosure.set_policy({"exports": "warn"})
    study.sources.describe("boss.txt", quotable=False)
    assert "may not be printed" in _render(study, "“It hurt nobody, I think.”\n").warnings[0]


def test_the_list_of_references_holds_neither_quotes_nor_numbers_of_ours(
    told: Study, tmp_path: Path
) -> None:
    (tmp_path / "refs.bib").write_text(
        "@article{smith2019, author={Smith, Jo}, title={A title of four words and more},"
        " journal={J}, year={2019}, volume={12}, pages={1--10}}"
    )
    text = (
        "---\nbibliography: refs.bib\nlang: en-GB\n---\n\n# Results\n\nSo it is [@smith2019].\n\n"
        "## References\n\n::: {#refs}\n:::\n\nBrown, 7 of 9. ‘Another title of many words’.\n"
    )
    assert told.manuscripts.check(text.encode(), name="p.md", folder=tmp_path).items == ()
    made = _render(told, text, "docx", folder=tmp_path).data
    assert "A Title of Four Words" in read_docx(made, "x").text
    assert told.manuscripts.check(made, name="p.docx").items == ()


def test_columns_in_word_are_as_wide_as_their_words_and_rows_stay_whole(told: Study) -> None:
    text = (
        "---\nlang: en-GB\n---\n\n| Participantsandmore | n | What it is |\n|---|--:|---|\n"
        "| a | 1 | so it was said and so it was heard |\n\n| x | y |\n|---|---|\n| 1 | 2 |\n"
    )
    body = part_of(_render(told, text, "docx").data, "word/document.xml")
    widths = [int(each) for each in re.findall(r'<w:gridCol w:w="(\d+)"', body)]
    assert widths[2] > widths[0] > 3 * widths[1] and widths[3] == widths[4] < widths[0]
    assert body.count("<w:cantSplit/>") == body.count("<w:tr>") == 4
    assert '<w:pgSz w:w="11906" w:h="16838"/>' in body
    american = _render(told, text.replace("en-GB", "en-US"), "docx").data
    assert "pgSz" not in part_of(american, "word/document.xml")
