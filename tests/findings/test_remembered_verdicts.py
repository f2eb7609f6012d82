"""Verdicts are remembered only while nothing changed that they hang on."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest

from crosscase.store.kept_outcomes import keep_outcomes, kept_outcomes
from crosscase.study import Study
from crosscase.study_findings import evaluating
from crosscase.study_findings.checking import AskedCheck
from tests.findings.making import PEOPLE, opened

_TEXTS = [
    "participants(code:Trust) >= 3", "participants(code:=Trust) >= 3", "count(code:Money) = 2",
    "codings(code:Money) = 2", "coders(code:Trust) = 1", "participants(code:*) >= 1",
    "share(code:Money, of:passages(code:*)) < 50%", "participants(code:Trust) in every site",
    "participants(coder:Ben) >= 1", "participants(text:money and not code:Money) >= 1",
    "participants(code:Trust and sector:health) >= 1", "sites(code:Money) >= 1",
    "interaction(Money -> Trust) by participants >= 1", "participants(code:Silence) is none",
    'quote "I trust the nurse of B2." is verbatim', "participants(code:Trust) is most",
    "participants(code:Trust near(1 turns) code:Money) >= 1", "sources(code:Trust) >= 1",
]  # fmt: skip


def _act(study: Study, chance: random.Random) -> None:
    """Something that people do in a study."""
    name = chance.choice(sorted(PEOPLE))
    codes = ["Trust", "Deep trust", "Money", "Silence"]
    start = chance.randrange(30)
    match chance.randrange(9):
        case 0 | 1 | 2:
            coder = chance.choice(["Ama", "Ben", "Cleo"])
            place = {"start_char": start, "end_char": start + 9}
            study.codings.add(f"{name}.txt", chance.choice(codes), coder=coder, **place)
        case 3:
            held = study.codings.frame()["coding"].to_list()
            study.codings.remove([chance.choice(held)])
        case 4:
            study.undo()
        case 5:
            study.attributes.set(name, {"sector": chance.choice(["health", "care", "police"])})
        case 6:
            text = study.sources.text(f"{name}.txt")
            study.sources.correct(f"{name}.txt", text.replace("nurse", "nurses", 1))
        case 7:
            study.findings.set_words({"most": chance.choice(["> 50%", "> 95%"])})
        case _:
            study.memos.write(f"Note {chance.random()}", "nothing changes")


@pytest.mark.parametrize("seed", range(3))
def test_what_is_remembered_is_what_would_be_counted(
    study: Study, tmp_path: Path, seed: int
) -> None:
    """Whatever people do, in whatever order: as a study says that was just opened."""
    chance = random.Random(seed)
    for _ in range(12):
        _act(study, chance)
        remembered = study.findings.evaluate_all(_TEXTS)
        with opened(tmp_path) as fresh:
            assert fresh.findings.evaluate_all(_TEXTS) == remembered


def _counting(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The checks that are counted from now on."""
    seen: list[str] = []
    count = evaluating.evaluated

    def counted(reading: object, checks: list[AskedCheck], *more: object) -> object:
        seen.extend(check.text for check in checks)
        return count(reading, checks, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(evaluating, "evaluated", counted)
    return seen


def test_only_what_hangs_on_a_coding_is_counted_again(
    study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing after a memo; after a coding what asks for its code, one above it, or any code."""
    study.findings.evaluate_all(_TEXTS)
    seen = _counting(monkeypatch)
    study.findings.evaluate_all(_TEXTS)
    study.memos.write("A memo", "on nothing")
    study.findings.add("A claim.")
    study.findings.evaluate_all(_TEXTS)
    assert seen == []
    study.codings.add("C2.txt", "Silence", start_char=5, end_char=9)
    study.findings.evaluate_all(_TEXTS)
    assert set(seen) == {
        "participants(code:Silence) is none", "participants(code:*) >= 1",
        "codings(code:Money) = 2", "coders(code:Trust) = 1",
        "share(code:Money, of:passages(code:*)) < 50%", "participants(coder:Ben) >= 1",
    }  # fmt: skip


def test_the_next_program_is_told_what_was_found_in_the_same_state(
    study: Study, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Kept with the file, in no log; another state or a purge leaves it behind."""
    texts = [f"participants(code:Trust) >= {number}" for number in range(40)]
    before, operations = study.heads, len(study.log())
    found = study.findings.evaluate_all(texts)
    assert (study.heads, len(study.log())) == (before, operations)
    seen = _counting(monkeypatch)
    with opened(tmp_path) as again:
        assert again.findings.evaluate_all(texts) == found
        assert seen == []
        again.codings.add("C2.txt", "Trust", quote="Nothing more.")
        assert again.findings.evaluate_all(texts)[5].value == 6
        assert len(seen) == 40
    assert study.verify() == []


def test_a_manuscript_is_checked_again_without_counting(
    study: Study, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever few checks it has: in another program, as long as nothing changed."""
    paper = b"# Results\n\nFive{{= participants(code:Trust) = 5}} trust.\n"
    study.manuscripts.check(paper, name="paper.md")
    seen = _counting(monkeypatch)
    with opened(tmp_path) as again:
        assert not again.manuscripts.check(paper, name="paper.md").failed()
        assert seen == []
        again.codings.add("C2.txt", "Trust", quote="Nothing more.")
        assert again.manuscripts.check(paper, name="paper.md").failed()
        assert seen != []


def test_nobody_waits_to_keep_what_was_found(study: Study, tmp_path: Path) -> None:
    """While another program writes it is left out; what was counted is remembered here."""
    texts = [f"participants(code:Trust) >= {n}" for n in range(40)]
    with opened(tmp_path) as other, other._session.file.write():
        started = time.monotonic()
        assert len(study.findings.evaluate_all(texts)) == 40
        assert time.monotonic() - started < 10  # SQLite's own patience is 30 s
    file = study._session.file
    with file.read() as connection:
        assert file.fact(connection, "outcomes of checks") is None


def test_what_was_found_before_somebody_else_wrote_is_not_kept(
    study: Study, tmp_path: Path
) -> None:
    """So that no purge of another program is outlived by what it took out."""
    file = study._session.file
    before = study.heads
    with opened(tmp_path) as other:
        other.memos.write("A memo", "with words")
    keep_outcomes(file, f"1 {before}", {})
    with file.read() as connection:
        assert file.fact(connection, "outcomes of checks") is None
    keep_outcomes(file, f"1 {study.heads}", {})
    with file.read() as connection:
        assert kept_outcomes(file, connection, f"1 {study.heads}") == {}


def test_a_purge_takes_out_what_was_kept(study: Study) -> None:
    study.findings.evaluate_all([f"participants(code:Trust) >= {n}" for n in range(40)])
    file = study._session.file
    with file.read() as connection:
        assert file.fact(connection, "outcomes of checks") is not None
    study.purge([study.memos.write("A memo", "with words").id])
    with file.read() as connection:
        assert file.fact(connection, "outcomes of checks") is None
        assert kept_outcomes(file, connection, study.heads) is None
    assert study.verify() == []


def test_a_study_that_may_only_be_read_is_checked_all_the_same(
    study: Study, tmp_path: Path
) -> None:
    from crosscase import open_study

    study.close()
    with open_study(tmp_path / "study.crosscase", read_only=True) as reader:
        found = reader.findings.evaluate_all(_TEXTS * 3)
        assert found[0].holds and found[: len(_TEXTS)] == found[len(_TEXTS) : 2 * len(_TEXTS)]


def test_a_passage_that_is_coded_otherwise_changes_what_hangs_on_all_codings(study: Study) -> None:
    """As many codings as before at the same places, and yet not the same."""
    held = study.codings.frame().filter(code="Money")["coding"].to_list()
    study.findings.evaluate_all(["codings(code:Money)", "codings(code:Silence)"])
    study.codings.recode(held, "Silence")
    found = study.findings.evaluate_all(["codings(code:Money)", "codings(code:Silence)"])
    assert [each.value for each in found] == [0, 2]
