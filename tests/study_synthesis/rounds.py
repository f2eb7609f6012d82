"""A small study of two rounds: one person met twice, and a post that passed to somebody else."""

from __future__ import annotations

from pathlib import Path

from crosscase.study import Study
from crosscase.testing import make_study

__all__ = ["INTERVIEWS", "rounds"]

INTERVIEWS = {
    "a1.txt": ("P01", "2023-02-01", "I trust the board. Money is short."),
    "b1.txt": ("P02", "2023-02-20", "We have a plan. Money is short."),
    "a2.txt": ("P01", "2024-02-02", "Money is short. Staff have left."),
    "c2.txt": ("P03", "2024-02-05", "I trust the board. Staff have left."),
}
CODES = {
    "I trust the board": "Trust",
    "Money is short": "Money",
    "We have a plan": "Plan",
    "Staff have left": "Staff",
}


def rounds(folder: Path | None, place: Path) -> Study:
    """The study, with texts written into ``place`` first; it has no waves yet."""
    study = make_study(folder)
    study.cases.add("Northam", "site")
    study.cases.add("Director of finance", "post")
    for name in CODES.values():
        study.codes.add(name)
    for person in ("P01", "P02", "P03"):
        study.participants.add(person, sites=["Northam"])
    for name, (person, day, words) in INTERVIEWS.items():
        (place / name).write_text(
            f"Interviewer: How is it?\n\n{person}: {words}\n\nInterviewer: Thank you.\n\n"
            f"{person}: Good-bye.\n",
            encoding="utf-8",
        )
        study.sources.add(place / name)
        study.sources.describe(name, date=day)
        for said, code in CODES.items():
            if said in words:
                study.codings.add(name, code, quote=said)
    study.speakers.link_by_name()
    study.memberships.add("P01", "Director of finance", end_day="2023-06-30")
    study.memberships.add("P03", "Director of finance", start_day="2023-07-01")
    return study
