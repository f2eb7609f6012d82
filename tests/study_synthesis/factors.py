"""A small study of two sites for the tests of interactions and dominance: everything invented."""

from __future__ import annotations

from pathlib import Path

from crosscase.study import Study
from crosscase.testing import make_study

__all__ = ["P01", "P02", "P03", "PAPER", "begun"]

P01 = (
    "Interviewer: What happened?\n\n"
    "P01: When the money stopped, nobody believed us any more.\n\n"
    "P01: And without belief nobody shared a record with us.\n"
)
P02 = (
    "Interviewer: And here?\n\n"
    "P02: The money went, and so did their faith in us.\n\n"
    "P02: With us it was the other way about: they stood by us when it went.\n"
)
P03 = (
    "Interviewer: What of records?\n\nP03: Sharing records made friends of us.\n\n"
    "Interviewer: How?\n\nP03: By and by.\n"
)
PAPER = "The board notes that funds and confidence went together.\n"

_PEOPLE = (("P01", "health", "North"), ("P02", "care", "South"), ("P03", "care", "South"))


def begun(folder: Path, *, person: str = "Ama", codes: bool = True) -> Study:
    """Three participants in two sites and two sectors, and a paper that nobody speaks in."""
    files = folder / "files"
    files.mkdir(exist_ok=True)
    texts = {"P01.txt": P01, "P02.txt": P02, "P03.txt": P03, "paper.txt": PAPER}
    for name, text in texts.items():
        (files / name).write_text(text, encoding="utf-8")
    study = make_study(folder, person=person)
    study.sources.add([files / name for name in texts])
    for site in ("North", "South"):
        study.cases.add(site, "site")
    for name, sector, site in _PEOPLE:
        study.participants.add(name, sector=sector, sites=[site])
    study.speakers.link_by_name()
    study.memberships.add("paper.txt", "North")
    for name in ("Money", "Trust", "Sharing") if codes else ():
        study.codes.add(name)
    return study
