"""Codebooks as tables, YAML and outlines."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscase.errors import CrosscaseError, MistakeOfUse, UnreadableFile
from crosscase.formats.codebook_entries import FIELDS, joined_path, split_path
from crosscase.formats.codebook_files import (
    CodebookEntry,
    in_tree_order,
    read_codebook,
    write_codebook,
)

NAMES = {"csv": "a.csv", "xlsx": "a.xlsx", "yaml": "a.yaml", "markdown": "a.md"}
TRICKY = [
    *("A > B", "a: b", "*Includes*", "**x**", "- item", "1. one", "# head", "no", "null", "~"),
    *("x\\", "a\\>b", "<br>", "=1+1", '"q"', "_i_: x", "codes", "children", "é漢😀", "a: ", "[x]"),
]
CHARACTERS = st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"])
NAME = (st.sampled_from(TRICKY) | st.text(CHARACTERS, min_size=1, max_size=8)).filter(str.strip)
TEXT = st.none() | st.sampled_from(TRICKY) | st.text(CHARACTERS | st.just("\n"), max_size=12)


@st.composite
def codebooks(draw: st.DrawFn) -> tuple[CodebookEntry, ...]:
    """Trees of codes whose names and texts try what each format finds special."""
    entries: dict[tuple[str, ...], CodebookEntry] = {}
    for _ in range(draw(st.integers(1, 6))):
        above = draw(st.sampled_from([(), *entries]))
        texts = {field: draw(TEXT) for field in draw(st.sets(st.sampled_from(FIELDS)))}
        entry = CodebookEntry((*above, draw(NAME)), **texts)
        entries.setdefault(entry.path, entry)
    return in_tree_order(entries.values())


@pytest.mark.parametrize("format", ["csv", "yaml", "markdown"])
@given(codebooks())
def test_a_codebook_that_was_written_reads_back(
    format: str, entries: tuple[CodebookEntry, ...]
) -> None:
    """Every name, text and place survives, whatever signs they hold."""
    assert read_codebook(write_codebook(entries, format), NAMES[format]) == entries


@settings(max_examples=15)
@given(codebooks())
def test_a_codebook_in_a_spreadsheet_reads_back(entries: tuple[CodebookEntry, ...]) -> None:
    """The same for xlsx."""
    assert read_codebook(write_codebook(entries, "xlsx"), "a.xlsx") == entries


@given(st.lists(NAME, min_size=1, max_size=4))
def test_a_written_path_splits_into_its_names(names: list[str]) -> None:
    """Names may hold the sign that parts them."""
    path = CodebookEntry(tuple(names)).path
    assert split_path(joined_path(path)) == path


def _paths(text: str, name: str) -> list[str]:
    return [" > ".join(entry.path) for entry in read_codebook(text.encode(), name)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("code,parent\nCost,Access\nAccess,\nFares,Access > Cost\nTrust,\n", "a.csv"),
        ("code,parent\nFares,Cost\nCost,Access\nAccess,\nTrust,\n", "a.csv"),
        ("path\nAccess\nAccess > Cost\nAccess > Cost > Fares\nTrust\n", "a.csv"),
        ("Name;Parent\nAccess;\nCost;Access\nFares;Cost\nTrust;\n", "a.csv"),
        ("Access:\n  children:\n    Cost:\n      children: [Fares]\nTrust:\n", "a.yaml"),
        ("- code: Access\n  children:\n  - Cost: {children: [Fares]}\n- Trust\n", "a.yml"),
        (
            "codes:\n- name: Access\n- {code: Cost, parent: Access, children: [Fares]}\n- Trust",
            "a.yaml",
        ),
        ('{"Access": {"children": {"Cost": {"children": ["Fares"]}}}, "Trust": null}', "a.json"),
        ("- Access\n  - Cost\n    - Fares\n- Trust\n", "a.md"),
        ("1. Access\n   * Cost\n\t\t* Fares\n2. Trust\n", "a.md"),
        ("# Codebook\n\n## Access\n### Cost\n- Fares\n\n## Trust\n", "a.md"),
    ],
)
def test_one_tree_in_many_writings(text: str, name: str) -> None:
    """The ways people write a small tree all give that tree."""
    assert _paths(text, name) == ["Access", "Access > Cost", "Access > Cost > Fares", "Trust"]


def test_an_outline_gives_definitions_and_fields() -> None:
    """Words after the colon define; italic labels are fields; lines may go on below."""
    text = (
        "# Trust\n\nWhat people\nrely on.\n\nMore.\n\n- *Includes*: staff,\n  nurses\n"
        "- **Peers**: friends: near\n  - __Origin:__ inductive\n"
    )
    trust, peers = read_codebook(text.encode(), "a.md")
    assert trust.texts() == {
        "definition": "What people rely on.\nMore.",
        "includes": "staff, nurses",
    }
    assert peers == CodebookEntry(("Trust", "Peers"), "friends: near", origin="inductive")


def test_other_columns_and_usual_names_are_understood() -> None:
    """Description and color are taken as definition and colour; other columns passed over."""
    (entry,) = read_codebook(b"Name,Description,Color,Files\nTrust,relying,#fff,12\n", "a.csv")
    assert entry == CodebookEntry(("Trust",), "relying", colour="#fff")


@pytest.mark.parametrize(
    ("text", "slug", "words"),
    [
        ("code,parent\nA,B\nB,A\n", "circle-of-parents", ["“A” (line 2)", "“B” (line 3)"]),
        ("code,parent\nA,A\n", "circle-of-parents", ["“A” (line 2)"]),
        (
            "code,parent\nX,\nA,C\nB,A\nC,B\nD,A\n",
            "circle-of-parents",
            ["line 3", "line 4", "line 5"],
        ),
        ("code,parent\nA,\nA,\n", "code-twice", ["“A”", "line 2", "line 3"]),
        ("path\nA\nA > B\nA > B\n", "code-twice", ["“A > B”", "line 3", "line 4"]),
        ("code,parent\nA,Z\n", "unknown-parent", ["“Z”", "“A” (line 2)"]),
        ("path\nA > B\n", "unknown-parent", ["“A”", "“B” (line 2)"]),
        ("code,parent\nA,\nB,\nX,A\nX,B\nY,X\n", "unclear-parent", ["“A > X”", "“B > X”"]),
        ("code,definition\n,words\n", "nameless-code", ["Line 2"]),
        ("theme\nA\n", "no-code-column", ["“code”"]),
    ],
)
def test_mistakes_name_the_codes_and_lines(text: str, slug: str, words: list[str]) -> None:
    """Circles, doubles and unknown parents are refused with what to look at."""
    with pytest.raises(MistakeOfUse) as caught:
        read_codebook(text.encode(), "a.csv")
    assert caught.value.slug == slug
    assert all(word in caught.value.sentence for word in words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a: &x [b]\nc: *x\n", "alias"),
        ("[" * 3000, "too deeply"),
        ("a: [b\n", "YAML"),
        ("a: 1\n---\nb: 2\n", "second document"),
        ("? [a]\n: b\n", "not a plain text"),
        ("- code: A\n  definition: {x: y}\n", "not a text"),
    ],
)
def test_yaml_that_is_no_codebook_is_refused(text: str, words: str) -> None:
    """Aliases, endless nesting and broken YAML are refused with their line."""
    with pytest.raises(UnreadableFile, match=words) as caught:
        read_codebook(text.encode(), "a.yaml")
    assert "line" in caught.value.sentence


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("A: x\nA: y\n", "code-twice"),
        ("A:\n  children:\n  - {code: B, parent: A}\n", "unclear-parent"),
        ("[]\n", "no-codes"),
    ],
)
def test_mistakes_in_yaml_are_named(text: str, slug: str) -> None:
    """A name that stands twice, a parent said twice, and a file without codes."""
    with pytest.raises(MistakeOfUse) as caught:
        read_codebook(text.encode(), "a.yaml")
    assert caught.value.slug == slug


def test_a_codebook_cannot_be_written_with_holes() -> None:
    """A code whose parent is missing, a path twice, and an unknown format are refused."""
    one = CodebookEntry(("A",))
    for entries, format in (
        ([CodebookEntry(("A", "B"))], "csv"),
        ([one, one], "csv"),
        ([one], "x"),
    ):
        with pytest.raises(MistakeOfUse):
            write_codebook(entries, format)


def test_texts_of_an_entry_are_trimmed() -> None:
    """Blank texts are none; line ends are line feeds; names stand on one line."""
    entry = CodebookEntry((" A\r\nB ",), " x\r\ny ", includes=" ")
    assert entry == CodebookEntry(("A B",), "x\ny")
    with pytest.raises(MistakeOfUse):
        CodebookEntry((" ",))


@pytest.mark.parametrize("name", NAMES.values())
@given(st.binary(max_size=60) | st.text("- *#:>\n[]{}&ab\\,\"'", max_size=40).map(str.encode))
def test_no_bytes_break_the_reading_of_codebooks(name: str, data: bytes) -> None:
    """Whatever comes is read or refused with a sentence."""
    try:
        read_codebook(data, name)
    except CrosscaseError as error:
        assert error.sentence.endswith(".")
