"""`crosscase log`: what was done, by whom and when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from cyclopts import App

from crosscase import surroundings
from crosscase.cli.opening import opened
from crosscase.cli.options import COMMON, Common, StudyPath, says
from crosscase.cli.rendering import Answer

if TYPE_CHECKING:
    from crosscase.store.history import OperationEntry

app = App(name="log")
_MOST = 50


@app.default
def log(
    study: StudyPath,
    /,
    *,
    most: Annotated[int, says("Show no more than so many; 0 shows all.")] = _MOST,
    person: Annotated[str | None, says("What one person did.")] = None,
    since: Annotated[str | None, says("From this day on, such as 2026-03-02.")] = None,
    until: Annotated[str | None, says("Up to this day.")] = None,
    common: Common = COMMON,
) -> Answer:
    """List the operations, the newest first; the first column names each of them."""
    with opened(study, common, reads=True) as work:
        entries = work.log(
            most=most or None,
            person=None if person is None else work.coders.get(person).id,
            since_ms=None if since is None else surroundings.day_start_ms(since),
            until_ms=None if until is None else surroundings.day_end_ms(until),
        )
    rows = [
        (each.operation, surroundings.local_time_text(each.wall_ms), each.person, _said(each))
        for each in entries
    ]
    return Answer(
        {"operations": entries},
        lambda screen: screen.table(
            ("operation", "when", "who", "what"), rows, empty="No such operations."
        ),
    )


def _said(each: OperationEntry) -> str:
    notes = []
    if each.undone:
        notes.append("undone")
    if each.merge is not None:
        notes.append(f"came with merge {each.merge}")
    if each.future:
        notes.append("by a clock that runs ahead")
    return each.sentence + (f" ({', '.join(notes)})" if notes else "")
