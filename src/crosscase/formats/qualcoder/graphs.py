"""Graphs of QualCoder: points for codes, files, cases and free words, and lines between them."""

from __future__ import annotations

from crosscase.formats.foreign_rows import ForeignRows, aside_of, hex_colour
from crosscase.formats.foreign_sqlite import Row
from crosscase.formats.refi_qda.records import Edge, Graph, Vertex
from crosscase.model.ids import Id

__all__ = ["read_graphs"]

_NO_GRAPH = "Its graph, or an end of it, is not in the file."
_LOOKS = ("font_size", "bold", "isvisible", "color", "w", "h", "filepath")
_LINE_LOOKS = ("linewidth", "linetype", "isvisible", "color", "arrow_mode")
_STYLES = {"solid": "solid", "dotted": "dotted", "dashed": "dashed"}
_QUOTED = "ctid"
_ENDS = ("fileid", "caseid", "freetextid", "imid", "avid", "cid", "catid")

Point = tuple[int | None, str, int | None]
"""A graph, the column by which lines name a point of it, and the number there."""


class _Points:
    """The points of all graphs as they are read."""

    def __init__(self, rows: ForeignRows) -> None:
        self.rows = rows
        self.by_graph: dict[int | None, list[Vertex]] = {
            row.whole("grid"): [] for row in rows.database.rows("graph")
        }
        self.guids: dict[Point, Id] = {}

    def take(self, table: str, column: str, named: str = "", *, end: str | None = None) -> None:
        """Read the points of a table; ``column`` has the number of what each stands for.

        ``named`` is the column of its words, but where those are words of a source: they stay
        with that. ``end`` is how lines call the column.
        """
        for row in self.rows.take(table):
            key = column
            if column == "cid" and row.whole("cid") is None:
                key = "catid"
            graph, number = row.whole("grid"), row.whole(key)
            if graph not in self.by_graph:
                self.rows.keep(table, row, _NO_GRAPH)
                continue
            guid = self.rows.guid(table, graph, row.number, key, number)
            ends, quoted = end or key, row.whole(_QUOTED)
            self.guids.setdefault((graph, ends, number), guid)
            self.by_graph[graph].append(
                Vertex(
                    guid=guid,
                    written=guid,
                    name=None if quoted else row.text(named),
                    represents=self.rows.known(*((_QUOTED, quoted) if quoted else (key, number))),
                    says=_vertex_says(row),
                    aside=aside_of(row, *_LOOKS),
                )
            )
            self.rows.read(table)


def read_graphs(rows: ForeignRows) -> tuple[Graph, ...]:
    """All graphs; what stands in none of them is kept as it is."""
    points = _Points(rows)
    points.take("gr_cdct_text_item", "cid", "displaytext")
    points.take("gr_file_text_item", "fid", "displaytext", end="fileid")
    points.take("gr_case_text_item", "caseid", "displaytext")
    points.take("gr_free_text_item", "freetextid", "free_text")
    points.take("gr_pix_item", "imid")
    points.take("gr_av_item", "avid")
    lines: dict[int | None, list[Edge]] = {}
    for table in ("gr_cdct_line_item", "gr_free_line_item"):
        _take_lines(rows, points, table, lines)
    found = []
    for row in rows.take("graph"):
        number = row.whole("grid")
        guid = rows.guid("graph", number, row.text("name"))
        found.append(
            Graph(
                guid=guid,
                written=guid,
                name=row.text("name"),
                vertices=tuple(points.by_graph.pop(number, ())),
                edges=tuple(lines.pop(number, ())),
                aside=aside_of(row, "description", "date", "scene_width", "scene_height"),
            )
        )
        rows.read("graph")
    return tuple(found)


def _take_lines(
    rows: ForeignRows, points: _Points, table: str, lines: dict[int | None, list[Edge]]
) -> None:
    for row in rows.take(table):
        graph = row.whole("grid")
        start, end = _end(row, points, "from"), _end(row, points, "to")
        if graph not in points.by_graph or start is None or end is None:
            rows.keep(table, row, _NO_GRAPH)
            continue
        guid = rows.guid(table, graph, row.number)
        lines.setdefault(graph, []).append(
            Edge(
                guid=guid,
                written=guid,
                name=row.text("label"),
                start=start,
                end=end,
                says=_line_says(row),
                aside=aside_of(row, *_LINE_LOOKS),
            )
        )
        rows.read(table)


def _end(row: Row, points: _Points, side: str) -> Id | None:
    for column in _ENDS:
        number = row.whole(f"{side}{column}")
        guid = points.guids.get((row.whole("grid"), column, number))
        if number is not None and guid is not None:
            return guid
    return None


def _vertex_says(row: Row) -> dict[str, str]:
    colour = hex_colour(row.text("color"))
    said = {"firstX": str(row.rounded("x") or 0), "firstY": str(row.rounded("y") or 0)}
    return {**said, "color": colour} if colour else said


def _line_says(row: Row) -> dict[str, str]:
    colour, style = hex_colour(row.text("color")), _STYLES.get(row.text("linetype") or "")
    said = {"color": colour, "lineStyle": style}
    return {name: value for name, value in said.items() if value}
