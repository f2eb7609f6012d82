"""How many cases of a frame fit what is published about a site."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from crosscase.errors import MistakeOfUse

if TYPE_CHECKING:
    import polars as pl

__all__ = ["profile_k"]


def profile_k(frame: pl.DataFrame, profile: Mapping[str, object]) -> int:
    """The number of cases of a frame that share a published profile.

    :param frame: a case a row, a characteristic a column, banded as it is published.
    :param profile: the published value of each characteristic; null matches a missing value.
    :returns: a count alone; which cases they are is nobody's business here.
    :raises MistakeOfUse: ``no-such-characteristic``.
    Limits: a reader may know more than the frame does.
    """
    unknown = [name for name in profile if name not in frame.columns]
    if unknown:
        raise MistakeOfUse(
            f"The frame has no characteristic “{unknown[0]}”.",
            slug="no-such-characteristic",
            hint="Name the characteristics as the frame does.",
        )
    import polars as pl

    fits = [pl.col(name).eq_missing(pl.lit(value)) for name, value in profile.items()]
    return frame.filter(*fits).height if fits else frame.height
