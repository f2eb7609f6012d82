"""`crosscase sources`: list, show, describe, correct, pair, keep files beside them, remove."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal

from cyclopts import App

from crosscase.cli.files import text_of_file
from crosscase.cli.opening import opened
from crosscase.cli.options import COMMON, Common, SourceName, StudyPath, flag, given, says
from crosscase.cli.rendering import Answer, Screen, counted
from crosscase.cli.verbs import did
from crosscase.errors import MistakeOfUse

app = App(name="sources")

_LISTED = ("source", "format", "language", "words", "turns", "speakers", "codings")


@app.default
def list_(study: StudyPath, /, *, common: Common = COMMON) -> Answer:
    """List the sources."""
    with opened(study, common, reads=True) as work:
        frame = work.sources.frame()
    return Answer(
        {"sources": frame},
        lambda screen: screen.table(
            _LISTED, frame.select(_LISTED).iter_rows(), empty="No sources yet."
        ),
    )


@app.command
def show(study: StudyPath, source: SourceName, /, *, common: Common = COMMON) -> Answer:
    """Print the words of a source, as they stand now."""
    with opened(study, common, reads=True) as work:
        found, text = work.sources.get(source), work.sources.text(source)
    data = {"id": found.id, "source": found.name, "language": found.language, "text": text}
    return Answer(data, text.removesuffix("\n"))


@app.command
def describe(
    study: StudyPath,
    source: SourceName,
    /,
    *,
    name: Annotated[str | None, says("Another name.")] = None,
    language: Annotated[str | None, says("Its language, such as en or zh.")] = None,
    date: Annotated[str | None, says("Its day, such as 2026-03-02.")] = None,
    note: Annotated[str | None, says("A note.")] = None,
    quotable: Annotated[
        Literal["yes", "no"] | None, says("Whether its words may be quoted; otherwise they may.")
    ] = None,
    common: Common = COMMON,
) -> Answer:
    """Change what is said of a source; an empty text ("") clears it."""
    fields: dict[str, Any] = {**given(name=name, language=language, date=date, note=note)}
    if quotable is not None:
        fields["quotable"] = quotable == "yes"
    with opened(study, common) as work:
        found = work.sources.get(source)
        recorded = work.sources.describe(found.id, **fields)
        return did(recorded, f"Described “{work.sources.get(found.id).name}”.", source=found.id)


@app.command
def correct(
    study: StudyPath,
    source: SourceName,
    file: Annotated[Path, says("A text file with the corrected words.", "FILE")],
    /,
    *,
    note: Annotated[str | None, says("Why, for the history.")] = None,
    common: Common = COMMON,
) -> Answer:
    """Correct the words of a source; every coding is carried along.

    `crosscase sources show` prints the words to be corrected. Codings whose words were
    changed or taken away are listed, never deleted.
    """
    with opened(study, common) as work:
        # An editor ends a file with a line end; that alone is no correction.
        before = work.sources.text(source)
        after = text_of_file(file).rstrip("\n") + before[len(before.rstrip("\n")) :]
        done = work.sources.correct(source, after, note=note)
        name = work.sources.get(done.source).name
    data = {
        "edits": len(done.edits),
        "kept": done.kept,
        "touched": [each.id for each in done.touched],
        "lost": [each.id for each in done.lost],
    }

    def more(screen: Screen) -> None:
        its = "its" if done.kept == 1 else "their"
        screen.line(f"{counted(done.kept, 'coding')} kept {its} words.")
        for changed, what in ((done.touched, "changed words"), (done.lost, "lost all its words")):
            for each in changed:
                screen.line(f"{each.id}  {what}")

    return did(done.operation, f"Corrected “{name}”.", more, source=done.source, **data)


@app.command
def settle(study: StudyPath, source: SourceName, /, *, common: Common = COMMON) -> Answer:
    """Take corrections that other people made at the same time into the current words."""
    with opened(study, common) as work:
        found = work.sources.get(source)
        recorded = work.sources.settle(found.id)
        return did(recorded, f"Settled the text of “{found.name}”.", source=found.id)


@app.command
def pair(
    study: StudyPath,
    translation: Annotated[str, says("The source that is a translation.", "TRANSLATION")],
    original: Annotated[str, says("The source that it translates.", "ORIGINAL")],
    /,
    *,
    common: Common = COMMON,
) -> Answer:
    """Say that one source is the translation of another; they pair turn by turn."""
    with opened(study, common) as work:
        one, other = work.sources.get(translation), work.sources.get(original)
        recorded = work.sources.pair(one.id, other.id)
        return did(
            recorded, f"“{one.name}” is the translation of “{other.name}”.",
            translation=one.id, original=other.id,
        )  # fmt: skip


@app.command
def pairs(
    study: StudyPath,
    translation: Annotated[str, says("The source that is a translation.", "TRANSLATION")],
    /,
    *,
    common: Common = COMMON,
) -> Answer:
    """Print the turns of an original beside those of its translation."""
    with opened(study, common, reads=True) as work:
        turns = work.sources.paired_turns(translation)

    def show(screen: Screen) -> None:
        for one, other in turns:
            screen.line(one or "(no turn)", "bold")
            screen.line(f"  {other or '(no turn)'}")

    rows = [{"original": one, "translation": other} for one, other in turns]
    return Answer({"turns": rows}, show)


@app.command
def media(
    study: StudyPath,
    source: SourceName,
    file: Annotated[Path | None, says("An audio or video file.", "FILE")] = None,
    /,
    *,
    remove: Annotated[bool, flag("Take the recording from the source.")] = False,
    common: Common = COMMON,
) -> Answer:
    """Put a recording beside a source; its transcript then follows it.

    It is copied into the folder NAME.media beside the study, which belongs to it:
    `crosscase copy` copies both. Without a file the answer says where the recording lies.
    """
    if remove and file is not None:
        raise MistakeOfUse("Name a recording, or take one away; not both.", slug="either-or")
    with opened(study, common, reads=file is None and not remove) as work:
        found = work.sources.get(source)
        if remove:
            recorded = work.sources.detach_media(found.id)
            return did(recorded, f"“{found.name}” has no recording now.", source=found.id)
        recorded = None if file is None else work.sources.attach_media(found.id, file)
        path, about = work.sources.recording(found.id)
    if file is not None:
        said = f"“{about.name}” goes with “{found.name}”."
        return did(recorded, said, source=found.id, kept_as=str(path))
    data = {"source": found.id, "file": about.name, "type": about.type, "kept_as": str(path)}
    return Answer(data, f"“{about.name}” ({about.type}) lies in {path}.")


@app.command
def original(
    study: StudyPath,
    source: SourceName,
    file: Annotated[Path, says("The very file that was imported.", "FILE")],
    /,
    *,
    common: Common = COMMON,
) -> Answer:
    """Keep the file that a source was read from, so that its pages can be shown.

    PDFs and pictures keep theirs when they are imported, unless the study says otherwise.
    """
    with opened(study, common) as work:
        found = work.sources.get(source)
        recorded = work.sources.keep_original(found.id, file)
        return did(recorded, f"The original of “{found.name}” is kept.", source=found.id)


@app.command
def remove(study: StudyPath, source: SourceName, /, *, common: Common = COMMON) -> Answer:
    """Hide a source and its codings; `crosscase undo` or `restore` brings them back."""
    with opened(study, common) as work:
        found = work.sources.get(source)
        recorded = work.sources.remove(found.id)
        return did(
            recorded, f"Removed “{found.name}” ({found.id}) and what stands on it.", source=found.id
        )


@app.command
def restore(
    study: StudyPath,
    source: Annotated[str, says("The removed source, by name or id.", "SOURCE")],
    /,
    *,
    common: Common = COMMON,
) -> Answer:
    """Bring a removed source back with its codings."""
    with opened(study, common) as work:
        recorded = work.sources.restore(source)
        found = work.sources.get(source)
    return did(recorded, f"Restored “{found.name}”.", source=found.id)
