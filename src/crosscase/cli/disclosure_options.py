"""What is to leave a study, as the commands that look at it or record it take it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from cyclopts import Parameter

from crosscase.cli.files import bytes_of_file
from crosscase.cli.options import flag, says
from crosscase.errors import MistakeOfUse

if TYPE_CHECKING:
    from crosscase.study import Study
    from crosscase.study_protection.disclosure_report import DisclosureReport

__all__ = ["OUTPUT", "Output", "report_of"]


@Parameter(name="*")
@dataclass(frozen=True, kw_only=True)
class Output:
    """Quotes, tables and a site's profile that are to be published together."""

    query: Annotated[str | None, says("The quotes that this question finds.")] = None
    set_: Annotated[str | None, says("The coded passages of this set.", "--set")] = None
    code: Annotated[str | None, says("The passages of this code and those below it.")] = None
    source: Annotated[str | None, says("The coded passages of this source.")] = None
    every: Annotated[
        bool, flag("All coded passages, also where a table or a profile is given.", "--all")
    ] = False
    k: Annotated[
        int | None, says("The least number of people; otherwise the study's policy says it.")
    ] = None
    by: Annotated[str | None, says("What is printed beside a quote, with commas: role,site.")] = (
        None
    )
    table: Annotated[
        tuple[str, ...], says("A recruitment table beside it: site,sector; may be repeated.")
    ] = ()
    frame: Annotated[str | None, says("The frame in which the profile is looked for.")] = None
    profile: Annotated[
        tuple[str, ...], says("NAME=VALUE that is published of a site; may be repeated.")
    ] = ()
    pseudonyms: Annotated[bool, flag("The participants' names here are printed too.")] = False
    archive: Annotated[bool, flag("It is for an archive: k of 5, and consent to that.")] = False
    policy: Annotated[Path | None, says("A policy file (YAML or JSON) for this once.")] = None


OUTPUT = Output()


def report_of(work: Study, output: Output) -> DisclosureReport:
    """The check of an output."""
    asked: dict[str, Any] = {
        "query": output.query,
        "set": output.set_,
        "code": output.code,
        "source": output.source,
        "tables": output.table,
        "attribution": None if output.by is None else _labels(output.by),
        "k": output.k,
        "frame": output.frame,
        "profile": _profile(output.profile),
        "pseudonyms": output.pseudonyms,
        "archive": output.archive,
    }
    if output.policy is not None:
        data = bytes_of_file(output.policy)
        asked["policy"] = work.disclosure.read_policy(data, output.policy.name)
    return work.disclosure.risks(**asked, every=output.every)


def _labels(text: str) -> tuple[str, ...]:
    labels = tuple(dict.fromkeys(each.strip() for each in text.split(",") if each.strip()))
    if not labels:
        raise MistakeOfUse(
            "No label is named.", slug="no-labels", hint="Say what is printed: --by role,site."
        )
    return labels


def _profile(pairs: tuple[str, ...]) -> Mapping[str, str]:
    told: dict[str, str] = {}
    for each in pairs:
        name, mark, value = each.partition("=")
        if not mark or not name.strip():
            raise MistakeOfUse(
                f"“{each}” says nothing of a site.",
                slug="not-a-value",
                hint='Write NAME=VALUE: --profile "region=North".',
            )
        told[name.strip()] = value.strip()
    return told
