"""`cases`, `participants`, `attributes`, `speakers`, `sources`: who and where."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run


def test_the_tree_of_cases(run: Run, study: Path) -> None:
    """Participants stand below the sites that their table put them in."""
    assert run("cases", "tree", study).out == (
        "Northam (site)\n  P01 (person)\nSoutham (site)\n  P02 (person)\n"
    )


def test_cases_are_added_set_and_put_together(run: Run, study: Path) -> None:
    """A case is made, gets values, and lies in another one."""
    run("cases", "add", study, "The Region", "system")
    run("cases", "member", study, "Northam", "The Region", "--start-day", "2026-01-01")
    run("attributes", "add", study, "deprived", "truth")
    run("cases", "set", study, "Northam", "deprived=yes")
    assert "The Region (system)\n  Northam (site)\n" in run("cases", "tree", study).out
    shown = run("show", study, "site:Northam", "--json").json
    assert shown["fields"]["attributes"] == {"deprived": True}
    (held,) = run("cases", "memberships", study, "--member", "Northam", "--json").json[
        "memberships"
    ]
    assert (held["group"], held["start_day"]) == ("The Region", "2026-01-01")
    run("cases", "member", study, "Northam", "The Region", "--remove")
    assert "The Region (system)\nNortham" not in run("cases", "tree", study).out


def test_a_case_is_renamed_removed_and_restored(run: Run, study: Path) -> None:
    """Whatever is hidden comes back by name."""
    run("cases", "rename", study, "Northam", "Northham")
    run("cases", "remove", study, "Northham")
    assert "Northham" not in run("cases", study).out
    run("cases", "restore", study, "Northham")
    assert "Northham" in run("cases", study).out


def test_participants_and_their_table(run: Run, study: Path) -> None:
    """Participants are listed with their places, and counted once each."""
    run("participants", "add", study, "P03", "--site", "Northam", "--site", "Southam",
        "--sector", "Health")  # fmt: skip
    assert "Northam; Southam" in run("participants", study).out
    said = run("participants", "table", study).out.splitlines()
    assert said[0].split() == ["site", "Community", "Health", "total"]
    assert said[3].split() == ["total", "1", "2", "3"]
    assert said[4] == "P03 is in Northam, Southam; counted in Northam."


def test_an_attribute_that_has_the_name_of_a_case_kind(run: Run, study: Path) -> None:
    """It is refused when it is made, since a question could not tell the two apart."""
    said = run("attributes", "add", study, "site", status=2)
    assert said.err.startswith("An attribute cannot be called “site”")


def test_attributes_are_described_and_restored(run: Run, study: Path) -> None:
    """Coarser values are given as pairs; a removed attribute comes back."""
    run("attributes", "describe", study, "role", "--coarser", "Director=Manager",
        "--description", "What they do")  # fmt: skip
    found = {each["name"]: each for each in run("attributes", study, "--json").json["attributes"]}
    assert found["role"]["coarser"] == {"Director": "Manager"}
    assert found["role"]["description"] == "What they do"
    run("attributes", "remove", study, "role")
    assert "role" not in run("attributes", study).out
    run("attributes", "restore", study, "role")
    assert "role" in run("attributes", study).out


def test_speakers(run: Run, study: Path) -> None:
    """Speakers are listed, linked, and unlinked when neither person nor role is given."""
    rows = run("speakers", study, "--source", "P01.txt", "--json").json["speakers"]
    assert [(row["speaker"], row["participant"], row["role"]) for row in rows] == [
        ("Interviewer", None, "interviewer"), ("P01", "P01", "participant"),
    ]  # fmt: skip
    run("speakers", "link", study, "P01.txt", "P01", "P02")
    run("speakers", "link", study, "P01.txt", "Interviewer")
    rows = run("speakers", study, "--source", "P01.txt", "--json").json["speakers"]
    assert [row["participant"] for row in rows] == [None, "P02"]


def test_sources(run: Run, study: Path) -> None:
    """Sources are listed, described, hidden and brought back."""
    assert [line.split()[0] for line in run("sources", study).out.splitlines()] == [
        "source", "P01.txt", "P02.txt",
    ]  # fmt: skip
    run("sources", "describe", study, "P01.txt", "--name", "Director", "--language", "en")
    id_ = run("sources", "remove", study, "Director", "--json").json["source"]
    assert "Director" not in run("sources", study).out
    assert run("sources", "restore", study, id_).out == "Restored “Director”.\n"


def test_a_translation_pairs_turn_by_turn(run: Run, study: Path) -> None:
    """The turns of the original stand beside those of the translation."""
    assert run("sources", "pair", study, "P02.txt", "P01.txt").out == (
        "“P02.txt” is the translation of “P01.txt”.\n"
    )
    turns = run("sources", "pairs", study, "P02.txt", "--json").json["turns"]
    assert len(turns) == 4
    assert set(turns[0]) == {"original", "translation"}


def test_how_a_case_lies_in_another_is_changed(run: Run, study: Path) -> None:
    """The refusal names --change, which does it; without an operation nothing else changes."""
    asked = ("cases", "member", study, "P01", "Northam", "--role", "Chair")
    assert "--change" in run(*asked, status=4).err
    assert run(*asked, "--change", "--counts-as").out == "Changed how “P01” is in “Northam”.\n"
    (held,) = run("cases", "memberships", study, "--member", "P01", "--json").json["memberships"]
    assert (held["role"], held["counts_as"]) == ("Chair", True)
    run(*asked, "--change", "--remove", status=2)
