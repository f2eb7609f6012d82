"""All tables of a study in one workbook, one JSON file, or a folder with a csv for each."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from crosscase.errors import Conflict, MistakeOfUse, NotFound, UnreadableFile
from crosscase.formats.tables import write_csv
from crosscase.formats.workbook_writing import MOST_CHARACTERS_A_CELL, Sheet, write_large_sheets
from crosscase.study_exchange.study_tables import Cell, StudyTable

__all__ = ["WrittenTables", "write_table_files"]

_TEXT_ENDINGS = (".xlsx", ".json")
_CUT = "…"


@dataclass(frozen=True, slots=True)
class WrittenTables:
    """Where all tables went, how many rows each has, and how many cells a sheet had to cut."""

    place: Path
    rows: dict[str, int]
    cut: int = 0


def write_table_files(
    tables: Iterable[StudyTable], place: Path, *, replace: bool = False
) -> WrittenTables:
    """Write all tables: a .xlsx, a .json, or else a folder of csv files; all of it or nothing.

    Raises:
        Conflict: it is there already, and is not to be replaced.
        MistakeOfUse: the ending is that of some other file, or a sheet cannot hold the rows.
        NotFound: its folder is not there.
        UnreadableFile: it cannot be written.
    """
    ending = place.suffix.casefold()
    if ending and ending not in _TEXT_ENDINGS:
        raise MistakeOfUse(
            f"“{place.name}” has no ending that says how all tables are written.",
            slug="unknown-format",
            hint="All tables are written as .xlsx, as .json, or into a folder as csv files.",
        )
    _require_free(place, is_folder=not ending, replace=replace)
    counted: dict[str, int] = {}
    cutter = _Cutter()
    try:
        # A folder of its own: nothing that lies there already may be in the way, or be lost.
        with TemporaryDirectory(dir=place.parent, prefix=".tables-") as own:
            part = Path(own, place.name)
            _write(_counted(tables, counted), part, cutter)
            if place.is_dir():
                shutil.rmtree(place)
            part.replace(place)
    except FileNotFoundError:
        raise NotFound(f"There is no folder “{place.parent}”.", slug="folder-not-found") from None
    except OSError as error:
        raise UnreadableFile(
            f"“{place.name}” cannot be written: {(error.strerror or 'unknown reason').lower()}.",
            slug="cannot-write",
            hint="Choose a folder that you may write to, with enough space.",
        ) from error
    return WrittenTables(place, counted, cutter.cut)


def _require_free(place: Path, *, is_folder: bool, replace: bool) -> None:
    """Refuse what is there; only a folder of nothing but such tables is ever replaced."""
    if not place.exists():
        return
    if not replace:
        raise Conflict(
            f"“{place.name}” is there already.",
            slug="file-exists",
            hint="Choose another name, or give --replace.",
        )
    is_other = place.is_dir() != is_folder
    if is_other or (is_folder and any(each.suffix != ".csv" for each in place.iterdir())):
        raise Conflict(
            f"“{place.name}” holds something else, so it is not replaced.",
            slug="file-exists",
            hint="Choose another name.",
        )


def _counted(tables: Iterable[StudyTable], counted: dict[str, int]) -> Iterator[StudyTable]:
    for table in tables:
        counted[table.name] = len(table.rows)
        yield table


def _write(tables: Iterable[StudyTable], part: Path, cutter: _Cutter) -> None:
    match part.suffix.casefold():
        case ".xlsx":
            write_large_sheets(_sheets(tables, cutter), part)
        case ".json":
            with part.open("w", encoding="utf-8", newline="\n") as stream:
                stream.writelines(_json_lines(tables))
        case _:
            part.mkdir()
            for table in tables:
                data = write_csv(table.columns, table.rows, guard=True)
                (part / f"{table.name}.csv").write_bytes(data)


def _json_lines(tables: Iterable[StudyTable]) -> Iterator[str]:
    """One object of tables, each a list of rows, written row by row."""
    opening = "{\n"
    for table in tables:
        yield f"{opening}{json.dumps(table.name)}: ["
        between = "\n"
        for row in table.rows:
            record = dict(zip(table.columns, row, strict=True))
            yield f"{between}{json.dumps(record, ensure_ascii=False)}"
            between = ",\n"
        yield "]"
        opening = ",\n"
    yield "\n}\n"


def _sheets(tables: Iterable[StudyTable], cutter: _Cutter) -> Iterator[Sheet]:
    for table in tables:
        yield Sheet(table.name, table.columns, map(cutter.cells, table.rows))


class _Cutter:
    """Cuts the words that are too many for one cell of a sheet, and counts how often."""

    def __init__(self) -> None:
        self.cut = 0

    def cells(self, row: Sequence[Cell]) -> list[Cell]:
        """A row as a sheet can hold it."""
        return [self._cell(each) if isinstance(each, str) else each for each in row]

    def _cell(self, words: str) -> str:
        if len(words) <= MOST_CHARACTERS_A_CELL:
            return words
        self.cut += 1
        return words[: MOST_CHARACTERS_A_CELL - 1] + _CUT
