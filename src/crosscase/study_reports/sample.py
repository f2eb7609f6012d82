"""The sample and recruitment report: who took part, who was asked, and where nobody stands."""

from __future__ import annotations

from crosscase.fieldwork.field_choices import INTERVIEW
from crosscase.fieldwork.participants import Participants
from crosscase.fieldwork.recruitment import NONE, SEVERAL, TOTAL
from crosscase.report.document import Cover
from crosscase.report.sections import Section, SectionedDocument
from crosscase.study_fieldwork.empty_cells import warnings_of
from crosscase.study_fieldwork.fieldwork import Fieldwork
from crosscase.study_fieldwork.lengths import interview_lengths
from crosscase.study_reports.known import Known, headed
from crosscase.study_reports.told import told
from crosscase.study_reports.told_people import dimensions

__all__ = ["sample_report"]

_NAMES = {NONE: "without any", SEVERAL: "in several, none counts", TOTAL: "all"}


def sample_report(known: Known, cover: Cover) -> SectionedDocument:
    """How cases and participants were chosen, the recruitment table, and what came of asking."""
    sides = dimensions(known)[:2]
    chosen = told(known, "context", "sampling")
    sections = [headed("Choice of cases and participants", chosen, "No choice is recorded.")]
    if len(sides) == 2:
        sections.append(_crossed(known, *sides))
    if sides:
        sections.append(_rates(known, sides[0]))
    sections.append(_lengths(known))
    return SectionedDocument(cover, "Sample and recruitment", sections)


def _crossed(known: Known, rows: str, columns: str) -> Section:
    frame = Participants(known.session).recruitment_frame(rows, columns)
    empty = warnings_of(Fieldwork(known.session).empty_cells(rows, columns))
    return Section(
        f"Participants by {rows} and {columns}",
        tuple(empty),
        [frame.columns[0], *(_NAMES.get(each, each) for each in frame.columns[1:])],
        [(_NAMES.get(row[0], row[0]), *row[1:]) for row in frame.iter_rows()],
        "There are no participants.",
    )


def _rates(known: Known, by: str) -> Section:
    rows = [
        (_NAMES.get(each.group, each.group), each.found, each.asked, each.agreed, each.declined,
         each.unavailable, each.no_answer, each.waiting, each.interviewed)
        for each in Fieldwork(known.session).response_rates(by)
    ]  # fmt: skip
    asked = any(row[2] for row in rows)
    return Section(
        f"What came of asking, by {by}",
        (),
        (by, "found", "asked", "agreed", "declined", "unavailable", "no answer", "waiting",
         "interviewed"),
        rows if asked else (),
        "Nobody is recorded as asked.",
    )  # fmt: skip


def _lengths(known: Known) -> Section:
    interviews = [each for each in known.field.activities if each.activity_kind == INTERVIEW]
    found = interview_lengths(interviews, known.field.people, None)[-1]
    sentences = told(known, "collection", "duration", "repeats", "setting")
    missing = [f"Interviews without a length: {found.missing:,}."] if found.missing else []
    return headed("Interviews", [*sentences, *missing], "None is recorded.")
