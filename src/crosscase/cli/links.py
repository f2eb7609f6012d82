"""`crosscase links`: typed relations, with the passages behind them."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from cyclopts import App, Parameter

from crosscase.cli.opening import opened
from crosscase.cli.options import COMMON, Common, SourceName, StudyPath, flag, given, says, span
from crosscase.cli.rendering import Answer, Screen
from crosscase.cli.verbs import did

app = App(name="links")
LinkId = Annotated[str, says("The link, by its id.", "LINK")]
Sign = Annotated[
    Literal["+", "-", "mixed"] | None,
    Parameter(help="Whether it strengthens or weakens.", allow_leading_hyphen=True),
]


@app.default
def list_(
    study: StudyPath,
    /,
    *,
    type_: Annotated[str | None, says("Those of one type, such as causes.", "--type")] = None,
    evidence: Annotated[bool, flag("Print the passages behind each.")] = False,
    common: Common = COMMON,
) -> Answer:
    """List the links."""
    with opened(study, common, reads=True) as work:
        found = work.links.all(link_type=type_)

    def show(screen: Screen) -> None:
        if not found:
            screen.line("No links.")
        for each in found:
            arrow = "->" if each.link.directed else "--"
            sign = f" ({each.link.sign})" if each.link.sign else ""
            behind = f"{len(each.evidence)} behind it"
            screen.line(
                f"{each.start_name} {arrow} {each.end_name}: {each.link.link_type}{sign}, {behind}"
                f"  {each.link.id}"
            )
            for one in each.evidence if evidence else ():
                place = f"  {one.passage.source_name} {one.passage.start_char}"
                screen.passage(place, "", one.passage.text, "(against)" if one.against else "")

    return Answer({"links": found}, show)


@app.command
def add(
    study: StudyPath,
    start: Annotated[str, says("One end, such as code:Trust.", "START")],
    end: Annotated[str, says("The other end.", "END")],
    type_: Annotated[str, says("What relates them, such as causes.", "TYPE")],
    /,
    *,
    both_ways: Annotated[bool, flag("It has no direction.")] = False,
    sign: Sign = None,
    note: Annotated[str | None, says("A note.")] = None,
    basis: Annotated[str | None, says("asserted or inferred.")] = None,
    mechanism: Annotated[str | None, says("How the one acts on the other, in words.")] = None,
    common: Common = COMMON,
) -> Answer:
    """Link two things; the same link twice is one link."""
    with opened(study, common) as work:
        link = work.links.add(
            start,
            end,
            type_,
            directed=not both_ways,
            sign=sign,
            note=note,
            basis=basis,
            mechanism=mechanism,
        )
        made = work.links.get(link.id)
    return Answer(
        {"link": made}, f"{made.start_name} {link.link_type} {made.end_name} ({link.id})."
    )


@app.command
def change(
    study: StudyPath,
    link: LinkId,
    /,
    *,
    type_: Annotated[str | None, says("What relates them.", "--type")] = None,
    sign: Annotated[
        str | None, Parameter(help='+, - or mixed; "" clears it.', allow_leading_hyphen=True)
    ] = None,
    note: Annotated[str | None, says('A note; "" clears it.')] = None,
    basis: Annotated[str | None, says('asserted or inferred; "" clears it.')] = None,
    mechanism: Annotated[str | None, says('How, in words; "" clears it.')] = None,
    common: Common = COMMON,
) -> Answer:
    """Change what a link says."""
    told: dict[str, Any] = given(
        link_type=type_, sign=sign, note=note, basis=basis, mechanism=mechanism
    )
    with opened(study, common) as work:
        recorded = work.links.change(link, **told)
    return did(recorded, "Changed the link.", link=link)


@app.command
def evidence(
    study: StudyPath,
    link: LinkId,
    source: SourceName,
    /,
    *,
    at: Annotated[str | None, says("Where: START-END, in characters from 0.")] = None,
    quote: Annotated[str | None, says("The words, exactly as they stand.")] = None,
    against: Annotated[bool, flag("It speaks against the link.")] = False,
    common: Common = COMMON,
) -> Answer:
    """Put a passage behind a link, or against it."""
    start, end = (None, None) if at is None else span(at)
    with opened(study, common) as work:
        put = work.links.add_evidence(
            link, source, quote=quote, start_char=start, end_char=end, against=against
        )
    return Answer(
        {"evidence": put}, f"Put a passage of {put.passage.source_name} there ({put.id})."
    )


@app.command(name="remove-evidence")
def remove_evidence(
    study: StudyPath,
    evidence: Annotated[str, says("The evidence, by its id.", "EVIDENCE")],
    /,
    *,
    common: Common = COMMON,
) -> Answer:
    """Take a passage away from its link."""
    with opened(study, common) as work:
        recorded = work.links.remove_evidence(evidence)
    return did(recorded, "Took the passage away.", evidence=evidence)


@app.command
def remove(study: StudyPath, link: LinkId, /, *, common: Common = COMMON) -> Answer:
    """Hide a link with its evidence; `crosscase undo` or `restore` brings it back."""
    with opened(study, common) as work:
        recorded = work.links.remove(link)
    return did(recorded, f"Removed the link ({link}).", link=link)


@app.command
def restore(study: StudyPath, link: LinkId, /, *, common: Common = COMMON) -> Answer:
    """Bring a removed link back with its evidence."""
    with opened(study, common) as work:
        recorded = work.links.restore(link)
    return did(recorded, "Restored the link.", link=link)
