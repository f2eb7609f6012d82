"""What a check before publishing found: quotes, risks with their remedies, words, tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from crosscase.analysis.disclosure import BracketKind, GuardedTable, Remedy
from crosscase.model.counted import counted
from crosscase.model.ids import Id
from crosscase.study_protection.disclosure_policy import LABEL, DisclosurePolicy

__all__ = [
    "CheckedProfile",
    "CheckedTable",
    "DisclosureReport",
    "FoundNote",
    "FoundRisk",
    "PrintedQuote",
    "RiskKind",
    "WordFlag",
    "attribution_line",
]

RiskKind = Literal[
    "no consent", "too few share it", "too few hold the post", "joined profile", "one stance",
    "too few beside the table", "no quoting", "consent not recorded", "not quotable",
    "over-quoted", "small cells", "tables differ", "profile too narrow",
]  # fmt: skip

# By these a reader could find who spoke; the others say that something may not be printed.
FINDING: frozenset[RiskKind] = frozenset(
    {
        "too few share it", "too few hold the post", "joined profile", "one stance",
        "too few beside the table",
    }
)  # fmt: skip
BARRING: frozenset[RiskKind] = frozenset({"no consent", "no quoting", "not quotable"})


@dataclass(frozen=True, slots=True)
class PrintedQuote:
    """A passage as it would be printed; one of two people is two of the same number."""

    number: int
    source: Id
    source_name: str
    start_char: int
    end_char: int
    participant: Id | None
    attribution: Mapping[str, str]
    pseudonym: str | None = None


@dataclass(frozen=True, slots=True)
class FoundRisk:
    """Quotes (by number) or cells of a table that share one problem.

    ``k``         the participants, or the cases of a frame, who share what is printed
    ``holders``   the post-holders that a reader could count, where known
    ``released``  how many quotes that left the study before have a part in it
    ``people``    whom it is about, where that is one person after another
    ``share``     which part of the quotes of ``site`` are one person's, where it is too much
    ``remedies``  in the order in which to try them
    """

    kind: RiskKind
    quotes: tuple[int, ...] = ()
    attribution: Mapping[str, str] = field(default_factory=dict)
    k: int | None = None
    holders: int | None = None
    released: int = 0
    people: tuple[Id, ...] = ()
    cells: tuple[tuple[str, str], ...] = ()
    about: str = ""
    site: str | None = None
    share: float | None = None
    remedies: tuple[Remedy, ...] = ()

    @property
    def says(self) -> str:
        """The risk in one sentence."""
        who, quotes = _who(self), counted(len(self.quotes), "quote")
        share = "participant shares" if self.k == 1 else "participants share"
        match self.kind:
            case "too few share it":
                return f"{self.k} {share} {who}."
            case "too few hold the post":
                return f"A reader would count {counted(self.holders or 0, 'holder')} of {who}."
            case "joined profile":
                return f"Quotes under one pseudonym together tell {who}: {self.k} {share} that."
            case "one stance":
                return f"All who share {who} take one stance here."
            case "too few beside the table":
                return f"Beside the table of {self.about} a reader counts {self.k} for {who}."
            case "no consent":
                return f"Not everybody agreed that {' and '.join(self.attribution)} be named."
            case "no quoting":
                return f"{quotes} by people who did not agree to {self.about}."
            case "consent not recorded":
                return f"{quotes} by people of whom no consent to {self.about} is recorded."
            case "not quotable":
                return f"{quotes} from a source that must not be quoted: {self.about}."
            case "over-quoted":
                at_site = f", {self.share:.0%} of those of {self.site}" if self.site else ""
                return f"One person has {quotes}{at_site}."
            case "small cells":
                return f"The table of {self.about} shows small cells."
            case "tables differ":
                return f"Beside a table released before, the table of {self.about} tells of few."
            case "profile too narrow":
                fit = "1 case fits" if self.k == 1 else f"{self.k} cases fit"
                return f"Only {fit} the profile in the frame {self.about}."


@dataclass(frozen=True, slots=True)
class FoundNote:
    """What a reader of the risks has to know of those quoted, or of what left before.

    ``kind``    without: have no such label; several: have more than one; gone: quotes of people
                who do not show any more
    ``people``  how many, of ``quoted``
    """

    kind: Literal["without", "several", "gone"]
    people: int
    quoted: int = 0
    label: str = ""

    @property
    def says(self) -> str:
        """The note in one sentence."""
        if self.kind == "gone":
            quotes = counted(self.people, "quote")
            return f"{quotes} of people who do not show any more left before."
        has = "has" if self.people == 1 else "have"
        who = f"{self.people} of {counted(self.quoted, 'person', 'people')} quoted {has}"
        if self.kind == "without":
            return f"{who} no {self.label}."
        return (
            f"{who} more than one {self.label}: the one that counts is printed, "
            "and they count in each."
        )


@dataclass(frozen=True, slots=True)
class WordFlag:
    """A place in a quote's words to look at: offsets are those of the source.

    ``bracket`` is what could stand there; ``about`` names the public source or the body.
    """

    quote: int
    kind: Literal["bracket", "public", "second reviewer"]
    start_char: int
    end_char: int
    bracket_kind: BracketKind | None = None
    about: str = ""

    @property
    def bracket(self) -> str | None:
        """The typed bracket that is suggested."""
        return None if self.bracket_kind is None else f"[{self.bracket_kind}]"


@dataclass(frozen=True, slots=True)
class CheckedTable:
    """A recruitment table as it may be printed."""

    rows: str
    columns: str
    row_labels: tuple[str, ...]
    column_labels: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]
    guarded: GuardedTable

    @property
    def name(self) -> str:
        """What is crossed."""
        return f"{self.rows} by {self.columns}"

    def cells(self, *, hidden: bool = True) -> dict[tuple[str, str], int | None]:
        """The cells as they may be printed, None where hidden; or the counts themselves."""
        return {
            (row, column): count
            for row, counts in zip(
                self.row_labels, self.guarded.shown if hidden else self.counts, strict=True
            )
            for column, count in zip(self.column_labels, counts, strict=True)
        }


@dataclass(frozen=True, slots=True)
class CheckedProfile:
    """What would be published of a site, and how many cases of a frame it fits."""

    frame: str
    profile: Mapping[str, object]
    k: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DisclosureReport:
    """All that a check found.

    ``by``        the labels printed beside the quotes
    ``participants``  how many were interviewed
    ``risks``     those of this output, ordered by kind; ``past``: of what was released before
    ``unheard``   how many passages are nobody's words
    ``released``  how many quotes had been released before
    """

    policy: DisclosurePolicy
    by: tuple[str, ...]
    quotes: tuple[PrintedQuote, ...]
    passages: int
    participants: int
    risks: tuple[FoundRisk, ...]
    past: tuple[FoundRisk, ...] = ()
    words: tuple[WordFlag, ...] = ()
    tables: tuple[CheckedTable, ...] = ()
    profile: CheckedProfile | None = None
    unheard: int = 0
    released: int = 0
    noted: tuple[FoundNote, ...] = ()

    @property
    def notes(self) -> tuple[str, ...]:
        """What has to be known beside the risks, in sentences."""
        return tuple(each.says for each in self.noted)

    @property
    def at_risk(self) -> frozenset[int]:
        """The numbers of the quotes by which a reader could find who spoke."""
        return self._concerned(FINDING)

    @property
    def barred(self) -> frozenset[int]:
        """The numbers of the quotes that may not be printed as they are."""
        return self._concerned(BARRING)

    def _concerned(self, kinds: frozenset[RiskKind]) -> frozenset[int]:
        return frozenset(
            number for risk in self.risks if risk.kind in kinds for number in risk.quotes
        )


def attribution_line(attribution: Mapping[str, str], template: str = "") -> str:
    """What stands under a quote: the values, or the word participant alone.

    Of a template such as “{role}, {site}” what stands before a label goes where it has no value.
    """
    held = [each for each in LABEL.findall(template) if each in attribution]
    if not held:
        return ", ".join(attribution.values()) or "Participant"
    first, *between, last = LABEL.split(template)
    words = dict(zip(between[::2], [first, *between[1::2]], strict=True))
    told = [first, attribution[held[0]]]
    for label in held[1:]:
        told += [words[label], attribution[label]]
    return _without_half_brackets("".join([*told, last])).strip(" ,;:")


def _without_half_brackets(line: str) -> str:
    """The line without a bracket of which the other half went with a label."""
    for opening, closing in ("()", "[]"):
        if line.count(opening) != line.count(closing):
            line = line.replace(opening, "").replace(closing, "")
    return line


def _who(risk: FoundRisk) -> str:
    return f"“{', '.join(risk.attribution.values())}”" if risk.attribution else "no label at all"
