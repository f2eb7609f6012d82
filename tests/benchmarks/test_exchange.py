"""The made-up project that moving in is measured on is a sound one, as large as it says."""

from __future__ import annotations

import zipfile
from pathlib import Path

from lxml import etree

import crosscase
from benchmarks.foreign_project import ProjectSize, write_foreign_project
from crosscase.formats.refi_qda.grammar import checker

TINY = ProjectSize(sources=3, codings=40, codes=25, words=600)


def test_it_is_valid_and_all_of_it_comes_over(tmp_path: Path) -> None:
    """Every selection is another place, so that no two codings are one."""
    path = tmp_path / "tiny.qdpx"
    about = write_foreign_project(path, TINY)
    with zipfile.ZipFile(path) as archive:
        xml = archive.read("project.qde")
    assert checker("Project").refusal(etree.fromstring(xml)) is None
    assert 0 < about["xml_mb"] < about["total_mb"]
    with crosscase.new_study(tmp_path / "s.crosscase", "Tiny", person="Coder 1") as study:
        report = study.projects.bring_in(path)
        assert report.is_balanced
        assert report.kind("Coding").imported == 40
        counts = study.counts()
        assert (counts.sources, counts.codings, counts.codes) == (3, 40, 25)
