"""What a request's body is made from."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

__all__ = ["Asked"]


class Asked(BaseModel):
    """A body; a field that it does not know is refused, so that a slip is not passed over."""

    model_config = ConfigDict(extra="forbid")
