"""`import`: documents, tables, and what cannot be read."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from crosscase.cli.importing_tables import TableSort
from tests.cli.conftest import Run
from tests.cli.making import TRANSCRIPTS


@pytest.fixture
def bare(run: Run, tmp_path: Path) -> Path:
    """An empty study beside a folder of transcripts."""
    folder = tmp_path / "transcripts"
    folder.mkdir()
    for name, text in TRANSCRIPTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    run("new", "bare.crosscase", "--as", "Ama")
    return Path("bare.crosscase")


def test_a_folder_of_transcripts(run: Run, bare: Path) -> None:
    """A folder comes in as one operation; what was recognised is listed, originals are told."""
    said = run("import", bare, "transcripts")
    assert said.out == (
        "source   format  words  turns  speakers\n"
        "P01.txt  text       38      4  Interviewer, P01\n"
        "P02.txt  text       34      4  Interviewer, P02\n"
        "\n"
        "Imported 2 sources with 72 words.\n"
        "The original files are not kept inside the study.\n"
    )


def test_a_dry_run_shows_and_stores_nothing(run: Run, bare: Path) -> None:
    """--dry-run says what would come in."""
    before = run("info", bare, "--json").json["heads"]
    data = run("import", bare, "transcripts", "--dry-run", "--json").json
    assert [each["source"] for each in data["imported"]] == ["P01.txt", "P02.txt"]
    assert data["operation"] is None
    assert run("info", bare, "--json").json["heads"] == before


def test_files_that_cannot_be_read_are_listed_and_the_others_kept(run: Run, bare: Path) -> None:
    """Exit status 5, the readable one is in the study, the other is told with its reason."""
    Path("broken.docx").write_bytes(b"PK\x03\x04 and then nothing")
    Path("empty.txt").write_bytes(b"")
    said = run("import", bare, "transcripts/P01.txt", "broken.docx", "empty.txt", status=5)
    assert "Imported 1 source " in said.out
    assert "Left out 2 files:\n" in said.out
    assert "“broken.docx”" in said.out and "“empty.txt” is empty." in said.out
    assert run("info", bare, "--json").json["sources"] == 1


def test_strict_takes_all_or_nothing(run: Run, bare: Path) -> None:
    """With --strict one unreadable file keeps all the others out."""
    Path("empty.txt").write_bytes(b"")
    run("import", bare, "transcripts", "empty.txt", "--strict", status=5)
    assert run("info", bare, "--json").json["sources"] == 0


def test_the_same_bytes_twice_are_reported(run: Run, bare: Path) -> None:
    """A file that is here already is no error and no second source."""
    run("import", bare, "transcripts")
    said = run("import", bare, "transcripts/P01.txt")
    assert "Here already: P01.txt (the same bytes as “P01.txt”)." in said.out
    assert run("info", bare, "--json").json["sources"] == 2


def test_a_missing_file_is_not_found(run: Run, bare: Path) -> None:
    """A path that leads nowhere exits 3 before anything is stored."""
    said = run("import", bare, "nowhere.txt", status=3)
    assert said.err.startswith("There is no file or folder “nowhere.txt”.")


def test_originals_are_kept_when_asked(run: Run, bare: Path) -> None:
    """--originals keep is said and done."""
    said = run("import", bare, "transcripts", "--originals", "keep")
    assert said.out.endswith("The original files are kept inside the study.\n")


def test_replacements_and_their_log(run: Run, bare: Path) -> None:
    """Names are replaced at import; the log holds the real words, in a file of its own."""
    Path("pairs.csv").write_text("find,replace\nnurse,[role]\n", encoding="utf-8")
    run("import", bare, "transcripts", "--replace", "pairs.csv", "--replacements-log", "log.csv")
    assert "I trust the [role]." in run("sources", "show", bare, "P02.txt").out
    assert "nurse,[role]" in Path("log.csv").read_text(encoding="utf-8")


def test_a_table_has_to_say_what_its_rows_are(run: Run, bare: Path) -> None:
    """A table among documents is refused before anything is read."""
    Path("people.csv").write_text("participant\nP01\n", encoding="utf-8")
    said = run("import", bare, "transcripts", "people.csv", status=2)
    assert said.err.splitlines()[0] == "“people.csv” is a table: say what its rows are."
    assert "--table" in said.err
    assert run("info", bare, "--json").json["sources"] == 0


def test_rows_become_sources(run: Run, bare: Path) -> None:
    """A row becomes a source with attributes, the rest is text."""
    Path("answers.csv").write_text(
        "who,ward,answer\nA,North,We wait.\nB,South,They wait too.\n", encoding="utf-8"
    )
    data = run(
        "import", bare, "answers.csv", "--table", "rows", "--name-column", "who",
        "--attribute-columns", "ward", "--json",
    ).json  # fmt: skip
    assert [each["source"] for each in data["imported"]] == ["A", "B"]
    assert run("show", bare, "source:A", "--json").json["fields"]["attributes"] == {"ward": "North"}


def test_codings_come_from_a_table_and_bad_rows_are_listed(run: Run, study: Path) -> None:
    """Rows that cannot be placed are told by their line; the others are in."""
    Path("codings.csv").write_text(
        "source,code,quote\n"
        "P01.txt,Trust,We trusted one another at last.\n"
        "P01.txt,Trust,nobody ever said this\n"
        "P02.txt,Hope,I trust the nurse.\n",
        encoding="utf-8",
    )
    said = run("import", study, "codings.csv", "--table", "codings", status=5)
    assert said.out.startswith("Imported 1 coding.\nLeft out 2 rows:\n")
    assert "  line 3: " in said.out and "  line 4: There is no code “Hope”." in said.out


def test_speakers_come_from_a_table(run: Run, study: Path) -> None:
    """A table says who speaks; a label that is nowhere is listed with its line."""
    Path("speakers.csv").write_text(
        "source,speaker,participant,role\nP01.txt,P01,P02,\nP01.txt,P09,P02,\n", encoding="utf-8"
    )
    said = run("import", study, "speakers.csv", "--table", "speakers", status=5)
    assert said.out.startswith("Linked 1 speaker to participants;")
    assert "line 3:" in said.out


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("page.docx", b"<!DOCTYPE html><html><body><p>Hello there</p></body></html>"),
        ("cut.docx", b"PK\x03\x04\x14\x00"),
        ("cut.pdf", b"%PDF-1.7\n1 0 obj"),
        ("empty.rtf", b""),
        ("binary.txt", b"\x00\x01\x02\x03" * 50),
        ("old.doc", bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600)),
    ],
)
def test_damaged_and_foreign_files(run: Run, bare: Path, name: str, data: bytes) -> None:
    """Each is read for what it is, or told in one sentence; the study is sound after it."""
    Path(name).write_bytes(data)
    exited = 0 if name == "page.docx" else 5
    said = run("import", bare, name, "--json", status=exited)
    for each in said.json["refused"]:
        assert each["sentence"].endswith(".") and name in each["sentence"]
    assert run("verify", bare).out.startswith("bare.crosscase is sound")


def test_a_participant_table_with_repeated_and_unknown_names(run: Run, study: Path) -> None:
    """Rows that contradict one another are refused together and listed."""
    Path("p.csv").write_text(
        "participant,role\nP01,Director\nP01,Nurse\nP03,Clerk\n", encoding="utf-8"
    )
    said = run("import", study, "p.csv", "--table", "participants", status=5)
    assert "line 2:" in said.out or "line 3:" in said.out
    assert "P03" in run("participants", study).out


def test_a_codebook_with_a_cycle(run: Run, study: Path) -> None:
    """Codes that are each other's parents are refused, and nothing is changed."""
    Path("bad.csv").write_text("code,parent\nA,B\nB,A\n", encoding="utf-8")
    before = run("info", study, "--json").json["heads"]
    run("codebook", "import", study, "bad.csv", status=2)
    assert run("info", study, "--json").json["heads"] == before


TABLES = {
    "codings": "source,code,quote,coder\nP01.txt,Trust,one pot,\nP02.txt,Trust,the nurse,Ben\n",
    "memos": "title,memo_kind,about,text\nOn trust,reflexive,code:Trust,Two kinds.\n",
    "links": "from,to,link_type,source,quote\nMoney,Trust,weakens,P01.txt,the pot was emptied\n",
    "speakers": "source,speaker,participant\nP01.txt,P01,P02\n",
    "cases": "case,case_kind\nThe Region,system\n",
    "participants": "participant,role\nP03,Clerk\n",
    "rows": "who,answer\nA,We wait.\n",
    "codebook": "code,definition\nHope,X\n",
}


@pytest.mark.parametrize("table", get_args(TableSort))
def test_every_table_can_be_tried_out(run: Run, study: Path, table: str) -> None:
    """--dry-run says what would come in and changes nothing; without it the same comes in."""
    Path("t.csv").write_text(TABLES[table], encoding="utf-8")
    before = run("info", study, "--json").json["heads"]
    tried = run("import", study, "t.csv", "--table", table, "--dry-run")
    assert tried.out.startswith("Would ") or "Would import 1 source" in tried.out
    assert run("info", study, "--json").json["heads"] == before
    done = run("import", study, "t.csv", "--table", table)
    assert "Would" not in done.out
    assert run("info", study, "--json").json["heads"] != before


def test_memos_and_links_come_from_tables_once(run: Run, study: Path) -> None:
    """What is there already is not made again, and a row that cannot be taken is listed."""
    for table, said in (("memos", "1 memo"), ("links", "1 link and 1 passage behind them")):
        Path(f"{table}.csv").write_text(TABLES[table], encoding="utf-8")
        first = run("import", study, f"{table}.csv", "--table", table)
        assert first.out == f"Imported {said}.\n"
        again = run("import", study, f"{table}.csv", "--table", table)
        assert again.out.endswith("; 1 was there already.\n")
    assert "⟦the pot was emptied⟧" in run("links", study, "--evidence").out
    Path("more.csv").write_text("title,about,text\nX,code:Hope,y\n", encoding="utf-8")
    said = run("import", study, "more.csv", "--table", "memos", status=5).out
    assert "  line 2: There is no code “Hope”.\n" in said


def test_codings_of_a_table_are_anothers(run: Run, study: Path) -> None:
    """--coder says whose they are in rows that name nobody."""
    Path("t.csv").write_text(TABLES["codings"], encoding="utf-8")
    run("import", study, "t.csv", "--table", "codings", "--coder", "Cy")
    coders = [each["coder"] for each in run("codings", study, "--json").json["codings"]]
    assert coders == ["Cy", "Ben"]


def test_a_codebook_with_a_code_twice(run: Run, study: Path) -> None:
    """A code that stands twice is told by its name, and nothing is changed."""
    Path("bad.csv").write_text("code,parent\nA,\na,\n", encoding="utf-8")
    said = run("codebook", "import", study, "bad.csv", status=2)
    assert "twice" in said.err
    assert run("info", study, "--json").json["codes"] == 3


def test_a_log_of_replacements_is_never_overwritten(run: Run, bare: Path) -> None:
    """A file in its way is told before anything is imported."""
    Path("pairs.csv").write_text("find,replace\nnurse,[role]\n", encoding="utf-8")
    Path("log.csv").write_text("mine", encoding="utf-8")
    run("import", bare, "transcripts", "--replace", "pairs.csv", "--replacements-log", "log.csv",
        status=4)  # fmt: skip
    assert run("info", bare, "--json").json["sources"] == 0


def test_speakers_that_are_not_taken_are_told(run: Run, bare: Path) -> None:
    """Unsure labels are named beside the answer; with --speakers none nothing is said of them."""
    Path("notes.txt").write_text(
        "Chair: Welcome.\n\nTreasurer: Thank you.\n\nChair: Next.\n\nHope: a poem.\n",
        encoding="utf-8",
    )
    told = run("import", bare, "notes.txt", "--dry-run")
    assert "Chair" in told.out
    none = run("import", bare, "notes.txt", "--dry-run", "--speakers", "none")
    assert none.err == "" and "Chair" not in none.out


def test_long_lists_of_speakers_are_cut_for_people_only(run: Run, bare: Path) -> None:
    """The first six and how many more; --json has them all, and at most ten unsure ones show."""
    names = [f"Member {letter}" for letter in "ABCDEFGHIJKLMNOPQRST"]
    turns = [f"{name}: I say yes to item {at}." for at in range(3) for name in names]
    once = [f"{word}: not again." for word in ("Alder", "Birch", "Cedar", "Damson", "Elder", "Fir",
            "Gorse", "Hazel", "Ivy", "Juniper", "Kale", "Larch")]  # fmt: skip
    Path("board.txt").write_text("\n\n".join([*turns, *once]) + "\n", encoding="utf-8")
    said = run("import", bare, "board.txt", "--dry-run")
    assert "Member A, Member B, Member C, Member D, Member E, Member F and 14 more" in said.out
    (found,) = run("import", bare, "board.txt", "--dry-run", "--json").json["imported"]
    assert len(found["speakers"]) == 20
    unsure = next(line for line in said.err.splitlines() if "unsure" in line)
    assert unsure.endswith(" and 2 more.") and unsure.count(", ") == 10


def test_what_is_passed_over_is_listed(run: Run, bare: Path) -> None:
    """Files in a folder that are of no readable kind are named, also in JSON."""
    for name in ("a.pages", "b.xyz"):
        Path("transcripts", name).write_bytes(b"?")
    said = run("import", bare, "transcripts", "--dry-run").out
    assert "Passed over 2 files of kinds that are not read: a.pages, b.xyz.\n" in said
    data = run("import", bare, "transcripts", "--json").json
    assert data["passed_over"] == ["a.pages", "b.xyz"]


def test_rows_without_text_are_counted(run: Run, bare: Path) -> None:
    """A row that has no text becomes no source, and that is said."""
    Path("t.csv").write_text("who,answer\nA,We wait.\nB,\n", encoding="utf-8")
    asked = ("import", bare, "t.csv", "--table", "rows", "--name-column", "who")
    assert "Passed over 1 row without text.\n" in run(*asked, "--dry-run").out
    assert run(*asked, "--json").json["rows_without_text"] == [2]


def test_an_encoding_that_does_not_exist(run: Run, bare: Path) -> None:
    """It is told once, as a mistake of use."""
    said = run("import", bare, "transcripts", "--encoding", "klingon", status=2)
    assert said.out == "" and said.err.count("klingon") == 1
