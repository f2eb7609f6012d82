"""Which fields interviews, observed meetings and document requests have, and how they are read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from crosscase.errors import MistakeOfUse
from crosscase.fieldwork.field_choices import (
    ACTIVITY_KINDS,
    INTERVIEW,
    MEETING,
    MODES,
    REQUEST,
    REQUEST_STANDINGS,
)
from crosscase.fieldwork.field_readers import (
    read_case,
    read_coder,
    read_counts,
    read_day,
    read_guide,
    read_minutes,
    read_one_of,
    read_one_or_other,
    read_participants,
    read_pieces,
    read_source,
    read_text,
    read_time,
    read_truth,
)
from crosscase.fieldwork.field_records import RecordField
from crosscase.store.session import Reading
from crosscase.store.source_names import find_source
from crosscase.store.source_texts import source_text

__all__ = ["ACTIVITY_FIELDS", "DETAILS_OF"]

# What only one kind has lies together in the details of an activity.
DETAILS_OF: Mapping[str, tuple[str, ...]] = {
    INTERVIEW: (),
    MEETING: ("agenda", "attendance", "decided", "deferred", "avoided"),
    REQUEST: ("mentioned_in", "public", "standing", "arrived_day"),
}


def _read_mention(reading: Reading, raw: Any) -> dict[str, Any]:
    """Where a document was spoken of: a source and the offset at which it begins."""
    if isinstance(raw, str):
        name, mark, offset = raw.rpartition("@")
        named, at = (name, offset.strip()) if mark else (raw, "")
    else:
        named, at = str(raw[0]), str(raw[1])
    source = find_source(reading, named.strip())
    if not at:
        return {"source": source.id}
    text = source_text(reading, source)
    if not at.isdecimal() or int(at) >= len(text.words()):
        raise MistakeOfUse(
            f"“{at}” is no offset in “{source.name}”, which has {len(text.words()):,} characters.",
            slug="not-an-offset",
            hint="Give the source and the number of the character, counted from 0: SOURCE@184.",
        )
    return {"source": source.id, "revision": text.revision, "start_char": int(at)}


ACTIVITY_FIELDS = (
    RecordField(
        "activity_kind", read_one_of("kind of activity", ACTIVITY_KINDS), ("kind",), is_needed=True
    ),
    RecordField("name", read_text, ("activity", "what")),
    RecordField("participants", read_participants, ("participant", "person", "with")),
    RecordField("case", read_case, ("site", "asked of")),
    RecordField("day", read_day, ("date",)),
    RecordField("start_time", read_time, ("start", "time")),
    RecordField("minutes", read_minutes, ("length", "duration")),
    RecordField("mode", read_one_or_other(MODES)),
    RecordField("led_by", read_coder, ("interviewer", "observer")),
    RecordField("guide", read_guide),
    RecordField("source", read_source, ("transcript", "fieldnote")),
    RecordField("note", read_text),
    RecordField("agenda", read_text),
    RecordField("attendance", read_counts),
    RecordField("decided", read_pieces),
    RecordField("deferred", read_pieces),
    RecordField("avoided", read_pieces),
    RecordField("mentioned_in", _read_mention),
    RecordField("public", read_truth),
    RecordField("standing", read_one_of("standing of a request", REQUEST_STANDINGS)),
    RecordField("arrived_day", read_day, ("arrived",)),
)
