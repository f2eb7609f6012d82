"""A newer export of a project that came before: changes, conflicts, and what is no longer there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from crosscase.exchange.crossing import CrossingReport
from crosscase.study import Study
from crosscase.testing import make_study
from tests.exchange.making import everything, guid, packed, project

TEXT = "The pot was empty. Nobody trusted the meeting.\nThen the winter came. We trusted again.\n"


def export(
    text: str = TEXT,
    *,
    offset: int = 0,
    code: str = "Trust",
    definition: str | None = "To rely",
    second: str = "Fear",
    parent: bool = False,
    codings: tuple[tuple[str, int, str], ...] = (("Nobody", 2, "Trust"), ("winter", 3, "Fear")),
    age: int | None = 40,
    memo: str = "Two kinds.",
    note: str | None = None,
    origin: str = "A tool 1.0",
    coder: str = "Ama",
) -> bytes:
    """One export of a project; ``offset`` shifts all GUIDs, as tools that make them anew do."""

    def g(number: int) -> str:
        return guid(number + offset)

    def element(number: int, name: str, said: str | None, inside: str = "") -> str:
        words = f"<Description>{said}</Description>" if said else ""
        return f'<Code guid="{g(number)}" name="{name}" isCodable="true">{words}{inside}</Code>'

    fear = element(11, second, None)
    codes = element(10, code, definition, fear if parent else "") + ("" if parent else fear)
    by = {"Trust": g(10), "Fear": g(11)}
    selections = "".join(
        f'<PlainTextSelection guid="{g(100 + n)}" startPosition="{text.index(word)}" '
        f'endPosition="{text.index(word) + len(word)}"><Coding guid="{g(200 + n)}" '
        f'creatingUser="{g(1)}"><CodeRef targetGUID="{by[of]}"/></Coding></PlainTextSelection>'
        for word, n, of in codings
    )
    value = "" if age is None else f"<IntegerValue>{age}</IntegerValue>"
    said = f"<Description>{note}</Description>" if note else ""
    xml = project(
        f'<Users><User guid="{g(1)}" name="{coder}"/></Users><CodeBook><Codes>{codes}</Codes>'
        f'</CodeBook><Variables><Variable guid="{g(30)}" name="Age" typeOfVariable="Integer"/>'
        f'</Variables><Cases><Case guid="{g(40)}" name="Northam"><VariableValue><VariableRef '
        f'targetGUID="{g(30)}"/>{value}</VariableValue></Case></Cases><Sources><TextSource '
        f'guid="{g(50)}" name="P01" plainTextPath="internal://p.txt">{said}{selections}'
        f'</TextSource></Sources><Notes><Note guid="{g(60)}" name="On trust"><PlainTextContent>'
        f"{memo}</PlainTextContent></Note></Notes>",
        origin=origin,
    )
    return packed(xml, {"sources/p.txt": text.encode()})


@pytest.fixture
def study(tmp_path: Path) -> Study:
    """A study into which the project came once."""
    study = make_study(tmp_path)
    bring(study, export())
    return study


def bring(study: Study, data: bytes) -> CrossingReport:
    """Bring a project in; its report adds up and the study is sound."""
    report = study.projects.bring_in(data, name="p.qdpx")
    assert report.is_balanced, report.kinds
    assert study.verify() == []
    return report


def quotes(study: Study) -> set[tuple[str, str]]:
    """The words of each coding with its code."""
    rows = study.codings.frame().iter_rows(named=True)
    return {(row["text"], row["code_path"]) for row in rows}


def told(report: CrossingReport) -> set[tuple[str, str, bool]]:
    """What differed: of which kind, which field, and whether both sides had changed it."""
    return {(each.kind, each.field, each.in_conflict) for each in report.differences}


@pytest.mark.parametrize("offset", [0, 5000])
def test_the_same_project_under_new_guids_doubles_nothing(study: Study, offset: int) -> None:
    before = study.counts()
    report = bring(study, export(offset=offset))
    assert study.counts() == before
    assert report.kind("Coding").here_already == 2
    assert report.vanished == ()
    assert report.operation is None


def test_what_only_the_file_changed_is_an_ordinary_change(study: Study) -> None:
    newer = export(
        definition="To rely on others", second="Worry", parent=True, age=41, memo="Three kinds.",
        note="A diary", codings=(("Nobody", 2, "Fear"), ("winter came", 3, "Fear")),
    )  # fmt: skip
    report = bring(study, newer)
    assert told(report) == {
        ("code", "definition", False), ("code", "name", False), ("code", "place", False),
        ("attribute_value", "value", False), ("memo", "text", False), ("source", "note", False),
        ("coding", "code", False), ("coding", "passage", False),
    }  # fmt: skip
    assert study.codes.get("Trust > Worry").name == "Worry"
    assert study.codes.get("Trust").definition == "To rely on others"
    assert study.attributes.values("Northam") == {"Age": 41.0}
    assert study.memos.text("On trust") == "Three kinds."
    assert study.sources.get("P01").note == "A diary"
    assert quotes(study) == {("Nobody", "Trust > Worry"), ("winter came", "Trust > Worry")}
    assert report.kind("Code").updated == 2
    assert study.conflicts() == []
    assert bring(study, newer).operation is None
    study.undo(report.operation)
    assert study.codes.get("Trust").definition == "To rely"
    assert quotes(study) == {("Nobody", "Trust"), ("winter", "Fear")}


def test_what_only_the_study_changed_stays(study: Study) -> None:
    study.codes.rename("Trust", "Reliance")
    study.codes.describe("Fear", definition="To be afraid")
    study.attributes.set("Northam", {"Age": 50})
    report = bring(study, export())
    assert report.operation is None
    assert report.differences == ()
    assert report.kind("Code").here_already == 2
    assert study.codes.get("Reliance").definition == "To rely"
    assert study.attributes.values("Northam") == {"Age": 50.0}


def test_what_both_changed_stands_in_conflict_until_somebody_settles_it(study: Study) -> None:
    study.codes.describe("Trust", definition="To count on")
    study.attributes.set("Northam", {"Age": 50})
    newer = export(definition="To rely on others", second="Worry", age=41)
    report = bring(study, newer)
    assert told(report) == {
        ("code", "definition", True), ("code", "name", False), ("attribute_value", "value", True),
    }  # fmt: skip
    assert report.kind("Code").in_conflict == 1
    assert report.kind("Code").updated == 1
    said = {(each.here, each.file) for each in report.differences if each.kind == "code"}
    assert ("To count on", "To rely on others") in said
    found = {each.field: {each.shown, *each.rivals} for each in study.conflicts()}
    assert found["definition"] == {"To count on", "To rely on others"}
    assert len(found["value"]) == 2
    code = study.codes.get("Trust")
    study.codes.describe("Trust", definition="To count on")
    assert [each for each in study.conflicts() if each.entity == code.id] == []
    assert bring(study, newer).operation is None


def test_a_second_newer_export_still_stands_beside_what_the_study_said(study: Study) -> None:
    study.codes.describe("Trust", definition="To count on")
    bring(study, export(second="Worry"))
    report = bring(study, export(second="Dread", definition="To rely on others"))
    assert told(report) == {("code", "definition", True), ("code", "name", False)}
    assert study.codes.get("Dread").name == "Dread"


def test_words_that_changed_in_the_file_are_corrected_and_codings_carried(study: Study) -> None:
    source = study.sources.get("P01")
    study.codings.add("P01", "Fear", quote="We trusted again", coder="Ben")
    text = TEXT.replace("The pot was empty.", "The large pot was quite empty.")
    report = bring(study, export(text))
    assert study.sources.text(source.id) == text
    assert report.kind("TextSource").updated == 1
    assert report.kind("Coding").here_already == 2
    assert quotes(study) == {("Nobody", "Trust"), ("winter", "Fear"), ("We trusted again", "Fear")}
    third = text.replace("Nobody", "Not one of us").replace("quite ", "")
    report = bring(study, export(third, codings=(("Not one", 2, "Trust"), ("winter", 3, "Fear"))))
    assert study.sources.text(source.id) == third
    assert ("Not one", "Trust") in quotes(study)
    assert ("coding", "passage", False) in told(report)
    study.undo(report.operation)
    assert study.sources.text(source.id) == text


def test_words_that_the_study_corrected_too_are_told_and_left(study: Study) -> None:
    mine = TEXT.replace("empty", "half empty")
    study.sources.correct("P01", mine)
    report = bring(study, export(TEXT.replace("winter", "long winter")))
    assert study.sources.text("P01") == mine
    assert [each.slug for each in report.reasons if each.kind == "TextSource"] == ["text-differs"]
    assert report.kind("PlainTextSelection").kept_aside == 2
    assert bring(study, export()).operation is None  # the words of the first export are known


def test_places_in_other_words_never_leave_as_places_in_ours(study: Study) -> None:
    study.sources.correct("P01", TEXT.replace("empty", "half empty"))
    theirs = export(
        TEXT.replace("The pot", "That old pot"),
        codings=(("Nobody", 2, "Trust"), ("meeting", 2, "Fear")),
    )
    assert bring(study, theirs).kind("PlainTextSelection").kept_aside == 2
    written, _ = study.projects.write()
    with make_study(None, name="other") as other:
        bring(other, written)
        assert quotes(other) == quotes(study) == {("Nobody", "Trust"), ("winter", "Fear")}


def test_a_text_of_the_same_name_under_a_new_guid_is_corrected_or_another(study: Study) -> None:
    text = TEXT.replace("The pot", "Their pot")
    assert bring(study, export(text, offset=5000)).kind("TextSource").updated == 1
    assert len(study.sources.all()) == 1
    assert quotes(study) == {("Nobody", "Trust"), ("winter", "Fear")}
    other = "Nobody came when winter was over, and all of us went home to our own valley."
    assert bring(study, export(other, offset=9000)).kind("TextSource").changed_shape == 1
    assert {each.name for each in study.sources.all()} == {"P01", "P01 (2)"}


def test_what_is_no_longer_in_the_file_is_told_and_stays(study: Study) -> None:
    report = bring(study, export(codings=(("Nobody", 2, "Trust"),)))
    assert [(each.kind, each.count) for each in report.vanished] == [("coding", 1)]
    assert len(quotes(study)) == 2
    other = packed(project("<CodeBook><Codes/></CodeBook>"))
    assert bring(study, other).vanished == ()


def test_what_was_removed_here_does_not_come_again(study: Study) -> None:
    study.codings.remove(study.codings.frame()["coding"].to_list()[:1])
    study.codes.remove("Fear")
    report = bring(study, export())
    assert report.operation is None
    assert [each.name for each in study.codes.all()] == ["Trust"]
    assert report.kind("Code").left_out == 1
    study.sources.remove("P01")
    report = bring(study, export(definition="New"))
    assert study.sources.all() == []
    assert report.kind("Coding").left_out == 2


def test_a_code_of_the_study_itself_is_never_overwritten(tmp_path: Path) -> None:
    study = make_study(tmp_path)
    study.codes.add("Trust", definition="Mine")
    report = bring(study, export())
    assert study.codes.get("Trust").definition == "Mine"
    assert [each.slug for each in report.reasons if each.kind == "Code"] == ["own-kept"]


def test_a_project_of_ours_that_was_changed_elsewhere_comes_back_as_changes(tmp_path: Path) -> None:
    study = make_study(tmp_path)
    study.codes.add("Trust", definition="To rely")
    study.codes.add("Fear", definition="Afraid")
    written, _ = study.projects.write()
    study.codes.describe("Fear", definition="To be afraid")

    def elsewhere(data: bytes, changes: dict[str, str]) -> bytes:
        import io
        import zipfile

        xml = zipfile.ZipFile(io.BytesIO(data)).read("project.qde").decode()
        for before, now in changes.items():
            assert before in xml
            xml = xml.replace(before, now)
        return packed(xml.encode())

    report = bring(study, elsewhere(written, {"To rely": "To count on", "Afraid": "Dread"}))
    assert told(report) == {("code", "definition", False), ("code", "definition", True)}
    assert study.codes.get("Trust").definition == "To count on"
    conflict: Any = study.conflicts()[0]
    assert {conflict.shown, *conflict.rivals} == {"Dread", "To be afraid"}


def test_a_case_that_only_has_the_same_name_stays_as_the_study_has_it(tmp_path: Path) -> None:
    study = make_study(tmp_path)
    study.cases.add("Northam", "site", description="Mine")
    study.attributes.add("Age", "number")
    study.attributes.set("Northam", {"Age": 7})
    bring(study, export())
    assert bring(study, export()).operation is None
    report = bring(study, export(age=41))
    assert report.operation is None
    assert study.attributes.values("Northam") == {"Age": 7.0}
    assert study.cases.get("Northam").description == "Mine"


def test_nothing_that_was_removed_comes_again_and_all_of_it_is_told(tmp_path: Path) -> None:
    study = make_study(tmp_path)
    bring(study, everything())
    for code in ("People", "> Trust"):
        study.codes.remove(code)
    for case in study.cases.all():
        study.cases.remove(case.id)
    for source in study.sources.all():
        study.sources.remove(source.id)
    for memo in study.memos.all():
        study.memos.remove(memo.id)
    for name in study.sets.all():
        study.sets.remove(name.set.id)
    report = bring(study, everything())
    counts = study.counts()
    assert (counts.sources, counts.codes, counts.cases, counts.codings) == (0, 0, 0, 0)
    assert report.kind("Code").left_out == 4
    assert report.kind("Note").left_out == 2
    assert report.kind("other").left_out == 1
