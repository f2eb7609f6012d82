"""The rectangles of codings, read for all at once: few codings have one."""

from __future__ import annotations

from crosscase.log.canonical import decode
from crosscase.model.regions import Region, stored_region
from crosscase.store.study_file import StudyFile

__all__ = ["regions_of_codings"]


def regions_of_codings(file: StudyFile, source: int | None = None) -> dict[int, Region]:
    """The rectangles by coding (entity rows), of one source or of all."""
    where, values = ("", ()) if source is None else (" AND source = ?", (source,))
    found = file.driver().execute(
        f"SELECT row, region FROM state_coding WHERE region IS NOT NULL{where}", values
    )
    regions = ((row, stored_region(decode(stored))) for row, stored in found)
    return {row: region for row, region in regions if region is not None}
