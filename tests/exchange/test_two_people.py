"""People who work on the same interviews, each in a project of their own; and nameless exports."""

from __future__ import annotations

import pytest

from crosscase.exchange.crossing import CrossingReport
from crosscase.study import Study
from crosscase.testing import make_study
from tests.exchange.making import guid, packed, project

TEXTS = {
    "P01": "The pot was empty. Nobody trusted the meeting.\nThen the winter came.\n",
    "P02": "We trusted again, as soon as the road was open and the pot was full.\n",
}
Mark = tuple[str, str, str, str | None]
AMA: tuple[Mark, ...] = (
    ("P01", "Nobody", "Trust", "Ama"), ("P01", "winter", "Fear", "Ama"),
    ("P02", "trusted again", "Trust", "Ama"),
)  # fmt: skip
BEN: tuple[Mark, ...] = (
    ("P01", "Nobody", "Trust", "Ben"), ("P01", "empty", "Fear", "Ben"),
    ("P02", "road", "Fear", "Ben"),
)  # fmt: skip


def written(
    marks: tuple[Mark, ...],
    *,
    own: int = 0,
    shared: int = 0,
    definition: str | None = None,
    colour: bool = False,
    codes: tuple[str, ...] = ("Trust", "Fear"),
    age: int | None = None,
) -> bytes:
    """A project: GUIDs of people, selections and codings begin at ``own``, others at ``shared``."""
    people = sorted({who for *_, who in marks if who})
    user = {who: guid(own + 1 + n) for n, who in enumerate(people)}
    code = {name: guid(shared + 20 + n) for n, name in enumerate(codes)}
    listed = "".join(f'<User guid="{user[who]}" name="{who}"/>' for who in people)
    said = f"<Description>{definition}</Description>" if definition else ""
    book = ""
    for n, (name, id_) in enumerate(code.items()):
        look = ' color="#FF0000"' if colour and n else ""
        words = said if n == 0 else "<Description>To be afraid</Description>"
        book += f'<Code guid="{id_}" name="{name}" isCodable="true"{look}>{words}</Code>'
    sources = ""
    for n, (name, text) in enumerate(TEXTS.items()):
        selections = ""
        for at, (where, words, of, who) in enumerate(marks):
            if where == name:
                start, by = text.index(words), f' creatingUser="{user[who]}"' if who else ""
                selections += (
                    f'<PlainTextSelection guid="{guid(own + 100 + at)}" startPosition="{start}" '
                    f'endPosition="{start + len(words)}"><Coding guid="{guid(own + 200 + at)}"{by}>'
                    f'<CodeRef targetGUID="{code[of]}"/></Coding></PlainTextSelection>'
                )
        sources += (
            f'<TextSource guid="{guid(shared + 50 + n)}" name="{name}" '
            f'plainTextPath="internal://{name}.txt">{selections}</TextSource>'
        )
    value = f"<IntegerValue>{age}</IntegerValue>" if age else ""
    case = (
        f'<Variables><Variable guid="{guid(shared + 30)}" name="Age" typeOfVariable="Integer"/>'
        f'</Variables><Cases><Case guid="{guid(shared + 40)}" name="Northam"><VariableValue>'
        f'<VariableRef targetGUID="{guid(shared + 30)}"/>{value}</VariableValue></Case></Cases>'
    )
    users = f"<Users>{listed}</Users>" if listed else ""
    inside = f"{users}<CodeBook><Codes>{book}</Codes></CodeBook>{case}<Sources>{sources}</Sources>"
    return packed(project(inside), {f"sources/{n}.txt": t.encode() for n, t in TEXTS.items()})


def nameless(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """The same codings by nobody."""
    return tuple((where, words, code, None) for where, words, code, _ in marks)


def bring(study: Study, data: bytes) -> CrossingReport:
    """Bring a project in; its report adds up and the study is sound."""
    report = study.projects.bring_in(data, name="p.qdpx")
    assert report.is_balanced, report.kinds
    assert study.verify() == []
    return report


def marks_of(study: Study) -> list[Mark]:
    """Each coding: source, words, code and coder."""
    rows = study.codings.frame().iter_rows(named=True)
    found = ((row["source"], row["text"], row["code_path"], row["coder"]) for row in rows)
    return sorted(found, key=str)


# -- two people ------------------------------------------------------------------------------


@pytest.mark.parametrize("shared", [0, 5000], ids=["copies of one project", "own projects"])
def test_another_persons_project_comes_beside_and_changes_nothing(shared: int) -> None:
    mine = written(AMA, definition="To rely", colour=True, age=40)
    theirs = written(BEN, own=1000, shared=shared, definition="To hope", age=41)
    with make_study(None) as study:
        bring(study, mine)
        report = bring(study, theirs)
        assert marks_of(study) == sorted(AMA + BEN, key=str)
        assert {each.name for each in study.sources.all()} == {"P01", "P02"}
        assert {each.name for each in study.codes.all()} == {"Trust", "Fear"}
        assert study.codes.get("Trust").definition == "To rely"
        assert study.codes.get("Fear").colour == "#FF0000"
        assert study.attributes.values("Northam") == {"Age": 40.0}
        assert (report.differences, report.vanished) == ((), ())
        assert "another project" in report.notes[-1]
        assert study.conflicts() == []
        assert bring(study, mine).operation is None
        assert bring(study, theirs).operation is None
        study.undo(report.operation)
        assert marks_of(study) == sorted(AMA, key=str)


@pytest.mark.parametrize("shared", [0, 5000])
def test_what_another_persons_file_does_not_say_is_not_taken_away(shared: int) -> None:
    with make_study(None) as study:
        bring(study, written(AMA, definition="To rely", age=40))
        bring(study, written(BEN, own=1000, shared=shared, definition=None))
        assert study.codes.get("Trust").definition == "To rely"
        assert study.attributes.values("Northam") == {"Age": 40.0}


def test_each_persons_newer_export_changes_only_what_is_theirs() -> None:
    with make_study(None) as study:
        bring(study, written(AMA, definition="To rely"))
        bring(study, written(BEN, own=1000, shared=5000, codes=("Hope", "Trust", "Fear")))
        report = bring(study, written(AMA[:2], definition="To rely on others"))
        assert [each.field for each in report.differences] == ["definition"]
        assert [(each.kind, each.count) for each in report.vanished] == [("coding", 1)]
        assert marks_of(study) == sorted(AMA + BEN, key=str)
        newer = written(
            BEN, own=1000, shared=5000, codes=("Hope", "Trust", "Fear"), definition="Mine"
        )
        assert [each.name for each in bring(study, newer).differences] == ["Hope"]
        assert study.codes.get("Trust").definition == "To rely on others"


def test_projects_of_people_without_names_are_told_apart_by_their_codings() -> None:
    with make_study(None) as study:
        bring(study, written(nameless(AMA), definition="To rely"))
        report = bring(study, written(nameless(BEN), own=1000, shared=5000, definition="To hope"))
        assert study.codes.get("Trust").definition == "To rely"
        assert report.vanished == ()
        assert len(marks_of(study)) == 5  # nobody can tell who put the one that is in both


# -- a newer export without names ------------------------------------------------------------


def test_a_file_without_users_and_with_new_guids_doubles_no_coding() -> None:
    with make_study(None) as study:
        bring(study, written(AMA))
        report = bring(study, written(nameless(AMA), own=1000, shared=5000))
        assert report.operation is None
        assert report.kind("Coding").here_already == 3
        assert report.vanished == ()
        assert marks_of(study) == sorted(AMA, key=str)


def test_what_a_nameless_export_has_more_is_a_coding_without_a_coder_and_can_be_undone() -> None:
    more: Mark = ("P01", "meeting", "Fear", None)
    with make_study(None) as study:
        bring(study, written(AMA))
        report = bring(study, written((*nameless(AMA), more), own=1000, shared=5000))
        assert report.kind("Coding").imported == 1
        assert marks_of(study) == sorted((*AMA, more), key=str)
        assert bring(study, written((*nameless(AMA), more), own=2000)).operation is None
        study.undo(report.operation)
        assert marks_of(study) == sorted(AMA, key=str)
        again = bring(study, written((*nameless(AMA), more), own=1000, shared=5000))
        assert again.kind("Coding").imported == 1


def test_codings_of_several_people_on_the_same_words_stay_several() -> None:
    both = (*AMA, ("P01", "Nobody", "Trust", "Ben"))
    with make_study(None) as study:
        bring(study, written(both))
        assert bring(study, written(both, own=1000, shared=5000)).operation is None
        assert bring(study, written(nameless(both), own=2000, shared=7000)).operation is None
        report = bring(study, written(nameless(AMA), own=3000, shared=9000))
        assert report.operation is None
        assert marks_of(study) == sorted(both, key=str)


def test_a_coding_by_nobody_stays_beside_one_by_somebody_where_the_file_names_people() -> None:
    mixed = (*AMA, ("P01", "Nobody", "Trust", None))
    with make_study(None) as study:
        bring(study, written(AMA))
        report = bring(study, written(mixed, own=1000, shared=5000))
        assert report.kind("Coding").imported == 1
        assert marks_of(study) == sorted(mixed, key=str)


def test_a_nameless_export_finds_codings_on_a_text_that_was_corrected_here() -> None:
    with make_study(None) as study:
        bring(study, written(AMA))
        study.sources.correct("P01", TEXTS["P01"].replace("empty", "half empty"))
        assert bring(study, written(nameless(AMA), own=1000, shared=5000)).operation is None
        assert len(marks_of(study)) == 3


def test_a_nameless_export_doubles_nothing_after_undo_and_redo() -> None:
    with make_study(None) as study:
        first = bring(study, written(AMA))
        study.undo(first.operation)
        assert marks_of(study) == []
        bring(study, written(nameless(AMA), own=1000, shared=5000))
        assert marks_of(study) == sorted(nameless(AMA), key=str)
