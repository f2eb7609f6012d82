"""Moving in and out: a REFI-QDA project of 200,000 codings, beside merely parsing it."""

from __future__ import annotations

import tempfile
import zipfile
from pathlib import Path
from typing import Any

from benchmarks.foreign_project import PROJECTS, write_foreign_project
from benchmarks.table import Line
from benchmarks.timing import Spent, in_own_process, timed

__all__ = ["lines"]

_BESIDE = 4


def lines(size: str) -> list[Line]:
    """The lines of the table; the floor, the import and the export have a process each."""
    made = PROJECTS[size]
    full = size == "full"
    with tempfile.TemporaryDirectory() as folder:
        project, study = str(Path(folder) / "made-up.qdpx"), str(Path(folder) / "m.crosscase")
        about = write_foreign_project(Path(project), made)
        floor = in_own_process("benchmarks.exchange:bare", project)
        read = in_own_process("benchmarks.exchange:read_only", project)
        came = in_own_process("benchmarks.exchange:bring_in", project, study)
        left = in_own_process("benchmarks.exchange:write_out", study)
    what = f"{about['total_mb']:,.0f} MB: {made.sources:,} sources, {made.codings:,} codings"
    note = f"{about['xml_mb']:,.0f} MB of it XML; {about['file_mb']:,.0f} MB packed"
    came_in = _line(f"import of a project of {what}", came, 60 if full else None)
    return [
        _line("lxml parses its XML, all members are read (the floor)", floor, note=note),
        _line("reading it, up to records", read),
        came_in,
        Line("its memory", came["peak_mb"], 1000 if full else None, unit="MB"),
        _beside("the import", came, floor),
        _line("export of the same study", left, 30 if full else None),
        _beside("the export", left, floor),
    ]


def _beside(what: str, run: dict[str, Any], floor: dict[str, Any]) -> Line:
    """How many times the floor's work something is, however busy the machine is besides."""
    times = run["processor"] / floor["processor"]
    return Line(f"{what} beside the floor (processor)", times, _BESIDE, unit="")


def _line(what: str, run: dict[str, Any], target: float | None = None, note: str = "") -> Line:
    return Line(
        what,
        run["seconds"],
        target,
        note=note,
        processor=run["processor"],
        peak_mb=run["peak_mb"],
    )


def bare(project: str) -> dict[str, Any]:
    """Parse the project's XML with lxml and read all members, no more."""
    from lxml import etree

    def read() -> None:
        with zipfile.ZipFile(project) as archive:
            for member in archive.infolist():
                data = archive.read(member)
                if member.filename.endswith(".qde"):
                    etree.fromstring(data, etree.XMLParser(huge_tree=True))

    return _spent(timed(read)[0])


def read_only(project: str) -> dict[str, Any]:
    """Read the project into the records that every import begins with."""
    from crosscase.formats.refi_qda.reading import read_project

    data = Path(project).read_bytes()
    spent, (found, _) = timed(lambda: read_project(data, "made-up.qdpx"))
    if not found.sources:
        raise SystemExit("nothing was read")
    return _spent(spent)


def bring_in(project: str, study: str) -> dict[str, Any]:
    """Import the project into a new study."""
    import crosscase

    with crosscase.new_study(study, "Made up", person="Coder 1") as opened:
        spent, report = timed(lambda: opened.projects.bring_in(project))
    codings = report.kind("Coding")
    if not report.is_balanced or codings.imported != codings.present:
        raise SystemExit("the import left something out")
    return _spent(spent)


def write_out(study: str) -> dict[str, Any]:
    """Write the study as a project."""
    import crosscase

    with crosscase.open_study(study) as opened:
        spent, (_, report) = timed(opened.projects.write)
    if not report.kind("coding").imported:
        raise SystemExit("the export holds no codings")
    return _spent(spent)


def _spent(spent: Spent) -> dict[str, Any]:
    return {"seconds": spent.seconds, "processor": spent.processor}
