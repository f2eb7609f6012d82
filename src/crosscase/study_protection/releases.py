"""The verbs of releases: what left the study, when, to whom, and under which policy."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from crosscase.errors import MistakeOfUse
from crosscase.fieldwork.field_readers import read_day, read_text
from crosscase.fieldwork.field_records import Held, NamedRecords, RecordField, by_day
from crosscase.fieldwork.field_words import tidy
from crosscase.model.fieldwork_nouns import Release
from crosscase.model.ids import Id, id_of_bytes
from crosscase.query.study_view import study_view
from crosscase.store.as_of import state_name
from crosscase.store.recording import Recorded
from crosscase.store.session import Reading
from crosscase.study_protection.disclosure_attribution import (
    AS_IT_IS,
    AttributedQuote,
    attributed_quotes,
)
from crosscase.study_protection.disclosure_report import DisclosureReport, PrintedQuote

__all__ = ["RELEASE_KINDS", "Releases", "items_of_report"]

RELEASE_KINDS = ("quotes", "table", "profile", "report", "archive")


def _read_name(reading: Reading, raw: Any) -> str:
    return tidy(str(raw))


def _read_kind(reading: Reading, raw: Any) -> str:
    kind = tidy(str(raw)).casefold()
    if kind not in RELEASE_KINDS:
        raise MistakeOfUse(
            f"“{raw}” is no kind of release.",
            slug="unknown-value",
            hint=f"Say {', '.join(RELEASE_KINDS)}.",
        )
    return kind


def _as_it_is(reading: Reading, raw: Any) -> Any:
    return raw


class Releases(NamedRecords[Release]):
    """What left the study. Places and labels are kept, never words."""

    noun, what, plural = Release, "release", "releases"
    fields = (
        RecordField("name", _read_name, is_needed=True),
        RecordField("release_kind", _read_kind, is_needed=True),
        RecordField("day", read_day),
        RecordField("recipient", read_text),
        RecordField("note", read_text),
        RecordField("items", _as_it_is),
        RecordField("heads", _as_it_is),
        RecordField("policy", _as_it_is),
        RecordField("participants", _as_it_is),
    )

    def all(self) -> list[Release]:
        """The releases by day; what has no day comes first."""
        with self._session.reading() as reading:
            return sorted(reading.all(Release), key=by_day)

    def record(
        self,
        name: str,
        report: DisclosureReport,
        *,
        kind: str | None = None,
        recipient: str | None = None,
        day: str | None = None,
        note: str | None = None,
        remedy: str = AS_IT_IS,
    ) -> Release:
        """Record what left: the quotes, tables and profile of a check, as they were printed.

        Args:
            name: what it is called, such as the paper's short title.
            report: what `study.disclosure.risks(...)` told of it.
            kind: quotes, table, profile, report or archive; otherwise what the report holds.
            recipient: who has it now.
            day: the ISO day on which it left.
            note: anything else to remember.
            remedy: what was done to the labels of quotes at risk, as in
                `study.disclosure.attributed(...)`. A quote that no label helps is recorded as it
                is in the study: it may have left in other words.
        """
        printed = attributed_quotes(report, remedy)
        with self._session.reading() as reading:
            items = items_of_report(reading, report, printed)
        people = {each.participant for each in report.quotes if each.participant is not None}
        return self._add(
            {
                "name": name,
                "release_kind": kind or _kind_of(report),
                "day": day,
                "recipient": recipient,
                "note": note,
                "items": items,
                "heads": state_name(self._session.file),
                "policy": report.policy.to_plain(),
                "participants": tuple(sorted(people)) or None,
            }
        )

    def require_free(self, name: str) -> None:
        """Refuse a name that a release has."""
        folded = tidy(name).casefold()
        with self._session.reading() as reading:
            if any(tidy(each.name or "").casefold() == folded for each in reading.all(Release)):
                raise _taken(name)

    def change(self, record: str, **fields: Any) -> Recorded | None:
        """Change what is said of a release: name, kind, day, recipient, note; never what left."""
        said = {("release_kind" if name == "kind" else name): each for name, each in fields.items()}
        fixed = [name for name in said if name in ("items", "heads", "policy", "participants")]
        if fixed:
            raise MistakeOfUse(
                f"The {fixed[0]} of a release stay as they were when it left.",
                slug="release-is-fixed",
                hint="Record another release, or remove this one.",
            )
        return super().change(record, **said)

    def _check(self, reading: Reading, record: Release, held: Held[Release]) -> None:
        if any(each.id != record.id for each in held.having("name", record.name)):
            raise _taken(record.name)


def _taken(name: str) -> MistakeOfUse:
    return MistakeOfUse(
        f"There is a release “{tidy(name)}” already.",
        slug="name-taken",
        hint="Choose another name.",
    )


def items_of_report(
    reading: Reading, report: DisclosureReport, printed: Iterable[AttributedQuote]
) -> dict[str, Any]:
    """What a release holds: passages with what stood beside them, tables, a profile."""
    view = study_view(reading)
    rows = {each.source: view.texts[view.rows[each.source]].revision for each in report.quotes}
    ids = reading.file.ids_of_rows(reading.connection, rows.values())
    quotes = []
    for each in printed:
        quote = each.quote
        passage = _place(quote, id_of_bytes(ids[rows[quote.source]]))
        attribution = quote.attribution if each.attribution is None else each.attribution
        quotes.append({**passage, "attribution": dict(attribution)})
    tables = [
        {
            "rows": table.rows,
            "columns": table.columns,
            "row_labels": list(table.row_labels),
            "column_labels": list(table.column_labels),
            "counts": [list(counts) for counts in table.guarded.shown],
        }
        for table in report.tables
    ]
    items: dict[str, Any] = {"quotes": quotes, "tables": tables}
    if report.profile is not None:
        items["profile"] = {
            "frame": report.profile.frame,
            "characteristics": dict(report.profile.profile),
        }
    return {name: each for name, each in items.items() if each}


def _place(quote: PrintedQuote, revision: Id) -> dict[str, Any]:
    return {
        "source": quote.source,
        "revision": revision,
        "start_char": quote.start_char,
        "end_char": quote.end_char,
        "participants": [] if quote.participant is None else [quote.participant],
        "named": quote.pseudonym is not None,
    }


def _kind_of(report: DisclosureReport) -> str:
    if report.quotes:
        return "quotes"
    return "table" if report.tables else "profile"
