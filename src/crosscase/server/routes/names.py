"""Everything that can be reached by its name, for the palette."""

from __future__ import annotations

from collections.abc import Iterator

from fastapi import APIRouter

from crosscase.server.asking import Asking
from crosscase.server.shapes.names import NamedKind, NameList, NameRow
from crosscase.store.code_tree import PATH_MARK
from crosscase.study import Study

router = APIRouter(tags=["names"])


@router.get("/names")
async def names(asking: Asking) -> NameList:
    """Every source, code, case, memo, question, set, coder, frame, selection and finding."""
    return await asking.read(lambda study: NameList(names=list(_names(study))))


def _names(study: Study) -> Iterator[NameRow]:
    for source in study.sources.all():
        yield _row("source", source.id, source.name, source.language)
    tree = study.codes.tree()
    for _, code in tree.walk():
        above = PATH_MARK.join(tree.path_of(code.id)[:-1]) or None
        yield _row("code", code.id, code.name, above, code.colour)
    for case in study.cases.all():
        yield _row("case", case.id, case.name, case.case_kind)
    for memo in study.memos.all():
        yield _row("memo", memo.id, memo.title, memo.memo_kind)
    for query in study.queries.all():
        yield _row("query", query.id, query.name, query.expression)
    for each in study.sets.all():
        yield _row("set", each.set.id, each.set.name, each.set.description)
    for who in study.coders.all():
        yield _row("coder", who.coder.id, who.coder.name, who.coder.note)
    frames = {each.id: each.name for each in study.frames.all()}
    for frame, name in frames.items():
        yield _row("frame", frame, name, None)
    for selection in study.selections.all():
        # What it was chosen from comes first: a selection is looked at in its frame.
        yield _row("selection", selection.id, selection.name, frames.get(selection.frame))
    for finding, name, statement in study.findings.statements():
        yield _row("finding", finding, f"{name} {statement}", None)


def _row(
    kind: NamedKind, id_: str, name: str | None, detail: str | None, colour: str | None = None
) -> NameRow:
    return NameRow(kind=kind, id=id_, name=name or "", detail=detail, colour=colour)
