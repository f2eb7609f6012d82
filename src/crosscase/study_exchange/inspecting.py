"""What a foreign file holds, without a study to bring it into."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from crosscase.exchange.refi_counts import elements_of
from crosscase.formats.foreign_project import TableRead
from crosscase.formats.refi_qda.package import is_external
from crosscase.formats.refi_qda.records import FileSource, Oddity, Project
from crosscase.study_exchange.opening import open_project

__all__ = ["ProjectSummary", "inspect_file"]


@dataclass(frozen=True, slots=True)
class ProjectSummary:
    """What a project holds: its elements by kind, what is unusual, and files outside it.

    ``format`` names what it is, such as REFI-QDA project; ``code_levels`` is how deep the codebook
    goes; ``tables`` say what was read of the tool's own tables, where it has such.
    """

    file: str
    format: str
    project: str
    tool: str | None
    description: str | None
    counts: dict[str, int]
    headings: int
    code_levels: int
    oddities: tuple[Oddity, ...]
    outside: tuple[str, ...]
    tables: tuple[TableRead, ...] = ()


def inspect_file(file: str | Path, *, project: str | None = None) -> ProjectSummary:
    """What a project or codebook of another tool holds; nothing is stored.

    ``project`` says which is meant, where a file holds several.

    Raises:
        NotFound: there is no such file.
        UnreadableFile: it is damaged, harmful, or nothing that can be brought in.
    """
    found = open_project(file, Path(file).name or str(file), project)
    held = found.project
    codes = list(held.every_code())
    return ProjectSummary(
        file=found.files.name,
        format=found.format,
        project=held.name,
        tool=held.origin,
        description=held.description,
        counts=dict(held.counts) or elements_of(held),
        headings=sum(not each.codable for each in codes),
        code_levels=_levels(held),
        oddities=held.oddities,
        outside=_outside(held),
        tables=found.tables,
    )


def _levels(project: Project) -> int:
    levels, at = 0, project.codes
    while at:
        levels += 1
        at = tuple(child for code in at for child in code.codes)
    return levels


def _outside(project: Project) -> tuple[str, ...]:
    paths: list[str | None] = []
    for source in project.sources:
        if isinstance(source, FileSource):
            paths.append(source.path)
            paths += [each.plain_path for each in source.transcripts]
        else:
            paths += [source.plain_path, source.rich_path]
    return tuple(dict.fromkeys(each for each in paths if each is not None and is_external(each)))
