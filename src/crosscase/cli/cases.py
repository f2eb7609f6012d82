"""`crosscase cases`: sites, organisations, bodies and persons, and what lies in what."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

from cyclopts import App, Parameter

from crosscase.cli.importing_tables import TableOptions, import_table
from crosscase.cli.opening import opened
from crosscase.cli.options import (
    COMMON,
    Common,
    DryRun,
    Strict,
    StudyPath,
    flag,
    given,
    says,
)
from crosscase.cli.plain_values import plain
from crosscase.cli.rendering import Answer, Screen
from crosscase.cli.things import names_of_subjects
from crosscase.cli.verbs import did
from crosscase.errors import Conflict, MistakeOfUse

app = App(name="cases")
CaseName = Annotated[str, says("The case, by name, kind:name or id.", "CASE")]


@app.default
def list_(
    study: StudyPath,
    /,
    *,
    kind: Annotated[str | None, says("Those of one kind, such as site.")] = None,
    common: Common = COMMON,
) -> Answer:
    """List the cases with their attributes."""
    with opened(study, common, reads=True) as work:
        frame = work.attributes.frame(kind)
    shown = frame.drop("id")
    return Answer(
        {"cases": frame},
        lambda screen: screen.table(shown.columns, shown.iter_rows(), empty="No cases."),
    )


@app.command
def tree(
    study: StudyPath,
    /,
    *,
    on: Annotated[str | None, says("As it was on one day, such as 2026-03-02.")] = None,
    common: Common = COMMON,
) -> Answer:
    """Show which cases lie in which."""
    with opened(study, common, reads=True) as work:
        tops = work.cases.tree(on)
    lines = [(depth, node) for top in tops for depth, node in top.walk()]

    def show(screen: Screen) -> None:
        if not lines:
            screen.line("No cases.")
        screen.tree((depth, f"{node.case.name} ({node.case.case_kind})") for depth, node in lines)

    data = [{"depth": depth, "id": node.case.id, "case": node.case.name,
             "case_kind": node.case.case_kind} for depth, node in lines]  # fmt: skip
    return Answer({"tree": data}, show)


@app.command
def add(
    study: StudyPath,
    name: Annotated[str, says("What it is called.", "NAME")],
    kind: Annotated[str, says("What kind of case it is, such as site.", "KIND")],
    /,
    *,
    description: Annotated[str | None, says("What it is.")] = None,
    common: Common = COMMON,
) -> Answer:
    """Add a case."""
    with opened(study, common) as work:
        case = work.cases.add(name, kind, description=description)
    return Answer({"case": case}, f"Added the {case.case_kind} “{case.name}”.")


@app.command
def describe(
    study: StudyPath,
    case: CaseName,
    description: Annotated[str, says('What it is; "" clears it.', "DESCRIPTION")],
    /,
    *,
    common: Common = COMMON,
) -> Answer:
    """Change what is said of a case."""
    with opened(study, common) as work:
        found = work.cases.get(case)
        recorded = work.cases.describe(found.id, description or None)
    return did(recorded, f"Described “{found.name}”.", case=found.id)


@app.command
def rename(
    study: StudyPath,
    case: CaseName,
    name: Annotated[str, says("What it is called from now on.", "NAME")],
    /,
    *,
    common: Common = COMMON,
) -> Answer:
    """Give a case another name."""
    with opened(study, common) as work:
        found = work.cases.get(case)
        recorded = work.cases.rename(found.id, name)
        said = f"“{found.name}” is now “{work.cases.get(found.id).name}”."
    return did(recorded, said, case=found.id)


@app.command(name="set")
def set_(
    study: StudyPath,
    case: CaseName,
    values: Annotated[
        list[str], Parameter(name="VALUES", help="ATTRIBUTE=VALUE, as many as there are.")
    ],
    /,
    *,
    common: Common = COMMON,
) -> Answer:
    """Give a case (or a source) values: sector="public health" tenure_years=4; sector= clears."""
    told = dict(_pair(each) for each in values)
    with opened(study, common) as work:
        recorded = work.attributes.set(case, told)
        now = work.attributes.values(case)
    said = f"“{case}” has " + ", ".join(f"{name} {now.get(name, 'none')}" for name in told) + "."
    return did(recorded, said, values=now)


def _pair(text: str) -> tuple[str, str]:
    name, mark, value = text.partition("=")
    if not mark or not name.strip():
        raise MistakeOfUse(
            f"“{text}” gives no value.", slug="not-a-value", hint="Write ATTRIBUTE=VALUE."
        )
    return name.strip(), value.strip()


@app.command
def member(
    study: StudyPath,
    case: Annotated[str, says("The case (or source) that goes in.", "MEMBER")],
    group: Annotated[str, says("The case that it lies in.", "GROUP")],
    /,
    *,
    role: Annotated[str | None, says("Its role there.")] = None,
    share: Annotated[float | None, says("Its share there, such as 0.5.")] = None,
    start_day: Annotated[str | None, says("Since which day.")] = None,
    end_day: Annotated[str | None, says("Until which day.")] = None,
    counts_as: Annotated[bool, flag("This is the one that a recruitment table counts.")] = False,
    change: Annotated[bool, flag("Change how it lies there; an empty text clears.")] = False,
    remove: Annotated[bool, flag("Take it out instead.")] = False,
    started: Annotated[
        str | None, says("To change or remove: which one, by the day on which it began.")
    ] = None,
    common: Common = COMMON,
) -> Answer:
    """Put a case or a source into a case; it may lie in several."""
    days = {"start_day": start_day, "end_day": end_day}
    details: dict[str, Any] = given(role=role, **days)
    if share is not None:
        details["share"] = share
    if counts_as:
        details["counts_as"] = True
    if (change and remove) or (started is not None and not (change or remove)):
        raise MistakeOfUse(
            "--change and --remove exclude each other, and --started goes with one of them.",
            slug="arguments-exclude",
        )
    with opened(study, common) as work:
        if remove:
            recorded = work.memberships.remove(case, group, started=started or start_day)
            return did(recorded, f"Took “{case}” out of “{group}”.")
        if change:
            recorded = work.memberships.change(case, group, started=started, **details)
            return did(recorded, f"Changed how “{case}” is in “{group}”.")
        try:
            held = work.memberships.add(case, group, **details)
        except Conflict as error:
            if error.slug == "membership-there":
                error.hint = (
                    "Give --change as well to change that one, or --start-day for the day on "
                    "which a second one begins."
                )
            raise
    return Answer({"membership": held}, f"“{case}” is in “{group}”.")


@app.command
def memberships(
    study: StudyPath,
    /,
    *,
    member: Annotated[str | None, says("Those of one member.")] = None,
    group: Annotated[str | None, says("Those in one case.")] = None,
    common: Common = COMMON,
) -> Answer:
    """List what lies in what, since when and in which role."""
    with opened(study, common, reads=True) as work:
        found = work.memberships.all(member, group)
        names = names_of_subjects(work)
    columns = ("member", "group", "role", "share", "start_day", "end_day", "counts_as")
    rows = [
        (names.get(each.member), names.get(each.group), each.role, each.share, each.start_day,
         each.end_day, each.counts_as)
        for each in found
    ]  # fmt: skip
    data = [{**plain(each), "member": row[0], "group": row[1], "member_id": each.member,
             "group_id": each.group} for each, row in zip(found, rows, strict=True)]  # fmt: skip
    return Answer(
        {"memberships": data}, lambda screen: screen.table(columns, rows, empty="No memberships.")
    )


@app.command
def remove(study: StudyPath, case: CaseName, /, *, common: Common = COMMON) -> Answer:
    """Hide a case with its memberships and values; `crosscase undo` or `restore` reverses it."""
    with opened(study, common) as work:
        found = work.cases.get(case)
        recorded = work.cases.remove(found.id)
    return did(recorded, f"Removed “{found.name}” ({found.id}).", case=found.id)


@app.command
def restore(
    study: StudyPath,
    case: Annotated[str, says("The removed case, by name or id.", "CASE")],
    /,
    *,
    common: Common = COMMON,
) -> Answer:
    """Bring a removed case back, with exactly what was hidden."""
    with opened(study, common) as work:
        recorded = work.cases.restore(case)
        found = work.cases.get(case)
    return did(recorded, f"Restored “{found.name}”.", case=found.id)


@app.command(name="import")
def import_(
    study: StudyPath,
    file: Annotated[Path, says("A csv or xlsx table, one row a case.", "FILE")],
    /,
    *,
    kind: Annotated[str | None, says("The kind of all rows, without a column case_kind.")] = None,
    name_column: Annotated[str | None, says("The column of names.")] = None,
    strict: Strict = False,
    dry_run: DryRun = False,
    common: Common = COMMON,
) -> Answer:
    """Import cases with their memberships and attributes from a table."""
    options = TableOptions(case_kind=kind, name_column=name_column)
    return import_table(study, [file], "cases", options, strict, dry_run, None, common)
