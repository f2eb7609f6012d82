"""Pictures, recordings and originals on the command line."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run
from tests.formats.making import mp3, pdf, png


def test_a_rectangle_is_coded_and_moved(run: Run) -> None:
    """By five numbers, the first of which is the page."""
    Path("ward.png").write_bytes(png(4, 4))
    run("new", "ics.crosscase", "--as", "Ama")
    said = run("import", "ics.crosscase", "ward.png", "--as", "Ama").out
    assert "The original files are kept inside the study." in said
    run("codes", "add", "ics.crosscase", "Trust", "--as", "Ama")
    done = run("code", "ics.crosscase", "ward.png", "Trust", "--area", "0,10,10,500,500", "--json",
               "--as", "Ama")  # fmt: skip
    coding = done.json["id"]
    run("codings", "adjust", "ics.crosscase", coding, "0,0,0,10,10", "--as", "Ama")
    (row,) = run("codings", "ics.crosscase", "--json").json["codings"]
    assert row["region"] == "0,0,0,10,10"


def test_a_recording_is_put_beside_a_source_and_taken_away(run: Run) -> None:
    """Without a file the answer says where it lies."""
    Path("a.mp3").write_bytes(mp3())
    Path("a.txt").write_text("We waited.", encoding="utf-8")
    run("new", "ics.crosscase", "--as", "Ama")
    run("import", "ics.crosscase", "a.txt", "--as", "Ama")
    done = run("sources", "media", "ics.crosscase", "a.txt", "a.mp3", "--as", "Ama")
    assert "“a.mp3” goes with “a.txt”." in done.out
    kept = Path(run("sources", "media", "ics.crosscase", "a.txt", "--json").json["kept_as"])
    assert kept.read_bytes() == mp3() and kept.parent.name == "ics.media"
    run("sources", "media", "ics.crosscase", "a.txt", "--remove", "--as", "Ama")
    run("sources", "media", "ics.crosscase", "a.txt", status=3)


def test_an_original_is_kept_later(run: Run) -> None:
    """The very file that was imported."""
    Path("plan.pdf").write_bytes(pdf("We lost trust"))
    run("new", "ics.crosscase", "--originals", "drop", "--as", "Ama")
    said = run("import", "ics.crosscase", "plan.pdf", "--as", "Ama").out
    assert "The original files are not kept inside the study." in said
    done = run("sources", "original", "ics.crosscase", "plan.pdf", "plan.pdf", "--as", "Ama")
    assert "The original of “plan.pdf” is kept." in done.out


def test_an_import_says_which_originals_are_kept(run: Run) -> None:
    """Those of PDFs, unless somebody says otherwise."""
    Path("plan.pdf").write_bytes(pdf("We lost trust"))
    Path("a.txt").write_text("We waited.", encoding="utf-8")
    run("new", "ics.crosscase", "--as", "Ama")
    said = run("import", "ics.crosscase", "plan.pdf", "a.txt", "--as", "Ama").out
    assert "The original files of 1 of the 2 are kept inside the study." in said
