"""What the commands of all records of fieldwork share: lists, changes, imports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from crosscase.cli.importing_tables import rows_answer
from crosscase.cli.opening import opened
from crosscase.cli.options import Common, says
from crosscase.cli.plain_values import plain
from crosscase.cli.rendering import Answer, warn
from crosscase.cli.table_files import table_of
from crosscase.cli.verbs import did

if TYPE_CHECKING:
    from crosscase.fieldwork.field_records import FieldRecords
    from crosscase.fieldwork.table_records import TableRecords
    from crosscase.store.recording import Recorded
    from crosscase.study import Study

__all__ = [
    "Person",
    "Sheet",
    "TableFile",
    "change_record",
    "import_records",
    "list_of",
    "remove_record",
    "restore_record",
    "told",
]

Person = Annotated[str, says("The participant, by name or id.", "PARTICIPANT")]
TableFile = Annotated[Path, says("A table: csv, tsv, xlsx or ods.", "FILE")]
Sheet = Annotated[str | None, says("The sheet of a spreadsheet; otherwise the first.")]

_NAMED = (
    "participant", "referred_by", "contacted_by", "led_by", "guide", "source", "case", "amends",
)  # fmt: skip

_NOT_SHOWN = "(not shown)"  # removed meanwhile, or withdrawn


def told(record: Any, names: Mapping[str, str]) -> dict[str, Any]:
    """A record with the names of what it refers to, its details beside its other fields."""
    data: dict[str, Any] = plain(record)
    data |= data.pop("details", None) or {}
    del data["dropped"]
    for field in _NAMED:
        if data.get(field) is not None:
            data[field] = names.get(data[field], _NOT_SHOWN)
    if data.get("participants") is not None:
        data["participants"] = [names.get(each, _NOT_SHOWN) for each in data["participants"]]
    if data.get("mentioned_in") is not None:
        mention = data["mentioned_in"]
        data["mentioned_in"] = {**mention, "source": names.get(mention["source"], _NOT_SHOWN)}
    return data


def list_of(
    key: str, records: Sequence[Any], names: Mapping[str, str], columns: Mapping[str, str]
) -> Answer:
    """A list of records; ``columns`` are headings with the field below each."""
    data = [told(record, names) for record in records]
    rows = [[each.get(field) for field in columns.values()] for each in data]
    return Answer(
        {key: data},
        lambda screen: screen.table(list(columns), rows, empty=f"No {key} yet."),
    )


def change_record(
    work: Study, records: FieldRecords[Any], wanted: str, fields: Mapping[str, Any]
) -> Answer:
    """Change the fields that were given; an empty text clears one."""
    found = records.get(wanted)
    recorded = records.change(found.id, **fields)
    after = told(records.get(found.id), work.fieldwork.names())
    return _done(records, recorded, f"Changed the {_called(records, after)}.", after)


def remove_record(study: Path, kind: str, wanted: str, common: Common) -> Answer:
    """Hide a record; undo or restore brings it back."""
    with opened(study, common) as work:
        records: FieldRecords[Any] = getattr(work, kind)
        found = records.get(wanted)
        recorded = records.remove(found.id)
        said = _called(records, told(found, work.fieldwork.names()))
    return _done(records, recorded, f"Removed the {said} ({found.id}).", found.id)


def restore_record(study: Path, kind: str, wanted: str, common: Common) -> Answer:
    """Bring a removed record back."""
    with opened(study, common) as work:
        records: FieldRecords[Any] = getattr(work, kind)
        recorded = records.restore(wanted)
        found = records.get(wanted)
        said = _called(records, told(found, work.fieldwork.names()))
    return _done(records, recorded, f"Restored the {said}.", found.id)


def import_records(
    study: Path,
    kind: str,
    file: Path,
    *,
    sheet: str | None,
    strict: bool,
    dry_run: bool,
    common: Common,
) -> Answer:
    """Take records from the rows of a table, as one operation."""
    table = table_of(file, sheet)
    with opened(study, common, reads=dry_run) as work:
        records: TableRecords[Any] = getattr(work, kind)
        done = records.import_table(
            table.columns, table.rows, lines=table.lines, strict=strict, dry_run=dry_run
        )
    if done.unused:
        listed = ", ".join(f"“{column}”" for column in done.unused)
        warn(f"Not taken, since a {records.what} has no such field: {listed}.")
    said = f"{'Would import' if dry_run else 'Imported'} {_counted(done.made, records)}"
    if done.updated:
        said += f", {'change' if dry_run else 'changed'} {done.updated:,}"
    if done.already_there:
        were = "was" if done.already_there == 1 else "were"
        said += f"; {done.already_there:,} {were} there already"
    return rows_answer({"dry_run": dry_run, "import": done}, f"{said}.", done.refused)


def _done(records: FieldRecords[Any], recorded: Recorded | None, said: str, record: Any) -> Answer:
    details: dict[str, Any] = {records.what: record}
    return did(recorded, said, None, **details)


def _counted(number: int, records: FieldRecords[Any]) -> str:
    return f"{number:,} {records.what if number == 1 else records.plural}"


def _called(records: FieldRecords[Any], data: Mapping[str, Any]) -> str:
    """What a sentence calls a record: the approval “Ethics”, the contact with P01."""
    if data.get("name"):
        return f"{records.what} “{data['name']}”"
    return f"{records.what} of {data['participant']}"
