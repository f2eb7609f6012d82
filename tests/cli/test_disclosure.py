"""Disclosure control as commands, and the check that every export of quotes passes through."""

from __future__ import annotations

from pathlib import Path

import pytest

from crosscase import open_study
from tests.cli.conftest import Run
from tests.study_protection.inventing import COARSER, study_of

WARNING = "2 of 6 quotes would let a reader find who spoke (k < 3)"


@pytest.fixture
def people(run: Run, tmp_path: Path) -> Path:
    """One chief nurse, a ward nurse and four doctors on Hill."""
    with study_of(
        tmp_path, ("Chief nurse", "Hill", 1), ("Ward nurse", "Hill", 1), ("Doctor", "Hill", 4)
    ) as made:
        made.attributes.describe("role", coarser=COARSER)
        made.sets.make("Paper", ["source:Chief nurse Hill 0.txt", "source:Doctor Hill 1.txt"])
    run("config", "set", "name", "Ama")
    return Path("study.crosscase")


def test_disclose_prints_each_risk_with_its_remedies(run: Run, people: Path) -> None:
    """And exits well, but for --strict."""
    said = run("disclose", people, "--set", "Paper")
    assert said.out.startswith(
        "2 quotes of 2 participants by role and site: "
        "1 quote would let a reader find who spoke (k < 3).\n\n"
        "1 participant shares “Chief nurse, Hill”.\n"
        "  1 quote: Chief nurse Hill 0.txt 29-76\n"
        "  1. coarser role: Clinician, Hill (k = 6)\n"
        "  2. drop both: Participant (k = 6)\n"
        "  3. paraphrase\n"
        "  4. ask consent\n"
    )
    run("disclose", people, "--set", "Paper", "--strict", status=4)
    assert "no risk" not in run("disclose", people, "--k", "1").out
    found = run("disclose", people, "--set", "Paper", "--json").json
    assert (found["k"], found["at_risk"], found["risks"][0]["k"]) == (3, [0], 1)
    assert found["risks"][0]["remedies"][0] == {
        "kind": "coarser role", "attribution": {"role": "Clinician", "site": "Hill"}, "k": 6,
    }  # fmt: skip


def test_a_script_is_told_the_same(run: Run, people: Path) -> None:
    """The risks of the command line are those of Python, and so is what a release holds."""
    asked = ["--set", "Paper", "--table", "role,site"]
    found = run("disclose", people, *asked, "--json").json
    run("releases", "record", people, "By command", *asked, "--remedy", "first")
    with open_study(people, person="Ama") as work:
        (released,) = work.releases.all()
        work.releases.remove(released.id)
        report = work.disclosure.risks(set="Paper", tables=["role,site"])
        again = work.releases.record("By Python", report, remedy="first")
    assert [each["says"] for each in found["risks"]] == [each.says for each in report.risks]
    assert again.items == released.items
    assert again.participants == released.participants


def test_disclose_lists_what_to_print_and_reads_a_table_beside_it(run: Run, people: Path) -> None:
    """The lines after a remedy, and the table with its small cells hidden."""
    said = run("disclose", people, "--set", "Paper", "--table", "role,site", "--remedy", "first")
    assert "role by site, as it may be printed:\n" in said.out
    assert "hidden" in said.out
    assert "Clinician, Hill" in said.out
    assert run("disclose", people, "--table", "role", "--json", status=2).error


def test_a_policy_comes_from_a_file(run: Run, people: Path) -> None:
    """YAML or JSON; for once, or kept as the study's."""
    Path("policy.yaml").write_text("k: 5\nexports: refuse\nby: [role]\n")
    for_once = run("disclose", people, "--all", "--policy", "policy.yaml", "--json").json
    assert (for_once["k"], for_once["by"]) == (5, ["role"])
    assert run("disclose", "policy", people, "--json").json["policy"]["k"] == 3
    run("disclose", "policy", people, "policy.yaml")
    assert "k            5" in run("disclose", "policy", people).out
    Path("policy.json").write_text('{"k": 0}')
    assert run("disclose", "policy", people, "policy.json", "--json", status=2).error
    Path("policy.yaml").write_text("k: [3\n")
    assert run("disclose", "policy", people, "policy.yaml", "--json", status=5).error
    Path("policy.yaml").write_text("just words\n")
    assert run("disclose", "policy", people, "policy.yaml", "--json", status=5).error
    assert run("config", "set", "disclosure-policy", "3", "--study", people, "--json",
               status=2).error  # fmt: skip


def test_a_profile_is_looked_for_in_a_frame(run: Run, people: Path) -> None:
    """A count of cases, never which they are."""
    rows = "".join(f"C{n},Case {n},{'North' if n < 2 else 'South'}\n" for n in range(7))
    Path("systems.csv").write_text(f"id,name,region\n{rows}")
    run("frame", "import", people, "systems.csv", "--name", "Systems")
    said = run("disclose", people, "--frame", "Systems", "--profile", "region=North").out
    assert "Only 2 cases fit the profile in the frame Systems." in said
    assert "Case 0" not in said
    wide = run("disclose", people, "--frame", "Systems", "--profile", "region=South").out
    assert "5 cases fit" in wide
    assert run("disclose", people, "--frame", "Systems", "--profile", "x", "--json", status=2).error


def test_releases_are_recorded_shown_changed_and_removed(run: Run, people: Path) -> None:
    """Later checks are joined with them."""
    said = run(
        "releases", "record", people, "Paper 1", "--set", "Paper", "--remedy", "first",
        "--to", "A journal", "--day", "2026-03-02",
    )  # fmt: skip
    assert said.out == "Recorded “Paper 1”: 2 quotes of 2 participants, 0 tables.\n"
    assert "A journal" in run("releases", people).out
    shown = run("releases", "show", people, "Paper 1").out
    assert "Clinician, Hill" in shown
    assert "I would say" not in shown
    run("releases", "show", people, "Paper 1", "--output", "paper.docx")
    assert Path("paper.docx").read_bytes()[:2] == b"PK"
    assert run("releases", "show", people, "Paper 1", "-o", "x.csv", "--json", status=2).error
    assert "joined with 2 quotes released before" in run("disclose", people).out
    run("releases", "change", people, "Paper 1", "--name", "Paper", "--note", "In press")
    run("releases", "remove", people, "Paper")
    assert run("releases", people).out == "Nothing was released yet.\n"
    run("releases", "restore", people, "Paper")
    run("verify", people)


@pytest.mark.parametrize(
    ("file", "more", "is_checked"),
    [
        ("codings.csv", [], True),
        ("quotes.json", ["--table", "quotes"], True),
        ("turns.xlsx", ["--table", "turns"], True),
        ("one.docx", ["--transcript", "Chief nurse Hill 0.txt"], True),
        ("evidence.csv", ["--table", "evidence"], False),
        ("cases.csv", ["--table", "cases"], False),
        ("book.csv", ["--codebook"], False),
    ],
)
def test_an_export_of_quotes_says_what_would_tell(
    run: Run, people: Path, file: str, more: list[str], is_checked: bool
) -> None:
    """On standard error; a policy may refuse it, and then nothing is written."""
    said = run("export", people, file, *more)
    assert ("would let a reader find who spoke" in said.err) is is_checked
    Path("policy.yaml").write_text("exports: refuse\n")
    run("disclose", "policy", people, "policy.yaml")
    again = run("export", people, f"again {file}", *more, status=4 if is_checked else 0)
    assert Path(f"again {file}").exists() is not is_checked
    if is_checked:
        assert "crosscase disclose" in again.err


def test_an_export_can_be_recorded_as_a_release(run: Run, people: Path) -> None:
    """Its quotes are then joined with what is checked next."""
    said = run("export", people, "quotes.csv", "--table", "quotes", "--release", "For Ben",
               "--to", "Ben")  # fmt: skip
    assert WARNING in said.err
    assert run("releases", people, "--json").json["releases"][0]["recipient"] == "Ben"
    for wrong in (
        ["b.csv", "--release", "For Ben"],
        ["b.csv", "--table", "cases", "--release", "Cases"],
        ["b.csv", "--to", "Ben"],
        ["b.csv", "--codebook", "--release", "Book"],
    ):
        assert run("export", people, *wrong, "--json", status=2).error
        assert not Path("b.csv").exists()


@pytest.mark.parametrize("file", ["found.csv", "found.xlsx", "found.json", "found.docx"])
def test_what_a_query_finds_is_checked_as_it_is_written(run: Run, people: Path, file: str) -> None:
    """With the same warning, the same refusal and the same record."""
    said = run("query", people, "code:Trust", "--output", file, "--release", "To Ben")
    assert WARNING in said.err
    assert Path(file).stat().st_size > 0
    assert run("releases", people, "--json").json["releases"][0]["name"] == "To Ben"
    assert run("query", people, "code:Trust", "-o", file, "--json", status=4).error
    run("query", people, "Doctor", "-o", f"safe {file}")
    Path("policy.yaml").write_text("exports: refuse\n")
    run("disclose", "policy", people, "policy.yaml")
    run("query", people, "code:Trust", "-o", file, "--replace", "--json", status=4)
    assert run("query", people, "code:Trust", "--to", "Ben", "--json", status=2).error
    assert run("query", people, "code:Trust", "-o", "found.pdf", "--json", status=4).error


def test_risks_that_are_alike_are_one_block_unless_each_is_wanted(run: Run, tmp_path: Path) -> None:
    """Six posts of one person each: a count, the first few, what helps all; --each shows six."""
    posts = [(f"Post {number}", "Hill", 1) for number in range(6)]
    study_of(tmp_path, *posts, ("Doctor", "Hill", 4)).close()
    run("config", "set", "name", "Ama")
    said = run("disclose", "study.crosscase").out
    assert said.startswith(
        "10 quotes of 10 participants by role and site: "
        "6 quotes would let a reader find who spoke (k < 3).\n\n"
        "Too few share it: 6 alike, 6 quotes\n"
        "  1 participant shares “Post 0, Hill”: 1 quote, first Post 0 Hill 0.txt 29-71\n"
    )
    assert "\n  and 2 more (--each shows every one)\n  1. " in said
    assert "“Post 5, Hill”" not in said
    every = run("disclose", "study.crosscase", "--each").out
    assert all(f"\n1 participant shares “Post {number}, Hill”.\n" in every for number in range(6))
    risks = run("disclose", "study.crosscase", "--json").json["risks"]
    assert [each["kind"] for each in risks].count("too few share it") == 6
