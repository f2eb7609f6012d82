"""The verbs of sampling frames: import, describe, group, compare, remove."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from crosscase.errors import MistakeOfUse, NotFound
from crosscase.fieldwork.field_words import tidy
from crosscase.log.records import Draft
from crosscase.model.fieldwork_nouns import Frame
from crosscase.model.ids import derived_id
from crosscase.store.blobs import blob_hash
from crosscase.store.reading import find_entity
from crosscase.store.recording import Recorded
from crosscase.store.removed_things import find_removed
from crosscase.store.session import Reading, Session, changed, dropped, made
from crosscase.study_selection.frame_groupings import (
    FrameGrouping,
    MadeGrouping,
    RulesCompared,
    checked_grouping,
    compared,
    find_grouping,
    made_grouping,
    told_grouping,
)
from crosscase.study_selection.frame_import import read_frame_table
from crosscase.study_selection.frame_reading import (
    FrameDescription,
    ReadFrame,
    described,
    find_frame,
    meaning_of,
    named_frame,
    read_frame,
)
from crosscase.study_selection.frame_table import FrameTable
from crosscase.study_selection.public_counts import with_public_counts

if TYPE_CHECKING:
    import polars

__all__ = ["Frames", "ImportedFrame"]


@dataclass(frozen=True, slots=True)
class ImportedFrame:
    """What an import made of a frame: which cases came, went or changed against the last one.

    ``missing``            how many cases have no value, by characteristic, where any
    ``guessed``            the characteristics whose type nobody said
    ``groupings_dropped``  groupings that the new table cannot carry any more
    """

    name: str
    is_new: bool
    cases: int
    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[str, ...]
    missing: Mapping[str, int]
    guessed: tuple[str, ...]
    groupings_dropped: tuple[str, ...]
    recorded: Recorded | None = None


class Frames:
    """The sampling frames of a study."""

    def __init__(self, session: Session) -> None:
        self._session = session

    # -- reading -----------------------------------------------------------------------

    def all(self) -> list[Frame]:
        """All frames by name."""
        with self._session.reading() as reading:
            return sorted(reading.all(Frame), key=lambda each: (each.name.casefold(), each.id))

    def get(self, frame: str) -> Frame:
        """One frame by name or id."""
        with self._session.reading() as reading:
            return find_frame(reading, frame)

    def read(self, frame: str) -> ReadFrame:
        """A frame with its typed table and its groupings."""
        with self._session.reading() as reading:
            return read_frame(reading, frame)

    def frame(self, frame: str, *, counts: str = "exact") -> polars.DataFrame:
        """One row a case: case, name, each characteristic, and the label of each group.

        ``counts``: exact, or rounded as the study's disclosure policy may say.
        """
        found = self.read(frame)
        return with_public_counts(found.as_polars(), found.table, counts)

    def describe(self, frame: str) -> FrameDescription:
        """A frame at a glance: values, gaps, sources and groups."""
        return described(self.read(frame))

    def compare_rules(
        self,
        frame: str,
        characteristic: str,
        groups: int | None = 3,
        *,
        other: str | None = None,
        other_frame: str | None = None,
        rule: str | None = None,
        cut_points: Sequence[float] | None = None,
        labels: Sequence[str] | None = None,
        most_first: bool = False,
    ) -> RulesCompared:
        """Which cases change group by another rule, characteristic or frame.

        Without ``other`` the two rules of equal number (rank, cut-points) stand against each
        other; with ``cut_points`` the rank rule against these bands (as many groups as they make).
        With ``other`` or ``other_frame`` the same rule is read over that characteristic, or over
        the same one in that frame: a later release, another boundary.
        """
        table = self.read(frame).table
        other_table = table if other_frame is None else self.read(other_frame).table
        if cut_points is not None:
            groups = len(cut_points) + 1
        told: dict[str, Any] = {"labels": labels, "most_first": most_first}

        one = checked_grouping(table, characteristic, groups=groups, rule=rule, **told)
        if cut_points is not None:
            by: dict[str, Any] = {"cut_points": cut_points}
        elif other is not None or other_frame is not None:
            by = {"groups": groups, "rule": rule}
        else:
            by = {"groups": groups, "rule": "rank" if one.rule == "cut-points" else "cut-points"}
        two = checked_grouping(other_table, other or characteristic, **by, **told)
        return compared(table, one, other_table, two)

    # -- writing -----------------------------------------------------------------------

    def import_table(
        self,
        name: str,
        columns: Sequence[str],
        rows: Sequence[Sequence[Any]],
        *,
        id_column: str | None = None,
        name_column: str | None = None,
        unit: str | None = None,
        citation: str | None = None,
        characteristics: Sequence[Mapping[str, Any]] | None = None,
        description: str | None = None,
        lines: Sequence[int] | None = None,
        dry_run: bool = False,
    ) -> ImportedFrame:
        """Take a table of candidate cases as a frame; one of the same name is replaced.

        Args:
            name: what the frame is called.
            columns: their names; ``rows``: one case a row, where an empty cell is missing.
            id_column: the column of ids, else “case”, “id” or “code”.
            name_column: the column of names, else “name” where there is one.
            unit: what one case is, such as "care system".
            citation: where the frame comes from; ``description``: what it is for.
            characteristics: what the columns mean, each a mapping with ``column`` and any of
                label, type (number, share 0 to 1, percent, count, population, text, ordered with
                levels, day, truth), unit, source, date, definition. The type of a column without
                one is guessed. Without any, what a frame of this name says of its columns stays.
            lines: of the rows in their file, for errors; ``dry_run``: tell, and store nothing.

        Raises:
            MistakeOfUse: an id or a cell that cannot be, with its line and column.
        """
        called = tidy(name)
        if not called:
            raise MistakeOfUse("A frame needs a name.", slug="empty-name")
        told = {"unit": unit, "citation": citation, "description": description}
        reports: list[ImportedFrame] = []

        def decide(reading: Reading) -> Draft | None:
            was = named_frame(reading, called)
            before = None if was is None else meaning_of(was.table, columns)
            table = read_frame_table(
                columns,
                rows,
                id_column=id_column,
                name_column=name_column,
                characteristics=before if characteristics is None else characteristics,
                lines=lines,
            )
            draft, report = self._imported(reading, called, was, table, told)
            reports.append(report)
            return draft

        if dry_run:
            with self._session.reading() as reading:
                decide(reading)
            return reports[0]
        recorded = self._session.record(decide)
        return replace(reports[0], recorded=recorded)

    def add_shipped(
        self,
        shipped: str = "ics",
        *,
        name: str | None = None,
        population_date: str | None = None,
    ) -> ImportedFrame:
        """Take a frame that comes with crosscase, with its sources and licence.

        There is one: "ics", the 42 integrated care systems of England; ``population_date`` says
        which list of registered people it has, January 2022 if not given.
        """
        from crosscase.study_selection.area_data import shipped_frame

        if tidy(shipped).casefold() != "ics":
            raise NotFound(
                f"No frame called “{shipped}” comes with crosscase.",
                slug="shipped-frame-not-found",
                hint="There is “ics”, the 42 integrated care systems of England.",
            )
        found = shipped_frame() if population_date is None else shipped_frame(population_date)
        return self.import_table(
            name or found.name,
            found.columns,
            found.rows,
            id_column=found.id_column,
            name_column=found.name_column,
            unit=found.unit,
            citation=found.citation,
            characteristics=found.characteristics,
            description=found.description,
        )

    def classify(
        self,
        frame: str,
        characteristic: str,
        *,
        groups: int | None = None,
        cut_points: Sequence[float] | None = None,
        rule: str | None = None,
        labels: Sequence[str] | None = None,
        name: str | None = None,
        most_first: bool = False,
    ) -> MadeGrouping:
        """Group the cases of a frame by a number; the rule is stored, the groups follow the table.

        Args:
            frame: by name or id.
            characteristic: one that holds numbers.
            groups: how many groups of equal number; or else:
            cut_points: where one band ends and the next begins; a value on one opens the upper.
            rule: of groups of equal number: ``rank`` (the default: ties stay together, as the
                UK Health Security Agency's phe_quantile) or ``cut-points`` (quantiles, type 7).
            labels: what the groups are called, group 1 first.
            name: of the grouping; without it "<characteristic> group". One of this name is
                replaced, and what comes back says so.
            most_first: let group 1 hold the highest values instead of the lowest.
        """
        found: list[MadeGrouping] = []

        def decide(reading: Reading) -> Draft | None:
            read = read_frame(reading, frame)
            grouping = checked_grouping(
                read.table,
                characteristic,
                groups=groups,
                cut_points=cut_points,
                rule=rule,
                labels=labels,
                name=name,
                most_first=most_first,
            )
            folded = grouping.name.casefold()
            kept = [each for each in read.groupings if each.name.casefold() != folded]
            before = next((each for each in read.groupings if each not in kept), None)
            found.append(made_grouping(grouping, before, read.table))
            if grouping in read.groupings:
                return None
            return _regrouped(read.frame, [*kept, grouping])

        self._session.record(decide)
        return found[0]

    def ungroup(self, frame: str, grouping: str) -> Recorded | None:
        """Take a grouping away from a frame."""

        def decide(reading: Reading) -> Draft:
            read = read_frame(reading, frame)
            found = find_grouping(read.groupings, grouping)
            return _regrouped(read.frame, [each for each in read.groupings if each != found])

        return self._session.record(decide)

    def remove(self, frame: str) -> Recorded | None:
        """Hide a frame with the selections made from it, until it is restored or undone."""

        def decide(reading: Reading) -> Draft:
            found = find_frame(reading, frame)
            return Draft("frame.removed", {"frame": found.id}, (dropped(Frame, found.id),))

        return self._session.record(decide)

    def restore(self, frame: str) -> Recorded | None:
        """Bring a removed frame back with its selections, by its id or its name."""

        def decide(reading: Reading) -> Draft | None:
            found = find_removed(reading, Frame, frame)
            if found is None:
                return None
            return Draft("frame.restored", {"frame": found.id}, (dropped(Frame, found.id, False),))

        return self._session.record(decide)

    def _imported(
        self,
        reading: Reading,
        name: str,
        was: ReadFrame | None,
        table: FrameTable,
        told: Mapping[str, str | None],
    ) -> tuple[Draft | None, ImportedFrame]:
        data = table.to_bytes()
        fields: dict[str, Any] = {
            "table": blob_hash(data),
            **{key: value for key, value in told.items() if value is not None},
        }
        if was is None:
            # The same name is the same frame on every laptop, so two imports come together.
            id_ = derived_id(self._session.study_id, "frame", name.casefold())
            if find_entity(reading.file, reading.connection, id_) is not None:
                fields["groupings"] = []  # it was removed with others
            change = made(Frame, id_, fresh=False, name=name, **fields)
            report = _report(name, table, None, ())
        else:
            old, id_ = was.frame, was.frame.id
            kept, gone = _carried(was.groupings, table)
            if gone:
                fields["groupings"] = [each.as_plain() for each in kept]
            new = {key: value for key, value in fields.items() if getattr(old, key) != value}
            report = _report(old.name, table, was.table, [each.name for each in gone])
            if not new:
                return None, report
            change = changed(Frame, id_, **new)
        values = {"frame": id_, "n": len(table.ids)}
        return Draft("frame.imported", values, (change,), {fields["table"]: data}), report


def _regrouped(frame: Frame, groupings: Sequence[FrameGrouping]) -> Draft:
    change = changed(Frame, frame.id, groupings=[each.as_plain() for each in groupings])
    return Draft("frame.classified", {"frame": frame.id}, (change,))


def _carried(
    groupings: Sequence[FrameGrouping], table: FrameTable
) -> tuple[list[FrameGrouping], list[FrameGrouping]]:
    """The groupings that a new table can carry, and those that it cannot."""
    taken = {each.name.casefold() for each in table.characteristics}
    kept: list[FrameGrouping] = []
    gone: list[FrameGrouping] = []
    for each in groupings:
        lost = each.name.casefold() in taken or told_grouping(each, table).problem is not None
        (gone if lost else kept).append(each)
    return kept, gone


def _report(
    name: str, table: FrameTable, before: FrameTable | None, gone: Sequence[str]
) -> ImportedFrame:
    now, was = _by_case(table), {} if before is None else _by_case(before)
    counts = {each.name: table.values[each.name].count(None) for each in table.characteristics}
    return ImportedFrame(
        name,
        before is None,
        len(table.ids),
        tuple(id_ for id_ in now if id_ not in was),
        tuple(id_ for id_ in was if id_ not in now),
        tuple(id_ for id_, row in now.items() if id_ in was and was[id_] != row),
        {key: count for key, count in counts.items() if count},
        tuple(each.name for each in table.characteristics if each.guessed),
        tuple(gone),
    )


def _by_case(table: FrameTable) -> dict[str, dict[str, Any]]:
    """What is said of each case, by the names of what is known of it."""
    rows: dict[str, dict[str, Any]] = {}
    for place, (id_, name) in enumerate(zip(table.ids, table.names, strict=True)):
        cells = {key: values[place] for key, values in table.values.items()}
        rows[id_] = {"name": name} | {k: v for k, v in cells.items() if v is not None}
    return rows
