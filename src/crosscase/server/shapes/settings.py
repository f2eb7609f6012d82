"""What the study keeps to."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

from crosscase.server.shapes.asked import Asked

__all__ = ["SettingValue"]


class SettingValue(Asked):
    """What a setting shall be."""

    value: Annotated[str, StringConstraints(max_length=200)]
