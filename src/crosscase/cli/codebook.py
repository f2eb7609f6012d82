"""`crosscase codebook`: import, export, frameworks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import App

from crosscase.cli.export_documents import is_word, telling_here, write_document
from crosscase.cli.files import bytes_of_file, write_new
from crosscase.cli.leaving import LEAVING, Leaving
from crosscase.cli.opening import opened
from crosscase.cli.options import COMMON, Common, DryRun, StudyPath, says
from crosscase.cli.rendering import Answer, Screen, counted

if TYPE_CHECKING:
    from crosscase.study import Study

app = App(name="codebook")


@app.default
def show(study: StudyPath, /, *, common: Common = COMMON) -> Answer:
    """Print the codebook with what each code says of itself, as a Markdown outline."""
    from crosscase.formats.codebook_files import write_codebook

    with opened(study, common, reads=True) as work:
        entries = work.codebook.entries()
    text = write_codebook(entries, "markdown").decode().rstrip("\n")
    return Answer({"entries": entries}, text or "The codebook is empty.")


@app.command(name="import")
def import_(
    study: StudyPath,
    file: Annotated[Path, says("A csv, xlsx, yaml or md file.", "FILE")],
    /,
    *,
    dry_run: DryRun = False,
    common: Common = COMMON,
) -> Answer:
    """Import a codebook: codes at the same path are updated, new ones made, none removed."""
    with opened(study, common) as work:
        return import_codebook_file(work, file, dry_run)


def import_codebook_file(work: Study, file: Path, dry_run: bool) -> Answer:
    """Take in a codebook file."""
    from crosscase.formats.codebook_files import read_codebook

    entries = read_codebook(bytes_of_file(file), file.name)
    act = work.codebook.plan_import if dry_run else work.codebook.import_entries
    done = act(entries)
    made = counted(done.made, "code")
    if dry_run:
        said = f"Would make {made}, update {done.updated}, leave {done.unchanged} unchanged."
    else:
        said = f"Made {made}, updated {done.updated}, left {done.unchanged} unchanged."
    return Answer({"dry_run": dry_run, "import": done}, said)


@app.command
def export(
    study: StudyPath,
    file: Annotated[Path, says("Where to write: a .csv, .xlsx, .yaml, .md or .docx file.", "FILE")],
    /,
    *,
    leaving: Leaving = LEAVING,
    common: Common = COMMON,
) -> Answer:
    """Write the codebook to a file, which `codebook import` reads again (but not from Word)."""
    with opened(study, common, reads=True) as work:
        leaving.check(work, file)
        if is_word(file):
            made = work.documents.codebook(telling=telling_here())
            return write_document(made, file, replace=leaving.replace)
        entries = work.codebook.entries()
    write_new(file, _codebook_bytes(entries, file), replace=leaving.replace)
    said = f"Wrote {counted(len(entries), 'code')} to {file}."
    return Answer({"file": str(file), "codes": len(entries)}, said)


def _codebook_bytes(entries: object, file: Path) -> bytes:
    from crosscase.formats.codebook_files import write_codebook

    ending = file.suffix.casefold().lstrip(".")
    called = {"yml": "yaml", "md": "markdown", "": "nothing"}.get(ending, ending)
    return write_codebook(entries, called)  # type: ignore[arg-type]


@app.command
def frameworks(study: StudyPath, /, *, common: Common = COMMON) -> Answer:
    """List the frameworks that the study has, and those that come with crosscase."""
    with opened(study, common, reads=True) as work:
        here, available = work.frameworks.all(), work.frameworks.available()
    names = {each.name for each in here}

    def draw(screen: Screen) -> None:
        rows = [("in the study", each.name, each.citation) for each in here]
        rows += [(f"add: {f.key}", f.name, f.citation) for f in available if f.name not in names]
        screen.table(("", "framework", "citation"), rows)

    told = [{"key": f.key, "name": f.name, "codes": len(f.codes)} for f in available]
    return Answer({"frameworks": here, "available": told}, draw)


@app.command(name="add-framework")
def add_framework(
    study: StudyPath,
    framework: Annotated[str, says("Its name, or a file of the same shape.", "FRAMEWORK")],
    /,
    *,
    common: Common = COMMON,
) -> Answer:
    """Add a framework's codes, such as the five domains."""
    with opened(study, common) as work:
        done = work.frameworks.add(framework)
    said = f"Added “{done.framework.name}” with {counted(done.made, 'code')}."
    if done.already_there:
        said += f" {counted(done.already_there, 'code')} had been there."
    return Answer(
        {"framework": done.framework, "made": done.made, "already_there": done.already_there}, said
    )
