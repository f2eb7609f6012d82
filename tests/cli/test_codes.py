"""`codes` and `codebook`: the tree, its surgery with previews, files."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def code(run: Run, study: Path, quote: str, name: str, source: str = "P01.txt") -> str:
    """Code one quote; its id."""
    found: str = run("code", study, source, name, "--quote", quote, "--json").json["id"]
    return found


def tree(run: Run, study: Path) -> str:
    """The codes as they are listed, without their numbers."""
    lines = run("codes", study).out.splitlines()[1:]
    return "".join(re.sub(r"(?:\s+[\d,]+){5}$", "\n", line) for line in lines)


def test_codes_are_listed_as_a_tree(run: Run, study: Path) -> None:
    """A code below another is drawn in, with how much is coded with each and those below."""
    code(run, study, "We trusted one another at last.", "Trust")
    code(run, study, "I trust the nurse.", "Trust", "P02.txt")
    code(run, study, "I trust the nurse.", "Relationships", "P02.txt")
    assert run("codes", study).out == (
        "code, with those below it  participants  sources  passages  codings  cases\n"
        "Relationships                         2        2         2        3      2\n"
        "  Trust                               2        2         2        2      2\n"
        "Money                                 0        0         0        0      0\n"
    )
    first = run("codes", study, "--json").json["codes"][0]
    assert (first["participants"], first["passages"], first["codings"]) == (2, 2, 3)


def test_a_study_without_codes(run: Run) -> None:
    """That the codebook is empty is said."""
    run("new", "bare.crosscase", "--as", "Ama")
    assert run("codes", "bare.crosscase").out == "The codebook is empty.\n"


def test_codes_have_their_paths(run: Run, study: Path) -> None:
    """--json names each code with its path."""
    paths = [each["path"] for each in run("codes", study, "--json").json["codes"]]
    assert paths == ["Relationships", "Relationships > Trust", "Money"]


def test_a_code_is_added_and_described(run: Run, study: Path) -> None:
    """What a code says of itself is given, changed and cleared."""
    added = run("codes", "add", study, "Fear", "--parent", "Relationships", "--origin", "in vivo")
    assert added.out == "Added “Relationships > Fear”.\n"
    run("codes", "describe", study, "Fear", "--definition", "Being afraid", "--origin", "")
    fields = run("show", study, "code:Fear", "--json").json["fields"]
    assert (fields["definition"], fields["origin"]) == ("Being afraid", None)


def test_rename_and_move(run: Run, study: Path) -> None:
    """A code gets another name and another place."""
    assert run("codes", "rename", study, "Trust", "Reliance").out == "“Trust” is now “Reliance”.\n"
    assert run("codes", "move", study, "Reliance").out.startswith("Moved “Reliance”.\n")
    run("codes", "move", study, "Money", "--before", "Relationships")
    assert tree(run, study) == "Money\nRelationships\nReliance\n"


def test_surgery_is_previewed(run: Run, study: Path) -> None:
    """--dry-run says what a merge touches and changes nothing; the merge says it too."""
    code(run, study, "We trusted one another at last.", "Trust")
    preview = run("codes", "merge", study, "Trust", "--into", "Money", "--dry-run")
    assert preview.out == (
        "To merge “Trust” into “Money” touches 1 coding on 1 passage of 1 source by 1 coder. "
        "Nothing was changed.\n"
    )
    assert "  Trust\n" in tree(run, study)
    merged = run("codes", "merge", study, "Trust", "--into", "Money")
    assert merged.out == (
        "Merged “Trust” into “Money”.\nIt touches 1 coding on 1 passage of 1 source by 1 coder.\n"
    )
    assert tree(run, study) == "Relationships\nMoney\n"
    assert run("codings", study, "--json").json["codings"][0]["code"] == "Money"


def test_split_by_a_table(run: Run, study: Path) -> None:
    """Each part takes the codings that a table gives it; the old code is retired."""
    first = code(run, study, "We trusted one another at last.", "Trust")
    code(run, study, "I trust the nurse.", "Trust", "P02.txt")
    Path("parts.csv").write_text(f"coding,part\n{first},Between bodies\n", encoding="utf-8")
    said = run(
        "codes", "split", study, "Trust", "Between bodies", "In persons", "--by", "parts.csv"
    )
    assert said.out.startswith("Split “Trust” into “Between bodies”, “In persons”.\n")
    codes = {each["code"] for each in run("codings", study, "--json").json["codings"]}
    assert codes == {"Between bodies", "Trust"}
    assert "1 coding still stands on it" in run("conflicts", study).out


def test_split_by_a_table_with_an_unknown_part(run: Run, study: Path) -> None:
    """A part that was not named on the command line is told with its line."""
    Path("parts.csv").write_text("coding,part\nx,Thing\n", encoding="utf-8")
    said = run("codes", "split", study, "Trust", "A", "B", "--by", "parts.csv", status=2)
    assert said.err.startswith("Line 2 of “parts.csv” names the part “Thing”")


def test_retire_and_reopen(run: Run, study: Path) -> None:
    """A retired code is kept, marked and not offered."""
    run("codes", "retire", study, "Money")
    assert "Money  (retired)\n" in tree(run, study)
    said = run("code", study, "P01.txt", "Money", "--quote", "one pot", status=2)
    assert said.err.startswith("The code “Money” is retired.")
    run("codes", "reopen", study, "Money")
    run("code", study, "P01.txt", "Money", "--quote", "one pot")


def test_remove_and_restore(run: Run, study: Path) -> None:
    """A removed code says its id, by which it comes back; its name will do as well."""
    id_ = run("codes", "remove", study, "Relationships", "--json").json["code"]
    assert tree(run, study) == "Money\n"
    assert run("codes", "restore", study, id_).out == "Restored “Relationships”.\n"
    assert tree(run, study) == "Relationships\n  Trust\nMoney\n"
    run("codes", "remove", study, "Relationships")
    assert run("codes", "restore", study, "relationships").out == "Restored “Relationships”.\n"
    assert run("codes", "restore", study, "Relationships").out == "Nothing to change.\n"
    said = run("codes", "restore", study, "Relationship", status=3)
    assert said.err.startswith("No code that is removed is called “Relationship”.")


def test_what_changes_nothing_says_so(run: Run, study: Path) -> None:
    """A verb that finds everything as it should be records nothing."""
    said = run("codes", "rename", study, "Money", "Money")
    assert said.out == "Nothing to change.\n"


@pytest.mark.parametrize(
    ("tokens", "status", "sentence"),
    [
        (("rename", "Trst", "X"), 3, "There is no code “Trst”."),
        (("add", "Money"), 2, "There is a code “Money” there already."),
        (("move", "Relationships", "--below", "Trust"), 2, "“Relationships” cannot be put below"),
        (("merge", "Money", "--into", "Money"), 2, "“Money” is the same code."),
        (("describe", "Money", "--colour", "reddish"), 2, "“reddish” is no colour."),
        (("split", "Money", "A"), 2, "“Money” would be split into 1."),
    ],
)
def test_surgery_that_is_refused(
    run: Run, study: Path, tokens: tuple[str, ...], status: int, sentence: str
) -> None:
    """What cannot be done is told in a sentence, and the study stays as it was."""
    before = run("info", study, "--json").json["heads"]
    said = run("codes", tokens[0], study, *tokens[1:], status=status)
    assert said.err.startswith(sentence)
    assert run("info", study, "--json").json["heads"] == before


@pytest.mark.parametrize("ending", ["csv", "xlsx", "yaml", "md"])
def test_a_codebook_goes_out_and_comes_in_again(run: Run, study: Path, ending: str) -> None:
    """A codebook that was exported changes nothing when it is imported again."""
    run("codebook", "export", study, f"book.{ending}")
    said = run("codebook", "import", study, f"book.{ending}")
    assert said.out.startswith("Made 0 codes, updated 0, left 3 unchanged.")


def test_a_codebook_is_previewed(run: Run, study: Path) -> None:
    """--dry-run says what an import would make and update."""
    Path("more.csv").write_text("code,definition\nHope,X\nMoney,Y\n", encoding="utf-8")
    said = run("codebook", "import", study, "more.csv", "--dry-run")
    assert said.out == "Would make 1 code, update 1, leave 0 unchanged.\n"


def test_the_five_domains_can_be_added(run: Run, study: Path) -> None:
    """The framework that comes with crosscase is listed, and added under its name."""
    key = run("codebook", "frameworks", study, "--json").json["available"][0]["key"]
    added = run("codebook", "add-framework", study, key, "--json").json
    assert added["made"] >= 5
    assert "in the study" in run("codebook", "frameworks", study).out
