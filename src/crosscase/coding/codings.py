"""The verbs of coding: one code on one passage by one coder."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from crosscase.coding.code_surgery import new_code
from crosscase.coding.coding_rules import (
    BASES,
    VALENCES,
    CodingRow,
    ImportedCodings,
    KnownCodings,
    checked,
    find_same,
    find_usable,
    place_of_passage,
    resolve_coder,
)
from crosscase.coding.coding_standing import CodingStanding, standing_of
from crosscase.coding.region_places import place_of_region
from crosscase.errors import MistakeOfUse
from crosscase.log.records import Draft, DraftChange
from crosscase.model.fields import Passage
from crosscase.model.ids import Id
from crosscase.model.nouns import Coding, Source
from crosscase.store.code_tree import read_tree
from crosscase.store.recording import Recorded
from crosscase.store.session import Reading, Session, changed, dropped, made
from crosscase.store.source_names import find_source
from crosscase.store.source_texts import SourceText, source_text

if TYPE_CHECKING:
    import polars

__all__ = ["BASES", "VALENCES", "CodingRow", "CodingStanding", "Codings", "ImportedCodings"]


class Codings:
    """All codings of a study."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, coding: Id) -> Coding:
        """One coding by its id."""
        with self._session.reading() as reading:
            return reading.get(Coding, coding)

    def frame(self, *, text: bool = True) -> polars.DataFrame:
        """All codings that show, one row each, ordered by source and place."""
        from crosscase.coding.coding_frame import coding_frame

        with self._session.reading() as reading:
            return coding_frame(reading, with_text=text)

    # -- adding ----------------------------------------------------------------------------

    def add(
        self,
        source: str,
        code: str,
        *,
        start_char: int | None = None,
        end_char: int | None = None,
        quote: str | None = None,
        prefix: str | None = None,
        suffix: str | None = None,
        coder: str | None = None,
        valence: str | None = None,
        basis: str | None = None,
        region: Sequence[int] | None = None,
    ) -> Coding:
        """Code one passage, by its offsets or by its words; or one rectangle of a picture or page.

        ``region`` is [page, x, y, width, height] in ten-thousandths of the picture (page 0) or of
        a PDF's page (from 1); its passage is then what is written of the whole picture or page.

        The same code on the same passage by the same coder is one coding: adding it again
        returns the one that is there, with the valence and basis that are given now.
        """
        id_ = self._session.ids()
        found: list[Id] = []
        says = _checked_says(valence=valence, basis=basis)

        def decide(reading: Reading) -> Draft | None:
            at = find_source(reading, source)
            text = source_text(reading, at)
            rectangle = None
            if region is not None:
                rectangle, start, end = place_of_region(reading, at, text, region)
            else:
                start, end = place_of_passage(
                    text, at.name, start_char, end_char, quote, prefix, suffix
                )
            target = find_usable(read_tree(reading), code)
            who, extra = resolve_coder(self._session, reading, coder)
            there = find_same(reading, at.id, target.id, who, start, end, rectangle)
            if there is not None:
                found.append(there)
                return _qualified(reading.get(Coding, there), says)
            coding = made(
                Coding,
                id_,
                source=at.id,
                code=target.id,
                coder=who,
                passage=Passage(text.revision, start, end),
                valence=says["valence"],
                basis=says["basis"],
                region=None if rectangle is None else list(rectangle),
            )
            values = {"source": at.id, "code": target.id}
            return Draft("coding.added", values, (*extra, coding))

        self._session.record(decide)
        return self.get(found[0] if found else id_)

    def add_new(
        self,
        source: str,
        name: str,
        *,
        parent: str | None = None,
        origin: str | None = "inductive",
        start_char: int | None = None,
        end_char: int | None = None,
        quote: str | None = None,
        coder: str | None = None,
        valence: str | None = None,
        basis: str | None = None,
        region: Sequence[int] | None = None,
    ) -> Coding:
        """Code one passage with a code that is new, made of this passage, in one operation.

        The passage is the code's first incident; with the origin ``in vivo`` its name is in the
        participant's own words.
        """
        id_, code_id = self._session.ids(), self._session.ids()
        says = _checked_says(valence=valence, basis=basis)

        def decide(reading: Reading) -> Draft:
            at = find_source(reading, source)
            text = source_text(reading, at)
            rectangle = None
            if region is not None:
                rectangle, start, end = place_of_region(reading, at, text, region)
            else:
                start, end = place_of_passage(text, at.name, start_char, end_char, quote)
            tree = read_tree(reading)
            above = None if parent is None else tree.find(parent).id
            who, extra = resolve_coder(self._session, reading, coder)
            passage = Passage(text.revision, start, end)
            code = new_code(
                tree, code_id, name, above, {"origin": origin, "first_incident": passage}
            )
            coding = made(
                Coding,
                id_,
                source=at.id,
                code=code_id,
                coder=who,
                passage=passage,
                valence=says["valence"],
                basis=says["basis"],
                region=None if rectangle is None else list(rectangle),
            )
            values = {"source": at.id, "code": code_id}
            return Draft("coding.added_new", values, (*extra, code, coding))

        self._session.record(decide)
        return self.get(id_)

    def add_passages(
        self, code: str, passages: Iterable[Sequence[Any]], *, coder: str | None = None
    ) -> int:
        """Code many passages ``(source id, start_char, end_char)`` as one code, in one operation.

        Returns how many were new. Used by coding what a query found, after its preview.
        """
        wanted = [(str(source), int(start), int(end)) for source, start, end in passages]
        count = 0

        def decide(reading: Reading) -> Draft | None:
            nonlocal count
            target = find_usable(read_tree(reading), code)
            who, extra = resolve_coder(self._session, reading, coder)
            texts: dict[str, tuple[Source, SourceText]] = {}
            for name in dict.fromkeys(source for source, _, _ in wanted):
                at = find_source(reading, name)
                texts[name] = (at, source_text(reading, at))
            known = KnownCodings(reading, (at.id for at, _ in texts.values()))
            changes: list[DraftChange] = []
            for name, start, end in wanted:
                at, text = texts[name]
                place_of_passage(text, at.name, start, end)
                if known.add(at.id, target.id, who, start, end):
                    passage = Passage(text.revision, start, end)
                    changes.append(
                        made(
                            Coding,
                            self._session.ids(),
                            source=at.id,
                            code=target.id,
                            coder=who,
                            passage=passage,
                        )
                    )
            count = len(changes)
            if not changes:
                return None
            values = {"n": count, "code": target.id}
            return Draft("codings.added", values, (*extra, *changes))

        self._session.record(decide)
        return count

    def import_rows(
        self, rows: Iterable[CodingRow], *, strict: bool = False, dry_run: bool = False
    ) -> ImportedCodings:
        """Import codings, as one operation; rows are counted from 1.

        Rows that cannot be placed are listed with the reason; with ``strict`` the first one
        stops the import and nothing is stored. ``dry_run`` only says what would be.
        """
        from crosscase.coding.coding_import import import_coding_rows

        return import_coding_rows(self._session, list(rows), strict=strict, dry_run=dry_run)

    def import_table(
        self,
        columns: Sequence[str],
        rows: Sequence[Sequence[Any]],
        *,
        coder: str | None = None,
        lines: Sequence[int] | None = None,
        strict: bool = False,
        dry_run: bool = False,
    ) -> ImportedCodings:
        """Import codings from the rows of a table, as one operation; rows are known by lines.

        Columns: source, code, quote or start_char and end_char, and if wanted coder, valence and
        basis. ``coder`` is whose they are in rows that name nobody; otherwise they are yours.
        """
        from crosscase.coding.coding_import import import_coding_table

        return import_coding_table(
            self._session,
            columns,
            rows,
            coder=coder,
            lines=lines,
            strict=strict,
            dry_run=dry_run,
        )

    # -- changing ----------------------------------------------------------------------------

    def recode(self, codings: Iterable[Id], code: str) -> Recorded | None:
        """Give codings another code."""
        wanted = list(dict.fromkeys(codings))

        def decide(reading: Reading) -> Draft | None:
            target = find_usable(read_tree(reading), code)
            changes = tuple(
                changed(Coding, id_, code=target.id)
                for id_ in wanted
                if reading.get(Coding, id_).code != target.id
            )
            values = {"n": len(changes), "code": target.id}
            return Draft("codings.recoded", values, changes) if changes else None

        return self._session.record(decide)

    def adjust(
        self,
        coding: Id,
        start_char: int | None = None,
        end_char: int | None = None,
        *,
        region: Sequence[int] | None = None,
    ) -> Recorded | None:
        """Move the boundaries of a coding, over the current text of its source or on its picture.

        With offsets alone a rectangle becomes a passage of words.
        """

        def decide(reading: Reading) -> Draft | None:
            found = reading.get(Coding, coding)
            at = reading.get(Source, found.source)
            text = source_text(reading, at)
            rectangle = None
            if region is not None:
                rectangle, start, end = place_of_region(reading, at, text, region)
            else:
                start, end = place_of_passage(text, at.name, start_char, end_char)
            new: dict[str, Any] = {"passage": Passage(text.revision, start, end)}
            marks = None if rectangle is None else list(rectangle)
            if marks != found.region:
                new["region"] = marks
            elif new["passage"] == found.passage:
                return None
            change = changed(Coding, coding, **new)
            return Draft("coding.adjusted", {"source": at.id}, (change,))

        return self._session.record(decide)

    def qualify(self, coding: Id, **says: str | None) -> Recorded | None:
        """Set or clear the valence and the basis of a coding."""
        fields = _checked_says(**says)
        return self._session.record(
            lambda reading: _qualified(reading.get(Coding, coding), fields, clear=True)
        )

    def change(
        self,
        coding: Id,
        *,
        code: str | None = None,
        passage: tuple[int, int] | None = None,
        **says: str | None,
    ) -> Recorded | None:
        """Change the code, the boundaries and what a coding says, as one operation.

        What is not given stays; a valence or basis of None is cleared.
        """
        fields = _checked_says(**says)

        def decide(reading: Reading) -> Draft | None:
            found = reading.get(Coding, coding)
            new: dict[str, Any] = dict(fields)
            if code is not None:
                new["code"] = find_usable(read_tree(reading), code).id
            if passage is not None:
                at = reading.get(Source, found.source)
                text = source_text(reading, at)
                start, end = place_of_passage(text, at.name, *passage)
                new["passage"] = Passage(text.revision, start, end)
            new = {name: value for name, value in new.items() if getattr(found, name) != value}
            if not new:
                return None
            change = changed(Coding, coding, **new)
            return Draft("coding.changed", {"source": found.source}, (change,))

        return self._session.record(decide)

    def standing(self, coding: Id) -> CodingStanding:
        """One coding as it stands now: on which words, by whom, since when."""
        with self._session.reading() as reading:
            return standing_of(reading, coding)

    def remove(self, codings: Iterable[Id]) -> Recorded | None:
        """Uncode: drop codings."""
        return self._drop(codings, True)

    def restore(self, codings: Iterable[Id]) -> Recorded | None:
        """Bring dropped codings back."""
        return self._drop(codings, False)

    def _drop(self, codings: Iterable[Id], is_dropped: bool) -> Recorded | None:
        wanted = list(dict.fromkeys(codings))

        def decide(reading: Reading) -> Draft | None:
            changes = tuple(
                dropped(Coding, id_, is_dropped)
                for id_ in wanted
                if bool(reading.get(Coding, id_).dropped) != is_dropped
            )
            sentence = "codings.removed" if is_dropped else "codings.restored"
            return Draft(sentence, {"n": len(changes)}, changes) if changes else None

        return self._session.record(decide)


def _checked_says(**says: str | None) -> dict[str, str | None]:
    """What a coding says besides its code, each from its short list."""
    allowed = {"valence": VALENCES, "basis": BASES}
    for name in says:
        if name not in allowed:
            raise MistakeOfUse(
                f"A coding has no “{name}”.", slug="unknown-field", hint="It has valence and basis."
            )
    return {name: checked(name, value, allowed[name]) for name, value in says.items()}


def _qualified(coding: Coding, says: Mapping[str, str | None], clear: bool = False) -> Draft | None:
    """The draft that lets a coding say this; without ``clear`` what is not given stays."""
    new = {
        name: value
        for name, value in says.items()
        if getattr(coding, name) != value and (clear or value is not None)
    }
    if not new:
        return None
    return Draft(
        "coding.qualified", {"source": coding.source}, (changed(Coding, coding.id, **new),)
    )
