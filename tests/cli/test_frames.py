"""`frame` and `sample`: candidate cases, their groups, and who is chosen."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import docx
import pytest

from crosscase import open_study
from tests.cli.conftest import Run
from tests.study_selection.inventing import BOARDS, COLUMNS

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "choose-cases.md"
MEANING = (
    "column,label,type,unit,source,date\n"
    "people,population,population,people,Register,2022-01-01\n"
    "deprived,deprivation,percent,%,Index,2019\n"
    "rural,rurality,percent,,,\n"
)
VARIED = ("--size", "3", "--where", "deprived is high or middle", "--not-all-one", "region",
          "--vary", "size", "--vary", "region=2")  # fmt: skip


@pytest.fixture
def boards(run: Run, study: Path) -> Path:
    """A study with a frame of nine boards in two groupings."""
    lines = [",".join(row) for row in (COLUMNS, *BOARDS)]
    Path("boards.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    Path("meaning.csv").write_text(MEANING, encoding="utf-8")
    run("frame", "import", study, "boards.csv", "--characteristics", "meaning.csv",
        "--unit", "care board", "--citation", "Invented")  # fmt: skip
    run("frame", "classify", study, "boards", "deprivation", "--groups", "3", "--label", "low",
        "--label", "middle", "--label", "high", "--name", "deprived")  # fmt: skip
    run("frame", "classify", study, "boards", "population", "--cut-point", "600000",
        "--cut-point", "1000000", "--name", "size")  # fmt: skip
    return study


def test_a_grouping_that_takes_the_place_of_another_is_said(run: Run, boards: Path) -> None:
    """With how many cases changed group, in words and in JSON."""
    again = ("frame", "classify", boards, "boards", "population", "--cut-point", "600000",
             "--cut-point", "1500000", "--name", "size")  # fmt: skip
    said = run(*again).out
    assert said.startswith(
        "Replaced the grouping “size” (3 bands between given cut points of “population”): "
        "1 case changed group.\n"
    )
    assert not run(*again).out.startswith("Replaced")
    made = run(*again[:-3], "1000000", *again[-2:], "--json").json["grouping"]
    assert made["replaced"]["cut_points"] == [600_000, 1_500_000]
    assert [each["case"] for each in made["moves"]] == ["A2"]


def test_a_date_that_cannot_be_is_named_by_its_line(run: Run, study: Path) -> None:
    """Of the table of characteristics."""
    Path("f.csv").write_text("id,x\na,12\n", encoding="utf-8")
    Path("m.csv").write_text("column,date\nx,2022-13-45\n", encoding="utf-8")
    said = run("frame", "import", study, "f.csv", "--characteristics", "m.csv", status=2)
    assert said.err.startswith("Line 2 of the characteristics, “x”: “2022-13-45” is no date.")


def test_two_tables_are_told_apart_where_one_is_to_be_chosen(run: Run, boards: Path) -> None:
    """A conflict of two imports tells their sizes, not their hashes."""
    run("copy", boards, "other.crosscase")
    for study, who, columns in ((boards, "Ama", "code,x"), ("other.crosscase", "Ben", "code,x,y")):
        row = ",".join(["A1", "1", "2"][: columns.count(",") + 1])
        Path("boards.csv").write_text(f"{columns}\n{row}\n", encoding="utf-8")
        run("frame", "import", study, "boards.csv", "--as", who)
    run("merge", boards, "other.crosscase")
    listed = run("conflicts", boards).out
    assert "“1 case, 1 characteristic”" in listed
    assert "“1 case, 2 characteristics”" in listed
    said = run("conflicts", "settle", boards, "1", "0").out
    assert re.fullmatch(r"Settled: table of “boards” is “1 case, \d characteristics?”\.\n", said)


def test_a_frame_is_imported_and_says_what_is_missing_or_guessed(run: Run, study: Path) -> None:
    """Importing it again says what changed; a dry run changes nothing."""
    Path("f.csv").write_text("id,x,place\na,1,north\nb,,south\n", encoding="utf-8")
    assert run("frame", "import", study, "f.csv", "--dry-run").out.startswith("Would import")
    assert run("frame", study).out == "No frames yet.\n"
    assert run("frame", "import", study, "f.csv").out == (
        "Imported “f” with 2 cases.\n“x” is missing for 1 case.\nTypes were guessed: x, place.\n"
    )
    Path("f.csv").write_text("id,x,place\na,1,west\nc,,south\n", encoding="utf-8")
    said = run("frame", "import", study, "f.csv").out
    assert "Against the table before: 1 added, 1 gone, 1 changed." in said
    assert run("frame", "import", study, "f.csv").out.startswith("Nothing to change in “f”")


def test_a_bad_cell_is_named_by_line_and_column(run: Run, study: Path) -> None:
    """Nothing is stored."""
    Path("f.csv").write_text("id,pct_urban\na,12\nb,120\n", encoding="utf-8")
    said = run("frame", "import", study, "f.csv", status=2)
    assert said.err.startswith("Line 3, “pct_urban”: 120 is no percentage")
    assert run("frame", "list", study, "--json").json == {"frames": []}


def test_frames_are_listed_shown_described_and_exported(run: Run, boards: Path) -> None:
    """The list, the first columns, all of it, and a file."""
    assert run("frame", boards).out.splitlines()[1].split() == [
        "boards", "9", "5", "deprived,", "size",
    ]  # fmt: skip
    shown = run("frame", "show", boards, "boards", "--column", "rurality").out.splitlines()
    assert shown[1].split() == ["A1", "Northam", "12"]
    assert "more characteristic" in run("frame", "show", boards, "boards").out
    described = run("frame", "describe", boards, "boards").out
    assert "Cut points: 600,000, 1,000,000" in described
    assert "Without a date: region, rurality, teaching." in described
    run("frame", "export", boards, "boards", "out.csv")
    assert Path("out.csv").read_text(encoding="utf-8-sig").splitlines()[1].startswith("A1,Northam")
    said = run("frame", "export", boards, "boards", "out.txt", status=2)
    assert ".csv" in said.err


def test_rules_are_compared(run: Run, boards: Path) -> None:
    """The cases that change group are listed with their values."""
    said = run("frame", "compare", boards, "boards", "rurality").out
    assert "1 case changes group:\n" in said
    assert said.splitlines()[-1].split() == ["Southam", "55", "2", "55", "3"]
    found = run("frame", "compare", boards, "boards", "deprivation", "--cut-point", "20",
                "--cut-point", "30", "--json").json  # fmt: skip
    assert [each["label"] for each in found["moves"]] == ["Fenwick Vale"]


def test_groupings_and_frames_go_and_come_back(run: Run, boards: Path) -> None:
    """By undo or restore."""
    run("frame", "ungroup", boards, "boards", "size")
    run("undo", boards)
    run("frame", "remove", boards, "boards")
    assert run("frame", boards).out == "No frames yet.\n"
    run("frame", "restore", boards, "boards")
    assert "deprived, size" in run("frame", boards).out


def test_the_shipped_frame_is_added(run: Run, study: Path) -> None:
    """42 systems."""
    assert "with 42 cases" in run("frame", "add", study, "ics", "--name", "ICS").out
    assert "ics" in run("frame", "add", study, "wards", status=3).err


def test_cases_are_chosen_and_the_decision_is_told(run: Run, boards: Path) -> None:
    """On trial first; then kept, shown, made again, as a paragraph and a table."""
    tried = run("sample", boards, "boards", *VARIED, "--dry-run").out
    assert tried.startswith("Tried: maximum variation from “boards”")
    assert run("sample", "list", boards).out == "No selections yet.\n"
    run("sample", boards, "boards", *VARIED, "--name", "Sites")
    shown = run("sample", "show", boards, "Sites").out
    assert "6 of 9 cases might be chosen." in shown
    assert "proven the best (enumeration)" in shown
    assert run("sample", "again", boards, "Sites").out == (
        "The same cases come out of what was kept.\nThe frame has not changed since.\n"
    )
    told = run("sample", "paragraph", boards, "Sites").out
    assert told.startswith("Three of 9 care boards were chosen")
    assert "“region” (weight 2)" in told
    table = run("sample", "table", boards, "Sites").out.splitlines()
    assert table[0].split() == ["site", "deprived", "size", "region"]
    assert [line[:6] for line in table[1:]] == ["Site A", "Site B", "Site C"]


def test_the_command_line_asks_what_python_asks(run: Run, boards: Path) -> None:
    """The same rules give the same cases."""
    said = run("sample", boards, "boards", *VARIED, "--dry-run", "--json").json
    with open_study(boards) as work:
        told = work.selections.preview(
            "boards",
            size=3,
            eligible=["deprived is high or middle"],
            constraints=["not all one region"],
            characteristics={"size": 1, "region": 2},
        )
    assert said["decided"]["chosen"] == list(told.decided.chosen)
    assert said["asked"] == told.asked.as_plain()


def test_refusals_are_replaced(run: Run, boards: Path) -> None:
    """Who agreed stays; the reason is kept."""
    first = run("sample", boards, "boards", *VARIED, "--name", "Sites", "--json").json
    gone, *stay = first["decided"]["chosen"]
    said = run("sample", "replace", boards, "Sites", "--refused", f"{gone}=no time", "--json").json
    assert set(stay) < set(said["decided"]["chosen"])
    listed = run("sample", "list", boards).out.splitlines()
    assert listed[1].endswith("Sites (replaced)")
    assert "Refused: " in run("sample", "show", boards, "Sites (replaced)").out
    bad = run("sample", "replace", boards, "Sites (replaced)", "--refused", stay[0], status=2)
    assert "CASE=REASON" in bad.err


def test_one_of_the_best_sets_is_picked(run: Run, boards: Path) -> None:
    """With its reason."""
    said = run("sample", boards, "boards", "--size", "2", "--vary", "region", "--json").json
    assert said["decided"]["tied"] > 1
    run("sample", "pick", boards, "Selection 1", "2", "--reason", "Nearer")
    shown = run("sample", "show", boards, "Selection 1", "--json").json
    assert shown["decided"]["chosen"] == said["decided"]["equally_good"][1]


def test_other_ways_of_choosing(run: Run, boards: Path) -> None:
    """By chance, strata, quota, criterion and hand."""
    for asked in (
        ("--method", "random", "--size", "2", "--seed", "4"),
        ("--method", "stratified", "--strata", "size", "--count", "1=1", "--seed", "4"),
        ("--method", "quota", "--strata", "region", "--count", "North=2", "--count", "East=1"),
        ("--method", "criterion", "--where", "population at least 2,000,000"),
        ("--method", "manual", "--case", "Northam", "--reason", "They asked us"),
    ):
        run("sample", boards, "boards", *asked)
    counts = [row.split()[-1] for row in run("sample", "list", boards).out.splitlines()[1:]]
    assert counts == ["2", "1", "3", "1", "1"]
    said = run("sample", boards, "boards", "--method", "random", "--size", "2", status=2)
    assert "seed" in said.err
    assert run("sample", boards, "boards", "--vary", "size=much", status=2).err
    assert run("sample", boards, "boards", "--count", "North", status=2).err


def test_a_selection_is_written_for_word_and_as_a_table(run: Run, boards: Path) -> None:
    """Labels are Site A and so on, or one's own."""
    first = run("sample", boards, "boards", *VARIED, "--name", "Sites", "--json").json
    run("sample", "table", boards, "Sites", "--output", "sites.docx")
    assert Path("sites.docx").read_bytes()[:2] == b"PK"
    labels = [f"--label={case}=Place {at}" for at, case in enumerate(first["decided"]["chosen"])]
    run("sample", "table", boards, "Sites", *labels, "--output", "sites.csv")
    assert "Place 0" in Path("sites.csv").read_text(encoding="utf-8-sig")
    assert run("sample", "table", boards, "Sites", "--output", "sites.txt", status=2).err


def test_selections_are_renamed_removed_and_restored(run: Run, boards: Path) -> None:
    """By name."""
    run("sample", boards, "boards", *VARIED)
    run("sample", "rename", boards, "Selection 1", "Sites")
    run("sample", "remove", boards, "Sites")
    assert run("sample", "list", boards).out == "No selections yet.\n"
    run("sample", "restore", boards, "Sites")
    assert "Sites" in run("sample", "list", boards).out
    assert run("show", boards, "selection:Sites").out.startswith("selection “Sites”")
    assert "is sound" in run("verify", boards).out


def test_the_page_about_choosing_cases_runs_as_it_stands(run: Run) -> None:
    """Its tables, its commands in their order, and its Python."""
    text = PAGE.read_text(encoding="utf-8")
    for name, table in re.findall(r"```csv (\S+)\n(.*?)```", text, re.S):
        Path(name).write_text(table, encoding="utf-8")
    commands = re.findall(r"^\$ crosscase (.*)$", text, re.M)
    assert len(commands) == 14
    for command in commands:
        run(*shlex.split(command), "--as", "Ama")
    (python,) = re.findall(r"```python\n(.*?)```", text, re.S)
    exec(compile(python, str(PAGE), "exec"), {})
    assert "is sound" in run("verify", "boards.crosscase").out


def test_counts_of_public_data_leave_as_the_policy_says(run: Run, study: Path) -> None:
    """Rounded, 1 to 7 are hidden and others go to the nearest 5; other numbers stay."""
    rows = ("code,stays,people", "A,0,1001", "B,7,1002", "C,12,1003", "D,13,1004", "E,,1005")
    Path("stays.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    Path("m.csv").write_text("column,type\nstays,count\npeople,population\n", encoding="utf-8")
    Path("policy.yaml").write_text("counts: rounded\n", encoding="utf-8")
    run("frame", "import", study, "stays.csv", "--characteristics", "m.csv")
    run("sample", study, "stays", "--method", "manual", "--case", "B", "--case", "D",
        "--reason", "by hand", "--name", "Two")  # fmt: skip
    table = ("sample", "table", study, "Two", "--column", "stays", "--names")
    run("frame", "export", study, "stays", "exact.csv")
    assert "C,,12.0,1003.0" in Path("exact.csv").read_text(encoding="utf-8-sig")
    assert [each["stays"] for each in run(*table, "--json").json["table"]] == [7, 13]
    run("disclose", "policy", study, "policy.yaml")
    run("frame", "export", study, "stays", "rounded.csv")
    told = Path("rounded.csv").read_text(encoding="utf-8-sig").split()
    assert told[1:] == ["A,,0,1001.0", "B,,,1002.0", "C,,10,1003.0", "D,,15,1004.0", "E,,,1005.0"]
    assert [each["stays"] for each in run(*table, "--json").json["table"]] == [None, 15]
    run(*table, "--output", "two.docx")
    [sites] = docx.Document("two.docx").tables
    assert [row.cells[-1].text for row in sites.rows][1:] == ["", "15"]
    with open_study(study) as work:
        assert work.frames.frame("stays", counts="rounded")["stays"].to_list() == [
            0, None, 10, 15, None,
        ]  # fmt: skip


def test_sample_adopt_takes_the_chosen_cases_into_the_study(run: Run, boards: Path) -> None:
    """Under the labels given; the same as in Python; and a set of one's own needs a reason."""
    said = run("sample", boards, "boards", *VARIED, "--pick", "2", "--json", status=2)
    assert said.error["slug"] == "no-reason"
    run("sample", boards, "boards", *VARIED)
    said = run("sample", "adopt", boards, "Selection 1", "--labels", "North, South,East")
    assert said.out == "Took 3 cases into the study as site: North, South, East.\n"
    assert "exact numbers tell which cases these are. --column takes only some" in said.err
    with open_study(boards) as work:
        sites = {each.name: each.id for each in work.cases.all() if each.case_kind == "site"}
        assert {"East", "North", "South"} <= sites.keys()
    again = run("sample", "adopt", boards, "Selection 1", "--labels", "North,South,East", "--json")
    assert again.json["operation"] is None
    assert again.json["cases"] == [sites[name] for name in ("North", "South", "East")]
    assert "took 3 cases of the selection “Selection 1” into the study" in run("log", boards).out
    said = run("sample", "adopt", boards, "Selection 1", "--labels", "North", "--json", status=2)
    assert said.error["slug"] == "labels-for-others"
