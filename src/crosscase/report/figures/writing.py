"""A chart as the bytes of a picture or a page; nothing is fetched, and nothing calls out."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import Any, Literal, get_args

from crosscase.errors import MistakeOfUse
from crosscase.report.figures.framing import Figure
from crosscase.report.figures.look import CONFIG, PAPER

__all__ = ["FIGURE_KINDS", "FigureKind", "figure_bytes", "figure_kind", "write_figure"]

FigureKind = Literal["svg", "png", "html"]
FIGURE_KINDS: tuple[FigureKind, ...] = get_args(FigureKind)

_SHARPNESS = 3  # pixels a point: about 300 to the inch at the size of a page
_NUMBERED = re.compile(r'((?:id|clip-path|fill|stroke|mask)="(?:url\(#)?)((?:clip|gradient_)\d+)')
# The script names where its makers live; none of it is needed to draw.
_OUTSIDE = re.compile(r"https://(?:vega\.github\.io|github\.com/vega)")
# Whatever the script tried: no address is reached, and no text becomes code.
_POLICY = (
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; "
    "img-src data: blob:; base-uri 'none'; form-action 'none'"
)
_DRAW = (
    'vegaEmbed("#figure", JSON.parse(document.getElementById("chart").textContent), '
    '{mode: "vega-lite", actions: false, ast: true, renderer: "svg", '
    "tooltip: {disableDefaultStyle: false}});"
)


def figure_kind(path: Path) -> FigureKind:
    """Which kind of file a name asks for.

    Raises MistakeOfUse for an ending that is no kind of figure.
    """
    kind = path.suffix.lower().removeprefix(".")
    if kind not in FIGURE_KINDS:
        raise MistakeOfUse(
            f"“{path.name}” does not say which kind of figure is wanted.",
            slug="figure-kind",
            hint="End the name in .svg, .png or .html.",
        )
    return kind


def write_figure(chart: Figure, path: Path) -> None:
    """Write a chart as a file whose ending says the kind: .svg, .png or .html."""
    path.write_bytes(figure_bytes(chart, figure_kind(path)))


def figure_bytes(chart: Figure, kind: FigureKind) -> bytes:
    """A chart in the look of all figures, as the bytes of an svg, png or html file.

    Data must stand in the chart (`in_rows`): an address is never opened. The same chart gives
    the same bytes on one machine; elsewhere letters may be measured otherwise.
    """
    import vl_convert

    spec = _spec(chart)
    match kind:
        case "svg":
            drawn = vl_convert.vegalite_to_svg(spec, config=CONFIG, allowed_base_urls=[])
            return _numbered_anew(drawn).encode()
        case "png":
            made: bytes = vl_convert.vegalite_to_png(
                spec, config=CONFIG, scale=_SHARPNESS, allowed_base_urls=[]
            )
            return made
        case "html":
            return _page(spec).encode()


def _spec(chart: Figure) -> dict[str, Any]:
    spec: dict[str, Any] = chart.to_dict()
    spec.pop("$schema", None)
    # Altair's own default sizes would stand above the look of all figures.
    view = spec.get("config", {}).get("view", {})
    for name in ("continuousWidth", "continuousHeight"):
        if view.get(name) == 300:
            del view[name]
    return spec


def _numbered_anew(svg: str) -> str:
    """The svg with its inner names counted from one, not on from the figure before."""
    numbers: dict[str, int] = {}

    def renamed(found: re.Match[str]) -> str:
        return f"{found[1]}part{numbers.setdefault(found[2], len(numbers) + 1)}"

    marks = re.split(r"(<[^>]*>)", svg)
    return "".join(_NUMBERED.sub(renamed, each) if each[:1] == "<" else each for each in marks)


@lru_cache(maxsize=1)
def _script() -> str:
    import vl_convert

    bundle: str = vl_convert.javascript_bundle("window.vegaEmbed = vegaEmbed;")
    return _OUTSIDE.sub("", bundle).replace("</script", "<\\/script")


def _page(spec: dict[str, Any]) -> str:
    own: dict[str, Any] = spec.get("config", {})
    told = json.dumps({**spec, "config": _both(CONFIG, own)}, allow_nan=False)
    title = spec.get("title", {})
    said = title.get("text", "") if isinstance(title, dict) else title
    heading = said if isinstance(said, str) else " ".join(said)
    return "\n".join(
        (
            "<!doctype html>",
            '<html lang="en"><head><meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{escape(heading or 'Figure')}</title>",
            f"<style>body {{ margin: 0; background: {PAPER}; }}</style>",
            f"<script>{_script()}</script></head>",
            '<body><main id="figure"></main>',
            # Within a script element nothing is read as a tag but its own end.
            f'<script type="application/json" id="chart">{told.replace("<", chr(92) + "u003c")}'
            "</script>",
            f"<script>{_DRAW}</script></body></html>",
            "",
        )
    )


def _both(under: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    laid = dict(under)
    for name, value in over.items():
        held = laid.get(name)
        if isinstance(held, dict) and isinstance(value, dict):
            value = _both(held, value)
        laid[name] = value
    return laid
