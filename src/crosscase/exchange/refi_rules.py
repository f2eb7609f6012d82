"""Rules of other stages that an import of a project follows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from crosscase.formats.document import Document
from crosscase.log.records import DraftChange
from crosscase.model.ids import Id

__all__ = ["ImportRules", "SourceMaker"]


class SourceMaker(Protocol):
    """Makes the changes that store one source with its text, turns and file."""

    def __call__(
        self,
        source: Id,
        revision: Id,
        name: str,
        document: Document,
        *,
        file_name: str | None,
        file_hash: str | None,
        data: bytes | None,
        blobs: dict[str, bytes],
    ) -> list[DraftChange]: ...


@dataclass(frozen=True, slots=True)
class ImportRules:
    """Rules of other stages that an import follows: how sources are laid out, what names may be."""

    make_source: SourceMaker
    attribute_id: Callable[[Id, str], Id]
    value_id: Callable[[Id, Id], Id]
    membership_id: Callable[[Id, Id, Id, str | None], Id]
    member_id: Callable[[Id, Id], Id]
    is_attribute_name: Callable[[str, Iterable[str]], bool]
    coarser: Callable[[Any], Mapping[str, str] | None]
    source_detail: Callable[[str, str], str | None]
    membership_details: Callable[[Mapping[str, Any]], dict[str, Any]]
    memo_kinds: tuple[str, ...]
    link_signs: tuple[str, ...]
