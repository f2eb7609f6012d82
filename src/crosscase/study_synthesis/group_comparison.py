"""How groups differ code by code: counts, log-odds and tests, as rows and as a frame."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from crosscase.analysis.contrasts import LogOdds, Permuted
from crosscase.errors import NotFound, nearest_names_hint
from crosscase.query.cross_counts import Longs
from crosscase.query.dimensions import Member
from crosscase.study_synthesis.coded_rows import CodedRows
from crosscase.study_synthesis.group_members import GroupMembers, Strata

if TYPE_CHECKING:
    import polars

__all__ = ["CodeContrast", "Contrast", "GroupComparison"]


@dataclass(frozen=True, slots=True)
class Contrast:
    """A group (a place in ``labels``) and what it is compared with (None: all others)."""

    group: int
    against: int | None
    words: str


@dataclass(frozen=True, slots=True)
class CodeContrast:
    """One code in one contrast. None stands for what is undefined.

    ``said`` of ``of`` participants of the group, ``said_against`` of ``of_against`` of the others;
    ``difference`` is that of the two shares, -1 to 1. ``log_odds`` and ``z`` are above zero where
    the group says it more; ``p`` and ``family`` (adjusted for all codes) are of the test.
    """

    contrast: int
    code: int
    said: int
    of: int
    said_against: int
    of_against: int
    difference: float | None
    log_odds: float | None
    z: float | None
    p: float | None
    family: float | None


@dataclass(frozen=True, eq=False)
class GroupComparison:
    """Codes by groups of participants; a row is a code that somebody says.

    ``said`` and ``passages`` are codes x groups, ``said_by`` counts participants in all groups
    together (who is in two counts once), of ``of_all``. ``warnings`` come before any number.
    """

    title: str
    where: str | None
    labels: tuple[str, ...]
    codes: tuple[Member, ...]
    groups: GroupMembers
    contrasts: tuple[Contrast, ...]
    said: Longs
    said_by: Longs
    passages: Longs
    odds: tuple[LogOdds, ...]
    test: Permuted
    strata: Strata
    prior: float
    warnings: tuple[str, ...]
    notes: tuple[str, ...]
    rows: CodedRows = field(repr=False)
    members: Longs = field(repr=False)

    def __len__(self) -> int:
        return len(self.labels)

    @property
    def of_all(self) -> int:
        """Participants in all groups together."""
        return self.groups.of_all

    def contrast(self, number: int, code: int) -> CodeContrast:
        """One code in one contrast."""
        asked = self.contrasts[number]
        of = self.groups.of
        if asked.against is None:
            inside = self.groups.inside[:, asked.group]
            others = self.of_all - int(inside.sum())
            said_against = int(self.said_by[code] - self.said[code, asked.group])
        else:
            others = of[asked.against]
            said_against = int(self.said[code, asked.against])
        return CodeContrast(
            contrast=number,
            code=code,
            said=int(self.said[code, asked.group]),
            of=of[asked.group],
            said_against=said_against,
            of_against=others,
            difference=_told(self.test.difference[number, code]),
            log_odds=_told(self.odds[number].delta[code]),
            z=_told(self.odds[number].z[code]),
            p=_told(self.test.p[number, code]),
            family=_told(self.test.family[number, code]),
        )

    def contrasts_of(self, code: int) -> tuple[CodeContrast, ...]:
        """One code in all contrasts."""
        return tuple(self.contrast(number, code) for number in range(len(self.contrasts)))

    def by_difference(self, number: int = 0) -> Iterator[CodeContrast]:
        """All codes in one contrast, those that differ most (by z) first."""
        z = np.nan_to_num(np.abs(self.odds[number].z))
        for code in np.argsort(-z, kind="stable").tolist():
            yield self.contrast(number, code)

    def find_code(self, code: str) -> int:
        """The place of a code among the rows; NotFound where it has none."""
        folded = code.strip().casefold()
        for number, (label, member) in enumerate(zip(self.labels, self.codes, strict=True)):
            if folded in (label.casefold(), member.name.casefold(), member.id):
                return number
        raise NotFound(
            f"“{code}” is none of the codes that are compared.",
            slug="code-not-compared",
            hint=nearest_names_hint(code, self.labels)
            or "Nobody says it, or it was not asked for.",
        )

    def find_group(self, group: str) -> int:
        """The place of a group; NotFound where it is not compared."""
        folded = [each.casefold() for each in self.groups.labels]
        if group.casefold() not in folded:
            raise NotFound(
                f"“{group}” is none of the groups that are compared.",
                slug="group-not-compared",
                hint=f"These are: {', '.join(self.groups.labels[:12])}.",
            )
        return folded.index(group.casefold())

    def frame(self) -> polars.DataFrame:
        """A row for each code and contrast, with the counts of all groups before the rest."""
        import polars as pl

        rows: list[dict[str, Any]] = []
        for number, asked in enumerate(self.contrasts):
            for each in self.by_difference(number):
                row: dict[str, Any] = {"code": self.labels[each.code], "contrast": asked.words}
                row |= {
                    "participants": each.said,
                    "of": each.of,
                    "participants_against": each.said_against,
                    "of_against": each.of_against,
                    "passages": int(self.passages[each.code, asked.group]),
                    "difference": each.difference,
                    "log_odds": each.log_odds,
                    "z": each.z,
                    "p": each.p,
                    f"p_{self.test.adjustment.replace('-', '_')}": each.family,
                }
                rows.append(row)
        whole = {"participants", "of", "participants_against", "of_against", "passages"}
        columns = list(rows[0]) if rows else ["code", "contrast"]
        schema = {
            name: pl.String
            if name in ("code", "contrast")
            else pl.Int64
            if name in whole
            else pl.Float64
            for name in columns
        }
        return pl.DataFrame(rows, schema=schema)


def _told(value: Any) -> float | None:
    number = float(value)
    return None if math.isnan(number) else number
