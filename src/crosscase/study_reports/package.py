"""The replication package: the data, what was done with them and what was found, with checksums."""

from __future__ import annotations

import hashlib
import json
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from crosscase.coding.codebook import Codebook
from crosscase.errors import Conflict, NotFound, UnreadableFile
from crosscase.formats.codebook_files import write_codebook
from crosscase.model.counted import counted
from crosscase.model.said_runs import QUOTED_WORDS
from crosscase.report.checklists.checklist import checklist_named, checklist_names
from crosscase.report.document import Cover
from crosscase.store.copying import copy_file
from crosscase.store.known_copies import note_copy
from crosscase.store.session import Session
from crosscase.study_documents.telling import Telling
from crosscase.study_exchange.projects import Projects
from crosscase.study_reports.audit import audit_trail
from crosscase.study_reports.checklists import checklist_document, fill_checklist
from crosscase.study_reports.known import Known
from crosscase.study_reports.methods import methods_appendix
from crosscase.study_reports.shared_tables import shared_tables
from crosscase.study_reports.shared_words import SharedWords

__all__ = ["PackageAsked", "WrittenPackage", "write_package"]

_WHEN = (1980, 1, 1, 0, 0, 0)  # what is packed at another time is no other package for that
_READ = 1 << 20
_SAYS: Mapping[str, str] = {
    "study/": "the study itself; `crosscase open` shows it, `crosscase verify` checks it",
    "project.qdpx": "the same for other tools (REFI-QDA)",
    "codebook.csv": "the codebook",
    "data/": "tables",
    "log/": "what was done, and how the codebook came about",
    "reports/": "the methods appendix and the reporting checklists",
    "manuscript/": "the manuscript whose claims are checked",
    "software.json": "the versions of the software",
    "CHECKSUMS.sha256": "`sha256sum --check CHECKSUMS.sha256` shows whether a file is as it was",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageAsked:
    """What goes into a package.

    ``redacted``    only what can be shared: no words of participants, no names of people
    ``manuscripts`` (name, bytes) of the papers to put in
    ``software``    the versions of what made it, by name
    """

    redacted: bool = False
    manuscripts: tuple[tuple[str, bytes], ...] = ()
    software: Mapping[str, str]
    version: str


@dataclass(frozen=True, slots=True)
class WrittenPackage:
    """Where a package was written, with its files and their sizes in bytes."""

    path: Path
    files: tuple[tuple[str, int], ...]
    redacted: bool


def write_package(
    session: Session,
    target: Path,
    asked: PackageAsked,
    *,
    cover: Cover,
    telling: Telling,
    replace: bool = False,
) -> WrittenPackage:
    """Write the package as one zip file: all of it or nothing.

    Raises:
        Conflict: there is a file already, or a text of a redacted package names a participant, or
            a manuscript in it quotes one.
        NotFound: its folder is not there.
        UnreadableFile: it cannot be written.
    """
    if target.exists() and not replace:
        raise Conflict(
            f"“{target.name}” is there already.",
            slug="file-exists",
            hint="Choose another name, or give --replace.",
        )
    with session.reading() as reading:
        known = Known(session, reading, asked.version, names=not asked.redacted)
        texts = dict(_texts(known, asked, cover, telling))
    part = target.with_name(f"{target.name}.part")
    try:
        with tempfile.TemporaryDirectory(prefix="crosscase-") as folder:
            copies = {} if asked.redacted else _copies(session, Path(folder))
            files = _zipped(part, texts, copies, asked.redacted)
        part.replace(target)
    except FileNotFoundError:
        raise NotFound(f"There is no folder “{target.parent}”.", slug="folder-not-found") from None
    except OSError as error:
        raise UnreadableFile(
            f"“{target.name}” cannot be written: {(error.strerror or 'unknown reason').lower()}.",
            slug="cannot-write",
            hint="Choose a folder that you may write to, with enough space.",
        ) from error
    finally:
        with suppress(OSError):
            part.unlink()
    if not asked.redacted:
        note_copy(session.file, target.name, session.now_us() // 1000)
    return WrittenPackage(target, tuple(files), asked.redacted)


def _texts(
    known: Known, asked: PackageAsked, cover: Cover, telling: Telling
) -> Iterator[tuple[str, bytes]]:
    """Everything but the copies of the study, file by file."""
    reading = known.reading
    made: list[tuple[str, str]] = [
        ("reports/methods.md", methods_appendix(known, cover).to_markdown())
    ]
    for name in checklist_names():
        filled = fill_checklist(known, checklist_named(name))
        made.append((f"reports/{name}.md", checklist_document(cover, filled).to_markdown()))
    if asked.redacted:
        shared = SharedWords(reading)
        for name, data in asked.manuscripts:
            shared.require_paper(name, data)
        made = [(name, shared.report(name, text)) for name, text in made]
        yield from shared_tables(known, shared).items()
    else:
        entries = Codebook(known.session).entries()
        yield "codebook.csv", write_codebook(entries, "csv")
        made.append(("log/audit.md", audit_trail(known, cover, telling).to_markdown()))
    for name, text in made:
        yield name, text.encode()
    for name, data in asked.manuscripts:
        yield f"manuscript/{name}", data
    software = {"crosscase": asked.version, **asked.software, "state": cover.state}
    yield "software.json", (json.dumps(software, indent=2, sort_keys=True) + "\n").encode()


def _copies(session: Session, folder: Path) -> dict[str, Path]:
    """The study, the project for other tools and all tables, as files in a private folder."""
    source = session.file.path
    copied = folder / (source.name if source is not None else "study.crosscase")
    copy_file(session.file, copied, with_media=False)
    project = folder / "project.qdpx"
    project.write_bytes(Projects(session).write(name=project.name)[0])
    tables = Projects(session).write_tables(folder / "tables").place
    found = {f"study/{copied.name}": copied, "project.qdpx": project}
    found |= {f"data/{each.name}": each for each in sorted(tables.iterdir())}
    return found


def _zipped(
    part: Path, texts: Mapping[str, bytes], copies: Mapping[str, Path], redacted: bool
) -> list[tuple[str, int]]:
    sums: list[tuple[str, str]] = []
    files: list[tuple[str, int]] = []
    with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted({*texts, *copies}):
            with _member(archive, name) as stream:
                pieces = [texts[name]] if name in texts else _pieces(copies[name])
                size, digest = _written(stream, pieces)
            sums.append((digest, name))
            files.append((name, size))
        readme = _readme([name for name, _ in files], redacted=redacted)
        with _member(archive, "README.md") as stream:
            size, digest = _written(stream, [readme.encode()])
        sums.append((digest, "README.md"))
        listed = "".join(f"{digest}  {name}\n" for digest, name in sorted(sums, key=lambda s: s[1]))
        with _member(archive, "CHECKSUMS.sha256") as stream:
            stream.write(listed.encode())
    return [*files, ("README.md", size), ("CHECKSUMS.sha256", len(listed))]


def _member(archive: zipfile.ZipFile, name: str) -> IO[bytes]:
    info = zipfile.ZipInfo(name, _WHEN)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    return archive.open(info, "w", force_zip64=True)


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as stream:
        while piece := stream.read(_READ):
            yield piece


def _written(stream: IO[bytes], pieces: Iterable[bytes]) -> tuple[int, str]:
    size, digest = 0, hashlib.sha256()
    for piece in pieces:
        stream.write(piece)
        digest.update(piece)
        size += len(piece)
    return size, digest.hexdigest()


def _readme(names: list[str], *, redacted: bool) -> str:
    held = [
        (start, says) for start, says in _SAYS.items() if any(n.startswith(start) for n in names)
    ]
    held.append(("CHECKSUMS.sha256", _SAYS["CHECKSUMS.sha256"]))
    lines = ["# Replication package", ""]
    if redacted:
        lines += [
            "This package is made to be shared: no transcripts, no memos, no examples of codes "
            "and no quotes are in it. Sources and coders are numbers, in an order that tells "
            "nothing, and sources are numbered anew for each code; the length of passages is told "
            "roughly. Of people, by code and site and in the reports, small counts are not told; "
            "nor are the next smallest beside them, or the small ones would follow from a total. "
            "Findings are told as they were written, with the figures in them.",
            "",
            "Texts were looked through for names of participants and sources, and for "
            f"{QUOTED_WORDS} or more words in a row of a transcript. Fewer words are not found, "
            "and the names of in vivo codes are participants' own words: read them before you "
            "share it.",
            "",
        ]
        if any(each.startswith("manuscript/") for each in names):
            lines += [
                "The manuscript was looked through in the same way and is otherwise as it was "
                "written; its pictures were not looked at.",
                "",
            ]
    else:
        lines += [
            "This package holds everything but the recordings, the words of participants and who "
            "they are among it. Keep it as safe as the study; `crosscase package STUDY FILE "
            "--redacted` makes one that can be shared.",
            "",
        ]
    lines += ["| what | is |", "|---|---|"]
    lines += [f"| `{start}` | {says} |" for start, says in held]
    lines += ["", f"{counted(len(names), 'file')} and this one.", ""]
    return "\n".join(lines)
