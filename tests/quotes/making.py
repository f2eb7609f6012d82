"""Small studies with talks that are quoted."""

from __future__ import annotations

import shutil
from pathlib import Path

from crosscase.study import Study
from crosscase.testing import make_study

__all__ = ["ANN", "BEA", "make_crowd", "make_talks", "opened_copy"]

ANN, BEA = "Ann", "Bea"
_TALKS = {
    "ann.txt": (
        "Interviewer: So why?\n\n"
        "P01: We had no money (laughs), and the old hospital was closed by the board in May. "
        "I loved it.\n\nInterviewer: Really?\n\nP01: Yes, indeed.\n"
    ),
    "bea.txt": (
        "Interviewer: So why?\n\n"
        "P02: I hated it. You know, nobody ever asked us about the closing.\n\n"
        "Interviewer: And then?\n\nP02: Then there was trust in nobody at all.\n"
    ),
    "both.txt": (
        "Interviewer: And then?\n\nP02: Well, we managed.\n\n"
        "P01: Swimmingly, thanks to flamingos.\n\nP02: Yes.\n"
    ),
}


def make_talks(folder: Path) -> Study:
    """Two participants at two sites who talk alone and together, and one finding."""
    study = make_study(folder)
    for name, text in _TALKS.items():
        (folder / name).write_text(text, encoding="utf-8")
        study.sources.add(folder / name)
    study.cases.add("ICS A", "site")
    study.cases.add("ICS B", "site")
    study.participants.add(ANN, role="ICS leader", sites=["ICS A"])
    study.participants.add(BEA, role="Nurse", sites=["ICS B"])
    for source in _TALKS:
        for label, person in (("P01", ANN), ("P02", BEA)):
            if f"{label}:" in _TALKS[source]:
                study.speakers.link(source, label, person)
    study.codes.add("Closing")
    study.findings.add("The closing hurt", domain="Closing")
    return study


def opened_copy(folder: Path, to: Path, person: str = "Ama") -> Study:
    """A copy of such a study in another folder, opened."""
    shutil.copy(folder / "study.crosscase", to / "study.crosscase")
    return make_study(to, person=person, open_again=True)


def make_crowd(folder: Path) -> Study:
    """Six nurses at two sites and the one leader of one, who all speak of the closing."""
    study = make_study(folder)
    for site in ("North", "South"):
        study.cases.add(site, "site")
    study.codes.add("Closing")
    people = [(f"Nurse {n}", f"n{n}.txt", "Nurse", "It hurt us all") for n in range(1, 7)]
    people.append(("Boss", "boss.txt", "Leader", "It hurt nobody"))
    for number, (name, source, role, words) in enumerate(people):
        text = f"Interviewer: So?\n\nP0{number}: {words}, I think.\n\nInterviewer: Thanks.\n"
        (folder / source).write_text(f"{text}\nP0{number}: Bye.\n", encoding="utf-8")
        study.sources.add(folder / source)
        site = "South" if 3 <= number < 6 else "North"
        study.participants.add(name, role=role, sites=[site])
        study.speakers.link(source, f"P0{number}", name)
        study.codings.add(source, "Closing", quote=words)
    study.findings.add("The closing hurt", domain="Closing")
    return study
