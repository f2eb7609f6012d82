"""Rich Text Format, as WordPad, Word and TextEdit write it."""

from __future__ import annotations

import re

from crosscase.errors import UnreadableFile
from crosscase.formats.document import Document, Note, checked_text
from crosscase.model.counted import counted

__all__ = ["read_rtf"]

# Groups that hold no words of the document: pictures, what a reader that does not know
# them must skip, and words that a tracked change took out.
_WORDLESS = re.compile(
    r"(?<!\\)(?:\\\\)*(\{(?:\\\*|\\pict(?![a-z])|\\footnote(?![a-z])"
    r"|(?:\\[a-z]{1,32}-?[0-9]{0,10} ?){0,30}\\deleted(?![a-z0-9])))"
)
_INSIDE = re.compile(r"\\bin([0-9]{1,10}) ?|\\[\\{}]|[{}]")
_CELL = re.compile(r"(?<!\\)((?:\\\\)*)\\(?:nest)?cell(?![a-z])[ ]?")
_FONT = re.compile(r"\\f([0-9]{1,9})((?:(?!\\f[0-9]).)*)", re.DOTALL)
_CHARSET = re.compile(r"\\fcharset([0-9]{1,9})")
_SURROGATES = re.compile(r"[\ud800-\udbff][\udc00-\udfff]")


def _end_of_group(rtf: str, start: int) -> int:
    """Where the group that opens at ``start`` ends, or -1 when it is never closed."""
    depth, at = 0, start
    while (token := _INSIDE.search(rtf, at)) is not None:
        at = token.end()
        if token[1]:
            at += int(token[1])
        elif token[0] == "{":
            depth += 1
        elif token[0] == "}":
            depth -= 1
            if depth == 0:
                return at
    return -1


def _without_wordless_groups(rtf: str) -> tuple[str, dict[str, int]]:
    kept: list[str] = []
    counts = {"footnote": 0, "deleted": 0, "annotation": 0}
    at = 0
    while (group := _WORDLESS.search(rtf, at)) is not None:
        start = group.start(1)
        end = _end_of_group(rtf, start)
        if end < 0:
            break
        for word in counts:
            counts[word] += f"\\{word}" in rtf[start : group.end() + 12]
        kept.append(rtf[at:start])
        at = end
    kept.append(rtf[at:])
    return "".join(kept), counts


def _with_plain_font_table(rtf: str) -> str:
    """The fonts with nothing but number and character set, all that decoding needs.

    The library's own search of a long font table takes time by the square of its length.
    """
    start = rtf.find(r"{\fonttbl")
    end = _end_of_group(rtf, start) if start >= 0 else -1
    if end < 0:
        return rtf
    fonts: list[str] = []
    for number, said in _FONT.findall(rtf[start:end]):
        charset = _CHARSET.search(said)
        if charset is not None:
            fonts.append(f"{{\\f{number}\\fcharset{charset[1]} x;}}")
    return f"{rtf[:start]}{{\\fonttbl{''.join(fonts)}}}{rtf[end:]}"


def _notes(counts: dict[str, int], replaced: int) -> tuple[Note, ...]:
    said = (
        ("footnotes-left-out", counts["footnote"], "footnote", "left out"),
        ("comments-left-out", counts["annotation"], "reviewer comment", "left out"),
        ("deletions-left-out", counts["deleted"], "tracked deletion", "left out"),
        ("characters-unreadable", replaced, "unreadable character", "shown as \ufffd"),
    )
    return tuple(
        Note(slug, f"{counted(count, what)} {'was' if count == 1 else 'were'} {done}.")
        for slug, count, what, done in said
        if count
    )


def read_rtf(data: bytes, name: str) -> Document:
    """Read the words of an RTF file.

    Args:
        data: the file.
        name: its name, for sentences.

    Returns:
        The words, a paragraph a line, table rows as lines with tabs; headings are not known.

    Raises:
        UnreadableFile: it is damaged, cut short or empty.
    """
    from striprtf.striprtf import rtf_to_text

    rtf = data.decode("latin-1").lstrip("\ufeff\xef\xbb\xbf \t\r\n")
    if _end_of_group(rtf, 0) < 0:
        raise UnreadableFile(
            f"“{name}” was cut short: the end of the RTF is missing.",
            hint="Copy it again, or open it in a word processor and save it as .docx.",
            slug="damaged-file",
        )
    words, counts = _without_wordless_groups(rtf)
    words = _with_plain_font_table(_CELL.sub(r"\1\\tab ", words))
    try:
        text = str(rtf_to_text(words, errors="replace"))  # type: ignore[no-untyped-call]
    except (ValueError, LookupError, OverflowError, TypeError) as error:
        raise UnreadableFile(
            f"“{name}” is damaged: its RTF cannot be read.",
            hint="Open it in a word processor and save it as .docx.",
            slug="damaged-file",
        ) from error
    # RTF writes characters beyond the first plane as two halves.
    text = _SURROGATES.sub(
        lambda pair: pair[0].encode("utf-16", "surrogatepass").decode("utf-16"), text
    )
    text = re.sub(r"\t(?=\n)", "", text.replace("\0", "")).strip("\n")
    notes = _notes(counts, text.count("\ufffd"))
    return Document(checked_text(text, name), "rtf", notes=notes)
