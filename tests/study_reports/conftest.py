"""A study with people of whom something is recorded, for those who tell how it was done."""

from __future__ import annotations

from pathlib import Path

import pytest

from crosscase.study import Study
from crosscase.testing import make_study

ANNA = (
    "Interviewer: How is the money?\nAnna Smith: The money crowds out everything else here.\n"
    "Interviewer: Still?\nAnna Smith: Still.\n"
)
BO = (
    "Interviewer: And trust?\nBo Long: We trust one another, and the money came late again.\n"
    "Interviewer: Again?\nBo Long: Every year.\n"
)


@pytest.fixture
def study(tmp_path: Path) -> Study:
    """Two interviews in two sites, one who declined, two coders, a merged code, a finding."""
    (tmp_path / "first.txt").write_text(ANNA, encoding="utf-8")
    (tmp_path / "second.txt").write_text(BO, encoding="utf-8")
    study = make_study(tmp_path, person="Ama")
    study.sources.add([tmp_path / "first.txt", tmp_path / "second.txt"])
    for site in ("North", "South"):
        study.cases.add(site, "site")
    study.participants.add("Anna Smith", role="Chair")
    study.participants.add("Bo Long", role="Nurse")
    study.participants.add("Cy Ray")
    study.memberships.add("Anna Smith", "North")
    study.memberships.add("Cy Ray", "South")
    study.memberships.add("Bo Long", "South")
    study.speakers.link_by_name()
    for code in ("money", "cash", "trust"):
        study.codes.add(code, example="The money crowds out everything else here.")
    study.codings.add("first.txt", "money", quote="The money crowds out everything else here")
    study.codings.add("second.txt", "cash", quote="the money came late again", coder="Ben")
    study.codings.add("second.txt", "trust", quote="We trust one another")
    study.codes.merge("cash", into="money")
    study.recruitments.describe("Anna Smith", found_by="search", prior_relationship="Old colleague")
    study.contacts.add("Anna Smith", day="2024-02-01", channel="e-mail", outcome="agreed")
    study.contacts.add("Cy Ray", day="2024-02-03", channel="telephone", outcome="declined")
    study.approvals.add("Ethics", body="A committee", reference="24/007", day="2023-11-01")
    study.memos.write("On me", "I worked there once.", memo_kind="reflexive")
    study.queries.save("of Anna", 'participant:"Anna Smith"')
    study.findings.add("Money is spoken of in both sites.", checks=["participants(code:money) = 2"])
    return study
