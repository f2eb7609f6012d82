"""What can be said of a code, as options."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Annotated

from cyclopts import Parameter

from crosscase.cli.options import given, says

__all__ = ["Description"]


@Parameter(name="*")
@dataclass(frozen=True, kw_only=True)
class Description:
    """What a code says of itself."""

    definition: Annotated[str | None, says("What it means.")] = None
    includes: Annotated[str | None, says("What it is used for.")] = None
    excludes: Annotated[str | None, says("What it is not used for.")] = None
    example: Annotated[str | None, says("A typical passage.")] = None
    origin: Annotated[str | None, says("deductive, inductive or in vivo.")] = None
    citation: Annotated[str | None, says("Where a deductive code comes from.")] = None
    colour: Annotated[str | None, says("Its colour, such as #E69F00.")] = None

    def given(self) -> dict[str, str | None]:
        """The fields that were given; an empty text clears one."""
        return given(**dataclasses.asdict(self))
