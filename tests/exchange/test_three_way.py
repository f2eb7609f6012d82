"""What people do with a project that came, and what a file of it may change after that."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from crosscase.exchange.crossing import CrossingReport
from crosscase.study import Study
from crosscase.testing import make_study
from tests.exchange.making import everything, guid, packed, project
from tests.exchange.test_newer_export import TEXT, export

MARKS = (("Nobody", 2, "Trust"), ("winter", 3, "Fear"))
MORE = ("meeting", 4, "Fear")
Known = set[tuple[str, ...]]


def bring(study: Study, data: bytes) -> CrossingReport:
    """Bring a project in; its report adds up."""
    report = study.projects.bring_in(data, name="p.qdpx")
    assert report.is_balanced, report.kinds
    return report


def coding_on(study: Study, words: str) -> list[str]:
    """The ids of the codings on these words."""
    rows = study.codings.frame().iter_rows(named=True)
    return [row["coding"] for row in rows if row["text"] == words]


WORK: dict[str, Callable[[Study], object]] = {
    "rename": lambda study: study.codes.rename("Trust", "Reliance"),
    "rename twice": lambda study: [
        study.codes.rename("Trust", "Reliance"), study.codes.rename("Fear", "Trust")
    ],
    "move": lambda study: study.codes.move("Fear", parent="Trust"),
    "merge": lambda study: study.codes.merge("Trust", into="Fear"),
    "merge and rename": lambda study: [
        study.codes.merge("Trust", into="Fear"), study.codes.rename("Fear", "Both")
    ],
    "remove code": lambda study: study.codes.remove("Trust"),
    "remove coding": lambda study: study.codings.remove(coding_on(study, "winter")),
    "recode": lambda study: study.codings.recode(coding_on(study, "winter"), "Trust"),
    "recode and remove": lambda study: [
        study.codings.recode(coding_on(study, "winter"), "Trust"), study.codes.remove("Fear")
    ],
    "correct": lambda study: study.sources.correct("P01", TEXT.replace("Nobody", "No one at all")),
}  # fmt: skip
FILES = {"same": 0, "new GUIDs": 1000}


def known(study: Study) -> Known:
    """What the study says: its codes by path, its codings, its texts."""
    rows = study.codings.frame().iter_rows(named=True)
    found: Known = {("coding", row["code_path"], row["text"], row["coder"]) for row in rows}
    assert len(found) == study.counts().codings
    tree = study.codes.tree()
    paths = [" > ".join(tree.path_of(each.id)) for each in study.codes.all()]
    assert len(set(paths)) == len(paths)
    found |= {("code", each) for each in paths}
    return found | {("text", study.sources.text(each.id)) for each in study.sources.all()}


def worked_on(work: str, *, undone: bool) -> tuple[Study, Known, Known]:
    """A study that people worked on after the project came; what it said first and says now."""
    study = make_study(None)
    bring(study, export(codings=MARKS))
    came = known(study)
    WORK[work](study)
    if undone:
        take_back(study)
        assert known(study) == came
    return study, came, known(study)


def take_back(study: Study) -> None:
    """Undo everything that people did to codes, codings and texts, the newest first."""
    for each in study.log():
        subject = each.sentence_key.partition(".")[0]
        if subject in ("code", "codes", "coding", "codings", "source") and not each.undone:
            study.undo(each.operation)


@pytest.mark.parametrize("undone", [False, True], ids=["done", "undone"])
@pytest.mark.parametrize("work", WORK)
def test_a_file_that_says_what_it_said_changes_nothing(work: str, undone: bool) -> None:
    study, _, now = worked_on(work, undone=undone)
    with study:
        for offset in (0, 1000, 0):
            report = bring(study, export(codings=MARKS, offset=offset))
            assert report.operation is None
            assert (report.differences, report.vanished) == ((), ())
            assert known(study) == now
            imported = {each.kind for each in report.kinds if each.imported or each.changed_shape}
            assert imported == set()
        assert study.verify() == []


@pytest.mark.parametrize(
    ("undone", "offset"), [(False, 0), (False, 1000), (True, 1000)], ids=["same", "new", "undone"]
)
@pytest.mark.parametrize("work", WORK)
def test_a_newer_file_brings_what_is_new_in_it_and_nothing_else(
    work: str, undone: bool, offset: int
) -> None:
    study, came, now = worked_on(work, undone=undone)
    newer = export(codings=(*MARKS, MORE), offset=offset, memo="Three kinds.")
    with study:
        report = bring(study, newer)
        assert {each.kind for each in report.differences} == {"memo"}
        new = known(study) - now
        assert now <= known(study)
        codes = {"merge and rename": "Both", "move": "Trust > Fear", "rename twice": "Trust"}
        path = "Fear" if undone else codes.get(work, "Fear")
        gone = work == "recode and remove" and not undone
        assert new == (set() if gone else {("coding", path, "meeting", "Ama")})
        assert bring(study, newer).operation is None
        study.undo(report.operation)
        assert known(study) == now
        if not undone:  # undo gives what it promises, with what came since
            study.redo()
            take_back(study)
            coded = set() if gone else {("coding", "Fear", "meeting", "Ama")}
            assert known(study) == came | coded
        assert study.verify() == []


# -- what changed in the file --------------------------------------------------------------------


@pytest.fixture
def study() -> Iterator[Study]:
    """A study into which the project came once; it is sound in the end."""
    with make_study(None) as study:
        bring(study, export(codings=MARKS))
        yield study
        assert study.verify() == []


@pytest.mark.parametrize("offset", FILES.values(), ids=FILES)
def test_a_code_that_was_moved_or_renamed_in_the_file_stays_one_code(
    study: Study, offset: int
) -> None:
    report = bring(study, export(codings=MARKS, parent=True, offset=offset))
    assert [(each.name, each.field) for each in report.differences] == [("Fear", "place")]
    assert {("code", "Trust > Fear"), ("coding", "Trust > Fear", "winter", "Ama")} <= known(study)
    worry = export(codings=MARKS, parent=True, second="Worry", offset=2 * offset)
    assert [each.file for each in bring(study, worry).differences] == ["Worry"]
    assert ("coding", "Trust > Worry", "winter", "Ama") in known(study)
    assert len(study.codes.all()) == study.counts().codings == 2
    assert bring(study, worry).operation is None


@pytest.mark.parametrize("offset", FILES.values(), ids=FILES)
def test_a_code_that_both_renamed_stands_in_conflict(study: Study, offset: int) -> None:
    study.codes.rename("Trust", "Reliance")
    newer = export(codings=MARKS, code="Confidence", offset=offset)
    report = bring(study, newer)
    assert [(each.field, each.in_conflict) for each in report.differences] == [("name", True)]
    assert len(study.codes.all()) == study.counts().codings == 2
    assert bring(study, newer).operation is None


@pytest.mark.parametrize("offset", FILES.values(), ids=FILES)
def test_a_text_that_goes_back_to_earlier_words_goes_back_here(study: Study, offset: int) -> None:
    newer = TEXT.replace("The pot", "The old pot")
    bring(study, export(newer, codings=MARKS, offset=offset))
    assert study.sources.text("P01") == newer
    now = known(study)
    report = bring(study, export(codings=MARKS, offset=2 * offset))
    assert report.kind("TextSource").updated == 1
    assert study.sources.text("P01") == TEXT
    study.undo(report.operation)
    assert known(study) == now


def test_a_text_that_goes_back_does_not_undo_what_people_corrected(study: Study) -> None:
    bring(study, export(TEXT.replace("The pot", "The old pot"), codings=MARKS))
    mine = TEXT.replace("The pot", "My old pot")
    study.sources.correct("P01", mine)
    report = bring(study, export(codings=MARKS))
    assert (report.operation, study.sources.text("P01")) == (None, mine)
    assert [each.slug for each in report.reasons] == ["text-differs"]
    assert report.kind("PlainTextSelection").here_already == 2


def test_differences_say_of_what_they_are(study: Study) -> None:
    newer = export(codings=(("Nobody trusted", 2, "Trust"), MARKS[1]), age=41)
    told = {(each.kind, each.name, each.field) for each in bring(study, newer).differences}
    assert told == {
        ("attribute_value", "Northam, Age", "value"), ("coding", "P01, Trust", "passage")
    }  # fmt: skip


def test_an_import_between_a_merge_and_its_undo_moves_no_coding(study: Study) -> None:
    came = known(study)
    merged = study.codes.merge("Trust", into="Fear")
    assert merged is not None
    assert bring(study, export(codings=MARKS)).operation is None
    study.undo(merged.id)
    assert known(study) == came


def test_codes_of_one_name_beside_each_other_are_found_again() -> None:
    def twins(offset: int) -> bytes:
        def g(number: int) -> str:
            return guid(number + offset)

        codes = "".join(
            f'<Code guid="{g(n)}" name="{name}" isCodable="true"/>'
            for n, name in enumerate(("Trust", "trust", "Trust"), 10)
        )
        marks = "".join(
            f'<PlainTextSelection guid="{g(100 + n)}" startPosition="0" endPosition="3"><Coding '
            f'guid="{g(200 + n)}"><CodeRef targetGUID="{g(n)}"/></Coding></PlainTextSelection>'
            for n in (10, 11, 12)
        )
        source = f'<TextSource guid="{g(50)}" name="P"><PlainTextContent>One two</PlainTextContent>'
        return packed(project(
            f"<CodeBook><Codes>{codes}</Codes></CodeBook><Sources>{source}{marks}</TextSource>"
            "</Sources>"
        ))  # fmt: skip

    with make_study(None) as study:
        bring(study, twins(0))
        assert len(study.codes.all()) == study.counts().codings == 3
        assert bring(study, twins(1000)).operation is None


def test_two_codes_may_swap_their_names_in_the_file(study: Study) -> None:
    swapped = export(codings=MARKS, code="Fear", second="Trust")
    bring(study, swapped)
    assert {("coding", "Fear", "Nobody", "Ama"), ("code", "Trust")} <= known(study)
    assert bring(study, swapped).operation is None


def test_what_somebody_else_coded_with_a_removed_code_comes_beside(study: Study) -> None:
    study.codes.remove("Trust")
    theirs = export(codings=MARKS, offset=5000, coder="Cleo")
    report = bring(study, theirs)
    assert ("coding", "Trust", "Nobody", "Cleo") in known(study)
    assert bring(study, theirs).operation is None
    assert bring(study, export(codings=MARKS)).operation is None
    study.undo(report.operation)
    assert ("code", "Trust") not in known(study)


ENDS: dict[str, Callable[[Study], object]] = {
    "code": lambda study: study.codes.remove("People"),
    "merged code": lambda study: study.codes.merge("People > Trust", into="> Trust"),
    "code below which another was moved": lambda study: [
        study.codes.move("> Trust", parent="Fear › worry"), study.codes.remove("People")
    ],
    "source": lambda study: study.sources.remove("P01"),
    "memo": lambda study: [study.memos.remove(each.id) for each in study.memos.all()],
    "case": lambda study: study.cases.remove("Northam"),
    "attribute": lambda study: study.attributes.remove("Age"),
    "renamed attribute": lambda study: study.attributes.rename("Age", "Years"),
}  # fmt: skip


@pytest.mark.parametrize("work", ENDS)
def test_what_refers_to_something_removed_here_is_left_out_and_not_kept_again(work: str) -> None:
    with make_study(None) as study:
        bring(study, everything())
        ENDS[work](study)
        assert bring(study, everything()).operation is None
