"""`code`, `codings`, `coders`: coding by quote, place and query; changing codings."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run

TRUSTED = "We trusted one another at last."


@pytest.fixture
def coding(run: Run, study: Path) -> str:
    """The id of one coding of Ama's."""
    found: str = run("code", study, "P01.txt", "Trust", "--quote", TRUSTED, "--json").json["id"]
    return found


def codings(run: Run, study: Path) -> list[dict[str, object]]:
    """All codings."""
    found: list[dict[str, object]] = run("codings", study, "--json").json["codings"]
    return found


def test_code_by_quote(run: Run, study: Path) -> None:
    """A quote is found exactly; the answer says where and under which id."""
    said = run("code", study, "P01.txt", "Trust", "--quote", TRUSTED, "--valence", "enabling")
    assert said.out.startswith("Coded 53-84 of P01.txt as “Trust” (")
    (found,) = codings(run, study)
    assert (found["text"], found["coder"], found["valence"]) == (TRUSTED, "Ama", "enabling")
    assert found["participants"] == "P01"


def test_code_by_place_for_another_coder(run: Run, study: Path) -> None:
    """A passage is named by its offsets, a coder by name."""
    run("code", study, "P01.txt", "Trust", "--at", "53-84", "--coder", "Ben")
    (found,) = codings(run, study)
    assert (found["text"], found["coder"]) == (TRUSTED, "Ben")


def test_a_quote_that_occurs_twice_is_never_guessed(run: Run, study: Path) -> None:
    """It is refused until the words beside it tell which one is meant."""
    said = run("code", study, "P02.txt", "Trust", "--quote", "the meeting", status=2)
    assert said.err.splitlines()[0] == "The quoted words stand 2 times in “P02.txt”."
    run("code", study, "P02.txt", "Trust", "--quote", "the meeting", "--before", "do not trust ")
    assert codings(run, study)[0]["text"] == "the meeting"


@pytest.mark.parametrize(
    ("tokens", "status", "slug"),
    [
        (("P01.txt", "Trust", "--quote", "never said"), 3, "quote-not-found"),
        (("P01.txt", "Trust"), 2, "no-passage"),
        (("P01.txt", "Trust", "--at", "some-where"), 2, "not-a-place"),
        (("P01.txt", "Trust", "--at", "5-99999"), 2, "passage-outside-text"),
        (("P09.txt", "Trust", "--at", "5-9"), 3, "source-not-found"),
        (("P01.txt",), 2, "missing-argument"),
        (("P01.txt", "Trust", "--at", "5-9", "--valence", "good"), 2, "unknown-valence"),
        (("P01.txt", "Trust", "--at", "5-9", "--dry-run"), 2, "no-dry-run"),
        (("P01.txt", "Trust", "--query", "trust"), 2, "too-many-arguments"),
    ],
)
def test_passages_that_cannot_be_coded(
    run: Run, study: Path, tokens: tuple[str, ...], status: int, slug: str
) -> None:
    """Each is one clear error, and nothing is coded."""
    said = run("code", study, *tokens, "--json", status=status)
    assert said.json["error"]["slug"] == slug
    assert codings(run, study) == []


def test_code_what_a_query_finds(run: Run, study: Path) -> None:
    """A preview shows the passages; then they are coded in one operation."""
    preview = run("code", study, "Trust", "--query", "text:meeting", "--dry-run")
    assert preview.out.endswith("\n\nWould code 4 passages as “Trust”.\n")
    assert "⟦meeting⟧" in preview.out
    assert codings(run, study) == []
    assert run("code", study, "Trust", "--query", "text:meeting").out == (
        "Coded 4 passages as “Trust”.\n"
    )
    assert len(codings(run, study)) == 4
    assert run("code", study, "Trust", "--query", "text:meeting").out == (
        "Coded 0 passages as “Trust”; 4 were so already.\n"
    )


def test_a_preview_counts_all_and_shows_the_first(run: Run, study: Path) -> None:
    """The number is exact also where not all passages are shown."""
    preview = run("code", study, "Trust", "--query", "text:/the|meeting/", "--dry-run")
    data = run("code", study, "Trust", "--query", "text:/the|meeting/", "--dry-run", "--json").json
    assert data["passages"] > len(data["first"]) == 5
    assert preview.out.endswith(
        f"Would code {data['passages']} passages as “Trust”, of which the first 5 are shown.\n"
    )
    coded = run("code", study, "Trust", "--query", "text:/the|meeting/", "--json").json
    assert coded["coded"] == data["passages"]


def test_recode_adjust_qualify(run: Run, study: Path, coding: str) -> None:
    """A coding gets another code, other boundaries, another valence."""
    assert run("codings", "recode", study, coding, "--to", "Money").out == (
        "Re-coded 1 coding as “Money”.\n"
    )
    run("codings", "adjust", study, coding, "53-63")
    run("codings", "qualify", study, coding, "--valence", "mixed", "--basis", "inferred")
    (found,) = codings(run, study)
    assert (found["code"], found["text"]) == ("Money", "We trusted")
    assert (found["valence"], found["basis"]) == ("mixed", "inferred")
    run("codings", "qualify", study, coding, "--valence", "")
    assert codings(run, study)[0]["valence"] is None


def test_remove_and_restore(run: Run, study: Path, coding: str) -> None:
    """A removed coding comes back by its id."""
    run("codings", "remove", study, coding)
    assert codings(run, study) == []
    run("codings", "restore", study, coding)
    assert len(codings(run, study)) == 1


def test_codings_are_narrowed(run: Run, study: Path, coding: str) -> None:
    """By code (with those below it), by source and by coder."""
    run("code", study, "P02.txt", "Money", "--quote", "the nurse", "--coder", "Ben")
    for option, wanted in (
        (("--code", "Relationships"), TRUSTED),
        (("--source", "P02.txt"), "the nurse"),
        (("--coder", "Ben"), "the nurse"),
    ):
        data = run("codings", study, *option, "--json").json
        assert [each["text"] for each in data["codings"]] == [wanted]


def test_an_export_of_codings_comes_in_again(run: Run, study: Path, coding: str) -> None:
    """A table of codings that was exported is there already when it is imported."""
    run("export", study, "codings.csv", "--table", "codings")
    assert run("codings", "import", study, "codings.csv").out == (
        "Imported 0 codings; 1 was there already.\n"
    )


def test_a_corrected_transcript_keeps_its_codings(run: Run, study: Path, coding: str) -> None:
    """What a correction touched is listed; a final line end alone corrects nothing."""
    text = run("sources", "show", study, "P01.txt").out
    Path("same.txt").write_text(text, encoding="utf-8")
    assert run("sources", "correct", study, "P01.txt", "same.txt").out == "Nothing to change.\n"
    Path("new.txt").write_text(text.replace("at last", "at long last"), encoding="utf-8")
    said = run("sources", "correct", study, "P01.txt", "new.txt")
    assert said.out == (
        f"Corrected “P01.txt”.\n0 codings kept their words.\n{coding}  changed words\n"
    )
    assert codings(run, study)[0]["text"] == "We trusted one another at long last."


def test_coders(run: Run, study: Path, coding: str) -> None:
    """Coders are listed with their codings, added and renamed."""
    run("coders", "add", study, "Ben", "--note", "second coder")
    run("coders", "rename", study, "Ama", "Ama B")
    assert run("coders", study).out == (
        "coder  codings  note          positionality\n"
        "Ama B        1\n"
        "Ben          0  second coder\n"
    )


def test_a_coder_who_is_added_is_told(run: Run, study: Path) -> None:
    """A slip in a coder's name shows at once; a coder who is known is not told."""
    asked = ("code", study, "P02.txt", "Trust", "--coder", "Zoee")
    first = run(*asked, "--quote", "I trust the nurse.").out
    assert first.endswith("\nAdded the coder “Zoee”.\n")
    assert "Added" not in run(*asked, "--quote", "Nobody decides.").out
    query = run("code", study, "Trust", "--query", "text:meeting", "--coder", "Bn")
    assert query.out.endswith("\nAdded the coder “Bn”.\n")
