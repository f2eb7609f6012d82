"""crosscase.query.matrix: who is counted in which cell, of how many, and with which passages."""

from __future__ import annotations

import io
import random
from html.parser import HTMLParser

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscase.errors import MistakeOfUse, NotFound
from crosscase.model.nouns import AttributeValue, Membership
from crosscase.query.answers import answer
from crosscase.query.matrix import Matrix, matrix
from crosscase.store.session import Reading
from tests.query.making import StudyMaker, trust_study


@pytest.fixture(scope="module")
def study() -> StudyMaker:
    """The study of three speakers; no test here changes it."""
    return trust_study()


def made(study: StudyMaker, rows: str = "codes", columns: str = "sites", **options: str) -> Matrix:
    """A matrix of a study."""
    with study.reading() as reading:
        return matrix(reading, rows, columns, **options)  # type: ignore[arg-type]


def table(found: Matrix) -> dict[str, list[int]]:
    """The cells and the total of each row, and the totals of the columns under “All”."""
    rows = {
        label: [*cells, total]
        for label, cells, total in zip(
            found.rows, found.counts.cells.tolist(), found.counts.rows.tolist(), strict=True
        )
    }
    return rows | {"All": [*found.counts.columns.tolist(), found.counts.total]}


def test_participants_by_domain_and_site(study: StudyMaker) -> None:
    """Ann (A), Bob (A and B) and Cat (B) speak of relations; Ann and Bob of resources."""
    found = made(study)
    assert found.columns == ("A", "B")
    assert table(found) == {
        "Relations": [2, 2, 3],
        "Resources": [2, 1, 2],
        "All": [2, 2, 3],
    }
    assert found.title == "Participants (of 3 interviewed) by code and site"
    assert (found.of.total, found.of.words, found.of.columns) == (3, "of 3 interviewed", (2, 2))
    assert found.of.rows is None


def test_a_participant_in_two_sites_is_in_both_and_once_in_totals(study: StudyMaker) -> None:
    """And a note says how many there are."""
    found = made(study)
    assert found.cell("Relations", "A") + found.cell("Relations", "B") == 4
    assert found.cell("Relations") == 3
    note = "1 participant is in more than one site: counted in each of them, and once in totals."
    assert note in found.notes


def test_a_passage_across_two_speakers_counts_for_both() -> None:
    """Each speaker counts in the own site only."""
    study = StudyMaker()
    study.source("a.txt", [("P1", "London calling."), ("P2", "Washington here.")])
    for person, site, label in (("Ann", "A", "P1"), ("Bob", "B", "P2")):
        study.case(site, "site")
        study.person(person, site, speaks={"a.txt": label})
    study.code("Place")
    study.coding("a.txt", "Place", "calling.\nP2: Washington")
    assert table(made(study)) == {"Place": [1, 1, 2], "All": [1, 1, 2]}
    assert table(made(study, count="passages"))["Place"] == [1, 1, 1]


def test_a_passage_up_to_the_next_turn_is_the_first_speakers() -> None:
    """Ends are half-open: the next speaker, whose turn begins there, is not counted."""
    study = StudyMaker()
    study.source("a.txt", [("P1", "London calling."), ("P2", "Washington here.")])
    study.person("Ann", speaks={"a.txt": "P1"})
    study.person("Bob", speaks={"a.txt": "P2"})
    study.code("Place")
    study.coding("a.txt", "Place", (4, study.place("a.txt", "P2:")[0]))
    assert table(made(study, columns="participants"))["Place"] == [1, 0, 1]


def test_documents_count_for_sources_and_passages(study: StudyMaker) -> None:
    """The policy lies in site A: a source and a passage there, and nobody's words."""
    assert table(made(study, count="sources")) == {
        "Relations": [2, 2, 3],
        "Resources": [1, 1, 1],
        "All": [2, 2, 3],
    }
    assert table(made(study, count="passages")) == {
        "Relations": [4, 3, 5],
        "Resources": [2, 1, 2],
        "All": [6, 4, 7],
    }
    silent = "1 coded passage has no participant (a document, or nobody linked): not counted."
    assert silent in made(study).notes
    assert silent not in made(study, count="passages").notes


@pytest.mark.parametrize(
    ("count", "words", "columns"),
    [
        ("participants", "of 3 interviewed", (2, 2)),
        ("sources", "of 3 sources", (2, 2)),
        ("passages", "of 7 coded passages", None),
        ("codings", "of 8 codings", None),
        ("words", "of 39 in 3 sources", None),
        ("places", "of 1 place", (1, 1)),
    ],
)
def test_every_count_names_of_how_many(
    study: StudyMaker, count: str, words: str, columns: tuple[int, ...] | None
) -> None:
    """The title carries the denominator; columns have their own where that is not the cell."""
    found = made(study, count=count)
    assert found.of.words == words
    assert found.of.columns == columns
    assert f"({words})" in found.title


def test_codings_count_each_coder_and_code_on_a_passage(study: StudyMaker) -> None:
    """Two coders on one passage are two codings; the same coding twice is one."""
    assert table(made(study, columns="coders", count="codings")) == {
        "Relations": [5, 1, 6],
        "Resources": [2, 0, 2],
        "All": [7, 1, 8],
    }
    twice = trust_study()
    twice.coding("a.txt", "Trust", "We lost trust")
    assert made(twice, count="codings").counts.total == 8


def test_words_under_overlapping_passages_count_once(study: StudyMaker) -> None:
    """“went. P02: Trust came” and “Trust came back” share two words."""
    found = table(made(study, columns="sources", count="words"))
    assert found["Relations"] == [3 + 4 + 1, 3, 3, 14]
    assert found["Resources"] == [5, 0, 0, 5]
    assert found["All"] == [3 + 3 + 4 + 1 - 1 + 2, 3, 3, 18]


def test_cases_are_sites_or_the_kind_that_is_named(study: StudyMaker) -> None:
    """Cases in which the speakers or the source lie."""
    by_sector = made(study, columns="sector", count="cases")
    assert by_sector.count == "sites"
    assert table(by_sector)["Relations"] == [2, 1, 1, 1, 2]
    assert by_sector.columns[-1] == "no sector"
    assert made(study, columns="sector", count="places").count == "places"
    with pytest.raises(MistakeOfUse, match="Sites cannot be counted by site"):
        made(study, count="sites")


def test_cases_of_several_kinds_have_to_be_named() -> None:
    """Without sites, and with two other kinds, it is not clear what to count."""
    study = StudyMaker()
    study.case("North", "place")
    study.case("Trust", "organisation")
    with pytest.raises(MistakeOfUse) as raised:
        made(study, columns="coders", count="cases")
    assert raised.value.slug == "count-ambiguous"
    assert "places, organisations" in (raised.value.hint or "")


def test_codes_by_codes_count_what_both_cover(study: StudyMaker) -> None:
    """Each cell is the answer to “code:ROW and code:COLUMN”, either way round."""
    found = made(study, "codes:all", "codes:all", count="passages")
    cells = found.counts.cells.tolist()
    assert cells == [list(column) for column in zip(*cells, strict=True)]
    with study.reading() as reading:
        for row in found.rows:
            for column in found.columns:
                if row == column:
                    continue
                asked = f'code:"{row}" and code:"{column}"'
                assert found.cell(row, column) == len(answer(reading, asked)), asked


def test_a_code_meets_itself_in_its_own_passages() -> None:
    """Two coders who coded nearly alike do not make a third passage of what they share."""
    study = StudyMaker()
    source = study.source("One", [("Ann", "We trust them and they trust us.")])
    trust, money = study.code("Trust"), study.code("Money")
    study.coding(source, trust, (5, 20))
    study.coding(source, trust, (10, 30), coder="Kwame")
    study.coding(source, money, (15, 35))
    found = made(study, "codes", "codes", count="passages")
    assert found.cell("Trust", "Trust") == 2
    assert found.cell("Trust", "Money") == 2
    assert found.cell("Money", "Trust") == 2
    assert any("both codes cover" in note for note in found.notes)


def test_codings_are_not_counted_where_codes_meet_codes(study: StudyMaker) -> None:
    """What two codes cover is two codings and one passage."""
    with pytest.raises(MistakeOfUse) as raised:
        made(study, "codes", "codes:all", count="codings")
    assert raised.value.slug == "codings-by-codes"


def test_words_of_turns_begin_after_the_label(study: StudyMaker) -> None:
    """Who speaks how much, by site: a label is nobody's word."""
    found = table(made(study, "participants", "sites", count="words"))
    assert found["Ann"] == [10, 0, 0, 10]
    assert found["Bob"] == [6, 6, 0, 6]
    assert found["Cat"] == [0, 3, 0, 3]
    assert found["no participant"] == [8, 0, 6, 14]


def test_an_unknown_count_is_refused(study: StudyMaker) -> None:
    """With the nearest word."""
    with pytest.raises(MistakeOfUse) as raised:
        made(study, count="participant s")
    assert raised.value.slug == "unknown-count"
    assert "participants" in (raised.value.hint or "")


def test_the_children_of_a_code_and_the_code_itself(study: StudyMaker) -> None:
    """Only what is coded below it is counted; what is coded with itself has a row."""
    found = made(study, "code:Relations")
    assert table(found) == {
        "Trust": [2, 2, 3],
        "Relations itself": [2, 1, 2],
        "All": [2, 2, 3],
    }


def test_all_codes_include_those_below(study: StudyMaker) -> None:
    """A parent's row holds what its children hold, and its own."""
    found = made(study, "codes:all", count="passages")
    assert [found.cell(row) for row in found.rows] == [5, 4, 2, 1, 1]
    assert "A code includes the codes below it." in found.notes


def test_merged_codes_count_for_the_one_they_went_into() -> None:
    """Through the redirect."""
    study = trust_study()
    study.merge("Staff", "Trust")
    assert table(made(study, "codes:all"))["Relations > Trust"] == [2, 2, 3]
    assert table(made(study))["Resources"] == [1, 0, 1]


def test_attributes_are_rows_or_columns(study: StudyMaker) -> None:
    """By fine values, or by the coarsest; an attribute of a site holds of who lies in it."""
    assert table(made(study, columns="sector"))["Relations"] == [1, 1, 1, 3]
    assert table(made(study, columns="sector:coarse"))["Relations"] == [1, 2, 3]
    assert table(made(study, columns="population"))["Relations"] == [2, 2, 3]


def test_who_lies_in_no_column_is_not_lost(study: StudyMaker) -> None:
    """A last column holds them, so that the total is the whole."""
    found = made(study, columns="tenure years")
    assert found.columns == ("3", "5.5", "no tenure_years")
    assert table(found)["Relations"] == [1, 1, 1, 3]
    assert found.of.columns == (1, 1, 1)


def test_without_codes_the_turns_are_counted(study: StudyMaker) -> None:
    """Sectors by sites: who was interviewed, whatever they said."""
    found = made(study, "sector", "sites")
    assert table(found) == {
        "Council": [1, 1, 1],
        "NHS board": [0, 1, 1],
        "NHS trust": [1, 0, 1],
        "All": [2, 2, 3],
    }
    assert found.of.rows == (1, 1, 1)
    coded = made(study, "sector", "sites", where="code:resources")
    assert table(coded) == {
        "Council": [1, 1, 1],
        "NHS board": [0, 0, 0],
        "NHS trust": [1, 0, 1],
        "All": [2, 1, 2],
    }


def test_valence_has_a_row_for_codings_without_one(study: StudyMaker) -> None:
    """Enabling, constraining, mixed, and none."""
    found = made(study, "valence", "coders", where="code:trust", count="codings")
    assert table(found) == {
        "enabling": [0, 1, 1],
        "constraining": [1, 0, 1],
        "mixed": [0, 0, 0],
        "no valence": [3, 0, 3],
        "All": [4, 1, 5],
    }


@pytest.mark.parametrize(
    ("where", "relations", "of"),
    [
        ("coder:Ben", [1, 1, 1], 3),
        ("not coder:Ama", [1, 1, 1], 3),
        ("sector:NHS", [1, 1, 2], 2),
        ("sector:council", [1, 1, 1], 1),
        ("not sector:council", [1, 1, 2], 2),
        ("source:b.txt", [0, 1, 1], 1),
        ("code:=relations", [2, 1, 2], 3),
        ("code:trust", [2, 2, 3], 3),
        ("text:came", [2, 1, 2], 3),
        ("code:* overlaps code:money", [2, 1, 2], 3),
        ("code:* and not text:came", [1, 1, 2], 3),
        ("not text:came", [1, 1, 2], 3),
        ("code:trust and text:money", [0, 1, 1], 3),
        ("code:trust and code:=relations", [2, 1, 2], 3),
        ("code:trust and coder:Ama and site:B", [1, 2, 2], 2),
        ("valence:enabling or basis:inferred", [1, 2, 2], 3),
        ("code:=relations or sector:NHS", [2, 2, 3], 3),
    ],
)
def test_where_chooses_what_is_counted(
    study: StudyMaker, where: str, relations: list[int], of: int
) -> None:
    """Codings that meet the query; of filters, only the speakers of whom they hold are counted."""
    found = made(study, where=where)
    assert table(found)["Relations"] == relations
    assert found.of.total == of
    assert found.title.endswith(f", where {where}")


def test_a_cell_opens_its_passages(study: StudyMaker) -> None:
    """The number of distinct speakers of the passages behind a cell is the number in it."""
    found = made(study)
    behind = found.explain("Relations", "B")
    assert [each.text for each in behind.passages] == [
        "went.\nP02: Trust came",
        "Trust came back",
        "Trust is money",
    ]
    assert behind.passages[1].coders == ("Ama", "Ben")
    assert [p.text for p in found.explain("resources").passages] == ["the money went", "new staff"]
    assert found.explain(column="A").total == 5
    assert found.explain().total == 6
    assert found.explain("All", "All").total == 6
    assert found.explain("Resources", "B").expression == "Resources × B"


def test_a_cell_that_is_not_there(study: StudyMaker) -> None:
    """The error says what rows there are."""
    found = made(study)
    with pytest.raises(NotFound) as raised:
        found.explain("Relation", "A")
    assert "“Relations”" in (raised.value.hint or "")
    with pytest.raises(NotFound):
        found.cell("Relations", "C")


def test_an_empty_study_has_an_empty_matrix() -> None:
    """Nothing is coded: no rows, and nobody interviewed."""
    found = made(StudyMaker(), columns="coders")
    assert (found.rows, found.columns, found.counts.total) == ((), (), 0)
    assert found.title == "Participants (of 0 interviewed) by code and coder"
    assert found.frame().height == 0
    assert "All" in found.to_markdown()


def test_a_row_of_noughts_is_shown() -> None:
    """A code that nobody spoke of is a finding too."""
    study = trust_study()
    study.code("Governance")
    found = made(study)
    assert table(found)["Governance"] == [0, 0, 0]
    assert found.explain("Governance", "A").passages == ()


# -- renderings --------------------------------------------------------------------------------


def test_a_frame_of_a_matrix(study: StudyMaker) -> None:
    """The cells alone, or with totals."""
    found = made(study)
    assert found.frame().rows() == [("Relations", 2, 2), ("Resources", 2, 1)]
    assert found.frame().columns == ["code", "A", "B"]
    assert found.frame(totals=True).rows()[-1] == ("All", 2, 2, 3)


def test_a_frame_keeps_columns_of_one_name_apart() -> None:
    """A site that is called as the first column is."""
    study = trust_study()
    study.case("code", "site")
    assert made(study).frame().columns == ["code", "A", "B", "code (column)"]


def test_csv_and_xlsx_hold_totals_and_denominators(study: StudyMaker) -> None:
    """The same table in both."""
    found = made(study)
    assert found.to_csv().decode() == (
        "code,A,B,All\nRelations,2,2,3\nResources,2,1,2\nAll,2,2,3\nof interviewed,2,2,3\n"
    )
    sheet = openpyxl.load_workbook(io.BytesIO(found.to_xlsx())).active
    assert sheet is not None
    assert list(sheet.values)[1:3] == [("Relations", 2, 2, 3), ("Resources", 2, 1, 2)]


def test_csv_with_denominators_of_rows(study: StudyMaker) -> None:
    """Where rows too have people of their own, the last column says how many."""
    lines = made(study, "sector", "sites").to_csv().decode().splitlines()
    assert lines[0] == "sector,A,B,All,of interviewed"
    assert lines[1] == "Council,1,1,1,1"
    assert lines[-2:] == ["All,2,2,3,3", "of interviewed,2,2,3,"]


def test_names_in_csv_are_no_formulas() -> None:
    """A code named like a formula does not run in a spreadsheet."""
    study = trust_study()
    study.code("=1+1")
    assert "\n'=1+1,0,0,0\n" in made(study).to_csv().decode()


def test_markdown_of_a_matrix(study: StudyMaker) -> None:
    """Title, table and notes; signs of Markdown in names are taken as they are."""
    text = made(study).to_markdown()
    assert text.startswith("**Participants (of 3 interviewed) by code and site**\n\n| code | A |")
    assert "| Relations | 2 | 2 | 3 |" in text
    assert "once in totals." in text
    odd = trust_study()
    odd.code("a|b*")
    assert "| a\\|b\\* | 0 | 0 | 0 |" in made(odd).to_markdown()


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.scopes: list[str] = []
        self.loads: list[str] = []
        self.words: dict[str, str] = {}
        self.at = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.at = tag
        self.scopes += [value or "" for name, value in attrs if name == "scope"]
        self.loads += [tag for name, _ in attrs if name in ("src", "href")]

    def handle_data(self, data: str) -> None:
        self.words.setdefault(self.at, data)


def test_html_of_a_matrix() -> None:
    """A whole page, with a caption, scopes for readers of tables, and nothing to fetch."""
    study = trust_study()
    study.code("<b>Bold</b> & co")
    page = made(study).to_html()
    tags = _Tags()
    tags.feed(page)
    assert page.startswith("<!doctype html>")
    assert tags.words["caption"] == "Participants (of 3 interviewed) by code and site"
    assert tags.scopes == ["col"] * 4 + ["row"] * 5
    assert tags.loads == []
    assert "&lt;b&gt;Bold&lt;/b&gt; &amp; co" in page


def test_json_of_a_matrix(study: StudyMaker) -> None:
    """All of it as plain values."""
    plain = made(study, where="coder:*").to_json()
    assert plain["cells"] == [[2, 2], [2, 1]]
    assert plain["of"]["words"] == "of 3 interviewed"
    assert (plain["where"], plain["count"], plain["total"]) == ("coder:*", "participants", 3)
    assert {type(number) for row in plain["cells"] for number in row} == {int}


# -- against counting one by one -----------------------------------------------------------------


def random_study(seed: int) -> StudyMaker:
    """A study of four sources, five speakers in up to two of three sites, and many codings."""
    draw = random.Random(seed)
    study = StudyMaker()
    names = ["Ann", "Bob", "Cat", "Dan", "Eve"]
    spoken: dict[str, dict[str, str]] = {name: {} for name in names}
    for number in range(4):
        labels = draw.sample(names, 2)
        for label in labels:
            spoken[label][f"{number}.txt"] = label
        turns = [
            (draw.choice(["INT", *labels]), " ".join(draw.choices("abcdefg", k=draw.randint(1, 6))))
            for _ in range(draw.randint(1, 6))
        ]
        study.source(f"{number}.txt", [*turns, *((label, "z") for label in labels)])
    for site in "XYZ":
        study.case(site, "site")
    for name in names:
        study.person(name, *draw.sample("XYZ", draw.randint(0, 2)), speaks=spoken[name])
    study.put("0.txt", draw.choice("XYZ"))
    study.attribute("sector", {name: draw.choice(["NHS", "Council"]) for name in names[:4]})
    for code, parent in (("T", None), ("U", None), ("t", "T"), ("u", "U"), ("w", "t")):
        study.code(code, parent)
    for _ in range(draw.randint(0, 14)):
        source = f"{draw.randint(0, 3)}.txt"
        length = len(study.texts[study.id(source)])
        start = draw.randrange(length - 1)
        place = (start, draw.randint(start + 1, min(length, start + 25)))
        coder = draw.choice(["Ama", "Ben"])
        study.coding(source, draw.choice("TUtuw"), place, coder=coder)
    return study


@settings(max_examples=25)
@given(seed=st.integers(0, 10_000), columns=st.sampled_from(["site", "sector"]))
def test_cells_equal_counting_over_the_answers(seed: int, columns: str) -> None:
    """Each cell and each total is what a query and a set of names give."""
    study = random_study(seed)
    with study.reading() as reading:
        people = matrix(reading, "codes:all", columns)
        sources = matrix(reading, "codes:all", columns, count="sources")
        passages = matrix(reading, "codes:all", columns, count="passages")
        for row in people.rows:
            found = answer(reading, f'code:"> {row}"').passages
            speakers = {name for each in found for name in each.participants}
            assert people.cell(row) == len(speakers)
            assert sources.cell(row) == len({each.source for each in found})
            assert passages.cell(row) == len(found)
            for value in people.columns:
                if value.startswith("no "):
                    continue
                # Who speaks in a source of a site need not lie in the site themselves.
                own = {name for name in speakers if _lies_in(study, reading, name, columns, value)}
                assert people.cell(row, value) == len(own)
                there = answer(reading, f'code:"> {row}" and {columns}:{value}').passages
                assert sources.cell(row, value) == len({each.source for each in there})
                assert passages.cell(row, value) == len(there)
                behind = people.explain(row, value).passages
                assert own <= {name for each in behind for name in each.participants}
                assert all(own & set(each.participants) for each in behind)


def _lies_in(study: StudyMaker, reading: Reading, name: str, columns: str, value: str) -> bool:
    if columns == "site":
        return any(
            each.member == study.id(name) and each.group == study.id(value)
            for each in reading.all(Membership)
        )
    return any(
        each.subject == study.id(name) and each.value is not None and each.value.value == value
        for each in reading.all(AttributeValue)
    )
