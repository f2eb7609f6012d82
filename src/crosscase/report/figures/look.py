"""The look of every figure: paper, ink, and colours that colour-blind eyes and printers keep apart.

The colours are those of the desk on light paper (``ui/src/tokens.css``): code colours after Paul
Tol's muted set, put in an order in which neighbours differ most.
"""

from __future__ import annotations

from typing import Any

__all__ = ["CATEGORIES", "CONFIG", "FONT", "INK", "LINE", "MORE", "PAPER", "QUIET_INK",
           "SIGN_COLOURS"]  # fmt: skip

PAPER, INK, QUIET_INK, LINE = "#ffffff", "#1e2124", "#4f545a", "#e5e1d8"
EDGE = "#8d8a82"
ACCENT = "#2b5b84"

CATEGORIES = (
    "#2b5b84",
    "#a8842c",
    "#882255",
    "#2f8f7f",
    "#b8505f",
    "#4b3fa3",
    "#7d7d1f",
    "#3a8fb7",
    "#117733",
    "#8f3f85",
)
"""Ten colours for categories; beyond ten, group the rest or use labels."""

MORE = ("#e6eef5", "#bcd0e1", "#8fb0cb", "#5f8bb0", "#2b5b84", "#173a58")
"""From little to much, one hue that only grows darker: it survives a grey printer."""

SIGN_COLOURS = {
    "enabling": "#2b5b84",
    "constraining": "#b0601f",
    "mixed": "#6b6f75",
    "none": "#8d8a82",
}
"""Signs of influence: blue against orange, which no common colour blindness confuses."""

# Quoted names would end an attribute of the svg, and only names that every machine has may come.
FONT = "system-ui, -apple-system, Segoe UI, Roboto, Helvetica Neue, Arial, sans-serif"
_SMALL, _TEXT, _TITLE = 11, 12, 15

CONFIG: dict[str, Any] = {
    "background": PAPER,
    "font": FONT,
    "padding": 16,
    "autosize": {"type": "pad", "contains": "padding"},
    "view": {"stroke": None, "continuousWidth": 560, "continuousHeight": 320},
    "title": {
        "anchor": "start",
        "frame": "group",
        "color": INK,
        "fontSize": _TITLE,
        "fontWeight": 600,
        "subtitleColor": QUIET_INK,
        "subtitleFontSize": _TEXT,
        "subtitlePadding": 4,
        "offset": 14,
    },
    "axis": {
        "labelColor": QUIET_INK,
        "labelFontSize": _SMALL,
        "titleColor": INK,
        "titleFontSize": _TEXT,
        "titleFontWeight": 500,
        "titlePadding": 8,
        "domainColor": EDGE,
        "tickColor": EDGE,
        "tickSize": 4,
        "gridColor": LINE,
        "labelLimit": 260,
        "labelOverlap": True,
    },
    "axisX": {"grid": False},
    "axisBand": {"grid": False, "domain": False, "ticks": False},
    "header": {
        "labelColor": INK,
        "labelFontSize": _TEXT,
        "labelFontWeight": 600,
        "labelAnchor": "start",
        "titleColor": QUIET_INK,
        "titleFontSize": _SMALL,
    },
    "legend": {
        "labelColor": INK,
        "labelFontSize": _SMALL,
        "titleColor": QUIET_INK,
        "titleFontSize": _SMALL,
        "titleFontWeight": 500,
        "labelLimit": 260,
        "symbolStrokeWidth": 2,
    },
    "line": {"color": ACCENT, "strokeWidth": 2, "strokeJoin": "round"},
    "point": {"color": ACCENT, "size": 42, "filled": True, "opacity": 1},
    "circle": {"color": ACCENT, "size": 42, "opacity": 1},
    "bar": {"color": ACCENT},
    "rect": {"color": ACCENT},
    "area": {"color": ACCENT, "opacity": 0.18, "line": False},
    "rule": {"color": QUIET_INK},
    "tick": {"color": ACCENT, "thickness": 2},
    "text": {"color": INK, "fontSize": _SMALL},
    "range": {
        "category": list(CATEGORIES),
        "ordinal": list(MORE),
        "ramp": list(MORE),
        "heatmap": list(MORE),
    },
}
"""The configuration that is laid under every chart when it is written."""
