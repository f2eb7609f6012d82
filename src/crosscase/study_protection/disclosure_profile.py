"""What is published of a site, read as the frame holds it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from crosscase.errors import MistakeOfUse

if TYPE_CHECKING:
    import polars

__all__ = ["typed_profile"]


def typed_profile(frame: polars.DataFrame, profile: Mapping[str, object]) -> dict[str, object]:
    """The values with the types of the frame's columns; an empty text means a missing value."""
    import polars as pl

    told: dict[str, object] = {}
    for name, value in profile.items():
        if not isinstance(value, str) or name not in frame.columns:
            told[name] = value
        elif not value.strip():
            told[name] = None
        else:
            try:
                told[name] = pl.Series([value.strip()]).cast(frame.schema[name])[0]
            except pl.exceptions.PolarsError as error:
                raise MistakeOfUse(
                    f"“{value}” is no value of “{name}”.",
                    slug="value-not-understood",
                    hint="Write it as the frame does, such as 2 or 12.5.",
                ) from error
    return told
