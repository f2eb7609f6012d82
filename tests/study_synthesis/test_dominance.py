"""A cause across domains: what is counted, the conditions, and a named analyst's judgement."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from crosscase.errors import CrosscaseError
from crosscase.study import Study
from crosscase.study_synthesis.dominance_table import DominanceTable
from crosscase.testing import make_study

DOMAINS = ("Purpose", "Rules", "People", "Means")
# As in a published table of four domains with three statements each: one enables, one says
# neither, ten constrain. The words are invented.
VALENCES = ("enabling", None, *["constraining"] * 10)
SITES, SECTORS = ("North", "South"), ("health", "care", "council")


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    """Twelve statements by six participants in two sites and three sectors."""
    files = tmp_path / "files"
    files.mkdir()
    with make_study(tmp_path) as made:
        for name in ("Policy", *DOMAINS):
            made.codes.add(name)
        made.codes.add("Targets", parent="Policy")
        for site in SITES:
            made.cases.add(site, "site")
        for number in range(6):
            words = [f"Sentence {2 * number + at} is about that." for at in range(2)]
            text = "".join(
                f"Interviewer: And number {at}?\n\nP{number}: {each} So it is.\n\n"
                for at, each in enumerate(words)
            )
            (files / f"P{number}.txt").write_text(text)
        made.sources.add(sorted(files.iterdir()))
        for number in range(6):
            made.participants.add(
                f"P{number}", sector=SECTORS[number % 3], sites=[SITES[number % 2]]
            )
        made.speakers.link_by_name()
        for at, valence in enumerate(VALENCES):
            source, quote = f"P{at // 2}.txt", f"Sentence {at} is about that."
            made.codings.add(source, "Targets" if at % 2 else "Policy", quote=quote)
            made.codings.add(source, DOMAINS[at // 3], quote=quote, valence=valence)
        yield made
        assert made.verify() == []


def holding(table: DominanceTable) -> dict[str, tuple[bool | None, int | None]]:
    """The conditions by name: whether each holds, and its number."""
    return {each.key: (each.holds, each.number) for each in table.conditions}


def test_a_cause_in_four_domains_with_three_statements_each(study: Study) -> None:
    """One enables, one says neither, ten constrain: the shape of a published table."""
    table = study.dominance.table("Policy")
    assert [(row.name, row.statements) for row in table.rows] == [(name, 3) for name in DOMAINS]
    whole = table.whole
    assert (whole.statements, whole.participants, whole.of) == (12, 6, 6)
    assert (whole.enabling, whole.neutral, whole.constraining, whole.mixed) == (1, 1, 10, 0)
    assert (table.leading, whole.counter) == ("constraining", 1)
    assert (whole.cases, whole.sectors) == (2, 3)
    assert holding(table) == {
        "domains": (True, 4), "cases": (True, 2), "sectors": (True, 3),
        "counter_evidence": (True, 1),
    }  # fmt: skip
    frame = table.frame()
    assert frame["domain"].to_list() == [*DOMAINS, "All domains"]
    assert frame["statements"].to_list() == [3, 3, 3, 3, 12]


def test_every_number_opens_its_passages(study: Study) -> None:
    """Of a domain, of a sign, and what speaks against."""
    table = study.dominance.table("Policy")
    for row in table.rows:
        assert len(study.dominance.passages(table, row.name)) == row.statements
    assert len(study.dominance.passages(table)) == 12
    assert len(study.dominance.passages(table, None, "constraining")) == 10
    (against,) = study.dominance.passages(table, None, "counter")
    assert against.text == "Sentence 0 is about that." and against.participants == ("P0",)
    with pytest.raises(CrosscaseError, match="none of the domains"):
        study.dominance.passages(table, "Policy")


def test_two_coders_who_mark_the_same_words_differently_make_one_statement(study: Study) -> None:
    """And a valence that another contradicts makes it mixed."""
    study.codings.add("P0.txt", "Policy", quote="Sentence 0 is about", coder="Ben")
    at = study.sources.text("P0.txt").index("about that. So")
    study.codings.add(
        "P0.txt", "Purpose", start_char=at, end_char=at + 14, coder="Ben", valence="constraining"
    )
    row = study.dominance.table("Policy").rows[0]
    assert (row.statements, row.enabling, row.mixed) == (3, 0, 1)


def test_in_a_turn_what_is_coded_apart_meets_too(study: Study) -> None:
    """The unit is said, and is one of two."""
    at = study.sources.text("P5.txt").index("So it is.")
    study.codings.add("P5.txt", "Purpose", start_char=at, end_char=at + 9)
    assert study.dominance.table("Policy").rows[0].statements == 3
    by_turn = study.dominance.table("Policy", unit="turn")
    assert by_turn.rows[0].statements == 4 and "same turn" in by_turn.unit_says
    passages = study.dominance.passages(by_turn, "Purpose")
    assert passages[-1].text == "Sentence 10 is about that. So it is."
    with pytest.raises(CrosscaseError, match="not told by"):
        study.dominance.table("Policy", unit="source")


def test_asserted_interactions_are_statements_and_what_denies_them_counter_evidence(
    study: Study,
) -> None:
    """Only those that lead from the cause into the domain, and only where somebody asserts them."""
    place, against = (
        (source, at, at + 9)
        for source in ("P5.txt", "P4.txt")
        for at in [study.sources.text(source).index("So it is.")]
    )
    study.codes.add("Fear", parent="Means")
    study.interactions.add("Targets", "Fear", directed=True, sign="-", basis="asserted",
                           evidence=[place], against=[against])  # fmt: skip
    study.interactions.add("Fear", "Targets", directed=True, basis="asserted", evidence=[place])
    study.interactions.add("Targets", "People", directed=True, evidence=[place])
    table = study.dominance.table("Policy", domains=DOMAINS)
    means = table.rows[3]
    assert (means.statements, means.interactions, means.counter) == (4, 1, 1)
    assert (means.weakening, means.strengthening, table.rows[2].interactions) == (1, 0, 0)
    # That a factor is weakened is not yet for better or worse: only a valence says so.
    assert (table.whole.constraining, table.whole.neutral, table.whole.counter) == (10, 2, 2)


def test_conditions_fail_with_their_numbers(study: Study) -> None:
    """Where a domain has nothing, a case is missing, or nothing speaks against it."""
    study.codes.add("Luck")
    table = study.dominance.table("Policy")
    assert holding(table)["domains"] == (False, 4)
    table = study.dominance.table("Policy", where="site:North and sector:health")
    assert (table.whole.of, table.whole.participants) == (1, 1)
    table = study.dominance.table("Policy", domains=["Rules"])
    assert holding(table)["counter_evidence"] == (False, 0)
    assert any("look for what speaks against" in note for note in table.notes)


def test_a_domain_is_beside_its_cause(study: Study) -> None:
    """Neither the cause itself, nor what lies above or below it."""
    for domain in ("Policy", "Targets"):
        with pytest.raises(CrosscaseError, match="is the cause itself"):
            study.dominance.table("Policy", domains=[domain])
    with pytest.raises(CrosscaseError, match="is the cause itself"):
        study.dominance.table("Targets", domains=["Policy"])
    assert [row.name for row in study.dominance.table("Targets").rows] == list(DOMAINS)


def test_dominant_is_what_a_named_analyst_judged_and_when(study: Study) -> None:
    """With the conditions as they stood, and which of them stand otherwise now."""
    told = study.dominance.judge("Policy", "dominant", "In every domain, at both sites")
    assert (told.verdict, told.judge, told.cause_name) == ("dominant", "Ama", "Policy")
    assert told.reason == "In every domain, at both sites" and told.changed == ()
    assert {each["key"]: each["number"] for each in told.conditions}["domains"] == 4
    study.codings.add("P3.txt", "Means", quote="Sentence 6 is about that.", valence="enabling",
                      coder="Ben")  # fmt: skip
    (told,) = study.dominance.judgements("Policy")
    assert told.changed == () and told.heads
    study.codes.remove("Rules")
    assert study.dominance.judgements()[0].changed is None
    study.codes.restore("Rules")
    study.withdrawals.withdraw("P0")
    assert study.dominance.judgements()[0].changed == ("counter_evidence",)
    assert study.dominance.judgements()[0].when.endswith(
        "1 piece of counter-evidence; since changed"
    )
    with pytest.raises(CrosscaseError, match="verdict"):
        study.dominance.judge("Policy", "obviously")


def test_a_judge_has_one_judgement_of_a_cause_and_each_judge_their_own(study: Study) -> None:
    """Judging again changes it; each act is one operation that can be undone."""
    first = study.dominance.judge("Policy", "undecided")
    again = study.dominance.judge("Policy", "dominant", "Now I see")
    assert again.id == first.id and len(study.dominance.judgements()) == 1
    assert study.dominance.judge("Policy", "dominant", "Now I see").id == first.id
    study.undo()
    assert study.dominance.judgements()[0].verdict == "undecided"
    study.redo()
    study.dominance.remove(first.id)
    assert study.dominance.judgements() == []
    study.dominance.restore(first.id)
    assert [each.sentence for each in study.log()[:3]] == [
        "restored a judgement on whether “Policy” dominates",
        "took back a judgement on whether “Policy” dominates",
        "redid: judged whether “Policy” dominates",
    ]


def test_judgements_of_two_copies_stand_beside_each_other(study: Study, tmp_path: Path) -> None:
    """Ben judges on his laptop what Ama judges on hers."""
    other = tmp_path / "ben"
    other.mkdir()
    assert study.path is not None
    study.copy(other / study.path.name)
    study.dominance.judge("Policy", "dominant")
    with make_study(other, person="Ben", open_again=True) as ben:
        ben.dominance.judge("Policy", "not dominant", "Only in words")
    study.merge(other / study.path.name)
    assert {(each.judge, each.verdict) for each in study.dominance.judgements()} == {
        ("Ama", "dominant"), ("Ben", "not dominant"),
    }  # fmt: skip
