"""A small study of six people at three sites, with codings of which every number is known."""

from __future__ import annotations

from pathlib import Path

from crosscase.study import Study
from crosscase.testing import make_study

__all__ = ["PEOPLE", "make_told", "opened"]

PEOPLE = {
    "A1": ("North", "health"),
    "A2": ("North", "care"),
    "B1": ("South", "health"),
    "B2": ("South", "care"),
    "C1": ("West", "health"),
    "C2": ("West", "housing"),
}
_TRUSTS = ("A1", "A2", "B1", "C1")


def make_told(folder: Path) -> Study:
    """Trust: four of six people, at every site; with deep trust, which is below it, five.

    Money: A1 alone. Nobody speaks of the code Silence. East is a site without data.
    """
    study = make_study(folder)
    for site in ("North", "South", "West", "East"):
        study.cases.add(site, "site")
    for name, (site, sector) in PEOPLE.items():
        path = folder / f"{name}.txt"
        path.write_text(
            f"Interviewer: And you?\n\n{name}: I trust the nurse of {name}. "
            f"The money of {name} is short.\n\nInterviewer: Yes?\n\n{name}: Nothing more.\n",
            encoding="utf-8",
        )
        study.sources.add(path)
        study.participants.add(name, role="nurse", sector=sector, sites=[site])
    study.speakers.link_by_name()
    for code, above in (("Trust", None), ("Deep trust", "Trust"), ("Money", None),
                        ("Silence", None)):  # fmt: skip
        study.codes.add(code, parent=above)
    for name in _TRUSTS:
        study.codings.add(f"{name}.txt", "Trust", quote=f"I trust the nurse of {name}.")
    study.codings.add("B2.txt", "Deep trust", quote="I trust the nurse of B2.")
    study.codings.add("A1.txt", "Money", quote="The money of A1 is short.")
    study.codings.add("A1.txt", "Money", quote="The money of A1", coder="Ben")
    study.interactions.add(
        "Money", "Trust", directed=True, sign="-", basis="asserted",
        evidence=[("A1.txt", "The money of A1 is short."), ("B1.txt", "The money of B1 is short.")],
    )  # fmt: skip
    return study


def opened(folder: Path, person: str = "Ama") -> Study:
    """The same study in its folder, opened once more."""
    return make_study(folder, person=person, open_again=True)
