"""`guides`, `topics`, and `matrix --asked`."""

from __future__ import annotations

from pathlib import Path

import pytest

import crosscase
from crosscase.formats.guide_files import read_guide
from tests.cli.conftest import Run

GUIDE = """\
# Leaders

## Money

- What changed when the money came?

## Decisions

- Who decides?
- Probe: And after the meeting?

## Trust

- Do you trust them?
"""


@pytest.fixture
def guided(run: Run, study: Path) -> Path:
    """The study of two interviews with a guide."""
    Path("guide.md").write_text(GUIDE, encoding="utf-8")
    said = run("guides", "add", study, "guide.md").out
    assert said == "Added “Leaders”, version 1: 3 topics, 3 questions.\n"
    return study


def test_guides_are_added_printed_exported_and_hidden(run: Run, guided: Path) -> None:
    """A file of the same name is a new version with the same keys."""
    run("guides", "export", guided, "Leaders", "out.md")
    assert "## Decisions {#decisions}" in Path("out.md").read_text(encoding="utf-8")
    assert run("guides", "add", guided, "out.md").out == (
        "Nothing to change: “Leaders”, version 1, says the same already.\n"
    )
    assert run("guides", "add", guided, "guide.md", "--json").json["is_new"] is False
    text = Path("out.md").read_text(encoding="utf-8").replace("Who decides?", "Who decided?")
    Path("out.md").write_text(text, encoding="utf-8")
    assert "version 2" in run("guides", "add", guided, "out.md").out
    listed = run("guides", guided).out.splitlines()
    assert [line.split() for line in listed[1:]] == [
        ["Leaders", "1", "3", "3"],
        ["Leaders", "2", "3", "3"],
    ]
    shown = run("guides", "show", guided, "Leaders@1").out
    assert shown.startswith("Leaders, version 1\n\nMoney (money)\n  What changed")
    assert "  Probe: And after the meeting?\n" in shown
    removed = run("guides", "remove", guided, "Leaders", "--json").json["guide"]
    assert len(run("guides", guided, "--json").json["guides"]) == 1
    assert run("guides", "restore", guided, removed).out == "Restored the guide.\n"
    assert len(run("guides", guided, "--json").json["guides"]) == 2


def test_a_file_that_does_not_say_its_name_goes_by_the_files(run: Run, study: Path) -> None:
    """Or by the one that is given."""
    Path("Nurses.csv").write_text("topic,question\nCare,Who cares?\n", encoding="utf-8")
    assert "“Nurses”, version 1" in run("guides", "add", study, "Nurses.csv").out
    assert "“Staff”, version pilot" in run(
        "guides", "add", study, "Nurses.csv", "--name", "Staff", "--version", "pilot"
    ).out  # fmt: skip


def test_without_a_guide_there_are_no_topics(run: Run, study: Path) -> None:
    """And it is said how to add one."""
    error = run("topics", study, "P01.txt", "--json", status=3).error
    assert error["slug"] == "guide-not-found"
    assert run("guides", study).out == "No interview guides yet.\n"


def test_suggestions_are_listed_confirmed_and_rejected(run: Run, guided: Path) -> None:
    """By the numbers of the turns; what is said stands in place of what is suggested."""
    first = run("topics", guided, "P01.txt").out
    assert first.splitlines()[1].split()[-3:] == ["money", "1.00", "suggested"]
    assert "1 suggestion: confirm with" in first
    assert run("topics", "confirm", guided, "P01.txt", "--suggested").out == "Linked 1 turn.\n"
    both = run("topics", "confirm", guided, "P02.txt", "1=Decisions", "3=trust").out
    assert both == "Linked 2 turns.\n"
    again = run("topics", "confirm", guided, "P02.txt", "1=Decisions").out
    assert again == "Nothing to change.\n"
    run("topics", "reject", guided, "P02.txt", "3=trust")
    turns = run("topics", guided, "P02.txt", "--json").json["turns"]
    assert [(each["turn"], each["standing"]) for each in turns] == [(1, "confirmed"),
                                                                   (3, "rejected")]  # fmt: skip
    assert run("topics", "remove", guided, "P02.txt", "3=Trust").out == "Took back 1 topic.\n"
    assert "suggested" in run("topics", guided, "P02.txt").out
    every = run("topics", guided, "P02.txt", "--every-turn", "--json").json["turns"]
    assert [each["turn"] for each in every] == [1, 2, 3, 4]


@pytest.mark.parametrize(
    ("tokens", "status", "slug"),
    [
        (("1",), 2, "not-a-turn"),
        (("9=money",), 3, "turn-not-found"),
        (("1=mony",), 3, "topic-not-found"),
        ((), 2, "no-turns"),
    ],
)
def test_what_is_not_clear_is_refused(
    run: Run, guided: Path, tokens: tuple[str, ...], status: int, slug: str
) -> None:
    """With a hint."""
    said = run("topics", "confirm", guided, "P01.txt", *tokens, "--json", status=status)
    assert said.error["slug"] == slug


def test_who_was_asked_what_is_a_table(run: Run, guided: Path) -> None:
    """With the counts below it; a judgement overrides the words."""
    run("topics", "confirm", guided, "P01.txt", "1=money", "--answer", "no-answer")
    said = run("topics", "table", guided).out.splitlines()
    assert said[0] == "Leaders, version 1"
    assert said[2].split("  ")[0] == "P01"
    assert "asked without answer" in said[2]
    told = run("topics", "table", guided, "--json").json
    assert told["participants"][1] == {
        "participant": "P02", "Money": "unknown", "Decisions": "unknown", "Trust": "unknown",
    }  # fmt: skip
    assert told["topics"][0] == {
        "topic": "Money", "answered": 0, "asked without answer": 1, "raised unprompted": 0,
        "not asked": 0, "unknown": 1,
    }  # fmt: skip
    run("topics", "confirm", guided, "P01.txt", "1=money", "--answer", "none")
    assert run("topics", "table", guided, "--json").json["topics"][0]["answered"] == 1


def test_a_matrix_counts_of_those_asked(run: Run, guided: Path) -> None:
    """In print, in a file and in Word; what cannot be counted so is refused."""
    for source, quote in (("P01.txt", "We trusted one another"), ("P02.txt", "I trust the nurse")):
        run("code", guided, source, "Trust", "--quote", quote)
    run("topics", "confirm", guided, "P01.txt", "1=money")
    run("topics", "confirm", guided, "P02.txt", "2=money")
    said = run("matrix", guided, "--asked", "money").out
    assert said.startswith("Participants (of 1 asked about “Money”) by code and site\n")
    assert [line.split() for line in said.splitlines() if "  " in line][-2:] == [
        ["All", "1", "0", "1"],
        ["of", "asked", "1", "0", "1"],
    ]
    assert "of asked" not in run("matrix", guided).out
    assert "Found in 1 participant besides, not known to be asked about “Money”" in said
    both = run("matrix", guided, "--asked", "Money", "--or-raised", "--json").json
    assert both["of"]["words"] == "of 2 asked about “Money” or raising it"
    run("matrix", guided, "--asked", "money", "-o", "m.csv")
    assert "of asked,1,0,1" in Path("m.csv").read_text(encoding="utf-8")
    run("matrix", guided, "--asked", "money", "-o", "m.docx")
    for tokens in (
        ("--or-raised",),
        ("--guide", "Leaders"),
        ("--asked", "money", "--count", "words"),
    ):
        run("matrix", guided, *tokens, "--json", status=2)


def test_both_doors_lead_to_the_same_guide_and_topics(run: Run, guided: Path) -> None:
    """What commands did, and what Python does."""
    run("topics", "confirm", guided, "P02.txt", "3=trust", "--answer", "answered")
    with crosscase.open_study(guided, person="Ama") as study:
        topics, table = study.guides.topics("Leaders"), study.topics.standing().rows()
        study.undo()
        study.undo()
        study.guides.import_file(read_guide(GUIDE.encode(), "guide.md"))
        place = study.topics.places("P02.txt")[2]
        study.topics.confirm("P02.txt", [(place, "trust")], answer="answered")
        assert study.guides.topics("Leaders") == topics
        assert study.topics.standing().rows() == table
        assert study.verify() == []
