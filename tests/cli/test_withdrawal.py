"""`crosscase withdraw`: nothing that any command prints or writes holds a word of theirs."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.store.planted import OTHER, PERSON, SOURCE, WORD, makers, plant, plant_undone

_LISTS = (
    ["info"], ["sources"], ["speakers"], ["cases"], ["participants"], ["attributes"],
    ["codes"], ["codings"], ["coders"], ["memos"], ["links"], ["sets"], ["queries"],
    ["contacts"], ["referrals"], ["consents"], ["approvals"], ["activities"], ["fieldwork"],
    ["frame"], ["sample"], ["guides"], ["topics"], ["log"], ["conflicts"], ["withdraw", "list"],
)  # fmt: skip
_TABLES = (
    "codings", "quotes", "sources", "turns", "speakers", "codes", "cases", "participants",
    "attributes", "memberships", "memos", "links", "evidence", "sets", "queries", "coders",
    "operations", "settings",
)  # fmt: skip


@pytest.fixture(scope="module")
def planted_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The planted study, made once."""
    folder = tmp_path_factory.mktemp("planted")
    with plant(folder) as study:
        return study.path or folder


@pytest.fixture
def study(run: Run, planted_file: Path) -> Path:
    """A copy of it in the folder of this test."""
    run("config", "set", "name", "Ama")
    return Path(shutil.copy(planted_file, "s.crosscase"))


def commands(study: Path, ids: dict[str, str]) -> dict[str, list[str]]:
    """Every command that prints something of a study, by a name."""
    asked = {" ".join(tokens): [*tokens, str(study)] for tokens in _LISTS}
    asked["withdraw list"] = ["withdraw", "list", str(study)]
    asked |= {
        "query": ["query", str(study), "trust or meetings"],
        "matrix": ["matrix", str(study), "codes", "participants"],
        "matrix of sources": ["matrix", str(study), "codes", "sources"],
        "sources show": ["sources", "show", str(study), ids["source"]],
        "memos show": ["memos", "show", str(study), ids["memo"]],
        "codes show": ["codes", "show", str(study), ids["code"]],
        "as of": ["show", str(study), ids["source"], "--as-of", "2026-03-02"],
    }
    for number, id_ in enumerate(dict.fromkeys(ids.values())):
        asked[f"show {number}"] = ["show", str(study), id_]
        asked[f"history {number}"] = ["show", str(study), id_, "--history"]
    return asked


def words_written(run: Run, study: Path, ids: dict[str, str]) -> set[str]:
    """The commands of which the answer, the error or the file holds the planted word."""
    holding = set()
    for name, tokens in commands(study, ids).items():
        for form in ([], ["--json"]):
            said = run(*tokens, *form, status=None)
            if WORD in (said.out + said.err).casefold():
                holding.add(name)
    for table in _TABLES:
        run("export", study, "t.csv", "--table", table, "--replace")
        if WORD in Path("t.csv").read_text(encoding="utf-8"):
            holding.add(f"export {table}")
    run("export", study, "all.json", "--table", "all", "--replace")
    if WORD in Path("all.json").read_text(encoding="utf-8"):
        holding.add("export all")
    for name, options in {
        "codebook": ["--codebook"], "transcript": ["--transcript", ids["source"]],
    }.items():  # fmt: skip
        Path("d.docx").unlink(missing_ok=True)
        said = run("export", study, "d.docx", *options, status=None)
        if WORD in said.out + said.err or WORD in _words_of(Path("d.docx")):
            holding.add(f"export {name}")
    return holding


def _words_of(document: Path) -> str:
    if not document.exists():
        return ""
    with zipfile.ZipFile(document) as packed:
        return packed.read("word/document.xml").decode("utf-8")


def test_no_command_prints_or_writes_a_word_of_theirs_until_it_is_lifted(
    run: Run, study: Path, planted_file: Path
) -> None:
    """Every list, table and document is asked for, before, meanwhile and after."""
    from crosscase import open_study

    with open_study(study, person="Ama") as work:
        plant_undone(work)
        ids = dict(makers(work).ids)
    before = words_written(run, study, ids)
    assert {"sources", "memos", "export quotes", "export codebook", "show 0"} <= before
    run("withdraw", study, ids["participant"], "--day", "2026-03-02", "--reason", "by letter")
    assert words_written(run, study, ids) == set()
    assert run("query", study, WORD, "--json").json["passages"] == []
    run("withdraw", "lift", study, ids["participant"])
    assert words_written(run, study, ids) == before
    assert run("verify", study, "--json").json["faults"] == []


def test_the_preview_changes_nothing_and_says_what_it_would_hide(run: Run, study: Path) -> None:
    """Shared sources are told as such, and what used the words."""
    said = run("withdraw", study, PERSON, "--preview")
    assert "1 source of other speakers too, hidden whole while the withdrawal" in said.out
    assert "shared.txt: also Olga (2 turns)" in said.out and "--keep-others" in said.out
    assert "of meetings" in said.out
    told = run("withdraw", study, PERSON, "--preview", "--json").json
    assert told["counts"]["coding"] == 3
    assert [each["others"] for each in told["sources"]] == [0, 1, 0]
    assert told["sources"][1]["speakers"] == [{"name": "Olga", "turns": 2, "is_linked": True}]
    assert run("withdraw", "list", study, "--json").json == {"withdrawals": []}


def test_memos_that_name_them_without_a_link_are_listed_by_title(run: Run, study: Path) -> None:
    """They stay as they are, and a person changes them."""
    run("memos", "write", study, "Loose", "--text", f"so says {PERSON}")
    run("withdraw", study, PERSON)
    said = run("withdraw", "outputs", study, PERSON).out
    assert "Loose" in said and "change those that say too much" in said
    told = run("withdraw", "outputs", study, PERSON, "--json").json
    assert [each["name"] for each in told["memos"]] == ["Loose"]


def test_a_withdrawal_is_made_listed_undone_and_lifted(run: Run, study: Path) -> None:
    """The list names nobody: it gives the id, which lifts it as well as the name does."""
    done = run("withdraw", study, PERSON, "--day", "2026-03-02", "--json").json
    listed = run("withdraw", "list", study, "--json").json["withdrawals"]
    assert listed == [{"participant": done["participant"], "day": "2026-03-02", "reason": None}]
    assert run("withdraw", study, PERSON, "--json", status=4).error["slug"] == "already-withdrawn"
    run("undo", study)
    assert run("withdraw", "list", study).out.strip() == "Nobody is withdrawn."
    run("redo", study)
    run("withdraw", "lift", study, PERSON)
    said = run("withdraw", "lift", study, PERSON, "--json", status=3)
    assert said.error["slug"] == "withdrawal-not-found"


def test_opening_a_withdrawn_source_says_that_it_is_withdrawn(run: Run, study: Path) -> None:
    """With a hint at the list of withdrawals."""
    run("withdraw", study, PERSON)
    error = run("sources", "show", study, SOURCE, "--json", status=3).error
    assert error["slug"] == "withdrawn"
    assert "withdraw list" in error["hint"]


def test_python_and_the_command_line_hide_the_same(run: Run, study: Path) -> None:
    """The same preview and the same state, whichever way it is done."""
    from crosscase import open_study

    with open_study(study, person="Ama") as work:
        outputs = work.withdrawals.outputs(OTHER)
        told = run("withdraw", "outputs", study, OTHER, "--json").json
        assert told["evidence"] == outputs.evidence == 2
        work.withdrawals.withdraw(OTHER)
    assert len(run("withdraw", "list", study, "--json").json["withdrawals"]) == 1


# -- the purge of a person ------------------------------------------------------------------------


def test_the_purge_of_a_person_shows_the_traces_asks_and_gives_a_receipt(
    run: Run, study: Path
) -> None:
    """Without a yes nothing goes; with it no byte of any file here holds the word."""
    run("copy", study, "for Ben.crosscase")
    asked = ["purge", study, "--participant", PERSON, "--also", WORD]
    listed = run(*asked, "--preview").out
    assert "shared.txt" in listed and "source (and of 1 other)" in listed
    assert "stays, without the words and its past" in listed
    assert run(*asked, "--shared", "--json", status=2).error["slug"] == "needs-a-yes"
    assert run(*asked, "--yes", "--json", status=2).error["slug"] == "shared-sources"
    asked.append("--shared")
    said = run(*asked, "--yes", "--receipt", "receipt.json", "--reason", "asked by letter")
    assert "Not reached: copied to for Ben.crosscase on" in said.out
    receipt = json.loads(Path("receipt.json").read_text(encoding="utf-8"))
    assert receipt["sealed"]["source"] == 3 and receipt["cleaned"]["code"] == 2
    assert receipt["file"] == "s.crosscase" and receipt["is_scrubbed"]
    assert [each["file_name"] for each in receipt["copies_made"]] == ["for Ben.crosscase"]
    for path in Path().glob("s.crosscase*"):
        assert WORD.encode() not in path.read_bytes().lower()
    assert WORD not in Path("receipt.json").read_text(encoding="utf-8")
    assert run("merge", study, "for Ben.crosscase").status == 0
    assert WORD.encode() not in Path("s.crosscase").read_bytes().lower()
    run("merge", "for Ben.crosscase", study)
    assert WORD.encode() not in Path("for Ben.crosscase").read_bytes().lower()
    assert run("verify", study, "--json").json["faults"] == []


def test_a_shared_source_is_kept_to_the_others(run: Run, study: Path) -> None:
    """With --keep-others the person's turns are cut; the preview says how many."""
    asked = ["purge", study, "--participant", PERSON, "--also", WORD, "--keep-others"]
    run("speakers", "link", study, "shared.txt", "Olga")
    unlinked = run("withdraw", study, PERSON, "--preview").out
    assert "also Olga (2 turns, linked to nobody)" in unlinked
    assert "if it is this person's, link it with `crosscase speakers link`" in unlinked
    run("speakers", "link", study, "shared.txt", "Olga", "Olga")
    listed = run(*asked, "--preview").out
    assert "source (and of 1 other), 2 turns" in listed and "stays, without their turns" in listed
    for reason in (f"{PERSON.upper()} wrote", f"the {WORD}"):
        error = run(*asked, "--yes", "--reason", reason, "--json", status=2).error
        assert error["slug"] == "words-in-reason" and WORD not in error["sentence"]
    assert run("purge", "list", study).out.strip() == "No purges."
    done = run(*asked, "--yes", "--json").json
    assert done["cleaned"]["source"] == 1 and done["remains"] == []
    shown = run("sources", "show", study, "shared.txt").out
    assert "[left out: consent withdrawn]" in shown and "I trust the nurse" in shown
    assert WORD.encode() not in Path(study).read_bytes().lower()
    assert run("verify", study, "--json").json["faults"] == []
    alone = run("purge", study, "source:other.txt", "--keep-others", "--json", status=2)
    assert alone.error["slug"] == "option-without-participant"


def test_every_device_that_merged_the_purge_gives_its_receipt(run: Run, study: Path) -> None:
    """As a table, as JSON and as a file; with a way out where something is left."""
    run("copy", study, "for Ben.crosscase")
    assert run("purge", "list", study).out.strip() == "No purges."
    error = run("purge", "receipt", study, "--json", status=3).error
    assert error["slug"] == "no-such-purge"
    done = run("purge", study, "--participant", PERSON, "--also", WORD, "--shared", "--yes",
               "--reason", "by letter", "--json").json  # fmt: skip
    assert done["remains"] == [] and done["device"]
    run("merge", "for Ben.crosscase", study)
    told = run("purge", "receipt", "for Ben.crosscase", "--to", "ben.json", "--json").json
    assert told == json.loads(Path("ben.json").read_text(encoding="utf-8"))
    assert told["is_clean"] and told["operation"] == done["operation"]
    assert told["sealed"] == done["sealed"] and told["device"] == done["device"]
    assert told["file"] == "for Ben.crosscase" and told["reason"] == "by letter"
    said = run("purge", "receipt", "for Ben.crosscase", done["operation"]).out
    assert "Gone from this file for ever." in said
    assert "Not reached: merged from s.crosscase on" in said
    Path("old.crosscase.partial").write_bytes(b"half")
    left = run("purge", "receipt", study).out
    assert "something is left in this file" in left and "end in .crosscase.partial" in left
    (listed,) = run("purge", "list", study, "--json").json["purges"]
    assert listed["operation"] == done["operation"]
    assert run("purge", "clean", study, "--json").json == {"is_scrubbed": True}
    gone = run("purge", study, "--participant", PERSON, "--preview", "--json", status=3).error
    assert "by the id that the receipt of that names" in gone["hint"]
    by_id = run("purge", study, "--participant", done["participant"], "--preview").out
    assert "No traces." in by_id


def test_a_trace_can_be_kept_and_the_receipt_lists_it(run: Run, study: Path) -> None:
    """--keep leaves out what was looked at and found to be nobody's secret."""
    traces = run("purge", study, "--participant", PERSON, "--also", WORD, "--preview", "--json")
    kept = [each["id"] for each in traces.json["traces"]
            if each["name"] in ("Meetings", "shared.txt")]  # fmt: skip
    asked = ["purge", study, "--participant", PERSON, "--also", WORD]
    done = run(*asked, "--keep", kept[0], "--keep", kept[1], "--yes", "--json").json
    assert {each["id"] for each in done["left"]} >= set(kept)
    assert "shared.txt" in run("sources", study).out


def test_a_purge_of_things_works_as_before_and_wants_one_of_both(run: Run, study: Path) -> None:
    """Things, or a participant, and the options of each."""
    done = run("purge", study, f"source:{SOURCE}", "--yes", "--json").json
    assert len(done["purged"]) == 1
    assert run("purge", study, "--json", status=2).error["slug"] == "nothing-named"
    both = run("purge", study, "source:other.txt", "--participant", OTHER, "--json", status=2)
    assert both.error["slug"] == "nothing-named"
    alone = run("purge", study, "source:other.txt", "--also", "x", "--json", status=2)
    assert alone.error["slug"] == "option-without-participant"
    Path("there.json").write_text("{}", encoding="utf-8")
    asked = ["purge", study, "--participant", PERSON, "--receipt", "there.json", "--yes", "--json"]
    assert run(*asked, status=4).error["slug"] == "file-exists"
    assert run("participants", study, "--json").json["participants"]
