"""Typst, which sets pages as PDF: it sees one folder of its own, and no address."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from crosscase.errors import MistakeOfUse

__all__ = ["TYPST_TEMPLATE", "pdf_of", "typst_head"]

# Pandoc's own template takes words of the head for code; in this one they are content only.
TYPST_TEMPLATE = """$for(header-includes)$
$header-includes$
$endfor$
#let horizontalrule = line(start: (25%, 0%), end: (75%, 0%), stroke: 0.5pt)
#set page(paper: "a4", margin: (x: 2.5cm, y: 2.8cm), numbering: "1")
#set par(justify: true, leading: 0.7em, spacing: 1.1em)
#set text(size: 11pt)
#set table(stroke: none, inset: (x: 4pt, y: 3.5pt))
#show table: set text(size: 9pt)
#show table: set par(justify: false)
#show table.cell.where(y: 0): strong
#show heading: set block(above: 1.6em, below: 0.8em)
#show quote.where(block: true): set pad(x: 1.2em)
#show link: set text(fill: rgb("#2b5b84"))
#set figure(numbering: none)
#show figure.caption: it => align(left, text(size: 9.5pt, it.body))
#show figure.where(kind: table): set figure.caption(position: top)
#show figure.where(kind: table): set block(breakable: true)
$if(title)$
#set document(title: [$title$])
#align(center)[
  #text(size: 17pt, weight: "bold", hyphenate: false)[$title$]
$if(subtitle)$

  #text(size: 12pt)[$subtitle$]
$endif$
$for(author)$

  $if(author.name)$$author.name$$else$$author$$endif$
$endfor$
$if(date)$

  $date$
$endif$
]
$endif$
$if(abstract)$
#block(inset: (x: 2em, y: 1em))[$abstract$]
$endif$

$body$
"""


def typst_head(keywords: Sequence[str], language: str | None) -> str:
    """What a document says of itself, and its language, as Typst takes it."""
    told = ", ".join(f'"{_escaped(each)}"' for each in keywords)
    head = f"#set document(keywords: ({told},))"
    if language is not None:
        first, _, region = language.partition("-")
        place = f', region: "{region.upper()}"' if len(region) == 2 else ""
        head += f'\n#set text(lang: "{first.lower()}"{place})'
    return head


def _escaped(words: str) -> str:
    """Words within the quotation marks of Typst."""
    return " ".join(words.replace("\\", "\\\\").replace('"', '\\"').split())


def pdf_of(source: bytes, media: Mapping[str, bytes]) -> bytes:
    """The pages of a Typst document; ``media`` are its pictures by their names."""
    try:
        import typst
    except ImportError as error:
        raise MistakeOfUse(
            "Typst, which sets pages, is not here.",
            slug="no-typst",
            hint="Install it again: pip install --force-reinstall typst. Or render --to docx.",
        ) from error
    with tempfile.TemporaryDirectory(prefix="crosscase-") as held:
        folder = Path(held)
        main = folder / "manuscript.typ"
        main.write_bytes(source)
        for name, data in media.items():
            (folder / name).write_bytes(data)
        empty = folder / "packages"
        empty.mkdir()
        compiler = typst.Compiler(
            str(main), root=str(folder), package_path=str(empty), package_cache_path=str(empty)
        )
        try:
            made = compiler.compile(format="pdf")
        except typst.TypstError as error:
            raise MistakeOfUse(
                f"Typst cannot set this document: {error.message}.",
                slug="typst-refused",
                hint="Render it --to docx, and report this: it should not happen.",
            ) from error
    if not isinstance(made, bytes):
        raise MistakeOfUse("Typst set no pages.", slug="typst-refused", hint="Render --to docx.")
    return made
