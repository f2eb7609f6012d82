"""Ids in addresses and bodies."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

__all__ = ["IdText"]

IdText = Annotated[
    str,
    StringConstraints(pattern=r"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"),
]
