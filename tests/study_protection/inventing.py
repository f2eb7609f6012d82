"""A study of invented people, of whom so many have each role at each site."""

from __future__ import annotations

from pathlib import Path

from crosscase.study import Study
from crosscase.testing import make_study

__all__ = ["COARSER", "place_of", "study_of"]

COARSER = {
    "Chief nurse": "Nurse",
    "Ward nurse": "Nurse",
    "Nurse": "Clinician",
    "Doctor": "Clinician",
}
WORDS = "I would say that {name} sees it so."


def study_of(
    folder: Path, *groups: tuple[str, str, int], name: str = "study", words: str = WORDS
) -> Study:
    """Participants (role, site, how many), each with one interview, of which one sentence is coded.

    The name of a participant is that of role and site with a number.
    """
    study = make_study(folder, name=name)
    people = [
        (f"{role} {site} {number}", role, "Health" if "nurse" in role else "Other", site)
        for role, site, count in groups
        for number in range(count)
    ]
    texts = folder / f"{name} texts"
    texts.mkdir(exist_ok=True)
    for person, *_ in people:
        said = words.format(name=person)
        told = f"Interviewer: Well?\n\nSpeaker: {said}\n\nInterviewer: {person}.\n"
        (texts / f"{person}.txt").write_text(told, encoding="utf-8")
    study.sources.add(texts)
    study.participants.import_table(("participant", "role", "sector", "site"), people)
    links = [(f"{person}.txt", "Speaker", person) for person, *_ in people]
    study.speakers.link_table(("source", "speaker", "participant"), links)
    study.codes.add("Trust")
    for person, *_ in people:
        study.codings.add(f"{person}.txt", "Trust", quote=words.format(name=person))
    return study


def place_of(study: Study, person: str) -> tuple[str, int, int]:
    """The coded sentence of a participant."""
    (place,) = study.query(f'code:Trust and source:"{person}.txt"').places()
    return place
