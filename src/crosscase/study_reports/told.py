"""What the study can tell of itself, by the names that reporting checklists ask for it by."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from crosscase.study_reports import told_coding, told_fieldwork, told_findings, told_people
from crosscase.study_reports.known import Known

__all__ = ["TOLD", "told"]

_PARTS = ("coded_by_several", "dimensions", "groups_of_people")  # what others of these are made of

TOLD: Mapping[str, Callable[[Known], list[str]]] = {
    name: getattr(module, name)
    for module in (told_people, told_fieldwork, told_coding, told_findings)
    for name in module.__all__
    if name not in _PARTS
}


def told(known: Known, *names: str) -> list[str]:
    """The sentences on these, one after another."""
    return [sentence for name in names for sentence in TOLD[name](known)]
