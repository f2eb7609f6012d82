"""A table with its quotes as a page of HTML of its own: nothing is fetched from elsewhere."""

from __future__ import annotations

from html import escape

from crosscase.report.quoted_table import QuotedCell, QuotedTable, TableQuote

__all__ = ["quoted_page"]


def quoted_page(table: QuotedTable, language: str = "en") -> str:
    """The page; numbers lead to the quotes and back, and places to the desk where it is known."""
    title = escape(table.title)
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in ("", *table.columns))
    rows = "\n".join(
        f'<tr><th scope="row">{escape(row)}</th>{"".join(map(_cell, cells))}</tr>'
        for row, cells in zip(table.rows, table.cells, strict=True)
    )
    notes = "".join(f"<p>{escape(note)}</p>\n" for note in table.notes)
    quotes = "\n".join(map(_quote, table.quotes))
    behind = f'<h2>Quotes</h2>\n<ol class="quotes">\n{quotes}\n</ol>\n' if quotes else ""
    return (
        f'<!doctype html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"<h1>{title}</h1>\n{notes}<table>\n<thead>\n<tr>{head}</tr>\n</thead>\n"
        f"<tbody>\n{rows}\n</tbody>\n</table>\n{behind}</body>\n</html>\n"
    )


def _cell(cell: QuotedCell) -> str:
    mark = f'<p class="mark">{escape(cell.mark)}</p>' if cell.mark else ""
    words = "".join(f"<p>{escape(line)}</p>" for line in cell.words.split("\n") if line.strip())
    links = " ".join(_link(number, against) for number, against in cell.quotes)
    by = f'<p class="by">{escape(cell.by)}</p>' if cell.by else ""
    return f"<td>{mark}{words}{f'<p>{links}</p>' if links else ''}{by}</td>"


def _link(number: int, against: bool) -> str:
    sign, said = ("−", "quote against, ") if against else ("", "quote ")
    return (
        f'<a id="from-{number}" href="#quote-{number}" aria-label="{said}{number}">'
        f"[{sign}{number}]</a>"
    )


def _quote(quote: TableQuote) -> str:
    where = escape(quote.where)
    if quote.address:
        where = f'<a href="{escape(quote.address)}">{where}</a>'
    said_by = f"{escape(quote.said_by)} · " if quote.said_by else ""
    against = " (against)" if quote.against else ""
    return (
        f'<li id="quote-{quote.number}" value="{quote.number}">'
        f"<blockquote>{escape(quote.text)}</blockquote>"
        f"<p>{said_by}{where} · {escape(quote.row)}, {escape(quote.column)}{against} "
        f'<a href="#from-{quote.number}" aria-label="back to the table">↑</a></p></li>'
    )


_STYLE = """
body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem; color: #1e2124; background: #fff; }
h1 { font-size: 1.5rem; }
table { border-collapse: collapse; }
th, td { padding: .5rem .75rem; border: 1px solid #c9c5bc; text-align: left;
  vertical-align: top; min-width: 9rem; max-width: 26rem; }
thead th { border-bottom: 2px solid #1e2124; }
td p, th p { margin: 0 0 .25rem; }
.mark { font-weight: 600; }
.by, .quotes p { color: #4f545a; font-size: .875rem; }
blockquote { margin: .5rem 0 .25rem; padding-left: .75rem; border-left: 3px solid #2b5b84;
  max-width: 44rem; }
li:target { background: #fbf1de; }
a { color: #2b5b84; }
@media print { body { margin: 0; } tr { break-inside: avoid; } }
thead { display: table-header-group; }
"""
