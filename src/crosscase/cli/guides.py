"""`crosscase guides`: interview guides with their versions and topics."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import App

from crosscase.cli.files import bytes_of_file, write_new
from crosscase.cli.leaving import LEAVING, Leaving
from crosscase.cli.opening import opened
from crosscase.cli.options import COMMON, Common, StudyPath, says
from crosscase.cli.rendering import Answer, Screen, counted
from crosscase.cli.verbs import did

if TYPE_CHECKING:
    from crosscase.model.fieldwork_nouns import Guide

app = App(name="guides")
GuideName = Annotated[str, says("The guide, by name (the newest version), NAME@VERSION or id.",
                                "GUIDE")]  # fmt: skip


@app.default
def list_(study: StudyPath, /, *, common: Common = COMMON) -> Answer:
    """List the interview guides with their versions."""
    with opened(study, common, reads=True) as work:
        found = work.guides.all()
    rows = [(each.name, each.version, len(each.topics or ()), _questions(each)) for each in found]
    return Answer(
        {"guides": found},
        lambda screen: screen.table(
            ("guide", "version", "topics", "questions"), rows, empty="No interview guides yet."
        ),
    )


@app.command
def show(study: StudyPath, guide: GuideName, /, *, common: Common = COMMON) -> Answer:
    """Print a guide: its topics with their keys, questions and probes."""
    with opened(study, common, reads=True) as work:
        found = work.guides.get(guide)
        topics = work.guides.topics(found.id)

    def draw(screen: Screen) -> None:
        screen.line(f"{found.name}, version {found.version}", "bold")
        if found.description:
            screen.line(found.description)
        for topic in topics:
            screen.line()
            screen.line(f"{topic.topic} ({topic.key})")
            screen.tree((1, question) for question in topic.questions)
            screen.tree((1, f"Probe: {probe}") for probe in topic.probes)

    return Answer({"guide": found}, draw)


@app.command
def add(
    study: StudyPath,
    file: Annotated[Path, says("A md, docx, odt, txt, yaml, csv or xlsx file.", "FILE")],
    /,
    *,
    name: Annotated[str | None, says("What it is called, where the file does not say.")] = None,
    version: Annotated[str | None, says("Its version; otherwise the next number.")] = None,
    common: Common = COMMON,
) -> Answer:
    """Add a guide from a file, or a new version of the guide of that name.

    A file that says what the study has already adds nothing. Topics that go on from the version
    before keep their keys, so that both are counted together.
    """
    from crosscase.formats.guide_files import read_guide

    read = read_guide(bytes_of_file(file), file.name)
    with opened(study, common) as work:
        before = {each.id for each in work.guides.all()}
        made = work.guides.import_file(read, name or read.name or file.stem, version=version)
    told = f"“{made.name}”, version {made.version}"
    said = (
        f"Nothing to change: {told}, says the same already."
        if made.id in before
        else f"Added {told}: {counted(len(made.topics or ()), 'topic')}, "
        f"{counted(_questions(made), 'question')}."
    )
    return Answer({"guide": made, "is_new": made.id not in before}, said)


@app.command
def export(
    study: StudyPath,
    guide: GuideName,
    file: Annotated[Path, says("Where to write: a .md file.", "FILE")],
    /,
    *,
    leaving: Leaving = LEAVING,
    common: Common = COMMON,
) -> Answer:
    """Write a guide as Markdown, which `guides add` reads again with its keys."""
    with opened(study, common, reads=True) as work:
        leaving.check(work, file)
        found = work.guides.get(guide)
        text = work.guides.to_markdown(found.id)
    write_new(file, text.encode(), replace=leaving.replace)
    said = f"Wrote “{found.name}”, version {found.version}, to {file}."
    return Answer({"file": str(file), "guide": found.id}, said)


@app.command
def remove(study: StudyPath, guide: GuideName, /, *, common: Common = COMMON) -> Answer:
    """Hide one version of a guide with the turns linked to it; `restore` brings both back."""
    with opened(study, common) as work:
        found = work.guides.get(guide)
        recorded = work.guides.remove(found.id)
    said = f"Removed “{found.name}”, version {found.version} ({found.id})."
    return did(recorded, said, guide=found.id)


@app.command
def restore(
    study: StudyPath,
    guide: Annotated[str, says("The removed version, by id or name.", "GUIDE")],
    /,
    *,
    common: Common = COMMON,
) -> Answer:
    """Bring a removed version of a guide back, with the turns linked to it."""
    with opened(study, common) as work:
        recorded = work.guides.restore(guide)
    return did(recorded, "Restored the guide.")


def _questions(guide: Guide) -> int:
    return sum(len(topic.get("questions") or ()) for topic in guide.topics or ())
