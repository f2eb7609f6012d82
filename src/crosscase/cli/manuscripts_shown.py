"""How a checked manuscript is shown: a line for each thing that was checked, and the sums."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from crosscase.cli.rendering import Screen, counted, shortened

if TYPE_CHECKING:
    from crosscase.study_manuscripts.checked_items import CheckedItem, ManuscriptCheck

__all__ = ["check_data", "show_check"]

_STYLES = {"supported": "green", "changed": "yellow", "contradicted": "red", "untested": "red"}
_WIDEST_WHERE = 16


def check_data(found: ManuscriptCheck, failed: bool) -> dict[str, Any]:
    """The same for programs."""
    return {
        "manuscript": found.name,
        "state": found.state,
        "scope": found.scope,
        "failed": failed,
        "counts": dict(found.counts),
        "items": [
            {
                "kind": each.kind,
                "where": each.where,
                "line": each.line,
                "column": each.column,
                "standing": each.standing,
                "fails": each.fails,
                "says": each.says,
                "words": each.words,
                "finding": each.finding,
                "check": each.check,
                "now": each.now,
                "hint": each.hint,
            }
            for each in found.items
        ],
        "notes": list(found.notes),
    }


def show_check(screen: Screen, found: ManuscriptCheck, *, failed: bool, every: bool) -> None:
    """What was found, in the order of the manuscript; what is supported only on wish.

    What holds though a name in its check was followed is shown, too: the check wants mending.
    """
    screen.line(f"{found.name}, held against {found.state}", "bold")
    for note in found.notes:
        screen.line(note)
    width = min(_WIDEST_WHERE, max((len(each.where) for each in found.items), default=0))
    for each in found.items:
        if every or each.standing != "supported" or each.kind == "claim" or each.hint:
            _show_item(screen, each, width)
    bare = next((each for each in found.items if each.standing == "uncovered"), None)
    if bare is not None and bare.hint:
        screen.line()
        screen.line(f"For a number without a check: {bare.hint[0].lower()}{bare.hint[1:]}")
    screen.line()
    screen.line(_sums(found), "bold red" if failed else "bold green")


def _show_item(screen: Screen, item: CheckedItem, width: int) -> None:
    sign = "!" if item.fails else " "
    about = f"{item.finding}: " if item.finding and item.finding not in item.says else ""
    line = f"{sign} {item.where:<{width}}  {item.standing:<12}  {about}{item.says}"
    screen.line(line, _STYLES.get(item.standing, ""))
    indent = " " * (width + 18)
    if item.words and item.standing != "supported":
        screen.line(f"{indent}“{shortened(item.words)}”")
    if item.check and item.standing != "supported":
        screen.line(f"{indent}{shortened(item.check)}")
    if item.hint and item.standing != "uncovered":
        screen.line(f"{indent}{item.hint}")


def _sums(found: ManuscriptCheck) -> str:
    counts = found.counts
    told = [
        f"{counts[standing]:,} {standing}"
        for standing in ("supported", "changed", "contradicted", "untested")
        if counts[standing] or standing == "supported"
    ]
    if counts["uncovered"]:
        told.append(f"{counted(counts['uncovered'], 'place')} with numbers that no check covers")
    if counts["risk"]:
        told.append(f"{counted(counts['risk'], 'attribution')} at risk")
    return f"{', '.join(told)}."
