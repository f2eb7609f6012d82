"""Memos: all in one list, and what is written."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Query

from crosscase.model.ids import Id
from crosscase.server.asking import Acting, Asking, require_unchanged
from crosscase.server.shapes.ids import IdText
from crosscase.server.shapes.memos import MemoChange, MemoKind, MemoRow, NewMemo, memo_row
from crosscase.server.shapes.paged import Cursor, Most, Page
from crosscase.server.shapes.saved import Saved
from crosscase.study import Study

router = APIRouter(tags=["memos"])


@router.get("/memos")
async def memos(
    asking: Asking,
    kind: MemoKind | None = None,
    author: Annotated[IdText | None, Query(description="Memos of this coder.")] = None,
    about: Annotated[IdText | None, Query(description="Memos about this thing.")] = None,
    source: Annotated[
        IdText | None,
        Query(description="Memos about this source, a coding in it or a passage of it."),
    ] = None,
    cursor: Cursor = None,
    most: Most = 100,
) -> Page[MemoRow]:
    """The memos, those begun last first."""

    def page(study: Study) -> Page[MemoRow]:
        found = study.memos.all(memo_kind=kind, author=author, about=about, source=source)
        left = [memo for memo in reversed(found) if cursor is None or memo.id < cursor]
        shown = left[:most]
        return Page[MemoRow](
            items=[memo_row(each) for each in study.memos.told(shown)],
            next=shown[-1].id if len(left) > most else None,
            total=len(found),
        )

    return await asking.read(page)


@router.get("/memos/{memo}")
async def memo(asking: Asking, memo: IdText) -> MemoRow:
    """One memo."""
    return await asking.read(lambda study: memo_row(study.memos.told([study.memos.get(memo)])[0]))


@router.post("/memos")
async def write_memo(acting: Acting, says: NewMemo) -> Saved:
    """Write a memo, about anything, about a passage, or about nothing yet."""

    def act(study: Study) -> list[Id]:
        at = says.passage
        written = study.memos.write(
            says.title,
            says.text,
            memo_kind=says.kind,
            about=says.about,
            passage=None if at is None else (at.source, at.start_char, at.end_char),
        )
        return [written.id]

    return await acting.write(act)


@router.patch("/memos/{memo}")
async def change_memo(acting: Acting, memo: IdText, says: MemoChange) -> Saved:
    """Change the title, the words or the kind of a memo, or what it hangs on."""

    def act(study: Study) -> None:
        shown = study.memos.get(memo)
        told: dict[str, Callable[[], object]] = {
            "title": lambda: shown.title,
            "kind": lambda: shown.memo_kind,
            "about": lambda: shown.about,
            "text": lambda: study.memos.text(memo),
        }
        require_unchanged(says.was, lambda field: told[field]())
        study.memos.change(
            memo,
            title=says.title,
            text=says.text,
            memo_kind=says.kind,
            about=says.about if "about" in says.model_fields_set else ...,
        )

    return await acting.write(act)


@router.delete("/memos/{memo}")
async def remove_memo(acting: Acting, memo: IdText) -> Saved:
    """Remove a memo until it is restored."""

    def act(study: Study) -> None:
        study.memos.remove(memo)

    return await acting.write(act)


@router.post("/memos/{memo}/restore")
async def restore_memo(acting: Acting, memo: IdText) -> Saved:
    """Bring a removed memo back."""

    def act(study: Study) -> None:
        study.memos.restore(memo)

    return await acting.write(act)
