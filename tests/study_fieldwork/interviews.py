"""Small interviews for the tests of guides and topics, with everything said in a few words."""

from __future__ import annotations

from pathlib import Path

from crosscase.study import Study
from crosscase.testing import make_study

__all__ = ["GUIDE", "P01", "begun", "turn_at"]

GUIDE = [
    {"topic": "Role", "questions": ["What is your role?"]},
    {"topic": "Money", "questions": ["What happened to the money?", "Are budgets shared?"]},
    {"topic": "Data", "questions": ["What data do you use?"], "probes": ["Is it shared?"]},
]
P01 = (
    "Interviewer: What is your role?\n\n"
    "P01: I run the clinic by the river.\n\n"
    "Interviewer: And the money, what happened to it?\n\n"
    "P01: Well.\n\n"
    "Interviewer: And then?\n\n"
    "P01: Then the winter came. Nobody can see the records of anybody else.\n"
)
P02 = (
    "Interviewer: What happened to the money?\n\n"
    "P02: It went into one pot, and the pot was emptied.\n\n"
    "P03: I would not know.\n\n"
    "Interviewer: What data do you use?\n\n"
    "P02: None that I would call data.\n"
)
P04 = (
    "Interviewer: And you?\n\n"
    "P04: I said so at the time.\n\n"
    "Interviewer: When?\n\n"
    "P04: In the winter.\n"
)


def begun(folder: Path, *, person: str = "Ama") -> Study:
    """A study with an interview of P01, one of P02 and P03 together, and one of P04."""
    files = folder / "files"
    files.mkdir(exist_ok=True)
    texts = {
        "P01.txt": P01,
        "P02.txt": P02,
        "P04.txt": P04,
    }
    for name, text in texts.items():
        (files / name).write_text(text, encoding="utf-8")
    study = make_study(folder, person=person)
    study.sources.add([files / name for name in texts])
    for name in ("P01", "P02", "P03", "P04"):
        study.participants.add(name)
    study.speakers.link_by_name()
    study.guides.add("Leaders", topics=GUIDE)
    return study


def turn_at(study: Study, source: str, number: int) -> int:
    """Where a turn begins; the first is number 1."""
    return study.topics.places(source)[number - 1][0]
