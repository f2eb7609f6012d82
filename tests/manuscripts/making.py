"""Manuscripts for tests, and the study that they are about."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

from crosscase.study import Study
from crosscase.study_manuscripts.checked_items import CheckedItem, ManuscriptCheck
from tests.quotes.making import make_crowd

__all__ = [
    "PAPER", "comments_of", "docx_of", "entries", "make_told", "part_of", "replaced_part",
    "texts_of",
]  # fmt: skip

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

PAPER = """# Results

Everybody spoke of the closing: 7 of 7{{= participants(code:Closing)}} people. {{F1}}

[Six people, 6 of 7, said that it hurt.]{.claim finding=F2} They came from
{{participants(code:Closing) | words}} talks.

{{quote Q1}}
"""


def make_told(folder: Path) -> Study:
    """Six nurses and one leader who speak of a closing, with findings and quotes."""
    study = make_crowd(folder)
    study.codes.add("Hurt")
    for number in range(1, 7):
        study.codings.add(f"n{number}.txt", "Hurt", quote="hurt us all")
    study.findings.add_check("F1", "participants(code:Closing) = 7 of 7")
    study.findings.add(
        "Six said that it hurt.", checks=["6 of 7 : participants(code:Hurt) = 6 of 7"]
    )
    study.findings.add("Nobody was glad.")
    study.quotes.choose("n1.txt", quote="It hurt us all, I think.", finding="F1")
    study.quotes.choose("boss.txt", quote="It hurt nobody, I think.", finding="F1")
    return study


def entries(found: ManuscriptCheck, standing: str | None = None) -> list[CheckedItem]:
    """The entries of a check, all or those of one standing."""
    return [each for each in found.items if standing in (None, each.standing)]


def docx_of(body: str, *, notes: str = "", comments: str = "", styles: bool = True) -> bytes:
    """A Word document whose body (and footnotes, comments) are this XML."""
    kinds = {
        "document": f"<w:body>{body}<w:sectPr/></w:body>",
        "styles": _STYLES if styles else "",
        "footnotes": notes,
        "comments": comments,
    }
    held = {
        "[Content_Types].xml": _types([kind for kind, inside in kinds.items() if inside]),
        "_rels/.rels": _relations([("officeDocument", "word/document.xml")]),
        "word/_rels/document.xml.rels": _relations(
            [(kind, f"{kind}.xml") for kind, inside in kinds.items()
             if inside and kind != "document"]
        ),
        "word/media/picture.bin": "these bytes stay as they are",
    }  # fmt: skip
    for kind, inside in kinds.items():
        if inside:
            held[f"word/{kind}.xml"] = f'<w:{kind} xmlns:w="{W}">{inside}</w:{kind}>'
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in held.items():
            archive.writestr(name, text)
    return made.getvalue()


def _types(kinds: Sequence[str]) -> str:
    base = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    overrides = "".join(
        f'<Override PartName="/word/{kind}.xml" ContentType="{base}.'
        f'{"document.main" if kind == "document" else kind}+xml"/>'
        for kind in kinds
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        'relationships+xml"/><Default Extension="bin" ContentType="application/octet-stream"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(targets: Sequence[tuple[str, str]]) -> str:
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    inside = "".join(
        f'<Relationship Id="rId{number}" Type="{base}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{namespace}">{inside}</Relationships>'


_STYLES = (
    '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Quote"/></w:style>'
)


def part_of(data: bytes, name: str) -> str:
    """One part of a Word document, as text."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode("utf-8")


def replaced_part(data: bytes, name: str, change: Callable[[str], str]) -> bytes:
    """The document with one part changed."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as archive,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as out,
    ):
        for member in archive.infolist():
            held = archive.read(member)
            if member.filename == name:
                held = change(held.decode("utf-8")).encode("utf-8")
            out.writestr(member, held)
    return made.getvalue()


def texts_of(data: bytes) -> str:
    """All words of the body, inserted and deleted ones too, as they stand in the XML."""
    return "".join(
        re.findall(r"<w:(?:t|delText)(?: [^>]*)?>([^<]*)<", part_of(data, "word/document.xml"))
    )


def comments_of(data: bytes) -> list[str]:
    """The comments in the margin, ours and others', each on one line."""
    held = re.findall(r"<w:comment .*?</w:comment>", part_of(data, "word/comments.xml"), re.DOTALL)
    return [" | ".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)<", each)) for each in held]
