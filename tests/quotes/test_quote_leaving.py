"""Quotes leave the study with labels and without names, and say who is quoted and who is not."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from crosscase.errors import Conflict
from crosscase.study import Study
from crosscase.study_protection.disclosure_policy import policy_from_plain
from crosscase.study_protection.disclosure_report import attribution_line
from tests.quotes.making import make_crowd, opened_copy

_BAD = "=HYPERLINK(1) <script>alert(1)</script> & ]]> {{7*7}}"


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed study of seven participants, to be copied."""
    folder = tmp_path_factory.mktemp("crowd")
    make_crowd(folder).close()
    return folder


@pytest.fixture
def study(crowd: Path, tmp_path: Path) -> Iterator[Study]:
    """Six nurses at two sites and one leader; all speak of the closing, one says the opposite."""
    with opened_copy(crowd, tmp_path) as opened:
        yield opened


def _document(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as held:
        return held.read("word/document.xml").decode()


def test_a_label_that_too_few_share_is_made_coarser(study: Study) -> None:
    shared = study.quotes.choose("n1.txt", quote="It hurt us all")
    alone = study.quotes.choose("boss.txt", quote="It hurt nobody")
    assert (shared.attribution, shared.risks) == ("Nurse, North", ())
    assert alone.attribution not in (None, "Leader, North")
    assert any("shares" in risk for risk in alone.risks)


def test_the_template_of_the_policy_is_printed(study: Study) -> None:
    study.quotes.choose("n1.txt", quote="It hurt us all")
    study.disclosure.set_policy({"template": "{role} at {site}"})
    assert study.quotes.get("Q1").attribution == "Nurse at North"
    assert [each.line for each in study.quotes.printed(["Q1"])] == ["Nurse at North"]


@pytest.mark.parametrize(
    ("template", "lines"),
    [
        ("", ["Nurse, North", "Nurse", "North", "Participant"]),
        ("{role} ({site})", ["Nurse (North)", "Nurse", "North", "Participant"]),
        ("{site}: {role}", ["North: Nurse", "Nurse", "North", "Participant"]),
        ("a {role}, England", ["a Nurse, England", "a Nurse, England", "North", "Participant"]),
    ],
)
def test_a_label_without_a_value_leaves_no_trace(template: str, lines: list[str]) -> None:
    both = {"role": "Nurse", "site": "North"}
    held = [both, {"role": "Nurse"}, {"site": "North"}, {}]
    assert [attribution_line(each, template) for each in held] == lines


@pytest.mark.parametrize("template", ["{age}", "{role", "no label", "{role}{role}", "x" * 300])
def test_a_template_that_cannot_be_filled_is_refused(template: str) -> None:
    with pytest.raises(Exception, match="template"):
        policy_from_plain({"template": template})


def test_what_leaves_names_nobody(study: Study) -> None:
    study.quotes.choose("n1.txt", quote="It hurt us all", finding="F1", note="said by nurse 1")
    leaving = study.quotes.leaving()
    told = [
        _document(study.quotes.document(leaving).to_bytes()),
        study.quotes.document(leaving).to_html(),
        str(leaving.frame().rows()),
        _document(study.findings.document(study.findings.leaving()).to_bytes()),
    ]
    for each in told:
        assert "It hurt us all" in each
        assert "Nurse, North" in each
        assert "n1.txt" not in each
        assert "Nurse 1" not in each
        assert "said by" not in each


def test_the_ledger_leaves_with_what_speaks_against_it(study: Study) -> None:
    study.quotes.choose("n1.txt", quote="It hurt us all", finding="F1")
    study.quotes.choose("boss.txt", quote="It hurt nobody", finding="F1", against=True)
    study.findings.give_evidence("F1", [("n2.txt", "It hurt us all")])
    study.findings.give_evidence("F1", [("n4.txt", "It hurt us all")], against=True)
    made = study.findings.document(study.findings.leaving())
    (finding,) = made.findings
    assert [each.words for each in finding.speaks_for] == ["It hurt us all"] * 2
    assert [each.words for each in finding.against] == ["It hurt nobody", "It hurt us all"]
    assert len(study.findings.leaving().places) == 4


def test_a_policy_that_refuses_holds_back_what_no_label_helps(study: Study) -> None:
    study.quotes.choose("n1.txt", quote="It hurt us all")
    study.disclosure.set_policy({"exports": "refuse"})
    study.quotes.leaving().check.require_allowed()
    study.sources.describe("n1.txt", quotable=False)
    leaving = study.quotes.leaving()
    assert leaving.check.barred == 1
    with pytest.raises(Conflict):
        leaving.check.require_allowed()


def test_words_that_stand_nowhere_any_more_do_not_leave(study: Study) -> None:
    study.quotes.choose("n1.txt", quote="It hurt us all")
    text = study.sources.text("n1.txt")
    study.sources.correct("n1.txt", text.replace("It hurt us all", "[left out]"))
    leaving = study.quotes.leaving()
    assert (leaving.quotes, leaving.left_out) == ((), ("Q1",))
    assert "hurt" not in _document(study.quotes.document(leaving).to_bytes())


def test_no_file_takes_the_words_of_a_quote_for_anything_else(study: Study, tmp_path: Path) -> None:
    from crosscase.study_synthesis.written_tables import frame_csv

    (tmp_path / "bad.txt").write_text(f"{_BAD}\n", encoding="utf-8")
    study.sources.add(tmp_path / "bad.txt")
    study.quotes.choose("bad.txt", quote=_BAD)
    study.findings.add(_BAD)
    study.quotes.change("Q1", finding="F2")
    leaving = study.quotes.leaving()
    page = study.quotes.document(leaving).to_html()
    assert "<script>" not in page
    assert "&lt;script&gt;" in page
    word = _document(study.quotes.document(leaving).to_bytes())
    assert "<script>" not in word
    assert "=HYPERLINK(1) &lt;script&gt;" in word
    assert ",'=HYPERLINK" in frame_csv(leaving.frame()).decode()
    ledger = _document(study.findings.document(study.findings.leaving()).to_bytes())
    assert "<script>" not in ledger


def test_who_is_quoted_is_held_against_who_said_it(study: Study) -> None:
    for number in range(1, 4):
        study.quotes.choose("n1.txt", quote="It hurt us all", words=f"It hurt [{number}] us all")
    balance = study.quotes.balance()
    people, sites, *_ = balance.by
    rows = {each.name: each for each in people.rows}
    first = rows["Nurse 1"]
    assert (first.quotes, first.of_quotes, first.passages, first.of_passages) == (3, 3, 1, 7)
    assert (first.standing, first.says) == ("more", "3 of 3 quotes; 1 of 7 passages")
    assert first.expected == pytest.approx(3 / 7)
    assert len(people.never) == 6
    north, south = (next(s for s in sites.rows if s.name == name) for name in ("North", "South"))
    assert (north.quotes, north.passages, south.standing) == (3, 4, "never")
    assert balance.basis == "passages coded with 1 code of what is quoted"
    assert study.quotes.balance(of="participant:Boss", by=["sites"]).passages == 2


def test_evidence_against_is_looked_for_where_nobody_quotes(study: Study) -> None:
    study.quotes.choose("n1.txt", quote="It hurt us all", finding="F1")
    found = study.findings.against("F1", most=2)
    assert (found.question, found.passages) == ("code:Closing", 7)
    assert found.unlike[0].passage.text == "It hurt nobody"
    assert found.unlike[0].similarity < 1
    assert all(each.passage.source != "n1.txt" for each in found.unlike)
    assert found.silent == ()
    study.codes.add("Quarrels")
    study.findings.change("F1", domain="Quarrels")
    found = study.findings.against("F1")
    assert len(found.silent) == found.of - 1  # she who is quoted is not silent
    assert "no topic of a guide" in found.asked_basis
    assert found.silent[0].groups == ("North",)
    study.findings.change("F1", domain=None)
    assert study.findings.against("F1").notes[0].startswith("Nothing says what")


def test_only_who_was_asked_is_silent_where_a_topic_is_linked(study: Study) -> None:
    study.codes.add("Quarrels")
    study.findings.change("F1", domain="Quarrels")
    study.guides.add("Leaders", topics=["Quarrels among you", "Money"])
    for source in ("n1.txt", "n2.txt"):
        study.topics.confirm(source, [(0, "Quarrels among you")])
    study.topics.confirm("n3.txt", [(0, "Money")])
    study.charting.link_topics("Quarrels", ["Quarrels among you"])
    found = study.findings.against("F1")
    assert found.asked_basis == "those asked about “Quarrels among you”"
    assert ([each.name for each in found.silent], found.of) == (["Nurse 1", "Nurse 2"], 2)


def test_passages_of_the_opposite_valence_are_counter_cases(study: Study) -> None:
    study.codings.add("boss.txt", "Closing", quote="It hurt nobody", valence="enabling")
    study.codings.add("n1.txt", "Closing", quote="It hurt us all", valence="constraining")
    study.findings.add_check("F1", "participants(code:Closing and valence:constraining) >= 1")
    study.findings.give_evidence("F1", [("n6.txt", "It hurt us all")], against=True)
    found = study.findings.against("F1")
    assert {each.source for each in found.negative} == {"boss.txt", "n6.txt"}
    assert {each.name for each in found.silent} >= {"Nurse 2", "Nurse 3"}
