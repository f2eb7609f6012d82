"""The published counts of the seed studies, kept in a study and counted from it again."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from crosscase.study import Study
from crosscase.testing import make_study

pytestmark = pytest.mark.shared


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    """An empty study, sound in the end."""
    with make_study(tmp_path) as made:
        yield made
        assert made.verify() == []


@pytest.fixture(scope="module")
def cases(shared_data: Path) -> dict[str, dict[str, Any]]:
    """Each case by its id."""
    told = json.loads((shared_data / "validation" / "seed_fixtures.json").read_text("utf-8"))
    return {each["id"]: each for each in told["cases"]}


def _sentences(study: Study, folder: Path, number: int) -> list[tuple[int, int]]:
    """So many invented sentences as a source, and where each stands."""
    words = [f"Sentence {each} says so." for each in range(1, number + 1)]
    (folder / "words.txt").write_text("\n\n".join(words) + "\n")
    study.sources.add(folder / "words.txt")
    text = study.sources.text("words.txt")
    return [(text.index(each), text.index(each) + len(each)) for each in words]


def test_nothing_of_the_file_is_left_out(cases: dict[str, dict[str, Any]]) -> None:
    """Each of its cases has its test below."""
    assert set(cases) == {
        "recruitment_matrix", "domain_cross_references", "cross_reference_list",
        "dominance_matrix_table5", "fieldwork_counts",
    }  # fmt: skip


def test_the_recruitment_table_cell_by_cell(study: Study, cases: dict[str, dict[str, Any]]) -> None:
    """Every cell, row and column of it, and those from the NHS against the others."""
    given, wanted = cases["recruitment_matrix"]["input"], cases["recruitment_matrix"]["expected"]
    sectors, sites = given["columns"][:-1], [each for each in given if each.startswith("ICS")]
    people = [
        (sector, site)
        for site in sites
        for sector, count in zip(sectors, given[site][:-1], strict=True)
        for _ in range(count)
    ]
    study.participants.import_table(
        ("participant", "sector", "site", "body"),
        [
            (f"P{number:02}", sector, site, "NHS" if sector in sectors[:2] else "other")
            for number, (sector, site) in enumerate(people, 1)
        ],
    )
    frame = study.participants.recruitment_frame("site", "sector")
    for row in frame.iter_rows(named=True):
        site = row.pop("site")
        expected = given["Total" if site == "total" else site]
        assert [row[each] for each in (*sectors, "total")] == expected
        assert sum(expected[:-1]) == expected[-1]
    bodies = study.participants.recruitment_frame("body", "sector")
    by_body = dict(zip(bodies["body"], bodies["total"], strict=True))
    assert (by_body["NHS"], by_body["other"]) == (wanted["NHS"], wanted["other"])


def test_cross_references_are_counted_as_links_with_their_sentences(
    study: Study, cases: dict[str, dict[str, Any]], tmp_path: Path
) -> None:
    """19 sentences behind eight undirected links."""
    edges = cases["cross_reference_list"]["input"]["edges"]
    assert len(edges) == cases["cross_reference_list"]["expected"]["count"]
    places = _sentences(study, tmp_path, len(edges))
    pairs = {}
    for edge, (start, end) in zip(edges, places, strict=True):
        pair = frozenset(edge.values())
        if pair not in pairs:
            for name in sorted(pair):
                if all(code.name != name for code in study.codes.all()):
                    study.codes.add(name)
            one, other = sorted(pair)
            pairs[pair] = study.links.add(
                ("code", one), ("code", other), "refers to", directed=False
            ).id
        study.links.add_evidence(pairs[pair], "words.txt", start_char=start, end_char=end)
    wanted = cases["domain_cross_references"]["expected"]
    counted = {
        frozenset((each.start_name, each.end_name)): len(each.evidence)
        for each in study.links.all()
    }
    assert counted == {
        frozenset(pair.split(" | ")): count for pair, count in wanted["pairs_undirected"].items()
    }
    assert sum(counted.values()) == wanted["n"]


def test_statements_of_one_influence_by_domain(
    study: Study, cases: dict[str, dict[str, Any]], tmp_path: Path
) -> None:
    """Three of each domain, twelve in all, with what they do to it."""
    given, wanted = (cases["dominance_matrix_table5"][each] for each in ("input", "expected"))
    valences = {"enabling": "enabling", "mixed_or_neutral": "mixed", "constraining": "constraining"}
    signs = [valences[name] for name, count in wanted["valence"].items() for _ in range(count)]
    study.codes.add(given["influence"])
    places = iter(zip(_sentences(study, tmp_path, wanted["statements"]), signs, strict=True))
    for domain, count in given["rows"].items():
        study.codes.add(domain)
        for _ in range(count):
            (start, end), sign = next(places)
            at: dict[str, Any] = {"start_char": start, "end_char": end}
            study.codings.add("words.txt", domain, **at)
            study.codings.add("words.txt", given["influence"], valence=sign, **at)
    of_it = f'code:"{given["influence"]}"'
    assert study.query(of_it).total == wanted["statements"]
    counted = {each: study.query(f'{of_it} and code:"{each}"').total for each in given["rows"]}
    assert counted == given["rows"]
    codings = study.codings.frame().filter(code=given["influence"])
    found = Counter(codings["valence"].to_list())
    assert found == {valences[name]: count for name, count in wanted["valence"].items()}


def test_interviews_and_meetings_of_the_two_studies(
    study: Study, cases: dict[str, dict[str, Any]]
) -> None:
    """Interviews with their mean length, and meetings by site."""
    given, wanted = cases["fieldwork_counts"]["input"], cases["fieldwork_counts"]["expected"]
    first, second = given["study1"], given["study2"]
    for number in range(first["interviews"]):
        study.participants.add(f"P{number:02}")
        minutes = first["mean_minutes"] + (-1) ** number * 5
        study.activities.add_interview(f"P{number:02}", minutes=minutes)
    for site, count in enumerate(second["meetings"]):
        for number in range(count):
            study.activities.add_meeting(f"Board {site} {number}")
    kinds = Counter(each.activity_kind for each in study.activities.all())
    assert kinds["meeting"] == wanted["meetings_total"]
    assert kinds["interview"] == first["interviews"]
    [lengths] = study.fieldwork.lengths()
    assert (lengths.interviews, lengths.mean) == (first["interviews"], first["mean_minutes"])
