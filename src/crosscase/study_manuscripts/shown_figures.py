"""The figures of a study that a manuscript shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from crosscase.errors import MistakeOfUse
from crosscase.store.session import Session
from crosscase.study_manuscripts.shown_tables import chosen

if TYPE_CHECKING:
    from crosscase.report.figures import Figure

__all__ = ["FIGURE_KINDS", "FIGURE_TITLES", "shown_figure"]


def shown_figure(session: Session, kind: str, choices: Mapping[str, str]) -> bytes:
    """The figure that a mark asks for, as svg; its title is the caption below it."""
    import altair as alt

    from crosscase.report.figures import figure_bytes

    known, make = FIGURE_KINDS[kind]
    made: Any = make(session, chosen(f"figure {kind}", choices, known))
    made.title = alt.Undefined
    return figure_bytes(made, "svg")


def _interactions(session: Session, choices: dict[str, str]) -> Figure:
    from crosscase.study_synthesis.interactions import Interactions

    group = Interactions(session)
    return group.figure(group.graph(**choices))


def _saturation(session: Session, choices: dict[str, str]) -> Figure:
    from crosscase.study_synthesis.saturation import Saturation

    group = Saturation(session)
    told = group.assess(
        by=choices.get("by"), where=choices.get("where"), coder=choices.get("coder")
    )
    return group.figure(told)


def _cooccurrence(session: Session, choices: dict[str, str]) -> Figure:
    from crosscase.study_synthesis.cooccurrence import Cooccurrence

    group = Cooccurrence(session)
    made = group.pairs(
        choices.get("unit", "overlap"), codes=choices.get("codes", "codes"),
        by=choices.get("by"), where=choices.get("where"),
    )  # fmt: skip
    return group.figure(made)


def _compare(session: Session, choices: dict[str, str]) -> Figure:
    from crosscase.study_synthesis.contrasts import Contrasts

    group = Contrasts(session)
    made = group.compare(
        choices.get("by", "sites"), codes=choices.get("codes", "codes:all"),
        where=choices.get("where"),
    )  # fmt: skip
    return group.figure(made)


def _qca(session: Session, choices: dict[str, str]) -> Figure:
    from crosscase.study_synthesis.qca import Qca

    if "analysis" not in choices:
        raise MistakeOfUse(
            "The figure qca needs the name of the analysis.",
            slug="which-analysis",
            hint='Write {{figure qca analysis="its name"}}.',
        )
    group = Qca(session)
    return group.figure(group.run(choices["analysis"]))


FIGURE_KINDS: Mapping[str, tuple[tuple[str, ...], Callable[[Session, dict[str, str]], Figure]]] = {
    "interactions": (("by", "where", "basis", "cases"), _interactions),
    "saturation": (("by", "where", "coder"), _saturation),
    "cooccurrence": (("unit", "codes", "by", "where"), _cooccurrence),
    "compare": (("by", "codes", "where"), _compare),
    "qca": (("analysis",), _qca),
}
"""The figures that a manuscript can show, with their choices."""

FIGURE_TITLES: Mapping[str, str] = {
    "interactions": "How factors act on one another",
    "saturation": "New codes by interview",
    "cooccurrence": "Codes that meet",
    "compare": "Codes on which groups differ most",
    "qca": "Membership of the cases in the solution against the outcome",
}
"""What each is called where a mark gives no caption."""
