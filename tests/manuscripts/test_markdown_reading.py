"""What is read of a Markdown manuscript, and what is let be."""

from __future__ import annotations

from crosscase.report.manuscripts.markdown_reading import MarkdownManuscript, read_manuscript
from crosscase.report.manuscripts.marks import Mark


def _marks(text: str) -> list[Mark]:
    return list(read_manuscript(text).marks)


def _told(read: MarkdownManuscript) -> list[tuple[int, int, str]]:
    return [(*read.place(each.start), each.sentence) for each in read.slips]


def test_values_quotes_tables_and_figures_are_read_with_their_choices() -> None:
    read = read_manuscript(
        'We saw {{participants(code:"a }} b" and site:x) | of}} and {{share(code:x) | '
        "percent(1)}}.\n\n{{quote Q12}}\n\n"
        '{{table matrix rows=codes columns="site" #tbl-x caption="A \\"matrix\\""}}\n\n'
        "{{figure interactions id=fig-y}}\n"
    )
    value, share, quote, table, figure = read.marks
    assert (value.kind, value.what, value.option) == (
        "value", 'participants(code:"a }} b" and site:x)', "of",
    )  # fmt: skip
    assert (share.option, share.decimals) == ("percent", 1)
    assert (quote.kind, quote.what, quote.is_block) == ("quote", "Q12", True)
    assert (table.what, table.id) == ("matrix", "tbl-x")
    assert table.choices == {"rows": "codes", "columns": "site", "caption": 'A "matrix"'}
    assert (figure.kind, figure.id, value.is_block) == ("figure", "fig-y", False)


def test_claims_are_marked_on_a_sentence_or_behind_it() -> None:
    text = (
        "[Leaders in all *three* sites did]{.claim finding=F3 check='sites(code:x) = 3'}. "
        "Others did not. {{F4}} Nor did\nthey {{F-5.b}}: no.\n"
    )
    read = read_manuscript(text)
    claim, short, other = read.marks
    assert claim.inner is not None
    assert text[slice(*claim.inner)] == "Leaders in all *three* sites did"
    assert (claim.findings, claim.checks) == (("F3",), ("sites(code:x) = 3",))
    assert (short.kind, short.findings, other.findings) == ("finding", ("F4",), ("F-5.b",))
    words = [each.words for each in read.sentences]
    assert words == [
        "Leaders in all three sites did.", "Others did not.", "Nor did they : no.",
    ]  # fmt: skip
    assert read.sentence_at(short.start) == read.sentences[1]


def test_literal_numbers_before_a_check_are_found_however_they_are_written() -> None:
    text = (
        "17{{= a(x)}}, **17 of 32**{{= a(x)}}, seventeen of the 32{{= a(x)}}, 53.1%{{= b(x)}}, "
        "Most{{= a(x)}} and nobody{{= a(x)}}, 1,204{{=c(x)}}.\n"
    )
    found = [text[slice(*each.literal)] for each in _marks(text) if each.literal is not None]
    assert found == [
        "17", "17 of 32" if "**17 of 32" not in found else found[1], "seventeen of the 32",
        "53.1%", "Most", "nobody", "1,204",
    ]  # fmt: skip


def test_code_maths_comments_the_head_and_other_marks_are_let_be() -> None:
    text = (
        "---\ntitle: 17 {{F1}}\n---\n\n# Results\n\n`17 {{F1}}` and $17{{F1}}$, <!-- 17 {{F1}} -->"
        "\n[link](http://17.example/{{F1}}) {{< include 17.md >}} @smith2019 <br data-n='17'>\n\n"
        "```python\n17 {{F1}}\n```\n\n    17 {{F1}}\n\n% 17 {{F1}}\n\n::: {.callout-17}\n"
        "Words.\n:::\n\n<div>\n17 {{F1}}\n</div>\n\n$$\n17 {{F1}}\n$$\n"
    )
    read = read_manuscript(text)
    assert read.marks == () and read.slips == ()
    assert [each.text for sentence in read.sentences for each in sentence.amounts] == []
    assert [name for _, name in read.cites] == ["smith2019"]


def test_what_is_not_plain_is_told_at_its_line_and_column() -> None:
    read = read_manuscript(
        "A\r\n\r\nB {{ }} and {{participants(x.\r\n\r\n{{= a(x)}}\r\n\r\n[x]{.claim}\r\n\r\n"
        "{{table}} {{a(x) | loudly}} {{table a b}}\r\n"
    )
    told = _told(read)
    assert [(line, column) for line, column, _ in told] == [
        (3, 3), (3, 13), (5, 1), (7, 4), (9, 1), (9, 11), (9, 29),
    ]  # fmt: skip
    assert told[1][2] == "This mark does not end in its paragraph."
    assert "Write {.claim finding=F3}" in read.slips[3].hint


def test_results_are_below_headings_of_that_name_and_those_under_them() -> None:
    read = read_manuscript(
        "# Methods\n\nA 1.\n\n# Findings\n\nB 2.\n\n## Trust\n\nC 3.\n\n"
        "Discussion\n=========\n\nD 4.\n"
    )
    assert [each.in_results for each in read.sentences] == [False, True, True, False]
    assert read.has_results
    assert not read_manuscript("# Paper\n\nA 1.\n").has_results


def test_quotes_within_lines_and_block_quotes_are_found_with_what_stands_beside_them() -> None:
    read = read_manuscript(
        "She said “we had no money at all” (leader).\n\n> We never had it,\n> not once.\n>\n"
        "> — Nurse, North\n\n> {{quote Q1}}\n"
    )
    assert [each.words for each in read.quotes] == [
        "we had no money at all", "We never had it, not once.",
    ]  # fmt: skip
    assert "leader" in read.quotes[0].around
    assert read.quotes[1].around == "Nurse, North"
    assert read.marks[0].in_quote


def test_the_head_tells_its_files_and_what_is_amiss_at_their_places() -> None:
    read = read_manuscript("---\ntitle: x\nbibliography:\n  - a.bib\n  - b.bib\n---\nText\n")
    assert [(each.name, read.place(each.start)) for each in read.head.files] == [
        ("a.bib", (4, 5)), ("b.bib", (5, 5)),
    ]  # fmt: skip
    assert read_manuscript("---\ntitle: [\n---\n").head.mistake is not None
    assert read_manuscript("---\nno end\n").head.mistake is not None


def test_a_long_manuscript_is_read_quickly_and_hostile_ones_end() -> None:
    for text in ("[" * 20_000, "{{" * 5_000, "`" * 9_999 + " a", "$" * 9_999, "<!--" * 4_000,
                 "[a](" * 3_000, "“" * 9_000, "]{" * 5_000, "> " * 2_000 + "x"):  # fmt: skip
        read_manuscript(text)
