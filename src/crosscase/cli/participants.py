"""`crosscase participants`: the people who were interviewed or observed."""

from __future__ import annotations

from typing import Annotated

from cyclopts import App

from crosscase.cli.opening import opened
from crosscase.cli.options import COMMON, Common, StudyPath, flag, says
from crosscase.cli.plain_values import plain
from crosscase.cli.rendering import Answer, Screen, counted

app = App(name="participants")


@app.default
def list_(study: StudyPath, /, *, common: Common = COMMON) -> Answer:
    """List the participants with their places and attributes."""
    with opened(study, common, reads=True) as work:
        frame = work.participants.frame()
    shown = frame.drop("id")
    return Answer(
        {"participants": frame},
        lambda screen: screen.table(shown.columns, shown.iter_rows(), empty="No participants yet."),
    )


@app.command
def table(
    study: StudyPath,
    /,
    *,
    rows: Annotated[str, says("A kind of cases or an attribute.")] = "site",
    columns: Annotated[str, says("A kind of cases or an attribute.")] = "sector",
    interviewed: Annotated[bool, flag("Only those linked to a speaker.")] = False,
    common: Common = COMMON,
) -> Answer:
    """Count participants by two fields, each counted once, with totals.

    Somebody in two sites is counted where their membership is marked as the one that counts,
    and footnoted.
    """
    with opened(study, common, reads=True) as work:
        frame = work.participants.recruitment_frame(rows, columns, interviewed_only=interviewed)
        several = work.participants.several_memberships(rows) if rows in work.cases.kinds() else []

    def show(screen: Screen) -> None:
        screen.table(frame.columns, frame.iter_rows())
        for each in several:
            groups = ", ".join(group.name for group in each.groups)
            counts = each.counts_as.name if each.counts_as else "none of them"
            screen.line(f"{each.participant.name} is in {groups}; counted in {counts}.")

    return Answer({"table": frame, "several": [plain(each) for each in several]}, show)


@app.command
def add(
    study: StudyPath,
    name: Annotated[str, says("Their name or pseudonym.", "NAME")],
    /,
    *,
    role: Annotated[str | None, says("Their role.")] = None,
    sector: Annotated[str | None, says("Their sector.")] = None,
    site: Annotated[tuple[str, ...], says("A site; give it again for a second one.")] = (),
    organisation: Annotated[tuple[str, ...], says("An organisation; may be repeated.")] = (),
    common: Common = COMMON,
) -> Answer:
    """Add a participant; of several sites the first one counts in a recruitment table."""
    with opened(study, common) as work:
        person = work.participants.add(
            name, role=role, sector=sector, sites=site, organisations=organisation
        )
    where = f" in {counted(len(site), 'site')}" if site else ""
    return Answer({"participant": person}, f"Added the participant “{person.name}”{where}.")
