"""The graph of factors as a document: one table."""

from __future__ import annotations

from crosscase.report.document import Cover
from crosscase.report.pieces import Column
from crosscase.report.plain_table import TableDocument
from crosscase.study_synthesis.interaction_graph import InteractionGraph

__all__ = ["interactions_document"]


def interactions_document(graph: InteractionGraph, cover: Cover) -> TableDocument:
    """The edges as a table."""
    columns = [Column("From", 2), Column("", 0.4), Column("To", 2), Column("Sign", 0.7)]
    columns += [
        Column("Say so", 0.8, True), Column("of", 0.6, True), Column("Cases", 0.7, True),
        Column("Sectors", 0.8, True), Column("Passages", 0.9, True),
        Column("Against", 0.8, True), Column("Basis", 1.2),
    ]  # fmt: skip
    rows = [
        (each.start_name, "→" if each.directed else "–", each.end_name, each.sign,
         each.participants, each.of, each.cases, each.sectors, each.passages, each.against,
         each.basis_words)
        for each in graph.edges
    ]  # fmt: skip
    return TableDocument(cover, graph.title, columns, rows, graph.notes)
