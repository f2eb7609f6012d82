"""A Word manuscript: its paragraphs, footnotes and tables as they read, and the ids in them."""

from __future__ import annotations

import re
import zlib
from bisect import bisect_right
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from crosscase.errors import UnreadableFile
from crosscase.formats.docx import heading_levels, paragraph_level
from crosscase.report.manuscripts.amounts import find_amounts
from crosscase.report.manuscripts.markdown_reading import (
    ProseSentence,
    is_references_heading,
    is_results_heading,
)
from crosscase.report.manuscripts.quotation_marks import find_quotations
from crosscase.report.manuscripts.sentences import (
    HIDDEN,
    MARK,
    QUOTED,
    plain_sentence,
    sentence_spans,
)
from crosscase.report.manuscripts.spoken import QuotedWords, block_quote, find_quoted
from crosscase.report.manuscripts.word_package import WordPackage
from crosscase.report.manuscripts.word_runs import WordParagraph, read_paragraph
from crosscase.report.word_elements import W

__all__ = [
    "BOOKMARK", "OUR_CHECK", "OUR_TABLE", "PlacedParagraph", "WordId", "WordManuscript",
    "in_bookmark", "is_ours", "read_word",
]  # fmt: skip

BOOKMARK = "crosscase_"
"""What the names of our bookmarks begin with: crosscase_F12, crosscase_F12__2."""
OUR_TABLE = "crosscase_table_"
"""What the bookmark round a rendered table is called, with its number behind it."""
OUR_CHECK = "crosscase__check_"
"""What is called so bears a check of the manuscript's own; no finding's name begins with _."""

Way = Literal["bookmark", "id", "comment"]

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_THROUGH = frozenset(
    W + tag for tag in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "tbl", "tr", "tc")
)
_TYPED = re.compile(r"[\[{](?:finding\s+)?(?P<name>[^\W\d_][\w.-]{0,39})[\]}]", re.IGNORECASE)
_LIKE_A_NAME = re.compile(r"F\d{1,4}")
_NUMBERED = re.compile(r"__\d+$")  # the second sentence of one finding
_TROUBLE = (
    *(zlib.error, RecursionError, OSError, LookupError, ValueError, TypeError),
    *(AttributeError, AssertionError, StopIteration),
)


@dataclass(slots=True)
class PlacedParagraph:
    """A paragraph at its place in the whole text.

    ``anchor`` is the paragraph of the body that leads to it, for what no comment can stand in: a
    footnote or a box. ``table`` is the number of its table, and ``is_ours`` says that it stands in
    a table that was rendered of the study.
    """

    start: int
    text: str
    paragraph: WordParagraph
    level: int | None
    in_results: bool = False
    anchor: tuple[WordParagraph, int] | None = None
    where: str = ""
    table: int = 0
    is_ours: bool = False
    is_reference: bool = False


@dataclass(frozen=True, slots=True)
class WordId:
    """The name of a finding that a sentence bears, and how it bears it."""

    name: str
    at: int
    way: Way


@dataclass(slots=True)
class WordManuscript:
    """What was read of a Word document; its text is as if all tracked changes were accepted."""

    package: WordPackage
    paragraphs: list[PlacedParagraph]
    text: str
    shown: str
    sentences: tuple[ProseSentence, ...] = ()
    quotes: tuple[QuotedWords, ...] = ()
    ids: tuple[WordId, ...] = ()
    has_results: bool = False
    _starts: list[int] = field(default_factory=list)

    def paragraph_at(self, at: int) -> PlacedParagraph:
        """The paragraph in which a place of the text lies."""
        return self.paragraphs[max(0, bisect_right(self._starts, at) - 1)]

    def sentence_at(self, at: int) -> ProseSentence | None:
        """The sentence in which a place lies, or the one before it in its paragraph."""
        found = bisect_right(self.sentences, at, key=lambda each: each.start) - 1
        if found >= 0 and self.sentences[found].start >= self.paragraph_at(at).start:
            return self.sentences[found]
        return None

    def in_results(self, at: int) -> bool:
        """Whether a place lies below a heading of results."""
        return self.paragraph_at(at).in_results

    def where(self, at: int) -> str:
        """Where a place is, for people: the number of its paragraph, or its footnote."""
        return self.paragraph_at(at).where


def read_word(data: bytes, name: str, findings: Collection[str] = ()) -> WordManuscript:
    """Read a Word manuscript; ``findings`` are the names that ids may have.

    Raises:
        UnreadableFile: it is damaged, encrypted or harmful.
    """
    try:
        return _read(WordPackage.open(data, name), {each.casefold(): each for each in findings})
    except _TROUBLE as error:
        raise UnreadableFile(
            f"“{name}” is damaged, or not the kind of Word document that crosscase reads.",
            hint="Open it in Word or LibreOffice and save it as a Word document (.docx).",
            slug="damaged-file",
        ) from error


def _read(package: WordPackage, findings: dict[str, str]) -> WordManuscript:
    styles_tree = package.tree(package.part("styles"))
    styles: dict[str, str] = {}
    levels: dict[str, int] = {}
    if styles_tree is not None:
        levels = heading_levels(styles_tree)
        for style in styles_tree.iterchildren(f"{W}style"):
            called = style.find(f"{W}name")
            if called is not None:
                styles[style.get(f"{W}styleId") or ""] = called.get(f"{W}val") or ""
    body = package.tree(package.main).find(f"{W}body")
    if body is None:
        raise ValueError("no body")
    placed: list[PlacedParagraph] = []
    ours, tables = _ours(body), dict[Any, int]()
    for numbered, (paragraph, level) in enumerate(_paragraphs(body, styles, levels), 1):
        _add(placed, paragraph, level, None, f"paragraph {numbered:,}")
        element = paragraph.elements[0]
        outer = list(element.iterancestors(f"{W}tbl"))
        placed[-1].table = tables.setdefault(outer[-1], len(tables) + 1) if outer else 0
        placed[-1].is_ours = element in ours
        for box in paragraph.boxes:
            for inner, _ in _paragraphs(box, styles, levels):
                _add(placed, inner, None, (paragraph, 0), f"box at paragraph {numbered:,}")
    for kind in ("footnotes", "endnotes"):
        _add_notes(placed, package, kind, styles, levels)
    return _put_together(package, placed, findings)


def _ours(body: Any) -> set[Any]:
    """The paragraphs that bear the bookmark of a rendered table, and all of the table itself.

    One that is open over several paragraphs counts up to its end; without an end it does not, as
    some programs break it off at the table.
    """
    ended = {each.get(f"{W}id") for each in body.iter(f"{W}bookmarkEnd")}
    opened: set[str] = set()
    made: set[Any] = set()
    for element in body.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd", f"{W}p"):
        number = element.get(f"{W}id") or ""
        if element.tag == f"{W}p":
            if opened:
                made.add(element)
        elif element.tag == f"{W}bookmarkEnd":
            opened.discard(number)
        elif (element.get(f"{W}name") or "").startswith(OUR_TABLE):
            made.update(element.iterancestors(f"{W}p"))
            for table in element.iterancestors(f"{W}tbl"):
                made.update(table.iter(f"{W}p"))
            if number in ended:
                opened.add(number)
    return made


def _paragraphs(
    container: Any, styles: dict[str, str], levels: dict[str, int]
) -> Iterator[tuple[WordParagraph, int | None]]:
    """The paragraphs of a container in its order, those of tables too."""
    unfinished: WordParagraph | None = None
    for element in _elements(container):
        into = unfinished or WordParagraph()
        if read_paragraph(element, styles, into):
            unfinished = into
            continue
        unfinished = None
        yield into, paragraph_level(element, levels)
    if unfinished is not None:
        yield unfinished, None


def _elements(container: Any) -> Iterator[Any]:
    for child in container.iterchildren(tag="*"):
        if child.tag == f"{W}p":
            yield child
        elif child.tag in _THROUGH:
            yield from _elements(child)
        elif child.tag == f"{_MC}AlternateContent":
            choice = child.find(f"{_MC}Choice")
            yield from _elements(child if choice is None else choice)


def _add(
    placed: list[PlacedParagraph],
    paragraph: WordParagraph,
    level: int | None,
    anchor: tuple[WordParagraph, int] | None,
    where: str,
) -> None:
    start = placed[-1].start + len(placed[-1].text) + 1 if placed else 0
    placed.append(PlacedParagraph(start, paragraph.text, paragraph, level, False, anchor, where))


def _add_notes(
    placed: list[PlacedParagraph],
    package: WordPackage,
    kind: str,
    styles: dict[str, str],
    levels: dict[str, int],
) -> None:
    """Footnotes or endnotes that the text leads to, each anchored where its sign stands."""
    tree = package.tree(package.part(kind))
    if tree is None:
        return
    anchors = {
        place.id: (each.paragraph, place.at, each.in_results)
        for each in placed
        if each.anchor is None
        for place in each.paragraph.places
        if place.kind == kind
    }
    singular = kind.removesuffix("s")
    for number, note in enumerate(
        (each for each in tree.iterchildren(f"{W}{singular}") if each.get(f"{W}id") in anchors), 1
    ):
        paragraph, at, _ = anchors[note.get(f"{W}id")]
        for inner, _ in _paragraphs(note, styles, levels):
            _add(placed, inner, None, (paragraph, at), f"{singular} {number:,}")


def _put_together(
    package: WordPackage, placed: list[PlacedParagraph], findings: dict[str, str]
) -> WordManuscript:
    results = _mark_results(placed)
    text = "\n".join(each.text for each in placed)
    signs = list(text)
    ids: list[WordId] = []
    comments = _comment_texts(package)
    for each in placed:
        ids += _typed_ids(each, findings, signs)
        ids += _placed_ids(each, findings, comments)
    shown = "".join(signs)
    quotes, quoted = _quotes(placed, shown)
    for start, end in quoted:
        signs[start:end] = QUOTED * (end - start)
    sentences = tuple(_sentences(placed, shown, "".join(signs)))
    return WordManuscript(
        package, placed, text, shown, sentences, tuple(quotes), tuple(ids), results,
        [each.start for each in placed],
    )  # fmt: skip


def _mark_results(placed: list[PlacedParagraph]) -> bool:
    """Note of each paragraph whether it stands below a heading of results; True where any does.

    The list of references has no results, nor quotes of ours.
    """
    above, below, found = 0, 0, False
    by_anchor: dict[int, bool] = {}
    for each in placed:
        if each.anchor is not None:
            each.in_results = by_anchor.get(id(each.anchor[0]), False)
            continue
        if each.level is not None:
            above = 0 if above and each.level <= above else above
            below = 0 if below and each.level <= below else below
            if not above and is_results_heading(each.text):
                above, found = each.level, True
            if is_references_heading(each.text):
                below = each.level
        each.is_reference = bool(below) or each.paragraph.is_reference
        each.in_results = bool(above) and not below
        by_anchor[id(each.paragraph)] = each.in_results
    return found


def _typed_ids(
    placed: PlacedParagraph, findings: dict[str, str], signs: list[str]
) -> Iterator[WordId]:
    for found in _TYPED.finditer(placed.text):
        name = findings.get(found["name"].casefold())
        if name is None and _LIKE_A_NAME.fullmatch(found["name"]):
            name = found["name"]
        if name is not None:
            start, end = placed.start + found.start(), placed.start + found.end()
            signs[start:end] = MARK * (end - start)
            yield WordId(name, start, "id")


def _placed_ids(
    placed: PlacedParagraph, findings: dict[str, str], comments: dict[str, str]
) -> Iterator[WordId]:
    """The ids in bookmarks, and in what people wrote into comments."""
    by_bookmark = {in_bookmark(name).casefold(): name for name in findings.values()}
    ends = {each.id: each.at for each in placed.paragraph.places if each.kind == "bookmark end"}
    for place in placed.paragraph.places:
        if place.kind == "bookmark" and place.name.startswith(BOOKMARK):
            if place.name.startswith((OUR_TABLE, OUR_CHECK)):
                continue
            told = _NUMBERED.sub("", place.name.removeprefix(BOOKMARK))
            end = ends.get(place.id, place.at)
            if end == place.at and not place.is_point and place.id in ends:
                continue  # the words that it stood round were deleted
            name = by_bookmark.get(told.casefold(), told)
            yield WordId(name, placed.start + (place.at + end) // 2, "bookmark")
        elif place.kind == "comment":
            text = comments.get(place.id, "")
            words = re.findall(r"[^\W\d_][\w.-]*\d", text)  # F12; a name without a number is a word
            words += [found["name"] for found in _TYPED.finditer(text)]
            for name in dict.fromkeys(word.casefold() for word in words):
                if name in findings:
                    yield WordId(findings[name], placed.start + place.at, "comment")


def in_bookmark(finding: str) -> str:
    """The name of a finding as the name of a bookmark may hold it: letters, digits and _."""
    return re.sub(r"\W", "_", finding)[:24]


def _comment_texts(package: WordPackage) -> dict[str, str]:
    """What people (not we) wrote into the margin, by the numbers of the comments."""
    tree = package.tree(package.part("comments"))
    if tree is None:
        return {}
    return {
        each.get(f"{W}id") or "": "".join(t.text or "" for t in each.iter(f"{W}t"))
        for each in tree.iterchildren(f"{W}comment")
        if not is_ours(each)
    }


def is_ours(comment: Any) -> bool:
    """Whether a comment was written by a check."""
    told = (comment.get(f"{W}author"), comment.get(f"{W}initials"))
    return told == ("crosscase", "cc")


def _quotes(
    placed: list[PlacedParagraph], shown: str
) -> tuple[list[QuotedWords], list[tuple[int, int]]]:
    """The quotes, and the places of all that stands within quotation marks, terms too."""
    made: list[QuotedWords] = []
    spans: list[tuple[int, int]] = []
    for each in placed:
        if each.level is None and each.paragraph.is_quote:
            block = block_quote(shown[each.start : each.start + len(each.text)], each.start)
            made += [] if block is None else [block]
        elif each.level is None and not each.is_reference:
            spans.append((each.start, each.start + len(each.text)))
    quotations = find_quotations(shown, spans)
    made += find_quoted(shown, spans, quotations)
    within = [each[:2] for each in quotations] + [(each.start, each.end) for each in made]
    return sorted(made, key=lambda each: each.start), within


def _sentences(placed: list[PlacedParagraph], shown: str, unquoted: str) -> Iterator[ProseSentence]:
    for each in placed:
        if each.level is not None or each.paragraph.is_quote or each.is_ours or each.is_reference:
            continue
        for start, end in sentence_spans(unquoted, each.start, each.start + len(each.text)):
            words = plain_sentence(shown[start:end])
            if words:
                amounts = find_amounts(unquoted[start:end].replace(MARK, HIDDEN))
                yield ProseSentence(
                    start, end, words, each.in_results,
                    tuple(replace(a, start=start + a.start, end=start + a.end) for a in amounts),
                    each.table,
                )  # fmt: skip
