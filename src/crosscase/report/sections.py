"""A document of headed sections of sentences and tables: in Word, Markdown, HTML or plain text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from crosscase.report.document import Document
from crosscase.report.pieces import Column

if TYPE_CHECKING:
    from crosscase.report.word_file import WordFile

__all__ = ["Section", "SectionedDocument"]

_STYLE = (
    ":root{color-scheme:light dark;--ink:#1e2124;--quiet:#4f545a;--line:#e5e1d8;--ground:#fff}"
    "@media (prefers-color-scheme:dark){:root{--ink:#e6e4df;--quiet:#a9adb3;--line:#3a3d42;"
    "--ground:#1b1d20}}body{font:16px/1.55 system-ui,sans-serif;color:var(--ink);"
    "background:var(--ground);margin:2rem auto;max-width:52rem;padding:0 1rem}"
    "table{border-collapse:collapse;width:100%;font-size:.92em}th,td{text-align:left;"
    "vertical-align:top;padding:.35rem .75rem .35rem 0;border-bottom:1px solid var(--line)}"
    "td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}.quiet{color:var(--quiet)}"
    "@media print{body{margin:0}}"
)
# What Markdown would take for a mark: participants and codes may be called anything.
_MARKS = re.compile(r"([\\`*_{}\[\]<>#|$~^@&])")
_LIST = re.compile(r"^(\s*)([-+]|\d+[.)])(\s)")

Value = str | int | None


@dataclass(frozen=True, slots=True)
class Section:
    """A headed part: sentences, then a table if it has rows; ``none`` is said without any."""

    heading: str
    sentences: Sequence[str] = ()
    columns: Sequence[str] = ()
    rows: Sequence[Sequence[Value]] = ()
    none: str = ""

    def numbered(self) -> list[bool]:
        """Which columns hold whole numbers only."""
        return [
            all(isinstance(row[at], int) for row in self.rows) for at in range(len(self.columns))
        ]


@dataclass(frozen=True)
class SectionedDocument(Document):
    """A document of headed sections."""

    name: str
    sections: Sequence[Section]

    @property
    def title(self) -> str:
        """The title."""
        return self.name

    def write(self, word: WordFile) -> None:
        """Section by section."""
        for section in self.sections:
            word.heading(section.heading)
            for sentence in section.sentences:
                word.paragraph(sentence)
            if section.rows:
                columns = [
                    Column(name, 1, is_number)
                    for name, is_number in zip(section.columns, section.numbered(), strict=True)
                ]
                word.table(columns, section.rows, caption=section.heading)
            elif section.none:
                word.paragraph(section.none, "Note")

    def to_text(self) -> str:
        """The same in plain text, with tables drawn by spaces."""
        lines = [self.name, "=" * len(self.name), *self._of_what()]
        for section in self.sections:
            lines += ["", section.heading, "-" * len(section.heading), *section.sentences]
            if section.rows:
                lines += _drawn([section.columns, *section.rows])
            elif section.none:
                lines.append(section.none)
        return "\n".join(lines) + "\n"

    def to_markdown(self) -> str:
        """The same in Markdown, for a supplement or an appendix; no word can turn into a mark."""
        lines = [f"# {_plain(self.name)}", "", "  \n".join(map(_plain, self._of_what()))]
        for section in self.sections:
            lines += ["", f"## {_plain(section.heading)}"]
            for sentence in section.sentences:
                lines += ["", _plain(sentence)]
            if section.rows:
                marks = ("--:" if is_number else "---" for is_number in section.numbered())
                lines += ["", _row(map(_plain, section.columns)), _row(marks)]
                lines += [_row(_plain(_told(cell)) for cell in row) for row in section.rows]
            elif section.none:
                lines += ["", _plain(section.none)]
        return "\n".join(lines) + "\n"

    def to_html(self) -> str:
        """The same as a page of its own, with nothing fetched from elsewhere."""
        language, title = escape(self.language), escape(self.name)
        of_what = "<br>\n".join(map(escape, self._of_what()))
        parts = "\n".join(map(_html, self.sections))
        return (
            f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
            f'<h1>{title}</h1>\n<p class="quiet">{of_what}</p>\n{parts}\n</body>\n</html>\n'
        )

    def _of_what(self) -> list[str]:
        return [
            f"Study: {self.cover.study}",
            f"Made on {self.cover.made_on}, state {self.cover.state}",
        ]


def _told(cell: Value) -> str:
    return "" if cell is None else " ".join(str(cell).split())


def _drawn(rows: Sequence[Sequence[Value]]) -> list[str]:
    told = [[_told(cell) for cell in row] for row in rows]
    widths = [max(len(row[at]) for row in told) for at in range(len(told[0]))]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in told
    ]


def _plain(text: str) -> str:
    """Words that Markdown shows as they are."""
    told = _MARKS.sub(r"\\\1", " ".join(text.split()))
    return _LIST.sub(lambda found: f"{found[1]}{found[2][:-1]}\\{found[2][-1]}{found[3]}", told)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _html(section: Section) -> str:
    told = [f"<h2>{escape(section.heading)}</h2>"]
    told += [f"<p>{escape(sentence)}</p>" for sentence in section.sentences]
    if section.rows:
        kinds = [' class="n"' if is_number else "" for is_number in section.numbered()]
        heads = zip(section.columns, kinds, strict=True)
        told.append("<table>\n<thead>\n<tr>")
        told += [f'<th scope="col"{kind}>{escape(name)}</th>' for name, kind in heads]
        told.append("</tr>\n</thead>\n<tbody>")
        for row in section.rows:
            cells = zip(row, kinds, strict=True)
            told.append("<tr>" + "".join(f"<td{k}>{escape(_told(c))}</td>" for c, k in cells)
                        + "</tr>")  # fmt: skip
        told.append("</tbody>\n</table>")
    elif section.none:
        told.append(f'<p class="quiet">{escape(section.none)}</p>')
    return "\n".join(told)
