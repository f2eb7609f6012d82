"""How the graph of factors, its loops and what it rests on are shown on a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crosscase.cli.rendering import Screen, counted

if TYPE_CHECKING:
    import polars

    from crosscase.analysis.interactions import Loops
    from crosscase.study_synthesis.interaction_graph import InteractionGraph
    from crosscase.study_synthesis.interaction_sensitivity import Sensitivity

__all__ = ["draw_graph", "draw_loops", "draw_sensitivity"]


def draw_graph(screen: Screen, graph: InteractionGraph, *, ids: bool) -> None:
    """The edges, then the factors, then what has to be known of them."""
    screen.line(graph.title, "bold")
    columns = ["from", "", "to", "sign", "say so", "cases", "sectors", "passages", "against",
               "basis", *graph.groups]  # fmt: skip
    rows = []
    for edge in graph.edges:
        groups = [
            f"{number} of {of}" for number, of in zip(edge.by, graph.of.in_group, strict=True)
        ]
        rows.append(
            [edge.start_name, "->" if edge.directed else "--", edge.end_name, edge.sign or "?",
             f"{edge.participants} of {edge.of}", edge.cases, edge.sectors, edge.passages,
             edge.against, edge.basis_words, *groups, *(["; ".join(edge.links)] if ids else [])]
        )  # fmt: skip
    screen.table(
        [*columns, *(["interactions"] if ids else [])],
        rows,
        empty="No interactions yet: `crosscase interactions add` says that one factor acts on "
        "another.",
    )
    if not graph.edges:
        return
    screen.line()
    screen.table(
        ("factor", "acts on", "say so", "is acted on by", "say so", "undirected", "say so"),
        [
            (factor.name, each.out_edges, each.out_people, each.in_edges, each.in_people,
             each.loose_edges, each.loose_people)
            for factor, each in zip(graph.factors, graph.strengths, strict=True)
        ],
    )  # fmt: skip
    screen.line()
    if graph.reciprocity is not None:
        screen.line(f"Reciprocity: {graph.reciprocity:.2f} of directed pairs go both ways.")
    for note in graph.notes:
        screen.line(note)


def draw_loops(screen: Screen, found: Loops, frame: polars.DataFrame) -> None:
    """The loops, and whether there are more."""
    screen.table(
        ("loop", "factors", "sign", "say the weakest step", "say every step"),
        frame.iter_rows(),
        empty="No loop: directed influences lead nowhere back.",
    )
    if found.cut:
        screen.line(
            f"There are more than {len(found.found):,} loops; these are the ones that were found "
            "first. Give --most or --longest."
        )
    if found.has_longer:
        screen.line(f"Loops of more than {found.longest} factors were not looked for (--longest).")


def draw_sensitivity(screen: Screen, graph: InteractionGraph, found: Sensitivity) -> None:
    """For each edge the participants who are left without each case; then what rests on one."""
    columns = ["edge", "say so", *(f"without {case}" for case in found.cases), "rests on"]
    rows = []
    for edge in graph.edges:
        left = [each for each in found.edges if each.edge is edge]
        rests = [edge.only_case or "", "one participant" if edge.only_participant else ""]
        rows.append(
            [edge.said, edge.participants,
             *(str(each.participants) if each.remains else "gone" for each in left),
             ", ".join(each for each in rests if each)]
        )  # fmt: skip
    screen.table(columns, rows, empty="No interactions yet.")
    changed = [
        each
        for each in found.measures
        if each.factor is None and each.whole is not None and each.whole != each.without
    ]
    for each in changed:
        without = "undefined" if each.without is None else f"{round(each.without, 2):g}"
        whole = f"{round(each.whole or 0, 2):g}"
        screen.line(f"Without {each.case}: {each.measure} {whole} -> {without}.")
    alone = len(found.on_one_case)
    if alone:
        screen.line(f"{counted(alone, 'edge rests', 'edges rest')} on one {graph.case_noun}.")
