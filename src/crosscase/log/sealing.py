"""Sealed changes: only the salted hash is left, so chains still verify and no words remain.

A purge seals for ever; a blind round delivers sealed and opens later; a server's refusal seals
with its reason. What is opened must hash to what was promised.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from crosscase.log.canonical import change_hash, decode
from crosscase.log.records import Change, Seal
from crosscase.model.kinds import KIND_OF_NUMBER

__all__ = ["named_wholes", "opened", "sealed"]


def sealed(change: Change, seal: Seal) -> Change:
    """The change without its words; kind, entity, over and hash stay."""
    return replace(change, fields=None, salt=None, seal=seal)


def opened(promised: Change, fields: bytes, salt: bytes) -> Change:
    """The change with its words again; ValueError when they are not what was promised."""
    hash_ = change_hash(
        salt, promised.kind, promised.version, promised.entity, fields, promised.over
    )
    if hash_ != promised.hash:
        raise ValueError("these bytes are not what the sealed change promised")
    return replace(promised, fields=fields, salt=salt, seal=Seal.OPEN)


def named_wholes(change: Change) -> Iterable[bytes]:
    """The entities that this change's entity is part of: a purge of one seals this one too."""
    kind = KIND_OF_NUMBER.get(change.kind)
    if kind is None or change.fields is None:
        return ()
    fields = decode(change.fields)
    return [
        whole
        for spec in kind.fields
        if spec.part_of
        for whole in spec.type.references(fields.get(spec.number))
    ]
