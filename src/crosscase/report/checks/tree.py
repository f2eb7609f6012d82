"""What a check says, as a tree, and the tree written out again.

Every node knows where it stands in the text that it was read from (``start_char``,
``end_char``), so that whoever evaluates it can point at what cannot be evaluated. Two trees
that say the same are equal wherever they stand.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal, TypeAlias

__all__ = [
    "Against",
    "Amount",
    "Base",
    "CheckTree",
    "Compared",
    "Figure",
    "FigureCheck",
    "InteractionFigure",
    "JudgedCheck",
    "Measure",
    "Name",
    "Parts",
    "QueryText",
    "QuoteCheck",
    "Relation",
    "Sign",
    "Worded",
    "amount_text",
    "check_text",
    "figure_text",
]

Sign = Literal["=", "!=", "<", "<=", ">", ">="]

_BARE = re.compile(r"[^\W_][\w-]*(?:\.[\w-]+)*")
_SPACED = re.compile(r"[^\W_][\w-]*(?: [^\W_][\w-]*)*")


@dataclass(frozen=True, slots=True)
class QueryText:
    """A question in the query language, as it stands inside the brackets."""

    text: str
    start_char: int = field(default=0, compare=False)
    end_char: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Name:
    """The name of something of the study."""

    name: str
    start_char: int = field(default=0, compare=False)
    end_char: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Base:
    """Of what a share is: of participants, of those asked (about a topic), of passages(...)."""

    word: Name
    query: QueryText | None = None
    topic: Name | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """How many of something answer a question; with a base it is a share of that."""

    word: Name
    query: QueryText
    base: Base | None = None
    start_char: int = field(default=0, compare=False)
    end_char: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class InteractionFigure:
    """How many of something tell that one code acts on another."""

    start: Name
    end: Name
    sign: str | None = None
    unit: Name | None = None
    start_char: int = field(default=0, compare=False)
    end_char: int = field(default=0, compare=False)


Figure: TypeAlias = Measure | InteractionFigure


@dataclass(frozen=True, slots=True)
class Amount:
    """A number, a share (80%, 2/3), or a number of a number (17 of 32)."""

    value: Fraction
    is_share: bool = False
    of: int | None = None
    start_char: int = field(default=0, compare=False)
    end_char: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Compared:
    """That a figure is so much, or more, or less."""

    sign: Sign
    amount: Amount


@dataclass(frozen=True, slots=True)
class Against:
    """That a figure is more, less or as much as another figure."""

    sign: Sign
    figure: Figure


@dataclass(frozen=True, slots=True)
class Worded:
    """That a figure is what a quantity word means in the study."""

    word: str
    start_char: int = field(default=0, compare=False)
    end_char: int = field(default=0, compare=False)


Relation: TypeAlias = Compared | Against | Worded


@dataclass(frozen=True, slots=True)
class Parts:
    """In how many of the parts of the study it is so: in every site, in at least 3 sites."""

    how_many: Compared | Worded
    noun: Name


@dataclass(frozen=True, slots=True)
class FigureCheck:
    """A figure, what it is to be, and in which parts; a figure alone is told when it changes."""

    figure: Figure
    relation: Relation | None = None
    parts: Parts | None = None


@dataclass(frozen=True, slots=True)
class QuoteCheck:
    """That words (or a quote of the bank, by its name) stand in a transcript as they are quoted."""

    words: str | None
    quote: Name | None = None
    source: Name | None = None
    participant: Name | None = None
    start_char: int = field(default=0, compare=False)
    end_char: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class JudgedCheck:
    """That a cell of a grid is judged so."""

    grid: Name
    row: Name
    column: Name
    case: Name | None
    sign: Literal["=", "!="]
    status: Name
    start_char: int = field(default=0, compare=False)
    end_char: int = field(default=0, compare=False)


CheckTree: TypeAlias = FigureCheck | QuoteCheck | JudgedCheck


def check_text(check: CheckTree) -> str:
    """The check written out in one canonical way; reading it gives the same tree."""
    match check:
        case QuoteCheck():
            what = check.quote.name if check.quote else _quoted(check.words or "")
            where = f" in source {_quoted(check.source.name)}" if check.source else ""
            who = f" by participant {_quoted(check.participant.name)}" if check.participant else ""
            return f"quote {what} is verbatim{where}{who}"
        case JudgedCheck():
            named = [check.grid, check.row, check.column, *([check.case] if check.case else [])]
            inside = ", ".join(_spaced(each.name) for each in named)
            return f"judged({inside}) {check.sign} {_quoted(check.status.name)}"
    written = figure_text(check.figure)
    if check.relation is not None:
        written += f" {_relation(check.relation)}"
    if check.parts is not None:
        written += f" in {_how_many(check.parts.how_many)} {check.parts.noun.name}"
    return written


def figure_text(figure: Figure) -> str:
    """A figure written out."""
    if isinstance(figure, InteractionFigure):
        sign = "" if figure.sign is None else f", {figure.sign}"
        unit = "" if figure.unit is None else f" by {figure.unit.name}"
        return (
            f"interaction({_spaced(figure.start.name)} -> {_spaced(figure.end.name)}{sign}){unit}"
        )
    base = ""
    if figure.base is not None:
        base = f", of:{figure.base.word.name}"
        if figure.base.query is not None:
            base += f"({figure.base.query.text})"
        elif figure.base.topic is not None:
            base += f"({_quoted(figure.base.topic.name)})"
    return f"{_bare(figure.word.name)}({figure.query.text}{base})"


def amount_text(amount: Amount) -> str:
    """An amount written out: 17, 80%, 2/3, 17 of 32."""
    if amount.of is not None:
        return f"{amount.value} of {amount.of}"
    if not amount.is_share:
        return str(amount.value)
    percent = amount.value * 100
    places = next((n for n in range(7) if (percent * 10**n).denominator == 1), None)
    if places is None:
        return f"{amount.value.numerator}/{amount.value.denominator}"
    digits = str(int(percent * 10**places)).rjust(places + 1, "0")
    return f"{digits[:-places]}.{digits[-places:]}%" if places else f"{digits}%"


def _relation(relation: Relation) -> str:
    match relation:
        case Compared():
            return f"{relation.sign} {amount_text(relation.amount)}"
        case Against():
            return f"{relation.sign} {figure_text(relation.figure)}"
    return f"is {relation.word}"


def _how_many(how_many: Compared | Worded) -> str:
    if isinstance(how_many, Worded):
        return how_many.word
    amount = amount_text(how_many.amount)
    match how_many.sign:
        case ">=":
            return f"at least {amount}"
        case "<=":
            return f"at most {amount}"
        case ">":
            return f"more than {amount}"
        case "<":
            return f"fewer than {amount}"
    return f"exactly {amount}" if how_many.amount.is_share else amount


def _bare(name: str) -> str:
    return name if _BARE.fullmatch(name) else _quoted(name)


def _spaced(name: str) -> str:
    return name if _SPACED.fullmatch(name) else _quoted(name)


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
