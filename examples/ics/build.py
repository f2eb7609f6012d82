"""Build the example study from its files, and show what it answers.

Run by ``make demo``. Everything here is what a researcher would write in a script of their own.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import crosscase
from crosscase.formats.codebook_files import read_codebook
from crosscase.formats.guide_files import read_guide
from crosscase.formats.tables import Table, read_table
from crosscase.study import Study

HERE = Path(__file__).parent


def table(name: str) -> Table:
    """One of the tables beside this script."""
    path = HERE / name
    return read_table(path.read_bytes(), path.name)


def build(path: Path) -> Study:
    """Make the study: sources, cases, fieldwork, codebook, three coders, memos and links."""
    study = crosscase.new_study(path, "Working together in three care systems", person="Ama")
    study.sources.add([HERE / "transcripts", HERE / "meetings", HERE / "documents"])
    for name in ("sites.csv", "organisations.csv"):
        held = table(name)
        study.cases.import_table(held.columns, held.rows)
    people = table("participants.csv")
    study.participants.import_table(people.columns, people.rows)
    speakers = table("speakers.csv")
    study.speakers.link_table(speakers.columns, speakers.rows, strict=True)
    # A site's own document has no speakers, but belongs in the site's column.
    study.memberships.add("policy_2.md", "Ostrey Coast")
    add_fieldwork(study)
    codebook = HERE / "codebook.csv"
    study.codebook.import_entries(read_codebook(codebook.read_bytes(), codebook.name))
    for coder in ("Ama", "Ben", "Chidi"):
        coded = table(f"codings/{coder}.csv")
        study.codings.import_table(coded.columns, coded.rows, coder=coder, strict=True)
    memos, links = table("memos.csv"), table("links.csv")
    study.memos.import_table(memos.columns, memos.rows, strict=True)
    study.links.import_table(links.columns, links.rows, basis="asserted", strict=True)
    interactions = table("interactions.csv")
    study.interactions.import_table(interactions.columns, interactions.rows, strict=True)
    findings, quotes = table("findings.csv"), table("quotes.csv")
    study.findings.import_table(findings.columns, findings.rows)
    study.quotes.import_table(quotes.columns, quotes.rows, strict=True)
    return study


def add_fieldwork(study: Study) -> None:
    """How the participants were found and met, and what they agreed to."""
    study.approvals.add(
        "University ethics committee",
        reference="2023/014",
        day="2023-01-16",
        end_day="2024-01-31",
        retention_day="2034-01-31",
        conditions="No place, body or person is named without consent.",
    )
    study.approvals.add(
        "Amendment 1: consent form 1.1",
        amends="University ethics committee",
        day="2023-04-20",
        end_day="2024-06-30",
    )
    guide = HERE / "guide.md"
    study.guides.import_file(read_guide(guide.read_bytes(), guide.name))
    for records, name in (
        (study.recruitments, "recruitments"),
        (study.referrals, "referrals"),
        (study.contacts, "contacts"),
        (study.consents, "consents"),
        (study.activities, "activities"),
    ):
        held = table(f"fieldwork/{name}.csv")
        records.import_table(held.columns, held.rows, strict=True)


def show(study: Study) -> None:
    """Print the domain by site matrix, three quotes behind one cell, and where to go next."""
    counts = study.counts()
    print(
        f"Built {study.path}: {counts.sources} sources, {counts.words:,} words, "
        f"{counts.participants} participants, {counts.codes} codes, {counts.codings:,} codings by "
        f"{counts.coders} coders.\n"
    )
    matrix = study.matrix("codes", "sites")
    print(matrix.to_markdown())
    row, column = "Resources and capabilities", study.cases.all("site")[0].name
    answer = matrix.explain(row, column)
    first_of = {passage.participants: passage for passage in reversed(answer.passages)}
    print(f"\nThree of the {answer.total} passages behind “{row}” in {column}:\n")
    for who, passage in sorted(first_of.items())[:3]:
        place = f"{passage.source}, {passage.start_char}-{passage.end_char}"
        print(f"  “{passage.text}”\n      {'; '.join(who)} ({place})\n")
    command, name = _command(), study.path
    print("Go on with")
    print(f"  {command} info {name}")
    print(f"  {command} query {name} 'code:restructuring near(2 turns) code:trust'")
    print(f"  {command} matrix {name} --rows codes --columns sector")
    print(f"  {command} fieldwork {name}")
    print(f"  {command} check {_beside('results.md')} {name}")
    print(f"  {command} log {name}")


def _beside(name: str) -> Path:
    """A file beside this script, as short as it can be said from here."""
    path, here = HERE / name, Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def _command() -> str:
    """How to call crosscase from here."""
    script = Path(sys.executable).with_name("crosscase")
    if not script.exists():
        return "crosscase"
    here = Path.cwd()
    return str(script.relative_to(here) if script.is_relative_to(here) else script)


def main() -> None:
    """Build into a folder of your choice (by default ``demo``), replacing an earlier demo."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--folder", type=Path, default=Path("demo"))
    parser.add_argument("--open", action="store_true", help="then open it in the browser")
    parser.add_argument("--no-browser", action="store_true", help="then only serve it")
    asked = parser.parse_args()
    folder = asked.folder
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "ics.crosscase"
    for old in folder.glob("ics.crosscase*"):
        old.unlink()
    with build(path) as study:
        show(study)
    if asked.no_browser or (asked.open and sys.stdout.isatty()):
        serve(path, ["--no-browser"] if asked.no_browser else [])
    elif asked.open:
        # Nobody sits at a terminal to end it again, as on a server.
        print(f"\nOpen it in the browser with\n  {_command()} open {path}")


def serve(path: Path, options: list[str]) -> None:
    """Open the study in the browser, until Ctrl-C."""
    print("\nOpening it in the browser. Press Ctrl-C here to end.", flush=True)
    with suppress(KeyboardInterrupt):
        subprocess.run([_command(), "open", str(path), "--as", "Ama", *options], check=False)


if __name__ == "__main__":
    main()
