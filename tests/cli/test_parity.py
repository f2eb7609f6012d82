"""The same acts by command line and by Python leave equal studies."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import crosscase
from crosscase.cli.export_tables import TABLES
from crosscase.study import Study
from tests.cli.conftest import Run
from tests.cli.making import CODEBOOK, PARTICIPANTS, TRANSCRIPTS

_NOT_THE_SAME = ("id", "coding", "link", "about_id", "member_id", "source_id", "operation", "when")


FILES = {
    "memos.csv": "title,about,text\nOn money,code:Funding,Whose pot?\n",
    "links.csv": "from,to,link_type,source,quote\nFunding,Trust,buys,P01.txt,one pot\n",
    "codings.csv": "source,code,quote\nP01.txt,Trust,the winter came\n",
}


def what_it_holds(study: Study) -> dict[str, list[Any]]:
    """Every table of a study, without what differs between two makings: ids and times."""
    held = {}
    for name, table in TABLES.items():
        frame = table(study)
        kept = [column for column in frame.columns if column not in _NOT_THE_SAME]
        rows = [dict(zip(kept, row, strict=True)) for row in frame.select(kept).iter_rows()]
        # Some tables stand in the order of ids, which two makings do not share.
        held[name] = sorted(rows, key=repr) if name in ("memberships", "sets", "settings") else rows
    counts = study.counts()
    held["counts"] = [counts]
    held["title"] = [study.title]
    return held


def by_command_line(run: Run, path: Path) -> None:
    """The acts, as commands."""
    run("new", path, "--title", "Two doors", "--originals", "drop", "--as", "Ama")
    run("config", "set", "name", "Ama")
    run("import", path, "P01.txt", "P02.txt", "--language", "en")
    run("codebook", "import", path, "codebook.csv")
    run("import", path, "participants.csv", "--table", "participants")
    run("speakers", "link-by-name", path)
    run("cases", "add", path, "The Region", "system")
    run("cases", "member", path, "Northam", "The Region", "--share", "0.5")
    run("attributes", "add", path, "deprived", "truth")
    run("cases", "set", path, "Northam", "deprived=yes")
    run("participants", "add", path, "P03", "--role", "Clerk", "--site", "Southam")
    run("codes", "add", path, "Fear", "--parent", "Relationships", "--origin", "in vivo")
    run("codes", "rename", path, "Money", "Funding")
    run("codes", "move", path, "Funding", "--before", "Relationships")
    run("code", path, "P01.txt", "Trust", "--quote", "We trusted one another at last.",
        "--valence", "enabling")  # fmt: skip
    run("code", path, "P02.txt", "Fear", "--at", "0-11", "--coder", "Ben")
    run("code", path, "Trust", "--query", "text:meeting")
    run("codes", "merge", path, "Fear", "--into", "Trust")
    run("memos", "write", path, "On trust", "--text", "Two kinds.", "--about", "code:Trust")
    run("links", "add", path, "code:Funding", "code:Trust", "weakens", "--sign", "-")
    run("import", path, "memos.csv", "--table", "memos")
    run("import", path, "links.csv", "--table", "links")
    run("import", path, "codings.csv", "--table", "codings", "--coder", "Cy")
    run("memos", "remove", path, "On money")
    run("memos", "restore", path, "On money")
    run("sets", "make", path, "Sample", "source:P01.txt", "code:Trust")
    run("queries", "save", path, "meetings", "text:meeting")
    run("sources", "describe", path, "P02.txt", "--note", "By telephone")
    run("codes", "retire", path, "Funding")
    run("undo", path)
    run("config", "set", "language", "en", "--study", path)


def by_python(path: Path) -> None:
    """The same acts, in Python."""
    from crosscase.formats.codebook_files import read_codebook
    from crosscase.formats.tables import read_table
    from crosscase.intake.staging import ReadingOptions

    with crosscase.new_study(path, "Two doors", person="Ama", originals="drop") as study:
        study.sources.add(["P01.txt", "P02.txt"], options=ReadingOptions(language="en"))
        study.codebook.import_entries(read_codebook(CODEBOOK.encode(), "codebook.csv"))
        table = read_table(PARTICIPANTS.encode(), "participants.csv")
        study.participants.import_table(table.columns, table.rows)
        study.speakers.link_by_name()
        study.cases.add("The Region", "system")
        study.memberships.add("Northam", "The Region", share=0.5)
        study.attributes.add("deprived", "truth")
        study.attributes.set("Northam", {"deprived": "yes"})
        study.participants.add("P03", role="Clerk", sites=["Southam"])
        study.codes.add("Fear", parent="Relationships", origin="in vivo")
        study.codes.rename("Money", "Funding")
        study.codes.move("Funding", parent=None, before="Relationships")
        study.codings.add(
            "P01.txt", "Trust", quote="We trusted one another at last.", valence="enabling"
        )
        study.codings.add("P02.txt", "Fear", start_char=0, end_char=11, coder="Ben")
        study.code_query("text:meeting", "Trust")
        study.codes.merge("Fear", "Trust")
        study.memos.write("On trust", "Two kinds.", about=("code", "Trust"))
        study.links.add(("code", "Funding"), ("code", "Trust"), "weakens", sign="-")
        tables = {name: read_table(text.encode(), name) for name, text in FILES.items()}
        memos, links, codings = (tables[f"{name}.csv"] for name in ("memos", "links", "codings"))
        study.memos.import_table(memos.columns, memos.rows)
        study.links.import_table(links.columns, links.rows)
        study.codings.import_table(codings.columns, codings.rows, coder="Cy")
        study.memos.remove("On money")
        study.memos.restore("On money")
        study.sets.make("Sample", [("source", "P01.txt"), ("code", "Trust")])
        study.queries.save("meetings", "text:meeting")
        study.sources.describe("P02.txt", note="By telephone")
        study.codes.retire("Funding")
        study.undo()
        study.settings.set("language", "en")


def test_two_doors_one_room(run: Run, tmp_path: Path) -> None:
    """Every table, every count and every sentence of the log is the same."""
    for name, text in TRANSCRIPTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "participants.csv").write_text(PARTICIPANTS, encoding="utf-8")
    (tmp_path / "codebook.csv").write_text(CODEBOOK, encoding="utf-8")
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    by_command_line(run, Path("commands.crosscase"))
    by_python(Path("python.crosscase"))
    with (
        crosscase.open_study("commands.crosscase") as one,
        crosscase.open_study("python.crosscase") as other,
    ):
        ours, theirs = what_it_holds(one), what_it_holds(other)
    for table, rows in ours.items():
        assert rows == theirs[table], table
