"""What leaves with a manuscript names no participant and no source, and passes the same gate."""

from __future__ import annotations

from pathlib import Path

import pytest

from crosscase.study import Study
from crosscase.testing import make_study
from tests.command_runs import Run
from tests.manuscripts.making import comments_of, docx_of

WORDS = "The money crowds out everything else here"
QUOTE = f"She said “{WORDS}” (North)."
CHECKS = (
    f'quote "{WORDS}" is verbatim by participant "Bo Long"',
    'quote "The money crowds out nothing else here" is verbatim',
    'participants(participant:"Anna Smith") = 1',
    f'participants("{WORDS}") = 1',
)
CLAIM = "# Results\n\n[The money crowds all out.]{.claim finding=F1}\n"
NAMES = ("Anna Smith", "Bo Long", "first.txt")


@pytest.fixture
def spoken(tmp_path: Path) -> Study:
    """Two interviews in two sites, without any role, and a finding whose checks name people."""
    study = make_study(tmp_path)
    for name, person, said, site in (
        ("first.txt", "Anna Smith", f"{WORDS}.", "North"),
        ("second.txt", "Bo Long", "We trust one another, and it came late again.", "South"),
    ):
        text = f"Interviewer: How is it?\n{person}: {said}\nInterviewer: So?\n{person}: Yes.\n"
        (tmp_path / name).write_text(text, encoding="utf-8")
        study.sources.add([tmp_path / name])
        study.cases.add(site, "site")
        study.participants.add(person, sector="health" if site == "North" else None)
        study.memberships.add(person, site)
    study.speakers.link_by_name()
    study.codes.add("money")
    study.codings.add("first.txt", "money", quote=WORDS)
    study.findings.add("Money crowds all out.", checks=["participants(code:money) >= 1", *CHECKS])
    return study


def _docx(text: str) -> bytes:
    return docx_of(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")


def _page(study: Study, text: str) -> str:
    return study.manuscripts.render(
        text.encode(), "html", name="paper.md", annotated="claim" in text
    ).data.decode()


def test_a_quote_and_its_site_are_checked_where_the_study_has_no_roles(spoken: Study) -> None:
    for name, data in (("p.md", f"# Results\n\n{QUOTE}\n".encode()), ("p.docx", _docx(QUOTE))):
        found = spoken.manuscripts.check(data, name=name)
        kinds = {each.kind: each.standing for each in found.items}
        assert kinds == {"quote": "supported", "attribution": "risk"}, name


def test_pages_and_sample_tables_are_made_where_the_study_has_no_roles(spoken: Study) -> None:
    assert "The money crowds all out" in _page(spoken, CLAIM)
    assert "Participants by site" in _page(spoken, "{{table sample rows=site columns=sector}}\n")


def test_what_checks_say_names_nobody_outside_of_the_study(spoken: Study) -> None:
    annotated = _page(spoken, CLAIM)
    table = _page(spoken, "{{table findings}}\n")
    printed = " ".join(
        f"{text} {told}"
        for each in spoken.findings.leaving().findings
        for text, told in each.checks
    )
    margin = " ".join(comments_of(spoken.manuscripts.check(
        _docx("The money crowds all out [F1]."), name="p.docx").document or b""))  # fmt: skip
    for where, text in zip(("page", "table", "document", "margin"),
                           (annotated, table, printed, margin), strict=True):  # fmt: skip
        assert "somebody else says it" in text, where
        assert not [name for name in (*NAMES, WORDS) if name in text], where


def test_who_works_in_the_study_is_told_who_said_it_and_where(spoken: Study, run: Run) -> None:
    assert spoken.path is not None
    assert "“first.txt”, said by Anna Smith, not by Bo Long" in (
        run("findings", "check", spoken.path, CHECKS[0], status=1).out
    )


def test_a_copy_with_comments_passes_the_gate_and_names_no_source(
    spoken: Study, tmp_path: Path, run: Run
) -> None:
    paper, copy = tmp_path / "paper.docx", tmp_path / "paper.checked.docx"
    paper.write_bytes(_docx("She said “The money crowds out nothing else here”."))
    said = run("check", paper, spoken.path, status=1)
    assert "would let a reader find who spoke" in said.err
    [told] = comments_of(copy.read_bytes())
    assert f"It stands in the transcript: “{WORDS}”" in told
    copy.unlink()
    spoken.disclosure.set_policy({"exports": "refuse"})
    run("check", paper, spoken.path, status=4)
    assert not copy.exists()
