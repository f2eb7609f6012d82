"""What a merge would bring: the union of two logs, or the reason why there is none."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from crosscase.errors import Conflict
from crosscase.model.ids import id_of_bytes, short_id

__all__ = ["WriterTip", "plan_merge"]


@dataclass(frozen=True, slots=True)
class WriterTip:
    """How far one writer's chain goes in one file."""

    seq: int
    digest: bytes


def plan_merge(
    ours: Mapping[bytes, WriterTip],
    theirs: Mapping[bytes, WriterTip],
    our_digest: Callable[[bytes, int], bytes],
    their_digest: Callable[[bytes, int], bytes],
) -> dict[bytes, int]:
    """For each of their writers that is ahead, the last number that we already have.

    Refuses the whole merge, naming the operation, where the two copies of one writer's chain
    differ: Conflict with the slug ``chains-differ``.
    """
    ahead: dict[bytes, int] = {}
    for writer, tip in theirs.items():
        own = ours.get(writer)
        if own is None:
            ahead[writer] = 0
            continue
        common = min(own.seq, tip.seq)
        if our_digest(writer, common) != their_digest(writer, common):
            raise Conflict(
                f"The two copies differ in what one writer recorded: operation {common} of writer "
                f"{short_id(id_of_bytes(writer))} has another digest in the other file.",
                slug="chains-differ",
                hint="One of the files is damaged or was altered; run `crosscase verify` on both, "
                "and merge the one that is sound.",
            )
        if tip.seq > own.seq:
            ahead[writer] = own.seq
    return ahead
