"""What an operation had seen: the closure of heads, and the heads that a log has."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence

from crosscase.log.canonical import tips_to_bytes
from crosscase.log.records import OperationName, Tip

__all__ = ["closure", "heads_name", "remaining_heads"]

HeadsSeen = Mapping[bytes, Sequence[tuple[int, tuple[Tip, ...]]]]


def closure(heads: Iterable[tuple[bytes, int]], seen_by: HeadsSeen) -> dict[bytes, int]:
    """For each writer the greatest number that these heads had seen.

    ``seen_by`` gives, for each writer, its operations that name heads: (seq, heads), by seq.
    """
    reached: dict[bytes, int] = {}
    ahead = list(heads)
    while ahead:
        writer, seq = ahead.pop()
        before = reached.get(writer, 0)
        if seq <= before:
            continue
        reached[writer] = seq
        for own_seq, tips in seen_by.get(writer, ()):
            if before < own_seq <= seq:
                ahead += [(tip.writer, tip.seq) for tip in tips]
    return reached


def remaining_heads(
    candidates: Iterable[Tip], named: Iterable[Tip], last_seq: Mapping[bytes, int]
) -> tuple[Tip, ...]:
    """The tips that no operation names and that are their writer's last."""
    covered = {OperationName(tip.writer, tip.seq) for tip in named}
    return tuple(
        sorted(
            tip
            for tip in set(candidates)
            if last_seq.get(tip.writer, 0) == tip.seq
            and OperationName(tip.writer, tip.seq) not in covered
        )
    )


def heads_name(heads: Iterable[Tip]) -> str:
    """The name of a study's state: the digest of its sorted heads."""
    return hashlib.sha256(tips_to_bytes(heads)).hexdigest()[:24]
