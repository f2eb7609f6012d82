"""`log`, `undo`, `redo`, `show`, `conflicts`: looking back."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def latest(run: Run, study: Path) -> dict[str, object]:
    """The latest operation."""
    found: dict[str, object] = run("log", study, "--most", "1", "--json").json["operations"][0]
    return found


def test_the_log_names_what_was_done(run: Run, study: Path) -> None:
    """One line an operation, the newest first, each under its name."""
    lines = run("log", study).out.splitlines()
    assert lines[0].split() == ["operation", "when", "who", "what"]
    assert re.fullmatch(r"[0-9a-f]{8}:1  [-0-9]{10} [0-9:]{5}  Ama  linked 4 speakers.*", lines[1])
    assert lines[-1].endswith("Ama  began the study")


def test_the_log_is_narrowed(run: Run, study: Path) -> None:
    """By person and by day."""
    run("codes", "add", study, "Hope", "--as", "Ben")
    of_ben = run("log", study, "--person", "Ben", "--json").json["operations"]
    assert [each["sentence"] for each in of_ben] == [
        "added the code “Hope”",
        "added the coder “Ben”",
    ]
    assert run("log", study, "--until", "2020-01-01", "--json").json["operations"] == []
    assert run("log", study, "--since", "2020-01-01", "--most", "2", "--json").json["operations"]
    assert run("log", study, "--since", "yesterday", status=2).err.startswith(
        "“yesterday” is no day."
    )


def test_undo_and_redo(run: Run, study: Path) -> None:
    """One's own latest operation is undone, after a preview, and brought back."""
    run("codes", "rename", study, "Trust", "Faith")
    name = latest(run, study)["operation"]
    preview = run("undo", study, "--dry-run").out
    assert preview == f"Would undo {name}, which renamed the code “Faith” (1 thing).\n"
    run("undo", study)
    assert "  Trust " in run("codes", study).out
    assert "(undone)" in run("log", study).out
    run("redo", study)
    assert "  Faith " in run("codes", study).out


def test_undoing_a_named_operation_says_what_stays(run: Run, study: Path) -> None:
    """What was changed later is not turned back, and the answer says so."""
    run("codes", "rename", study, "Trust", "Faith")
    name = latest(run, study)["operation"]
    run("codes", "rename", study, "Faith", "Hope")
    said = run("undo", study, name).out
    assert "Stays as it is: name of code “Hope” was changed later" in said
    assert run("undo", study, name, status=4).err.startswith(f"Operation {name} is undone already.")
    assert run("undo", study, "nothing", status=2).err.startswith("“nothing” names no operation.")


def test_show_a_thing_by_kind_name_or_id(run: Run, study: Path) -> None:
    """code:NAME, a bare name and an id show the same."""
    by_kind = run("show", study, "code:Trust", "--json").json
    assert by_kind["kind"] == "code"
    assert run("show", study, "Trust", "--json").json == by_kind
    assert run("show", study, by_kind["id"], "--json").json == by_kind
    assert run("show", study, "participant:P01", "--json").json["kind"] == "case"


def test_show_a_name_of_two_things(run: Run, study: Path) -> None:
    """A name that two things bear is refused with how to tell them apart."""
    run("sets", "make", study, "Trust")
    said = run("show", study, "Trust", status=2)
    assert said.err == (
        "“Trust” is the name of a code and a set.\n  Say code:Trust or set:Trust.\n"
    )
    assert run("show", study, "set:Trust", "--json").json["kind"] == "set"
    assert run("show", study, "Nobody", status=3).err.startswith("Nothing in the study is called")


def test_show_as_of_an_operation_is_exact(run: Run, study: Path) -> None:
    """The thing as that operation had seen it, found by its name then or now."""
    before = latest(run, study)["operation"]
    run("codes", "rename", study, "Trust", "Faith")
    then = run("show", study, "code:Trust", "--as-of", before, "--json").json
    assert (then["name"], then["is_exact"]) == ("Trust", True)
    assert run("show", study, "code:Faith", "--as-of", before, "--json").json["name"] == "Trust"


def test_show_as_of_a_day_is_approximate(run: Run, study: Path) -> None:
    """A day goes by clocks, which is said beside the answer."""
    said = run("show", study, "code:Trust", "--as-of", "2099-01-01", "--json")
    assert said.json["is_exact"] is False
    assert "approximate" in said.err
    early = run("show", study, "code:Trust", "--as-of", "2020-01-01", status=3)
    assert "The study had not been begun on that day." in early.err


def test_a_removed_thing_is_shown_by_its_id(run: Run, study: Path) -> None:
    """What is hidden keeps its history."""
    id_ = run("codes", "remove", study, "Money", "--json").json["code"]
    shown = run("show", study, id_, "--json").json
    assert (shown["name"], shown["is_removed"]) == ("Money", True)
    assert len(shown["history"]) == 2
    said = run("show", study, id_).out.splitlines()
    assert said[:3] == ["code “Money” (removed)", id_, "The code “Money” is removed."]


def test_a_thing_that_stands_on_a_removed_one_says_on_which(run: Run, study: Path) -> None:
    """A coding of a removed code is shown with what hides it."""
    id_ = run("code", study, "P01.txt", "Money", "--quote", "one pot", "--json").json["id"]
    run("codes", "remove", study, "Money")
    shown = run("show", study, id_)
    told = f"The coding with the id {id_} stands on the code “Money”, which is removed."
    assert told in shown.out


def test_what_was_undone_is_shown_by_its_id(run: Run, study: Path) -> None:
    """It is put together from its history."""
    id_ = run("codes", "add", study, "Hope", "--json").json["id"]
    run("undo", study)
    shown = run("show", study, id_)
    assert shown.out.splitlines()[:3] == [
        "thing “Hope” (removed)", id_, "What made it is undone, or it was purged."
    ]  # fmt: skip


def test_nothing_of_yours_to_undo(run: Run, study: Path) -> None:
    """Who one is stands in the hint, and how to be somebody else."""
    said = run("undo", study, "--as", "Ben", status=3)
    assert said.err.splitlines() == [
        "There is nothing of yours to undo.",
        "  You are Ben. Give --as NAME for what somebody else did, or name an operation of "
        "`crosscase log`.",
    ]
    said = run("redo", study, "--as", "Ben", "--json", status=3)
    assert "You are Ben." in said.json["error"]["hint"]


@pytest.fixture
def apart(run: Run, study: Path) -> Path:
    """A copy of the study in which Ben renamed what Ama renamed here."""
    other = Path("other.crosscase")
    run("copy", study, other)
    run("codes", "rename", study, "Trust", "Faith")
    run("codes", "rename", other, "Trust", "Reliance", "--as", "Ben")
    return other


def test_a_merge_keeps_both_and_lists_the_conflict(run: Run, study: Path, apart: Path) -> None:
    """Both values are there; choosing one settles it."""
    said = run("merge", study, apart)
    assert said.out == (
        "Merge 1 brought 2 operations. 1 conflict to look at: `crosscase conflicts s.crosscase`.\n"
    )
    assert run("merge", study, apart).out == "“other.crosscase” has nothing that is not here.\n"
    listed = run("conflicts", study).out
    assert "“Faith”" in listed and "“Reliance”" in listed
    choices = re.findall(r"\[(\d)\] “(\w+)”", listed)
    wanted = next(number for number, name in choices if name == "Faith")
    run("conflicts", "settle", study, "1", wanted)
    assert run("conflicts", study).out == "Nobody's work stands against another's.\n"
    assert "Faith" in run("codes", study).out


def test_settling_what_is_no_conflict(run: Run, study: Path) -> None:
    """A number that is not in the list is not found."""
    said = run("conflicts", "settle", study, "3", "0", status=3)
    assert said.err.startswith("There is no choice 0 for a conflict 3.")


def test_unmerge_takes_out_what_a_merge_brought(run: Run, study: Path, apart: Path) -> None:
    """It needs a yes, which a script gives with --yes."""
    run("merge", study, apart)
    said = run("unmerge", study, "1", status=2)
    assert said.err.splitlines()[-1] == "  Give --yes to say so."
    assert run("unmerge", study, "1", "--yes").out == "Took out 2 operations of merge 1.\n"
    assert run("conflicts", study, "--json").json["conflicts"] == []
    assert run("unmerge", study, "7", "--yes", status=2).err.startswith("There is no merge 7")


def test_another_study_is_not_merged(run: Run, study: Path) -> None:
    """Another study is told apart from a copy of this one."""
    run("new", "b.crosscase")
    said = run("merge", study, "b.crosscase", status=2)
    assert said.err.startswith("“b.crosscase” is another study, not a copy of this one.")


def test_purge_takes_words_out_for_ever(run: Run, study: Path) -> None:
    """A purged source is gone from the file, and a copy cannot bring it back."""
    shutil.copy(study, "old.crosscase")
    refused = run("purge", study, "source:P02.txt", status=2)
    assert "purged words cannot come back" in refused.err
    assert run("info", study, "--json").json["sources"] == 2
    said = run("purge", study, "source:P02.txt", "--reason", "withdrew", "--yes")
    assert said.out.startswith("Purged 1 thing for ever.\n")
    assert b"I trust the nurse" not in study.read_bytes()
    run("merge", study, "old.crosscase")
    assert run("info", study, "--json").json["sources"] == 1
    assert run("verify", study, "--json").json == {"is_sound": True, "faults": []}


def test_copy_into_a_folder(run: Run, study: Path) -> None:
    """A folder as the target keeps the name; nothing is overwritten."""
    Path("backup").mkdir()
    assert run("copy", study, "backup").out.startswith("Copied to backup/s.crosscase (")
    assert run("copy", study, "backup", status=4).err.startswith("“s.crosscase” is there already.")
    assert run("info", "backup/s.crosscase", "--json").json["sources"] == 2


def test_redo_says_what_came_back(run: Run, study: Path) -> None:
    """The sentence of the operation, as undo tells it."""
    run("codes", "add", study, "Hope")
    run("undo", study)
    said = run("redo", study).out
    assert said.startswith("Brought back ") and said.endswith("which added the code “Hope”.\n")
