"""Tables that contradict themselves or the study, and quotes that stand in two places."""

from __future__ import annotations

from pathlib import Path

import pytest

import crosscase
from crosscase.coding.codings import CodingRow
from crosscase.errors import MistakeOfUse, NotFound
from crosscase.formats.codebook_files import read_codebook
from tests.bad_input.conftest import Run, state_of, unharmed


def table(name: str, *lines: str) -> Path:
    """Write a small table."""
    path = Path(name)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


# -- participants and speakers ---------------------------------------------------------------------


def test_names_that_repeat_and_contradict(run: Run, study: Path) -> None:
    """Rows of one name that contradict each other are left out together; the others are taken."""
    table("p.csv", "participant,role", "P02,Nurse", "P02,Chair", "P03,Clerk", ",Nobody")
    said = run("import", study, "p.csv", "--table", "participants", "--json", status=5).json
    refused = said["import"]["refused"]
    assert len(refused) == 3
    out = run("import", study, "p.csv", "--table", "participants", status=5).out
    for line in ("line 2:", "line 3:", "line 5:"):
        assert line in out
    listed = run("participants", study, "--json").json["participants"]
    assert [row["participant"] for row in listed] == ["P01", "P03"]
    state_of(study)


def test_names_that_repeat_with_strict(run: Run, study: Path) -> None:
    """All or nothing: nothing."""
    table("p.csv", "participant,role", "P02,Nurse", "P02,Chair", "P03,Clerk")
    with unharmed(study):
        said = run(
            "import", study, "p.csv", "--table", "participants", "--strict", "--json", status=2
        )
    assert "line" in said.json["error"]["sentence"]


def test_two_sites_are_not_a_contradiction(run: Run, study: Path) -> None:
    """A repeated name with another site is a person in two sites."""
    table("p.csv", "participant,site", "P02,North", "P02,South")
    run("import", study, "p.csv", "--table", "participants")
    (row,) = [
        row
        for row in run("participants", study, "--json").json["participants"]
        if row["participant"] == "P02"
    ]
    assert sorted(row["site"].split("; ")) == ["North", "South"]


@pytest.mark.parametrize(
    "lines",
    [("role", "Nurse"), ("participant,participant", "P02,P03"), ("participant,role", "P02,a,b")],
)
def test_a_participant_table_of_another_shape(
    run: Run, study: Path, lines: tuple[str, ...]
) -> None:
    """No column of names, two columns of one name, a row that is too long."""
    table("p.csv", *lines)
    with unharmed(study):
        said = run(
            "import", study, "p.csv", "--table", "participants", "--json",
            status=2 if lines[0] == "role" else 5,
        )  # fmt: skip
    assert said.error["slug"] in ("column-not-found", "duplicate-columns", "ragged-table")


def test_speakers_of_unknown_participants(run: Run, study: Path) -> None:
    """Unknown participants, labels and sources are listed by line; the known ones are linked."""
    table(
        "s.csv", "source,speaker,participant", "P01.txt,P01,P99", "P01.txt,Ghost,P01",
        "absent.txt,P01,P01", "P01.txt,Interviewer,P01",
    )  # fmt: skip
    said = run("import", study, "s.csv", "--table", "speakers", status=5)
    assert "line 2: There is no participant “P99”." in said.out
    assert "line 3: Nobody speaks as “Ghost”" in said.out
    assert "line 4: There is no source “absent.txt”." in said.out
    assert "Linked 1 speaker" in said.out
    state_of(study)


# -- codebooks ------------------------------------------------------------------------------------

_BAD_CODEBOOKS = {
    "circle.csv": ("circle-of-parents", "code,parent\nA,B\nB,C\nC,A\nD,\n"),
    "itself.csv": ("circle-of-parents", "code,parent\nA,A\n"),
    "twice.csv": ("code-twice", "code,parent\nA,\nB,A\nb,A\n"),
    "twice.md": ("code-twice", "- A\n  - B\n  - B\n"),
    "twice.yaml": ("code-twice", "A:\n  children: [B, b]\n"),
    "orphan.csv": ("unknown-parent", "code,parent\nA,Nowhere\n"),
    "nameless.csv": ("nameless-code", "code,definition\n,what is this\n"),
}


@pytest.mark.parametrize("name", _BAD_CODEBOOKS)
def test_a_codebook_that_contradicts_itself(run: Run, study: Path, name: str) -> None:
    """Circles, doubles, missing parents and names: refused whole, and nothing is made."""
    slug, words = _BAD_CODEBOOKS[name]
    Path(name).write_text(words, encoding="utf-8")
    with unharmed(study):
        said = run("codebook", "import", study, name, "--json", status=2)
        again = run("import", study, name, "--table", "codebook", "--json", status=2)
    assert said.json["error"]["slug"] == again.json["error"]["slug"] == slug
    if slug != "nameless-code":
        assert said.error["hint"] == again.error["hint"]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty.csv", b""),
        ("empty.md", b""),
        ("noise.yaml", bytes(range(256))),
        ("loop.yaml", b"codes: &a\n  - name: A\n    codes: *a\n"),
        ("page.xlsx", b"PK\x03\x04 not a workbook"),
    ],
)
def test_a_codebook_that_cannot_be_read(run: Run, study: Path, name: str, data: bytes) -> None:
    """Status 5, and nothing is made."""
    Path(name).write_bytes(data)
    with unharmed(study):
        error = run("codebook", "import", study, name, "--json", status=5).json["error"]
    assert error["sentence"].endswith(".") and name in error["sentence"]


def test_a_circle_of_codes_in_python(study: Path) -> None:
    """Moving a code below one that stands below it is refused."""
    with crosscase.open_study(study, person="Ama") as work:
        work.codes.add("Money", parent="Trust")
        heads = work.heads
        with pytest.raises(MistakeOfUse) as refused:
            work.codes.move("Trust", parent="Money")
        assert refused.value.sentence.endswith(".")
        with pytest.raises(MistakeOfUse):
            work.codebook.import_entries(read_codebook(b"code,parent\nA,B\nB,A\n", "c.csv"))
        assert work.heads == heads
        assert work.verify() == []


# -- quotes ---------------------------------------------------------------------------------------


def test_a_quote_that_occurs_twice_is_never_guessed(run: Run, study: Path) -> None:
    """It is refused with its places, until the words around it tell which is meant."""
    with unharmed(study):
        error = run(
            "code", study, "P01.txt", "Trust", "--quote", "trusted", "--json", status=2
        ).error
    assert "2 times" in error["sentence"]
    run("code", study, "P01.txt", "Trust", "--quote", "trusted", "--before", "people we had")
    state_of(study)


def test_a_quote_that_occurs_twice_in_a_table(run: Run, study: Path) -> None:
    """Such rows are listed, the others come in; in Python too."""
    table(
        "c.csv", "source,code,quote", "P01.txt,Trust,trusted", "P01.txt,Trust,nobody said this",
        'P01.txt,Trust,"Then the winter came, and the pot was emptied"',
    )  # fmt: skip
    said = run("import", study, "c.csv", "--table", "codings", status=5)
    assert "Imported 1 coding" in said.out
    assert "line 2: The quoted words stand 2 times" in said.out
    assert "line 3: The quoted words do not stand" in said.out
    with crosscase.open_study(study, person="Ama") as work:
        heads = work.heads
        with pytest.raises(MistakeOfUse):
            work.codings.add("P01.txt", "Trust", quote="trusted")
        with pytest.raises(NotFound):
            work.codings.add("P01.txt", "Trust", quote="nobody said this")
        done = work.codings.import_rows([CodingRow("P01.txt", "Trust", quote="trusted")])
        assert len(done.refused) == 1
        assert work.heads == heads
        assert work.verify() == []
