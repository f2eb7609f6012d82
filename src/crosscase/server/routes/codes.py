"""Codes: the codebook as a tree, one code with its passages, and what is done to it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from fastapi import APIRouter

from crosscase.coding.code_counts import CodeCount
from crosscase.model.ids import Id
from crosscase.server.asking import Acting, Asking, require_unchanged
from crosscase.server.shapes.codes import (
    Codebook,
    CodeCase,
    CodeChange,
    CodeCoder,
    CodeDecision,
    CodeMerge,
    CodeMove,
    CodePage,
    CodeRow,
    CodeSplit,
    MergePreview,
    NewCode,
    code_row,
    merge_preview,
    touched,
)
from crosscase.server.shapes.ids import IdText
from crosscase.server.shapes.paged import Cursor, Most, Page
from crosscase.server.shapes.passages import PassageRow, passage_row
from crosscase.server.shapes.places import source_passage
from crosscase.server.shapes.saved import Saved
from crosscase.study import Study

router = APIRouter(tags=["codes"])


@router.get("/codes")
async def codes(asking: Asking) -> Codebook:
    """All codes in the order of the codebook, with how much stands on each."""

    def rows(study: Study) -> Codebook:
        tree, counts, of = study.codes.tree(), study.codes.counts(), study.codes.counted_of()
        return Codebook(
            codes=[code_row(tree, code, counts[code.id]) for _, code in tree.walk()],
            interviewed=of.participants,
            sites=of.cases,
        )

    return await asking.read(rows)


@router.get("/codes/{code}")
async def code(asking: Asking, code: IdText) -> CodePage:
    """One code with its first incident and what a change of it would touch."""

    def page(study: Study) -> CodePage:
        found = study.codes.get(code)
        counts: dict[Id, CodeCount] = study.codes.counts()
        row: CodeRow = code_row(study.codes.tree(), found, counts[found.id])
        return CodePage(
            **row.model_dump(),
            first_incident=source_passage(study.codes.first_incident(found.id)),
            touch=touched(study.codes.touch(found.id)),
            split_into=list(found.split_into or ()),
            late_codings=study.codes.late_codings(found.id),
        )

    return await asking.read(page)


@router.post("/codes")
async def add_code(acting: Acting, says: NewCode) -> Saved:
    """Add a code, last below its parent or at the top."""

    def act(study: Study) -> list[Id]:
        return [study.codes.add(**says.model_dump(exclude_unset=True)).id]

    return await acting.write(act)


@router.patch("/codes/{code}")
async def describe_code(acting: Acting, code: IdText, says: CodeChange) -> Saved:
    """Change a code's name or what it says of itself."""

    def act(study: Study) -> None:
        found = study.codes.get(code)
        shown = replace(found, codable=found.codable is not False)
        require_unchanged(says.was, partial(getattr, shown))
        study.codes.describe(code, **says.model_dump(exclude_unset=True, exclude={"was"}))

    return await acting.write(act)


@router.delete("/codes/{code}")
async def remove_code(acting: Acting, code: IdText) -> Saved:
    """Remove a code: it and what stands on it are hidden until it is restored."""

    def act(study: Study) -> None:
        study.codes.remove(code)

    return await acting.write(act)


@router.post("/codes/{code}/restore")
async def restore_code(acting: Acting, code: IdText) -> Saved:
    """Bring a removed code back, with exactly what was hidden."""

    def act(study: Study) -> None:
        study.codes.restore(code)

    return await acting.write(act)


@router.post("/codes/{code}/retire")
async def retire_code(acting: Acting, code: IdText) -> Saved:
    """Keep a code and its codings, but offer it no longer."""

    def act(study: Study) -> None:
        study.codes.retire(code)

    return await acting.write(act)


@router.post("/codes/{code}/reopen")
async def reopen_code(acting: Acting, code: IdText) -> Saved:
    """Offer a retired code again."""

    def act(study: Study) -> None:
        study.codes.reopen(code)

    return await acting.write(act)


@router.post("/codes/{code}/move")
async def move_code(acting: Acting, code: IdText, to: CodeMove) -> Saved:
    """Put a code below another or at the top, last or right before a sibling."""

    def act(study: Study) -> None:
        study.codes.move(code, parent=to.parent, before=to.before)

    return await acting.write(act)


@router.get("/codes/{code}/merge-preview")
async def preview_merge(asking: Asking, code: IdText, into: IdText) -> MergePreview:
    """What merging a code into another would touch."""
    return await asking.read(lambda study: merge_preview(study.codes.preview_merge(code, into)))


@router.post("/codes/{code}/merge")
async def merge_code(acting: Acting, code: IdText, says: CodeMerge) -> Saved:
    """Merge a code into another: its codings are read as the other's, late ones too."""

    def act(study: Study) -> None:
        study.codes.merge(code, says.into)

    return await acting.write(act)


@router.post("/codes/{code}/split")
async def split_code(acting: Acting, code: IdText, says: CodeSplit) -> Saved:
    """Split a code: each part takes the listed codings, and the old code is retired."""

    def act(study: Study) -> list[Id]:
        study.codes.split(code, [(part.name, part.codings) for part in says.parts])
        return list(study.codes.get(code).split_into or ())

    return await acting.write(act)


@router.get("/codes/{code}/passages")
async def code_passages(
    asking: Asking,
    code: IdText,
    below: bool = True,
    coder: CodeCoder = None,
    case: CodeCase = None,
    cursor: Cursor = None,
    most: Most = 100,
) -> Page[PassageRow]:
    """The passages of a code (and of those below it), each with its codings on exactly it."""

    def page(study: Study) -> Page[PassageRow]:
        found = study.code_passages(
            code, below=below, coder=coder, case=case, after=cursor, most=most
        )
        return Page[PassageRow](
            items=[passage_row(each) for each in found.passages],
            next=found.following,
            total=found.total,
        )

    return await asking.read(page)


@router.post("/codes/{code}/decisions")
async def decide_on_code(acting: Acting, code: IdText, says: CodeDecision) -> Saved:
    """Record what comparing a passage with a code came to, with a memo, as one operation.

    The ids are the memo's, the coding's and, if one was made, the new code's.
    """

    def act(study: Study) -> list[Id]:
        new = says.new_code
        made = study.codes.decide(
            code,
            (says.source, says.start_char, says.end_char),
            says.decision,
            text=says.text,
            name=None if new is None else new.name,
            parent=None if new is None else new.parent,
            definition=says.definition,
        )
        return [each for each in (made.memo, made.coding, made.code) if each is not None]

    return await acting.write(act)
