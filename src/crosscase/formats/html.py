"""Web pages: the words a browser would show, in reading order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from crosscase.errors import UnreadableFile
from crosscase.formats.decoding import Decoded, decode
from crosscase.formats.document import Document, checked_text
from crosscase.formats.speaker_table import write_table
from crosscase.formats.text_writer import TextWriter

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

__all__ = ["read_html"]

_UNSEEN = frozenset(
    (
        *("head", "script", "style", "template", "noscript", "svg", "math", "iframe", "object"),
        *("canvas", "audio", "video", "select", "datalist", "textarea"),
    )
)
_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "caption", "dd", "details"),
        *("dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li"),
        *("main", "menu", "nav", "ol", "p", "pre", "search", "section", "summary", "table"),
        *("tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
    )
)
_HEADING = re.compile(r"h([1-6])")
_HIDDEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?([\w.:-]+)""", re.I
)
_SPACE = re.compile(r"[ \t\n\r\f]+")
_BREAK = "\x00"  # stands for <br> until white space has been collapsed


def _decode(data: bytes, name: str, encoding: str | None) -> Decoded:
    declared = _DECLARED.search(data[:4096])
    if encoding is None and declared is not None:
        written = declared[1].decode("latin-1").casefold()
        # HTML reads these labels as the larger Windows table; a page that can be read as
        # ASCII is not UTF-16, whatever it says.
        named = {"iso-8859-1": "cp1252", "latin1": "cp1252", "gb2312": "gb18030"}.get(
            written, written
        )
        if not named.startswith(("utf", "unicode")):
            try:
                data.decode("utf-8")
                seven_bit = named.startswith(("iso-2022", "hz"))
            except UnicodeDecodeError:
                seven_bit = True
            try:
                if seven_bit and "\0" not in (text := data.decode(named)):
                    return Decoded(text, named)
            except (LookupError, UnicodeError):
                pass  # the page is wrong about itself: guess
    return decode(data, name, encoding)


def _is_hidden(tag: Tag) -> bool:
    return (
        tag.name in _UNSEEN
        or tag.has_attr("hidden")
        or bool(_HIDDEN.search(str(tag.get("style") or "")))
    )


def _is_data_table(tag: Tag) -> bool:
    """Whether a table is one of data and not a means of laying out a page."""
    return tag.name == "table" and tag.find(["table", "h1", "h2", "h3", "ul", "ol"]) is None


class _Walk:
    """Writes the visible words below a tag; iterative, since pages nest without bound."""

    def __init__(self) -> None:
        self.writer = TextWriter()
        self._words: list[str] = []
        self._levels: list[int] = []

    def _flush(self) -> None:
        raw, self._words = "".join(self._words), []
        lines = (_SPACE.sub(" ", line).strip(" ") for line in raw.split(_BREAK))
        words = "\n".join(lines).strip("\n")
        if words and self._levels:
            self.writer.heading(" ".join(words.split("\n")), self._levels[-1])
        elif words:
            self.writer.line(words)

    def _enter(self, tag: Tag) -> None:
        if tag.name in _BLOCKS:
            self._flush()
        heading = _HEADING.fullmatch(tag.name)
        if heading:
            self._levels.append(int(heading[1]))

    def _leave(self, tag: Tag) -> None:
        if tag.name in _BLOCKS:
            self._flush()
        if _HEADING.fullmatch(tag.name):
            self._levels.pop()

    def _special(self, tag: Tag) -> bool:
        """Write a tag that is not walked into; tells whether it was one."""
        if _is_hidden(tag):
            return True
        if tag.name == "br":
            self._words.append(_BREAK)
            return True
        if tag.name == "pre":
            self._flush()
            self.writer.line(tag.get_text().strip("\n"))
            return True
        if _is_data_table(tag):
            self._flush()
            write_table(self.writer, [_cells(row) for row in tag.find_all("tr")])
            caption = tag.find("caption")
            if caption is not None:
                self.writer.line(" ".join(caption.get_text().split()))
            return True
        return False

    def walk(self, root: Tag) -> TextWriter:
        """Write everything below a tag."""
        from bs4.element import NavigableString, PreformattedString, Tag

        stack = [(root, iter(root.contents))]
        self._enter(root)
        while stack:
            tag, rest = stack[-1]
            child = next(rest, None)
            if child is None:
                self._leave(tag)
                stack.pop()
            elif isinstance(child, Tag):
                if not self._special(child):
                    self._enter(child)
                    stack.append((child, iter(child.contents)))
            elif isinstance(child, NavigableString) and not isinstance(child, PreformattedString):
                self._words.append(str(child))
        self._flush()
        return self.writer


def _cells(row: Tag) -> list[str]:
    return [_Walk().walk(cell).text() for cell in row.find_all(["td", "th"])]


def _title(soup: BeautifulSoup) -> str | None:
    found = soup.find("title")
    return None if found is None else " ".join(found.get_text().split()) or None


def read_html(data: bytes, name: str, encoding: str | None = None) -> Document:
    """Read the visible words of a web page.

    Args:
        data: the page.
        name: its name, for sentences.
        encoding: its encoding when known; else what the page declares, UTF-8, or a guess.

    Returns:
        A block a line; headings; data tables as ``read_docx`` gives them. Scripts, styles
        and hidden parts are left out.

    Raises:
        UnreadableFile: it is empty, has no visible words or cannot be decoded.
    """
    from bs4 import BeautifulSoup
    from bs4.exceptions import ParserRejectedMarkup

    decoded = _decode(data, name, encoding)
    source = checked_text(decoded.text, name)
    try:
        # The library warns on what it takes for a file name or for XML; this is neither.
        page = re.sub(r"^\s*<\?xml[^>]*>", "", source)
        soup = BeautifulSoup(page if "<" in page else f"<p>{page}", "lxml")
        writer = _Walk().walk(soup)
    except (ParserRejectedMarkup, RecursionError, AssertionError, ValueError) as error:
        raise UnreadableFile(
            f"“{name}” cannot be read as a web page.",
            hint="Open it in a browser, select the text and save it as .txt.",
            slug="damaged-file",
        ) from error
    text = writer.text().replace(_BREAK, "")
    language = soup.html.get("lang") if soup.html is not None else None
    return Document(
        checked_text(text, name),
        "html",
        encoding=decoded.encoding,
        title=_title(soup),
        language=str(language).strip() or None if language else None,
        headings=tuple(writer.headings),
        labelled=tuple(writer.labelled),
        notes=decoded.notes,
    )
