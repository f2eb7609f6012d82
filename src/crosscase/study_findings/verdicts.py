"""What is so of a check, before it is held against the figures that somebody accepted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from crosscase.errors import CrosscaseError, MistakeOfUse
from crosscase.model.ids import Id
from crosscase.study_findings.outcomes import Figures, Outcome, Part, Problem, Standing

__all__ = ["AskedCheck", "Evaluated", "NotEvaluated", "Verdict", "outcome_of"]


class NotEvaluated(Exception):
    """A check cannot be evaluated; it never leaves this package."""

    def __init__(self, problem: Problem, of: type[CrosscaseError] = MistakeOfUse) -> None:
        super().__init__(problem.sentence)
        self.problem = problem
        self.of = of


@dataclass(frozen=True, slots=True)
class AskedCheck:
    """A check to be evaluated: its text, what its names are bound to, the accepted figures."""

    text: str
    bound: Mapping[str, Id] = field(default_factory=dict)
    seen: Figures | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is so; ``holds`` is None where nothing is asked.

    ``is_exact`` says that the check gives the number itself. ``where`` names source and speaker.
    """

    holds: bool | None
    figures: Figures | None
    says: str
    is_exact: bool = False
    parts: tuple[Part, ...] = ()
    behind: str | None = None
    where: str = ""


@dataclass(frozen=True, slots=True)
class Evaluated:
    """A verdict, or the problem why there is none; a problem may stand beside a verdict.

    ``codes`` are those (by entity row) whose codings it hangs on; None: all codings.
    """

    verdict: Verdict | None
    problem: Problem | None
    codes: frozenset[int] | None = frozenset()

    def to_plain(self) -> list[Any]:
        """The same as plain values, without the codes."""
        verdict = self.verdict
        told = None
        if verdict is not None:
            figures = verdict.figures
            told = [
                verdict.holds,
                None if figures is None else figures.to_store(),
                verdict.says,
                verdict.is_exact,
                [[part.label, part.value, part.of] for part in verdict.parts],
                verdict.behind,
                verdict.where,
            ]
        return [told, None if self.problem is None else asdict(self.problem)]

    @classmethod
    def from_plain(cls, held: list[Any]) -> Evaluated:
        """From plain values; on which codes it hangs is not known then."""
        told, problem = held
        verdict = None
        if told is not None:
            holds, figures, says, is_exact, parts, behind, where = told
            verdict = Verdict(
                holds,
                Figures.stored(figures),
                says,
                is_exact,
                tuple(Part(*part) for part in parts),
                behind,
                where,
            )
        return cls(verdict, None if problem is None else Problem(**problem), None)


def outcome_of(check: AskedCheck, found: Evaluated) -> Outcome:
    """What comes of a check, held against the figures that somebody accepted."""
    verdict = found.verdict
    if verdict is None:
        return Outcome(check.text, "untested", problem=found.problem)
    figures = verdict.figures
    has_moved = figures is not None and check.seen is not None and figures.moved_from(check.seen)
    holds = verdict.holds
    if holds is None and has_moved:
        holds = False  # a figure alone stands for what was accepted
    standing: Standing = "changed" if has_moved else "supported"
    if holds is False:
        standing = "changed" if has_moved and verdict.is_exact else "contradicted"
    return Outcome(
        check.text,
        standing,
        holds,
        None if figures is None else figures.value,
        None if figures is None else figures.of,
        check.seen if has_moved else None,
        verdict.says,
        verdict.parts,
        found.problem,
        verdict.behind,
        verdict.where,
        None if figures is None else figures.against,
    )
