"""Which files inside a project did not come over: told, since nothing is lost in silence."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from crosscase.exchange.refi_plan import ImportPlan
from crosscase.formats.refi_qda.package import is_external
from crosscase.formats.refi_qda.records import FileSource, Selection, TextPart, Transcript

__all__ = ["styled_file", "tell_files_left"]

_STYLED = (
    "A text or a note has a file with fonts and tables too: only its words came. A study that "
    "keeps originals keeps that of a text."
)
_UNNAMED = "A file inside the project is named by nothing in it, and stayed behind."


def styled_file(plan: ImportPlan, part: TextPart | Transcript) -> bytes | None:
    """The file with fonts and tables that a text has beside its words, if it is inside."""
    if part.rich_path is None or is_external(part.rich_path):
        return None
    return plan.package.find(part.rich_path)


def tell_files_left(plan: ImportPlan, kept: Collection[str]) -> None:
    """Tell of the styled files of texts, but for those kept, and of files that nothing names.

    Args:
        plan: the import.
        kept: the GUIDs of the texts whose styled file the study keeps.
    """
    parts = list(_parts(plan))
    for part in parts:
        if part.guid not in kept and styled_file(plan, part) is not None:
            plan.ledger.find("styled-file-left", _STYLED)
    paths = [path for each in parts for path in (each.plain_path, each.rich_path)]
    files = [each for each in plan.project.sources if isinstance(each, FileSource)]
    paths += [path for each in files for path in (each.path, each.current_path)]
    for _ in range(plan.package.unnamed(paths)):
        plan.ledger.find("file-unnamed", _UNNAMED)


def _parts(plan: ImportPlan) -> Iterator[TextPart | Transcript]:
    """Every text of the project."""
    yield from plan.project.notes
    for source in plan.project.sources:
        if isinstance(source, TextPart):
            yield source
        else:
            yield from _of_selections(source.selections)
            yield from source.transcripts
            if source.text is not None:
                yield source.text


def _of_selections(selections: tuple[Selection, ...]) -> Iterator[TextPart]:
    for each in selections:
        if each.text is not None:
            yield each.text
