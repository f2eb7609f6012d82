"""Interactions of factors: the graph, what it rests on, and what is said of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

from fastapi import Depends, Query
from pydantic import BaseModel, ConfigDict, Field

from crosscase.errors import MistakeOfUse
from crosscase.server.shapes.asked import Asked
from crosscase.server.shapes.ids import IdText
from crosscase.server.shapes.links import LinkBasis, Sign
from crosscase.server.shapes.matrix import Where
from crosscase.server.shapes.passages import PassageRow, passage_row
from crosscase.server.shapes.places import Offset
from crosscase.server.shapes.wording import AText

if TYPE_CHECKING:
    from crosscase.coding.carried_passages import PassageAsked
    from crosscase.study_synthesis.interaction_graph import InteractionGraph
    from crosscase.study_synthesis.interaction_passages import ToldInteraction
    from crosscase.study_synthesis.interaction_sensitivity import Sensitivity

__all__ = [
    "InteractionAnswer",
    "InteractionChange",
    "InteractionDetails",
    "InteractionEvidenceGiven",
    "InteractionEvidenceTaken",
    "InteractionSensitivity",
    "InteractionsAsked",
    "NewInteraction",
    "graph_answer",
    "interaction_details",
    "sensitivity_answer",
]


class _Told(BaseModel):
    model_config = ConfigDict(from_attributes=True)


def _asked(
    by: Annotated[
        str | None, Query(max_length=500, description="A kind of cases or an attribute.")
    ] = None,
    where: Where = None,
    basis: Annotated[LinkBasis | None, Query(description="Otherwise both.")] = None,
    leave_out: Annotated[
        str | None, Query(max_length=500, description="A case that is left out.")
    ] = None,
    cases: Annotated[
        str | None, Query(max_length=500, description="The kind of cases that is counted.")
    ] = None,
) -> dict[str, Any]:
    return {
        "by": by or None,
        "where": where or None,
        "basis": basis,
        "leave_out": leave_out or None,
        "cases": cases or None,
    }


InteractionsAsked = Annotated[dict[str, Any], Depends(_asked)]


class InteractionFactor(BaseModel):
    """A code that takes part, where it lies on paper (0 to 1), and its strength."""

    id: str
    name: str
    path: str
    colour: str | None
    x: float
    y: float
    in_edges: int
    in_people: int
    in_strength: int
    out_edges: int
    out_people: int
    out_strength: int
    loose_edges: int = Field(description="Edges without a direction.")
    loose_people: int


class InteractionEdge(_Told):
    """All interactions of one direction and sign between two factors."""

    key: str
    start: str
    end: str
    start_name: str
    end_name: str
    directed: bool
    sign: str | None
    links: list[str]
    asserted: int
    inferred: int
    participants: int = Field(description="Who assert it.")
    of: int = Field(description="Of how many interviewed.")
    cases: int | None
    sectors: int | None
    passages: int
    against: int
    against_participants: int
    inferred_from: int = Field(description="Who speak in what analysts infer it from.")
    only_case: str | None = Field(description="The case without which nothing is left of it.")
    only_participant: bool
    by: list[int] = Field(description="Who assert it in each group.")
    passages_by: list[int]


class InteractionGroup(BaseModel):
    """A member of what edges are told by, and how many were interviewed in it."""

    name: str
    of: int


class InteractionLoop(BaseModel):
    """Factors in a circle; ``participants`` assert its weakest step."""

    factors: list[str]
    names: list[str]
    sign: Literal["reinforcing", "balancing", "undetermined"]
    participants: int
    all_steps: int


class HiddenInteraction(_Told):
    """An interaction that rests on a removed code."""

    id: str
    start: str
    end: str
    removed: str


class InteractionAnswer(BaseModel):
    """The graph of factors, with of how many, and what has to be known of it."""

    title: str
    participants: int
    cases: int | None
    sectors: int | None
    case_noun: str | None
    case_names: list[str]
    sector_names: list[str]
    group_noun: str | None
    groups: list[InteractionGroup]
    factors: list[InteractionFactor]
    edges: list[InteractionEdge]
    reciprocity: float | None
    loops: list[InteractionLoop]
    loops_cut: bool
    loops_longer: bool
    hidden: list[HiddenInteraction]
    notes: list[str]


class InteractionEdgeLeft(BaseModel):
    """What remains of an edge without a case."""

    key: str
    case: str
    participants: int
    passages: int
    remains: bool


class InteractionMeasureLeft(_Told):
    """A measure with all cases and without one; null where it is undefined."""

    measure: str
    factor: str | None
    case: str
    whole: float | None
    without: float | None


class InteractionSensitivity(BaseModel):
    """Edges and measures without each case in turn."""

    cases: list[str]
    edges: list[InteractionEdgeLeft]
    measures: list[InteractionMeasureLeft]
    on_one_case: list[str] = Field(description="The keys of edges.")
    on_one_participant: list[str]


class InteractionEvidence(BaseModel):
    """A passage for or against; null where nothing is left of its words."""

    id: str
    against: bool
    standing: Literal["kept", "touched", "lost"]
    passage: PassageRow | None


class InteractionRow(BaseModel):
    """One interaction with its words and passages."""

    id: str
    start: str
    end: str
    start_name: str
    end_name: str
    directed: bool
    sign: str | None
    basis: str | None
    mechanism: str | None
    note: str | None
    evidence: list[InteractionEvidence]


class InteractionDetails(BaseModel):
    """Interactions in the order in which they were asked for."""

    interactions: list[InteractionRow]


class SaidEvidence(Asked):
    """A passage of a source: by its words, which occur once, or by its offsets."""

    source: IdText
    quote: AText | None = None
    start_char: Offset | None = None
    end_char: Offset | None = None

    def place(self) -> PassageAsked:
        """As a study is asked for it."""
        if self.quote is not None:
            return self.source, self.quote
        if self.start_char is None or self.end_char is None:
            raise MistakeOfUse(
                "It is not said which passage is meant.",
                slug="no-passage",
                hint="Give its words as quote, or start_char and end_char.",
            )
        return self.source, self.start_char, self.end_char


class NewInteraction(Asked):
    """Two factors that act on one another; directed: the one on the other."""

    one: IdText
    other: IdText
    directed: bool = False
    sign: Sign | None = None
    mechanism: AText | None = None
    basis: LinkBasis = "inferred"
    note: AText | None = None
    evidence: list[SaidEvidence] = Field(default_factory=list, max_length=100)
    against: list[SaidEvidence] = Field(default_factory=list, max_length=100)


class InteractionBefore(Asked):
    """What was shown when a change was begun."""

    mechanism: AText | None = None


class InteractionChange(Asked):
    """Changes; what is left out stays, null clears sign, mechanism and note.

    ``start`` is the factor that acts on the other.
    """

    start: IdText | None = None
    directed: bool | None = None
    sign: Sign | None = None
    mechanism: AText | None = None
    basis: LinkBasis | None = None
    note: AText | None = None
    was: InteractionBefore | None = None


class InteractionEvidenceGiven(Asked):
    """Passages that speak for an interaction, or against it."""

    passages: list[SaidEvidence] = Field(min_length=1, max_length=100)
    against: bool = False


class InteractionEvidenceTaken(Asked):
    """Pieces of evidence, by their ids."""

    evidence: list[IdText] = Field(min_length=1, max_length=100)


def graph_answer(graph: InteractionGraph, places: list[tuple[float, float]]) -> InteractionAnswer:
    """A graph as an answer has it."""
    found = graph.loops()
    sides = graph.counting.sides
    return InteractionAnswer(
        title=graph.title,
        participants=graph.of.participants,
        cases=graph.of.cases,
        sectors=graph.of.sectors,
        case_noun=graph.case_noun,
        case_names=[] if sides.cases is None else list(sides.cases.labels),
        sector_names=[] if sides.sectors is None else list(sides.sectors.labels),
        group_noun=graph.group_noun,
        groups=[
            InteractionGroup(name=name, of=of)
            for name, of in zip(graph.groups, graph.of.in_group, strict=True)
        ],
        factors=[
            InteractionFactor(
                id=factor.id,
                name=factor.name,
                path=factor.path,
                colour=factor.colour,
                x=x,
                y=y,
                **strength._asdict(),
            )
            for factor, (x, y), strength in zip(graph.factors, places, graph.strengths, strict=True)
        ],
        edges=[InteractionEdge.model_validate(each) for each in graph.edges],
        reciprocity=graph.reciprocity,
        loops=[
            InteractionLoop(
                factors=[graph.factors[at].id for at in loop.factors],
                names=[graph.factors[at].name for at in loop.factors],
                sign=loop.sign,
                participants=row["participants"],
                all_steps=row["all_steps"],
            )
            for loop, row in zip(found.found, graph.loop_frame().to_dicts(), strict=True)
        ],
        loops_cut=found.cut,
        loops_longer=found.has_longer,
        hidden=[HiddenInteraction.model_validate(each) for each in graph.hidden],
        notes=list(graph.notes),
    )


def sensitivity_answer(found: Sensitivity) -> InteractionSensitivity:
    """What remains without each case, as an answer has it."""
    return InteractionSensitivity(
        cases=list(found.cases),
        edges=[
            InteractionEdgeLeft(
                key=each.edge.key,
                case=each.case,
                participants=each.participants,
                passages=each.passages,
                remains=each.remains,
            )
            for each in found.edges
        ],
        measures=[InteractionMeasureLeft.model_validate(each) for each in found.measures],
        on_one_case=[each.key for each in found.on_one_case],
        on_one_participant=[each.key for each in found.on_one_participant],
    )


def interaction_details(told: list[ToldInteraction]) -> InteractionDetails:
    """Interactions with their passages, as an answer has them."""
    return InteractionDetails(interactions=[_row(each) for each in told])


def _row(told: ToldInteraction) -> InteractionRow:
    link = told.link
    return InteractionRow(
        id=link.id,
        start=link.ends.start,
        end=link.ends.end,
        start_name=told.start_name,
        end_name=told.end_name,
        directed=bool(link.directed),
        sign=link.sign,
        basis=link.basis,
        mechanism=told.mechanism,
        note=link.note,
        evidence=[
            InteractionEvidence(
                id=each.evidence,
                against=each.against,
                standing=each.standing,
                passage=None if each.passage is None else passage_row(each.passage),
            )
            for each in told.passages
        ],
    )
