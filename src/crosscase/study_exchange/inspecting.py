"""What a foreign file holds, without a study to bring it into."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from crosscase.errors import NotFound, UnreadableFile
from crosscase.formats.refi_qda.package import is_external
from crosscase.formats.refi_qda.reading import is_refi_qda, read_project
from crosscase.formats.refi_qda.records import FileSource, Finding, Project
from crosscase.intake.staging import file_bytes

__all__ = ["PROJECT_ENDINGS", "ProjectSummary", "inspect_file", "looks_like_project"]

PROJECT_ENDINGS = (".qdpx", ".qde", ".qdc")


@dataclass(frozen=True, slots=True)
class ProjectSummary:
    """What a project holds: its elements by kind, what is unusual, and files outside it.

    ``format`` is REFI-QDA project or codebook; ``code_levels`` is how deep the codebook goes.
    """

    file: str
    format: str
    project: str
    tool: str | None
    description: str | None
    counts: dict[str, int]
    headings: int
    code_levels: int
    findings: tuple[Finding, ...]
    outside: tuple[str, ...]


def looks_like_project(path: Path) -> bool:
    """Whether a file is a project of another tool: by its ending, or by what is inside."""
    try:
        if path.is_dir():
            return False
        if path.suffix.casefold() in PROJECT_ENDINGS:
            return True
        with path.open("rb") as stream:
            return is_refi_qda(stream)
    except OSError:
        return False  # who reads it next says what is wrong


def inspect_file(file: str | Path) -> ProjectSummary:
    """What a project or codebook of another tool holds; nothing is stored.

    Raises:
        NotFound: there is no such file.
        UnreadableFile: it is damaged, harmful, or nothing that can be brought in.
    """
    path = Path(file)
    try:
        is_there, is_folder = path.exists(), path.is_dir()
    except OSError:  # a name that no disk takes
        is_there, is_folder = False, False
    if not is_there:
        raise NotFound(f"There is no file “{path}”.", slug="file-not-found")
    if is_folder:
        raise UnreadableFile(
            f"“{path.name}” is a folder.",
            slug="no-project",
            hint="Name a project file: .qdpx, .qde or .qdc.",
        )
    project, _ = read_project(file_bytes(path.name, path), path.name)
    codes = list(project.every_code())
    return ProjectSummary(
        file=path.name,
        format=f"REFI-QDA {project.kind}",
        project=project.name,
        tool=project.origin,
        description=project.description,
        counts=dict(project.counts),
        headings=sum(not each.codable for each in codes),
        code_levels=_levels(project),
        findings=project.findings,
        outside=_outside(project),
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
