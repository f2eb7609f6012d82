"""Letting Python's collector of cycles rest while a large project crosses over."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["collector_at_rest"]


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Do not look for cycles meanwhile.

    A crossing makes millions of plain records, which have none; looking through them over and
    over again would take as long as all the rest.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
