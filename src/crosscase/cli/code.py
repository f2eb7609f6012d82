"""`crosscase code`: code one passage, or every passage that a query finds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from cyclopts import App

from crosscase.cli.opening import opened
from crosscase.cli.options import (
    COMMON,
    CoderName,
    Common,
    DryRun,
    StudyPath,
    says,
    span,
)
from crosscase.cli.passages import show_passages
from crosscase.cli.rendering import Answer, Screen, counted
from crosscase.errors import MistakeOfUse, NotFound
from crosscase.model.regions import region_of_text

if TYPE_CHECKING:
    from crosscase.study import Study

app = App(
    name="code",
    usage="Usage: crosscase code STUDY SOURCE CODE (--at START-END | --quote TEXT | --area AREA)\n"
    "       crosscase code STUDY CODE --query EXPRESSION [OPTIONS]\n",
)
_PREVIEWED, _CONTEXT = 5, 120


@app.default
def code(
    study: StudyPath,
    source: Annotated[str, says("The source (with --query: the code).", "SOURCE")],
    code: Annotated[str | None, says("The code, by name, path or id.", "CODE")] = None,
    /,
    *,
    at: Annotated[str | None, says("Where: START-END, in characters from 0.")] = None,
    quote: Annotated[str | None, says("The words, exactly as they stand.")] = None,
    before: Annotated[str | None, says("Words right before the quote, to tell two apart.")] = None,
    after: Annotated[str | None, says("Words right after the quote.")] = None,
    area: Annotated[
        str | None,
        says("A rectangle: PAGE,LEFT,TOP,WIDTH,HEIGHT in ten-thousandths; page 0 is a picture."),
    ] = None,
    query: Annotated[str | None, says("Code every passage that this question finds.")] = None,
    coder: CoderName = None,
    valence: Annotated[str | None, says("enabling, constraining or mixed.")] = None,
    basis: Annotated[str | None, says("asserted or inferred.")] = None,
    dry_run: DryRun = False,
    common: Common = COMMON,
) -> Answer:
    """Code a passage, or every passage that a query finds.

    A quote that occurs twice is refused until --before, --after or --at tells which is meant.
    `crosscase code STUDY CODE --query EXPRESSION --dry-run` shows what would be coded.
    """
    if query is not None:
        return _code_query(study, source, code, query, coder, dry_run, common)
    if code is None:
        raise MistakeOfUse(
            "A passage is coded with a source and a code.",
            slug="missing-argument",
            hint="`crosscase code STUDY SOURCE CODE --quote TEXT`, or CODE --query EXPRESSION.",
        )
    if dry_run:
        raise MistakeOfUse(
            "--dry-run goes with --query; one passage can be undone.", slug="no-dry-run"
        )
    start, end = (None, None) if at is None else span(at)
    with opened(study, common) as work:
        is_new = _is_new(work, coder)
        coding = work.codings.add(
            source, code, start_char=start, end_char=end, quote=quote, prefix=before,
            suffix=after, coder=coder, valence=valence, basis=basis,
            region=None if area is None else region_of_text(area),
        )  # fmt: skip
        name, used = work.sources.get(coding.source).name, work.codes.get(coding.code).name
    place = area or f"{coding.passage.start_char}-{coding.passage.end_char}"
    data = {"id": coding.id, "source": name, "code": used, "coding": coding,
            "coder_added": coder if is_new else None}  # fmt: skip
    said = f"Coded {place} of {name} as “{used}” ({coding.id})."
    return Answer(data, said + _so_added(coder, is_new))


def _is_new(work: Study, coder: str | None) -> bool:
    """Whether naming this coder adds one, as a slip of the hand would."""
    if coder is None:
        return False
    try:
        work.coders.get(coder)
    except NotFound:
        return True
    return False


def _so_added(coder: str | None, is_new: bool) -> str:
    return f"\nAdded the coder “{coder}”." if is_new else ""


def _code_query(
    study: StudyPath,
    name: str,
    extra: str | None,
    query: str,
    coder: str | None,
    dry_run: bool,
    common: Common,
) -> Answer:
    if extra is not None:
        raise MistakeOfUse(
            "With --query there is a code and no source.",
            slug="too-many-arguments",
            hint="Name the source in the question: source:NAME and ...",
        )
    with opened(study, common, reads=dry_run) as work:
        used = work.codes.get(name)
        # Looked for once and to the end, so that the number is exact.
        found = work.query(query)
        data: dict[str, Any] = {
            "code": used.id,
            "query": query,
            "passages": found.total,
            "dry_run": dry_run,
        }
        if not dry_run:
            is_new = _is_new(work, coder)
            new = work.codings.add_passages(used.id, found.places(), coder=coder)
            said = f"Coded {counted(new, 'passage')} as “{used.name}”"
            is_new = is_new and not _is_new(work, coder)
            data |= {"coded": new, "coder_added": coder if is_new else None}
            said += f"{_so_already(found.total - new)}.{_so_added(coder, is_new)}"
            return Answer(data, said)
        passages = found.passages[:_PREVIEWED]

    def show(screen: Screen) -> None:
        show_passages(screen, passages, _CONTEXT)
        if passages:
            screen.line()
        shown = f", of which the first {_PREVIEWED} are shown"
        more = shown if found.total > _PREVIEWED else ""
        screen.line(f"Would code {counted(found.total, 'passage')} as “{used.name}”{more}.")

    return Answer({**data, "first": passages}, show)


def _so_already(number: int) -> str:
    return f"; {number:,} {'was' if number == 1 else 'were'} so already" if number else ""
