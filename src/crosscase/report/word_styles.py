"""The styles of all documents: one quiet look, in a face that every machine has."""

from __future__ import annotations

from typing import Any

from lxml import etree

__all__ = ["INK", "put_styles"]

_FACE = "Arial"
INK, _QUIET, _ACCENT, _LINE = "1E2124", "565B61", "2B5B84", "C9C5BC"
_HEADING_SIZES = (30, 26, 23, 21, 20, 20, 20, 20, 20)  # half points
_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def put_styles(styles: Any, language: str, *, is_right_to_left: bool) -> None:
    """Replace all styles of a document by ours."""
    made = etree.fromstring(_xml(language, is_right_to_left=is_right_to_left))
    for child in list(styles):
        styles.remove(child)
    styles.extend(made)


def _xml(language: str, *, is_right_to_left: bool) -> str:
    # A script of its own (complex: Arabic, Hebrew) has its language beside that of the rest.
    latin, other = ("en-GB", language) if is_right_to_left else (language, "ar-SA")
    return f"""<w:styles xmlns:w="{_NAMESPACE}">
<w:docDefaults><w:rPrDefault><w:rPr>
<w:rFonts w:ascii="{_FACE}" w:hAnsi="{_FACE}" w:eastAsia="{_FACE}" w:cs="{_FACE}"/>
<w:color w:val="{INK}"/>{_size(20)}<w:lang w:val="{latin}" w:bidi="{other}"/>
</w:rPr></w:rPrDefault>
<w:pPrDefault><w:pPr>{_spacing(after=120, line=269)}</w:pPr></w:pPrDefault>
</w:docDefaults>
{_running_text()}
{_small_text()}
{_words()}
{_table_styles()}
</w:styles>"""


def _running_text() -> str:
    bar = f'<w:pBdr><w:left w:val="single" w:sz="12" w:space="8" w:color="{_ACCENT}"/></w:pBdr>'
    inside = '<w:ind w:left="284"/>'
    return "".join(
        (
            _paragraph("Normal", "Normal", is_default=True),
            _paragraph("Title", "Title", f"<w:keepNext/>{_spacing(after=60)}",
                       f"<w:b/><w:bCs/>{_size(40)}", following="Subtitle"),
            _paragraph("Subtitle", "Subtitle", _spacing(after=240), _quiet(19),
                       following="Normal"),
            *(_heading(level) for level in range(1, 10)),
            _paragraph("Quote", "Quote", f"{bar}{_spacing(60, 60)}{inside}", _size(21)),
            _paragraph("Source", "Quote source", f"{_spacing(after=200)}{inside}", _quiet(17)),
            _paragraph("Turn", "Turn", _spacing(after=140, line=288), _size(21)),
        )
    )  # fmt: skip


def _small_text() -> str:
    return "".join(
        (
            _paragraph("Note", "Note", _spacing(60, 60), _quiet(17)),
            _paragraph("Cell", "Table text", _spacing(40, 40, 252), _size(18)),
            _paragraph("CellNumber", "Table number", '<w:jc w:val="right"/>', based_on="Cell"),
            _paragraph("CellHead", "Table head", "<w:keepNext/>", "<w:b/><w:bCs/>",
                       based_on="Cell"),
            _paragraph("Header", "header", _spacing(), _quiet(16)),
            _paragraph("Footer", "footer", _spacing(), _quiet(16)),
            _paragraph("CommentText", "annotation text", _spacing(line=240)),
        )
    )  # fmt: skip


def _words() -> str:
    bold = "<w:b/><w:bCs/>"
    return "".join(
        (
            '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
            '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/>'
            "</w:style>",
            _character("Strong", "Strong", bold),
            _character("Quiet", "Quiet", f'<w:color w:val="{_QUIET}"/>'),
            _character("Link", "Hyperlink", f'<w:color w:val="{_ACCENT}"/><w:u w:val="single"/>'),
            _character("Label", "Label", f"{bold}{_quiet(18)}"),
            _character("Speaker", "Speaker", f'{bold}<w:color w:val="{_ACCENT}"/>{_size(18)}'),
            _character("Time", "Time", _quiet(15)),
            _character("CommentReference", "annotation reference", _size(16)),
        )
    )


def _spacing(before: int = 0, after: int = 0, line: int | None = None) -> str:
    lines = "" if line is None else f' w:line="{line}" w:lineRule="auto"'
    return f'<w:spacing w:before="{before}" w:after="{after}"{lines}/>'


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _quiet(half_points: int) -> str:
    return f'<w:color w:val="{_QUIET}"/>{_size(half_points)}'


def _paragraph(
    id_: str,
    name: str,
    paragraph: str = "",
    run: str = "",
    *,
    based_on: str = "Normal",
    following: str | None = None,
    is_default: bool = False,
) -> str:
    default = ' w:default="1"' if is_default else ""
    based = "" if is_default else f'<w:basedOn w:val="{based_on}"/>'
    after = "" if following is None else f'<w:next w:val="{following}"/>'
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{id_}"><w:name w:val="{name}"/>'
        f"{based}{after}<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def _heading(level: int) -> str:
    before = 360 if level == 1 else 240 if level == 2 else 200
    return _paragraph(
        f"Heading{level}",
        f"heading {level}",
        f'<w:keepNext/><w:keepLines/><w:spacing w:before="{before}" w:after="60"/>'
        f'<w:outlineLvl w:val="{level - 1}"/>',
        f"<w:b/><w:bCs/>{_size(_HEADING_SIZES[level - 1])}",
        following="Normal",
    )


def _character(id_: str, name: str, run: str) -> str:
    return (
        f'<w:style w:type="character" w:styleId="{id_}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:rPr>{run}</w:rPr></w:style>'
    )


def _table_styles() -> str:
    sides = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 0), ("left", 85), ("bottom", 0), ("right", 85))
    )
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr>'
        '<w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
        '<w:style w:type="table" w:styleId="QuietTable"><w:name w:val="Quiet Table"/>'
        '<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>'
        f'<w:top w:val="single" w:sz="8" w:space="0" w:color="{INK}"/>'
        f'<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{INK}"/>'
        f'<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{_LINE}"/>'
        f"</w:tblBorders><w:tblCellMar>{sides}</w:tblCellMar></w:tblPr></w:style>"
    )
