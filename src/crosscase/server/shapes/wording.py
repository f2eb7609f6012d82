"""Names and texts in bodies, as long as they may be."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

__all__ = ["AName", "AText"]

AName = Annotated[str, StringConstraints(min_length=1, max_length=500)]
AText = Annotated[str, StringConstraints(max_length=200_000)]
