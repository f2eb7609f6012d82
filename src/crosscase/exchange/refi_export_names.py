"""Names and values that were changed to fit, written as they came while nobody changed them."""

from __future__ import annotations

import re
from typing import Any

from crosscase.exchange.refi_cases import value_of
from crosscase.exchange.refi_plan import tidy
from crosscase.exchange.refi_written import ExportPlan, known_time

__all__ = ["came_without_name", "name_as_it_came", "value_as_it_came"]

_MARKS = re.compile(r"( \((\d+|variable|text|number|day|truth)\))+", re.ASCII)
_TRUTHS = ("true", "false", "1", "0")
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def name_as_it_came(plan: ExportPlan, came: Any, name: str, made_of_it: str | None = None) -> str:
    """The name that a file gave, where the study's is still what the import made of it.

    Args:
        plan: the export.
        came: what the file called it, if anything was kept of that.
        name: what the study calls it.
        made_of_it: what an import makes of that name, before it gives it a number.
    """
    if not isinstance(came, str) or came == name:
        return name
    made = tidy(came) if made_of_it is None else made_of_it
    rest = name.removeprefix(made)
    is_untouched = name == made or (name.startswith(made) and _MARKS.fullmatch(rest))
    return str(plan.clean(came)) if made and is_untouched else name


def came_without_name(said: Any, name: str, invented: str) -> bool:
    """Whether something of a file had no name there, and still has the one that it was given."""
    if not said.get("guid") or said.get("name"):
        return False
    return name == invented or re.fullmatch(rf"{re.escape(invented)} \(\d+\)", name) is not None


def value_as_it_came(plan: ExportPlan, said: Any, value_type: str, value: Any, type_: str) -> Any:
    """The words of a value in the file, where the study's is what they were read as; else None.

    Args:
        plan: the export.
        said: the words.
        value_type: the type of the attribute.
        value: what the study has.
        type_: as what it is written.
    """
    if not isinstance(said, str):
        return None
    read = value_of(value_type, said)
    if read is None or read.value != value:
        return None
    fits = {
        "Text": True,
        "Boolean": said.strip() in _TRUTHS,
        "Date": _DAY.fullmatch(said) is not None and known_time(said) is not None,
        "DateTime": known_time(said) == said,
    }
    return plan.clean(said) if fits.get(type_) else None
