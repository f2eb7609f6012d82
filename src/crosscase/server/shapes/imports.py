"""An import: what was read in its files, what is chosen, and what came of it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, Field, StringConstraints

from crosscase.server.asking import saved
from crosscase.server.import_jobs import Choice, ImportJob
from crosscase.server.shapes.asked import Asked
from crosscase.server.shapes.saved import Failure, Saved
from crosscase.server.staging_process import FileRefused

__all__ = [
    "Import",
    "ImportChoice",
    "ImportChoices",
    "ImportDuplicate",
    "ImportLabel",
    "ImportRefusal",
    "ImportSource",
    "import_of",
]


class ImportLabel(BaseModel):
    """A label that may be a speaker."""

    label: str
    turns: int
    words: int
    taken: bool
    why: str | None = Field(description="Why it is taken, or is not.")
    example: str | None = Field(description="The first line that begins with it, cut short.")


class ImportSource(BaseModel):
    """A source that can come in."""

    index: int
    name: str
    file_name: str
    format: str
    language: str | None
    words: int
    turns: int
    labels: list[ImportLabel]
    notes: list[str]
    left_out: bool


class ImportRefusal(BaseModel):
    """A file that cannot be read."""

    name: str
    sentence: str
    hint: str | None


class ImportDuplicate(BaseModel):
    """A file that is in the study already, or was sent twice."""

    name: str
    as_name: str


class Import(BaseModel):
    """An import; ``done`` of ``total`` files are read, and ``current`` is."""

    id: str
    phase: Literal["reading", "ready", "storing", "stored", "failed", "cancelled"]
    done: int
    total: int
    current: str | None
    sources: list[ImportSource]
    refused: list[ImportRefusal]
    duplicates: list[ImportDuplicate]
    saved: Saved | None
    error: Failure | None


class ImportChoice(Asked):
    """What is chosen for one source; what is left out stays."""

    index: int = Field(ge=0, le=100_000)
    name: Annotated[str, StringConstraints(min_length=1, max_length=500)] | None = None
    language: Annotated[str, StringConstraints(max_length=40)] | None = None
    labels: (
        Annotated[list[Annotated[str, StringConstraints(max_length=500)]], Field(max_length=1000)]
        | None
    ) = Field(default=None, description="The labels to take as speakers; all others are left.")
    leave_out: bool | None = None


class ImportChoices(Asked):
    """Choices for some of the sources."""

    sources: list[ImportChoice] = Field(max_length=10_000)

    def chosen(self) -> list[Choice]:
        """The choices as an import takes them."""
        return [
            Choice(
                each.index,
                each.name,
                each.language,
                None if each.labels is None else tuple(each.labels),
                each.leave_out,
            )
            for each in self.sources
        ]


def import_of(job: ImportJob) -> Import:
    """An import as it stands."""
    return Import(
        id=job.id,
        phase=job.phase,
        done=job.done,
        total=job.total,
        current=job.current,
        sources=[
            ImportSource(
                index=file.index,
                name=file.name,
                file_name=file.file_name,
                format=found.format,
                language=file.language or found.language,
                words=found.words,
                turns=found.turns,
                labels=[
                    ImportLabel(
                        label=each.label,
                        turns=each.turns,
                        words=each.words,
                        taken=each.taken,
                        why=each.why,
                        example=each.example,
                    )
                    for each in found.labels
                ],
                notes=list(found.notes),
                left_out=file.left_out,
            )
            for file, found in job.sources()
        ],
        refused=[
            ImportRefusal(name=file.file_name, sentence=file.found.sentence, hint=file.found.hint)
            for file in job.files
            if isinstance(file.found, FileRefused)
        ],
        duplicates=[
            ImportDuplicate(name=job.files[index].file_name, as_name=name)
            for index, name in sorted(job.duplicates.items())
        ],
        saved=None if job.saved is None else saved(job.saved),
        error=None if job.error is None else Failure(**job.error),
    )
