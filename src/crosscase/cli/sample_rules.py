"""What a choice of cases is asked by on the command line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from cyclopts import Parameter

from crosscase.cli.options import says
from crosscase.errors import MistakeOfUse

__all__ = ["NO_RULES", "Pick", "SampleRules", "many"]

Method = Literal["maximum-variation", "random", "stratified", "quota", "criterion", "manual"]
Pick = Annotated[int, says("Which of the equally good sets, from 1.")]


def many(text: str, name: str) -> Parameter:
    """An option that may be given several times."""
    return Parameter(name=name, help=f"{text}; may be repeated.", negative=())


@Parameter(name="*")
@dataclass(frozen=True, kw_only=True)
class SampleRules:
    """How cases are chosen."""

    size: Annotated[int | None, says("How many cases.")] = None
    method: Annotated[Method, Parameter(help="How they are chosen.")] = "maximum-variation"
    where: Annotated[list[str] | None, many("Which cases may be chosen", "--where")] = None
    require: Annotated[list[str] | None, many("What the set must meet", "--require")] = None
    not_all_one: Annotated[
        list[str] | None, many("The set may not be all of one such group", "--not-all-one")
    ] = None
    vary: Annotated[
        list[str] | None,
        many("What the cases shall differ in: NAME, or NAME=2 to count it twice", "--vary"),
    ] = None
    strata: Annotated[str | None, says("The grouping of strata or quotas.")] = None
    count: Annotated[
        list[str] | None, many("How many of a stratum or quota: GROUP=2", "--count")
    ] = None
    share: Annotated[
        Literal["proportional", "equal"], Parameter(help="How strata share the size.")
    ] = "proportional"
    seed: Annotated[int | None, says("Of a drawing: any whole number, the same draws alike.")] = (
        None
    )
    case: Annotated[list[str] | None, many("A case that you choose by hand", "--case")] = None
    pick: Pick = 1
    reason: Annotated[
        str | None, says("Why these cases, or why this one of equally good sets.")
    ] = None

    def asked(self) -> dict[str, Any]:
        """The same as ``Selections.choose`` takes it."""
        apart = [f"not all one {each}" for each in self.not_all_one or ()]
        return {
            "method": self.method,
            "size": self.size,
            "eligible": self.where or (),
            "constraints": [*(self.require or ()), *apart],
            "characteristics": _weights(self.vary or ()),
            "strata": self.strata,
            "share": self.share,
            "counts": _counts(self.count) if self.count else None,
            "seed": self.seed,
            "cases": self.case or (),
            "pick": self.pick,
            "reason": self.reason,
        }


NO_RULES = SampleRules()


def _weights(texts: Sequence[str]) -> dict[str, float]:
    weights: dict[str, float] = {}
    for text in texts:
        name, mark, number = text.rpartition("=")
        try:
            weights[name.strip() if mark else text.strip()] = float(number) if mark else 1.0
        except ValueError:
            raise MistakeOfUse(
                f"“{text}” gives no weight.", slug="not-a-weight", hint="Write NAME or NAME=2."
            ) from None
    return weights


def _counts(texts: Sequence[str]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for text in texts:
        group, mark, number = text.rpartition("=")
        if not mark or not number.strip().isdecimal():
            raise MistakeOfUse(
                f"“{text}” does not say how many.", slug="not-a-count", hint="Write GROUP=2."
            )
        counts[group.strip()] = int(number)
    return counts
