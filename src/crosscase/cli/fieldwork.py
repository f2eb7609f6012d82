"""`crosscase fieldwork`: where the fieldwork stands, and what is still to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from cyclopts import App

from crosscase import surroundings
from crosscase.cli.field_records import Person, Sheet, TableFile, import_records, list_of
from crosscase.cli.opening import opened
from crosscase.cli.options import COMMON, Common, DryRun, Strict, StudyPath, flag, given, says
from crosscase.cli.plain_values import plain
from crosscase.cli.rendering import Answer, Screen, counted
from crosscase.cli.verbs import did

if TYPE_CHECKING:
    from crosscase.study_fieldwork.board import Board
    from crosscase.study_fieldwork.referral_chains import Homophily, ReferralChains

app = App(name="fieldwork")
On = Annotated[str | None, says("As of this day, such as 2026-03-02; otherwise today.")]


@app.default
def board(study: StudyPath, /, *, on: On = None, common: Common = COMMON) -> Answer:
    """Show how far each participant has come, from found to coded, and what is missing.

    Interviews that are set for a later day count as scheduled.
    """
    with opened(study, common, reads=True) as work:
        made = work.fieldwork.board(on or surroundings.local_day())
    return Answer(plain(made), lambda screen: _draw_board(screen, made))


def _draw_board(screen: Screen, made: Board) -> None:
    rows = [
        (
            each.stage, each.since, each.name, each.site, each.sector, each.found_by,
            " ".join(missing.sentence for missing in each.missing),
        )
        for each in made.people
    ]  # fmt: skip
    headings = ("stage", "since", "participant", "site", "sector", "found by", "missing")
    screen.table(headings, rows, empty="No participants yet.")
    if rows:
        told = [f"{number} {stage}" for stage, number in made.counts.items() if number]
        screen.line(f"{counted(len(rows), 'participant')}: {', '.join(told)}.")


@app.command
def matrix(
    study: StudyPath,
    /,
    *,
    rows: Annotated[str, says("A kind of cases or an attribute.")] = "site",
    columns: Annotated[str, says("A kind of cases or an attribute.")] = "sector",
    interviewed: Annotated[bool, flag("Only those linked to a speaker.")] = False,
    common: Common = COMMON,
) -> Answer:
    """Count participants by two fields with margins, and warn of the cells without anybody."""
    with opened(study, common, reads=True) as work:
        frame = work.participants.recruitment_frame(rows, columns, interviewed_only=interviewed)
        empty = work.fieldwork.empty_cells(rows, columns, interviewed_only=interviewed)

    def show(screen: Screen) -> None:
        from crosscase.study_fieldwork.empty_cells import warnings_of

        screen.table(frame.columns, frame.iter_rows())
        for each in warnings_of(empty):
            screen.line(each)

    return Answer({"table": frame, "empty": empty}, show)


@app.command
def rates(
    study: StudyPath,
    /,
    *,
    by: Annotated[str, says("A kind of cases, an attribute, or found_by.")] = "site",
    common: Common = COMMON,
) -> Answer:
    """Show how many were asked, what they said, and how many were interviewed.

    Both rates are shares of those who were asked.
    """
    with opened(study, common, reads=True) as work:
        found = work.fieldwork.response_rates(by, today=surroundings.local_day())
    headings = (
        by, "found", "asked", "agreed", "declined", "unavailable", "no answer", "waiting",
        "interviewed", "agreed %", "interviewed %",
    )  # fmt: skip
    rows = [
        (
            each.group, each.found, each.asked, each.agreed, each.declined, each.unavailable,
            each.no_answer, each.waiting, each.interviewed,
            _percent(each.agreed_rate), _percent(each.interviewed_rate),
        )
        for each in found
    ]  # fmt: skip
    return Answer({"by": by, "rates": found}, lambda screen: screen.table(headings, rows))


def _percent(rate: float | None) -> str:
    return "" if rate is None else f"{100 * rate:.0f}"


@app.command
def referrals(
    study: StudyPath,
    /,
    *,
    by: Annotated[
        str, says("The field in which those who name one another are compared.")
    ] = "sector",
    common: Common = COMMON,
) -> Answer:
    """Draw who led to whom, and say how often people named somebody of their own group."""
    with opened(study, common, reads=True) as work:
        chains, alike = work.fieldwork.referral_chains(), work.fieldwork.homophily(by)

    def show(screen: Screen) -> None:
        for chain in chains.chains:
            share = f"{100 * chain.share:.0f} % of all participants"
            screen.line(
                f"{chain.name}: {counted(len(chain.members), 'participant')} ({share}), "
                f"{counted(chain.waves, 'wave')}",
                "bold",
            )
            screen.tree((each.wave, each.name) for each in chain.members[1:])
        for line in _said_of_chains(chains, alike):
            screen.line(line)

    return Answer({"chains": chains, "homophily": alike}, show)


def _said_of_chains(chains: ReferralChains, alike: Homophily) -> list[str]:
    if not chains.chains:
        return ["Nobody named anybody."]
    waves = ", ".join(f"{number} in wave {wave}" for wave, number in enumerate(chains.waves))
    said = [f"{waves}; {chains.alone} neither named anybody nor were named."]
    if alike.share is None or alike.expected is None:
        said.append(f"No referral joins two people whose {alike.by} is known.")
    else:
        said.append(
            f"{alike.same} of {counted(alike.referrals, 'referral')} ({100 * alike.share:.0f} %) "
            f"went to the same {alike.by}; by chance it would be {100 * alike.expected:.0f} %."
        )
    return said


@app.command
def lengths(
    study: StudyPath,
    /,
    *,
    by: Annotated[str | None, says("A kind of cases, an attribute, or found_by.")] = None,
    common: Common = COMMON,
) -> Answer:
    """Show how long the interviews were, in minutes."""
    with opened(study, common, reads=True) as work:
        found = work.fieldwork.lengths(by)
    headings = (
        by or "interviews", "with a length", "mean", "median", "shortest", "longest", "missing",
    )  # fmt: skip
    rows = [
        (
            each.group, each.interviews, None if each.mean is None else round(each.mean, 1),
            each.median, each.shortest, each.longest, each.missing,
        )
        for each in found
    ]  # fmt: skip
    return Answer({"lengths": found}, lambda screen: screen.table(headings, rows))


@app.command
def to_do(
    study: StudyPath,
    /,
    *,
    on: On = None,
    ahead: Annotated[int, says("Tell the ends of approvals so many days before.")] = 60,
    common: Common = COMMON,
) -> Answer:
    """List what is still to do: approvals that end, consents, lengths, transcripts, documents."""
    day = on or surroundings.local_day()
    with opened(study, common, reads=True) as work:
        found = work.fieldwork.to_do(day, ahead_days=ahead)

    def show(screen: Screen) -> None:
        for each in found:
            screen.line(each.sentence)
        if not found:
            screen.line("Nothing is left to do.")

    return Answer({"on": day, "to_do": found}, show)


@app.command
def recruitments(
    study: StudyPath,
    /,
    *,
    found_by: Annotated[str | None, says("Those found in one way, such as snowball.")] = None,
    common: Common = COMMON,
) -> Answer:
    """List how the participants were found, and who knew them before."""
    with opened(study, common, reads=True) as work:
        found, names = work.recruitments.all(found_by=found_by), work.fieldwork.names()
    columns = {
        "participant": "participant", "found by": "found_by",
        "prior relationship": "prior_relationship", "note": "note",
    }  # fmt: skip
    return list_of("recruitments", found, names, columns)


@app.command
def recruit(
    study: StudyPath,
    participant: Person,
    /,
    *,
    found_by: Annotated[
        str | None, says("By search, snowball, gatekeeper, volunteer or in another way.")
    ] = None,
    prior_relationship: Annotated[
        str | None, says("What stood between them and the researchers before.")
    ] = None,
    note: Annotated[str | None, says("A note.")] = None,
    common: Common = COMMON,
) -> Answer:
    """Say how a participant was found, and who knew them before; an empty text clears it."""
    fields: dict[str, Any] = given(
        found_by=found_by, prior_relationship=prior_relationship, note=note
    )
    with opened(study, common) as work:
        person = work.participants.get(participant)
        recorded = work.recruitments.describe(person.id, **fields)
    said = f"Recorded how “{person.name}” was recruited."
    return did(recorded, said, participant=person.id)


@app.command
def import_recruitments(
    study: StudyPath,
    file: TableFile,
    /,
    *,
    sheet: Sheet = None,
    strict: Strict = False,
    dry_run: DryRun = False,
    common: Common = COMMON,
) -> Answer:
    """Take from a table how the participants were found, a row each.

    Columns: participant, and found_by, prior_relationship and note if wanted.
    """
    return import_records(
        study, "recruitments", file, sheet=sheet, strict=strict, dry_run=dry_run, common=common
    )
