"""The small study that the tests of the desk work in."""

from __future__ import annotations

from pathlib import Path

from crosscase.study import Study
from crosscase.study_opening import make_study_file
from crosscase.testing import TickingClock, counted_randomness

__all__ = ["TRANSCRIPTS", "make_small_study"]

TRANSCRIPTS = {
    "P01.txt": (
        "Interviewer: What changed when the money came?\n\n"
        "P01: We trusted one another at last. The money went into one pot.\n\n"
        "Interviewer: And then?\n\n"
        "P01: Then the winter came, and the pot was emptied by people we had trusted.\n"
    ),
    "P02.txt": (
        "Interviewer: Who decides?\n\n"
        "P02: Nobody decides. There is a meeting, and after the meeting there is a meeting.\n\n"
        "Interviewer: Do you trust them?\n\n"
        "P02: I trust the nurse. I do not trust the meeting.\n"
    ),
    "P03.txt": (
        "Interviewer: What helps?\n\n"
        "P03: A director who picks up the telephone. Trust is a telephone that is picked up.\n"
    ),
}


def make_small_study(folder: Path) -> Path:
    """Three interviews in two sites, four codes, codings by two coders, two memos and a link."""
    files = folder / "transcripts"
    files.mkdir(parents=True, exist_ok=True)
    for name, text in TRANSCRIPTS.items():
        (files / name).write_text(text, encoding="utf-8")
    path = folder / "study.crosscase"
    with make_study_file(
        path,
        "A small study",
        person="Ama",
        now_us=TickingClock(),
        randomness=counted_randomness("small study"),
    ) as study:
        _fill(study, files)
    return path


def _fill(study: Study, files: Path) -> None:
    study.sources.add(files)
    people = [
        ("P01", "Director", "Health", "Northam"),
        ("P02", "Nurse", "Community", "Southam"),
        ("P03", "Director", "Community", "Southam"),
    ]
    study.participants.import_table(("participant", "role", "sector", "site"), people)
    study.speakers.link_by_name()
    study.codes.add("Relationships", definition="How people get on", colour="#7a5195")
    study.codes.add("Trust", parent="Relationships", definition="Readiness to rely on somebody")
    study.codes.add("Money")
    study.codes.add("Meetings", origin="in vivo")
    for source, code, quote, coder in (
        ("P01.txt", "Trust", "We trusted one another at last.", None),
        ("P01.txt", "Money", "The money went into one pot.", None),
        ("P01.txt", "Trust", "people we had trusted", "Ben"),
        ("P02.txt", "Meetings", "There is a meeting", None),
        ("P02.txt", "Trust", "I trust the nurse.", None),
        ("P02.txt", "Trust", "I trust the nurse.", "Ben"),
        ("P03.txt", "Relationships", "A director who picks up the telephone.", "Ben"),
    ):
        study.codings.add(source, code, quote=quote, coder=coder)
    trust = study.codes.get("Trust")
    study.memos.write("What trust is here", "They speak of it as of weather.", about=trust.id)
    study.memos.write("On the way of asking", "Ask later.", memo_kind="methodological")
    study.links.add(trust.id, study.codes.get("Money").id, "depends on")
    study.sets.make("Directors", ["case:P01", "case:P03"])
    study.queries.save("Trust", "code:Trust")
