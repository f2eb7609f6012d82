"""The verbs of interactions: how factors act on one another, and who says so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from crosscase.coding.carried_passages import PassageAsked, passage_of
from crosscase.coding.links import LinkWithEvidence, checked_says, stored_says, with_evidence
from crosscase.coding.named_things import Thing
from crosscase.errors import MistakeOfUse, NotFound
from crosscase.log.records import Draft
from crosscase.model.fields import Ends
from crosscase.model.ids import Id
from crosscase.model.nouns import Evidence, Link
from crosscase.query.code_names import code_names
from crosscase.store.recording import Recorded
from crosscase.store.removed_things import find_removed
from crosscase.store.session import Reading, Session, changed, dropped, made
from crosscase.study_synthesis.assertions import require_spoken, spoken_for
from crosscase.study_synthesis.given_evidence import evidence_changes, evidence_taken
from crosscase.study_synthesis.interaction_passages import ToldInteraction, told_interactions
from crosscase.study_synthesis.interaction_reading import (
    INFLUENCES,
    Resting,
    interactions_of,
    is_interaction,
    resting_on_removed,
)

if TYPE_CHECKING:
    from crosscase.report.figures import Figure
    from crosscase.study_synthesis.interaction_graph import InteractionGraph
    from crosscase.study_synthesis.interaction_tables import ImportedInteractions

__all__ = ["Interactions"]


class Interactions:
    """What people said of how the factors of a study act on one another."""

    def __init__(self, session: Session) -> None:
        self._session = session

    # -- reading -----------------------------------------------------------------------

    def all(self) -> list[LinkWithEvidence]:
        """The interactions that show, in the order in which they were made."""
        with self._session.reading() as reading:
            return with_evidence(reading, [each.link for each in interactions_of(reading)[0]])

    def get(self, interaction: Id) -> ToldInteraction:
        """One interaction by its id, with its passages."""
        return self.told([interaction])[0]

    def told(self, interactions: Iterable[Id]) -> list[ToldInteraction]:
        """Interactions by their ids, each with its mechanism and its passages."""
        with self._session.reading() as reading:
            return told_interactions(reading, [_found(reading, each) for each in interactions])

    def hidden(self) -> list[Resting]:
        """The interactions that are hidden because they rest on a removed code."""
        with self._session.reading() as reading:
            return resting_on_removed(reading)

    def graph(
        self,
        *,
        by: str | None = None,
        where: str | None = None,
        basis: str | None = None,
        leave_out: str | None = None,
        cases: str | None = None,
    ) -> InteractionGraph:
        """The graph of factors: edges with participants of how many, cases, sectors, passages.

        ``by`` tells edges by the members of a kind of cases or an attribute too; ``where`` counts
        only passages that meet a query; ``basis`` only what is asserted or inferred; ``leave_out``
        leaves out a case; ``cases`` is the kind of cases that is counted.
        """
        from crosscase.study_synthesis.interaction_making import interaction_graph

        with self._session.reading() as reading:
            return interaction_graph(
                reading, by=by, where=where, basis=basis, leave_out=leave_out, cases=cases
            )

    def places(self, graph: InteractionGraph) -> list[tuple[float, float]]:
        """Where each factor of a graph lies on paper, from 0 to 1: the same way every time."""
        from crosscase.study_synthesis.interaction_figure import places_of

        return places_of(graph)

    def figure(self, graph: InteractionGraph) -> Figure:
        """A graph as a figure (see ``crosscase.report.figures.write_figure``)."""
        from crosscase.study_synthesis.interaction_figure import interaction_figure

        with self._session.reading() as reading:
            return interaction_figure(reading, graph)

    # -- saying ------------------------------------------------------------------------

    def add(
        self,
        one: Thing,
        other: Thing,
        *,
        directed: bool = False,
        sign: str | None = None,
        mechanism: str | None = None,
        basis: str = "inferred",
        note: str | None = None,
        evidence: Iterable[PassageAsked] = (),
        against: Iterable[PassageAsked] = (),
    ) -> ToldInteraction:
        """Say that two factors act on one another; ``directed``: the one on the other.

        Passages are (source, quote) or (source, start_char, end_char). What is asserted needs a
        passage in which a participant speaks. Said twice in the same words it is one.
        """
        id_ = self._session.ids()
        there: list[Id] = []
        says, blobs = stored_says(
            checked_says(
                link_type=INFLUENCES,
                directed=directed,
                sign=sign,
                note=note,
                basis=basis or "inferred",
                mechanism=mechanism,
            )
        )
        speaks, speaks_against = list(evidence), list(against)

        def decide(reading: Reading) -> Draft | None:
            ends = _ends(reading, one, other)
            same = _same(reading, ends, says)
            link = same.id if same is not None else id_
            passages = (
                *evidence_changes(reading, link, speaks),
                *evidence_changes(reading, link, speaks_against, against=True),
            )
            if same is not None:
                there.append(link)
                return _given(link, passages)
            if says["basis"] == "asserted":
                require_spoken(reading, [passage_of(reading, each) for each in speaks])
            new = made(Link, link, ends=ends, **says)
            values = {"start": ends.start, "end": ends.end}
            return Draft("interaction.added", values, (new, *passages), blobs)

        self._session.record(decide)
        return self.get(there[0] if there else id_)

    def change(
        self, interaction: Id, *, start: Thing | None = None, **says: Any
    ) -> Recorded | None:
        """Change the sign, directed, basis, mechanism or note; None clears a field.

        ``start`` names the factor that acts on the other: with it the interaction has a
        direction. An undirected one gets none without it, since its order says nothing.
        """
        if says.get("link_type", INFLUENCES) != INFLUENCES:
            raise MistakeOfUse("An interaction stays one.", slug="not-an-interaction")
        if "basis" in says:
            says["basis"] = says["basis"] or "inferred"
        if start is not None:
            says["directed"] = True
        fields, blobs = stored_says(checked_says(**says))

        def decide(reading: Reading) -> Draft | None:
            link = _found(reading, interaction)
            wanted = dict(fields)
            if wanted.get("directed") and start is None and not link.directed:
                raise MistakeOfUse(
                    "Which of the two factors acts on the other?",
                    slug="no-start",
                    hint="Name the factor that acts: an order of names says nothing.",
                )
            if start is not None:
                wanted["ends"] = _turned(reading, link, start)
            new = {name: value for name, value in wanted.items() if getattr(link, name) != value}
            if not new:
                return None
            if new.get("basis") == "asserted":
                require_spoken(reading, spoken_for(reading, link.id))
            return Draft("interaction.changed", _values(link), (changed(Link, link.id, **new),),
                         blobs)  # fmt: skip

        return self._session.record(decide)

    def remove(self, interaction: Id) -> Recorded | None:
        """Hide an interaction with its evidence, until it is restored or this is undone."""

        def decide(reading: Reading) -> Draft | None:
            link = _found(reading, interaction, removed=True)
            if link.dropped:
                return None
            return Draft("link.removed", _values(link), (dropped(Link, link.id),))

        return self._session.record(decide)

    def restore(self, interaction: Id) -> Recorded | None:
        """Bring a removed interaction back with its evidence."""

        def decide(reading: Reading) -> Draft | None:
            link = find_removed(reading, Link, _found(reading, interaction, removed=True).id)
            if link is None:
                return None
            return Draft("link.restored", _values(link), (dropped(Link, link.id, False),))

        return self._session.record(decide)

    # -- evidence ----------------------------------------------------------------------

    def give(
        self, interaction: Id, passages: Iterable[PassageAsked], *, against: bool = False
    ) -> Recorded | None:
        """Put passages behind an interaction, or against it, as one operation."""
        wanted = list(passages)

        def decide(reading: Reading) -> Draft | None:
            link = _found(reading, interaction)
            changes = evidence_changes(reading, link.id, wanted, against=against)
            return _given(link.id, tuple(changes))

        return self._session.record(decide)

    def take(self, interaction: Id, evidence: Sequence[Id]) -> Recorded | None:
        """Take passages away from an interaction; what is asserted keeps one by a participant."""

        def decide(reading: Reading) -> Draft | None:
            link = _found(reading, interaction)
            gone = set(evidence)
            if link.basis == "asserted" and any(
                not reading.get(Evidence, each).against for each in gone
            ):
                require_spoken(reading, spoken_for(reading, link.id, besides=gone))
            changes = evidence_taken(reading, evidence, link.id)
            return Draft("evidence.taken", {"subject": link.id}, changes) if changes else None

        return self._session.record(decide)

    def import_table(
        self,
        columns: Sequence[str],
        rows: Sequence[Sequence[Any]],
        *,
        basis: str = "inferred",
        lines: Sequence[int] | None = None,
        strict: bool = False,
        dry_run: bool = False,
    ) -> ImportedInteractions:
        """Take interactions with their evidence from the rows of a table, as one operation.

        Columns: from and to, and if wanted directed (yes only where a person says so), sign,
        mechanism, basis (``basis`` is that of rows without one), note, and evidence as source
        with quote or start_char and end_char, and against.
        """
        from crosscase.study_synthesis.interaction_tables import import_interactions

        return import_interactions(
            self._session, columns, rows, basis=basis, lines=lines, strict=strict, dry_run=dry_run
        )


def _found(reading: Reading, interaction: Id, *, removed: bool = False) -> Link:
    link = reading.get(Link, interaction)
    if not is_interaction(link):
        raise NotFound(
            f"The link “{interaction}” is no interaction of factors.",
            slug="interaction-not-found",
            hint=f"Interactions are links of two codes whose type is “{INFLUENCES}”.",
        )
    if not removed and link.id not in reading.by_id(Link):
        raise NotFound(
            "This interaction is removed, or one of its codes is.",
            slug="interaction-not-found",
            hint="Restore it first.",
        )
    return link


def _ends(reading: Reading, one: Thing, other: Thing) -> Ends:
    ends = Ends(_code(reading, one), _code(reading, other))
    if ends.start == ends.end:
        name = code_names(reading).tree.codes[ends.start].name
        raise MistakeOfUse(
            f"“{name}” cannot act on itself here.",
            slug="same-ends",
            hint="Name two codes.",
        )
    return ends


def _code(reading: Reading, thing: Thing) -> Id:
    name = thing if isinstance(thing, str) else thing[1]
    names = code_names(reading)
    return names.codes[names.find(name.removeprefix("code:").strip())].id


def _turned(reading: Reading, link: Link, start: Thing) -> Ends:
    """The ends of a link, the factor that acts first."""
    acts, tree = _code(reading, start), code_names(reading).tree
    for end, other in (link.ends, tuple(reversed(link.ends))):
        if tree.read_as(end) == acts:
            return Ends(end, other)
    raise MistakeOfUse(
        f"“{tree.codes[acts].name}” is none of the two factors.",
        slug="not-an-end",
        hint="Name the one of the two that acts on the other.",
    )


def _same(reading: Reading, ends: Ends, says: dict[str, Any]) -> Link | None:
    """The interaction that says this already, in the same words."""
    wanted = [ends] if says["directed"] else [ends, Ends(ends.end, ends.start)]
    names = ("sign", "basis", "mechanism")
    return next(
        (
            link
            for link in reading.all(Link)
            if is_interaction(link)
            and link.ends in wanted
            and bool(link.directed) == says["directed"]
            and all(getattr(link, name) == says[name] for name in names)
        ),
        None,
    )


def _given(link: Id, changes: Sequence[Any]) -> Draft | None:
    if not changes:
        return None
    return Draft("evidence.given", {"n": len(changes), "subject": link}, tuple(changes))


def _values(link: Link) -> dict[str, Id]:
    return {"start": link.ends.start, "end": link.ends.end}
