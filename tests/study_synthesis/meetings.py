"""A study of invented interviews in which codes meet in ways that can be counted by hand."""

from __future__ import annotations

import random
from pathlib import Path

from crosscase.study import Study
from crosscase.testing import make_study

__all__ = ["CODES", "PEOPLE", "coded_study", "random_study"]

CODES = ("Trust", "Money", "Time", "Power")
PEOPLE = {
    "P01": ("Northam", "Health"), "P02": ("Northam", "Council"), "P03": ("Northam", "Health"),
    "P04": ("Southam", "Council"), "P05": ("Southam", "Health"), "P06": ("Southam", "Council"),
}  # fmt: skip
TURNS = (
    "We trust them because the money came in time.",
    "There is no time, and no money. Nobody has any power here.",
    "Trust takes time. Power takes money.",
)


def coded_study(place: Path, folder: Path | None = None) -> Study:
    """Six people of two sites and two sectors, P06 in both sites; nothing is coded yet."""
    study = make_study(folder)
    for name in CODES:
        study.codes.add(name)
    columns = ("participant", "sector", "site")
    rows = [(name, sector, site) for name, (site, sector) in PEOPLE.items()]
    study.participants.import_table(columns, [*rows, ("P06", "Council", "Northam")])
    for name in PEOPLE:
        said = "".join(f"Interviewer: And then?\n\n{name}: {turn}\n\n" for turn in TURNS)
        (place / f"{name}.txt").write_text(said, encoding="utf-8")
        study.sources.add(place / f"{name}.txt")
    study.speakers.link_by_name()
    return study


def random_study(place: Path, seed: int, codings: int = 60) -> Study:
    """The same with passages anywhere, some of them across turns, coded at random."""
    study = coded_study(place)
    chance = random.Random(seed)
    length = len((place / "P01.txt").read_text(encoding="utf-8")) - 1
    for _ in range(codings):
        start = chance.randrange(length - 1)
        end = min(length, start + chance.randint(1, 60))
        study.codings.add(
            f"{chance.choice(list(PEOPLE))}.txt",
            chance.choice(CODES),
            start_char=start,
            end_char=end,
            valence=chance.choice(("enabling", "constraining", None)),
        )
    return study
