"""Figures are written in one look, say of what they are, and never reach for the network."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from crosscase.errors import MistakeOfUse
from crosscase.report.figures import (
    CATEGORIES,
    Caption,
    figure_bytes,
    framed,
    in_rows,
    write_figure,
)

HOSTILE = "</script><script>alert(1)</script> & <b>“Trust”</b>"
CAPTION = Caption(
    "Of 12 participants interviewed", "state 3f2a", "Trust in ICSs", ("Small sample",)
)
TOKENS = Path(__file__).parents[3] / "ui" / "src" / "tokens.css"


def chart_of(name: str = "Site A", title: str = "Codes by interview") -> Any:
    import altair as alt

    rows = [{"interview": at, "codes": at * 2, "site": name} for at in range(1, 6)]
    drawn = alt.Chart(in_rows(rows)).mark_line(point=True, clip=True)
    drawn = drawn.encode(
        x=alt.X("interview:Q", title="Interviews"), y="codes:Q", color=alt.Color("site:N")
    )
    return framed(drawn, title, CAPTION)


def words_of(svg: bytes) -> list[str]:
    root = ElementTree.fromstring(svg)
    return [each.text or "" for each in root.iter("{http://www.w3.org/2000/svg}text")]


def test_an_svg_is_sound_and_says_its_title_of_whom_and_in_which_state() -> None:
    words = words_of(figure_bytes(chart_of(), "svg"))
    assert "Codes by interview" in words
    assert "Of 12 participants interviewed. Small sample." in words
    assert "Trust in ICSs · state 3f2a" in words


def test_the_same_chart_is_the_same_svg_to_the_byte_whatever_was_drawn_before() -> None:
    first = figure_bytes(chart_of(), "svg")
    figure_bytes(chart_of("Site B"), "svg")
    assert figure_bytes(chart_of(), "svg") == first


def test_words_of_a_study_stay_words_in_every_kind_of_file() -> None:
    drawn = chart_of(HOSTILE, HOSTILE)
    assert HOSTILE in words_of(figure_bytes(drawn, "svg"))
    page = figure_bytes(drawn, "html").decode()
    assert "alert(1)" in page
    assert "<script>alert" not in page
    held = re.search(r'<script type="application/json" id="chart">(.*?)</script>', page)
    assert held is not None
    assert HOSTILE in json.dumps(json.loads(held[1]), ensure_ascii=False).replace('\\"', '"')


def test_a_page_names_no_outside_address_and_may_reach_none() -> None:
    page = figure_bytes(chart_of(), "html").decode()
    hosts = set(re.findall(r"https?://([\w.-]+)", page))
    assert hosts == {"www.w3.org"}, "only the names of xml's own vocabularies"
    assert "default-src 'none'" in page
    assert not re.search(r"<(?:script|link)[^>]+(?:src|href)=", page)


def test_a_picture_is_sharp_enough_for_print(tmp_path: Path) -> None:
    write_figure(chart_of(), tmp_path / "codes.PNG")
    data = (tmp_path / "codes.PNG").read_bytes()
    assert data.startswith(b"\x89PNG")
    assert int.from_bytes(data[16:20], "big") > 1500, "its width in pixels"


def test_another_ending_is_refused_with_those_that_can_be_written(tmp_path: Path) -> None:
    with pytest.raises(MistakeOfUse) as refused:
        write_figure(chart_of(), tmp_path / "codes.gif")
    assert refused.value.slug == "figure-kind"
    assert ".svg" in (refused.value.hint or "")


def test_the_colours_are_those_of_the_desk_on_light_paper() -> None:
    light = set(re.findall(r"light-dark\((#[0-9a-f]{6})", TOKENS.read_text("utf-8")))
    assert set(CATEGORIES) <= light


def test_what_only_names_figures_loads_no_drawing() -> None:
    script = (
        "import sys, crosscase.report.figures; "
        "print(sorted({'altair', 'vl_convert'} & set(sys.modules)))"
    )
    answered = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert answered.stdout.strip() == "[]", answered.stderr
