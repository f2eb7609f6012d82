"""A Word file as it is written: pages, styles, head and foot, headings, paragraphs, tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.shared import Mm

from crosscase.report.document import Cover, Paper
from crosscase.report.pieces import Cell, Column, Row, Words
from crosscase.report.word_comments import WordComments
from crosscase.report.word_elements import W, add_field, add_paragraph, add_run, sub
from crosscase.report.word_languages import full_language, is_right_to_left_language
from crosscase.report.word_styles import put_styles
from crosscase.report.word_tables import add_table
from crosscase.report.word_text import safe_text, shortened

__all__ = ["WordFile"]

_TWIPS_A_MM = 1440 / 25.4
_SIZES: dict[Paper, tuple[int, int, int]] = {  # width, height, side margins in mm
    "A4 portrait": (210, 297, 22),
    "A4 landscape": (297, 210, 18),
    "A3 landscape": (420, 297, 18),
}
# What the template brings and no document of ours needs: a picture of an empty page, the name
# of another program, a bibliography, list numbers and styles for a Word of long ago.
_NOT_NEEDED = ("thumbnail", "extended-properties", "customXml", "numbering", "stylesWithEffects")
_MOST_HEADING = 9


class WordFile:
    """One document under way. Words go in from top to bottom; ``to_bytes`` gives the file."""

    def __init__(self, cover: Cover, title: str, paper: Paper, language: str) -> None:
        self._cover, self._title = cover, title
        self._document = docx.Document()
        for package_part in (self._document.part, self._document.part.package):
            for key, relation in list(package_part.rels.items()):
                if relation.reltype.rpartition("/")[2] in _NOT_NEEDED:
                    del package_part.rels[key]
        language = full_language(language)
        turned = is_right_to_left_language(language)
        put_styles(self._document.styles.element, language, is_right_to_left=turned)
        self._say_settings(language)
        self._say_properties(language)
        self.width = self._lay_out(paper)
        self.body: Any = self._document.element.body
        self._section = self.body[-1]
        self.body.remove(self._section)
        self.comments = WordComments()
        self._put_title()

    # -- what documents are written with -----------------------------------------------------

    def heading(
        self, text: str | Sequence[Words], level: int = 1, *, indent: int = 0, hanging: int = 0
    ) -> None:
        """A heading; indents are in twentieths of a point."""
        style = f"Heading{min(level, _MOST_HEADING)}"
        add_paragraph(self.body, text, style, indent=indent, hanging=hanging)

    def paragraph(
        self,
        words: str | Sequence[Words],
        style: str | None = None,
        *,
        indent: int = 0,
        hanging: int = 0,
        keep_next: bool = False,
    ) -> None:
        """A paragraph in a style."""
        add_paragraph(self.body, words, style, indent=indent, hanging=hanging, keep_next=keep_next)

    def paragraphs(
        self,
        text: str,
        style: str | None = None,
        *,
        indent: int = 0,
        keep_next: bool = False,
    ) -> None:
        """A longer text: each of its lines that says something is a paragraph."""
        for line in safe_text(text).split("\n"):
            if line.strip():
                add_paragraph(self.body, line.strip(), style, indent=indent, keep_next=keep_next)

    def table(
        self,
        columns: Sequence[Column],
        rows: Iterable[Row | Sequence[Cell]],
        *,
        caption: str,
        below_heads: Sequence[str] = (),
        upright_heads: bool = False,
        width: int | None = None,
        keep_empty: bool = True,
    ) -> None:
        """A table as wide as the page, or narrower, and a little room below it.

        Unless ``keep_empty``, columns in which no row says anything are left out.
        """
        if not keep_empty:
            columns, rows = _without_empty(columns, list(rows))
        add_table(
            self.body,
            columns,
            rows,
            width=min(width or self.width, self.width),
            caption=safe_text(caption),
            below_heads=below_heads,
            upright_heads=upright_heads,
        )
        add_paragraph(self.body, (), "Note")

    def facts(self, pairs: Iterable[tuple[str, str | None]]) -> None:
        """Names with what is said of them, one pair a line; empty ones are passed over."""
        for name, said in pairs:
            if said:
                words = [Words(f"{name}\t", "Label"), Words(said)]
                add_paragraph(self.body, words, "Cell", indent=1900, hanging=1900)

    def to_bytes(self) -> bytes:
        """The file."""
        self.body.append(self._section)
        self.comments.put_into(self._document)
        held = BytesIO()
        self._document.save(held)
        return held.getvalue()

    # -- what every file has -----------------------------------------------------------------

    def _lay_out(self, paper: Paper) -> int:
        """The page, its head and its foot; returns the width of the text."""
        section = self._document.sections[0]
        width, height, side = _SIZES[paper]
        section.page_width, section.page_height = Mm(width), Mm(height)
        section.orientation = WD_ORIENT.LANDSCAPE if width > height else WD_ORIENT.PORTRAIT
        section.left_margin = section.right_margin = Mm(side)
        section.top_margin, section.bottom_margin = Mm(24), Mm(22)
        section.header_distance, section.footer_distance = Mm(11), Mm(10)
        inner = int((width - 2 * side) * _TWIPS_A_MM)
        room = (width - 2 * side) // 3
        head = self._bar(section.header, inner)
        add_run(head, shortened(self._cover.study, room))
        add_run(head, f"\t{shortened(self._title, room)}")
        foot = self._bar(section.footer, inner)
        add_run(foot, self._made())
        add_run(foot, "\tPage ")
        add_field(foot, "PAGE")
        add_run(foot, " of ")
        add_field(foot, "NUMPAGES")
        return inner

    def _bar(self, story: Any, width: int) -> Any:
        """The one paragraph of a head or foot, with a stop at its right end."""
        paragraph = story.paragraphs[0]._p
        look = paragraph.get_or_add_pPr()
        for stop in list(look.findall(f"{W}tabs")):
            look.remove(stop)
        sub(sub(look, "tabs"), "tab", val="right", pos=width)
        return paragraph

    def _made(self) -> str:
        cover = self._cover
        by = f" by {shortened(cover.author, 40)}" if cover.author else ""
        moment = f", as of {cover.as_of}" if cover.as_of else ""
        return f"Exported on {cover.made_on}{by} · state {cover.state}{moment}"

    def _put_title(self) -> None:
        add_paragraph(self.body, self._title, "Title")
        add_paragraph(self.body, self._cover.study, "Subtitle")

    def _say_properties(self, language: str) -> None:
        told = self._document.core_properties
        told.title = shortened(safe_text(self._title), 250)
        told.subject = shortened(safe_text(self._cover.study), 250)
        told.author = told.last_modified_by = shortened(safe_text(self._cover.author or ""), 250)
        told.comments = told.keywords = told.category = ""
        told.language = language
        told.revision = 1
        told.created = told.modified = self._cover.made_at.replace(tzinfo=None)

    def _say_settings(self, language: str) -> None:
        settings: Any = self._document.settings.element
        for each in list(settings):
            if each.tag in (f"{W}rsids", f"{W}savePreviewPicture", f"{W}proofState"):
                settings.remove(each)
        for each in settings.iter(f"{W}compatSetting"):
            if each.get(f"{W}name") == "compatibilityMode":
                each.set(f"{W}val", "15")
        for each in settings.iter(f"{W}zoom"):
            each.attrib.clear()
            each.set(f"{W}percent", "100")
        for each in settings.iter(f"{W}themeFontLang"):
            each.set(f"{W}val", language)


def _without_empty(
    columns: Sequence[Column], rows: Sequence[Row | Sequence[Cell]]
) -> tuple[Sequence[Column], Sequence[Row]]:
    listed = [each if isinstance(each, Row) else Row(each) for each in rows]
    told = [
        at
        for at in range(len(columns))
        if at == 0 or any(row.cells[at] not in (None, "", ()) for row in listed)
    ]
    kept = [row._replace(cells=[row.cells[at] for at in told]) for row in listed]
    return [columns[at] for at in told], kept
