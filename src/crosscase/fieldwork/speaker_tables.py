"""The rows of a table that says who speaks: source, speaker, participant, role."""

from __future__ import annotations

from crosscase.errors import CrosscaseError, MistakeOfUse, NotFound
from crosscase.fieldwork.case_names import CaseNames, name_key, read_case_names
from crosscase.fieldwork.field_words import PERSON
from crosscase.fieldwork.speaker_labels import (
    SpeakerRow,
    checked_role,
    find_label,
    read_speakers,
)
from crosscase.fieldwork.table_rows import Row, TableRows
from crosscase.model.ids import Id
from crosscase.model.nouns import Case
from crosscase.model.table_rows import RefusedRow
from crosscase.store.session import Reading
from crosscase.store.source_names import find_source

__all__ = ["link_rows"]

Link = tuple[SpeakerRow, Case | None, str]


def link_rows(reading: Reading, table: TableRows) -> tuple[list[Link], list[RefusedRow]]:
    """What the rows say of each label, and the rows that cannot be taken.

    Two rows that say different things of one label are refused both; one about a label of one
    source goes before one about that label in all sources.
    """
    speaker = table.column("speaker", "label")
    source, participant = table.find_column("source"), table.find_column("participant")
    role = table.find_column("role")
    if participant is None and role is None:
        table.column("participant", "role")
    rows, names = read_speakers(reading), read_case_names(reading)
    of_source: dict[Id, list[SpeakerRow]] = {}
    of_label: dict[str, list[SpeakerRow]] = {}
    for each in rows:
        of_source.setdefault(each.source.id, []).append(each)
        of_label.setdefault(name_key(each.label), []).append(each)
    said: dict[tuple[Id, str], list[tuple[Row, bool, Link]]] = {}
    refused: list[RefusedRow] = list(table.refused)
    for row in table.rows:
        try:
            person, part = _who(names, row, participant, role)
            label = row[speaker]
            if not label:
                raise MistakeOfUse(
                    f"The row has nothing in the column “{speaker}”.", slug="empty-speaker"
                )
            if source is not None and row[source]:
                at = find_source(reading, row[source])
                found = [find_label(of_source.get(at.id, []), at, label)]
                everywhere = False
            else:
                found, everywhere = of_label.get(name_key(label), []), True
                if not found:
                    raise NotFound(
                        f"Nobody speaks as “{label}” in any source.", slug="speaker-not-found"
                    )
        except CrosscaseError as error:
            refused.append((row.line, error))
            continue
        for each in found:
            key = each.source.id, each.label
            said.setdefault(key, []).append((row, everywhere, (each, person, part)))
    links = []
    for sayings in said.values():
        nearest = [saying for saying in sayings if not saying[1]] or sayings
        if len({(who and who.id, part) for _, _, (_, who, part) in nearest}) > 1:
            refused += _contradictions(nearest)
        else:
            links.append(nearest[0][2])
    return links, sorted(dict(reversed(refused)).items())


def _who(
    names: CaseNames, row: Row, participant: str | None, role: str | None
) -> tuple[Case | None, str]:
    wanted = row[participant] if participant is not None else ""
    part = row[role] if role is not None else ""
    if not wanted and not part:
        raise MistakeOfUse(
            "The row names neither a participant nor a role.",
            slug="nobody-linked",
            hint="Write who speaks, or interviewer, observer or other as the role.",
        )
    person = names.find(wanted, PERSON) if wanted else None
    return person, checked_role(part or None, person)


def _contradictions(sayings: list[tuple[Row, bool, Link]]) -> list[RefusedRow]:
    lines = sorted({row.line for row, _, _ in sayings})
    label, source = sayings[0][2][0].label, sayings[0][2][0].source.name
    listed = " and ".join(str(line) for line in lines)
    error = MistakeOfUse(
        f"Lines {listed} say different things of “{label}” in “{source}”.",
        slug="contradictory-links",
        hint="Keep one of them; an exception at one place is linked by its passage.",
    )
    return [(line, error) for line in lines]
