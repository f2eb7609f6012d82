"""Codebooks as files: a table (csv, xlsx), YAML, or a Markdown outline."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath

from crosscase.errors import MistakeOfUse, UnreadableFile
from crosscase.formats.codebook_entries import (
    FIELDS,
    CodebookEntry,
    Draft,
    entries_from_drafts,
    in_tree_order,
    joined_path,
    split_path,
)
from crosscase.formats.codebook_outline import outline_drafts, written_outline
from crosscase.formats.codebook_yaml import written_yaml, yaml_drafts
from crosscase.formats.decoding import decode
from crosscase.formats.document import checked_text
from crosscase.formats.tables import read_table, write_csv, write_xlsx

__all__ = ["CODEBOOK_FORMATS", "CodebookEntry", "in_tree_order", "read_codebook", "write_codebook"]

CODEBOOK_FORMATS = ("csv", "xlsx", "yaml", "markdown")
_ENDINGS = {
    **dict.fromkeys((".csv", ".tsv", ".xlsx", ".txt"), "csv"),
    **dict.fromkeys((".yaml", ".yml", ".json"), "yaml"),
    **dict.fromkeys((".md", ".markdown"), "markdown"),
}
_OTHER_NAMES = {
    "name": "code",
    "description": "definition",
    "include": "includes",
    "inclusion": "includes",
    "exclude": "excludes",
    "exclusion": "excludes",
    "examples": "example",
    "color": "colour",
}
_MOST_BYTES = 5_000_000


def _table_drafts(data: bytes, name: str) -> list[Draft]:
    table = read_table(data, name)
    called = [_OTHER_NAMES.get(c.casefold(), c.casefold()) for c in table.columns]
    if "path" not in called and "code" not in called:
        raise MistakeOfUse(
            f"“{name}” has no column “code” or “path”.",
            hint=f"A codebook table has the columns code, parent, {', '.join(FIELDS)}.",
            slug="no-code-column",
        )
    drafts: list[Draft] = []
    for line, row in zip(table.lines, table.rows, strict=True):
        cells = dict(zip(called, row, strict=True))
        texts = {field: cells[field] for field in FIELDS if cells.get(field, "").strip()}
        names = split_path(cells["path"]) if "path" in cells else (cells["code"].strip(),)
        if not all(names):
            raise MistakeOfUse(
                f"Line {line} of “{name}” has no name for its code.", slug="nameless-code"
            )
        above = joined_path(names[:-1]) if "path" in cells else cells.get("parent", "")
        drafts.append(Draft(line, names[-1], parent=above.strip() or None, texts=texts))
    return drafts


def read_codebook(data: bytes, name: str) -> tuple[CodebookEntry, ...]:
    """Read a codebook.

    Args:
        data: the file.
        name: its name; the ending tells the format: csv, tsv, xlsx, yaml, json or md.
            Columns and keys other than those of an entry are passed over.

    Returns:
        The entries in tree order.

    Raises:
        UnreadableFile: it is empty or damaged.
        MistakeOfUse: a parent is unknown or unclear, codes are each other's parents, a code
            stands twice or has no name; or the ending is not known.
    """
    format = _ENDINGS.get(PurePath(name).suffix.casefold())
    if format is None:
        raise MistakeOfUse(
            f"“{name}” has no ending that says how its codebook is written.",
            hint="Codebooks are read from .csv, .xlsx, .yaml and .md files.",
            slug="unknown-codebook-format",
        )
    if format == "csv":
        return entries_from_drafts(_table_drafts(data, name))
    if len(data) > _MOST_BYTES:
        raise UnreadableFile(
            f"“{name}” has {len(data) / 1e6:,.0f} MB; codebooks are read up to 5 MB.",
            slug="file-too-large",
        )
    text = checked_text(decode(data, name).text, name)
    drafts = yaml_drafts(text, name) if format == "yaml" else outline_drafts(text)
    if not drafts:
        raise MistakeOfUse(
            f"“{name}” holds no code.",
            hint="Write a line “- Name: definition” for each code.",
            slug="no-codes",
        )
    return entries_from_drafts(drafts)


def write_codebook(entries: Iterable[CodebookEntry], format: str) -> bytes:
    """Write a codebook; ``read_codebook`` gives the same entries back.

    Args:
        entries: the codes, in any order.
        format: ``csv``, ``xlsx``, ``yaml`` or ``markdown``.

    Returns:
        The file.

    Raises:
        MistakeOfUse: a path stands twice, the code above one is missing, or the format is
            not known.
    """
    ordered = in_tree_order(entries)
    if format == "yaml":
        return written_yaml(ordered).encode()
    if format == "markdown":
        return written_outline(ordered).encode()
    if format not in CODEBOOK_FORMATS:
        raise MistakeOfUse(
            f"Codebooks are not written as “{format}”.",
            hint=f"Choose one of {', '.join(CODEBOOK_FORMATS)}.",
            slug="unknown-codebook-format",
        )
    columns = ("code", "parent", *FIELDS)
    rows = [
        (entry.path[-1], joined_path(entry.path[:-1]), *(entry.texts().get(f) for f in FIELDS))
        for entry in ordered
    ]
    return (
        write_csv(columns, rows, guard=True)
        if format == "csv"
        else write_xlsx(columns, rows, sheet_name="Codebook")
    )
