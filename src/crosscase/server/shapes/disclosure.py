"""Disclosure control: risks with their remedies, the policy, and what was released."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BaseModel, Field, StringConstraints

from crosscase.server.shapes.asked import Asked
from crosscase.server.shapes.ids import IdText
from crosscase.server.shapes.wording import AName, AText

if TYPE_CHECKING:
    from crosscase.model.fieldwork_nouns import Release
    from crosscase.study_protection.disclosure_gate import ExportCheck
    from crosscase.study_protection.disclosure_report import DisclosureReport, FoundRisk

__all__ = [
    "DisclosureAnswer",
    "ExportAnswer",
    "NewRelease",
    "PolicyAnswer",
    "PolicyChange",
    "ReleaseChange",
    "ReleaseList",
    "ReleasePage",
    "ReleaseRow",
    "disclosure_answer",
    "export_answer",
    "release_page",
    "release_row",
]

Labels = dict[str, str]
Name = Annotated[str, StringConstraints(min_length=1, max_length=500)]
PassageText = Annotated[str, StringConstraints(pattern=r"^[0-9a-f-]{36}\.[0-9]{1,9}\.[0-9]{1,9}$")]


class RemedyRow(BaseModel):
    """A way out, with what would be printed and how many share it then."""

    kind: str
    attribution: Labels | None = Field(description="Null where it stays open.")
    k: int | None


class RiskRow(BaseModel):
    """One risk; ``quotes`` are numbers of quotes, ``cells`` of a table by row and column."""

    kind: str
    says: str = Field(description="The risk in one sentence.")
    quotes: list[int]
    about: str = Field(description="A source, a table or what was not agreed to.")
    site: str | None = Field(description="Whose quotes are one person's too often.")
    share: float | None
    attribution: Labels
    k: int | None
    holders: int | None
    released: int = Field(description="How many quotes released before have a part in it.")
    cells: list[tuple[str, str]]
    remedies: list[RemedyRow]


class QuoteRow(BaseModel):
    """A quote as it would be printed; a passage of two people is two of one number."""

    number: int
    source_id: str
    source: str
    start_char: int
    end_char: int
    participant: str | None
    attribution: Labels


class WordFlagRow(BaseModel):
    """A place in a source to look at before it is printed."""

    quote: int
    kind: str = Field(description="bracket, public or second reviewer.")
    start_char: int
    end_char: int
    bracket: str | None
    about: str


class CheckedTableRow(BaseModel):
    """A recruitment table as it may be printed: null where a cell is to be hidden."""

    rows: str
    columns: str
    row_labels: list[str]
    column_labels: list[str]
    shown: list[list[int | None]]


class NoteRow(BaseModel):
    """What has to be known beside the risks."""

    kind: Literal["without", "several", "gone"] = Field(
        description="Have no such label; have more than one; or do not show any more."
    )
    people: int = Field(description="How many; of those gone, their quotes.")
    quoted: int
    label: str
    says: str


class DisclosureAnswer(BaseModel):
    """What speaks against publishing quotes and tables as they are."""

    k: int
    by: list[str]
    passages: int
    quotes: list[QuoteRow]
    at_risk: list[int] = Field(description="Quotes by which a reader could find who spoke.")
    barred: list[int] = Field(description="Quotes that may not be printed as they are.")
    released_before: int
    risks: list[RiskRow]
    past_risks: list[RiskRow]
    words: list[WordFlagRow]
    tables: list[CheckedTableRow]
    notes: list[NoteRow]


class ExportAnswer(BaseModel):
    """How many quotes of an export would tell who spoke, before it is made."""

    quotes: int
    at_risk: int = Field(description="By these a reader could find who spoke.")
    barred: int = Field(description="These may not be printed as they are.")
    k: int
    is_refused: bool = Field(description="Whether the study's policy refuses the export.")
    is_labelled: bool = Field(description="Whether anybody quoted has a role, a site or the like.")


class PolicyAnswer(BaseModel):
    """What the study keeps to."""

    policy: dict[str, Any]


class PolicyChange(Asked):
    """The parts of the policy to change; the others stay."""

    policy: dict[str, Any]


class NewRelease(Asked):
    """What left the study. ``remedy`` says what was done to the labels of quotes at risk."""

    name: AName
    kind: Name | None = None
    day: Name | None = None
    recipient: AName | None = None
    note: AText | None = None
    query: Annotated[str, StringConstraints(min_length=1, max_length=20_000)] | None = None
    set: Name | None = None
    code: Name | None = None
    source: IdText | None = None
    codings: Annotated[list[IdText], Field(min_length=1, max_length=10_000)] | None = None
    passages: Annotated[list[PassageText], Field(min_length=1, max_length=10_000)] | None = Field(
        default=None, description="Each as its source, start and end: id.120.184."
    )
    every: bool = Field(default=False, description="Every coded passage, beside tables too.")
    by: Annotated[list[Name], Field(min_length=1, max_length=10)] | None = None
    tables: Annotated[list[Name], Field(max_length=20)] = Field(default_factory=list)
    remedy: Name = "none"


class ReleaseChange(Asked):
    """What is said of a release; what left stays as it was."""

    name: AName | None = None
    kind: Name | None = None
    day: Name | None = None
    recipient: AName | None = None
    note: AText | None = None


class ReleaseRow(BaseModel):
    """One release, with how much of each left."""

    id: str
    name: str
    kind: str
    day: str | None
    recipient: str | None
    note: str | None
    quotes: int
    tables: int
    participants: list[str]


class ReleaseList(BaseModel):
    """The releases by day."""

    releases: list[ReleaseRow]


class ReleasedQuote(BaseModel):
    """A place that left, with what was printed beside it."""

    source: str
    start_char: int
    end_char: int
    attribution: Labels


class ReleasePage(ReleaseRow):
    """One release with the places of its quotes."""

    heads: str | None
    printed: list[ReleasedQuote]


def disclosure_answer(report: DisclosureReport) -> DisclosureAnswer:
    """A check as an answer has it."""
    return DisclosureAnswer(
        k=report.policy.k,
        by=list(report.by),
        passages=report.passages,
        quotes=[
            QuoteRow(
                number=each.number,
                source_id=each.source,
                source=each.source_name,
                start_char=each.start_char,
                end_char=each.end_char,
                participant=each.participant,
                attribution=dict(each.attribution),
            )
            for each in report.quotes
        ],
        at_risk=sorted(report.at_risk),
        barred=sorted(report.barred),
        released_before=report.released,
        risks=[_risk_row(each) for each in report.risks],
        past_risks=[_risk_row(each) for each in report.past],
        words=[
            WordFlagRow(
                quote=each.quote,
                kind=each.kind,
                start_char=each.start_char,
                end_char=each.end_char,
                bracket=each.bracket,
                about=each.about,
            )
            for each in report.words
        ],
        tables=[
            CheckedTableRow(
                rows=each.rows,
                columns=each.columns,
                row_labels=list(each.row_labels),
                column_labels=list(each.column_labels),
                shown=[list(row) for row in each.guarded.shown],
            )
            for each in report.tables
        ],
        notes=[
            NoteRow(
                kind=each.kind,
                people=each.people,
                quoted=each.quoted,
                label=each.label,
                says=each.says,
            )
            for each in report.noted
        ],
    )


def export_answer(found: ExportCheck) -> ExportAnswer:
    """The short check as an answer has it."""
    return ExportAnswer(
        quotes=found.quotes,
        at_risk=found.at_risk,
        barred=found.barred,
        k=found.k,
        is_refused=found.is_refused,
        is_labelled=found.is_labelled,
    )


def release_row(release: Release) -> ReleaseRow:
    """A release in a list."""
    items = release.items or {}
    return ReleaseRow(
        id=release.id,
        name=release.name or "",
        kind=release.release_kind or "",
        day=release.day,
        recipient=release.recipient,
        note=release.note,
        quotes=len(items.get("quotes", ())),
        tables=len(items.get("tables", ())),
        participants=list(release.participants or ()),
    )


def release_page(release: Release) -> ReleasePage:
    """A release with its places."""
    printed = [
        ReleasedQuote(
            source=each["source"],
            start_char=each["start_char"],
            end_char=each["end_char"],
            attribution=dict(each["attribution"]),
        )
        for each in (release.items or {}).get("quotes", ())
    ]
    return ReleasePage(**release_row(release).model_dump(), heads=release.heads, printed=printed)


def _risk_row(risk: FoundRisk) -> RiskRow:
    return RiskRow(
        kind=risk.kind,
        says=risk.says,
        about=risk.about,
        site=risk.site,
        share=risk.share,
        quotes=list(risk.quotes),
        attribution=dict(risk.attribution),
        k=risk.k,
        holders=risk.holders,
        released=risk.released,
        cells=list(risk.cells),
        remedies=[
            RemedyRow(
                kind=each.kind,
                attribution=None if each.attribution is None else dict(each.attribution),
                k=each.k,
            )
            for each in risk.remedies
        ],
    )
