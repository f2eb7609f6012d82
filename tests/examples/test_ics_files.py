"""The teaching study in examples/ics keeps the promises that its README makes."""

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

STUDY = Path(__file__).parents[2] / "examples" / "ics"
SITES = ("Harrowmere", "Ostrey Coast", "Thornfell")
CODERS = ("Ama", "Ben", "Chidi")


def rows(name: str) -> list[dict[str, str]]:
    """The rows of one of the study's tables."""
    with (STUDY / name).open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


def sources() -> dict[str, str]:
    """Every source's text by its file name."""
    folders = ("transcripts", "meetings", "documents")
    paths = [path for folder in folders for path in (STUDY / folder).iterdir()]
    return {p.name: p.read_bytes().decode("utf-8") for p in paths}


SOURCES = sources()
TRANSCRIPTS = {name: text for name, text in SOURCES.items() if name.startswith("ics_")}
CODES = {row["code"]: row for row in rows("codebook.csv")}


def readme_table() -> dict[str, list[int]]:
    """The README's counts: row label to its numbers."""
    lines = (STUDY / "README.md").read_text(encoding="utf-8").splitlines()
    cells = [[c.strip() for c in line.strip("|").split("|")] for line in lines if "|" in line]
    wanted = (*SITES, "Total")
    return {row[0]: [int(n) for n in row[1:]] for row in cells if row[0] in wanted}


def readme_sectors() -> list[str]:
    """The sectors, in the order of the README's columns."""
    text = (STUDY / "README.md").read_text(encoding="utf-8")
    header = next(line for line in text.splitlines() if line.startswith("| Site |"))
    return [c.strip() for c in header.strip("|").split("|")][1:-1]


def readme_sample() -> set[str]:
    """The transcripts that the README gives as the sample coded three times."""
    coders = (STUDY / "README.md").read_text(encoding="utf-8").split("## Coders")[1]
    return set(re.findall(r"ics_P\d\d\.txt", coders))


def turn_places(text: str, quote: str) -> list[str]:
    """The lines (one turn or paragraph each) that hold the quote."""
    return [line for line in text.split("\n") if quote in line]


def test_sources_are_complete() -> None:
    """There are 32 transcripts, two meetings and two documents."""
    expected = {f"ics_P{n:02}.txt" for n in range(1, 33)}
    assert set(TRANSCRIPTS) == expected
    rest = {"meeting_1.txt", "meeting_2.txt", "policy_1.md", "policy_2.md"}
    assert set(SOURCES) - expected == rest


@pytest.mark.parametrize("name", sorted(SOURCES))
def test_source_says_it_is_invented_and_has_substance(name: str) -> None:
    """Each source opens with the notice and a blank line, uses LF, and is long enough."""
    text = SOURCES[name]
    assert text.startswith("Invented for teaching\n\n")
    assert "\r" not in text
    least = {"ics": 520, "mee": 600, "pol": 500}[name[:3]]
    assert len(text.split()) >= least


@pytest.mark.parametrize("name", sorted(TRANSCRIPTS))
def test_transcript_has_two_speakers_in_turns(name: str) -> None:
    """Every turn of a transcript is labelled, by the interviewer or by its participant."""
    labels = [block.split(": ")[0] for block in TRANSCRIPTS[name].strip().split("\n\n")[1:]]
    assert set(labels) == {"Interviewer", name[4:7]}


def test_counts_by_site_and_sector_equal_the_readme() -> None:
    """Counting each participant once gives the README's table and margins."""
    counted = [row for row in rows("participants.csv") if row["counts_as"] == "yes"]
    cells = Counter((row["site"], row["sector"]) for row in counted)
    sectors = readme_sectors()
    table = {site: [cells[site, sector] for sector in sectors] for site in SITES}
    totals = [sum(column) for column in zip(*table.values(), strict=True)]
    made = {name: [*numbers, sum(numbers)] for name, numbers in (*table.items(), ("Total", totals))}
    assert made == readme_table()
    assert sum(totals) == len(counted) == 32


def test_one_participant_works_in_two_sites() -> None:
    """Exactly one participant has two rows, with two sites, and everybody counts once."""
    people = rows("participants.csv")
    twice = [p for p, n in Counter(row["participant"] for row in people).items() if n > 1]
    assert twice == ["P20"]
    assert len({row["site"] for row in people if row["participant"] == "P20"}) == 2
    once = Counter(row["participant"] for row in people if row["counts_as"] == "yes")
    assert once == Counter({f"P{n:02}": 1 for n in range(1, 33)})


def test_cases_named_for_participants_exist() -> None:
    """Every site and organisation of a participant is a case, as is every organisation's site."""
    sites = {row["case"] for row in rows("sites.csv")}
    organisations = {row["case"] for row in rows("organisations.csv")}
    assert sites == set(SITES)
    assert {row["site"] for row in rows("participants.csv")} == sites
    assert {row["organisation"] for row in rows("participants.csv")} == organisations
    assert {row["site"] for row in rows("organisations.csv")} == sites


def test_codebook_is_a_tree_of_unique_codes() -> None:
    """Code names are unique, parents are top codes, and definitions and colours are given."""
    book = rows("codebook.csv")
    tops = [row["code"] for row in book if not row["parent"]]
    assert len(CODES) == len(book)
    assert len(tops) == 6 and "Does not fit the framework" in tops
    assert {row["parent"] for row in book if row["parent"]} <= set(tops)
    assert all(row["definition"] and row["example"] for row in book)
    assert all(re.fullmatch(r"#[0-9A-F]{6}", row["colour"]) for row in book)


def test_deductive_codes_cite_their_source() -> None:
    """A code has a citation exactly when it is deductive; about two thirds of factors are."""
    assert all((row["origin"] == "deductive") == bool(row["citation"]) for row in CODES.values())
    factors = [row for row in CODES.values() if row["parent"]]
    deductive = sum(row["origin"] == "deductive" for row in factors)
    assert 0.6 < deductive / len(factors) < 0.75


@pytest.mark.parametrize("coder", CODERS)
def test_every_coding_has_its_quote_once_in_one_turn(coder: str) -> None:
    """A coding's quote occurs once in its source, inside one turn, not in the interviewer's."""
    for row in rows(f"codings/{coder}.csv"):
        text, quote = SOURCES[row["source"]], row["quote"]
        assert quote and quote == quote.strip()
        assert text.count(quote) == 1, (row["source"], quote)
        (turn,) = turn_places(text, quote)
        assert not turn.startswith("Interviewer:"), (row["source"], quote)


@pytest.mark.parametrize("coder", CODERS)
def test_every_coding_uses_the_codebook_and_the_allowed_values(coder: str) -> None:
    """Codes exist, values are allowed, and no coder applies a code to the same words twice."""
    codings = rows(f"codings/{coder}.csv")
    assert {row["code"] for row in codings} <= set(CODES)
    assert {row["valence"] for row in codings} <= {"", "enabling", "constraining", "mixed"}
    assert {row["basis"] for row in codings} <= {"", "asserted", "inferred"}
    assert len({(row["source"], row["quote"], row["code"]) for row in codings}) == len(codings)


def test_coders_and_their_sample() -> None:
    """Three coders: one on all sources, two on the eight transcripts the README names."""
    assert {path.stem for path in (STUDY / "codings").iterdir()} == set(CODERS)
    coded = {name: {row["source"] for row in rows(f"codings/{name}.csv")} for name in CODERS}
    assert coded["Ama"] == set(SOURCES)
    assert coded["Ben"] == coded["Chidi"] == readme_sample()
    assert len(readme_sample()) == 8


def test_sample_covers_every_site_and_sector() -> None:
    """The sample of eight holds two or three from each site and at least one from each sector."""
    people = {r["participant"]: r for r in rows("participants.csv") if r["counts_as"] == "yes"}
    sample = [people[name[4:7]] for name in readme_sample()]
    assert set(Counter(row["site"] for row in sample).values()) <= {2, 3}
    assert {row["sector"] for row in sample} == set(readme_sectors())


def test_the_other_coders_agree_in_part() -> None:
    """Ben and Chidi share many codings with Ama exactly, and differ on some."""
    sets = {
        name: {(r["source"], r["quote"], r["code"]) for r in rows(f"codings/{name}.csv")}
        for name in CODERS
    }
    for name in ("Ben", "Chidi"):
        shared = len(sets[name] & sets["Ama"]) / len(sets[name])
        assert 0.4 < shared < 0.9


def test_every_leaf_code_is_used() -> None:
    """Every factor, and the code for what does not fit, is applied at least once."""
    used = {row["code"] for row in rows("codings/Ama.csv")}
    assert used == {c for c, row in CODES.items() if row["parent"]} | {"Does not fit the framework"}


def test_speakers_map_every_label_once() -> None:
    """Each label in a transcript or meeting has one row; participants named exist."""
    mapped = [(row["source"], row["speaker"]) for row in rows("speakers.csv")]
    found = {
        (name, block.split(": ")[0])
        for name, text in SOURCES.items()
        if name.endswith(".txt")
        for block in text.strip().split("\n\n")[1:]
    }
    assert len(mapped) == len(set(mapped))
    assert set(mapped) == found
    people = {row["participant"] for row in rows("participants.csv")}
    for row in rows("speakers.csv"):
        assert bool(row["participant"]) == (row["role"] == "participant")
        assert row["participant"] in people | {""}


def test_memos_are_about_something_in_the_study() -> None:
    """Each memo has a known kind and is about a code, a source or a participant."""
    people = {row["participant"] for row in rows("participants.csv")}
    known = set(CODES) | set(SOURCES) | people
    kinds = {"analytic", "methodological", "reflexive", "summary"}
    for row in rows("memos.csv"):
        assert row["about"] in known and row["memo_kind"] in kinds and row["text"]


def test_links_join_codes_with_exact_evidence() -> None:
    """Each link joins two codes, and its quote occurs once in a participant's turn."""
    for row in rows("links.csv"):
        assert {row["from"], row["to"]} <= set(CODES)
        assert row["directed"] in {"yes", "no"}
        text = SOURCES[row["source"]]
        assert text.count(row["quote"]) == 1, row["quote"]
        (turn,) = turn_places(text, row["quote"])
        assert not turn.startswith("Interviewer:")


def test_interactions_join_codes_with_exact_evidence_of_participants() -> None:
    """Their quotes occur once, in a turn of a participant; who asserts is never an interviewer."""
    for row in rows("interactions.csv"):
        assert {row["from"], row["to"]} <= set(CODES) and row["from"] != row["to"]
        assert row["sign"] in ("", "+", "-", "mixed") and row["directed"] in ("yes", "no")
        assert row["basis"] in ("asserted", "inferred") and row["mechanism"]
        assert SOURCES[row["source"]].count(row["quote"]) == 1, row["quote"]
        (turn,) = turn_places(SOURCES[row["source"]], row["quote"])
        assert not turn.startswith("Interviewer:")
