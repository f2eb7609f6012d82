"""`crosscase attributes`: typed characteristics of cases and sources."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from cyclopts import App

from crosscase.cli.opening import opened
from crosscase.cli.options import COMMON, Common, StudyPath, given, says
from crosscase.cli.rendering import Answer
from crosscase.cli.verbs import did
from crosscase.errors import MistakeOfUse

app = App(name="attributes")
AttributeName = Annotated[str, says("The attribute, by name.", "ATTRIBUTE")]
Coarser = Annotated[
    tuple[str, ...],
    says("FINE=COARSE, for tables by coarser values; may be repeated."),
]


@app.default
def list_(study: StudyPath, /, *, common: Common = COMMON) -> Answer:
    """List the attributes."""
    with opened(study, common, reads=True) as work:
        found = work.attributes.all()
    rows = [(each.name, each.value_type, each.description) for each in found]
    return Answer(
        {"attributes": found},
        lambda screen: screen.table(
            ("attribute", "type", "description"), rows, empty="No attributes yet."
        ),
    )


@app.command(usage="Usage: crosscase attributes add STUDY NAME [TYPE] [OPTIONS]\n")
def add(
    study: StudyPath,
    name: Annotated[str, says("What it is called.", "NAME")],
    value_type: Annotated[
        Literal["text", "number", "day", "truth", "choice"], says("What its values are.", "TYPE")
    ] = "text",
    /,
    *,
    coarser: Coarser = (),
    description: Annotated[str | None, says("What it says.")] = None,
    common: Common = COMMON,
) -> Answer:
    """Add an attribute."""
    with opened(study, common) as work:
        made = work.attributes.add(
            name, value_type, coarser=_coarser(coarser), description=description
        )
    return Answer({"attribute": made}, f"Added the attribute “{made.name}” ({made.value_type}).")


@app.command
def describe(
    study: StudyPath,
    name: AttributeName,
    /,
    *,
    coarser: Coarser = (),
    description: Annotated[str | None, says('What it says; "" clears it.')] = None,
    common: Common = COMMON,
) -> Answer:
    """Change what an attribute says, or which of its values are coarser ones of others."""
    told: dict[str, Any] = given(description=description)
    if coarser:
        told["coarser"] = _coarser(coarser)
    with opened(study, common) as work:
        recorded = work.attributes.describe(name, **told)
    return did(recorded, f"Described “{name}”.", attribute=name)


@app.command
def rename(
    study: StudyPath,
    name: AttributeName,
    new_name: Annotated[str, says("The new name.", "NEW_NAME")],
    /,
    *,
    common: Common = COMMON,
) -> Answer:
    """Give an attribute another name; its values stay.

    A table that is imported later with the first name as a column makes a new attribute.
    """
    with opened(study, common) as work:
        recorded = work.attributes.rename(name, new_name)
        told = f"“{name}” is now “{work.attributes.get(new_name).name}”."
    return did(recorded, told, attribute=name)


@app.command
def remove(study: StudyPath, name: AttributeName, /, *, common: Common = COMMON) -> Answer:
    """Hide an attribute and its values; `crosscase undo` or `restore` reverses it."""
    with opened(study, common) as work:
        recorded = work.attributes.remove(name)
    return did(recorded, f"Removed the attribute “{name}”.", attribute=name)


@app.command
def restore(study: StudyPath, name: AttributeName, /, *, common: Common = COMMON) -> Answer:
    """Bring a removed attribute back with its values."""
    with opened(study, common) as work:
        recorded = work.attributes.restore(name)
    return did(recorded, f"Restored the attribute “{name}”.", attribute=name)


def _coarser(pairs: tuple[str, ...]) -> dict[str, str] | None:
    told: dict[str, str] = {}
    for each in pairs:
        fine, mark, coarse = each.partition("=")
        if not mark:
            raise MistakeOfUse(
                f"“{each}” names no coarser value.", slug="not-a-value", hint="Write FINE=COARSE."
            )
        told[fine.strip()] = coarse.strip()
    return told or None
