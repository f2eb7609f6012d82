"""`crosscase disclose`: whether quotes and tables let a reader find who took part."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import App

from crosscase.cli.disclosure_options import OUTPUT, Output, report_of
from crosscase.cli.disclosure_shown import report_data, show_lines, show_report, texts_of_flags
from crosscase.cli.files import bytes_of_file
from crosscase.cli.opening import opened
from crosscase.cli.options import COMMON, Common, StudyPath, flag, says
from crosscase.cli.plain_values import plain
from crosscase.cli.rendering import Answer, Screen
from crosscase.cli.verbs import did
from crosscase.errors import Conflict, statuses

app = App(
    name="disclose",
    usage="Usage: crosscase disclose STUDY [OPTIONS]\n"
    "   or: crosscase disclose policy STUDY [FILE]\n",
)


@app.default
def disclose(
    study: StudyPath,
    /,
    *,
    output: Output = OUTPUT,
    remedy: Annotated[
        str | None,
        says('List what to print beside each quote: "first" remedy, or one such as "drop site".'),
    ] = None,
    each: Annotated[bool, flag("Show every risk by itself, where many are alike too.")] = False,
    strict: Annotated[
        bool, flag("End with the status of a conflict where there is a risk.")
    ] = False,
    common: Common = COMMON,
) -> Answer:
    """Find what would let a reader tell who took part, each with its remedies in order.

    k is how many participants share what is printed. Without --query, --set, --code or --source
    all coded passages are looked at; what `crosscase releases` lists is joined with them.

    crosscase disclose ics.crosscase --k 3 --by role,site --set "For the paper"
    --table site,sector

    crosscase disclose ics.crosscase --frame Systems --profile region=North --profile size=large
    """
    with opened(study, common, reads=True) as work:
        report = report_of(work, output)
        lines = None if remedy is None else work.disclosure.attributed(report, remedy)
        texts = texts_of_flags(work, report)
    data = report_data(report)
    if lines is not None:
        data["lines"] = [plain(each) for each in lines]

    def show(screen: Screen) -> None:
        show_report(screen, texts, report, each_risk=each)
        if lines is not None:
            show_lines(screen, lines)

    return Answer(data, show, statuses(Conflict(""))[0] if strict and report.risks else 0)


@app.command
def policy(
    study: StudyPath,
    file: Annotated[
        Path | None, says("A YAML or JSON file; without one the policy is shown.", "FILE")
    ] = None,
    /,
    *,
    common: Common = COMMON,
) -> Answer:
    """Show the study's disclosure policy, or make it from a file."""
    with opened(study, common, reads=file is None) as work:
        if file is not None:
            made = work.disclosure.read_policy(bytes_of_file(file), file.name)
            recorded = work.disclosure.set_policy(made)
            return did(recorded, "The study keeps to this policy now.", policy=made.to_plain())
        told = work.disclosure.policy().to_plain()
    return Answer(
        {"policy": told},
        lambda screen: screen.pairs((n.replace("_", "-"), v) for n, v in told.items()),
    )
