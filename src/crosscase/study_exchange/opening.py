"""Opening a project of any tool: known by what is inside, whatever its file is called."""

from __future__ import annotations

import io
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from crosscase.errors import NotFound, UnreadableFile
from crosscase.formats import maxqda_mex, qualcoder, requal, rqda, taguette
from crosscase.formats.foreign_choice import refuse_choice
from crosscase.formats.foreign_project import ForeignProject
from crosscase.formats.foreign_sqlite import ForeignDatabase, is_sqlite, open_foreign_database
from crosscase.formats.project_files import FilesBelow, FolderFiles, NoFiles, ProjectFiles
from crosscase.formats.refi_qda.reading import is_refi_qda, read_project
from crosscase.intake.staging import file_bytes
from crosscase.store.log_tables import APPLICATION_ID

__all__ = ["PROJECT_ENDINGS", "looks_like_project", "open_project"]

PROJECT_ENDINGS = (".qdpx", ".qde", ".qdc", ".qda", ".rqda", ".mex", ".requal")
_FOLDER_DATABASE = "data.qda"
_FOLDER_ENDING = ".qda"
_HEAD_BYTES = 100
_PAGE, _PDF, _TEXT = "a web page", "a PDF", "a text"
_WORKBOOK, _DOCUMENT = "a workbook", "a Word document"
_OTHERS = ((b"<!doctype html", _PAGE), (b"<html", _PAGE), (b"%pdf-", _PDF))
# The names of members stand in an archive as they are.
_OFFICE = ((b"xl/workbook.xml", _WORKBOOK), (b"word/document.xml", _DOCUMENT))
_AS_SOURCE = "A document becomes a source under its own ending: `crosscase import STUDY FILE`."
_WAYS_OUT = {
    _PAGE: "A download often ends so when nobody was logged in: download the project again.",
    _PDF: _AS_SOURCE,
    _DOCUMENT: _AS_SOURCE,
    _TEXT: _AS_SOURCE,
    _WORKBOOK: "A table comes in under its own ending: `crosscase import STUDY FILE --table KIND`.",
}
_LOGS = ("-wal", "-journal")


class Tool(NamedTuple):
    """A tool that keeps its projects in SQLite: known by its tables, and read from them.

    ``read`` gets the name of the project that is wanted, for files that hold several.
    """

    recognises: Callable[[ForeignDatabase], bool]
    read: Callable[[ForeignDatabase, ProjectFiles, str | None], ForeignProject]


def _single(
    read: Callable[[ForeignDatabase, ProjectFiles], ForeignProject],
) -> Callable[[ForeignDatabase, ProjectFiles, str | None], ForeignProject]:
    """The reader of a tool whose files are one project each."""

    def read_only_one(
        database: ForeignDatabase, files: ProjectFiles, project: str | None
    ) -> ForeignProject:
        refuse_choice(project, files.name)
        return read(database, files)

    return read_only_one


# Which is asked first matters only where one tool's tables could be another's too.
_TOOLS = (
    Tool(qualcoder.recognises, _single(qualcoder.read)),
    Tool(rqda.recognises, _single(rqda.read)),
    Tool(taguette.recognises, taguette.read),
    Tool(requal.recognises, requal.read),
    Tool(maxqda_mex.recognises, _single(maxqda_mex.read)),
)


def looks_like_project(path: Path) -> bool:
    """Whether a file or folder is a project of another tool: by what is inside, or its ending."""
    try:
        if path.is_dir():
            return (path / _FOLDER_DATABASE).is_file()
        if path.suffix.casefold() in PROJECT_ENDINGS:
            return True
        with path.open("rb") as stream:
            head = stream.read(_HEAD_BYTES)
            stream.seek(0)
            return is_sqlite(head) or is_refi_qda(stream)
    except OSError:
        return False  # who reads it next says what is wrong


def open_project(
    file: str | Path | bytes, name: str, project: str | None = None, below: Path | None = None
) -> ForeignProject:
    """Read a project or codebook of another tool; nothing is stored.

    Args:
        file: the file or the project's folder, or the bytes of a file.
        name: what it is called, for sentences.
        project: which project is meant, where a file holds several.
        below: a folder in which files outside the project are looked for; otherwise none is opened.

    Raises:
        NotFound: there is no such file or folder, or no such project in it.
        MistakeOfUse: it holds several projects, and it is not said which.
        UnreadableFile: it is damaged, harmful, or nothing that can be brought in.
    """
    if below is not None and not below.is_dir():
        raise NotFound(
            f"There is no folder “{below}”.",
            slug="folder-not-found",
            hint="Name the folder in which the files outside the project lie.",
        )
    if isinstance(file, bytes):
        return _read(file, NoFiles(name), project, below)
    path = _database_of(Path(file), name)
    data = file_bytes(name, path)
    if is_sqlite(data) and not _is_study(data):
        _refuse_unfinished(path, name)
    return _read(data, _files_beside(Path(file), path, name), project, below)


def _files_beside(named: Path, path: Path, name: str) -> ProjectFiles:
    """The files of a project's own folder: one that was named, or that says that it is one."""
    folder = path.parent
    if named != path:
        return FolderFiles(name, folder)
    if path.name == _FOLDER_DATABASE and folder.suffix.casefold() == _FOLDER_ENDING:
        return FolderFiles(folder.name, folder)
    return NoFiles(name)


def _is_study(data: bytes) -> bool:
    return is_sqlite(data) and int.from_bytes(data[68:72], "big") == APPLICATION_ID


def _database_of(path: Path, name: str) -> Path:
    """The file that holds the project: of a folder, the database inside."""
    try:
        is_there, is_folder = path.exists(), path.is_dir()
        inside = is_folder and (path / _FOLDER_DATABASE).is_file()
    except OSError:  # a name that no disk takes
        is_there = is_folder = inside = False
    if not is_there:
        raise NotFound(f"There is no file “{path}”.", slug="file-not-found")
    if not is_folder:
        return path
    if not inside:
        raise UnreadableFile(
            f"“{name}” is a folder that holds no project.",
            slug="no-project",
            hint="Name a project file, such as a .qdpx, or the folder of a QualCoder project.",
        )
    return path / _FOLDER_DATABASE


def _refuse_unfinished(path: Path, name: str) -> None:
    """What a program has not yet written into its file would be missed in silence."""
    for ending in _LOGS:
        log = path.with_name(path.name + ending)
        try:
            unfinished = log.is_file() and log.stat().st_size > 0
        except OSError:
            unfinished = False
        if unfinished:
            raise UnreadableFile(
                f"“{name}” is open in another program: “{log.name}” holds what is not yet in it.",
                slug="project-open",
                hint="Close the project there, and try again.",
            )


def _refuse_others(data: bytes, name: str) -> None:
    """What is plainly something else is called by its name, whatever its file is called."""
    head = data[:_HEAD_BYTES].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    what = next((said for begins, said in _OTHERS if head.startswith(begins)), None)
    if what is None and head.startswith(b"pk"):
        what = next((said for member, said in _OFFICE if member in data), None)
    if what is None and head and not head.startswith((b"<", b"pk")) and 0 not in head:
        what = _TEXT
    if what is not None:
        raise UnreadableFile(
            f"“{name}” is {what}, and no project.", slug="not-a-project", hint=_WAYS_OUT[what]
        )


def _with_files_of(below: Path | None, files: ProjectFiles) -> ProjectFiles:
    return files if below is None else FilesBelow(files, below)


def _read(
    data: bytes, files: ProjectFiles, project: str | None, below: Path | None
) -> ForeignProject:
    if not is_sqlite(data):
        refuse_choice(project, files.name)
        if not is_refi_qda(io.BytesIO(data)):  # files inside a project may be documents
            _refuse_others(data, files.name)
        found, package = read_project(data, files.name)
        return ForeignProject(f"REFI-QDA {found.kind}", found, _with_files_of(below, package))
    if _is_study(data):
        raise UnreadableFile(
            f"“{files.name}” is a crosscase study.",
            slug="is-a-study",
            hint="Open it as it is, or bring the work of another copy of one study together "
            "with `crosscase merge`.",
        )
    with closing(open_foreign_database(data, files.name)) as database:
        for tool in _TOOLS:
            if tool.recognises(database):
                return tool.read(database, _with_files_of(below, files), project)
    raise UnreadableFile(
        f"“{files.name}” is a database of a program whose projects crosscase does not know.",
        slug="unknown-project",
        hint="Export the project as REFI-QDA (.qdpx) from the program that made it.",
    )
