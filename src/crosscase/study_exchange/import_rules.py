"""What an import of a project follows: the rules of sources, fields and sets."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import PurePath
from typing import Any

from crosscase.coding.links import SIGNS
from crosscase.coding.memos import MEMO_KINDS
from crosscase.coding.sets import member_id
from crosscase.errors import MistakeOfUse
from crosscase.exchange.refi_rules import ImportRules
from crosscase.fieldwork.field_plan import attribute_id, checked_coarser, membership_id, value_id
from crosscase.fieldwork.field_words import checked_attribute_name
from crosscase.fieldwork.membership_rules import DETAILS, checked_details, require_days_in_order
from crosscase.formats.document import Document
from crosscase.formats.media import HEAD_BYTES, media_type_of
from crosscase.intake.source_changes import checked_day, checked_language, source_changes
from crosscase.intake.staging import ReadingOptions, keeps_file_of, stage_document
from crosscase.intake.storing import keeps_originals
from crosscase.log.records import DraftChange
from crosscase.model.ids import Id
from crosscase.model.media import MediaFile
from crosscase.store.media_folder import require_folder, store_media
from crosscase.store.session import Session

__all__ = ["import_rules"]

_OPTIONS = ReadingOptions()


def import_rules(session: Session, *, stores: bool) -> ImportRules:
    """The rules for imports into this study; ``stores``: recordings are put beside it."""
    return ImportRules(
        make_source=_Sources(session, stores),
        attribute_id=attribute_id,
        value_id=value_id,
        membership_id=membership_id,
        member_id=member_id,
        is_attribute_name=_is_attribute_name,
        coarser=_coarser,
        source_detail=_source_detail,
        membership_details=_membership_details,
        memo_kinds=MEMO_KINDS,
        link_signs=SIGNS,
    )


def _coarser(said: Any) -> Mapping[str, str] | None:
    """Which coarser value each fine one belongs to; None where that is no such table."""
    if not isinstance(said, dict) or not all(isinstance(each, str) for each in said.values()):
        return None
    try:
        return checked_coarser(said, "choice")
    except MistakeOfUse:
        return None


def _is_attribute_name(name: str, kinds: Iterable[str]) -> bool:
    try:
        checked_attribute_name(name, kinds)
    except MistakeOfUse:
        return False
    return True


def _source_detail(name: str, said: str) -> str | None:
    """The language or the day of a source; None where what is said is none."""
    try:
        return checked_language(said) if name == "language" else checked_day(said)
    except MistakeOfUse:
        return None


def _membership_details(said: Mapping[str, Any]) -> dict[str, Any]:
    """What is said of a membership, without what cannot be so."""
    details: dict[str, Any] = dict.fromkeys(DETAILS)
    for name in DETAILS:
        if not isinstance(said.get(name), (str, int, float)):
            continue
        with suppress(MistakeOfUse):
            details |= checked_details({name: said[name]})
    try:
        require_days_in_order(details["start_day"], details["end_day"])
    except MistakeOfUse:
        details["end_day"] = None
    return details


class _Sources:
    """Lays sources out as an import of documents does, and keeps their files as it does."""

    def __init__(self, session: Session, stores: bool) -> None:
        self._session, self._stores = session, stores
        self._keep = keeps_originals(session, None)

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
    ) -> list[DraftChange]:
        kept = data if data is not None and keeps_file_of(document.format, self._keep) else None
        staged = stage_document(
            name,
            document,
            _OPTIONS,
            file_name=file_name or name,
            file_hash=file_hash or hashlib.sha256(source.encode()).hexdigest(),
            original=kept,
        )
        changes = source_changes(source, revision, staged, name, None, blobs)
        media = self._media(document.format, data, file_name or name)
        if media is None:
            return changes
        first, *others = changes
        return [_with_media(first, str(media)), *others]

    def _media(self, format_: str, data: bytes | None, name: str) -> MediaFile | None:
        """A recording that lay in the project, beside the study; it is stored once."""
        if data is None or format_ not in ("audio", "video"):
            return None
        type_ = media_type_of(data[:HEAD_BYTES], name)
        if type_ is None:
            return None
        called = PurePath(name).name
        if not self._stores:
            return MediaFile(hashlib.sha256(data).hexdigest(), type_, called)
        folder = require_folder(self._session.file)
        return MediaFile(store_media(folder, io.BytesIO(data), called), type_, called)


def _with_media(change: DraftChange, media: str) -> DraftChange:
    return replace(change, fields={**change.fields, "media": media})
